// SPDX-License-Identifier: GPL-3.0-or-later
// Property trees, and a plain search for ids, which stand nowhere but in cases.
#include "tests/support/reference_json.h"

#include <boost/property_tree/json_parser.hpp>

#include <fstream>
#include <iterator>
#include <limits>

namespace citypanel::testing {

Json readJson(const std::filesystem::path& file) {
    Json json;
    boost::property_tree::read_json(file.string(), json);
    return json;
}

std::vector<std::string> idsIn(const std::filesystem::path& file) {
    std::ifstream in(file);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::vector<std::string> ids;
    constexpr std::string_view key = "\"id\"";
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
        const std::size_t first = text.find('"', at + key.size()) + 1;
        at = text.find('"', first);
        ids.push_back(text.substr(first, at - first));
    }
    return ids;
}

std::vector<double> numbersOf(const Json& array) {
    std::vector<double> numbers;
    for (const auto& [key, item] : array) {
        const auto text = item.get_value<std::string>();
        const bool isNull = text == "null" || text.empty();
        numbers.push_back(isNull ? std::numeric_limits<double>::quiet_NaN() : std::stod(text));
    }
    return numbers;
}

std::vector<std::string> textsOf(const Json& array) {
    std::vector<std::string> texts;
    for (const auto& [key, item] : array) {
        texts.push_back(item.get_value<std::string>());
    }
    return texts;
}

} // namespace citypanel::testing

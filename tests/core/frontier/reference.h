// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of the reference cases of efficiency models: a csv of data and a json of results each.
#pragma once

#include "core/frontier/efficiency_model.h"
#include "core/panel/panel.h"

#include <boost/property_tree/ptree.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace citypanel::testing {

using Json = boost::property_tree::ptree;

/// One data set: its panel, and the panel's row of each row of the csv.
struct ReferenceData {
    Panel panel;
    std::vector<std::size_t> rows;
    frontier::Technology technology;
    std::string group;
};

/// Files of the shared cases, and of those that the repository carries.
[[nodiscard]] std::vector<std::filesystem::path> referenceFiles();

[[nodiscard]] Json readJson(const std::filesystem::path& file);

/// Data of a json's csv, with the roles of its columns.
[[nodiscard]] ReferenceData readReferenceData(const std::filesystem::path& json);

/// Numbers of an array, null as NaN.
[[nodiscard]] std::vector<double> numbersOf(const Json& array);
[[nodiscard]] std::vector<std::string> textsOf(const Json& array);

/// "1/9" or "0.3".
[[nodiscard]] double fraction(const std::string& text);

} // namespace citypanel::testing

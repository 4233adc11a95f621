// SPDX-License-Identifier: GPL-3.0-or-later
// Problems as sentences: the place, then the pattern of the code (problem_words.cpp) filled in.
#include "core/text/problem_text.h"

#include "core/text/pattern.h"

#include <algorithm>
#include <array>

namespace citypanel::text {

namespace {

Arguments argumentsOf(const Problem& problem) {
    const Place& place = problem.place;
    return {{"file", place.file},
            {"sheet", place.sheet},
            {"cell", place.cell},
            {"variable", place.variable},
            {"unit", place.unit},
            {"period", place.period},
            {"step", place.step},
            {"position", place.position ? std::to_string(*place.position + 1) : std::string()},
            {"found", problem.found},
            {"expected", problem.expected}};
}

/// One part of a place and how it is said.
struct PlacePart {
    std::string_view name;
    Bilingual pattern;
};

/// From the widest to the narrowest.
constexpr std::array placeParts{
    PlacePart{"file", {"{file}", "{file}"}},
    PlacePart{"step", {"step {step}", "步骤 {step}"}},
    PlacePart{"sheet", {"sheet {sheet}", "工作表“{sheet}”"}},
    PlacePart{"cell", {"cell {cell}", "单元格 {cell}"}},
    PlacePart{"variable", {"variable {variable}", "变量 {variable}"}},
    PlacePart{"unit", {"{unit}", "{unit}"}},
    PlacePart{"period", {"{period}", "{period}"}},
};

/// The place without the parts that the sentence itself names.
std::string placeWithout(const std::vector<std::string>& said, const Arguments& arguments,
                         Language language) {
    std::string result;
    for (const PlacePart& part : placeParts) {
        if (valueOf(part.name, arguments).empty() ||
            std::binary_search(said.begin(), said.end(), part.name)) {
            continue;
        }
        if (!result.empty()) {
            result += language == Language::English ? ", " : "，";
        }
        result += filled(part.pattern, language, arguments);
    }
    return result;
}

} // namespace

std::string sentence(const Problem& problem, Language language) {
    const Arguments arguments = argumentsOf(problem);
    const Bilingual pattern = problemPattern(problem.code);
    const std::string place = placeWithout(namesIn(pattern.in(language)), arguments, language);
    std::string said = filled(pattern, language, arguments);
    if (place.empty()) {
        return said;
    }
    return place + (language == Language::English ? ": " : "：") + said;
}

std::string placeText(const Place& place, Language language) {
    return placeWithout({}, argumentsOf(Problem{.place = place}), language);
}

} // namespace citypanel::text

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

constexpr std::string_view unitOption = "unit_of_measure";

/// Two units of measure that do not fit are no option to correct, and a count of arguments is no
/// value: these say what is the matter.
Bilingual patternOf(const Problem& problem) {
    if (problem.code == ProblemCode::OptionInvalid && problem.place.variable == unitOption &&
        problem.place.position) {
        return {"Different units of measure are added or compared here: {expected} and {found} "
                "(position {position}). Convert one of them first.",
                "此处相加减或比较的计量单位不同：{expected} 与 {found}（位置 {position}）。"
                "请先换算为同一单位。"};
    }
    if (problem.code == ProblemCode::OptionInvalid && problem.place.variable == unitOption) {
        return {"The column is measured in another unit<<: {expected}>><<, but {found} was "
                "chosen>>. Choose the column's unit, or correct the unit by a rename step.",
                "该列的计量单位不同<<：{expected}>><<，而所选单位为 {found}>>。"
                "请选择该列的单位，或用改名步骤更正其单位。"};
    }
    const bool isCount = problem.code == ProblemCode::ArgumentInvalid &&
                         problem.found.ends_with(')') && !problem.expected.empty() &&
                         problem.expected.front() >= '0' && problem.expected.front() <= '9';
    if (isCount) {
        return {"The function {found} has the wrong number of values in its "
                "parentheses<< (position {position})>>; it takes {expected}. Groups are written "
                "as by = g.",
                "函数 {found} 的参数个数不对<<（位置 {position}）>>，应为 {expected} 个。"
                "分组写作 by = g。"};
    }
    return problemPattern(problem.code);
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
    Arguments arguments = argumentsOf(problem);
    const bool isOfUnits =
        problem.code == ProblemCode::OptionInvalid && problem.place.variable == unitOption;
    for (Argument& argument : arguments) {
        const bool isUnit = argument.name == "found" || argument.name == "expected";
        if (isOfUnits && isUnit && argument.value.empty()) {
            argument.value = Bilingual{"no unit", "无单位"}.in(language);
        } else if (isOfUnits && argument.name == "variable") {
            argument.value.clear(); // the option's name, which the sentence does without
        }
    }
    const Bilingual pattern = patternOf(problem);
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

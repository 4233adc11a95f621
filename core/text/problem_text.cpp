// SPDX-License-Identifier: GPL-3.0-or-later
// Problems as sentences: the place, then the pattern of the code (problem_words.cpp) filled in.
#include "core/text/problem_text.h"

#include "core/recipe/lacking_column.h"
#include "core/text/pattern.h"

#include <algorithm>
#include <array>
#include <optional>

namespace citypanel::text {

namespace {

/// What was found, cut where nobody would read on: a cell may hold a whole file.
std::string shortened(const std::string& found) {
    constexpr std::size_t longest = 400; // bytes
    if (found.size() <= longest) {
        return found;
    }
    std::size_t end = longest;
    while ((static_cast<unsigned char>(found[end]) & 0xC0U) == 0x80U) {
        --end; // not within a character
    }
    return found.substr(0, end) + "…";
}

Arguments argumentsOf(const Problem& problem) {
    const Place& place = problem.place;
    return {{"file", place.file},
            {"sheet", place.sheet},
            {"cell", place.cell},
            {"variable", place.variable},
            {"unit", place.unit},
            {"period", place.period},
            {"step", place.study.empty() ? place.step : std::string()},
            {"study", place.study},
            {"column", place.column},
            {"position", place.position ? std::to_string(*place.position + 1) : std::string()},
            {"found", shortened(problem.found)},
            {"expected", problem.expected}};
}

constexpr std::string_view unitOption = "unit_of_measure";
constexpr std::string_view judgementsOption = "judgements";

/// Judgements whose consistency ratio (CR) is too large; forms call the option by its label.
bool isInconsistency(const Problem& problem) {
    return problem.code == ProblemCode::OptionInvalid && problem.found.starts_with("CR = ");
}

/// A lacking column whose `found` is a step of the recipe, by its key ("s2") or as a window calls
/// it
/// ("2 (...)"), and not a formula.
bool isStepKey(const Problem& problem) {
    const std::string_view found = problem.found;
    const std::string_view number = found.substr(found.starts_with('s') ? 1 : 0);
    return !problem.place.step.empty() && !number.empty() && number.front() >= '0' &&
           number.front() <= '9' && number.find('~') == std::string_view::npos;
}

/// A column that the recipe makes, but not where it is needed, or makes no longer.
Bilingual lackingPattern(const Problem& problem) {
    if (problem.expected != recipe::madeLater) {
        return {"There is no variable “{variable}” any more: step {found} dropped or renamed it. "
                "Use another variable, or move this step above.",
                "变量“{variable}”已不存在：步骤 {found} 将其删除或改名。"
                "请改用其他变量，或将本步骤上移。"};
    }
    if (problem.found == problem.place.step) {
        return {"“{variable}” is what this step calculates: it cannot stand in its own formula. "
                "Use another variable.",
                "“{variable}”正是本步骤要计算的变量，不能出现在它自己的公式中。请改用其他变量。"};
    }
    return {"“{variable}” is made only by step {found}. Move this step below it; two variables "
            "cannot be calculated from each other.",
            "“{variable}”要到步骤 {found} 才生成。请将本步骤移到其后；"
            "两个变量不能互相由对方计算。"};
}

/// What is the matter with pairwise judgements.
std::optional<Bilingual> judgementsPattern(const Problem& problem) {
    if (isInconsistency(problem)) {
        return Bilingual{
            "The judgements contradict one another: {found}; {expected} is consistent (Saaty "
            "1980). The weights are used as they are; look for A above B, B above C, C above "
            "A.",
            "判断矩阵不一致：{found}，{expected} 为一致（Saaty，1980）。权重仍按现有判断计算；"
            "请检查是否存在 A 优于 B、B 优于 C、C 又优于 A 的情形。"};
    }
    if (problem.code == ProblemCode::SizeMismatch && problem.place.variable == judgementsOption) {
        return Bilingual{
            "The comparison needs {expected} judgements, one a pair, but has {found}. Give one "
            "number of each pair above the diagonal, row by row.",
            "两两比较需要 {expected} 个判断（每对一个），现有 {found} 个。"
            "请按行给出对角线以上每一对的数值。"};
    }
    return std::nullopt;
}

/// Rows that were left out, and values a normalisation cannot take.
std::optional<Bilingual> unusablePattern(const Problem& problem) {
    const bool isZero = problem.code == ProblemCode::ValueZero;
    if ((!isZero && problem.code != ProblemCode::ValueNegative) || problem.expected.empty()) {
        return std::nullopt;
    }
    if (problem.severity == Severity::Warning) {
        return Bilingual{
            "{expected} {expected?row has|rows have} no score and {expected?is|are} in no "
            "frontier: a value is negative, or all inputs or all desirable outputs are zero. The "
            "first is named here<< (its value: {found})>>. Correct such rows if they should count.",
            "{expected} 行没有得分，也不参与构成前沿：存在负值，或全部投入、全部期望产出为零。"
            "此处为其中第一行<<（取值为 {found}）>>。如应计入，请更正这些行。"};
    }
    return Bilingual{"The value<< {found}>> is negative; the normalisation “{expected}” has no "
                     "meaning for it. Correct it, leave such rows out, or choose another "
                     "normalisation.",
                     "存在负值<<：{found}>>，标准化方法“{expected}”不允许负值。"
                     "请更正、剔除这些行，或改用其他标准化方法。"};
}

/// Values of one variable, city and year that sources give differently, or in another kind.
std::optional<Bilingual> sourcesPattern(const Problem& problem) {
    if (problem.severity != Severity::Warning) {
        return std::nullopt;
    }
    if (problem.code == ProblemCode::DuplicateKey && problem.place.variable.empty() &&
        !problem.expected.empty()) {
        return Bilingual{
            "Nothing says whether this file or {expected} is the newer: {found} "
            "{found?value is|values are} of the one given later. Write the year into the name of "
            "the file, or choose another rule.",
            "无法判断本文件与 {expected} 哪个更新：{found} 个值取自后给出的文件。"
            "请在文件名中写明年份，或改用其他规则。"};
    }
    if (problem.code == ProblemCode::DuplicateKey && !problem.place.variable.empty()) {
        return problem.found.empty()
                   ? Bilingual{"<<{unit}, >>{period}: {variable} is given differently: {expected}. "
                               "Left missing; choose the value that holds, or a rule.",
                               "<<{unit}，>>{period}：{variable} 的取值不一致：{expected}。"
                               "按缺失处理；请选定采用哪个值，或选择一条规则。"}
                   : Bilingual{"<<{unit}, >>{period}: {variable} is given differently: {expected}. "
                               "Taken: {found}; another can be chosen.",
                               "<<{unit}，>>{period}：{variable} 的取值不一致：{expected}。"
                               "现采用 {found}；可另行选定。"};
    }
    if (problem.code == ProblemCode::VariableNotNumeric && !problem.place.cell.empty()) {
        return Bilingual{
            "“{variable}” holds words in one table and numbers in another: {found} "
            "{found?value|values} of this table {found?is|are} left out. Rename one of the two.",
            "“{variable}”在一个表中是文字，在另一个表中是数字：本表的 {found} "
            "个值未读入。请重命名其中一个。"};
    }
    return std::nullopt;
}

/// A heading, or a line among the rows, that says another year than the table is of.
std::optional<Bilingual> otherYearPattern(const Problem& problem) {
    if (problem.code != ProblemCode::PeriodMissing || problem.severity != Severity::Warning) {
        return std::nullopt;
    }
    if (problem.place.variable.empty()) {
        return Bilingual{
            "This line says {found}, the table is of {expected}: the rows below it are "
            "read at {expected}. If they are data of {found}, end the table above it, "
            "and read the rows below as a table of {found}.",
            "此行写明 {found} 年，而该表为 {expected} 年：其下各行按 {expected} 年读入。若实为 "
            "{found} 年的数据，请将数据区结束于此行之前，并将其下各行作为 {found} 年的表读入。"};
    }
    return Bilingual{"The heading says {found}, the table is of {expected}: its values stand at "
                     "{expected} as “{variable}”. If they are data of {found}, leave the "
                     "column out and take them from a table of {found}.",
                     "表头写明 {found} 年，而该表为 {expected} 年：数值以“{variable}”记在 "
                     "{expected} 年。若实为 {found} 年的数据，请不选入该列，改用 {found} "
                     "年的表。"};
}

/// Tables whose keys are not where a city-year table has them.
std::optional<Bilingual> keysPattern(const Problem& problem) {
    if (problem.code == ProblemCode::UnitUnmatched && problem.place.unit.empty() &&
        !problem.place.cell.empty()) {
        return Bilingual{
            "Variables seem to stand down the side, where cities should<< (“{found}”)>>. Tick "
            "“Rows and columns change places” (command line: --layout turned); if the sheet is all "
            "of one city, "
            "then also name it under “All of one city”.",
            "左侧应为城市名处似乎是变量名<<（“{found}”）>>。请勾选“行列互换”（命令行：--layout "
            "turned）；若整张表属于同一城市，再在“全表属于同一城市”中填写城市名。"};
    }
    if (problem.code == ProblemCode::UnitUnmatched && !problem.place.period.empty()) {
        return Bilingual{"“{found}” was of this rank until {expected} only. Check whether the "
                         "county or district of that name is meant; its values are kept.",
                         "“{found}”作为该级行政区只存在到 {expected} "
                         "年。请核对是否指同名的县级市或区；其数值已保留。"};
    }
    if (const auto pattern = otherYearPattern(problem)) {
        return pattern;
    }
    if (problem.code == ProblemCode::PeriodMissing && !problem.place.sheet.empty() &&
        problem.found.empty()) {
        return Bilingual{
            "No year is stated by the title, the file or the sheet, or only a part of "
            "one (a quarter, months).<< Expected: {expected}.>> Give the year of these "
            "data.",
            "标题、文件名和工作表名均未写明年份，或只写了一年中的一部分（季度、月份）。"
            "<<应为：{expected}。>>请给出数据的年份。"};
    }
    if (problem.code == ProblemCode::CellUnreadable && problem.expected == "\"") {
        return Bilingual{"A quotation mark opens here and is not closed: “{found}” is read to the "
                         "next separator. Check this line, and close the mark in the file.",
                         "此处的引号没有闭合：“{found}"
                         "”按读到下一个分隔符处理。请核对该行，并在文件中补上引号。"};
    }
    if (problem.code == ProblemCode::CellUnreadable && !problem.expected.empty() &&
        problem.severity == Severity::Warning) {
        return Bilingual{
            "This cell is merged with {expected}, which holds {found}; whether that is "
            "its value too is not sure. It is left missing: unmerge the cells and "
            "fill in each.",
            "此单元格与 {expected} 合并，后者的值为 {found}，不能确定是否也是此处的数值，"
            "故作缺失值处理：请取消合并并分别填写。"};
    }
    if (problem.code == ProblemCode::HeaderNotFound && !problem.place.variable.empty() &&
        !problem.expected.empty()) {
        return Bilingual{
            "The headings of this row are not merged. “{expected}” is taken to stand over the "
            "middle of its columns, this one among them, which is not sure: check the names of "
            "this row's columns (here “{variable}”).",
            "此行表头未合并单元格。“{expected}”按居中于其下各列（含本列）理解，但不能确定："
            "请核对该行各列的名称（此处为“{variable}”）。"};
    }
    if (problem.code == ProblemCode::HeaderNotFound && !problem.place.variable.empty()) {
        return Bilingual{"This heading is empty: nothing says what stands below it. It is read as "
                         "“{variable}”: give it its name, or leave the column out.",
                         "此表头单元格为空，无法确定其下的指标，暂以“{variable}”读入："
                         "请为该列命名，或不选入该列。"};
    }
    if (problem.code == ProblemCode::KeyColumnMissing && problem.severity == Severity::Warning) {
        return Bilingual{"{expected} {expected?row|rows} with values {expected?names|name} no city "
                         "and {expected?is|are} not read (row {found}). If the name stands further "
                         "up, repeat it in each row.",
                         "有 {expected} 行数据没有城市名，未读入（第 {found} 行）。"
                         "若名称只写在上方的行，请在每一行重复填写。"};
    }
    if (problem.code == ProblemCode::KeyColumnMissing && problem.place.variable.empty() &&
        !problem.place.file.empty()) {
        return Bilingual{
            "No column names the cities (or other units). Say which column does; if they stand "
            "across the top, tick “Rows and columns change places” (command line: --layout "
            "turned); if the "
            "sheet is all of one city, name it under “All of one city”.",
            "没有一列是城市（或其他个体）的名称。请指定该列；若城市横排在表头，请勾选“行列互换”"
            "（命令行：--layout "
            "turned）；若整张表属于同一城市，请在“全表属于同一城市”中填写城市名。"};
    }
    return std::nullopt;
}

/// Units of measure that stand in a cell, over values that may be in others.
std::optional<Bilingual> measurePattern(const Problem& problem) {
    if (problem.code != ProblemCode::UnitOfMeasureDiffers || !problem.expected.empty() ||
        problem.found.empty() || problem.place.cell.empty()) {
        return std::nullopt;
    }
    return Bilingual{"The unit of measure here is {found}; whether the values of “{variable}” are "
                     "in it is not sure. They are read without a unit: check it, and say in which "
                     "unit they are.",
                     "此处的单位为{found}，但不能确定“{variable}”是否以此为单位。数值已读入，"
                     "单位留空：请核对并注明其单位。"};
}

/// Files that are not what they seem.
std::optional<Bilingual> filePattern(const Problem& problem) {
    if (problem.code == ProblemCode::FileEncodingUnknown && problem.severity == Severity::Warning) {
        return Bilingual{"This line is in {found}, others are in {expected}; it was read so. Check "
                         "its words, and save the file in one encoding.",
                         "此行的编码为 {found}，其他行为 {expected}，已按此读取。请核对其中的文字，"
                         "并将文件统一保存为一种编码。"};
    }
    if (problem.code == ProblemCode::FileNotFound && !problem.expected.empty()) {
        return Bilingual{"The data of {found}, which these changes need, were not found in "
                         "{expected}. Put a project that holds them there.",
                         "未找到这些更改所需的数据 {found}（已查找：{expected}）。"
                         "请将含有该数据的项目放到上述位置。"};
    }
    if (problem.code == ProblemCode::FileFormatUnknown && problem.place.position) {
        return Bilingual{"The file is no text: there is a NUL (byte {position}). If it is a table, "
                         "export it again; if it is a workbook, save it as xlsx.",
                         "文件不是文本：第 {position} 个字节为 NUL。若为数据表，请重新导出；"
                         "若为工作簿，请另存为 xlsx。"};
    }
    if (problem.code == ProblemCode::SizeMismatch && problem.severity == Severity::Warning) {
        return Bilingual{"This line has {found} fields instead of {expected}: perhaps a number "
                         "with a comma, which moves what stands behind it. Put such numbers in "
                         "quotes, or take the comma out.",
                         "此行有 {found} 个字段，应为 {expected} 个：可能是数字中的逗号未加引号，"
                         "使其后的数值错位。请将此类数字加上引号或去掉逗号。"};
    }
    if (problem.code == ProblemCode::HeaderNotFound && problem.severity == Severity::Error &&
        !problem.found.empty() && problem.place.cell.empty()) {
        return Bilingual{"No column holds numbers; the first row, which should name the columns, "
                         "begins with “{found}”. Import the pages of a yearbook instead; a plain "
                         "table has its header in the first row.",
                         "没有数值列；首行应为列名，现以“{found}”开头。年鉴表页请用“导入”；"
                         "普通数据表的首行须为列名。"};
    }
    if (problem.code == ProblemCode::SheetNotFound && problem.found.empty() &&
        problem.place.sheet.empty()) {
        return Bilingual{"The workbook has no sheet of cells: it has only charts, or nothing. Put "
                         "the data on a worksheet.",
                         "工作簿中没有含单元格的工作表：只有图表，或为空。请把数据放在工作表中。"};
    }
    return std::nullopt;
}

/// Expressions and formulas of which nothing, or only a beginning, is there.
std::optional<Bilingual> unfinishedPattern(const Problem& problem) {
    if (problem.code != ProblemCode::SyntaxError || !problem.found.empty() ||
        !problem.place.position) {
        return std::nullopt;
    }
    if (*problem.place.position == 0) {
        return Bilingual{"The expression is empty.<< Expected: {expected}.>> Write one.",
                         "表达式为空。<<应为：{expected}。>>请填写。"};
    }
    return Bilingual{"The expression ends too early, at position {position}.<< Expected: "
                     "{expected}.>> Complete it.",
                     "表达式不完整，止于位置 {position}。<<应为：{expected}。>>请补全。"};
}

/// Variables without any value.
std::optional<Bilingual> emptyPattern(const Problem& problem) {
    if (problem.code == ProblemCode::SampleEmpty && !problem.place.variable.empty() &&
        problem.expected.empty()) {
        return Bilingual{"No row has a value of “{variable}”. Choose another variable, or check "
                         "how it was read.",
                         "变量“{variable}”没有任何取值。请选择其他变量，或检查其读入方式。"};
    }
    return std::nullopt;
}

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
    if (problem.code == ProblemCode::VariableUnknown && isStepKey(problem)) {
        return lackingPattern(problem);
    }
    for (const auto find : {&judgementsPattern, &measurePattern, &unusablePattern, &keysPattern,
                            &sourcesPattern, &emptyPattern, &filePattern, &unfinishedPattern}) {
        if (const auto pattern = find(problem)) {
            return *pattern;
        }
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
    PlacePart{"study", {"study {study}", "研究“{study}”"}},
    PlacePart{"column", {"column {column}", "第 {column} 列"}},
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
        } else if ((isOfUnits || isInconsistency(problem)) && argument.name == "variable") {
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

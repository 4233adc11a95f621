// SPDX-License-Identifier: GPL-3.0-or-later
// Plan, recipe and studies of the sample project.
#include "resources/samples/sample_project.h"

#include "core/base/problem.h"
#include "core/recipe/recipe.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "core/study/study.h"

#include <array>
#include <map>
#include <utility>

namespace citypanel::samples {

namespace {

/// Header as read -> name in formulas.
const std::map<std::string, std::string>& variableNames() {
    static const std::map<std::string, std::string> names = {
        {"省份", "province"},
        {"省会或直辖市", "capital"},
        {"资源型城市", "resource_based"},
        {"地区生产总值", "gdp"},
        {"年末户籍人口", "population"},
        {"行政区域土地面积", "area"},
        {"一般公共预算支出", "expenditure"},
        {"实际使用外资", "foreign_investment"},
        {"金融机构存款余额", "deposits"},
        {"金融机构贷款余额", "loans"},
        {"减污降碳协同效率", "Coor"},
        {"新质生产力", "Nqp"},
        {"新质劳动者", "Nql"},
        {"新质劳动对象", "Nqo"},
        {"新质劳动资料", "Nqm"},
    };
    return names;
}

Result<sheets::ImportPlan> planFor(const sheets::Workbook& workbook) {
    sheets::ImportPlan plan = sheets::detectPlan(std::span(&workbook, 1));
    std::size_t found = 0;
    for (sheets::SheetImport& sheet : plan.sheets) {
        for (sheets::ColumnLayout& column : sheet.layout.columns) {
            for (const auto& [header, name] : variableNames()) {
                if (column.name.starts_with(header)) {
                    column.name = name;
                    column.isImported = true;
                    ++found;
                    break;
                }
            }
        }
    }
    if (found != variableNames().size()) {
        Problem problem{ProblemCode::Internal};
        problem.found = std::to_string(found) + " of " + std::to_string(variableNames().size()) +
                        " columns of the sample workbook";
        return problem;
    }
    return plan;
}

recipe::CalculateStep calculated(std::string name, std::string expression, std::string label) {
    return {
        .name = std::move(name), .expression = std::move(expression), .label = std::move(label)};
}

std::vector<ColumnName> studyVariables() {
    return {"Coor", "Nqp", "Nql", "Nqo", "Nqm", "Econ", "Gov", "FDI", "Finan", "lnpd"};
}

recipe::Recipe sampleRecipe() {
    recipe::Recipe recipe;
    const auto add = [&recipe](recipe::Step step) {
        recipe = recipe::withStep(std::move(recipe), std::move(step));
    };
    add(recipe::InterpolateStep{
        .variables = {"population", "expenditure", "foreign_investment", "deposits", "loans"}});
    add(calculated("Econ", "log(gdp / population)", "ln(人均地区生产总值)"));
    add(calculated("Gov", "expenditure / gdp", "财政支出占比"));
    add(calculated("FDI", "foreign_investment / gdp", "外资占比"));
    add(calculated("Finan", "(deposits + loans) / gdp", "存贷款占比"));
    add(calculated("lnpd", "log(10000 * population / area)", "ln(人口密度)"));
    add(recipe::WinsoriseStep{.variables = studyVariables()});
    return recipe;
}

study::DescriptivesStudy descriptives() {
    return {.title = "描述性统计（模拟数据）", .variables = studyVariables()};
}

study::RegressionStudy baseline() {
    constexpr std::array regressors{
        "Nqp", "Nqp + Econ + Gov + FDI + Finan + lnpd", "Nql + Econ + Gov + FDI + Finan + lnpd",
        "Nqo + Econ + Gov + FDI + Finan + lnpd", "Nqm + Econ + Gov + FDI + Finan + lnpd"};
    study::RegressionStudy study;
    study.title = "基准回归（模拟数据）";
    for (const char* terms : regressors) {
        study::RegressionColumn column;
        column.formula = "Coor ~ " + std::string(terms) + " | city + year";
        column.vcov = "hc1";
        study.columns.push_back(column);
    }
    study.core = {"Nqp", "Nql", "Nqo", "Nqm"};
    return study;
}

/// One city in the sample makes a province and year a singleton: seven provinces, twelve years.
study::RegressionStudy provinceByYear() {
    study::RegressionStudy study;
    study.title = "省份×年份固定效应（模拟数据）";
    study::RegressionColumn column;
    column.formula = "Coor ~ Nqp + Econ + Gov + FDI + Finan + lnpd | city + province^year";
    column.vcov = "hc1";
    study.columns.push_back(column);
    return study;
}

} // namespace

Result<project::Project> sampleProject(const std::string& workbookName,
                                       const QByteArray& workbookBytes) {
    NoProgress progress;
    CITYPANEL_TRY(const auto workbook, sheets::readWorkbook(workbookBytes, workbookName, progress));
    CITYPANEL_TRY(auto plan, planFor(workbook));
    project::Project project;
    project.sources.push_back(project::sourceOf(workbookName, workbookBytes));
    project.plan = std::move(plan);
    project.recipe = sampleRecipe();
    project.studies = {{"descriptives", "descriptives", descriptives()},
                       {"baseline", "baseline", baseline()},
                       {"province_year", "province_year", provinceByYear()}};
    return project;
}

} // namespace citypanel::samples

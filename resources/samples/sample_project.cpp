// SPDX-License-Identifier: GPL-3.0-or-later
// How the sample's files are read.
#include "resources/samples/sample_project.h"

#include "core/base/problem.h"
#include "core/sheets/import.h"

#include <map>
#include <set>
#include <utility>

namespace citypanel::samples {

namespace {

/// Start of a header as read (marks as underscores) -> name in formulas.
const std::map<std::string, std::string>& variableNames() {
    static const std::map<std::string, std::string> names = {
        {"年末户籍人口", "population"},
        {"行政区域土地面积", "area"},
        {"年末就业人员", "employed"},
        {"城镇单位从业人员", "unit_employees"},
        {"信息传输_计算机服务和软件业从业人员", "it_employees"},
        {"在岗职工平均工资", "wage"},
        {"普通高等学校在校学生", "students"},
        {"地区生产总值", "gdp"},
        {"一般公共预算支出", "expenditure"},
        {"科学技术支出", "science"},
        {"实际使用外资金额", "foreign_investment"},
        {"金融机构存款余额", "deposits"},
        {"金融机构贷款余额", "loans"},
        {"固定资本形成总额", "investment"},
        {"固定资产投资价格指数", "price_index"},
        {"邮政业务收入", "postal"},
        {"电信业务收入", "telecom"},
        {"建成区绿化覆盖率", "green"},
        {"生活垃圾无害化处理率", "garbage"},
        {"工业二氧化硫排放量", "sulphur"},
        {"公共图书馆图书藏量", "books"},
        {"互联网宽带接入用户", "broadband"},
        {"移动电话年末用户", "mobile"},
        {"全社会用电量", "electricity"},
        {"天然气供气总量", "gas"},
        {"液化石油气供气总量", "lpg"},
        {"工业机器人密度", "robots"},
        {"人工智能企业数", "ai_firms"},
        {"数字普惠金融指数", "digital_finance"},
        {"绿色发明专利申请量", "green_applications"},
        {"绿色发明专利授权量", "green_grants"},
    };
    return names;
}

/// A sheet of columns by year holds one variable, named by the sheet.
const std::map<std::string, std::string>& sheetNames() {
    static const std::map<std::string, std::string> names = {{"CO2", "carbon"},
                                                             {"PM2.5", "particles"}};
    return names;
}

void nameColumns(sheets::SheetImport& sheet, std::set<std::string>& found) {
    const auto wide = sheetNames().find(sheet.sheet);
    for (sheets::ColumnLayout& column : sheet.layout.columns) {
        if (wide != sheetNames().end()) {
            column.name = wide->second;
            found.insert(column.name);
            continue;
        }
        column.isImported = false;
        for (const auto& [header, name] : variableNames()) {
            if (column.name.starts_with(header)) {
                column.name = name;
                column.isImported = true;
                found.insert(name);
                break;
            }
        }
    }
}

Result<sheets::ImportPlan> planFor(const std::vector<sheets::Workbook>& workbooks) {
    sheets::ImportPlan plan =
        sheets::withSureNames(sheets::detectPlan(std::span<const sheets::Workbook>(workbooks)));
    plan.unitNames = sheets::UnitNames::ChinaPrefectures;
    plan.placeColumns = {"province"};
    std::set<std::string> found;
    for (sheets::SheetImport& sheet : plan.sheets) {
        if (sheet.file.starts_with("yearbook_")) {
            sheet.layout.periodRule = sheets::PeriodRule::FileNameLessOne;
        }
        nameColumns(sheet, found);
    }
    for (const auto* names : {&variableNames(), &sheetNames()}) {
        for (const auto& [header, name] : *names) {
            if (!found.contains(name)) {
                return Problem{.code = ProblemCode::Internal,
                               .place = {.variable = name},
                               .found = "no column " + header + " in the sample's files"};
            }
        }
    }
    return plan;
}

} // namespace

Result<project::Project> sampleProject(const SourceFiles& files, const std::vector<City>& cities) {
    project::Project project;
    CITYPANEL_TRY(const std::vector<sheets::Workbook> workbooks, addSources(project, files));
    CITYPANEL_TRY(project.plan, planFor(workbooks));
    project.recipe = sampleRecipe(cities);
    project.studies = sampleStudies();
    project.report.labels = sampleLabels();
    return project;
}

} // namespace citypanel::samples

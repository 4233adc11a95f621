// SPDX-License-Identifier: GPL-3.0-or-later
// How the real files are read, what is calculated from them, and the tables they give.
#include "resources/samples/real_project.h"

#include "core/base/problem.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/import.h"

#include <cstdlib>
#include <map>
#include <set>

namespace citypanel::samples {

namespace {

/// Header as read -> name in formulas.
const std::map<std::string, std::string>& realNames() {
    static const std::map<std::string, std::string> names = {
        {"插值_常住人口", "population"}, // 10,000
        {"人口密度", "density"},         // a square kilometre
        {"名义GDP", "gdp"},              // 100 million yuan
        {"实际GDP", "real_gdp"},         // of 2000
        {"GDP平减指数", "deflator"},     // 2000 = 1
        {"碳排放量", "carbon"},          // tonnes
        {"pm", "particles"},             // micrograms a cubic metre
        {"ec_city", "energy"},           // 10,000 tonnes of coal equivalent
        {"employment", "employed"},      // 10,000
        {"wage_average", "wage"},        // yuan
        {"capital_growth_gross_fixed_capital_formation", "investment"}, // 100 million yuan
        {"cost_of_air_pollution_emission_of_sulfur_dioxide", "so2"},    // tonnes
        {"信息传输_计算机服务和软件业_全市", "it_employees"},
        {"年末单位从业人员数_全市", "unit_employees"},
        {"从业人员期末人数_全市", "unit_employees"},
        {"城镇单位从业人员期末人数_全市", "unit_employees"},
        {"年末金融机构各项贷款余额", "loans"},  // 10,000 yuan
        {"外商直接投资", "foreign_investment"}, // million dollars
        {"v1美元兑人民币", "exchange_rate"},
        {"index_aggregate", "digital_finance"},
    };
    return names;
}

Result<sheets::ImportPlan> realPlan(const std::vector<sheets::Workbook>& workbooks) {
    sheets::ImportPlan plan =
        sheets::withSureNames(sheets::detectPlan(std::span<const sheets::Workbook>(workbooks)));
    plan.unitNames = sheets::UnitNames::ChinaPrefectures;
    plan.placeColumns = {"province"};
    std::set<std::string> found;
    std::erase_if(plan.sheets, [](const sheets::SheetImport& sheet) {
        return sheet.sheet.starts_with("计算过程"); // a worked example with other digits
    });
    for (sheets::SheetImport& sheet : plan.sheets) {
        if (sheet.file.starts_with("Data_")) {
            sheet.layout.periodRule = sheets::PeriodRule::FileNameLessOne;
        }
        for (sheets::ColumnLayout& column : sheet.layout.columns) {
            const auto name = realNames().find(column.name);
            column.isImported = name != realNames().end();
            if (column.isImported) {
                column.name = name->second;
                found.insert(name->second);
            }
        }
    }
    for (const auto& [header, name] : realNames()) {
        if (!found.contains(name)) {
            return Problem{.code = ProblemCode::Internal,
                           .place = {.variable = name},
                           .found = "no column " + header};
        }
    }
    return plan;
}

index::Indicator realIndicator(std::string name, std::string label, std::string expression,
                               index::Direction direction = index::Direction::Positive) {
    index::Indicator result;
    result.name = std::move(name);
    result.label = std::move(label);
    result.expression = std::move(expression);
    result.direction = direction;
    return result;
}

recipe::IndexStep fourIndicators() {
    recipe::IndexStep step;
    step.name = "index";
    step.label = "四指标指数";
    step.subIndices = index::SubIndices::None;
    step.indicators = {
        realIndicator("it", "信息业从业人员占比", "it_share"),
        realIndicator("average_wage", "职工平均工资", "wage"),
        realIndicator("so2_gdp", "单位产值二氧化硫排放", "so2 / gdp", index::Direction::Negative),
        realIndicator("dfi", "数字普惠金融指数", "digital_finance")};
    return step;
}

/// Places of which something is true, under a label; the others under another.
template <typename IsMember>
recipe::ListGroupStep realGroup(std::string name, const std::string& label, std::string remainder,
                                IsMember isMember) {
    const sheets::Gazetteer& gazetteer = sheets::chinaPrefectures();
    recipe::ListGroupStep step;
    step.name = std::move(name);
    step.remainder = std::move(remainder);
    for (std::size_t place = 0; place < gazetteer.places().size(); ++place) {
        if (isMember(gazetteer, place)) {
            step.lists[label].push_back(gazetteer.places()[place].name);
        }
    }
    return step;
}

recipe::PilotStep realPilots() {
    const sheets::Gazetteer& gazetteer = sheets::chinaPrefectures();
    recipe::PilotStep step;
    step.name = "low_carbon";
    for (std::size_t place = 0; place < gazetteer.places().size(); ++place) {
        const std::string year = gazetteer.membership("low_carbon_pilot", place);
        if (!year.empty()) {
            step.starts[gazetteer.places()[place].name] = std::strtoll(year.c_str(), nullptr, 10);
        }
    }
    return step;
}

recipe::Recipe realRecipe() {
    recipe::Recipe recipe;
    const auto add = [&recipe](recipe::Step step) {
        recipe = recipe::withStep(std::move(recipe), std::move(step));
    };
    const auto calculate = [&add](const char* name, const char* expression, const char* label) {
        add(recipe::CalculateStep{.name = name, .expression = expression, .label = label});
    };
    add(recipe::FilterStep{.from = 2006, .to = 2018});
    calculate("it_share", "it_employees / unit_employees", "信息业从业人员占比");
    add(recipe::InterpolateStep{
        .variables = {"it_share", "foreign_investment", "loans", "particles"}});
    calculate("real_investment", "investment / deflator", "实际固定资本形成");
    recipe::CapitalStockStep capital;
    capital.investment = "real_investment";
    capital.name = "capital";
    add(capital);
    add(recipe::FilterStep{.from = 2011, .to = 2016});
    add(recipe::CoverageStep{.variables = {"population", "density", "gdp", "real_gdp", "carbon",
                                           "particles", "energy", "employed", "wage", "so2",
                                           "it_share", "loans", "foreign_investment",
                                           "digital_finance", "capital"},
                             .share = 1.0});
    recipe::EfficiencyStep efficiency;
    efficiency.inputs = {"capital", "employed", "energy"};
    efficiency.good = {"real_gdp"};
    efficiency.bad = {"carbon", "particles"};
    efficiency.name = "coor";
    add(efficiency);
    add(fourIndicators());
    calculate("econ", "log(10000 * gdp / population)", "ln(人均地区生产总值)");
    calculate("fdi", "foreign_investment * exchange_rate / 100 / gdp", "外资占比");
    calculate("finan", "loans / (10000 * gdp)", "贷款占比");
    calculate("lnpd", "log(density)", "ln(人口密度)");
    using sheets::Gazetteer;
    add(realGroup("rank", "省会城市", "一般城市",
                  [](const Gazetteer& gazetteer, std::size_t place) {
                      return gazetteer.places()[place].isProvincialCapital;
                  }));
    add(realGroup("resource", "资源型城市", "非资源型城市",
                  [](const Gazetteer& gazetteer, std::size_t place) {
                      return !gazetteer.membership("resource_based", place).empty();
                  }));
    add(realPilots());
    add(recipe::WinsoriseStep{.variables = {"coor", "index", "econ", "fdi", "finan", "lnpd"}});
    return recipe;
}

study::StudyModel realModel() {
    study::StudyModel model;
    model.outcome = "coor";
    model.core = {"index"};
    model.controls = {"econ", "fdi", "finan", "lnpd"};
    model.effects = {"city", "year"};
    model.vcov = "hc1";
    return model;
}

std::vector<study::ProjectStudy> realStudies() {
    study::DescriptivesStudy descriptives;
    descriptives.variables = {"coor", "index", "econ", "fdi", "finan", "lnpd"};
    descriptives.withCorrelations = true;
    study::BaselineStudy baseline{.model = realModel()};
    study::BaselineStudy clustered = baseline;
    clustered.model.vcov = "cluster:city";
    study::RobustnessStudy robustness{.model = realModel()};
    robustness.checks = {{.kind = study::CheckKind::LaggedInstrument},
                         {.kind = study::CheckKind::Effects, .effects = {"city", "province^year"}}};
    study::HeterogeneityStudy groups{.model = realModel()};
    groups.by = {"rank", "resource", "low_carbon"};
    groups.reps = 500;
    return {{"descriptives", "descriptives", descriptives},
            {"baseline", "baseline", baseline},
            {"clustered", "baseline_clustered", clustered},
            {"robustness", "robustness", robustness},
            {"heterogeneity", "heterogeneity", groups}};
}

} // namespace

Result<project::Project> realProject(const SourceFiles& files) {
    project::Project project;
    CITYPANEL_TRY(const std::vector<sheets::Workbook> workbooks, addSources(project, files));
    CITYPANEL_TRY(project.plan, realPlan(workbooks));
    project.recipe = realRecipe();
    project.studies = realStudies();
    return project;
}

} // namespace citypanel::samples

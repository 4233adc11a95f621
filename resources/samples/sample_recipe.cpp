// SPDX-License-Identifier: GPL-3.0-or-later
// The recipe of the sample: gaps, index, capital, energy, efficiency, controls, groups, tails.
#include "core/recipe/recipe.h"
#include "core/sheets/gazetteer.h"
#include "resources/samples/sample_project.h"

#include <cstdlib>
#include <utility>

namespace citypanel::samples {

namespace {

recipe::CalculateStep calculated(std::string name, std::string expression, std::string label) {
    return {
        .name = std::move(name), .expression = std::move(expression), .label = std::move(label)};
}

index::Indicator indicator(std::string name, std::string label, std::string expression,
                           std::string dimension, std::string group) {
    index::Indicator result;
    result.name = std::move(name);
    result.label = std::move(label);
    result.expression = std::move(expression);
    result.dimension = std::move(dimension);
    result.group = std::move(group);
    return result;
}

/// New quality productive forces in three dimensions and six groups.
recipe::IndexStep productiveForces() {
    constexpr const char* labourers = "新质劳动者";
    constexpr const char* objects = "新质劳动对象";
    constexpr const char* means = "新质劳动资料";
    recipe::IndexStep step;
    step.name = "Nqp";
    step.label = "新质生产力";
    step.subNames = {{labourers, "Nql"}, {objects, "Nqo"}, {means, "Nqm"}};
    step.indicators = {
        indicator("human_capital", "高校在校生占比", "students / (10000 * population)", labourers,
                  "人力资本"),
        indicator("it_share", "信息业从业人员占比", "it_employees / unit_employees", labourers,
                  "劳动力数量"),
        indicator("average_wage", "在岗职工平均工资", "wage", labourers, "劳动生产率"),
        indicator("robot_density", "工业机器人渗透率", "robots", objects, "数字产业"),
        indicator("postal_share", "邮政业务收入占比", "postal / gdp", objects, "数字产业"),
        indicator("telecom_share", "电信业务收入占比", "telecom / gdp", objects, "数字产业"),
        indicator("science_share", "科学技术支出占比", "science / expenditure", objects,
                  "数字产业"),
        indicator("green_coverage", "建成区绿化覆盖率", "green", objects, "生态环境"),
        indicator("waste_treatment", "生活垃圾无害化处理率", "garbage", objects, "生态环境"),
        indicator("sulphur_intensity", "工业二氧化硫排放强度", "sulphur / gdp", objects,
                  "生态环境"),
        indicator("library_books", "公共图书馆藏量", "books", means, "基础设施"),
        indicator("broadband_rate", "人均宽带接入", "broadband / population", means, "基础设施"),
        indicator("mobile_rate", "人均移动电话", "mobile / population", means, "基础设施"),
        indicator("ai_number", "人工智能企业数", "ai_firms", means, "数智水平"),
        indicator("digital_inclusion", "数字普惠金融指数", "digital_finance", means, "数智水平"),
    };
    step.indicators[9].direction = index::Direction::Negative;
    return step;
}

/// Internet users, mobile subscribers and telecommunication volume a head.
recipe::IndexStep digitalLevel() {
    recipe::IndexStep step;
    step.name = "digital_level";
    step.label = "数字化水平";
    step.subIndices = index::SubIndices::None;
    step.indicators = {
        indicator("internet_users", "每百人互联网用户", "100 * broadband / population", "", ""),
        indicator("mobile_users", "每百人移动电话用户", "100 * mobile / population", "", ""),
        indicator("telecom_volume", "人均电信业务量", "telecom / population", "", "")};
    return step;
}

recipe::StandardCoalStep energy() {
    recipe::StandardCoalStep step;
    step.name = "energy";
    step.carriers = {{"electricity", prepare::EnergyUnit::TenThousandKilowattHours, 0.1229},
                     {"gas", prepare::EnergyUnit::TenThousandCubicMetres, 1.33},
                     {"lpg", prepare::EnergyUnit::Tonne, 1.7143}};
    return step;
}

recipe::CapitalStockStep capital() {
    recipe::CapitalStockStep step;
    step.investment = "investment";
    step.name = "capital";
    step.priceIndex = "price_index";
    return step;
}

recipe::EfficiencyStep efficiency() {
    recipe::EfficiencyStep step;
    step.inputs = {"capital", "employed", "energy"};
    step.good = {"gdp"};
    step.bad = {"carbon", "particles"};
    step.name = "Coor";
    return step;
}

/// First pilot year of the cities on the gazetteer's list of low-carbon pilots.
recipe::PilotStep lowCarbonPilots(const std::vector<City>& cities) {
    recipe::PilotStep step;
    step.name = "low_carbon";
    const sheets::Gazetteer& gazetteer = sheets::chinaPrefectures();
    for (const City& city : cities) {
        const auto place = gazetteer.placeOfCode(city.code);
        const std::string year =
            place ? gazetteer.membership("low_carbon_pilot", *place) : std::string();
        if (!year.empty()) {
            step.starts[city.name] = std::strtoll(year.c_str(), nullptr, 10);
        }
    }
    return step;
}

template <typename IsMember>
recipe::ListGroupStep listed(std::string name, const std::string& label, std::string remainder,
                             const std::vector<City>& cities, IsMember isMember) {
    recipe::ListGroupStep step;
    step.name = std::move(name);
    step.remainder = std::move(remainder);
    for (const City& city : cities) {
        if (isMember(city)) {
            step.lists[label].push_back(city.name);
        }
    }
    return step;
}

void addGroups(recipe::Recipe& recipe, const std::vector<City>& cities) {
    const auto add = [&recipe](recipe::Step step) {
        recipe = recipe::withStep(std::move(recipe), std::move(step));
    };
    add(listed("rank", "省会及直辖市", "一般城市", cities,
               [](const City& city) { return city.rank != CityRank::City; }));
    add(listed("resource", "资源型城市", "非资源型城市", cities,
               [](const City& city) { return city.isResourceBased; }));
    add(calculated("capital_city", "rank == \"省会及直辖市\"", "省会及直辖市"));
    add(calculated("resource_based", "resource == \"资源型城市\"", "资源型城市"));
    add(listed("kind", "直辖市", "其他城市", cities,
               [](const City& city) { return city.rank == CityRank::Municipality; }));
    add(recipe::QuantileGroupStep{
        .variable = "digital_level", .name = "digital", .labels = {"低数字化", "高数字化"}});
    add(lowCarbonPilots(cities));
    add(recipe::CrossingStep{.first = "digital",
                             .second = "low_carbon",
                             .name = "typology",
                             .labels = {{"高数字化 x 1", "双高型"},
                                        {"低数字化 x 0", "双低型"},
                                        {"高数字化 x 0", "数字驱动型"},
                                        {"低数字化 x 1", "压力倒逼型"}}});
}

} // namespace

recipe::Recipe sampleRecipe(const std::vector<City>& cities) {
    recipe::Recipe recipe;
    const auto add = [&recipe](recipe::Step step) {
        recipe = recipe::withStep(std::move(recipe), std::move(step));
    };
    add(recipe::InterpolateStep{.variables = {"population", "expenditure", "foreign_investment",
                                              "deposits", "loans", "students", "green", "garbage",
                                              "books", "wage", "broadband"}});
    add(productiveForces());
    add(digitalLevel());
    add(capital());
    add(energy());
    add(efficiency());
    add(calculated("Econ", "log(gdp / population)", "ln(人均地区生产总值)"));
    add(calculated("Gov", "expenditure / gdp", "财政支出占比"));
    add(calculated("FDI", "foreign_investment / gdp", "外资占比"));
    add(calculated("Finan", "(deposits + loans) / gdp", "存贷款占比"));
    add(calculated("lnpd", "log(10000 * population / area)", "ln(人口密度)"));
    add(calculated("electricity_intensity", "electricity / gdp", "单位产值电耗"));
    add(calculated("energy_intensity", "10000 * energy / gdp", "单位产值能耗"));
    add(calculated("ln_applications", "log(1 + green_applications)", "ln(1+绿色发明申请)"));
    add(calculated("ln_grants", "log(1 + green_grants)", "ln(1+绿色发明授权)"));
    add(calculated("inclusion", "digital_finance / 100", "数字普惠金融"));
    addGroups(recipe, cities);
    add(recipe::WinsoriseStep{.variables = {"Coor", "Nqp", "Nql", "Nqo", "Nqm", "Econ", "Gov",
                                            "FDI", "Finan", "lnpd", "electricity_intensity",
                                            "energy_intensity", "ln_applications", "ln_grants",
                                            "inclusion"}});
    return recipe;
}

} // namespace citypanel::samples

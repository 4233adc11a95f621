// SPDX-License-Identifier: GPL-3.0-or-later
// Recognising columns and putting the steps together.
#include "core/recipe/templates.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

namespace citypanel::recipe {

namespace {

using Names = std::initializer_list<std::string_view>;

bool isKey(const Panel& panel, const std::string& name) {
    return name == panel.keys().unit || name == panel.keys().period;
}

/// The first column whose name is one of these, or whose name or label contains one.
std::optional<std::string> columnLike(const Panel& panel, Names names, Names parts) {
    for (const std::string_view name : names) {
        if (panel.find(name) != nullptr) {
            return std::string(name);
        }
    }
    for (const std::string_view part : parts) {
        for (const Variable& column : panel.columns()) {
            const bool fits = column.name().find(part) != std::string::npos ||
                              column.label().find(part) != std::string::npos;
            if (fits && column.isNumeric() && !isKey(panel, column.name())) {
                return column.name();
            }
        }
    }
    return std::nullopt;
}

void addCapital(const Panel& panel, std::vector<Step>& steps) {
    const auto investment =
        columnLike(panel, {"investment", "fai", "invest"}, {"固定资产投资", "全社会固定资产投资"});
    const auto price =
        columnLike(panel, {"price_index_investment", "pfai"}, {"投资价格指数", "固定资产投资价格"});
    if (investment && panel.find("capital") == nullptr) {
        CapitalStockStep step{.investment = *investment, .name = "capital"};
        step.priceIndex = price.value_or(std::string());
        steps.emplace_back(std::move(step));
    }
}

void addCarrier(const Panel& panel, std::string_view carrier, Names names, Names parts,
                StandardCoalStep& step) {
    const auto column = columnLike(panel, names, parts);
    const auto* known =
        std::find_if(prepare::coalCoefficients.begin(), prepare::coalCoefficients.end(),
                     [&](const prepare::CoalCoefficient& c) { return c.carrier == carrier; });
    if (!column) {
        return;
    }
    const auto unit = prepare::energyUnitOf(panel.find(*column)->unitOfMeasure());
    step.carriers.push_back({*column, unit.value_or(known->base), known->coefficient});
}

void addCoal(const Panel& panel, std::vector<Step>& steps) {
    StandardCoalStep step = coalStepOf(panel);
    if (!step.carriers.empty() && panel.find("energy") == nullptr) {
        steps.emplace_back(std::move(step));
    }
}

void addLogarithms(const Panel& panel, std::vector<Step>& steps) {
    const auto perHead =
        columnLike(panel, {"gdp_per_capita", "pgdp"}, {"人均地区生产总值", "人均生产总值"});
    if (perHead && panel.find("lnpgdp") == nullptr) {
        steps.emplace_back(CalculateStep{
            .name = "lnpgdp", .expression = "ln(`" + *perHead + "`)", .label = "ln " + *perHead});
    }
}

} // namespace

StandardCoalStep coalStepOf(const Panel& panel) {
    StandardCoalStep step{.name = "energy"};
    addCarrier(panel, "natural_gas", {"natural_gas", "gas"}, {"天然气供气总量", "天然气"}, step);
    addCarrier(panel, "lpg", {"lpg"}, {"液化石油气供气总量", "液化石油气"}, step);
    addCarrier(panel, "electricity", {"electricity", "power"}, {"全社会用电量", "用电量"}, step);
    return step;
}

std::vector<ColumnName> continuousVariables(const Panel& panel) {
    std::vector<ColumnName> names;
    for (const Variable& column : panel.columns()) {
        const auto values = column.numbers();
        const bool hasOther = std::any_of(values.begin(), values.end(), [](double v) {
            return !isMissing(v) && v != 0 && v != 1;
        });
        if (column.type() == VariableType::Numeric && !isKey(panel, column.name()) && hasOther) {
            names.emplace_back(column.name());
        }
    }
    return names;
}

std::vector<Step> stepsOf(Template chosen, const Panel& panel) {
    constexpr double leastCoverage = 0.5;
    const std::vector<ColumnName> continuous = continuousVariables(panel);
    std::vector<Step> steps;
    if (continuous.empty()) {
        return steps;
    }
    steps.emplace_back(CoverageStep{.variables = continuous, .share = leastCoverage});
    steps.emplace_back(InterpolateStep{.variables = continuous});
    if (chosen == Template::Paper) {
        addCapital(panel, steps);
        addCoal(panel, steps);
        addLogarithms(panel, steps);
    }
    steps.emplace_back(WinsoriseStep{.variables = continuous});
    return steps;
}

} // namespace citypanel::recipe

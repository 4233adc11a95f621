// SPDX-License-Identifier: GPL-3.0-or-later
// Capital by perpetual inventory, unit by unit.
#include "core/recipe/capital_stock_step.h"

#include "core/panel/factor.h"
#include "core/panel/number_text.h"
#include "core/prepare/quantile.h"
#include "core/recipe/panel_edit.h"
#include "core/recipe/step_checks.h"
#include "core/recipe/step_columns.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::recipe {

ColumnEffect CapitalStockStep::effect(const Columns& columns) const {
    const ColumnInfo* info = columns.find(investment.text);
    return {.needs = columnsRead(*this),
            .adds = {{.name = name.text,
                      .unitOfMeasure = info == nullptr ? std::string() : info->unitOfMeasure}}};
}

Problems CapitalStockStep::check(const Columns& columns) const {
    StepChecks checks(columns);
    checks.hasKeys();
    checks.isNumeric(investment, "investment");
    checks.isFree("name", name.text);
    checks.isNumericIfNamed(priceIndex);
    checks.isNumericIfNamed(depreciationColumn);
    checks.require(depreciation >= 0 && depreciation < 1, "depreciation",
                   shortestText(depreciation), "0 <= d < 1");
    if (!depreciationGroup.empty()) {
        checks.exists(depreciationGroup);
    }
    for (const DepreciationRate& line : depreciationTable) {
        checks.require(line.rate >= 0 && line.rate < 1, "depreciation_table",
                       shortestText(line.rate), "0 <= d < 1");
        checks.isGiven(line.group.empty() || !depreciationGroup.empty(), "depreciation_group");
    }
    checks.require(initialShare > 0, "initial_share", shortestText(initialShare), "> 0");
    checks.require(growthPeriods >= 0, "growth_periods", std::to_string(growthPeriods), ">= 0");
    if (growth == prepare::GrowthMeasure::Output) {
        checks.isNumeric(output, "output");
    }
    if (initial == prepare::InitialStock::Given) {
        checks.isNumeric(givenStock, "given_stock");
    }
    return checks.take();
}

namespace {

/// Columns the step reads; those it does not are empty.
struct Inputs {
    std::vector<double> investment;
    std::vector<double> price;
    std::vector<double> depreciation;
    std::vector<double> output;
    std::vector<double> given;
};

Result<std::vector<double>> numbersOf(const Panel& panel, const ColumnName& name) {
    if (name.empty()) {
        return std::vector<double>{};
    }
    CITYPANEL_TRY(const Variable variable, panel.variable(name.text));
    return std::vector<double>(variable.numbers().begin(), variable.numbers().end());
}

bool fits(const DepreciationRate& line, const std::string& group, Period period) {
    return (line.group.empty() || line.group == group) && (!line.from || period >= *line.from) &&
           (!line.to || period <= *line.to);
}

/// Rate of each row by the table, the constant where no line fits.
Result<std::vector<double>> tabulated(const CapitalStockStep& step, const Panel& panel) {
    std::vector<double> rates(panel.rowCount(), step.depreciation);
    Factor groups{{}, std::vector<std::int32_t>(panel.rowCount(), 0), {std::string()}};
    if (!step.depreciationGroup.empty()) {
        CITYPANEL_TRY(groups, factorOf(panel, step.depreciationGroup.text));
    }
    for (std::size_t row = 0; row < rates.size(); ++row) {
        const std::int32_t code = groups.codes[row];
        const std::string& group =
            code == missingCode ? std::string() : groups.levels[static_cast<std::size_t>(code)];
        const auto line = std::find_if(
            step.depreciationTable.begin(), step.depreciationTable.end(),
            [&](const DepreciationRate& l) { return fits(l, group, panel.periods()[row]); });
        rates[row] = line == step.depreciationTable.end() ? step.depreciation : line->rate;
    }
    return rates;
}

Result<Inputs> inputsOf(const CapitalStockStep& step, const Panel& panel) {
    Inputs inputs;
    CITYPANEL_TRY(inputs.investment, numbersOf(panel, step.investment));
    CITYPANEL_TRY(inputs.price, numbersOf(panel, step.priceIndex));
    CITYPANEL_TRY(inputs.depreciation, numbersOf(panel, step.depreciationColumn));
    CITYPANEL_TRY(inputs.output, numbersOf(panel, step.output));
    CITYPANEL_TRY(inputs.given, numbersOf(panel, step.givenStock));
    if (inputs.depreciation.empty()) {
        CITYPANEL_TRY(inputs.depreciation, tabulated(step, panel));
    }
    return inputs;
}

std::span<const double> part(const std::vector<double>& values, std::size_t begin,
                             std::size_t size) {
    return values.empty() ? std::span<const double>()
                          : std::span<const double>(values).subspan(begin, size);
}

/// Investment of one unit at the prices of its first period with investment.
Result<std::vector<double>> realInvestment(const CapitalStockStep& step, const Inputs& inputs,
                                           std::span<const Period> periods, std::size_t begin) {
    const auto nominal = part(inputs.investment, begin, periods.size());
    std::vector<double> real(nominal.begin(), nominal.end());
    const auto first =
        std::find_if(real.begin(), real.end(), [](double v) { return !isMissing(v); });
    if (inputs.price.empty() || first == real.end()) {
        return real;
    }
    const Period base = periods[static_cast<std::size_t>(first - real.begin())];
    const auto levels = prepare::priceLevels(part(inputs.price, begin, periods.size()), periods,
                                             step.indexBase, base);
    if (!levels) {
        return located(levels.error(), {.variable = step.priceIndex.text});
    }
    for (std::size_t i = 0; i < real.size(); ++i) {
        real[i] /= (*levels)[i];
    }
    return real;
}

Result<std::vector<double>> stockOfReal(const CapitalStockStep& step, const Inputs& inputs,
                                        const std::vector<double>& real,
                                        std::span<const Period> periods, std::size_t begin) {
    return prepare::capitalStock(
        {real, part(inputs.depreciation, begin, periods.size()),
         part(inputs.output, begin, periods.size()), part(inputs.given, begin, periods.size())},
        periods, {step.initial, step.initialShare, step.growth, step.growthPeriods});
}

/// The stock of one unit; its ratio of initial stock to initial investment is added to the list.
Result<std::vector<double>> stockOfUnit(const CapitalStockStep& step, const Inputs& inputs,
                                        std::span<const Period> periods, std::size_t begin,
                                        std::vector<double>& ratios) {
    CITYPANEL_TRY(const std::vector<double> real, realInvestment(step, inputs, periods, begin));
    CITYPANEL_TRY(std::vector<double> stock, stockOfReal(step, inputs, real, periods, begin));
    const auto first =
        std::find_if(stock.begin(), stock.end(), [](double v) { return !isMissing(v); });
    if (first != stock.end()) {
        const double ratio = *first / real[static_cast<std::size_t>(first - stock.begin())];
        if (std::isfinite(ratio)) {
            ratios.push_back(ratio);
        }
    }
    return stock;
}

void noteRatios(std::vector<double> ratios, const std::string& name, PanelEdit& edit) {
    if (ratios.empty()) {
        return;
    }
    std::sort(ratios.begin(), ratios.end());
    edit.note("initial_ratio_min", name, ratios.front());
    edit.note("initial_ratio_median", name,
              prepare::quantileOfSorted(ratios, 0.5, prepare::QuantileRule::Pctile));
    edit.note("initial_ratio_max", name, ratios.back());
}

} // namespace

Result<StepOutcome> CapitalStockStep::apply(const Panel& panel, const std::string& key,
                                            Progress& progress) const {
    CITYPANEL_TRY(const Inputs inputs, inputsOf(*this, panel));
    std::vector<double> stock(panel.rowCount(), missingValue);
    std::vector<double> ratios;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const std::size_t begin = panel.unitBegin(unit);
        const auto periods = panel.periods().subspan(begin, panel.unitEnd(unit) - begin);
        auto ofUnit = stockOfUnit(*this, inputs, periods, begin, ratios);
        if (!ofUnit) {
            return located(ofUnit.error(),
                           {.variable = investment.text, .unit = panel.unitLabels()[unit]});
        }
        std::copy(ofUnit->begin(), ofUnit->end(),
                  stock.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    PanelEdit edit(panel, key);
    edit.add(Variable::numeric(name.text, std::move(stock))
                 .withUnitOfMeasure(panel.find(investment.text)->unitOfMeasure()));
    noteRatios(std::move(ratios), name.text, edit);
    return edit.finish();
}

} // namespace citypanel::recipe

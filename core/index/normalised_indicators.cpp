// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation of indicators, rows left out, scales.
#include "core/index/normalised_indicators.h"

#include "core/panel/expression.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace citypanel::index {

namespace {

using Columns = std::vector<std::vector<double>>;

Problem ofIndicator(Problem problem, const Indicator& indicator) {
    return located(std::move(problem), {.variable = indicator.name});
}

Result<Columns> evaluated(const Panel& panel, const std::vector<Indicator>& indicators) {
    if (indicators.empty()) {
        return Problem{.code = ProblemCode::OptionMissing, .place = {.variable = "indicators"}};
    }
    std::set<std::string> names;
    Columns columns;
    for (const Indicator& indicator : indicators) {
        if (!names.insert(indicator.name).second) {
            return Problem{.code = ProblemCode::VariableDuplicate,
                           .place = {.variable = indicator.name}};
        }
        const auto parsed = parseExpression(indicator.expression.text);
        if (!parsed) {
            return ofIndicator(parsed.error(), indicator);
        }
        auto values = evaluate(*parsed, panel);
        if (!values) {
            return ofIndicator(values.error(), indicator);
        }
        columns.push_back(std::move(values->values));
    }
    return columns;
}

Place placeOf(const Panel& panel, std::size_t row, const std::string& variable) {
    Place place{.variable = variable};
    place.unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
    if (!panel.isCrossSection()) {
        place.period = std::to_string(panel.periods()[row]);
    }
    return place;
}

/// What is said of the rows that lack an indicator: the one that lacks most and where it does so
/// first, the rows in all.
Problem incompleteProblem(const Panel& panel, const std::vector<Indicator>& indicators,
                          const Columns& columns, std::size_t left) {
    std::ptrdiff_t most = 0;
    std::size_t worst = 0;
    for (std::size_t j = 0; j < columns.size(); ++j) {
        const auto missing = std::count_if(columns[j].begin(), columns[j].end(), &isMissing);
        if (missing > most) {
            most = missing;
            worst = j;
        }
    }
    const auto first = std::find_if(columns[worst].begin(), columns[worst].end(), &isMissing);
    const auto row = static_cast<std::size_t>(first - columns[worst].begin());
    return {.code = ProblemCode::ValuesUndefined,
            .place = placeOf(panel, row, indicators[worst].name),
            .found = std::to_string(most),
            .expected = std::to_string(left)};
}

/// The rows that have every indicator. Problems: ValuesUndefined where refused, SampleEmpty.
Result<std::vector<std::size_t>> completeRows(const Panel& panel,
                                              const std::vector<Indicator>& indicators,
                                              const Columns& columns, IncompleteRows rule,
                                              Problems& warnings) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const bool isComplete =
            std::none_of(columns.begin(), columns.end(), [row](const std::vector<double>& column) {
                return isMissing(column[row]);
            });
        if (isComplete) {
            rows.push_back(row);
        }
    }
    if (rows.size() < panel.rowCount()) {
        Problem problem =
            incompleteProblem(panel, indicators, columns, panel.rowCount() - rows.size());
        if (rule == IncompleteRows::Refuse) {
            return problem;
        }
        problem.severity = Severity::Warning;
        warnings.push_back(std::move(problem));
    }
    if (rows.empty()) {
        return Problem{.code = ProblemCode::SampleEmpty};
    }
    return rows;
}

Status checkValues(const Panel& panel, const std::vector<std::size_t>& rows,
                   const std::vector<Indicator>& indicators, const Columns& columns,
                   Normalisation rule) {
    for (std::size_t j = 0; j < columns.size(); ++j) {
        for (const std::size_t row : rows) {
            const double value = columns[j][row];
            if (!std::isfinite(value)) {
                return Problem{.code = ProblemCode::ValueInfinite,
                               .place = placeOf(panel, row, indicators[j].name),
                               .found = indicators[j].name};
            }
            if (rule == Normalisation::Vector && value < 0) {
                return Problem{.code = ProblemCode::ValueNegative,
                               .place = placeOf(panel, row, indicators[j].name),
                               .found = shortestText(value),
                               .expected = std::string(nameOf(rule))};
            }
        }
    }
    return {};
}

std::vector<IndicatorBlock> blocksOf(const Panel& panel, const std::vector<std::size_t>& rows,
                                     WeightScope scope) {
    std::vector<IndicatorBlock> blocks;
    if (scope == WeightScope::Pooled) {
        blocks.push_back({.rows = rows});
        return blocks;
    }
    for (const Period period : panel.distinctPeriods()) {
        IndicatorBlock block{.period = period};
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(block.rows),
                     [&](std::size_t row) { return panel.periods()[row] == period; });
        if (!block.rows.empty()) {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

/// How far each value is from the best; 0 is best.
Eigen::VectorXd distances(const Eigen::VectorXd& values, double low, double high) {
    return (low - values.array()).max(values.array() - high).max(0.0).matrix();
}

/// 1 at the best values, 0 at the farthest: the usual formula of moderate indicators.
Eigen::VectorXd closeness(const Eigen::VectorXd& values, const Indicator& indicator) {
    const double high = indicator.direction == Direction::Moderate ? indicator.low : indicator.high;
    const Eigen::VectorXd distance = distances(values, indicator.low, high);
    const double farthest = distance.maxCoeff();
    return farthest > 0 ? Eigen::VectorXd((1.0 - distance.array() / farthest).matrix())
                        : Eigen::VectorXd::Ones(values.size());
}

Eigen::VectorXd minMax(const Eigen::VectorXd& values, Direction direction) {
    const double least = values.minCoeff();
    const double most = values.maxCoeff();
    return direction == Direction::Negative
               ? Eigen::VectorXd((most - values.array()) / (most - least))
               : Eigen::VectorXd((values.array() - least) / (most - least));
}

Eigen::VectorXd zScore(const Eigen::VectorXd& values, Direction direction) {
    const Eigen::VectorXd centred = (values.array() - values.mean()).matrix();
    const double sd = centred.norm() / std::sqrt(static_cast<double>(values.size() - 1));
    return (direction == Direction::Negative ? -1.0 : 1.0) / sd * centred;
}

void normalise(IndicatorBlock& block, const std::vector<Indicator>& indicators,
               const Columns& columns, Normalisation rule, Problems& warnings) {
    const auto n = static_cast<Eigen::Index>(block.rows.size());
    const auto m = static_cast<Eigen::Index>(indicators.size());
    block.raw.resize(n, m);
    block.z.setZero(n, m);
    block.isConstant.assign(indicators.size(), false);
    for (Eigen::Index j = 0; j < m; ++j) {
        const auto place = static_cast<std::size_t>(j);
        for (Eigen::Index i = 0; i < n; ++i) {
            block.raw(i, j) = columns[place][block.rows[static_cast<std::size_t>(i)]];
        }
        if (auto z = normalised(block.raw.col(j), indicators[place], rule)) {
            block.z.col(j) = *z;
        } else {
            block.isConstant[place] = true;
            Problem warning{.code = ProblemCode::VariableConstant,
                            .place = {.variable = indicators[place].name},
                            .found = "e = 1, w = 0",
                            .severity = Severity::Warning};
            warning.place.period = block.period ? std::to_string(*block.period) : std::string();
            warnings.push_back(std::move(warning));
        }
    }
}

} // namespace

std::optional<Eigen::VectorXd> normalised(const Eigen::VectorXd& values, const Indicator& indicator,
                                          Normalisation rule) {
    Eigen::VectorXd x = values;
    Direction direction = indicator.direction;
    if (direction == Direction::Moderate || direction == Direction::Interval) {
        x = closeness(values, indicator);
        direction = Direction::Positive;
    }
    if (!(x.maxCoeff() > x.minCoeff())) {
        return std::nullopt;
    }
    switch (rule) {
    case Normalisation::MinMax:
        // Closeness is on the scale already: the best value, not the best found, is 1.
        return direction == indicator.direction ? minMax(x, direction) : x;
    case Normalisation::MinMax99:
        return Eigen::VectorXd(
            0.01 + 0.99 * (direction == indicator.direction ? minMax(x, direction) : x).array());
    case Normalisation::ZScore:
        return zScore(x, direction);
    case Normalisation::Vector:
        break;
    }
    return Eigen::VectorXd((direction == Direction::Negative ? -1.0 : 1.0) / x.norm() * x);
}

Result<NormalisedIndicators> normalisedIndicators(const Panel& panel,
                                                  const std::vector<Indicator>& indicators,
                                                  const Weighting& weighting) {
    if (weighting.scope == WeightScope::Period && panel.isCrossSection()) {
        return Problem{.code = ProblemCode::KeyColumnMissing};
    }
    CITYPANEL_TRY(const Columns columns, evaluated(panel, indicators));
    NormalisedIndicators result{.rowCount = panel.rowCount()};
    CITYPANEL_TRY(const std::vector<std::size_t> rows,
                  completeRows(panel, indicators, columns, weighting.incomplete, result.warnings));
    CITYPANEL_TRY_STATUS(checkValues(panel, rows, indicators, columns, weighting.normalisation));
    result.rowsUsed = rows.size();
    result.blocks = blocksOf(panel, rows, weighting.scope);
    for (IndicatorBlock& block : result.blocks) {
        normalise(block, indicators, columns, weighting.normalisation, result.warnings);
    }
    return result;
}

} // namespace citypanel::index

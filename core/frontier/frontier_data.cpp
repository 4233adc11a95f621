// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of variables by role: missing, negative, infinite and empty rows; scaling.
#include "core/frontier/frontier_data.h"

#include "core/panel/factor.h"
#include "core/panel/not_numeric.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace citypanel::frontier {

namespace {

struct Column {
    std::string name;
    Variable variable;
};

Problem optionInvalid(std::string option, std::string found, std::string expected) {
    return Problem{.code = ProblemCode::OptionInvalid,
                   .place = {.variable = std::move(option)},
                   .found = std::move(found),
                   .expected = std::move(expected)};
}

Place placeOf(const Panel& panel, std::size_t row, const std::string& variable) {
    Place place{.variable = variable};
    place.unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
    if (!panel.isCrossSection()) {
        place.period = std::to_string(panel.periods()[row]);
    }
    return place;
}

Result<std::vector<Column>> columnsOf(const Panel& panel, const Technology& technology) {
    std::vector<Column> columns;
    std::set<std::string> names;
    for (const RoleVariable& role : technology.variables()) {
        CITYPANEL_TRY(Variable variable, panel.variable(role.variable.text));
        if (!variable.isNumeric()) {
            return notNumeric(panel, variable);
        }
        if (!names.insert(role.variable.text).second) {
            return Problem{.code = ProblemCode::VariableDuplicate,
                           .place = {.variable = role.variable.text}};
        }
        if (role.weight && !(*role.weight >= 0.0 && std::isfinite(*role.weight))) {
            return Problem{.code = ProblemCode::WeightInvalid,
                           .place = {.variable = role.variable.text},
                           .found = shortestText(*role.weight),
                           .expected = ">= 0"};
        }
        columns.push_back({role.variable.text, std::move(variable)});
    }
    return columns;
}

/// Zeros count as this share of the mean where rows are told apart by logarithms.
constexpr double leastRelative = 1e-9;

/// Reads row after row and sorts out what no program can take.
class RowReader {
public:
    RowReader(const Panel& panel, const EfficiencyModel& model, std::vector<Column> columns)
        : panel_(panel), model_(model), columns_(std::move(columns)) {
        data_.inputs = model.technology.inputs.size();
        data_.good = model.technology.good.size();
        data_.bad = model.technology.bad.size();
        missing_.assign(columns_.size(), 0);
        firstMissing_.resize(columns_.size());
    }

    Result<FrontierData> read() {
        for (std::size_t row = 0; row < panel_.rowCount(); ++row) {
            CITYPANEL_TRY(const bool usable, isUsable(row));
            if (usable) {
                data_.rows.push_back(row);
            }
        }
        if (data_.rows.empty()) {
            return nothingLeft();
        }
        if (unusable_ > 0) {
            Problem warning = first_;
            warning.severity = Severity::Warning;
            warning.expected = std::to_string(unusable_); // rows left out; found is of the first
            data_.warnings.push_back(std::move(warning));
        }
        warnOfMissing();
        fill();
        return std::move(data_);
    }

private:
    /// Negative values have a meaning only where programs do not change under translation: the
    /// range-directional model with sum lambda = 1 (Portela, Thanassoulis and Simpson 2004).
    [[nodiscard]] bool allowsNegative() const {
        return model_.technology.returns == ReturnsToScale::Variable &&
               model_.technology.direction == Direction::Range &&
               model_.measure == Measure::Directional;
    }

    /// What took the last row: an unusable value, or a variable without any value.
    [[nodiscard]] Problem nothingLeft() const {
        if (unusable_ > 0) {
            return first_;
        }
        const auto most = std::max_element(missing_.begin(), missing_.end());
        Problem problem{.code = ProblemCode::SampleEmpty};
        if (most != missing_.end() && *most == panel_.rowCount()) {
            problem.place.variable =
                columns_[static_cast<std::size_t>(most - missing_.begin())].name;
        }
        return problem;
    }

    Result<bool> refuse(Problem problem) {
        if (model_.unusable == UnusableRows::Refuse) {
            return problem;
        }
        if (unusable_ == 0) {
            first_ = std::move(problem);
        }
        ++unusable_;
        return false;
    }

    /// A row that lacks a value has no score whatever the rule; it is said of the first such row of
    /// each variable.
    bool isIncomplete(std::size_t row) {
        bool lacks = false;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (isMissing(columns_[i].variable.numbers()[row])) {
                lacks = true;
                if (missing_[i]++ == 0) {
                    firstMissing_[i] = placeOf(panel_, row, columns_[i].name);
                }
            }
        }
        return lacks;
    }

    void warnOfMissing() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (missing_[i] > 0) {
                data_.warnings.push_back({.code = ProblemCode::ValuesUndefined,
                                          .place = std::move(firstMissing_[i]),
                                          .found = std::to_string(missing_[i]),
                                          .severity = Severity::Warning});
            }
        }
    }

    Result<bool> isUsable(std::size_t row) {
        if (isIncomplete(row)) {
            return false;
        }
        for (const Column& column : columns_) {
            const double value = column.variable.numbers()[row];
            if (!std::isfinite(value)) {
                return Problem{.code = ProblemCode::ValueInfinite,
                               .place = placeOf(panel_, row, column.name)};
            }
            if (value < 0 && !allowsNegative()) {
                return refuse({.code = ProblemCode::ValueNegative,
                               .place = placeOf(panel_, row, column.name),
                               .found = shortestText(value)});
            }
        }
        return hasActivity(row);
    }

    /// A row without any input, or without any desirable output, has no score and would make the
    /// frontier of everybody else.
    Result<bool> hasActivity(std::size_t row) {
        const auto allZero = [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                if (columns_[i].variable.numbers()[row] != 0.0) {
                    return false;
                }
            }
            return true;
        };
        const std::size_t outputs = data_.inputs + data_.good;
        if (allZero(0, data_.inputs)) {
            return refuse({.code = ProblemCode::ValueZero,
                           .place = placeOf(panel_, row, columns_.front().name)});
        }
        if (allZero(data_.inputs, outputs)) {
            return refuse({.code = ProblemCode::ValueZero,
                           .place = placeOf(panel_, row, columns_[data_.inputs].name)});
        }
        return true;
    }

    void fill() {
        const std::size_t n = data_.size();
        const std::size_t d = columns_.size();
        data_.raw.resize(d * n);
        std::vector<double> mean(d, 0.0);
        for (std::size_t i = 0; i < d; ++i) {
            const std::span<const double> values = columns_[i].variable.numbers();
            double best = values[data_.rows[0]];
            for (std::size_t j = 0; j < n; ++j) {
                const double value = values[data_.rows[j]];
                data_.raw[i * n + j] = value;
                mean[i] += std::abs(value) / static_cast<double>(n);
                best = data_.isGood(i) ? std::max(best, value) : std::min(best, value);
            }
            data_.best.push_back(best);
        }
        scale(mean);
    }

    /// The size of a row is its largest value in units of the variables' means, rounded to a power
    /// of two: dividing by it loses nothing, so that equal proportions stay equal.
    void scale(const std::vector<double>& mean) {
        const std::size_t n = data_.size();
        const std::size_t d = columns_.size();
        data_.rowSize.assign(n, 0.0);
        data_.logarithms.assign(n * (d + 1), 0.0);
        for (std::size_t i = 0; i < d; ++i) {
            for (std::size_t j = 0; j < n && mean[i] > 0.0; ++j) {
                const double relative = std::abs(data_.rawAt(i, j)) / mean[i];
                data_.rowSize[j] = std::max(data_.rowSize[j], relative);
                data_.logarithms[j * (d + 1) + i] = std::log(std::max(relative, leastRelative));
            }
        }
        for (double& size : data_.rowSize) {
            size = std::ldexp(1.0, std::ilogb(size));
        }
        data_.scaled.resize((d + 1) * n);
        data_.typical.assign(d, 1.0);
        for (std::size_t i = 0; i < d; ++i) {
            double largest = 0.0;
            for (std::size_t j = 0; j < n; ++j) {
                const double value = data_.rawAt(i, j) / data_.rowSize[j];
                data_.scaled[i * n + j] = value;
                largest = std::max(largest, std::abs(value));
            }
            data_.typical[i] = largest > 0.0 ? largest : 1.0;
        }
        for (std::size_t j = 0; j < n; ++j) {
            data_.scaled[d * n + j] = 1.0 / data_.rowSize[j];
        }
    }

    const Panel& panel_;
    const EfficiencyModel& model_;
    std::vector<Column> columns_;
    FrontierData data_;
    std::size_t unusable_ = 0;
    Problem first_{};
    std::vector<std::size_t> missing_; ///< missing values of each column
    std::vector<Place> firstMissing_;  ///< the first of them
};

Status checkOptions(const EfficiencyModel& model) {
    const Technology& technology = model.technology;
    if (technology.inputs.empty()) {
        return optionInvalid("inputs", "", ">= 1");
    }
    if (technology.good.empty()) {
        return optionInvalid("good", "", ">= 1");
    }
    if (model.reference == Reference::Group && model.group.empty()) {
        return Problem{.code = ProblemCode::OptionMissing, .place = {.variable = "group"}};
    }
    const bool isDirectional =
        model.measure == Measure::Directional || model.measure == Measure::NonRadialDirectional;
    if (model.measure == Measure::Radial && model.orientation == Orientation::None) {
        return optionInvalid("orientation", "none", "in, out");
    }
    if (model.measure == Measure::Ebm && model.orientation == Orientation::Out) {
        return optionInvalid("orientation", "out", "in, none");
    }
    if (model.super != SuperEfficiency::Off && (isDirectional || model.measure == Measure::Ebm)) {
        return optionInvalid("super", std::string(nameOf(model.measure)), "radial, sbm");
    }
    if (isDirectional && technology.disposability == Disposability::Kuosmanen &&
        technology.returns != ReturnsToScale::Variable) {
        return optionInvalid("rts", std::string(nameOf(technology.returns)), "vrs");
    }
    return {};
}

/// Members and evaluated rows are the same rows, grouped by a key.
template <typename Key>
std::vector<ReferenceSet> setsByKey(const std::vector<Key>& keys) {
    std::map<Key, ReferenceSet> sets;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        sets[keys[i]].members.push_back(static_cast<RowIndex>(i));
    }
    std::vector<ReferenceSet> result;
    for (auto& [key, set] : sets) {
        set.evaluated = set.members;
        result.push_back(std::move(set));
    }
    return result;
}

Result<std::vector<ReferenceSet>> windowSets(const Panel& panel, const std::vector<Period>& period,
                                             std::int64_t window) {
    const std::span<const Period> all = panel.distinctPeriods();
    if (window < 1 || static_cast<std::size_t>(window) > all.size()) {
        return optionInvalid("window", std::to_string(window),
                             "1 .. " + std::to_string(all.size()));
    }
    std::vector<ReferenceSet> sets;
    const auto width = static_cast<std::size_t>(window);
    for (std::size_t first = 0; first + width <= all.size(); ++first) {
        ReferenceSet set;
        set.firstPeriod = all[first];
        for (std::size_t i = 0; i < period.size(); ++i) {
            if (period[i] >= all[first] && period[i] <= all[first + width - 1]) {
                set.members.push_back(static_cast<RowIndex>(i));
            }
        }
        set.evaluated = set.members;
        if (!set.members.empty()) {
            sets.push_back(std::move(set));
        }
    }
    return sets;
}

} // namespace

std::vector<RoleVariable> Technology::variables() const {
    std::vector<RoleVariable> all = inputs;
    all.insert(all.end(), good.begin(), good.end());
    all.insert(all.end(), bad.begin(), bad.end());
    return all;
}

Result<FrontierData> readFrontierData(const Panel& panel, const EfficiencyModel& model) {
    CITYPANEL_TRY_STATUS(checkOptions(model));
    CITYPANEL_TRY(std::vector<Column> columns, columnsOf(panel, model.technology));
    return RowReader(panel, model, std::move(columns)).read();
}

Result<std::vector<ReferenceSet>> referenceSets(const Panel& panel, const FrontierData& data,
                                                const EfficiencyModel& model) {
    if (model.reference == Reference::Group) {
        CITYPANEL_TRY(const Factor factor, factorOf(panel, model.group.text));
        std::vector<std::int32_t> level;
        for (const std::size_t row : data.rows) {
            level.push_back(factor.codes[row]);
        }
        return setsByKey(level);
    }
    if (model.reference == Reference::Global) {
        return setsByKey(std::vector<int>(data.size(), 0));
    }
    if (panel.isCrossSection()) {
        return optionInvalid("reference", std::string(nameOf(model.reference)), "global, group");
    }
    std::vector<Period> period;
    for (const std::size_t row : data.rows) {
        period.push_back(panel.periods()[row]);
    }
    if (model.reference == Reference::Window) {
        return windowSets(panel, period, model.window);
    }
    return setsByKey(period);
}

} // namespace citypanel::frontier

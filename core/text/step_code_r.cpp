// SPDX-License-Identifier: GPL-3.0-or-later
// Steps in R: one overload a kind, so that a step without its R equivalent does not compile.
#include "core/panel/number_text.h"
#include "core/prepare/standard_coal.h"
#include "core/text/expression_code.h"
#include "core/text/step_code_writers.h"

#include <algorithm>

namespace citypanel::text {

namespace {

using namespace recipe;
using Code = std::optional<std::string>;

std::string rText(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return result + "\"";
}

std::string textOf(double value) {
    return shortestText(value);
}

std::string textOf(std::int64_t value) {
    return std::to_string(value);
}

std::string textOf(const std::string& value) {
    return rText(value);
}

/// c(1, 2), c("a", "b"); NULL for none.
template <typename T>
std::string vectorOf(const std::vector<T>& values) {
    std::string code;
    for (const auto& value : values) {
        code.append(code.empty() ? "c(" : ", ").append(textOf(value));
    }
    return code.empty() ? "NULL" : code + ")";
}

std::string column(const std::string& name) {
    return "panel$" + codeName(name, CodeLanguage::R);
}

std::string columnOrNull(const ColumnName& name) {
    return name.empty() ? "NULL" : column(name);
}

template <HasEnumNames E>
std::string rOption(E value) {
    return rText(nameOf(value));
}

std::string rFlag(bool value) {
    return value ? "TRUE" : "FALSE";
}

void appendLine(std::string& code, const std::string& line) {
    code.append(code.empty() ? "" : "\n").append(line);
}

/// What an expression reads inside with(panel, ...).
std::string inPanel(const ExpressionText& expression, const PanelKeys& keys) {
    return "with(panel, " + expressionCode(expression.text, keys, CodeLanguage::R).value + ")";
}

class RSteps {
public:
    explicit RSteps(const Columns& before) : before_(before) {}

    Code operator()(const FilterStep& s) const {
        std::string code;
        const auto keep = [&](const std::string& condition) {
            appendLine(code, "panel <- panel[which(" + condition + "), ]");
        };
        if (!s.condition.empty()) {
            keep(inPanel(s.condition, before_.keys));
        }
        if (!s.dropUnits.empty()) {
            keep("!(" + unit() + " %in% " + vectorOf(s.dropUnits) + ")");
        }
        if (!s.dropPeriods.empty()) {
            keep("!(" + period() + " %in% " + vectorOf(s.dropPeriods) + ")");
        }
        if (s.from) {
            keep(period() + " >= " + textOf(*s.from));
        }
        if (s.to) {
            keep(period() + " <= " + textOf(*s.to));
        }
        return code;
    }

    Code operator()(const CoverageStep& s) const {
        std::vector<std::string> names(s.variables.begin(), s.variables.end());
        for (const ColumnInfo& info : before_.columns) {
            const bool isNumeric =
                info.type == VariableType::Numeric || info.type == VariableType::Flag;
            const bool isKey = info.name == before_.keys.unit || info.name == before_.keys.period;
            if (s.variables.empty() && isNumeric && !isKey) {
                names.push_back(info.name);
            }
        }
        return "panel <- cp_coverage(panel, " + rText(before_.keys.unit) + ", " +
               rText(before_.keys.period) + ", " + vectorOf(names) + ", " + textOf(s.share) + ")";
    }

    Code operator()(const InterpolateStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            appendLine(code, column(name) + " <- cp_interpolate(" + column(name) + ", " + keys() +
                                 ", " + rOption(s.method) + ", " + rOption(s.ends) + ", " +
                                 textOf(s.maxGap) + ")");
        }
        return code;
    }

    Code operator()(const WinsoriseStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            appendLine(code, column(name) + " <- cp_limit(" + column(name) + ", " +
                                 groupOf(s.within) + ", " + textOf(s.lower) + " / 100, " +
                                 textOf(s.upper) + " / 100, " + rOption(s.sides) + ", " +
                                 rOption(s.treatment) + ", type = " + typeOf(s.quantile) + ")");
        }
        return code;
    }

    Code operator()(const CalculateStep& s) const {
        std::string code = column(s.name) + " <- cp_finite(as.numeric(" +
                           inPanel(s.expression, before_.keys) + "))";
        if (!s.label.empty()) {
            appendLine(code, "attr(" + column(s.name) + ", \"label\") <- " + rText(s.label));
        }
        return code;
    }

    Code operator()(const RenameStep& s) const {
        std::string code;
        if (!s.label.empty()) {
            appendLine(code, "attr(" + column(s.variable) + ", \"label\") <- " + rText(s.label));
        }
        if (!s.name.empty()) {
            appendLine(code, "names(panel)[names(panel) == " + rText(s.variable.text) + "] <- " +
                                 rText(s.name.text));
        }
        return code;
    }

    Code operator()(const DropStep& s) const {
        return "panel[" +
               vectorOf(std::vector<std::string>(s.variables.begin(), s.variables.end())) +
               "] <- NULL";
    }

    Code operator()(const StandardiseStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            appendLine(code, column(name.text + s.suffix) + " <- cp_standardise(" + column(name) +
                                 ", " + groupOf(s.within) + ", " + rOption(s.scale) + ")");
        }
        return code;
    }

    Code operator()(const QuantileGroupStep& s) const {
        return labelled(s.name, s.labels, s.groups,
                        "cp_groups(" + column(s.variable) + ", " + textOf(s.groups) + ", " +
                            groupOf(s.within) + ", " + rOption(s.ties) +
                            ", type = " + typeOf(s.quantile) + ")");
    }

    Code operator()(const ValueGroupStep& s) const {
        return labelled(s.name, s.labels, static_cast<std::int64_t>(s.limits.size()) + 1,
                        "findInterval(" + column(s.variable) + ", " + vectorOf(s.limits) +
                            ", left.open = " + rFlag(s.ties == prepare::Ties::Lower) + ") + 1");
    }

    Code operator()(const ListGroupStep& s) const {
        std::string lists;
        for (const auto& [label, values] : s.lists) {
            lists.append(lists.empty() ? "list(" : ", ")
                .append(rText(label) + " = " + vectorOf(values));
        }
        return column(s.name) + " <- cp_lists(" +
               (s.variable.empty() ? unit() : column(s.variable)) + ", " + lists + "), " +
               (s.remainder.empty() ? std::string("NA") : rText(s.remainder)) + ")";
    }

    Code operator()(const CrossingStep& s) const {
        std::string labels;
        for (const auto& [levels, label] : s.labels) {
            labels.append(labels.empty() ? "c(" : ", ")
                .append(rText(levels) + " = " + rText(label));
        }
        return column(s.name) + " <- cp_cross(" + column(s.first) + ", " + column(s.second) + ", " +
               (labels.empty() ? "NULL" : labels + ")") + ")";
    }

    Code operator()(const PilotStep& s) const {
        std::string starts;
        for (const auto& [name, start] : s.starts) {
            starts.append(starts.empty() ? "c(" : ", ").append(rText(name) + " = " + textOf(start));
        }
        return column(s.name) + " <- cp_pilot(" + keys() + ", " + starts + "))";
    }

    Code operator()(const CorrectStep& s) const {
        return column(s.variable) + "[" + unit() + " == " + rText(s.unit) + " & " + period() +
               " == " + textOf(s.period) + "] <- " + (s.value ? textOf(*s.value) : "NA") + " # " +
               s.reason;
    }

    Code operator()(const ChainGrowthStep& s) const {
        return column(s.name) + " <- cp_chain(" + column(s.level) + ", " + column(s.growth) + ", " +
               keys() + ", " + rOption(s.form) + ", " + rFlag(s.backward) + ")";
    }

    Code operator()(const CapitalStockStep& s) const {
        std::string code;
        std::string rate = textOf(s.depreciation);
        if (!s.depreciationColumn.empty()) {
            rate = column(s.depreciationColumn);
        } else if (!s.depreciationTable.empty()) {
            rate = "depreciation";
            code = depreciationTable(s);
        }
        appendLine(
            code, column(s.name) + " <- cp_capital(" + column(s.investment) + ", " + keys() + ", " +
                      rate + ", " + rOption(s.initial) + ", share = " + textOf(s.initialShare) +
                      ", growth = " + rOption(s.growth) + ", steps = " + textOf(s.growthPeriods) +
                      ", price = " + columnOrNull(s.priceIndex) +
                      ", base = " + rOption(s.indexBase) + ", output = " + columnOrNull(s.output) +
                      ", given = " + columnOrNull(s.givenStock) + ")");
        return code;
    }

    Code operator()(const DeflateStep& s) const {
        std::string code = "level <- cp_price(" + column(s.priceIndex) + ", " + keys() + ", " +
                           rOption(s.indexBase) + ", " + textOf(s.basePeriod) + ")";
        for (const ColumnName& name : s.variables) {
            appendLine(code, column(name.text + s.suffix) + " <- " + column(name) + " / level");
        }
        return code;
    }

    Code operator()(const StandardCoalStep& s) const {
        std::string carriers;
        std::vector<double> factors;
        for (const EnergyCarrier& carrier : s.carriers) {
            carriers.append(carriers.empty() ? "list(" : ", ").append(column(carrier.variable));
            factors.push_back(prepare::baseUnitsPer(carrier.unit) * carrier.coefficient);
        }
        return column(s.name) + " <- cp_coal(" + carriers + "), " + vectorOf(factors) + ", " +
               rFlag(s.missingAsZero) + ") / " + textOf(prepare::kilogramsPer(s.resultUnit));
    }

    Code operator()(const MergeStep& s) const {
        const std::vector<std::string> ours(s.on.begin(), s.on.end());
        return "panel <- cp_merge(panel, " + rText(otherTableFile(s)) + ", " + vectorOf(ours) +
               ", " + vectorOf(s.tableKeys.empty() ? ours : s.tableKeys) + ", " + vectorOf(s.take) +
               ", " + rText(s.suffix) + ")";
    }

    Code operator()(const ReshapeStep& s) const {
        const std::vector<std::string> names(s.variables.begin(), s.variables.end());
        const std::string rest =
            vectorOf(names) + ", " + vectorOf(s.periods) + ", " + rText(s.separator) + ")";
        return s.shape == Shape::Wide ? "panel <- cp_wide(panel, " + rText(before_.keys.unit) +
                                            ", " + rText(before_.keys.period) + ", " + rest
                                      : "panel <- cp_long(panel, " + rText(s.unit.text) + ", " +
                                            rText(s.periodName.text) + ", " + rest;
    }

    Code operator()(const EfficiencyStep&) const { return std::nullopt; }

    Code operator()(const IndexStep&) const { return std::nullopt; }

    Code operator()(const PredictStep&) const { return std::nullopt; }

    Code operator()(const UnknownStep&) const { return std::nullopt; }

private:
    [[nodiscard]] std::string unit() const { return column(before_.keys.unit); }

    [[nodiscard]] std::string period() const { return column(before_.keys.period); }

    [[nodiscard]] std::string keys() const { return unit() + ", " + period(); }

    [[nodiscard]] std::string groupOf(prepare::Within within) const {
        switch (within) {
        case prepare::Within::Pooled:
            return "NULL";
        case prepare::Within::Period:
            return period();
        case prepare::Within::Unit:
            return unit();
        }
        return {};
    }

    static std::string typeOf(prepare::QuantileRule rule) {
        return std::to_string(prepare::hyndmanFanType(rule));
    }

    static std::string labelled(const NewColumnName& name, std::vector<std::string> labels,
                                std::int64_t groups, const std::string& codes) {
        if (labels.empty() && groups == 2) {
            labels = {"low", "high"};
        }
        return column(name) + " <- " +
               (labels.empty() ? "as.character(" + codes + ")"
                               : vectorOf(labels) + "[" + codes + "]");
    }

    /// The lines of the table from the last to the first, since the first that fits counts.
    [[nodiscard]] std::string depreciationTable(const CapitalStockStep& s) const {
        std::string code = "depreciation <- rep(" + textOf(s.depreciation) + ", nrow(panel))";
        for (auto line = s.depreciationTable.rbegin(); line != s.depreciationTable.rend(); ++line) {
            std::string condition = "TRUE";
            if (!line->group.empty()) {
                condition = column(s.depreciationGroup) + " %in% " + rText(line->group);
            }
            condition += line->from ? " & " + period() + " >= " + textOf(*line->from) : "";
            condition += line->to ? " & " + period() + " <= " + textOf(*line->to) : "";
            appendLine(code, "depreciation[" + condition + "] <- " + textOf(line->rate));
        }
        return code;
    }

    const Columns& before_;
};

} // namespace

std::optional<std::string> rStepCode(const Step& step, const Columns& before) {
    return std::visit(RSteps(before), step);
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Steps in Stata: one overload a kind, so that a step without its equivalent does not compile.
#include "core/panel/number_text.h"
#include "core/prepare/standard_coal.h"
#include "core/text/expression_code.h"
#include "core/text/step_code_writers.h"

#include <algorithm>

namespace citypanel::text {

namespace {

using namespace recipe;
using Code = std::optional<std::string>;

/// Compound quotes hold any text without an unbalanced quote of their own.
std::string stataText(std::string_view text) {
    const bool hasQuote = text.find('"') != std::string_view::npos;
    return (hasQuote ? "`\"" : "\"") + std::string(text) + (hasQuote ? "\"'" : "\"");
}

std::string nameOfColumn(const std::string& column) {
    return codeName(column, CodeLanguage::Stata);
}

/// A column's name as an argument of a Mata function; "" for none.
std::string argument(const std::string& column) {
    return "\"" + (column.empty() ? std::string() : nameOfColumn(column)) + "\"";
}

template <HasEnumNames E>
std::string option(E value) {
    return "\"" + std::string(nameOf(value)) + "\"";
}

std::string flag(bool value) {
    return value ? "1" : "0";
}

void addLine(std::string& code, const std::string& line) {
    code.append(code.empty() ? "" : "\n").append(line);
}

std::string groupName(prepare::Within within) {
    switch (within) {
    case prepare::Within::Pooled:
        return "\"\"";
    case prepare::Within::Period:
        return "st_global(\"cp_period\")";
    case prepare::Within::Unit:
        return "st_global(\"cp_unit\")";
    }
    return {};
}

std::string nameList(const std::vector<ColumnName>& names) {
    std::string code;
    for (const ColumnName& name : names) {
        code.append(code.empty() ? "" : " ").append(nameOfColumn(name));
    }
    return code;
}

class StataSteps {
public:
    explicit StataSteps(const Columns& before) : before_(before) {}

    Code operator()(const FilterStep& s) const {
        std::string code;
        if (!s.condition.empty()) {
            const ExpressionCode condition =
                expressionCode(s.condition.text, before_.keys, CodeLanguage::Stata);
            code = withTemporaries(condition, "keep if " + condition.isTrue);
        }
        for (const std::string& name : s.dropUnits) {
            addLine(code, "drop if " + unit() + " == " + unitValue(name));
        }
        for (const std::int64_t dropped : s.dropPeriods) {
            addLine(code, "drop if " + period() + " == " + std::to_string(dropped));
        }
        if (s.from) {
            addLine(code, "keep if " + period() + " >= " + std::to_string(*s.from));
        }
        if (s.to) {
            addLine(code, "keep if " + period() + " <= " + std::to_string(*s.to));
        }
        return code;
    }

    Code operator()(const CoverageStep& s) const {
        std::vector<ColumnName> names = s.variables;
        for (const ColumnInfo& info : before_.columns) {
            const bool isNumeric =
                info.type == VariableType::Numeric || info.type == VariableType::Flag;
            const bool isKey = info.name == before_.keys.unit || info.name == before_.keys.period;
            if (s.variables.empty() && isNumeric && !isKey) {
                names.emplace_back(info.name);
            }
        }
        std::string code = "quietly levelsof " + period() + "\nlocal periods = r(r)";
        std::string condition;
        int at = 0;
        for (const ColumnName& name : names) {
            const std::string count = "__n" + std::to_string(++at);
            addLine(code,
                    "egen long " + count + " = count(" + nameOfColumn(name) + "), by($cp_unit)");
            condition.append(condition.empty() ? "" : " | ")
                .append(count + " < " + shortestText(s.share) + " * `periods'");
        }
        addLine(code, "drop if " + condition);
        addLine(code, "drop __n*");
        return code;
    }

    Code operator()(const InterpolateStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            addLine(code, "mata: cp_interpolate(" + argument(name) + ", " + option(s.method) +
                              ", " + option(s.ends) + ", " + std::to_string(s.maxGap) + ")");
        }
        return code;
    }

    Code operator()(const WinsoriseStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            addLine(code, "mata: cp_limit(" + argument(name) + ", " + groupName(s.within) + ", " +
                              shortestText(s.lower) + ", " + shortestText(s.upper) + ", " +
                              option(s.sides) + ", " + option(s.treatment) + ", " +
                              typeOf(s.quantile) + ")");
        }
        return code;
    }

    Code operator()(const CalculateStep& s) const {
        const ExpressionCode expression =
            expressionCode(s.expression.text, before_.keys, CodeLanguage::Stata);
        std::string code = withTemporaries(expression, "generate double " + nameOfColumn(s.name) +
                                                           " = " + expression.value);
        if (!s.label.empty()) {
            addLine(code, "label variable " + nameOfColumn(s.name) + " " + stataText(s.label));
        }
        return code;
    }

    Code operator()(const RenameStep& s) const {
        std::string code;
        if (!s.label.empty()) {
            addLine(code, "label variable " + nameOfColumn(s.variable) + " " + stataText(s.label));
        }
        if (!s.name.empty()) {
            addLine(code, "rename " + nameOfColumn(s.variable) + " " + nameOfColumn(s.name));
        }
        return code;
    }

    Code operator()(const DropStep& s) const { return "drop " + nameList(s.variables); }

    Code operator()(const StandardiseStep& s) const {
        std::string code;
        for (const ColumnName& name : s.variables) {
            addLine(code, "mata: cp_standardise(" + argument(name) + ", " +
                              argument(name.text + s.suffix) + ", " + groupName(s.within) + ", " +
                              option(s.scale) + ")");
        }
        return code;
    }

    Code operator()(const QuantileGroupStep& s) const {
        return labelled(s.name, s.labels, s.groups,
                        "mata: cp_groups(" + argument(s.variable) + ", \"__g\", " +
                            groupName(s.within) + ", " + std::to_string(s.groups) + ", " +
                            option(s.ties) + ", " + typeOf(s.quantile) + ")");
    }

    Code operator()(const ValueGroupStep& s) const {
        const std::string variable = nameOfColumn(s.variable);
        std::string code = "generate long __g = 1 if !missing(" + variable + ")";
        const std::string relation = s.ties == prepare::Ties::Upper ? " >= " : " > ";
        for (const double limit : s.limits) {
            code.append("\nreplace __g = __g + 1 if " + variable + relation + shortestText(limit) +
                        " & !missing(" + variable + ")");
        }
        return labelled(s.name, s.labels, static_cast<std::int64_t>(s.limits.size()) + 1, code);
    }

    Code operator()(const ListGroupStep& s) const {
        const std::string source = s.variable.empty() ? unit() : nameOfColumn(s.variable);
        const std::string name = nameOfColumn(s.name);
        std::string code = "generate " + name + " = \"\"";
        if (!s.remainder.empty()) {
            addLine(code, "replace " + name + " = " + stataText(s.remainder) + " if !missing(" +
                              source + ")");
        }
        const bool isText = s.variable.empty() ? isTextUnit() : isTextColumn(s.variable);
        for (const auto& [label, values] : s.lists) {
            for (const std::string& value : values) {
                addLine(code, "replace " + name + " = " + stataText(label) + " if " + source +
                                  " == " + (isText ? stataText(value) : value));
            }
        }
        return code;
    }

    Code operator()(const CrossingStep& s) const {
        const std::string name = nameOfColumn(s.name);
        std::string code = "generate " + name + " = " + textOf(s.first) + " + \" x \" + " +
                           textOf(s.second) + " if !missing(" + nameOfColumn(s.first) + ", " +
                           nameOfColumn(s.second) + ")";
        for (const auto& [levels, label] : s.labels) {
            addLine(code, "replace " + name + " = " + stataText(label) + " if " + name +
                              " == " + stataText(levels));
        }
        return code;
    }

    Code operator()(const PilotStep& s) const {
        const std::string name = nameOfColumn(s.name);
        std::string code = "generate double " + name + " = 0";
        for (const auto& [place, start] : s.starts) {
            addLine(code, "replace " + name + " = 1 if " + unit() + " == " + unitValue(place) +
                              " & " + period() + " >= " + std::to_string(start));
        }
        return code;
    }

    Code operator()(const CorrectStep& s) const {
        return "replace " + nameOfColumn(s.variable) + " = " +
               (s.value ? shortestText(*s.value) : std::string(".")) + " if " + unit() +
               " == " + unitValue(s.unit) + " & " + period() + " == " + std::to_string(s.period) +
               " // " + s.reason;
    }

    Code operator()(const ChainGrowthStep& s) const {
        return "mata: cp_chain(" + argument(s.level) + ", " + argument(s.growth) + ", " +
               argument(s.name) + ", " + option(s.form) + ", " + flag(s.backward) + ")";
    }

    Code operator()(const CapitalStockStep& s) const {
        std::string code;
        std::string rate = s.depreciationColumn.text;
        if (rate.empty()) {
            rate = "__d";
            code = "generate double __d = " + shortestText(s.depreciation);
            for (auto line = s.depreciationTable.rbegin(); line != s.depreciationTable.rend();
                 ++line) {
                addLine(code, "replace __d = " + shortestText(line->rate) + conditionOf(s, *line));
            }
        }
        addLine(code, "mata: cp_capital(" + argument(s.investment) + ", " + argument(s.name) +
                          ", " + argument(rate) + ", " + option(s.initial) + ", " +
                          shortestText(s.initialShare) + ", " + option(s.growth) + ", " +
                          std::to_string(s.growthPeriods) + ", " + argument(s.priceIndex) + ", " +
                          option(s.indexBase) + ", " + argument(s.output) + ", " +
                          argument(s.givenStock) + ")");
        if (s.depreciationColumn.empty()) {
            addLine(code, "drop __d");
        }
        return code;
    }

    Code operator()(const DeflateStep& s) const {
        std::string code = "mata: cp_price(" + argument(s.priceIndex) + ", \"__level\", " +
                           option(s.indexBase) + ", " + std::to_string(s.basePeriod) + ")";
        for (const ColumnName& name : s.variables) {
            addLine(code, (s.suffix.empty() ? "replace " : "generate double ") +
                              nameOfColumn(name.text + s.suffix) + " = " + nameOfColumn(name) +
                              " / __level");
        }
        addLine(code, "drop __level");
        return code;
    }

    Code operator()(const StandardCoalStep& s) const {
        std::string sum;
        std::string known;
        for (const EnergyCarrier& carrier : s.carriers) {
            const std::string name = nameOfColumn(carrier.variable);
            const std::string factor =
                shortestText(prepare::baseUnitsPer(carrier.unit) * carrier.coefficient);
            sum.append(sum.empty() ? "" : " + ")
                .append(s.missingAsZero ? "cond(missing(" + name + "), 0, " + name + ")" : name)
                .append(" * " + factor);
            known.append(known.empty() ? "" : " | ").append("!missing(" + name + ")");
        }
        return "generate double " + nameOfColumn(s.name) + " = (" + sum + ") / " +
               shortestText(prepare::kilogramsPer(s.resultUnit)) + " if " + known;
    }

    Code operator()(const MergeStep& s) const {
        const std::vector<ColumnName>& ours = s.on;
        std::string code = "preserve\nimport delimited using " + stataText(otherTableFile(s)) +
                           ", clear encoding(\"UTF-8\") varnames(1) case(preserve)";
        std::string keep = nameList(ours);
        for (std::size_t i = 0; i < s.tableKeys.size(); ++i) {
            if (s.tableKeys[i] != ours[i].text) {
                addLine(code,
                        "rename " + nameOfColumn(s.tableKeys[i]) + " " + nameOfColumn(ours[i]));
            }
        }
        for (const std::string& name : taken(s)) {
            if (!s.suffix.empty()) {
                addLine(code, "rename " + nameOfColumn(name) + " " + nameOfColumn(name + s.suffix));
            }
            keep.append(" ").append(nameOfColumn(name + s.suffix));
        }
        addLine(code, "keep " + keep);
        addLine(code, "tempfile table\nsave `table'\nrestore");
        addLine(code,
                "merge m:1 " + nameList(ours) + " using `table', keep(master match) nogenerate");
        addLine(code, "sort $cp_unit $cp_period");
        return code;
    }

    Code operator()(const ReshapeStep& s) const {
        std::string stubs;
        for (const ColumnName& name : s.variables) {
            stubs.append(stubs.empty() ? "" : " ").append(nameOfColumn(name.text + s.separator));
        }
        if (s.shape == Shape::Long) {
            std::string code = "reshape long " + stubs + ", i(" + nameOfColumn(s.unit) + ") j(" +
                               nameOfColumn(s.periodName) + ")";
            return code + renamedStubs(s, false);
        }
        std::string code = "keep if inlist(" + period();
        for (const std::int64_t kept : s.periods) {
            code.append(", ").append(std::to_string(kept));
        }
        addLine(code += ")", "keep " + unit() + " " + period() + " " + nameList(s.variables));
        return code + renamedStubs(s, true) + "\nreshape wide " + stubs + ", i(" + unit() + ") j(" +
               period() + ")";
    }

    Code operator()(const EfficiencyStep&) const { return std::nullopt; }

    Code operator()(const IndexStep&) const { return std::nullopt; }

    Code operator()(const PredictStep&) const { return std::nullopt; }

    Code operator()(const UnknownStep&) const { return std::nullopt; }

private:
    [[nodiscard]] std::string unit() const { return nameOfColumn(before_.keys.unit); }

    [[nodiscard]] std::string period() const { return nameOfColumn(before_.keys.period); }

    [[nodiscard]] bool isTextColumn(const std::string& name) const {
        const ColumnInfo* info = before_.find(name);
        return info == nullptr || info->type == VariableType::Text ||
               info->type == VariableType::Category;
    }

    [[nodiscard]] bool isTextUnit() const { return isTextColumn(before_.keys.unit); }

    [[nodiscard]] std::string unitValue(const std::string& value) const {
        return isTextUnit() ? stataText(value) : value;
    }

    [[nodiscard]] std::string textOf(const ColumnName& name) const {
        return isTextColumn(name) ? nameOfColumn(name) : "string(" + nameOfColumn(name) + ")";
    }

    static std::string typeOf(prepare::QuantileRule rule) {
        return std::to_string(prepare::hyndmanFanType(rule));
    }

    static std::string withTemporaries(const ExpressionCode& expression, const std::string& line) {
        std::string code;
        for (const std::string& command : expression.before) {
            addLine(code, command);
        }
        addLine(code, line);
        if (!expression.temporary.empty()) {
            addLine(code, "drop __t*");
        }
        return code;
    }

    /// The commands make the numbers of the groups in __g; this names them.
    static std::string labelled(const NewColumnName& name, std::vector<std::string> labels,
                                std::int64_t groups, std::string code) {
        const std::string column = nameOfColumn(name);
        if (labels.empty() && groups == 2) {
            labels = {"low", "high"};
        }
        if (labels.empty()) {
            addLine(code, "generate " + column + " = string(__g) if !missing(__g)");
        } else {
            addLine(code, "generate " + column + " = \"\"");
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            addLine(code, "replace " + column + " = " + stataText(labels[i]) +
                              " if __g == " + std::to_string(i + 1));
        }
        addLine(code, "drop __g");
        return code;
    }

    [[nodiscard]] std::string conditionOf(const CapitalStockStep& s,
                                          const DepreciationRate& line) const {
        std::vector<std::string> conditions;
        if (!line.group.empty()) {
            conditions.push_back(
                nameOfColumn(s.depreciationGroup) +
                " == " + (isTextColumn(s.depreciationGroup) ? stataText(line.group) : line.group));
        }
        if (line.from) {
            conditions.push_back(period() + " >= " + std::to_string(*line.from));
        }
        if (line.to) {
            conditions.push_back(period() + " <= " + std::to_string(*line.to));
        }
        std::string code;
        for (const std::string& condition : conditions) {
            code.append(code.empty() ? " if " : " & ").append(condition);
        }
        return code;
    }

    /// Names of the columns a merge brings in.
    static std::vector<std::string> taken(const MergeStep& s) {
        std::vector<std::string> names = s.take;
        if (names.empty() && s.table) {
            const std::vector<std::string> keys =
                s.tableKeys.empty() ? std::vector<std::string>(s.on.begin(), s.on.end())
                                    : s.tableKeys;
            for (const Variable& column : s.table->table.columns()) {
                if (std::find(keys.begin(), keys.end(), column.name()) == keys.end()) {
                    names.push_back(column.name());
                }
            }
        }
        return names;
    }

    /// reshape knows its stubs with the separator.
    static std::string renamedStubs(const ReshapeStep& s, bool toStub) {
        std::string code;
        for (const ColumnName& name : s.variables) {
            const std::string stub = nameOfColumn(name.text + s.separator);
            if (!s.separator.empty()) {
                code.append("\nrename ")
                    .append(toStub ? nameOfColumn(name) + " " + stub
                                   : stub + " " + nameOfColumn(name));
            }
        }
        return code;
    }

    const Columns& before_;
};

} // namespace

std::optional<std::string> stataStepCode(const Step& step, const Columns& before) {
    return std::visit(StataSteps(before), step);
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several values holds.
#include "core/sheets/conflicts.h"

#include "core/panel/number_text.h"
#include "core/sheets/named_year.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace citypanel::sheets {

namespace {

std::string cellOf(const GivenValue& value) {
    return cellName(value.row, value.column);
}

std::string shown(const GivenValue& value) {
    return value.text.empty() ? shortestText(value.number) : value.text;
}

/// The last of the values whose file has the latest year in its name, or the range that ends
/// latest; files without one are oldest.
std::size_t newest(const std::vector<GivenValue>& values) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        best = latestYearIn(values[i].file) >= latestYearIn(values[best].file) ? i : best;
    }
    return best;
}

double meanOf(const std::vector<GivenValue>& values) {
    double sum = 0;
    for (const GivenValue& value : values) {
        sum += value.number;
    }
    return sum / static_cast<double>(values.size());
}

void take(ValueConflict& conflict, std::size_t index) {
    conflict.chosen = index;
    conflict.number = conflict.values[index].number;
    conflict.text = conflict.values[index].text;
}

void apply(ConflictRule rule, ValueConflict& conflict) {
    const bool isText = !conflict.values[0].text.empty();
    switch (rule) {
    case ConflictRule::First:
        take(conflict, 0);
        break;
    case ConflictRule::Newer:
        take(conflict, newest(conflict.values));
        break;
    case ConflictRule::Mean:
        if (isText) {
            take(conflict, 0);
        } else {
            conflict.number = meanOf(conflict.values);
        }
        break;
    case ConflictRule::Missing:
        break;
    }
}

/// The value of the table that a decision names, where its rows have moved: the only one that the
/// table gives; the end where it gives none or several.
std::vector<GivenValue>::const_iterator onlyValueOf(const ValueDecision& decision,
                                                    const ValueConflict& conflict) {
    const auto isOfTable = [&](const GivenValue& given) {
        return given.file == decision.file && given.sheet == decision.sheet;
    };
    const auto& values = conflict.values;
    const bool isOnly =
        !decision.cell.empty() && std::count_if(values.begin(), values.end(), isOfTable) == 1;
    return isOnly ? std::find_if(values.begin(), values.end(), isOfTable) : values.end();
}

/// A value's place: as much of file, sheet and cell as the conflict's values do not share.
std::string placeIn(const ValueConflict& conflict, const GivenValue& value) {
    const auto& values = conflict.values;
    const auto differ = [&](const auto& part) {
        return std::any_of(values.begin(), values.end(),
                           [&](const GivenValue& other) { return part(other) != part(value); });
    };
    const bool byFile = differ([](const GivenValue& v) { return v.file; });
    const bool bySheet = std::any_of(values.begin(), values.end(), [&](const GivenValue& other) {
        return other.file == value.file && other.sheet != value.sheet;
    });
    return (byFile ? value.file + " " : "") + (bySheet ? value.sheet + " " : "") + cellOf(value);
}

} // namespace

bool saySame(double a, const std::string& textA, double b, const std::string& textB) {
    constexpr double lastBits = 1e-14;
    const bool isSame =
        isSameNumber(a, b) || std::abs(a - b) <= lastBits * std::max(std::abs(a), std::abs(b));
    return isSame && textA == textB;
}

ConflictRules::ConflictRules(const ImportPlan& plan) : plan_(plan) {
    for (const VariableRule& rule : plan.variableRules) {
        byVariable_[rule.variable] = rule.rule;
    }
    for (const ValueDecision& decision : plan.values) {
        decisions_[{decision.variable, decision.unit, decision.period}] = &decision;
    }
}

ConflictRule ConflictRules::ruleFor(const ValueConflict& conflict) const {
    const auto own = byVariable_.find(conflict.variable);
    if (own != byVariable_.end()) {
        return own->second;
    }
    return conflict.isWithinTable ? plan_.withinTable : plan_.betweenSources;
}

void ConflictRules::decide(ValueConflict& conflict) const {
    conflict.rule = ruleFor(conflict);
    const auto found = decisions_.find({conflict.variable, conflict.unit, conflict.period});
    if (found == decisions_.end()) {
        apply(conflict.rule, conflict);
        return;
    }
    const ValueDecision& decision = *found->second;
    const auto value = std::find_if(
        conflict.values.cbegin(), conflict.values.cend(), [&](const GivenValue& given) {
            return given.file == decision.file && given.sheet == decision.sheet &&
                   cellOf(given) == decision.cell;
        });
    const auto held = value != conflict.values.end() ? value : onlyValueOf(decision, conflict);
    // A decision for a table that is no longer among the values decides nothing.
    conflict.isDecided = decision.cell.empty() || held != conflict.values.end();
    if (held != conflict.values.end()) {
        take(conflict, static_cast<std::size_t>(std::distance(conflict.values.cbegin(), held)));
    } else if (!conflict.isDecided) {
        apply(conflict.rule, conflict);
    }
}

VariableSources sourcesOf(const ImportPlan& plan) {
    VariableSources sources;
    for (const SheetImport& table : plan.sheets) {
        for (const ColumnLayout& column : table.layout.columns) {
            sources.emplace(column.name, table.file, table.sheet);
        }
    }
    return sources;
}

bool isAmong(const ValueConflict& conflict, const VariableSources& adopted) {
    return std::all_of(conflict.values.begin(), conflict.values.end(),
                       [&](const GivenValue& value) {
                           return adopted.contains({conflict.variable, value.file, value.sheet});
                       });
}

bool isOpen(const ValueConflict& conflict, const VariableSources& adopted) {
    return !conflict.isDecided &&
           ((conflict.rule == ConflictRule::Missing && conflict.isWithinTable) ||
            !isAmong(conflict, adopted));
}

std::string decidedBy(const ValueConflict& conflict) {
    return conflict.isDecided ? "decision" : std::string(nameOf(conflict.rule));
}

std::optional<std::string> rivalInAge(const ValueConflict& conflict) {
    if (conflict.rule != ConflictRule::Newer || conflict.isDecided || !conflict.chosen) {
        return std::nullopt;
    }
    const GivenValue& taken = conflict.values[*conflict.chosen];
    const auto rival =
        std::find_if(conflict.values.begin(), conflict.values.end(), [&](const GivenValue& value) {
            return value.file != taken.file &&
                   latestYearIn(value.file) == latestYearIn(taken.file) &&
                   !saySame(value.number, value.text, taken.number, taken.text);
        });
    return rival == conflict.values.end() ? std::nullopt : std::optional(rival->file);
}

const GivenValue& otherValue(const ValueConflict& conflict) {
    const GivenValue& first = conflict.values.front();
    const auto other =
        std::find_if(conflict.values.begin(), conflict.values.end(), [&](const GivenValue& value) {
            return !saySame(value.number, value.text, first.number, first.text);
        });
    return other == conflict.values.end() ? conflict.values.back() : *other;
}

Problem warningOf(const ValueConflict& conflict) {
    const GivenValue& first = conflict.values[0];
    constexpr std::size_t listed = 5; // the rest stands in the report
    std::string list;
    for (std::size_t i = 0; i < std::min(listed, conflict.values.size()); ++i) {
        const GivenValue& value = conflict.values[i];
        list += (list.empty() ? "" : ", ") + shown(value) + " (" + placeIn(conflict, value) + ")";
    }
    list += conflict.values.size() > listed ? ", …" : "";
    return {.code = ProblemCode::DuplicateKey,
            .place = {.file = first.file,
                      .sheet = first.sheet,
                      .cell = cellOf(first),
                      .variable = conflict.variable,
                      .unit = conflict.unit,
                      .period = std::to_string(conflict.period)},
            .found = conflict.chosen || !isMissing(conflict.number)
                         ? (conflict.text.empty() ? shortestText(conflict.number) : conflict.text)
                         : std::string(),
            .expected = list,
            .severity = Severity::Warning};
}

} // namespace citypanel::sheets

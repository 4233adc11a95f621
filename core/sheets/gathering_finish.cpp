// SPDX-License-Identifier: GPL-3.0-or-later
// What was gathered made into columns: conflicts decided, origins recorded, places described.
#include "core/sheets/gathering.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

/// What a gazetteer says of a place under the name of a column.
std::string placeText(const Gazetteer& gazetteer, std::size_t place, const std::string& column) {
    const GazetteerPlace& found = gazetteer.places()[place];
    const std::array<std::pair<std::string_view, const std::string*>, 5> known{
        {{"code", &found.code},
         {"province", &found.province},
         {"region", &found.region},
         {"type", &found.type},
         {"rank", &found.rank}}};
    for (const auto& [name, text] : known) {
        if (name == column) {
            return *text;
        }
    }
    return gazetteer.membership(column, place);
}

} // namespace

Gathering::Entry Gathering::entryOf(const GatheredVariable& gathered, std::size_t row) const {
    if (row < gathered.entries.size() &&
        (gathered.entries[row].isGiven || gathered.entries[row].conflict >= 0)) {
        return gathered.entries[row];
    }
    const auto common = gathered.forEveryUnit.find(periods_[row]);
    return common == gathered.forEveryUnit.end() ? Entry{} : common->second;
}

Origin Gathering::originOf(const Entry& entry) const {
    if (entry.conflict < 0 && !entry.isGiven) {
        return {};
    }
    Origin origin{.kind = OriginKind::Observed,
                  .file = sources_[entry.source].file,
                  .sheet = sources_[entry.source].sheet,
                  .row = entry.row,
                  .column = entry.column};
    if (entry.conflict >= 0) {
        const ValueConflict& conflict =
            result_.report.conflicts[static_cast<std::size_t>(entry.conflict)];
        if (!conflict.chosen) {
            origin = {}; // a mean, or nothing, is the value of no one cell
        }
        origin.kind = OriginKind::Joined;
        origin.step = decidedBy(conflict);
    }
    return origin;
}

Variable Gathering::finished(const GatheredVariable& gathered) const {
    std::vector<double> numbers;
    std::vector<std::string> texts;
    Origins origins;
    for (std::size_t row = 0; row < units_.size(); ++row) {
        const Entry entry = entryOf(gathered, row);
        if (gathered.isText) {
            texts.push_back(entry.text);
        } else {
            numbers.push_back(entry.number);
        }
        origins.append(originOf(entry));
    }
    const Variable variable = gathered.isText
                                  ? Variable::text(gathered.name, texts)
                                  : Variable::numeric(gathered.name, std::move(numbers));
    return variable.withLabel(gathered.label)
        .withUnitOfMeasure(gathered.unitOfMeasure)
        .withOrigins(std::move(origins));
}

void Gathering::decide(GatheredVariable& variable, const std::string& unit, Period period,
                       Entry& known, const Rivals& rivals) {
    ValueConflict conflict{.variable = variable.name, .unit = unit, .period = period};
    std::set<std::uint32_t> tables;
    const auto add = [&](const Entry& entry) {
        const Source& source = sources_[entry.source];
        conflict.values.push_back(
            {entry.number, entry.text, source.file, source.sheet, entry.row, entry.column});
        conflict.isWithinTable = conflict.isWithinTable || !tables.insert(entry.source).second;
    };
    add(known);
    std::for_each(rivals.begin(), rivals.end(), add);
    rules_.decide(conflict);
    if (conflict.chosen.value_or(0) > 0) {
        known = rivals[*conflict.chosen - 1];
    }
    known.number = conflict.number;
    known.text = conflict.text;
    known.isGiven = !conflict.text.empty() || !isMissing(conflict.number);
    known.conflict = static_cast<std::int32_t>(result_.report.conflicts.size());
    result_.report.warnings.push_back(warningOf(conflict));
    result_.report.conflicts.push_back(std::move(conflict));
}

void Gathering::decideConflicts() {
    for (GatheredVariable& variable : variables_) {
        for (const auto& [row, rivals] : variable.rivals) {
            decide(variable, units_[row], periods_[row], variable.entries[row], rivals);
        }
        for (const auto& [period, rivals] : variable.rivalsForEveryUnit) {
            decide(variable, {}, period, variable.forEveryUnit[period], rivals);
        }
    }
}

Variable Gathering::placeColumn(const std::string& name) const {
    std::vector<std::string> texts;
    for (const std::string& unit : units_) {
        const auto place = placeOfUnit_.find(unit);
        texts.push_back(place == placeOfUnit_.end() ? std::string()
                                                    : placeText(*gazetteer_, place->second, name));
    }
    return Variable::text(name, texts);
}

Result<ImportResult> Gathering::finish() {
    if (units_.empty()) {
        const bool lacksUnits =
            std::any_of(variables_.begin(), variables_.end(), [](const GatheredVariable& variable) {
                return !variable.forEveryUnit.empty();
            });
        return Problem{.code =
                           lacksUnits ? ProblemCode::KeyColumnMissing : ProblemCode::NoDataRows};
    }
    decideConflicts();
    result_.report.placeCount = placeOfUnit_.size();
    std::vector<Variable> columns{
        Variable::text(plan_.unitName, units_),
        Variable::numeric(plan_.periodName, {periods_.begin(), periods_.end()})};
    if (gazetteer_ != nullptr) {
        for (const std::string& name : plan_.placeColumns) {
            columns.push_back(placeColumn(name));
        }
    }
    for (const GatheredVariable& gathered : variables_) {
        columns.push_back(finished(gathered));
    }
    CITYPANEL_TRY(result_.panel,
                  Panel::create({plan_.unitName, plan_.periodName}, std::move(columns)));
    return std::move(result_);
}

} // namespace citypanel::sheets

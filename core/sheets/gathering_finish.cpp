// SPDX-License-Identifier: GPL-3.0-or-later
// What was gathered made into columns: conflicts decided, origins recorded, places described.
#include "core/sheets/cell_text.h"
#include "core/sheets/gathering.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/regions.h"
#include "core/sheets/typical_size.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
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

void Gathering::decide(const GatheredVariable& variable, const std::string& unit, Period period,
                       Entry& known, const Rivals& given, UndecidedAges& undecidedAges) {
    ValueConflict conflict{.variable = variable.name, .unit = unit, .period = period};
    std::map<std::uint32_t, const Entry*> tables; // with the first value of each
    for (const Entry& entry : given) {
        const Source& source = sources_[entry.source];
        conflict.values.push_back(
            {entry.number, entry.text, source.file, source.sheet, entry.row, entry.column});
        const auto [first, isNew] = tables.emplace(entry.source, &entry);
        conflict.isWithinTable =
            conflict.isWithinTable ||
            !saySame(first->second->number, first->second->text, entry.number, entry.text);
    }
    rules_.decide(conflict);
    known = given[conflict.chosen.value_or(0)];
    known.number = conflict.number;
    known.text = conflict.text;
    known.isGiven = !conflict.text.empty() || !isMissing(conflict.number);
    known.conflict = static_cast<std::int32_t>(result_.report.conflicts.size());
    result_.report.warnings.push_back(warningOf(conflict));
    if (const auto rival = rivalInAge(conflict)) {
        ++undecidedAges[{conflict.values[*conflict.chosen].file, *rival}];
    }
    result_.report.conflicts.push_back(std::move(conflict));
}

Gathering::Rivals Gathering::allGiven(const Entry& known, const Rivals& rivals, std::int64_t key,
                                      const Echoes& echoes) {
    Rivals given{known};
    given.insert(given.end(), rivals.begin(), rivals.end());
    const Rivals distinct = given;
    const auto isBefore = [](const Echo& echo, std::int64_t at) { return echo.key < at; };
    for (auto echo = std::lower_bound(echoes.begin(), echoes.end(), key, isBefore);
         echo != echoes.end() && echo->key == key; ++echo) {
        Entry entry = distinct[echo->of];
        entry.source = echo->source;
        entry.row = echo->row;
        entry.column = echo->column;
        given.push_back(std::move(entry));
    }
    std::sort(given.begin(), given.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.source, a.row, a.column) < std::tie(b.source, b.row, b.column);
    });
    return given;
}

void Gathering::decideConflicts() {
    const auto byKey = [](Echoes& echoes) {
        std::stable_sort(echoes.begin(), echoes.end(),
                         [](const Echo& a, const Echo& b) { return a.key < b.key; });
    };
    UndecidedAges undecidedAges;
    for (GatheredVariable& variable : variables_) {
        byKey(variable.echoes);
        byKey(variable.echoesForEveryUnit);
        for (const auto& [row, rivals] : variable.rivals) {
            Entry& known = variable.entries[row];
            decide(variable, units_[row], periods_[row], known,
                   allGiven(known, rivals, static_cast<std::int64_t>(row), variable.echoes),
                   undecidedAges);
        }
        for (const auto& [period, rivals] : variable.rivalsForEveryUnit) {
            Entry& known = variable.forEveryUnit[period];
            decide(variable, {}, period, known,
                   allGiven(known, rivals, period, variable.echoesForEveryUnit), undecidedAges);
        }
    }
    for (const auto& [files, count] : undecidedAges) {
        result_.report.warnings.push_back({.code = ProblemCode::DuplicateKey,
                                           .place = {.file = files.first},
                                           .found = std::to_string(count),
                                           .expected = files.second,
                                           .severity = Severity::Warning});
    }
}

void Gathering::warnOfNameless(const Table& table) {
    constexpr std::size_t mostRows = 5;
    const Layout& layout = table.layout;
    std::string rows;
    std::string first;
    std::size_t count = 0;
    const auto holdsNumber = [&table](std::size_t row) {
        return std::any_of(table.columns.begin(), table.columns.end(),
                           [&](const TakenColumn& taken) {
                               const auto column = static_cast<std::size_t>(taken.layout.column);
                               const CellValue value = readNumber(table.sheet.at(row, column));
                               return value.meaning == CellMeaning::Number &&
                                      value.number != 0; // a formula copied on
                           });
    };
    for (std::size_t i = 0; layout.unitColumn >= 0 && i < table.units.rows.size(); ++i) {
        const std::size_t row = static_cast<std::size_t>(layout.bodyBegin) + i;
        if (table.units.rows[i].kind != UnitRow::Kind::Blank ||
            isLeftOut(table.sheet, layout, row) || !holdsNumber(row)) {
            continue;
        }
        const auto column = static_cast<std::size_t>(layout.unitColumn);
        const CellIndex cell = cellInFile(layout, row, column);
        first = count == 0 ? cellName(cell.row, cell.column) : first;
        const std::string number =
            std::to_string(layout.isTransposed ? cell.column + 1 : cell.row + 1);
        rows += count >= mostRows ? "" : (count == 0 ? "" : ", ") + number;
        rows += count == mostRows ? ", …" : "";
        ++count;
    }
    if (count > 0) {
        const Source& source = sources_[table.source];
        result_.report.warnings.push_back(
            {.code = ProblemCode::KeyColumnMissing,
             .place = {.file = source.file, .sheet = source.sheet, .cell = first},
             .found = rows,
             .expected = std::to_string(count),
             .severity = Severity::Warning});
    }
}

void Gathering::warnOfSizes() {
    for (const GatheredVariable& variable : variables_) {
        std::map<std::uint32_t, std::vector<double>> sizes; // by table
        for (const Entry& entry : variable.entries) {
            if (entry.isGiven && !variable.isText && entry.number != 0) {
                sizes[entry.source].push_back(std::abs(entry.number));
            }
        }
        std::vector<double> ofOthers;
        for (auto& [table, own] : sizes) {
            if (!tablesWithoutUnit_.contains({table, variable.name})) {
                ofOthers.push_back(medianSize(own));
            }
        }
        if (ofOthers.empty() || variable.unitOfMeasure.empty()) {
            continue;
        }
        const double usual = medianSize(ofOthers);
        for (auto& [table, own] : sizes) {
            constexpr double most = 20; // less than any two units differ by, more than cities grow
            const double ratio = medianSize(own) / usual;
            if (tablesWithoutUnit_.contains({table, variable.name}) &&
                (ratio > most || ratio < 1 / most)) {
                addUnitDifference(table, variable, {});
            }
        }
    }
}

namespace {

/// A ratio to two digits: 10000, 1/10000.
std::string ratioText(double ratio) {
    if (ratio < 1) {
        return "1/" + ratioText(1 / ratio);
    }
    const double unit = std::pow(10.0, std::floor(std::log10(ratio)) - 1);
    return QString::number(std::round(ratio / unit) * unit, 'f', 0).toStdString();
}

} // namespace

Gathering::Changes Gathering::changesOf(const GatheredVariable& variable) const {
    constexpr Period mostBetween = 3;
    std::map<std::string, std::map<Period, const Entry*>> byUnit;
    for (std::size_t row = 0; row < variable.entries.size(); ++row) {
        const Entry& entry = variable.entries[row];
        if (entry.isGiven && !isMissing(entry.number) && entry.number != 0) {
            byUnit[units_[row]].emplace(periods_[row], &entry);
        }
    }
    Changes changes;
    for (const auto& [unit, entries] : byUnit) {
        const auto* earlier = &*entries.begin();
        for (const auto& later : entries) {
            const std::uint32_t source = earlier->second->source;
            if (later.second->source != source && later.first - earlier->first <= mostBetween) {
                changes[{source, later.second->source}].push_back(
                    std::abs(later.second->number / earlier->second->number));
            }
            earlier = &later;
        }
    }
    return changes;
}

void Gathering::warnOfLevels() {
    constexpr std::size_t fewestUnits = 3;
    constexpr double most = 20; // as warnOfSizes
    for (const GatheredVariable& variable : variables_) {
        if (variable.isText) {
            continue;
        }
        for (auto& [tables, ratios] : changesOf(variable)) {
            const double ratio = medianSize(ratios);
            const bool isTold = warnedUnits_.contains({tables.second, variable.name}) ||
                                warnedUnits_.contains({tables.first, variable.name});
            if (ratios.size() < fewestUnits || isTold || (ratio <= most && ratio >= 1 / most)) {
                continue;
            }
            const Source& source = sources_[tables.second];
            const Source& other = sources_[tables.first];
            result_.report.warnings.push_back(
                {.code = ProblemCode::LevelsDiffer,
                 .place = {.file = source.file, .sheet = source.sheet, .variable = variable.name},
                 .found = ratioText(ratio),
                 .expected = other.file + ", " + other.sheet,
                 .severity = Severity::Warning});
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
    warnOfSizes();
    warnOfLevels();
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

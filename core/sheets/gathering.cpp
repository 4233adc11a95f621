// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of tables gathered by unit and period, then made into columns with origins.
#include "core/sheets/gathering.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"

#include <algorithm>
#include <cmath>

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

std::string shown(double number, const std::string& text) {
    return text.empty() ? shortestText(number) : text;
}

} // namespace

Gathering::Gathering(const ImportPlan& plan, bool withCells)
    : plan_(plan)
    , gazetteer_(plan.unitNames == UnitNames::ChinaPrefectures ? &chinaPrefectures() : nullptr)
    , withCells_(withCells) {}

bool Gathering::takes(const Layout& layout, const ColumnLayout& column) const {
    const bool fitsScope =
        plan_.scope.empty() || column.scope.empty() || column.scope == plan_.scope;
    const bool hasPeriod = layout.kind != LayoutKind::WideByPeriod || periodOfColumn(column) != 0;
    return column.isImported && fitsScope && hasPeriod && column.column != layout.unitColumn;
}

Place Gathering::placeOf(const Table& table, std::size_t row, std::size_t column) const {
    const Source& source = sources_[table.source];
    return {.file = source.file,
            .sheet = source.sheet,
            .cell = cellName(static_cast<std::int32_t>(row), static_cast<std::int32_t>(column))};
}

std::size_t Gathering::panelRowOf(const std::string& unit, Period period) {
    const auto [entry, isNew] = rows_.try_emplace({unit, period}, units_.size());
    if (isNew) {
        units_.push_back(unit);
        periods_.push_back(period);
    }
    return entry->second;
}

Gathering::GatheredVariable& Gathering::variableOf(const Table& table, const ColumnLayout& column) {
    // Plans of earlier versions left the name of a wide variable to the sheet.
    const bool isUnnamed = table.layout.kind == LayoutKind::WideByPeriod && column.period == 0;
    const std::string name = isUnnamed ? tidyHeader(table.sheet.name()) : column.name;
    const auto [entry, isNew] = variableIndex_.try_emplace(name, variables_.size());
    if (isNew) {
        const bool isWide = table.layout.kind == LayoutKind::WideByPeriod;
        variables_.push_back({.name = name,
                              .label = isWide ? name : column.label,
                              .unitOfMeasure = column.unitOfMeasure,
                              .isText = column.isText});
    }
    return variables_[entry->second];
}

bool Gathering::hasValue(const Table& table, std::size_t row) const {
    return std::any_of(
        table.layout.columns.begin(), table.layout.columns.end(), [&](const ColumnLayout& column) {
            const Cell cell = table.sheet.at(row, static_cast<std::size_t>(column.column));
            const bool repeatsHeader =
                cell.kind == CellKind::Text && tidyHeader(cell.text).starts_with(column.label);
            return takes(table.layout, column) && !repeatsHeader &&
                   readNumber(cell).meaning != CellMeaning::Missing;
        });
}

bool Gathering::isDataRow(const Table& table, std::size_t row, const UnitRow* unit) const {
    if (unit == nullptr) {
        return hasValue(table, row);
    }
    const bool isUnit = unit->kind == UnitRow::Kind::Unit;
    return isUnit && (unit->place.has_value() || hasValue(table, row));
}

Result<Period> Gathering::periodOf(const Table& table, std::size_t row) const {
    if (table.layout.periodRule != PeriodRule::Column) {
        return table.period;
    }
    constexpr double latest = 9999;
    const auto column = static_cast<std::size_t>(table.layout.periodColumn);
    const CellValue value = readNumber(table.sheet.at(row, column));
    const bool isWhole =
        value.meaning == CellMeaning::Number && value.number == std::floor(value.number);
    if (!isWhole || std::abs(value.number) > latest) {
        return Problem{.code = ProblemCode::PeriodUnreadable,
                       .place = placeOf(table, row, column),
                       .found = table.sheet.textAt(row, column)};
    }
    return static_cast<Period>(value.number);
}

Place Gathering::placeOfEntry(const Entry& entry, const Target& target,
                              const std::string& variable) const {
    const Source& source = sources_[entry.source];
    return {.file = source.file,
            .sheet = source.sheet,
            .cell = cellName(entry.row, entry.column),
            .variable = variable,
            .unit = target.panelRow ? units_[*target.panelRow] : std::string(),
            .period = std::to_string(target.period)};
}

Status Gathering::store(GatheredVariable& variable, const Target& target, Entry entry) {
    if (target.panelRow && variable.entries.size() <= *target.panelRow) {
        variable.entries.resize(*target.panelRow + 1);
    }
    Entry& known =
        target.panelRow ? variable.entries[*target.panelRow] : variable.forEveryUnit[target.period];
    if (!known.isGiven) {
        known = std::move(entry);
        return {};
    }
    if (known.text == entry.text && (known.number == entry.number || isMissing(entry.number))) {
        return {};
    }
    Problem problem{.code = ProblemCode::DuplicateKey,
                    .place = placeOfEntry(entry, target, variable.name),
                    .found = shown(entry.number, entry.text),
                    .expected = shown(known.number, known.text) + " (" +
                                cellName(known.row, known.column) + ")"};
    if (known.source == entry.source) {
        return problem;
    }
    problem.expected = shown(known.number, known.text) + " (" + sources_[known.source].file + " " +
                       cellName(known.row, known.column) + ")";
    problem.severity = Severity::Warning;
    result_.report.warnings.push_back(std::move(problem));
    return {};
}

Gathering::Entry Gathering::readEntry(const Table& table, const ColumnLayout& column,
                                      std::size_t row, const Target& target) {
    const auto index = static_cast<std::size_t>(column.column);
    Entry entry{.source = table.source,
                .row = static_cast<std::int32_t>(row),
                .column = static_cast<std::int32_t>(index)};
    if (column.isText) {
        entry.text = tidyName(table.sheet.textAt(row, index));
        entry.isGiven = !entry.text.empty();
        return entry;
    }
    const CellValue value = readNumber(table.sheet.at(row, index));
    entry.isGiven = value.meaning == CellMeaning::Number;
    entry.number = entry.isGiven ? value.number : missingValue;
    result_.report.textNumberCount += entry.isGiven && value.wasText ? 1 : 0;
    if (value.meaning == CellMeaning::Unreadable) {
        ++result_.report.unreadableCount;
        result_.report.warnings.push_back({.code = ProblemCode::CellUnreadable,
                                           .place = placeOfEntry(entry, target, column.name),
                                           .found = table.sheet.textAt(row, index),
                                           .severity = Severity::Warning});
    }
    return entry;
}

Status Gathering::addCell(const Table& table, std::size_t row, const ColumnLayout& column,
                          const Target& target) {
    const std::size_t unreadableBefore = result_.report.unreadableCount;
    Entry entry = readEntry(table, column, row, target);
    const bool isUnreadable = result_.report.unreadableCount > unreadableBefore;
    ++(entry.isGiven ? result_.report.valueCount : result_.report.missingCount);
    if (withCells_) {
        const Source& source = sources_[table.source];
        const bool isPlace = target.unit != nullptr && target.unit->place.has_value();
        result_.cells.push_back(
            {.unit = target.panelRow ? units_[*target.panelRow] : std::string(),
             .code = isPlace ? gazetteer_->places()[*target.unit->place].code : std::string(),
             .period = target.period,
             .variable = column.name,
             .scope = column.scope,
             .unitOfMeasure = column.unitOfMeasure,
             .value = entry.number,
             .file = source.file,
             .sheet = source.sheet,
             .row = entry.row,
             .column = entry.column,
             .asWritten = table.sheet.textAt(row, static_cast<std::size_t>(column.column)),
             .isUnreadable = isUnreadable,
             .unitAsWritten = target.unit == nullptr ? std::string() : target.unit->written});
    }
    GatheredVariable& variable = variableOf(table, column); // known even where all is missing
    return entry.isGiven ? store(variable, target, std::move(entry)) : Status{};
}

Status Gathering::addRow(const Table& table, std::size_t row, const UnitRow* unit) {
    const Layout& layout = table.layout;
    if (!isDataRow(table, row, unit)) {
        const bool isNamed = unit != nullptr && unit->kind != UnitRow::Kind::Blank;
        result_.report.skippedRowCount += isNamed ? 1 : 0;
        return {};
    }
    ++result_.report.rowCount;
    CITYPANEL_TRY(const Period period, periodOf(table, row));
    if (unit != nullptr && unit->place) {
        placeOfUnit_.emplace(unit->unit, *unit->place);
    }
    for (const ColumnLayout& column : layout.columns) {
        if (!takes(layout, column)) {
            continue;
        }
        const bool isWide = layout.kind == LayoutKind::WideByPeriod;
        Target target{.panelRow = std::nullopt,
                      .period = isWide ? periodOfColumn(column) : period,
                      .unit = unit};
        if (unit != nullptr) {
            target.panelRow = panelRowOf(unit->unit, target.period);
        }
        CITYPANEL_TRY_STATUS(addCell(table, row, column, target));
    }
    return {};
}

void Gathering::reportUnmatched(const Table& table) {
    const Source& source = sources_[table.source];
    for (const UnmatchedName& name : table.units.unmatched) {
        if (!hasValue(table, name.row)) {
            continue; // a note or a heading
        }
        const bool isAmbiguous = name.kind == NameKind::Ambiguous;
        UnmatchedUnit unmatched{.file = source.file,
                                .sheet = source.sheet,
                                .cell =
                                    cellName(static_cast<std::int32_t>(name.row),
                                             static_cast<std::int32_t>(table.layout.unitColumn)),
                                .written = name.written,
                                .isAmbiguous = isAmbiguous};
        std::string list;
        for (const Suggestion& suggestion : name.suggestions) {
            unmatched.suggestions.push_back(gazetteer_->places()[suggestion.place].name);
            list += (list.empty() ? "" : ", ") + unmatched.suggestions.back();
        }
        result_.report.warnings.push_back(
            {.code = isAmbiguous ? ProblemCode::UnitAmbiguous : ProblemCode::UnitUnmatched,
             .place = {.file = source.file,
                       .sheet = source.sheet,
                       .cell = unmatched.cell,
                       .unit = name.written},
             .found = name.written,
             .expected = list,
             .severity = Severity::Warning});
        result_.report.unmatched.push_back(std::move(unmatched));
    }
}

Status Gathering::add(const Workbook& workbook, const Sheet& sheet, const Layout& layout,
                      Progress& progress) {
    const Place place{.file = workbook.fileName, .sheet = sheet.name()};
    const bool fromSheet =
        layout.periodRule != PeriodRule::Column && layout.periodRule != PeriodRule::Headers;
    const Period period = periodOfSheet(layout, workbook.fileName, sheet.name());
    const bool lacksColumn = layout.periodRule == PeriodRule::Column && layout.periodColumn < 0;
    if (layout.unitColumn < 0 && layout.periodRule != PeriodRule::Column) {
        return Problem{.code = ProblemCode::KeyColumnMissing, .place = place};
    }
    if ((fromSheet && period == 0) || lacksColumn) {
        return Problem{.code = ProblemCode::PeriodMissing, .place = place};
    }
    sources_.push_back({workbook.fileName, sheet.name()});
    Table table{sheet, layout, static_cast<std::uint32_t>(sources_.size() - 1), period};
    if (layout.unitColumn >= 0) {
        std::vector<NameDecision> decisions;
        std::copy_if(plan_.names.begin(), plan_.names.end(), std::back_inserter(decisions),
                     [&](const NameDecision& name) {
                         return name.file == workbook.fileName && name.sheet == sheet.name();
                     });
        table.units = readUnits(sheet, layout, gazetteer_, decisions);
        reportUnmatched(table);
    }
    const auto begin = static_cast<std::size_t>(layout.bodyBegin);
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (std::size_t row = begin; row < end; ++row) {
        const UnitRow* unit = layout.unitColumn < 0 ? nullptr : &table.units.rows[row - begin];
        CITYPANEL_TRY_STATUS(addRow(table, row, unit));
        if (row % 256 == 0) {
            progress.report(static_cast<double>(row) / static_cast<double>(end));
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
    }
    return {};
}

Gathering::Entry Gathering::entryOf(const GatheredVariable& gathered, std::size_t row) const {
    if (row < gathered.entries.size() && gathered.entries[row].isGiven) {
        return gathered.entries[row];
    }
    const auto common = gathered.forEveryUnit.find(periods_[row]);
    return common == gathered.forEveryUnit.end() ? Entry{} : common->second;
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
        origins.append(entry.isGiven ? Origin{OriginKind::Observed,
                                              sources_[entry.source].file,
                                              sources_[entry.source].sheet,
                                              entry.row,
                                              entry.column,
                                              {}}
                                     : Origin{});
    }
    const Variable variable = gathered.isText
                                  ? Variable::text(gathered.name, texts)
                                  : Variable::numeric(gathered.name, std::move(numbers));
    return variable.withLabel(gathered.label)
        .withUnitOfMeasure(gathered.unitOfMeasure)
        .withOrigins(std::move(origins));
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
        return Problem{.code = ProblemCode::NoDataRows};
    }
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

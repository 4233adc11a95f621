// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of sheets gathered by unit and period, then made into columns with origins.
#include "core/sheets/import.h"

#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace citypanel::sheets {

namespace {

/// A value with the cell it came from.
struct Entry {
    double number = missingValue;
    std::string text{};
    std::uint32_t source = 0; ///< index into Gathering::sources_
    std::int32_t row = -1;
    std::int32_t column = -1;
    bool isGiven = false;
};

struct GatheredVariable {
    std::string name;
    std::string label;
    std::string unitOfMeasure;
    bool isText = false;
    std::vector<Entry> entries; ///< by row of the panel; may be shorter
};

struct Source {
    std::string file;
    std::string sheet;
};

bool isTotal(const std::string& name) {
    static const std::array<std::string, 8> totals{"城市合计", "合计", "总计",  "全国",
                                                   "全国合计", "中国", "Total", "total"};
    return std::find(totals.begin(), totals.end(), name) != totals.end();
}

std::string unitNameAt(const Sheet& sheet, std::size_t row, std::size_t column) {
    return tidyName(sheet.textAt(row, column));
}

/// Collects values from all sheets.
class Gathering {
public:
    Gathering(const ImportPlan& plan, bool withCells) : plan_(plan), withCells_(withCells) {}

    Status add(const Workbook& workbook, const Sheet& sheet, const Layout& layout,
               Progress& progress);
    Result<ImportResult> finish();

private:
    /// One sheet being read.
    struct Context {
        const Sheet& sheet;
        const Layout& layout;
        std::uint32_t source;
        Period period; ///< of the whole sheet; 0 where rows or headers give it
    };

    [[nodiscard]] bool takes(const Layout& layout, const ColumnLayout& column) const {
        const bool fitsScope =
            plan_.scope.empty() || column.scope.empty() || column.scope == plan_.scope;
        return column.isImported && fitsScope && column.column != layout.unitColumn;
    }

    [[nodiscard]] Place placeOf(const Context& context, std::size_t row, std::size_t column) const {
        const Source& source = sources_[context.source];
        return {.file = source.file,
                .sheet = source.sheet,
                .cell =
                    cellName(static_cast<std::int32_t>(row), static_cast<std::int32_t>(column))};
    }

    [[nodiscard]] bool isDataRow(const Context& context, std::size_t row,
                                 const std::string& unit) const;
    Result<Period> periodOf(const Context& context, std::size_t row) const;
    Status addRow(const Context& context, std::size_t row);
    Status addCell(const Context& context, std::size_t row, const ColumnLayout& column,
                   std::size_t panelRow);
    Status store(const Context& context, const ColumnLayout& column, std::size_t panelRow,
                 Entry entry);
    std::size_t panelRowOf(const std::string& unit, Period period);
    GatheredVariable& variableOf(const Context& context, const ColumnLayout& column);
    [[nodiscard]] Variable finished(const GatheredVariable& gathered) const;

    const ImportPlan& plan_;
    bool withCells_;
    std::vector<Source> sources_;
    std::map<std::pair<std::string, Period>, std::size_t> rows_;
    std::vector<std::string> units_;
    std::vector<Period> periods_;
    std::deque<GatheredVariable> variables_;
    std::unordered_map<std::string, std::size_t> variableIndex_;
    ImportResult result_;
};

std::size_t Gathering::panelRowOf(const std::string& unit, Period period) {
    const auto [entry, isNew] = rows_.try_emplace({unit, period}, units_.size());
    if (isNew) {
        units_.push_back(unit);
        periods_.push_back(period);
    }
    return entry->second;
}

GatheredVariable& Gathering::variableOf(const Context& context, const ColumnLayout& column) {
    const bool isWide = context.layout.kind == LayoutKind::WideByPeriod;
    const std::string name = isWide ? tidyHeader(context.sheet.name()) : column.name;
    const auto [entry, isNew] = variableIndex_.try_emplace(name, variables_.size());
    if (isNew) {
        variables_.push_back(
            {name, isWide ? name : column.label, column.unitOfMeasure, column.isText, {}});
    }
    return variables_[entry->second];
}

bool Gathering::isDataRow(const Context& context, std::size_t row, const std::string& unit) const {
    if (unit.empty() || isTotal(unit)) {
        return false;
    }
    return std::any_of(context.layout.columns.begin(), context.layout.columns.end(),
                       [&](const ColumnLayout& column) {
                           const auto index = static_cast<std::size_t>(column.column);
                           const Cell cell = context.sheet.at(row, index);
                           const bool isValue = readNumber(cell).meaning != CellMeaning::Missing;
                           const bool repeatsHeader =
                               cell.kind == CellKind::Text &&
                               tidyHeader(cell.text).starts_with(column.label);
                           return takes(context.layout, column) && isValue && !repeatsHeader;
                       });
}

Result<Period> Gathering::periodOf(const Context& context, std::size_t row) const {
    if (context.layout.periodRule != PeriodRule::Column) {
        return context.period;
    }
    const auto column = static_cast<std::size_t>(context.layout.periodColumn);
    const CellValue value = readNumber(context.sheet.at(row, column));
    const bool isWhole =
        value.meaning == CellMeaning::Number && value.number == std::floor(value.number);
    if (!isWhole || std::abs(value.number) > 9999) {
        return Problem{.code = ProblemCode::PeriodUnreadable,
                       .place = placeOf(context, row, column),
                       .found = context.sheet.textAt(row, column)};
    }
    return static_cast<Period>(value.number);
}

Status Gathering::store(const Context& context, const ColumnLayout& column, std::size_t panelRow,
                        Entry entry) {
    GatheredVariable& variable = variableOf(context, column);
    if (variable.entries.size() <= panelRow) {
        variable.entries.resize(panelRow + 1);
    }
    Entry& known = variable.entries[panelRow];
    if (!known.isGiven) {
        known = std::move(entry);
        return {};
    }
    const bool agrees =
        known.text == entry.text && (known.number == entry.number || isMissing(entry.number));
    if (agrees) {
        return {};
    }
    Problem problem{.code = ProblemCode::DuplicateKey,
                    .place = placeOf(context, static_cast<std::size_t>(entry.row),
                                     static_cast<std::size_t>(entry.column)),
                    .found = entry.text.empty() ? shortestText(entry.number) : entry.text,
                    .expected = (known.text.empty() ? shortestText(known.number) : known.text) +
                                " (" + cellName(known.row, known.column) + ")"};
    problem.place.variable = variable.name;
    problem.place.unit = units_[panelRow];
    problem.place.period = std::to_string(periods_[panelRow]);
    if (known.source == entry.source) {
        return problem;
    }
    problem.severity = Severity::Warning;
    result_.report.warnings.push_back(std::move(problem));
    return {};
}

Status Gathering::addCell(const Context& context, std::size_t row, const ColumnLayout& column,
                          std::size_t panelRow) {
    const auto index = static_cast<std::size_t>(column.column);
    const Cell cell = context.sheet.at(row, index);
    Entry entry{.source = context.source,
                .row = static_cast<std::int32_t>(row),
                .column = static_cast<std::int32_t>(index),
                .isGiven = true};
    ImportReport& report = result_.report;
    bool isUnreadable = false;
    if (column.isText) {
        entry.text = tidyName(context.sheet.textAt(row, index));
        entry.isGiven = !entry.text.empty();
    } else {
        const CellValue value = readNumber(cell);
        isUnreadable = value.meaning == CellMeaning::Unreadable;
        entry.isGiven = value.meaning == CellMeaning::Number;
        entry.number = entry.isGiven ? value.number : missingValue;
        report.textNumberCount += entry.isGiven && value.wasText ? 1 : 0;
        if (isUnreadable) {
            Problem problem{.code = ProblemCode::CellUnreadable,
                            .place = placeOf(context, row, index),
                            .found = context.sheet.textAt(row, index),
                            .severity = Severity::Warning};
            problem.place.variable = column.name;
            problem.place.unit = units_[panelRow];
            problem.place.period = std::to_string(periods_[panelRow]);
            report.warnings.push_back(std::move(problem));
        }
    }
    ++(entry.isGiven ? report.valueCount : report.missingCount);
    if (withCells_) {
        const Source& source = sources_[context.source];
        result_.cells.push_back({units_[panelRow], periods_[panelRow], column.name, column.scope,
                                 column.unitOfMeasure, entry.number, source.file, source.sheet,
                                 entry.row, entry.column, context.sheet.textAt(row, index),
                                 isUnreadable});
    }
    static_cast<void>(variableOf(context, column)); // known even where every value is missing
    return entry.isGiven ? store(context, column, panelRow, std::move(entry)) : Status{};
}

Status Gathering::addRow(const Context& context, std::size_t row) {
    const Layout& layout = context.layout;
    const std::string unit =
        unitNameAt(context.sheet, row, static_cast<std::size_t>(layout.unitColumn));
    if (!isDataRow(context, row, unit)) {
        result_.report.skippedRowCount += unit.empty() ? 0 : 1;
        return {};
    }
    ++result_.report.rowCount;
    CITYPANEL_TRY(const Period period, periodOf(context, row));
    for (const ColumnLayout& column : layout.columns) {
        if (!takes(layout, column)) {
            continue;
        }
        const bool isWide = layout.kind == LayoutKind::WideByPeriod;
        const auto year = isWide ? parseNumber(column.label) : std::nullopt;
        if (isWide && !year) {
            continue;
        }
        const Period cellPeriod = isWide ? static_cast<Period>(*year) : period;
        CITYPANEL_TRY_STATUS(addCell(context, row, column, panelRowOf(unit, cellPeriod)));
    }
    return {};
}

Status Gathering::add(const Workbook& workbook, const Sheet& sheet, const Layout& layout,
                      Progress& progress) {
    const Place place{.file = workbook.fileName, .sheet = sheet.name()};
    if (layout.unitColumn < 0) {
        return Problem{.code = ProblemCode::KeyColumnMissing, .place = place};
    }
    const bool fromSheet =
        layout.periodRule != PeriodRule::Column && layout.periodRule != PeriodRule::Headers;
    const Period period = periodOfSheet(layout, workbook.fileName, sheet.name());
    const bool lacksColumn = layout.periodRule == PeriodRule::Column && layout.periodColumn < 0;
    if ((fromSheet && period == 0) || lacksColumn) {
        return Problem{.code = ProblemCode::PeriodMissing, .place = place};
    }
    sources_.push_back({workbook.fileName, sheet.name()});
    const Context context{sheet, layout, static_cast<std::uint32_t>(sources_.size() - 1), period};
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        CITYPANEL_TRY_STATUS(addRow(context, row));
        if (row % 1024 == 0) {
            progress.report(static_cast<double>(row) / static_cast<double>(end));
            if (progress.cancelled()) {
                return cancelledProblem();
            }
        }
    }
    return {};
}

Variable Gathering::finished(const GatheredVariable& gathered) const {
    const std::size_t rows = units_.size();
    std::vector<double> numbers;
    std::vector<std::string> texts;
    Origins origins;
    for (std::size_t row = 0; row < rows; ++row) {
        const Entry entry = row < gathered.entries.size() ? gathered.entries[row] : Entry{};
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

Result<ImportResult> Gathering::finish() {
    if (units_.empty()) {
        return Problem{.code = ProblemCode::NoDataRows};
    }
    std::vector<Variable> columns{
        Variable::text(plan_.unitName, units_),
        Variable::numeric(plan_.periodName, {periods_.begin(), periods_.end()})};
    for (const GatheredVariable& gathered : variables_) {
        columns.push_back(finished(gathered));
    }
    CITYPANEL_TRY(result_.panel,
                  Panel::create({plan_.unitName, plan_.periodName}, std::move(columns)));
    return std::move(result_);
}

const Workbook* findWorkbook(std::span<const Workbook* const> workbooks, const std::string& file) {
    const auto found = std::find_if(workbooks.begin(), workbooks.end(),
                                    [&](const Workbook* w) { return w->fileName == file; });
    return found == workbooks.end() ? nullptr : *found;
}

} // namespace

namespace {

std::vector<const Workbook*> pointersTo(std::span<const Workbook> workbooks) {
    std::vector<const Workbook*> pointers;
    pointers.reserve(workbooks.size());
    for (const Workbook& workbook : workbooks) {
        pointers.push_back(&workbook);
    }
    return pointers;
}

} // namespace

ImportPlan detectPlan(std::span<const Workbook> workbooks) {
    return detectPlan(pointersTo(workbooks));
}

ImportPlan detectPlan(std::span<const Workbook* const> workbooks) {
    ImportPlan plan;
    for (const Workbook* workbook : workbooks) {
        for (const Sheet& sheet : workbook->sheets) {
            if (sheet.isHidden) {
                continue;
            }
            DetectedLayout detected = detectLayout(sheet, workbook->fileName);
            const bool hasUnits = detected.hasTable && detected.layout.unitColumn >= 0;
            if (hasUnits) {
                plan.sheets.push_back({workbook->fileName, sheet.name(), detected.layout});
            }
        }
    }
    return plan;
}

Result<ImportResult> readPanel(std::span<const Workbook> workbooks, const ImportPlan& plan,
                               bool withCells, Progress& progress) {
    return readPanel(pointersTo(workbooks), plan, withCells, progress);
}

Result<ImportResult> readPanel(std::span<const Workbook* const> workbooks, const ImportPlan& plan,
                               bool withCells, Progress& progress) {
    Gathering gathering(plan, withCells);
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(1, plan.sheets.size()));
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const SheetImport& entry = plan.sheets[i];
        const Workbook* workbook = findWorkbook(workbooks, entry.file);
        const Sheet* sheet = workbook == nullptr ? nullptr : workbook->find(entry.sheet);
        if (sheet == nullptr) {
            return Problem{.code = ProblemCode::SheetNotFound,
                           .place = {.file = entry.file, .sheet = entry.sheet}};
        }
        SubProgress part(progress, share * static_cast<double>(i),
                         share * static_cast<double>(i + 1));
        CITYPANEL_TRY_STATUS(gathering.add(*workbook, *sheet, entry.layout, part));
    }
    return gathering.finish();
}

} // namespace citypanel::sheets

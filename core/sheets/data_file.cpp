// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangular data files to panels and back.
#include "core/sheets/data_file.h"

#include "core/panel/csv_field.h"
#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/date_cells.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/value_columns.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

bool hasLeadingZero(std::string_view text) {
    return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

bool isNumericColumn(const Sheet& sheet, std::size_t column) {
    bool hasNumber = false;
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        const Cell cell = sheet.at(row, column);
        const CellValue value = readNumber(cell);
        if (value.meaning == CellMeaning::Unreadable || hasLeadingZero(cell.text)) {
            return false;
        }
        hasNumber = hasNumber || value.meaning == CellMeaning::Number;
    }
    return hasNumber;
}

/// The names of labelled values, as levels in the order of the values.
Variable readCategory(const Sheet& sheet, std::size_t column, const std::string& name) {
    std::map<double, std::int32_t> codes;
    std::vector<std::string> levels;
    for (const auto& [value, label] : sheet.valueLabels.at(column)) {
        codes[value] = static_cast<std::int32_t>(levels.size());
        levels.push_back(label);
    }
    std::vector<std::int32_t> values;
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        const Cell cell = sheet.at(row, column);
        values.push_back(cell.kind == CellKind::Number ? codes.at(cell.number) : missingCode);
    }
    return Variable::category(name, std::move(values), std::move(levels));
}

Variable readColumn(const Sheet& sheet, const std::string& fileName, std::size_t column,
                    const std::string& name) {
    const bool isNumeric = isNumericColumn(sheet, column);
    std::vector<double> numbers;
    std::vector<std::string> texts;
    Origins origins;
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        if (isNumeric) {
            const CellValue value = readNumber(sheet.at(row, column));
            numbers.push_back(value.meaning == CellMeaning::Number ? value.number : missingValue);
        } else {
            texts.push_back(sheet.textAt(row, column));
        }
        origins.append({OriginKind::Observed,
                        fileName,
                        sheet.name(),
                        static_cast<std::int32_t>(row),
                        static_cast<std::int32_t>(column),
                        {}});
    }
    const Variable variable = isLabelled(sheet, column, 1, sheet.rowCount())
                                  ? readCategory(sheet, column, name)
                              : isNumeric ? Variable::numeric(name, std::move(numbers))
                                          : Variable::text(name, texts);
    return variable.withLabel(sheet.columnLabel(column)).withOrigins(std::move(origins));
}

/// Periods of days, which a panel needs as numbers: their years where no unit has two days of a
/// year, else the days counted. A column that holds anything else stays as it is.
Variable withDaysCounted(const Variable& periods, const Variable& units) {
    std::vector<double> years;
    std::vector<double> days;
    std::set<std::pair<std::string, double>> keys;
    bool isYearly = true;
    for (std::size_t row = 0; row < periods.size(); ++row) {
        const std::string text(periods.textAt(row));
        const auto day = dayNumber(text);
        const auto year = day ? parseNumber(text.substr(0, text.find('-'))) : std::nullopt;
        if (!year) {
            return periods;
        }
        days.push_back(static_cast<double>(*day));
        years.push_back(*year);
        const std::string unit =
            units.isNumeric() ? shortestText(units.numbers()[row]) : std::string(units.textAt(row));
        isYearly = keys.emplace(unit, *year).second && isYearly;
    }
    return Variable::numeric(periods.name(), isYearly ? std::move(years) : std::move(days))
        .withLabel(periods.label())
        .withOrigins(periods.origins());
}

/// Periods written as 2006年; nothing where one of them is no year so.
std::optional<Variable> withYearsRead(const Variable& periods) {
    std::vector<double> years;
    for (std::size_t row = 0; row < periods.size(); ++row) {
        const std::string text(periods.textAt(row));
        const auto year = readPeriod(Cell{.kind = CellKind::Text, .text = text});
        if (!year || text.find('-') != std::string::npos || text.find('/') != std::string::npos) {
            return std::nullopt;
        }
        years.push_back(*year);
    }
    return Variable::numeric(periods.name(), std::move(years))
        .withLabel(periods.label())
        .withOrigins(periods.origins());
}

void countDays(const PanelKeys& keys, std::vector<Variable>& columns) {
    const auto named = [&](const std::string& name) {
        return std::find_if(columns.begin(), columns.end(),
                            [&](const Variable& column) { return column.name() == name; });
    };
    const auto periods = named(keys.period);
    const auto units = named(keys.unit);
    if (periods != columns.end() && units != columns.end() &&
        periods->type() == VariableType::Text) {
        auto years = withYearsRead(*periods);
        *periods = years ? *std::move(years) : withDaysCounted(*periods, *units);
    }
}

std::string csvValue(const Variable& variable, std::size_t row) {
    return variable.isNumeric() ? shortestText(variable.numbers()[row])
                                : textField(std::string(variable.textAt(row)));
}

/// The column's name, which no other column of the panel has.
std::string csvName(const Panel& panel, const std::string& name,
                    std::span<const std::string> tuned) {
    if (std::find(tuned.begin(), tuned.end(), name) == tuned.end()) {
        return name;
    }
    std::string marked = name + "_tuned";
    while (panel.find(marked) != nullptr) {
        marked += "_";
    }
    return marked;
}

} // namespace

Result<Panel> panelOfSheet(const Sheet& sheet, const std::string& fileName, const PanelKeys& keys) {
    std::vector<Variable> columns;
    for (std::size_t column = 0; column < sheet.columnCount(); ++column) {
        const std::string name = tidyHeader(sheet.textAt(0, column));
        if (!name.empty()) {
            columns.push_back(readColumn(sheet, fileName, column, name));
        }
    }
    const Place place{.file = fileName, .sheet = sheet.name()};
    if (columns.empty()) {
        return Problem{.code = ProblemCode::HeaderNotFound, .place = place};
    }
    if (sheet.rowCount() < 2) {
        return Problem{.code = ProblemCode::NoDataRows, .place = place};
    }
    countDays(keys, columns);
    Result<Panel> panel = keys.unit.empty() ? Panel::crossSection(std::move(columns))
                                            : Panel::create(keys, std::move(columns));
    if (!panel) {
        return located(panel.error(), place);
    }
    return panel;
}

Result<Panel> readDataFile(const std::string& path, const PanelKeys& keys, Progress& progress) {
    CITYPANEL_TRY(const Workbook workbook, readWorkbookFile(path, progress));
    const auto visible =
        std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                     [](const Sheet& sheet) { return !sheet.isHidden && sheet.rowCount() > 0; });
    if (visible == workbook.sheets.end()) {
        return Problem{.code = ProblemCode::NoDataRows, .place = {.file = workbook.fileName}};
    }
    return panelOfSheet(*visible, workbook.fileName, keys);
}

QByteArray csvOf(const Panel& panel, std::span<const std::string> tuned) {
    std::string csv(byteOrderMark);
    const auto columns = panel.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        csv += (i == 0 ? "" : ",") + textField(csvName(panel, columns[i].name(), tuned));
    }
    csv += "\n";
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            csv += (i == 0 ? "" : ",") + csvValue(columns[i], row);
        }
        csv += "\n";
    }
    return QByteArray(csv.data(), static_cast<qsizetype>(csv.size()));
}

} // namespace citypanel::sheets

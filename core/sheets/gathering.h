// SPDX-License-Identifier: GPL-3.0-or-later
// Gathering: values of several tables collected by unit, period and variable.
#pragma once

#include "core/sheets/import.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace citypanel::sheets {

/// Tables are added one after the other; finish makes columns with origins of what they gave.
class Gathering {
public:
    Gathering(const ImportPlan& plan, bool withCells);

    /// Problems: PeriodMissing, PeriodUnreadable, KeyColumnMissing, DuplicateKey, Cancelled.
    Status add(const Workbook& workbook, const Sheet& sheet, const Layout& layout,
               Progress& progress);

    /// Problems: NoDataRows, those of Panel::create.
    Result<ImportResult> finish();

private:
    /// A value with the cell it came from.
    struct Entry {
        double number = missingValue;
        std::string text{};
        std::uint32_t source = 0; ///< index into sources_
        std::int32_t row = -1;
        std::int32_t column = -1;
        bool isGiven = false;
    };

    struct GatheredVariable {
        std::string name{};
        std::string label{};
        std::string unitOfMeasure{};
        bool isText = false;
        std::vector<Entry> entries{};           ///< by row of the panel; may be shorter
        std::map<Period, Entry> forEveryUnit{}; ///< from tables without units
    };

    struct Source {
        std::string file;
        std::string sheet;
    };

    /// One table being read.
    struct Table {
        const Sheet& sheet;
        const Layout& layout;
        std::uint32_t source;
        Period period; ///< of the whole table; 0 where rows or headers give it
        UnitColumn units{};
    };

    /// Where the values of a row go. No panel row: to every unit.
    struct Target {
        std::optional<std::size_t> panelRow{};
        Period period = 0;
        const UnitRow* unit = nullptr;
    };

    [[nodiscard]] bool takes(const Layout& layout, const ColumnLayout& column) const;
    [[nodiscard]] Place placeOf(const Table& table, std::size_t row, std::size_t column) const;
    [[nodiscard]] bool hasValue(const Table& table, std::size_t row) const;
    [[nodiscard]] bool isDataRow(const Table& table, std::size_t row, const UnitRow* unit) const;
    [[nodiscard]] Result<Period> periodOf(const Table& table, std::size_t row) const;
    [[nodiscard]] Entry readEntry(const Table& table, const ColumnLayout& column, std::size_t row,
                                  const Target& target);
    [[nodiscard]] Place placeOfEntry(const Entry& entry, const Target& target,
                                     const std::string& variable) const;
    Status addRow(const Table& table, std::size_t row, const UnitRow* unit);
    Status addCell(const Table& table, std::size_t row, const ColumnLayout& column,
                   const Target& target);
    Status store(GatheredVariable& variable, const Target& target, Entry entry);
    void reportUnmatched(const Table& table);
    std::size_t panelRowOf(const std::string& unit, Period period);
    GatheredVariable& variableOf(const Table& table, const ColumnLayout& column);
    [[nodiscard]] Entry entryOf(const GatheredVariable& gathered, std::size_t row) const;
    [[nodiscard]] Variable finished(const GatheredVariable& gathered) const;
    [[nodiscard]] Variable placeColumn(const std::string& name) const;

    const ImportPlan& plan_;
    const Gazetteer* gazetteer_;
    bool withCells_;
    std::vector<Source> sources_;
    std::map<std::pair<std::string, Period>, std::size_t> rows_;
    std::vector<std::string> units_;
    std::vector<Period> periods_;
    std::unordered_map<std::string, std::size_t> placeOfUnit_;
    std::deque<GatheredVariable> variables_;
    std::unordered_map<std::string, std::size_t> variableIndex_;
    ImportResult result_;
};

} // namespace citypanel::sheets

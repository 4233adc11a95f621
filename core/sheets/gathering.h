// SPDX-License-Identifier: GPL-3.0-or-later
// Gathering: values of several tables collected by unit, period and variable.
#pragma once

#include "core/sheets/cell_text.h"
#include "core/sheets/conflicts.h"
#include "core/sheets/import.h"
#include "core/sheets/measured_values.h"
#include "core/sheets/unit_of_measure.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace citypanel::sheets {

/// Tables are added one after the other; finish makes columns with origins of what they gave.
class Gathering {
public:
    Gathering(const ImportPlan& plan, bool withCells);

    /// Problems: PeriodMissing, PeriodUnreadable, KeyColumnMissing, Cancelled.
    Status add(const Workbook& workbook, const Sheet& sheet, const SheetImport& entry,
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
        std::int32_t conflict = -1; ///< index into the report's conflicts; -1: none
    };

    /// Different values of one key, in the order they were met.
    using Rivals = std::vector<Entry>;

    /// A value that says the same as one met before: it counts once there is a conflict.
    struct Echo {
        std::int64_t key = 0;     ///< row of the panel, or the period of a value for every unit
        std::uint32_t of = 0;     ///< 0: of the value met first; else of the rival of that number
        std::uint32_t source = 0; ///< index into sources_
        std::int32_t row = -1;
        std::int32_t column = -1;
    };

    using Echoes = std::vector<Echo>;

    struct GatheredVariable {
        std::string name{};
        std::string label{};
        std::string unitOfMeasure{};
        bool isText = false;
        std::vector<Entry> entries{};           ///< by row of the panel; may be shorter
        std::map<Period, Entry> forEveryUnit{}; ///< from tables without units
        std::map<std::size_t, Rivals> rivals{}; ///< by row of the panel: what else was given
        std::map<Period, Rivals> rivalsForEveryUnit{};
        Echoes echoes{};
        Echoes echoesForEveryUnit{};
    };

    struct Source {
        std::string file;
        std::string sheet;
    };

    /// A column that is taken, and what its values are multiplied by.
    struct TakenColumn {
        const ColumnLayout& layout;
        std::optional<Conversion> conversion{};
        std::string unitOfMeasure{}; ///< of the values as taken
        std::size_t applied = 0;     ///< index into the report's conversions
        bool hasBlankGroups = false; ///< thousands are parted by blanks
    };

    /// One table being read.
    struct Table {
        const Sheet& sheet;
        const Layout& layout;
        std::uint32_t source;
        Period period; ///< of the whole table; 0 where rows or headers give it
        UnitColumn units{};
        std::vector<TakenColumn> columns{};
        std::optional<UnitRow> givenUnit{};    ///< of every row
        std::vector<std::size_t> periodRows{}; ///< keyRows of a column of periods
        bool hasShortYears = false;            ///< 98 in the period column is 1998
        bool holdsYears = false;               ///< most cells of the period column are years
        bool hasTypes = true;                  ///< of a file that tells numbers from texts
    };

    /// Where the values of a row go. No panel row: to every unit.
    struct Target {
        std::optional<std::size_t> panelRow{};
        Period period = 0;
        const UnitRow* unit = nullptr;
    };

    [[nodiscard]] TakenColumn taken(const SheetImport& entry, const ColumnLayout& column);
    Status open(Table& table, const SheetImport& entry);
    void openUnits(Table& table, const SheetImport& entry);
    void warnOfShape(const Table& table);
    /// Columns that say no more than a scope, since the heading over it is empty.
    void warnOfEmptyHeadings(const Table& table);
    /// Values that are merged over the cells of others, which stay missing.
    void warnOfMergedValues(const Table& table);
    /// Of headings with another year than that of their table, which their values are read at.
    void warnOfOtherYears(const Table& table);
    /// Of lines among the rows of a table that say another year than its.
    void warnOfYearLines(const Table& table);
    /// A column in no unit of measure, with cells in % among plain numbers.
    void warnOfMixedMeasure(const Table& table, const ColumnLayout& column);
    /// Names that are known slips of text recognition, once each.
    void warnOfMisreadNames(const Table& table);
    /// 640.2778 人: of what is counted there are only whole ones.
    void warnOfFractions(const Table& table);
    /// Codes 0 and 1 that are labelled otherwise in a table read before (Stata, SPSS): other codes
    /// are read as their labels.
    void warnOfLabels(const Table& table);
    /// Numbers that their format shows divided by a thousand or more: they are read as stored.
    void warnOfScaledCells(const Table& table);
    /// Lines among the rows that say another unit of measure, and are not carried out.
    void warnOfUnitLines(const Table& table);
    /// A unit of measure above the header that a column may not be in, or that words do not settle.
    void warnOfUnitAbove(const Table& table);
    /// Rows of values that no unit is named for.
    void warnOfNameless(const Table& table);
    void openPeriods(Table& table);
    void noteLeftOutColumns(const Table& table, const SheetImport& entry);
    /// Names of the places known stand over the columns, and none of them down the side.
    [[nodiscard]] bool hasPlacesAcross(const Table& table) const;
    [[nodiscard]] Place placeOf(const Table& table, std::size_t row, std::size_t column) const;
    [[nodiscard]] Result<Period> periodOf(const Table& table, std::size_t row) const;
    /// A number with a unit beside it as one of the column; unreadable where that is of another
    /// kind.
    [[nodiscard]] CellValue inUnitOf(const Table& table, const TakenColumn& taken,
                                     const MeasuredNumber& measured);
    [[nodiscard]] Entry readEntry(const Table& table, const TakenColumn& column, std::size_t row,
                                  const Target& target);
    void noteCell(const Table& table, const TakenColumn& column, const Entry& entry,
                  const Target& target, bool isUnreadable);
    [[nodiscard]] Place placeOfEntry(const Entry& entry, const Target& target,
                                     const std::string& variable) const;
    void noteSkipped(const std::string& name);
    void noteLeftOut(const std::string& name);
    /// Whether a row is one of a unit and period; notes one that is not.
    bool isRowRead(const Table& table, std::size_t row, const UnitRow* unit);
    Status addRow(const Table& table, std::size_t row, const UnitRow* unit);
    void addCell(const Table& table, std::size_t row, const TakenColumn& column,
                 const Target& target);
    /// Words of a variable that holds numbers, or the other way round: left out, and counted in one
    /// warning a table.
    void noteOtherKind(const Table& table, std::size_t row, const ColumnLayout& column);
    static void store(GatheredVariable& variable, const Target& target, Entry entry);
    /// Once a table: a value of years in which its place was dissolved already.
    void warnOfDissolved(const Table& table, const Entry& entry, const Target& target);
    void warnOfUnit(const Table& table, const TakenColumn& column,
                    const GatheredVariable& variable);
    void addUnitDifference(std::uint32_t table, const GatheredVariable& variable,
                           const std::string& unitOfMeasure);
    /// Tables that say no unit of measure, while their values are of quite another size.
    void warnOfSizes();
    /// Values over those of the same unit before them, by two tables that follow each other.
    using Changes = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<double>>;

    [[nodiscard]] Changes changesOf(const GatheredVariable& variable) const;
    /// Of tables whose values are of quite another size than those of the same units in another
    /// table up to three periods before.
    void warnOfLevels();
    /// By the file taken and its rival: values of which the rule Newer cannot tell the newer.
    using UndecidedAges = std::map<std::pair<std::string, std::string>, std::size_t>;

    void decide(const GatheredVariable& variable, const std::string& unit, Period period,
                Entry& known, const Rivals& given, UndecidedAges& undecidedAges);
    /// All values of a key in the order of the plan, those that say the same among them.
    [[nodiscard]] static Rivals allGiven(const Entry& known, const Rivals& rivals, std::int64_t key,
                                         const Echoes& echoes);
    void decideConflicts();
    [[nodiscard]] Origin originOf(const Entry& entry) const;
    void reportUnmatched(const Table& table);
    std::size_t panelRowOf(const std::string& unit, Period period);
    GatheredVariable& variableOf(const Table& table, const TakenColumn& column);
    [[nodiscard]] Entry entryOf(const GatheredVariable& gathered, std::size_t row) const;
    [[nodiscard]] Variable finished(const GatheredVariable& gathered) const;
    [[nodiscard]] Variable placeColumn(const std::string& name) const;

    const ImportPlan& plan_;
    std::shared_ptr<const Gazetteer> gazetteer_;
    ConflictRules rules_;
    bool withCells_;
    std::vector<Source> sources_;
    std::map<std::pair<std::string, Period>, std::size_t> rows_;
    std::vector<std::string> units_;
    std::vector<Period> periods_;
    std::unordered_map<std::string, std::size_t> placeOfUnit_;
    std::deque<GatheredVariable> variables_;
    std::unordered_map<std::string, std::size_t> variableIndex_;
    std::set<std::pair<std::uint32_t, std::string>> warnedUnits_;       ///< source and variable
    std::set<std::pair<std::uint32_t, std::size_t>> warnedPlaces_;      ///< source and place
    std::set<std::string> warnedScaled_;                                ///< sheets
    std::set<std::pair<std::uint32_t, std::string>> tablesWithoutUnit_; ///< the same
    /// By source and variable: the warning of values of the other kind, and how many they are.
    std::map<std::pair<std::uint32_t, std::string>, std::pair<std::size_t, std::size_t>>
        otherKinds_;
    std::map<std::string, ValueLabels> valueLabels_; ///< by variable: of the first table with any
    ImportResult result_;
};

} // namespace citypanel::sheets

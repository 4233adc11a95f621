// SPDX-License-Identifier: GPL-3.0-or-later
// Panel: units x periods, sorted by unit and period, with typed columns shared between versions.
#pragma once

#include "core/base/result.h"
#include "core/panel/variable.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

/// A point of calendar time: a year, or any other integer index of periods.
using Period = std::int64_t;

/// What is known of a column without its values: enough to check a recipe before anything runs.
struct ColumnInfo {
    std::string name;
    VariableType type = VariableType::Numeric;
    std::string label{};
    std::string unitOfMeasure{};

    friend bool operator==(const ColumnInfo&, const ColumnInfo&) = default;
};

/// Names of the two key columns; both empty for a cross-section.
struct PanelKeys {
    std::string unit;
    std::string period;

    friend bool operator==(const PanelKeys&, const PanelKeys&) = default;
};

/// n rows, one a unit-period, sorted by unit and then by period. Immutable; copies and versions
/// share their columns. The key columns are ordinary variables too, found by their names.
class Panel {
public:
    Panel() = default;

    /// Builds a panel from columns of equal length in any row order. Units whose labels are all
    /// integers are ordered by number, others by first appearance. Rows are sorted stably.
    /// Problems: KeyColumnMissing, SizeMismatch, VariableDuplicate, PeriodUnreadable (a period that
    /// is missing or not a whole number), PeriodMissing, DuplicateKey (names the first unit-period
    /// that occurs twice; duplicateKeys lists all).
    [[nodiscard]] static Result<Panel> create(const PanelKeys& keys, std::vector<Variable> columns);

    /// Rows without keys: each row is its own unit, in the order given.
    [[nodiscard]] static Result<Panel> crossSection(std::vector<Variable> columns);

    [[nodiscard]] std::size_t rowCount() const { return rows_; }

    [[nodiscard]] std::size_t columnCount() const { return columns_.size(); }

    [[nodiscard]] bool isCrossSection() const { return keys_.unit.empty(); }

    [[nodiscard]] const PanelKeys& keys() const { return keys_; }

    [[nodiscard]] std::span<const Variable> columns() const { return columns_; }

    /// The variable of that name, or nullptr.
    [[nodiscard]] const Variable* find(std::string_view name) const;
    /// The variable of that name, or VariableUnknown with near names in `expected`.
    [[nodiscard]] Result<Variable> variable(std::string_view name) const;
    [[nodiscard]] std::vector<ColumnInfo> columnInfo() const;

    /// n codes of units, 0 .. unitCount()-1, ascending.
    [[nodiscard]] std::span<const std::int32_t> unitCodes() const;
    [[nodiscard]] std::span<const std::string> unitLabels() const;

    [[nodiscard]] std::size_t unitCount() const { return unitLabels().size(); }

    /// n periods, ascending within each unit.
    [[nodiscard]] std::span<const Period> periods() const;
    /// The distinct periods, ascending.
    [[nodiscard]] std::span<const Period> distinctPeriods() const;
    [[nodiscard]] bool isBalanced() const;
    /// First row of a unit, and one past its last.
    [[nodiscard]] std::size_t unitBegin(std::size_t unit) const;

    [[nodiscard]] std::size_t unitEnd(std::size_t unit) const { return unitBegin(unit + 1); }

    /// Row of a unit-period, if there is one.
    [[nodiscard]] std::optional<std::size_t> rowOf(std::size_t unit, Period period) const;

    /// A version with one column added at the end, or replaced where the name exists.
    /// Problem: SizeMismatch.
    [[nodiscard]] Result<Panel> withVariable(Variable variable) const;
    [[nodiscard]] Panel withoutVariable(std::string_view name) const;
    /// A version with a column renamed in its place; a key column stays a key. The new name must be
    /// free. Unchanged where there is no such column.
    [[nodiscard]] Panel renamed(std::string_view from, const std::string& to) const;
    /// A version with the rows where keep is true (keep.size() == rowCount()).
    [[nodiscard]] Panel filtered(const std::vector<bool>& keep) const;

private:
    struct Index; // unit codes, labels, periods: shared between versions of the same rows

    [[nodiscard]] Result<Panel> sorted() const;
    [[nodiscard]] static std::shared_ptr<const Index> makeIndex(std::vector<std::int32_t> codes,
                                                                std::vector<std::string> labels,
                                                                std::vector<Period> periods);

    PanelKeys keys_;
    std::size_t rows_ = 0;
    std::vector<Variable> columns_;
    std::shared_ptr<const Index> index_;
};

/// Every unit-period that occurs more than once among rows given by their keys: one DuplicateKey
/// Problem each, with unit and period in its place and the 0-based rows in `found`.
[[nodiscard]] Problems duplicateKeys(std::span<const std::string> units,
                                     std::span<const Period> periods);

} // namespace citypanel

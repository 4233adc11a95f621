// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet and Workbook: grids of cells as they stand in a file, before anyone says what they mean.
#pragma once

#include "core/base/problem.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

enum class CellKind : std::uint8_t { Empty, Number, Text, Boolean, Error };

/// One cell as read. `number` holds Number and Boolean (0 or 1), `text` Text and Error ("#DIV/0!",
/// and a formula that was never calculated, "=B2*2").
struct Cell {
    CellKind kind = CellKind::Empty;
    double number = 0.0;
    std::string_view text{};
    bool isPercent = false; ///< a number whose format shows a hundred times as much: 0.052 as 5.2%
};

/// What a share is in per cent, with the digits it has: 5.2 for 0.052.
[[nodiscard]] double inPercent(double share);

/// A rectangle of merged cells, both ends inclusive, 0-based. Its value stands in the first cell.
struct MergedRange {
    std::size_t firstRow = 0;
    std::size_t firstColumn = 0;
    std::size_t lastRow = 0;
    std::size_t lastColumn = 0;

    friend bool operator==(const MergedRange&, const MergedRange&) = default;
};

/// A number that its format shows divided by a thousand or more.
struct ScaledCell {
    std::size_t row = 0;
    std::size_t column = 0;
};

/// Names of the values of one column, in the order of the values.
using ValueLabels = std::map<double, std::string>;

/// A text kept by a sheet, for cells that share it.
struct TextId {
    std::uint32_t index = 0;
};

/// A grid of cells, 0-based, ragged inside: only what is there takes room. Texts are owned by the
/// sheet and stay valid as long as it lives.
class Sheet {
public:
    Sheet() = default;

    explicit Sheet(std::string name) : name_(std::move(name)) {}

    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;
    Sheet(Sheet&&) = default;
    Sheet& operator=(Sheet&&) = default;
    ~Sheet() = default;

    [[nodiscard]] const std::string& name() const { return name_; }

    /// One past the last row and column that hold anything.
    [[nodiscard]] std::size_t rowCount() const { return rows_.size(); }

    [[nodiscard]] std::size_t columnCount() const { return columns_; }

    /// One past the last column of a row that holds anything: what a walk along it need not pass.
    [[nodiscard]] std::size_t widthOf(std::size_t row) const {
        return row < rows_.size() ? rows_[row].size() : 0;
    }

    [[nodiscard]] Cell at(std::size_t row, std::size_t column) const;

    [[nodiscard]] bool isEmptyAt(std::size_t row, std::size_t column) const {
        return at(row, column).kind == CellKind::Empty;
    }

    /// What a cell shows: its text, or its number in the shortest form; "" when empty.
    [[nodiscard]] std::string textAt(std::size_t row, std::size_t column) const;

    /// What the value of a cell is called where the file labels it, else textAt.
    [[nodiscard]] std::string labelAt(std::size_t row, std::size_t column) const;

    /// The label of a column, from a file that has such; "" for all others.
    [[nodiscard]] std::string columnLabel(std::size_t column) const;

    void setNumber(std::size_t row, std::size_t column, double value);
    /// A share, shown as a percentage.
    void setPercent(std::size_t row, std::size_t column, double value);
    void setBoolean(std::size_t row, std::size_t column, bool value);
    /// An empty text leaves the cell empty.
    void setText(std::size_t row, std::size_t column, std::string text);
    void setError(std::size_t row, std::size_t column, std::string text);

    /// Keeps a text once for all cells that hold it: readers of shared strings are not made to
    /// copy a long one a million times.
    [[nodiscard]] TextId addText(std::string text);
    void setText(std::size_t row, std::size_t column, TextId text);

    /// Cells that room was made for. Rows are filled up to their last cell, so that a few cells far
    /// to the right take much room; readers stop at mostCells.
    [[nodiscard]] std::size_t cellCapacity() const { return capacity_; }

    static constexpr std::size_t mostCells = 40'000'000;

    std::vector<MergedRange> merged{};
    std::vector<std::size_t> hiddenRows{};
    std::vector<std::size_t> hiddenColumns{};
    bool isHidden = false;
    std::optional<ScaledCell> scaled{}; ///< the first of them
    /// Of statistical files: what columns and their values are called.
    std::map<std::size_t, std::string> columnLabels{};
    std::map<std::size_t, ValueLabels> valueLabels{};

private:
    struct Stored {
        double number = 0.0;
        std::uint32_t text = 0; ///< index into texts_
        CellKind kind = CellKind::Empty;
        bool isPercent = false;
    };

    Stored& place(std::size_t row, std::size_t column);
    void setString(std::size_t row, std::size_t column, std::string text, CellKind kind);

    std::string name_;
    std::size_t columns_ = 0;
    std::size_t capacity_ = 0;
    std::vector<std::vector<Stored>> rows_;
    std::deque<std::string> texts_; ///< a deque keeps views valid while it grows
};

/// What kind of file a workbook came from.
enum class FileFormat : std::uint8_t { DelimitedText, Xlsx, Xls, StataDta, SpssSav, Html };

/// All sheets of a file, in its order.
struct Workbook {
    std::string fileName{};
    FileFormat format = FileFormat::DelimitedText;
    std::vector<Sheet> sheets{};
    Problems warnings{}; ///< what was read differently from how it stands

    /// The sheet of that name, or nullptr.
    [[nodiscard]] const Sheet* find(std::string_view sheetName) const;
};

} // namespace citypanel::sheets

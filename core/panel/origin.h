// SPDX-License-Identifier: GPL-3.0-or-later
// Where each value of a column came from, stored as runs of rows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

enum class OriginKind : std::uint8_t {
    Unknown,      ///< made in memory, e.g. by a test
    Observed,     ///< read from a cell of a source file
    Interpolated, ///< gap filled by a step
    Clipped,      ///< winsorised by a step
    Computed,     ///< calculated from other columns
    Corrected,    ///< replaced by a person's correction, with a reason
    Joined,       ///< chosen among several sources
};

/// The origin of one value.
struct Origin {
    OriginKind kind = OriginKind::Unknown;
    std::string file{};       ///< Observed: file name
    std::string sheet{};      ///< Observed: sheet name
    std::int32_t row = -1;    ///< Observed: 0-based row of the cell
    std::int32_t column = -1; ///< Observed: 0-based column of the cell
    std::string step{};       ///< otherwise: identifier of the recipe step that made the value

    friend bool operator==(const Origin&, const Origin&) = default;
};

/// "B17" for row 16, column 1 (both 0-based).
[[nodiscard]] std::string cellName(std::int32_t row, std::int32_t column);

/// Origins of a column of n rows, run-length: rows whose cells follow one another in a sheet (a
/// constant step down and across) share a run, and so do rows made by one step.
class Origins {
public:
    Origins() = default;

    /// All n rows with one origin that names no cell (Computed, Unknown, ...).
    [[nodiscard]] static Origins all(std::size_t rows, OriginKind kind, std::string step = {});
    /// From one origin a row.
    [[nodiscard]] static Origins of(std::span<const Origin> origins);

    [[nodiscard]] std::size_t size() const { return rows_; }

    [[nodiscard]] Origin at(std::size_t row) const;
    [[nodiscard]] OriginKind kindAt(std::size_t row) const;
    [[nodiscard]] std::size_t count(OriginKind kind) const;

    [[nodiscard]] std::size_t runCount() const { return runs_.size(); }

    /// Appends the origin of the next row.
    void append(const Origin& origin);
    /// Origins of rows order[0], order[1], ...; an index equal to npos gives Unknown.
    [[nodiscard]] Origins permuted(std::span<const std::size_t> order) const;
    /// The same, with the marked rows replaced (marked.size() == size()).
    [[nodiscard]] Origins replaced(const std::vector<bool>& marked, OriginKind kind,
                                   const std::string& step) const;

    /// Hash of the runs and what they name.
    [[nodiscard]] std::uint64_t contentHash() const;

    static constexpr std::size_t npos = static_cast<std::size_t>(-1);

private:
    struct Run {
        std::size_t begin;
        std::uint32_t source; ///< index into sources_
        OriginKind kind;
        std::int32_t row;
        std::int32_t column;
        std::int32_t rowStep;
        std::int32_t columnStep;
    };

    /// A file and sheet, or a step: what the values of a run have in common.
    struct Source {
        std::string file;
        std::string sheet;
        std::string step;
        friend bool operator==(const Source&, const Source&) = default;
    };

    [[nodiscard]] const Run& runOf(std::size_t row) const;
    [[nodiscard]] std::uint32_t sourceIndex(const Source& source);
    void appendCell(OriginKind kind, std::uint32_t source, std::int32_t row, std::int32_t column);
    [[nodiscard]] bool extendsLastRun(OriginKind kind, std::uint32_t source, std::int32_t row,
                                      std::int32_t column);

    std::size_t rows_ = 0;
    std::vector<Run> runs_;
    std::vector<Source> sources_;
};

} // namespace citypanel

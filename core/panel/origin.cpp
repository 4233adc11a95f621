// SPDX-License-Identifier: GPL-3.0-or-later
// Run-length storage of origins.
#include "core/panel/origin.h"

#include "core/base/hash.h"

#include <algorithm>
#include <iterator>

namespace citypanel {

std::string cellName(std::int32_t row, std::int32_t column) {
    std::string letters;
    for (std::int32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters + std::to_string(row + 1);
}

Origins Origins::all(std::size_t rows, OriginKind kind, std::string step) {
    Origins origins;
    if (rows == 0) {
        return origins;
    }
    origins.rows_ = rows;
    origins.sources_.push_back(Source{{}, {}, std::move(step)});
    origins.runs_.push_back(Run{0, 0, kind, -1, -1, 0, 0});
    return origins;
}

Origins Origins::of(std::span<const Origin> origins) {
    Origins result;
    for (const Origin& origin : origins) {
        result.append(origin);
    }
    return result;
}

const Origins::Run& Origins::runOf(std::size_t row) const {
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), row,
                         [](std::size_t r, const Run& run) { return r < run.begin; });
    return *std::prev(after);
}

Origin Origins::at(std::size_t row) const {
    if (row >= rows_) {
        return {};
    }
    const Run& run = runOf(row);
    const Source& source = sources_[run.source];
    const auto offset = static_cast<std::int32_t>(row - run.begin);
    const bool hasCell = run.row >= 0;
    return Origin{run.kind,
                  source.file,
                  source.sheet,
                  hasCell ? run.row + offset * run.rowStep : -1,
                  hasCell ? run.column + offset * run.columnStep : -1,
                  source.step};
}

OriginKind Origins::kindAt(std::size_t row) const {
    return row < rows_ ? runOf(row).kind : OriginKind::Unknown;
}

std::size_t Origins::count(OriginKind kind) const {
    std::size_t total = 0;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].begin : rows_;
        total += runs_[i].kind == kind ? end - runs_[i].begin : 0;
    }
    return total;
}

std::uint32_t Origins::sourceIndex(const Source& source) {
    // Searched from the back: consecutive rows nearly always share a source.
    const auto found = std::find(sources_.rbegin(), sources_.rend(), source);
    if (found != sources_.rend()) {
        return static_cast<std::uint32_t>(std::distance(found, sources_.rend()) - 1);
    }
    sources_.push_back(source);
    return static_cast<std::uint32_t>(sources_.size() - 1);
}

bool Origins::extendsLastRun(OriginKind kind, std::uint32_t source, std::int32_t row,
                             std::int32_t column) {
    if (runs_.empty() || runs_.back().kind != kind || runs_.back().source != source) {
        return false;
    }
    Run& last = runs_.back();
    const bool hasCell = row >= 0;
    if (hasCell != (last.row >= 0)) {
        return false;
    }
    const auto length = static_cast<std::int32_t>(rows_ - last.begin);
    if (hasCell && length == 1) {
        last.rowStep = row - last.row;
        last.columnStep = column - last.column;
        return true;
    }
    return !hasCell || (row == last.row + length * last.rowStep &&
                        column == last.column + length * last.columnStep);
}

void Origins::appendCell(OriginKind kind, std::uint32_t source, std::int32_t row,
                         std::int32_t column) {
    if (!extendsLastRun(kind, source, row, column)) {
        runs_.push_back(Run{rows_, source, kind, row, column, 0, 0});
    }
    ++rows_;
}

void Origins::append(const Origin& origin) {
    appendCell(origin.kind, sourceIndex(Source{origin.file, origin.sheet, origin.step}), origin.row,
               origin.column);
}

Origins Origins::permuted(std::span<const std::size_t> order) const {
    Origins result;
    result.sources_ = sources_;
    const std::uint32_t unknown = result.sourceIndex(Source{});
    for (const std::size_t row : order) {
        if (row == npos || row >= rows_) {
            result.appendCell(OriginKind::Unknown, unknown, -1, -1);
            continue;
        }
        const Run& run = runOf(row);
        const auto offset = static_cast<std::int32_t>(row - run.begin);
        const bool hasCell = run.row >= 0;
        result.appendCell(run.kind, run.source, hasCell ? run.row + offset * run.rowStep : -1,
                          hasCell ? run.column + offset * run.columnStep : -1);
    }
    return result;
}

Origins Origins::replaced(const std::vector<bool>& marked, OriginKind kind,
                          const std::string& step) const {
    Origins result;
    result.sources_ = sources_;
    const std::uint32_t replacement = result.sourceIndex(Source{{}, {}, step});
    for (std::size_t row = 0; row < rows_; ++row) {
        if (marked[row]) {
            result.appendCell(kind, replacement, -1, -1);
            continue;
        }
        const Run& run = runOf(row);
        const auto offset = static_cast<std::int32_t>(row - run.begin);
        const bool hasCell = run.row >= 0;
        result.appendCell(run.kind, run.source, hasCell ? run.row + offset * run.rowStep : -1,
                          hasCell ? run.column + offset * run.columnStep : -1);
    }
    return result;
}

std::uint64_t Origins::contentHash() const {
    Hash hash = hashValue(rows_);
    for (const Source& source : sources_) {
        hash = hashText(source.step, hashText(source.sheet, hashText(source.file, hash)));
    }
    for (const Run& run : runs_) {
        hash = hashValue(run.begin, hash);
        hash = hashValue(run.source, hash);
        hash = hashValue(run.kind, hash);
        for (const std::int32_t number : {run.row, run.column, run.rowStep, run.columnStep}) {
            hash = hashValue(number, hash);
        }
    }
    return hash;
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks of units on threads; the growing set of rows that span the frontier.
#include "core/frontier/unit_tasks.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel::frontier {

namespace {

constexpr std::size_t chunkSize = 64;
constexpr std::size_t firstBlock = 64;

/// What one chunk brings home.
struct ChunkResult {
    std::vector<UnitOptimum> optima{};
    std::vector<BasisMemory::Entry> bases{}; ///< those it added
    std::optional<Problem> problem{};
};

ColumnPool poolOf(const UnitTask& task, const FrontierColumns& columns) {
    return {.first = &columns.spanning,
            .rest = task.pricesRest ? &columns.all : nullptr,
            .own = task.usesOwn ? task.unit : -1,
            .leftOut = task.usesOwn ? task.leftOut : task.unit};
}

/// How much a unit makes of what it takes, in units of the means: a guess of who comes first.
std::vector<double> promise(const FrontierData& data, const std::vector<RowIndex>& rows) {
    const std::size_t d = data.dimensions();
    std::vector<double> mean(d, 0.0);
    for (std::size_t i = 0; i < d; ++i) {
        for (const RowIndex row : rows) {
            mean[i] += data.scaledAt(i, static_cast<std::size_t>(row));
        }
    }
    std::vector<double> result;
    for (const RowIndex row : rows) {
        double made = 0.0;
        double used = 0.0;
        for (std::size_t i = 0; i < d; ++i) {
            if (mean[i] > 0.0) {
                (data.isGood(i) ? made : used) +=
                    data.scaledAt(i, static_cast<std::size_t>(row)) / mean[i];
            }
        }
        result.push_back(used > 0.0 ? made / used : made);
    }
    return result;
}

/// The evaluated rows in blocks of growing size, best promise first, in row order within a block.
std::vector<std::vector<std::size_t>> blocksOf(const FrontierData& data,
                                               const std::vector<RowIndex>& rows) {
    const std::vector<double> value = promise(data, rows);
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return value[a] > value[b]; });
    std::vector<std::vector<std::size_t>> blocks;
    for (std::size_t begin = 0, size = firstBlock; begin < order.size(); begin += size, size *= 2) {
        const std::size_t end = std::min(order.size(), begin + size);
        blocks.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(begin),
                            order.begin() + static_cast<std::ptrdiff_t>(end));
        std::sort(blocks.back().begin(), blocks.back().end());
        if (end == order.size()) {
            break;
        }
    }
    return blocks;
}

} // namespace

Result<std::vector<UnitOptimum>> solveTasks(const FrontierData& data, const ProgramFamily& family,
                                            const std::vector<UnitTask>& tasks,
                                            FrontierColumns& columns, Progress& progress) {
    std::atomic<std::size_t> done{0};
    const auto solveChunk = [&](const Chunk& chunk) {
        ChunkResult result;
        UnitSolver solver(data);
        solver.remember(columns.bases);
        UnitProgram program;
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            if (progress.cancelled()) {
                result.problem = cancelledProblem();
                return result;
            }
            family.write(tasks[i].unit, tasks[i].factor, program);
            Result<UnitOptimum> optimum =
                solver.solve(tasks[i].unit, program, poolOf(tasks[i], columns), tasks[i].start);
            if (!optimum) {
                result.problem = std::move(optimum).error();
                result.problem->place.position = static_cast<std::size_t>(tasks[i].unit);
                return result;
            }
            if (solver.foundNewBasis()) {
                result.bases.push_back({optimum->basis, tasks[i].unit});
            }
            result.optima.push_back(*std::move(optimum));
        }
        done += chunk.end - chunk.begin;
        progress.report(static_cast<double>(done) / static_cast<double>(tasks.size()));
        return result;
    };
    std::vector<ChunkResult> chunks((tasks.size() + chunkSize - 1) / chunkSize);
    parallelChunks(
        tasks.size(), chunkSize,
        [&](const Chunk& chunk) { chunks[chunk.index] = solveChunk(chunk); },
        &releaseLinearEnvironment);
    releaseLinearEnvironment();
    std::vector<UnitOptimum> optima;
    optima.reserve(tasks.size());
    for (ChunkResult& chunk : chunks) {
        if (chunk.problem) {
            return *std::move(chunk.problem);
        }
        std::move(chunk.optima.begin(), chunk.optima.end(), std::back_inserter(optima));
        for (const BasisMemory::Entry& entry : chunk.bases) {
            columns.bases.add(entry.unit, entry.basis);
        }
    }
    return optima;
}

namespace {

double scoreOf(const ProgramFamily& family, RowIndex unit, const UnitOptimum& optimum) {
    return family.read(unit, 0.0, optimum.optimum, optimum.fixedValues).score;
}

/// Positions in a block of evaluated rows whose optimum something improves that joined the frontier
/// after they were solved.
std::vector<std::size_t> outdated(const FrontierData& data, const ProgramFamily& family,
                                  const std::vector<RowIndex>& rows,
                                  const std::vector<std::size_t>& block,
                                  const std::vector<UnitOptimum>& optima,
                                  const ColumnBlock& joined) {
    std::vector<std::uint8_t> fails(block.size(), 0);
    parallelChunks(block.size(), chunkSize, [&](const Chunk& chunk) {
        UnitSolver solver(data);
        UnitProgram program;
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            family.write(rows[block[i]], 0.0, program);
            fails[i] = solver.isStillOptimal(program, optima[block[i]].duals, joined) ? 0 : 1;
        }
    });
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < block.size(); ++i) {
        if (fails[i] != 0) {
            result.push_back(block[i]);
        }
    }
    return result;
}

/// The evaluated rows of one reference set, and where their optima go.
struct EvaluatedRows {
    const FrontierData& data;
    const ProgramFamily& family;
    const std::vector<RowIndex>& rows;
    FrontierColumns& columns;
    std::vector<UnitOptimum>& optima;
};

/// Solves the evaluated rows at the given positions and puts the optima in their places.
Status solvePositions(const EvaluatedRows& evaluated, const std::vector<std::size_t>& positions,
                      Progress& progress) {
    std::vector<UnitTask> tasks;
    tasks.reserve(positions.size());
    for (const std::size_t position : positions) {
        tasks.push_back(
            {.unit = evaluated.rows[position], .start = evaluated.optima[position].basis});
    }
    CITYPANEL_TRY(std::vector<UnitOptimum> solved,
                  solveTasks(evaluated.data, evaluated.family, tasks, evaluated.columns, progress));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        evaluated.optima[positions[i]] = std::move(solved[i]);
    }
    return {};
}

} // namespace

Result<std::vector<UnitOptimum>> solveWithin(const FrontierData& data, const ProgramFamily& family,
                                             const ReferenceSet& set, FrontierColumns& columns,
                                             Progress& progress) {
    const std::vector<RowIndex>& rows = set.evaluated;
    std::vector<UnitOptimum> optima(rows.size());
    columns.all = ColumnBlock(data, set.members);
    const EvaluatedRows evaluated{data, family, rows, columns, optima};
    if (!family.hasFreeDisposal()) {
        columns.spanning = columns.all;
        std::vector<std::size_t> positions(rows.size());
        std::iota(positions.begin(), positions.end(), std::size_t{0});
        CITYPANEL_TRY_STATUS(solvePositions(evaluated, positions, progress));
        return optima;
    }
    std::vector<RowIndex> spanning;
    std::size_t done = 0;
    const std::vector<std::vector<std::size_t>> blocks = blocksOf(data, rows);
    std::vector<std::size_t> joinedBefore; // spanning rows known when a block was solved
    std::vector<RowIndex> joined;          // in the order in which they joined
    for (const std::vector<std::size_t>& block : blocks) {
        joinedBefore.push_back(joined.size());
        const double total = static_cast<double>(rows.size()) * 1.1;
        SubProgress part(progress, static_cast<double>(done) / total,
                         static_cast<double>(done + block.size()) / total);
        CITYPANEL_TRY_STATUS(solvePositions(evaluated, block, part));
        for (const std::size_t position : block) {
            if (family.isEfficient(scoreOf(family, rows[position], optima[position]))) {
                joined.push_back(rows[position]);
            }
        }
        spanning = joined;
        std::sort(spanning.begin(), spanning.end());
        columns.spanning = ColumnBlock(data, spanning);
        done += block.size();
    }
    SubProgress last(progress, 1.0 / 1.1, 1.0);
    std::vector<std::size_t> again;
    for (std::size_t b = 0; b < blocks.size() && joinedBefore[b] < joined.size(); ++b) {
        const ColumnBlock later(
            data, {joined.begin() + static_cast<std::ptrdiff_t>(joinedBefore[b]), joined.end()});
        const std::vector<std::size_t> more =
            outdated(data, family, rows, blocks[b], optima, later);
        again.insert(again.end(), more.begin(), more.end());
    }
    std::sort(again.begin(), again.end());
    CITYPANEL_TRY_STATUS(solvePositions(evaluated, again, last));
    std::erase_if(spanning, [&](RowIndex row) {
        const auto position = static_cast<std::size_t>(
            std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
        return !family.isEfficient(scoreOf(family, row, optima[position]));
    });
    columns.spanning = ColumnBlock(data, spanning);
    return optima;
}

} // namespace citypanel::frontier

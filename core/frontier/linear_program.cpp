// SPDX-License-Identifier: GPL-3.0-or-later
// The one file that knows GLPK. Programs are validated first; what GLPK still refuses by calling
// abort ends in a longjmp back here and becomes a Problem; its words are collected, never printed.
#include "core/frontier/linear_program.h"

#include <glpk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <string>

namespace citypanel::frontier {

namespace {

/// Counts how often this thread's environment was freed, at its end or after an abort: the problems
/// of an earlier generation are gone with it and must not be touched.
std::uint64_t& generationOfThread() {
    thread_local std::uint64_t count = 0;
    return count;
}

/// Where GLPK's errors come back to. Trivial, since longjmp runs no destructors.
struct Guard {
    std::jmp_buf target;
    std::array<char, 512> words;
    std::size_t length;
};

int collectWords(void* info, const char* text) {
    auto* guard = static_cast<Guard*>(info);
    const std::size_t room = guard->words.size() - 1 - guard->length;
    const std::size_t added = std::min(room, std::strlen(text));
    std::memcpy(guard->words.data() + guard->length, text, added);
    guard->length += added;
    return 1; // handled: GLPK writes nothing itself
}

void comeBack(void* info) {
    std::longjmp(static_cast<Guard*>(info)->target, 1);
}

/// Calls function(argument), which may hold only C calls and trivial locals. False after an abort.
bool callGuarded(Guard& guard, void (*function)(void*), void* argument) {
    guard.length = 0;
    glp_term_hook(collectWords, &guard);
    if (setjmp(guard.target) != 0) {
        glp_error_hook(nullptr, nullptr);
        glp_term_hook(nullptr, nullptr);
        glp_free_env();
        return false;
    }
    glp_error_hook(comeBack, &guard);
    function(argument);
    glp_error_hook(nullptr, nullptr);
    glp_term_hook(nullptr, nullptr);
    return true;
}

Problem solverFailed(std::string words) {
    return Problem{.code = ProblemCode::SolverFailed, .found = std::move(words)};
}

} // namespace

/// Sizes and values, so that GLPK is never called with what it would abort on or answer wrongly
/// (it reports an optimum for NaN).
Status validated(const LinearProgram& program) {
    const std::size_t columns = program.columns();
    if (program.rows == 0 || columns == 0 || program.rhs.size() != program.rows ||
        program.isFree.size() != columns || program.entries.size() != program.rows * columns) {
        return Problem{.code = ProblemCode::SizeMismatch};
    }
    const auto finite = [](double value) { return std::isfinite(value); };
    if (!std::all_of(program.rhs.begin(), program.rhs.end(), finite) ||
        !std::all_of(program.cost.begin(), program.cost.end(), finite) ||
        !std::all_of(program.entries.begin(), program.entries.end(), finite)) {
        return Problem{.code = ProblemCode::ValueInfinite};
    }
    return {};
}

void LinearProgram::clear(std::size_t rowCount) {
    rows = rowCount;
    rhs.assign(rowCount, 0.0);
    cost.clear();
    entries.clear();
    isFree.clear();
}

void LinearProgram::addColumn(double columnCost, std::span<const double> columnEntries,
                              bool columnIsFree) {
    cost.push_back(columnCost);
    entries.insert(entries.end(), columnEntries.begin(), columnEntries.end());
    isFree.push_back(columnIsFree ? 1 : 0);
}

/// Everything the guarded call needs, reachable without a local that has a destructor.
struct LinearSolver::Work {
    glp_prob* problem = nullptr;
    std::uint64_t generation = 0;
    LinearFault fault = LinearFault::None;
    double tolerance = 1e-9;
    const LinearProgram* program = nullptr;
    const LinearBasis* start = nullptr;
    std::vector<int> rowIndex{};
    std::vector<int> columnIndex{};
    std::vector<double> value{};
    int entryCount = 0;
    int returnCode = 0;
    int status = GLP_UNDEF;

    void listEntries();
    void load();
    void setStart();
    void optimise();
    static void run(void* self);
    [[nodiscard]] LinearBasis basis() const;
};

/// Triplets from index 1, as GLPK counts.
void LinearSolver::Work::listEntries() {
    const std::size_t size = program->entries.size() + 2;
    rowIndex.resize(size);
    columnIndex.resize(size);
    value.resize(size);
    std::size_t count = 0;
    for (std::size_t i = 0; i < program->entries.size(); ++i) {
        if (program->entries[i] != 0.0) {
            ++count;
            rowIndex[count] = static_cast<int>(i % program->rows) + 1;
            columnIndex[count] = static_cast<int>(i / program->rows) + 1;
            value[count] = program->entries[i];
        }
    }
    if (fault == LinearFault::DuplicateEntry && count > 0) {
        ++count;
        rowIndex[count] = rowIndex[1];
        columnIndex[count] = columnIndex[1];
        value[count] = value[1];
    }
    if (fault == LinearFault::RowOutOfRange && count > 0) {
        rowIndex[1] = static_cast<int>(program->rows) + 7;
    }
    entryCount = static_cast<int>(count);
}

void LinearSolver::Work::load() {
    if (problem == nullptr) {
        problem = glp_create_prob();
    } else {
        glp_erase_prob(problem);
    }
    const int rows = static_cast<int>(program->rows);
    const int columns = static_cast<int>(program->cost.size());
    glp_add_rows(problem, rows);
    for (int i = 0; i < rows; ++i) {
        const double right = program->rhs[static_cast<std::size_t>(i)];
        glp_set_row_bnds(problem, i + 1, GLP_FX, right, right);
    }
    glp_add_cols(problem, columns);
    for (int j = 0; j < columns; ++j) {
        const auto at = static_cast<std::size_t>(j);
        glp_set_col_bnds(problem, j + 1, program->isFree[at] != 0 ? GLP_FR : GLP_LO, 0.0, 0.0);
        glp_set_obj_coef(problem, j + 1, program->cost[at]);
    }
    glp_load_matrix(problem, entryCount, rowIndex.data(), columnIndex.data(), value.data());
}

void LinearSolver::Work::setStart() {
    glp_std_basis(problem);
    if (start->size() != program->rows) {
        return;
    }
    for (int i = 1; i <= static_cast<int>(program->rows); ++i) {
        glp_set_row_stat(problem, i, GLP_NS);
    }
    for (const std::int32_t variable : *start) {
        if (variable < 0) {
            glp_set_row_stat(problem, -variable, GLP_BS);
        } else {
            glp_set_col_stat(problem, variable + 1, GLP_BS);
        }
    }
    if (glp_factorize(problem) != 0) {
        glp_std_basis(problem);
    }
}

void LinearSolver::Work::optimise() {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.it_lim = 20000;
    options.tm_lim = 20000;
    options.tol_bnd = tolerance;
    options.tol_dj = tolerance;
    returnCode = glp_simplex(problem, &options);
    status = returnCode == 0 ? glp_get_status(problem) : GLP_UNDEF;
}

void LinearSolver::Work::run(void* self) {
    auto* work = static_cast<Work*>(self);
    glp_term_out(GLP_OFF);
    if (work->fault == LinearFault::MemoryLimit) {
        glp_mem_limit(1);
        for (int i = 0; i < 1000; ++i) {
            glp_add_rows(glp_create_prob(), 1000);
        }
    }
    work->load();
    work->setStart();
    work->optimise();
}

LinearBasis LinearSolver::Work::basis() const {
    LinearBasis result;
    for (int j = 0; j < static_cast<int>(program->cost.size()); ++j) {
        if (glp_get_col_stat(problem, j + 1) == GLP_BS) {
            result.push_back(j);
        }
    }
    for (int i = 1; i <= static_cast<int>(program->rows); ++i) {
        if (glp_get_row_stat(problem, i) == GLP_BS) {
            result.push_back(-i);
        }
    }
    return result;
}

LinearSolver::LinearSolver() : work_(std::make_unique<Work>()) {
    work_->generation = generationOfThread();
}

LinearSolver::~LinearSolver() {
    if (work_->problem != nullptr && work_->generation == generationOfThread()) {
        glp_delete_prob(work_->problem);
    }
}

void LinearSolver::setTolerance(double tolerance) {
    work_->tolerance = tolerance;
}

void LinearSolver::injectFault(LinearFault fault) {
    work_->fault = fault;
}

Result<LinearAnswer> LinearSolver::solve(const LinearProgram& program, const LinearBasis& start) {
    CITYPANEL_TRY_STATUS(validated(program));
    Work& work = *work_;
    if (work.generation != generationOfThread()) {
        work.problem = nullptr; // freed with the environment
        work.generation = generationOfThread();
    }
    work.program = &program;
    work.start = &start;
    work.listEntries();
    Guard guard;
    const bool returned = callGuarded(guard, &Work::run, &work);
    work.fault = LinearFault::None;
    if (!returned) {
        work.problem = nullptr;
        work.generation = ++generationOfThread();
        return solverFailed(std::string(guard.words.data(), guard.length));
    }
    switch (work.status) {
    case GLP_OPT:
        return LinearAnswer{.status = LinearStatus::Optimal, .basis = work.basis()};
    case GLP_NOFEAS:
        return LinearAnswer{.status = LinearStatus::Infeasible, .basis = work.basis()};
    case GLP_UNBND:
        return LinearAnswer{.status = LinearStatus::Unbounded, .basis = work.basis()};
    default:
        return solverFailed("glp_simplex " + std::to_string(work.returnCode) + ", status " +
                            std::to_string(work.status));
    }
}

void releaseLinearEnvironment() {
    ++generationOfThread(); // a solver that outlives the environment must not touch it
    glp_free_env();
}

} // namespace citypanel::frontier

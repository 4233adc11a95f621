// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK can neither abort the process nor print: wrong calls are injected and come back as Problems.
#include "core/frontier/linear_program.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

namespace citypanel::frontier {
namespace {

/// min -x - 2y, x + y + s = 4, x + 3y + r = 6: x = 3, y = 1.
LinearProgram example() {
    LinearProgram program;
    program.clear(2);
    program.rhs = {4.0, 6.0};
    program.addColumn(-1.0, std::vector{1.0, 1.0}, false);
    program.addColumn(-2.0, std::vector{1.0, 3.0}, false);
    program.addColumn(0.0, std::vector{1.0, 0.0}, false);
    program.addColumn(0.0, std::vector{0.0, 1.0}, false);
    return program;
}

void expectSolved(const Result<LinearAnswer>& answer) {
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, LinearStatus::Optimal);
    EXPECT_EQ(answer->basis, (LinearBasis{0, 1}));
}

TEST(LinearSolver, FindsTheBasis) {
    LinearSolver solver;
    expectSolved(solver.solve(example(), {}));
    expectSolved(solver.solve(example(), {2, 3}));
}

TEST(LinearSolver, StartsAnewFromASingularBasis) {
    LinearSolver solver;
    expectSolved(solver.solve(example(), {0, 0}));
}

TEST(LinearSolver, NamesInfeasibleAndUnbounded) {
    LinearSolver solver;
    LinearProgram program = example();
    program.rhs = {-1.0, 6.0};
    EXPECT_EQ(solver.solve(program, {})->status, LinearStatus::Infeasible);
    program = example();
    program.addColumn(-1.0, std::vector{0.0, 0.0}, false);
    EXPECT_EQ(solver.solve(program, {})->status, LinearStatus::Unbounded);
}

TEST(LinearSolver, RefusesWhatIsNotFiniteOrNotOfOneSize) {
    LinearSolver solver;
    for (const double wrong :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        LinearProgram program = example();
        program.entries[1] = wrong;
        EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::ValueInfinite);
        program = example();
        program.rhs[0] = wrong;
        EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::ValueInfinite);
    }
    LinearProgram program = example();
    program.entries.pop_back();
    EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::SizeMismatch);
    EXPECT_EQ(solver.solve(LinearProgram{}, {}).error().code, ProblemCode::SizeMismatch);
}

TEST(LinearSolver, SurvivesEveryAbortOfGlpk) {
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    LinearSolver solver;
    LinearSolver other;
    expectSolved(other.solve(example(), {}));
    for (int i = 0; i < 100; ++i) {
        for (const LinearFault fault :
             {LinearFault::DuplicateEntry, LinearFault::RowOutOfRange, LinearFault::MemoryLimit}) {
            solver.injectFault(fault);
            const Result<LinearAnswer> answer = solver.solve(example(), {});
            ASSERT_FALSE(answer);
            EXPECT_EQ(answer.error().code, ProblemCode::SolverFailed);
            EXPECT_FALSE(answer.error().found.empty());
            expectSolved(solver.solve(example(), {}));
        }
    }
    // Its problem went with the environment that the abort freed.
    expectSolved(other.solve(example(), {}));
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(LinearSolver, LivesOnItsThread) {
    std::thread thread([] {
        {
            LinearSolver solver;
            expectSolved(solver.solve(example(), {}));
        }
        releaseLinearEnvironment();
    });
    thread.join();
}

TEST(LinearSolver, OutlivesItsEnvironment) {
    LinearSolver solver;
    expectSolved(solver.solve(example(), {}));
    releaseLinearEnvironment();
    expectSolved(solver.solve(example(), {}));
}

} // namespace
} // namespace citypanel::frontier

// SPDX-License-Identifier: GPL-3.0-or-later
// GLPK can neither abort the process nor print: wrong calls are injected and come back as Problems.
#include "tests/core/frontier/small_program.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>

namespace citypanel::frontier {
namespace {

void expectSolved(const Result<LinearAnswer>& answer) {
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, LinearStatus::Optimal);
    EXPECT_EQ(answer->basis, (LinearBasis{0, 1}));
}

TEST(LinearSolver, FindsTheBasis) {
    LinearSolver solver;
    expectSolved(solver.solve(smallProgram(), {}));
    expectSolved(solver.solve(smallProgram(), {2, 3}));
}

TEST(LinearSolver, StartsAnewFromASingularBasis) {
    LinearSolver solver;
    expectSolved(solver.solve(smallProgram(), {0, 0}));
}

TEST(LinearSolver, NamesInfeasibleAndUnbounded) {
    LinearSolver solver;
    LinearProgram program = smallProgram();
    program.rhs = {-1.0, 6.0};
    EXPECT_EQ(solver.solve(program, {})->status, LinearStatus::Infeasible);
    program = smallProgram();
    program.addColumn(-1.0, std::vector{0.0, 0.0}, false);
    EXPECT_EQ(solver.solve(program, {})->status, LinearStatus::Unbounded);
}

TEST(LinearSolver, RefusesWhatIsNotFiniteOrNotOfOneSize) {
    LinearSolver solver;
    for (const double wrong :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        LinearProgram program = smallProgram();
        program.entries[1] = wrong;
        EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::ValueInfinite);
        program = smallProgram();
        program.rhs[0] = wrong;
        EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::ValueInfinite);
    }
    LinearProgram program = smallProgram();
    program.entries.pop_back();
    EXPECT_EQ(solver.solve(program, {}).error().code, ProblemCode::SizeMismatch);
    EXPECT_EQ(solver.solve(LinearProgram{}, {}).error().code, ProblemCode::SizeMismatch);
}

TEST(LinearSolver, SurvivesEveryAbortOfGlpk) {
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    LinearSolver solver;
    LinearSolver other;
    expectSolved(other.solve(smallProgram(), {}));
    for (int i = 0; i < 100; ++i) {
        for (const LinearFault fault :
             {LinearFault::DuplicateEntry, LinearFault::RowOutOfRange, LinearFault::MemoryLimit}) {
            solver.injectFault(fault);
            const Result<LinearAnswer> answer = solver.solve(smallProgram(), {});
            ASSERT_FALSE(answer);
            EXPECT_EQ(answer.error().code, ProblemCode::SolverFailed);
            EXPECT_FALSE(answer.error().found.empty());
            expectSolved(solver.solve(smallProgram(), {}));
        }
    }
    // Its problem went with the environment that the abort freed.
    expectSolved(other.solve(smallProgram(), {}));
    EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST(LinearSolver, LivesOnItsThread) {
    std::thread thread([] {
        {
            LinearSolver solver;
            expectSolved(solver.solve(smallProgram(), {}));
        }
        releaseLinearEnvironment();
    });
    thread.join();
}

TEST(LinearSolver, OutlivesItsEnvironment) {
    LinearSolver solver;
    expectSolved(solver.solve(smallProgram(), {}));
    releaseLinearEnvironment();
    expectSolved(solver.solve(smallProgram(), {}));
}

} // namespace
} // namespace citypanel::frontier

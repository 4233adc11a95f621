// SPDX-License-Identifier: GPL-3.0-or-later
// Problem, Result, Progress and the parallel loop.
#include "core/base/fields.h"
#include "core/base/parallel.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace citypanel {
namespace {

Result<int> half(int n) {
    if (n % 2 != 0) {
        return Problem{.code = ProblemCode::ArgumentInvalid, .found = std::to_string(n)};
    }
    return n / 2;
}

Result<int> quarter(int n) {
    CITYPANEL_TRY(const int h, half(n));
    CITYPANEL_TRY(const int q, half(h));
    return q;
}

TEST(Result, TryPropagatesTheProblem) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_EQ(quarter(6).error().found, "3");
}

TEST(Problem, LocatedFillsOnlyEmptyFields) {
    const Problem inner{.code = ProblemCode::CellUnreadable, .place = {.cell = "B2"}};
    const Problem outer = located(inner, {.file = "a.xlsx", .cell = "C3"});
    EXPECT_EQ(outer.place.file, "a.xlsx");
    EXPECT_EQ(outer.place.cell, "B2");
}

enum class Side { Lower, Upper };

constexpr auto enumNames(Side) {
    return std::array{EnumName<Side>{Side::Lower, "lower"}, EnumName<Side>{Side::Upper, "upper"}};
}

struct Trim {
    double share = 0.01;
    Side side = Side::Upper;

    static constexpr auto fields() {
        return FieldList{field("share", &Trim::share), field("side", &Trim::side)};
    }
};

TEST(Fields, ListNamesAndMembersInOrder) {
    Trim trim;
    std::string names;
    visitFields(trim, [&](std::string_view name, auto& member) {
        names += name;
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, double>) {
            member = 0.05;
        }
    });
    EXPECT_EQ(names, "shareside");
    EXPECT_EQ(trim.share, 0.05);
    EXPECT_EQ(nameOf(trim.side), "upper");
    EXPECT_EQ(valueOf<Side>("lower"), Side::Lower);
    EXPECT_EQ(valueOf<Side>("middle"), std::nullopt);
}

class Recorder final : public Progress {
public:
    void report(double fraction) override { last = fraction; }

    [[nodiscard]] bool cancelled() const override { return stop; }

    double last = 0;
    bool stop = false;
};

TEST(Progress, SubProgressMapsItsPart) {
    Recorder recorder;
    SubProgress part(recorder, 0.5, 0.75);
    part.report(0.5);
    EXPECT_DOUBLE_EQ(recorder.last, 0.625);
    recorder.stop = true;
    EXPECT_TRUE(part.cancelled());
}

double chunkedSum(unsigned threads) {
    setParallelThreads(threads);
    const auto sums = parallelMapChunks<double>(100'003, 1000, [](const Chunk& chunk) {
        double sum = 0;
        for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
            sum += std::sin(static_cast<double>(i));
        }
        return sum;
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

TEST(Parallel, SameBitsOnOneAndManyThreads) {
    const double one = chunkedSum(1);
    EXPECT_EQ(one, chunkedSum(2));
    EXPECT_EQ(one, chunkedSum(7));
    setParallelThreads(2);
}

TEST(Parallel, NestedLoopsRunAndEmptyOnesDoNothing) {
    setParallelThreads(2);
    const auto outer = parallelMapChunks<std::size_t>(4, 1, [](const Chunk&) {
        const auto inner = parallelMapChunks<std::size_t>(
            10, 3, [](const Chunk& chunk) { return chunk.end - chunk.begin; });
        return std::accumulate(inner.begin(), inner.end(), std::size_t{0});
    });
    EXPECT_EQ(std::accumulate(outer.begin(), outer.end(), std::size_t{0}), 40U);
    parallelChunks(0, 5, [](const Chunk&) { FAIL(); });
}

} // namespace
} // namespace citypanel

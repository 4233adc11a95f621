// SPDX-License-Identifier: GPL-3.0-or-later
// Progress: how long work reports how far it is and learns that it should stop.
#pragma once

#include "core/base/problem.h"

namespace citypanel {

/// Given to every function that may take more than 50 ms. Implementations are thread-safe.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    /// The share of the work done, in [0, 1]; never decreases within one task.
    virtual void report(double fraction) = 0;

    /// True once the caller no longer wants the result. The work then returns the Problem
    /// `cancelledProblem()`, so that half a result cannot pass for a whole one.
    [[nodiscard]] virtual bool cancelled() const = 0;
};

/// Reports to nobody and is never cancelled.
class NoProgress final : public Progress {
public:
    void report(double) override {}

    [[nodiscard]] bool cancelled() const override { return false; }
};

/// The part [from, to] of an outer task, seen from inside as [0, 1].
class SubProgress final : public Progress {
public:
    SubProgress(Progress& outer, double from, double to) : outer_(outer), from_(from), to_(to) {}

    void report(double fraction) override { outer_.report(from_ + (to_ - from_) * fraction); }

    [[nodiscard]] bool cancelled() const override { return outer_.cancelled(); }

private:
    Progress& outer_;
    double from_;
    double to_;
};

/// The Problem that cancelled work returns.
[[nodiscard]] inline Problem cancelledProblem() {
    return Problem{.code = ProblemCode::Cancelled};
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// compareGroups: a model for each level of a variable, and tests that coefficients are equal.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/estimate.h"
#include "core/panel/panel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel {

enum class GroupTestMethod : std::uint8_t {
    Chow,        ///< interaction of every regressor and effect with the group (t and F)
    Suest,       ///< seemingly unrelated estimation (chi-squared)
    Permutation, ///< Fisher's permutation of the group's labels
};

constexpr auto enumNames(GroupTestMethod) {
    return std::array{
        EnumName{GroupTestMethod::Chow, "chow"},
        EnumName{GroupTestMethod::Suest, "suest"},
        EnumName{GroupTestMethod::Permutation, "permutation"},
    };
}

/// What changes its label in a permutation.
enum class PermutationScheme : std::uint8_t {
    Unit, ///< whole units; the group must be constant within units
    Row,  ///< single rows
};

constexpr auto enumNames(PermutationScheme) {
    return std::array{
        EnumName{PermutationScheme::Unit, "unit"},
        EnumName{PermutationScheme::Row, "row"},
    };
}

struct CompareOptions {
    EstimateOptions estimate{};
    std::vector<GroupTestMethod> methods{GroupTestMethod::Chow, GroupTestMethod::Suest,
                                         GroupTestMethod::Permutation};
    std::vector<std::string> terms{}; ///< coefficients to test; empty = all that groups share
    PermutationScheme scheme = PermutationScheme::Unit;
    int reps = 1000;
    std::int64_t seed = 1;
};

/// The model over the rows of one level.
struct GroupFit {
    std::string level;
    Fit fit;
};

/// Equality of one coefficient, or of all (term empty), between two groups.
struct GroupTest {
    std::string term; ///< empty: all coefficients at once
    std::array<std::string, 2> groups{};
    GroupTestMethod method = GroupTestMethod::Chow;
    double difference = missingValue; ///< second group minus first
    double stdError = missingValue;
    double statistic = missingValue;     ///< t or F (Chow), chi-squared (suest), none (permutation)
    double df = missingValue;            ///< of t or chi-squared, or the F's numerator
    double dfDenominator = missingValue; ///< F only
    double pValue = missingValue;        ///< two-sided
    double adjustedPValue = missingValue; ///< Holm, over the pairs of groups; with three or more

    // Permutation alone
    std::size_t reps = 0;             ///< replications counted
    std::size_t failedReps = 0;       ///< coefficient not identified in one of the groups
    bool isExact = false;             ///< every relabelling was counted
    double upperShare = missingValue; ///< share of replications with difference >= the observed one
    std::int64_t seed = 0;
};

struct GroupComparison {
    std::string by;
    std::vector<GroupFit> groups;        ///< levels in their order
    std::vector<GroupTest> tests;        ///< by pair, then method, then term
    std::size_t droppedWithoutGroup = 0; ///< rows where `by` is missing
};

/// Estimates the model for each level of `by` and tests, for each pair of levels, that the
/// coefficients are equal.
///
/// Chow: one model of both groups in which the regressors and the effects are interacted with the
/// group, with the options' covariance and convention; t for each term and F for all (without
/// effects the shift of the constant belongs to the latter). Chow (1960); Gujarati (1970).
/// SUEST: the same coefficients with the sandwich of the stacked models and G/(G-1), clusters
/// counted over both samples; N/(N-1) without clusters. Weesie (1999), Clogg et al. (1995).
/// Permutation: labels are put to units (or rows) of the two groups at random, both models are
/// estimated again with effects; p = (1 + #{|d*| >= |d|}) / (1 + reps), or the plain share of all
/// relabellings when there are no more than `reps`. Coefficients do not depend on singletons, which
/// stay in. Phipson and Smyth (2010); Cleary (1999).
///
/// Rows with a missing `by` are left out and counted. Problems: those of estimate(), located in
/// `place.unit` = level; VariableUnknown; VariableConstant (`by` has one level in the sample);
/// OptionInvalid (by: varies within a unit though units are permuted, expected: row; reps; terms).
[[nodiscard]] Result<GroupComparison> compareGroups(const Panel& panel, const ModelFormula& formula,
                                                    std::string_view by,
                                                    const CompareOptions& options,
                                                    Progress& progress);

/// z test of two estimates from separate samples, their covariance taken as zero.
/// Problem: none; a missing standard error gives a missing test. Clogg et al. (1995).
[[nodiscard]] GroupTest independentDifference(const TermEstimate& first,
                                              const TermEstimate& second);

} // namespace citypanel

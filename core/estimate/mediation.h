// SPDX-License-Identifier: GPL-3.0-or-later
// Mediation: how much of an effect passes through another variable.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/unit_bootstrap.h"
#include "core/panel/panel.h"

#include <optional>
#include <string>

namespace citypanel {

struct MediationOptions {
    EstimateOptions estimate{};
    std::string treatment{}; ///< a regressor of the formula, by name
    std::string mediator{};  ///< a variable or expression that is not in the formula
    /// False: two steps (treatment on outcome, treatment on mediator), the rest by theory. True:
    /// the outcome on both besides, and tests of the product.
    bool hasThreeSteps = true;
    int reps = 0; ///< bootstrap by unit; 0 = none
    std::int64_t seed = 1;
};

/// z test of a product of coefficients.
struct ProductTest {
    double stdError = missingValue;
    double z = missingValue;
    double pValue = missingValue;
};

struct MediationResult {
    Fit total;                                ///< outcome on treatment and controls
    Fit toMediator;                           ///< mediator on treatment and controls
    std::optional<Fit> both;                  ///< outcome on mediator, treatment and controls
    TermEstimate totalEffect;                 ///< c
    TermEstimate a;                           ///< treatment on mediator
    TermEstimate b;                           ///< mediator on outcome
    TermEstimate direct;                      ///< c'
    double indirect = missingValue;           ///< a b
    double shareMediated = missingValue;      ///< a b / c
    ProductTest sobel;                        ///< variance b2 Va + a2 Vb
    ProductTest aroian;                       ///< ... + Va Vb
    ProductTest goodman;                      ///< ... - Va Vb; missing where that is negative
    std::optional<BootstrapResult> bootstrap; ///< indirect, direct, total, in this order
};

/// The steps of a mediation analysis with the formula's controls and effects, all on the rows where
/// the mediator is there too, so that c - c' = a b. Singletons are dropped by the convention.
/// Problems: those of estimate(); VariableUnknown (treatment is not a regressor that the model
/// keeps); OptionInvalid (the mediator is missing, or in the formula already);
/// ConventionUnsupported (instruments).
/// Baron and Kenny (1986); Sobel (1982); Aroian (1947); Goodman (1960); the two steps: Jiang
/// (2022).
[[nodiscard]] Result<MediationResult> mediation(const Panel& panel, const ModelFormula& formula,
                                                const MediationOptions& options,
                                                Progress& progress);

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Fit: everything an estimated model says, in full precision and without words.
#pragma once

#include "core/estimate/covariance.h"
#include "core/panel/sample.h"
#include "core/panel/variable.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel {

// Throughout: missingValue (NaN) means "not defined" and is written as null.

/// One coefficient with its inference.
struct TermEstimate {
    std::string name;
    double estimate = missingValue;
    double stdError = missingValue;
    double statistic = missingValue; ///< t
    double pValue = missingValue;    ///< two-sided, t with Fit::dfResidual
    double confLow = missingValue;   ///< at EstimateOptions::level, 95 % unless told
    double confHigh = missingValue;
};

/// Why a column of the design was left out.
enum class DropReason : std::uint8_t {
    AbsorbedByEffects, ///< no variation left after the effects named in `with`
    Collinear,         ///< a linear combination of the columns named in `with`
    Constant,          ///< constant over the sample, beside the constant term
    Zero,              ///< zero in every row
};

struct DroppedTerm {
    std::string name;
    DropReason reason = DropReason::Collinear;
    std::vector<std::string> with{}; ///< columns (or effects) that carry the same information
};

/// A level that has no coefficient: those of the other levels are differences from it.
struct ReferenceLevel {
    std::string variable;
    std::string level;

    friend bool operator==(const ReferenceLevel&, const ReferenceLevel&) = default;
};

/// An absorbed effect as the degrees of freedom see it.
struct AbsorbedEffectCount {
    std::string name;
    std::size_t levels = 0;
    std::size_t redundant = 0; ///< levels not counted in df_absorbed (reghdfe's M)
    bool isNestedInCluster = false;
};

/// A chi-squared or F test.
struct TestStatistic {
    double statistic = missingValue;
    double df = missingValue;            ///< chi-squared df, or numerator df
    double dfDenominator = missingValue; ///< F only
    double pValue = missingValue;
};

/// Regression of one endogenous variable on all instruments and exogenous regressors.
struct FirstStage {
    std::string endogenous;
    std::vector<TermEstimate> terms; ///< excluded instruments first
    TestStatistic partialF;          ///< of the excluded instruments
    double partialRSquared = missingValue;
    double rSquared = missingValue;
};

/// Maximal-size and maximal-relative-bias critical values by level ("10%" ...), Stock and Yogo
/// (2005).
struct StockYogo {
    std::vector<std::pair<std::string, double>> size;
    std::vector<std::pair<std::string, double>> bias;
};

/// What models with instruments report besides.
struct InstrumentTests {
    std::vector<FirstStage> firstStages;
    TestStatistic kpRkLm; ///< Kleibergen-Paap rk LM (iid: Anderson)
    double kpRkWaldF = missingValue;
    TestStatistic kpRkWald;   ///< chi-squared form
    TestStatistic andersonLm; ///< canonical correlations, homoskedastic
    double craggDonaldF = missingValue;
    StockYogo stockYogo;
    std::optional<TestStatistic> hansenJ;    ///< overidentified only; Sargan when iid
    bool isSargan = false;                   ///< hansenJ holds the Sargan statistic
    double kClass = missingValue;            ///< k of LIML; missing for the other methods
    TestStatistic endogeneityC;              ///< C (difference-in-Sargan) statistic
    std::optional<TestStatistic> wuHausmanF; ///< iid only
    double rSquaredOverall = missingValue;   ///< effects counted as explained
    double effectiveF = missingValue; ///< Montiel Olea and Pflueger; one endogenous regressor
    /// All endogenous coefficients zero; valid however weak the instruments are.
    TestStatistic andersonRubinF;
    /// Values of the one endogenous coefficient that the Anderson-Rubin test does not reject, as
    /// intervals whose bounds may be infinite; empty also with several endogenous regressors.
    std::vector<std::pair<double, double>> andersonRubinSet;
};

/// xtreg's own measures (SmallSample::Xtreg).
struct XtregMeasures {
    double rSquaredWithin = missingValue; ///< unit effect taken out, the others as regressors
    double adjRSquared = missingValue;
    double rmse = missingValue;
    double sigmaE = missingValue;
};

/// What random effects say besides their coefficients.
struct RandomEffectsMeasures {
    double sigmaU = missingValue; ///< sd of the unit effect
    double sigmaE = missingValue; ///< sd of the idiosyncratic error
    double rho = missingValue;    ///< share of the unit effect in the error variance
    double thetaSmallest = missingValue;
    double thetaMedian = missingValue; ///< over units
    double thetaLargest = missingValue;
    double rSquaredWithin = missingValue;
    double rSquaredBetween = missingValue;
    double rSquaredOverall = missingValue;
    /// Against fixed effects, as hausmanTest(); filled by estimateBy() where fixed effects leave a
    /// regressor to compare.
    TestStatistic hausman;
    bool hausmanIsReliable = true; ///< V_FE - V_RE is positive definite
    TestStatistic mundlak;         ///< the robust form, by units' means
};

/// An estimated model.
struct Fit {
    std::string formula;
    std::string outcome;
    std::string vcov; ///< as covarianceText writes it
    SmallSample ssc = SmallSample::Reghdfe;

    std::size_t nobs = 0;
    std::size_t droppedMissing = 0; ///< missing values and lags that reach outside
    std::size_t droppedSingletons = 0;
    std::vector<DroppedTerm> droppedCollinear;
    std::vector<ReferenceLevel> referenceLevels; ///< of the factors in the formula, each once
    Sample sample;                               ///< reasons row by row

    std::vector<TermEstimate>
        terms; ///< endogenous first, then exogenous; the constant of a model without effects leads
    std::vector<double> covariance; ///< terms x terms, row by row
    std::optional<TermEstimate>
        constant; ///< reghdfe's constant of a model with effects, "(Intercept)"

    double rSquared = missingValue;
    double adjRSquared = missingValue;
    double withinRSquared = missingValue;
    double adjWithinRSquared = missingValue;
    double rmse = missingValue;
    double rss = missingValue;
    double tss = missingValue;
    double tssWithin = missingValue;
    TestStatistic f; ///< Wald statistic of all slopes / k

    double dfResidual = missingValue;
    std::size_t dfAbsorbed = 0;      ///< by the convention of `ssc`
    std::size_t dfAbsorbedExact = 0; ///< rank of the effects
    bool dfAbsorbedIsExact = true;   ///< false: too many levels, redundant ones counted by pairs
    std::vector<AbsorbedEffectCount> effects;
    std::vector<std::pair<std::string, std::size_t>> clusters; ///< name, number
    std::size_t periods = 0;                                   ///< dk: T
    int lags = 0;                                              ///< dk, nw
    double sscFactor = missingValue;    ///< factor on the sandwich, where there is one
    bool covarianceWasRepaired = false; ///< negative eigenvalues were set to zero
    double absorptionError =
        0.0; ///< largest group mean left after absorption, in units of each column's sd
    double meanOutcome = missingValue;

    std::vector<double>
        residuals; ///< nobs, rows of `sample` ascending; effects included in the fit

    std::optional<InstrumentTests> instruments;
    std::optional<XtregMeasures> xtreg;
    std::optional<RandomEffectsMeasures> randomEffects;

    /// The coefficient of that name, or nullptr.
    [[nodiscard]] const TermEstimate* term(std::string_view name) const;

    [[nodiscard]] double covarianceOf(std::size_t i, std::size_t j) const {
        return covariance[i * terms.size() + j];
    }
};

} // namespace citypanel

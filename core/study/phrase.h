// SPDX-License-Identifier: GPL-3.0-or-later
// Phrase: text of a table or figure before a language is chosen: the user's own string, or a word
// with arguments that core/text says in English or Chinese.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::study {

/// What tables and figures say. core/text has both languages of each (words.cpp, a switch without
/// default).
enum class Word : std::uint16_t {
    Own,     ///< Phrase::own, in the user's words
    Number,  ///< Phrase::number, without decimals
    Decimal, ///< Phrase::number, with three decimals
    List,    ///< the arguments, joined as a list
    Group,   ///< a grouping column without a label: Phrase::own is its name
    Product, ///< the arguments, joined as an interaction
    // Titles
    TitleDescriptives,
    TitleDescriptivesBy, ///< {1} grouping variable
    TitleCorrelations,
    TitleRegression,    ///< {1} outcome
    TitleRegressions,   ///< several outcomes
    TitleCoefficient,   ///< {1} core regressor
    TitleBaseline,      ///< {1} outcome
    TitleMechanism,     ///< {1} core regressor
    TitleRobustness,    ///< {1} core regressor
    TitleHeterogeneity, ///< {1} core regressor, {2} outcome
    TitleGroupTests,    ///< {1} core regressor
    TitleSingletons,
    TitleModeration,     ///< {1} regressor, {2} moderator
    TitleModerations,    ///< {1} regressor
    TitleMargins,        ///< {1} regressor
    TitleMarginalEffect, ///< {1} regressor, {2} moderator
    TitlePlacebo,        ///< {1} regressor
    TitleMeans,          ///< {1} variable, {2} group
    TitleDensity,        ///< {1} variable, {2} group
    TitleQuadrant,       ///< {1} regressor
    TitleSpecifications, ///< {1} regressor
    TitleChoices,
    TitleSpecificationTests, ///< {1} regressor
    TitleInflation,
    TitleBinnedScatter, ///< {1} outcome, {2} regressor
    // Headings
    Variable,
    Model,
    CoefficientOf, ///< {1} variable
    NumberedModel, ///< {1} column number, {2} heading
    LevelOf,       ///< {1} group, {2} level
    Unit,
    PeriodHeading,
    GroupHeading,
    SingletonRows,
    AllRows,
    MeanOf, ///< {1} variable
    DensityAxis,
    SpecificationRank,
    StandardisedCoefficient, ///< {1} variable
    MarginalEffectOf,        ///< {1} variable
    ResidualOf,              ///< {1} variable
    InflationFactor,
    InflationReciprocal,
    Difference,
    StandardErrorOf,
    InteractionP,
    SuestP,
    PermutationP,
    HolmInteractionP,
    HolmSuestP,
    HolmPermutationP,
    Verdict,
    VerdictDiffers,
    VerdictSame,
    VerdictMixed,
    VerdictUntested,
    PairOf, ///< {1} second group, {2} first group
    Value,
    // Descriptive statistics
    SampleSize,
    Mean,
    StandardDeviation,
    Minimum,
    Percentile25,
    Median,
    Percentile75,
    Maximum,
    Missing,
    // Efficiency
    TitleScores,    ///< {1} score, {2} grouping variable
    TitleRanking,   ///< {1} score
    TitlePotential, ///< {1} score
    TitleSlacks,    ///< {1} unit and period
    TitlePeers,     ///< {1} unit and period
    TitleInfluence,
    TitleProductivity, ///< {1} index
    TitleScoreDensity, ///< {1} score
    TitleFrontier,     ///< {1} output, {2} input
    TitleIsoquant,     ///< {1} output
    TitleComparison,   ///< {1}, {2} scores
    TitleDifferences,  ///< {1}, {2} scores
    Status,
    StatusEfficient,
    StatusWeaklyEfficient,
    StatusInefficient,
    StatusSuperEfficient,
    StatusInfeasible,
    StatusExcluded,
    SlackOf, ///< {1} variable
    Rank,
    RankOf,    ///< {1} score
    MeanScore, ///< the mean over a unit's periods
    Score,
    EfficientCount,
    InfeasibleCount,
    ScoreIn, ///< {1} period
    RankDifference,
    OwnValue,
    Slack,
    Projection,
    PotentialPercent,
    Intensity,
    TimesPeer,
    ShareOfInefficient,
    MeanWith,
    MeanWithout,
    IndexMalmquist,
    IndexGlobalMalmquist,
    IndexMalmquistLuenberger,
    IndexGlobalMalmquistLuenberger,
    IndexLuenberger,
    EfficiencyChange,
    TechnicalChange,
    PureEfficiencyChange,
    ScaleEfficiencyChange,
    CumulativeIndex,
    InfeasiblePairs,
    PerOutput, ///< {1} input, {2} output
    FrontierLine,
    EfficientUnits,
    InefficientUnits,
    EveryUnit,
    ProjectionOf, ///< {1} unit
    RoleInput,
    RoleGood,
    RoleBad,
    NotePotential,
    NoteRank,
    NoteGeometric,
    NoteArithmetic,
    NoteInfeasible,   ///< {1} number
    NoteExcludedRows, ///< {1} number
    NoteDensity,      ///< {1} list of bandwidths
    BandwidthOf,      ///< {1} group, {2} bandwidth
    NoteInfluence,    ///< {1} spanning rows, {2} rows with a score
    NoteSlacksNotUnique,
    NoteSuperExpansion,
    NoteWindowPeers,
    NoteRankCorrelation, ///< {1} Spearman, {2} Pearson, {3} rows
    // Rows of a regression table
    Observations,
    Constant,
    FixedEffect, ///< {1} group or product of groups
    UnitSlopes,  ///< {1} group, {2} variable
    Controls,
    DroppedFilter,
    DroppedMissing,
    DroppedLag,
    DroppedSingletons,
    DroppedWeight,
    ClusterCount, ///< {1} cluster variable
    RSquared,
    AdjustedRSquared,
    WithinRSquared,
    AdjustedWithinRSquared,
    OverallRSquared, ///< of a model with instruments, effects counted as explained
    Rmse,
    FStatistic,
    ResidualDf,
    OutcomeMean,
    Underidentification, ///< Kleibergen-Paap rk LM
    WeakIdentification,  ///< Kleibergen-Paap rk Wald F
    AndersonLm,          ///< under-identification, iid
    CraggDonaldF,
    Overidentification, ///< Hansen J
    Sargan,
    Endogeneity,
    UnitEffectSd,
    IdiosyncraticSd,
    UnitEffectShare,
    HausmanTest,
    MundlakTest,
    IndirectEffect,
    SobelTest,
    AroianTest,
    GoodmanTest,
    BootstrapIndirect,
    BootstrapLow,  ///< {1} level
    BootstrapHigh, ///< {1} level
    MediatedShare,
    TotalEffect,
    MediatorEquation,
    DirectEffect,
    EqualInteraction, ///< {1} term
    EqualSuest,       ///< {1} term
    EqualPermutation, ///< {1} term
    CheckFirstStage,
    CheckSecondStage,
    CheckRestricted,  ///< {1} condition
    CheckEffects,     ///< {1} effects
    CheckBelowMedian, ///< {1} variable
    CheckAboveMedian, ///< {1} variable
    CheckOutcome,
    CheckRegressor,
    CheckLag, ///< {1} periods
    CheckClustering,
    CheckWinsorising, ///< {1} lower, {2} upper per cent
    CheckPeriods,     ///< {1} periods
    PlaceboReplications,
    PlaceboMean,
    PlaceboSd,
    PlaceboLow,
    PlaceboHigh,
    PlaceboActual,
    PlaceboP,
    PlaceboShare,
    PlaceboFailed,
    SpecificationCount,
    SpecificationFailed,
    MedianEstimate,
    SharePositive,
    ShareSignificant,
    StoufferZ,
    MedianTest,
    ShareTest,
    StoufferTest,
    ChoiceOutcome,     ///< {1} variable
    ChoiceRegressor,   ///< {1} variable
    ChoiceControls,    ///< {1} control variable
    ChoiceEffects,     ///< {1} effects
    ChoiceErrors,      ///< {1} standard errors
    ChoiceWinsorising, ///< {1} per cent
    ChoiceSample,      ///< {1} condition
    NoneChosen,
    PerCent, ///< {1} number
    MainSpecification,
    // Standard errors, as a noun phrase
    ErrorsIid,
    ErrorsHc1,
    ErrorsHc2,
    ErrorsHc3,
    ErrorsClustered,     ///< {1} list of clusters with their numbers
    ErrorsDriscollKraay, ///< {1} lags, {2} periods
    ErrorsNeweyWest,     ///< {1} lags
    ClusterLevel,        ///< {1} cluster variable
    ClusterWithCount,    ///< {1} cluster variable, {2} number of clusters
    // Notes, whole sentences
    NoteColumn,       ///< {1} column number, {2} the note
    NoteColumns,      ///< {1} column numbers, {2} the note
    NoteSmallSample,  ///< {1} program whose small-sample corrections are followed
    NoteSample,       ///< {1} condition on the rows
    NoteDropped,      ///< {1} list of CountWithReason
    CountWithReason,  ///< {1} count, {2} reason
    NoteAbsorbed,     ///< {1} variable, {2} effects
    NoteCollinear,    ///< {1} variable, {2} variables
    NoteConstantTerm, ///< {1} variable
    NoteZero,         ///< {1} variable
    NoteReference,    ///< {1} variable, {2} level
    NoteInstruments,  ///< {1} endogenous, {2} instruments
    NoteStockYogo,    ///< {1} level
    NoteLiml,         ///< {1} endogenous, {2} instruments, {3} k
    NoteGmm,          ///< {1} endogenous, {2} instruments
    NoteRandomEffects,
    NoteBetween,
    NoteFirstDifference,
    NoteHausmanUnreliable,
    NoteWeights, ///< {1} weights, {2} their kind
    WeightsAnalytic,
    WeightsFrequency,
    WeightsProbability,
    NotePairwise,
    NoteInterval, ///< {1} level in per cent
    NoteQuantiles,
    NoteWithoutGroup, ///< {1} grouping variable, {2} rows
    NoteCovarianceRepaired,
    NoteTwoSteps,
    NoteThreeSteps,
    NoteBootstrapUnits, ///< {1} replications, {2} seed
    NoteFirstStage,     ///< {1} endogenous, {2} instruments
    NoteWinsorised,     ///< {1} variables, {2} lower, {3} upper
    NotePeriodsDropped, ///< {1} periods
    NotePlacebo,        ///< {1} regressor, {2} replications, {3} seed
    NotePlaceboUnits,   ///< {1} regressor, {2} replications, {3} seed
    NoteGroupTests,     ///< {1} replications, {2} seed
    NoteRowPermutation, ///< {1} group
    NoteHolm,
    NoteNoTest,   ///< {1} grouping
    NotePairTest, ///< {1} pair, {2} difference, {3} p as by pValuePhrase
    NoteMargins,  ///< {1} regressor, {2} moderator
    NoteKernel,
    NoteBins,              ///< {1} bins
    NoteSpecificationTest, ///< {1} regressor, {2} replications, {3} seed
    NoteStandardised,
    NoteInflation,    ///< {1} outcome of the model
    NoteQuadrant,     ///< {1} horizontal, {2} vertical
    NoteSingletonsOf, ///< {1} group, {2} count
    NoteNotEstimated,
    EqualTo,         ///< {1} number
    BelowThousandth, ///< a p-value too small for three decimals
    LagOf,           ///< {1} variable, {2} periods
    Moderator,
    ModeratorValue,
    TitleSurface,   ///< {1} outcome, {2} regressor, {3} moderator
    PredictedShift, ///< {1} outcome
    NoteSurface,    ///< {1} regressor, {2} moderator
    Coefficient,    ///< an axis: of the regressors that the legend names
    NoteIntervals,  ///< {1} list of levels, of the thickest line first
    NoteHollow,     ///< {1} level
    // Standard errors in a few words
    ShortErrorsIid,
    ShortErrorsRobust,    ///< {1} "HC1"
    ShortErrorsClustered, ///< {1} list of clusters
    ShortErrorsLagged,    ///< {1} name, {2} lags
    // Expressions
    BothHold, ///< {1} and {2} conditions, as of the next
    EitherHolds,
    DoesNotHold, ///< {1} condition
    IsEqual,     ///< {1} and {2} operands, as of the next five
    IsUnequal,
    IsLess,
    IsAtMost,
    IsMore,
    IsAtLeast,
    IsOneOf,  ///< {1} variable, {2} list of values
    IsNoneOf, ///< {1} variable, {2} list of values
    Sum,      ///< {1} and {2} operands, as of the next five
    Minus,
    Times,
    DividedBy,
    Remainder,
    ToThePower,
    Negative,      ///< {1} operand
    InParentheses, ///< {1} expression
    MedianOf,      ///< {1} expression
    IsMissing,     ///< {1} expression
    FunctionOf,    ///< {1} function, {2} arguments
    Arguments,     ///< {1} and {2}
};

/// The last of Word, for tests that go through all.
inline constexpr Word lastWord = Word::Arguments;

struct Phrase {
    Word word = Word::Own;
    std::string own{};
    double number = 0.0;
    std::vector<Phrase> arguments{};

    [[nodiscard]] bool isEmpty() const { return word == Word::Own && own.empty(); }

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

[[nodiscard]] inline Phrase own(std::string text) {
    return Phrase{.word = Word::Own, .own = std::move(text)};
}

[[nodiscard]] inline Phrase number(std::size_t count) {
    return Phrase{.word = Word::Number, .number = static_cast<double>(count)};
}

[[nodiscard]] inline Phrase decimal(double value) {
    return Phrase{.word = Word::Decimal, .number = value};
}

/// "= 0.123", or "< 0.001" where three decimals would print zero.
[[nodiscard]] inline Phrase pValuePhrase(double pValue) {
    constexpr double least = 0.001;
    return pValue < least ? Phrase{.word = Word::BelowThousandth}
                          : Phrase{.word = Word::EqualTo, .arguments = {decimal(pValue)}};
}

[[nodiscard]] inline Phrase phrase(Word word, std::vector<Phrase> arguments = {}) {
    return Phrase{.word = word, .arguments = std::move(arguments)};
}

} // namespace citypanel::study

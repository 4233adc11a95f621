// SPDX-License-Identifier: GPL-3.0-or-later
// Weighting: how indicators are made comparable, weighted and added up, every convention explicit.
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace citypanel::index {

/// Where the weights come from.
enum class WeightMethod : std::uint8_t {
    Entropy,             ///< divergence 1 - e of Shannon's entropy
    Critic,              ///< Diakoulaki, Mavrotas and Papayannakis (1995)
    Variation,           ///< coefficient of variation
    StandardDeviation,   ///< spread of the normalised values
    PrincipalComponents, ///< components with eigenvalue above 1 (Kaiser 1960)
    Equal,
    Hierarchy, ///< pairwise judgements (Saaty 1980)
    Given,     ///< by hand
    Combined,  ///< of several methods
};

constexpr auto enumNames(WeightMethod) {
    using enum WeightMethod;
    return std::array{EnumName<WeightMethod>{Entropy, "entropy"},
                      EnumName<WeightMethod>{Critic, "critic"},
                      EnumName<WeightMethod>{Variation, "cv"},
                      EnumName<WeightMethod>{StandardDeviation, "sd"},
                      EnumName<WeightMethod>{PrincipalComponents, "pca"},
                      EnumName<WeightMethod>{Equal, "equal"},
                      EnumName<WeightMethod>{Hierarchy, "ahp"},
                      EnumName<WeightMethod>{Given, "given"},
                      EnumName<WeightMethod>{Combined, "combined"}};
}

/// How indicators are made comparable. For the negative, (max - x) and -x stand for (x - min) and
/// x.
enum class Normalisation : std::uint8_t {
    MinMax,   ///< (x - min) / (max - min)
    MinMax99, ///< 0.01 + 0.99 (x - min) / (max - min)
    ZScore,   ///< (x - mean) / sd, sd with n - 1; weights use it moved to begin at 0
    Vector,   ///< x / sqrt(sum x^2); x >= 0. Negative ones are subtracted from the score (ratio
              ///< system of Brauers and Zavadskas 2006), and weighed as they are
};

constexpr auto enumNames(Normalisation) {
    return std::array{EnumName<Normalisation>{Normalisation::MinMax, "min_max"},
                      EnumName<Normalisation>{Normalisation::MinMax99, "min_max_99"},
                      EnumName<Normalisation>{Normalisation::ZScore, "zscore"},
                      EnumName<Normalisation>{Normalisation::Vector, "vector"}};
}

/// The rows over which one set of weights is computed.
enum class WeightScope : std::uint8_t {
    Pooled, ///< all rows: comparable over periods
    Period, ///< normalised and weighted anew in each period
};

constexpr auto enumNames(WeightScope) {
    return std::array{EnumName<WeightScope>{WeightScope::Pooled, "pooled"},
                      EnumName<WeightScope>{WeightScope::Period, "period"}};
}

enum class Stages : std::uint8_t {
    One, ///< all indicators at once
    Two, ///< within each dimension, then among the normalised scores of the dimensions
};

constexpr auto enumNames(Stages) {
    return std::array{EnumName<Stages>{Stages::One, "one_stage"},
                      EnumName<Stages>{Stages::Two, "two_stage"}};
}

enum class Aggregation : std::uint8_t {
    Sum,          ///< sum of w z
    Topsis,       ///< closeness to the ideal point (Hwang and Yoon 1981), of w z
    TopsisVector, ///< the same of w x / sqrt(sum x^2), however the weights were normalised
};

constexpr auto enumNames(Aggregation) {
    return std::array{EnumName<Aggregation>{Aggregation::Sum, "weighted_sum"},
                      EnumName<Aggregation>{Aggregation::Topsis, "topsis"},
                      EnumName<Aggregation>{Aggregation::TopsisVector, "topsis_vector"}};
}

/// The score is made of normalised values with or without the entropy's shift.
enum class ShiftedScore : std::uint8_t { No, Yes };

constexpr auto enumNames(ShiftedScore) {
    return std::array{EnumName<ShiftedScore>{ShiftedScore::No, "unshifted"},
                      EnumName<ShiftedScore>{ShiftedScore::Yes, "shifted"}};
}

/// What the conflict of two indicators is in CRITIC.
enum class Conflict : std::uint8_t {
    Signed,   ///< 1 - r
    Absolute, ///< 1 - |r|
};

constexpr auto enumNames(Conflict) {
    return std::array{EnumName<Conflict>{Conflict::Signed, "signed_correlation"},
                      EnumName<Conflict>{Conflict::Absolute, "absolute_correlation"}};
}

/// Whose coefficient of variation.
enum class VariationOf : std::uint8_t { Normalised, Raw };

constexpr auto enumNames(VariationOf) {
    return std::array{EnumName<VariationOf>{VariationOf::Normalised, "normalised_values"},
                      EnumName<VariationOf>{VariationOf::Raw, "raw_values"}};
}

/// How weights of several methods become one.
enum class Combination : std::uint8_t {
    Product,   ///< w ~ w1 w2 ...
    Geometric, ///< w ~ (w1 w2 ...)^(1/K)
    Linear,    ///< mean of the weights
    Game,      ///< the combination nearest to all (game theory)
};

constexpr auto enumNames(Combination) {
    return std::array{EnumName<Combination>{Combination::Product, "product"},
                      EnumName<Combination>{Combination::Geometric, "geometric_mean"},
                      EnumName<Combination>{Combination::Linear, "arithmetic"},
                      EnumName<Combination>{Combination::Game, "game"}};
}

/// A row that lacks an indicator.
enum class IncompleteRows : std::uint8_t { Exclude, Refuse };

constexpr auto enumNames(IncompleteRows) {
    return std::array{EnumName<IncompleteRows>{IncompleteRows::Exclude, "exclude"},
                      EnumName<IncompleteRows>{IncompleteRows::Refuse, "refuse"}};
}

/// The index of one dimension.
enum class SubIndices : std::uint8_t {
    None,
    Renormalised, ///< weights divided by the dimension's, so that it runs like the whole index
    AsTheyAre,    ///< the dimension's part of the whole index
};

constexpr auto enumNames(SubIndices) {
    return std::array{EnumName<SubIndices>{SubIndices::None, "none"},
                      EnumName<SubIndices>{SubIndices::Renormalised, "renormalised"},
                      EnumName<SubIndices>{SubIndices::AsTheyAre, "as_they_are"}};
}

/// Pairwise comparisons of the indicators of a dimension, or of the dimensions (empty name); with
/// one set of judgements whose `of` is empty and as many items as indicators, of all indicators.
struct Judgements {
    std::string of{};
    std::vector<double> upper{}; ///< above the diagonal, row by row: m (m - 1) / 2 numbers; a_ij
                                 ///< says how many times as important i is as j

    static constexpr auto fields() {
        return FieldList{field("of", &Judgements::of), field("upper", &Judgements::upper)};
    }

    friend bool operator==(const Judgements&, const Judgements&) = default;
};

/// The rule by which a system of indicators becomes an index.
struct Weighting {
    WeightMethod method = WeightMethod::Entropy;
    Normalisation normalisation = Normalisation::MinMax;
    WeightScope scope = WeightScope::Pooled;
    Stages stages = Stages::One;
    double shift = 0; ///< added to the normalised values before the shares of the entropy
    ShiftedScore shiftedScore = ShiftedScore::No;
    Aggregation aggregation = Aggregation::Sum;
    Conflict conflict = Conflict::Signed;
    VariationOf variationOf = VariationOf::Normalised;
    std::vector<WeightMethod> components{}; ///< for Combined
    Combination combination = Combination::Product;
    std::vector<Judgements> judgements{};    ///< for Hierarchy
    std::map<std::string, double> weights{}; ///< for Given: a weight an indicator
    SubIndices subIndices = SubIndices::Renormalised;
    IncompleteRows incomplete = IncompleteRows::Exclude;

    friend bool operator==(const Weighting&, const Weighting&) = default;
};

} // namespace citypanel::index

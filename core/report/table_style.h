// SPDX-License-Identifier: GPL-3.0-or-later
// TableStyle: how tables look, whatever the format.
#pragma once

#include "core/base/fields.h"
#include "core/text/language.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::report {

/// What stands with each coefficient.
enum class Inference : std::uint8_t { StdError, Statistic, PValue, Interval, None };

constexpr auto enumNames(Inference) {
    return std::array{
        EnumName{Inference::StdError, "std_error"}, EnumName{Inference::Statistic, "statistic"},
        EnumName{Inference::PValue, "p_value"},     EnumName{Inference::Interval, "interval"},
        EnumName{Inference::None, "none"},
    };
}

/// How fixed effects and control variables are marked.
enum class MarkStyle : std::uint8_t {
    Words, ///< Yes and No, 是 and 否
    Ticks, ///< √ and ×
};

constexpr auto enumNames(MarkStyle) {
    return std::array{EnumName{MarkStyle::Words, "words"}, EnumName{MarkStyle::Ticks, "ticks"}};
}

/// Where the inference stands. Formats that keep numbers (csv, xlsx) always put it below: two
/// numbers in one cell would be text.
enum class Placement : std::uint8_t { Below, Beside };

constexpr auto enumNames(Placement) {
    return std::array{EnumName{Placement::Below, "below"}, EnumName{Placement::Beside, "beside"}};
}

/// Weight of the rules.
enum class RuleStyle : std::uint8_t {
    Heavy, ///< 1.5 points at the top and bottom, 0.75 under the header
    Light, ///< 0.75 points all three
};

constexpr auto enumNames(RuleStyle) {
    return std::array{EnumName{RuleStyle::Heavy, "heavy"}, EnumName{RuleStyle::Light, "light"}};
}

/// What stands between the number of a caption and its title.
enum class CaptionStyle : std::uint8_t {
    Blank, ///< "Table 1  Title"
    Colon, ///< "Table 1: Title"
    Dash,  ///< "Table 1—Title"
};

constexpr auto enumNames(CaptionStyle) {
    return std::array{EnumName{CaptionStyle::Blank, "blank"},
                      EnumName{CaptionStyle::Colon, "colon"}, EnumName{CaptionStyle::Dash, "dash"}};
}

enum class Density : std::uint8_t { Regular, Compact };

constexpr auto enumNames(Density) {
    return std::array{EnumName{Density::Regular, "regular"}, EnumName{Density::Compact, "compact"}};
}

/// How LaTeX aligns decimals.
enum class LatexNumbers : std::uint8_t {
    Pairs,   ///< a pair of columns for each model: no package, any text
    Siunitx, ///< S columns
};

constexpr auto enumNames(LatexNumbers) {
    return std::array{EnumName{LatexNumbers::Pairs, "pairs"},
                      EnumName{LatexNumbers::Siunitx, "siunitx"}};
}

/// A preset of these is a user's own choice; the defaults are those of a three-line table.
struct TableStyle {
    text::Language language = text::Language::English;
    int digits = 3; ///< decimals of coefficients, tests and fit measures
    Inference inference = Inference::StdError;
    Placement placement = Placement::Below;
    std::vector<double> stars{0.1, 0.05, 0.01}; ///< thresholds of p for *, **, ***; may be empty
    bool listsControls = true; ///< false: one row says which models have control variables
    bool listsConstant = true;
    bool listsEffects = true; ///< rows that mark the fixed effects of each model
    bool listsTests = true;   ///< rows of tests: instruments, differences between groups
    MarkStyle marks = MarkStyle::Words;
    RuleStyle rules = RuleStyle::Heavy;
    CaptionStyle captions = CaptionStyle::Blank;
    Density density = Density::Regular;
    LatexNumbers latexNumbers = LatexNumbers::Pairs;
    bool rulesSections = false; ///< a thin rule where the coefficients end
    bool numbersModels = true;  ///< (1), (2), ... over the columns
    bool explains = true;       ///< notes on standard errors, stars, conventions and samples
    std::string note{};         ///< the user's own note, after the others
    int firstNumber = 1;        ///< of the tables; 0: captions without a number

    static constexpr auto fields() {
        return FieldList{field("language", &TableStyle::language),
                         field("digits", &TableStyle::digits),
                         field("inference", &TableStyle::inference),
                         field("placement", &TableStyle::placement),
                         field("stars", &TableStyle::stars),
                         field("lists_controls", &TableStyle::listsControls),
                         field("lists_constant", &TableStyle::listsConstant),
                         field("lists_effects", &TableStyle::listsEffects),
                         field("lists_tests", &TableStyle::listsTests),
                         field("marks", &TableStyle::marks),
                         field("rules", &TableStyle::rules),
                         field("captions", &TableStyle::captions),
                         field("density", &TableStyle::density),
                         field("latex_numbers", &TableStyle::latexNumbers),
                         field("rules_sections", &TableStyle::rulesSections),
                         field("numbers_models", &TableStyle::numbersModels),
                         field("explains", &TableStyle::explains),
                         field("note", &TableStyle::note),
                         field("first_number", &TableStyle::firstNumber)};
    }

    friend bool operator==(const TableStyle&, const TableStyle&) = default;
};

} // namespace citypanel::report

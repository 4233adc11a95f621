// SPDX-License-Identifier: GPL-3.0-or-later
// TableStyle: how tables look, whatever the format.
#pragma once

#include "core/base/fields.h"
#include "core/text/language.h"

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
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

/// A preset of these is a user's own choice; the defaults are those of a three-line table.
struct TableStyle {
    text::Language language = text::Language::English;
    int digits = 3; ///< decimals of coefficients, tests and fit measures
    Inference inference = Inference::StdError;
    std::vector<double> stars{0.1, 0.05, 0.01}; ///< thresholds of p for *, **, ***; may be empty
    bool listsControls = true; ///< false: one row says which models have control variables
    bool listsConstant = true;
    MarkStyle marks = MarkStyle::Words;
    bool rulesSections = false; ///< a thin rule where the coefficients end
    bool numbersModels = true;  ///< (1), (2), ... over the columns
    bool explains = true;       ///< notes on standard errors, stars, conventions and samples
    std::string note{};         ///< the user's own note, after the others
    int firstNumber = 1;        ///< of the tables; 0: captions without a number

    static constexpr auto fields() {
        return std::tuple{field("language", &TableStyle::language),
                          field("digits", &TableStyle::digits),
                          field("inference", &TableStyle::inference),
                          field("stars", &TableStyle::stars),
                          field("lists_controls", &TableStyle::listsControls),
                          field("lists_constant", &TableStyle::listsConstant),
                          field("marks", &TableStyle::marks),
                          field("rules_sections", &TableStyle::rulesSections),
                          field("numbers_models", &TableStyle::numbersModels),
                          field("explains", &TableStyle::explains),
                          field("note", &TableStyle::note),
                          field("first_number", &TableStyle::firstNumber)};
    }

    friend bool operator==(const TableStyle&, const TableStyle&) = default;
};

} // namespace citypanel::report

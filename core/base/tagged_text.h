// SPDX-License-Identifier: GPL-3.0-or-later
// Strings whose type says what they name, so that checking, renaming, caching and forms can tell a
// column's name from a label in a struct's fields().
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace citypanel {

/// A string with a meaning. Written to JSON as a plain string.
template <typename Tag>
struct TaggedText {
    std::string text{};

    TaggedText() = default;

    // Implicit both ways: wherever a string literal or a std::string stands, it may mean this.
    TaggedText(std::string value) : text(std::move(value)) {}

    TaggedText(std::string_view value) : text(value) {}

    TaggedText(const char* value) : text(value) {}

    operator const std::string&() const { return text; }

    [[nodiscard]] bool empty() const { return text.empty(); }

    friend bool operator==(const TaggedText&, const TaggedText&) = default;
    friend auto operator<=>(const TaggedText&, const TaggedText&) = default;
};

/// Name of a column that must exist: read by whatever holds it, renamed with the column.
using ColumnName = TaggedText<struct ColumnNameTag>;
/// Name of a column to be made.
using NewColumnName = TaggedText<struct NewColumnNameTag>;
/// A column expression (core/panel/expression.h); the columns in it are read and renamed.
using ExpressionText = TaggedText<struct ExpressionTextTag>;
/// A model formula (core/estimate/model_formula.h); the columns in it are read and renamed.
using FormulaText = TaggedText<struct FormulaTextTag>;

template <typename T>
struct IsTaggedText : std::false_type {};

template <typename Tag>
struct IsTaggedText<TaggedText<Tag>> : std::true_type {};

template <typename T>
concept TaggedTextType = IsTaggedText<std::remove_cv_t<T>>::value;

} // namespace citypanel

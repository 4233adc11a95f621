// SPDX-License-Identifier: GPL-3.0-or-later
// Variable: one column of a panel with its type, label, unit of measure, values and origins.
#pragma once

#include "core/panel/origin.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

enum class VariableType : std::uint8_t {
    Numeric,
    Text,     ///< free text, e.g. a note or a name
    Category, ///< a small set of levels in a meaningful order
    Flag,     ///< 0 or 1
};

/// A missing number is NaN; it is never zero and never an empty string.
inline constexpr double missingValue = std::numeric_limits<double>::quiet_NaN();
/// The code of a missing text or category.
inline constexpr std::int32_t missingCode = -1;

[[nodiscard]] constexpr bool isMissing(double value) {
    return value != value;
}

/// Equal numbers, or both missing.
[[nodiscard]] constexpr bool isSameNumber(double a, double b) {
    return a == b || (isMissing(a) && isMissing(b));
}

/// One column. Copies are cheap: values, levels and origins are shared and never change.
class Variable {
public:
    /// Numeric column of n values, NaN where missing.
    [[nodiscard]] static Variable numeric(std::string name, std::vector<double> values);
    /// Flag column of n values 0, 1 or NaN.
    [[nodiscard]] static Variable flag(std::string name, std::vector<double> values);
    /// Category column: codes index levels, missingCode where missing.
    [[nodiscard]] static Variable category(std::string name, std::vector<std::int32_t> codes,
                                           std::vector<std::string> levels);
    /// Text column; an empty string is a missing value. Levels in order of first appearance.
    [[nodiscard]] static Variable text(std::string name, std::span<const std::string> values);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] const std::string& label() const { return label_; }

    [[nodiscard]] const std::string& unitOfMeasure() const { return unitOfMeasure_; }

    [[nodiscard]] VariableType type() const { return type_; }

    [[nodiscard]] bool isNumeric() const {
        return type_ == VariableType::Numeric || type_ == VariableType::Flag;
    }

    [[nodiscard]] std::size_t size() const;

    /// Numbers of a Numeric or Flag column (empty otherwise), NaN where missing.
    [[nodiscard]] std::span<const double> numbers() const;
    /// Codes of a Text or Category column (empty otherwise).
    [[nodiscard]] std::span<const std::int32_t> codes() const;
    [[nodiscard]] std::span<const std::string> levels() const;
    [[nodiscard]] bool isMissingAt(std::size_t row) const;
    /// The text of a Text or Category value; empty when missing.
    [[nodiscard]] std::string_view textAt(std::size_t row) const;
    [[nodiscard]] std::size_t missingCount() const;

    /// Origins of the n values; of size 0 when none were recorded.
    [[nodiscard]] const Origins& origins() const { return *origins_; }

    [[nodiscard]] Variable withName(std::string name) const;
    [[nodiscard]] Variable withLabel(std::string label) const;
    [[nodiscard]] Variable withUnitOfMeasure(std::string unit) const;
    [[nodiscard]] Variable withOrigins(Origins origins) const;
    /// The column of rows order[0], order[1], ...; Origins::npos gives a missing value.
    [[nodiscard]] Variable permuted(std::span<const std::size_t> order) const;

    /// True when both share the same storage, so that nothing was copied.
    [[nodiscard]] bool sharesValuesWith(const Variable& other) const;

    /// Hash of type, values, levels and origins (not of name, label and unit of measure); computed
    /// once for all copies that share them.
    [[nodiscard]] std::uint64_t contentHash() const;

private:
    Variable(std::string name, VariableType type);

    std::string name_;
    std::string label_;
    std::string unitOfMeasure_;
    VariableType type_;
    std::shared_ptr<const std::vector<double>> numbers_;
    std::shared_ptr<const std::vector<std::int32_t>> codes_;
    std::shared_ptr<const std::vector<std::string>> levels_;
    std::shared_ptr<const Origins> origins_;
    std::shared_ptr<std::atomic<std::uint64_t>> hash_; ///< 0 until computed
};

} // namespace citypanel

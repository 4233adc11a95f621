// SPDX-License-Identifier: GPL-3.0-or-later
// DesignMatrix: named columns of numbers over the rows of a sample.
#pragma once

#include "core/base/result.h"
#include "core/estimate/fit.h"
#include "core/estimate/model_formula.h"
#include "core/panel/panel.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace citypanel {

/// The name of the constant's column.
inline constexpr const char* interceptName = "(Intercept)";

/// n x k numbers, column by column.
struct DesignMatrix {
    std::size_t rows = 0;
    std::vector<std::string> names{};
    std::vector<double> values{};

    [[nodiscard]] std::size_t columnCount() const { return names.size(); }

    [[nodiscard]] std::span<double> column(std::size_t j) {
        return std::span<double>(values).subspan(j * rows, rows);
    }

    [[nodiscard]] std::span<const double> column(std::size_t j) const {
        return std::span<const double>(values).subspan(j * rows, rows);
    }

    /// Adds a column of zeros and returns it.
    std::span<double> append(std::string name);
};

/// Marks the rows of missing values, and those of them where a lag is the cause (lagged may be
/// empty).
void markMissingValues(std::span<const double> values, const std::vector<bool>& lagged,
                       std::vector<bool>& missing, std::vector<bool>& outside);
/// Marks the rows of missingCode.
void markMissingCodes(std::span<const std::int32_t> codes, std::vector<bool>& missing);

/// Terms evaluated over all rows of a panel, before the sample is known.
class EvaluatedTerms {
public:
    /// Problems: those of evaluate() with positions in the formula; VariableNotNumeric (expected:
    /// `i(name)`) for a text column used as a number.
    [[nodiscard]] static Result<EvaluatedTerms> evaluate(const Panel& panel,
                                                         const std::vector<Term>& terms);

    /// Marks the rows where some part is missing, and those of them where a lag is the cause.
    void markMissing(std::vector<bool>& missing, std::vector<bool>& outside) const;
    /// The same of one term.
    void markMissing(std::size_t term, std::vector<bool>& missing,
                     std::vector<bool>& outside) const;

    [[nodiscard]] std::size_t size() const { return terms_.size(); }

    [[nodiscard]] const std::string& name(std::size_t term) const { return terms_[term].name; }

    /// Appends the columns over the rows of the sample; a term with levels gives a column for each
    /// level that occurs, without its reference. Problem: ValueInfinite (variable, unit, period).
    [[nodiscard]] Status appendTo(DesignMatrix& matrix, const Panel& panel,
                                  std::span<const std::size_t> rows) const;

    /// Adds the levels that appendTo() leaves out, each once.
    void listReferences(std::span<const std::size_t> rows,
                        std::vector<ReferenceLevel>& references) const;

    /// The columns of terms without levels once more, products formed in extended precision.
    [[nodiscard]] Result<std::vector<std::vector<long double>>>
    extendedColumns(const Panel& panel, std::span<const std::size_t> rows) const;

    [[nodiscard]] bool hasLevels() const;

private:
    struct Part {
        std::vector<double> storage{};
        std::span<const double> values{}; ///< Numeric: into the panel or `storage`
        std::vector<bool> outside{};
        std::vector<std::int32_t> codes{}; ///< Levels
        std::vector<std::string> levels{};
    };

    [[nodiscard]] static Result<Part> evaluatePart(const Panel& panel, const Term& term,
                                                   const TermPart& part);

    /// The levels of a part that occur in the rows, and the one that is the reference.
    struct Coding {
        std::vector<std::size_t> levels{}; ///< those that have a column, in its order
        std::optional<std::size_t> reference{};
        bool isLeftOut = false; ///< the reference is none of `levels`
    };

    [[nodiscard]] Coding codingOf(std::size_t term, std::size_t part,
                                  std::span<const std::size_t> rows) const;

    [[nodiscard]] Status appendProduct(std::size_t term, DesignMatrix& matrix, const Panel& panel,
                                       std::span<const std::size_t> rows) const;

    /// The columns of one part; `isReference` says which of them stand for the reference cell.
    [[nodiscard]] Result<DesignMatrix> partColumns(std::size_t term, std::size_t part,
                                                   const Panel& panel,
                                                   std::span<const std::size_t> rows,
                                                   std::vector<bool>& isReference) const;

    std::vector<Term> terms_;
    std::vector<std::vector<Part>> parts_; ///< by term
};

/// Values of an expression over all rows, without a copy where it is a plain numeric column.
struct ExpressionColumn {
    std::vector<double> storage{};
    std::span<const double> values{};
    std::vector<bool> outside{};
};

[[nodiscard]] Result<ExpressionColumn> expressionColumn(const Panel& panel,
                                                        const Expression& expression);

/// Appends the rows of a column. Problem: ValueInfinite naming `name` and the unit-period of the
/// first value that is not finite.
[[nodiscard]] Status appendFinite(DesignMatrix& matrix, const std::string& name,
                                  std::span<const double> from, std::span<const std::size_t> rows,
                                  const Panel& panel);

} // namespace citypanel

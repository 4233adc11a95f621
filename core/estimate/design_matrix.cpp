// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluating formula terms into columns.
#include "core/estimate/design_matrix.h"

#include "core/panel/factor.h"
#include "core/panel/number_text.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel {

std::span<double> DesignMatrix::append(std::string name) {
    names.push_back(std::move(name));
    values.resize(names.size() * rows, 0.0);
    return column(names.size() - 1);
}

Result<ExpressionColumn> expressionColumn(const Panel& panel, const Expression& expression) {
    ExpressionColumn column;
    const std::string_view name = expression.plainVariable();
    if (const Variable* variable = name.empty() ? nullptr : panel.find(name)) {
        if (variable->isNumeric()) {
            column.values = variable->numbers();
            return column;
        }
    }
    CITYPANEL_TRY(ExpressionValues values, evaluate(expression, panel));
    column.storage = std::move(values.values);
    column.outside = std::move(values.outsidePeriods);
    column.values = column.storage;
    return column;
}

namespace {

Status checkFinite(std::span<const double> values, std::span<const std::size_t> rows,
                   const Panel& panel, const std::string& name) {
    const Eigen::Map<const Eigen::ArrayXd> column(values.data(),
                                                  static_cast<Eigen::Index>(values.size()));
    // Not a number as soon as one value, or its square, is not finite.
    if ((column.square() * 0.0).sum() == 0.0) {
        return {};
    }
    const auto bad = std::find_if(values.begin(), values.end(),
                                  [](double value) { return !std::isfinite(value * value); });
    const std::size_t row = rows[static_cast<std::size_t>(bad - values.begin())];
    const auto unit = static_cast<std::size_t>(panel.unitCodes()[row]);
    return Problem{.code = ProblemCode::ValueInfinite,
                   .place = {.variable = name,
                             .unit = panel.unitLabels()[unit],
                             .period = panel.isCrossSection()
                                           ? std::string()
                                           : std::to_string(panel.periods()[row])},
                   .found = std::isfinite(*bad) ? shortestText(*bad)
                            : *bad > 0          ? "inf"
                                                : "-inf"};
}

/// Levels of free text go by their code points, whatever the order of the rows; those of a
/// category keep its own order, and numbers ascend already.
void sortTextLevels(Factor& factor) {
    std::vector<std::size_t> order(factor.levels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return factor.levels[a] < factor.levels[b]; });
    std::vector<std::int32_t> renumbered(order.size());
    std::vector<std::string> levels(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        renumbered[order[i]] = static_cast<std::int32_t>(i);
        levels[i] = std::move(factor.levels[order[i]]);
    }
    for (std::int32_t& code : factor.codes) {
        code = code == missingCode ? code : renumbered[static_cast<std::size_t>(code)];
    }
    factor.levels = std::move(levels);
}

} // namespace

Status appendFinite(DesignMatrix& matrix, const std::string& name, std::span<const double> from,
                    std::span<const std::size_t> rows, const Panel& panel) {
    matrix.names.push_back(name);
    if (rows.size() == from.size()) {
        matrix.values.insert(matrix.values.end(), from.begin(), from.end());
    } else {
        matrix.values.resize(matrix.names.size() * matrix.rows);
        const std::span<double> column = matrix.column(matrix.columnCount() - 1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            column[i] = from[rows[i]];
        }
    }
    return checkFinite(matrix.column(matrix.columnCount() - 1), rows, panel, name);
}

Result<EvaluatedTerms::Part> EvaluatedTerms::evaluatePart(const Panel& panel, const Term& term,
                                                          const TermPart& part) {
    Part result;
    const Place place{.variable = term.name, .position = term.position};
    if (part.kind == TermPart::Kind::Levels) {
        Result<Factor> factor = factorOf(panel, part.text);
        if (!factor) {
            return located(factor.error(), place);
        }
        const Result<Variable> variable = panel.variable(part.text);
        if (variable && variable->type() == VariableType::Text) {
            sortTextLevels(*factor);
        }
        result.codes = std::move(factor->codes);
        result.levels = std::move(factor->levels);
        if (part.reference && std::find(result.levels.begin(), result.levels.end(),
                                        *part.reference) == result.levels.end()) {
            return Problem{.code = ProblemCode::ArgumentInvalid,
                           .place = place,
                           .found = *part.reference,
                           .expected = result.levels.empty() ? "" : result.levels.front()};
        }
        return result;
    }
    Result<ExpressionColumn> column = expressionColumn(panel, part.expression);
    if (!column) {
        Problem problem = column.error();
        problem.place.position = term.position + problem.place.position.value_or(0);
        if (problem.code == ProblemCode::VariableNotNumeric) {
            problem.expected = "i(" + problem.place.variable + ")";
        }
        return located(problem, place);
    }
    const bool isStored = !column->storage.empty();
    result.storage = std::move(column->storage);
    result.values = isStored ? std::span<const double>(result.storage) : column->values;
    result.outside = std::move(column->outside);
    return result;
}

Result<EvaluatedTerms> EvaluatedTerms::evaluate(const Panel& panel,
                                                const std::vector<Term>& terms) {
    EvaluatedTerms evaluated;
    evaluated.terms_ = terms;
    for (const Term& term : terms) {
        std::vector<Part>& parts = evaluated.parts_.emplace_back();
        for (const TermPart& part : term.parts) {
            CITYPANEL_TRY(Part value, evaluatePart(panel, term, part));
            parts.push_back(std::move(value));
        }
    }
    return evaluated;
}

void markMissingValues(std::span<const double> values, const std::vector<bool>& lagged,
                       std::vector<bool>& missing, std::vector<bool>& outside) {
    // Most columns are complete, and counting is much faster than marking.
    if (std::count_if(values.begin(), values.end(), isMissing) == 0) {
        return;
    }
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (isMissing(values[row])) {
            missing[row] = true;
            outside[row] = outside[row] || (!lagged.empty() && lagged[row]);
        }
    }
}

void markMissingCodes(std::span<const std::int32_t> codes, std::vector<bool>& missing) {
    if (std::count(codes.begin(), codes.end(), missingCode) == 0) {
        return;
    }
    for (std::size_t row = 0; row < codes.size(); ++row) {
        missing[row] = missing[row] || codes[row] == missingCode;
    }
}

void EvaluatedTerms::markMissing(std::vector<bool>& missing, std::vector<bool>& outside) const {
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        markMissing(term, missing, outside);
    }
}

void EvaluatedTerms::markMissing(std::size_t term, std::vector<bool>& missing,
                                 std::vector<bool>& outside) const {
    for (const Part& part : parts_[term]) {
        markMissingValues(part.values, part.outside, missing, outside);
        markMissingCodes(part.codes, missing);
    }
}

bool EvaluatedTerms::hasLevels() const {
    return std::any_of(parts_.begin(), parts_.end(), [](const std::vector<Part>& parts) {
        return std::any_of(parts.begin(), parts.end(),
                           [](const Part& part) { return !part.codes.empty(); });
    });
}

namespace {

/// Products of every column of a with every column of b.
DesignMatrix crossedColumns(const DesignMatrix& a, const DesignMatrix& b) {
    DesignMatrix crossed{.rows = a.rows};
    for (std::size_t i = 0; i < a.columnCount(); ++i) {
        for (std::size_t j = 0; j < b.columnCount(); ++j) {
            const std::span<double> column = crossed.append(a.names[i] + ":" + b.names[j]);
            std::transform(a.column(i).begin(), a.column(i).end(), b.column(j).begin(),
                           column.begin(), [](double x, double y) { return x * y; });
        }
    }
    return crossed;
}

/// Both, in the order of crossedColumns().
std::vector<bool> crossedFlags(const std::vector<bool>& a, const std::vector<bool>& b) {
    std::vector<bool> crossed;
    for (const bool first : a) {
        for (const bool second : b) {
            crossed.push_back(first && second);
        }
    }
    return crossed;
}

} // namespace

EvaluatedTerms::Coding EvaluatedTerms::codingOf(std::size_t term, std::size_t part,
                                                std::span<const std::size_t> rows) const {
    const Part& levels = parts_[term][part];
    const TermPart& written = terms_[term].parts[part];
    std::vector<bool> occurs(levels.levels.size(), false);
    for (const std::size_t row : rows) {
        occurs[static_cast<std::size_t>(levels.codes[row])] = true;
    }
    Coding coding;
    for (std::size_t level = 0; level < occurs.size(); ++level) {
        if (occurs[level]) {
            coding.levels.push_back(level);
        }
    }
    const bool isInCell = written.keepsAllLevels && terms_[term].leavesOutReferenceCell;
    auto at = coding.levels.begin();
    if (written.reference) {
        at = std::find_if(coding.levels.begin(), coding.levels.end(), [&](std::size_t level) {
            return levels.levels[level] == *written.reference;
        });
    }
    if (at == coding.levels.end() || (!written.reference && written.keepsAllLevels && !isInCell)) {
        return coding;
    }
    coding.reference = *at;
    if (!isInCell) {
        coding.isLeftOut = true;
        coding.levels.erase(at);
    } else if (written.reference) {
        // Last, so that where more is collinear its cells are those that go.
        std::rotate(at, at + 1, coding.levels.end());
    }
    return coding;
}

Result<DesignMatrix> EvaluatedTerms::partColumns(std::size_t term, std::size_t part,
                                                 const Panel& panel,
                                                 std::span<const std::size_t> rows,
                                                 std::vector<bool>& isReference) const {
    const Part& values = parts_[term][part];
    const TermPart& written = terms_[term].parts[part];
    DesignMatrix columns{.rows = rows.size()};
    if (values.codes.empty()) {
        CITYPANEL_TRY_STATUS(appendFinite(columns, written.text, values.values, rows, panel));
        isReference = {true};
        return columns;
    }
    const Coding coding = codingOf(term, part, rows);
    isReference.clear();
    for (const std::size_t level : coding.levels) {
        const std::span<double> column = columns.append(written.text + "::" + values.levels[level]);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            column[i] = values.codes[rows[i]] == static_cast<std::int32_t>(level) ? 1.0 : 0.0;
        }
        isReference.push_back(!written.keepsAllLevels || coding.reference == level);
    }
    return columns;
}

Status EvaluatedTerms::appendProduct(std::size_t term, DesignMatrix& matrix, const Panel& panel,
                                     std::span<const std::size_t> rows) const {
    const std::vector<Part>& parts = parts_[term];
    // The columns of the product so far: one, or one a combination of levels.
    DesignMatrix product;
    std::vector<bool> isReference{true};
    for (std::size_t p = 0; p < parts.size(); ++p) {
        std::vector<bool> isNextReference;
        CITYPANEL_TRY(DesignMatrix next, partColumns(term, p, panel, rows, isNextReference));
        product = p == 0 ? std::move(next) : crossedColumns(product, next);
        isReference = crossedFlags(isReference, isNextReference);
    }
    const bool hasLevels = std::any_of(parts.begin(), parts.end(),
                                       [](const Part& part) { return !part.codes.empty(); });
    for (std::size_t j = 0; j < product.columnCount(); ++j) {
        if (terms_[term].leavesOutReferenceCell && isReference[j]) {
            continue;
        }
        const std::span<double> column =
            matrix.append(hasLevels ? product.names[j] : terms_[term].name);
        std::copy(product.column(j).begin(), product.column(j).end(), column.begin());
    }
    return {};
}

Status EvaluatedTerms::appendTo(DesignMatrix& matrix, const Panel& panel,
                                std::span<const std::size_t> rows) const {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        const std::vector<Part>& parts = parts_[t];
        const bool isPlain = parts.size() == 1 && parts.front().codes.empty();
        CITYPANEL_TRY_STATUS(
            isPlain ? appendFinite(matrix, terms_[t].name, parts.front().values, rows, panel)
                    : appendProduct(t, matrix, panel, rows));
    }
    return {};
}

void EvaluatedTerms::listReferences(std::span<const std::size_t> rows,
                                    std::vector<ReferenceLevel>& references) const {
    for (std::size_t t = 0; t < terms_.size(); ++t) {
        for (std::size_t p = 0; p < parts_[t].size(); ++p) {
            if (parts_[t][p].codes.empty()) {
                continue;
            }
            const Coding coding = codingOf(t, p, rows);
            if (!coding.reference) {
                continue;
            }
            ReferenceLevel reference{terms_[t].parts[p].text,
                                     parts_[t][p].levels[*coding.reference]};
            if (std::find(references.begin(), references.end(), reference) == references.end()) {
                references.push_back(std::move(reference));
            }
        }
    }
}

Result<std::vector<std::vector<long double>>>
EvaluatedTerms::extendedColumns(const Panel& panel, std::span<const std::size_t> rows) const {
    std::vector<std::vector<long double>> columns;
    for (const Term& term : terms_) {
        std::vector<long double> column(rows.size(), 1.0L);
        for (const TermPart& part : term.parts) {
            CITYPANEL_TRY(const std::vector<long double> values,
                          evaluateExtended(part.expression, panel));
            for (std::size_t i = 0; i < rows.size(); ++i) {
                column[i] *= values[rows[i]];
            }
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a table: header from its columns, body from its rows, notes from its notes and the
// style.
#include "core/report/typeset.h"

#include "core/report/typeset_notes.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>
#include <cmath>

namespace citypanel::report {

namespace {

using study::Cell;
using study::Coefficient;
using study::Row;
using study::RowRole;

template <class... Kinds>
struct Overloaded : Kinds... {
    using Kinds::operator()...;
};
template <class... Kinds>
Overloaded(Kinds...) -> Overloaded<Kinds...>;

constexpr int mostDigits = 15;

TypesetCell leftCell(std::string text) {
    return {.head = std::move(text)};
}

TypesetCell centredCell(std::string text, int span = 1) {
    return {.head = std::move(text), .span = span, .align = Align::Centre};
}

TypesetCell numberCell(double value, int digits) {
    TypesetCell cell{.head = text::groupedNumber(value, digits), .align = Align::Decimal};
    if (!isMissing(value)) {
        cell.number = ShownNumber{value, digits, true};
    }
    return cell;
}

/// An estimate keeps its sign however small it is, and so does its statistic.
TypesetCell estimateCell(double value, int digits) {
    TypesetCell cell = numberCell(value, digits);
    cell.head = text::groupedNumber(value, digits, text::SignOfZeros::Kept);
    if (cell.number) {
        cell.number->isEstimate = true;
    }
    return cell;
}

TypesetCell enclosed(TypesetCell cell, std::string_view open, std::string_view close) {
    if (!cell.head.empty()) {
        cell.head.insert(0, open);
        cell.tail += close;
    }
    return cell;
}

/// What stands below a coefficient, or beside it.
TypesetCell secondLineOf(const Coefficient& coefficient, const TableStyle& style) {
    switch (style.inference) {
    case Inference::StdError:
        return enclosed(numberCell(coefficient.stdError, style.digits), "(", ")");
    case Inference::Statistic:
        return enclosed(estimateCell(coefficient.statistic, style.digits), "(", ")");
    case Inference::PValue:
        return enclosed(numberCell(coefficient.pValue, style.digits), "(", ")");
    case Inference::Interval: {
        const std::string low = estimateCell(coefficient.confLow, style.digits).head;
        const std::string high = estimateCell(coefficient.confHigh, style.digits).head;
        return centredCell(low.empty() ? low : "[" + low + ", " + high + "]");
    }
    case Inference::None:
        break;
    }
    return {};
}

/// " (0.074)" where the style puts the inference beside the estimate.
std::string besideOf(const Coefficient& coefficient, const TableStyle& style) {
    if (style.placement == Placement::Below) {
        return {};
    }
    const std::string text = secondLineOf(coefficient, style).text();
    return text.empty() ? text : ' ' + text;
}

/// The first line of a cell.
TypesetCell firstLineOf(const Cell& cell, const TableStyle& style) {
    const auto words = [&style](text::TableWord word) {
        return std::string(text::tableWordPattern(word).in(style.language));
    };
    return std::visit(Overloaded{
                          [](std::monostate) { return TypesetCell{.align = Align::Centre}; },
                          [&](const study::Phrase& phrase) {
                              return centredCell(text::sayCapitalised(phrase, style.language));
                          },
                          [&](const Coefficient& coefficient) {
                              TypesetCell result = estimateCell(coefficient.estimate, style.digits);
                              result.tail = starsOf(coefficient.pValue, style.stars);
                              result.tail += besideOf(coefficient, style);
                              return result;
                          },
                          [&](const study::Number& number) {
                              if (number.role == study::NumberRole::Measure) {
                                  return numberCell(number.value, style.digits);
                              }
                              TypesetCell result = centredCell(text::wholeNumber(number.value));
                              if (!isMissing(number.value)) {
                                  result.number = ShownNumber{number.value, 0, true};
                              }
                              return result;
                          },
                          [&](const study::TestValue& test) {
                              TypesetCell result = numberCell(test.statistic, style.digits);
                              // Centred: their sizes differ too much from the coefficients' for one
                              // decimal line.
                              result.align = Align::Centre;
                              if (!isMissing(test.pValue)) {
                                  result.tail =
                                      " [" + text::fixedNumber(test.pValue, style.digits) + "]";
                              } else if (!isMissing(test.critical)) {
                                  result.tail = " {" + text::fixedNumber(test.critical, 2) + "}";
                              }
                              return result;
                          },
                          [&](const study::Mark& mark) {
                              if (style.marks == MarkStyle::Ticks) {
                                  return centredCell(mark.isPresent ? "√" : "×");
                              }
                              return centredCell(words(mark.isPresent ? text::TableWord::Yes
                                                                      : text::TableWord::No));
                          },
                      },
                      cell);
}

bool hasInference(const Row& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
        const auto* coefficient = std::get_if<Coefficient>(&cell);
        return coefficient != nullptr && !isMissing(coefficient->stdError);
    });
}

bool isCoefficients(RowRole role) {
    return role == RowRole::Core || role == RowRole::Control || role == RowRole::Constant;
}

/// The body of one table under construction.
class Body {
public:
    Body(const study::Table& table, const TableStyle& style) : table_(table), style_(style) {}

    std::vector<TypesetLine> lines() {
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const Row& row = table_.rows[i];
            if (row.role != RowRole::Control) {
                foldedControls();
            }
            if (row.role == RowRole::Heading) {
                heading(i);
            } else if (row.role == RowRole::Control && !style_.listsControls) {
                fold(row);
            } else if (isListed(row.role)) {
                rowLines(i);
            }
        }
        foldedControls();
        return std::move(lines_);
    }

private:
    [[nodiscard]] bool isListed(RowRole role) const {
        switch (role) {
        case RowRole::Constant:
            return style_.listsConstant;
        case RowRole::FixedEffect:
            return style_.listsEffects;
        case RowRole::Test:
            return style_.listsTests;
        default:
            return true;
        }
    }

    void heading(std::size_t index) {
        TypesetCell cell =
            leftCell(text::sayCapitalised(table_.rows[index].label, style_.language));
        cell.span = static_cast<int>(table_.columns.size()) + 1;
        lines_.push_back({.kind = LineKind::Heading, .row = index, .cells = {std::move(cell)}});
    }

    void rowLines(std::size_t index) {
        const Row& row = table_.rows[index];
        TypesetLine first{.row = index};
        first.isRuledAbove = style_.rulesSections && wasCoefficients_ && !isCoefficients(row.role);
        wasCoefficients_ = isCoefficients(row.role);
        first.cells.push_back(leftCell(text::sayCapitalised(row.label, style_.language)));
        for (const Cell& cell : row.cells) {
            first.cells.push_back(firstLineOf(cell, style_));
        }
        lines_.push_back(std::move(first));
        if (style_.inference != Inference::None && style_.placement == Placement::Below &&
            hasInference(row)) {
            secondLine(index);
        }
    }

    void secondLine(std::size_t index) {
        TypesetLine second{.kind = LineKind::Second,
                           .row = index,
                           .statistic = std::string(nameOf(style_.inference)),
                           .cells = {TypesetCell{}}};
        for (const Cell& cell : table_.rows[index].cells) {
            const auto* coefficient = std::get_if<Coefficient>(&cell);
            second.cells.push_back(coefficient != nullptr ? secondLineOf(*coefficient, style_)
                                                          : TypesetCell{.align = Align::Centre});
        }
        lines_.push_back(std::move(second));
    }

    /// Remembers which models have the control variable.
    void fold(const Row& row) {
        hasControls_.resize(table_.columns.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            hasControls_[i] = hasControls_[i] || std::holds_alternative<Coefficient>(row.cells[i]);
        }
    }

    void foldedControls() {
        if (hasControls_.empty()) {
            return;
        }
        TypesetLine line;
        line.cells.push_back(
            leftCell(text::sayCapitalised(study::phrase(study::Word::Controls), style_.language)));
        for (const bool isPresent : hasControls_) {
            line.cells.push_back(firstLineOf(study::Mark{isPresent}, style_));
        }
        lines_.push_back(std::move(line));
        hasControls_.clear();
    }

    const study::Table& table_;
    const TableStyle& style_;
    std::vector<TypesetLine> lines_;
    std::vector<bool> hasControls_;
    bool wasCoefficients_ = false;
};

/// Headings that equal neighbours share, over a rule of their own width.
TypesetLine groupLine(const study::Table& table, text::Language language) {
    TypesetLine line{.cells = {TypesetCell{}}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const study::Phrase& group = table.columns[i].group;
        if (i > 0 && !group.isEmpty() && group == table.columns[i - 1].group) {
            ++line.cells.back().span;
            continue;
        }
        line.cells.push_back(centredCell(text::sayCapitalised(group, language)));
        line.cells.back().isRuledBelow = !group.isEmpty();
    }
    return line;
}

std::vector<TypesetLine> headerOf(const study::Table& table, const TableStyle& style) {
    std::vector<TypesetLine> lines;
    const auto& columns = table.columns;
    if (std::any_of(columns.begin(), columns.end(),
                    [](const study::Column& column) { return !column.group.isEmpty(); })) {
        lines.push_back(groupLine(table, style.language));
    }
    const bool hasNumbers = style.numbersModels && std::any_of(columns.begin(), columns.end(),
                                                               [](const study::Column& column) {
                                                                   return column.number.has_value();
                                                               });
    if (hasNumbers) {
        TypesetLine numbers{.cells = {TypesetCell{}}};
        for (const study::Column& column : columns) {
            numbers.cells.push_back(centredCell(
                column.number ? "(" + std::to_string(*column.number) + ")" : std::string()));
        }
        lines.push_back(std::move(numbers));
    }
    TypesetLine titles;
    titles.cells.push_back(leftCell(text::sayCapitalised(table.rowHeading, style.language)));
    for (const study::Column& column : columns) {
        titles.cells.push_back(centredCell(text::sayCapitalised(column.title, style.language)));
    }
    lines.push_back(std::move(titles));
    return lines;
}

} // namespace

std::string starsOf(double pValue, const std::vector<double>& thresholds) {
    const auto count = std::count_if(thresholds.begin(), thresholds.end(),
                                     [pValue](double limit) { return pValue < limit; });
    return std::string(static_cast<std::size_t>(count), '*');
}

std::string captionSeparator(const TableStyle& style) {
    switch (style.captions) {
    case CaptionStyle::Colon:
        return style.language == text::Language::English ? ": " : "：";
    case CaptionStyle::Dash:
        return "—";
    case CaptionStyle::Blank:
        break;
    }
    return "  ";
}

std::string TypesetTable::caption() const {
    return number == 0 ? title : numberLabel + std::to_string(number) + captionSeparator + title;
}

TypesetTable typeset(const study::Table& table, const TableStyle& wanted, std::size_t index) {
    // A style may come from a file.
    TableStyle style = wanted;
    style.digits = std::clamp(style.digits, 0, mostDigits);
    TypesetTable result;
    result.key = table.key;
    if (style.firstNumber > 0) {
        result.number = static_cast<std::size_t>(style.firstNumber) + index;
        result.numberLabel = text::filledInOrder(
            text::tableWordPattern(text::TableWord::TableNumber), style.language, {""});
    }
    result.captionSeparator = captionSeparator(style);
    result.title = text::sayCapitalised(table.title, style.language);
    result.rules = style.rules;
    result.density = style.density;
    result.columnCount = table.columns.size() + 1;
    result.header = headerOf(table, style);
    result.body = Body(table, style).lines();
    result.notes = typesetNotes(table, style);
    if (!result.notes.empty()) {
        result.notePrefix =
            std::string(text::tableWordPattern(text::TableWord::NotePrefix).in(style.language));
    }
    return result;
}

} // namespace citypanel::report

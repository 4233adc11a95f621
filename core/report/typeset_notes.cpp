// SPDX-License-Identifier: GPL-3.0-or-later
// The note under a table: what stands in parentheses and what stars mean depends on the style, the
// rest is said by the table.
#include "core/report/typeset_notes.h"

#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>
#include <functional>

namespace citypanel::report {

namespace {

using study::Note;
using study::NoteKind;
using text::TableWord;

/// "1, 2 and 4".
std::string columnNumbers(const std::vector<std::size_t>& columns, text::Language language) {
    std::vector<std::string> numbers;
    for (const std::size_t column : columns) {
        numbers.push_back("(" + std::to_string(column) + ")");
    }
    return text::listed(numbers, language);
}

class Notes {
public:
    Notes(const study::Table& table, const TableStyle& style) : table_(table), style_(style) {}

    std::vector<std::string> sentences() {
        if (style_.explains) {
            standardErrors();
            stars();
            tests();
            for (const Note& note : table_.notes) {
                if (note.kind != NoteKind::StandardErrors) {
                    add(note, text::say(note.text, style_.language));
                }
            }
        }
        if (!style_.note.empty()) {
            sentences_.push_back(style_.note);
        }
        return std::move(sentences_);
    }

private:
    std::string words(TableWord word, const std::vector<std::string>& arguments = {}) const {
        return text::filledInOrder(text::tableWordPattern(word), style_.language, arguments);
    }

    std::string ended(std::string clause) const {
        return text::capitalised(std::move(clause)) + words(TableWord::End);
    }

    void add(const Note& note, std::string sentence) {
        if (note.columns.empty()) {
            sentences_.push_back(text::capitalised(std::move(sentence)));
            return;
        }
        sentences_.push_back(text::filledInOrder(
            text::wordPattern(study::Word::NoteColumns), style_.language,
            {columnNumbers(note.columns, style_.language), std::move(sentence)}));
    }

    std::string inferenceClause(const std::string& errors, double level) const {
        switch (style_.inference) {
        case Inference::StdError:
            return words(TableWord::ErrorsInParentheses, {errors});
        case Inference::Statistic:
            return words(TableWord::TInParentheses, {errors});
        case Inference::PValue:
            return words(TableWord::PInParentheses, {errors});
        case Inference::Interval:
            return words(TableWord::IntervalInBrackets, {text::percentage(level), errors});
        case Inference::None:
            break;
        }
        return words(TableWord::ErrorsOnly, {errors});
    }

    void standardErrors() {
        for (const Note& note : table_.notes) {
            if (note.kind != NoteKind::StandardErrors) {
                continue;
            }
            const std::string errors = text::say(note.text, style_.language);
            const std::string clause = inferenceClause(errors, table_.level);
            add(note, note.columns.empty() ? ended(clause) : clause + words(TableWord::End));
        }
    }

    bool anyCell(const std::function<bool(const study::Cell&)>& holds) const {
        return std::any_of(table_.rows.begin(), table_.rows.end(), [&](const study::Row& row) {
            return std::any_of(row.cells.begin(), row.cells.end(), holds);
        });
    }

    void stars() {
        const bool hasEstimates = anyCell([](const study::Cell& cell) {
            return std::holds_alternative<study::Coefficient>(cell);
        });
        if (!hasEstimates || style_.stars.empty()) {
            return;
        }
        std::vector<double> thresholds = style_.stars;
        std::sort(thresholds.rbegin(), thresholds.rend());
        std::vector<std::string> marks;
        std::vector<std::string> levels;
        for (const double threshold : thresholds) {
            marks.emplace_back(marks.size() + 1, '*');
            levels.push_back(text::percentage(threshold));
        }
        sentences_.push_back(ended(
            words(marks.size() == 1 ? TableWord::StarsOne : TableWord::StarsSeveral,
                  {text::listed(marks, style_.language), text::listed(levels, style_.language)})));
    }

    void tests() {
        const bool hasPValues = anyCell([](const study::Cell& cell) {
            const auto* test = std::get_if<study::TestValue>(&cell);
            return test != nullptr && !isMissing(test->pValue);
        });
        if (hasPValues) {
            sentences_.push_back(ended(words(TableWord::TestPValues)));
        }
    }

    const study::Table& table_;
    const TableStyle& style_;
    std::vector<std::string> sentences_;
};

} // namespace

std::vector<std::string> typesetNotes(const study::Table& table, const TableStyle& style) {
    return Notes(table, style).sentences();
}

} // namespace citypanel::report

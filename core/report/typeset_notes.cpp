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

/// "(1), (2) and (4)", "(1)–(4)".
std::string columnNumbers(const std::vector<std::size_t>& columns, text::Language language) {
    const auto numbered = [](std::size_t column) { return "(" + std::to_string(column) + ")"; };
    std::vector<std::string> ranges;
    for (std::size_t i = 0; i < columns.size();) {
        std::size_t last = i;
        while (last + 1 < columns.size() && columns[last + 1] == columns[last] + 1) {
            ++last;
        }
        // Two neighbours are two numbers; a range says three or more.
        if (last < i + 2) {
            last = i;
        }
        ranges.push_back(numbered(columns[i]) +
                         (last > i ? "–" + numbered(columns[last]) : std::string()));
        i = last + 1;
    }
    return text::listed(ranges, language);
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
                if (note.kind != NoteKind::StandardErrors && note.kind != NoteKind::Own) {
                    add(note, note.columns.empty()
                                  ? text::sayCapitalised(note.text, style_.language)
                                  : text::say(note.text, style_.language));
                }
            }
        }
        for (const Note& note : table_.notes) {
            if (note.kind == NoteKind::Own) {
                add(note, text::say(note.text, style_.language));
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
            sentences_.push_back(std::move(sentence));
            return;
        }
        const auto word =
            note.columns.size() == 1 ? study::Word::NoteColumn : study::Word::NoteColumns;
        sentences_.push_back(text::capitalised(text::filledInOrder(
            text::wordPattern(word), style_.language,
            {columnNumbers(note.columns, style_.language), std::move(sentence)})));
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
        sentences_.push_back(
            ended(words(marks.size() == 1 ? TableWord::StarsOne : TableWord::StarsSeveral,
                        {enumerated(marks), enumerated(levels)})));
    }

    /// "*, ** and ***"; a bare list in Chinese, as is usual for stars.
    [[nodiscard]] std::string enumerated(const std::vector<std::string>& items) const {
        if (style_.language == text::Language::English) {
            return text::listed(items, style_.language);
        }
        std::string result;
        for (const std::string& item : items) {
            result += (result.empty() ? "" : "、") + item;
        }
        return result;
    }

    void tests() {
        const bool hasPValues = style_.listsTests && anyCell([](const study::Cell& cell) {
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

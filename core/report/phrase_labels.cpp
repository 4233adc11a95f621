// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases replaced by the labels of what they say.
#include "core/report/phrase_labels.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace citypanel::report {

namespace {

bool isInAnotherScript(const std::string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

/// Length of "(3) " before a name, as matrices number their variables; 0 where there is none.
std::size_t numberedPrefix(std::string_view text) {
    const std::size_t end = text.find(") ");
    return text.starts_with('(') && end != std::string_view::npos && end > 1 &&
                   text.substr(1, end - 1).find_first_not_of("0123456789") == std::string_view::npos
               ? end + 2
               : 0;
}

} // namespace

PhraseLabels::PhraseLabels(const Labels& labels, text::Language language)
    : labels_(labels), language_(language) {
    for (const auto& [key, label] : labels) {
        if (!label.isEmpty()) {
            texts_.emplace(key, label.in(language));
        }
    }
}

void PhraseLabels::learn(const study::Table& table) {
    for (const study::Row& row : table.rows) {
        const auto label = labels_.find(std::string(labelKeyOf(row.key)));
        if (label != labels_.end() && !label->second.isEmpty() &&
            row.label.word == study::Word::Own && !row.label.own.empty()) {
            texts_[row.label.own] = label->second.in(language_);
        }
    }
}

void PhraseLabels::replace(study::Phrase& phrase) const {
    if (phrase.word == study::Word::Own || phrase.word == study::Word::Group) {
        const std::size_t begin = numberedPrefix(phrase.own);
        if (const auto found = texts_.find(std::string_view(phrase.own).substr(begin));
            found != texts_.end()) {
            phrase = study::own(phrase.own.substr(0, begin) + found->second);
        } else if (phrase.own.find('"') != std::string::npos) {
            phrase.own = inQuotes(phrase.own);
        }
        return;
    }
    for (study::Phrase& argument : phrase.arguments) {
        replace(argument);
    }
}

std::string PhraseLabels::inQuotes(const std::string& condition) const {
    std::string said;
    std::size_t at = 0;
    for (std::size_t open = condition.find('"'); open != std::string::npos;
         open = condition.find('"', at)) {
        const std::size_t close = condition.find('"', open + 1);
        if (close == std::string::npos) {
            break;
        }
        const std::string level = condition.substr(open + 1, close - open - 1);
        const auto found = texts_.find(level);
        said += condition.substr(at, open + 1 - at) +
                (found == texts_.end() ? level : found->second) + '"';
        at = close + 1;
    }
    return said + condition.substr(at);
}

study::Phrase PhraseLabels::of(study::Phrase phrase) const {
    replace(phrase);
    return phrase;
}

study::Table PhraseLabels::of(study::Table table) const {
    replace(table.title);
    replace(table.rowHeading);
    for (study::Column& column : table.columns) {
        replace(column.title);
        replace(column.group);
    }
    for (study::Row& row : table.rows) {
        replace(row.label);
        for (study::Cell& cell : row.cells) {
            if (auto* phrase = std::get_if<study::Phrase>(&cell)) {
                replace(*phrase);
            }
        }
    }
    for (study::Note& note : table.notes) {
        replace(note.text);
    }
    return table;
}

void PhraseLabels::replace(study::Axis& axis) const {
    replace(axis.title);
    for (study::Phrase& category : axis.categories) {
        replace(category);
    }
}

study::Figure PhraseLabels::of(study::Figure figure) const {
    replace(figure.title);
    replace(figure.x);
    replace(figure.y);
    for (study::Series& series : figure.series) {
        replace(series.name);
        for (study::Point& point : series.points) {
            replace(point.label);
        }
    }
    for (study::Note& note : figure.notes) {
        replace(note.text);
    }
    return figure;
}

std::string PhraseLabels::inSentence(std::string sentence) const {
    std::vector<std::string_view> keys;
    for (const auto& [key, label] : texts_) {
        if (isInAnotherScript(key) && sentence.find(key) != std::string::npos) {
            keys.push_back(key);
        }
    }
    // The longest first: one text may be part of another.
    std::stable_sort(keys.begin(), keys.end(),
                     [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
    for (const std::string_view key : keys) {
        const std::string& label = texts_.find(key)->second;
        for (std::size_t at = sentence.find(key); at != std::string::npos;
             at = sentence.find(key, at + label.size())) {
            sentence.replace(at, key.size(), label);
        }
    }
    return sentence;
}

} // namespace citypanel::report

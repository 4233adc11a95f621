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
        if (const auto found = texts_.find(phrase.own); found != texts_.end()) {
            phrase = study::own(found->second);
        }
        return;
    }
    for (study::Phrase& argument : phrase.arguments) {
        replace(argument);
    }
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

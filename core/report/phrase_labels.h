// SPDX-License-Identifier: GPL-3.0-or-later
// PhraseLabels: the user's labels wherever their variable, group or level is named.
#pragma once

#include "core/report/table_edits.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <map>
#include <string>

namespace citypanel::report {

/// Labels are kept by the name of a variable or by the text that stands in its place (a label read
/// from a file, a level of a group, a title). A phrase that is such a text, at any depth, numbered
/// or not, is said by its label, and so are levels in the quotes of a condition; text that only
/// contains one is left alone.
class PhraseLabels {
public:
    PhraseLabels(const Labels& labels, text::Language language);

    /// Takes over what rows stand for, so that the label of variable "gdp" also replaces the text
    /// the table calls it by.
    void learn(const study::Table& table);

    [[nodiscard]] study::Phrase of(study::Phrase phrase) const;
    /// Titles, headings, labels, words in cells, notes.
    [[nodiscard]] study::Table of(study::Table table) const;
    /// Title, axes, names of series and points, notes.
    [[nodiscard]] study::Figure of(study::Figure figure) const;

    /// A sentence with the labels in place of texts in another script; names and code stay.
    [[nodiscard]] std::string inSentence(std::string sentence) const;

private:
    void replace(study::Phrase& phrase) const;
    [[nodiscard]] std::string inQuotes(const std::string& condition) const;
    void replace(study::Axis& axis) const;

    const Labels& labels_;
    text::Language language_;
    std::map<std::string, std::string, std::less<>> texts_;
};

} // namespace citypanel::report

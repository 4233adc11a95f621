// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a table, applied to a copy.
#include "core/report/table_edits.h"

#include "core/report/phrase_labels.h"

#include <algorithm>
#include <utility>

namespace citypanel::report {

namespace {

bool holds(const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void relabel(study::Phrase& phrase, const Labels& labels, std::string_view key,
             text::Language language) {
    const auto label = labels.find(std::string(key));
    if (label != labels.end() && !label->second.isEmpty()) {
        phrase = study::own(label->second.in(language));
    }
}

/// Rows in the order of the keys; the others after them.
void reorder(std::vector<study::Row>& rows, const std::vector<std::string>& order) {
    const auto place = [&order](const study::Row& row) {
        return std::find(order.begin(), order.end(), row.key) - order.begin();
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const study::Row& a, const study::Row& b) { return place(a) < place(b); });
}

} // namespace

const std::string& OwnLabel::in(text::Language language) const {
    const std::string& wanted = language == text::Language::English ? en : zh;
    const std::string& other = language == text::Language::English ? zh : en;
    return wanted.empty() ? other : wanted;
}

void OwnLabel::set(text::Language language, std::string text) {
    (language == text::Language::English ? en : zh) = std::move(text);
}

std::string_view labelKeyOf(std::string_view rowKey) {
    for (const std::string_view prefix : {"term:", "variable:"}) {
        if (rowKey.starts_with(prefix)) {
            return rowKey.substr(prefix.size());
        }
    }
    return rowKey;
}

study::Table withEdits(study::Table table, const TableEdits& edits, const Labels& labels,
                       text::Language language) {
    PhraseLabels words(labels, language);
    words.learn(table);
    table = words.of(std::move(table));
    if (!edits.title.isEmpty()) {
        table.title = study::own(edits.title.in(language));
    }
    std::erase_if(table.rows,
                  [&edits](const study::Row& row) { return holds(edits.hidden, row.key); });
    reorder(table.rows, edits.order);
    for (study::Row& row : table.rows) {
        relabel(row.label, labels, labelKeyOf(row.key), language);
    }
    for (study::Column& column : table.columns) {
        relabel(column.title, edits.columns, column.key, language);
        relabel(column.group, edits.groups, column.key, language);
    }
    if (!edits.note.isEmpty()) {
        table.notes.push_back(
            {.kind = study::NoteKind::Own, .text = study::own(edits.note.in(language))});
    }
    return table;
}

} // namespace citypanel::report

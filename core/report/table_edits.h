// SPDX-License-Identifier: GPL-3.0-or-later
// TableEdits: what a person changed about one table: title, order of rows, rows left out, headings,
// labels, a note. The table as estimated stays as it is.
#pragma once

#include "core/base/fields.h"
#include "core/study/table.h"
#include "core/text/language.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::report {

/// A text of the user's own, in one language or both; an empty one is not used.
struct OwnLabel {
    std::string en{};
    std::string zh{};

    static constexpr auto fields() {
        return FieldList{field("en", &OwnLabel::en), field("zh", &OwnLabel::zh)};
    }

    /// The text in a language, that of the other where it has none.
    [[nodiscard]] const std::string& in(text::Language language) const;
    void set(text::Language language, std::string text);

    [[nodiscard]] bool isEmpty() const { return en.empty() && zh.empty(); }

    friend bool operator==(const OwnLabel&, const OwnLabel&) = default;
};

using Labels = std::map<std::string, OwnLabel>;

struct TableEdits {
    OwnLabel title{};
    std::vector<std::string> order{};  ///< keys of rows; rows not named follow in their own order
    std::vector<std::string> hidden{}; ///< keys of rows left out
    Labels columns{};                  ///< titles by the key of the column
    Labels groups{};                   ///< headings over columns, by the key of the column
    OwnLabel note{};                   ///< after the table's own notes

    static constexpr auto fields() {
        return FieldList{
            field("title", &TableEdits::title),   field("order", &TableEdits::order),
            field("hidden", &TableEdits::hidden), field("columns", &TableEdits::columns),
            field("groups", &TableEdits::groups), field("note", &TableEdits::note)};
    }

    friend bool operator==(const TableEdits&, const TableEdits&) = default;
};

/// Under which key the label of a row is kept for all tables: a variable has one label whether it
/// is described or a regressor ("term:gdp" and "variable:gdp" give "gdp").
[[nodiscard]] std::string_view labelKeyOf(std::string_view rowKey);

/// The table with the edits, and with the labels of its rows and of what its headings and notes
/// name (`phrase_labels.h`), in that language. Keys that the table does not have change nothing.
[[nodiscard]] study::Table withEdits(study::Table table, const TableEdits& edits,
                                     const Labels& labels, text::Language language);

} // namespace citypanel::report

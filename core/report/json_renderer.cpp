// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as JSON: roles and keys, numbers in full precision, labels and notes in the style's
// language.
#include "core/report/json_writer.h"
#include "core/report/render.h"
#include "core/report/typeset_notes.h"
#include "core/text/words.h"

namespace citypanel::report {

namespace {

using Form = JsonWriter::Form;
using study::RowRole;

std::string_view roleName(RowRole role) {
    switch (role) {
    case RowRole::Heading:
        return "heading";
    case RowRole::Core:
        return "core";
    case RowRole::Control:
        return "control";
    case RowRole::Constant:
        return "constant";
    case RowRole::FixedEffect:
        return "fixed_effect";
    case RowRole::Count:
        return "count";
    case RowRole::FitMeasure:
        return "fit_measure";
    case RowRole::Test:
        return "test";
    case RowRole::Summary:
        return "summary";
    case RowRole::Correlation:
        return "correlation";
    }
    return {};
}

/// One cell; an empty one is null.
struct CellWriter {
    JsonWriter& json;
    text::Language language;

    void operator()(std::monostate) const { json.null(); }

    void operator()(const study::Phrase& phrase) const { json.value(text::say(phrase, language)); }

    void operator()(const study::Coefficient& c) const {
        json.beginObject(Form::Line)
            .member("estimate", c.estimate)
            .member("std_error", c.stdError)
            .member("statistic", c.statistic)
            .member("p_value", c.pValue)
            .member("conf_low", c.confLow)
            .member("conf_high", c.confHigh)
            .endObject();
    }

    void operator()(const study::Number& number) const { json.value(number.value); }

    void operator()(const study::TestValue& test) const {
        json.beginObject(Form::Line)
            .member("statistic", test.statistic)
            .member("p_value", test.pValue)
            .member("critical", test.critical)
            .endObject();
    }

    void operator()(const study::Mark& mark) const { json.value(mark.isPresent); }
};

class TableWriter {
public:
    TableWriter(JsonWriter& json, const TableStyle& style) : json_(json), style_(style) {}

    void write(const study::Table& table) {
        json_.beginObject().member("key", table.key).member("title", said(table.title));
        json_.key("columns").beginArray();
        for (const study::Column& column : table.columns) {
            write(column);
        }
        json_.endArray().key("rows").beginArray();
        for (const study::Row& row : table.rows) {
            write(row);
        }
        json_.endArray().key("notes").beginArray();
        for (const std::string& note : typesetNotes(table, style_)) {
            json_.value(note);
        }
        json_.endArray().endObject();
    }

private:
    [[nodiscard]] std::string said(const study::Phrase& phrase) const {
        return text::sayCapitalised(phrase, style_.language);
    }

    void write(const study::Column& column) {
        json_.beginObject(Form::Line).member("key", column.key);
        json_.member("title", said(column.title)).member("group", said(column.group)).endObject();
    }

    void write(const study::Row& row) {
        json_.beginObject().member("key", row.key).member("role", roleName(row.role));
        json_.member("label", said(row.label)).key("cells").beginArray();
        for (const study::Cell& cell : row.cells) {
            std::visit(CellWriter{json_, style_.language}, cell);
        }
        json_.endArray().endObject();
    }

    JsonWriter& json_;
    const TableStyle& style_;
};

} // namespace

QByteArray renderJson(std::span<const study::Table> tables, const TableStyle& style) {
    JsonWriter json;
    json.beginObject().key("tables").beginArray();
    for (const study::Table& table : tables) {
        TableWriter(json, style).write(table);
    }
    return json.endArray().endObject().take();
}

} // namespace citypanel::report

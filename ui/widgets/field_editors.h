// SPDX-License-Identifier: GPL-3.0-or-later
// Field editors: one widget a type of parameter, so that a form follows from a struct's fields().
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"
#include "core/recipe/merge_step.h"
#include "ui/models/words.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::ui {

template <typename T>
using OnChange = std::function<void(T)>;

/// Names an editor may offer.
struct EditorContext {
    QStringList columns;        ///< all columns before the step
    QStringList numericColumns; ///< those that hold numbers
    QStringList sources;        ///< files of the project
    recipe::Columns known;      ///< the same columns with their types and units
    /// Runs the report of a value that is being typed and not yet taken over; empty: nobody asks.
    std::function<void(const std::function<void()>& report)> typing{};
};

[[nodiscard]] EditorContext editorContext(const recipe::Columns& columns,
                                          const QStringList& sources = {});

[[nodiscard]] QWidget* fieldEditor(const bool& value, const EditorContext&,
                                   const OnChange<bool>& changed);
[[nodiscard]] QWidget* fieldEditor(const double& value, const EditorContext&,
                                   const OnChange<double>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::int64_t& value, const EditorContext&,
                                   const OnChange<std::int64_t>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::optional<double>& value, const EditorContext&,
                                   const OnChange<std::optional<double>>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::optional<std::int64_t>& value, const EditorContext&,
                                   const OnChange<std::optional<std::int64_t>>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::string& value, const EditorContext&,
                                   const OnChange<std::string>& changed);
[[nodiscard]] QWidget* fieldEditor(const ColumnName& value, const EditorContext&,
                                   const OnChange<ColumnName>& changed);
[[nodiscard]] QWidget* fieldEditor(const NewColumnName& value, const EditorContext&,
                                   const OnChange<NewColumnName>& changed);
[[nodiscard]] QWidget* fieldEditor(const ExpressionText& value, const EditorContext&,
                                   const OnChange<ExpressionText>& changed);
[[nodiscard]] QWidget* fieldEditor(const FormulaText& value, const EditorContext&,
                                   const OnChange<FormulaText>& changed);
[[nodiscard]] QWidget* fieldEditor(const recipe::SourceName& value, const EditorContext&,
                                   const OnChange<recipe::SourceName>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::vector<ColumnName>& value, const EditorContext&,
                                   const OnChange<std::vector<ColumnName>>& changed);
/// Comma separated on one line.
[[nodiscard]] QWidget* fieldEditor(const std::vector<std::string>& value, const EditorContext&,
                                   const OnChange<std::vector<std::string>>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::vector<std::int64_t>& value, const EditorContext&,
                                   const OnChange<std::vector<std::int64_t>>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::vector<double>& value, const EditorContext&,
                                   const OnChange<std::vector<double>>& changed);
/// One "key = value" a line; a list of values is comma separated.
[[nodiscard]] QWidget* fieldEditor(const std::map<std::string, std::string>& value,
                                   const EditorContext&,
                                   const OnChange<std::map<std::string, std::string>>& changed);
[[nodiscard]] QWidget* fieldEditor(const std::map<std::string, std::int64_t>& value,
                                   const EditorContext&,
                                   const OnChange<std::map<std::string, std::int64_t>>& changed);
[[nodiscard]] QWidget*
fieldEditor(const std::map<std::string, std::vector<std::string>>& value, const EditorContext&,
            const OnChange<std::map<std::string, std::vector<std::string>>>& changed);

[[nodiscard]] QWidget* fieldEditor(const std::map<std::string, double>& value, const EditorContext&,
                                   const OnChange<std::map<std::string, double>>& changed);
/// One indicator a line: "name; expression; direction; dimension; group"; what else an indicator
/// of that name holds stays.
[[nodiscard]] QWidget* fieldEditor(const std::vector<index::Indicator>& value, const EditorContext&,
                                   const OnChange<std::vector<index::Indicator>>& changed);

/// Gives an editor, and the line in it that takes its focus, the name they are read out by.
void nameEditor(QWidget* editor, const QString& name);

/// A choice of names; changed gets the index.
[[nodiscard]] QWidget* choiceEditor(const QStringList& labels, int chosen,
                                    const OnChange<int>& changed);
/// The same with names that are asked for again in another language.
[[nodiscard]] QWidget* choiceEditor(const std::function<QStringList()>& labels, int chosen,
                                    const OnChange<int>& changed);

/// Lines of text as they are read and written by the last editors; for lists of structs too.
[[nodiscard]] QWidget* linesEditor(const QStringList& lines, const OnChange<QStringList>& changed,
                                   const EditorContext& context = {});

template <HasEnumNames E>
[[nodiscard]] QWidget* fieldEditor(const E& value, const EditorContext&,
                                   const OnChange<E>& changed) {
    int chosen = 0;
    int at = 0;
    for (const auto& entry : enumNames(E{})) {
        chosen = entry.value == value ? at : chosen;
        ++at;
    }
    const std::function<QStringList()> labels = [] {
        QStringList names;
        for (const auto& entry : enumNames(E{})) {
            names.append(optionLabel(entry.name));
        }
        return names;
    };
    return choiceEditor(labels, chosen, [changed](int index) {
        changed(enumNames(E{})[static_cast<std::size_t>(index)].value);
    });
}

/// Parts of a line between commas, Chinese ones and semicolons too; empty parts are left out.
[[nodiscard]] QStringList listOf(const QString& text);

/// Text of one member of a struct in a list of structs, and back.
[[nodiscard]] QString memberText(const std::string& value);
[[nodiscard]] QString memberText(double value);
/// Numbers separated by blanks.
[[nodiscard]] QString memberText(const std::vector<double>& value);
void readMember(const QString& text, std::vector<double>& value);
[[nodiscard]] QString memberText(const std::optional<std::int64_t>& value);
void readMember(const QString& text, std::string& value);
void readMember(const QString& text, double& value);
void readMember(const QString& text, std::optional<std::int64_t>& value);

template <TaggedTextType T>
[[nodiscard]] QString memberText(const T& value) {
    return memberText(value.text);
}

template <TaggedTextType T>
void readMember(const QString& text, T& value) {
    readMember(text, value.text);
}

template <HasEnumNames E>
[[nodiscard]] QString memberText(E value) {
    const std::string_view name = nameOf(value);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

template <HasEnumNames E>
void readMember(const QString& text, E& value) {
    value = valueOf<E>(text.trimmed().toStdString()).value_or(value);
}

/// A list of choices: their names, one a line; what is no name is left out.
template <HasEnumNames E>
[[nodiscard]] QWidget* fieldEditor(const std::vector<E>& value, const EditorContext& context,
                                   const OnChange<std::vector<E>>& changed) {
    QStringList lines;
    for (const E item : value) {
        lines.append(memberText(item));
    }
    return linesEditor(
        lines,
        [changed](const QStringList& edited) {
            std::vector<E> items;
            for (const QString& line : edited) {
                if (const auto item = valueOf<E>(line.toStdString())) {
                    items.push_back(*item);
                }
            }
            changed(std::move(items));
        },
        context);
}

/// Structs as they are written one a line, members comma separated in the order of fields().
template <HasFields T>
[[nodiscard]] std::vector<T> structsOf(const QStringList& lines) {
    std::vector<T> items;
    for (const QString& line : lines) {
        const QStringList parts = line.split(QLatin1Char(','));
        T item{};
        qsizetype at = 0;
        visitFields(item, [&](std::string_view, auto& m) {
            if (at < parts.size()) {
                readMember(parts[at].trimmed(), m);
            }
            ++at;
        });
        items.push_back(std::move(item));
    }
    return items;
}

/// A list of structs, one a line.
template <HasFields T>
[[nodiscard]] QWidget* fieldEditor(const std::vector<T>& value, const EditorContext& context,
                                   const OnChange<std::vector<T>>& changed) {
    QStringList lines;
    for (const T& item : value) {
        QStringList parts;
        visitFields(item, [&](std::string_view, const auto& m) { parts.append(memberText(m)); });
        lines.append(parts.join(QStringLiteral(", ")));
    }
    return linesEditor(
        lines, [changed](const QStringList& edited) { changed(structsOf<T>(edited)); }, context);
}

} // namespace citypanel::ui

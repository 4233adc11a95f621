// SPDX-License-Identifier: GPL-3.0-or-later
// The editors and their conversions.
#include "ui/widgets/field_editors.h"

#include "ui/models/words.h"
#include "ui/widgets/columns_edit.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/typing_pause.h"
#include "ui/widgets/word_completer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTimer>

#include <cmath>
#include <limits>

namespace citypanel::ui {

namespace {

constexpr int linesShown = 4;
constexpr int millisecondsAfterTyping = 600;

void report(const EditorContext& context, const std::function<void()>& typed) {
    if (context.typing) {
        context.typing(typed);
    }
}

// A line that reports a text when the person leaves it or presses Enter.
QLineEdit* textLine(const QString& value, const EditorContext& context,
                    const OnChange<QString>& changed) {
    auto* line = new QLineEdit(value);
    auto last = std::make_shared<QString>(value);
    QObject::connect(line, &QLineEdit::textChanged, line, [context, changed](const QString& text) {
        report(context, [&] { changed(text); });
    });
    QObject::connect(line, &QLineEdit::editingFinished, line, [line, last, changed] {
        line->setModified(false); // nothing typed is left to undo
        if (line->text() != *last) {
            *last = line->text();
            changed(*last);
        }
    });
    if (!context.typing) {
        takeAtPauses(line);
    }
    return line;
}

// "key = value" lines as pairs.
QList<std::pair<std::string, QString>> pairsOf(const QStringList& lines) {
    QList<std::pair<std::string, QString>> pairs;
    for (const QString& line : lines) {
        const auto at = line.indexOf(QLatin1Char('='));
        if (at > 0) {
            pairs.append({line.left(at).trimmed().toStdString(), line.mid(at + 1).trimmed()});
        }
    }
    return pairs;
}

std::vector<std::string> stringsOf(const QStringList& list) {
    std::vector<std::string> values;
    for (const QString& item : list) {
        values.push_back(item.toStdString());
    }
    return values;
}

QString joined(const std::vector<std::string>& values) {
    QStringList list;
    for (const std::string& value : values) {
        list.append(qs(value));
    }
    return list.join(QStringLiteral(", "));
}

// A line with names to choose from; another may be typed.
QComboBox* nameBox(const QString& value, const QStringList& names, const EditorContext& context,
                   const OnChange<QString>& changed) {
    auto* box = new QComboBox;
    box->setEditable(true);
    box->addItem(QString());
    box->addItems(names);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    box->setCurrentText(value);
    auto last = std::make_shared<QString>(box->currentText());
    QObject::connect(
        box, &QComboBox::editTextChanged, box,
        [context, changed](const QString& text) { report(context, [&] { changed(text); }); });
    const auto take = [box, last, changed] {
        box->lineEdit()->setModified(false);
        if (box->currentText() != *last) {
            *last = box->currentText();
            changed(*last);
        }
    };
    QObject::connect(box, &QComboBox::activated, box, take);
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, take);
    return box;
}

} // namespace

EditorContext editorContext(const recipe::Columns& columns, const QStringList& sources) {
    EditorContext context;
    context.sources = sources;
    context.known = columns;
    for (const ColumnInfo& column : columns.columns) {
        context.columns.append(qs(column.name));
        const bool isKey = column.name == columns.keys.unit || column.name == columns.keys.period;
        if (!isKey && (column.type == VariableType::Numeric || column.type == VariableType::Flag)) {
            context.numericColumns.append(qs(column.name));
        }
    }
    return context;
}

QWidget* fieldEditor(const bool& value, const EditorContext&, const OnChange<bool>& changed) {
    auto* box = new QCheckBox;
    box->setChecked(value);
    QObject::connect(box, &QCheckBox::toggled, box, changed);
    return box;
}

QWidget* fieldEditor(const double& value, const EditorContext& context,
                     const OnChange<double>& changed) {
    auto* line = new NumberEdit;
    line->setNumber(value);
    const auto last = std::make_shared<double>(value);
    QObject::connect(line, &QLineEdit::textChanged, line, [line, context, changed, last] {
        report(context, [&] { changed(line->number().value_or(*last)); });
    });
    // The field needs a number: without one it shows the last again.
    QObject::connect(line, &NumberEdit::numberEdited, line,
                     [line, changed, last](std::optional<double> v) {
                         if (!v) {
                             line->setNumber(*last);
                             return;
                         }
                         *last = *v;
                         changed(*v);
                     });
    return line;
}

QWidget* fieldEditor(const std::int64_t& value, const EditorContext& context,
                     const OnChange<std::int64_t>& changed) {
    auto* box = new QSpinBox;
    box->setRange(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    box->setValue(static_cast<int>(value));
    box->setKeyboardTracking(false);
    QObject::connect(box, &QSpinBox::textChanged, box, [box, context, changed](const QString& t) {
        bool isNumber = false;
        const int number = box->locale().toInt(t, &isNumber);
        report(context, [&] { changed(isNumber ? number : box->value()); });
    });
    QObject::connect(box, &QSpinBox::valueChanged, box, [changed](int v) { changed(v); });
    return box;
}

QWidget* fieldEditor(const std::optional<double>& value, const EditorContext& context,
                     const OnChange<std::optional<double>>& changed) {
    auto* line = new NumberEdit;
    line->setNumber(value);
    QObject::connect(line, &QLineEdit::textChanged, line, [line, context, changed] {
        report(context, [&] { changed(line->isAcceptable() ? line->number() : line->taken()); });
    });
    QObject::connect(line, &NumberEdit::numberEdited, line, changed);
    return line;
}

QWidget* fieldEditor(const std::optional<std::int64_t>& value, const EditorContext& context,
                     const OnChange<std::optional<std::int64_t>>& changed) {
    auto* line = new NumberEdit;
    line->setNumber(value ? std::optional(static_cast<double>(*value)) : std::nullopt);
    const auto rounded = [](std::optional<double> v) {
        return v ? std::optional(static_cast<std::int64_t>(std::llround(*v))) : std::nullopt;
    };
    QObject::connect(line, &QLineEdit::textChanged, line, [line, context, changed, rounded] {
        const auto number = line->isAcceptable() ? line->number() : line->taken();
        report(context, [&] { changed(rounded(number)); });
    });
    QObject::connect(line, &NumberEdit::numberEdited, line,
                     [line, changed, rounded](std::optional<double> v) {
                         const auto whole = rounded(v);
                         if (whole) {
                             line->setNumber(static_cast<double>(*whole));
                         }
                         changed(whole);
                     });
    return line;
}

QWidget* fieldEditor(const std::string& value, const EditorContext& context,
                     const OnChange<std::string>& changed) {
    return textLine(qs(value), context, [changed](const QString& t) { changed(t.toStdString()); });
}

QWidget* fieldEditor(const ColumnName& value, const EditorContext& context,
                     const OnChange<ColumnName>& changed) {
    return nameBox(qs(value), context.columns, context, [changed](const QString& text) {
        changed(ColumnName(text.trimmed().toStdString()));
    });
}

QWidget* fieldEditor(const recipe::SourceName& value, const EditorContext& context,
                     const OnChange<recipe::SourceName>& changed) {
    return nameBox(qs(value), context.sources, context, [changed](const QString& text) {
        changed(recipe::SourceName(text.trimmed().toStdString()));
    });
}

QWidget* fieldEditor(const NewColumnName& value, const EditorContext& context,
                     const OnChange<NewColumnName>& changed) {
    return textLine(qs(value), context, [changed](const QString& t) {
        changed(NewColumnName(t.trimmed().toStdString()));
    });
}

QWidget* fieldEditor(const ExpressionText& value, const EditorContext& context,
                     const OnChange<ExpressionText>& changed) {
    auto* edit = new ExpressionEdit(qs(value), context.known);
    QObject::connect(edit, &ExpressionEdit::edited, edit, [changed](const QString& text) {
        changed(ExpressionText(text.toStdString()));
    });
    QObject::connect(edit->line(), &QLineEdit::textChanged, edit,
                     [context, changed](const QString& text) {
                         report(context, [&] { changed(ExpressionText(text.toStdString())); });
                     });
    return edit;
}

QWidget* fieldEditor(const FormulaText& value, const EditorContext& context,
                     const OnChange<FormulaText>& changed) {
    QLineEdit* line = textLine(
        qs(value), context, [changed](const QString& t) { changed(FormulaText(t.toStdString())); });
    line->setPlaceholderText(QStringLiteral("y ~ x1 + x2 | city + year"));
    completeWords(line, context.columns);
    return line;
}

QWidget* fieldEditor(const std::vector<ColumnName>& value, const EditorContext& context,
                     const OnChange<std::vector<ColumnName>>& changed) {
    QStringList chosen;
    for (const ColumnName& name : value) {
        chosen.append(qs(name));
    }
    auto* edit = new ColumnsEdit(context.numericColumns, chosen);
    QObject::connect(edit, &ColumnsEdit::chosenChanged, edit, [changed](const QStringList& names) {
        std::vector<ColumnName> columns;
        for (const QString& name : names) {
            columns.emplace_back(name.toStdString());
        }
        changed(std::move(columns));
    });
    return edit;
}

QWidget* fieldEditor(const std::vector<std::string>& value, const EditorContext& context,
                     const OnChange<std::vector<std::string>>& changed) {
    return textLine(joined(value), context,
                    [changed](const QString& text) { changed(stringsOf(listOf(text))); });
}

QWidget* fieldEditor(const std::vector<std::int64_t>& value, const EditorContext& context,
                     const OnChange<std::vector<std::int64_t>>& changed) {
    QStringList list;
    for (const std::int64_t item : value) {
        list.append(QString::number(item));
    }
    return textLine(list.join(QStringLiteral(", ")), context, [changed](const QString& text) {
        std::vector<std::int64_t> values;
        for (const QString& part : listOf(text)) {
            bool isNumber = false;
            const std::int64_t number = part.toLongLong(&isNumber);
            if (isNumber) {
                values.push_back(number);
            }
        }
        changed(std::move(values));
    });
}

QWidget* fieldEditor(const std::vector<double>& value, const EditorContext& context,
                     const OnChange<std::vector<double>>& changed) {
    QStringList list;
    for (const double item : value) {
        list.append(exactText(item));
    }
    return textLine(list.join(QStringLiteral(", ")), context, [changed](const QString& text) {
        std::vector<double> values;
        for (const QString& part : listOf(text)) {
            if (const auto number = numberOf(part)) {
                values.push_back(*number);
            }
        }
        changed(std::move(values));
    });
}

QWidget* fieldEditor(const std::map<std::string, std::string>& value, const EditorContext& context,
                     const OnChange<std::map<std::string, std::string>>& changed) {
    QStringList lines;
    for (const auto& [key, text] : value) {
        lines.append(QStringLiteral("%1 = %2").arg(qs(key), qs(text)));
    }
    return linesEditor(
        lines,
        [changed](const QStringList& edited) {
            std::map<std::string, std::string> values;
            for (const auto& [key, text] : pairsOf(edited)) {
                values[key] = text.toStdString();
            }
            changed(std::move(values));
        },
        context);
}

QWidget* fieldEditor(const std::map<std::string, std::int64_t>& value, const EditorContext& context,
                     const OnChange<std::map<std::string, std::int64_t>>& changed) {
    QStringList lines;
    for (const auto& [key, number] : value) {
        lines.append(QStringLiteral("%1 = %2").arg(qs(key)).arg(number));
    }
    return linesEditor(
        lines,
        [changed](const QStringList& edited) {
            std::map<std::string, std::int64_t> values;
            for (const auto& [key, text] : pairsOf(edited)) {
                bool isNumber = false;
                const std::int64_t number = text.toLongLong(&isNumber);
                if (isNumber) {
                    values[key] = number;
                }
            }
            changed(std::move(values));
        },
        context);
}

QWidget* fieldEditor(const std::map<std::string, std::vector<std::string>>& value,
                     const EditorContext& context,
                     const OnChange<std::map<std::string, std::vector<std::string>>>& changed) {
    QStringList lines;
    for (const auto& [key, list] : value) {
        lines.append(QStringLiteral("%1 = %2").arg(qs(key), joined(list)));
    }
    return linesEditor(
        lines,
        [changed](const QStringList& edited) {
            std::map<std::string, std::vector<std::string>> values;
            for (const auto& [key, text] : pairsOf(edited)) {
                values[key] = stringsOf(listOf(text));
            }
            changed(std::move(values));
        },
        context);
}

QWidget* fieldEditor(const std::map<std::string, double>& value, const EditorContext& context,
                     const OnChange<std::map<std::string, double>>& changed) {
    QStringList lines;
    for (const auto& [key, number] : value) {
        lines.append(QStringLiteral("%1 = %2").arg(qs(key), exactText(number)));
    }
    return linesEditor(
        lines,
        [changed](const QStringList& edited) {
            std::map<std::string, double> values;
            for (const auto& [key, text] : pairsOf(edited)) {
                if (const auto number = numberOf(text)) {
                    values[key] = *number;
                }
            }
            changed(std::move(values));
        },
        context);
}

QWidget* fieldEditor(const std::vector<index::Indicator>& value, const EditorContext& context,
                     const OnChange<std::vector<index::Indicator>>& changed) {
    QStringList lines;
    for (const index::Indicator& one : value) {
        lines.append(QStringList{qs(one.name), qs(one.expression), memberText(one.direction),
                                 qs(one.dimension), qs(one.group)}
                         .join(QStringLiteral("; ")));
    }
    return linesEditor(
        lines,
        [changed, value](const QStringList& edited) {
            std::vector<index::Indicator> indicators;
            for (const QString& line : edited) {
                QStringList parts = line.split(QLatin1Char(';'));
                parts.resize(5);
                const std::string name = parts[0].trimmed().toStdString();
                index::Indicator one;
                for (const index::Indicator& before : value) {
                    one = before.name == name ? before : one;
                }
                one.name = name;
                one.expression = parts[1].trimmed().toStdString();
                readMember(parts[2], one.direction);
                one.dimension = parts[3].trimmed().toStdString();
                one.group = parts[4].trimmed().toStdString();
                indicators.push_back(std::move(one));
            }
            changed(std::move(indicators));
        },
        context);
}

QWidget* choiceEditor(const std::function<QStringList()>& labels, int chosen,
                      const OnChange<int>& changed) {
    QWidget* box = choiceEditor(labels(), chosen, changed);
    translated(box, [choices = static_cast<QComboBox*>(box), labels] {
        const QStringList names = labels();
        for (int i = 0; i < choices->count() && i < names.size(); ++i) {
            choices->setItemText(i, names[i]);
        }
    });
    return box;
}

QWidget* choiceEditor(const QStringList& labels, int chosen, const OnChange<int>& changed) {
    auto* box = new QComboBox;
    box->addItems(labels);
    box->setCurrentIndex(chosen);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    QObject::connect(box, &QComboBox::activated, box, changed);
    return box;
}

QWidget* linesEditor(const QStringList& lines, const OnChange<QStringList>& changed,
                     const EditorContext& context) {
    auto* edit = new QPlainTextEdit(lines.join(QLatin1Char('\n')));
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    followFont(edit, [edit] {
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * linesShown + 14);
    });
    // Lists are typed line by line: the change is reported once typing pauses.
    auto* pause = new QTimer(edit);
    pause->setSingleShot(true);
    pause->setInterval(millisecondsAfterTyping);
    QObject::connect(edit, &QPlainTextEdit::textChanged, pause, qOverload<>(&QTimer::start));
    const auto typed = [edit] {
        QStringList filled;
        for (const QString& line : edit->toPlainText().split(QLatin1Char('\n'))) {
            if (!line.trimmed().isEmpty()) {
                filled.append(line.trimmed());
            }
        }
        return filled;
    };
    QObject::connect(edit, &QPlainTextEdit::textChanged, edit,
                     [context, changed, typed] { report(context, [&] { changed(typed()); }); });
    QObject::connect(pause, &QTimer::timeout, edit, [changed, typed] { changed(typed()); });
    return edit;
}

QStringList listOf(const QString& text) {
    QStringList parts;
    // Chinese commas and enumeration commas separate as well.
    static const QRegularExpression commas(QStringLiteral("[,，、;；]"));
    for (const QString& part : text.split(commas, Qt::SkipEmptyParts)) {
        parts.append(part.trimmed());
    }
    parts.removeAll(QString());
    return parts;
}

QString memberText(const std::string& value) {
    return qs(value);
}

QString memberText(double value) {
    return exactText(value);
}

QString memberText(const std::vector<double>& value) {
    QStringList numbers;
    for (const double number : value) {
        numbers.append(exactText(number));
    }
    return numbers.join(QLatin1Char(' '));
}

QString memberText(const std::optional<std::int64_t>& value) {
    return value ? QString::number(*value) : QString();
}

void readMember(const QString& text, std::optional<std::int64_t>& value) {
    bool isNumber = false;
    const std::int64_t number = text.toLongLong(&isNumber);
    value = isNumber ? std::optional(number) : std::nullopt;
}

void readMember(const QString& text, std::string& value) {
    value = text.toStdString();
}

void readMember(const QString& text, std::vector<double>& value) {
    value.clear();
    for (const QString& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (const auto number = numberOf(part)) {
            value.push_back(*number);
        }
    }
}

void readMember(const QString& text, double& value) {
    value = numberOf(text).value_or(value);
}

void nameEditor(QWidget* editor, const QString& name) {
    const QString before = editor->accessibleName();
    editor->setAccessibleName(name);
    QWidget* line = editor->focusProxy();
    // A line that has a name of its own keeps it.
    const bool isNameless =
        line != nullptr && (line->accessibleName().isEmpty() || line->accessibleName() == before);
    if (isNameless && editor->isAncestorOf(line)) {
        line->setAccessibleName(name);
    }
}

} // namespace citypanel::ui

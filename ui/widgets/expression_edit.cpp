// SPDX-License-Identifier: GPL-3.0-or-later
// The line, its completions, and the line below it.
#include "ui/widgets/expression_edit.h"

#include "core/panel/expression_tree.h"
#include "core/panel/unit_of_measure.h"
#include "core/recipe/step_checks.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/word_completer.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int charactersShown = 12; // of the text on each side of a mistake

QStringList completions(const recipe::Columns& columns) {
    QStringList names;
    for (const ColumnInfo& column : columns.columns) {
        names.append(QString::fromStdString(column.name));
    }
    for (const expression::FunctionInfo& function : expression::functionTable()) {
        names.append(
            QString::fromUtf8(function.name.data(), static_cast<qsizetype>(function.name.size())) +
            QLatin1Char('('));
    }
    return names;
}

// Positions count bytes of UTF-8, the line counts UTF-16 units.
int characterAt(const QString& text, std::size_t byte) {
    const QByteArray bytes = text.toUtf8();
    return static_cast<int>(QString::fromUtf8(bytes.left(static_cast<qsizetype>(byte))).size());
}

} // namespace

ExpressionEdit::ExpressionEdit(const QString& text, const recipe::Columns& columns, QWidget* parent)
    : QWidget(parent)
    , columns_(columns)
    , line_(new QLineEdit(text, this))
    , hint_(new QLabel(this))
    , last_(text) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(line_);
    column->addWidget(hint_);
    hint_->setObjectName(QStringLiteral("expressionHint"));
    hint_->setWordWrap(true);
    hint_->setTextFormat(Qt::RichText);
    setFocusProxy(line_);
    // A form names its editors by their fields; the line is what scripts and tests look for.
    connect(this, &QObject::objectNameChanged, line_,
            [this](const QString& name) { line_->setObjectName(name); });
    completeWords(line_, completions(columns));
    connect(line_, &QLineEdit::textChanged, this, &ExpressionEdit::check);
    connect(line_, &QLineEdit::editingFinished, this, [this] {
        line_->setModified(false); // nothing typed is left to undo
        if (line_->text() != last_) {
            last_ = line_->text();
            Q_EMIT edited(last_);
        }
    });
    // A click on the hint goes to the mistake.
    connect(hint_, &QLabel::linkActivated, this, [this] {
        line_->setFocus(Qt::OtherFocusReason);
        line_->setCursorPosition(mistakeAt_.value_or(0));
    });
    translated(this, [this] { check(); });
}

ExpressionEdit::~ExpressionEdit() {
    // A widget that goes gives up its focus, which is the line's: what was typed would then be
    // taken over by members that are gone already.
    setFocusProxy(nullptr);
}

void ExpressionEdit::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        check();
    }
}

void ExpressionEdit::check() {
    mistakeAt_.reset();
    if (line_->text().trimmed().isEmpty()) {
        hint_->hide();
        return;
    }
    recipe::StepChecks checks(columns_);
    checks.isExpression(ExpressionText(line_->text().toStdString()), false);
    const Problems problems = checks.take();
    if (problems.empty()) {
        showUnit();
    } else {
        showMistake(problems.front());
    }
}

void ExpressionEdit::showMistake(const Problem& problem) {
    const QString text = line_->text();
    mistakeAt_ = characterAt(text, problem.place.position.value_or(0));
    const QString before = text.left(*mistakeAt_).right(charactersShown);
    const QString after = text.mid(*mistakeAt_, charactersShown);
    const QString sentence = problemSentence(problem);
    const QString cut = before.size() < *mistakeAt_ ? QStringLiteral("…") : QString();
    hint_->setText(
        QStringLiteral("<a href='#' style='color:%1; text-decoration:none'>%2<b>▸%3</b></a><br>%4")
            .arg(colour(ColourRole::Error).name(), cut + before.toHtmlEscaped(),
                 after.toHtmlEscaped(), sentence.toHtmlEscaped()));
    hint_->show();
    line_->setAccessibleDescription(sentence);
}

void ExpressionEdit::showUnit() {
    line_->setAccessibleDescription({});
    const auto parsed = parseExpression(line_->text().toStdString());
    const ExpressionUnit found =
        parsed ? unitOfExpression(*parsed,
                                  [this](const std::string& name) {
                                      const ColumnInfo* info = columns_.find(name);
                                      return info == nullptr ? std::string() : info->unitOfMeasure;
                                  })
               : ExpressionUnit{};
    QString text;
    if (!found.mismatches.empty()) {
        const auto& mismatch = found.mismatches.front();
        mistakeAt_ = characterAt(line_->text(), mismatch.position);
        text = problemSentence({.code = ProblemCode::OptionInvalid,
                                .place = {.variable = "unit_of_measure",
                                          .position = static_cast<std::size_t>(*mistakeAt_)},
                                .found = mismatch.right,
                                .expected = mismatch.left});
    } else if (found.unit && !found.unit->text().empty()) {
        text = tr("Unit of measure: %1").arg(QString::fromStdString(found.unit->text()));
    }
    hint_->setText(text.toHtmlEscaped());
    hint_->setVisible(!text.isEmpty());
}

} // namespace citypanel::ui

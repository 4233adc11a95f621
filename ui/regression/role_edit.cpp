// SPDX-License-Identifier: GPL-3.0-or-later
// Terms joined by plus signs, completion and drops.
#include "ui/regression/role_edit.h"

#include "ui/regression/model_spec.h"
#include "ui/widgets/word_completer.h"

#include <QCompleter>
#include <QDropEvent>
#include <QMimeData>

namespace citypanel::ui {

RoleEdit::RoleEdit(bool takesOne, QWidget* parent) : QLineEdit(parent), takesOne_(takesOne) {
    setAcceptDrops(true);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (text() != shown_) {
            shown_ = text();
            Q_EMIT termsEdited();
        }
    });
    // Emptying by the clear button is a whole edit.
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !shown_.isEmpty() && !isModified()) {
            shown_.clear();
            Q_EMIT termsEdited();
        }
    });
}

void RoleEdit::setTerms(const std::vector<std::string>& terms) {
    QStringList list;
    for (const std::string& term : terms) {
        list.append(QString::fromStdString(term));
    }
    shown_ = list.join(QStringLiteral(" + "));
    if (text() != shown_) {
        setText(shown_);
    }
    if (!hasFocus()) {
        setCursorPosition(0); // its first name is in sight
    }
    setToolTip(shown_);
}

std::vector<std::string> RoleEdit::terms() const {
    std::vector<std::string> terms = termsOf(text().toStdString());
    if (takesOne_ && terms.size() > 1) {
        // An outcome such as "a + b" is one expression, not two terms.
        return {text().trimmed().toStdString()};
    }
    return terms;
}

void RoleEdit::setNames(const QStringList& names) {
    delete findChild<QCompleter*>();
    completeWords(this, names);
}

void RoleEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasText()) {
        event->acceptProposedAction();
    }
}

void RoleEdit::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    Q_EMIT namesDropped(event->mimeData()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts));
}

} // namespace citypanel::ui

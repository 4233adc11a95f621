// SPDX-License-Identifier: GPL-3.0-or-later
// The list under the line; what is chosen from it is typed into the line.
#include "ui/widgets/word_completer.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

namespace citypanel::ui {

namespace {

bool isNameCharacter(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('.');
}

// Start of the word that ends at the cursor.
int wordStart(const QString& text, int cursor) {
    int start = cursor;
    while (start > 0 && isNameCharacter(text.at(start - 1))) {
        --start;
    }
    return start;
}

} // namespace

WordCompleter::WordCompleter(const QStringList& names, QLineEdit* line)
    : QCompleter(names, line), names_(names), line_(line) {
    setWidget(line);
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setCompletionMode(QCompleter::PopupCompletion);
    connect(line, &QLineEdit::textEdited, this, &WordCompleter::offer);
    connect(this, qOverload<const QString&>(&QCompleter::activated), this, &WordCompleter::take);
}

void WordCompleter::offer(const QString& text) {
    if (isTaking_) {
        return;
    }
    const int start = wordStart(text, line_->cursorPosition());
    const QString word = text.mid(start, line_->cursorPosition() - start);
    setCompletionPrefix(word);
    const bool isName = names_.contains(word);
    const bool isWhole = isName && completionCount() == 1;
    const bool isNumber = !word.isEmpty() && word.at(0).isDigit();
    if (word.isEmpty() || isNumber || isWhole || completionCount() == 0) {
        popup()->hide();
        return;
    }
    complete();
    // Enter and Tab take the first that begins so, unless what stands there is a name.
    QModelIndex first = completionModel()->index(0, 0);
    for (int row = 0; row < completionCount(); ++row) {
        const QModelIndex at = completionModel()->index(row, 0);
        if (at.data().toString().startsWith(word, Qt::CaseInsensitive)) {
            first = at;
            break;
        }
    }
    popup()->setCurrentIndex(isName ? QModelIndex() : first);
}

void WordCompleter::take(const QString& name) {
    const int start = wordStart(line_->text(), line_->cursorPosition());
    line_->setSelection(start, line_->cursorPosition() - start);
    isTaking_ = true;
    line_->insert(name);
    isTaking_ = false;
}

bool WordCompleter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && watched == popup() && popup()->isVisible()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isChoosing = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab;
        const QModelIndex chosen = popup()->currentIndex();
        if (isChoosing && chosen.isValid()) {
            popup()->hide();
            take(chosen.data().toString()); // before the line takes the key for the end of typing
            return true;
        }
    }
    return QCompleter::eventFilter(watched, event);
}

void completeWords(QLineEdit* line, const QStringList& names) {
    new WordCompleter(names, line); // the line's own
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The list with boxes, its search line, and the word completer.
#include "ui/widgets/columns_edit.h"

#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int rowsShown = 6;

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

ColumnsEdit::ColumnsEdit(const QStringList& offered, const QStringList& chosen, QWidget* parent)
    : QWidget(parent), search_(new QLineEdit(this)), list_(new QListWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    auto* all = new QPushButton(this);
    auto* none = new QPushButton(this);
    row->addWidget(search_, 1);
    row->addWidget(all);
    row->addWidget(none);
    column->addLayout(row);
    column->addWidget(list_);
    search_->setClearButtonEnabled(true);
    QStringList names = offered;
    for (const QString& name : chosen) {
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    for (const QString& name : names) {
        auto* item = new QListWidgetItem(name, list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    list_->setObjectName(QStringLiteral("columnsList"));
    followFont(list_, [this] {
        const int height = (list_->fontMetrics().height() + 4) * rowsShown + 6;
        list_->setMinimumHeight(height);
        list_->setMaximumHeight(isTall_ ? QWIDGETSIZE_MAX : height);
    });
    setFocusProxy(search_);
    connect(search_, &QLineEdit::textChanged, this, &ColumnsEdit::filter);
    connect(list_, &QListWidget::itemChanged, this,
            [this] { Q_EMIT chosenChanged(this->chosen()); });
    connect(all, &QPushButton::clicked, this, [this] { setAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { setAll(false); });
    translated(this, [this, all, none] {
        search_->setPlaceholderText(tr("Find"));
        search_->setAccessibleName(tr("Find in the list"));
        list_->setAccessibleName(tr("The list; Space chooses"));
        all->setText(tr("All"));
        none->setText(tr("None"));
        all->setToolTip(tr("Choose all that are shown"));
        none->setToolTip(tr("Choose none of those shown"));
        for (QPushButton* button : {all, none}) {
            button->setMaximumWidth(fontMetrics().horizontalAdvance(button->text()) + 24);
        }
    });
}

void ColumnsEdit::setTall() {
    isTall_ = true;
    list_->setMaximumHeight(QWIDGETSIZE_MAX);
}

QStringList ColumnsEdit::chosen() const {
    QStringList names;
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->checkState() == Qt::Checked) {
            names.append(list_->item(i)->text());
        }
    }
    return names;
}

void ColumnsEdit::filter(const QString& text) {
    for (int i = 0; i < list_->count(); ++i) {
        QListWidgetItem* item = list_->item(i);
        item->setHidden(!item->text().contains(text, Qt::CaseInsensitive));
    }
}

void ColumnsEdit::setAll(bool isChosen) {
    {
        const QSignalBlocker blocker(list_);
        for (int i = 0; i < list_->count(); ++i) {
            if (!list_->item(i)->isHidden()) {
                list_->item(i)->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
            }
        }
    }
    Q_EMIT chosenChanged(chosen());
}

void completeWords(QLineEdit* line, const QStringList& names) {
    auto* completer = new QCompleter(names, line);
    completer->setWidget(line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    QObject::connect(
        line, &QLineEdit::textEdited, completer, [line, completer, names](const QString& text) {
            const int start = wordStart(text, line->cursorPosition());
            const QString word = text.mid(start, line->cursorPosition() - start);
            completer->setCompletionPrefix(word);
            const bool isName = names.contains(word);
            const bool isWhole = isName && completer->completionCount() == 1;
            const bool isNumber = !word.isEmpty() && word.at(0).isDigit();
            if (word.isEmpty() || isNumber || isWhole || completer->completionCount() == 0) {
                completer->popup()->hide();
                return;
            }
            completer->complete();
            // Enter and Tab take the first one, unless what stands there is a name.
            completer->popup()->setCurrentIndex(isName ? QModelIndex()
                                                       : completer->completionModel()->index(0, 0));
        });
    QObject::connect(completer, qOverload<const QString&>(&QCompleter::activated), line,
                     [line](const QString& name) {
                         const int start = wordStart(line->text(), line->cursorPosition());
                         QString text = line->text();
                         text.replace(start, line->cursorPosition() - start, name);
                         line->setText(text);
                         line->setCursorPosition(start + static_cast<int>(name.size()));
                     });
}

} // namespace citypanel::ui

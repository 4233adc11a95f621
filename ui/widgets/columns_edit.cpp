// SPDX-License-Identifier: GPL-3.0-or-later
// The list with boxes and its search line.
#include "ui/widgets/columns_edit.h"

#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int rowsShown = 6;

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

} // namespace citypanel::ui

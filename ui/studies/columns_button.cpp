// SPDX-License-Identifier: GPL-3.0-or-later
// A button whose menu is a list with boxes.
#include "ui/studies/columns_button.h"

#include "ui/widgets/columns_edit.h"

#include <QEvent>
#include <QMenu>
#include <QWidgetAction>

namespace citypanel::ui {

namespace {

constexpr int roomForArrow = 40;

} // namespace

ColumnsButton::ColumnsButton(const QStringList& offered, const QStringList& chosen, QWidget* parent)
    : QPushButton(parent), chosen_(chosen) {
    auto* menu = new QMenu(this);
    auto* edit = new ColumnsEdit(offered, chosen, menu);
    edit->setObjectName(QStringLiteral("columns"));
    edit->setContentsMargins(6, 6, 6, 6);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(edit);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this,
            [this, edit] { edit->setMinimumWidth(std::max(width(), 220)); });
    connect(edit, &ColumnsEdit::chosenChanged, this, [this](const QStringList& names) {
        chosen_ = names;
        showNames();
        Q_EMIT chosenChanged(names);
    });
    showNames();
}

QSize ColumnsButton::sizeHint() const {
    return {160, QPushButton::sizeHint().height()};
}

QSize ColumnsButton::minimumSizeHint() const {
    return {80, QPushButton::minimumSizeHint().height()};
}

void ColumnsButton::resizeEvent(QResizeEvent* event) {
    QPushButton::resizeEvent(event);
    showNames();
}

void ColumnsButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        showNames();
    }
}

void ColumnsButton::showNames() {
    const QString all = chosen_.isEmpty() ? tr("None chosen") : chosen_.join(QStringLiteral(", "));
    const QString fitting =
        fontMetrics().elidedText(all, Qt::ElideRight, std::max(width() - roomForArrow, 60));
    setText(QString(fitting).replace(QLatin1Char('&'), QLatin1String("&&")));
    setToolTip(all);
    setAccessibleDescription(all);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// List, hint and form in one splitter.
#include "ui/widgets/roles_panel.h"

#include "ui/widgets/follow_font.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/variable_list.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int usualHeight = 700;
constexpr int linesOfList = 7; // with its search line; a long hint leaves it these

} // namespace

RolesPanel::RolesPanel(QWidget* parent)
    : QWidget(parent), variables_(new VariableList(this)), hint_(new QLabel(this)) {
    variables_->setDragEnabled(true);
    variables_->setContentsMargins(6, 6, 0, 0);
    hint_->setWordWrap(true);
    hint_->installEventFilter(this);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setContentsMargins(8, 0, 6, 0);
    followFont(variables_, [this] {
        variables_->setMinimumHeight(linesOfList * variables_->fontMetrics().height());
    });
    setFocusProxy(variables_);
}

void RolesPanel::setForm(QWidget* form, int listHeight) {
    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 4);
    topColumn->addWidget(variables_, 1);
    topColumn->addWidget(hint_);
    auto* scroll = new FormArea(form, this);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(top);
    down->addWidget(scroll);
    keepShares(down, {listHeight, usualHeight - listHeight});
    down->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(down);
}

bool RolesPanel::eventFilter(QObject* watched, QEvent* event) {
    // A splitter knows nothing of heights that follow from widths: the hint would lie over the
    // list.
    const bool isOfHint = watched == hint_ &&
                          (event->type() == QEvent::Resize || event->type() == QEvent::FontChange ||
                           event->type() == QEvent::LanguageChange);
    const bool isTaken = QWidget::eventFilter(watched, event);
    if (isOfHint) {
        hint_->setMinimumHeight(0); // or it would never ask for less again
        hint_->setMinimumHeight(hint_->heightForWidth(hint_->width()));
    }
    return isTaken;
}

void RolesPanel::focusSearch() {
    variables_->focusSearch();
}

} // namespace citypanel::ui

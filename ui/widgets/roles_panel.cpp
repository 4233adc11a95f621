// SPDX-License-Identifier: GPL-3.0-or-later
// List, hint and form in one splitter.
#include "ui/widgets/roles_panel.h"

#include "ui/widgets/variable_list.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int usualHeight = 700;

/// Never narrower than the form in it and its scroll bar.
class FormArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize minimumSizeHint() const override {
        const int form = widget() == nullptr ? 0 : widget()->minimumSizeHint().width();
        return {form + verticalScrollBar()->sizeHint().width(),
                QScrollArea::minimumSizeHint().height()};
    }
};

} // namespace

RolesPanel::RolesPanel(QWidget* parent)
    : QWidget(parent), variables_(new VariableList(this)), hint_(new QLabel(this)) {
    variables_->setDragEnabled(true);
    variables_->setContentsMargins(6, 6, 0, 0);
    hint_->setWordWrap(true);
    hint_->setForegroundRole(QPalette::PlaceholderText);
    hint_->setContentsMargins(8, 0, 6, 0);
    setFocusProxy(variables_);
}

void RolesPanel::setForm(QWidget* form, int listHeight) {
    auto* top = new QWidget(this);
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 4);
    topColumn->addWidget(variables_, 1);
    topColumn->addWidget(hint_);
    auto* scroll = new FormArea(this);
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(top);
    down->addWidget(scroll);
    down->setSizes({listHeight, usualHeight - listHeight});
    down->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(down);
}

void RolesPanel::focusSearch() {
    variables_->focusSearch();
}

} // namespace citypanel::ui

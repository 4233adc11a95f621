// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keys go: through the controls by Tab, through the panes by F6, and never into nothing.
#include "ui/widgets/workplace.h"
#include "ui/window/main_window.h"
#include "ui/window/problems_panel.h"
#include "ui/window/rail.h"
#include "ui/window/recipe_panel.h"

#include <QApplication>
#include <QScrollArea>

namespace citypanel::ui {

namespace {

/// Whether the keys may go there: seen, switched on, and a stop of Tab of its own.
bool isFocusStop(const QWidget* widget) {
    return widget != nullptr && widget->isVisible() && widget->isEnabled() &&
           (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
}

/// The widget that takes the focus when it is given to this one.
QWidget* focusTarget(QWidget* widget) {
    while (widget->focusProxy() != nullptr) {
        widget = widget->focusProxy();
    }
    return widget;
}

} // namespace

bool MainWindow::focusNextPrevChild(bool next) {
    // Qt 6 takes a pane that hands its focus on for a stop of its own: what stands before the
    // control it hands it to is passed over, and a pane that comes later in the chain than its
    // controls sends Tab round in it. Here such panes are no stops, and all controls are.
    QWidget* from = focusWidget() == nullptr ? this : focusWidget();
    if (focusWidget() != nullptr && !from->isVisible()) {
        // What had the focus has been hidden: it stays in the pane that is looked at.
        focusInto(recipe_->isVisible() && recipe_->isAncestorOf(from)
                      ? static_cast<QWidget*>(recipe_)
                      : currentPage());
        if (isFocusStop(focusWidget())) {
            return true;
        }
    }
    const auto following = [next](const QWidget* widget) {
        return next ? widget->nextInFocusChain() : widget->previousInFocusChain();
    };
    for (QWidget* at = following(from); at != nullptr && at != from; at = following(at)) {
        const bool isStop = (at->focusPolicy() & Qt::TabFocus) != 0 && at->focusProxy() == nullptr;
        if (!isStop || at->window() != this || !at->isVisibleTo(this) || !at->isEnabled()) {
            continue;
        }
        at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        for (QWidget* area = at->parentWidget(); area != nullptr; area = area->parentWidget()) {
            if (auto* scroll = qobject_cast<QScrollArea*>(area)) {
                scroll->ensureWidgetVisible(at);
            }
        }
        return true;
    }
    return false;
}

void MainWindow::focusPane(int step) {
    QList<QWidget*> panes{rail_};
    for (QWidget* pane : {static_cast<QWidget*>(currentPage()), static_cast<QWidget*>(recipe_),
                          static_cast<QWidget*>(problems_)}) {
        if (pane != nullptr && pane->isVisible()) {
            panes.append(pane);
        }
    }
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget())) {
            at = i;
        }
    }
    QWidget* next = panes[(at + step + panes.size()) % panes.size()];
    if (next == recipe_) {
        recipe_->focusList();
    } else if (next == problems_) {
        problems_->focusList();
    } else {
        focusInto(next);
    }
}

void MainWindow::focusInto(QWidget* pane) {
    if (pane == nullptr) {
        return;
    }
    if (QWidget* target = focusTarget(pane); target != pane && isFocusStop(target)) {
        target->setFocus(Qt::TabFocusReason);
        return;
    }
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if (isFocusStop(child)) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::keepFocus() {
    const bool isElsewhere =
        QApplication::activeWindow() != this || QApplication::activePopupWidget() != nullptr;
    const QWidget* focus = focusWidget();
    const bool isSeen = focus != nullptr && focus->isVisible() && focus->isEnabled() &&
                        focus == QApplication::focusWidget();
    if (!isElsewhere && !isSeen) {
        focusInto(currentPage());
    }
}

} // namespace citypanel::ui

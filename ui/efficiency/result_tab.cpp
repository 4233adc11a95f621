// SPDX-License-Identifier: GPL-3.0-or-later
// Laziness of the tabs.
#include "ui/efficiency/result_tab.h"

#include "ui/session/project_session.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"

#include <QScrollArea>

#include <utility>

namespace citypanel::ui {

ResultTab::ResultTab(ProjectSession& session, QWidget* parent)
    : QWidget(parent), session_(session) {}

void ResultTab::setRun(RunPtr run) {
    run_ = std::move(run);
    invalidate();
}

void ResultTab::invalidate() {
    isStale_ = run_ != nullptr;
    if (isStale_ && isVisible()) {
        isStale_ = false;
        showRun();
    }
}

void ResultTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (isStale_) {
        isStale_ = false;
        showRun();
    }
}

report::TableStyle ResultTab::style() const {
    return tableStyleOf(*session_.project());
}

QScrollArea* ResultTab::onPaper(ResultTable* table) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(table);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    table->setBackgroundRole(QPalette::Base);
    table->setAutoFillBackground(true);
    return scroll;
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Laziness of the tabs.
#include "ui/efficiency/result_tab.h"

#include "ui/session/project_session.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"

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
    return screenStyle(*session_.project());
}

} // namespace citypanel::ui

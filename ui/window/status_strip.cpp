// SPDX-License-Identifier: GPL-3.0-or-later
// The status line and the job bar.
#include "ui/window/status_strip.h"

#include "ui/models/counts.h"
#include "ui/session/project_session.h"
#include "ui/widgets/few_lines_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace citypanel::ui {

namespace {

// Shorter jobs than this come and go without the bar, which would only flicker.
constexpr int millisecondsBeforeBar = 250;
constexpr int barSteps = 1000;

} // namespace

StatusStrip::StatusStrip(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , size_(new FewLinesLabel(1, this))
    , job_(new QLabel(this))
    , bar_(new QProgressBar(this))
    , cancel_(new QToolButton(this))
    , delay_(new QTimer(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 4, 0);
    row->addWidget(size_, 1);
    row->addWidget(job_);
    row->addWidget(bar_);
    row->addWidget(cancel_);
    size_->setObjectName(QStringLiteral("panelSize"));
    bar_->setObjectName(QStringLiteral("jobBar"));
    bar_->setRange(0, barSteps);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(160);
    bar_->setMaximumHeight(12);
    cancel_->setObjectName(QStringLiteral("cancelJob"));
    cancel_->setIcon(icon("close"));
    cancel_->setAutoRaise(true);
    for (QWidget* widget : {static_cast<QWidget*>(job_), static_cast<QWidget*>(bar_),
                            static_cast<QWidget*>(cancel_)}) {
        widget->hide();
    }
    delay_->setSingleShot(true);
    delay_->setInterval(millisecondsBeforeBar);
    connect(delay_, &QTimer::timeout, this, [this] {
        job_->show();
        bar_->show();
        cancel_->show();
    });
    connect(cancel_, &QToolButton::clicked, this, &StatusStrip::cancelJobs);
    connect(&session_, &ProjectSession::evaluationChanged, this, &StatusStrip::showPanel);
    connect(&session_.jobs(), &JobQueue::runningChanged, this, &StatusStrip::showRunning);
    connect(&session_.jobs(), &JobQueue::progressed, this, [this](const QString&, double share) {
        bar_->setValue(static_cast<int>(share * barSteps));
    });
    translated(this, [this] {
        job_->setText(tr("Calculating"));
        bar_->setAccessibleName(tr("Progress of the calculation"));
        cancel_->setToolTip(tr("Cancel (Esc)"));
        cancel_->setAccessibleName(tr("Cancel the calculation"));
        showPanel();
    });
}

void StatusStrip::cancelJobs() {
    const QStringList views = running_;
    for (const QString& view : views) {
        session_.jobs().cancel(view);
    }
}

void StatusStrip::showPanel() {
    const Panel& panel = session_.evaluation()->recipe.result();
    if (panel.rowCount() == 0) {
        size_->setWholeText(tr("No data yet"));
    } else if (panel.isCrossSection()) {
        size_->setWholeText(
            tr("%1, %2").arg(countedRows(panel.rowCount()), countedVariables(panel.columnCount())));
    } else {
        const std::size_t units = panel.unitCount();
        const std::size_t periods = panel.distinctPeriods().size();
        const std::size_t gaps = units * periods - panel.rowCount();
        size_->setWholeText(tr("%1 × %2, %3, %4, %5")
                                .arg(countedUnits(units), countedPeriods(periods),
                                     countedRows(panel.rowCount()), countedGaps(gaps),
                                     countedVariables(panel.columnCount())));
        size_->setToolTip(size_->text() + QLatin1Char('\n') +
                          tr("A gap is a unit-period that has no row."));
    }
    size_->setAccessibleName(size_->text());
}

void StatusStrip::showRunning(const QString& view, bool isRunning) {
    running_.removeAll(view);
    if (isRunning) {
        running_.append(view);
    }
    if (running_.isEmpty()) {
        delay_->stop();
        job_->hide();
        bar_->hide();
        cancel_->hide();
    } else if (!bar_->isVisible() && !delay_->isActive()) {
        bar_->setValue(0);
        delay_->start();
    }
}

} // namespace citypanel::ui

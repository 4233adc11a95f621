// SPDX-License-Identifier: GPL-3.0-or-later
// The influence analysis as a job, and the picture.
#include "ui/efficiency/frontier_tab.h"

#include "core/study/efficiency_figures.h"
#include "core/study/efficiency_tables.h"
#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace citypanel::ui {

namespace {

constexpr std::size_t rowsShown = 20;

} // namespace

FrontierTab::FrontierTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , message_(new QLabel(this))
    , progress_(new QProgressBar(this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this)) {
    message_->setObjectName(QStringLiteral("influenceMessage"));
    message_->setWordWrap(true);
    progress_->setRange(0, 100);
    progress_->setMaximumHeight(6);
    progress_->setTextVisible(false);
    progress_->hide();
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(onPaper(table_));
    down->addWidget(figure_);
    keepShares(down, {330, 330});
    down->setHandleWidth(1);
    figure_->setMinimumHeight(180);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addWidget(message_);
    column->addWidget(progress_);
    column->addWidget(down, 1);
    JobQueue& jobs = session.jobs();
    connect(&jobs, &JobQueue::progressed, this, [this](const QString& view, double fraction) {
        if (view == influenceJob) {
            progress_->setValue(qRound(100 * fraction));
        }
    });
    connect(&jobs, &JobQueue::runningChanged, this, [this](const QString& view, bool isRunning) {
        if (view == influenceJob) {
            progress_->setVisible(isRunning);
        }
    });
    translated(this, [this] { invalidate(); });
}

void FrontierTab::chooseRow(std::size_t row) {
    row_ = row;
    invalidate();
}

std::vector<study::Table> FrontierTab::tables() const {
    if (!table_->table()) {
        return {};
    }
    return {*table_->table()};
}

void FrontierTab::showPicture() {
    const auto figure = study::frontierFigure(run()->panel, run()->scores,
                                              std::min(row_, run()->panel.rowCount() - 1));
    figure_->setVisible(figure.has_value());
    if (figure) {
        figure_->setFigure(*figure);
    }
}

void FrontierTab::showRun() {
    showPicture();
    showInfluence();
}

void FrontierTab::setInfluence(std::optional<Result<frontier::FrontierInfluence>> influence) {
    influence_ = std::move(influence);
    invalidate();
}

void FrontierTab::showInfluence() {
    if (!influence_) {
        message_->setText(tr("Leaving out one row of the frontier after the other…"));
        table_->clear();
        return;
    }
    const Result<frontier::FrontierInfluence>& influence = *influence_;
    if (!influence) {
        message_->setText(problemSentence(influence.error()));
        table_->clear();
        return;
    }
    QStringList lines;
    for (const Problem& warning : influence->warnings) {
        lines.append(problemSentence(warning));
    }
    if (lines.isEmpty()) {
        lines.append(tr("No single row sets everybody's score."));
    }
    if (!figure_->isVisible()) {
        lines.append(tr("The frontier can be drawn for one input and one output, or two inputs and "
                        "one output under constant returns, without undesirable outputs."));
    }
    message_->setText(lines.join(QLatin1Char('\n')));
    setInk(message_,
           influence->warnings.empty() ? std::nullopt : std::optional(ColourRole::Warning));
    table_->setTable(study::influenceTable(run()->panel, *influence, rowsShown), style());
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The index as a job; pairs without a solution are counted and shown.
#include "ui/efficiency/productivity_tab.h"

#include "core/study/efficiency_figures.h"
#include "core/study/efficiency_tables.h"
#include "core/text/names.h"
#include "core/text/words.h"
#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr QLatin1String productivityJob("efficiency.productivity");

} // namespace

ProductivityTab::ProductivityTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , index_(new QComboBox(this))
    , message_(new QLabel(this))
    , progress_(new QProgressBar(this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this)) {
    index_->setObjectName(QStringLiteral("productivityIndex"));
    message_->setObjectName(QStringLiteral("productivityMessage"));
    message_->setWordWrap(true);
    progress_->setRange(0, 100);
    progress_->setMaximumHeight(6);
    progress_->setTextVisible(false);
    progress_->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(index_);
    row->addWidget(message_, 1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(onPaper(table_));
    down->addWidget(figure_);
    keepShares(down, {370, 270});
    down->setHandleWidth(1);
    figure_->setMinimumHeight(150);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addLayout(row);
    column->addWidget(progress_);
    column->addWidget(down, 1);
    connect(index_, &QComboBox::activated, this, [this] { showRun(); });
    JobQueue& jobs = session.jobs();
    connect(&jobs, &JobQueue::progressed, this, [this](const QString& view, double fraction) {
        if (view == productivityJob) {
            progress_->setValue(qRound(100 * fraction));
        }
    });
    connect(&jobs, &JobQueue::runningChanged, this, [this](const QString& view, bool isRunning) {
        if (view == productivityJob) {
            progress_->setVisible(isRunning);
        }
    });
    translated(this, [this] {
        index_->setAccessibleName(tr("Productivity index"));
        fillChoices();
        invalidate();
    });
}

void ProductivityTab::fillChoices() {
    const QSignalBlocker blocker(index_);
    const int before = std::max(0, index_->currentIndex());
    index_->clear();
    for (const auto& entry : enumNames(frontier::ProductivityIndex{})) {
        index_->addItem(
            QString::fromStdString(text::capitalised(text::name(entry.value, wordsLanguage()))),
            static_cast<int>(entry.value));
    }
    index_->setCurrentIndex(before);
}

std::vector<study::Table> ProductivityTab::tables() const {
    if (!table_->table()) {
        return {};
    }
    return {*table_->table()};
}

void ProductivityTab::showRun() {
    message_->clear();
    const RunPtr current = run();
    const auto index = static_cast<frontier::ProductivityIndex>(index_->currentData().toInt());
    session().jobs().runLatest<Result<frontier::ProductivityChanges>>(
        productivityJob,
        [current, index](Progress& progress) {
            return frontier::productivity(current->panel, current->scores.model, index, progress);
        },
        [this](const Result<frontier::ProductivityChanges>& changes) { showChanges(changes); });
}

void ProductivityTab::showChanges(const Result<frontier::ProductivityChanges>& changes) {
    figure_->setVisible(changes.has_value());
    if (!changes) {
        message_->setText(problemSentence(changes.error()));
        table_->clear();
        return;
    }
    QStringList lines = problemLines(changes->warnings);
    if (changes->infeasible > 0) {
        lines.append(tr("%1 of %2 pairs have no feasible solution and are not in the means.")
                         .arg(changes->infeasible)
                         .arg(changes->changes.size()));
    }
    message_->setText(lines.join(QLatin1Char('\n')));
    const study::Table table = study::productivityTable(*changes, run()->panel);
    table_->setTable(table, style());
    figure_->setFigure(study::productivityFigure(table));
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The table of scores, its search line and the counts above it.
#include "ui/efficiency/scores_tab.h"

#include "core/study/efficiency_tables.h"
#include "core/text/names.h"
#include "ui/efficiency/scores_model.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int widestColumn = 260;

} // namespace

ScoresTab::ScoresTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , model_(new ScoresModel(this))
    , sorted_(new QSortFilterProxyModel(this))
    , summary_(new QLabel(this))
    , search_(new QLineEdit(this))
    , view_(new QTableView(this)) {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(ScoresModel::SortRole);
    sorted_->setFilterRole(ScoresModel::FilterRole);
    sorted_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    summary_->setObjectName(QStringLiteral("scoresSummary"));
    summary_->setWordWrap(true);
    search_->setObjectName(QStringLiteral("scoresSearch"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon("search"), QLineEdit::LeadingPosition);
    view_->setObjectName(QStringLiteral("scoresTable"));
    view_->setModel(sorted_);
    view_->setSortingEnabled(true);
    view_->setTabKeyNavigation(false); // Tab leaves
    view_->setFrameShape(QFrame::NoFrame);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->verticalHeader()->hide();
    followFont(view_, 8);
    view_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addWidget(summary_);
    column->addWidget(search_);
    column->addWidget(view_, 1);
    connect(search_, &QLineEdit::textChanged, sorted_,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(view_, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT rowChosen(static_cast<std::size_t>(sorted_->mapToSource(index).row()));
    });
    translated(this, [this] {
        search_->setPlaceholderText(tr("Find a unit, period or status"));
        search_->setAccessibleName(tr("Find a unit, period or status"));
        view_->setAccessibleName(tr("Scores; Enter shows the slacks and peers of a row"));
        view_->setToolTip(tr("Double click or Enter shows the slacks and peers of a row"));
        invalidate();
    });
}

std::vector<study::Table> ScoresTab::tables() const {
    if (run() == nullptr) {
        return {};
    }
    return {study::scoreListTable(run()->panel, run()->scores, run()->name())};
}

QString ScoresTab::summary() const {
    const frontier::EfficiencyScores& scores = run()->scores;
    QStringList counts;
    for (const auto& entry : enumNames(frontier::EfficiencyStatus{})) {
        if (const std::size_t count = scores.count(entry.value); count > 0) {
            counts.append(QStringLiteral("%1 %2").arg(
                QString::number(count),
                QString::fromStdString(text::name(entry.value, wordsLanguage()))));
        }
    }
    return tr("Mean %1. %2.")
        .arg(QString::number(scores.mean(), 'f', 4), counts.join(QStringLiteral(", ")));
}

void ScoresTab::showRun() {
    const bool isFirst = model_->columnCount() == 0;
    const int columns = model_->columnCount();
    model_->setRun(run());
    summary_->setText(summary());
    if (isFirst || columns != model_->columnCount()) {
        view_->resizeColumnsToContents();
        for (int i = 0; i < model_->columnCount(); ++i) {
            view_->setColumnWidth(i, std::min(view_->columnWidth(i), widestColumn));
        }
        view_->horizontalHeader()->setStretchLastSection(true);
    }
    // "super-efficient" is wider than the statuses of the run before.
    view_->resizeColumnToContents(ScoresModel::statusColumn);
}

} // namespace citypanel::ui

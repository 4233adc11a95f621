// SPDX-License-Identifier: GPL-3.0-or-later
// Which statistics are shown, and by what.
#include "ui/efficiency/statistics_tab.h"

#include "core/study/efficiency_figures.h"
#include "core/study/efficiency_tables.h"
#include "ui/charts/figure_view.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"

#include <QComboBox>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

// What an entry of the choice shows; anything else is the name of a grouping variable.
constexpr QLatin1String byPeriod("@period");
constexpr QLatin1String ranking("@ranking");
constexpr QLatin1String potential("@potential");

} // namespace

StatisticsTab::StatisticsTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , choice_(new QComboBox(this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this)) {
    choice_->setObjectName(QStringLiteral("statisticsChoice"));
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(onPaper(table_));
    down->addWidget(figure_);
    keepShares(down, {370, 270});
    down->setHandleWidth(1);
    figure_->setMinimumHeight(150);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addWidget(choice_, 0, Qt::AlignLeft);
    column->addWidget(down, 1);
    connect(choice_, &QComboBox::activated, this, [this] { showRun(); });
    translated(this, [this] {
        choice_->setAccessibleName(tr("Statistics shown"));
        invalidate();
    });
}

void StatisticsTab::fillChoices() {
    const QVariant before = choice_->currentData();
    const QSignalBlocker blocker(choice_);
    choice_->clear();
    choice_->addItem(tr("Statistics by period"), QString(byPeriod));
    choice_->addItem(tr("Ranking of units"), QString(ranking));
    choice_->addItem(tr("Potential for improvement"), QString(potential));
    const Panel& panel = run()->panel;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (column.type() != VariableType::Numeric && !isKey) {
            const QString name = QString::fromStdString(column.name());
            choice_->addItem(tr("Statistics by %1").arg(name), name);
        }
    }
    choice_->setCurrentIndex(std::max(0, choice_->findData(before)));
}

std::vector<study::Table> StatisticsTab::tables() const {
    if (!table_->table()) {
        return {};
    }
    return {*table_->table()};
}

void StatisticsTab::showRun() {
    fillChoices();
    const QString chosen = choice_->currentData().toString();
    const Panel& panel = run()->panel;
    const frontier::EfficiencyScores& scores = run()->scores;
    const study::Phrase name = run()->name();
    const bool isGroup = !chosen.startsWith(QLatin1Char('@'));
    const std::string by = isGroup ? chosen.toStdString() : std::string();
    if (chosen == ranking) {
        table_->setTable(study::rankingTable(panel, scores, name), style());
    } else if (chosen == potential) {
        table_->setTable(study::potentialTable(panel, scores, name), style());
    } else if (const auto table = study::scoreTable(panel, scores, name, by)) {
        table_->setTable(*table, style());
    }
    if (const auto figure = study::densityFigure(panel, scores, name, by)) {
        figure_->setFigure(*figure);
    }
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Filling the ranking.
#include "ui/index/ranking_view.h"

#include "core/index/index_reading.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"

#include <QHeaderView>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel::ui {

namespace {

constexpr std::size_t rowsShown = 30;

void setText(QTableWidget& table, int row, int column, const QString& text) {
    QTableWidgetItem* item = table.item(row, column);
    if (item == nullptr) {
        item = new QTableWidgetItem;
        item->setTextAlignment((column == 1 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        table.setItem(row, column, item);
    }
    if (item->text() != text) {
        item->setText(text);
    }
}

/// "▲ 3", "▼ 2" or nothing.
QString moveText(double before, double after) {
    const double up = before - after;
    if (std::isnan(up) || up == 0) {
        return {};
    }
    return QStringLiteral("%1 %2")
        .arg(up > 0 ? QStringLiteral("▲") : QStringLiteral("▼"))
        .arg(std::abs(up), 0, 'g', 4);
}

} // namespace

RankingView::RankingView(QWidget* parent) : QTableWidget(parent) {
    setObjectName(QStringLiteral("ranking"));
    setColumnCount(4);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    for (const int column : {0, 2, 3}) {
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Fixed);
        setColumnWidth(column, fontMetrics().horizontalAdvance(QStringLiteral("▼ 0000.0")));
    }
    followFont(this, 7);
    translated(this, [this] { setTexts(); });
}

void RankingView::setTexts() {
    setHorizontalHeaderLabels({tr("Rank"), tr("Unit"), tr("Mean"), tr("Moved")});
    setAccessibleName(tr("Ranking by mean score"));
}

void RankingView::setScores(const study::LiveIndex& live, const study::LiveScores& scores) {
    const std::vector<double> means = index::unitMeans(live.panel(), scores.score);
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < means.size(); ++unit) {
        if (!isMissing(means[unit])) {
            units.push_back(unit);
        }
    }
    const std::size_t shown = std::min(rowsShown, units.size());
    std::partial_sort(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(shown),
                      units.end(),
                      [&](std::size_t a, std::size_t b) { return means[a] > means[b]; });
    if (rowCount() != static_cast<int>(shown)) {
        setRowCount(static_cast<int>(shown));
    }
    for (std::size_t i = 0; i < shown; ++i) {
        const std::size_t unit = units[i];
        const int row = static_cast<int>(i);
        setText(*this, row, 0, QString::number(scores.ranks[unit], 'g', 4));
        setText(*this, row, 1, QString::fromStdString(live.panel().unitLabels()[unit]));
        setText(*this, row, 2, QString::number(means[unit], 'f', 4));
        setText(*this, row, 3, moveText(live.computedScores().ranks[unit], scores.ranks[unit]));
    }
}

} // namespace citypanel::ui

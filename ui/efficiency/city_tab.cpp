// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing a row and showing what it could do better, and after whom.
#include "ui/efficiency/city_tab.h"

#include "core/study/efficiency_figures.h"
#include "core/study/efficiency_tables.h"
#include "core/text/names.h"
#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace citypanel::ui {

CityTab::CityTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , unit_(new QComboBox(this))
    , period_(new QComboBox(this))
    , sentence_(new QLabel(this))
    , slacks_(new ResultTable(this))
    , peers_(new ResultTable(this))
    , figure_(new FigureView(this)) {
    unit_->setObjectName(QStringLiteral("efficiencyUnit"));
    unit_->setEditable(true);
    unit_->setInsertPolicy(QComboBox::NoInsert);
    unit_->completer()->setFilterMode(Qt::MatchContains);
    unit_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    unit_->setMinimumContentsLength(12);
    period_->setObjectName(QStringLiteral("efficiencyPeriod"));
    sentence_->setObjectName(QStringLiteral("efficiencySentence"));
    sentence_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(unit_);
    row->addWidget(period_);
    row->addWidget(sentence_, 1);
    auto* tables = new QWidget(this);
    auto* tableColumn = new QVBoxLayout(tables);
    tableColumn->setContentsMargins(0, 0, 0, 0);
    tableColumn->addWidget(slacks_);
    tableColumn->addWidget(peers_);
    tableColumn->addStretch(1);
    tables->setBackgroundRole(QPalette::Base);
    tables->setAutoFillBackground(true);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(tables);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(scroll);
    down->addWidget(figure_);
    keepShares(down, {400, 240});
    down->setHandleWidth(1);
    figure_->setMinimumHeight(150);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addLayout(row);
    column->addWidget(down, 1);
    const auto chosen = [this] {
        const auto unit = static_cast<std::size_t>(std::max(0, unit_->currentIndex()));
        const Panel& panel = run()->panel;
        const auto at = panel.isCrossSection()
                            ? std::optional(unit)
                            : panel.rowOf(unit, period_->currentData().toLongLong());
        row_ = at.value_or(panel.unitBegin(unit));
        showRow();
    };
    connect(unit_, &QComboBox::activated, this, chosen);
    connect(period_, &QComboBox::activated, this, chosen);
    translated(this, [this] {
        unit_->setAccessibleName(tr("Unit"));
        period_->setAccessibleName(tr("Period"));
        invalidate();
    });
}

void CityTab::chooseRow(std::size_t row) {
    row_ = row;
    invalidate();
}

std::vector<study::Table> CityTab::tables() const {
    if (run() == nullptr) {
        return {};
    }
    return {study::slackTable(run()->panel, run()->scores, row_),
            study::peerTable(run()->panel, run()->scores, row_)};
}

void CityTab::fillChoices() {
    const Panel& panel = run()->panel;
    const QSignalBlocker units(unit_);
    const QSignalBlocker periods(period_);
    unit_->clear();
    for (const std::string& label : panel.unitLabels()) {
        unit_->addItem(QString::fromStdString(label));
    }
    period_->clear();
    period_->setVisible(!panel.isCrossSection());
    for (const Period period : panel.distinctPeriods()) {
        period_->addItem(QString::number(period), QVariant::fromValue<qlonglong>(period));
    }
}

QString CityTab::sentence() const {
    const frontier::EfficiencyScores& scores = run()->scores;
    const QString status = QString::fromStdString(text::name(scores.status[row_], wordsLanguage()));
    const double score = scores.score[row_];
    if (scores.status[row_] == frontier::EfficiencyStatus::Infeasible) {
        return tr("No feasible solution: the others reach no point that this unit could be "
                  "compared with. Constant returns, or undesirable outputs with the inputs, have "
                  "one.");
    }
    return isMissing(score) ? status
                            : tr("Score %1, %2.").arg(QString::number(score, 'f', 4), status);
}

void CityTab::showRow() {
    const Panel& panel = run()->panel;
    const QSignalBlocker units(unit_);
    const QSignalBlocker periods(period_);
    unit_->setCurrentIndex(panel.unitCodes()[row_]);
    if (!panel.isCrossSection()) {
        period_->setCurrentIndex(
            period_->findData(QVariant::fromValue<qlonglong>(panel.periods()[row_])));
    }
    sentence_->setText(sentence());
    const std::vector<study::Table> shown = tables();
    slacks_->setTable(shown[0], style());
    peers_->setTable(shown[1], style());
    peers_->setVisible(!shown[1].rows.empty() || !shown[1].notes.empty());
    figure_->setFigure(study::slackFigure(panel, run()->scores, row_));
}

void CityTab::showRun() {
    row_ = std::min(row_, run()->panel.rowCount() - 1);
    fillChoices();
    showRow();
}

} // namespace citypanel::ui

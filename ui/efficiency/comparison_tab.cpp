// SPDX-License-Identifier: GPL-3.0-or-later
// What can be compared, and the comparison.
#include "ui/efficiency/comparison_tab.h"

#include "core/study/efficiency_tables.h"
#include "core/text/words.h"
#include "ui/charts/figure_view.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

// Data of an entry: -1 the run shown, 0.. a kept run, a text the name of a variable.
constexpr int shownRun = -1;
constexpr int lettersOfRun = 14; // of a run's name, before its box takes room from the page
constexpr std::size_t unitsListed = 15;
constexpr std::size_t runsKept = 8;

} // namespace

ComparisonTab::ComparisonTab(ProjectSession& session, QWidget* parent)
    : ResultTab(session, parent)
    , first_(new QComboBox(this))
    , second_(new QComboBox(this))
    , hint_(new QLabel(this))
    , against_(new QLabel(this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this)) {
    first_->setObjectName(QStringLiteral("compareFirst"));
    second_->setObjectName(QStringLiteral("compareSecond"));
    hint_->setObjectName(QStringLiteral("compareHint"));
    hint_->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(first_, 2);
    row->addWidget(against_);
    row->addWidget(second_, 2);
    row->addStretch(1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(figure_);
    down->addWidget(onPaper(table_));
    keepShares(down, {340, 300});
    down->setHandleWidth(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->addLayout(row);
    column->addWidget(hint_);
    column->addWidget(down, 1);
    for (QComboBox* box : {first_, second_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(lettersOfRun);
        connect(box, &QComboBox::activated, this, &ComparisonTab::showComparison);
    }
    translated(this, [this] {
        first_->setAccessibleName(tr("First model"));
        second_->setAccessibleName(tr("Second model"));
        against_->setText(tr("against"));
        invalidate();
    });
}

void ComparisonTab::keepRun() {
    if (run() == nullptr) {
        return;
    }
    std::erase_if(kept_, [this](const RunPtr& kept) { return kept->step == run()->step; });
    kept_.push_back(run());
    if (kept_.size() > runsKept) {
        kept_.erase(kept_.begin());
    }
    invalidate();
}

void ComparisonTab::forgetRuns() {
    kept_.clear();
    invalidate();
}

std::vector<study::Table> ComparisonTab::tables() const {
    if (!table_->table()) {
        return {};
    }
    return {*table_->table()};
}

void ComparisonTab::fillChoices(QComboBox* box, int preferred) {
    const QSignalBlocker blocker(box);
    const QVariant before = box->currentData();
    box->clear();
    box->addItem(tr("Shown: %1").arg(modelName(run()->step)), shownRun);
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        // A kept run of other rows cannot stand beside this one.
        if (kept_[i]->panel.rowCount() == run()->panel.rowCount()) {
            box->addItem(tr("Kept: %1").arg(modelName(kept_[i]->step)), static_cast<int>(i));
        }
    }
    const Panel& panel = run()->panel;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (column.type() == VariableType::Numeric && !isKey) {
            const QString name = QString::fromStdString(column.name());
            box->addItem(tr("Variable: %1").arg(name), name);
        }
    }
    // A run beside itself was no choice: what is kept since takes its place.
    const bool isChosen = before.isValid() && (box == first_ || before != first_->currentData());
    const int found = box->findData(before);
    box->setCurrentIndex(isChosen && found >= 0 ? found : std::min(preferred, box->count() - 1));
}

std::optional<study::ScoreColumn> ComparisonTab::columnOf(const QComboBox* box) const {
    const QVariant chosen = box->currentData();
    if (chosen.typeId() == QMetaType::QString) {
        const std::string name = chosen.toString().toStdString();
        const Variable* column = run()->panel.find(name);
        if (column == nullptr) {
            return std::nullopt;
        }
        return study::ScoreColumn{
            study::own(name), {column->numbers().begin(), column->numbers().end()}, false};
    }
    const int index = chosen.toInt();
    const RunPtr& chosenRun = index == shownRun ? run() : kept_[static_cast<std::size_t>(index)];
    return study::ScoreColumn{chosenRun->name(), chosenRun->scores.score,
                              study::isLessBetter(chosenRun->scores.model)};
}

void ComparisonTab::showComparison() {
    const auto first = columnOf(first_);
    const auto second = columnOf(second_);
    const bool isPair = first && second && first_->currentData() != second_->currentData();
    table_->setVisible(isPair);
    figure_->setVisible(isPair);
    if (!isPair) {
        hint_->setText(tr("Keep a result for comparison, then change the model; or compare with a "
                          "variable of the panel."));
        return;
    }
    const auto comparison = study::compareScores(run()->panel, *first, *second, unitsListed);
    hint_->setText(QString::fromStdString(
        text::sayCapitalised(comparison.scatter.notes.front().text, wordsLanguage())));
    table_->setTable(comparison.differing, style());
    figure_->setFigure(comparison.scatter);
}

void ComparisonTab::showRun() {
    fillChoices(first_, 0);
    fillChoices(second_, kept_.empty() ? 0 : 1);
    showComparison();
}

} // namespace citypanel::ui

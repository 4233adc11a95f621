// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing and drawing a reading of the index.
#include "ui/index/reading_view.h"

#include "core/study/index_figures.h"
#include "core/study/index_tables.h"
#include "ui/charts/figure_view.h"
#include "ui/index/figure_beside_table.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/result_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr std::size_t endsShown = 10;
constexpr std::size_t readingLabelLength = 24;

} // namespace

ReadingView::ReadingView(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , what_(new QComboBox(this))
    , ofLabel_(new QLabel(this))
    , of_(new QComboBox(this))
    , figure_(new FigureView(this))
    , table_(new ResultTable(this)) {
    what_->setObjectName(QStringLiteral("reading"));
    of_->setObjectName(QStringLiteral("readingOf"));
    of_->setMinimumContentsLength(14);
    ofLabel_->setBuddy(of_);
    auto* top = new QHBoxLayout;
    top->addWidget(what_);
    top->addWidget(ofLabel_);
    top->addWidget(of_);
    top->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    table_->setObjectName(QStringLiteral("readingTable"));
    column->addWidget(figureBesideTable(figure_, onPaper(table_), this), 1);
    connect(what_, &QComboBox::activated, this, [this] {
        fillChoices();
        show();
    });
    connect(of_, &QComboBox::activated, this, &ReadingView::show);
    translated(this, [this] { setTexts(); });
}

void ReadingView::setTexts() {
    const int before = std::max(what_->currentIndex(), 0);
    what_->clear();
    what_->addItems({tr("Mean by period"), tr("Distribution by period"), tr("Mean by group"),
                     tr("Highest and lowest units"), tr("Profile of a unit")});
    what_->setCurrentIndex(before);
    what_->setAccessibleName(tr("Reading of the index"));
    fillChoices();
    show();
}

ReadingView::What ReadingView::what() const {
    return static_cast<What>(std::max(what_->currentIndex(), 0));
}

void ReadingView::setIndex(const LiveIndexPtr& live, const std::vector<double>& weights,
                           const std::vector<std::string>& notes) {
    live_ = live;
    notes_ = notes;
    scores_ = live_ ? live_->with(weights) : study::LiveScores{};
    fillChoices();
    if (isVisible()) {
        show();
    }
}

void ReadingView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    show();
}

void ReadingView::fillChoices() {
    const QString before = of_->currentText();
    const bool hasChoice = what() == What::ByGroup || what() == What::Profile;
    of_->setVisible(hasChoice);
    ofLabel_->setVisible(hasChoice);
    ofLabel_->setText(what() == What::ByGroup ? tr("Group") : tr("Unit"));
    of_->clear();
    if (live_ && what() == What::Profile) {
        for (const std::string& unit : live_->panel().unitLabels()) {
            of_->addItem(QString::fromStdString(unit));
        }
    }
    if (live_ && what() == What::ByGroup) {
        for (const Variable& column : live_->panel().columns()) {
            const bool isKey = column.name() == live_->panel().keys().unit ||
                               column.name() == live_->panel().keys().period;
            if (!isKey && column.type() != VariableType::Numeric) {
                of_->addItem(QString::fromStdString(column.name()));
            }
        }
    }
    of_->setCurrentIndex(std::max(of_->findText(before), 0));
}

std::vector<study::Table> ReadingView::tables() const {
    const auto shown = live_ ? table() : std::nullopt;
    return shown ? std::vector{*shown} : std::vector<study::Table>{};
}

std::optional<study::Table> ReadingView::table() const {
    const Panel& panel = live_->panel();
    study::IndexTableWords words{
        .title = tr("%1 of %2")
                     .arg(what_->currentText(), QString::fromStdString(live_->step().name.text))
                     .toStdString(),
        .notes = notes_};
    const auto use = [&words](const QString& rows, const QStringList& columns) {
        words.rows = rows.toStdString();
        for (const QString& column : columns) {
            words.columns.push_back(column.toStdString());
        }
    };
    const QStringList summary{tr("N"), tr("Mean"), tr("SD"), tr("Minimum"), tr("Maximum")};
    const Variable* group = panel.find(of_->currentText().toStdString());
    switch (what()) {
    case What::ByPeriod:
    case What::Density:
        use(tr("Period"), summary);
        return study::indexSummaryTable(index::summaryByPeriod(panel, scores_.score), words);
    case What::ByGroup:
        if (group == nullptr) {
            return std::nullopt;
        }
        use(of_->currentText(), summary);
        return study::indexSummaryTable(index::summaryByGroup(panel, *group, scores_.score), words);
    case What::Ends:
        use(tr("Unit"), {tr("Rank"), tr("Mean")});
        return study::indexRankingTable(*live_, scores_, words);
    case What::Profile:
        break;
    }
    if (of_->currentIndex() < 0) {
        return std::nullopt;
    }
    use(tr("Indicator"), {of_->currentText(), tr("Mean of all rows")});
    return study::indexProfileTable(*live_, static_cast<std::size_t>(of_->currentIndex()), words);
}

void ReadingView::show() {
    figure_->clear();
    table_->clear();
    if (!live_ || scores_.score.empty()) {
        return;
    }
    if (const auto shown = table()) {
        table_->setTable(withShortLabels(*shown, readingLabelLength),
                         screenStyle(*session_.project()));
    }
    const Panel& panel = live_->panel();
    study::Figure figure;
    switch (what()) {
    case What::ByPeriod:
        figure = study::indexByPeriod(panel, scores_.score);
        break;
    case What::Density:
        figure = study::indexDensities(panel, scores_.score);
        break;
    case What::ByGroup: {
        const Variable* group = panel.find(of_->currentText().toStdString());
        if (group == nullptr) {
            return;
        }
        figure = study::indexByGroup(panel, *group, scores_.score);
        break;
    }
    case What::Ends:
        figure = study::indexEnds(panel, scores_.score, endsShown);
        break;
    case What::Profile:
        if (of_->currentIndex() < 0) {
            return;
        }
        figure = study::indexProfile(*live_, static_cast<std::size_t>(of_->currentIndex()));
        figure.series[1].name = study::own(tr("mean of all rows").toStdString());
        break;
    }
    const std::string name = live_->step().name.text;
    figure.title = study::own(what_->currentText().toStdString());
    const bool isDensity = what() == What::Density;
    (isDensity ? figure.x : figure.y).title =
        study::own(what() == What::Profile ? tr("normalised value").toStdString() : name);
    if (isDensity) {
        figure.y.title = study::own(tr("Density").toStdString());
    }
    figure_->setFigure(figure);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs and what each shows.
#include "ui/data/panel_views.h"

#include "core/prepare/histogram.h"
#include "core/study/unit_series_figure.h"
#include "ui/charts/figure_view.h"
#include "ui/data/matrix_view.h"
#include "ui/data/panel_grid.h"
#include "ui/models/panel_model.h"
#include "ui/widgets/colour_scale.h"
#include "ui/widgets/columns_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/histogram_view.h"
#include "ui/widgets/language.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int unitsWidth = 230;
constexpr std::size_t mostUnitsOffered = 2000; // a list of more is no help
constexpr qsizetype mostLines = 12;
constexpr std::size_t linesAtFirst = 3;

} // namespace

PanelViews::PanelViews(PanelModel* model, QWidget* parent)
    : QWidget(parent)
    , tabs_(new QTabBar(this))
    , stack_(new QStackedWidget(this))
    , gridPage_(new QWidget(this))
    , grid_(new PanelGrid(model, this))
    , matrix_(new MatrixView(this))
    , scale_(new ColourScaleBar(this))
    , lines_(new QWidget(this))
    , figure_(new FigureView(this))
    , histogram_(new HistogramView(this))
    , choose_(new EmptyState("data", this)) {
    tabs_->setObjectName(QStringLiteral("panelViewTabs"));
    tabs_->setDocumentMode(true);
    tabs_->setDrawBase(false);
    for (int view = 0; view < ViewCount; ++view) {
        tabs_->addTab(QString());
    }
    auto* row = new QHBoxLayout(lines_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(figure_, 1);
    histogram_->setContentsMargins(20, 20, 20, 20);
    auto* gridColumn = new QVBoxLayout(gridPage_);
    gridColumn->setContentsMargins(0, 0, 0, 0);
    gridColumn->setSpacing(0);
    gridColumn->addWidget(grid_, 1);
    stack_->addWidget(gridPage_);
    stack_->addWidget(matrix_);
    stack_->addWidget(lines_);
    stack_->addWidget(histogram_);
    stack_->addWidget(choose_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs_);
    column->addWidget(stack_, 1);
    column->addWidget(scale_);
    setFocusProxy(grid_);
    connect(tabs_, &QTabBar::currentChanged, this, &PanelViews::showVariable);
    connect(matrix_, &MatrixView::rowChosen, this, &PanelViews::rowChosen);
    translated(this, [this] { setTexts(); });
}

void PanelViews::setPanel(const citypanel::Panel& panel) {
    const auto sameUnits = std::equal(panel.unitLabels().begin(), panel.unitLabels().end(),
                                      panel_.unitLabels().begin(), panel_.unitLabels().end());
    panel_ = panel;
    if (!sameUnits) {
        // The list belongs to the units it offers.
        delete unitsPane_;
        unitsPane_ = nullptr;
        units_ = nullptr;
    }
    for (const View view : {Matrix, Heat, Lines}) {
        tabs_->setTabEnabled(view, !panel.isCrossSection());
    }
    showVariable();
}

void PanelViews::setGridTools(QWidget* tools) {
    static_cast<QVBoxLayout*>(gridPage_->layout())->insertWidget(0, tools);
}

void PanelViews::setVariable(const QString& name) {
    if (name != variable_) {
        variable_ = name;
        showVariable();
    }
}

void PanelViews::setView(View view) {
    tabs_->setCurrentIndex(view);
}

PanelViews::View PanelViews::view() const {
    return static_cast<View>(tabs_->currentIndex());
}

void PanelViews::makeUnits() {
    QStringList offered;
    const auto labels = panel_.unitLabels();
    for (std::size_t i = 0; i < std::min(labels.size(), mostUnitsOffered); ++i) {
        offered.append(QString::fromStdString(labels[i]));
    }
    unitsPane_ = new QWidget(lines_);
    unitsPane_->setFixedWidth(unitsWidth);
    auto* column = new QVBoxLayout(unitsPane_);
    units_ = new ColumnsEdit(offered, offered.mid(0, linesAtFirst), unitsPane_);
    units_->setObjectName(QStringLiteral("lineUnits"));
    units_->setTall();
    column->addWidget(units_);
    lines_->layout()->addWidget(unitsPane_);
    connect(units_, &ColumnsEdit::chosenChanged, this, &PanelViews::showLines);
}

void PanelViews::showScale() {
    const MatrixModel& values = *matrix_->matrix();
    const bool hasScale = view() == Heat && !isMissing(values.lowest());
    scale_->setVisible(hasScale);
    if (hasScale) {
        scale_->setTexts(tr("2nd percentile: %1").arg(shownNumber(values.lowest())),
                         tr("98th percentile: %1").arg(shownNumber(values.highest())),
                         tr("missing"));
    }
}

void PanelViews::showVariable() {
    const citypanel::Variable* variable = panel_.find(variable_.toStdString());
    if (view() != Grid && (variable == nullptr || !variable->isNumeric())) {
        stack_->setCurrentWidget(choose_);
        scale_->hide();
        return;
    }
    switch (view()) {
    case Grid:
        stack_->setCurrentWidget(gridPage_);
        break;
    case Matrix:
    case Heat:
        stack_->setCurrentWidget(matrix_);
        matrix_->setHeat(view() == Heat);
        matrix_->setVariable(panel_, variable_);
        break;
    case Lines:
        stack_->setCurrentWidget(lines_);
        showLines();
        break;
    case Histogram:
    case ViewCount:
        stack_->setCurrentWidget(histogram_);
        showHistogram();
        break;
    }
    showScale();
}

void PanelViews::showLines() {
    if (panel_.isCrossSection()) {
        figure_->clear();
        return;
    }
    if (units_ == nullptr) {
        makeUnits();
    }
    std::vector<std::string> chosen;
    const QStringList marked = units_->chosen();
    for (const QString& unit : marked.mid(0, mostLines)) {
        chosen.push_back(unit.toStdString());
    }
    const auto figure = study::unitSeriesFigure(panel_, variable_.toStdString(), chosen);
    if (figure) {
        figure_->setFigure(*figure);
    } else {
        figure_->clear();
    }
}

void PanelViews::showHistogram() {
    const Variable* variable = panel_.find(variable_.toStdString());
    if (variable == nullptr || !variable->isNumeric()) {
        histogram_->clear();
        return;
    }
    histogram_->setCounts({}, prepare::histogram(variable->numbers()),
                          tr("Distribution of %1").arg(variable_));
}

void PanelViews::setTexts() {
    tabs_->setTabText(Grid, tr("Table"));
    tabs_->setTabText(Matrix, tr("Unit × period"));
    tabs_->setTabText(Heat, tr("Heat map"));
    tabs_->setTabText(Lines, tr("Lines"));
    tabs_->setTabText(Histogram, tr("Histogram"));
    tabs_->setAccessibleName(tr("Views of the data"));
    grid_->setAccessibleName(tr("The panel: one row a unit-period, one column a variable"));
    matrix_->setAccessibleName(tr("The variable: one row a unit, one column a period"));
    choose_->setTexts(tr("No numeric variable is chosen"),
                      tr("Choose one in the list at the left to see it here."));
    showVariable();
}

} // namespace citypanel::ui

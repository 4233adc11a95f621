// SPDX-License-Identifier: GPL-3.0-or-later
// The page: variables at the left, grid in the middle, the cell's origin below.
#include "ui/data/data_page.h"

#include "core/recipe/correction_place.h"
#include "core/recipe/tuned_weights.h"
#include "core/sheets/plan_decisions.h"
#include "ui/data/correction_dialog.h"
#include "ui/data/origin_legend.h"
#include "ui/data/panel_export.h"
#include "ui/data/panel_grid.h"
#include "ui/data/panel_views.h"
#include "ui/data/row_tools.h"
#include "ui/data/variable_summary.h"
#include "ui/models/panel_model.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/variable_list.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int sideWidth = 250;
constexpr int asAnalysed = -1;
constexpr int asRead = -2;

/// The row of the same unit and period in another panel; the first where there is none.
std::size_t sameRow(const Panel& from, std::size_t row, const Panel& to) {
    if (row >= from.rowCount() || from.unitLabels().empty()) {
        return 0;
    }
    const std::string& unit = from.unitLabels()[static_cast<std::size_t>(from.unitCodes()[row])];
    const auto labels = to.unitLabels();
    const auto at = std::find(labels.begin(), labels.end(), unit);
    return at == labels.end()
               ? 0
               : to.rowOf(static_cast<std::size_t>(at - labels.begin()), from.periods()[row])
                     .value_or(0);
}

} // namespace

DataPage::DataPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , model_(new PanelModel(this))
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("data", this))
    , state_(new QComboBox(this))
    , stateLabel_(new QLabel(this))
    , cell_(new QLabel(this))
    , views_(new PanelViews(model_, this))
    , tools_(new RowTools(session, this))
    , variables_(new VariableList(this))
    , summary_(new VariableSummary(session, this))
    , legend_(new OriginLegend(this)) {
    setObjectName(QStringLiteral("dataPage"));
    auto* side = new QSplitter(Qt::Vertical, this);
    side->addWidget(variables_);
    side->addWidget(summary_);
    side->setStretchFactor(0, 1);
    side->setStretchFactor(1, 0);
    side->setChildrenCollapsible(false);
    variables_->setContentsMargins(6, 6, 0, 0);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(side);
    across->addWidget(makeMiddle());
    across->setStretchFactor(1, 1);
    keepShares(across, {sideWidth, 3 * sideWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("dataImport"));
    QPushButton* sample = empty_->addAction(QStringLiteral("dataSample"));
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    connect(sample, &QPushButton::clicked, this, &Workplace::sampleRequested);
    connectParts();
    translated(this, [this, import, sample] {
        empty_->setTexts(tr("No data yet"),
                         tr("Import yearbook files, or open the sample project, to see a panel of "
                            "units and periods here."));
        import->setText(tr("Import Files"));
        sample->setText(tr("Open the Sample Project"));
        setTexts();
    });
}

QWidget* DataPage::makeMiddle() {
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(10, 6, 10, 6);
    top->addWidget(stateLabel_);
    top->addWidget(state_);
    top->addSpacing(12);
    top->addWidget(legend_, 1);
    stateLabel_->setBuddy(state_);
    state_->setObjectName(QStringLiteral("dataState"));
    state_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    state_->setMinimumContentsLength(10);
    cell_->setObjectName(QStringLiteral("cellOrigin"));
    cell_->setContentsMargins(10, 5, 10, 5);
    cell_->setWordWrap(true); // a long sentence must not widen the page
    cell_->setMinimumWidth(1);
    cell_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // nor make it higher
    cell_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    tools_->setContentsMargins(10, 6, 10, 6);
    column->addLayout(top);
    views_->setGridTools(tools_);
    column->addWidget(views_, 1);
    column->addWidget(cell_);
    return middle;
}

void DataPage::connectParts() {
    connect(&session_, &ProjectSession::evaluationChanged, this, [this] {
        fillStates();
        showPanel();
    });
    connect(state_, &QComboBox::activated, this, &DataPage::showPanel);
    connect(views_->grid(), &PanelGrid::cellChosen, this, &DataPage::showCell);
    connect(views_->grid(), &PanelGrid::editRefused, this, &DataPage::refuseEdit);
    connect(views_->grid(), &PanelGrid::pasteRequested, this, &DataPage::paste);
    connect(views_->grid()->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &DataPage::sort);
    connect(views_, &PanelViews::rowChosen, this, &DataPage::showMatrixCell);
    connect(tools_, &RowTools::rowsChanged, this, &DataPage::showRows);
    connect(tools_, &RowTools::marksChanged, model_, &PanelModel::setMarks);
    connect(tools_, &RowTools::found, this, [this](int position, const QString& variable) {
        // The keys stand at the side of the grid: their rows are shown where one is.
        PanelGrid* grid = views_->grid();
        const int column = std::max(0, grid->currentIndex().column());
        const QModelIndex cell =
            model_->index(position, model_->columnOf(variable.toStdString()).value_or(column));
        // The focus stays in the line, whose Enter goes on to the next cell.
        grid->setCurrentIndex(cell);
        grid->scrollTo(cell, QAbstractItemView::PositionAtCenter);
    });
    connect(model_, &PanelModel::cellEdited, this, &DataPage::correct);
    connect(variables_, &VariableList::chosenChanged, this, &DataPage::chooseVariable);
    // The origin of the cell is a link to the file, sheet and cell it was read from.
    connect(cell_, &QLabel::linkActivated, this, [this] {
        const Variable* variable = model_->panel().find(variables_->chosen().toStdString());
        if (variable != nullptr && currentRow_ < variable->origins().size()) {
            const Origin origin = variable->origins().at(currentRow_);
            Q_EMIT placeRequested(
                Place{.file = origin.file,
                      .sheet = origin.sheet,
                      .cell = origin.row < 0 ? std::string() : cellName(origin.row, origin.column),
                      .step = origin.step});
        }
    });
}

bool DataPage::showPlace(const Place& place) {
    const Panel& panel = model_->panel();
    const auto column = model_->columnOf(place.variable);
    if (!column && !place.variable.empty()) {
        return false;
    }
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const auto code = static_cast<std::size_t>(panel.unitCodes()[row]);
        const bool isUnit = place.unit.empty() || panel.unitLabels()[code] == place.unit;
        const bool isPeriod =
            place.period.empty() || std::to_string(panel.periods()[row]) == place.period;
        const auto shown = isUnit && isPeriod ? model_->shownRow(row) : std::nullopt;
        if (shown) {
            views_->setView(PanelViews::Grid);
            views_->grid()->showCell(*shown, column.value_or(0));
            return true;
        }
    }
    return false;
}

bool DataPage::focusSearch() {
    variables_->focusSearch();
    return true;
}

bool DataPage::canExport() const {
    return model_->panel().rowCount() > 0;
}

void DataPage::exportShown() {
    const QString name = session_.displayName().isEmpty() ? tr("panel") : session_.displayName();
    if (const QString path = choosePanelFile(this, name); !path.isEmpty()) {
        exportTo(path);
    }
}

void DataPage::exportTo(const QString& path) {
    session_.jobs().runLatest<Status>(
        QStringLiteral("data.export"),
        [panel = model_->panel(), path, tuned = recipe::tunedVariables(session_.project()->recipe),
         language = wordsLanguage()](Progress&) {
            return writePanel(path, panel, tuned, language);
        },
        [this, path](const Status& status) {
            Q_EMIT messageRequested(status ? tr("Written: %1").arg(QDir::toNativeSeparators(path))
                                           : problemSentence(status.error()),
                                    !status);
        });
}

void DataPage::fillStates() {
    const QVariant before = state_->currentData();
    const QSignalBlocker blocker(state_);
    const recipe::Evaluation& evaluation = session_.evaluation()->recipe;
    state_->clear();
    state_->addItem(tr("as analysed"), asAnalysed);
    state_->addItem(tr("as read"), asRead);
    for (std::size_t i = 0; i < evaluation.steps.size(); ++i) {
        const auto& steps = session_.project()->recipe.steps;
        const std::size_t at = session_.project()->recipe.indexOf(evaluation.steps[i].key);
        if (at < steps.size()) {
            state_->addItem(
                tr("after step %1: %2").arg(i + 1).arg(stepTitle(recipe::idOf(steps[at].step))),
                static_cast<int>(i));
        }
    }
    state_->setCurrentIndex(std::max(0, state_->findData(before)));
}

std::size_t DataPage::shownSteps() const {
    const int chosen = state_->currentData().toInt();
    return chosen == asRead ? 0
           : chosen >= 0    ? static_cast<std::size_t>(chosen) + 1
                            : session_.evaluation()->recipe.steps.size();
}

void DataPage::showPanel() {
    const recipe::Evaluation& evaluation = session_.evaluation()->recipe;
    const std::size_t steps = shownSteps();
    const Panel& panel = steps == 0 ? evaluation.source : evaluation.steps[steps - 1].panel;
    // The chosen cell stays chosen while the data around it change.
    const Panel before = model_->panel();
    const std::string variable = variables_->chosen().toStdString();
    const int column = std::max(0, views_->grid()->currentIndex().column());
    const std::size_t row = sameRow(before, currentRow_, panel);
    model_->setPanel(panel);
    views_->grid()->setCurrentIndex(
        model_->index(static_cast<int>(row), model_->columnOf(variable).value_or(std::min(
                                                 column, std::max(0, model_->columnCount() - 1)))));
    variables_->setPanel(panel);
    legend_->setPanel(panel);
    views_->setPanel(panel);
    stack_->setCurrentIndex(panel.rowCount() == 0 ? 0 : 1);
    setFocusProxy(panel.rowCount() == 0 ? static_cast<QWidget*>(empty_) : views_->grid());
    tools_->setPanel(panel);
    summary_->show(panel, variables_->chosen());
}

void DataPage::showRows(const std::vector<std::size_t>& rows) {
    const std::size_t kept = currentRow_;
    const int column = std::max(0, views_->grid()->currentIndex().column());
    if (rows != model_->rows()) {
        model_->setRows(rows);
    }
    const int row = model_->shownRow(kept).value_or(0);
    if (row < model_->rowCount()) {
        views_->grid()->setCurrentIndex(model_->index(row, column));
    }
}

void DataPage::sort(int column, Qt::SortOrder order) {
    const bool isSorted = column >= 0 && column < model_->columnCount();
    tools_->sortBy(isSorted ? QString::fromStdString(model_->variableAt(column).name()) : QString(),
                   order == Qt::AscendingOrder);
}

void DataPage::showCell() {
    const QModelIndex index = views_->grid()->currentIndex();
    if (!index.isValid()) {
        cell_->clear();
        return;
    }
    currentRow_ = model_->panelRow(index.row());
    const QString variable = index.data(PanelModel::VariableNameRole).toString();
    const QVariant value = index.data(Qt::EditRole);
    QString exact =
        value.typeId() == QMetaType::Double ? exactText(value.toDouble()) : value.toString();
    if (exact.isEmpty()) {
        exact = tr("missing");
    }
    const Origin origin = model_->originAt(index);
    QString source = originText(origin).toHtmlEscaped();
    if (const sheets::UnitConversion* converted =
            sheets::conversionOf(session_.project()->plan, origin, variable.toStdString())) {
        source += QLatin1Char(' ') + tr("Converted from %1 to %2.")
                                         .arg(qs(converted->from), qs(converted->to))
                                         .toHtmlEscaped();
    }
    const bool isLinked = !origin.file.empty() || !origin.step.empty();
    cell_->setText(tr("%1, %2: %3. %4")
                       .arg(variable.toHtmlEscaped(), model_->rowName(index.row()).toHtmlEscaped(),
                            exact.toHtmlEscaped(),
                            isLinked ? QStringLiteral("<a href='#'>%1</a>").arg(source) : source));
    variables_->choose(variable);
    views_->setVariable(variable);
}

void DataPage::showMatrixCell(std::size_t panelRow) {
    if (const auto row = model_->shownRow(panelRow)) {
        const auto column = model_->columnOf(variables_->chosen().toStdString());
        views_->grid()->setCurrentIndex(model_->index(*row, column.value_or(0)));
    }
}

void DataPage::chooseVariable(const QString& name) {
    summary_->show(model_->panel(), name);
    views_->setVariable(name);
    const auto column = model_->columnOf(name.toStdString());
    QTableView* grid = views_->grid();
    if (column && grid->currentIndex().column() != *column) {
        const QModelIndex index = model_->index(std::max(0, grid->currentIndex().row()), *column);
        grid->setCurrentIndex(index);
        grid->scrollTo(index);
    }
}

void DataPage::correct(int row, const QString& variable, double value) {
    const Panel& panel = model_->panel();
    const std::size_t at = model_->panelRow(row);
    const std::string unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[at])];
    const Period period = panel.periods()[at];
    const double before = panel.find(variable.toStdString())->numbers()[at];
    auto* dialog = new CorrectionDialog(
        QStringLiteral("%1, %2").arg(variable, model_->rowName(row)), before, value, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [=, this] {
        const recipe::CorrectStep step{.variable = ColumnName(variable.toStdString()),
                                       .unit = unit,
                                       .period = period,
                                       .value = dialog->value(),
                                       .reason = dialog->reason().toStdString()};
        const std::size_t place = recipe::correctionPlace(
            session_.evaluation()->recipe, shownSteps(), step.variable.text, unit, period);
        session_.edit(tr("Correct %1").arg(variable), [step, place](project::Project p) {
            p.recipe = recipe::withStep(std::move(p.recipe), step, place);
            return p;
        });
    });
    dialog->open();
}

void DataPage::setTexts() {
    stateLabel_->setText(tr("Data &shown:"));
    state_->setAccessibleName(tr("Which state of the data is shown"));
    fillStates();
    showPanel();
    legend_->retranslate();
    showCell();
}

} // namespace citypanel::ui

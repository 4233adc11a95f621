// SPDX-License-Identifier: GPL-3.0-or-later
// The map above, the lists below.
#include "ui/import/join_panel.h"

#include "ui/import/conflicts_panel.h"
#include "ui/import/import_desk.h"
#include "ui/models/panel_model.h"
#include "ui/models/report_model.h"
#include "ui/models/words.h"
#include "ui/widgets/coverage_map.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

QString number(std::size_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

} // namespace

JoinPanel::JoinPanel(ImportDesk& desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , variableLabel_(new QLabel(this))
    , variable_(new QComboBox(this))
    , fitted_(new QCheckBox(this))
    , summary_(new QLabel(this))
    , map_(new CoverageMap(this))
    , legend_(new QLabel(this))
    , cell_(new QLabel(this))
    , pages_(new QTabWidget(this))
    , read_(new QTableView(this))
    , readModel_(new PanelModel(this))
    , variablesModel_(new ReportModel(this))
    , variables_(makeTable("coverageTable", variablesModel_))
    , conflicts_(new ConflictsPanel(desk, this))
    , gapsModel_(new ReportModel(this))
    , gaps_(makeTable("gapsTable", gapsModel_))
    , unreadableModel_(new ReportModel(this))
    , unreadable_(makeTable("unreadableTable", unreadableModel_)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(makeMap());
    down->addWidget(pages_);
    keepShares(down, {360, 260});
    down->setHandleWidth(1);
    down->setChildrenCollapsible(false);
    column->addWidget(down);
    pages_->setDocumentMode(true);
    pages_->setObjectName(QStringLiteral("joinPages"));
    read_->setModel(readModel_);
    read_->setObjectName(QStringLiteral("asReadGrid"));
    read_->setFrameShape(QFrame::NoFrame);
    read_->setWordWrap(false);
    read_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    read_->setTabKeyNavigation(false);
    read_->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    followFont(read_, 6);
    for (QWidget* page :
         std::initializer_list<QWidget*>{read_, variables_, conflicts_, gaps_, unreadable_}) {
        pages_->addTab(page, QString());
    }
    setFocusProxy(map_);
    connectParts();
    translated(this, [this] { setTexts(); });
}

QWidget* JoinPanel::makeMap() {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(12, 8, 12, 4);
    auto* top = new WrappingRow;
    top->addTogether({variableLabel_, variable_});
    top->addWidget(fitted_);
    top->addStretch();
    top->addWidget(legend_);
    column->addLayout(top);
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("coverageSummary"));
    column->addWidget(summary_);
    column->addWidget(map_, 1);
    column->addWidget(cell_);
    variableLabel_->setBuddy(variable_);
    variable_->setObjectName(QStringLiteral("coverageVariable"));
    variable_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    variable_->setMinimumContentsLength(22);
    fitted_->setObjectName(QStringLiteral("coverageFitted"));
    map_->setObjectName(QStringLiteral("coverageMap"));
    cell_->setObjectName(QStringLiteral("coverageCell"));
    legend_->setTextFormat(Qt::RichText);
    return holder;
}

QTableView* JoinPanel::makeTable(const char* name, ReportModel* model) {
    auto* table = new QTableView(this);
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    followFont(table, 6);
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table, &QTableView::activated, this, [this, model](const QModelIndex& index) {
        desk_.showPlace(model->placeOf(index.row()));
    });
    return table;
}

void JoinPanel::connectParts() {
    connect(&desk_, &ImportDesk::reviewChanged, this, &JoinPanel::refresh);
    connect(variable_, &QComboBox::activated, this, &JoinPanel::showMap);
    connect(fitted_, &QCheckBox::toggled, map_, &CoverageMap::setFitted);
    connect(map_, &CoverageMap::cellChosen, this, &JoinPanel::showCell);
    connect(map_, &CoverageMap::cellActivated, this, [this](int unit, int period) {
        const Coverage& coverage = map_->coverage();
        const auto& panel = readModel_->panel();
        const auto row = panel.rowOf(static_cast<std::size_t>(unit),
                                     coverage.periods[static_cast<std::size_t>(period)]);
        if (row) {
            pages_->setCurrentIndex(ReadPage);
            read_->setCurrentIndex(readModel_->index(static_cast<int>(*row), 0));
            read_->scrollTo(read_->currentIndex());
        }
    });
}

void JoinPanel::refresh() {
    const auto review = desk_.review();
    readModel_->setPanel(review->result ? review->result->panel : Panel{});
    const QSignalBlocker blocker(variable_);
    const QString before = variable_->currentData().toString();
    variable_->clear();
    variable_->addItem(tr("all variables"), QString());
    for (const VariableCoverage& variable : review->variables) {
        variable_->addItem(qs(variable.variable), qs(variable.variable));
    }
    variable_->setCurrentIndex(std::max(0, variable_->findData(before)));
    showMap();
    showVariables();
    showGaps();
    showUnreadable();
    const std::size_t conflicts =
        review->result ? review->result->report.conflicts.size() : std::size_t{0};
    pages_->setTabText(ReadPage, tr("Panel as read"));
    pages_->setTabText(VariablesPage, tr("Variables (%1)").arg(number(review->variables.size())));
    pages_->setTabText(ConflictsPage, tr("Conflicts (%1)").arg(number(conflicts)));
    pages_->setTabText(GapsPage, tr("Gaps (%1)").arg(number(review->gaps.size())));
    pages_->setTabText(UnreadablePage,
                       tr("Not readable (%1)").arg(number(unreadableWarnings_.size())));
}

void JoinPanel::showMap() {
    const auto review = desk_.review();
    const std::string variable = variable_->currentData().toString().toStdString();
    if (variable.empty() || !review->result) {
        map_->setCoverage(review->coverage);
    } else {
        const std::vector<std::string> names{variable};
        map_->setCoverage(coverageOf(review->result->panel, names));
    }
    summary_->setText(map_->summary());
    showCell();
}

void JoinPanel::showCell() {
    cell_->setText(map_->cellText());
}

void JoinPanel::showLegend() {
    QString stops;
    for (const double share : {0.1, 0.325, 0.55, 0.775, 1.0}) {
        stops += QStringLiteral("<span style='background-color:%1'>&nbsp;&nbsp;&nbsp;</span>")
                     .arg(CoverageMap::shareColour(share).name());
    }
    legend_->setText(
        QStringLiteral("× %1 &nbsp; %2 %3 %4").arg(tr("nothing"), tr("little"), stops, tr("all")));
}

void JoinPanel::showVariables() {
    const auto review = desk_.review();
    const double rows = static_cast<double>(review->coverage.counts.size());
    variablesModel_->setSource(
        {.headers = {tr("Variable"), tr("Values"), tr("Share"), tr("Years"), tr("Complete units"),
                     tr("Units without any"), tr("Gaps inside")},
         .rowCount = static_cast<int>(review->variables.size()),
         .text = [review, rows](int row, int column) -> QString {
             const VariableCoverage& v = review->variables[static_cast<std::size_t>(row)];
             const double share = rows == 0 ? 0 : 100 * static_cast<double>(v.values) / rows;
             const QString cells[] = {
                 qs(v.variable),
                 number(v.values),
                 QLocale().toString(share, 'f', 1) + QStringLiteral(" %"),
                 v.values == 0 ? QString() : QStringLiteral("%1–%2").arg(v.first).arg(v.last),
                 number(v.completeUnits),
                 number(v.emptyUnits),
                 number(v.gapCount)};
             return cells[column];
         },
         .isNumber = [](int column) { return column > 0; }});
    variables_->resizeColumnsToContents();
}

void JoinPanel::showGaps() {
    const auto review = desk_.review();
    gapsModel_->setSource({.headers = {tr("Variable"), tr("Place"), tr("Missing years")},
                           .rowCount = static_cast<int>(review->gaps.size()),
                           .text = [review](int row, int column) -> QString {
                               const Gap& gap = review->gaps[static_cast<std::size_t>(row)];
                               const QString years =
                                   gap.from == gap.to
                                       ? QString::number(gap.from)
                                       : QStringLiteral("%1–%2").arg(gap.from).arg(gap.to);
                               const QString cells[] = {qs(gap.variable), qs(gap.unit), years};
                               return cells[column];
                           }});
    gaps_->setColumnWidth(0, fontMetrics().averageCharWidth() * 40);
}

void JoinPanel::showUnreadable() {
    const auto review = desk_.review();
    unreadableWarnings_.clear();
    if (review->result) {
        const Problems& warnings = review->result->report.warnings;
        for (std::size_t i = 0; i < warnings.size(); ++i) {
            if (warnings[i].code == ProblemCode::CellUnreadable) {
                unreadableWarnings_.push_back(i);
            }
        }
    }
    const auto at = [this, review](int row) -> const Problem& {
        return review->result->report.warnings[unreadableWarnings_[static_cast<std::size_t>(row)]];
    };
    unreadableModel_->setSource(
        {.headers = {tr("As written"), tr("Variable"), tr("Place"), tr("Year"), tr("Where")},
         .rowCount = static_cast<int>(unreadableWarnings_.size()),
         .text = [at](int row, int column) -> QString {
             const Problem& problem = at(row);
             const QString where =
                 QStringLiteral("%1 › %2 › %3")
                     .arg(qs(problem.place.file), qs(problem.place.sheet), qs(problem.place.cell));
             const QString cells[] = {qs(problem.found), qs(problem.place.variable),
                                      qs(problem.place.unit), qs(problem.place.period), where};
             return cells[column];
         },
         .place = [at](int row) -> Place { return at(row).place; }});
    unreadable_->resizeColumnsToContents();
}

void JoinPanel::showOpen() {
    pages_->setCurrentIndex(ConflictsPage);
    conflicts_->showOpen();
}

void JoinPanel::setTexts() {
    variableLabel_->setText(tr("&Coverage of"));
    variable_->setAccessibleName(tr("Which variable the map shows"));
    fitted_->setText(tr("Sho&w all cities at once"));
    fitted_->setToolTip(
        tr("The rows are made as low as they must be, instead of scrolling through them."));
    map_->setAccessibleName(tr("Coverage: cities down, years across"));
    read_->setAccessibleName(tr("The panel as read"));
    variables_->setAccessibleName(tr("What each variable has and lacks"));
    gaps_->setAccessibleName(tr("Years missing between two values"));
    unreadable_->setAccessibleName(tr("Cells that cannot be read; Enter shows the cell"));
    showLegend();
    refresh();
}

} // namespace citypanel::ui

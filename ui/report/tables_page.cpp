// SPDX-License-Identifier: GPL-3.0-or-later
// The list of results, the one chosen, and the files they are written to.
#include "ui/report/tables_page.h"

#include "ui/charts/figure_export.h"
#include "ui/charts/figure_view.h"
#include "ui/models/study_outcomes.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int keyRole = Qt::UserRole + 1;   // of the study
constexpr int tableRole = Qt::UserRole + 2; // index of the table, -1 for a figure
constexpr int figureRole = Qt::UserRole + 3;

} // namespace

TablesPage::TablesPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("tables", this))
    , list_(new QListWidget(this))
    , problems_(new QLabel(this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this))
    , exportTable_(new QPushButton(this))
    , exportFigure_(new QPushButton(this))
    , exportAll_(new QPushButton(this)) {
    setObjectName(QStringLiteral("tablesPage"));
    list_->setObjectName(QStringLiteral("tablesList"));
    list_->setFrameShape(QFrame::NoFrame);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(list_);
    across->addWidget(makeShown());
    across->setStretchFactor(1, 1);
    across->setSizes({230, 700});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    QPushButton* models = empty_->addAction(QStringLiteral("tablesModels"));
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    connect(models, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("models")); });
    connect(list_, &QListWidget::currentItemChanged, this, &TablesPage::showChosen);
    connect(list_, &QListWidget::itemActivated, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("models")); });
    connect(exportTable_, &QPushButton::clicked, this, &TablesPage::exportShown);
    connect(exportFigure_, &QPushButton::clicked, this, &TablesPage::exportFigureShown);
    connect(exportAll_, &QPushButton::clicked, this, &TablesPage::exportAll);
    connect(&session_, &ProjectSession::evaluationChanged, this, &TablesPage::fillList);
    connect(&session_, &ProjectSession::projectChanged, this, &TablesPage::fillList);
    translated(this, [this, models] {
        empty_->setTexts(tr("No tables yet"),
                         tr("Estimate a model first: its table and figure appear here, ready to be "
                            "written to Word and other formats."));
        models->setText(tr("Go to the Models"));
        setTexts();
    });
}

QWidget* TablesPage::makeShown() {
    auto* shown = new QWidget(this);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(10, 6, 10, 6);
    tools->addStretch(1);
    tools->addWidget(exportTable_);
    tools->addWidget(exportFigure_);
    tools->addWidget(exportAll_);
    exportTable_->setObjectName(QStringLiteral("exportChosenTable"));
    exportFigure_->setObjectName(QStringLiteral("exportChosenFigure"));
    exportAll_->setObjectName(QStringLiteral("exportAllTables"));
    for (QPushButton* button : {exportTable_, exportFigure_, exportAll_}) {
        button->setIcon(icon("export"));
    }
    problems_->setWordWrap(true);
    problems_->setContentsMargins(12, 2, 12, 4);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(table_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    table_->setBackgroundRole(QPalette::Base);
    table_->setAutoFillBackground(true);
    column->addLayout(tools);
    column->addWidget(problems_);
    column->addWidget(scroll, 1);
    column->addWidget(figure_, 1);
    return shown;
}

bool TablesPage::showPlace(const Place& place) {
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(keyRole).toString().toStdString() == place.step) {
            list_->setCurrentRow(i);
            return true;
        }
    }
    return false;
}

void TablesPage::exportShown() {
    if (!table_->table() || !exportTable_->isEnabled()) {
        return;
    }
    const QString path = chooseTableFile(this, list_->currentItem()->text());
    if (!path.isEmpty()) {
        const std::vector<study::Table> tables{*table_->table()};
        const Status status = writeTables(path, tables, tableStyleOf(session_.project()->settings));
        tell(path, status ? QString() : problemSentence(status.error()));
    }
}

bool TablesPage::canExport() const {
    return true;
}

std::vector<study::Table> TablesPage::allTables() const {
    std::vector<study::Table> tables;
    for (const project::StudyOutcome& outcome : session_.evaluation()->studies) {
        if (outcome.result != nullptr) {
            tables.insert(tables.end(), outcome.result->tables.begin(),
                          outcome.result->tables.end());
        }
    }
    return tables;
}

void TablesPage::fillList() {
    const int before = list_->currentRow();
    const QSignalBlocker blocker(list_);
    list_->clear();
    const auto add = [this](const project::StudyOutcome& outcome, const QString& name,
                            const char* iconName, int table, int figure) {
        auto* item = new QListWidgetItem(icon(iconName), name, list_);
        item->setData(keyRole, QString::fromStdString(outcome.key));
        item->setData(tableRole, table);
        item->setData(figureRole, figure);
    };
    for (const project::StudyOutcome& outcome : session_.evaluation()->studies) {
        const QString name = QString::fromStdString(outcome.name);
        if (outcome.result == nullptr) {
            add(outcome, name, "error", -1, -1);
            continue;
        }
        const auto tables = static_cast<int>(outcome.result->tables.size());
        for (int i = 0; i < tables; ++i) {
            add(outcome, tables == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(i + 1),
                "tables", i, -1);
        }
        for (int i = 0; i < static_cast<int>(outcome.result->figures.size()); ++i) {
            add(outcome, tr("%1: figure").arg(name), "chart", -1, i);
        }
    }
    const bool hasAny = list_->count() > 0;
    stack_->setCurrentIndex(hasAny ? 1 : 0);
    setFocusProxy(hasAny ? static_cast<QWidget*>(list_) : empty_);
    list_->setCurrentRow(hasAny ? std::clamp(before, 0, list_->count() - 1) : -1);
    showChosen();
}

void TablesPage::showChosen() {
    const QListWidgetItem* item = list_->currentItem();
    const project::StudyOutcome* outcome =
        item == nullptr ? nullptr
                        : outcomeOf(*session_.evaluation(), item->data(keyRole).toString());
    const int table = item == nullptr ? -1 : item->data(tableRole).toInt();
    const int figure = item == nullptr ? -1 : item->data(figureRole).toInt();
    const bool hasResult = outcome != nullptr && outcome->result != nullptr;
    const bool isTable = hasResult && table >= 0;
    const bool isFigure = hasResult && figure >= 0;
    if (isTable) {
        table_->setTable(outcome->result->tables[static_cast<std::size_t>(table)],
                         tableStyleOf(session_.project()->settings));
    }
    if (isFigure) {
        figure_->setFigure(outcome->result->figures[static_cast<std::size_t>(figure)]);
    }
    table_->setVisible(isTable);
    table_->parentWidget()->parentWidget()->setVisible(!isFigure);
    figure_->setVisible(isFigure);
    exportTable_->setEnabled(isTable);
    exportFigure_->setEnabled(isFigure);
    exportAll_->setEnabled(hasResult);
    problems_->setText(
        outcome == nullptr ? QString() : problemLines(outcome->problems).join(QLatin1Char('\n')));
    problems_->setVisible(!problems_->text().isEmpty());
}

void TablesPage::exportFigureShown() {
    if (!figure_->figure()) {
        return;
    }
    const QString name = session_.displayName().isEmpty() ? tr("figure") : session_.displayName();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export Figure"),
        QDir(Preferences::lastFolder()).filePath(name + QStringLiteral(".pdf")),
        tr("PDF (*.pdf);;SVG (*.svg);;PNG, 300 dpi (*.png)"));
    if (path.isEmpty()) {
        return;
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    const auto language = tableStyleOf(session_.project()->settings).language;
    const Status status = exportFigure(*figure_->figure(), language, path);
    tell(path, status ? QString() : problemSentence(status.error()));
}

void TablesPage::exportAll() {
    const QString name = session_.displayName().isEmpty() ? tr("tables") : session_.displayName();
    const QString path = chooseTableFile(this, name);
    if (!path.isEmpty()) {
        const std::vector<study::Table> tables = allTables();
        const Status status = writeTables(path, tables, tableStyleOf(session_.project()->settings));
        tell(path, status ? QString() : problemSentence(status.error()));
    }
}

void TablesPage::tell(const QString& path, const QString& failure) {
    Q_EMIT messageRequested(
        failure.isEmpty() ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : failure,
        !failure.isEmpty());
}

void TablesPage::setTexts() {
    list_->setAccessibleName(tr("Tables and figures; Enter opens the models"));
    exportTable_->setText(tr("Export &Table…"));
    exportFigure_->setText(tr("Export &Figure…"));
    exportAll_->setText(tr("Export &All Tables…"));
    exportAll_->setToolTip(tr("All tables in one file, in their order"));
    QPalette palette = problems_->palette();
    palette.setColor(QPalette::WindowText, colour(ColourRole::Error));
    problems_->setPalette(palette);
    fillList();
}

} // namespace citypanel::ui

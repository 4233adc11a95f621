// SPDX-License-Identifier: GPL-3.0-or-later
// The list of results, the one chosen with its editors, and the files they are written to.
#include "ui/report/tables_page.h"

#include "core/project/report_text.h"
#include "core/report/atomic_file.h"
#include "ui/charts/figure_export.h"
#include "ui/charts/figure_view.h"
#include "ui/models/no_result.h"
#include "ui/models/study_outcomes.h"
#include "ui/models/words.h"
#include "ui/report/result_list.h"
#include "ui/report/style_panel.h"
#include "ui/report/table_edits_panel.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/no_result_view.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int usualList = 165;
constexpr int usualEditors = 270;

} // namespace

TablesPage::TablesPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("tables", this))
    , list_(new ResultList(session, this))
    , none_(new NoResultView(session, this))
    , problems_(new QLabel(this))
    , noResult_(new NoResultView(session, this))
    , table_(new ResultTable(this))
    , figure_(new FigureView(this))
    , exportTable_(new QPushButton(this))
    , exportFigure_(new QPushButton(this))
    , exportAll_(new QPushButton(this))
    , exportReport_(new QPushButton(this))
    , editors_(new QTabWidget(this))
    , style_(new StylePanel(session, this))
    , edits_(new TableEditsPanel(session, this))
    , tableArea_(new QScrollArea(this)) {
    setObjectName(QStringLiteral("tablesPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(list_);
    across->addWidget(makeShown());
    across->addWidget(makeEditors());
    across->setStretchFactor(1, 1);
    keepShares(across, {usualList, 900, usualEditors}); // the table has what room there is
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    QPushButton* models = empty_->addAction(QStringLiteral("tablesModels"));
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    stack_->addWidget(none_);
    for (NoResultView* view : {none_, noResult_}) {
        connect(view, &NoResultView::placeRequested, this, &Workplace::placeRequested);
    }
    const auto toModels = [this] { Q_EMIT workplaceRequested(QStringLiteral("models")); };
    connect(models, &QPushButton::clicked, this, toModels);
    connect(list_, &ResultList::activated, this, toModels);
    connect(list_, &ResultList::chosen, this, &TablesPage::showChosen);
    connect(style_, &StylePanel::messageRequested, this, &Workplace::messageRequested);
    connect(exportTable_, &QPushButton::clicked, this, &TablesPage::exportShown);
    connect(exportFigure_, &QPushButton::clicked, this, &TablesPage::exportFigureShown);
    connect(exportAll_, &QPushButton::clicked, this, &TablesPage::exportAll);
    connect(exportReport_, &QPushButton::clicked, this, &TablesPage::exportReport);
    connect(&session_, &ProjectSession::evaluationChanged, this, &TablesPage::refresh);
    connect(&session_, &ProjectSession::evaluatingChanged, this, [this] {
        if (list_->isEmpty()) {
            refresh();
        }
    });
    connect(&session_, &ProjectSession::projectChanged, this, &TablesPage::refresh);
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
    auto* tools = new WrappingRow;
    tools->setContentsMargins(10, 6, 10, 6);
    tools->addStretch();
    exportTable_->setObjectName(QStringLiteral("exportChosenTable"));
    exportFigure_->setObjectName(QStringLiteral("exportChosenFigure"));
    exportAll_->setObjectName(QStringLiteral("exportAllTables"));
    exportReport_->setObjectName(QStringLiteral("exportReport"));
    for (QPushButton* button : {exportTable_, exportFigure_, exportAll_, exportReport_}) {
        button->setIcon(icon("export"));
        tools->addWidget(button);
    }
    problems_->setWordWrap(true);
    problems_->setContentsMargins(12, 2, 12, 4);
    tableArea_->setWidget(table_);
    tableArea_->setWidgetResizable(true);
    tableArea_->setFrameShape(QFrame::NoFrame);
    table_->setBackgroundRole(QPalette::Base);
    table_->setAutoFillBackground(true);
    column->addLayout(tools);
    column->addWidget(problems_);
    column->addWidget(tableArea_, 1);
    column->addWidget(figure_, 1);
    column->addWidget(noResult_, 1);
    return shown;
}

QWidget* TablesPage::makeEditors() {
    auto* area = new FormArea(style_, this);
    editors_->setObjectName(QStringLiteral("tableEditors"));
    editors_->setDocumentMode(true);
    editors_->addTab(area, QString());
    editors_->addTab(edits_, QString());
    return editors_;
}

bool TablesPage::showPlace(const Place& place) {
    return list_->chooseStudy(QString::fromStdString(place.step));
}

void TablesPage::exportShown() {
    edits_->commit(); // the key that exports leaves the focus where one types
    if (!table_->table() || !exportTable_->isEnabled()) {
        return;
    }
    const QString path = chooseTableFile(this, list_->currentName());
    if (!path.isEmpty()) {
        const std::vector<study::Table> tables{*table_->table()};
        const Status status = writeTables(path, tables, table_->style());
        tell(path, status ? QString() : problemSentence(status.error()));
    }
}

bool TablesPage::canExport() const {
    return true;
}

std::vector<study::Table> TablesPage::allTables() const {
    std::vector<study::Table> tables;
    const project::Project& project = *session_.project();
    for (const project::ReportResult& result :
         project::reportResults(project, session_.evaluation()->studies)) {
        if (result.table != nullptr && result.isIncluded) {
            tables.push_back(project::shownTable(project, result));
        }
    }
    return tables;
}

void TablesPage::refresh() {
    list_->refresh();
    const bool hasAny = !list_->isEmpty();
    const bool isExplained = !hasAny && whyNoResult(session_, {}).has_value();
    if (isExplained) {
        none_->explain({});
    }
    stack_->setCurrentIndex(hasAny ? 1 : isExplained ? 2 : 0);
    setFocusProxy(hasAny        ? static_cast<QWidget*>(list_)
                  : isExplained ? static_cast<QWidget*>(none_)
                                : empty_);
    showChosen();
}

void TablesPage::showChosen() {
    const project::ReportResult* chosen = list_->current();
    if (chosen == nullptr || !edits_->isOf(*chosen)) {
        edits_->commit(); // an edit: the list is filled anew
        chosen = list_->current();
    }
    const project::Project& project = *session_.project();
    const bool isTable = chosen != nullptr && chosen->table != nullptr;
    const bool isFigure = chosen != nullptr && chosen->figure != nullptr;
    if (isTable) {
        table_->setTable(project::shownTable(project, *chosen),
                         project::styleOfTable(project, session_.evaluation()->studies,
                                               chosen->studyKey, chosen->key));
    }
    if (isFigure) {
        figure_->setFigure(project::shownFigure(project, *chosen),
                           project::tableStyleOf(project).language, project.report.figures);
    }
    if (chosen != nullptr) {
        edits_->setResult(*chosen);
    } else {
        edits_->clear();
    }
    style_->refresh(isFigure);
    editors_->setTabText(1, isFigure ? tr("This Figure") : tr("This Table"));
    table_->setVisible(isTable);
    const bool isExplained = chosen == nullptr && noResult_->explain(list_->currentStudy());
    noResult_->setVisible(isExplained);
    tableArea_->setVisible(!isFigure && !isExplained);
    figure_->setVisible(isFigure);
    exportTable_->setEnabled(isTable);
    exportTable_->setVisible(!isFigure);
    exportFigure_->setEnabled(isFigure);
    exportFigure_->setVisible(isFigure);
    exportAll_->setEnabled(chosen != nullptr);
    exportReport_->setEnabled(chosen != nullptr);
    const project::StudyOutcome* outcome = outcomeOf(*session_.evaluation(), list_->currentStudy());
    problems_->setText(
        outcome == nullptr ? QString() : problemLines(outcome->problems).join(QLatin1Char('\n')));
    problems_->setVisible(!problems_->text().isEmpty() && !isExplained); // it says the same
}

void TablesPage::exportFigureShown() {
    edits_->commit();
    if (!figure_->figure()) {
        return;
    }
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export Figure"),
        QDir(Preferences::lastFolder()).filePath(list_->currentName() + QStringLiteral(".pdf")),
        tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;Numbers (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    const project::Project& project = *session_.project();
    const Status status = exportFigure(*figure_->figure(), project::tableStyleOf(project).language,
                                       path, project.report.figures);
    tell(path, status ? QString() : problemSentence(status.error()));
}

void TablesPage::exportAll() {
    edits_->commit();
    const QString name = session_.displayName().isEmpty() ? tr("tables") : session_.displayName();
    const QString path = chooseTableFile(this, name);
    if (!path.isEmpty()) {
        const std::vector<study::Table> tables = allTables();
        const Status status = writeTables(path, tables, project::tableStyleOf(*session_.project()));
        tell(path, status ? QString() : problemSentence(status.error()));
    }
}

void TablesPage::exportReport() {
    const QString name = session_.displayName().isEmpty() ? tr("report") : session_.displayName();
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export Report"),
        QDir(Preferences::lastFolder()).filePath(name + QStringLiteral(".docx")),
        tr("Word document (*.docx);;Web page (*.html);;Rich text (*.rtf);;LaTeX with its figures "
           "(*.zip)"));
    if (path.isEmpty()) {
        return;
    }
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
    writeReport(path);
}

void TablesPage::writeReport(const QString& path) {
    edits_->commit();
    const std::string name = QFileInfo(path).fileName().toStdString();
    const auto format = report::documentFormatOfFile(name);
    if (!format) {
        const Problem problem{.code = ProblemCode::FileFormatUnknown,
                              .place = {.file = name},
                              .found = QFileInfo(path).suffix().toStdString(),
                              .expected = "docx, html, rtf, zip"};
        return tell(path, problemSentence(problem));
    }
    const project::Project& project = *session_.project();
    const report::TableStyle style = project::tableStyleOf(project);
    const auto draw = [&](const study::Figure& figure) {
        return pictureOf(figure, style.language, project.report.figures);
    };
    // Charts are drawn on this thread; rendering and writing need not be.
    auto document = project::reportDocument(project, *session_.evaluation(), draw);
    if (!document) {
        return tell(path, problemSentence(document.error()));
    }
    session_.jobs().runLatest<Status>(
        QStringLiteral("report"),
        [document = *std::move(document), style, format = *format, path](Progress&) -> Status {
            CITYPANEL_TRY(const QByteArray bytes, report::renderDocument(document, style, format));
            return report::writeAtomically(path, bytes);
        },
        [page = QPointer<TablesPage>(this), path](const Status& status) {
            if (page) {
                page->tell(path, status ? QString() : problemSentence(status.error()));
            }
        });
}

void TablesPage::tell(const QString& path, const QString& failure) {
    Q_EMIT messageRequested(
        failure.isEmpty() ? tr("Written: %1").arg(QDir::toNativeSeparators(path)) : failure,
        !failure.isEmpty());
}

void TablesPage::setTexts() {
    editors_->setTabText(0, tr("Style"));
    exportTable_->setText(tr("Export &Table…"));
    exportFigure_->setText(tr("Export F&igure…"));
    exportAll_->setText(tr("Export A&ll Tables…"));
    exportAll_->setToolTip(tr("The ticked tables in one file, in their order"));
    exportReport_->setText(tr("Export Re&port…"));
    exportReport_->setToolTip(tr("Tables, figures, methods and data appendix in one document"));
    setInk(problems_, ColourRole::Error);
    refresh();
}

} // namespace citypanel::ui

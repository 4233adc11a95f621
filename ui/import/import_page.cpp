// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at files, correcting what was guessed, and importing.
#include "ui/import/import_page.h"

#include "ui/import/layout_form.h"
#include "ui/import/sheet_delegate.h"
#include "ui/models/columns_model.h"
#include "ui/models/panel_model.h"
#include "ui/models/sheet_model.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int sheetRole = Qt::UserRole + 1;
const QString readingView = QStringLiteral("import.read");
const QString previewView = QStringLiteral("import.preview");

QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

} // namespace

ImportPage::ImportPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("import", this))
    , tree_(new QTreeWidget(this))
    , add_(new QToolButton(this))
    , remove_(new QToolButton(this))
    , sheetTitle_(new QLabel(this))
    , grid_(new QTableView(this))
    , gridModel_(new SheetModel(this))
    , previewTitle_(new QLabel(this))
    , preview_(new QTableView(this))
    , previewModel_(new PanelModel(this))
    , form_(new LayoutForm(this))
    , columns_(new QTableView(this))
    , columnsModel_(new ColumnsModel(this))
    , columnsTitle_(new QLabel(this))
    , summary_(new QLabel(this))
    , import_(new QPushButton(this)) {
    setObjectName(QStringLiteral("importPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(makeFiles());
    across->addWidget(makeSheet());
    across->addWidget(makeMeaning());
    across->setStretchFactor(1, 1);
    across->setSizes({190, 440, 290});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(across, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 6, 12, 6);
    bottom->addWidget(summary_, 1);
    bottom->addWidget(import_);
    column->addLayout(bottom);
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("importSummary"));
    import_->setObjectName(QStringLiteral("importNow"));
    import_->setIcon(icon("import"));
    import_->setDefault(true);
    QPushButton* choose = empty_->addAction(QStringLiteral("chooseFiles"));
    connect(choose, &QPushButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    setFocusProxy(empty_);
    connectParts();
    translated(this, [this, choose] {
        empty_->setTexts(tr("Drop yearbook files here"),
                         tr("Workbooks (xlsx, xls), text (csv, tsv), Stata (dta) and SPSS (sav) "
                            "files are read as they are. You see what each sheet is taken for, and "
                            "may correct it, before anything is imported."));
        choose->setText(tr("Choose Files…"));
        setTexts();
    });
    loadProject();
}

QWidget* ImportPage::makeFiles() {
    auto* files = new QWidget(this);
    auto* column = new QVBoxLayout(files);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 6, 6, 0);
    tools->addStretch(1);
    tools->addWidget(add_);
    tools->addWidget(remove_);
    column->addLayout(tools);
    column->addWidget(tree_, 1);
    add_->setObjectName(QStringLiteral("addFiles"));
    add_->setIcon(icon("add"));
    remove_->setObjectName(QStringLiteral("removeFile"));
    remove_->setIcon(icon("delete"));
    for (QToolButton* button : {add_, remove_}) {
        button->setAutoRaise(true);
    }
    tree_->setObjectName(QStringLiteral("sheetsTree"));
    tree_->setHeaderHidden(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIndentation(14);
    return files;
}

QWidget* ImportPage::makeSheet() {
    auto* down = new QSplitter(Qt::Vertical, this);
    const auto pane = [this](QLabel* title, QTableView* table) {
        auto* holder = new QWidget(this);
        auto* column = new QVBoxLayout(holder);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        title->setContentsMargins(10, 6, 10, 4);
        title->setTextFormat(Qt::RichText);
        column->addWidget(title);
        column->addWidget(table, 1);
        table->setFrameShape(QFrame::NoFrame);
        table->setWordWrap(false);
        table->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        return holder;
    };
    down->addWidget(pane(sheetTitle_, grid_));
    down->addWidget(pane(previewTitle_, preview_));
    down->setSizes({420, 240});
    down->setHandleWidth(1);
    down->setChildrenCollapsible(false);
    grid_->setObjectName(QStringLiteral("sheetGrid"));
    grid_->setModel(gridModel_);
    grid_->setItemDelegate(new SheetDelegate(grid_));
    preview_->setObjectName(QStringLiteral("asReadGrid"));
    preview_->setModel(previewModel_);
    return down;
}

QWidget* ImportPage::makeMeaning() {
    auto* meaning = new QWidget(this);
    auto* column = new QVBoxLayout(meaning);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(2);
    column->addWidget(form_);
    columnsTitle_->setContentsMargins(10, 4, 10, 2);
    column->addWidget(columnsTitle_);
    column->addWidget(columns_, 1);
    columns_->setObjectName(QStringLiteral("columnsTable"));
    columns_->setModel(columnsModel_);
    columns_->setFrameShape(QFrame::NoFrame);
    columns_->setWordWrap(false);
    columns_->verticalHeader()->hide();
    columns_->horizontalHeader()->setStretchLastSection(true);
    columnsTitle_->setBuddy(columns_);
    fitRows();
    return meaning;
}

void ImportPage::connectParts() {
    connect(add_, &QToolButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    connect(remove_, &QToolButton::clicked, this, &ImportPage::removeChosen);
    connect(tree_, &QTreeWidget::currentItemChanged, this, &ImportPage::chooseItem);
    connect(tree_, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        const QVariant index = item->data(0, sheetRole);
        if (index.isValid()) {
            draft_.isChosen[index.toUInt()] = item->checkState(0) == Qt::Checked;
            isOwn_ = true;
            startPreview();
        }
    });
    connect(form_, &LayoutForm::edited, this, [this] { changeLayout(false); });
    connect(form_, &LayoutForm::spreadRequested, this, [this] { changeLayout(true); });
    connect(columnsModel_, &ColumnsModel::edited, this, [this] { changeLayout(false); });
    connect(import_, &QPushButton::clicked, this, &ImportPage::import);
    connect(&session_, &ProjectSession::projectChanged, this, [this] {
        if (!isOwn_) {
            loadProject();
        }
    });
    connect(&session_, &ProjectSession::filePathChanged, this, [this] {
        isOwn_ = false;
        loadProject();
    });
}

bool ImportPage::takeFiles(const QStringList& paths) {
    using Outcome = Result<ImportDraft>;
    summary_->setText(tr("Reading…"));
    session_.jobs().runLatest<Outcome>(
        readingView,
        // The page may be new and its project not read yet: files are added to those it has.
        [draft = draft_, project = session_.project(), paths](Progress& progress) -> Outcome {
            if (!draft.isEmpty() || project->sources.empty()) {
                return withFiles(draft, paths, progress);
            }
            CITYPANEL_TRY(const ImportDraft known, draftOf(*project, progress));
            return withFiles(known, paths, progress);
        },
        [this](Outcome outcome) {
            if (!outcome) {
                summary_->setText(problemSentence(outcome.error()));
                Q_EMIT messageRequested(problemSentence(outcome.error()), true);
                return;
            }
            isOwn_ = true;
            setDraft(*std::move(outcome));
        });
    return true;
}

bool ImportPage::showPlace(const Place& place) {
    for (std::size_t i = 0; i < draft_.plan.sheets.size(); ++i) {
        const sheets::SheetImport& sheet = draft_.plan.sheets[i];
        if (sheet.file == place.file && (place.sheet.empty() || sheet.sheet == place.sheet)) {
            sheet_ = static_cast<int>(i);
            showSheet();
            for (int row = 0; row < gridModel_->rowCount() && !place.cell.empty(); ++row) {
                for (int column = 0; column < gridModel_->columnCount(); ++column) {
                    if (cellName(row, column) == place.cell) {
                        grid_->setCurrentIndex(gridModel_->index(row, column));
                        grid_->scrollTo(grid_->currentIndex(), QAbstractItemView::PositionAtCenter);
                        return true;
                    }
                }
            }
            return true;
        }
    }
    return false;
}

void ImportPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        showSheetTitle(); // its colours are written into the text
    } else if (event->type() == QEvent::FontChange) {
        fitRows();
    }
    Workplace::changeEvent(event);
}

bool ImportPage::isBusy() const {
    return session_.jobs().isRunning(readingView) || session_.jobs().isRunning(previewView);
}

void ImportPage::loadProject() {
    const auto project = session_.project();
    if (project->sources.empty()) {
        setDraft({});
        return;
    }
    using Outcome = Result<ImportDraft>;
    session_.jobs().runLatest<Outcome>(
        readingView, [project](Progress& progress) { return draftOf(*project, progress); },
        [this](Outcome outcome) {
            if (outcome) {
                setDraft(*std::move(outcome));
            }
        });
}

void ImportPage::setDraft(ImportDraft draft) {
    draft_ = std::move(draft);
    const bool isEmpty = draft_.isEmpty();
    stack_->setCurrentIndex(isEmpty ? 0 : 1);
    setFocusProxy(isEmpty ? static_cast<QWidget*>(empty_) : tree_);
    sheet_ = draft_.plan.sheets.empty()
                 ? -1
                 : std::clamp(sheet_, 0, static_cast<int>(draft_.plan.sheets.size()) - 1);
    fillTree();
    showSheet();
    if (!isEmpty) {
        startPreview();
    }
}

void ImportPage::fillTree() {
    const QSignalBlocker blocker(tree_);
    tree_->clear();
    for (const project::Source& source : draft_.sources) {
        auto* file = new QTreeWidgetItem(tree_, {qs(source.name)});
        file->setIcon(0, icon("new"));
        file->setToolTip(0, qs(source.name));
        for (std::size_t i = 0; i < draft_.plan.sheets.size(); ++i) {
            if (draft_.plan.sheets[i].file != source.name) {
                continue;
            }
            auto* sheet = new QTreeWidgetItem(file, {qs(draft_.plan.sheets[i].sheet)});
            sheet->setData(0, sheetRole, static_cast<uint>(i));
            sheet->setCheckState(0, draft_.isChosen[i] ? Qt::Checked : Qt::Unchecked);
            if (static_cast<int>(i) == sheet_) {
                tree_->setCurrentItem(sheet);
            }
        }
        if (file->childCount() == 0) {
            new QTreeWidgetItem(file, {tr("no table found")});
        }
    }
    tree_->expandAll();
}

void ImportPage::chooseItem() {
    const QTreeWidgetItem* item = tree_->currentItem();
    if (item != nullptr && item->data(0, sheetRole).isValid()) {
        sheet_ = item->data(0, sheetRole).toInt();
        showSheet();
    }
}

void ImportPage::showSheet() {
    if (sheet_ < 0) {
        gridModel_->setSheet(nullptr, {}, {});
        columnsModel_->setColumns({});
        form_->setEnabled(false);
        return;
    }
    const sheets::SheetImport& sheet = draft_.plan.sheets[static_cast<std::size_t>(sheet_)];
    gridModel_->setSheet(draft_.workbooks, sheet.file, sheet.sheet);
    gridModel_->setLayout(sheet.layout);
    form_->setEnabled(true);
    form_->setLayoutOf(sheet.layout, gridModel_->rowCount(), gridModel_->columnCount());
    columnsModel_->setColumns(sheet.layout.columns);
    columns_->resizeColumnToContents(ColumnsModel::ImportColumn);
    showSheetTitle();
}

void ImportPage::showSheetTitle() {
    if (sheet_ < 0) {
        sheetTitle_->clear();
        return;
    }
    const sheets::SheetImport& sheet = draft_.plan.sheets[static_cast<std::size_t>(sheet_)];
    const auto chip = [](ColourRole role, const QString& text) {
        return QStringLiteral("<span style='background-color:%1'>&nbsp;%2&nbsp;</span>")
            .arg(colour(role).name(), text.toHtmlEscaped());
    };
    sheetTitle_->setText(
        QStringLiteral("<b>%1</b> &nbsp; %2 %3 %4")
            .arg(qs(sheet.sheet).toHtmlEscaped(), chip(ColourRole::Header, tr("header")),
                 chip(ColourRole::Key, tr("keys")), chip(ColourRole::Note, tr("not read"))));
}

void ImportPage::changeLayout(bool alike) {
    if (sheet_ < 0) {
        return;
    }
    sheets::Layout layout = form_->layoutValue();
    layout.columns = columnsModel_->columns();
    draft_ = withLayout(std::move(draft_), static_cast<std::size_t>(sheet_), layout, alike);
    isOwn_ = true;
    gridModel_->setLayout(layout);
    startPreview();
}

void ImportPage::startPreview() {
    using Outcome = Result<sheets::ImportResult>;
    import_->setEnabled(false);
    session_.jobs().runLatest<Outcome>(
        previewView,
        [workbooks = draft_.workbooks, plan = draft_.chosenPlan()](Progress& progress) -> Outcome {
            if (plan.sheets.empty()) {
                return Problem{.code = ProblemCode::NoDataRows};
            }
            return sheets::readPanel(*workbooks, plan, false, progress);
        },
        [this](const Outcome& outcome) { showPreview(outcome); });
}

void ImportPage::showPreview(const Result<sheets::ImportResult>& outcome) {
    import_->setEnabled(outcome.has_value());
    if (!outcome) {
        previewModel_->setPanel({});
        summary_->setText(problemSentence(outcome.error()));
        return;
    }
    const Panel& panel = outcome->panel;
    previewModel_->setPanel(panel);
    const QLocale locale;
    const auto number = [&](std::size_t n) { return locale.toString(static_cast<qulonglong>(n)); };
    QString text = tr("%1 units × %2 periods, %3 rows, %4 variables, %5 values.")
                       .arg(number(panel.unitCount()), number(panel.distinctPeriods().size()),
                            number(panel.rowCount()), number(panel.columnCount() - 2),
                            number(outcome->report.valueCount));
    if (outcome->report.skippedRowCount > 0) {
        text += QLatin1Char(' ') + tr("%n row(s) of totals, headings or notes skipped.", nullptr,
                                      static_cast<int>(outcome->report.skippedRowCount));
    }
    if (!outcome->report.warnings.empty()) {
        text += QLatin1Char(' ') + tr("%n warning(s), listed below after the import.", nullptr,
                                      static_cast<int>(outcome->report.warnings.size()));
    }
    summary_->setText(text);
}

void ImportPage::removeChosen() {
    const QTreeWidgetItem* item = tree_->currentItem();
    if (item == nullptr) {
        return;
    }
    const QTreeWidgetItem* file = item->parent() != nullptr ? item->parent() : item;
    isOwn_ = true;
    setDraft(withoutFile(draft_, file->text(0).toStdString()));
}

void ImportPage::import() {
    const auto sources = draft_.sources;
    const auto plan = draft_.chosenPlan();
    isOwn_ = false;
    session_.edit(tr("Import files"), [sources, plan](project::Project p) {
        p.sources = sources;
        p.plan = plan;
        return p;
    });
    Q_EMIT messageRequested(tr("Imported %n file(s).", nullptr, static_cast<int>(sources.size())),
                            false);
    Q_EMIT workplaceRequested(QStringLiteral("data"));
}

void ImportPage::setTexts() {
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(add_, tr("Add files"));
    name(remove_, tr("Remove this file"));
    tree_->setAccessibleName(tr("Files and sheets; Space chooses a sheet"));
    grid_->setAccessibleName(tr("The sheet as it stands in the file"));
    preview_->setAccessibleName(tr("The panel as read"));
    previewTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("As read from all ticked sheets")));
    columns_->setAccessibleName(tr("Columns and the variables they become"));
    columnsTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("Columns and variables")));
    import_->setText(tr("&Import"));
    columnsModel_->retranslate();
    if (!draft_.isEmpty()) {
        fillTree();
        showSheet();
        startPreview();
    }
}

void ImportPage::fitRows() {
    for (QTableView* table : {grid_, preview_, columns_}) {
        table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    }
    grid_->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 14);
    preview_->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 16);
}

} // namespace citypanel::ui

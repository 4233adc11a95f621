// SPDX-License-Identifier: GPL-3.0-or-later
// The grid, its legend and the choices beside it.
#include "ui/import/sheet_panel.h"

#include "core/panel/origin.h"
#include "core/sheets/laid_out_sheet.h"
#include "ui/import/import_desk.h"
#include "ui/import/layout_form.h"
#include "ui/import/sheet_delegate.h"
#include "ui/import/sheet_grid.h"
#include "ui/models/columns_model.h"
#include "ui/models/sheet_model.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

const QString rolesView = QStringLiteral("import.rows");

} // namespace

SheetPanel::SheetPanel(ImportDesk& desk, ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , session_(session)
    , title_(new QLabel(this))
    , legend_(new QLabel(this))
    , grid_(nullptr)
    , model_(new SheetModel(this))
    , hint_(new QLabel(this))
    , form_(new LayoutForm(this))
    , columnsTitle_(new QLabel(this))
    , columns_(new QTableView(this))
    , columnsModel_(new ColumnsModel(this)) {
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(makeGrid());
    across->addWidget(makeMeaning());
    across->setStretchFactor(0, 1);
    across->setStretchFactor(1, 0);
    across->setSizes({560, 310});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    row->addWidget(across);
    setFocusProxy(grid_);
    connect(&desk_, &ImportDesk::tableChanged, this, &SheetPanel::showTable);
    connect(&desk_, &ImportDesk::draftChanged, this, &SheetPanel::showTable);
    connect(&desk_, &ImportDesk::reviewChanged, this, &SheetPanel::showDoubts);
    connect(&desk_, &ImportDesk::cellRequested, this, [this](int fileRow, int fileColumn) {
        const auto cell = inGrid({fileRow, fileColumn});
        grid_->showCell(cell.row, cell.column);
    });
    connect(grid_, &SheetGrid::rowsMarked, this, &SheetPanel::markRows);
    connect(grid_, &SheetGrid::columnMarked, this, &SheetPanel::markColumn);
    connect(grid_, &SheetGrid::rowsNeeded, this, [this] {
        Q_EMIT desk_.messageRequested(
            tr("This key marks rows: choose rows by their numbers, or cells in them."), true);
    });
    connect(grid_, &SheetGrid::nextDoubtRequested, this, &SheetPanel::nextDoubt);
    connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SheetPanel::showHint);
    connect(form_, &LayoutForm::edited, this, [this] { takeForm(false); });
    connect(form_, &LayoutForm::spreadRequested, this, [this] { takeForm(true); });
    connect(columnsModel_, &ColumnsModel::edited, this, [this] { takeForm(false); });
    translated(this, [this] { setTexts(); });
}

QWidget* SheetPanel::makeGrid() {
    grid_ = new SheetGrid(model_, this);
    grid_->setObjectName(QStringLiteral("sheetGrid"));
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    title_->setContentsMargins(10, 6, 10, 2);
    legend_->setContentsMargins(10, 0, 10, 6);
    legend_->setObjectName(QStringLiteral("sheetLegend"));
    hint_->setContentsMargins(10, 5, 10, 5);
    hint_->setObjectName(QStringLiteral("cellHint"));
    for (QLabel* label : {title_, legend_, hint_}) {
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
    }
    column->addWidget(title_);
    column->addWidget(legend_);
    column->addWidget(grid_, 1);
    column->addWidget(hint_);
    return holder;
}

QWidget* SheetPanel::makeMeaning() {
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
    columns_->setTabKeyNavigation(false);
    columns_->verticalHeader()->hide();
    followFont(columns_, 6);
    columns_->horizontalHeader()->setStretchLastSection(true);
    connect(columns_->horizontalHeader(), &QHeaderView::geometriesChanged, this,
            &SheetPanel::shareColumns);
    columns_->setTextElideMode(Qt::ElideMiddle); // the end of a long header tells it from others
    columnsTitle_->setBuddy(columns_);
    return meaning;
}

void SheetPanel::showTable() {
    const ImportDraft& draft = desk_.draft();
    if (desk_.table() < 0) {
        model_->setSheet(nullptr, {});
        columnsModel_->setColumns({});
        form_->setEnabled(false);
        showTitle();
        return;
    }
    const auto at = static_cast<std::size_t>(desk_.table());
    const sheets::SheetImport& table = draft.plan.sheets[at];
    const sheets::Sheet* before = model_->sheet();
    for (const project::WorkbookPtr& workbook : draft.workbooks) {
        if (workbook->fileName == table.file) {
            model_->setSheet(workbook, table.sheet, table.layout.isTransposed);
        }
    }
    if (model_->sheet() != before) {
        grid_->showMerged();
        grid_->setCurrentIndex(model_->index(static_cast<int>(table.layout.headerBegin), 0));
        grid_->scrollToTop();
    }
    form_->setEnabled(true);
    form_->setLayoutOf(table.layout, model_->rowCount(), model_->columnCount());
    columnsModel_->setColumns(table.layout.columns, table.layout.isTransposed,
                              table.layout.kind == sheets::LayoutKind::WideByPeriod);
    columns_->resizeColumnToContents(ColumnsModel::ImportColumn);
    shareColumns();
    showLayout();
    showDoubts();
    showTitle();
}

void SheetPanel::shareColumns() {
    // So that the unit of measure stands beside the names without scrolling.
    const int letter = fontMetrics().averageCharWidth();
    const int unit = 9 * letter;
    const int room = columns_->viewport()->width() - 2 * unit -
                     columns_->columnWidth(ColumnsModel::ImportColumn);
    const int name = std::max(12 * letter, room / 2);
    columns_->setColumnWidth(ColumnsModel::HeaderColumn, name);
    columns_->setColumnWidth(ColumnsModel::NameColumn, name);
    columns_->setColumnWidth(ColumnsModel::UnitColumn, unit);
}

void SheetPanel::showLayout() {
    const ImportDraft& draft = desk_.draft();
    const auto at = static_cast<std::size_t>(desk_.table());
    using Roles = std::vector<sheets::RowRole>;
    session_.jobs().runLatest<Roles>(
        rolesView,
        [workbooks = draft.workbooks, sheet = draft.sheetOf(at),
         layout = draft.plan.sheets[at].layout, gazetteer = sheets::gazetteerOf(draft.plan),
         scope = draft.plan.scope](Progress&) -> Roles {
            const bool hasUnits = layout.unitColumn >= 0 && layout.bodyEnd > layout.bodyBegin;
            const sheets::LaidOutSheet grid(*sheet, layout);
            const sheets::UnitColumn units =
                hasUnits ? sheets::readUnits(*grid, layout, gazetteer.get(), {})
                         : sheets::UnitColumn{};
            return sheets::rowRoles(*grid, layout, units, scope);
        },
        [this, layout = draft.plan.sheets[at].layout](Roles roles) {
            model_->setLayout(layout, std::move(roles));
        });
}

void SheetPanel::showDoubts() {
    if (desk_.table() < 0) {
        return;
    }
    const auto review = desk_.review();
    const sheets::SheetImport& table =
        desk_.draft().plan.sheets[static_cast<std::size_t>(desk_.table())];
    const auto isHere = [&](const auto& place) {
        return place.file == table.file && place.sheet == table.sheet;
    };
    SheetModel::Doubts doubts;
    const auto add = [&](const std::string& cellName, const QString& text) {
        if (const auto named = sheets::cellNamed(cellName)) {
            const auto cell = inGrid(*named);
            doubts[{cell.row, cell.column}] = text;
        }
    };
    if (review->result) {
        for (const Problem& problem : review->result->report.warnings) {
            if (isHere(problem.place)) {
                add(problem.place.cell, problemSentence(problem));
            }
        }
    }
    for (const sheets::NameDoubt& name : review->names) {
        for (const sheets::NamePlace& place : name.places) {
            if (!isHere(place)) {
                continue;
            }
            if (const auto named = sheets::cellNamed(place.cell); named && name.isDecided()) {
                const auto cell = inGrid(*named);
                doubts.erase({cell.row, cell.column});
            } else if (!name.isDecided()) {
                add(place.cell,
                    tr("“%1” has to be decided on the page of names.").arg(qs(name.written)));
            }
        }
    }
    for (const Problem& problem : review->unreadable) {
        if (isHere(problem.place)) {
            add(problem.place.cell, problemSentence(problem));
        }
    }
    model_->setDoubts(std::move(doubts));
    showHint();
    showTitle();
}

sheets::CellIndex SheetPanel::inGrid(const sheets::CellIndex& inFile) const {
    const auto& tables = desk_.draft().plan.sheets;
    const bool hasTable = desk_.table() >= 0;
    return hasTable ? sheets::cellInFile(tables[static_cast<std::size_t>(desk_.table())].layout,
                                         static_cast<std::size_t>(inFile.row),
                                         static_cast<std::size_t>(inFile.column))
                    : inFile;
}

std::size_t SheetPanel::doubtsOn(std::size_t table) const {
    const sheets::SheetImport& entry = desk_.draft().plan.sheets[table];
    const auto review = desk_.review();
    std::size_t count = 0;
    if (review->result) {
        for (const Problem& problem : review->result->report.warnings) {
            const bool isHere =
                problem.place.file == entry.file && problem.place.sheet == entry.sheet;
            count += isHere && !problem.place.cell.empty() ? 1 : 0;
        }
    }
    return count;
}

bool SheetPanel::nextDoubt() {
    if (desk_.table() < 0) {
        return false;
    }
    if (const QModelIndex next = model_->nextDoubt(grid_->currentIndex()); next.isValid()) {
        grid_->showCell(next.row(), next.column());
        return true;
    }
    const std::size_t count = desk_.draft().plan.sheets.size();
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t table = (static_cast<std::size_t>(desk_.table()) + step) % count;
        if (desk_.draft().isChosen[table] && doubtsOn(table) > 0) {
            desk_.chooseTable(static_cast<int>(table));
            if (const QModelIndex first = model_->nextDoubt({}); first.isValid()) {
                grid_->showCell(first.row(), first.column());
                return true;
            }
        }
    }
    return false;
}

void SheetPanel::showTitle() {
    if (desk_.table() < 0) {
        title_->clear();
        legend_->clear();
        return;
    }
    const sheets::SheetImport& table =
        desk_.draft().plan.sheets[static_cast<std::size_t>(desk_.table())];
    const QString shape = shapeText();
    title_->setText(
        QStringLiteral("<b>%1</b> &nbsp; %2%3")
            .arg(qs(table.sheet).toHtmlEscaped(), qs(table.file).toHtmlEscaped(),
                 shape.isEmpty()
                     ? QString()
                     : QStringLiteral("<br><span style='color:%1'>%2</span>")
                           .arg(colour(ColourRole::Warning).name(), shape.toHtmlEscaped())));
    const auto chip = [](CellRegion region, const char* key) {
        const QString name = regionName(region);
        const QString text =
            key == nullptr ? name : QStringLiteral("%1 <b>%2</b>").arg(name, QLatin1String(key));
        return QStringLiteral("<span style='background-color:%1'>&nbsp;%2&nbsp;</span> ")
            .arg(regionColour(region).name(), text);
    };
    legend_->setText(chip(CellRegion::Title, nullptr) + chip(CellRegion::UnitLine, "U") +
                     chip(CellRegion::Header, "H") + chip(CellRegion::Key, nullptr) +
                     chip(CellRegion::Body, "B") + chip(CellRegion::Note, "N") +
                     QStringLiteral("<span style='color:%1'>◥ %2</span>")
                         .arg(colour(ColourRole::Error).name(), tr("doubtful, Enter: next")));
}

QString SheetPanel::shapeText() const {
    const sheets::SheetImport& table =
        desk_.draft().plan.sheets[static_cast<std::size_t>(desk_.table())];
    const auto review = desk_.review();
    Problems problems = review->unreadable;
    if (review->result) {
        const Problems& warnings = review->result->report.warnings;
        problems.insert(problems.end(), warnings.begin(), warnings.end());
    }
    constexpr qsizetype mostLines = 3;
    QStringList lines;
    for (Problem& problem : problems) {
        const bool isHere = problem.place.file == table.file && problem.place.sheet == table.sheet;
        if (isHere && sheets::isOfShape(problem) && lines.size() < mostLines) {
            problem.place.sheet.clear(); // the line above names it
            lines << problemSentence(problem);
        }
    }
    lines.removeDuplicates();
    return lines.join(u'\n');
}

void SheetPanel::showHint() {
    const QModelIndex index = grid_->currentIndex();
    if (!index.isValid()) {
        hint_->setText(tr("Select rows and press H, U, B or N to say what they are."));
        return;
    }
    const auto cell = inGrid({index.row(), index.column()}); // and back: where it is in the file
    const QString text = index.data(Qt::ToolTipRole).toString().toHtmlEscaped();
    hint_->setText(QStringLiteral("<b>%1</b> &nbsp; %2")
                       .arg(QString::fromStdString(cellName(cell.row, cell.column)), text));
}

void SheetPanel::takeForm(bool alike) {
    if (desk_.table() < 0) {
        return;
    }
    const auto at = static_cast<std::size_t>(desk_.table());
    const sheets::SheetImport& table = desk_.draft().plan.sheets[at];
    sheets::Layout layout = form_->layoutValue();
    layout.columns = columnsModel_->columns();
    if (layout.isTransposed != table.layout.isTransposed) {
        layout = sheets::layoutTurned(*desk_.draft().sheetOf(at), table.file, layout.isTransposed)
                     .layout;
        desk_.changeLayout(at, layout, alike);
        return;
    }
    const bool hasOtherRule = layout.periodRule != table.layout.periodRule;
    const sheets::LayoutKind kind =
        hasOtherRule && layout.kind == table.layout.kind ? kindOf(layout.periodRule) : layout.kind;
    if (kind != table.layout.kind) {
        takeKind(at, layout, kind);
        return;
    }
    const bool hasOtherRows = layout.headerBegin != table.layout.headerBegin ||
                              layout.headerEnd != table.layout.headerEnd ||
                              layout.bodyBegin != table.layout.bodyBegin ||
                              layout.bodyEnd != table.layout.bodyEnd;
    if (hasOtherRows) {
        layout = sheets::withRowsReadAnew(*model_->sheet(), table.file, layout);
    }
    desk_.changeLayout(at, layout, alike);
}

void SheetPanel::takeKind(std::size_t at, const sheets::Layout& told, sheets::LayoutKind kind) {
    const sheets::SheetImport& table = desk_.draft().plan.sheets[at];
    auto layout = sheets::withKind(*model_->sheet(), table.file, told, kind);
    if (!layout) {
        Q_EMIT desk_.messageRequested(
            tr("No heading over the columns says a year: nothing was changed."), true);
        showTable();
        return;
    }
    if (told.periodRule != table.layout.periodRule) {
        layout->periodRule = told.periodRule;
        layout->givenPeriod = told.givenPeriod;
        layout->isPeriodGuessed = false;
    }
    desk_.changeLayout(at, *std::move(layout));
}

void SheetPanel::markRows(const sheets::RowRange& rows, sheets::RowMark mark) {
    const auto at = static_cast<std::size_t>(desk_.table());
    const sheets::SheetImport& table = desk_.draft().plan.sheets[at];
    const sheets::Layout marked =
        sheets::withRowsMarked(*model_->sheet(), table.file, table.layout, rows, mark);
    const auto hasBody = [](const sheets::Layout& layout) {
        return layout.bodyEnd > layout.bodyBegin;
    };
    if (hasBody(table.layout) && !hasBody(marked)) {
        Q_EMIT desk_.messageRequested(tr("No rows of data would be left: nothing was marked."),
                                      true);
        return;
    }
    desk_.changeLayout(at, marked);
}

void SheetPanel::markColumn(int column, sheets::ColumnMark mark) {
    const auto at = static_cast<std::size_t>(desk_.table());
    const sheets::Layout& layout = desk_.draft().plan.sheets[at].layout;
    desk_.changeLayout(at, sheets::withColumnMarked(*model_->sheet(), layout, column, mark));
}

void SheetPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        showTitle(); // its colours are written into the text
    } else if (event->type() == QEvent::FontChange) {
        grid_->fitRows();
    }
    QWidget::changeEvent(event);
}

void SheetPanel::setTexts() {
    grid_->setAccessibleName(tr("The sheet as it stands in the file"));
    grid_->setAccessibleDescription(
        tr("H marks the selected rows as header, U as units of measure, B as data, N as notes; "
           "Enter goes to the next doubtful cell."));
    columns_->setAccessibleName(tr("Columns and the variables they become"));
    columnsTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("Columns of this sheet")));
    columnsModel_->retranslate();
    showTable();
}

} // namespace citypanel::ui

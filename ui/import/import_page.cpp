// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at files, correcting what was guessed, deciding what is doubtful, and importing.
#include "ui/import/import_page.h"

#include "ui/import/files_panel.h"
#include "ui/import/import_desk.h"
#include "ui/import/join_panel.h"
#include "ui/import/names_panel.h"
#include "ui/import/period_strip.h"
#include "ui/import/sheet_panel.h"
#include "ui/import/variables_panel.h"
#include "ui/models/counts.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace citypanel::ui {

namespace {

/// Ctrl+Y too where the platform knows only Ctrl+Shift+Z.
bool isRedoKey(const QKeyEvent& key) {
    return key.matches(QKeySequence::Redo) ||
           (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
}

/// Columns with numbers that are left out and stand in no list of columns, to be ticked there.
std::vector<Place> columnsNotListed(const sheets::ImportReport& report,
                                    const sheets::ImportPlan& plan) {
    std::vector<Place> columns;
    for (const Place& place : report.leftOutColumns) {
        const bool isListed =
            std::any_of(plan.sheets.begin(), plan.sheets.end(), [&](const auto& table) {
                const auto& known = table.layout.columns;
                return table.file == place.file && table.sheet == place.sheet &&
                       std::any_of(known.begin(), known.end(), [&](const auto& column) {
                           return column.name == place.variable || column.label == place.variable;
                       });
            });
        if (!isListed) {
            columns.push_back(place);
        }
    }
    return columns;
}

} // namespace

ImportPage::ImportPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , desk_(new ImportDesk(session, this))
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("import", this))
    , files_(new FilesPanel(*desk_, this))
    , periods_(new PeriodStrip(*desk_, this))
    , pages_(new QTabWidget(this))
    , sheet_(new SheetPanel(*desk_, session, this))
    , variables_(new VariablesPanel(*desk_, this))
    , names_(new NamesPanel(*desk_, this))
    , join_(new JoinPanel(*desk_, this))
    , summary_(new QLabel(this))
    , next_(new QPushButton(this))
    , anyway_(new QCheckBox(this))
    , import_(new QPushButton(this)) {
    setObjectName(QStringLiteral("importPage"));
    QPushButton* choose = empty_->addAction(QStringLiteral("chooseFiles"));
    connect(choose, &QPushButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    stack_->addWidget(empty_);
    stack_->addWidget(makeContents());
    setFocusProxy(empty_);
    connectParts();
    translated(this, [this, choose] {
        empty_->setTexts(tr("Drop yearbook files here"),
                         tr("Workbooks (xlsx, xls), text (csv, tsv), Stata (dta) and SPSS (sav) "
                            "files, or a folder of them, are read as they are. You see what each "
                            "sheet is taken for, and may correct it, before anything is "
                            "imported."));
        choose->setText(tr("Choose Files…"));
        setTexts();
    });
    showDraft();
    showReview();
}

QWidget* ImportPage::makeContents() {
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(periods_);
    column->addWidget(pages_, 1);
    for (QWidget* page : std::initializer_list<QWidget*>{sheet_, variables_, names_, join_}) {
        pages_->addTab(page, QString());
    }
    pages_->setDocumentMode(true);
    pages_->setObjectName(QStringLiteral("importPages"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(files_);
    across->addWidget(right);
    across->setStretchFactor(0, 0);
    across->setStretchFactor(1, 1);
    keepShares(across, {250, 900});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    auto* contents = new QWidget(this);
    auto* rows = new QVBoxLayout(contents);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(across, 1);
    rows->addWidget(makeBottom());
    return contents;
}

QWidget* ImportPage::makeBottom() {
    auto* bottom = new QWidget(this);
    auto* row = new QHBoxLayout(bottom);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(summary_, 1);
    row->addWidget(next_);
    row->addWidget(anyway_);
    row->addWidget(import_);
    summary_->setWordWrap(true);
    summary_->setObjectName(QStringLiteral("importSummary"));
    next_->setObjectName(QStringLiteral("nextToDecide"));
    next_->setIcon(icon("warning"));
    // The button's own shortcut would go with the next text it is given.
    auto* key = new QShortcut(QKeySequence(QStringLiteral("F8")), this);
    connect(key, &QShortcut::activated, this, &ImportPage::showNext);
    anyway_->setObjectName(QStringLiteral("importAnyway"));
    import_->setObjectName(QStringLiteral("importNow"));
    import_->setIcon(icon("import"));
    import_->setDefault(true);
    return bottom;
}

void ImportPage::connectParts() {
    connect(files_, &FilesPanel::addRequested, this, [this] { Q_EMIT importRequested({}); });
    connect(desk_, &ImportDesk::draftChanged, this, &ImportPage::showDraft);
    connect(desk_, &ImportDesk::draftChanged, this, &ImportPage::undoChanged);
    connect(desk_, &ImportDesk::reviewChanged, this, &ImportPage::showReview);
    connect(desk_, &ImportDesk::busyChanged, this, &ImportPage::showSummary);
    // Files that have been read are reviewed next: by then the desk is busy again.
    connect(desk_, &ImportDesk::busyChanged, this, &ImportPage::showAwaited, Qt::QueuedConnection);
    connect(desk_, &ImportDesk::cellRequested, this,
            [this] { pages_->setCurrentIndex(SheetPage); });
    connect(desk_, &ImportDesk::messageRequested, this, &Workplace::messageRequested);
    connect(desk_, &ImportDesk::sameNamesFound, this, &ImportPage::askOfNames);
    connect(files_, &FilesPanel::tableActivated, this,
            [this] { pages_->setCurrentIndex(SheetPage); });
    connect(files_, &FilesPanel::guessesDecided, pages_, qOverload<>(&QWidget::setFocus));
    connect(next_, &QPushButton::clicked, this, &ImportPage::showNext);
    connect(anyway_, &QCheckBox::toggled, this, &ImportPage::showSummary);
    connect(import_, &QPushButton::clicked, this, &ImportPage::import);
}

bool ImportPage::takeFiles(const QStringList& paths) {
    if (desk_->draft().isEmpty()) {
        pages_->setCurrentIndex(SheetPage); // another project may have left another one open
    }
    stack_->setCurrentIndex(1);
    desk_->takeFiles(paths);
    showSummary();
    return true;
}

void ImportPage::askOfNames(const QStringList& paths, const QStringList& names) {
    constexpr qsizetype shown = 5;
    const QString listed = firstNames(names, shown);
    auto* box = new QMessageBox(
        QMessageBox::Question, tr("Files of the same name"),
        (names.size() == 1 ? tr("A file of this name is here already, with other contents: %1.")
                           : tr("Files of these names are here already, with other contents: %1."))
            .arg(listed),
        QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("sameNames"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Read both, for example of two years: the new file is called by its "
                               "folder. Or replace the one that is here: what you decided of it "
                               "stays."));
    QPushButton* both = box->addButton(tr("Read &Both"), QMessageBox::AcceptRole);
    const QPushButton* place = box->addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(both);
    connect(box, &QMessageBox::finished, this, [this, box, both, place, paths] {
        if (box->clickedButton() == both) {
            desk_->takeFiles(paths, SameName::ReadBoth);
        } else if (box->clickedButton() == place) {
            desk_->takeFiles(paths, SameName::TakePlace);
        }
        showDraft();
    });
    showDraft();
    box->open();
}

bool ImportPage::showPlace(const Place& place) {
    return desk_->showPlace(place);
}

bool ImportPage::isBusy() const {
    return desk_->isBusy();
}

bool ImportPage::canUndo() const {
    return desk_->canUndo();
}

bool ImportPage::canRedo() const {
    return desk_->canRedo();
}

void ImportPage::undo() {
    desk_->undo();
}

void ImportPage::redo() {
    desk_->redo();
}

bool ImportPage::event(QEvent* event) {
    // The window's undo is the project's; while a draft has changes of its own, the keys are
    // theirs.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isUndo = key->matches(QKeySequence::Undo) && desk_->canUndo();
        const bool isRedo = isRedoKey(*key) && desk_->canRedo();
        if (isUndo || isRedo) {
            event->accept();
            return true;
        }
    }
    return Workplace::event(event);
}

void ImportPage::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo) && desk_->canUndo()) {
        desk_->undo();
    } else if (isRedoKey(*event) && desk_->canRedo()) {
        desk_->redo();
    } else {
        Workplace::keyPressEvent(event);
    }
}

void ImportPage::showDraft() {
    const bool isEmpty = desk_->draft().isEmpty() && !desk_->isReading();
    stack_->setCurrentIndex(isEmpty ? 0 : 1);
    setFocusProxy(isEmpty ? static_cast<QWidget*>(empty_) : files_);
    showSummary();
}

void ImportPage::showReview() {
    const auto review = desk_->review();
    const auto counted = [](const QString& title, std::size_t open) {
        return open == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(open);
    };
    pages_->setTabText(SheetPage, tr("Sheet"));
    pages_->setTabText(VariablesPage, counted(tr("Variables"), review->open.conversions));
    pages_->setTabText(NamesPage, counted(tr("Names"), review->open.names));
    pages_->setTabText(JoinPage, counted(tr("Join report"), review->open.conflicts));
    const std::size_t open[] = {0, review->open.conversions, review->open.names,
                                review->open.conflicts};
    for (int page = 0; page < pages_->count(); ++page) {
        pages_->setTabIcon(page, open[page] > 0 ? icon("warning") : QIcon());
    }
    anyway_->setChecked(false);
    showSummary();
}

void ImportPage::showSummary() {
    const auto review = desk_->review();
    const std::size_t open = review->open.all();
    const bool isSettled = !desk_->isBusy() && desk_->isReviewed();
    const bool isStopped = !desk_->isBusy() && !desk_->isReviewed();
    next_->setVisible(open > 0 || isStopped);
    next_->setText(isStopped ? tr("&Join Again")
                             : tr("%n &to decide", nullptr, static_cast<int>(open)));
    anyway_->setVisible(open > 0 && review->result.has_value());
    import_->setEnabled(isSettled && review->result && (open == 0 || anyway_->isChecked()));
    if (desk_->isReading()) {
        summary_->setText(tr("Reading…"));
        return;
    }
    if (!isSettled) {
        summary_->setText(isStopped ? tr("The files are not joined: joining was cancelled.")
                                    : tr("Joining…"));
        return;
    }
    if (!review->result) {
        const bool isUnticked = desk_->draft().chosenPlan().sheets.empty();
        summary_->setText(isUnticked || !review->problem ? tr("Tick the sheets to be read.")
                                                         : problemSentence(*review->problem));
        return;
    }
    const Panel& panel = review->result->panel;
    const sheets::ImportReport& report = review->result->report;
    QString text =
        tr("%1 × %2, %3, %4, %5.")
            .arg(countedUnits(panel.unitCount()), countedPeriods(panel.distinctPeriods().size()),
                 countedRows(panel.rowCount()), countedVariables(panel.columnCount() - 2),
                 countedValues(report.valueCount));
    if (report.skippedRowCount > 0) {
        text += QLatin1Char(' ') + tr("%n row(s) of totals, headings or notes skipped.", nullptr,
                                      static_cast<int>(report.skippedRowCount));
    }
    if (report.leftOutRowCount > 0) {
        text += QLatin1Char(' ') + tr("%n row(s) of names not to be read left out.", nullptr,
                                      static_cast<int>(report.leftOutRowCount));
    }
    if (report.unreadableCount > 0) {
        text += QLatin1Char(' ') + tr("%n cell(s) cannot be read and stay missing.", nullptr,
                                      static_cast<int>(report.unreadableCount));
    }
    if (const auto columns = columnsNotListed(report, desk_->draft().plan); !columns.empty()) {
        const Place& first = columns.front();
        text += QLatin1Char(' ') +
                tr("%n column(s) of numbers without a heading are not read (%1, %2: %3); B on the "
                   "sheet reads one.",
                   nullptr, static_cast<int>(columns.size()))
                    .arg(qs(first.file), qs(first.sheet), qs(first.variable));
    }
    if (!report.uncalculated.empty()) {
        const Place& first = report.uncalculated.front();
        text += QLatin1Char(' ') +
                tr("%n formula(s) have no stored result (%1, %2): recalculate and save the file in "
                   "the spreadsheet program.",
                   nullptr, static_cast<int>(report.uncalculated.size()))
                    .arg(qs(first.file), qs(first.cell));
    }
    if (review->problem) {
        text += QLatin1Char(' ') + problemSentence(*review->problem);
    }
    summary_->setText(text);
}

void ImportPage::showAwaited() {
    // A join that was cancelled is not to begin again because F8 was pressed before.
    if (!desk_->isBusy() && std::exchange(isNextAwaited_, false) && desk_->isReviewed()) {
        showNext();
    }
}

void ImportPage::showNext() {
    if (desk_->isBusy()) {
        isNextAwaited_ = true;
        pages_->setFocus(Qt::ShortcutFocusReason); // a next key must not untick a file
        return;
    }
    if (!desk_->isReviewed()) {
        desk_->reviewAgain();
        return;
    }
    const auto review = desk_->review();
    if (review->open.periods > 0) {
        periods_->showOpen();
    } else if (review->open.guesses > 0) {
        pages_->setCurrentIndex(SheetPage);
        files_->showGuesses();
    } else if (review->open.tables > 0 && desk_->showPlace(review->problem->place)) {
        pages_->setCurrentIndex(SheetPage);
    } else if (review->open.names > 0) {
        pages_->setCurrentIndex(NamesPage);
        names_->showOpen();
    } else if (review->open.conversions > 0) {
        pages_->setCurrentIndex(VariablesPage);
        variables_->showOpen();
    } else if (review->open.conflicts > 0) {
        pages_->setCurrentIndex(JoinPage);
        join_->showOpen();
    } else if (review->result) {
        pages_->setFocus(Qt::ShortcutFocusReason);
        Q_EMIT messageRequested(tr("Nothing is left to decide."), false);
    }
}

void ImportPage::import() {
    const auto count = static_cast<int>(desk_->draft().sources.size());
    desk_->import();
    Q_EMIT messageRequested(tr("Imported %n file(s).", nullptr, count), false);
    Q_EMIT workplaceRequested(QStringLiteral("data"));
}

void ImportPage::setTexts() {
    pages_->setAccessibleName(tr("Parts of the import"));
    anyway_->setText(tr("Import &as it is"));
    anyway_->setToolTip(tr("What is not decided stays as it stands: names as written, values by "
                           "the rules, guessed years as guessed, tables without a year left "
                           "out."));
    import_->setText(tr("&Import"));
    next_->setToolTip(tr("Shows the next thing that has to be decided (F8)"));
    showReview();
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of files and sheets.
#include "ui/import/files_panel.h"

#include "ui/import/import_desk.h"
#include "ui/models/words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

namespace citypanel::ui {

namespace {

constexpr int tableRole = Qt::UserRole + 1;
constexpr int fileRole = Qt::UserRole + 2;

/// "2003–2023" of a wide table; empty without years.
QString yearsOf(const sheets::Layout& layout) {
    std::int64_t first = 0;
    std::int64_t last = 0;
    for (const sheets::ColumnLayout& column : layout.columns) {
        const std::int64_t year = column.isImported ? sheets::periodOfColumn(column) : 0;
        if (year != 0) {
            first = first == 0 ? year : std::min(first, year);
            last = std::max(last, year);
        }
    }
    return first == 0 ? QString() : QStringLiteral("%1–%2").arg(first).arg(last);
}

/// File and sheet.
using SheetKey = std::pair<std::string, std::string>;

std::set<SheetKey> sheetsToDecide(const sheets::ImportReview& review) {
    std::set<SheetKey> open;
    for (const Problem& problem : review.missingPeriods) {
        open.insert({problem.place.file, problem.place.sheet});
    }
    for (const sheets::NameDoubt& name : review.names) {
        for (const sheets::NamePlace& place : name.places) {
            if (!name.isDecided()) {
                open.insert({place.file, place.sheet});
            }
        }
    }
    for (const Problem& problem : review.unreadable) {
        open.insert({problem.place.file, problem.place.sheet});
    }
    return open;
}

/// Sheets whose layout a warning is about, and their warnings, a line each.
std::map<SheetKey, QString> sheetsToLookAt(const sheets::ImportReview& review) {
    constexpr int mostLines = 4;
    std::map<SheetKey, QString> told;
    if (!review.result) {
        return told;
    }
    for (const Problem& warning : review.result->report.warnings) {
        if (sheets::isOfShape(warning)) {
            QString& text = told[{warning.place.file, warning.place.sheet}];
            const QString sentence = problemSentence(warning);
            if (!text.contains(sentence) && text.count(u'\n') < mostLines) {
                text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + sentence;
            }
        }
    }
    return told;
}

} // namespace

FilesPanel::FilesPanel(ImportDesk& desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , tree_(new QTreeWidget(this))
    , title_(new QLabel(this))
    , guess_(new QLabel(this))
    , confirm_(new QPushButton(this))
    , add_(new QToolButton(this))
    , remove_(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(10, 6, 6, 0);
    tools->addWidget(title_);
    tools->addStretch(1);
    tools->addWidget(add_);
    tools->addWidget(remove_);
    column->addLayout(tools);
    column->addWidget(tree_, 1);
    column->addWidget(guess_);
    auto* confirming = new QHBoxLayout;
    confirming->setContentsMargins(10, 0, 8, 6);
    confirming->addWidget(confirm_);
    confirming->addStretch(1);
    column->addLayout(confirming);
    confirm_->setObjectName(QStringLiteral("confirmYears"));
    connect(confirm_, &QPushButton::clicked, this, [this] {
        desk_.change([](ImportDraft draft) {
            for (sheets::SheetImport& table : draft.plan.sheets) {
                table.layout.isPeriodGuessed = false;
            }
            return draft;
        });
    });
    guess_->setObjectName(QStringLiteral("guessedYears"));
    guess_->setWordWrap(true);
    guess_->setContentsMargins(10, 2, 8, 4);
    setInk(guess_, ColourRole::Muted);
    add_->setObjectName(QStringLiteral("addFiles"));
    add_->setIcon(icon("add"));
    remove_->setObjectName(QStringLiteral("removeFile"));
    remove_->setIcon(icon("delete"));
    for (QToolButton* button : {add_, remove_}) {
        button->setAutoRaise(true);
    }
    title_->setBuddy(tree_);
    tree_->setObjectName(QStringLiteral("sheetsTree"));
    tree_->setColumnCount(2);
    tree_->setHeaderHidden(true);
    tree_->setUniformRowHeights(true); // with a warning sign or without
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setIndentation(14);
    tree_->setTextElideMode(Qt::ElideMiddle);
    tree_->header()->setStretchLastSection(false);
    tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree_->installEventFilter(this);
    setFocusProxy(tree_);
    connect(add_, &QToolButton::clicked, this, &FilesPanel::addRequested);
    connect(remove_, &QToolButton::clicked, this, &FilesPanel::removeChosen);
    connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item != nullptr && item->data(0, tableRole).isValid()) {
            desk_.chooseTable(item->data(0, tableRole).toInt());
        } else if (item != nullptr && item->childCount() > 0) {
            desk_.chooseTable(item->child(0)->data(0, tableRole).toInt());
        }
    });
    connect(tree_, &QTreeWidget::itemActivated, this, &FilesPanel::tableActivated);
    connect(tree_, &QTreeWidget::itemChanged, this, &FilesPanel::takeChoice);
    connect(&desk_, &ImportDesk::draftChanged, this, &FilesPanel::fill);
    connect(&desk_, &ImportDesk::tableChanged, this, &FilesPanel::showCurrent);
    connect(&desk_, &ImportDesk::reviewChanged, this, &FilesPanel::markDoubts);
    translated(this, [this] { setTexts(); });
}

bool FilesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == tree_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Delete)) {
        removeChosen();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString FilesPanel::kindText(const sheets::SheetImport& table) const {
    using sheets::LayoutKind;
    using sheets::PeriodRule;
    const sheets::Layout& layout = table.layout;
    if (layout.columns.empty()) {
        return tr("no table");
    }
    switch (layout.kind) {
    case LayoutKind::Long:
        return tr("many years, long");
    case LayoutKind::WideByPeriod:
        return yearsOf(layout);
    case LayoutKind::OnePeriod:
        break;
    }
    const std::int64_t year = sheets::periodOfSheet(layout, table.file, table.sheet);
    return layout.periodRule == PeriodRule::Column ? tr("long")
           : year == 0                             ? tr("year?")
           : layout.isPeriodGuessed                ? QString::number(year) + u'?'
                                                   : QString::number(year);
}

QString FilesPanel::yearSource(const sheets::SheetImport& table) const {
    using sheets::PeriodRule;
    const sheets::Layout& layout = table.layout;
    const std::int64_t year = sheets::periodOfSheet(layout, table.file, table.sheet);
    if (layout.kind == sheets::LayoutKind::WideByPeriod && layout.isPeriodGuessed) {
        return tr("The years stand in the headings, and the title, the name of the file or that of "
                  "the sheet states another.");
    }
    if (layout.columns.empty() || layout.kind != sheets::LayoutKind::OnePeriod || year == 0) {
        return {};
    }
    const QString number = QString::number(year);
    if (layout.isPeriodGuessed && layout.periodRule == PeriodRule::Given) {
        return tr("%1 was told of the file that this one takes the place of. Say on the page of "
                  "the sheet which year it is now.")
            .arg(number);
    }
    if (layout.isPeriodGuessed && layout.periodRule == PeriodRule::SheetName) {
        return tr("%1 is a guess: it is the year in the name of the sheet, while the name of the "
                  "file says a yearbook or another year. Say on the page of the sheet where the "
                  "year stands.")
            .arg(number);
    }
    if (layout.isPeriodGuessed) {
        return tr("%1 is a guess: the table looks like a yearbook's, whose data are of the year "
                  "before the one in its name. Say on the page of the sheet where the year stands.")
            .arg(number);
    }
    switch (layout.periodRule) {
    case PeriodRule::FileName:
        return tr("%1, the year in the name of the file").arg(number);
    case PeriodRule::FileNameLessOne:
        return tr("%1, the year before that in the name of the file, a yearbook's").arg(number);
    case PeriodRule::SheetName:
        return tr("%1, the year in the name of the sheet").arg(number);
    case PeriodRule::SheetNameLessOne:
        return tr("%1, the year before that in the name of the sheet, a yearbook's").arg(number);
    case PeriodRule::Title:
        return tr("%1, the year in the title above the table").arg(number);
    case PeriodRule::TitleLessOne:
        return tr("%1, the year before that of the yearbook named above the table").arg(number);
    case PeriodRule::Given:
        return tr("%1, as told").arg(number);
    case PeriodRule::Column:
    case PeriodRule::Headers:
        break;
    }
    return {};
}

QTreeWidgetItem* FilesPanel::addTable(QTreeWidgetItem* parent, std::size_t table) {
    const sheets::SheetImport& entry = desk_.draft().plan.sheets[table];
    QString name = qs(entry.sheet);
    if (!entry.layout.rowsWhere.empty()) {
        QStringList texts;
        for (const sheets::RowCondition& condition : entry.layout.rowsWhere) {
            texts.append(qs(condition.text).simplified());
        }
        // The one sheet of a text file is called as the file above it.
        name = (entry.sheet == entry.file ? QString() : name + QStringLiteral(": ")) +
               texts.join(QStringLiteral(" · "));
    } else if (entry.table > 0) {
        name += QStringLiteral(" (%1)").arg(entry.table + 1);
    }
    auto* item = new QTreeWidgetItem(parent, {name, kindText(entry)});
    item->setData(0, tableRole, static_cast<uint>(table));
    item->setData(0, fileRole, qs(entry.file));
    item->setToolTip(0, name);
    setInk(item, 1, ColourRole::Muted);
    const bool canBeRead = !entry.layout.columns.empty();
    item->setFlags(canBeRead ? item->flags() | Qt::ItemIsUserCheckable
                             : item->flags() & ~Qt::ItemIsUserCheckable);
    if (canBeRead) {
        item->setCheckState(0, desk_.draft().isChosen[table] ? Qt::Checked : Qt::Unchecked);
    }
    return item;
}

void FilesPanel::addFile(const QString& file) {
    auto* parent = new QTreeWidgetItem(tree_, {file});
    parent->setIcon(0, icon("tables"));
    parent->setToolTip(0, file);
    parent->setData(0, fileRole, file);
    parent->setFirstColumnSpanned(true);
    std::size_t ticked = 0;
    std::size_t readable = 0;
    const ImportDraft& draft = desk_.draft();
    for (std::size_t i = 0; i < draft.plan.sheets.size(); ++i) {
        if (qs(draft.plan.sheets[i].file) == file) {
            addTable(parent, i);
            ticked += draft.isChosen[i] ? 1 : 0;
            readable += draft.plan.sheets[i].layout.columns.empty() ? 0 : 1;
        }
    }
    if (readable > 1) {
        parent->setFlags(parent->flags() | Qt::ItemIsUserCheckable);
        parent->setCheckState(0, ticked == 0          ? Qt::Unchecked
                                 : ticked == readable ? Qt::Checked
                                                      : Qt::PartiallyChecked);
    }
    parent->setExpanded(true);
}

void FilesPanel::addUnread() {
    for (const UnreadFile& file : desk_.draft().unread) {
        auto* item = new QTreeWidgetItem(tree_, {qs(file.name), tr("not read")});
        item->setIcon(0, icon("error"));
        item->setData(0, fileRole, qs(file.name));
        setInk(item, 1, ColourRole::Error);
        for (const int column : {0, 1}) {
            item->setToolTip(column, problemSentence(file.problem));
        }
    }
}

void FilesPanel::fill() {
    const QSignalBlocker blocker(tree_);
    tree_->clear();
    for (const project::Source& source : desk_.draft().sources) {
        addFile(qs(source.name));
    }
    addUnread();
    const auto tables = desk_.draft().chosenPlan().sheets;
    guess_->setVisible(std::any_of(tables.begin(), tables.end(), sheets::isPeriodAGuess));
    if (guess_->isHidden() && confirm_->hasFocus()) {
        Q_EMIT guessesDecided(); // else the files take the focus, and a next key unticks one
    }
    confirm_->setVisible(!guess_->isHidden());
    showCurrent();
    markDoubts();
}

void FilesPanel::showCurrent() {
    const QSignalBlocker blocker(tree_);
    for (QTreeWidgetItemIterator it(tree_); *it != nullptr; ++it) {
        const QVariant table = (*it)->data(0, tableRole);
        if (table.isValid() && table.toInt() == desk_.table() && tree_->currentItem() != *it) {
            tree_->setCurrentItem(*it);
            return;
        }
    }
}

void FilesPanel::markDoubts() {
    const QSignalBlocker blocker(tree_);
    const std::set<SheetKey> open = sheetsToDecide(*desk_.review());
    const std::map<SheetKey, QString> told = sheetsToLookAt(*desk_.review());
    for (QTreeWidgetItemIterator it(tree_); *it != nullptr; ++it) {
        const QVariant table = (*it)->data(0, tableRole);
        if (!table.isValid() || table.toUInt() >= desk_.draft().plan.sheets.size()) {
            continue;
        }
        const sheets::SheetImport& entry = desk_.draft().plan.sheets[table.toUInt()];
        const bool isChosen = desk_.draft().isChosen[table.toUInt()];
        const bool isOpen = isChosen && open.contains({entry.file, entry.sheet});
        const auto warning = told.find({entry.file, entry.sheet});
        const bool isTold = isChosen && warning != told.end();
        const bool isDoubtful = isOpen || isTold || (isChosen && entry.layout.isPeriodGuessed);
        QStringList tips{yearSource(entry)};
        tips << (isOpen ? tr("Something here is still to be decided.") : QString());
        tips << (isTold ? warning->second : QString());
        tips.removeAll(QString());
        (*it)->setIcon(1, isDoubtful ? icon("warning") : QIcon());
        (*it)->setToolTip(1, tips.join(u'\n'));
    }
}

void FilesPanel::takeChoice(QTreeWidgetItem* item) {
    std::vector<std::size_t> tables;
    if (item->data(0, tableRole).isValid()) {
        tables.push_back(item->data(0, tableRole).toUInt());
    }
    for (int i = 0; i < item->childCount(); ++i) {
        tables.push_back(item->child(i)->data(0, tableRole).toUInt());
    }
    const bool isChosen = item->checkState(0) == Qt::Checked;
    // The change fills the tree anew, which must not happen while an item of it is being set.
    QMetaObject::invokeMethod(
        this,
        [this, tables, isChosen] {
            desk_.change(
                [&](ImportDraft draft) { return withChosen(std::move(draft), tables, isChosen); });
        },
        Qt::QueuedConnection);
}

void FilesPanel::showGuesses() {
    for (std::size_t i = 0; i < desk_.draft().plan.sheets.size(); ++i) {
        if (desk_.draft().isChosen[i] && sheets::isPeriodAGuess(desk_.draft().plan.sheets[i])) {
            desk_.chooseTable(static_cast<int>(i));
            break;
        }
    }
    confirm_->setFocus(Qt::ShortcutFocusReason);
}

void FilesPanel::removeChosen() {
    const QTreeWidgetItem* item = tree_->currentItem();
    if (item == nullptr) {
        return;
    }
    const std::string file = item->data(0, fileRole).toString().toStdString();
    desk_.change([&](ImportDraft draft) { return withoutFile(std::move(draft), file); });
    // A second press must not remove the next file, which nobody chose.
    const QSignalBlocker blocker(tree_);
    tree_->setCurrentItem(nullptr);
}

void FilesPanel::setTexts() {
    title_->setText(QStringLiteral("<b>%1</b>").arg(tr("Files and sheets")));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    guess_->setText(tr("A year with ? is a guess. Choose the sheet to confirm or change it: “Year "
                       "stands in”."));
    confirm_->setText(tr("These Years Are Right"));
    name(add_, tr("Add files"));
    name(remove_, tr("Remove this file"));
    tree_->setAccessibleName(tr("Files and sheets; Space chooses a sheet"));
    fill();
}

} // namespace citypanel::ui

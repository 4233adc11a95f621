// SPDX-License-Identifier: GPL-3.0-or-later
// Editors of one table, each writing into the project's report plan.
#include "ui/report/table_edits_panel.h"

#include "core/text/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/typing_pause.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int editKeyRole = Qt::UserRole + 1;
constexpr int ownTextRole = Qt::UserRole + 2; // the label without edits

QString said(const study::Phrase& phrase, text::Language language) {
    return QString::fromStdString(text::sayCapitalised(phrase, language));
}

/// The user's text, or none where it is what would stand there anyway.
void setLabel(report::OwnLabel& label, text::Language language, const QString& text,
              const QString& withoutEdit) {
    const QString own = text.trimmed();
    label.set(language, own == withoutEdit ? std::string() : own.toStdString());
}

void setLabel(report::Labels& labels, const std::string& key, text::Language language,
              const QString& text, const QString& withoutEdit) {
    setLabel(labels[key], language, text, withoutEdit);
    if (labels[key].isEmpty()) {
        labels.erase(key);
    }
}

} // namespace

TableEditsPanel::TableEditsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , titleLabel_(new QLabel(this))
    , title_(new QLineEdit(this))
    , rowsLabel_(new QLabel(this))
    , rows_(new QListWidget(this))
    , up_(new QPushButton(icon("up"), QString(), this))
    , down_(new QPushButton(icon("down"), QString(), this))
    , columnsLabel_(new QLabel(this))
    , columns_(new QTableWidget(this))
    , noteLabel_(new QLabel(this))
    , note_(new QLineEdit(this))
    , reset_(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->addWidget(titleLabel_);
    column->addWidget(title_);
    auto* head = new QHBoxLayout;
    head->addWidget(rowsLabel_, 1);
    head->addWidget(up_);
    head->addWidget(down_);
    column->addLayout(head);
    column->addWidget(rows_, 60);
    column->addWidget(columnsLabel_);
    column->addWidget(columns_, 40);
    column->addWidget(noteLabel_);
    column->addWidget(note_);
    column->addWidget(reset_);
    column->addStretch(1); // a figure has no rows and columns to take the height
    titleLabel_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    title_->setObjectName(QStringLiteral("tableTitle"));
    rows_->setObjectName(QStringLiteral("tableRows"));
    columns_->setObjectName(QStringLiteral("tableColumns"));
    columns_->setTabKeyNavigation(false); // Tab leaves
    note_->setObjectName(QStringLiteral("tableNote"));
    reset_->setObjectName(QStringLiteral("resetTable"));
    up_->setObjectName(QStringLiteral("rowUp"));
    down_->setObjectName(QStringLiteral("rowDown"));
    titleLabel_->setBuddy(title_);
    rowsLabel_->setBuddy(rows_);
    columnsLabel_->setBuddy(columns_);
    noteLabel_->setBuddy(note_);
    rows_->setDragDropMode(QAbstractItemView::InternalMove);
    columns_->setColumnCount(2);
    columns_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(title_, &QLineEdit::editingFinished, this, &TableEditsPanel::takeTitle);
    connect(note_, &QLineEdit::editingFinished, this, &TableEditsPanel::takeNote);
    // A long note is not lost with a crash: it is taken at every pause, as one edit in the end.
    auto* pause = new TypingPause(this);
    connect(title_, &QLineEdit::textEdited, pause, &TypingPause::typed);
    connect(note_, &QLineEdit::textEdited, pause, &TypingPause::typed);
    connect(pause, &TypingPause::paused, this, &TableEditsPanel::commit);
    connect(rows_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        takeRows(rowsShown());
        takeLabel(item);
    });
    // Taken once the drop is over, but as it was dropped: the rows may be filled anew before.
    connect(rows_->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        QMetaObject::invokeMethod(
            this, [this, rows = rowsShown()] { takeRows(rows); }, Qt::QueuedConnection);
    });
    connect(columns_, &QTableWidget::cellChanged, this, &TableEditsPanel::takeColumn);
    connect(up_, &QPushButton::clicked, this, [this] { moveRow(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { moveRow(1); });
    connect(reset_, &QPushButton::clicked, this, &TableEditsPanel::reset);
    translated(this, [this] { setTexts(); });
}

template <typename Change>
void TableEditsPanel::edit(Change change, const QString& mergeKey) {
    if (!result_) {
        return;
    }
    const auto changed = [this, change](project::Project p) {
        report::ReportPlan& plan = p.report;
        const bool isNew = plan.find(result_->studyKey, result_->key) == nullptr;
        const text::Language language = project::tableStyleOf(p).language;
        report::TableEdits edits =
            isNew ? report::TableEdits{} : plan.at(result_->studyKey, result_->key).edits;
        const report::TableEdits before = edits;
        change(p, edits, language);
        if (edits != before) {
            if (isNew) {
                // Named results come first: all are named, so that the order stays.
                plan = project::withResultAt(p, session_.evaluation()->studies, 0, 0);
            }
            plan.at(result_->studyKey, result_->key).edits = edits;
        }
        shownEdits_ = edits;
        shownLabels_ = plan.labels;
        return p;
    };
    session_.edit(tr("Edit table"), changed, mergeKey);
}

QString TableEditsPanel::lineKey(const char* line) const {
    return !result_ ? QString()
                    : QStringLiteral("%1/%2/%3")
                          .arg(QLatin1String(line), QString::fromStdString(result_->studyKey),
                               QString::fromStdString(result_->key));
}

void TableEditsPanel::setResult(const project::ReportResult& result) {
    const project::Project& project = *session_.project();
    const report::ReportItem* item = project.report.find(result.studyKey, result.key);
    const report::TableEdits edits = item != nullptr ? item->edits : report::TableEdits{};
    const text::Language language = project::tableStyleOf(project).language;
    const void* shown = result.table != nullptr ? static_cast<const void*>(result.table)
                                                : static_cast<const void*>(result.figure);
    const bool isSame = result_ && shown == shownTable_ && edits == shownEdits_ &&
                        project.report.labels == shownLabels_ && language == shownLanguage_;
    // What is being typed stays, also when an evaluation ends meanwhile.
    const bool isSameResult = result_ && result_->studyKey == result.studyKey &&
                              result_->key == result.key && language == shownLanguage_;
    result_ = result;
    if (isSame) {
        return;
    }
    shownTable_ = shown;
    shownEdits_ = edits;
    shownLabels_ = project.report.labels;
    shownLanguage_ = language;
    setEnabled(true);
    const study::Phrase& ownTitle =
        result.table != nullptr ? result.table->title : result.figure->title;
    title_->setPlaceholderText(said(ownTitle, language));
    const auto setLine = [isSameResult](QLineEdit* line, const std::string& text) {
        const bool isTyping = isSameResult && line->hasFocus();
        const bool isTaken = line->text().trimmed() == QString::fromStdString(text);
        if (!isTyping || (!line->isModified() && !isTaken)) {
            line->setText(QString::fromStdString(text));
        }
    };
    setLine(title_, edits.title.in(language));
    setLine(note_, edits.note.in(language));
    for (QWidget* widget : {static_cast<QWidget*>(rowsLabel_), static_cast<QWidget*>(rows_),
                            static_cast<QWidget*>(up_), static_cast<QWidget*>(down_),
                            static_cast<QWidget*>(columnsLabel_), static_cast<QWidget*>(columns_),
                            static_cast<QWidget*>(noteLabel_), static_cast<QWidget*>(note_)}) {
        widget->setVisible(result.table != nullptr);
    }
    if (result.table != nullptr) {
        report::TableEdits all = edits;
        all.hidden.clear();
        const study::Table table =
            report::withEdits(*result.table, all, project.report.labels, language);
        fillRows(table);
        fillColumns(table);
    }
}

void TableEditsPanel::clear() {
    result_.reset();
    shownTable_ = nullptr;
    setEnabled(false);
}

void TableEditsPanel::fillRows(const study::Table& shown) {
    const QSignalBlocker blocker(rows_);
    const int before = rows_->currentRow();
    rows_->clear();
    for (const study::Row& row : shown.rows) {
        auto* item = new QListWidgetItem(said(row.label, shownLanguage_), rows_);
        const bool isHidden = std::find(shownEdits_.hidden.begin(), shownEdits_.hidden.end(),
                                        row.key) != shownEdits_.hidden.end();
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsEditable);
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);
        item->setCheckState(isHidden ? Qt::Unchecked : Qt::Checked);
        item->setData(editKeyRole, QString::fromStdString(row.key));
        const study::Row* own = result_->table->find(row.key);
        item->setData(ownTextRole, own != nullptr ? said(own->label, shownLanguage_) : QString());
    }
    rows_->setCurrentRow(before);
}

void TableEditsPanel::fillColumns(const study::Table& shown) {
    const QSignalBlocker blocker(columns_);
    columns_->setRowCount(static_cast<int>(shown.columns.size()));
    for (int i = 0; i < columns_->rowCount(); ++i) {
        const study::Column& column = shown.columns[static_cast<std::size_t>(i)];
        const study::Column& own = result_->table->columns[static_cast<std::size_t>(i)];
        auto* title = new QTableWidgetItem(said(column.title, shownLanguage_));
        auto* group = new QTableWidgetItem(said(column.group, shownLanguage_));
        title->setData(ownTextRole, said(own.title, shownLanguage_));
        group->setData(ownTextRole, said(own.group, shownLanguage_));
        columns_->setItem(i, 0, title);
        columns_->setItem(i, 1, group);
    }
}

TableEditsPanel::Rows TableEditsPanel::rowsShown() const {
    Rows rows;
    for (int i = 0; i < rows_->count(); ++i) {
        const std::string key = rows_->item(i)->data(editKeyRole).toString().toStdString();
        rows.order.push_back(key);
        if (rows_->item(i)->checkState() == Qt::Unchecked) {
            rows.hidden.push_back(key);
        }
    }
    if (result_) {
        rows.study = result_->studyKey;
        rows.result = result_->key;
    }
    return rows;
}

void TableEditsPanel::takeRows(const Rows& rows) {
    if (!result_ || result_->studyKey != rows.study || result_->key != rows.result) {
        return; // another table was chosen before the drop was taken
    }
    edit([this, &rows](project::Project&, report::TableEdits& edits, text::Language) {
        std::vector<std::string> own;
        for (const study::Row& row : result_->table->rows) {
            own.push_back(row.key);
        }
        edits.hidden = rows.hidden;
        edits.order = rows.order == own ? std::vector<std::string>() : rows.order;
    });
}

bool TableEditsPanel::isOf(const project::ReportResult& result) const {
    return result_ && result_->studyKey == result.studyKey && result_->key == result.key;
}

void TableEditsPanel::commit() {
    if (title_->isModified()) {
        takeTitle();
    }
    if (note_->isModified()) {
        takeNote();
    }
}

void TableEditsPanel::takeTitle() {
    title_->setModified(false);
    edit(
        [this](project::Project&, report::TableEdits& edits, text::Language language) {
            setLabel(edits.title, language, title_->text(), title_->placeholderText());
        },
        lineKey("title"));
}

void TableEditsPanel::takeNote() {
    note_->setModified(false);
    edit(
        [this](project::Project&, report::TableEdits& edits, text::Language language) {
            edits.note.set(language, note_->text().trimmed().toStdString());
        },
        lineKey("note"));
}

void TableEditsPanel::takeLabel(QListWidgetItem* item) {
    const std::string key = item->data(editKeyRole).toString().toStdString();
    const QString label = item->text();
    const QString own = item->data(ownTextRole).toString();
    edit([key, label, own](project::Project& p, report::TableEdits&, text::Language language) {
        setLabel(p.report.labels, std::string(report::labelKeyOf(key)), language, label, own);
    });
}

void TableEditsPanel::takeColumn(int row, int column) {
    const QTableWidgetItem* item = columns_->item(row, column);
    const std::string key = result_->table->columns[static_cast<std::size_t>(row)].key;
    const QString label = item->text();
    const QString own = item->data(ownTextRole).toString();
    edit([=](project::Project&, report::TableEdits& edits, text::Language language) {
        setLabel(column == 0 ? edits.columns : edits.groups, key, language, label, own);
    });
}

void TableEditsPanel::moveRow(int by) {
    const int from = rows_->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= rows_->count()) {
        return;
    }
    {
        const QSignalBlocker blocker(rows_);
        rows_->insertItem(to, rows_->takeItem(from));
        rows_->setCurrentRow(to);
    }
    takeRows(rowsShown());
}

void TableEditsPanel::reset() {
    edit([](project::Project&, report::TableEdits& edits, text::Language) { edits = {}; });
    if (result_) {
        shownTable_ = nullptr;
        setResult(project::ReportResult(*result_));
    }
}

void TableEditsPanel::setTexts() {
    titleLabel_->setText(tr("Title"));
    rowsLabel_->setText(tr("Rows"));
    rows_->setAccessibleName(tr("Rows of the table"));
    rows_->setToolTip(tr("Untick to leave out, drag to move, double-click (F2) to rename; a label "
                         "holds for all tables"));
    up_->setToolTip(tr("Move the row up"));
    up_->setAccessibleName(tr("Move the row up"));
    down_->setToolTip(tr("Move the row down"));
    down_->setAccessibleName(tr("Move the row down"));
    columnsLabel_->setText(tr("Columns"));
    columns_->setAccessibleName(tr("Headings of the columns"));
    columns_->setHorizontalHeaderLabels({tr("Title"), tr("Group")});
    noteLabel_->setText(tr("Note"));
    reset_->setText(tr("Undo All Changes of This Table"));
}

} // namespace citypanel::ui

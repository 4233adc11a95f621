// SPDX-License-Identifier: GPL-3.0-or-later
// List of results: order, ticks, and what else the report has.
#include "ui/report/result_list.h"

#include "core/text/pattern.h"
#include "core/text/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int keyRole = Qt::UserRole + 1;    // of the study
constexpr int resultRole = Qt::UserRole + 2; // key of the table or figure; empty for a failure

} // namespace

ResultList::ResultList(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , heading_(new QLabel(this))
    , list_(new QListWidget(this))
    , up_(new QPushButton(icon("up"), QString(), this))
    , down_(new QPushButton(icon("down"), QString(), this))
    , methods_(new QCheckBox(this))
    , appendix_(new QCheckBox(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 6, 0);
    head->addWidget(heading_, 1);
    head->addWidget(up_);
    head->addWidget(down_);
    column->addLayout(head);
    column->addWidget(list_, 1);
    for (QCheckBox* box : {methods_, appendix_}) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(10, 0, 6, 0);
        row->addWidget(box);
        column->addLayout(row);
    }
    list_->setObjectName(QStringLiteral("tablesList"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setWordWrap(true);
    list_->setResizeMode(QListView::Adjust);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    up_->setObjectName(QStringLiteral("resultUp"));
    down_->setObjectName(QStringLiteral("resultDown"));
    methods_->setObjectName(QStringLiteral("reportMethods"));
    appendix_->setObjectName(QStringLiteral("reportAppendix"));
    heading_->setBuddy(list_);
    setFocusProxy(list_);
    connect(list_, &QListWidget::currentItemChanged, this, &ResultList::chosen);
    connect(list_, &QListWidget::itemActivated, this, &ResultList::activated);
    // Later: an edit fills the list anew, which must not happen while the list handles a click or a
    // drop. What was done is read now: an evaluation that ends in between fills it anew as well.
    connect(list_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const std::string study = item->data(keyRole).toString().toStdString();
        const std::string result = item->data(resultRole).toString().toStdString();
        const bool isTicked = item->checkState() == Qt::Checked;
        QMetaObject::invokeMethod(
            this, [=, this] { takeTick(study, result, isTicked); }, Qt::QueuedConnection);
    });
    connect(list_->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        QMetaObject::invokeMethod(
            this, [this, order = keysShown()] { takeOrder(order); }, Qt::QueuedConnection);
    });
    connect(up_, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down_, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    connect(methods_, &QCheckBox::toggled, this, [this](bool on) {
        session_.edit(tr("Methods paragraph"), [on](project::Project p) {
            p.report.hasMethods = on;
            return p;
        });
    });
    connect(appendix_, &QCheckBox::toggled, this, [this](bool on) {
        session_.edit(tr("Data appendix"), [on](project::Project p) {
            p.report.hasDataAppendix = on;
            return p;
        });
    });
    translated(this, [this] {
        setTexts();
        refresh();
    });
}

void ResultList::refresh() {
    const QListWidgetItem* item = list_->currentItem();
    const QString study = item == nullptr ? QString() : item->data(keyRole).toString();
    const QString result = item == nullptr ? QString() : item->data(resultRole).toString();
    const QSignalBlocker blocker(list_);
    list_->clear();
    results_ = project::reportResults(*session_.project(), session_.evaluation()->studies);
    addResults();
    addFailures();
    list_->setCurrentRow(isEmpty() ? -1 : 0);
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(keyRole).toString() == study &&
            list_->item(i)->data(resultRole).toString() == result) {
            list_->setCurrentRow(i);
        }
    }
    const QSignalBlocker methods(methods_);
    const QSignalBlocker appendix(appendix_);
    methods_->setChecked(session_.project()->report.hasMethods);
    appendix_->setChecked(session_.project()->report.hasDataAppendix);
}

void ResultList::addResults() {
    const project::Project& project = *session_.project();
    const text::Language language = project::tableStyleOf(project).language;
    const std::vector<int> numbers = project::captionNumbers(project, results_);
    for (std::size_t i = 0; i < results_.size(); ++i) {
        const project::ReportResult& result = results_[i];
        const bool isTable = result.table != nullptr;
        const study::Phrase title = isTable ? project::shownTable(project, result).title
                                            : project::shownFigure(project, result).title;
        QString name = QString::fromStdString(text::sayCapitalised(title, language));
        if (numbers[i] > 0) {
            const auto word =
                isTable ? text::TableWord::TableNumber : text::TableWord::FigureNumber;
            const std::string label = text::filledInOrder(text::tableWordPattern(word), language,
                                                          {std::to_string(numbers[i])});
            name = QStringLiteral("%1  %2").arg(QString::fromStdString(label), name);
        }
        auto* item = new QListWidgetItem(icon(isTable ? "tables" : "chart"), name, list_);
        item->setToolTip(
            QStringLiteral("%1\n%2").arg(name, QString::fromStdString(result.studyName)));
        item->setData(keyRole, QString::fromStdString(result.studyKey));
        item->setData(resultRole, QString::fromStdString(result.key));
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsDropEnabled);
        item->setCheckState(result.isIncluded ? Qt::Checked : Qt::Unchecked);
    }
}

void ResultList::addFailures() {
    for (const project::StudyOutcome& outcome : session_.evaluation()->studies) {
        const bool showsAnything = outcome.result != nullptr && !(outcome.result->tables.empty() &&
                                                                  outcome.result->figures.empty());
        if (!showsAnything) {
            auto* item =
                new QListWidgetItem(icon("error"), QString::fromStdString(outcome.name), list_);
            item->setData(keyRole, QString::fromStdString(outcome.key));
            item->setFlags(item->flags() & ~(Qt::ItemIsDropEnabled | Qt::ItemIsDragEnabled));
        }
    }
}

bool ResultList::isEmpty() const {
    return list_->count() == 0;
}

const project::ReportResult* ResultList::current() const {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) {
        return nullptr;
    }
    const auto found =
        std::find_if(results_.begin(), results_.end(), [item](const project::ReportResult& r) {
            return r.studyKey == item->data(keyRole).toString().toStdString() &&
                   r.key == item->data(resultRole).toString().toStdString();
        });
    return found == results_.end() ? nullptr : &*found;
}

QString ResultList::currentStudy() const {
    const QListWidgetItem* item = list_->currentItem();
    return item == nullptr ? QString() : item->data(keyRole).toString();
}

QString ResultList::currentName() const {
    const project::ReportResult* result = current();
    return result == nullptr
               ? QString()
               : QString::fromStdString(project::fileNameOf(*session_.project(), *result));
}

bool ResultList::chooseStudy(const QString& studyKey) {
    for (int i = 0; i < list_->count(); ++i) {
        if (list_->item(i)->data(keyRole).toString() == studyKey) {
            list_->setCurrentRow(i);
            return true;
        }
    }
    return false;
}

void ResultList::moveCurrent(int by) {
    const int from = list_->currentRow();
    const int to = from + by;
    const auto count = static_cast<int>(results_.size());
    if (from < 0 || from >= count || to < 0 || to >= count) {
        return;
    }
    session_.edit(tr("Order of the report"), [this, from, to](project::Project p) {
        p.report =
            project::withResultAt(p, session_.evaluation()->studies, static_cast<std::size_t>(from),
                                  static_cast<std::size_t>(to));
        return p;
    });
}

ResultList::Keys ResultList::keysShown() const {
    Keys keys;
    for (int i = 0; i < list_->count(); ++i) {
        const QListWidgetItem* item = list_->item(i);
        if (const QString result = item->data(resultRole).toString(); !result.isEmpty()) {
            keys.emplace_back(item->data(keyRole).toString().toStdString(), result.toStdString());
        }
    }
    return keys;
}

void ResultList::takeOrder(const Keys& order) {
    session_.edit(tr("Order of the report"), [&order](project::Project p) {
        p.report = project::withOrder(std::move(p.report), order);
        return p;
    });
}

void ResultList::takeTick(const std::string& study, const std::string& result, bool isTicked) {
    if (result.empty()) {
        return;
    }
    session_.edit(tr("Contents of the report"), [&](project::Project p) {
        // All results are named, so that the order stays.
        p.report = project::withResultAt(p, session_.evaluation()->studies, 0, 0);
        p.report.at(study, result).isIncluded = isTicked;
        return p;
    });
}

void ResultList::setTexts() {
    heading_->setText(tr("Report"));
    list_->setAccessibleName(tr("Tables and figures; Enter opens the models"));
    list_->setToolTip(tr("Tick what belongs in the report, drag to change the order"));
    up_->setToolTip(tr("Move up"));
    up_->setAccessibleName(tr("Move up"));
    down_->setToolTip(tr("Move down"));
    down_->setAccessibleName(tr("Move down"));
    methods_->setText(tr("Methods paragraph"));
    appendix_->setText(tr("Data appendix"));
}

} // namespace citypanel::ui

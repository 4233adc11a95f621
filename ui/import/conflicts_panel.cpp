// SPDX-License-Identifier: GPL-3.0-or-later
// The list of conflicts and what settles them.
#include "ui/import/conflicts_panel.h"

#include "core/panel/number_text.h"
#include "core/panel/origin.h"
#include "core/sheets/conflicts.h"
#include "core/sheets/plan_decisions.h"
#include "ui/import/import_desk.h"
#include "ui/models/panel_model.h"
#include "ui/models/report_model.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace citypanel::ui {

namespace {

enum ConflictColumn {
    ConflictVariableColumn,
    ConflictUnitColumn,
    ConflictPeriodColumn,
    ConflictFirstColumn,
    ConflictFirstSourceColumn,
    ConflictOtherColumn,
    ConflictOtherSourceColumn,
    ConflictDifferenceColumn,
    ConflictTakenColumn,
    ConflictByColumn
};

/// A value of a conflict, with as many digits as tell it from the others.
QString valueText(const sheets::ValueConflict& conflict, double number, const std::string& text) {
    const auto looksLike = [&](const sheets::GivenValue& value) {
        return value.number != number && shownNumber(value.number) == shownNumber(number);
    };
    const bool isAlike = std::any_of(conflict.values.begin(), conflict.values.end(), looksLike);
    return !text.empty() ? qs(text) : isAlike ? qs(shortestText(number)) : shownNumber(number);
}

QString sourceText(const sheets::GivenValue& value) {
    return QStringLiteral("%1 › %2 › %3")
        .arg(qs(value.file), qs(value.sheet), qs(cellName(value.row, value.column)));
}

QString ruleText(sheets::ConflictRule rule) {
    switch (rule) {
    case sheets::ConflictRule::First:
        return ConflictsPanel::tr("the first source");
    case sheets::ConflictRule::Newer:
        return ConflictsPanel::tr("the newer source");
    case sheets::ConflictRule::Mean:
        return ConflictsPanel::tr("the mean");
    case sheets::ConflictRule::Missing:
        return ConflictsPanel::tr("none, left missing");
    }
    return {};
}

/// How far two values lie apart, in percent of the first; missing for texts and for zero.
double differenceOf(const sheets::ValueConflict& conflict) {
    const double first = conflict.values[0].number;
    const double second = sheets::otherValue(conflict).number;
    const bool isKnown = !isMissing(first) && !isMissing(second) && first != 0;
    return isKnown ? 100 * (second - first) / std::abs(first) : missingValue;
}

QString differenceText(const sheets::ValueConflict& conflict) {
    constexpr double least = 0.005; // what two digits show
    const double percent = differenceOf(conflict);
    if (isMissing(percent)) {
        return {};
    }
    return std::abs(percent) < least ? QStringLiteral("< 0.01 %")
                                     : QLocale().toString(percent, 'f', 2) + QStringLiteral(" %");
}

/// What a column is sorted by: a number, or else a text.
std::pair<double, QString> sortKeyOf(const sheets::ValueConflict& conflict, int column) {
    constexpr double last = -std::numeric_limits<double>::infinity();
    const auto number = [last](double value) {
        return std::pair(isMissing(value) ? last : value, QString());
    };
    switch (column) {
    case ConflictVariableColumn:
        return {0, qs(conflict.variable)};
    case ConflictUnitColumn:
        return {0, qs(conflict.unit)};
    case ConflictPeriodColumn:
        return number(static_cast<double>(conflict.period));
    case ConflictFirstColumn:
        return number(conflict.values[0].number);
    case ConflictFirstSourceColumn:
        return {0, sourceText(conflict.values[0])};
    case ConflictOtherColumn:
        return number(sheets::otherValue(conflict).number);
    case ConflictOtherSourceColumn:
        return {0, sourceText(sheets::otherValue(conflict))};
    case ConflictDifferenceColumn:
        return number(std::abs(differenceOf(conflict)));
    case ConflictTakenColumn:
        return number(conflict.number);
    default:
        return {conflict.isDecided ? 1 : 0, ruleText(conflict.rule)};
    }
}

} // namespace

ConflictsPanel::ConflictsPanel(ImportDesk& desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , model_(new ReportModel(this))
    , table_(new QTableView(this))
    , betweenLabel_(new QLabel(this))
    , between_(new QComboBox(this))
    , withinLabel_(new QLabel(this))
    , within_(new QComboBox(this))
    , useRules_(new QPushButton(this))
    , valueLabel_(new QLabel(this))
    , value_(new QComboBox(this))
    , take_(new QPushButton(this)) {
    place();
    table_->setModel(model_);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setWordWrap(false);
    table_->setTextElideMode(Qt::ElideMiddle); // sheet and cell stand at the end
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    followFont(table_, 6);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false); // bold does not fit
    table_->horizontalHeader()->setSectionsClickable(true);
    table_->horizontalHeader()->setSortIndicatorShown(true);
    // What differs most comes first: a slip of a digit before a revised figure.
    table_->horizontalHeader()->setSortIndicator(ConflictDifferenceColumn, Qt::DescendingOrder);
    const std::pair<QWidget*, const char*> names[] = {
        {table_, "conflictsTable"}, {between_, "betweenSources"}, {within_, "withinTable"},
        {useRules_, "applyRules"},  {value_, "conflictValue"},    {take_, "takeValue"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
    betweenLabel_->setBuddy(between_);
    withinLabel_->setBuddy(within_);
    valueLabel_->setBuddy(value_);
    setFocusProxy(table_);
    connectParts();
    translated(this, [this] { setTexts(); });
}

void ConflictsPanel::place() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 4);
    auto* rules = new WrappingRow;
    rules->setContentsMargins(10, 0, 10, 0);
    rules->addTogether({betweenLabel_, between_});
    rules->addTogether({withinLabel_, within_});
    rules->addWidget(useRules_);
    auto* one = new QHBoxLayout;
    one->setContentsMargins(10, 0, 10, 0);
    one->addWidget(valueLabel_);
    one->addWidget(value_, 1);
    one->addWidget(take_);
    column->addLayout(rules);
    column->addWidget(table_, 1);
    column->addLayout(one);
}

void ConflictsPanel::connectParts() {
    connect(&desk_, &ImportDesk::reviewChanged, this, &ConflictsPanel::refresh);
    connect(between_, &QComboBox::activated, this, &ConflictsPanel::chooseRules);
    connect(within_, &QComboBox::activated, this, &ConflictsPanel::chooseRules);
    connect(useRules_, &QPushButton::clicked, this, &ConflictsPanel::chooseRules);
    connect(table_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &ConflictsPanel::refresh);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ConflictsPanel::fillValues);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { desk_.showPlace(model_->placeOf(index.row())); });
    connect(take_, &QPushButton::clicked, this, &ConflictsPanel::decide);
}

void ConflictsPanel::refresh() {
    const auto review = desk_.review();
    const sheets::VariableSources adopted = desk_.draft().adopted;
    const int before = table_->currentIndex().row();
    order();
    const auto at = [review, order = order_](int row) -> const sheets::ValueConflict& {
        return review->result->report.conflicts[order[static_cast<std::size_t>(row)]];
    };
    const auto count = static_cast<int>(order_.size());
    model_->setSource(
        {.headers = {tr("Variable"), tr("Place"), tr("Year"), tr("One value"), tr("from"),
                     tr("Another value"), tr("from"), tr("Difference"), tr("Taken"), tr("By")},
         .rowCount = count,
         .text = [at](int row, int column) -> QString {
             const sheets::ValueConflict& c = at(row);
             const sheets::GivenValue& other = sheets::otherValue(c);
             const QString more = c.values.size() > 2
                                      ? QStringLiteral(" (+%1)").arg(c.values.size() - 2)
                                      : QString();
             const QString cells[] = {qs(c.variable),
                                      qs(c.unit),
                                      QString::number(c.period),
                                      valueText(c, c.values[0].number, c.values[0].text),
                                      sourceText(c.values[0]),
                                      valueText(c, other.number, other.text) + more,
                                      sourceText(other),
                                      differenceText(c),
                                      valueText(c, c.number, c.text),
                                      c.isDecided ? tr("by hand") : ruleText(c.rule)};
             return cells[column];
         },
         .place = [at](int row) -> Place {
             const sheets::GivenValue& value = sheets::otherValue(at(row));
             return {.file = value.file,
                     .sheet = value.sheet,
                     .cell = cellName(value.row, value.column)};
         },
         .isOpen = [at, adopted](int row) { return sheets::isOpen(at(row), adopted); },
         .isNumber =
             [](int column) {
                 return column == ConflictFirstColumn || column == ConflictOtherColumn ||
                        column == ConflictDifferenceColumn || column == ConflictTakenColumn;
             }});
    fitColumns(table_);
    for (const int column :
         {ConflictVariableColumn, ConflictFirstSourceColumn, ConflictOtherSourceColumn}) {
        table_->setColumnWidth(
            column, std::min(table_->columnWidth(column), fontMetrics().averageCharWidth() * 30));
    }
    const QSignalBlocker blockers[] = {QSignalBlocker(between_), QSignalBlocker(within_)};
    const sheets::ImportPlan& plan = desk_.draft().plan;
    between_->setCurrentIndex(between_->findData(static_cast<int>(plan.betweenSources)));
    within_->setCurrentIndex(within_->findData(static_cast<int>(plan.withinTable)));
    useRules_->setEnabled(std::any_of(order_.begin(), order_.end(), [&](std::size_t conflict) {
        return !sheets::isAmong(review->result->report.conflicts[conflict], adopted);
    }));
    if (count > 0 && !table_->currentIndex().isValid()) {
        table_->selectRow(std::clamp(before, 0, count - 1));
    }
    fillValues();
}

void ConflictsPanel::order() {
    const auto review = desk_.review();
    order_.clear();
    if (!review->result) {
        return;
    }
    const QHeaderView* header = table_->horizontalHeader();
    const bool isDescending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    std::vector<std::pair<double, QString>> keys;
    for (const sheets::ValueConflict& conflict : review->result->report.conflicts) {
        order_.push_back(keys.size());
        keys.push_back(sortKeyOf(conflict, header->sortIndicatorSection()));
    }
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        return isDescending ? keys[b] < keys[a] : keys[a] < keys[b];
    });
}

const sheets::ValueConflict& ConflictsPanel::conflictAt(int row) const {
    return desk_.review()->result->report.conflicts[order_[static_cast<std::size_t>(row)]];
}

void ConflictsPanel::fillValues() {
    value_->clear();
    const int row = table_->currentIndex().row();
    const auto review = desk_.review();
    const bool isThere = row >= 0 && row < model_->rowCount() && review->result;
    value_->setEnabled(isThere);
    take_->setEnabled(isThere);
    if (!isThere) {
        return;
    }
    const sheets::ValueConflict& conflict = conflictAt(row);
    for (std::size_t i = 0; i < conflict.values.size(); ++i) {
        const sheets::GivenValue& value = conflict.values[i];
        value_->addItem(QStringLiteral("%1    %2")
                            .arg(valueText(conflict, value.number, value.text), sourceText(value)),
                        static_cast<int>(i));
    }
    value_->addItem(tr("none of them: missing"), -1);
    if (conflict.chosen) {
        value_->setCurrentIndex(static_cast<int>(*conflict.chosen));
    }
}

void ConflictsPanel::decide() {
    const int row = table_->currentIndex().row();
    const auto review = desk_.review();
    if (row < 0 || !review->result) {
        return;
    }
    const sheets::ValueConflict conflict = conflictAt(row);
    const int chosen = value_->currentData().toInt();
    desk_.changePlan([&](sheets::ImportPlan plan) {
        return sheets::withValueDecided(
            std::move(plan), conflict,
            chosen < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(chosen)));
    });
    if (row + 1 < model_->rowCount()) {
        table_->selectRow(row + 1);
    }
}

void ConflictsPanel::chooseRules() {
    const auto between = static_cast<sheets::ConflictRule>(between_->currentData().toInt());
    const auto within = static_cast<sheets::ConflictRule>(within_->currentData().toInt());
    desk_.change([&](ImportDraft draft) {
        draft.plan.betweenSources = between;
        draft.plan.withinTable = within;
        draft.adopted = sheets::sourcesOf(draft.chosenPlan());
        return draft;
    });
}

void ConflictsPanel::showOpen() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->index(row, 0).data(ReportModel::IsOpenRole).toBool()) {
            table_->selectRow(row);
            break;
        }
    }
    table_->setFocus(Qt::OtherFocusReason);
}

void ConflictsPanel::setTexts() {
    using sheets::ConflictRule;
    table_->setAccessibleName(tr("Values that differ between sources; Enter shows the cell"));
    betweenLabel_->setText(tr("&Between sources take"));
    withinLabel_->setText(tr("within o&ne table"));
    between_->setToolTip(tr("The newer source: by the year in the name of its file; of files "
                            "without one, that which stands later in the list."));
    between_->setAccessibleName(tr("What is taken where sources differ"));
    within_->setAccessibleName(tr("What is taken where two rows of a table differ"));
    for (QComboBox* box : {between_, within_}) {
        const QSignalBlocker blocker(box);
        box->clear();
        for (const ConflictRule rule : {ConflictRule::First, ConflictRule::Newer,
                                        ConflictRule::Mean, ConflictRule::Missing}) {
            box->addItem(ruleText(rule), static_cast<int>(rule));
        }
    }
    useRules_->setText(tr("&Use These Rules"));
    valueLabel_->setText(tr("For the selected &one take"));
    value_->setAccessibleName(tr("The value that holds"));
    take_->setText(tr("Ta&ke It"));
    refresh();
}

} // namespace citypanel::ui

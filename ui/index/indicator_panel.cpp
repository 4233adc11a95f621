// SPDX-License-Identifier: GPL-3.0-or-later
// From the list of indicators to a tree, and back after a drag.
#include "ui/index/indicator_panel.h"

#include "core/panel/expression.h"
#include "ui/models/words.h"
#include "ui/widgets/field_editors.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int placeRole = Qt::UserRole + 1; ///< place in the list; absent for tiers

QTreeWidgetItem* tier(QTreeWidgetItem* parent, const QString& name) {
    for (int i = 0; i < parent->childCount(); ++i) {
        if (!parent->child(i)->data(0, placeRole).isValid() && parent->child(i)->text(0) == name) {
            return parent->child(i);
        }
    }
    auto* item = new QTreeWidgetItem(parent, {name});
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled |
                   Qt::ItemIsDragEnabled | Qt::ItemIsEditable);
    QFont bold = item->font(0);
    bold.setBold(parent->parent() == nullptr);
    item->setFont(0, bold);
    item->setExpanded(true);
    return item;
}

/// Formula, unit and note, as far as there are any.
QString described(const index::Indicator& indicator) {
    QStringList lines{qs(indicator.expression)};
    for (const std::string& text : {indicator.unit, indicator.note}) {
        if (!text.empty()) {
            lines.append(qs(text));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

/// What keeps the indicator's formula from being evaluated.
QString missingIn(const index::Indicator& indicator, const recipe::Columns& columns) {
    const auto parsed = parseExpression(indicator.expression.text);
    if (!parsed) {
        return problemSentence(parsed.error());
    }
    for (const std::string& name : parsed->variables()) {
        if (columns.find(name) == nullptr) {
            return problemSentence(
                {.code = ProblemCode::VariableUnknown, .place = {.variable = name}});
        }
    }
    return {};
}

} // namespace

void IndicatorTree::dropEvent(QDropEvent* event) {
    QTreeWidget::dropEvent(event);
    Q_EMIT rearranged();
}

void IndicatorTree::keyPressEvent(QKeyEvent* event) {
    const int by = event->modifiers() != Qt::AltModifier ? 0
                   : event->key() == Qt::Key_Up          ? -1
                   : event->key() == Qt::Key_Down        ? 1
                                                         : 0;
    if (by == 0) {
        QTreeWidget::keyPressEvent(event);
    } else if (moveCurrent(by)) {
        Q_EMIT rearranged();
    }
}

bool IndicatorTree::moveCurrent(int by) {
    QTreeWidgetItem* item = currentItem();
    if (item == nullptr) {
        return false;
    }
    QTreeWidgetItem* parent = item->parent() == nullptr ? invisibleRootItem() : item->parent();
    const int to = parent->indexOfChild(item) + by;
    if (to < 0 || to >= parent->childCount()) {
        return false;
    }
    const QSignalBlocker blocker(this);
    parent->insertChild(to, parent->takeChild(to - by));
    expandAll();
    setCurrentItem(item);
    return true;
}

IndicatorPanel::IndicatorPanel(QWidget* parent)
    : QWidget(parent)
    , tree_(new IndicatorTree(this))
    , add_(new QToolButton(this))
    , remove_(new QToolButton(this))
    , formHost_(new QWidget(this))
    , form_(new QFormLayout(formHost_)) {
    tree_->setObjectName(QStringLiteral("indicatorTree"));
    tree_->setHeaderHidden(true);
    tree_->setDragDropMode(QAbstractItemView::InternalMove);
    tree_->setSelectionMode(QAbstractItemView::SingleSelection);
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    tree_->setIndentation(14);
    tree_->setFrameShape(QFrame::NoFrame);
    add_->setIcon(icon("add"));
    add_->setObjectName(QStringLiteral("addIndicator"));
    remove_->setIcon(icon("delete"));
    remove_->setObjectName(QStringLiteral("removeIndicator"));
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->setContentsMargins(0, 4, 0, 0);
    form_->setVerticalSpacing(4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QHBoxLayout;
    for (QToolButton* button : {add_, remove_}) {
        button->setAutoRaise(true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    column->addWidget(tree_, 3);
    column->addLayout(buttons);
    column->addWidget(formHost_);
    connect(tree_, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (!isFilling_) {
            showForm();
        }
    });
    connect(tree_, &IndicatorTree::rearranged, this, [this] {
        const QTreeWidgetItem* item = tree_->currentItem();
        const QString moved = item == nullptr ? QString() : item->text(0);
        readTree();
        announce(tr("Rearrange indicators"));
        const auto found = tree_->findItems(moved, Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty()) { // the tree was filled anew
            tree_->setCurrentItem(found.first());
        }
    });
    connect(tree_, &QTreeWidget::itemChanged, this, [this] {
        if (!isFilling_) {
            readTree();
            announce(tr("Rename dimension"));
        }
    });
    connect(add_, &QToolButton::clicked, this, &IndicatorPanel::add);
    connect(remove_, &QToolButton::clicked, this, &IndicatorPanel::removeChosen);
    translated(this, [this] { setTexts(); });
}

void IndicatorPanel::setTexts() {
    tree_->setAccessibleName(tr("Indicator system; drag, or Alt+Up and Alt+Down, to rearrange"));
    add_->setToolTip(tr("Add an indicator"));
    add_->setAccessibleName(add_->toolTip());
    remove_->setToolTip(tr("Remove this indicator"));
    remove_->setAccessibleName(remove_->toolTip());
    showForm();
}

void IndicatorPanel::setIndicators(const std::vector<index::Indicator>& indicators,
                                   const recipe::Columns& columns) {
    const bool hasSameColumns = columns.names() == columns_.names();
    // What was just edited here is in the form already, and the editor keeps its cursor.
    const bool isOwnEdit = indicators == withoutDraft() && hasSameColumns;
    if (indicators != withoutDraft()) {
        const bool hadMore = !unfinished().isEmpty();
        indicators_ = indicators;
        draft_.clear();
        typed_.reset();
        if (hadMore) {
            Q_EMIT unfinishedChanged();
        }
    }
    const bool isInTree = indicators_ == inTree_ && hasSameColumns;
    columns_ = columns;
    if (!isInTree) {
        fillTree();
    }
    if (!isOwnEdit) {
        showForm();
    }
}

void IndicatorPanel::fillTree() {
    const int before = chosen();
    isFilling_ = true;
    tree_->clear();
    for (std::size_t i = 0; i < indicators_.size(); ++i) {
        const index::Indicator& one = indicators_[i];
        QTreeWidgetItem* parent = tree_->invisibleRootItem();
        parent = one.dimension.empty() ? parent : tier(parent, qs(one.dimension));
        parent = one.group.empty() ? parent : tier(parent, qs(one.group));
        auto* item = new QTreeWidgetItem(parent, {qs(one.title())});
        item->setData(0, placeRole, static_cast<int>(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        const QString missing = one.name == draft_ ? QString() : missingIn(one, columns_);
        item->setToolTip(0, missing.isEmpty() ? described(one) : missing);
        if (!missing.isEmpty()) {
            item->setIcon(0, icon("error"));
            setInk(item, 0, ColourRole::Error);
        }
        if (static_cast<int>(i) == before) {
            tree_->setCurrentItem(item);
        }
    }
    tree_->expandAll();
    inTree_ = indicators_;
    isFilling_ = false;
}

int IndicatorPanel::chosen() const {
    const QTreeWidgetItem* item = tree_->currentItem();
    const QVariant place = item == nullptr ? QVariant() : item->data(0, placeRole);
    const bool isLeaf = place.isValid() && place.toInt() < static_cast<int>(indicators_.size());
    return isLeaf ? place.toInt() : -1;
}

template <typename Member>
void IndicatorPanel::addField(const char* name, const QString& title,
                              Member index::Indicator::*member) {
    const auto at = static_cast<std::size_t>(chosen());
    EditorContext context = editorContext(columns_);
    context.typing = [this](const std::function<void()>& report) {
        isTyping_ = true;
        report();
        isTyping_ = false;
    };
    const QString objectName = QStringLiteral("indicator_%1").arg(QLatin1String(name));
    const auto changed = [this, at, member, objectName](Member value) {
        const index::Indicator before = indicators_[at];
        if (isTyping_) {
            keepTyped(objectName, value == before.*member);
            return;
        }
        typed_.reset();
        indicators_[at].*member = std::move(value);
        take(before.name, tr("Change indicator"));
        Q_EMIT unfinishedChanged();
        if (indicators_[at].direction != before.direction) {
            // other fields, when this one has spoken
            QMetaObject::invokeMethod(this, &IndicatorPanel::showForm, Qt::QueuedConnection);
        }
    };
    QWidget* editor = fieldEditor(indicators_[at].*member, context, OnChange<Member>(changed));
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setCursorPosition(0); // a long text is read from its beginning
    }
    editor->setObjectName(objectName);
    auto* label = new QLabel(title, formHost_);
    label->setBuddy(editor);
    nameEditor(editor, label->text());
    if (auto* line = editor->findChild<QLineEdit*>()) { // a formula needs the whole width
        line->setPlaceholderText(tr("e.g. gdp / population"));
        form_->addRow(label);
        form_->addRow(editor);
    } else {
        form_->addRow(label, editor);
    }
}

void IndicatorPanel::showForm() {
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    const int place = chosen();
    remove_->setEnabled(place >= 0);
    if (place < 0) {
        return;
    }
    const index::Direction direction = indicators_[static_cast<std::size_t>(place)].direction;
    addField("label", fieldLabel("label"), &index::Indicator::label);
    addField("expression", fieldLabel("expression"), &index::Indicator::expression);
    addField("direction", fieldLabel("direction"), &index::Indicator::direction);
    if (direction == index::Direction::Moderate || direction == index::Direction::Interval) {
        addField("low", fieldLabel("low"), &index::Indicator::low);
    }
    if (direction == index::Direction::Interval) {
        addField("high", fieldLabel("high"), &index::Indicator::high);
    }
    addField("dimension", fieldLabel("dimension"), &index::Indicator::dimension);
    addField("group", tr("Sub-dimension"), &index::Indicator::group);
    addField("unit_of_measure", fieldLabel("unit_of_measure"), &index::Indicator::unit);
    addField("note", fieldLabel("note"), &index::Indicator::note);
    showTyped();
    // The form takes its room from the tree: the chosen one stays in sight.
    QMetaObject::invokeMethod(
        this, [this] { tree_->scrollToItem(tree_->currentItem()); }, Qt::QueuedConnection);
}

void IndicatorPanel::readTree() {
    std::vector<index::Indicator> ordered;
    const auto take = [&](const auto& self, const QTreeWidgetItem* item,
                          const std::vector<std::string>& tiers) -> void {
        const QVariant place = item->data(0, placeRole);
        if (place.isValid()) {
            index::Indicator one = indicators_[static_cast<std::size_t>(place.toInt())];
            one.dimension = tiers.empty() ? std::string() : tiers[0];
            one.group = tiers.size() < 2 ? std::string() : tiers[1];
            ordered.push_back(std::move(one));
            return;
        }
        std::vector<std::string> below = tiers;
        below.push_back(item->text(0).trimmed().toStdString());
        for (int i = 0; i < item->childCount(); ++i) {
            self(self, item->child(i), below);
        }
    };
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        take(take, tree_->topLevelItem(i), {});
    }
    indicators_ = std::move(ordered);
}

void IndicatorPanel::add() {
    if (draft_.empty()) {
        std::size_t number = indicators_.size() + 1;
        const auto isTaken = [&](const std::string& name) {
            return std::any_of(indicators_.begin(), indicators_.end(),
                               [&](const index::Indicator& one) { return one.name == name; });
        };
        while (isTaken("x" + std::to_string(number))) {
            ++number;
        }
        index::Indicator added{.name = "x" + std::to_string(number)};
        if (const int place = chosen(); place >= 0) {
            added.dimension = indicators_[static_cast<std::size_t>(place)].dimension;
            added.group = indicators_[static_cast<std::size_t>(place)].group;
        }
        begun_ = added;
        begin(std::move(added));
    }
    const auto draft = std::find_if(indicators_.begin(), indicators_.end(),
                                    [&](const auto& one) { return one.name == draft_; });
    choose(static_cast<std::size_t>(draft - indicators_.begin()));
    if (auto* formula = formHost_->findChild<QLineEdit*>(QStringLiteral("indicator_expression"))) {
        formula->setFocus(Qt::OtherFocusReason);
    }
}

void IndicatorPanel::choose(std::size_t place) {
    for (QTreeWidgetItemIterator item(tree_); *item != nullptr; ++item) {
        const QVariant own = (*item)->data(0, placeRole);
        if (own.isValid() && own.toInt() == static_cast<int>(place)) {
            tree_->setCurrentItem(*item);
        }
    }
}

std::vector<index::Indicator> IndicatorPanel::withoutDraft() const {
    std::vector<index::Indicator> finished = indicators_;
    std::erase_if(finished, [this](const index::Indicator& one) { return one.name == draft_; });
    return finished;
}

void IndicatorPanel::announce(const QString& what) {
    Q_EMIT edited(withoutDraft(), what);
}

void IndicatorPanel::take(const std::string& name, const QString& what) {
    if (name != draft_) {
        announce(what);
        return;
    }
    const bool isFinished =
        std::any_of(indicators_.begin(), indicators_.end(),
                    [&](const auto& one) { return one.name == name && !one.expression.empty(); });
    if (isFinished) {
        draft_.clear();
        announce(tr("Add indicator"));
    }
}

void IndicatorPanel::removeChosen() {
    const int place = chosen();
    if (place < 0) {
        return;
    }
    const bool isDraft = indicators_[static_cast<std::size_t>(place)].name == draft_;
    std::vector<index::Indicator> rest = withoutDraft();
    if (isDraft) {
        indicators_ = std::move(rest);
        draft_.clear();
        typed_.reset();
        fillTree();
        showForm();
        Q_EMIT unfinishedChanged();
        return;
    }
    const std::string name = indicators_[static_cast<std::size_t>(place)].name;
    std::erase_if(rest, [&](const index::Indicator& one) { return one.name == name; });
    Q_EMIT edited(rest, tr("Remove indicator"));
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The search line, the list, and the painting of a variable.
#include "ui/widgets/variable_list.h"

#include "ui/models/variables_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace citypanel::ui {

// Type icon, name, label in the second colour, and at the right the mark or the missing share.
class VariableDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QHash<QString, QString> marks;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex&) const override {
        return {120, option.fontMetrics.height() + 8};
    }

protected:
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        plain.text.clear();
        plain.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter, plain.widget);
        painter->save();
        const QColor ink =
            option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor faint = isSelected ? ink : colour(ColourRole::Muted);
        const QRect line = option.rect.adjusted(8, 0, -8, 0);
        const bool isNumber =
            index.data(VariablesModel::TypeRole).toInt() == static_cast<int>(VariableType::Numeric);
        const char* kind = index.data(VariablesModel::IsKeyRole).toBool() ? "recipe"
                           : isNumber                                     ? "number"
                                                                          : "text";
        icon(kind).paint(painter, QRect(line.left(), line.center().y() - 7, 15, 15),
                         Qt::AlignCenter, isSelected ? QIcon::Selected : QIcon::Disabled);
        const QString right = rightText(index);
        const int rightWidth = option.fontMetrics.horizontalAdvance(right);
        painter->setPen(marks.isEmpty() || isSelected ? faint : colour(ColourRole::Accent));
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
        const QString name = index.data(VariablesModel::NameRole).toString();
        QRect room = line.adjusted(23, 0, -rightWidth - 8, 0);
        painter->setPen(ink);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(name, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + option.fontMetrics.horizontalAdvance(name) + 10);
        const QString label = index.data(VariablesModel::LabelRole).toString();
        if (room.width() > 30 && label != name) {
            painter->setPen(faint);
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                              option.fontMetrics.elidedText(label, Qt::ElideRight, room.width()));
        }
        painter->restore();
    }

private:
    [[nodiscard]] QString rightText(const QModelIndex& index) const {
        QString mark = marks.value(index.data(VariablesModel::NameRole).toString());
        const double share = index.data(VariablesModel::MissingShareRole).toDouble();
        if (!mark.isEmpty() || share == 0.0) {
            return mark;
        }
        // Less than one row in a hundred is still not none.
        return share < 0.01 ? QStringLiteral("·<1%")
                            : QStringLiteral("·%1%").arg(qRound(share * 100));
    }
};

VariableList::VariableList(QWidget* parent)
    : QWidget(parent)
    , model_(new VariablesModel(this))
    , filtered_(new QSortFilterProxyModel(this))
    , search_(new QLineEdit(this))
    , list_(new QListView(this))
    , delegate_(new VariableDelegate(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(search_);
    column->addWidget(list_, 1);
    search_->setObjectName(QStringLiteral("variableSearch"));
    search_->setClearButtonEnabled(true);
    search_->addAction(icon("search"), QLineEdit::LeadingPosition);
    filtered_->setSourceModel(model_);
    filtered_->setFilterRole(VariablesModel::FilterRole);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    list_->setObjectName(QStringLiteral("variableList"));
    list_->setModel(filtered_);
    list_->setItemDelegate(delegate_);
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->installEventFilter(this);
    search_->installEventFilter(this);
    setFocusProxy(list_);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filtered_->setFilterFixedString(text);
        chooseBest(text);
        // While rows went, the one said to be chosen may have been another.
        Q_EMIT chosenChanged(chosen());
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT chosenChanged(chosen()); });
    connect(list_, &QListView::activated, this, [this] { Q_EMIT activated(chosen()); });
    translated(this, [this] {
        search_->setPlaceholderText(tr("Find a variable"));
        search_->setAccessibleName(tr("Find a variable"));
        list_->setAccessibleName(tr("Variables"));
        list_->setToolTip(tr("A number at the right is the share of rows without a value."));
    });
}

/// What is typed means the variable of that name, else one that begins with it, else one that has
/// it inside its name, else in its label; the one chosen stays among equals.
void VariableList::chooseBest(const QString& typed) {
    const auto rank = [&](const QModelIndex& index) {
        const QString name = index.data(VariablesModel::NameRole).toString();
        return name.compare(typed, Qt::CaseInsensitive) == 0 ? 0
               : name.startsWith(typed, Qt::CaseInsensitive) ? 1
               : name.contains(typed, Qt::CaseInsensitive)   ? 2
                                                             : 3;
    };
    QModelIndex best = list_->currentIndex();
    for (int row = 0; row < filtered_->rowCount(); ++row) {
        const QModelIndex index = filtered_->index(row, 0);
        if (!best.isValid() || rank(index) < rank(best)) {
            best = index;
        }
    }
    if (best != list_->currentIndex()) {
        list_->setCurrentIndex(best);
        list_->scrollTo(best);
    }
}

void VariableList::setPanel(const Panel& panel) {
    const QString name = chosen();
    model_->setPanel(panel);
    choose(name);
}

void VariableList::choose(const QString& name) {
    const int row = model_->rowOf(name);
    if (row < 0 || name == chosen()) {
        return;
    }
    const QModelIndex index = filtered_->mapFromSource(model_->index(row));
    if (index.isValid()) {
        list_->setCurrentIndex(index);
        list_->scrollTo(index);
    }
}

QString VariableList::chosen() const {
    return list_->currentIndex().data(VariablesModel::NameRole).toString();
}

void VariableList::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void VariableList::setDragEnabled(bool isEnabled) {
    list_->setDragEnabled(isEnabled);
    list_->setSelectionMode(isEnabled ? QAbstractItemView::ExtendedSelection
                                      : QAbstractItemView::SingleSelection);
}

void VariableList::setMarks(const QHash<QString, QString>& marks) {
    delegate_->marks = marks;
    list_->viewport()->update();
}

bool VariableList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == search_ && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return)) {
        list_->setFocus(Qt::OtherFocusReason);
        return true;
    }
    const bool isLetter =
        key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_A && key->key() <= Qt::Key_Z;
    if (watched == list_ && isLetter && !chosen().isEmpty()) {
        Q_EMIT keyPressed(chosen(), key->key());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace citypanel::ui

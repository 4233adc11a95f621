// SPDX-License-Identifier: GPL-3.0-or-later
// Layout and painting of a step.
#include "ui/window/step_delegate.h"

#include "core/recipe/evaluation.h"
#include "ui/models/recipe_model.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace citypanel::ui {

namespace {

constexpr int margin = 8;
constexpr int boxSize = 16;
constexpr int wrapFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

struct Texts {
    QString title;
    QString sentence;
    QString change;
};

Texts textsOf(const QModelIndex& index) {
    return {.title = QStringLiteral("%1  %2")
                         .arg(index.row() + 1)
                         .arg(index.data(RecipeModel::TitleRole).toString()),
            .sentence = index.data(RecipeModel::SentenceRole).toString(),
            .change = index.data(RecipeModel::ChangeRole).toString()};
}

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

int textLeft() {
    return margin + boxSize + margin;
}

int heightOf(const QFont& font, const QString& text, int width) {
    return text.isEmpty() ? 0
                          : QFontMetrics(font)
                                .boundingRect(QRect(0, 0, width, 10000), wrapFlags, text)
                                .height();
}

QRect boxRect(const QRect& item) {
    return {item.left() + margin, item.top() + margin, boxSize, boxSize};
}

QColor changeColour(recipe::StepState state) {
    return state == recipe::StepState::Failed ? colour(ColourRole::Error)
                                              : colour(ColourRole::Muted);
}

} // namespace

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto state = static_cast<recipe::StepState>(index.data(RecipeModel::StateRole).toInt());
    const Texts texts = textsOf(index);
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isOff = state == recipe::StepState::Disabled || state == recipe::StepState::Waiting;
    painter->save();
    if (isSelected) {
        QColor fill = colour(ColourRole::Accent);
        fill.setAlpha(34);
        painter->fillRect(option.rect, fill);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                          colour(ColourRole::Accent));
    }
    painter->setPen(colour(ColourRole::Border));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    QStyleOptionButton box;
    box.rect = boxRect(option.rect);
    box.palette = option.palette;
    box.state = QStyle::State_Enabled |
                (index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On
                                                                       : QStyle::State_Off);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter);

    const int width = option.rect.width() - textLeft() - margin;
    QRect line(option.rect.left() + textLeft(), option.rect.top() + margin - 1, width, 0);
    const auto write = [&](const QFont& font, const QColor& ink, const QString& text) {
        line.setHeight(heightOf(font, text, width));
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(line, wrapFlags, text);
        line.moveTop(line.bottom() + 3);
    };
    const QColor ink =
        option.palette.color(isOff ? QPalette::Disabled : QPalette::Normal, QPalette::Text);
    write(bold(option.font), state == recipe::StepState::Failed ? colour(ColourRole::Error) : ink,
          texts.title);
    write(option.font, ink, texts.sentence);
    if (!texts.change.isEmpty()) {
        write(option.font, changeColour(state), texts.change);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        QStyleOptionFocusRect focus;
        focus.rect = option.rect.adjusted(1, 1, -1, -2);
        focus.palette = option.palette;
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter);
    }
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Texts texts = textsOf(index);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int total = view == nullptr ? 300 : view->viewport()->width();
    const int width = std::max(total - textLeft() - margin, 60);
    int height = 2 * margin + heightOf(bold(option.font), texts.title, width) +
                 heightOf(option.font, texts.sentence, width) + 3;
    if (!texts.change.isEmpty()) {
        height += heightOf(option.font, texts.change, width) + 3;
    }
    return {total, height};
}

bool StepDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                               const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (!boxRect(option.rect).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint())) {
            return false;
        }
        const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    return false;
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Shortest round-trip text of doubles, the number line, and the delegate.
#include "ui/widgets/number_edit.h"

#include <QKeyEvent>
#include <QLocale>
#include <QTimer>
#include <QToolTip>

#include <chrono>
#include <cmath>

namespace citypanel::ui {

QString exactText(double value) {
    if (std::isnan(value)) {
        return {};
    }
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

std::optional<double> numberOf(const QString& text) {
    // NFKC turns full-width digits, signs and points into the plain ones.
    QString plain = text.normalized(QString::NormalizationForm_KC).simplified();
    plain.remove(QLatin1Char(' '));
    plain.remove(QLatin1Char(','));
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    bool isNumber = false;
    const double value = QLocale::c().toDouble(plain, &isNumber);
    if (!isNumber || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

NumberEdit::NumberEdit(QWidget* parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight);
    connect(this, &QLineEdit::editingFinished, this, [this] {
        setModified(false); // nothing typed is left to undo
        if (isAcceptable() && number() != set_) {
            set_ = number();
            Q_EMIT numberEdited(set_);
        }
    });
}

void NumberEdit::focusOutEvent(QFocusEvent* event) {
    const bool isLeft =
        event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason;
    if (isLeft && !isAcceptable()) {
        tellRefusedAfterwards();
        setNumber(set_); // what is no number is not kept on show as if it were one
    }
    QLineEdit::focusOutEvent(event);
}

void NumberEdit::tellRefused() {
    // Of the window: the field itself may be gone at once.
    QToolTip::showText(mapToGlobal(rect().bottomLeft()), refusal(), window());
}

void NumberEdit::tellRefusedAfterwards() {
    constexpr std::chrono::milliseconds click{400}; // which hides what is told before its end
    QTimer::singleShot(click, window(),
                       [at = mapToGlobal(rect().bottomLeft()), text = refusal(), over = window()] {
                           QToolTip::showText(at, text, over);
                       });
}

QString NumberEdit::refusal() const {
    return tr("“%1” is not a number, so the value before it stays.").arg(text());
}

void NumberEdit::setNumber(std::optional<double> value) {
    set_ = value;
    setText(value ? exactText(*value) : QString());
}

std::optional<double> NumberEdit::number() const {
    return numberOf(text());
}

bool NumberEdit::isAcceptable() const {
    return text().trimmed().isEmpty() || number().has_value();
}

QWidget* NumberDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
    if (index.data(Qt::EditRole).typeId() != QMetaType::Double) {
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
    return new NumberEdit(parent);
}

bool NumberDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* line = qobject_cast<NumberEdit*>(watched);
    if (line == nullptr || line->isAcceptable()) {
        return QStyledItemDelegate::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab ||
            key == Qt::Key_Backtab) {
            line->tellRefused(); // and is open still, to be corrected
            line->selectAll();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        line->tellRefusedAfterwards(); // left by the mouse, it closes
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void NumberDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    if (auto* line = qobject_cast<NumberEdit*>(editor)) {
        const double value = index.data(Qt::EditRole).toDouble();
        line->setNumber(std::isnan(value) ? std::nullopt : std::optional<double>(value));
        line->selectAll();
        return;
    }
    QStyledItemDelegate::setEditorData(editor, index);
}

void NumberDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                  const QModelIndex& index) const {
    auto* line = qobject_cast<NumberEdit*>(editor);
    if (line == nullptr) {
        QStyledItemDelegate::setModelData(editor, model, index);
        return;
    }
    if (!line->isAcceptable()) {
        return;
    }
    const double before = index.data(Qt::EditRole).toDouble();
    const auto after = line->number();
    const bool isSame = after ? *after == before : std::isnan(before);
    if (!isSame) {
        model->setData(index, after ? QVariant(*after) : QVariant(std::nan("")), Qt::EditRole);
    }
}

} // namespace citypanel::ui

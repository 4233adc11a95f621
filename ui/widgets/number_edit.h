// SPDX-License-Identifier: GPL-3.0-or-later
// Editing numbers without rounding them: a text field and an item delegate.
#pragma once

#include <QLineEdit>
#include <QStyledItemDelegate>

#include <optional>

namespace citypanel::ui {

/// The shortest decimal text that reads back as exactly this double; empty for a missing value.
[[nodiscard]] QString exactText(double value);

/// The number a person typed (full-width digits and thousands separators allowed), or nothing.
[[nodiscard]] std::optional<double> numberOf(const QString& text);

/// A line for one number. Qt's spin box cuts to a fixed number of decimals; this one shows and
/// gives back every digit.
class NumberEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit NumberEdit(QWidget* parent = nullptr);

    void setNumber(std::optional<double> value);
    /// Nothing while the text is empty or not a number.
    [[nodiscard]] std::optional<double> number() const;
    [[nodiscard]] bool isAcceptable() const;

    /// The number set or edited last.
    [[nodiscard]] std::optional<double> taken() const { return set_; }

    /// Tells at the field that its text is no number.
    void tellRefused();
    /// The same once the click that left the field is over.
    void tellRefusedAfterwards();

Q_SIGNALS:
    /// The person finished typing something acceptable that differs from what was set.
    void numberEdited(std::optional<double> value);

protected:
    /// Left with something that is no number, it shows the number before.
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QString refusal() const;

    std::optional<double> set_;
};

/// Edits numbers of any item view in full precision. An editor that is left without a change
/// writes nothing (Qt's own delegate would write back a value of two decimals).
class NumberDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

protected:
    /// Enter and Tab keep an editor open whose text is no number, and tell; so does a click
    /// elsewhere.
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace citypanel::ui

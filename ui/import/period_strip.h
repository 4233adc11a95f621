// SPDX-License-Identifier: GPL-3.0-or-later
// PeriodStrip: asks once for the year of tables in which none stands.
#pragma once

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace citypanel::ui {

class ImportDesk;

/// Hidden while every ticked table has its period.
class PeriodStrip final : public QFrame {
    Q_OBJECT

public:
    explicit PeriodStrip(ImportDesk& desk, QWidget* parent = nullptr);

    /// To the field of the year.
    void showOpen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] std::optional<int> typedYear() const;
    void showTyped();
    void showQuestion();
    void setPeriod();
    void setTexts();
    void setColours();

    ImportDesk& desk_;
    QLabel* text_;
    QLabel* yearLabel_;
    QLineEdit* year_;
    QLabel* filesLabel_;
    QComboBox* files_;
    QPushButton* set_;
};

} // namespace citypanel::ui

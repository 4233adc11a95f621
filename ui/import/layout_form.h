// SPDX-License-Identifier: GPL-3.0-or-later
// LayoutForm: what a sheet's grid means, as choices.
#pragma once

#include "core/sheets/layout.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace citypanel::ui {

class LayoutForm final : public QWidget {
    Q_OBJECT

public:
    explicit LayoutForm(QWidget* parent = nullptr);

    void setLayoutOf(const sheets::Layout& layout, int rows, int columns);

    [[nodiscard]] const sheets::Layout& layoutValue() const { return layout_; }

Q_SIGNALS:
    void edited();
    /// The same for all sheets like this one.
    void spreadRequested();

private:
    void read();
    void showParts();
    void setTexts();
    void fillPeriodRules();
    QSpinBox* addRowSpin(const char* name);

    sheets::Layout layout_;
    QFormLayout* form_;
    QComboBox* kind_;
    QCheckBox* turned_;
    QSpinBox* headerBegin_;
    QSpinBox* headerEnd_;
    QSpinBox* bodyBegin_;
    QSpinBox* bodyEnd_;
    QComboBox* unitColumn_;
    QLineEdit* givenUnit_;
    QComboBox* periodRule_;
    QComboBox* periodColumn_;
    QSpinBox* givenPeriod_;
    QPushButton* spread_;
};

} // namespace citypanel::ui

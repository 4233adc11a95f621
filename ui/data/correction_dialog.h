// SPDX-License-Identifier: GPL-3.0-or-later
// CorrectionDialog: one cell's new value and the reason for it; cells are not edited silently.
#pragma once

#include <QDialog>

#include <optional>

class QLineEdit;

namespace citypanel::ui {

class NumberEdit;

class CorrectionDialog final : public QDialog {
    Q_OBJECT

public:
    CorrectionDialog(const QString& cell, double before, double after, QWidget* parent = nullptr);

    /// Nothing sets the cell missing.
    [[nodiscard]] std::optional<double> value() const;
    [[nodiscard]] QString reason() const;

private:
    NumberEdit* value_;
    QLineEdit* reason_;
};

} // namespace citypanel::ui

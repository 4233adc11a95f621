// SPDX-License-Identifier: GPL-3.0-or-later
// Form of a correction.
#include "ui/data/correction_dialog.h"

#include "ui/widgets/number_edit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace citypanel::ui {

CorrectionDialog::CorrectionDialog(const QString& cell, double before, double after,
                                   QWidget* parent)
    : QDialog(parent), value_(new NumberEdit(this)), reason_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("correctionDialog"));
    setWindowTitle(tr("Correct a value"));
    auto* form = new QFormLayout(this);
    auto* text = new QLabel(
        tr("The correction becomes a step of the recipe; the source file stays as it is."), this);
    text->setWordWrap(true);
    form->addRow(text);
    form->addRow(tr("Cell"), new QLabel(cell, this));
    form->addRow(tr("Value now"),
                 new QLabel(std::isnan(before) ? tr("missing") : exactText(before), this));
    form->addRow(tr("New &value"), value_);
    form->addRow(tr("&Reason"), reason_);
    value_->setObjectName(QStringLiteral("value"));
    reason_->setObjectName(QStringLiteral("reason"));
    value_->setNumber(std::isnan(after) ? std::nullopt : std::optional<double>(after));
    value_->setPlaceholderText(tr("empty: missing"));
    reason_->setPlaceholderText(tr("e.g. misprint, see the yearbook of 2018"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* correct = buttons->addButton(tr("&Correct"), QDialogButtonBox::AcceptRole);
    correct->setObjectName(QStringLiteral("correct"));
    correct->setDefault(true);
    form->addRow(buttons);
    const auto check = [this, correct] {
        correct->setEnabled(value_->isAcceptable() && !reason().isEmpty());
    };
    connect(value_, &QLineEdit::textChanged, this, check);
    connect(reason_, &QLineEdit::textChanged, this, check);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    reason_->setFocus();
}

std::optional<double> CorrectionDialog::value() const {
    return value_->number();
}

QString CorrectionDialog::reason() const {
    return reason_->text().trimmed();
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// ErrorsEdit: the choice of standard errors. There is no silent default: until a person has chosen,
// it says "choose".
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace citypanel::ui {

class ErrorsEdit final : public QWidget {
    Q_OBJECT

public:
    explicit ErrorsEdit(QWidget* parent = nullptr);

    /// As parseCovariance reads it; empty: not chosen yet.
    void setVcov(const std::string& vcov);
    [[nodiscard]] std::string vcov() const;
    void setNames(const QStringList& names);
    /// What a cluster line suggests while it is empty, e.g. the unit of the panel.
    void setSuggestion(const QString& unit);

Q_SIGNALS:
    void edited();

private:
    void showDetail();
    void setTexts();

    QComboBox* kind_;
    QLineEdit* detail_;
    QString suggestion_;
};

} // namespace citypanel::ui

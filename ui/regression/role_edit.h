// SPDX-License-Identifier: GPL-3.0-or-later
// RoleEdit: the terms of one role of a model on one line; variables may be dropped on it.
#pragma once

#include <QLineEdit>
#include <QStringList>

#include <string>
#include <vector>

namespace citypanel::ui {

class RoleEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit RoleEdit(bool takesOne, QWidget* parent = nullptr);

    void setTerms(const std::vector<std::string>& terms);
    [[nodiscard]] std::vector<std::string> terms() const;
    /// Names to complete.
    void setNames(const QStringList& names);

Q_SIGNALS:
    /// The person changed the terms.
    void termsEdited();
    /// Variables were dropped here.
    void namesDropped(const QStringList& names);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    bool takesOne_;
    QString shown_;
};

} // namespace citypanel::ui

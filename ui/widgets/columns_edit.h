// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnsEdit: several variables chosen from a list with a search line.
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListWidget;

namespace citypanel::ui {

class ColumnsEdit final : public QWidget {
    Q_OBJECT

public:
    /// Chosen names that are not offered any more stay in the list, so that nothing is lost.
    ColumnsEdit(const QStringList& offered, const QStringList& chosen, QWidget* parent = nullptr);

    [[nodiscard]] QStringList chosen() const;

    /// The list takes the height there is, instead of a few rows.
    void setTall();

Q_SIGNALS:
    void chosenChanged(const QStringList& names);

private:
    void filter(const QString& text);
    void setAll(bool isChosen);

    QLineEdit* search_;
    QListWidget* list_;
    bool isTall_ = false;
};

} // namespace citypanel::ui

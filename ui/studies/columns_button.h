// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnsButton: chosen columns on a button, and the list to tick them in below it.
#pragma once

#include <QPushButton>
#include <QStringList>

namespace citypanel::ui {

class ColumnsButton final : public QPushButton {
    Q_OBJECT

public:
    ColumnsButton(const QStringList& offered, const QStringList& chosen, QWidget* parent = nullptr);

    [[nodiscard]] const QStringList& chosen() const { return chosen_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(const QStringList& names);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showNames();

    QStringList chosen_;
};

} // namespace citypanel::ui

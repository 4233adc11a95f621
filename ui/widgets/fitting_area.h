// SPDX-License-Identifier: GPL-3.0-or-later
// FittingArea: a pane that is as large as the room it has, and scrolls where it needs more.
#pragma once

#include <QScrollArea>

namespace citypanel::ui {

/// What stands in it never makes the window grow: with large text it is scrolled to.
class FittingArea final : public QScrollArea {
    Q_OBJECT

public:
    /// Takes the pane over; `most` is the size up to which the area asks for the room the pane
    /// needs before it scrolls.
    FittingArea(QWidget* pane, QSize most, QWidget* parent = nullptr);

    void setMost(QSize most);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QSize needed() const;
    void fit();

    QSize most_;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// FocusRing: a ring round the list, table, text or figure that has the keyboard.
#pragma once

#include <QPointer>
#include <QWidget>

namespace citypanel::ui {

/// Styles draw the focus of buttons and lines; of what scrolls they draw at most the current cell,
/// which looks the same with the keyboard elsewhere. A text has the ring whenever it is typed in,
/// the others when the keyboard came to them by a key and not by a click.
class FocusRing final : public QWidget {
    Q_OBJECT

public:
    /// For the whole application, once.
    static void install();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    explicit FocusRing(QWidget* ringed);

    QPointer<QWidget> ringed_;
};

} // namespace citypanel::ui

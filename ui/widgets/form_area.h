// SPDX-License-Identifier: GPL-3.0-or-later
// FormArea: a form that scrolls up and down and is never cut off at the right.
#pragma once

#include <QScrollArea>

namespace citypanel::ui {

/// Never narrower than the form in it and its scroll bar.
class FormArea final : public QScrollArea {
    Q_OBJECT

public:
    explicit FormArea(QWidget* form, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace citypanel::ui

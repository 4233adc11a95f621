// SPDX-License-Identifier: GPL-3.0-or-later
// WheelGuard: turning the wheel scrolls; it never changes a choice that happens to lie under the
// pointer.
#pragma once

#include <QObject>

namespace citypanel::ui {

/// Watches the whole application. A closed box of choices leaves the wheel to what scrolls it; a
/// field of a number takes it only while it has the focus, which the wheel itself does not give.
class WheelGuard final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Watches the application from now on; once is enough.
    static void install();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace citypanel::ui

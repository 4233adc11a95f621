// SPDX-License-Identifier: GPL-3.0-or-later
// TypingPause: when a line that is being typed in is taken into the project: soon enough to outlive
// a crash.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

class QLineEdit;

namespace citypanel::ui {

/// Tells of a pause in typing, and now and then where there is none.
class TypingPause final : public QObject {
    Q_OBJECT

public:
    explicit TypingPause(QObject* parent = nullptr);

    /// Something was typed.
    void typed();

    /// What was typed is taken, or no longer wanted.
    void stop() { timer_.stop(); }

    [[nodiscard]] bool isActive() const { return timer_.isActive(); }

Q_SIGNALS:
    void paused();

private:
    QTimer timer_;
    QElapsedTimer first_; ///< since the first of what is not taken yet
};

/// Lets a line tell at every pause what it tells on being left, where its text may be taken as it
/// stands: for lines that keep what is typed in them when they are shown anew.
void takeAtPauses(QLineEdit* line, const std::function<bool(const QString&)>& isWhole = {});

} // namespace citypanel::ui

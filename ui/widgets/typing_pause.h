// SPDX-License-Identifier: GPL-3.0-or-later
// When a line that is being typed in is taken into the project: soon enough to outlive a crash.
#pragma once

#include <chrono>

class QLineEdit;

namespace citypanel::ui {

/// From the last key on.
inline constexpr std::chrono::milliseconds typingPause{1500};

/// Lets a line tell at every pause what it tells on being left: for lines that keep what is typed
/// in them when they are shown anew.
void takeAtPauses(QLineEdit* line);

} // namespace citypanel::ui

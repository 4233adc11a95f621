// SPDX-License-Identifier: GPL-3.0-or-later
// When a line that is being typed in is taken into the project: soon enough to outlive a crash.
#pragma once

#include <chrono>

namespace citypanel::ui {

/// From the last key on; all that one typing gives is one entry to undo.
inline constexpr std::chrono::milliseconds typingPause{1500};

} // namespace citypanel::ui

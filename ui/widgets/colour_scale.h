// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of a value between a low and a high one.
#pragma once

#include <QColor>

namespace citypanel::ui {

/// Viridis (Smith and van der Walt, 2015), evenly perceived and safe for colour blindness: dark
/// violet at 0, yellow at 1. Values outside are held within.
[[nodiscard]] QColor viridis(double share);

/// Black or white, whichever can be read on the background.
[[nodiscard]] QColor textOn(const QColor& background);

} // namespace citypanel::ui

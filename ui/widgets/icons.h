// SPDX-License-Identifier: GPL-3.0-or-later
// Icons: our own line drawings, painted in the text colour of the palette in use.
#pragma once

#include <QIcon>

namespace citypanel::ui {

/// The icon resources/icons/<name>.svg. It follows the palette at every painting, so that a change
/// of theme needs no new icon. An unknown name gives an icon that paints nothing.
[[nodiscard]] QIcon icon(const char* name);

} // namespace citypanel::ui

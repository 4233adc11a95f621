// SPDX-License-Identifier: GPL-3.0-or-later
// Names of axes in as many lines as their room asks for: Qt Charts would cut them short.
#pragma once

#include <QString>

namespace citypanel::ui {

/// The text as rich text in lines of at most this width in pixels of the application's font, about
/// as long as one another; broken at blanks and between Chinese characters. 0: one line. A longer
/// word has a line of its own.
[[nodiscard]] QString wrappedName(const QString& text, double width);

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// useLanguage: the one place that sets the language of the window, of its words and of its numbers.
#pragma once

#include "ui/widgets/language.h"

namespace citypanel::ui {

void useLanguage(WindowLanguage language);

} // namespace citypanel::ui

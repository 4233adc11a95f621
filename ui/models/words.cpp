// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the language of the window.
#include "ui/models/words.h"

// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a total beside it in a header: 在岗职工 | 其中：国有 | 集体.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

namespace citypanel::sheets {

/// Names columns by their total where the same heading comes again behind other totals: of
/// 在岗职工 | 其中：国有 | 集体 | 城镇就业 | 其中：国有 | 集体 the last is 城镇就业_集体. The total
/// is the heading left of the nearest 其中 or #, and the first part is the same of each. Any other
/// heading stays as it is.
void nameOfWhich(const Sheet& sheet, Layout& layout);

} // namespace citypanel::sheets

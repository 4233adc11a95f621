// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a total beside it in a header: 在岗职工 | 其中：国有 | 集体.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// Whether a heading is a part of something, and says nothing of that: 男, 城镇, 第一产业.
[[nodiscard]] bool saysPartOnly(const std::string& name);

/// Whether a heading is the whole of something that it does not say: 合计, 总数, 数量.
[[nodiscard]] bool saysWholeOnly(const std::string& name);

/// Gives parts of a total that say no unit of measure that of the total, as far as it says one:
/// of 总人口(万人) | 其中：女性 under 单位：亿元 the second is in 万人.
void giveUnitOfTotal(const Sheet& sheet, Layout& layout);

/// Names columns by their total where the same heading comes again behind other totals: of
/// 在岗职工 | 其中：国有 | 集体 | 城镇就业 | 其中：国有 | 集体 the last is 城镇就业_集体. The total
/// is the heading left of the nearest 其中 or #, and the first part is the same of each. Parts that
/// say nothing of their total are called after it in any case: 年末人口 | #男 | #女. Any other
/// heading stays as it is.
void nameOfWhich(const Sheet& sheet, Layout& layout);

} // namespace citypanel::sheets

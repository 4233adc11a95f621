// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a total beside it in a header: 在岗职工 | 其中：国有 | 集体.
#pragma once

#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// Whether a heading is marked as a part of what stands before it: 其中：工业, #工业.
[[nodiscard]] bool saysOfWhich(const std::string& heading);

/// Whether a heading without a mark is a part of the total before it: 国有 of 从业人员, 男 of 人口.
/// 第一产业 alone is of the gross product, and is called so.
[[nodiscard]] bool saysKindOf(const std::string& total, const std::string& name);

/// Gives a part the unit of measure of its total, where it says none and is measured alike, and
/// calls it after that where its name does not say what it measures.
void makePartOf(const ColumnLayout& total, ColumnLayout& part);

/// Whether a heading is a part of something, and says nothing of that: 男, 城镇, 第一产业.
[[nodiscard]] bool saysPartOnly(const std::string& name);

/// Whether a heading says who owns or what a thing is for, and not what of it is measured:
/// 国有单位, 住宅, 一般贸易, and all that saysPartOnly is told by.
[[nodiscard]] bool saysKindOnly(const std::string& name);

/// Whether a name says what is measured: 出口额, 非农业人口; not 住宅, 合计 or 国有单位.
[[nodiscard]] bool saysWhatIsMeasured(const std::string& name);

/// Whether a heading is the whole of something that it does not say: 合计, 总数, 数量, 余额.
[[nodiscard]] bool saysWholeOnly(const std::string& name);

/// Gives parts of a total that say no unit of measure that of the total, as far as it says one:
/// of 总人口(万人) | 其中：女性 under 单位：亿元 the second is in 万人.
void giveUnitOfTotal(const Sheet& sheet, Layout& layout);

/// Calls parts after their total where they do not say what they measure: of 商品房销售面积 |
/// 其中： 住宅 the second is 商品房销售面积_住宅, while 出口额 stays as it is. Parts are marked by
/// 其中 or #, or stand under a blank merged cell; the total is left of them. A heading that comes
/// again behind other totals is called after them whatever it says, if the first part of each is
/// the same.
void nameOfWhich(const Sheet& sheet, Layout& layout);

/// The same for a turned sheet, whose headings stand below each other in the file: blanks before
/// one say that it is a part of the nearest above it with fewer.
void nameIndented(const Sheet& laidOut, Layout& layout);

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Named place: the place that a sheet, its title or its file is called after.
#pragma once

#include "core/sheets/sheet.h"

#include <string>

namespace citypanel::sheets {

/// The prefecture a name means, and no other place or province; "" for all else.
[[nodiscard]] std::string placeNamed(const std::string& name);

/// What a name of a whole table is of.
struct NamedPlace {
    std::string place{}; ///< "": none that is known
    std::string scope{}; ///< 市辖区 of 石家庄市辖区; "": not said
};

/// The place that a title, the sheet or the file names: "合肥市", "合肥市.csv", "地区：合肥市",
/// "合肥市主要指标";
/// that of "合肥市 (2)", a copy of its sheet, too. A name that a province has too, and no text in
/// full, is left as it is written, to be asked about.
[[nodiscard]] NamedPlace placeOfSheet(const Sheet& sheet, const std::string& fileName,
                                      const std::string& title);

} // namespace citypanel::sheets

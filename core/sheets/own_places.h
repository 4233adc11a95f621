// SPDX-License-Identifier: GPL-3.0-or-later
// Places of somebody's own: a list with codes and other spellings, read from a table.
#pragma once

#include "core/base/fields.h"
#include "core/base/result.h"
#include "core/sheets/sheet.h"

#include <string>
#include <vector>

namespace citypanel::sheets {

/// A county, a firm, a province, a region of another country.
struct OwnPlace {
    std::string code{}; ///< may be empty
    std::string name{};
    std::string group{}; ///< what it lies in, such as a province; may be empty
    std::vector<std::string> aliases{};

    static constexpr auto fields() {
        return FieldList{field("code", &OwnPlace::code), field("name", &OwnPlace::name),
                         field("group", &OwnPlace::group), field("aliases", &OwnPlace::aliases)};
    }

    friend bool operator==(const OwnPlace&, const OwnPlace&) = default;
};

/// The places listed on the first sheet: columns named code (代码), name (名称), group (province,
/// 省份), aliases (别名; several parted by ; or |), in any order; with no such names, the first
/// column holds names. Problems: NoDataRows, DuplicateKey (a name twice, with its cell).
[[nodiscard]] Result<std::vector<OwnPlace>> readOwnPlaces(const Workbook& workbook);

} // namespace citypanel::sheets

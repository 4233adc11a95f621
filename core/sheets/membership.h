// SPDX-License-Identifier: GPL-3.0-or-later
// Units of a panel sorted by what the gazetteer knows of their places.
#pragma once

#include "core/sheets/gazetteer.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::sheets {

/// What places can be sorted by: "province", "region", "type", "rank", and the gazetteer's lists.
[[nodiscard]] std::vector<std::string> membershipNames(const Gazetteer& gazetteer);

/// The units (by name or code) in each category; units that are no place, and places that are not
/// on the list, are in none.
[[nodiscard]] std::map<std::string, std::vector<std::string>>
membershipGroups(const Gazetteer& gazetteer, std::string_view list,
                 std::span<const std::string> units);

/// The units whose category is a year, with it (the first year of a pilot).
[[nodiscard]] std::map<std::string, std::int64_t>
membershipYears(const Gazetteer& gazetteer, std::string_view list,
                std::span<const std::string> units);

} // namespace citypanel::sheets

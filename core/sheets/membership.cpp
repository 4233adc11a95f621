// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up each unit.
#include "core/sheets/membership.h"

#include <charconv>

namespace citypanel::sheets {

namespace {

std::string categoryOf(const Gazetteer& gazetteer, std::string_view list, std::size_t place) {
    const GazetteerPlace& known = gazetteer.places()[place];
    if (list == "province") {
        return known.province;
    }
    if (list == "region") {
        return known.region;
    }
    if (list == "type") {
        return known.type;
    }
    return list == "rank" ? known.rank : gazetteer.membership(std::string(list), place);
}

} // namespace

std::vector<std::string> membershipNames(const Gazetteer& gazetteer) {
    std::vector<std::string> names{"province", "region", "type", "rank"};
    const std::vector<std::string> lists = gazetteer.lists();
    names.insert(names.end(), lists.begin(), lists.end());
    return names;
}

std::map<std::string, std::vector<std::string>>
membershipGroups(const Gazetteer& gazetteer, std::string_view list,
                 std::span<const std::string> units) {
    std::map<std::string, std::vector<std::string>> groups;
    for (const std::string& unit : units) {
        const NameMatch match = gazetteer.match(unit, {.listsOnlyPlaces = true});
        const std::string category = match.kind == NameKind::Place
                                         ? categoryOf(gazetteer, list, match.place)
                                         : std::string();
        if (!category.empty()) {
            groups[category].push_back(unit);
        }
    }
    return groups;
}

std::map<std::string, std::int64_t> membershipYears(const Gazetteer& gazetteer,
                                                    std::string_view list,
                                                    std::span<const std::string> units) {
    std::map<std::string, std::int64_t> years;
    for (const auto& [category, members] : membershipGroups(gazetteer, list, units)) {
        std::int64_t year = 0;
        const auto [end, error] =
            std::from_chars(category.data(), category.data() + category.size(), year);
        if (error != std::errc() || end != category.data() + category.size()) {
            continue;
        }
        for (const std::string& unit : members) {
            years[unit] = year;
        }
    }
    return years;
}

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// What whole tables are of by their titles, to tell tables of different things that share headings.
#pragma once

#include "core/base/problem.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <set>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// What a table that is read is of, as far as it can be compared with others.
struct TableSubject {
    std::string file{};
    std::string sheet{};
    bool isByName = false; ///< of its sheet or file: no title says what it is
    std::string subject{}; ///< what it is called; "": nothing says it
    std::string place{};   ///< whose parts its units are: 南京市各区主要指标; "": none
    std::set<std::string> variables{}; ///< names
    std::set<std::string> units{};     ///< as written, where a place is known
};

/// What a table is called: by the first line above it that names anything, else by its sheet or its
/// file, without numbers, years, scopes, units of measure and words that all titles have. Of
/// tables of units and periods in rows only headings are compared that say no variable (数值).
/// `sheet` is the sheet as it stands in the file.
[[nodiscard]] TableSubject subjectOfTable(const Sheet& sheet, const Layout& layout,
                                          const std::string& fileName);

/// A warning TablesDiffer for each two tables that join variables which may be different things: a
/// name that says no measure (合计, 住宅) under subjects of which neither is a part of the other,
/// or one that says none of a pair of words of which the subjects say one each (城镇, 农村); and
/// for tables of the parts of two places that share names of units (全市).
[[nodiscard]] Problems differingTables(const std::vector<TableSubject>& tables);

} // namespace citypanel::sheets

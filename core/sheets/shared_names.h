// SPDX-License-Identifier: GPL-3.0-or-later
// Names that a province and a place share (吉林, 海南), told apart by the rows around them.
#pragma once

#include "core/sheets/gazetteer.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace citypanel::sheets {

struct UnitRow;

/// What the gazetteer says of each name of a column by itself, without context.
using NameMatches = std::map<std::string, NameMatch>;

/// Whether a name, by itself, means a province or a place of the same short name.
[[nodiscard]] bool isSharedName(const NameMatch& alone);

/// The rows of a column whose name a province and a place share, each as NameKind::Place, Province
/// or Ambiguous. The short name is the place's where the province is written in full or has its row
/// already, among places of the same province, and (海南) beside those of the place's province; at
/// the head of a block that the provincial capital opens it is the province's. Rows that hold a
/// value and of which their neighbours do not tell are Ambiguous. Rows of columns without rows of
/// provinces are left out where nothing tells: other names decide those.
[[nodiscard]] std::map<std::size_t, NameKind>
readSharedNames(const Sheet& sheet, const Layout& layout, const Gazetteer& gazetteer,
                const std::vector<UnitRow>& rows, const NameMatches& matches);

} // namespace citypanel::sheets

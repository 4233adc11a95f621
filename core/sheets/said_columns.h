// SPDX-License-Identifier: GPL-3.0-or-later
// Said columns: what somebody said of the columns of a table, kept when the table is detected anew.
#pragma once

#include "core/sheets/layout.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace citypanel::sheets {

/// What was said where it differs from what had been detected, else what is detected now.
template <typename T>
const T& merged(const T& base, const T& said, const T& fresh) {
    return said == base ? fresh : said;
}

/// Three states of one column merged into `fresh`: where `said` differs from `base` it holds. A
/// unit of measure corrected in `said` holds only where `fresh` has the one it corrected.
void mergeColumn(const ColumnLayout& base, const ColumnLayout& said, ColumnLayout& fresh);

/// Columns as detected (base) and as somebody left them (said), by header and by name. Both
/// layouts have to outlive it.
class SaidColumns {
public:
    SaidColumns(const Layout& base, const Layout& said);

    /// Changes each column as the one of its header, or of its name, was changed.
    void applyTo(Layout& layout) const;

private:
    /// A header and how many columns of that header stand before it.
    using HeaderKey = std::pair<std::string, int>;
    using Both = std::pair<const ColumnLayout*, const ColumnLayout*>;

    std::map<HeaderKey, Both> byHeader_;
    std::map<std::string, Both> byName_;
};

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Panels written as Stata files.
#pragma once

#include "core/base/result.h"
#include "core/panel/panel.h"

#include <QByteArray>

namespace citypanel::sheets {

/// The panel as a dta file of release 118 (Stata 14 and later), UTF-8, the same bytes every time.
/// Names keep their Chinese; what Stata does not take in a name becomes an underscore, names are
/// cut at 32 characters and told apart by numbers. Labels and units of measure become variable
/// labels ("GDP (万元)"), categories labelled numbers, flags bytes. Problem: Internal, with
/// ReadStat's words.
[[nodiscard]] Result<QByteArray> dtaOf(const Panel& panel);

} // namespace citypanel::sheets

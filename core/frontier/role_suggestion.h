// SPDX-License-Identifier: GPL-3.0-or-later
// suggestRoles: inputs and outputs by what columns are called, as a start that a person changes.
#pragma once

#include "core/frontier/technology.h"
#include "core/panel/panel.h"

namespace citypanel::frontier {

/// Capital, labour and energy as inputs, gross product as the desirable output, carbon dioxide,
/// sulphur dioxide and fine particles as undesirable ones: the first numeric column of each whose
/// name or label, in English or Chinese, says so. Shares, logarithms and indices are passed over by
/// name. Roles for which nothing fits stay empty.
[[nodiscard]] Technology suggestRoles(const Panel& panel);

} // namespace citypanel::frontier

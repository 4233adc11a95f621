// SPDX-License-Identifier: GPL-3.0-or-later
// The prepared index that the views of the page share.
#pragma once

#include "core/study/live_index.h"

#include <memory>

namespace citypanel::ui {

using LiveIndexPtr = std::shared_ptr<const study::LiveIndex>;

} // namespace citypanel::ui

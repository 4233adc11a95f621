// SPDX-License-Identifier: GPL-3.0-or-later
// Work that someone has cancelled before it began.
#pragma once

#include "core/base/progress.h"

namespace citypanel::testing {

class CancelledProgress final : public Progress {
public:
    void report(double) override {}

    [[nodiscard]] bool cancelled() const override { return true; }
};

} // namespace citypanel::testing

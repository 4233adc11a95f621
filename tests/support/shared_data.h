// SPDX-License-Identifier: GPL-3.0-or-later
// Where data that is shared between projects, and too large for the repository, may be found.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace citypanel::testing {

/// $CITYPANEL_SHARED, or the folder `shared` beside the repository. May not exist: such tests skip.
inline std::filesystem::path sharedData() {
    if (const char* given = std::getenv("CITYPANEL_SHARED")) {
        return given;
    }
    return std::filesystem::path(CITYPANEL_SOURCE_DIR).parent_path() / "shared";
}

/// Real files that users would load.
inline std::filesystem::path realData() {
    return sharedData() / "data/real";
}

} // namespace citypanel::testing

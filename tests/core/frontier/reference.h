// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of the reference cases of efficiency models: a csv of data and a json of results each.
#pragma once

#include "core/frontier/efficiency_model.h"
#include "core/panel/panel.h"
#include "tests/support/reference_json.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace citypanel::testing {

/// One data set: its panel, and the panel's row of each row of the csv.
struct ReferenceData {
    Panel panel;
    std::vector<std::size_t> rows;
    frontier::Technology technology;
    std::string group;
};

/// Files of the shared cases, and of those that the repository carries.
[[nodiscard]] std::vector<std::filesystem::path> referenceFiles();

/// Data of the csv that a json of that folder names, with the roles of its columns.
[[nodiscard]] ReferenceData readReferenceData(const Json& json,
                                              const std::filesystem::path& folder);

/// "1/9" or "0.3".
[[nodiscard]] double fraction(const std::string& text);

} // namespace citypanel::testing

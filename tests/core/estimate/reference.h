// SPDX-License-Identifier: GPL-3.0-or-later
// Reading reference cases (JSON) and their data (csv) for the tests of estimators.
#pragma once

#include "core/panel/panel.h"
#include "tests/support/csv_panel.h"
#include "tests/support/reference_json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::testing {

/// Folders with cases: the shared one where it exists, else the repository's own.
std::filesystem::path referenceFolder();
/// The repository's own folder of reference values.
std::filesystem::path ownReferenceFolder();

/// The number at a key; nothing for null or a missing key.
std::optional<double> numberAt(const Json& json, const std::string& key);

} // namespace citypanel::testing

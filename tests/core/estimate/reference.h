// SPDX-License-Identifier: GPL-3.0-or-later
// Reading reference cases (JSON) and their data (csv) for the tests of estimators.
#pragma once

#include "core/panel/panel.h"
#include "tests/support/csv_panel.h"

#include <boost/property_tree/ptree.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::testing {

using Json = boost::property_tree::ptree;

/// Folders with cases: the shared one where it exists, else the repository's own.
std::filesystem::path referenceFolder();
/// The repository's own folder of reference values.
std::filesystem::path ownReferenceFolder();

Json readJson(const std::filesystem::path& file);

/// The number at a key; nothing for null or a missing key.
std::optional<double> numberAt(const Json& json, const std::string& key);

} // namespace citypanel::testing

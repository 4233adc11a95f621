// SPDX-License-Identifier: GPL-3.0-or-later
// Reading reference cases and their data.
#include "reference.h"

#include "core/panel/number_text.h"
#include "tests/support/shared_data.h"

namespace citypanel::testing {

std::filesystem::path ownReferenceFolder() {
    return std::filesystem::path(CITYPANEL_SOURCE_DIR) / "tests/reference/estimators";
}

std::filesystem::path referenceFolder() {
    const std::filesystem::path shared = sharedData() / "reference/estimators";
    return std::filesystem::exists(shared) ? shared : ownReferenceFolder();
}

std::optional<double> numberAt(const Json& json, const std::string& key) {
    const auto text = json.get_optional<std::string>(key);
    return text ? parseNumber(*text) : std::nullopt;
}

} // namespace citypanel::testing

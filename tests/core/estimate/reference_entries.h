// SPDX-License-Identifier: GPL-3.0-or-later
// Entries of cases/tests.json as parameters of tests.
#pragma once

#include "reference.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace citypanel::testing {

/// For p values, as the README of the reference values says.
constexpr Near pTolerance{1e-6, 1e-12};

/// Entries of one kind; none where the file is not there.
inline std::vector<Json> entriesOf(const std::string& kind) {
    std::vector<Json> entries;
    const std::filesystem::path file = referenceFolder() / "cases/tests.json";
    if (!std::filesystem::exists(file)) {
        return entries;
    }
    const Json json = readJson(file);
    for (const auto& [key, entry] : json.get_child("tests")) {
        if (entry.get<std::string>("kind") == kind) {
            entries.push_back(entry);
        }
    }
    return entries;
}

/// Its name as a test.
inline std::string idOf(const ::testing::TestParamInfo<Json>& info) {
    return info.param.get<std::string>("id");
}

/// The data of an entry.
inline Panel panelOf(const Json& entry) {
    std::vector<std::string> keys;
    for (const auto& [none, key] : entry.get_child("panel")) {
        keys.push_back(key.get_value<std::string>());
    }
    return readCsvPanel(referenceFolder() / entry.get<std::string>("data"), keys.at(0), keys.at(1));
}

} // namespace citypanel::testing

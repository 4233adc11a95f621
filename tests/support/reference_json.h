// SPDX-License-Identifier: GPL-3.0-or-later
// Json files of reference cases.
#pragma once

#include <boost/property_tree/ptree.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace citypanel::testing {

using Json = boost::property_tree::ptree;

[[nodiscard]] Json readJson(const std::filesystem::path& file);

/// The ids of a file's cases in their order, found without parsing the rest: each test is a process
/// of its own and lists all cases first.
[[nodiscard]] std::vector<std::string> idsIn(const std::filesystem::path& file);

/// Numbers of an array, null as NaN.
[[nodiscard]] std::vector<double> numbersOf(const Json& array);
[[nodiscard]] std::vector<std::string> textsOf(const Json& array);

} // namespace citypanel::testing

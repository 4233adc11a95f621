// SPDX-License-Identifier: GPL-3.0-or-later
// Names close to one that was not found, for the "did you mean" of a Problem.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace citypanel {

/// Up to three candidates that differ from `name` by case only or by few edits (a
/// letter put in, taken out or replaced, or two swapped; at most a third of the longer name,
/// counted in bytes), nearest first, joined by ", ".
[[nodiscard]] std::string nearNames(std::string_view name, std::span<const std::string> candidates);

} // namespace citypanel

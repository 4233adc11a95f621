// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a call writes are not those that it reads, nor each other.
#pragma once

#include "app/cli/command.h"

#include <tl/expected.hpp>

namespace citypanel::cli {

/// Wrong usage where a file to write (--out, --cells, --save-mapping) is an argument, the value of
/// another option that names a file, or another file to write; through links too. Devices may take
/// all there is.
[[nodiscard]] tl::expected<void, Failure> checkOwnFiles(const Invocation& invocation);

} // namespace citypanel::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// The sample project: the simulated workbook, how it is read, a short recipe, two studies.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QByteArray>

#include <string>

namespace citypanel::samples {

/// The project over the workbook's bytes. The sheets' layouts are detected, then their columns are
/// given the short names that formulas use.
/// Problems: those of reading the workbook; Internal when a column is not where it is expected.
[[nodiscard]] Result<project::Project> sampleProject(const std::string& workbookName,
                                                     const QByteArray& workbookBytes);

} // namespace citypanel::samples

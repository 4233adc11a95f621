// SPDX-License-Identifier: GPL-3.0-or-later
// Worksheets put together to an xlsx.
#pragma once

#include "core/base/result.h"
#include "core/report/xlsx_styles.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace citypanel::report {

/// A worksheet as XlsxSheet::xml gives it.
struct NamedSheet {
    std::string name;
    std::string xml;
};

/// The workbook of these sheets. Problem: Internal.
[[nodiscard]] Result<QByteArray> packedWorkbook(const std::vector<NamedSheet>& sheets,
                                                const XlsxStyles& styles);

} // namespace citypanel::report

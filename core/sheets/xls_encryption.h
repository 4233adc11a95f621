// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks encrypted with the password that Excel itself knows, as data services deliver them.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>

namespace citypanel::sheets {

/// The workbook stream in the clear. A stream without encryption comes back as it is; one encrypted
/// by RC4 ([MS-OFFCRYPTO] 2.3.6) under the default password VelvetSweatshop, which Excel tries by
/// itself and nobody has to know, is decrypted, its FILEPASS record made harmless.
/// Problems: FilePasswordProtected for any other password or cipher, Cancelled.
[[nodiscard]] Result<QByteArray> decryptedWorkbook(const QByteArray& stream, Progress& progress);

} // namespace citypanel::sheets

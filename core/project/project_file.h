// SPDX-License-Identifier: GPL-3.0-or-later
// The .citypanel file: a zip of project.json and the sources under their content hashes.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace citypanel::project {

/// The file's bytes; the same project gives the same bytes. Problem: Internal.
[[nodiscard]] Result<QByteArray> toBytes(const Project& project);

/// The project in a file's bytes. Problems: those of unpacked() and projectFromJson();
/// FileFormatUnknown for a zip that holds no project, FileCorrupt for a source that is not there or
/// is not what its hash says.
[[nodiscard]] Result<Project> fromBytes(const QByteArray& bytes);

/// Writes the project to any device. Problems: FileUnwritable, Internal.
[[nodiscard]] Status write(const Project& project, QIODevice& device);

/// Replaces the file atomically. Problems: those of writeAtomically().
[[nodiscard]] Status save(const Project& project, const QString& path);

/// Problems: FileNotFound, FileUnreadable, FileTooLarge, those of fromBytes(); place.file is set.
[[nodiscard]] Result<Project> load(const QString& path);

} // namespace citypanel::project

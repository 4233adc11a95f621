// SPDX-License-Identifier: GPL-3.0-or-later
// A project as JSON, its schema version and the upgrades from older ones.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>
#include <span>

namespace citypanel::project {

/// The schema version this program writes.
inline constexpr int schemaVersion = 6;

/// Changes JSON of one schema version into that of the next.
struct Upgrade {
    int from;
    int to;
    std::function<Result<QJsonObject>(QJsonObject)> apply;
};

/// All upgrades there are, oldest first.
[[nodiscard]] std::span<const Upgrade> upgrades();

/// The JSON brought to version `current` through the list. Problems: FileVersionNewer, FileCorrupt
/// (no version, or one no upgrade starts from).
[[nodiscard]] Result<QJsonObject> upgraded(QJsonObject json, std::span<const Upgrade> list,
                                           int current);

/// Everything but the bytes of the sources.
[[nodiscard]] QJsonObject toJson(const Project& project);

/// The project, its sources without bytes. Steps and studies that this version does not know, or
/// whose parameters it cannot read, become UnknownStep and UnknownStudy. Problems: as upgraded;
/// FileFormatUnknown (JSON that is no project), FileCorrupt with the place in `found`.
[[nodiscard]] Result<Project> projectFromJson(const QByteArray& text);

/// One step or study alone, for the clipboard and `citypanel-cli prepare`.
[[nodiscard]] QJsonObject toJson(const recipe::RecipeStep& step);
[[nodiscard]] Result<recipe::RecipeStep> stepFromJson(const QJsonObject& json);

} // namespace citypanel::project

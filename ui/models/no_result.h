// SPDX-License-Identifier: GPL-3.0-or-later
// Why a study shows nothing, and what to do about it.
#pragma once

#include <QString>

#include <optional>

namespace citypanel::ui {

class ProjectSession;

/// In the language of the window.
struct NoResult {
    QString title;
    QString text;
    QString step; ///< key of the step to choose; empty: none
};

/// What stands between the study with this key and its results: the computation that goes on, the
/// step of the recipe that failed, its own problems, or a computation that was cancelled. Nothing
/// where it has results; an empty key asks for any study of the project.
[[nodiscard]] std::optional<NoResult> whyNoResult(const ProjectSession& session,
                                                  const QString& studyKey);

} // namespace citypanel::ui

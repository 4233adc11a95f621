// SPDX-License-Identifier: GPL-3.0-or-later
// What a session holds, for the files that implement it.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/journal.h"
#include "core/project/project.h"
#include "ui/session/project_session.h"

#include <QSettings>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace citypanel::ui {

struct ProjectSession::Private {
    QString dataFolder;
    QString spareFolder;
    std::unique_ptr<QSettings> settings;
    std::shared_ptr<project::EvaluationCache> cache = std::make_shared<project::EvaluationCache>();
    std::optional<project::Journal> journal;
    QString remembered;                        ///< where the settings say the journal is
    std::vector<project::Source> savedSources; ///< what the project's file holds
    project::Settings newSettings;             ///< of a new project
    std::optional<project::FileMark> fileMark; ///< the file as it was read or saved last
    QTimer journalTimer;
    project::Drafts drafts;
    project::LastWork work;
    bool journalHasFailed = false;
    quint64 mergeRun = 0;
};

/// Where a folder of data has the journals that stand beside no project.
[[nodiscard]] inline QString journalsFolder(const QString& folder) {
    return folder + QLatin1String("/journals");
}

} // namespace citypanel::ui

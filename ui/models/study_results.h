// SPDX-License-Identifier: GPL-3.0-or-later
// StudyResults: the results of the project's studies, estimated again off the UI thread whenever a
// study or the panel under it changes. One a session, shared by all pages.
#pragma once

#include "core/panel/panel.h"
#include "core/study/study.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace citypanel::ui {

class ProjectSession;

/// True when both have the same columns with the same storage: nothing an estimate could tell
/// apart.
[[nodiscard]] bool isSamePanel(const Panel& a, const Panel& b);

class StudyResults final : public QObject {
    Q_OBJECT

public:
    using ResultPtr = std::shared_ptr<const study::StudyResult>;

    /// The one of this session, made at the first call.
    [[nodiscard]] static StudyResults& of(ProjectSession& session);

    /// The last result of a study: of its present specification, or while isRunning() of an
    /// earlier one. Null before the first and after a failure.
    [[nodiscard]] ResultPtr result(const std::string& key) const;
    /// Why there is no result.
    [[nodiscard]] std::optional<Problem> failure(const std::string& key) const;
    [[nodiscard]] bool isRunning(const std::string& key) const;

Q_SIGNALS:
    void changed(const QString& key);

private:
    explicit StudyResults(ProjectSession& session);

    struct Entry {
        study::Study study;
        Panel panel;
        ResultPtr result;
        std::optional<Problem> failure;
        bool isRunning = false;
    };

    void update();
    void start(const study::ProjectStudy& wanted, const Panel& panel);
    void finish(const std::string& key, Result<study::StudyResult> outcome);

    ProjectSession& session_;
    std::map<std::string, Entry> entries_;
};

} // namespace citypanel::ui

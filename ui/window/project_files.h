// SPDX-License-Identifier: GPL-3.0-or-later
// ProjectFiles: opening, saving and closing projects, with the dialogs and messages they need.
#pragma once

#include "core/base/result.h"
#include "ui/session/project_session.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

class QWidget;

namespace citypanel::ui {

class MessageBar;

/// Path of the sample project that is shipped, or empty when it is not installed.
[[nodiscard]] QString sampleProjectPath();

/// Endings of files that are data rather than projects ("xlsx", "csv", ...).
[[nodiscard]] QStringList dataEndings();

class ProjectFiles final : public QObject {
    Q_OBJECT

public:
    ProjectFiles(ProjectSession& session, MessageBar& messages, QWidget* window);

    /// Each asks first what becomes of unsaved changes; false when the person cancelled or the
    /// work failed (which the message bar then says).
    bool newProject();
    bool open();
    bool openPath(const QString& path);
    bool openSample();
    bool save();
    bool saveAs();
    bool savePath(const QString& path);
    /// True when the window may close, or show another project.
    bool mayClose();

    /// Data files chosen in a dialog; empty when cancelled.
    [[nodiscard]] QStringList chooseDataFiles();

    /// Offers what a crash left behind, if anything: of the project that is open, and of all others
    /// where `ofAll`.
    void offerRecovery(bool ofAll);
    /// Where nothing else is told: the start page belongs to no project.
    void offerOnStartPage();

Q_SIGNALS:
    /// Unsaved work was restored; it may have an import that is not finished.
    void restored(bool hasImport);
    /// Somebody goes on with what is not finished on this page.
    void pageRequested(const QString& page);

private:
    /// Asks first.
    void discard(const ProjectSession::Recovery& recovery);
    void offer(const std::vector<ProjectSession::Recovery>& left);
    void addAnswers(const ProjectSession::Recovery& recovery);
    [[nodiscard]] bool mayLeaveImport();
    [[nodiscard]] bool mayLeavePages();
    void endTyping();
    /// Asks first: what another window saved would be lost.
    bool saveOverOthers();
    bool tell(const Status& status);
    /// The same of saving, which leaves out what is not imported yet.
    bool tellSaved(const Status& status);

    ProjectSession& session_;
    MessageBar& messages_;
    QWidget* window_;
    std::vector<ProjectSession::Recovery> offered_;
    bool offersAll_ = false; ///< not only what is of the project that is open
    QStringList putOff_;     ///< journals whose offer was closed: they come again at the next start
    QString offerText_;      ///< as the bar shows it
    QString failure_;        ///< of the last work that failed, as the bar shows it
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs and messages of opening and saving.
#include "ui/window/project_files.h"

#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preferences.h"
#include "ui/window/step_editor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace citypanel::ui {

namespace {

QString projectFilter() {
    return ProjectFiles::tr("CityPanel projects (*.citypanel)");
}

// The folder is remembered between dialogs and between starts.
void rememberFolder(const QString& path) {
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
}

} // namespace

QString sampleProjectPath() {
    const QString bin = QCoreApplication::applicationDirPath();
    // Installed beside share/, or run from build/<preset>/bin, where the build writes the sample.
    for (const char* folder : {"/../share/citypanel/samples", "/../samples"}) {
        const QDir samples(bin + QLatin1String(folder));
        const QStringList found =
            samples.entryList({QStringLiteral("*.citypanel")}, QDir::Files, QDir::Name);
        if (!found.isEmpty()) {
            return QDir::cleanPath(samples.filePath(found.first()));
        }
    }
    return {};
}

QStringList dataEndings() {
    return {QStringLiteral("xlsx"), QStringLiteral("xls"), QStringLiteral("csv"),
            QStringLiteral("tsv"),  QStringLiteral("txt"), QStringLiteral("dta"),
            QStringLiteral("sav")};
}

ProjectFiles::ProjectFiles(ProjectSession& session, MessageBar& messages, QWidget* window)
    : QObject(window), session_(session), messages_(messages), window_(window) {
    connect(&session, &ProjectSession::journalFailed, this, [this](const Problem& problem) {
        messages_.showMessage(
            MessageBar::Kind::Warning,
            tr("What you do now would be lost in a crash: %1 Save the project, if "
               "need be on another disk.")
                .arg(problemSentence(problem)));
    });
    translated(&messages, [this] {
        // The offer stays for as long as it is not answered, in the language of the moment.
        if (!offered_.empty() && messages_.isVisible() && messages_.text() == offerText_) {
            offer(offered_);
        }
    });
}

bool ProjectFiles::newProject() {
    if (!mayClose()) {
        return false;
    }
    session_.newProject();
    return true;
}

bool ProjectFiles::open() {
    const QString path = QFileDialog::getOpenFileName(window_, tr("Open Project"),
                                                      Preferences::lastFolder(), projectFilter());
    return !path.isEmpty() && openPath(path);
}

bool ProjectFiles::openPath(const QString& path) {
    if (!mayClose()) {
        return false;
    }
    rememberFolder(path);
    messages_.hide();
    if (!tell(session_.open(path))) {
        return false;
    }
    offerRecovery(false); // others' would be taken for this one's
    if (session_.isChangedElsewhere() && !session_.recoveryFor(path)) {
        messages_.showMessage(
            MessageBar::Kind::Warning,
            tr("“%1” is open in another window, with changes that are not saved there. Save it "
               "under another name here, or close it in one of the two.")
                .arg(QDir::toNativeSeparators(session_.filePath())));
    }
    return true;
}

bool ProjectFiles::openSample() {
    const QString path = sampleProjectPath();
    if (path.isEmpty()) {
        messages_.showMessage(
            MessageBar::Kind::Warning,
            tr("No sample project is installed beside this program. It comes with the package and "
               "with a full build (share/citypanel/samples); if you have its file elsewhere, use "
               "File > Open Project."));
        return false;
    }
    if (!mayClose()) {
        return false;
    }
    messages_.hide();
    if (!tell(session_.open(path))) {
        return false;
    }
    offerRecovery(false);
    messages_.showMessage(MessageBar::Kind::Information,
                          tr("This is the sample project. Save it under a name of your own to keep "
                             "what you change."));
    return true;
}

void ProjectFiles::endTyping() {
    // A line takes its text over when it loses the focus; a key or the frame's button moves none.
    const QPointer<QWidget> typing = window_->focusWidget();
    if (typing && typing->hasFocus()) {
        typing->clearFocus();
        if (typing) {
            typing->setFocus(Qt::OtherFocusReason);
        }
    }
}

bool ProjectFiles::save() {
    endTyping();
    const QString path = session_.filePath();
    const bool isSample = !path.isEmpty() && path == sampleProjectPath();
    if (path.isEmpty() || isSample) {
        return saveAs();
    }
    return session_.hasFileChanged() || session_.isChangedElsewhere() ? saveOverOthers()
                                                                      : tellSaved(session_.save());
}

bool ProjectFiles::saveOverOthers() {
    const bool isSaved = session_.hasFileChanged();
    const QString text =
        isSaved ? tr("“%1” was saved by another window or program since it was opened here. "
                     "Saving here would lose what was saved there.")
                : tr("“%1” is open in another window, with changes that are not saved there. Two "
                     "windows that save one file lose what one of them did.");
    QMessageBox box(QMessageBox::Warning,
                    isSaved ? tr("The file has changed") : tr("The file is open elsewhere"),
                    text.arg(QDir::toNativeSeparators(session_.filePath())), QMessageBox::NoButton,
                    window_);
    box.setObjectName(QStringLiteral("fileChanged"));
    const QPushButton* replacing =
        box.addButton(isSaved ? tr("&Replace What Was Saved") : tr("&Replace the File"),
                      QMessageBox::DestructiveRole);
    QPushButton* aside = box.addButton(tr("Save &As…"), QMessageBox::AcceptRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(aside);
    box.exec();
    if (box.clickedButton() == aside) {
        return saveAs();
    }
    return box.clickedButton() == replacing && tellSaved(session_.save());
}

bool ProjectFiles::saveAs() {
    endTyping();
    const QString name = session_.displayName().isEmpty() ? tr("Untitled") : session_.displayName();
    const QString suggested =
        QDir(Preferences::lastFolder()).filePath(name + QStringLiteral(".citypanel"));
    const QString path =
        QFileDialog::getSaveFileName(window_, tr("Save Project As"), suggested, projectFilter());
    return !path.isEmpty() && savePath(path);
}

bool ProjectFiles::savePath(const QString& path) {
    endTyping();
    rememberFolder(path);
    const QString ending = QStringLiteral(".citypanel");
    return tellSaved(session_.saveAs(path.endsWith(ending) ? path : path + ending));
}

bool ProjectFiles::mayLeaveImport() {
    if (!session_.importDraft()) {
        return true;
    }
    QMessageBox box(QMessageBox::Question, tr("Unfinished import"),
                    tr("Files were chosen that are not imported yet. What was decided of them "
                       "would be lost."),
                    QMessageBox::NoButton, window_);
    box.setObjectName(QStringLiteral("unfinishedImport"));
    QPushButton* losing = box.addButton(tr("&Discard the Import"), QMessageBox::DestructiveRole);
    QPushButton* staying = box.addButton(tr("&Go On Importing"), QMessageBox::RejectRole);
    box.setDefaultButton(staying);
    box.exec();
    return box.clickedButton() == losing;
}

bool ProjectFiles::mayLeavePages() {
    const auto& drafts = session_.pageDrafts();
    if (drafts.empty()) {
        return true;
    }
    QStringList lines;
    for (const auto& [page, draft] : drafts) {
        lines.append(draft.words);
    }
    QMessageBox box(QMessageBox::Question, tr("Unfinished work"),
                    tr("Filled in and not part of the project yet:") + QLatin1Char('\n') +
                        lines.join(QLatin1Char('\n')),
                    QMessageBox::NoButton, window_);
    box.setObjectName(QStringLiteral("unfinishedPage"));
    box.setTextFormat(Qt::PlainText);
    QPushButton* losing = box.addButton(tr("&Discard It"), QMessageBox::DestructiveRole);
    QPushButton* staying = box.addButton(tr("&Go On Editing"), QMessageBox::RejectRole);
    box.setDefaultButton(staying);
    box.setEscapeButton(staying);
    const QString first = drafts.begin()->first;
    box.exec();
    const bool mayLeave = box.clickedButton() == losing;
    if (!mayLeave) {
        Q_EMIT pageRequested(first);
    }
    return mayLeave;
}

bool ProjectFiles::mayClose() {
    endTyping();
    const auto& draft = session_.stepDraft();
    const bool hasNewStep = draft && draft->key.empty();
    if (!mayLeaveImport() || (hasNewStep && !mayDiscard(draft->step, window_)) ||
        !mayLeavePages()) {
        return false;
    }
    if (!session_.isModified()) {
        return true;
    }
    const QString name = session_.displayName().isEmpty() ? tr("Untitled") : session_.displayName();
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                    tr("The project “%1” has changes that are not saved.").arg(name),
                    QMessageBox::NoButton, window_);
    box.setObjectName(QStringLiteral("unsavedChanges"));
    QPushButton* saving = box.addButton(tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* losing = box.addButton(tr("&Discard Changes"), QMessageBox::DestructiveRole);
    box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(saving);
    box.exec();
    if (box.clickedButton() == saving) {
        return save();
    }
    return box.clickedButton() == losing;
}

QStringList ProjectFiles::chooseDataFiles() {
    QStringList patterns;
    for (const QString& ending : dataEndings()) {
        patterns.append(QStringLiteral("*.") + ending);
    }
    QStringList paths =
        QFileDialog::getOpenFileNames(window_, tr("Import Files"), Preferences::lastFolder(),
                                      tr("Data files (%1)").arg(patterns.join(QLatin1Char(' '))) +
                                          QStringLiteral(";;") + tr("All files (*)"));
    if (!paths.isEmpty()) {
        rememberFolder(paths.first());
    }
    return paths;
}

void ProjectFiles::offerRecovery(bool ofAll) {
    offersAll_ = ofAll;
    const QString path = session_.filePath();
    auto left =
        path.isEmpty() ? std::vector<ProjectSession::Recovery>{} : session_.recoveriesFor(path);
    for (auto& other : ofAll ? session_.recoveries() : std::vector<ProjectSession::Recovery>{}) {
        const bool isKnown = std::any_of(left.begin(), left.end(), [&](const auto& one) {
            return one.journalPath == other.journalPath;
        });
        if (!isKnown) {
            left.push_back(std::move(other));
        }
    }
    std::erase_if(left, [this](const ProjectSession::Recovery& one) {
        return putOff_.contains(one.journalPath);
    });
    offer(left);
}

void ProjectFiles::offerOnStartPage() {
    if (!messages_.isVisible()) {
        offerRecovery(true);
    }
}

namespace {

QString momentText(const QDateTime& time) {
    const QLocale locale;
    return locale.toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ') +
           time.toString(QStringLiteral("HH:mm:ss"));
}

/// When it was written, and what was changed last.
QString stateText(const ProjectSession::Recovery& recovery) {
    const QString moment = momentText(recovery.written);
    return recovery.change.isEmpty()
               ? moment
               : ProjectFiles::tr("%1 (changed last: %2)").arg(moment, recovery.change);
}

QString offerOf(const ProjectSession::Recovery& recovery) {
    const QString name = recovery.projectPath.isEmpty()
                             ? ProjectFiles::tr("a project that was never saved")
                             : QDir::toNativeSeparators(recovery.projectPath);
    const QString state = stateText(recovery);
    const bool isGone = !recovery.projectPath.isEmpty() && !recovery.fileTime.isValid();
    if (!recovery.isWhole) {
        return ProjectFiles::tr("CityPanel did not close properly. Unsaved changes of %1 from %2 "
                                "can be restored once that file, which is gone and holds their "
                                "data, is back in its place or opened at its new one.")
            .arg(name, state);
    }
    QString text =
        isGone ? ProjectFiles::tr("CityPanel did not close properly. Unsaved changes of %1 from "
                                  "%2 can be restored. That file is gone: they open as a project "
                                  "that is not saved.")
                     .arg(name, state)
               : ProjectFiles::tr("CityPanel did not close properly. Unsaved changes of %1 from "
                                  "%2 can be restored.")
                     .arg(name, state);
    if (recovery.fileTime.isValid() && recovery.fileTime > recovery.written) {
        text += QLatin1Char(' ') +
                ProjectFiles::tr("They are older than the file, which was saved at %1.")
                    .arg(momentText(recovery.fileTime));
    }
    return text;
}

} // namespace

void ProjectFiles::offer(const std::vector<ProjectSession::Recovery>& left) {
    offered_ = left;
    if (left.empty()) {
        return;
    }
    const ProjectSession::Recovery& first = left.front();
    offerText_ = offerOf(first);
    if (!session_.filePath().isEmpty() && first.projectPath != session_.filePath()) {
        offerText_ += QLatin1Char(' ') + tr("They are not of the project that is open.");
    }
    for (std::size_t i = 1; i < left.size(); ++i) {
        if (left[i].projectPath == first.projectPath && !first.projectPath.isEmpty()) {
            offerText_ += QLatin1Char('\n') + tr("After it another state of this project is "
                                                 "offered: %1.")
                                                  .arg(stateText(left[i]));
        }
    }
    messages_.showMessage(MessageBar::Kind::Warning, offerText_);
    addAnswers(first);
}

void ProjectFiles::addAnswers(const ProjectSession::Recovery& recovery) {
    if (recovery.isWhole) {
        messages_.addButton(tr("Restore"), [this, recovery] {
            if (!mayClose()) {
                offerRecovery(offersAll_); // it takes the place of what is open
            } else if (tell(session_.recover(recovery))) {
                Q_EMIT restored(session_.importDraft() != nullptr);
                offerRecovery(offersAll_); // of other projects
            }
        });
    }
    messages_.addButton(tr("Discard"), [this, recovery] { discard(recovery); });
    messages_.onClosed([this, recovery] { putOff_.append(recovery.journalPath); });
}

void ProjectFiles::discard(const ProjectSession::Recovery& recovery) {
    QMessageBox box(QMessageBox::Warning, tr("Discard unsaved changes"),
                    tr("These changes are kept nowhere else. Discarding them cannot be undone."),
                    QMessageBox::NoButton, window_);
    box.setObjectName(QStringLiteral("discardLeft"));
    const QPushButton* losing = box.addButton(tr("&Discard Changes"), QMessageBox::DestructiveRole);
    QPushButton* keeping = box.addButton(tr("&Keep Them"), QMessageBox::RejectRole);
    box.setDefaultButton(keeping);
    box.setEscapeButton(keeping);
    box.exec();
    if (box.clickedButton() == losing) {
        session_.discard(recovery);
    }
    offerRecovery(offersAll_);
}

bool ProjectFiles::tell(const Status& status) {
    if (status) {
        // What failed before has been done now.
        if (!failure_.isEmpty() && messages_.text() == failure_) {
            messages_.hide();
        }
        failure_.clear();
        return true;
    }
    failure_ = problemSentence(status.error());
    messages_.showMessage(MessageBar::Kind::Error, failure_);
    return false;
}

bool ProjectFiles::tellSaved(const Status& status) {
    const bool isSaved = tell(status);
    if (isSaved && session_.importDraft()) {
        messages_.showMessage(MessageBar::Kind::Warning,
                              tr("Saved without the files that are not imported yet, and what was "
                                 "decided of them: press Import, and save again."));
    }
    return isSaved;
}

} // namespace citypanel::ui

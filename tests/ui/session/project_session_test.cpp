// SPDX-License-Identifier: GPL-3.0-or-later
// The session: edits and their history, files, evaluation, recovery.
#include "core/project/project_file.h"
#include "tests/support/example_project.h"
#include "tests/ui/named_test.h"
#include "ui/session/project_session.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <random>

namespace citypanel::ui {

namespace {

ProjectSession::Change seed(std::int64_t value) {
    return [value](project::Project project) {
        project.settings.seed = value;
        return project;
    };
}

/// What stands in the journals of a data folder, as a crash would leave it: copied to another one,
/// without locks.
void copyJournals(const QString& from, const QString& to) {
    QDir().mkpath(to + QStringLiteral("/journals"));
    QDirIterator files(from + QStringLiteral("/journals"), QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + path.mid(from.size());
        if (!path.endsWith(QStringLiteral(".lock"))) {
            QDir().mkpath(QFileInfo(target).path());
            QFile::copy(path, target);
        }
    }
}

} // namespace

class ProjectSessionTest final : public QObject {
    Q_OBJECT

private:
    [[nodiscard]] ProjectSession::Places places() const {
        return {folder_->filePath(QStringLiteral("data")),
                folder_->filePath(QStringLiteral("settings.ini"))};
    }

    [[nodiscard]] QString file(const char* name) const {
        return folder_->filePath(QLatin1String(name));
    }

    void writeFile(const char* name, const QByteArray& text) const {
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        QCOMPARE(target.write(text), text.size());
    }

    std::unique_ptr<QTemporaryDir> folder_;

private Q_SLOTS:

    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void editsUndoAndRedo() {
        ProjectSession session(places());
        QSignalSpy changed(&session, &ProjectSession::projectChanged);
        session.edit(QStringLiteral("Set seed"), seed(7));
        QCOMPARE(session.project()->settings.seed, 7);
        QCOMPARE(session.undoStack().undoText(), QStringLiteral("Set seed"));
        session.undoStack().undo();
        QCOMPARE(session.project()->settings.seed, 1);
        session.undoStack().redo();
        QCOMPARE(session.project()->settings.seed, 7);
        QCOMPARE(changed.size(), 3);
        session.edit(QStringLiteral("Again"), seed(7));
        QCOMPARE(session.undoStack().count(), 1);
        QCOMPARE(changed.size(), 3);
    }

    void mergesADragIntoOneEntry() {
        ProjectSession session(places());
        for (int i = 2; i < 100; ++i) {
            session.edit(QStringLiteral("Drag"), seed(i), QStringLiteral("seed"));
        }
        QCOMPARE(session.undoStack().count(), 1);
        session.endMerge();
        session.edit(QStringLiteral("Drag"), seed(5), QStringLiteral("seed"));
        session.edit(QStringLiteral("Other"), seed(6), QStringLiteral("other"));
        QCOMPARE(session.undoStack().count(), 3);
        session.undoStack().undo();
        session.undoStack().undo();
        QCOMPARE(session.project()->settings.seed, 99);
        session.undoStack().undo();
        QCOMPARE(session.project()->settings.seed, 1);
    }

    void dropsADragThatEndsWhereItBegan() {
        ProjectSession session(places());
        session.edit(QStringLiteral("Drag"), seed(2), QStringLiteral("seed"));
        session.edit(QStringLiteral("Drag"), seed(1), QStringLiteral("seed"));
        QCOMPARE(session.undoStack().count(), 0);
        QVERIFY(!session.isModified());
    }

    void followsRandomEditsAndUndos() {
        ProjectSession session(places());
        std::mt19937_64 random(5);
        std::vector<project::Project> history{*session.project()};
        std::size_t at = 0;
        for (int i = 0; i < 500; ++i) {
            const auto choice = random() % 4;
            if (choice == 0 && at > 0) {
                session.undoStack().undo();
                --at;
            } else if (choice == 1 && at + 1 < history.size()) {
                session.undoStack().redo();
                ++at;
            } else {
                const project::Project next = test::randomProject(random);
                session.edit(QStringLiteral("Edit"), [&](const auto&) { return next; });
                history.resize(++at);
                history.push_back(next);
            }
            QVERIFY(*session.project() == history[at]);
        }
    }

    void evaluatesEveryStateAndTellsOnce() {
        ProjectSession session(places());
        QSignalSpy evaluated(&session, &ProjectSession::evaluationChanged);
        session.edit(QStringLiteral("Edit"), seed(2));
        QVERIFY(session.isEvaluating());
        QTRY_COMPARE(evaluated.size(), 1);
        QCOMPARE(session.evaluatedProject(), session.project());
        QVERIFY(session.evaluation());
        QTRY_VERIFY(!session.isEvaluating());
    }

    void isCleanAtTheSavedState() {
        ProjectSession session(places());
        QSignalSpy modified(&session, &ProjectSession::modifiedChanged);
        QVERIFY(!session.save()); // nowhere yet
        session.edit(QStringLiteral("Edit"), seed(2));
        QVERIFY(session.isModified());
        QVERIFY(session.saveAs(file("a.citypanel")).has_value());
        QVERIFY(!session.isModified());
        QCOMPARE(session.displayName(), QStringLiteral("a"));
        session.undoStack().undo();
        QVERIFY(session.isModified());
        session.undoStack().redo();
        QVERIFY(!session.isModified());
        QCOMPARE(modified.size(), 4);
    }

    void opensSavesAndRemembers() {
        QVERIFY(project::save(test::exampleProject(), file("a.citypanel")).has_value());
        ProjectSession session(places());
        QVERIFY(session.open(file("a.citypanel")).has_value());
        QVERIFY(*session.project() == test::exampleProject());
        QCOMPARE(session.undoStack().count(), 0);
        QCOMPARE(session.recentFiles(), QStringList{file("a.citypanel")});
        QVERIFY(session.saveAs(file("b.citypanel")).has_value());
        QCOMPARE(session.recentFiles().first(), file("b.citypanel"));
        QFile::remove(file("a.citypanel"));
        QCOMPARE(session.recentFiles().size(), 1);

        QFile broken(file("c.citypanel"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("not a project");
        broken.close();
        const Status status = session.open(file("c.citypanel"));
        QVERIFY(!status);
        QCOMPARE(status.error().code, ProblemCode::FileNotProject);
        QVERIFY(*session.project() == test::exampleProject());
        session.newProject();
        QVERIFY(session.filePath().isEmpty());
        QVERIFY(*session.project() == project::Project{});
    }

    void importsFilesAsOneEdit() {
        writeFile("a.csv", "firm,year,inv\nA,2011,1.5\nA,2012,2\nB,2011,3\nB,2012,4\n");
        writeFile("b.csv", "firm,year,cap\nA,2011,10\nA,2012,20\nB,2011,30\nB,2012,40\n");
        ProjectSession session(places());
        QSignalSpy finished(&session, &ProjectSession::importFinished);
        QVERIFY(session.importSources({file("a.csv"), file("b.csv")}).has_value());
        QVERIFY(session.isImporting());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(session.project()->sources.size(), std::size_t{2});
        QCOMPARE(session.project()->plan.sheets.size(), std::size_t{2});
        QCOMPARE(session.undoStack().count(), 1);
        QTRY_VERIFY(!session.isEvaluating());
        const Panel& panel = session.evaluation()->recipe.result();
        QCOMPARE(panel.rowCount(), std::size_t{4});
        QVERIFY(panel.find("inv") != nullptr);
        QVERIFY(panel.find("cap") != nullptr);

        QVERIFY(session.importSources({file("a.csv")}).has_value());
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(session.undoStack().count(), 1); // the same file again changes nothing
        writeFile("a.csv", "firm,year,inv\nA,2011,9\nA,2012,2\nB,2011,3\nB,2012,4\n");
        QVERIFY(session.importSources({file("a.csv")}).has_value());
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(session.project()->sources.size(), std::size_t{2});
        QTRY_VERIFY(!session.isEvaluating());
        QCOMPARE(session.evaluation()->recipe.result().find("inv")->numbers()[0], 9.0);
    }

    void importsNothingFromWhatIsNoTable() {
        writeFile("a.docx", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        ProjectSession session(places());
        QVERIFY(!session.importSources({file("none.csv")}));
        QSignalSpy failed(&session, &ProjectSession::importFailed);
        QVERIFY(session.importSources({file("a.docx")}).has_value());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(session.project()->sources.empty());
        QCOMPARE(session.undoStack().count(), 0);
    }

    void recoversAProjectThatWasNeverSaved() {
        const QString crashed = file("crashed");
        {
            ProjectSession session(places());
            QElapsedTimer sinceEdit;
            session.edit(QStringLiteral("Edit"),
                         [](const auto&) { return test::exampleProject(); });
            sinceEdit.start();
            QTRY_VERIFY_WITH_TIMEOUT(!QDir(places().dataFolder + QStringLiteral("/journals"))
                                          .entryList({QStringLiteral("*.journal")})
                                          .isEmpty(),
                                     5000);
            QVERIFY(sinceEdit.elapsed() < 5000);
            copyJournals(places().dataFolder, crashed);
        }
        QVERIFY(QDir(places().dataFolder + QStringLiteral("/journals")).isEmpty());

        ProjectSession session({crashed, file("settings.ini")});
        const auto recoveries = session.recoveries();
        QCOMPARE(recoveries.size(), std::size_t{1});
        QVERIFY(recoveries[0].projectPath.isEmpty());
        QVERIFY(session.recover(recoveries[0]).has_value());
        QVERIFY(*session.project() == test::exampleProject());
        QCOMPARE(session.project()->sources[0].bytes, test::exampleProject().sources[0].bytes);
        QVERIFY(session.isModified());
        QCOMPARE(session.recoveries().size(), std::size_t{0}); // it is in use again
    }

    void recoversAnImportThatWasNotFinished() {
        const QString crashed = file("crashed");
        const auto draft = std::make_shared<const project::Project>(test::exampleProject());
        const auto journals = [this] {
            return QDir(places().dataFolder + QStringLiteral("/journals"))
                .entryList({QStringLiteral("*.journal")});
        };
        {
            ProjectSession session(places());
            session.setImportDraft(draft);
            QTRY_VERIFY_WITH_TIMEOUT(!journals().isEmpty(), 5000);
            copyJournals(places().dataFolder, crashed);
            session.setImportDraft(nullptr);
            QVERIFY(journals().isEmpty()); // nothing is left to lose
            session.setImportDraft(draft);
            session.newProject();
            QVERIFY(session.importDraft() == nullptr);
        }
        ProjectSession session({crashed, file("settings.ini")});
        const auto recoveries = session.recoveries();
        QCOMPARE(recoveries.size(), std::size_t{1});
        QVERIFY(session.recover(recoveries[0]).has_value());
        QVERIFY(*session.project() == project::Project{});
        QVERIFY(!session.isModified());
        QVERIFY(session.importDraft() != nullptr);
        QVERIFY(*session.importDraft() == *draft);
        QCOMPARE(session.importDraft()->sources[0].bytes, draft->sources[0].bytes);
    }

    void recoversEditsBesideASavedFile() {
        const QString path = file("a.citypanel");
        const QString copy = file("b.citypanel");
        QVERIFY(project::save(test::exampleProject(), path).has_value());
        {
            ProjectSession session(places());
            QVERIFY(session.open(path).has_value());
            session.edit(QStringLiteral("Edit"), seed(99));
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path + QStringLiteral(".journal")), 5000);
            QVERIFY(!session.recoveryFor(path)); // it is in use
            QVERIFY(QFile::copy(path + QStringLiteral(".journal"), file("kept")));
        }
        QVERIFY(!QFileInfo::exists(path + QStringLiteral(".journal")));
        QVERIFY(QFile::rename(file("kept"), path + QStringLiteral(".journal")));

        ProjectSession session(places());
        const auto recovery = session.recoveryFor(path);
        QVERIFY(recovery.has_value());
        QCOMPARE(session.recoveries().size(), std::size_t{1});
        QVERIFY(session.recover(*recovery).has_value());
        QCOMPARE(session.project()->settings.seed, 99);
        QCOMPARE(session.filePath(), path);
        QVERIFY(session.isModified());
        session.undoStack().undo();
        QVERIFY(*session.project() == test::exampleProject());
        QVERIFY(session.saveAs(copy).has_value());
        QVERIFY(!session.recoveryFor(path));
    }

    void whatACrashLeftIsNotOverwrittenByNewEdits() {
        const QString path = file("a.citypanel");
        const QString journal = path + QStringLiteral(".journal");
        QVERIFY(project::save(test::exampleProject(), path).has_value());
        {
            ProjectSession session(places());
            QVERIFY(session.open(path).has_value());
            session.edit(QStringLiteral("Edit"), seed(99));
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(journal), 5000);
            QVERIFY(QFile::copy(journal, file("kept")));
        }
        QVERIFY(QFile::rename(file("kept"), journal));
        ProjectSession session(places());
        QVERIFY(session.open(path).has_value());
        session.edit(QStringLiteral("Edit"), seed(5));
        const auto elsewhere = [this] {
            return QDir(places().dataFolder + QStringLiteral("/journals"))
                .entryList({QStringLiteral("*.journal")}, QDir::Files)
                .size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(elsewhere(), 1, 5000);
        QVERIFY(session.save().has_value());
        QCOMPARE(elsewhere(), 0);
        const auto left = session.recoveryFor(path);
        QVERIFY(left.has_value());
        QVERIFY(session.recover(*left).has_value());
        QCOMPARE(session.project()->settings.seed, 99);
    }

    void aJournalThatCannotStandBesideTheProjectMovesOn() {
        const QString path = file("full/a.citypanel");
        const QString beside = path + QStringLiteral(".journal");
        QVERIFY(QDir().mkpath(file("full")));
        QVERIFY(project::save(test::exampleProject(), path).has_value());
        ProjectSession::Places where = places();
        where.spareFolder = file("spare");
        const auto journals = [](const QString& folder) {
            return QDir(folder + QStringLiteral("/journals"))
                .entryList({QStringLiteral("*.journal")}, QDir::Files)
                .size();
        };
        {
            ProjectSession session(where);
            QSignalSpy failed(&session, &ProjectSession::journalFailed);
            QVERIFY(session.open(path).has_value());
            session.edit(QStringLiteral("Edit"), seed(5));
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(beside), 5000);
            // Something else than a file takes its place: it opens no more.
            QVERIFY(QFile::remove(beside));
            QVERIFY(QDir().mkpath(beside));
            session.edit(QStringLiteral("Edit"), seed(6));
            QTRY_COMPARE_WITH_TIMEOUT(journals(where.dataFolder), 1, 5000);
            copyJournals(where.dataFolder, file("crashed"));
            QVERIFY(QDir(beside).removeRecursively() || !QFileInfo::exists(beside));

            QVERIFY(QDir(where.dataFolder + QStringLiteral("/journals")).removeRecursively());
            QFile block(where.dataFolder + QStringLiteral("/journals"));
            QVERIFY(block.open(QIODevice::WriteOnly));
            session.edit(QStringLiteral("Edit"), seed(7));
            QTRY_COMPARE_WITH_TIMEOUT(journals(where.spareFolder), 1, 5000);
            QCOMPARE(failed.size(), 0);

            QVERIFY(QDir(where.spareFolder).removeRecursively());
            QFile blockSpare(where.spareFolder);
            QVERIFY(blockSpare.open(QIODevice::WriteOnly));
            session.edit(QStringLiteral("Edit"), seed(8));
            QVERIFY(failed.wait(5000));
            session.edit(QStringLiteral("Edit"), seed(9));
            QVERIFY(QFile::remove(where.spareFolder));
            QTRY_COMPARE_WITH_TIMEOUT(journals(where.spareFolder), 1, 10000);
            QCOMPARE(failed.size(), 1); // said once
        }
        QCOMPARE(journals(where.spareFolder), 0); // closed on purpose
        where.dataFolder = file("crashed");
        ProjectSession session(where);
        const auto left = session.recoveryFor(path);
        QVERIFY(left.has_value());
        QVERIFY(left->written.isValid() && left->fileTime <= left->written);
        QVERIFY(session.recover(*left).has_value());
        QCOMPARE(session.project()->settings.seed, 6);
        QCOMPARE(session.filePath(), path);
    }
};

const testing::NamedTest<ProjectSessionTest> projectSessionNamed("session.project_session");

} // namespace citypanel::ui

#include "project_session_test.moc"

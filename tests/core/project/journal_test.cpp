// SPDX-License-Identifier: GPL-3.0-or-later
// The crash journal: the last whole state is recovered, whatever the file ends with.
#include "core/project/journal.h"
#include "core/project/project_file.h"
#include "core/report/atomic_file.h"
#include "tests/support/example_project.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

namespace citypanel::project {
namespace {

using test::exampleProject;

Project withSeed(std::int64_t seed) {
    Project project = exampleProject();
    project.settings.seed = seed;
    return project;
}

/// Without waiting for the disk.
void replaceFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

class JournalTest : public testing::Test {
protected:
    [[nodiscard]] QString path() const { return folder_.filePath(QStringLiteral("a.journal")); }

    QTemporaryDir folder_;
};

TEST_F(JournalTest, GivesBackTheLastState) {
    auto journal = *Journal::open(path(), {}, {});
    for (const std::int64_t seed : {1, 2, 3}) {
        ASSERT_TRUE(journal.append(withSeed(seed)));
    }
    const auto state = readJournal(path());
    ASSERT_TRUE(state);
    EXPECT_EQ(state->project, withSeed(3));
    EXPECT_EQ(state->project.sources[1].bytes, exampleProject().sources[1].bytes);
    EXPECT_TRUE(state->projectPath.isEmpty());
}

TEST_F(JournalTest, CutAnywhereGivesTheLastWholeState) {
    auto journal = *Journal::open(path(), {}, {});
    Project project;
    ASSERT_TRUE(journal.append(project));
    const qsizetype first = report::readFile(path())->size();
    project.settings.seed = 2;
    ASSERT_TRUE(journal.append(project));
    const QByteArray whole = *report::readFile(path());
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        replaceFile(path(), whole.left(size));
        const auto state = readJournal(path());
        // The newline at the end of a line may be missing: the checksum says that it is whole.
        const std::int64_t expected = size < first - 1 ? 0 : size < whole.size() - 1 ? 1 : 2;
        ASSERT_EQ(state ? state->project.settings.seed : 0, expected) << size;
    }
}

TEST_F(JournalTest, ContinuesAfterHalfALine) {
    {
        auto journal = *Journal::open(path(), {}, {});
        ASSERT_TRUE(journal.append(withSeed(1)));
    }
    QFile file(path());
    ASSERT_TRUE(file.open(QIODevice::Append));
    file.write("0123456789abcdef half a line");
    file.close();
    EXPECT_EQ(readJournal(path())->project.settings.seed, 1);
    auto journal = *Journal::open(path(), {}, {});
    ASSERT_TRUE(journal.append(withSeed(2)));
    EXPECT_EQ(readJournal(path())->project.settings.seed, 2);
}

/// Files may grow to this many bytes so long, as on a disk that is nearly full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
    }

    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    FileSizeLimit(FileSizeLimit&&) = delete;
    FileSizeLimit& operator=(FileSizeLimit&&) = delete;

    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int) = SIG_DFL;
};

TEST_F(JournalTest, AFullDiskLeavesItWhole) {
    auto journal = *Journal::open(path(), {}, {});
    ASSERT_TRUE(journal.append(withSeed(1)));
    const auto size = QFileInfo(path()).size();
    {
        const FileSizeLimit nearlyFull(static_cast<rlim_t>(size) + 40);
        const Status status = journal.append(withSeed(2));
        ASSERT_FALSE(status);
        EXPECT_EQ(status.error().code, ProblemCode::FileUnwritable);
        EXPECT_EQ(status.error().place.file, path().toStdString());
    }
    EXPECT_EQ(QFileInfo(path()).size(), size);
    EXPECT_EQ(readJournal(path())->project.settings.seed, 1);
    ASSERT_TRUE(journal.append(withSeed(3)));
    EXPECT_EQ(readJournal(path())->project.settings.seed, 3);
}

TEST_F(JournalTest, TakesSourcesOfTheSavedFileFromThere) {
    const QString file = folder_.filePath(QStringLiteral("a.citypanel"));
    Project saved = exampleProject();
    saved.sources.resize(1);
    ASSERT_TRUE(save(saved, file));
    auto journal = *Journal::open(journalPathOf(file), file, saved.sources);
    ASSERT_TRUE(journal.append(exampleProject()));
    EXPECT_EQ(QDir(journal.path() + QStringLiteral(".sources")).entryList(QDir::Files).size(), 1);
    const auto state = readJournal(journal.path());
    ASSERT_TRUE(state);
    EXPECT_EQ(state->projectPath, file);
    EXPECT_EQ(state->project.sources[0].bytes, exampleProject().sources[0].bytes);
    EXPECT_EQ(state->project.sources[1].bytes, exampleProject().sources[1].bytes);
}

TEST_F(JournalTest, KeepsTheSourcesOfAFileThatIsGone) {
    const QString file = folder_.filePath(QStringLiteral("gone.citypanel"));
    const Project saved = exampleProject();
    ASSERT_TRUE(save(saved, file));
    auto journal = *Journal::open(path(), file, saved.sources);
    ASSERT_TRUE(QFile::remove(file));
    ASSERT_TRUE(journal.append(saved));
    const auto state = readJournal(path());
    ASSERT_TRUE(state);
    EXPECT_EQ(state->project, saved);
}

TEST_F(JournalTest, KeepsAStepInItsForm) {
    auto journal = *Journal::open(path(), {}, {});
    for (const char* key : {"", "s2"}) {
        const StepDraft typed{.key = key,
                              .step = recipe::FilterStep{.dropUnits = {"Lhasa"}},
                              .at = key == std::string() ? std::size_t{3} : 0};
        ASSERT_TRUE(journal.append(exampleProject(), {.step = typed}));
        const auto state = readJournal(path());
        ASSERT_TRUE(state);
        EXPECT_EQ(state->drafts.step, typed);
        EXPECT_EQ(state->drafts.import, nullptr);
    }
    ASSERT_TRUE(journal.append(exampleProject()));
    EXPECT_TRUE(readJournal(path())->drafts.isEmpty());
}

TEST_F(JournalTest, KeepsWhatPagesHoldAndWhereOneWorked) {
    auto journal = *Journal::open(path(), {}, {});
    Drafts drafts;
    drafts.pages[QStringLiteral("models")] = {
        .content = {{QStringLiteral("formula"), QStringLiteral("y ~ x +")}},
        .words = QStringLiteral("the formula “y ~ x +”")};
    const LastWork work{.page = QStringLiteral("models"), .change = QStringLiteral("公式")};
    EXPECT_FALSE(drafts.isEmpty());
    ASSERT_TRUE(journal.append(exampleProject(), drafts, work));
    const auto state = readJournal(path());
    ASSERT_TRUE(state);
    EXPECT_EQ(state->drafts.pages, drafts.pages);
    EXPECT_EQ(state->work, work);
    EXPECT_EQ(journalHeadOf(path())->work, work);
    ASSERT_TRUE(journal.append(exampleProject()));
    EXPECT_TRUE(readJournal(path())->drafts.isEmpty());
    EXPECT_EQ(journalHeadOf(path())->work, LastWork{});
}

TEST_F(JournalTest, FindsTheSourcesOfAFileThatWasRenamedOrMoved) {
    const QString file = folder_.filePath(QStringLiteral("a.citypanel"));
    const Project saved = exampleProject();
    ASSERT_TRUE(save(saved, file));
    {
        auto journal = *Journal::open(journalPathOf(file), file, saved.sources, FileMark::of(file));
        ASSERT_TRUE(journal.append(withSeed(7)));
    }
    const QString renamed = folder_.filePath(QStringLiteral("b.citypanel"));
    ASSERT_TRUE(QFile::rename(file, renamed));
    EXPECT_EQ(readJournal(journalPathOf(file))->project, withSeed(7));
    QTemporaryDir elsewhere;
    const QString moved = elsewhere.filePath(QStringLiteral("c.citypanel"));
    ASSERT_TRUE(QFile::rename(renamed, moved));
    const auto lost = readJournal(journalPathOf(file));
    EXPECT_EQ(lost.error().code, ProblemCode::FileNotFound);
    EXPECT_EQ(lost.error().found, saved.sources[0].name);
    EXPECT_NE(lost.error().expected.find(folder_.path().toStdString()), std::string::npos);
    EXPECT_EQ(journalHeadOf(journalPathOf(file))->projectPath, file);
    EXPECT_EQ(readJournal(journalPathOf(file), {moved})->project, withSeed(7));
}

TEST_F(JournalTest, StaysSmall) {
    auto journal = *Journal::open(path(), {}, {});
    Project large = exampleProject();
    large.recipe.steps[0].step =
        recipe::FilterStep{.dropUnits = std::vector<std::string>(20000, "a long name of a city")};
    for (std::int64_t seed = 0; seed < 60; ++seed) {
        large.settings.seed = seed;
        ASSERT_TRUE(journal.append(large));
        ASSERT_EQ(readJournal(path())->project.settings.seed, seed);
    }
    EXPECT_LE(QFileInfo(path()).size(), 8 << 20);
}

TEST_F(JournalTest, BelongsToOneProcess) {
    EXPECT_FALSE(isLeftBehind(path()));
    {
        auto journal = *Journal::open(path(), {}, {});
        ASSERT_TRUE(journal.append(withSeed(1)));
        EXPECT_FALSE(isLeftBehind(path())) << "it is in use";
        EXPECT_FALSE(Journal::open(path(), {}, {}));
    }
    EXPECT_TRUE(isLeftBehind(path()));
    auto journal = *Journal::open(path(), {}, {});
    journal.remove();
    EXPECT_TRUE(QDir(folder_.path()).isEmpty());
}

TEST_F(JournalTest, SaysWhenItCannotBeWritten) {
    EXPECT_FALSE(Journal::open(QStringLiteral("/nowhere/a.journal"), {}, {}));
    EXPECT_EQ(readJournal(QStringLiteral("/nowhere/a.journal")).error().code,
              ProblemCode::FileNotFound);
}

TEST_F(JournalTest, NoticesALostSource) {
    {
        auto journal = *Journal::open(path(), {}, {});
        ASSERT_TRUE(journal.append(withSeed(1)));
    }
    QDir(path() + QStringLiteral(".sources")).removeRecursively();
    const auto state = readJournal(path());
    ASSERT_FALSE(state);
    EXPECT_EQ(state.error().code, ProblemCode::FileNotFound);
    EXPECT_EQ(state.error().found, "grunfeld.csv");
    EXPECT_NE(state.error().expected.find("a.journal.sources"), std::string::npos);
    // A project beside it has the source, whatever else it holds.
    Project other;
    other.sources = exampleProject().sources;
    ASSERT_TRUE(save(other, folder_.filePath(QStringLiteral("other.citypanel"))));
    EXPECT_EQ(readJournal(path())->project, withSeed(1));
}

TEST_F(JournalTest, FollowsAFolderThatWasRenamed) {
    const QDir folder(folder_.path());
    ASSERT_TRUE(folder.mkdir(QStringLiteral("a")));
    const QString file = folder.filePath(QStringLiteral("a/p.citypanel"));
    const QString moved = folder.filePath(QStringLiteral("b/p.citypanel"));
    const Project saved = exampleProject();
    ASSERT_TRUE(save(saved, file));
    auto journal = *Journal::open(journalPathOf(file), file, saved.sources, FileMark::of(file));
    ASSERT_TRUE(journal.append(withSeed(1)));
    ASSERT_TRUE(
        QDir().rename(folder.filePath(QStringLiteral("a")), folder.filePath(QStringLiteral("b"))));
    ASSERT_TRUE(journal.append(withSeed(2)));
    EXPECT_FALSE(folder.exists(QStringLiteral("a")));
    EXPECT_EQ(journal.path(), journalPathOf(moved));
    EXPECT_FALSE(isLeftBehind(journalPathOf(moved))) << "it is in use";
    const auto state = readJournal(journalPathOf(moved));
    ASSERT_TRUE(state);
    EXPECT_EQ(state->project, withSeed(2));
    EXPECT_EQ(state->projectPath, moved);
    journal.remove();
    EXPECT_EQ(QDir(folder.filePath(QStringLiteral("b"))).entryList(QDir::Files).size(), 1);
}

TEST_F(JournalTest, MakesNoFolderAnew) {
    const QDir folder(folder_.path());
    ASSERT_TRUE(folder.mkdir(QStringLiteral("a")));
    const QString file = folder.filePath(QStringLiteral("a/p.citypanel"));
    auto journal = *Journal::open(journalPathOf(file), file, {});
    ASSERT_TRUE(QDir(folder.filePath(QStringLiteral("a"))).removeRecursively());
    EXPECT_FALSE(journal.append(withSeed(2)));
    EXPECT_FALSE(folder.exists(QStringLiteral("a")));
}

} // namespace
} // namespace citypanel::project

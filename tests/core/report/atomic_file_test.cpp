// SPDX-License-Identifier: GPL-3.0-or-later
// Exports that cannot be written whole: the old file stays, nothing else is left.
#include "core/report/atomic_file.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace citypanel::report {
namespace {

/// Files may not grow beyond some bytes while it lives, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

TEST(WriteAtomically, AFullDiskLeavesTheOldFile) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.docx"));
    ASSERT_TRUE(writeAtomically(path, "old"));
    Status status;
    {
        const FullDisk disk(1000);
        status = writeAtomically(path, QByteArray(5000, 'x'));
    }
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ProblemCode::FileUnwritable);
    EXPECT_EQ(status.error().place.file, path.toStdString());
    EXPECT_FALSE(status.error().found.empty()) << "says why";
    EXPECT_EQ(*readFile(path), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    EXPECT_TRUE(writeAtomically(path, "new"));
    EXPECT_EQ(*readFile(path), "new");
}

TEST(WriteAtomically, PipesAreWrittenIntoAndStay) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const int reader = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK);
    ASSERT_GE(reader, 0);
    EXPECT_TRUE(writeAtomically(path, "told"));
    std::array<char, 8> told{};
    EXPECT_EQ(::read(reader, told.data(), told.size()), 4);
    EXPECT_STREQ(told.data(), "told");
    ::close(reader);
    EXPECT_FALSE(QFileInfo(path).isFile());
}

TEST(WriteAtomically, AFolderThatIsNotThereIsNamed) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("absent/table.docx"));
    const Status status = writeAtomically(path, "new");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ProblemCode::FileUnwritable);
    EXPECT_EQ(status.error().place.file, path.toStdString());
}

TEST(WriteAtomically, AFolderOfThatNameStays) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.docx"));
    ASSERT_TRUE(QDir().mkpath(path + QStringLiteral("/inside")));
    const Status status = writeAtomically(path, "new");
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ProblemCode::FileUnwritable);
    EXPECT_TRUE(QDir(path + QStringLiteral("/inside")).exists());
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 0);
}

} // namespace
} // namespace citypanel::report

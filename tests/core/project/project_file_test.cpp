// SPDX-License-Identifier: GPL-3.0-or-later
// Project files: the same bytes again, nothing lost, and everything that can be wrong with a file.
#include "core/project/project_file.h"
#include "core/project/project_json.h"
#include "core/report/archive.h"
#include "tests/support/example_project.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <string>

namespace citypanel::project {
namespace {

using test::exampleProject;

Problem failureOf(const QByteArray& bytes) {
    const auto project = fromBytes(bytes);
    EXPECT_FALSE(project);
    return project ? Problem{} : project.error();
}

/// A project file with other entries, or another project.json.
QByteArray fileWith(const QString& entry, const QByteArray& bytes) {
    report::Entries entries = *report::unpacked(*toBytes(exampleProject()));
    entries[entry] = bytes;
    return *report::packed(entries);
}

QByteArray jsonOf(const Project& project, const char* key, const QJsonValue& value) {
    QJsonObject json = toJson(project);
    json.insert(QLatin1String(key), value);
    return QJsonDocument(json).toJson();
}

TEST(ProjectFile, SavedAgainIsTheSameFile) {
    const QByteArray first = *toBytes(exampleProject());
    const Project again = *fromBytes(first);
    EXPECT_EQ(again, exampleProject());
    EXPECT_EQ(again.sources[1].bytes, exampleProject().sources[1].bytes);
    EXPECT_EQ(*toBytes(again), first);
}

TEST(ProjectFile, KeepsRandomProjects) {
    std::mt19937_64 random(11);
    for (int i = 0; i < 200; ++i) {
        const Project project = test::randomProject(random);
        const QByteArray bytes = *toBytes(project);
        const auto again = fromBytes(bytes);
        ASSERT_TRUE(again) << i;
        ASSERT_EQ(*again, project) << i;
        ASSERT_EQ(*toBytes(*again), bytes) << i;
    }
}

TEST(ProjectFile, OfAnEmptyProject) {
    EXPECT_EQ(*fromBytes(*toBytes({})), Project{});
}

TEST(ProjectFile, StoresASourceOnceHoweverOftenItIsNamed) {
    Project project = exampleProject();
    project.sources.push_back(project.sources[0]);
    project.sources.back().name = "copy.csv";
    EXPECT_EQ(report::unpacked(*toBytes(project))->size(), 3U);
    EXPECT_EQ(*fromBytes(*toBytes(project)), project);
}

TEST(ProjectFile, CutAnywhereIsRefused) {
    const QByteArray whole = *toBytes(exampleProject());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto project = fromBytes(whole.left(size));
        ASSERT_FALSE(project) << size;
        ASSERT_TRUE(project.error().code == ProblemCode::FileTruncated ||
                    project.error().code == ProblemCode::FileCorrupt)
            << size << " " << problemCodeName(project.error().code);
    }
    EXPECT_EQ(failureOf(whole.left(whole.size() / 2)).code, ProblemCode::FileTruncated);
    EXPECT_EQ(failureOf({}).code, ProblemCode::FileTruncated);
}

TEST(ProjectFile, CutBehindAWorkbookInsideIsTruncated) {
    Project project = exampleProject();
    // Workbooks are zips themselves: what is left ends, here and there, like a whole archive.
    const QByteArray inside = *report::packed({{QStringLiteral("a.xml"), "a"}});
    project.sources.push_back(sourceOf("nested.xlsx", inside));
    const QByteArray whole = *toBytes(project);
    const qsizetype at = whole.indexOf(inside);
    ASSERT_GE(at, 0) << "the source is not stored as it is";
    for (const qsizetype behind : {0, 1, 30}) {
        EXPECT_EQ(failureOf(whole.left(at + inside.size() + behind)).code,
                  ProblemCode::FileTruncated);
    }
}

TEST(ProjectFile, DamagedAnywhereIsRefusedOrHarmless) {
    const QByteArray whole = *toBytes(exampleProject());
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        const auto project = fromBytes(damaged);
        if (project) {
            ASSERT_EQ(*project, exampleProject()) << at;
            ASSERT_EQ(project->sources[0].bytes, exampleProject().sources[0].bytes) << at;
        }
    }
}

TEST(ProjectFile, SaysWhatItIsNot) {
    EXPECT_EQ(failureOf("firm,year\nA,2011\n").code, ProblemCode::FileNotProject);
    const QByteArray otherZip = *report::packed({{QStringLiteral("word/document.xml"), "<x/>"}});
    EXPECT_EQ(failureOf(otherZip).code, ProblemCode::FileNotProject);
    EXPECT_EQ(failureOf(fileWith(QStringLiteral("project.json"), "{}")).code,
              ProblemCode::FileNotProject);
    const Problem cut = failureOf(fileWith(QStringLiteral("project.json"), "{\"format\""));
    EXPECT_EQ(cut.code, ProblemCode::FileCorrupt);
    EXPECT_NE(cut.found.find("byte 9"), std::string::npos) << cut.found;
    EXPECT_TRUE(cut.expected.empty());
    for (const char* member : {"sources", "plan", "recipe", "studies", "settings"}) {
        QJsonObject json = toJson(exampleProject());
        json.insert(QLatin1String("other"), json.take(QLatin1String(member)));
        const Problem lost =
            failureOf(fileWith(QStringLiteral("project.json"), QJsonDocument(json).toJson()));
        EXPECT_EQ(lost.code, ProblemCode::FileCorrupt);
        EXPECT_EQ(lost.found, std::string("project.json: ") + member);
    }
}

TEST(ProjectFile, OfANewerVersionIsRefusedByName) {
    const Problem problem = failureOf(
        fileWith(QStringLiteral("project.json"), jsonOf(exampleProject(), "version", 99)));
    EXPECT_EQ(problem.code, ProblemCode::FileVersionNewer);
    EXPECT_EQ(problem.found, "99");
    EXPECT_EQ(problem.expected, std::to_string(schemaVersion));
    const Problem huge = failureOf(fileWith(QStringLiteral("project.json"),
                                            jsonOf(exampleProject(), "version", 99999999999.0)));
    EXPECT_EQ(huge.code, ProblemCode::FileVersionNewer);
    EXPECT_EQ(huge.found, "99999999999");
    const Problem wrong =
        failureOf(fileWith(QStringLiteral("project.json"),
                           jsonOf(exampleProject(), "version", QStringLiteral("abc"))));
    EXPECT_EQ(wrong.code, ProblemCode::FileCorrupt);
    EXPECT_NE(wrong.found.find("version = abc"), std::string::npos) << wrong.found;
    EXPECT_EQ(wrong.expected, "integer");
}

TEST(ProjectFile, WithAPasswordIsNamedSo) {
    QByteArray bytes = *toBytes(exampleProject());
    // The flag "encrypted" is bit 0 of the word at 6 of a local header, at 8 of a directory entry.
    for (qsizetype at = bytes.indexOf("PK\x03\x04"); at >= 0;
         at = bytes.indexOf("PK\x03\x04", at + 1)) {
        bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
    }
    for (qsizetype at = bytes.indexOf("PK\x01\x02"); at >= 0;
         at = bytes.indexOf("PK\x01\x02", at + 1)) {
        bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
    }
    EXPECT_EQ(failureOf(bytes).code, ProblemCode::FilePasswordProtected);
}

TEST(ProjectFile, DoesNotLeadOutOfTheArchive) {
    for (const char* name : {"../../etc/cron.d/x", "/etc/passwd", "sources/../../x", "a//b", "C:/x",
                             "sources\\..\\x"}) {
        EXPECT_EQ(failureOf(fileWith(QLatin1String(name), "x")).code, ProblemCode::FileCorrupt)
            << name;
    }
}

TEST(ProjectFile, RefusesBombs) {
    // 200 MB of zeros deflate to 0.2 MB; our own writer would store them, so a zip is made by hand.
    QByteArray zeros(200 << 20, 0);
    QByteArray deflated = qCompress(zeros, 9).mid(6); // length and zlib header
    deflated.chop(4);
    QByteArray bytes = *report::packed({{QStringLiteral("project.json"), QByteArray("x")}});
    // The one entry is replaced by the bomb: method 8, its sizes, its data.
    const auto word = [](quint32 value, int size) {
        QByteArray text;
        for (int i = 0; i < size; ++i) {
            text.append(static_cast<char>((value >> (8 * i)) & 0xff));
        }
        return text;
    };
    const QByteArray name("project.json");
    const QByteArray common = word(0, 2) + word(8, 2) + word(0x00210000, 4) + word(0, 4) +
                              word(static_cast<quint32>(deflated.size()), 4) +
                              word(static_cast<quint32>(zeros.size()), 4) +
                              word(static_cast<quint32>(name.size()), 2) + word(0, 2);
    const QByteArray local = "PK\x03\x04" + word(20, 2) + common + name + deflated;
    const QByteArray directory = "PK\x01\x02" + word(20, 2) + word(20, 2) + common + word(0, 2) +
                                 word(0, 2) + word(0, 2) + word(0, 4) + word(0, 4) + name;
    const QByteArray end = "PK\x05\x06" + word(0, 4) + word(1, 2) + word(1, 2) +
                           word(static_cast<quint32>(directory.size()), 4) +
                           word(static_cast<quint32>(local.size()), 4) + word(0, 2);
    EXPECT_EQ(failureOf(local + directory + end).code, ProblemCode::FileTooLarge);
}

TEST(ProjectFile, NoticesASourceThatIsGoneOrAnother) {
    const Project project = exampleProject();
    report::Entries entries = *report::unpacked(*toBytes(project));
    const QString entry =
        QLatin1String("sources/") + QString::fromStdString(project.sources[0].contentHash);
    entries[entry] = "firm,year,inv\nA,2011,2.5\n";
    EXPECT_EQ(failureOf(*report::packed(entries)).code, ProblemCode::FileCorrupt);
    EXPECT_EQ(failureOf(*report::packed(entries)).found, "grunfeld.csv");
    entries.erase(entry);
    EXPECT_EQ(failureOf(*report::packed(entries)).code, ProblemCode::FileCorrupt);
}

TEST(ProjectFile, KeepsStepsOfALaterVersion) {
    QJsonObject json = toJson(exampleProject());
    QJsonArray recipe = json[QStringLiteral("recipe")].toArray();
    recipe.append(QJsonDocument::fromJson(
                      R"({"key":"s99","id":"teleport","enabled":true,"parameters":{"to":"x"}})")
                      .object());
    json[QStringLiteral("recipe")] = recipe;
    const QByteArray bytes = fileWith(QStringLiteral("project.json"), QJsonDocument(json).toJson());
    const Project project = *fromBytes(bytes);
    EXPECT_TRUE(std::holds_alternative<recipe::UnknownStep>(project.recipe.steps.back().step));
    EXPECT_EQ(toJson(project), json);
    EXPECT_EQ(*toBytes(project), bytes);
}

TEST(ProjectJson, IsUpgradedInOrder) {
    const auto mark = [](const char* name) {
        return [name](QJsonObject json) -> Result<QJsonObject> {
            json.insert(QLatin1String(name), json.value(QLatin1String("version")));
            return json;
        };
    };
    const std::vector<Upgrade> list{{1, 2, mark("first")}, {2, 3, mark("second")}};
    const auto json = upgraded({{QStringLiteral("version"), 1}}, list, 3);
    ASSERT_TRUE(json);
    EXPECT_EQ(json->value(QStringLiteral("first")).toInt(), 1);
    EXPECT_EQ(json->value(QStringLiteral("second")).toInt(), 2);
    EXPECT_EQ(json->value(QStringLiteral("version")).toInt(), 3);
    EXPECT_EQ(upgraded({{QStringLiteral("version"), 0}}, list, 3).error().code,
              ProblemCode::FileCorrupt);
    EXPECT_EQ(upgraded({{QStringLiteral("version"), 4}}, list, 3).error().code,
              ProblemCode::FileVersionNewer);
}

/// Takes so many bytes and then no more.
class FailingDevice final : public QIODevice {
public:
    explicit FailingDevice(qint64 room) : room_(room) { open(QIODevice::WriteOnly); }

protected:
    qint64 readData(char*, qint64) override { return -1; }

    qint64 writeData(const char*, qint64 size) override {
        if (room_ == 0) {
            setErrorString(QStringLiteral("no space left"));
            return -1;
        }
        const qint64 taken = std::min(room_, size);
        room_ -= taken;
        return taken;
    }

private:
    qint64 room_;
};

TEST(ProjectFile, SaysSoWhenTheDeviceFailsAtAnyByte) {
    Project project;
    project.sources.push_back(sourceOf("a.csv", "firm,year\n"));
    const qint64 size = toBytes(project)->size();
    for (qint64 room = 0; room < size; ++room) {
        FailingDevice device(room);
        const Status status = write(project, device);
        ASSERT_FALSE(status) << room;
        ASSERT_EQ(status.error().code, ProblemCode::FileUnwritable);
        ASSERT_EQ(status.error().found, "no space left");
    }
    FailingDevice device(size);
    EXPECT_TRUE(write(project, device));
}

TEST(ProjectFile, IsReplacedWholeOrNotAtAll) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("研究.citypanel"));
    ASSERT_TRUE(save(exampleProject(), path));
    EXPECT_EQ(*load(path), exampleProject());
    ASSERT_TRUE(save(Project{}, path));
    EXPECT_EQ(*load(path), Project{});
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

TEST(ProjectFile, StaysWhenTheFolderCannotBeWritten) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.citypanel"));
    ASSERT_TRUE(save(exampleProject(), path));
    // The neighbour's place is taken by a folder, so that writing fails for root as well.
    ASSERT_TRUE(QDir().mkpath(path + QStringLiteral(".saving")));
    const Status status = save(Project{}, path);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ProblemCode::FileUnwritable);
    EXPECT_EQ(status.error().place.file, path.toStdString());
    EXPECT_EQ(*load(path), exampleProject());
}

TEST(ProjectFile, LooksThroughASymbolicLink) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("real.citypanel"));
    const QString link = folder.filePath(QStringLiteral("link.citypanel"));
    ASSERT_TRUE(save(Project{}, path));
    ASSERT_TRUE(QFile::link(path, link));
    ASSERT_TRUE(save(exampleProject(), link));
    EXPECT_TRUE(QFileInfo(link).isSymLink());
    EXPECT_EQ(*load(path), exampleProject());
}

TEST(ProjectFile, NamesTheFileThatCannotBeRead) {
    const auto missing = load(QStringLiteral("/nowhere/x.citypanel"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ProblemCode::FileNotFound);
    EXPECT_EQ(missing.error().place.file, "/nowhere/x.citypanel");
    QTemporaryDir folder;
    const auto isFolder = load(folder.path());
    ASSERT_FALSE(isFolder);
    EXPECT_EQ(isFolder.error().code, ProblemCode::FileUnreadable);
}

} // namespace
} // namespace citypanel::project

// SPDX-License-Identifier: GPL-3.0-or-later
// 200 kills (SIGKILL) at random moments of editing and saving: every time the project opens again,
// and no edit that was acknowledged is lost.
#include "core/project/journal.h"
#include "core/project/project_file.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace citypanel::project {
namespace {

/// What the editor said before it died: the largest number of all, and of those saved.
struct Said {
    std::int64_t edited = 0;
    std::int64_t saved = 0;
};

Said parsed(const std::string& output) {
    Said said;
    std::size_t at = 0;
    for (std::size_t end = output.find('\n'); end != std::string::npos;
         at = end + 1, end = output.find('\n', at)) {
        const std::int64_t number = std::atoll(output.c_str() + at + 2);
        std::int64_t& largest = output[at] == 's' ? said.saved : said.edited;
        largest = std::max(largest, number);
    }
    return said;
}

/// Runs the editor until its first word and so many microseconds, then kills it.
Said runAndKill(const std::string& path, int microseconds) {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) {
        return {};
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl(CITYPANEL_EDITOR, CITYPANEL_EDITOR, path.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string output(1, '\0');
    if (::read(ends[0], output.data(), 1) == 1) {
        std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
    }
    ::kill(child, SIGKILL);
    char buffer[4096];
    for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof(buffer))) > 0;) {
        output.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the editor ended by itself, with " << status;
    return parsed(output);
}

TEST(KillSaving, LosesNothingIn200Kills) {
    constexpr int kills = 200;
    constexpr int longest = 60000; // microseconds, several rounds of editing and saving
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("study.citypanel"));
    std::mt19937_64 random(20240711);
    std::uniform_int_distribution<int> delay(0, longest);
    Said all;
    int leftBehind = 0;
    for (int i = 0; i < kills; ++i) {
        const Said said = runAndKill(path.toStdString(), delay(random));
        ASSERT_GT(said.edited, all.edited) << "kill " << i << ": it went back";
        all = {said.edited, std::max(all.saved, said.saved)};

        const auto file = load(path);
        if (all.saved > 0 || file || file.error().code != ProblemCode::FileNotFound) {
            ASSERT_TRUE(file) << "kill " << i << ": " << problemCodeName(file.error().code) << " "
                              << file.error().found;
            ASSERT_GE(file->settings.seed, all.saved) << "kill " << i;
        }
        std::int64_t newest = file ? file->settings.seed : 0;
        if (isLeftBehind(journalPathOf(path))) {
            ++leftBehind;
            if (const auto state = readJournal(journalPathOf(path))) {
                newest = std::max(newest, state->project.settings.seed);
            }
        }
        ASSERT_GE(newest, all.edited) << "kill " << i << ": acknowledged edits are lost";
    }
    EXPECT_GT(leftBehind, kills / 4) << "the kills hardly ever hit unsaved work";
    // One project, one half-written neighbour, one journal with its sources and lock at most.
    EXPECT_LE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 6);
    RecordProperty("edits", std::to_string(all.edited));
    RecordProperty("saves", std::to_string(all.saved));
    RecordProperty("left_behind", std::to_string(leftBehind));
}

} // namespace
} // namespace citypanel::project

// SPDX-License-Identifier: GPL-3.0-or-later
// Edits and saves a project without end, as the window does, and says what it has done; the test
// kills it. A state is numbered by the project's seed.
#include "core/project/journal.h"
#include "core/project/project_file.h"
#include "tests/support/example_project.h"

#include <QString>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <random>

namespace citypanel::project {
namespace {

void say(char what, std::int64_t number) {
    std::printf("%c %lld\n", what, static_cast<long long>(number));
    std::fflush(stdout);
}

[[noreturn]] void fail(const char* what, const Problem& problem) {
    std::fprintf(stderr, "%s: %s %s\n", what, problemCodeName(problem.code).c_str(),
                 problem.found.c_str());
    std::exit(1);
}

/// Bytes that do not compress, so that writing takes a while.
QByteArray noise(std::int64_t seed) {
    std::mt19937_64 random(static_cast<std::uint64_t>(seed));
    QByteArray bytes(200000, Qt::Uninitialized);
    for (char& byte : bytes) {
        byte = static_cast<char>(random());
    }
    return bytes;
}

Project edited(Project project) {
    const std::int64_t number = ++project.settings.seed;
    if (number % 5 == 1) { // a new source now and then, the old one gone
        project.sources = {sourceOf("noise.bin", noise(number))};
    }
    project.recipe = recipe::withStep(
        {}, recipe::FilterStep{.dropUnits = std::vector<std::string>(
                                   static_cast<std::size_t>(number % 100), "city")});
    return project;
}

/// The newest state there is: of the file, or of a journal left behind.
Project newest(const QString& path) {
    Project project;
    if (auto saved = load(path)) {
        project = *std::move(saved);
    } else if (saved.error().code != ProblemCode::FileNotFound) {
        fail("load", saved.error());
    }
    if (isLeftBehind(journalPathOf(path))) {
        if (auto state = readJournal(journalPathOf(path));
            state && state->project.settings.seed > project.settings.seed) {
            project = std::move(state->project);
        }
    }
    return project;
}

void run(const QString& path) {
    Project project = newest(path);
    auto saved = load(path);
    std::vector<Source> savedSources = saved ? saved->sources : std::vector<Source>{};
    std::optional<Journal> journal;
    for (;;) {
        project = edited(std::move(project));
        if (!journal) {
            auto opened = Journal::open(journalPathOf(path), path, savedSources);
            if (!opened) {
                fail("journal", opened.error());
            }
            journal = *std::move(opened);
        }
        if (const Status status = journal->append(project); !status) {
            fail("append", status.error());
        }
        say('e', project.settings.seed);
        if (project.settings.seed % 3 == 0) {
            if (const Status status = save(project, path); !status) {
                fail("save", status.error());
            }
            journal->remove();
            journal.reset();
            savedSources = project.sources;
            say('s', project.settings.seed);
        }
    }
}

} // namespace
} // namespace citypanel::project

int main(int argc, char** argv) {
    if (argc != 2) {
        return 2;
    }
    citypanel::project::run(QString::fromLocal8Bit(argv[1]));
}

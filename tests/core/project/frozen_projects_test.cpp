// SPDX-License-Identifier: GPL-3.0-or-later
// Files of every schema version, kept in tests/reference/projects, open, evaluate and keep all they
// hold.
#include "core/project/evaluate_project.h"
#include "core/project/project_file.h"
#include "core/project/project_json.h"
#include "core/report/archive.h"
#include "tests/support/example_project.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <variant>

namespace citypanel::project {
namespace {

QString pathOf(int version) {
    return QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/projects/v%1.citypanel")
        .arg(version);
}

/// What the sample of the present version holds: a table, steps of every kind, two studies.
Project sample() {
    QByteArray table("city,year,province,gdp,inv,price,gas,pilot0\n");
    const Panel panel = test::examplePanel();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        const auto text = [&](const char* name) {
            const Variable& column = *panel.find(name);
            return column.isMissingAt(row) ? QByteArray()
                   : column.isNumeric()
                       ? QByteArray::number(column.numbers()[row])
                       : QByteArray::fromStdString(std::string(column.textAt(row)));
        };
        QByteArrayList cells;
        for (const char* name :
             {"city", "year", "province", "gdp", "inv", "price", "gas", "pilot0"}) {
            cells.append(text(name));
        }
        table += cells.join(',') + '\n';
    }
    const std::vector<Source> sources{sourceOf("统计年鉴.csv", table)};
    ImportCache cache;
    NoProgress progress;
    Project project;
    project = withSources(std::move(project), sources, *detectTables(sources, cache, progress));
    for (sheets::ColumnLayout& column : project.plan.sheets[0].layout.columns) {
        column.isImported = column.isImported || column.name == "province";
    }
    project.recipe = test::exampleProject().recipe;
    // Those that take away, want another file or turn the panel round are off.
    constexpr std::array off{"drop", "rename", "filter", "merge", "reshape"};
    for (recipe::RecipeStep& step : project.recipe.steps) {
        step.enabled = std::find(off.begin(), off.end(), recipe::idOf(step.step)) == off.end();
    }
    project.studies = {{"t1", "描述性统计", study::DescriptivesStudy{.variables = {"gdp", "inv"}}},
                       {"t2", "Baseline", study::RegressionStudy{}}};
    project.settings = {.tableLanguage = "en", .tableStyle = "default", .seed = 20240711};
    return project;
}

/// Run by hand, with --gtest_also_run_disabled_tests, when the schema version is raised.
TEST(FrozenProjects, DISABLED_FreezeThePresentVersion) {
    ASSERT_TRUE(save(sample(), pathOf(schemaVersion)));
}

TEST(FrozenProjects, OfEveryVersionOpenAndEvaluate) {
    for (int version = 1; version <= schemaVersion; ++version) {
        const auto project = load(pathOf(version));
        ASSERT_TRUE(project) << version;
        EXPECT_FALSE(project->recipe.steps.empty());
        for (const recipe::RecipeStep& step : project->recipe.steps) {
            EXPECT_FALSE(std::holds_alternative<recipe::UnknownStep>(step.step))
                << recipe::idOf(step.step);
        }
        for (const study::ProjectStudy& study : project->studies) {
            EXPECT_FALSE(std::holds_alternative<study::UnknownStudy>(study.study)) << study.key;
        }
        EvaluationCache cache;
        NoProgress progress;
        const auto evaluation = evaluate(*project, cache, progress);
        ASSERT_TRUE(evaluation);
        for (const Problem& problem : evaluation->recipe.problems()) {
            ADD_FAILURE() << problem.place.step << " " << problemCodeName(problem.code) << " "
                          << problem.place.variable << " " << problem.found;
        }
        EXPECT_TRUE(evaluation->recipe.isComplete());
        EXPECT_GT(evaluation->recipe.result().rowCount(), 0U);
        EXPECT_NE(evaluation->recipe.result().find("capital"), nullptr);
    }
}

TEST(FrozenProjects, OfThePresentVersionAreWrittenAgainAsTheyStand) {
    QFile file(pathOf(schemaVersion));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto before = report::unpacked(file.readAll());
    ASSERT_TRUE(before);
    const auto after = report::unpacked(*toBytes(*load(pathOf(schemaVersion))));
    EXPECT_EQ(*before, *after);
}

} // namespace
} // namespace citypanel::project

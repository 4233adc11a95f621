// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every kind of step: declared effect, dependencies, renaming, rejection.
#include "core/recipe/evaluation.h"
#include "core/recipe/step.h"
#include "tests/support/example_recipe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

using test::examplePanel;
using test::exampleSteps;

class EveryStep : public ::testing::TestWithParam<Step> {};

std::string nameOfCase(const ::testing::TestParamInfo<Step>& info) {
    return std::string(idOf(info.param));
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryStep, ::testing::ValuesIn(exampleSteps()), nameOfCase);

TEST(Steps, HaveAnExampleEach) {
    std::vector<std::string_view> ids;
    for (const Step& step : exampleSteps()) {
        ids.push_back(idOf(step));
    }
    EXPECT_EQ(ids, stepIds()) << "a new kind of step needs an example in example_recipe.h";
}

bool isSameColumn(const Variable& a, const Variable& b) {
    return a.contentHash() == b.contentHash() && a.label() == b.label() &&
           a.unitOfMeasure() == b.unitOfMeasure();
}

Panel applied(const Step& step, const Panel& panel) {
    NoProgress progress;
    auto outcome = applyStep(step, panel, "s1", progress);
    EXPECT_TRUE(outcome) << problemCodeName(outcome ? ProblemCode::Internal : outcome.error().code)
                         << " " << (outcome ? "" : outcome.error().place.variable);
    return outcome ? outcome->panel : panel;
}

TEST_P(EveryStep, PassesItsCheckAndRuns) {
    EXPECT_TRUE(checkStep(GetParam(), columnsOf(examplePanel())).empty());
    applied(GetParam(), examplePanel());
}

TEST_P(EveryStep, LeavesTheColumnsItDeclares) {
    const Panel before = examplePanel();
    const Panel after = applied(GetParam(), before);
    const ColumnEffect effect = effectOf(GetParam(), columnsOf(before));
    EXPECT_EQ(columnsAfter(columnsOf(before), effect).names(), columnsOf(after).names());
    if (effect.selectsRows) {
        return;
    }
    std::set<std::string> touched;
    for (const auto* columns : {&effect.adds, &effect.changes}) {
        for (const ColumnInfo& info : *columns) {
            touched.insert(info.name);
        }
    }
    for (const ColumnRename& change : effect.renames) {
        touched.insert(change.to);
    }
    for (const Variable& column : after.columns()) {
        if (!touched.contains(column.name())) {
            EXPECT_TRUE(column.sharesValuesWith(*before.find(column.name()))) << column.name();
        }
    }
}

TEST_P(EveryStep, ReadsOnlyTheColumnsItDeclares) {
    const Panel full = examplePanel();
    const ColumnEffect effect = effectOf(GetParam(), columnsOf(full));
    Panel needed = full;
    for (const Variable& column : full.columns()) {
        const bool isKept = column.name() == "city" || column.name() == "year" ||
                            std::find(effect.needs.begin(), effect.needs.end(), column.name()) !=
                                effect.needs.end();
        needed = isKept ? needed : needed.withoutVariable(column.name());
    }
    const Panel all = applied(GetParam(), full);
    const Panel some = applied(GetParam(), needed);
    for (const Variable& column : some.columns()) {
        EXPECT_TRUE(isSameColumn(column, *all.find(column.name()))) << column.name();
    }
}

TEST_P(EveryStep, FollowsRenamedColumns) {
    const Panel before = examplePanel();
    std::map<std::string, std::string> names;
    Panel renamedPanel = before;
    for (const char* name : {"province", "gdp", "inv", "price", "gas", "pilot0"}) {
        names[name] = std::string("new ") + name; // a blank: expressions must quote it
        renamedPanel = renamedPanel.renamed(name, names[name]);
    }
    const Step step = renamed(GetParam(), names);
    EXPECT_TRUE(checkStep(step, columnsOf(renamedPanel)).empty());
    const Panel expected = applied(GetParam(), before);
    const Panel found = applied(step, renamedPanel);
    ASSERT_EQ(expected.columnCount(), found.columnCount());
    for (std::size_t i = 0; i < expected.columnCount(); ++i) {
        EXPECT_TRUE(isSameColumn(expected.columns()[i], found.columns()[i]))
            << found.columns()[i].name();
    }
}

TEST_P(EveryStep, RejectsColumnsThatAreNotThere) {
    const Panel full = examplePanel();
    const ColumnEffect effect = effectOf(GetParam(), columnsOf(full));
    for (const std::string& name : effect.needs) {
        if (name == "city" || name == "year") {
            continue;
        }
        const Problems problems = checkStep(GetParam(), columnsOf(full.withoutVariable(name)));
        EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
            return problem.code == ProblemCode::VariableUnknown && problem.place.variable == name;
        })) << name;
    }
}

TEST_P(EveryStep, RejectsNamesThatAreTaken) {
    const Panel full = examplePanel();
    for (const ColumnInfo& made : effectOf(GetParam(), columnsOf(full)).adds) {
        const auto taken =
            full.withVariable(Variable::numeric(made.name, std::vector<double>(11, 1.0)));
        const Problems problems = checkStep(GetParam(), columnsOf(*taken));
        EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
            return problem.code == ProblemCode::VariableDuplicate &&
                   problem.place.variable == made.name;
        })) << made.name;
    }
}

TEST_P(EveryStep, CanBeMadeFromItsIdAndChecksItsDefaults) {
    const auto step = stepOfId(idOf(GetParam()));
    ASSERT_TRUE(step);
    EXPECT_EQ(step->index(), GetParam().index());
    // Incomplete parameters give problems, not crashes; a filter without conditions is complete.
    const bool isComplete = idOf(*step) == "filter" || idOf(*step) == "coverage";
    EXPECT_EQ(checkStep(*step, columnsOf(examplePanel())).empty(), isComplete);
    EXPECT_EQ(checkStep(*step, {}).empty(), isComplete);
    EXPECT_LE(effectOf(*step, {}).adds.size(), 1U);
}

TEST_P(EveryStep, MarksTheCellsItMade) {
    const Panel before = examplePanel();
    const ColumnEffect effect = effectOf(GetParam(), columnsOf(before));
    const Panel after = applied(GetParam(), before);
    if (effect.keys) {
        return; // a reshaped cell is the same cell
    }
    for (const ColumnInfo& info : effect.adds) {
        const Variable& made = *after.find(info.name);
        ASSERT_EQ(made.origins().size(), made.size());
        EXPECT_EQ(made.origins().at(0).kind, OriginKind::Computed);
        EXPECT_EQ(made.origins().at(0).step, "s1");
    }
    if (effect.selectsRows || !effect.renames.empty()) {
        return;
    }
    for (const ColumnInfo& info : effect.changes) {
        const Variable& old = *before.find(info.name);
        const Variable& changed = *after.find(info.name);
        for (std::size_t row = 0; row < old.size(); ++row) {
            const bool isSame = old.numbers()[row] == changed.numbers()[row] ||
                                (old.isMissingAt(row) && changed.isMissingAt(row));
            EXPECT_EQ(changed.origins().at(row).step, isSame ? "" : "s1") << info.name << row;
        }
    }
}

} // namespace
} // namespace citypanel::recipe

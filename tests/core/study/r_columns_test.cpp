// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of tables against R: lm, plm, AER::ivreg and sandwich on the same data, to 1e-8. Runs
// where R and these packages are; columns.R prints what it found.
#include "tests/core/study/study_support.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::grunfeld;
using citypanel::testing::IsNear;

struct Computed {
    std::string term;
    double estimate = missingValue;
    double stdError = missingValue;
};

bool hasR() {
    return std::system("Rscript --vanilla -e 'quit(status = !all(sapply(c(\"plm\", \"AER\", "
                       "\"sandwich\"), requireNamespace, quietly = TRUE)))' >/dev/null 2>&1") == 0;
}

std::map<std::string, Computed> columnsOfR() {
    const std::string folder = std::string(CITYPANEL_SOURCE_DIR) + "/tests/";
    const std::string command = "Rscript --vanilla '" + folder + "core/study/columns.R' '" +
                                folder + "reference/estimators/data/grunfeld.csv'";
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    char buffer[512];
    while (pipe != nullptr && std::fgets(buffer, sizeof buffer, pipe) != nullptr) {
        output += buffer;
    }
    EXPECT_EQ(pipe == nullptr ? -1 : pclose(pipe), 0);
    std::map<std::string, Computed> columns;
    std::istringstream lines(output);
    for (std::string name, term, estimate, error;
         std::getline(lines, name, '\t') && std::getline(lines, term, '\t') &&
         std::getline(lines, estimate, '\t') && std::getline(lines, error);) {
        columns[name] = {term, std::strtod(estimate.c_str(), nullptr),
                         std::strtod(error.c_str(), nullptr)};
    }
    return columns;
}

RegressionColumn column(const char* name, const char* formula, const char* vcov) {
    RegressionColumn result;
    result.group = name;
    result.formula = formula;
    result.vcov = vcov;
    return result;
}

std::vector<RegressionColumn> columnsOfTables() {
    const char* two = "inv ~ value + capital | firm + year";
    std::vector<RegressionColumn> columns{
        column("ols_iid", "inv ~ value + capital", "iid"),
        column("ols_hc1", "inv ~ value + capital", "hc1"),
        column("ols_hc2", "inv ~ value + capital", "hc2"),
        column("ols_hc3", "inv ~ value + capital", "hc3"),
        column("firm_iid", "inv ~ value + capital | firm", "iid"),
        column("two_way_hc1", two, "hc1"),
        column("two_way_clustered", two, "cluster:firm"),
        column("group_by_year_hc1", "inv ~ value + capital | firm + big^year", "hc1"),
        column("interaction_hc1", "inv ~ value + capital + value:capital | firm + year", "hc1"),
        column("lagged_hc1", "inv ~ lag(value,1) + capital | firm + year", "hc1"),
        column("mediator_hc1", "log(capital) ~ value | firm + year", "hc1"),
        column("group_hc1", two, "hc1"),
        column("weighted_iid", "inv ~ value + capital | firm", "iid"),
        column("two_stage_hc1", "inv ~ capital | firm + year | value ~ lag(value,1)", "hc1")};
    columns[11].where = "big == 1";
    columns[12].weights = "capital";
    return columns;
}

void agree(const Table& table, const std::string& name, std::size_t column,
           const Computed& expected) {
    const auto& cell = cellOf<Coefficient>(table, "term:" + expected.term, column);
    EXPECT_THAT(cell.estimate, IsNear(expected.estimate)) << name;
    EXPECT_THAT(cell.stdError, IsNear(expected.stdError)) << name;
}

TEST(TablesAgainstR, EveryKindOfColumnAgrees) {
    if (!hasR()) {
        GTEST_SKIP() << "R with plm, AER and sandwich is not there";
    }
    const std::map<std::string, Computed> expected = columnsOfR();
    ASSERT_EQ(expected.size(), 15U);
    RegressionStudy study;
    study.columns = columnsOfTables();
    const StudyResult result = runOn(grunfeld(), study);
    for (std::size_t i = 0; i < study.columns.size(); ++i) {
        const std::string& name = study.columns[i].group;
        agree(tableOf(result, "regression"), name, i, expected.at(name));
    }
    RobustnessStudy robustness;
    robustness.model = proposedModel(grunfeld());
    robustness.model.outcome = "inv";
    robustness.model.core = {"value"};
    robustness.model.controls = {"capital"};
    robustness.model.vcov = "hc1";
    robustness.checks = {{.kind = CheckKind::LaggedInstrument}};
    const StudyResult stages = runOn(grunfeld(), robustness);
    agree(tableOf(stages, "robustness"), "first stage", 0, expected.at("first_stage_hc1"));
    agree(tableOf(stages, "robustness"), "second stage", 1, expected.at("two_stage_hc1"));
}

} // namespace
} // namespace citypanel::study

// SPDX-License-Identifier: GPL-3.0-or-later
// Studies on a panel made of real yearbooks, 271 cities 2011-2016, against the reference results of
// its makers (twelve digits, agreed with R). Runs where the shared data are. The numbers test
// software: four indicators, estimated energy and interpolated shares are no findings.
#include "tests/core/study/study_support.h"
#include "tests/support/csv_panel.h"
#include "tests/support/near.h"
#include "tests/support/shared_data.h"

#include <map>
#include <sstream>

namespace citypanel::study {
namespace {

using namespace fixtures;
using citypanel::testing::IsNear;
using citypanel::testing::readCsvPanel;
using citypanel::testing::sharedData;

struct Reference {
    double estimate = missingValue;
    double stdError = missingValue;
    double n = missingValue;
};

std::filesystem::path folder() {
    return sharedData() / "data/real/integrated";
}

/// By table and term.
std::map<std::pair<std::string, std::string>, Reference> references() {
    std::map<std::pair<std::string, std::string>, Reference> results;
    std::ifstream in(folder() / "reference_results.csv");
    for (std::string line; std::getline(in, line);) {
        std::vector<std::string> cells(1);
        bool isQuoted = false;
        for (const char c : line) {
            isQuoted = isQuoted != (c == '"');
            if (c == ',' && !isQuoted) {
                cells.emplace_back();
            } else if (c != '"') {
                cells.back() += c;
            }
        }
        const auto number = [&cells](std::size_t i) {
            return parseNumber(cells.at(i)).value_or(missingValue);
        };
        results[{cells[0], cells[1]}] = {number(2), number(3), number(4)};
    }
    return results;
}

class RealTables : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(folder() / "derived_2011_2016.csv")) {
            GTEST_SKIP() << "the real yearbooks are not there";
        }
        panel_ = readCsvPanel(folder() / "derived_2011_2016.csv", "code", "year");
        references_ = references();
    }

    static StudyModel model() {
        StudyModel model;
        model.outcome = "coor_w";
        model.core = {"index_w"};
        model.controls = {"econ_w", "fdi_w", "finan_w", "lnpd_w"};
        model.effects = {"code", "year"};
        model.vcov = "hc1";
        return model;
    }

    void agree(const Table& table, std::size_t column, const std::string& reference,
               const std::string& term, const std::string& referenceTerm = {}) {
        const std::string name = referenceTerm.empty() ? term : referenceTerm;
        ASSERT_TRUE(references_.count({reference, name})) << reference << " " << name;
        const Reference& expected = references_.at({reference, name});
        const auto& cell = cellOf<Coefficient>(table, "term:" + term, column);
        EXPECT_THAT(cell.estimate, IsNear(expected.estimate)) << reference << " " << name;
        EXPECT_THAT(cell.stdError, IsNear(expected.stdError)) << reference << " " << name;
        EXPECT_EQ(cellOf<Number>(table, "nobs", column).value, expected.n) << reference;
    }

    Panel panel_;
    std::map<std::pair<std::string, std::string>, Reference> references_;
};

TEST_F(RealTables, Baseline) {
    const StudyResult result = runOn(panel_, BaselineStudy{.model = model()});
    const Table& table = tableOf(result, "baseline");
    agree(table, 0, "T4 (1) no controls", "index_w");
    for (const char* term : {"index_w", "econ_w", "fdi_w", "finan_w", "lnpd_w"}) {
        agree(table, 1, "T4 (2) controls, se robust", term);
    }
}

TEST_F(RealTables, BaselineWithErrorsClusteredByCity) {
    BaselineStudy study{.model = model()};
    study.model.vcov.clear(); // clustered by the unit
    const StudyResult result = runOn(panel_, study);
    for (const char* term : {"index_w", "econ_w", "fdi_w", "finan_w", "lnpd_w"}) {
        agree(tableOf(result, "baseline"), 1, "T4 (2) controls, se code", term);
    }
}

TEST_F(RealTables, LaggedInstrumentAndProvinceByYear) {
    RobustnessStudy study{.model = model()};
    study.checks = {{.kind = CheckKind::LaggedInstrument},
                    {.kind = CheckKind::Effects, .effects = {"code", "province^year"}}};
    const StudyResult result = runOn(panel_, study);
    const Table& table = tableOf(result, "robustness");
    agree(table, 0, "T6 IV first stage", "lag(index_w,1)", "L_index_w");
    agree(table, 1, "T6 IV lag", "index_w");
    agree(table, 1, "T6 IV lag", "fdi_w");
    agree(table, 2, "T6 province x year FE", "index_w");
    // The instrument is weak, and the table shows it: F below Stock and Yogo's value.
    const auto& wald = cellOf<TestValue>(table, "kp_rk_wald_f", 1);
    EXPECT_LT(wald.statistic, wald.critical);
    EXPECT_EQ(cellOf<Number>(table, "dropped_singletons", 2).value, 12.0);
}

TEST_F(RealTables, GroupsByRankAndResource) {
    HeterogeneityStudy study{.model = model()};
    study.by = {"capital", "resource"};
    study.methods = {GroupTestMethod::Chow, GroupTestMethod::Suest};
    const StudyResult result = runOn(panel_, study);
    const Table& table = tableOf(result, "heterogeneity");
    for (std::size_t column = 0; column < 4; ++column) {
        const bool isFirst = column < 2;
        const bool isTrue =
            result.fits.at(std::to_string(column + 1))->nobs == (isFirst ? 156U : 660U);
        const char* reference = isFirst ? (isTrue ? "T7 provincial capitals" : "T7 ordinary cities")
                                        : (isTrue ? "T7 resource-based" : "T7 not resource-based");
        for (const char* term : {"index_w", "econ_w", "fdi_w", "finan_w", "lnpd_w"}) {
            agree(table, column, reference, term);
        }
    }
    // One group significant, the other not: no difference all the same.
    const Table& tests = tableOf(result, "tests");
    for (const Row& row : tests.rows) {
        if (row.role != RowRole::Heading) {
            EXPECT_NE(std::get<Phrase>(row.cells.back()).word, Word::VerdictUntested);
        }
    }
}

} // namespace
} // namespace citypanel::study

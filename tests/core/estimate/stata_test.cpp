// SPDX-License-Identifier: GPL-3.0-or-later
// Output printed by Stata's regress and xtreg, fe (eleven digits), with weights and missing values.
#include "core/estimate/estimate.h"
#include "reference.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <string>

namespace citypanel {
namespace {

using testing::IsNear;
using testing::Json;
using testing::numberAt;

/// Statistics are printed to eleven digits.
constexpr testing::Near printed{2e-9, 1e-10};

TEST(StataOutput, RegressAndXtregAgree) {
    const std::filesystem::path folder = testing::referenceFolder();
    if (!std::filesystem::exists(folder / "stata/xtreg.json")) {
        GTEST_SKIP() << "stata/xtreg.json is not there";
    }
    const Json json = testing::readJson(folder / "stata/xtreg.json");
    const Panel panel = testing::readCsvPanel(
        folder / json.get_child("cases").front().second.get<std::string>("data"), "firm", "time");
    int compared = 0;
    for (const auto& [key, entry] : json.get_child("cases")) {
        const std::string command = entry.get<std::string>("stata");
        const bool isWithin = command.find("xtreg, fe") == 0;
        if (!isWithin && command.find("regress") != 0) {
            continue;
        }
        SCOPED_TRACE(entry.get<std::string>("id"));
        // xtreg's vce(robust) is clustered by unit.
        const bool isClustered = command.find("cluster") != std::string::npos ||
                                 (isWithin && command.find("robust") != std::string::npos);
        const bool isRobust = !isClustered && command.find("robust") != std::string::npos;
        EstimateOptions options;
        options.vcov = *parseCovariance(isClustered ? "cluster:firm" : isRobust ? "hc1" : "iid");
        options.ssc = isWithin ? SmallSample::Xtreg : SmallSample::Reghdfe;
        options.weights = entry.get<std::string>("weights", "");
        NoProgress progress;
        const Result<Fit> fit =
            estimate(panel, entry.get<std::string>("formula"), options, progress);
        ASSERT_TRUE(fit) << problemCodeName(fit.error().code);
        for (const auto& [k, term] : entry.get_child("expect.terms")) {
            const std::string name = term.get<std::string>("name");
            const TermEstimate* found = fit->term(name == "_cons" ? "(Intercept)" : name);
            if (found == nullptr) {
                EXPECT_TRUE(isWithin && name == "_cons") << name;
                continue;
            }
            EXPECT_THAT(found->estimate, IsNear(*numberAt(term, "estimate"), printed)) << name;
            EXPECT_THAT(found->statistic, IsNear(*numberAt(term, "statistic"), printed)) << name;
        }
        ++compared;
    }
    EXPECT_EQ(compared, 36);
}

} // namespace
} // namespace citypanel

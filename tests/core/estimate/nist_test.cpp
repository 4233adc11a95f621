// SPDX-License-Identifier: GPL-3.0-or-later
// The eleven linear sets of the NIST Statistical Reference Datasets: at least nine correct digits.
#include "core/estimate/estimate.h"
#include "reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace citypanel {
namespace {

using testing::Json;

/// Log relative error: the number of correct digits, at most 15; absolute where the truth is zero.
double correctDigits(double actual, double certified) {
    const double error =
        certified == 0.0 ? std::abs(actual) : std::abs(actual - certified) / std::abs(certified);
    return error < 1e-15 ? 15.0 : -std::log10(error);
}

/// The digits that a help page claims for a set: coefficients, errors, residual sd, R-squared.
std::vector<double> claimedDigits(const std::string& language, const std::string& set) {
    std::ifstream page(std::filesystem::path(CITYPANEL_SOURCE_DIR) / "resources/help" / language /
                       "accuracy.md");
    const std::string start = "| " + set + " |";
    for (std::string line; std::getline(page, line);) {
        if (line.compare(0, start.size(), start) == 0) {
            std::replace(line.begin(), line.end(), '|', ' ');
            std::istringstream cells(line.substr(start.size()));
            return {std::istream_iterator<double>(cells), std::istream_iterator<double>()};
        }
    }
    return {};
}

TEST(Nist, EveryCoefficientHasNineDigits) {
    const std::filesystem::path folder = testing::ownReferenceFolder();
    const Json certified = testing::readJson(folder / "nist/certified.json");
    int sets = 0;
    for (const auto& [key, set] : certified.get_child("cases")) {
        const std::string id = set.get<std::string>("id");
        SCOPED_TRACE(id);
        const Panel panel = testing::readCsvPanel(folder / set.get<std::string>("data"), "", "");
        NoProgress progress;
        const Result<Fit> fit =
            estimate(panel, set.get<std::string>("formula"), EstimateOptions{}, progress);
        ASSERT_TRUE(fit) << problemCodeName(fit.error().code);
        double estimates = 15.0;
        double errors = 15.0;
        for (const auto& [k, term] : set.get_child("certified.terms")) {
            const TermEstimate* found = fit->term(term.get<std::string>("name"));
            ASSERT_NE(found, nullptr);
            estimates =
                std::min(estimates, correctDigits(found->estimate, term.get<double>("estimate")));
            errors =
                std::min(errors, correctDigits(found->stdError, term.get<double>("std_error")));
        }
        const double sd = correctDigits(fit->rmse, set.get<double>("certified.residual_sd"));
        const double r2 = correctDigits(fit->rSquared, set.get<double>("certified.r_squared"));
        std::printf("%-9s estimates %4.1f  standard errors %4.1f  residual sd %4.1f  R2 %4.1f\n",
                    id.c_str(), estimates, errors, sd, r2);
        EXPECT_GE(estimates, 9.0);
        EXPECT_GE(errors, 9.0);
        EXPECT_GE(sd, 9.0);
        EXPECT_GE(r2, 9.0);
        const std::vector<double> measured{estimates, errors, sd, r2};
        for (const char* language : {"en", "zh"}) {
            const std::vector<double> claimed = claimedDigits(language, id);
            ASSERT_EQ(claimed.size(), measured.size()) << language;
            for (std::size_t i = 0; i < measured.size(); ++i) {
                // Last bits differ between processors and libraries: half a digit.
                EXPECT_NEAR(claimed[i], measured[i], 0.5) << language << " " << i;
            }
        }
        ++sets;
    }
    EXPECT_EQ(sets, 11);
}

} // namespace
} // namespace citypanel

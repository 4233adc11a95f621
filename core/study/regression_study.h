// SPDX-License-Identifier: GPL-3.0-or-later
// RegressionStudy: models side by side in one table, and a figure of the core regressors.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/estimate/estimator.h"
#include "core/panel/panel.h"
#include "core/study/study_result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// One model of a regression table.
struct RegressionColumn {
    FormulaText formula{};    ///< as parseModelFormula reads it
    std::string vcov = "iid"; ///< as parseCovariance reads it
    SmallSample ssc = SmallSample::Reghdfe;
    ExpressionText weights{}; ///< empty: none
    WeightKind weightKind = WeightKind::Analytic;
    ExpressionText where{}; ///< rows where it is not true are left out; empty: all rows
    std::string group{};    ///< heading over the column, in the user's words
    Estimator estimator = Estimator::LeastSquares;

    static constexpr auto fields() {
        return FieldList{field("formula", &RegressionColumn::formula),
                         field("vcov", &RegressionColumn::vcov),
                         field("ssc", &RegressionColumn::ssc),
                         field("weights", &RegressionColumn::weights),
                         field("weight_kind", &RegressionColumn::weightKind),
                         field("where", &RegressionColumn::where),
                         field("group", &RegressionColumn::group),
                         field("estimator", &RegressionColumn::estimator)};
    }

    friend bool operator==(const RegressionColumn&, const RegressionColumn&) = default;
};

/// A row under the coefficients.
enum class StatisticRow : std::uint8_t {
    Nobs,
    DroppedRows, ///< a row for each reason that occurs
    Clusters,
    RSquared,
    AdjRSquared,
    WithinRSquared,
    AdjWithinRSquared,
    Rmse,
    FStatistic,
    MeanOutcome,
    InstrumentTests,
};

constexpr auto enumNames(StatisticRow) {
    return std::array{EnumName{StatisticRow::Nobs, "nobs"},
                      EnumName{StatisticRow::DroppedRows, "dropped"},
                      EnumName{StatisticRow::Clusters, "clusters"},
                      EnumName{StatisticRow::RSquared, "r_squared"},
                      EnumName{StatisticRow::AdjRSquared, "adj_r_squared"},
                      EnumName{StatisticRow::WithinRSquared, "within_r_squared"},
                      EnumName{StatisticRow::AdjWithinRSquared, "adj_within_r_squared"},
                      EnumName{StatisticRow::Rmse, "rmse"},
                      EnumName{StatisticRow::FStatistic, "f_statistic"},
                      EnumName{StatisticRow::MeanOutcome, "mean_outcome"},
                      EnumName{StatisticRow::InstrumentTests, "instrument_tests"}};
}

/// The rows under the coefficients unless other ones are asked for.
[[nodiscard]] std::vector<StatisticRow> defaultStatisticRows();

struct RegressionStudy {
    static constexpr std::string_view id = "regression";

    std::string title{}; ///< caption; empty: made from the outcomes
    std::vector<RegressionColumn> columns{};
    std::vector<std::string> core{}; ///< terms of interest; empty: the first term of each column
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &RegressionStudy::title),
                         field("columns", &RegressionStudy::columns),
                         field("core", &RegressionStudy::core),
                         field("statistics", &RegressionStudy::statistics)};
    }

    /// A table of the models ("regression") and a figure of the core coefficients
    /// ("coefficients"). A model that cannot be estimated leaves its column empty and gives a
    /// problem whose place.column is its number; where none can be, there is neither table nor
    /// figure.
    /// Problem: Cancelled; OptionInvalid when there are no columns.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const RegressionStudy&, const RegressionStudy&) = default;
};

} // namespace citypanel::study

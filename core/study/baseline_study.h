// SPDX-License-Identifier: GPL-3.0-or-later
// BaselineStudy: the columns of a baseline table from the roles of its variables.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"
#include "core/study/study_result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// Which columns stand side by side.
enum class BaselineColumns : std::uint8_t {
    ByRegressor,      ///< the first core regressor alone, then each with all controls
    StepwiseControls, ///< the core regressors alone, then one control more a column
    StepwiseEffects,  ///< no effects, then one effect more a column, all regressors in each
};

constexpr auto enumNames(BaselineColumns) {
    return std::array{
        EnumName{BaselineColumns::ByRegressor, "by_regressor"},
        EnumName{BaselineColumns::StepwiseControls, "stepwise_controls"},
        EnumName{BaselineColumns::StepwiseEffects, "stepwise_effects"},
    };
}

struct BaselineStudy {
    static constexpr std::string_view id = "baseline";

    std::string title{}; ///< caption; empty: made from the outcome
    StudyModel model{};
    BaselineColumns columns = BaselineColumns::ByRegressor;
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &BaselineStudy::title),
                         field("model", &BaselineStudy::model),
                         field("columns", &BaselineStudy::columns),
                         field("statistics", &BaselineStudy::statistics)};
    }

    /// The same table as a list of models, to be changed column by column.
    [[nodiscard]] RegressionStudy asRegression(const Panel& panel) const;

    /// A table ("baseline") and a figure of the core coefficients ("coefficients"), as those of
    /// RegressionStudy, and the binned scatter of outcome and first core regressor ("scatter").
    /// Problems: OptionInvalid (no outcome, no core regressor), Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const BaselineStudy&, const BaselineStudy&) = default;
};

} // namespace citypanel::study

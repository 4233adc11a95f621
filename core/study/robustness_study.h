// SPDX-License-Identifier: GPL-3.0-or-later
// RobustnessStudy: a battery of variations of one model in one table.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/placebo.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"
#include "core/study/study_result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// What a check changes.
enum class CheckKind : std::uint8_t {
    LaggedInstrument, ///< two columns: the regressor on its lag; 2SLS with that instrument
    Restrict,         ///< only rows where `expression` is true
    Effects,          ///< `effects` in place of the model's
    MedianSplit,      ///< two columns: `expression` (empty: the regressor) up to, above its median
    ReplaceOutcome,   ///< `expression` is the outcome
    ReplaceRegressor, ///< `expression` is the first core regressor
    LagRegressors,    ///< core regressors `lags` periods before
    Clustering,       ///< `vcov` in place of the model's
    Winsorising,      ///< the model's columns clipped at `lower`, `upper` per cent once more
    DropPeriods,      ///< without `periods`
    Placebo,          ///< no column: a table and a figure of the regressor dealt out at random
};

constexpr auto enumNames(CheckKind) {
    return std::array{
        EnumName{CheckKind::LaggedInstrument, "lagged_instrument"},
        EnumName{CheckKind::Restrict, "restrict"},
        EnumName{CheckKind::Effects, "effects"},
        EnumName{CheckKind::MedianSplit, "median_split"},
        EnumName{CheckKind::ReplaceOutcome, "replace_outcome"},
        EnumName{CheckKind::ReplaceRegressor, "replace_regressor"},
        EnumName{CheckKind::LagRegressors, "lag_regressors"},
        EnumName{CheckKind::Clustering, "clustering"},
        EnumName{CheckKind::Winsorising, "winsorising"},
        EnumName{CheckKind::DropPeriods, "drop_periods"},
        EnumName{CheckKind::Placebo, "placebo"},
    };
}

/// One check; the fields its kind does not name are not used.
struct RobustnessCheck {
    CheckKind kind = CheckKind::LaggedInstrument;
    std::string label{}; ///< heading over its columns; empty: made from the kind
    ExpressionText expression{};
    std::vector<ExpressionText> effects{};
    std::string vcov{};
    std::int64_t lags = 1; ///< also of the instrument
    double lower = 5;      ///< per cent
    double upper = 95;     ///< per cent
    std::vector<std::int64_t> periods{};
    PlaceboScheme scheme = PlaceboScheme::WithinPeriod;
    std::int64_t reps = 500;
    std::int64_t seed = 1;

    static constexpr auto fields() {
        return FieldList{field("kind", &RobustnessCheck::kind),
                         field("label", &RobustnessCheck::label),
                         field("expression", &RobustnessCheck::expression),
                         field("effects", &RobustnessCheck::effects),
                         field("vcov", &RobustnessCheck::vcov),
                         field("lags", &RobustnessCheck::lags),
                         field("lower", &RobustnessCheck::lower),
                         field("upper", &RobustnessCheck::upper),
                         field("periods", &RobustnessCheck::periods),
                         field("scheme", &RobustnessCheck::scheme),
                         field("reps", &RobustnessCheck::reps),
                         field("seed", &RobustnessCheck::seed)};
    }

    friend bool operator==(const RobustnessCheck&, const RobustnessCheck&) = default;
};

struct RobustnessStudy {
    static constexpr std::string_view id = "robustness";

    std::string title{};
    StudyModel model{}; ///< its first core regressor is the one that is checked
    std::vector<RobustnessCheck> checks{};
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &RobustnessStudy::title),
                         field("model", &RobustnessStudy::model),
                         field("checks", &RobustnessStudy::checks),
                         field("statistics", &RobustnessStudy::statistics)};
    }

    /// A table ("robustness") with the checks' columns in order, a figure of their coefficients
    /// ("coefficients"), and for each placebo a table ("placebo", "placebo_2", ...) and the density
    /// of its estimates ("placebo_density", ...). Under a median split stands the test that its two
    /// coefficients are equal. A check that fails leaves its column empty and gives a problem whose
    /// place.step is the column's number. Problems: OptionInvalid (no outcome, core regressor,
    /// check), Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const RobustnessStudy&, const RobustnessStudy&) = default;
};

/// The checks of a usual paper: lagged instrument, effects of region by period where `region` is
/// given, median split, placebo.
[[nodiscard]] std::vector<RobustnessCheck> usualChecks(const Panel& panel,
                                                       const std::string& region = {});

} // namespace citypanel::study

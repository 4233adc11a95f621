// SPDX-License-Identifier: GPL-3.0-or-later
// MechanismStudy: through which variables the core regressor works.
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

enum class MechanismSteps : std::uint8_t {
    Two,   ///< the mediator on the regressor; the rest by theory. Jiang (2022)
    Three, ///< total effect, mediator, outcome on both, tests of the product. Baron, Kenny (1986)
};

constexpr auto enumNames(MechanismSteps) {
    return std::array{EnumName{MechanismSteps::Two, "two"},
                      EnumName{MechanismSteps::Three, "three"}};
}

struct MechanismStudy {
    static constexpr std::string_view id = "mechanism";

    std::string title{};
    StudyModel model{}; ///< its first core regressor is the one that is mediated
    std::vector<ExpressionText> mediators{};
    MechanismSteps steps = MechanismSteps::Two;
    std::int64_t reps = 0; ///< three steps: bootstrap by unit of the indirect effect; 0: none
    std::int64_t seed = 1;
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &MechanismStudy::title),
                         field("model", &MechanismStudy::model),
                         field("mediators", &MechanismStudy::mediators),
                         field("steps", &MechanismStudy::steps),
                         field("reps", &MechanismStudy::reps),
                         field("seed", &MechanismStudy::seed),
                         field("statistics", &MechanismStudy::statistics)};
    }

    /// A table ("mechanism"): a column a mediator, or three columns a mediator on the rows where it
    /// is there; and with two steps a figure ("coefficients") of the standardised coefficients. A
    /// mediator that fails leaves its columns empty and gives a problem whose place.step is the
    /// column's number. Problems: OptionInvalid (no outcome, core regressor, mediator), Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const MechanismStudy&, const MechanismStudy&) = default;
};

} // namespace citypanel::study

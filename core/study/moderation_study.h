// SPDX-License-Identifier: GPL-3.0-or-later
// ModerationStudy: how the effect of the core regressor changes with another variable.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"
#include "core/study/study_result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

struct ModerationStudy {
    static constexpr std::string_view id = "moderation";

    std::string title{};
    StudyModel model{}; ///< its first core regressor is the one that is moderated
    std::vector<ExpressionText> moderators{};
    std::vector<double> percentiles{10, 25, 50, 75, 90}; ///< where effects are tabulated
    std::int64_t points = 41;                            ///< of the figure's line
    std::vector<StatisticRow> statistics = defaultStatisticRows();

    static constexpr auto fields() {
        return FieldList{field("title", &ModerationStudy::title),
                         field("model", &ModerationStudy::model),
                         field("moderators", &ModerationStudy::moderators),
                         field("percentiles", &ModerationStudy::percentiles),
                         field("points", &ModerationStudy::points),
                         field("statistics", &ModerationStudy::statistics)};
    }

    /// Tables: "moderation" (a column a moderator: regressor, moderator, their product) and
    /// "margins" (the effect at the moderator's percentiles in the sample, at 0 and 1 of a flag).
    /// Figures: "margins_<moderator>", the effect over the moderator's range with its 95 % band,
    /// and "surface_<moderator>" (surfaceFigure) unless the moderator is a flag.
    /// A moderator that fails leaves its column empty and gives a problem whose place.step is the
    /// column's number. Problems: OptionInvalid (no outcome, core regressor, moderator), Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const ModerationStudy&, const ModerationStudy&) = default;
};

} // namespace citypanel::study

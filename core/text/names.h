// SPDX-License-Identifier: GPL-3.0-or-later
// Names of choices and states, and one-line descriptions of specifications and of what steps did.
#pragma once

#include "core/estimate/estimate.h"
#include "core/frontier/efficiency_scores.h"
#include "core/frontier/productivity.h"
#include "core/panel/origin.h"
#include "core/panel/sample.h"
#include "core/panel/variable.h"
#include "core/recipe/evaluation.h"
#include "core/study/descriptives_study.h"
#include "core/study/regression_study.h"
#include "core/text/language.h"

#include <string>

namespace citypanel::text {

// One overload a kind; each a switch without default.
[[nodiscard]] Bilingual nameIn(ExclusionReason reason);
[[nodiscard]] Bilingual nameIn(DropReason reason);
[[nodiscard]] Bilingual nameIn(CovarianceKind kind);
[[nodiscard]] Bilingual nameIn(SmallSample convention);
[[nodiscard]] Bilingual nameIn(WeightKind kind);
[[nodiscard]] Bilingual nameIn(VariableType type);
[[nodiscard]] Bilingual nameIn(OriginKind kind);
[[nodiscard]] Bilingual nameIn(frontier::EfficiencyStatus status);
[[nodiscard]] Bilingual nameIn(frontier::ProductivityIndex index);
[[nodiscard]] Bilingual nameIn(recipe::StepState state);
[[nodiscard]] Bilingual nameIn(study::StatisticRow row);
[[nodiscard]] Bilingual nameIn(study::SummaryStatistic statistic);

/// The name in a language: `name(ExclusionReason::Lag, Language::Chinese)`.
template <typename Kind>
[[nodiscard]] std::string name(Kind kind, Language language) {
    return std::string(nameIn(kind).in(language));
}

/// "standard errors clustered by city and year".
[[nodiscard]] std::string describe(const CovarianceSpec& spec, Language language);

/// "Super-SBM (VRS, global)".
[[nodiscard]] std::string describe(const frontier::EfficiencyModel& model, Language language);

/// What a step changed: "12 values filled, 3 clipped; 40 rows removed"; "nothing changed".
[[nodiscard]] std::string describe(const recipe::StepReport& report, Language language);

} // namespace citypanel::text

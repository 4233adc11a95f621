// SPDX-License-Identifier: GPL-3.0-or-later
// The models of studies by roles as columns of one table, for programs that estimate them again.
#pragma once

#include "core/panel/panel.h"
#include "core/study/study.h"

namespace citypanel::text {

/// The columns in the order of the study's table. One without a formula is no regression that the
/// other program is asked for (a median split, winsorising once more, a placebo); its group says
/// what it is.
[[nodiscard]] study::RegressionStudy modelsOf(const study::BaselineStudy& study,
                                              const Panel& panel);
[[nodiscard]] study::RegressionStudy modelsOf(const study::MechanismStudy& study,
                                              const Panel& panel);
[[nodiscard]] study::RegressionStudy modelsOf(const study::RobustnessStudy& study,
                                              const Panel& panel);
[[nodiscard]] study::RegressionStudy modelsOf(const study::HeterogeneityStudy& study,
                                              const Panel& panel);
[[nodiscard]] study::RegressionStudy modelsOf(const study::ModerationStudy& study,
                                              const Panel& panel);
/// The main specification alone.
[[nodiscard]] study::RegressionStudy modelsOf(const study::SpecificationStudy& study,
                                              const Panel& panel);

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Studies to start from: the roles of the variables are those of the studies that are there.
#pragma once

#include "core/panel/panel.h"
#include "core/study/study.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// Columns that divide the rows into two to eight groups: texts, categories and flags, keys and
/// constant columns left out; in the panel's order.
[[nodiscard]] std::vector<std::string> groupingColumns(const Panel& panel);

/// The model that a study is about: its own, or of a table of regressions the one with most terms.
/// Nothing for descriptives, studies of another version and formulas with an instrument.
[[nodiscard]] std::optional<StudyModel> modelOf(const Study& study);

/// The model of the first study that has one with outcome and core regressor; without any, effects
/// of unit and period.
[[nodiscard]] StudyModel commonModel(std::span<const ProjectStudy> studies, const Panel& panel);

/// A study of that kind about the common model, with the choices of a usual paper: every grouping
/// of heterogeneity but one is left to be ticked, the battery of usualChecks, every subset of at
/// most eight controls, the model's variables described. What nobody can guess (mediators,
/// moderators) stays empty. Nothing for an unknown id.
[[nodiscard]] std::optional<Study>
proposedStudy(std::string_view id, std::span<const ProjectStudy> studies, const Panel& panel);

} // namespace citypanel::study

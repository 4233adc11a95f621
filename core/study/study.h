// SPDX-License-Identifier: GPL-3.0-or-later
// Study: one specification of tables and figures as a value; the list of all there are.
#pragma once

#include "core/study/baseline_study.h"
#include "core/study/descriptives_study.h"
#include "core/study/heterogeneity_study.h"
#include "core/study/mechanism_study.h"
#include "core/study/moderation_study.h"
#include "core/study/regression_study.h"
#include "core/study/robustness_study.h"
#include "core/study/specification_study.h"
#include "core/study/study_result.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace citypanel::study {

/// A study of a newer minor version: kept as it came and written back; it cannot run.
struct UnknownStudy {
    std::string name{}; ///< its id in the file
    std::string json{}; ///< its fields, as a JSON object

    /// Always StepUnknown.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;
    friend bool operator==(const UnknownStudy&, const UnknownStudy&) = default;
};

/// A new study is one new file and one line here (README.md).
using Study =
    std::variant<DescriptivesStudy, RegressionStudy, BaselineStudy, MechanismStudy, RobustnessStudy,
                 HeterogeneityStudy, ModerationStudy, SpecificationStudy, UnknownStudy>;

/// A study known to this version: has id and fields().
template <typename T>
concept KnownStudy = HasFields<T> && requires {
    T::id;
};

/// A study's place in a project. The key stays with it when it is renamed or edited.
struct ProjectStudy {
    std::string key{};  ///< unique in the project
    std::string name{}; ///< the user's; names the files of its tables and figures
    Study study{};

    friend bool operator==(const ProjectStudy&, const ProjectStudy&) = default;
};

/// Stable name of the study's kind ("regression"); an unknown study's name as read.
[[nodiscard]] std::string_view idOf(const Study& study);

/// A study of that kind with its default parameters; nothing for an unknown id.
[[nodiscard]] std::optional<Study> studyOfId(std::string_view id);

/// The ids of all kinds, in the order of the variant.
[[nodiscard]] std::vector<std::string_view> studyIds();

/// Estimates what the study asks for. Parts that fail are problems of the result; a Problem is
/// returned when nothing can be made, and Cancelled.
[[nodiscard]] Result<StudyResult> runStudy(const Study& study, const Panel& panel,
                                           Progress& progress);

} // namespace citypanel::study

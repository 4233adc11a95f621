// SPDX-License-Identifier: GPL-3.0-or-later
// The writers of study_code.h, one a program, and what they share.
#pragma once

#include "core/estimate/model_formula.h"
#include "core/text/study_code.h"

#include <optional>
#include <string>
#include <vector>

namespace citypanel::text {

/// A study, its panel and what is asked for, while it is written.
struct StudyTask {
    std::string name{};
    const Panel& panel;
    const ScriptStyle& style;
    ScriptKind kind;
};

[[nodiscard]] std::string stataCode(const study::RegressionStudy& study, const StudyTask& task);
[[nodiscard]] std::string stataCode(const study::DescriptivesStudy& study, const StudyTask& task);
[[nodiscard]] std::string stataStudyPreamble(const Panel& panel);

[[nodiscard]] std::string rCode(const study::RegressionStudy& study, const StudyTask& task);
[[nodiscard]] std::string rCode(const study::DescriptivesStudy& study, const StudyTask& task);
[[nodiscard]] std::string rStudyPreamble(ScriptKind kind);

/// "(1) y ~ x | city: standard errors clustered by city; rows with x > 0".
[[nodiscard]] std::string modelComment(const study::RegressionColumn& column, std::size_t number,
                                       Language language);

/// The variables that a study of statistics describes: its own, or every numeric column but keys.
[[nodiscard]] std::vector<std::string> describedVariables(const study::DescriptivesStudy& study,
                                                          const Panel& panel);

/// The reference level that must be written for a factor: the one given, or the first of a
/// category, whose own order other programs do not know; none where they find the first level by
/// themselves.
[[nodiscard]] std::optional<std::string> writtenReference(const Panel& panel, const Term& term,
                                                          const TermPart& factor);

/// The parts with a separator between them.
[[nodiscard]] std::string joinedBy(std::string_view separator,
                                   const std::vector<std::string>& parts);

/// In double quotes, quotes and backslashes escaped as R does.
[[nodiscard]] std::string inDoubleQuotes(std::string_view text);

} // namespace citypanel::text

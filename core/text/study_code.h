// SPDX-License-Identifier: GPL-3.0-or-later
// Studies as commands of Stata and R, which give the same numbers there.
#pragma once

#include "core/panel/panel.h"
#include "core/study/study.h"
#include "core/text/language.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::text {

/// What the commands are written for.
enum class ScriptKind : std::uint8_t {
    Stata,  ///< reghdfe, ivreghdfe, esttab
    Fixest, ///< R with fixest
    BaseR,  ///< R without packages
};

constexpr auto enumNames(ScriptKind) {
    return std::array{EnumName{ScriptKind::Stata, "stata"}, EnumName{ScriptKind::Fixest, "r"},
                      EnumName{ScriptKind::BaseR, "r-base"}};
}

/// What the tables of a script show, and the language of its comments.
struct ScriptStyle {
    int digits = 3;
    std::vector<double> stars{};              ///< thresholds of p
    std::string_view inference = "std_error"; ///< or statistic, p_value, interval, none
    Language language = Language::English;
};

/// The study as commands on the data in memory (Stata) or the data frame `panel` (R) that
/// studyCodePreamble prepared; its table goes to the file `name` with an ending of the program's.
/// Nothing for a study of a newer version.
[[nodiscard]] std::optional<std::string> studyCode(const study::Study& study,
                                                   const std::string& name, const Panel& panel,
                                                   const ScriptStyle& style, ScriptKind kind);

/// What the code of the studies rests on, after the data were read: packages, helpers, labels.
[[nodiscard]] std::string studyCodePreamble(const Panel& panel, ScriptKind kind);

} // namespace citypanel::text

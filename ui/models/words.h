// SPDX-License-Identifier: GPL-3.0-or-later
// Words of core/text in the language of the window, as QString.
#pragma once

#include "core/base/problem.h"
#include "core/panel/origin.h"
#include "core/recipe/step.h"
#include "core/text/language.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace citypanel::ui {

/// The language of the words below; the window sets it with its own. English until then.
void setWordsLanguage(text::Language language);
[[nodiscard]] text::Language wordsLanguage();

[[nodiscard]] inline QString qs(const std::string& text) {
    return QString::fromStdString(text);
}

/// A problem as one sentence, with what to do.
[[nodiscard]] QString problemSentence(const Problem& problem);
[[nodiscard]] QStringList problemLines(const Problems& problems);
/// Where it is: "yearbook.xlsx › Sheet1 › B17" or "gdp › 安庆 2016".
[[nodiscard]] QString placeText(const Place& place);

/// Name of a kind of step.
[[nodiscard]] QString stepTitle(std::string_view stepId);
/// What a step does, in one sentence.
[[nodiscard]] QString stepSentence(const recipe::Step& step, std::size_t mostNames = 0);
/// What a step changed, in one line.
[[nodiscard]] QString stepChanges(const recipe::StepReport& report);
/// Label of a step's field in its form, and of a value of an enumeration.
[[nodiscard]] QString fieldLabel(std::string_view field);
[[nodiscard]] QString optionLabel(std::string_view name);

/// "Read from yearbook.xlsx, sheet 2016, cell B17", "Interpolated by step 3", ...
[[nodiscard]] QString originText(const Origin& origin);
[[nodiscard]] QString originKindName(OriginKind kind);

} // namespace citypanel::ui

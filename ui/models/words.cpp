// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the language of the window.
#include "ui/models/words.h"

#include "core/text/names.h"
#include "core/text/problem_text.h"
#include "core/text/step_names.h"
#include "core/text/step_text.h"
#include "core/text/words.h"
#include "ui/models/step_names.h"

#include <string>
#include <utility>

namespace citypanel::ui {

namespace {

text::Language& current() {
    static text::Language language = text::Language::English;
    return language;
}

text::StepNames& namedSteps() {
    static text::StepNames steps;
    return steps;
}

Problem withStepNames(const Problem& problem) {
    return text::withStepNames(problem, namedSteps(), current());
}

} // namespace

void nameSteps(const recipe::Recipe& recipe) {
    namedSteps() = text::stepNames(recipe);
}

void setWordsLanguage(text::Language language) {
    current() = language;
}

text::Language wordsLanguage() {
    return current();
}

QString problemSentence(const Problem& problem) {
    const bool isOption =
        problem.code == ProblemCode::OptionInvalid || problem.code == ProblemCode::OptionMissing;
    // What does not fit in a unit of measure has a sentence of its own.
    if (!isOption || problem.place.variable == "unit_of_measure") {
        return qs(text::sentence(withStepNames(problem), current()));
    }
    // Forms show an option by its label; its name is for files and the command line.
    Problem labelled = withStepNames(problem);
    labelled.place.variable = text::fieldLabel(problem.place.variable, current());
    return qs(text::sentence(labelled, current()));
}

QStringList problemLines(const Problems& problems) {
    QStringList lines;
    for (const Problem& problem : problems) {
        lines.append(problemSentence(problem));
    }
    return lines;
}

QString placeText(const Place& place) {
    return qs(text::placeText(withStepNames({.place = place}).place, current()));
}

QString stepTitle(std::string_view stepId) {
    return qs(text::stepTitle(stepId, current()));
}

QString stepSentence(const recipe::Step& step, std::size_t mostNames) {
    return qs(text::stepSentence(step, current(), mostNames));
}

QString stepChanges(const recipe::StepReport& report) {
    return qs(text::capitalised(text::describe(report, current())));
}

QString fieldLabel(std::string_view field) {
    return qs(text::fieldLabel(field, current()));
}

QString optionLabel(std::string_view name) {
    return qs(text::optionLabel(name, current()));
}

QString originKindName(OriginKind kind) {
    return qs(text::name(kind, current()));
}

QString originText(const Origin& origin) {
    Origin named = origin;
    named.step = text::nameOfStep(origin.step, namedSteps(), current());
    return qs(text::originSentence(named, current()));
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of a report that are written in sentences share: a project's words and labels.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/project.h"
#include "core/report/phrase_labels.h"
#include "core/study/labels.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/report_words.h"
#include "core/text/step_text.h"
#include "core/text/words.h"

#include <string>
#include <vector>

namespace citypanel::project {

/// Says things of one project in one language.
class ReportSpeaker {
public:
    ReportSpeaker(const Project& project, const ProjectEvaluation& evaluation,
                  text::Language language)
        : project_(project)
        , evaluation_(evaluation)
        , panel_(evaluation.recipe.result())
        , language_(language)
        , labels_(project.report.labels, language) {
        // The report's labels also replace those that the files gave.
        study::Table columns;
        for (const Variable& variable : panel_.columns()) {
            columns.rows.push_back({.key = "variable:" + variable.name(),
                                    .label = study::variablePhrase(panel_, variable.name())});
        }
        labels_.learn(columns);
    }

protected:
    [[nodiscard]] static std::string count(std::size_t value) {
        return text::wholeNumber(static_cast<double>(value));
    }

    [[nodiscard]] std::string words(text::ReportWord word,
                                    const std::vector<std::string>& arguments = {}) const {
        return text::filledInOrder(text::reportWordPattern(word), language_, arguments);
    }

    [[nodiscard]] std::string said(const study::Phrase& phrase) const {
        return text::say(labels_.of(phrase), language_);
    }

    /// A sentence without its full stop, to be continued.
    [[nodiscard]] static std::string openEnded(std::string sentence) {
        for (const std::string_view stop : {".", "。"}) {
            if (sentence.ends_with(stop)) {
                sentence.resize(sentence.size() - stop.size());
            }
        }
        return sentence;
    }

    [[nodiscard]] std::string closed(std::string sentence) const {
        return openEnded(std::move(sentence)) + (language_ == text::Language::English ? "." : "。");
    }

    /// The report's label of a variable, the file's, or its name.
    [[nodiscard]] std::string label(const std::string& variable) const {
        const auto own = project_.report.labels.find(variable);
        return own != project_.report.labels.end() && !own->second.isEmpty()
                   ? own->second.in(language_)
                   : said(study::variablePhrase(panel_, variable));
    }

    /// Steps that ran, each with what it changed.
    template <typename Visit>
    void forEachStep(Visit visit) const {
        for (const recipe::RecipeStep& step : project_.recipe.steps) {
            const recipe::StepResult* result = evaluation_.recipe.find(step.key);
            if (result != nullptr && result->state == recipe::StepState::Done) {
                visit(step.step, result->report);
            }
        }
    }

    const Project& project_;
    const ProjectEvaluation& evaluation_;
    const Panel& panel_;
    text::Language language_;
    report::PhraseLabels labels_;
};

} // namespace citypanel::project

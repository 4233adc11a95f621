// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs on data, preparation and models.
#include "core/estimate/model_formula.h"
#include "core/project/report_results.h"
#include "core/project/report_speaker.h"
#include "core/project/report_text.h"
#include "core/study/expression_phrase.h"
#include "core/text/names.h"

#include <QString>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace citypanel::project {

namespace {

using text::Language;
using text::ReportWord;

constexpr std::size_t mostFilesNamed = 4;

/// A value in every row of a new variable: the paragraph need not count them.
bool onlyCalculates(const recipe::StepReport& report) {
    return report.rowsBefore == report.rowsAfter &&
           std::all_of(
               report.variables.begin(), report.variables.end(),
               [](const recipe::VariableChange& change) {
                   return change.filled + change.clipped + change.dropped + change.missing == 0;
               });
}

void addDistinct(std::vector<std::string>& items, std::string item) {
    if (std::find(items.begin(), items.end(), item) == items.end()) {
        items.push_back(std::move(item));
    }
}

/// The noun of a key column that both languages know.
ReportWord nounOf(const std::string& key, bool isUnit) {
    static constexpr std::array<std::pair<std::string_view, ReportWord>, 9> nouns{
        {{"city", ReportWord::Cities},
         {"城市", ReportWord::Cities},
         {"province", ReportWord::Provinces},
         {"省份", ReportWord::Provinces},
         {"county", ReportWord::Counties},
         {"县域", ReportWord::Counties},
         {"year", ReportWord::Years},
         {"年份", ReportWord::Years},
         {"年", ReportWord::Years}}};
    const auto* const known = std::find_if(nouns.begin(), nouns.end(),
                                           [&](const auto& noun) { return noun.first == key; });
    return known != nouns.end() ? known->second : isUnit ? ReportWord::Units : ReportWord::Periods;
}

/// Patterns have blanks around names, which may be Latin; between Chinese characters none stands.
std::string withoutBlanks(const std::string& sentence) {
    const auto isChinese = [](QChar c) {
        const char16_t unit = c.unicode();
        return (unit >= 0x3000 && unit <= 0x9FFF) || unit >= 0xFF00;
    };
    const QString text = QString::fromStdString(sentence);
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isInside = i > 0 && i + 1 < text.size();
        if (!(isInside && text[i] == QLatin1Char(' ') && isChinese(text[i - 1]) &&
              isChinese(text[i + 1]))) {
            result += text[i];
        }
    }
    return result.toStdString();
}

class MethodsWriter : ReportSpeaker {
public:
    using ReportSpeaker::ReportSpeaker;

    std::vector<std::string> paragraphs() {
        add(sample());
        sources();
        endParagraph();
        steps();
        endParagraph();
        models();
        endParagraph();
        return std::move(paragraphs_);
    }

private:
    void add(const std::string& sentence) {
        if (!paragraph_.empty() && language_ == Language::English) {
            paragraph_ += ' ';
        }
        paragraph_ += language_ == Language::Chinese ? withoutBlanks(sentence) : sentence;
    }

    void endParagraph() {
        if (!paragraph_.empty()) {
            paragraphs_.push_back(std::exchange(paragraph_, {}));
        }
    }

    [[nodiscard]] std::string sample() const {
        if (panel_.isCrossSection() || panel_.rowCount() == 0) {
            return words(ReportWord::CrossSection, {count(panel_.rowCount())});
        }
        const auto periods = panel_.distinctPeriods();
        return words(panel_.isBalanced() ? ReportWord::BalancedPanel : ReportWord::UnbalancedPanel,
                     {words(nounOf(panel_.keys().unit, true), {count(panel_.unitCount())}),
                      words(nounOf(panel_.keys().period, false), {count(periods.size())}),
                      std::to_string(periods.front()), std::to_string(periods.back()),
                      count(panel_.rowCount())});
    }

    void sources() {
        std::vector<std::string> files;
        for (const Source& source : project_.sources) {
            files.push_back(source.name);
        }
        if (files.size() > mostFilesNamed) {
            add(words(project_.report.hasDataAppendix ? ReportWord::SourcesListed
                                                      : ReportWord::SourcesInAll,
                      {count(files.size())}));
        } else if (!files.empty()) {
            add(words(ReportWord::Sources, {text::listed(files, language_)}));
        }
    }

    /// The step's sentence with labels in place of the names of variables.
    [[nodiscard]] std::string inLabels(const recipe::Step& step) const {
        if (const auto* calculation = std::get_if<recipe::CalculateStep>(&step)) {
            return words(study::isCondition(calculation->expression.text) ? ReportWord::Indicator
                                                                          : ReportWord::Formula,
                         {label(calculation->name),
                          said(study::expressionPhrase(panel_, calculation->expression.text))});
        }
        std::map<std::string, std::string> names;
        for (const Variable& variable : panel_.columns()) {
            names.emplace(variable.name(), label(variable.name()));
        }
        std::string sentence =
            labels_.inSentence(text::stepSentence(recipe::renamed(step, names), language_));
        // Labels in an expression are names in backquotes; what the step makes stands first.
        std::erase(sentence, '`');
        const std::string made = sentence.substr(0, sentence.find_first_of(" :,"));
        const std::string first = made.substr(0, made.find("："));
        if (const auto known = names.find(first); known != names.end()) {
            sentence.replace(0, first.size(), known->second);
        }
        return sentence;
    }

    void steps() {
        std::vector<std::string> sentences;
        forEachStep([&](const recipe::Step& step, const recipe::StepReport& report) {
            const std::string sentence = inLabels(step);
            sentences.push_back(
                onlyCalculates(report)
                    ? closed(sentence)
                    : words(ReportWord::StepAndChange,
                            {openEnded(sentence), text::describe(report, language_)}));
        });
        if (sentences.empty()) {
            add(words(ReportWord::NoSteps));
            return;
        }
        add(words(ReportWord::Preparation, {std::to_string(sentences.size())}));
        for (const std::string& sentence : sentences) {
            add(sentence);
        }
    }

    /// A sentence a table that has models behind it.
    void models() {
        std::size_t number = 0;
        for (const ReportResult& result : reportResults(project_, evaluation_.studies)) {
            if (!result.isIncluded || result.table == nullptr) {
                continue;
            }
            ++number;
            std::vector<const Fit*> fits;
            for (const study::Column& column : result.table->columns) {
                const auto fit = result.result->fits.find(column.key);
                if (fit != result.result->fits.end() && fit->second != nullptr) {
                    fits.push_back(fit->second.get());
                }
            }
            if (!fits.empty()) {
                add(sentenceOn(fits, number));
            }
        }
    }

    [[nodiscard]] std::string sentenceOn(const std::vector<const Fit*>& fits,
                                         std::size_t table) const {
        std::vector<std::string> outcomes;
        study::Phrase effects = study::phrase(study::Word::List);
        std::vector<std::string> errors;
        std::vector<std::string> estimators;
        for (const Fit* fit : fits) {
            addDistinct(outcomes, label(fit->outcome));
            for (const AbsorbedEffectCount& absorbed : fit->effects) {
                const study::Phrase effect = study::groupPhrase(panel_, absorbed.name);
                if (std::find(effects.arguments.begin(), effects.arguments.end(), effect) ==
                    effects.arguments.end()) {
                    effects.arguments.push_back(effect);
                }
            }
            if (const auto spec = parseCovariance(fit->vcov)) {
                addDistinct(errors, text::describe(*spec, language_));
            }
            addDistinct(estimators,
                        words(fit->instruments ? ReportWord::TwoStage : ReportWord::LeastSquares));
        }
        std::string sentence =
            words(ReportWord::Models,
                  {text::filledInOrder(text::tableWordPattern(text::TableWord::TableNumber),
                                       language_, {std::to_string(table)}),
                   std::to_string(fits.size()), text::listed(outcomes, language_),
                   text::listed(estimators, language_)});
        if (!effects.arguments.empty()) {
            sentence += words(ReportWord::WithEffects,
                              {said(study::phrase(study::Word::FixedEffect, {effects}))});
        }
        if (!errors.empty()) {
            sentence += words(ReportWord::WithErrors, {text::listed(errors, language_)});
        }
        return sentence + (language_ == Language::English ? "." : "。");
    }

    std::string paragraph_;
    std::vector<std::string> paragraphs_;
};

} // namespace

std::vector<std::string> methodsParagraphs(const Project& project,
                                           const ProjectEvaluation& evaluation, Language language) {
    return MethodsWriter(project, evaluation, language).paragraphs();
}

} // namespace citypanel::project

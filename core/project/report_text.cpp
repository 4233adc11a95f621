// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences on sample, sources, steps and models; the document of a report.
#include "core/project/report_text.h"

#include "core/estimate/model_formula.h"
#include "core/project/report_results.h"
#include "core/report/phrase_labels.h"
#include "core/report/typeset.h"
#include "core/study/labels.h"
#include "core/text/names.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/report_words.h"
#include "core/text/step_text.h"
#include "core/text/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

namespace citypanel::project {

namespace {

using text::Language;
using text::ReportWord;

std::string count(std::size_t value) {
    return text::wholeNumber(static_cast<double>(value));
}

/// A sentence without its full stop, to be continued.
std::string openEnded(std::string sentence) {
    for (const std::string_view stop : {".", "。"}) {
        if (sentence.ends_with(stop)) {
            sentence.resize(sentence.size() - stop.size());
        }
    }
    return sentence;
}

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

/// Says things of one project in one language.
class Writer {
public:
    Writer(const Project& project, const ProjectEvaluation& evaluation, Language language)
        : project_(project)
        , evaluation_(evaluation)
        , panel_(evaluation.recipe.result())
        , language_(language)
        , labels_(project.report.labels, language) {}

    std::string methods() {
        add(sample());
        if (!project_.sources.empty()) {
            std::vector<std::string> files;
            for (const Source& source : project_.sources) {
                files.push_back(source.name);
            }
            add(words(ReportWord::Sources, {text::listed(files, language_)}));
        }
        steps();
        models();
        return std::move(paragraph_);
    }

    std::vector<report::Block> appendix() {
        heading(ReportWord::SourcesHeading);
        for (const Source& source : project_.sources) {
            line(words(ReportWord::SourceFile,
                       {source.name, count(static_cast<std::size_t>(source.bytes.size())),
                        source.contentHash}));
        }
        const sheets::ImportReport& read = evaluation_.import;
        line(words(ReportWord::RowsRead,
                   {count(read.rowCount), count(read.valueCount), count(read.missingCount)}));
        heading(ReportWord::StepsHeading);
        stepLines();
        heading(ReportWord::VariablesHeading);
        blocks_.emplace_back(report::TableBlock{valuesByOrigin()});
        return std::move(blocks_);
    }

private:
    [[nodiscard]] std::string words(ReportWord word,
                                    const std::vector<std::string>& arguments = {}) const {
        return text::filledInOrder(text::reportWordPattern(word), language_, arguments);
    }

    void add(const std::string& sentence) {
        if (!paragraph_.empty() && language_ == Language::English) {
            paragraph_ += ' ';
        }
        paragraph_ += sentence;
    }

    void heading(ReportWord word) { blocks_.emplace_back(report::HeadingBlock{words(word)}); }

    void line(std::string sentence) {
        blocks_.emplace_back(report::ParagraphBlock{std::move(sentence), true});
    }

    [[nodiscard]] std::string sample() const {
        if (panel_.isCrossSection() || panel_.rowCount() == 0) {
            return words(ReportWord::CrossSection, {count(panel_.rowCount())});
        }
        const auto periods = panel_.distinctPeriods();
        return words(panel_.isBalanced() ? ReportWord::BalancedPanel : ReportWord::UnbalancedPanel,
                     {count(panel_.unitCount()), count(periods.size()),
                      std::to_string(periods.front()), std::to_string(periods.back()),
                      count(panel_.rowCount())});
    }

    [[nodiscard]] std::string closed(std::string sentence) const {
        return openEnded(std::move(sentence)) + (language_ == Language::English ? "." : "。");
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

    [[nodiscard]] std::string said(const recipe::Step& step) const {
        return labels_.inSentence(text::stepSentence(step, language_));
    }

    void steps() {
        std::vector<std::string> sentences;
        forEachStep([&](const recipe::Step& step, const recipe::StepReport& report) {
            const std::string sentence = said(step);
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

    void stepLines() {
        std::size_t number = 0;
        forEachStep([&](const recipe::Step& step, const recipe::StepReport& report) {
            line(words(ReportWord::NumberedStep,
                       {std::to_string(++number), text::stepTitle(recipe::idOf(step), language_),
                        closed(said(step)), text::describe(report, language_)}));
        });
        if (number == 0) {
            line(words(ReportWord::NoSteps));
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

    [[nodiscard]] std::string label(const std::string& variable) const {
        const auto own = project_.report.labels.find(variable);
        return own != project_.report.labels.end() && !own->second.isEmpty()
                   ? own->second.in(language_)
                   : text::say(labels_.of(study::variablePhrase(panel_, variable)), language_);
    }

    [[nodiscard]] std::string effect(const std::string& name) const {
        return text::say(
            labels_.of(study::phrase(study::Word::FixedEffect, {study::groupPhrase(panel_, name)})),
            language_);
    }

    [[nodiscard]] std::string sentenceOn(const std::vector<const Fit*>& fits,
                                         std::size_t table) const {
        std::vector<std::string> outcomes;
        std::vector<std::string> effects;
        std::vector<std::string> errors;
        std::vector<std::string> estimators;
        for (const Fit* fit : fits) {
            addDistinct(outcomes, label(fit->outcome));
            for (const AbsorbedEffectCount& absorbed : fit->effects) {
                addDistinct(effects, effect(absorbed.name));
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
        if (!effects.empty()) {
            sentence += words(ReportWord::WithEffects, {text::listed(effects, language_)});
        }
        if (!errors.empty()) {
            sentence += words(ReportWord::WithErrors, {text::listed(errors, language_)});
        }
        return sentence + (language_ == Language::English ? "." : "。");
    }

    /// Counts of values by origin, a row a variable.
    [[nodiscard]] study::Table valuesByOrigin() const {
        constexpr std::array kinds{OriginKind::Observed,  OriginKind::Interpolated,
                                   OriginKind::Clipped,   OriginKind::Computed,
                                   OriginKind::Corrected, OriginKind::Joined};
        study::Table table{.key = "origins"};
        table.title = study::own(words(ReportWord::ValuesByOrigin));
        table.rowHeading = study::phrase(study::Word::Variable);
        std::vector<OriginKind> used;
        std::copy_if(kinds.begin(), kinds.end(), std::back_inserter(used), [&](OriginKind kind) {
            return std::any_of(panel_.columns().begin(), panel_.columns().end(),
                               [&](const Variable& v) { return valuesOf(v, kind) > 0; });
        });
        table.columns.push_back({.key = "values", .title = study::own(words(ReportWord::Values))});
        for (const OriginKind kind : used) {
            table.columns.push_back(
                {.key = std::to_string(static_cast<int>(kind)),
                 .title = study::own(text::capitalised(text::name(kind, language_)))});
        }
        table.columns.push_back({.key = "missing", .title = study::phrase(study::Word::Missing)});
        for (const Variable& variable : panel_.columns()) {
            if (variable.name() != panel_.keys().unit && variable.name() != panel_.keys().period) {
                table.rows.push_back(originRow(variable, used));
            }
        }
        return table;
    }

    [[nodiscard]] study::Row originRow(const Variable& variable,
                                       const std::vector<OriginKind>& kinds) const {
        const auto whole = [](std::size_t value) {
            return study::Number{static_cast<double>(value), study::NumberRole::Count};
        };
        study::Row row{.role = study::RowRole::Summary,
                       .key = "variable:" + variable.name(),
                       .label = study::own(label(variable.name()))};
        row.cells.push_back(whole(variable.size() - variable.missingCount()));
        for (const OriginKind kind : kinds) {
            row.cells.push_back(whole(valuesOf(variable, kind)));
        }
        row.cells.push_back(whole(variable.missingCount()));
        return row;
    }

    /// Values that are there and have this origin.
    [[nodiscard]] static std::size_t valuesOf(const Variable& variable, OriginKind kind) {
        const Origins& origins = variable.origins();
        if (origins.size() != variable.size() || variable.missingCount() == 0) {
            return origins.size() == variable.size() ? origins.count(kind) : 0;
        }
        std::size_t values = 0;
        for (std::size_t row = 0; row < variable.size(); ++row) {
            values += !variable.isMissingAt(row) && origins.kindAt(row) == kind ? 1 : 0;
        }
        return values;
    }

    const Project& project_;
    const ProjectEvaluation& evaluation_;
    const Panel& panel_;
    Language language_;
    report::PhraseLabels labels_;
    std::string paragraph_;
    std::vector<report::Block> blocks_;
};

std::string heading(ReportWord word, Language language) {
    return std::string(text::reportWordPattern(word).in(language));
}

/// Unique among the figures of a report, and fit for a file.
std::string pictureKey(const ReportResult& result) {
    std::string key = result.studyKey + '-' + result.key;
    std::replace_if(
        key.begin(), key.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }, '_');
    return key;
}

Result<report::Block> figureBlock(const Project& project, const ReportResult& result,
                                  const DrawFigure& draw, Language language) {
    const study::Figure figure = shownFigure(project, result);
    report::FigureBlock block{.key = pictureKey(result)};
    block.title = text::sayCapitalised(figure.title, language);
    block.description = block.title;
    for (const study::Note& note : figure.notes) {
        std::string sentence = text::sayCapitalised(note.text, language);
        if (note.kind == study::NoteKind::StandardErrors) { // a noun phrase
            sentence += text::tableWordPattern(text::TableWord::End).in(language);
        }
        block.notes.push_back(std::move(sentence));
    }
    CITYPANEL_TRY(block.picture, draw(figure));
    return report::Block(std::move(block));
}

} // namespace

std::string methodsParagraph(const Project& project, const ProjectEvaluation& evaluation,
                             Language language) {
    return Writer(project, evaluation, language).methods();
}

std::vector<report::Block> dataAppendix(const Project& project, const ProjectEvaluation& evaluation,
                                        Language language) {
    return Writer(project, evaluation, language).appendix();
}

Result<report::Document> reportDocument(const Project& project, const ProjectEvaluation& evaluation,
                                        const DrawFigure& draw) {
    const Language language = tableStyleOf(project).language;
    report::Document document;
    if (project.report.hasMethods) {
        document.blocks.emplace_back(report::HeadingBlock{heading(ReportWord::Methods, language)});
        document.blocks.emplace_back(
            report::ParagraphBlock{methodsParagraph(project, evaluation, language)});
        document.blocks.emplace_back(report::HeadingBlock{heading(ReportWord::Results, language)});
    }
    std::vector<ReportResult> results = reportResults(project, evaluation.studies);
    std::erase_if(results, [](const ReportResult& result) { return !result.isIncluded; });
    const auto last = std::find_if_not(results.rbegin(), results.rend(), isListing);
    const auto firstListing = static_cast<std::size_t>(results.rend() - last);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const ReportResult& result = results[i];
        if (i > 0 && i == firstListing) {
            document.blocks.emplace_back(
                report::HeadingBlock{heading(ReportWord::Listings, language)});
        }
        if (result.table != nullptr) {
            document.blocks.emplace_back(report::TableBlock{shownTable(project, result)});
        } else {
            CITYPANEL_TRY(report::Block block, figureBlock(project, result, draw, language));
            document.blocks.push_back(std::move(block));
        }
    }
    if (results.empty()) {
        return Problem{.code = ProblemCode::OptionMissing, .place = {.variable = "report"}};
    }
    if (project.report.hasDataAppendix) {
        document.blocks.emplace_back(
            report::HeadingBlock{heading(ReportWord::DataAppendix, language)});
        for (report::Block& block : dataAppendix(project, evaluation, language)) {
            document.blocks.push_back(std::move(block));
        }
    }
    return document;
}

} // namespace citypanel::project

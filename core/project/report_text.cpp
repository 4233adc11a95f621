// SPDX-License-Identifier: GPL-3.0-or-later
// The document of a report: results in their order between the texts.
#include "core/project/report_text.h"

#include "core/project/report_results.h"
#include "core/text/report_words.h"
#include "core/text/words.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace citypanel::project {

namespace {

using text::Language;
using text::ReportWord;

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

Result<report::Document> reportDocument(const Project& project, const ProjectEvaluation& evaluation,
                                        const DrawFigure& draw) {
    const Language language = tableStyleOf(project).language;
    report::Document document;
    if (project.report.hasMethods) {
        document.blocks.emplace_back(report::HeadingBlock{heading(ReportWord::Methods, language)});
        for (std::string& paragraph : methodsParagraphs(project, evaluation, language)) {
            document.blocks.emplace_back(report::ParagraphBlock{std::move(paragraph)});
        }
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

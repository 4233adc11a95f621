// SPDX-License-Identifier: GPL-3.0-or-later
// Sources, steps, and where the values of each variable come from.
#include "core/project/report_speaker.h"
#include "core/project/report_text.h"
#include "core/text/names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace citypanel::project {

namespace {

using text::Language;
using text::ReportWord;

class AppendixWriter : ReportSpeaker {
public:
    using ReportSpeaker::ReportSpeaker;

    std::vector<report::Block> blocks() {
        heading(ReportWord::SourcesHeading);
        if (!project_.sources.empty()) {
            blocks_.emplace_back(report::TableBlock{filesRead()});
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
    void heading(ReportWord word) { blocks_.emplace_back(report::HeadingBlock{words(word), true}); }

    void line(std::string sentence) {
        blocks_.emplace_back(report::ParagraphBlock{std::move(sentence), true});
    }

    [[nodiscard]] static study::Number whole(std::size_t value) {
        return {static_cast<double>(value), study::NumberRole::Count};
    }

    /// Files with their hashes, so that the very same ones can be known again.
    [[nodiscard]] study::Table filesRead() const {
        study::Table table{.key = "sources"};
        table.title = study::own(words(ReportWord::SourceTable));
        table.rowHeading = study::own(words(ReportWord::File));
        table.columns = {{.key = "bytes", .title = study::own(words(ReportWord::Bytes))},
                         {.key = "hash", .title = study::own(words(ReportWord::Hash))}};
        for (const Source& source : project_.sources) {
            table.rows.push_back({.role = study::RowRole::Summary,
                                  .key = "file:" + source.name,
                                  .label = study::own(source.name),
                                  .cells = {whole(static_cast<std::size_t>(source.bytes.size())),
                                            study::own(source.contentHash)}});
        }
        return table;
    }

    void stepLines() {
        std::size_t number = 0;
        forEachStep([&](const recipe::Step& step, const recipe::StepReport& report) {
            line(words(ReportWord::NumberedStep,
                       {std::to_string(++number), text::stepTitle(recipe::idOf(step), language_),
                        closed(labels_.inSentence(text::stepSentence(step, language_))),
                        text::describe(report, language_)}));
        });
        if (number == 0) {
            line(words(ReportWord::NoSteps));
        }
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
        table.columns.push_back(
            {.key = "name", .title = study::own(words(ReportWord::VariableName))});
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

    /// Groups without a label are known by their names: province, city.
    [[nodiscard]] std::string nameOf(const Variable& variable) const {
        const std::string labelled = label(variable.name());
        return labelled == variable.name() && variable.type() == VariableType::Text
                   ? text::sayCapitalised(study::groupPhrase(panel_, variable.name()), language_)
                   : labelled;
    }

    [[nodiscard]] study::Row originRow(const Variable& variable,
                                       const std::vector<OriginKind>& kinds) const {
        study::Row row{.role = study::RowRole::Summary,
                       .key = "variable:" + variable.name(),
                       .label = study::own(nameOf(variable))};
        row.cells.emplace_back(study::own(variable.name()));
        row.cells.emplace_back(whole(variable.size() - variable.missingCount()));
        for (const OriginKind kind : kinds) {
            row.cells.emplace_back(whole(valuesOf(variable, kind)));
        }
        row.cells.emplace_back(whole(variable.missingCount()));
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

    std::vector<report::Block> blocks_;
};

} // namespace

std::vector<report::Block> dataAppendix(const Project& project, const ProjectEvaluation& evaluation,
                                        Language language) {
    return AppendixWriter(project, evaluation, language).blocks();
}

} // namespace citypanel::project

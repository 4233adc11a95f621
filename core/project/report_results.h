// SPDX-License-Identifier: GPL-3.0-or-later
// The tables and figures of a project in the order of its report, with what was changed about them.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/project.h"
#include "core/study/figure.h"
#include "core/study/table.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citypanel::project {

/// One table or figure; exactly one of the two is set. `result` keeps it alive.
struct ReportResult {
    std::string studyKey{};
    std::string studyName{};
    std::string key{}; ///< of the table or figure in the study
    bool isIncluded = true;
    const study::Table* table = nullptr;
    const study::Figure* figure = nullptr;
    std::shared_ptr<const study::StudyResult> result{};
};

/// A table that lists rows behind a result, for the end of a report.
[[nodiscard]] bool isListing(const ReportResult& result);

/// Those the plan orders first, then the others in the order of the studies, listings last.
[[nodiscard]] std::vector<ReportResult> reportResults(const Project& project,
                                                      const std::vector<StudyOutcome>& outcomes);

/// The table of a study as the report shows it.
[[nodiscard]] study::Table shownTable(const Project& project, std::string_view studyKey,
                                      study::Table table);
[[nodiscard]] study::Table shownTable(const Project& project, const ReportResult& result);
/// The figure as the report shows it, with its title and the project's labels.
[[nodiscard]] study::Figure shownFigure(const Project& project, std::string_view studyKey,
                                        const study::StudyResult& result, study::Figure figure);
[[nodiscard]] study::Figure shownFigure(const Project& project, const ReportResult& result);

/// The number in the caption of each result, tables and figures counted apart as the report counts
/// them; 0 for those it leaves out and where the style numbers no tables.
[[nodiscard]] std::vector<int> captionNumbers(const Project& project,
                                              const std::vector<ReportResult>& results);

/// The project's style with the number that the table of a study has in the report.
[[nodiscard]] report::TableStyle styleOfTable(const Project& project,
                                              const std::vector<StudyOutcome>& outcomes,
                                              std::string_view studyKey, std::string_view key);

/// Name of a file for one result, without its ending: the study's name fit for a file, with the
/// result's key where that says more.
[[nodiscard]] std::string fileNameOf(const Project& project, const ReportResult& result);

/// The plan with every result named, one moved so that it stands at position `to` of
/// reportResults().
[[nodiscard]] report::ReportPlan withResultAt(const Project& project,
                                              const std::vector<StudyOutcome>& outcomes,
                                              std::size_t from, std::size_t to);

/// The plan with its results in this order of study and result keys; those it does not name (of a
/// study that gives nothing at the moment) follow as they were.
[[nodiscard]] report::ReportPlan
withOrder(report::ReportPlan plan, const std::vector<std::pair<std::string, std::string>>& order);

} // namespace citypanel::project

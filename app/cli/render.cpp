// SPDX-License-Identifier: GPL-3.0-or-later
// Rendering by core/report, in the language and format of the call.
#include "app/cli/render.h"

#include "core/report/render.h"

#include <utility>

namespace citypanel::cli {

Outcome renderStudy(const study::Study& study, const Panel& panel, const Invocation& invocation,
                    Progress& progress) {
    CITYPANEL_CLI_TRY(const study::StudyResult result, study::runStudy(study, panel, progress));
    if (!result.problems.empty()) {
        Problems problems = result.problems;
        for (Problem& problem : problems) {
            problem.place.column.clear(); // the call is the one column
        }
        return tl::unexpected(Failure{ExitStatus::DataProblem, {}, std::move(problems)});
    }
    return renderTables(result.tables, invocation);
}

Outcome renderTables(const std::vector<study::Table>& tables, const Invocation& invocation) {
    report::TableStyle style;
    style.language = invocation.language;
    style.firstNumber = 0;
    const auto format = valueOf<report::Format>(invocation.format);
    CITYPANEL_CLI_TRY(const QByteArray bytes,
                      report::render(tables, style, format.value_or(report::Format::Text)));
    return Output{bytes, {}};
}

} // namespace citypanel::cli

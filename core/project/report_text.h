// SPDX-License-Identifier: GPL-3.0-or-later
// What a project says of itself in words: paragraphs on data and methods, and an appendix on the
// data, drafted from the sources, the recipe and the models, to be edited by the author.
#pragma once

#include "core/project/evaluate_project.h"
#include "core/project/project.h"
#include "core/report/document.h"
#include "core/text/language.h"

#include <functional>
#include <string>
#include <vector>

namespace citypanel::project {

/// Sample and sources; steps in short; the models behind each table that stands in the report: a
/// paragraph each. Variables are called by their labels.
[[nodiscard]] std::vector<std::string> methodsParagraphs(const Project& project,
                                                         const ProjectEvaluation& evaluation,
                                                         text::Language language);

/// Tables of the sources with their hashes, every step with what it changed, and a table of the
/// variables by where their values come from (read, filled, winsorised, calculated, ...).
[[nodiscard]] std::vector<report::Block>
dataAppendix(const Project& project, const ProjectEvaluation& evaluation, text::Language language);

/// The report's results, tables and figures in their order, between the two; figures drawn by
/// `draw`. Problems: those of `draw`; OptionMissing where the report has no results.
using DrawFigure = std::function<Result<report::Picture>(const study::Figure&)>;
[[nodiscard]] Result<report::Document>
reportDocument(const Project& project, const ProjectEvaluation& evaluation, const DrawFigure& draw);

} // namespace citypanel::project

// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a report around its tables: headings, the methods paragraph, the data appendix.
#pragma once

#include "core/text/language.h"

#include <cstdint>

namespace citypanel::text {

enum class ReportWord : std::uint8_t {
    Methods, ///< heading
    Results,
    DataAppendix,
    SourcesHeading,
    StepsHeading,
    VariablesHeading,
    BalancedPanel,   ///< {1} units and {2} periods by the next six, {3} first, {4} last, {5} rows
    UnbalancedPanel, ///< the same
    CrossSection,    ///< {1} rows
    Cities,          ///< {1} number, as of the next five
    Provinces,
    Counties,
    Units,
    Years,
    Periods,
    Sources,       ///< {1} list of files
    SourcesInAll,  ///< {1} number of files
    SourcesListed, ///< {1} number of files, which the appendix lists
    Preparation,   ///< {1} number of steps
    StepAndChange, ///< {1} the step's sentence, without its full stop; {2} what changed
    Formula,       ///< {1} variable, {2} expression
    Indicator,     ///< {1} variable, {2} condition
    SourceTable,   ///< title of the table of files
    File,          ///< heading, as of the next two
    Bytes,
    Hash,
    VariableName,
    NumberedStep, ///< {1} number, {2} title, {3} sentence, {4} what changed
    RowsRead,     ///< {1} rows, {2} values, {3} missing
    NoSteps,
    Models,      ///< {1} table, {2} number of models, {3} outcomes, {4} estimator
    WithEffects, ///< {1} list of effects
    WithErrors,  ///< {1} errors
    DroppedRows, ///< {1} list of counts with reasons
    LeastSquares,
    TwoStage,
    ValuesByOrigin, ///< title of the table of variables
    Values,
    Listings, ///< heading over tables that list rows
    LowGroup, ///< {1} variable: the lower half of a split
    HighGroup,
};

inline constexpr ReportWord lastReportWord = ReportWord::HighGroup;

/// The pattern of a word; its arguments are {1}, {2}, ...
[[nodiscard]] Bilingual reportWordPattern(ReportWord word);

} // namespace citypanel::text

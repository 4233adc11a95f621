// SPDX-License-Identifier: GPL-3.0-or-later
// Problem: an expected failure as a value, with its place and what was found, and no sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel {

/// What kind of thing is wrong. The sentence for each code, in both languages, is made in
/// core/text by a switch without default, so a code without words does not compile.
enum class ProblemCode : std::uint8_t {
    // Any work
    Cancelled,
    Internal,
    // Files
    FileNotFound,
    FileUnreadable,
    FileUnwritable,
    FileFormatUnknown,
    FileCorrupt,
    FileTruncated,
    FilePasswordProtected,
    FileTooLarge,
    FileVersionNewer,
    FileNotProject,
    FileEncodingUnknown,
    SheetNotFound,
    // Reading a table
    HeaderNotFound,
    KeyColumnMissing,
    PeriodMissing,
    PeriodUnreadable,
    UnitUnmatched,
    UnitAmbiguous,
    UnitMisread, ///< found: as written; expected: the place it is read as
    CellUnreadable,
    NoDataRows,
    // Panels and columns
    DuplicateKey,
    VariableUnknown,
    VariableDuplicate,
    VariableNotNumeric,
    VariableConstant,
    ValueLabelsDiffer,    ///< found: a code's label here; expected: its label in another table
    UnitOfMeasureDiffers, ///< found: this table's, empty: none; expected: that of the others
    /// found: a value as written; expected: the unit of measure, of which there are only whole ones
    UnitOfMeasureDoubtful,
    /// found: how many times the values of a table are those of another; expected: that one
    LevelsDiffer,
    TablesDiffer,   ///< found: what this table is called; expected: another that it is joined to
    ShownOtherwise, ///< found: a number as stored, which its format shows smaller
    UnitsNotNamed,  ///< a table without a column of units: each row is of all of them
    SizeMismatch,
    SampleEmpty,
    // Expressions and formulas
    SyntaxError,
    FunctionUnknown,
    ArgumentInvalid,
    // Recipe
    StepUnknown,
    StepBlocked,
    OptionInvalid, ///< place.variable is the option
    OptionMissing, ///< place.variable is the option
    VariableIsKey,
    ValuesUndefined, ///< found: how many
    // Estimation
    StandardErrorsMissing,
    OutcomeConstant,
    RegressorsAllDropped,
    ObservationsTooFew,
    ClustersTooFew,
    InstrumentsTooFew,
    ValueInfinite,
    ValueNegative,
    ValueZero,
    WeightInvalid,
    NotConverged,
    MatrixSingular,
    ConventionUnsupported,
    // Programs
    ProgramInfeasible,
    ProgramUnbounded,
    SolverFailed,
    FrontierByOneRow,
};

/// Where a problem is; every field is optional, empty means "does not apply".
struct Place {
    std::string file{};                    ///< file name as the user knows it
    std::string sheet{};                   ///< sheet of a workbook
    std::string cell{};                    ///< cell in A1 notation
    std::string variable{};                ///< column of the panel, or term of a formula
    std::string unit{};                    ///< unit (city) of the row
    std::string period{};                  ///< period (year) of the row
    std::string step{};                    ///< identifier of the recipe step or study
    std::string study{};                   ///< name of the study, where it is one
    std::string column{};                  ///< number of a column of the study's table
    std::optional<std::size_t> position{}; ///< byte offset in an expression or formula

    friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity : std::uint8_t { Error, Warning };

/// An expected failure (or a warning that does not stop the work).
struct Problem {
    ProblemCode code = ProblemCode::Internal;
    Place place{};
    std::string found{};    ///< what was there, verbatim
    std::string expected{}; ///< what would be right, as a value or a list of values
    Severity severity = Severity::Error;

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

/// The same problem, with the empty fields of its place filled from `outer`: a reader names the
/// cell, its caller the file.
[[nodiscard]] Problem located(Problem problem, const Place& outer);

/// Stable machine name of a code ("duplicate_key"), for JSON output and logs.
[[nodiscard]] std::string problemCodeName(ProblemCode code);

} // namespace citypanel

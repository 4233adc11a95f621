// SPDX-License-Identifier: GPL-3.0-or-later
// Names of problem codes and the merging of places.
#include "core/base/problem.h"

#include <utility>

namespace citypanel {

namespace {

void fill(std::string& field, const std::string& value) {
    if (field.empty()) {
        field = value;
    }
}

} // namespace

Problem located(Problem problem, const Place& outer) {
    Place& place = problem.place;
    fill(place.file, outer.file);
    fill(place.sheet, outer.sheet);
    fill(place.cell, outer.cell);
    fill(place.variable, outer.variable);
    fill(place.unit, outer.unit);
    fill(place.period, outer.period);
    fill(place.step, outer.step);
    fill(place.study, outer.study);
    fill(place.column, outer.column);
    if (!place.position) {
        place.position = outer.position;
    }
    return problem;
}

// NOLINTNEXTLINE(readability-function-size): a line a code
std::string problemCodeName(ProblemCode code) {
    switch (code) {
    case ProblemCode::Cancelled:
        return "cancelled";
    case ProblemCode::Internal:
        return "internal";
    case ProblemCode::FileNotFound:
        return "file_not_found";
    case ProblemCode::FileUnreadable:
        return "file_unreadable";
    case ProblemCode::FileUnwritable:
        return "file_unwritable";
    case ProblemCode::FileFormatUnknown:
        return "file_format_unknown";
    case ProblemCode::FileCorrupt:
        return "file_corrupt";
    case ProblemCode::FileTruncated:
        return "file_truncated";
    case ProblemCode::FilePasswordProtected:
        return "file_password_protected";
    case ProblemCode::FileTooLarge:
        return "file_too_large";
    case ProblemCode::FileVersionNewer:
        return "file_version_newer";
    case ProblemCode::FileNotProject:
        return "file_not_project";
    case ProblemCode::FileEncodingUnknown:
        return "file_encoding_unknown";
    case ProblemCode::SheetNotFound:
        return "sheet_not_found";
    case ProblemCode::HeaderNotFound:
        return "header_not_found";
    case ProblemCode::KeyColumnMissing:
        return "key_column_missing";
    case ProblemCode::PeriodMissing:
        return "period_missing";
    case ProblemCode::PeriodUnreadable:
        return "period_unreadable";
    case ProblemCode::UnitUnmatched:
        return "unit_unmatched";
    case ProblemCode::UnitMisread:
        return "unit_misread";
    case ProblemCode::UnitAmbiguous:
        return "unit_ambiguous";
    case ProblemCode::CellUnreadable:
        return "cell_unreadable";
    case ProblemCode::NoDataRows:
        return "no_data_rows";
    case ProblemCode::DuplicateKey:
        return "duplicate_key";
    case ProblemCode::VariableUnknown:
        return "variable_unknown";
    case ProblemCode::VariableDuplicate:
        return "variable_duplicate";
    case ProblemCode::VariableNotNumeric:
        return "variable_not_numeric";
    case ProblemCode::VariableConstant:
        return "variable_constant";
    case ProblemCode::ValueLabelsDiffer:
        return "value_labels_differ";
    case ProblemCode::UnitOfMeasureDiffers:
        return "unit_of_measure_differs";
    case ProblemCode::UnitOfMeasureDoubtful:
        return "unit_of_measure_doubtful";
    case ProblemCode::LevelsDiffer:
        return "levels_differ";
    case ProblemCode::TablesDiffer:
        return "tables_differ";
    case ProblemCode::ShownOtherwise:
        return "shown_otherwise";
    case ProblemCode::UnitsNotNamed:
        return "units_not_named";
    case ProblemCode::SizeMismatch:
        return "size_mismatch";
    case ProblemCode::SampleEmpty:
        return "sample_empty";
    case ProblemCode::SyntaxError:
        return "syntax_error";
    case ProblemCode::FunctionUnknown:
        return "function_unknown";
    case ProblemCode::ArgumentInvalid:
        return "argument_invalid";
    case ProblemCode::StepUnknown:
        return "step_unknown";
    case ProblemCode::StepBlocked:
        return "step_blocked";
    case ProblemCode::OptionInvalid:
        return "option_invalid";
    case ProblemCode::OptionMissing:
        return "option_missing";
    case ProblemCode::VariableIsKey:
        return "variable_is_key";
    case ProblemCode::ValuesUndefined:
        return "values_undefined";
    case ProblemCode::StandardErrorsMissing:
        return "standard_errors_missing";
    case ProblemCode::OutcomeConstant:
        return "outcome_constant";
    case ProblemCode::RegressorsAllDropped:
        return "regressors_all_dropped";
    case ProblemCode::ObservationsTooFew:
        return "observations_too_few";
    case ProblemCode::ClustersTooFew:
        return "clusters_too_few";
    case ProblemCode::InstrumentsTooFew:
        return "instruments_too_few";
    case ProblemCode::ValueInfinite:
        return "value_infinite";
    case ProblemCode::ValueNegative:
        return "value_negative";
    case ProblemCode::ValueZero:
        return "value_zero";
    case ProblemCode::WeightInvalid:
        return "weight_invalid";
    case ProblemCode::NotConverged:
        return "not_converged";
    case ProblemCode::MatrixSingular:
        return "matrix_singular";
    case ProblemCode::ConventionUnsupported:
        return "convention_unsupported";
    case ProblemCode::ProgramInfeasible:
        return "program_infeasible";
    case ProblemCode::ProgramUnbounded:
        return "program_unbounded";
    case ProblemCode::SolverFailed:
        return "solver_failed";
    case ProblemCode::FrontierByOneRow:
        return "frontier_by_one_row";
    }
    return "internal";
}

} // namespace citypanel

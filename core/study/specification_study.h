// SPDX-License-Identifier: GPL-3.0-or-later
// SpecificationStudy: the specification curve of one coefficient and its joint tests.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/estimate/specification_curve.h"
#include "core/panel/panel.h"
#include "core/study/study_model.h"
#include "core/study/study_result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

/// Columns that are chosen together: control variables, or fixed effects.
struct TermSet {
    std::vector<ExpressionText> terms{}; ///< may be empty

    static constexpr auto fields() { return FieldList{field("terms", &TermSet::terms)}; }

    friend bool operator==(const TermSet&, const TermSet&) = default;
};

/// The first entry of each list and the model's own choice is the main specification; a list left
/// empty leaves the model's choice alone.
struct SpecificationStudy {
    static constexpr std::string_view id = "specification_curve";

    std::string title{};
    StudyModel model{};
    std::vector<ExpressionText> outcomes{};   ///< besides the model's
    std::vector<ExpressionText> regressors{}; ///< besides the model's first core regressor
    std::vector<TermSet> controls{};          ///< sets besides the model's
    bool allControlSubsets = false;           ///< every subset of the model's controls, at most 12
    std::vector<TermSet> effects{};           ///< sets besides the model's
    std::vector<std::string> vcovs{};         ///< besides the model's
    std::vector<double> winsorising{};     ///< per cent at each end, besides the data as they are
    std::vector<ExpressionText> samples{}; ///< conditions besides all rows of the model
    std::int64_t reps = 0;                 ///< of the joint tests; 0: none
    PlaceboScheme scheme = PlaceboScheme::WithinPeriod;
    std::int64_t seed = 1;

    static constexpr auto fields() {
        return FieldList{field("title", &SpecificationStudy::title),
                         field("model", &SpecificationStudy::model),
                         field("outcomes", &SpecificationStudy::outcomes),
                         field("regressors", &SpecificationStudy::regressors),
                         field("controls", &SpecificationStudy::controls),
                         field("all_control_subsets", &SpecificationStudy::allControlSubsets),
                         field("effects", &SpecificationStudy::effects),
                         field("vcovs", &SpecificationStudy::vcovs),
                         field("winsorising", &SpecificationStudy::winsorising),
                         field("samples", &SpecificationStudy::samples),
                         field("reps", &SpecificationStudy::reps),
                         field("scheme", &SpecificationStudy::scheme),
                         field("seed", &SpecificationStudy::seed)};
    }

    /// What is combined with what, the model's own choices first. Problems: OptionInvalid, those of
    /// WinsoriseStep and parseCovariance.
    [[nodiscard]] Result<SpecificationChoices> choices(const Panel& panel,
                                                       Progress& progress) const;

    /// A table of what the curve says ("specifications") and, with reps, the joint tests in it; two
    /// figures over the same places (specifications in order of their estimates): the estimates
    /// with 95 % intervals ("curve", the main specification a series of its own) and the choices of
    /// each ("choices", a row a choice, a row a control variable). Keys of points are the numbers
    /// of the combinations, which placeOf and specificationFormula turn into formulas. A
    /// combination that fails is counted; one of each kind of problem is reported. Problems:
    /// OptionInvalid (no outcome, core regressor), ConventionUnsupported (weights), Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const SpecificationStudy&, const SpecificationStudy&) = default;
};

} // namespace citypanel::study

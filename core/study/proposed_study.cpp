// SPDX-License-Identifier: GPL-3.0-or-later
// Defaults from what the project has.
#include "core/study/proposed_study.h"

#include "core/estimate/model_formula.h"

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::size_t mostGroups = 8;
constexpr std::size_t mostSubsetControls = 8;        ///< 256 sets
constexpr const char* provinceVariable = "province"; ///< as importing names it

/// Number of distinct values that occur, counted up to one more than the most groups.
std::size_t distinctCount(const Variable& variable) {
    std::set<double> values;
    for (std::size_t row = 0; row < variable.size() && values.size() <= mostGroups; ++row) {
        if (!variable.isMissingAt(row)) {
            values.insert(variable.isNumeric() ? variable.numbers()[row]
                                               : static_cast<double>(variable.codes()[row]));
        }
    }
    return values.size();
}

/// A flag, or numbers that are one: calculated conditions are 0 and 1.
bool isZeroOrOne(const Variable& variable) {
    const std::span<const double> numbers = variable.numbers();
    return std::all_of(numbers.begin(), numbers.end(),
                       [](double v) { return isMissing(v) || v == 0.0 || v == 1.0; });
}

std::optional<StudyModel> modelOfTable(const RegressionStudy& study) {
    std::optional<StudyModel> model;
    std::size_t most = 0;
    for (const RegressionColumn& column : study.columns) {
        const auto formula = parseModelFormula(column.formula.text);
        if (!formula || formula->hasInstruments() || formula->regressors.size() <= most) {
            continue;
        }
        most = formula->regressors.size();
        model = StudyModel{.outcome = formula->outcomeName,
                           .vcov = column.vcov,
                           .ssc = column.ssc,
                           .weights = column.weights,
                           .weightKind = column.weightKind,
                           .where = column.where};
        for (const Term& term : formula->regressors) {
            const bool isCore =
                std::find(study.core.begin(), study.core.end(), term.name) != study.core.end();
            (isCore ? model->core : model->controls).emplace_back(term.name);
        }
        if (model->core.empty()) {
            model->core = {model->controls.front()};
            model->controls.erase(model->controls.begin());
        }
        for (const EffectTerm& effect : formula->effects) {
            model->effects.emplace_back(effect.name);
        }
    }
    return model;
}

template <typename S>
concept HasModel = requires(S study) {
    study.model.outcome;
};

void propose(DescriptivesStudy& study, const StudyModel& model, const Panel& panel) {
    for (const auto& terms : {std::vector{model.outcome}, model.core, model.controls}) {
        for (const ExpressionText& term : terms) {
            const Variable* variable = panel.find(term.text);
            if (variable != nullptr && variable->isNumeric()) {
                study.variables.emplace_back(term.text);
            }
        }
    }
    study.withCorrelations = study.variables.size() > 1;
    if (checkModel(model)) {
        study.vifModel =
            FormulaText(formulaText(model.outcome, joined(model.core, model.controls), {}));
    }
}

void propose(RobustnessStudy& study, const StudyModel&, const Panel& panel) {
    study.checks =
        usualChecks(panel, panel.find(provinceVariable) != nullptr ? provinceVariable : "");
}

void propose(HeterogeneityStudy& study, const StudyModel&, const Panel& panel) {
    const std::vector<std::string> groupings = groupingColumns(panel);
    if (!groupings.empty()) {
        study.by = {ColumnName(groupings.front())};
    }
}

void propose(SpecificationStudy& study, const StudyModel& model, const Panel&) {
    study.allControlSubsets = model.controls.size() <= mostSubsetControls;
    study.winsorising = {1.0};
}

template <typename S>
void propose(S&, const StudyModel&, const Panel&) {}

} // namespace

std::vector<std::string> groupingColumns(const Panel& panel) {
    std::vector<std::string> names;
    for (const Variable& column : panel.columns()) {
        const bool isKey =
            column.name() == panel.keys().unit || column.name() == panel.keys().period;
        if (isKey || (column.isNumeric() && !isZeroOrOne(column))) {
            continue;
        }
        const std::size_t count = distinctCount(column);
        if (count > 1 && count <= mostGroups) {
            names.push_back(column.name());
        }
    }
    return names;
}

std::optional<StudyModel> modelOf(const Study& study) {
    return std::visit(
        [](const auto& kind) -> std::optional<StudyModel> {
            using S = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<S, RegressionStudy>) {
                return modelOfTable(kind);
            } else if constexpr (HasModel<S>) {
                return kind.model;
            } else {
                return std::nullopt;
            }
        },
        study);
}

StudyModel commonModel(std::span<const ProjectStudy> studies, const Panel& panel) {
    for (const ProjectStudy& entry : studies) {
        const auto model = modelOf(entry.study);
        if (model && checkModel(*model)) {
            return *model;
        }
    }
    return proposedModel(panel);
}

std::optional<Study> proposedStudy(std::string_view id, std::span<const ProjectStudy> studies,
                                   const Panel& panel) {
    std::optional<Study> study = studyOfId(id);
    if (!study) {
        return study;
    }
    StudyModel model = commonModel(studies, panel);
    if (id != BaselineStudy::id && model.core.size() > 1) {
        model.core.resize(1); // the others are tables of their own
    }
    std::visit(
        [&](auto& kind) {
            if constexpr (HasModel<std::decay_t<decltype(kind)>>) {
                kind.model = model;
            }
            propose(kind, model, panel);
        },
        *study);
    return study;
}

} // namespace citypanel::study

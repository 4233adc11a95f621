// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a regression table. A row holds the same quantity in every column: a model for which it
// is not defined has an empty cell.
#include "core/study/regression_table.h"

#include "core/study/labels.h"

#include <algorithm>
#include <functional>

namespace citypanel::study {

namespace {

constexpr std::string_view interceptName = "(Intercept)";

using FitCell = std::function<Cell(const Fit&)>;

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

Cell coefficientCell(const TermEstimate* term) {
    if (term == nullptr) {
        return std::monostate();
    }
    return Coefficient{term->estimate, term->stdError, term->statistic,
                       term->pValue,   term->confLow,  term->confHigh};
}

Cell test(const TestStatistic& statistic) {
    return isMissing(statistic.statistic)
               ? Cell()
               : Cell(TestValue{statistic.statistic, statistic.pValue, missingValue});
}

/// The constant of a model: a term of its own, or reghdfe's beside absorbed effects.
const TermEstimate* constantOf(const Fit& fit) {
    const TermEstimate* term = fit.term(interceptName);
    return term == nullptr && fit.constant ? &*fit.constant : term;
}

bool isIid(const EstimatedModel& model) {
    return model.vcov.kind == CovarianceKind::Iid;
}

/// With instruments and effects, Fit::rSquared is the within one.
double overallRSquared(const Fit& fit) {
    const bool isWithin = fit.instruments && !fit.effects.empty();
    return isWithin ? fit.instruments->rSquaredOverall : fit.rSquared;
}

double adjustedRSquared(const Fit& fit) {
    const bool isWithin = fit.instruments && !fit.effects.empty();
    return isWithin ? missingValue : fit.adjRSquared;
}

double criticalAtTenPercent(const StockYogo& values) {
    const auto at = std::find_if(values.size.begin(), values.size.end(),
                                 [](const auto& entry) { return entry.first == "10%"; });
    return at == values.size.end() ? missingValue : at->second;
}

Cell clusterCell(const Fit& fit, const std::string& name) {
    const auto at = std::find_if(fit.clusters.begin(), fit.clusters.end(),
                                 [&name](const auto& cluster) { return cluster.first == name; });
    return at == fit.clusters.end() ? Cell() : countCell(at->second);
}

class TableBuilder {
public:
    TableBuilder(const RegressionStudy& study, std::span<const EstimatedModel> models,
                 const Panel& panel)
        : study_(study), models_(models), panel_(panel) {}

    Table build() {
        table_.key = "regression";
        table_.title = title();
        table_.rowHeading = phrase(Word::Variable);
        columns();
        coefficients();
        fixedEffects();
        for (const StatisticRow row : study_.statistics) {
            statistic(row);
        }
        randomEffects();
        table_.notes = regressionNotes(study_, models_, panel_);
        return std::move(table_);
    }

private:
    [[nodiscard]] Phrase outcomeOf(const EstimatedModel& model) const {
        return variablePhrase(panel_, model.formula.outcomeName);
    }

    [[nodiscard]] Phrase title() const {
        if (!study_.title.empty()) {
            return own(study_.title);
        }
        const std::string& first = models_.front().formula.outcomeName;
        const bool isOne = std::all_of(models_.begin(), models_.end(), [&first](const auto& model) {
            return model.formula.outcomeName == first;
        });
        return isOne && !first.empty() ? phrase(Word::TitleRegression, {outcomeOf(models_.front())})
                                       : phrase(Word::TitleRegressions);
    }

    void columns() {
        for (std::size_t i = 0; i < models_.size(); ++i) {
            table_.columns.push_back({.key = std::to_string(i + 1),
                                      .number = i + 1,
                                      .title = outcomeOf(models_[i]),
                                      .group = headingOf(models_[i])});
        }
    }

    /// A row of one quantity; left out when no model has it.
    void row(RowRole role, std::string key, Phrase label, const FitCell& cellOf) {
        modelRow(role, std::move(key), std::move(label),
                 [&cellOf](const EstimatedModel& model) { return cellOf(*model.fit); });
    }

    void modelRow(RowRole role, std::string key, Phrase label,
                  const std::function<Cell(const EstimatedModel&)>& cellOf) {
        Row result{.role = role, .key = std::move(key), .label = std::move(label)};
        bool isEmpty = true;
        for (const EstimatedModel& model : models_) {
            result.cells.push_back(model.fit ? cellOf(model) : Cell());
            isEmpty = isEmpty && std::holds_alternative<std::monostate>(result.cells.back());
        }
        if (!isEmpty) {
            table_.rows.push_back(std::move(result));
        }
    }

    void coefficients() {
        const std::vector<std::string> core = coreTerms(study_, models_);
        std::vector<std::string> controls;
        for (const EstimatedModel& model : models_) {
            for (const TermEstimate& term : model.fit ? model.fit->terms : noTerms_) {
                const bool isKnown = term.name == interceptName || contains(core, term.name) ||
                                     contains(controls, term.name);
                if (!isKnown) {
                    controls.push_back(term.name);
                }
            }
        }
        for (const std::string& name : core) {
            coefficientRow(RowRole::Core, name);
        }
        for (const std::string& name : controls) {
            coefficientRow(RowRole::Control, name);
        }
        row(RowRole::Constant, "constant", phrase(Word::Constant),
            [](const Fit& fit) { return coefficientCell(constantOf(fit)); });
    }

    void coefficientRow(RowRole role, const std::string& name) {
        row(role, "term:" + name, variablePhrase(panel_, name),
            [&name](const Fit& fit) { return coefficientCell(fit.term(name)); });
    }

    /// From the formulas: no label can claim an effect that a model lacks.
    void fixedEffects() {
        std::vector<std::string> keys;
        for (const EstimatedModel& model : models_) {
            for (const EffectTerm& effect : model.formula.effects) {
                const std::string key = effectKey(effect);
                if (model.fit && !contains(keys, key)) {
                    keys.push_back(key);
                    effectRow(effect, key);
                }
            }
        }
    }

    /// The same whatever the order of interacted variables.
    static std::string effectKey(const EffectTerm& effect) {
        std::vector<std::string> names = effect.variables;
        std::sort(names.begin(), names.end());
        std::string key = effect.hasLevels ? "fe:" : "slopes:";
        for (const std::string& name : names) {
            key += (key.back() == ':' ? "" : "^") + name;
        }
        for (const Expression& slope : effect.slopes) {
            key += '[' + slope.text() + ']';
        }
        return key;
    }

    [[nodiscard]] Phrase effectGroup(const EffectTerm& effect) const {
        std::string name;
        for (const std::string& variable : effect.variables) {
            name += (name.empty() ? "" : "^") + variable;
        }
        return groupPhrase(panel_, name);
    }

    void effectRow(const EffectTerm& effect, const std::string& key) {
        const auto markOf = [&key](const EstimatedModel& model) -> Cell {
            const auto& effects = model.formula.effects;
            return Mark{
                std::any_of(effects.begin(), effects.end(),
                            [&key](const EffectTerm& other) { return effectKey(other) == key; })};
        };
        if (effect.hasLevels) {
            modelRow(RowRole::FixedEffect, key, phrase(Word::FixedEffect, {effectGroup(effect)}),
                     markOf);
        }
        for (const Expression& slope : effect.slopes) {
            modelRow(RowRole::FixedEffect, key + "/" + slope.text(),
                     phrase(Word::UnitSlopes,
                            {effectGroup(effect), variablePhrase(panel_, slope.text())}),
                     markOf);
        }
    }

    void statistic(StatisticRow kind) {
        switch (kind) {
        case StatisticRow::Nobs:
            return row(RowRole::Count, "nobs", phrase(Word::Observations),
                       [](const Fit& fit) { return countCell(fit.nobs); });
        case StatisticRow::DroppedRows:
            return droppedRows();
        case StatisticRow::Clusters:
            return clusters();
        case StatisticRow::RSquared:
            return row(RowRole::FitMeasure, "r_squared", phrase(Word::RSquared),
                       [](const Fit& fit) { return measureCell(overallRSquared(fit)); });
        case StatisticRow::AdjRSquared:
            return row(RowRole::FitMeasure, "adj_r_squared", phrase(Word::AdjustedRSquared),
                       [](const Fit& fit) { return measureCell(adjustedRSquared(fit)); });
        case StatisticRow::WithinRSquared:
            return row(RowRole::FitMeasure, "within_r_squared", phrase(Word::WithinRSquared),
                       [](const Fit& fit) { return measureCell(fit.withinRSquared); });
        case StatisticRow::AdjWithinRSquared:
            return row(RowRole::FitMeasure, "adj_within_r_squared",
                       phrase(Word::AdjustedWithinRSquared),
                       [](const Fit& fit) { return measureCell(fit.adjWithinRSquared); });
        case StatisticRow::Rmse:
            return row(RowRole::FitMeasure, "rmse", phrase(Word::Rmse),
                       [](const Fit& fit) { return measureCell(fit.rmse); });
        case StatisticRow::FStatistic:
            return row(RowRole::Test, "f_statistic", phrase(Word::FStatistic),
                       [](const Fit& fit) { return test(fit.f); });
        case StatisticRow::MeanOutcome:
            return row(RowRole::FitMeasure, "mean_outcome", phrase(Word::OutcomeMean),
                       [](const Fit& fit) { return measureCell(fit.meanOutcome); });
        case StatisticRow::InstrumentTests:
            return instrumentTests();
        }
    }

    /// A row for each reason that left out rows of any model.
    void droppedRows() {
        struct Reason {
            ExclusionReason reason;
            Word word;
            const char* key;
        };

        static constexpr std::array reasons{
            Reason{ExclusionReason::Filter, Word::DroppedFilter, "dropped_filter"},
            Reason{ExclusionReason::Missing, Word::DroppedMissing, "dropped_missing"},
            Reason{ExclusionReason::Lag, Word::DroppedLag, "dropped_lag"},
            Reason{ExclusionReason::Singleton, Word::DroppedSingletons, "dropped_singletons"},
            Reason{ExclusionReason::Weight, Word::DroppedWeight, "dropped_weight"}};
        for (const Reason& entry : reasons) {
            const bool occurs =
                std::any_of(models_.begin(), models_.end(), [&entry](const EstimatedModel& model) {
                    return model.fit && model.fit->sample.count(entry.reason) > 0;
                });
            if (occurs) {
                row(RowRole::Count, entry.key, phrase(entry.word),
                    [&entry](const Fit& fit) { return countCell(fit.sample.count(entry.reason)); });
            }
        }
    }

    [[nodiscard]] std::vector<std::string> clusterNames() const {
        std::vector<std::string> names;
        for (const EstimatedModel& model : models_) {
            if (!model.fit) {
                continue;
            }
            for (const auto& [name, number] : model.fit->clusters) {
                if (!contains(names, name)) {
                    names.push_back(name);
                }
            }
        }
        return names;
    }

    void clusters() {
        for (const std::string& name : clusterNames()) {
            row(RowRole::Count, "clusters:" + name,
                phrase(Word::ClusterCount, {groupPhrase(panel_, name)}),
                [&name](const Fit& fit) { return clusterCell(fit, name); });
        }
    }

    using TestCell = std::function<Cell(const InstrumentTests&)>;

    /// A test that models with instruments report, under iid errors or under others.
    void instrumentRow(std::string key, Word word, bool underIid, const TestCell& cellOf) {
        modelRow(RowRole::Test, std::move(key), phrase(word),
                 [underIid, &cellOf](const EstimatedModel& model) -> Cell {
                     const auto& tests = model.fit->instruments;
                     return tests && isIid(model) == underIid ? cellOf(*tests) : Cell();
                 });
    }

    void instrumentTests() {
        const auto lm = [](const InstrumentTests& tests) { return test(tests.kpRkLm); };
        const auto waldF = [](const InstrumentTests& tests) -> Cell {
            return TestValue{tests.kpRkWaldF, missingValue, criticalAtTenPercent(tests.stockYogo)};
        };
        const auto overidentification = [](const InstrumentTests& tests) {
            return tests.hansenJ ? test(*tests.hansenJ) : Cell();
        };
        instrumentRow("kp_rk_lm", Word::Underidentification, false, lm);
        instrumentRow("anderson_lm", Word::AndersonLm, true, lm);
        instrumentRow("kp_rk_wald_f", Word::WeakIdentification, false, waldF);
        instrumentRow("cragg_donald_f", Word::CraggDonaldF, true, waldF);
        instrumentRow("hansen_j", Word::Overidentification, false, overidentification);
        instrumentRow("sargan", Word::Sargan, true, overidentification);
    }

    /// What random effects are judged by; no rows in a table without them.
    void randomEffects() {
        using Measures = RandomEffectsMeasures;
        const auto measured = [this](RowRole role, const char* key, Word word,
                                     const std::function<Cell(const Measures&)>& cellOf) {
            row(role, key, phrase(word), [&cellOf](const Fit& fit) {
                return fit.randomEffects ? cellOf(*fit.randomEffects) : Cell();
            });
        };
        measured(RowRole::FitMeasure, "sigma_u", Word::UnitEffectSd,
                 [](const Measures& m) { return measureCell(m.sigmaU); });
        measured(RowRole::FitMeasure, "sigma_e", Word::IdiosyncraticSd,
                 [](const Measures& m) { return measureCell(m.sigmaE); });
        measured(RowRole::FitMeasure, "rho", Word::UnitEffectShare,
                 [](const Measures& m) { return measureCell(m.rho); });
        measured(RowRole::Test, "hausman", Word::HausmanTest,
                 [](const Measures& m) { return test(m.hausman); });
        measured(RowRole::Test, "mundlak", Word::MundlakTest,
                 [](const Measures& m) { return test(m.mundlak); });
    }

    const RegressionStudy& study_;
    std::span<const EstimatedModel> models_;
    const Panel& panel_;
    const std::vector<TermEstimate> noTerms_{};
    Table table_;
};

} // namespace

Phrase headingOf(const EstimatedModel& model) {
    return model.heading.isEmpty() ? own(model.specification.group) : model.heading;
}

std::vector<std::string> coreTerms(const RegressionStudy& study,
                                   std::span<const EstimatedModel> models) {
    if (!study.core.empty()) {
        return study.core;
    }
    std::vector<std::string> names;
    for (const EstimatedModel& model : models) {
        if (!model.fit) {
            continue;
        }
        const auto& terms = model.fit->terms;
        const auto first = std::find_if(terms.begin(), terms.end(), [](const TermEstimate& term) {
            return term.name != interceptName;
        });
        if (first != terms.end() && !contains(names, first->name)) {
            names.push_back(first->name);
        }
    }
    return names;
}

Table regressionTable(const RegressionStudy& study, std::span<const EstimatedModel> models,
                      const Panel& panel) {
    return TableBuilder(study, models, panel).build();
}

} // namespace citypanel::study

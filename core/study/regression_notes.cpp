// SPDX-License-Identifier: GPL-3.0-or-later
// Notes under a regression table, written from the models: a note that holds for several columns
// is said once, with their numbers.
#include "core/study/expression_phrase.h"
#include "core/study/labels.h"
#include "core/study/regression_table.h"

#include <algorithm>

namespace citypanel::study {

namespace {

class NoteBuilder {
public:
    NoteBuilder(const RegressionStudy& study, std::span<const EstimatedModel> models,
                const Panel& panel)
        : study_(study), models_(models), panel_(panel) {}

    std::vector<Note> build() {
        forEachFit(&NoteBuilder::estimator);
        forEachFit(&NoteBuilder::standardErrors);
        forEachFit(&NoteBuilder::convention);
        forEachFit(&NoteBuilder::weights);
        forEachFit(&NoteBuilder::sample);
        forEachFit(&NoteBuilder::instruments);
        forEachFit(&NoteBuilder::omitted);
        forEachFit(&NoteBuilder::ownNotes);
        for (std::size_t i = 0; i < models_.size(); ++i) {
            if (!models_[i].fit) {
                add(i, NoteKind::Other, phrase(Word::NoteNotEstimated));
            }
        }
        const auto estimated = static_cast<std::size_t>(
            std::count_if(models_.begin(), models_.end(),
                          [](const EstimatedModel& model) { return model.fit != nullptr; }));
        for (Note& note : notes_) {
            const bool isFailure = note.text.word == Word::NoteNotEstimated;
            if (note.columns.size() == (isFailure ? models_.size() : estimated)) {
                note.columns.clear();
            }
        }
        return std::move(notes_);
    }

private:
    void forEachFit(void (NoteBuilder::*write)(std::size_t, const Fit&)) {
        for (std::size_t i = 0; i < models_.size(); ++i) {
            if (models_[i].fit) {
                (this->*write)(i, *models_[i].fit);
            }
        }
    }

    /// Says it for this column; once for several.
    void add(std::size_t model, NoteKind kind, Phrase text) {
        const auto same = std::find_if(notes_.begin(), notes_.end(), [&](const Note& note) {
            return note.kind == kind && note.text == text;
        });
        if (same != notes_.end()) {
            same->columns.push_back(model + 1);
        } else {
            notes_.push_back({kind, std::move(text), {model + 1}});
        }
    }

    void standardErrors(std::size_t model, const Fit& fit) {
        add(model, NoteKind::StandardErrors, errorsOf(models_[model].vcov, fit));
        if (fit.covarianceWasRepaired) {
            add(model, NoteKind::Convention, phrase(Word::NoteCovarianceRepaired));
        }
    }

    [[nodiscard]] Phrase errorsOf(const CovarianceSpec& spec, const Fit& fit) const {
        switch (spec.kind) {
        case CovarianceKind::Iid:
            return phrase(Word::ErrorsIid);
        case CovarianceKind::Hc1:
            return phrase(Word::ErrorsHc1);
        case CovarianceKind::Hc2:
            return phrase(Word::ErrorsHc2);
        case CovarianceKind::Hc3:
            return phrase(Word::ErrorsHc3);
        case CovarianceKind::Cluster:
            return phrase(Word::ErrorsClustered, {clustersOf(spec, fit)});
        case CovarianceKind::DriscollKraay:
            return phrase(Word::ErrorsDriscollKraay,
                          {number(static_cast<std::size_t>(fit.lags)), number(fit.periods)});
        case CovarianceKind::NeweyWest:
            return phrase(Word::ErrorsNeweyWest, {number(static_cast<std::size_t>(fit.lags))});
        }
        return {};
    }

    /// Cluster variables, with their numbers where these are the same in every such column; where
    /// they differ, the table's row of clusters says them.
    [[nodiscard]] Phrase clustersOf(const CovarianceSpec& spec, const Fit& fit) const {
        const bool hasRow = std::find(study_.statistics.begin(), study_.statistics.end(),
                                      StatisticRow::Clusters) != study_.statistics.end();
        const bool isSame =
            std::all_of(models_.begin(), models_.end(), [&](const EstimatedModel& other) {
                return !other.fit || other.vcov != spec || other.fit->clusters == fit.clusters;
            });
        Phrase list = phrase(Word::List);
        for (const auto& [name, count] : fit.clusters) {
            const Phrase group = groupPhrase(panel_, name);
            list.arguments.push_back(isSame || !hasRow
                                         ? phrase(Word::ClusterWithCount, {group, number(count)})
                                         : phrase(Word::ClusterLevel, {group}));
        }
        return list;
    }

    /// How the coefficients were found, where it is not by least squares (instruments() says so of
    /// models with instruments).
    void estimator(std::size_t model, const Fit& fit) {
        switch (models_[model].specification.estimator) {
        case Estimator::RandomEffects:
            add(model, NoteKind::Other, phrase(Word::NoteRandomEffects));
            if (fit.randomEffects && !fit.randomEffects->hausmanIsReliable) {
                add(model, NoteKind::Other, phrase(Word::NoteHausmanUnreliable));
            }
            break;
        case Estimator::Between:
            add(model, NoteKind::Other, phrase(Word::NoteBetween));
            break;
        case Estimator::FirstDifference:
            add(model, NoteKind::Other, phrase(Word::NoteFirstDifference));
            break;
        case Estimator::LeastSquares:
        case Estimator::Liml:
        case Estimator::Gmm:
            break;
        }
    }

    void convention(std::size_t model, const Fit& fit) {
        const Estimator estimator = models_[model].specification.estimator;
        if (estimator == Estimator::RandomEffects || estimator == Estimator::Between) {
            return; // they have one convention alone
        }
        add(model, NoteKind::Convention,
            phrase(Word::NoteSmallSample, {own(std::string(nameOf(fit.ssc)))}));
    }

    void weights(std::size_t model, const Fit&) {
        const RegressionColumn& column = models_[model].specification;
        if (column.weights.empty()) {
            return;
        }
        const Word kind = column.weightKind == WeightKind::Analytic    ? Word::WeightsAnalytic
                          : column.weightKind == WeightKind::Frequency ? Word::WeightsFrequency
                                                                       : Word::WeightsProbability;
        add(model, NoteKind::Other,
            phrase(Word::NoteWeights, {variablePhrase(panel_, column.weights.text), phrase(kind)}));
    }

    void sample(std::size_t model, const Fit& fit) {
        const RegressionColumn& column = models_[model].specification;
        const ExpressionText& where = models_[model].said ? *models_[model].said : column.where;
        if (!where.empty()) {
            add(model, NoteKind::Sample,
                phrase(Word::NoteSample, {expressionPhrase(panel_, where.text)}));
        }
        const bool hasRows = std::find(study_.statistics.begin(), study_.statistics.end(),
                                       StatisticRow::DroppedRows) != study_.statistics.end();
        if (!hasRows) {
            droppedRows(model, fit);
        }
    }

    /// Where the table has no rows for them, the rows lost are said here.
    void droppedRows(std::size_t model, const Fit& fit) {
        Phrase list = phrase(Word::List);
        const auto reason = [&](ExclusionReason why, Word word) {
            if (const std::size_t count = fit.sample.count(why); count > 0) {
                list.arguments.push_back(
                    phrase(Word::CountWithReason, {number(count), phrase(word)}));
            }
        };
        reason(ExclusionReason::Filter, Word::DroppedFilter);
        reason(ExclusionReason::Missing, Word::DroppedMissing);
        reason(ExclusionReason::Lag, Word::DroppedLag);
        reason(ExclusionReason::Singleton, Word::DroppedSingletons);
        reason(ExclusionReason::Weight, Word::DroppedWeight);
        if (!list.arguments.empty()) {
            add(model, NoteKind::Sample, phrase(Word::NoteDropped, {std::move(list)}));
        }
    }

    [[nodiscard]] Phrase listOf(const std::vector<Term>& terms) const {
        Phrase list = phrase(Word::List);
        for (const Term& term : terms) {
            list.arguments.push_back(variablePhrase(panel_, term.name));
        }
        return list;
    }

    void instruments(std::size_t model, const Fit& fit) {
        if (!fit.instruments) {
            return;
        }
        const ModelFormula& formula = models_[model].formula;
        const Estimator estimator = models_[model].specification.estimator;
        Phrase method = phrase(estimator == Estimator::Liml  ? Word::NoteLiml
                               : estimator == Estimator::Gmm ? Word::NoteGmm
                                                             : Word::NoteInstruments,
                               {listOf(formula.endogenous), listOf(formula.instruments)});
        if (estimator == Estimator::Liml) {
            method.arguments.push_back(decimal(fit.instruments->kClass));
        }
        add(model, NoteKind::Instruments, std::move(method));
        const bool hasTests = std::find(study_.statistics.begin(), study_.statistics.end(),
                                        StatisticRow::InstrumentTests) != study_.statistics.end();
        if (hasTests && !fit.instruments->stockYogo.size.empty()) {
            add(model, NoteKind::Instruments, phrase(Word::NoteStockYogo, {own("10%")}));
        }
    }

    void ownNotes(std::size_t model, const Fit&) {
        for (const Note& note : models_[model].notes) {
            add(model, note.kind, note.text);
        }
    }

    void omitted(std::size_t model, const Fit& fit) {
        for (const DroppedTerm& term : fit.droppedCollinear) {
            add(model, NoteKind::Omitted, omission(term));
        }
        for (const ReferenceLevel& reference : fit.referenceLevels) {
            add(model, NoteKind::Omitted,
                phrase(Word::NoteReference,
                       {variablePhrase(panel_, reference.variable), own(reference.level)}));
        }
    }

    [[nodiscard]] Phrase omission(const DroppedTerm& term) const {
        const Phrase name = variablePhrase(panel_, term.name);
        Phrase with = phrase(Word::List);
        for (const std::string& other : term.with) {
            const bool isEffect = term.reason == DropReason::AbsorbedByEffects;
            with.arguments.push_back(isEffect
                                         ? phrase(Word::FixedEffect, {groupPhrase(panel_, other)})
                                         : variablePhrase(panel_, other));
        }
        switch (term.reason) {
        case DropReason::AbsorbedByEffects:
            return phrase(Word::NoteAbsorbed, {name, std::move(with)});
        case DropReason::Collinear:
            return phrase(Word::NoteCollinear, {name, std::move(with)});
        case DropReason::Constant:
            return phrase(Word::NoteConstantTerm, {name});
        case DropReason::Zero:
            return phrase(Word::NoteZero, {name});
        }
        return {};
    }

    const RegressionStudy& study_;
    std::span<const EstimatedModel> models_;
    const Panel& panel_;
    std::vector<Note> notes_;
};

} // namespace

std::vector<Note> regressionNotes(const RegressionStudy& study,
                                  std::span<const EstimatedModel> models, const Panel& panel) {
    return NoteBuilder(study, models, panel).build();
}

} // namespace citypanel::study

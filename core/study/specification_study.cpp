// SPDX-License-Identifier: GPL-3.0-or-later
// From choices to the sorted curve, its choice matrix and its table.
#include "core/study/specification_study.h"

#include "core/panel/number_text.h"
#include "core/recipe/winsorise_step.h"
#include "core/study/expression_phrase.h"
#include "core/study/labels.h"

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::study {

namespace {

constexpr std::size_t mostSubsets = 12;
constexpr double shareOfCurve = 0.3; ///< of the work, where there are joint tests

std::vector<std::string> textsOf(const std::vector<ExpressionText>& terms) {
    std::vector<std::string> texts;
    for (const ExpressionText& term : terms) {
        texts.push_back(termText(term));
    }
    return texts;
}

/// Lists without repetitions, in the order given.
template <typename T>
void addNew(std::vector<T>& list, T value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) {
        list.push_back(std::move(value));
    }
}

Result<std::vector<std::vector<std::string>>> controlSets(const SpecificationStudy& study) {
    const std::vector<std::string> all = textsOf(study.model.controls);
    std::vector<std::vector<std::string>> sets{all};
    if (study.allControlSubsets) {
        if (all.size() > mostSubsets) {
            return Problem{.code = ProblemCode::OptionInvalid,
                           .place = {.variable = "all_control_subsets"},
                           .found = std::to_string(all.size()),
                           .expected = std::to_string(mostSubsets)};
        }
        for (std::size_t subset = 0; subset < (std::size_t{1} << all.size()); ++subset) {
            std::vector<std::string> chosen;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if ((subset >> i & 1U) != 0) {
                    chosen.push_back(all[i]);
                }
            }
            addNew(sets, std::move(chosen));
        }
    }
    for (const TermSet& set : study.controls) {
        addNew(sets, textsOf(set.terms));
    }
    return sets;
}

std::vector<std::string> effectTexts(const std::vector<ExpressionText>& effects) {
    std::vector<std::string> texts;
    for (const ExpressionText& effect : effects) {
        texts.push_back(effect.text);
    }
    return texts;
}

/// The panel with the numeric columns of all choices clipped.
Result<Panel> winsorisedPanel(const SpecificationStudy& study, const SpecificationChoices& choices,
                              double percent, const Panel& panel, Progress& progress) {
    recipe::WinsoriseStep step{.lower = percent, .upper = 100.0 - percent};
    std::vector<std::string> names = choices.outcomes;
    names.insert(names.end(), choices.regressors.begin(), choices.regressors.end());
    for (const std::vector<std::string>& set : choices.controls) {
        names.insert(names.end(), set.begin(), set.end());
    }
    std::set<std::string> known;
    for (const std::string& name : names) {
        const Variable* column = panel.find(name);
        const bool isNumeric = column != nullptr && column->type() == VariableType::Numeric;
        if (isNumeric && known.insert(name).second) {
            step.variables.push_back(name);
        }
    }
    CITYPANEL_TRY(recipe::StepOutcome outcome, step.apply(panel, study.id.data(), progress));
    return std::move(outcome.panel);
}

/// One row of the choice matrix: the entries of one of the lists that have what its label says.
struct ChoiceRow {
    std::size_t list = 0;
    std::vector<std::size_t> entries{};
    Phrase label{};

    [[nodiscard]] bool holds(const SpecificationEstimate& estimate) const {
        return std::find(entries.begin(), entries.end(), estimate.choices[list]) != entries.end();
    }
};

Phrase effectsPhrase(const Panel& panel, const std::vector<std::string>& names) {
    if (names.empty()) {
        return phrase(Word::NoneChosen);
    }
    Phrase list = phrase(Word::List);
    for (const std::string& name : names) {
        list.arguments.push_back(groupPhrase(panel, name));
    }
    return list;
}

/// Standard errors in a few words.
Phrase errorsPhrase(const Panel& panel, const CovarianceSpec& spec) {
    const auto lagged = [&spec](const char* name) {
        return spec.lags ? phrase(Word::ShortErrorsLagged,
                                  {own(name), number(static_cast<std::size_t>(*spec.lags))})
                         : own(name);
    };
    switch (spec.kind) {
    case CovarianceKind::Iid:
        return phrase(Word::ShortErrorsIid);
    case CovarianceKind::Hc1:
        return phrase(Word::ShortErrorsRobust, {own("HC1")});
    case CovarianceKind::Hc2:
        return phrase(Word::ShortErrorsRobust, {own("HC2")});
    case CovarianceKind::Hc3:
        return phrase(Word::ShortErrorsRobust, {own("HC3")});
    case CovarianceKind::Cluster:
        return phrase(Word::ShortErrorsClustered, {effectsPhrase(panel, spec.clusters)});
    case CovarianceKind::DriscollKraay:
        return lagged("Driscoll–Kraay");
    case CovarianceKind::NeweyWest:
        return lagged("Newey–West");
    }
    return {};
}

class CurveFigures {
public:
    CurveFigures(const SpecificationStudy& study, const SpecificationChoices& choices,
                 const SpecificationCurve& curve, const Panel& panel)
        : study_(study), choices_(choices), curve_(curve), panel_(panel) {
        for (std::size_t i = 0; i < curve.estimates.size(); ++i) {
            if (!curve.estimates[i].problem) {
                order_.push_back(i);
            }
        }
        std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
            return curve.estimates[a].term.estimate < curve.estimates[b].term.estimate;
        });
    }

    [[nodiscard]] Figure curve() const {
        const Phrase core = variablePhrase(panel_, choices_.regressors.front());
        Figure figure{.key = "curve", .title = phrase(Word::TitleSpecifications, {core})};
        figure.x = {.title = phrase(Word::SpecificationRank)};
        figure.y = {.title = phrase(Word::CoefficientOf, {core}), .referenceLine = 0.0};
        Series all{.role = SeriesRole::Estimates, .key = "specifications", .name = core};
        Series main{
            .role = SeriesRole::Estimates, .key = "main", .name = phrase(Word::MainSpecification)};
        for (std::size_t at = 0; at < order_.size(); ++at) {
            Point point = pointOf(order_[at], at);
            (order_[at] == 0 ? main : all).points.push_back(std::move(point));
        }
        figure.series.push_back(std::move(all));
        figure.series.push_back(std::move(main));
        return figure;
    }

    /// A row a choice of every list that has several, and a row a control variable; the first at
    /// the top.
    [[nodiscard]] Figure choices() const {
        Figure figure{.key = "choices", .title = phrase(Word::TitleChoices)};
        figure.x = {.title = phrase(Word::SpecificationRank)};
        figure.y = {.kind = AxisKind::Categories};
        const std::vector<ChoiceRow> rows = choiceRows();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            figure.y.categories.push_back(rows[row].label);
            Series series{.role = SeriesRole::Points,
                          .key = "choice:" + std::to_string(row),
                          .name = rows[row].label};
            for (std::size_t at = 0; at < order_.size(); ++at) {
                const SpecificationEstimate& estimate = curve_.estimates[order_[at]];
                if (rows[row].holds(estimate)) {
                    series.points.push_back({.x = static_cast<double>(at),
                                             .y = static_cast<double>(row),
                                             .pValue = estimate.term.pValue,
                                             .key = std::to_string(order_[at])});
                }
            }
            figure.series.push_back(std::move(series));
        }
        return figure;
    }

private:
    [[nodiscard]] Point pointOf(std::size_t number, std::size_t at) const {
        const SpecificationEstimate& estimate = curve_.estimates[number];
        return {.x = static_cast<double>(at),
                .y = estimate.term.estimate,
                .intervals = {{choices_.level, estimate.term.confLow, estimate.term.confHigh}},
                .pValue = estimate.term.pValue,
                .count = static_cast<double>(estimate.nobs),
                .label = own(specificationFormula(choices_, estimate.choices)),
                .key = std::to_string(number)};
    }

    /// A row a control variable that some sets have and others lack: sets multiply, variables do
    /// not.
    void addControls(std::vector<ChoiceRow>& rows) const {
        std::vector<std::string> names;
        for (const std::vector<std::string>& set : choices_.controls) {
            for (const std::string& name : set) {
                addNew(names, name);
            }
        }
        for (const std::string& name : names) {
            ChoiceRow row{3, {}, phrase(Word::ChoiceControls, {variablePhrase(panel_, name)})};
            for (std::size_t i = 0; i < choices_.controls.size(); ++i) {
                const std::vector<std::string>& set = choices_.controls[i];
                if (std::find(set.begin(), set.end(), name) != set.end()) {
                    row.entries.push_back(i);
                }
            }
            if (row.entries.size() < choices_.controls.size()) {
                rows.push_back(std::move(row));
            }
        }
    }

    [[nodiscard]] std::vector<ChoiceRow> choiceRows() const {
        std::vector<ChoiceRow> rows;
        const auto add = [&rows](std::size_t list, std::size_t count, const auto& labelOf) {
            for (std::size_t entry = 0; count > 1 && entry < count; ++entry) {
                rows.push_back({list, {entry}, labelOf(entry)});
            }
        };
        add(1, choices_.outcomes.size(), [&](std::size_t i) {
            return phrase(Word::ChoiceOutcome, {variablePhrase(panel_, choices_.outcomes[i])});
        });
        add(2, choices_.regressors.size(), [&](std::size_t i) {
            return phrase(Word::ChoiceRegressor, {variablePhrase(panel_, choices_.regressors[i])});
        });
        addControls(rows);
        add(4, choices_.effects.size(), [&](std::size_t i) {
            return phrase(Word::ChoiceEffects, {effectsPhrase(panel_, choices_.effects[i])});
        });
        add(5, choices_.vcovs.size(), [&](std::size_t i) {
            return phrase(Word::ChoiceErrors, {errorsPhrase(panel_, choices_.vcovs[i])});
        });
        add(0, choices_.panels.size(), [&](std::size_t i) {
            const Phrase percent =
                i == 0 ? phrase(Word::NoneChosen)
                       : phrase(Word::PerCent, {own(shortestText(study_.winsorising[i - 1]))});
            return phrase(Word::ChoiceWinsorising, {percent});
        });
        add(6, choices_.samples.size(), [&](std::size_t i) {
            const std::string& sample = choices_.samples[i];
            return phrase(Word::ChoiceSample, {sample.empty() ? phrase(Word::AllRows)
                                                              : expressionPhrase(panel_, sample)});
        });
        return rows;
    }

    const SpecificationStudy& study_;
    const SpecificationChoices& choices_;
    const SpecificationCurve& curve_;
    const Panel& panel_;
    std::vector<std::size_t> order_; ///< numbers of the combinations, by estimate
};

Table summaryTable(const SpecificationStudy& study, const SpecificationChoices& choices,
                   const SpecificationCurve& curve, const SpecificationTest* test,
                   const Panel& panel) {
    const Phrase core = variablePhrase(panel, choices.regressors.front());
    Table table{.key = "specifications",
                .title = study.title.empty() ? phrase(Word::TitleSpecificationTests, {core})
                                             : own(study.title),
                .rowHeading = phrase(Word::Variable)};
    table.columns.push_back({.key = "value", .title = phrase(Word::Value)});
    const auto add = [&table](const char* key, Word word, Cell cell) {
        table.rows.push_back({.role = RowRole::Summary,
                              .key = key,
                              .label = phrase(word),
                              .cells = {std::move(cell)}});
    };
    const SpecificationSummary& summary = curve.summary;
    const std::size_t failed = curve.estimates.size() - summary.specifications;
    const auto count = [](std::size_t n) {
        return Number{static_cast<double>(n), NumberRole::Count};
    };
    add("specifications", Word::SpecificationCount, count(summary.specifications));
    add("failed", Word::SpecificationFailed, count(failed));
    add("median", Word::MedianEstimate, Number{summary.median});
    add("share_positive", Word::SharePositive, Number{summary.sharePositive});
    add("share_significant", Word::ShareSignificant, Number{summary.shareSignificant});
    add("stouffer", Word::StoufferZ, Number{summary.stouffer});
    if (test != nullptr) {
        add("test_median", Word::MedianTest, TestValue{summary.median, test->medianPValue});
        add("test_share", Word::ShareTest, TestValue{summary.shareSignificant, test->sharePValue});
        add("test_stouffer", Word::StoufferTest, TestValue{summary.stouffer, test->stoufferPValue});
        table.notes.push_back(
            {NoteKind::Other,
             phrase(Word::NoteSpecificationTest,
                    {core, number(test->replications.size()), own(std::to_string(study.seed))}),
             {}});
    }
    return table;
}

/// One problem of each code, for the first combination that has it.
Problems problemsOf(const SpecificationCurve& curve) {
    Problems problems;
    std::set<ProblemCode> known;
    for (std::size_t i = 0; i < curve.estimates.size(); ++i) {
        const auto& problem = curve.estimates[i].problem;
        if (problem && known.insert(problem->code).second) {
            problems.push_back(located(*problem, Place{.column = std::to_string(i + 1)}));
        }
    }
    return problems;
}

} // namespace

Result<SpecificationChoices> SpecificationStudy::choices(const Panel& panel,
                                                         Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkModel(model));
    if (!model.weights.empty()) {
        return Problem{.code = ProblemCode::ConventionUnsupported,
                       .place = {.variable = "weights"},
                       .found = model.weights.text};
    }
    SpecificationChoices result;
    result.ssc = model.ssc;
    result.outcomes = {model.outcome.text};
    for (const ExpressionText& other : outcomes) {
        addNew(result.outcomes, other.text);
    }
    result.regressors = {termText(model.core.front())};
    for (const ExpressionText& other : regressors) {
        addNew(result.regressors, termText(other));
    }
    CITYPANEL_TRY(result.controls, controlSets(*this));
    result.effects = {effectTexts(model.effects)};
    for (const TermSet& set : effects) {
        addNew(result.effects, effectTexts(set.terms));
    }
    CITYPANEL_TRY(CovarianceSpec vcov, parseCovariance(columnOf(model, panel).vcov));
    result.vcovs = {std::move(vcov)};
    for (const std::string& other : vcovs) {
        CITYPANEL_TRY(CovarianceSpec spec, parseCovariance(other));
        addNew(result.vcovs, std::move(spec));
    }
    result.samples = {model.where.text};
    for (const ExpressionText& sample : samples) {
        addNew(result.samples, bothOf(model.where, sample).text);
    }
    result.panels = {panel};
    for (const double percent : winsorising) {
        CITYPANEL_TRY(Panel clipped, winsorisedPanel(*this, result, percent, panel, progress));
        result.panels.push_back(std::move(clipped));
    }
    return result;
}

Result<StudyResult> SpecificationStudy::run(const Panel& panel, Progress& progress) const {
    NoProgress quiet;
    CITYPANEL_TRY(const SpecificationChoices combined, choices(panel, quiet));
    SubProgress curvePart(progress, 0.0, reps > 0 ? shareOfCurve : 1.0);
    CITYPANEL_TRY(const SpecificationCurve curve, specificationCurve(combined, curvePart));
    StudyResult result;
    result.problems = problemsOf(curve);
    std::optional<SpecificationTest> test;
    if (reps > 0) {
        SubProgress testPart(progress, shareOfCurve, 1.0);
        const SpecificationTestOptions options{
            .scheme = scheme, .reps = static_cast<int>(reps), .seed = seed};
        auto made = specificationTest(combined, curve, options, testPart);
        if (!made && made.error().code == ProblemCode::Cancelled) {
            return made.error();
        }
        if (made) {
            test = *std::move(made);
        } else {
            result.problems.push_back(made.error());
        }
    }
    result.tables.push_back(summaryTable(*this, combined, curve, test ? &*test : nullptr, panel));
    const CurveFigures figures(*this, combined, curve, panel);
    result.figures.push_back(figures.curve());
    result.figures.push_back(figures.choices());
    progress.report(1.0);
    return result;
}

} // namespace citypanel::study

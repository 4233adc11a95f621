// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of each check, and the placebo's table and figure.
#include "core/study/robustness_study.h"

#include "core/panel/number_text.h"
#include "core/recipe/winsorise_step.h"
#include "core/study/distributions.h"
#include "core/study/group_difference.h"
#include "core/study/labels.h"
#include "core/study/placebo_table.h"
#include "core/study/regression_table.h"

#include <algorithm>
#include <utility>

namespace citypanel::study {

namespace {

/// Name of the column that marks the upper half of a median split.
constexpr const char* upperHalf = "above median";

/// The test that the two coefficients of a median split are equal; it stands in `column`.
struct SplitTest {
    std::size_t column = 0;
    GroupDifferences differences{};
};

class Battery {
public:
    Battery(const RobustnessStudy& study, const Panel& panel)
        : study_(study), model_(study.model), panel_(panel), core_(study.model.core.front()) {}

    Result<StudyResult> run(Progress& progress) {
        const auto count = static_cast<double>(study_.checks.size());
        for (std::size_t i = 0; i < study_.checks.size(); ++i) {
            const auto done = static_cast<double>(i);
            SubProgress part(progress, done / count, (done + 1.0) / count);
            const Status status = add(study_.checks[i], part);
            if (!status && status.error().code == ProblemCode::Cancelled) {
                return status.error();
            }
            if (!status) {
                const std::string column = std::to_string(std::max<std::size_t>(models_.size(), 1));
                result_.problems.push_back(located(status.error(), Place{.column = column}));
            }
        }
        if (!models_.empty()) {
            addTable();
        }
        result_.tables.insert(result_.tables.end(), placebos_.begin(), placebos_.end());
        result_.figures.insert(result_.figures.end(), placeboFigures_.begin(),
                               placeboFigures_.end());
        progress.report(1.0);
        return std::move(result_);
    }

private:
    Status add(const RobustnessCheck& check, Progress& progress) {
        switch (check.kind) {
        case CheckKind::LaggedInstrument:
            return instrument(check, progress);
        case CheckKind::Restrict:
            return varied(
                check, phrase(Word::CheckRestricted, {own(check.expression.text)}), progress,
                [&](StudyModel& model) { model.where = bothOf(model.where, check.expression); });
        case CheckKind::Effects:
            return varied(check, phrase(Word::CheckEffects, {effectList(check.effects)}), progress,
                          [&](StudyModel& model) { model.effects = check.effects; });
        case CheckKind::MedianSplit:
            return split(check, progress);
        case CheckKind::ReplaceOutcome:
            return varied(check, phrase(Word::CheckOutcome), progress,
                          [&](StudyModel& model) { model.outcome = check.expression; });
        case CheckKind::ReplaceRegressor:
            return varied(check, phrase(Word::CheckRegressor), progress,
                          [&](StudyModel& model) { model.core.front() = check.expression; });
        case CheckKind::LagRegressors:
            return varied(check, phrase(Word::CheckLag, {periods(check)}), progress,
                          [&](StudyModel& model) {
                              for (ExpressionText& term : model.core) {
                                  term = lagged(term, check.lags);
                              }
                          });
        case CheckKind::Clustering:
            return varied(check, phrase(Word::CheckClustering), progress,
                          [&](StudyModel& model) { model.vcov = check.vcov; });
        case CheckKind::Winsorising:
            return winsorised(check, progress);
        case CheckKind::DropPeriods:
            return withoutPeriods(check, progress);
        case CheckKind::Placebo:
            return placebo(check, progress);
        }
        return {};
    }

    static Phrase periods(const RobustnessCheck& check) {
        return number(static_cast<std::size_t>(std::max<std::int64_t>(check.lags, 0)));
    }

    static std::string lagged(const ExpressionText& term, std::int64_t lags) {
        return "lag(" + term.text + "," + std::to_string(lags) + ")";
    }

    [[nodiscard]] Phrase effectList(const std::vector<ExpressionText>& effects) const {
        Phrase list = phrase(Word::List);
        for (const ExpressionText& effect : effects) {
            list.arguments.push_back(groupPhrase(panel_, effect.text));
        }
        return list;
    }

    static Phrase headed(const RobustnessCheck& check, Phrase made) {
        return check.label.empty() ? std::move(made) : own(check.label);
    }

    /// Estimates the model as the last column; the column stays, empty, where that fails.
    Status append(EstimatedModel model, Progress& progress) {
        models_.push_back(std::move(model));
        EstimatedModel& added = models_.back();
        CITYPANEL_TRY_STATUS(estimateModel(added, panel_, progress));
        keepFit();
        return {};
    }

    void keepFit() { keepModel(models_.back(), std::to_string(models_.size()), result_); }

    template <typename Change>
    Status varied(const RobustnessCheck& check, Phrase made, Progress& progress, Change change) {
        StudyModel model = model_;
        change(model);
        EstimatedModel column;
        column.specification = columnOf(model, panel_);
        column.heading = headed(check, std::move(made));
        return append(std::move(column), progress);
    }

    /// Two columns; the first stage is that of the second column's fit, on its rows.
    Status instrument(const RobustnessCheck& check, Progress& progress) {
        const std::vector<ExpressionText> others(model_.core.begin() + 1, model_.core.end());
        const std::vector<ExpressionText> exogenous = joined(others, model_.controls);
        const std::vector<ExpressionText> instruments{lagged(core_, check.lags)};
        EstimatedModel second;
        second.heading = headed(check, phrase(Word::CheckSecondStage));
        second.specification =
            columnOf(model_, panel_,
                     formulaText(model_.outcome, exogenous, model_.effects, core_, instruments));
        EstimatedModel first;
        first.heading = headed(check, phrase(Word::CheckFirstStage));
        first.isFirstStage = true;
        first.specification = columnOf(
            model_, panel_, formulaText(core_, joined(instruments, exogenous), model_.effects));
        first.notes.push_back(
            {NoteKind::Instruments,
             phrase(Word::NoteFirstStage, {variablePhrase(panel_, core_.text),
                                           variablePhrase(panel_, instruments.front().text)}),
             {}});
        models_.push_back(first);
        CITYPANEL_TRY_STATUS(append(std::move(second), progress));
        return fillFirstStage(models_[models_.size() - 2], *models_.back().fit);
    }

    Status fillFirstStage(EstimatedModel& first, const Fit& second) {
        CITYPANEL_TRY(first.formula, parseModelFormula(first.specification.formula.text));
        first.vcov = models_.back().vcov;
        const FirstStage& stage = second.instruments->firstStages.front();
        Fit fit = second;
        fit.formula = first.formula.text;
        fit.outcome = stage.endogenous;
        fit.terms = stage.terms;
        fit.f = stage.partialF;
        fit.rSquared = second.effects.empty() ? stage.rSquared : missingValue;
        fit.withinRSquared = second.effects.empty() ? missingValue : stage.rSquared;
        for (double* measure : {&fit.adjRSquared, &fit.adjWithinRSquared, &fit.rmse, &fit.rss,
                                &fit.tss, &fit.tssWithin, &fit.meanOutcome}) {
            *measure = missingValue;
        }
        fit.covariance.clear();
        fit.residuals.clear();
        fit.constant.reset();
        fit.instruments.reset();
        first.fit = std::make_shared<const Fit>(std::move(fit));
        keepModel(first, std::to_string(models_.size() - 1), result_);
        return {};
    }

    /// Median of the expression over the rows of the model's condition, as an expression.
    [[nodiscard]] Result<std::string> medianOf(const ExpressionText& variable) const {
        if (model_.where.empty()) {
            return "median(" + variable.text + ")";
        }
        CITYPANEL_TRY(const Expression condition, parseExpression(model_.where.text));
        CITYPANEL_TRY(const std::vector<bool> keep, selectRows(condition, panel_));
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < keep.size(); ++row) {
            if (keep[row]) {
                rows.push_back(row);
            }
        }
        CITYPANEL_TRY(std::vector<double> values, valuesIn(panel_, variable, rows));
        if (values.empty()) {
            return Problem{.code = ProblemCode::SampleEmpty, .place = {.variable = variable.text}};
        }
        std::sort(values.begin(), values.end());
        const std::size_t middle = values.size() / 2;
        return shortestText(values.size() % 2 == 1 ? values[middle]
                                                   : (values[middle - 1] + values[middle]) / 2);
    }

    Status split(const RobustnessCheck& check, Progress& progress) {
        const ExpressionText& variable = check.expression.empty() ? core_ : check.expression;
        const Phrase name = variablePhrase(panel_, variable.text);
        CITYPANEL_TRY(const std::string median, medianOf(variable));
        const std::string below = "(" + variable.text + ") <= " + median;
        const std::string above = "(" + variable.text + ") > " + median;
        Status status = varied(check, phrase(Word::CheckBelowMedian, {name}), progress,
                               [&](StudyModel& m) { m.where = bothOf(m.where, below); });
        const Status second = varied(check, phrase(Word::CheckAboveMedian, {name}), progress,
                                     [&](StudyModel& m) { m.where = bothOf(m.where, above); });
        if (!status || !second) {
            return status ? second : status;
        }
        CITYPANEL_TRY(const Expression condition, parseExpression(above));
        CITYPANEL_TRY(ExpressionValues isAbove, evaluate(condition, panel_));
        CITYPANEL_TRY(const Panel marked,
                      panel_.withVariable(Variable::numeric(upperHalf, std::move(isAbove.values))));
        SplitTest test{.column = models_.size() - 1};
        CITYPANEL_TRY(test.differences,
                      groupDifferences(marked, model_, upperHalf,
                                       {.methods = {GroupTestMethod::Chow, GroupTestMethod::Suest}},
                                       progress));
        splits_.push_back(std::move(test));
        return {};
    }

    /// Columns of the model that are more than 0/1 are clipped in a version of the panel.
    Status winsorised(const RobustnessCheck& check, Progress& progress) {
        recipe::WinsoriseStep step{.lower = check.lower, .upper = check.upper};
        Phrase names = phrase(Word::List);
        for (const ExpressionText& term :
             joined(joined({model_.outcome}, model_.core), model_.controls)) {
            const Variable* column = panel_.find(term.text);
            if (column != nullptr && column->type() == VariableType::Numeric) {
                step.variables.push_back(term.text);
                names.arguments.push_back(variablePhrase(panel_, term.text));
            }
        }
        EstimatedModel column;
        column.specification = columnOf(model_, panel_);
        column.heading =
            headed(check, phrase(Word::CheckWinsorising,
                                 {own(shortestText(check.lower)), own(shortestText(check.upper))}));
        column.notes.push_back({NoteKind::Sample,
                                phrase(Word::NoteWinsorised, {names, own(shortestText(check.lower)),
                                                              own(shortestText(check.upper))}),
                                {}});
        auto outcome = step.apply(panel_, "winsorise", progress);
        if (!outcome) {
            models_.push_back(std::move(column));
            return outcome.error();
        }
        column.panel = outcome->panel;
        return append(std::move(column), progress);
    }

    Status withoutPeriods(const RobustnessCheck& check, Progress& progress) {
        const std::string period = quotedName(panel_.keys().period);
        std::string condition;
        Phrase list = phrase(Word::List);
        for (const std::int64_t dropped : check.periods) {
            condition +=
                (condition.empty() ? "" : " and ") + period + " != " + std::to_string(dropped);
            list.arguments.push_back(own(std::to_string(dropped)));
        }
        return varied(check, phrase(Word::CheckPeriods, {list}), progress,
                      [&](StudyModel& model) { model.where = bothOf(model.where, condition); });
    }

    Status placebo(const RobustnessCheck& check, Progress& progress) {
        const RegressionColumn column = columnOf(model_, panel_);
        CITYPANEL_TRY(const ModelFormula formula, parseModelFormula(column.formula.text));
        PlaceboOptions options;
        CITYPANEL_TRY(options.estimate, optionsOf(column));
        options.regressor = termName(core_);
        options.scheme = check.scheme;
        options.reps = static_cast<int>(check.reps);
        options.seed = check.seed;
        CITYPANEL_TRY(const PlaceboTest test, placeboTest(panel_, formula, options, progress));
        const std::string key =
            placebos_.empty() ? "placebo" : "placebo_" + std::to_string(placebos_.size() + 1);
        placebos_.push_back(placeboTable(test, options, key, panel_));
        placeboFigures_.push_back(placeboFigure(test, placebos_.back(), panel_));
        // Results of a study are told apart by their keys, in the report and as names of files.
        placeboFigures_.back().key += "_density";
        return {};
    }

    static void addCore(std::vector<std::string>& core, std::string name) {
        if (std::find(core.begin(), core.end(), name) == core.end()) {
            core.push_back(std::move(name));
        }
    }

    void addTable() {
        RegressionStudy asRegression;
        asRegression.title = study_.title;
        asRegression.core = coreNames(model_);
        asRegression.statistics = study_.statistics;
        for (const RobustnessCheck& check : study_.checks) {
            if (check.kind == CheckKind::LaggedInstrument ||
                check.kind == CheckKind::LagRegressors) {
                addCore(asRegression.core, termName(lagged(core_, check.lags)));
            } else if (check.kind == CheckKind::ReplaceRegressor) {
                addCore(asRegression.core, termName(check.expression));
            }
        }
        Table table = regressionTable(asRegression, models_, panel_);
        table.key = RobustnessStudy::id;
        table.title = title();
        addSplitTests(table);
        result_.figures.push_back(coefficientFigure(asRegression, models_, panel_));
        result_.tables.push_back(std::move(table));
    }

    [[nodiscard]] Phrase title() const {
        return study_.title.empty()
                   ? phrase(Word::TitleRobustness, {variablePhrase(panel_, core_.text)})
                   : own(study_.title);
    }

    /// A row a method, the test in the column of the upper half.
    void addSplitTests(Table& table) const {
        const std::string term = termName(core_);
        for (const auto& [method, word] : {std::pair{GroupTestMethod::Chow, Word::EqualInteraction},
                                           std::pair{GroupTestMethod::Suest, Word::EqualSuest}}) {
            if (splits_.empty()) {
                return;
            }
            Row row{.role = RowRole::Test,
                    .key = "equal:" + std::string(nameOf(method)) + ":" + term,
                    .label = phrase(word, {variablePhrase(panel_, term)}),
                    .cells = std::vector<Cell>(models_.size())};
            for (const SplitTest& split : splits_) {
                const GroupTest* test = split.differences.find(method, term, "0", "1");
                if (test != nullptr) {
                    row.cells[split.column] =
                        TestValue{test->statistic, test->pValue, missingValue};
                }
            }
            table.rows.push_back(std::move(row));
        }
    }

    const RobustnessStudy& study_;
    const StudyModel& model_;
    const Panel& panel_;
    const ExpressionText& core_;
    StudyResult result_;
    std::vector<EstimatedModel> models_;
    std::vector<SplitTest> splits_;
    std::vector<Table> placebos_;
    std::vector<Figure> placeboFigures_;
};

} // namespace

std::vector<RobustnessCheck> usualChecks(const Panel& panel, const std::string& region) {
    std::vector<RobustnessCheck> checks{{.kind = CheckKind::LaggedInstrument}};
    if (!region.empty()) {
        checks.push_back({.kind = CheckKind::Effects,
                          .effects = {panel.keys().unit, region + "^" + panel.keys().period}});
    }
    checks.push_back({.kind = CheckKind::MedianSplit});
    checks.push_back({.kind = CheckKind::Placebo});
    return checks;
}

Result<StudyResult> RobustnessStudy::run(const Panel& panel, Progress& progress) const {
    CITYPANEL_TRY_STATUS(checkModel(model));
    if (checks.empty()) {
        return Problem{.code = ProblemCode::OptionInvalid, .expected = "checks"};
    }
    return Battery(*this, panel).run(progress);
}

} // namespace citypanel::study

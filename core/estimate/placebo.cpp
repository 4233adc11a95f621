// SPDX-License-Identifier: GPL-3.0-or-later
// Placebo test by dealing out a regressor at random.
#include "core/estimate/placebo.h"

#include "core/base/parallel.h"
#include "core/estimate/linear_fit.h"
#include "core/estimate/random_stream.h"
#include "core/estimate/term_column.h"
#include "core/estimate/tolerances.h"
#include "core/estimate/unit_bootstrap.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

namespace citypanel {

namespace {

constexpr std::size_t placebosPerChunk = 16;
constexpr double placeboLevel = 0.05;
constexpr const char* dealtName = "_placebo";

struct Dealt {
    std::vector<TermEstimate> terms{};
    std::size_t failed = 0;
    std::optional<Problem> problem{};
};

/// One replication: the coefficient with the regressor dealt out anew; nothing when it is dropped.
class Dealer {
public:
    virtual ~Dealer() = default;
    /// A copy for one thread's chunk.
    [[nodiscard]] virtual Result<std::optional<TermEstimate>> deal(RandomStream& stream) = 0;
    [[nodiscard]] virtual std::unique_ptr<Dealer> copy() const = 0;
};

Result<std::optional<TermEstimate>> termIn(const Result<Fit>& fit, const std::string& name) {
    if (!fit) {
        const bool isDropped = fit.error().code == ProblemCode::RegressorsAllDropped ||
                               fit.error().code == ProblemCode::SampleEmpty;
        if (isDropped) {
            return std::optional<TermEstimate>();
        }
        return fit.error();
    }
    const TermEstimate* term = fit->term(name);
    return term == nullptr ? std::optional<TermEstimate>() : std::optional<TermEstimate>(*term);
}

/// Values change places within each period of the sample: only one column is cleaned again.
class PeriodDealer final : public Dealer {
public:
    PeriodDealer(const Panel& panel, const ModelFormula& formula, const PlaceboOptions& options)
        : panel_(&panel), formula_(&formula), options_(&options) {}

    Status prepare(Progress& progress) {
        CITYPANEL_TRY(ModelData data, prepareModel(*panel_, *formula_, options_->estimate));
        const auto name =
            std::find(data.columns.names.begin(), data.columns.names.end(), options_->regressor);
        column_ = static_cast<std::size_t>(name - data.columns.names.begin());
        const std::span<const double> x = std::as_const(data.columns).column(column_);
        values_.assign(x.begin(), x.end());
        std::map<Period, std::vector<std::size_t>> periods;
        for (std::size_t i = 0; i < data.rowCount(); ++i) {
            periods[panel_->periods()[data.rows[i]]].push_back(i);
        }
        for (auto& [period, rows] : periods) {
            periods_.push_back(std::move(rows));
        }
        if (data.weights.empty()) {
            // Weights of one keep the column from being evaluated again from the formula.
            data.weights.assign(data.rowCount(), 1.0);
        }
        CITYPANEL_TRY(model_, cleanModel(std::move(data), options_->estimate, progress));
        return {};
    }

    Result<std::optional<TermEstimate>> deal(RandomStream& stream) override {
        const std::span<double> x = model_.data.columns.column(column_);
        for (const std::vector<std::size_t>& rows : periods_) {
            std::vector<std::size_t> givers = rows;
            stream.shuffle(givers, givers.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                x[rows[i]] = values_[givers[i]];
            }
        }
        if (model_.effects) {
            NoProgress progress;
            double* column = x.data();
            CITYPANEL_TRY_STATUS(model_.effects->partialOut({&column, 1}, progress));
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] *= std::sqrt(model_.data.weights[i]);
        }
        return termIn(fitLeastSquares(model_, *panel_, *formula_, options_->estimate),
                      options_->regressor);
    }

    [[nodiscard]] std::unique_ptr<Dealer> copy() const override {
        return std::make_unique<PeriodDealer>(*this);
    }

private:
    const Panel* panel_;
    const ModelFormula* formula_;
    const PlaceboOptions* options_;
    CleanModel model_;
    std::size_t column_ = 0;
    std::vector<double> values_;
    std::vector<std::vector<std::size_t>> periods_; ///< rows of the model
};

/// Units take over each other's histories by period; the sample may change.
class UnitDealer final : public Dealer {
public:
    UnitDealer(const Panel& panel, const ModelFormula& formula, const PlaceboOptions& options)
        : panel_(&panel), formula_(formula), options_(&options) {}

    Status prepare(const Term& term) {
        CITYPANEL_TRY(values_, termColumn(*panel_, term));
        CITYPANEL_TRY(const Expression dealt, parseExpression(dealtName));
        for (Term& regressor : formula_.regressors) {
            if (regressor.name == options_->regressor) {
                regressor.parts = {{.text = {}, .expression = dealt}};
            }
        }
        return {};
    }

    Result<std::optional<TermEstimate>> deal(RandomStream& stream) override {
        std::vector<std::size_t> givers(panel_->unitCount());
        std::iota(givers.begin(), givers.end(), std::size_t{0});
        stream.shuffle(givers, givers.size());
        std::vector<double> dealt(values_.size(), missingValue);
        for (std::size_t row = 0; row < dealt.size(); ++row) {
            const auto unit = static_cast<std::size_t>(panel_->unitCodes()[row]);
            const std::optional<std::size_t> from =
                panel_->rowOf(givers[unit], panel_->periods()[row]);
            dealt[row] = from ? values_[*from] : missingValue;
        }
        CITYPANEL_TRY(const Panel panel,
                      panel_->withVariable(Variable::numeric(dealtName, std::move(dealt))));
        NoProgress progress;
        return termIn(estimate(panel, formula_, options_->estimate, progress), options_->regressor);
    }

    [[nodiscard]] std::unique_ptr<Dealer> copy() const override {
        return std::make_unique<UnitDealer>(*this);
    }

private:
    const Panel* panel_;
    ModelFormula formula_;
    const PlaceboOptions* options_;
    std::vector<double> values_; ///< one a row of the panel
};

Dealt dealChunk(const Chunk& chunk, const Dealer& prototype, const PlaceboOptions& options,
                const Progress& progress) {
    Dealt dealt;
    const std::unique_ptr<Dealer> dealer = prototype.copy();
    for (std::size_t rep = chunk.begin; rep < chunk.end; ++rep) {
        if (progress.cancelled()) {
            dealt.problem = cancelledProblem();
            return dealt;
        }
        RandomStream stream(static_cast<std::uint64_t>(options.seed), rep);
        const Result<std::optional<TermEstimate>> term = dealer->deal(stream);
        if (!term) {
            dealt.problem = term.error();
            return dealt;
        }
        if (*term && !isMissing((*term)->pValue)) {
            dealt.terms.push_back(**term);
        } else {
            ++dealt.failed;
        }
    }
    return dealt;
}

void summarise(PlaceboTest& test) {
    const auto n = static_cast<double>(test.estimates.size());
    test.mean = std::accumulate(test.estimates.begin(), test.estimates.end(), 0.0) / n;
    double squares = 0.0;
    double asLarge = 0.0;
    const double actual = std::abs(test.actual.estimate);
    for (const double estimate : test.estimates) {
        squares += (estimate - test.mean) * (estimate - test.mean);
        asLarge += std::abs(estimate) >= actual * (1.0 - tieShare) ? 1.0 : 0.0;
    }
    test.standardDeviation = n > 1.0 ? std::sqrt(squares / (n - 1.0)) : missingValue;
    test.pValue = (1.0 + asLarge) / (1.0 + n);
    const auto below = std::count_if(test.pValues.begin(), test.pValues.end(),
                                     [](double p) { return p < placeboLevel; });
    test.shareSignificant = static_cast<double>(below) / n;
    std::vector<double> ascending = test.estimates;
    std::sort(ascending.begin(), ascending.end());
    test.percentile2_5 = percentile(ascending, 0.025);
    test.percentile97_5 = percentile(ascending, 0.975);
}

Result<PlaceboTest> replicate(PlaceboTest test, const Dealer& dealer, const PlaceboOptions& options,
                              Progress& progress) {
    const std::vector<Dealt> parts = parallelMapChunks<Dealt>(
        static_cast<std::size_t>(options.reps), placebosPerChunk,
        [&](const Chunk& chunk) { return dealChunk(chunk, dealer, options, progress); });
    for (const Dealt& part : parts) {
        if (part.problem) {
            return *part.problem;
        }
        test.failedReps += part.failed;
        for (const TermEstimate& term : part.terms) {
            test.estimates.push_back(term.estimate);
            test.pValues.push_back(term.pValue);
        }
    }
    if (test.estimates.empty()) {
        return Problem{.code = ProblemCode::RegressorsAllDropped,
                       .place = {.variable = options.regressor}};
    }
    summarise(test);
    progress.report(1.0);
    return test;
}

/// The formula's term of that name, with one column.
Result<Term> singleTerm(const ModelFormula& formula, const std::string& name) {
    std::string known;
    for (const Term& term : formula.regressors) {
        const bool hasLevels =
            std::any_of(term.parts.begin(), term.parts.end(),
                        [](const TermPart& part) { return part.kind == TermPart::Kind::Levels; });
        if (term.name == name && !hasLevels) {
            return term;
        }
        known += (known.empty() ? "" : ", ") + term.name;
    }
    return Problem{.code = ProblemCode::VariableUnknown,
                   .place = {.variable = name},
                   .found = name,
                   .expected = known};
}

} // namespace

Result<PlaceboTest> placeboTest(const Panel& panel, const ModelFormula& formula,
                                const PlaceboOptions& options, Progress& progress) {
    if (formula.hasInstruments()) {
        return Problem{.code = ProblemCode::ConventionUnsupported,
                       .place = {.variable = formula.endogenous.front().name},
                       .found = formula.text};
    }
    if (options.reps < 1) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "reps"},
                       .found = std::to_string(options.reps),
                       .expected = "500"};
    }
    CITYPANEL_TRY(const Term term, singleTerm(formula, options.regressor));
    NoProgress quiet;
    CITYPANEL_TRY(const Fit fit, estimate(panel, formula, options.estimate, quiet));
    const TermEstimate* actual = fit.term(options.regressor);
    if (actual == nullptr) {
        return Problem{.code = ProblemCode::RegressorsAllDropped,
                       .place = {.variable = options.regressor}};
    }
    PlaceboTest test;
    test.actual = *actual;
    test.seed = options.seed;
    if (options.scheme == PlaceboScheme::WholeUnits) {
        UnitDealer dealer(panel, formula, options);
        CITYPANEL_TRY_STATUS(dealer.prepare(term));
        return replicate(std::move(test), dealer, options, progress);
    }
    PeriodDealer dealer(panel, formula, options);
    CITYPANEL_TRY_STATUS(dealer.prepare(quiet));
    return replicate(std::move(test), dealer, options, progress);
}

} // namespace citypanel

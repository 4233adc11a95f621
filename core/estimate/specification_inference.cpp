// SPDX-License-Identifier: GPL-3.0-or-later
// Joint inference over specifications: the curve under random deals of the regressor.
#include "core/base/parallel.h"
#include "core/estimate/covariance_estimator.h"
#include "core/estimate/degrees_of_freedom.h"
#include "core/estimate/distributions.h"
#include "core/estimate/random_stream.h"
#include "core/estimate/specification_block.h"
#include "core/estimate/term_column.h"
#include "core/estimate/tolerances.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace citypanel {

namespace {

constexpr std::size_t drawsPerChunk = 8;

double product(std::span<const double> a, std::span<const double> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Orthonormal columns, and what is left of a column beside them (Gram-Schmidt, done twice).
class Basis {
public:
    void takeOut(std::span<double> column) const {
        for (int pass = 0; pass < 2; ++pass) {
            for (const std::vector<double>& q : columns_) {
                const double c = product(q, column);
                for (std::size_t i = 0; i < q.size(); ++i) {
                    column[i] -= c * q[i];
                }
            }
        }
    }

    /// norm: of the column before anything was taken out of it.
    void add(std::vector<double> column, double norm) {
        takeOut(column);
        const double left = std::sqrt(product(column, column));
        if (left > absorbedShare * norm) {
            for (double& value : column) {
                value /= left;
            }
            columns_.push_back(std::move(column));
        }
    }

    [[nodiscard]] std::size_t size() const { return columns_.size(); }

private:
    std::vector<std::vector<double>> columns_;
};

/// What one specification needs in each replication.
struct Member {
    std::size_t number = 0;
    std::size_t regressor = 0; ///< of the choices
    std::size_t basis = 0;
    std::vector<double> outcome{}; ///< controls and effects taken out
    DegreesOfFreedom df{};
};

struct Estimated {
    double estimate = missingValue;
    double pValue = missingValue;
};

/// One block's specifications under every deal.
class BlockTest {
public:
    BlockTest(const SpecificationChoices& choices, CleanBlock block,
              std::vector<std::vector<double>> regressors)
        : choices_(choices), block_(std::move(block)), regressors_(std::move(regressors)) {}

    Status prepare(const std::vector<std::size_t>& members) {
        CITYPANEL_TRY(covariance_,
                      CovarianceEstimator::build(block_.options.vcov, block_.model.data));
        for (const std::size_t number : members) {
            CITYPANEL_TRY_STATUS(prepareMember(number));
        }
        return {};
    }

    /// Estimates of the members when each row has the regressors of the row dealt to it.
    [[nodiscard]] Result<std::vector<std::pair<std::size_t, Estimated>>>
    estimate(const std::vector<std::size_t>& deal) const {
        CITYPANEL_TRY(const std::vector<std::vector<double>> dealt, dealtColumns(deal));
        // What the controls leave of a regressor serves every outcome.
        std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> left;
        std::vector<std::pair<std::size_t, Estimated>> results;
        for (const Member& member : members_) {
            const auto [at, isNew] = left.try_emplace({member.basis, member.regressor});
            if (isNew) {
                at->second = dealt[member.regressor];
                bases_[member.basis].takeOut(at->second);
            }
            results.emplace_back(member.number, estimateMember(member, at->second));
        }
        return results;
    }

private:
    Status prepareMember(std::size_t number) {
        const SpecificationPlace place = placeOf(choices_, number);
        const std::vector<std::size_t> columns = columnsOf(choices_, block_, place);
        const CleanModel& model = block_.model;
        const auto [at, isNew] = basisOf_.try_emplace(place[3], bases_.size());
        if (isNew) {
            Basis& basis = bases_.emplace_back();
            const std::size_t regressor = model.data.hasConstantColumn ? 2 : 1;
            for (std::size_t i = 1; i < columns.size(); ++i) {
                const std::span<const double> x = model.data.columns.column(columns[i]);
                if (i != regressor) {
                    basis.add({x.begin(), x.end()}, std::sqrt(model.raw[columns[i]].sumOfSquares));
                }
            }
        }
        Member member{.number = number, .regressor = place[2], .basis = at->second};
        const std::span<const double> y = model.data.columns.column(columns.front());
        member.outcome.assign(y.begin(), y.end());
        bases_[member.basis].takeOut(member.outcome);
        CITYPANEL_TRY(member.df, degreesOfFreedom({.n = model.data.total,
                                                   .regressors = bases_[member.basis].size() + 1,
                                                   .effectRank = model.effectRank()},
                                                  model.data, covariance_, choices_.ssc));
        members_.push_back(std::move(member));
        return {};
    }

    [[nodiscard]] Result<std::vector<std::vector<double>>>
    dealtColumns(const std::vector<std::size_t>& deal) const {
        std::vector<std::vector<double>> columns;
        std::vector<double*> pointers;
        for (const std::vector<double>& values : regressors_) {
            std::vector<double>& column = columns.emplace_back();
            for (const std::size_t row : block_.model.data.rows) {
                column.push_back(values[deal[row]]);
            }
        }
        for (std::vector<double>& column : columns) {
            pointers.push_back(column.data());
        }
        if (block_.model.effects) {
            NoProgress quiet;
            CITYPANEL_TRY_STATUS(block_.model.effects->partialOut(pointers, quiet));
        }
        return columns;
    }

    /// b = x'y / x'x of what the others leave (Frisch and Waugh 1933; Lovell 1963).
    [[nodiscard]] Estimated estimateMember(const Member& member,
                                           const std::vector<double>& x) const {
        const double squares = product(x, x);
        Estimated result{.estimate = product(x, member.outcome) / squares};
        std::vector<double> residuals = member.outcome;
        for (std::size_t i = 0; i < x.size(); ++i) {
            residuals[i] -= result.estimate * x[i];
        }
        double variance = product(residuals, residuals) / member.df.iidDivisor / squares;
        if (!covariance_.isIid()) {
            const std::vector<double> meat = covariance_.meat(scoresOf(x, residuals));
            variance = member.df.factor * meat.front() / (squares * squares);
        }
        result.pValue = studentTwoSided(result.estimate / std::sqrt(variance), member.df.residual);
        return result;
    }

    const SpecificationChoices& choices_;
    CleanBlock block_;
    std::vector<std::vector<double>> regressors_; ///< by row of the panel
    CovarianceEstimator covariance_;
    std::map<std::size_t, std::size_t> basisOf_; ///< by set of controls
    std::vector<Basis> bases_;
    std::vector<Member> members_;
};

/// The regressors of one panel, by row; missing where they are.
Result<std::vector<std::vector<double>>> regressorsOf(const SpecificationChoices& choices,
                                                      const Panel& panel) {
    std::vector<std::vector<double>> columns;
    for (const std::string& text : choices.regressors) {
        CITYPANEL_TRY(const ModelFormula formula, parseModelFormula("`_` ~ " + text));
        CITYPANEL_TRY(std::vector<double> column, termColumn(panel, formula.regressors.front()));
        columns.push_back(std::move(column));
    }
    return columns;
}

class JointTest {
public:
    JointTest(const SpecificationChoices& choices, const SpecificationCurve& curve,
              const SpecificationTestOptions& options, Progress& progress)
        : choices_(choices), curve_(curve), options_(options), progress_(progress) {}

    Result<SpecificationTest> run() {
        CITYPANEL_TRY_STATUS(deal());
        const std::vector<SpecificationBlock> blocks = blocksOf(choices_);
        results_.assign(deals_.size(), std::vector<Estimated>(curve_.estimates.size()));
        std::size_t done = 0;
        for (const SpecificationBlock& block : blocks) {
            CITYPANEL_TRY_STATUS(testBlock(block));
            progress_.report(static_cast<double>(++done) / static_cast<double>(blocks.size()));
        }
        return summarise();
    }

private:
    Status deal() {
        std::vector<bool> dealt(choices_.panels.front().rowCount(), true);
        for (const Panel& panel : choices_.panels) {
            CITYPANEL_TRY(auto columns, regressorsOf(choices_, panel));
            for (const std::vector<double>& column : columns) {
                for (std::size_t row = 0; row < column.size(); ++row) {
                    dealt[row] = dealt[row] && !isMissing(column[row]);
                }
            }
            regressors_.push_back(std::move(columns));
        }
        for (int rep = 0; rep < options_.reps; ++rep) {
            deals_.push_back(
                dealtRows(choices_.panels.front(), dealt, options_, static_cast<std::size_t>(rep)));
        }
        return {};
    }

    Status testBlock(const SpecificationBlock& block) {
        std::vector<std::size_t> members;
        for (const std::size_t member : block.members) {
            if (!curve_.estimates[member].problem) {
                members.push_back(member);
            }
        }
        if (members.empty()) {
            return {};
        }
        CITYPANEL_TRY(CleanBlock clean, cleanBlock(choices_, block));
        BlockTest test(choices_, std::move(clean), regressors_[block.place[0]]);
        CITYPANEL_TRY_STATUS(test.prepare(members));
        using Problemed = std::optional<Problem>;
        const auto problems = parallelMapChunks<Problemed>(
            deals_.size(), drawsPerChunk, [&](const Chunk& chunk) -> Problemed {
                for (std::size_t rep = chunk.begin; rep < chunk.end; ++rep) {
                    if (progress_.cancelled()) {
                        return cancelledProblem();
                    }
                    const auto estimates = test.estimate(deals_[rep]);
                    if (!estimates) {
                        return estimates.error();
                    }
                    for (const auto& [number, estimate] : *estimates) {
                        results_[rep][number] = estimate;
                    }
                }
                return std::nullopt;
            });
        for (const Problemed& problem : problems) {
            if (problem) {
                return *problem;
            }
        }
        return {};
    }

    [[nodiscard]] SpecificationTest summarise() const {
        SpecificationTest test;
        test.seed = options_.seed;
        double median = 0.0;
        double share = 0.0;
        double stouffer = 0.0;
        const auto isAsExtreme = [](double value, double observed) {
            return std::abs(value) >= std::abs(observed) * (1.0 - tieShare) ? 1.0 : 0.0;
        };
        for (const std::vector<Estimated>& replication : results_) {
            std::vector<SpecificationEstimate> estimates(replication.size());
            for (std::size_t i = 0; i < replication.size(); ++i) {
                estimates[i].term.estimate = replication[i].estimate;
                estimates[i].term.pValue = replication[i].pValue;
            }
            const SpecificationSummary summary = summariseSpecifications(estimates);
            median += isAsExtreme(summary.median, curve_.summary.median);
            share += isAsExtreme(summary.shareSignificant, curve_.summary.shareSignificant);
            stouffer += isAsExtreme(summary.stouffer, curve_.summary.stouffer);
            test.replications.push_back(summary);
        }
        const auto reps = static_cast<double>(results_.size());
        test.medianPValue = (1.0 + median) / (1.0 + reps);
        test.sharePValue = (1.0 + share) / (1.0 + reps);
        test.stoufferPValue = (1.0 + stouffer) / (1.0 + reps);
        return test;
    }

    const SpecificationChoices& choices_;
    const SpecificationCurve& curve_;
    const SpecificationTestOptions& options_;
    Progress& progress_;
    std::vector<std::vector<std::vector<double>>> regressors_; ///< by panel, regressor, row
    std::vector<std::vector<std::size_t>> deals_;
    std::vector<std::vector<Estimated>> results_; ///< by replication and specification
};

void dealGroup(const std::vector<std::size_t>& rows, RandomStream& stream,
               std::vector<std::size_t>& deal) {
    std::vector<std::size_t> givers = rows;
    stream.shuffle(givers, givers.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        deal[rows[i]] = givers[i];
    }
}

/// Units that are dealt in the same periods exchange all their rows.
void dealUnits(const Panel& panel, const std::vector<bool>& dealt, RandomStream& stream,
               std::vector<std::size_t>& deal) {
    std::map<std::vector<Period>, std::vector<std::vector<std::size_t>>> alike;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        std::vector<Period> periods;
        std::vector<std::size_t> rows;
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            if (dealt[row]) {
                periods.push_back(panel.periods()[row]);
                rows.push_back(row);
            }
        }
        alike[periods].push_back(std::move(rows));
    }
    for (const auto& [periods, units] : alike) {
        std::vector<std::size_t> givers(units.size());
        std::iota(givers.begin(), givers.end(), std::size_t{0});
        stream.shuffle(givers, givers.size());
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            for (std::size_t i = 0; i < units[unit].size(); ++i) {
                deal[units[unit][i]] = units[givers[unit]][i];
            }
        }
    }
}

} // namespace

std::vector<std::size_t> dealtRows(const Panel& panel, const std::vector<bool>& dealt,
                                   const SpecificationTestOptions& options,
                                   std::size_t replication) {
    std::vector<std::size_t> deal(panel.rowCount());
    std::iota(deal.begin(), deal.end(), std::size_t{0});
    RandomStream stream(static_cast<std::uint64_t>(options.seed), replication);
    if (options.scheme == PlaceboScheme::WholeUnits && !panel.isCrossSection()) {
        dealUnits(panel, dealt, stream, deal);
        return deal;
    }
    std::map<Period, std::vector<std::size_t>> periods;
    for (std::size_t row = 0; row < dealt.size(); ++row) {
        if (dealt[row]) {
            periods[panel.isCrossSection() ? Period{0} : panel.periods()[row]].push_back(row);
        }
    }
    for (const auto& [period, rows] : periods) {
        dealGroup(rows, stream, deal);
    }
    return deal;
}

Result<SpecificationTest> specificationTest(const SpecificationChoices& choices,
                                            const SpecificationCurve& curve,
                                            const SpecificationTestOptions& options,
                                            Progress& progress) {
    if (options.reps < 1) {
        return Problem{.code = ProblemCode::OptionInvalid,
                       .place = {.variable = "reps"},
                       .found = std::to_string(options.reps),
                       .expected = "500"};
    }
    for (const CovarianceSpec& vcov : choices.vcovs) {
        if (vcov.kind == CovarianceKind::Hc2 || vcov.kind == CovarianceKind::Hc3) {
            return Problem{.code = ProblemCode::ConventionUnsupported,
                           .found = covarianceText(vcov),
                           .expected = "hc1"};
        }
    }
    if (curve.estimates.size() != specificationCount(choices)) {
        return Problem{.code = ProblemCode::SizeMismatch,
                       .found = std::to_string(curve.estimates.size()),
                       .expected = std::to_string(specificationCount(choices))};
    }
    return JointTest(choices, curve, options, progress).run();
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Summaries and ranks of an index.
#include "core/index/index_reading.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace citypanel::index {

namespace {

class Summing {
public:
    explicit Summing(std::string label) : label_(std::move(label)) {}

    void add(double value) {
        if (!isMissing(value)) {
            values_.push_back(value);
        }
    }

    [[nodiscard]] ScoreSummary summary() const {
        ScoreSummary result{.label = label_, .n = values_.size()};
        if (values_.empty()) {
            return result;
        }
        const auto n = static_cast<double>(values_.size());
        result.mean = std::accumulate(values_.begin(), values_.end(), 0.0) / n;
        double squares = 0;
        for (const double value : values_) {
            squares += (value - result.mean) * (value - result.mean);
        }
        result.sd = n > 1 ? std::sqrt(squares / (n - 1)) : missingValue;
        const auto [least, most] = std::minmax_element(values_.begin(), values_.end());
        result.minimum = *least;
        result.maximum = *most;
        return result;
    }

private:
    std::string label_;
    std::vector<double> values_;
};

std::vector<ScoreSummary> finished(const std::vector<Summing>& sums) {
    std::vector<ScoreSummary> result;
    for (const Summing& sum : sums) {
        result.push_back(sum.summary());
    }
    return result;
}

} // namespace

std::vector<ScoreSummary> summaryByPeriod(const Panel& panel, std::span<const double> score) {
    std::vector<Summing> sums;
    for (const Period period : panel.distinctPeriods()) {
        sums.emplace_back(std::to_string(period));
    }
    const auto periods = panel.distinctPeriods();
    for (std::size_t row = 0; row < score.size() && !panel.isCrossSection(); ++row) {
        const auto place = std::lower_bound(periods.begin(), periods.end(), panel.periods()[row]);
        sums[static_cast<std::size_t>(place - periods.begin())].add(score[row]);
    }
    return finished(sums);
}

std::vector<ScoreSummary> summaryByGroup(const Panel&, const Variable& group,
                                         std::span<const double> score) {
    std::vector<Summing> sums;
    if (group.isNumeric()) {
        sums = {Summing("0"), Summing("1")};
    }
    for (const std::string& level : group.levels()) {
        sums.emplace_back(level);
    }
    for (std::size_t row = 0; row < score.size(); ++row) {
        if (!group.isMissingAt(row)) {
            const auto code = group.isNumeric()
                                  ? static_cast<std::size_t>(group.numbers()[row] != 0)
                                  : static_cast<std::size_t>(group.codes()[row]);
            sums[code].add(score[row]);
        }
    }
    return finished(sums);
}

std::vector<double> unitMeans(const Panel& panel, std::span<const double> score) {
    std::vector<double> means(panel.unitCount(), missingValue);
    for (std::size_t unit = 0; unit < means.size(); ++unit) {
        double sum = 0;
        double n = 0;
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            if (!isMissing(score[row])) {
                sum += score[row];
                ++n;
            }
        }
        means[unit] = n > 0 ? sum / n : missingValue;
    }
    return means;
}

std::vector<std::size_t> orderFromHighest(std::span<const double> values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!isMissing(values[i])) {
            order.push_back(i);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    return order;
}

std::vector<double> ranksFromHighest(std::span<const double> values) {
    const std::vector<std::size_t> order = orderFromHighest(values);
    std::vector<double> ranks(values.size(), missingValue);
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]]) {
            ++end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            ranks[order[i]] = (static_cast<double>(begin + end) + 1.0) / 2.0;
        }
        begin = end;
    }
    return ranks;
}

std::vector<double> unitRanks(const Panel& panel, std::span<const double> score) {
    return ranksFromHighest(unitMeans(panel, score));
}

double rankCorrelation(std::span<const double> a, std::span<const double> b) {
    std::vector<double> left;
    std::vector<double> right;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!isMissing(a[i]) && !isMissing(b[i])) {
            left.push_back(a[i]);
            right.push_back(b[i]);
        }
    }
    left = ranksFromHighest(left);
    right = ranksFromHighest(right);
    const double middle = (static_cast<double>(left.size()) + 1.0) / 2.0; // mean of the ranks
    double both = 0;
    double first = 0;
    double second = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        both += (left[i] - middle) * (right[i] - middle);
        first += (left[i] - middle) * (left[i] - middle);
        second += (right[i] - middle) * (right[i] - middle);
    }
    return first > 0 && second > 0 ? both / std::sqrt(first * second) : missingValue;
}

std::vector<RankMove> largestMoves(std::span<const double> before, std::span<const double> after,
                                   std::size_t count) {
    std::vector<RankMove> moves;
    for (std::size_t unit = 0; unit < before.size(); ++unit) {
        if (!isMissing(before[unit]) && !isMissing(after[unit]) && before[unit] != after[unit]) {
            moves.push_back({unit, before[unit], after[unit]});
        }
    }
    std::stable_sort(moves.begin(), moves.end(), [](const RankMove& a, const RankMove& b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
    moves.resize(std::min(moves.size(), count));
    return moves;
}

} // namespace citypanel::index

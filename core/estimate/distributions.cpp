// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions by Boost.Math, with errors answered by NaN instead of exceptions.
#include "core/estimate/distributions.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <limits>

namespace citypanel {

namespace {

namespace policies = boost::math::policies;
using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::ignore_error>, policies::promote_double<false>>;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool isUsable(double x, double df) {
    return std::isfinite(x) && std::isfinite(df) && df > 0.0;
}

} // namespace

double studentTwoSided(double t, double df) {
    if (!isUsable(t, df)) {
        return undefined;
    }
    const boost::math::students_t_distribution<double, Quiet> distribution(df);
    return 2.0 * boost::math::cdf(boost::math::complement(distribution, std::abs(t)));
}

double studentQuantile(double p, double df) {
    if (!isUsable(p, df) || p <= 0.0 || p >= 1.0) {
        return undefined;
    }
    return boost::math::quantile(boost::math::students_t_distribution<double, Quiet>(df), p);
}

double fisherUpperTail(double f, double df1, double df2) {
    if (!isUsable(f, df1) || !isUsable(f, df2)) {
        return undefined;
    }
    const boost::math::fisher_f_distribution<double, Quiet> distribution(df1, df2);
    return f <= 0.0 ? 1.0 : boost::math::cdf(boost::math::complement(distribution, f));
}

double fisherQuantile(double p, double df1, double df2) {
    if (!isUsable(p, df1) || !isUsable(p, df2) || p < 0.0 || p >= 1.0) {
        return undefined;
    }
    return boost::math::quantile(boost::math::fisher_f_distribution<double, Quiet>(df1, df2), p);
}

double chiSquaredUpperTail(double x, double df) {
    if (!isUsable(x, df)) {
        return undefined;
    }
    const boost::math::chi_squared_distribution<double, Quiet> distribution(df);
    return x <= 0.0 ? 1.0 : boost::math::cdf(boost::math::complement(distribution, x));
}

double normalTwoSided(double z) {
    return std::isfinite(z) ? std::erfc(std::abs(z) / std::sqrt(2.0)) : undefined;
}

double normalLowerTail(double z) {
    return std::isfinite(z) ? 0.5 * std::erfc(-z / std::sqrt(2.0)) : undefined;
}

double normalQuantile(double p) {
    if (!(p > 0.0 && p < 1.0)) {
        return undefined;
    }
    return boost::math::quantile(boost::math::normal_distribution<double, Quiet>(), p);
}

} // namespace citypanel

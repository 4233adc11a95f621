// SPDX-License-Identifier: GPL-3.0-or-later
// From efficiency back to inputs and bad outputs.
#include "resources/samples/production_simulation.h"

#include <algorithm>
#include <cmath>

namespace citypanel::samples {

namespace {

// Of the star, a 10,000 yuan of product.
constexpr double starCapital = 0.30;     // 10,000 yuan
constexpr double starEmployed = 0.95e-6; // 10,000 persons
constexpr double starEnergy = 0.035e-4;  // 10,000 tonnes of coal equivalent
constexpr double starCarbon = 0.18;      // tonnes
constexpr double leastParticles = 14;    // micrograms a m3, of any other city
constexpr double ratioOfStarCity = 0.88; // of capital before its best year
constexpr double largestRatio = 0.97;    // star / own, of any other city

class Producer {
public:
    Producer(const std::vector<Series>& gdp, const std::vector<Series>& efficiency,
             const Star& star, RandomNumbers& random)
        : gdp_(gdp), efficiency_(efficiency), star_(star), random_(random), courses_(gdp.size()) {}

    std::vector<ProductionCourse> run() {
        drawBadOutputs();
        for (std::size_t i = 0; i < gdp_.size(); ++i) {
            produceCity(i);
        }
        return std::move(courses_);
    }

private:
    [[nodiscard]] bool isStar(std::size_t i, std::size_t t) const {
        return i == star_.city && t == star_.year;
    }

    void drawBadOutputs() {
        double least = 1e300; // particles a unit of product
        for (std::size_t i = 0; i < gdp_.size(); ++i) {
            const Series z = standardCourse({0, 0.35, -0.12}, 0, random_);
            const Series dirt = standardCourse({0, 0.30, -0.10}, 0, random_);
            for (std::size_t t = 0; t < z.size(); ++t) {
                courses_[i].particles[t] =
                    std::max(leastParticles, std::round(100 * 43 * std::exp(0.33 * z[t])) / 100);
                const double ratio = std::min(
                    largestRatio,
                    0.11 * std::exp(0.55 * dirt[t] + 0.4 * (efficiency_[i][t] - 0.06) / 0.05));
                courses_[i].carbon[t] = starCarbon / ratio * gdp_[i][t];
                if (!isStar(i, t)) {
                    least = std::min(least, courses_[i].particles[t] / gdp_[i][t]);
                }
            }
        }
        const double product = gdp_[star_.city][star_.year];
        courses_[star_.city].particles[star_.year] = std::floor(97 * least * product) / 100;
        courses_[star_.city].carbon[star_.year] = starCarbon * product;
    }

    /// A that the efficiency asks for, given the bad outputs.
    [[nodiscard]] double intensityFor(std::size_t i, std::size_t t) const {
        const std::size_t s = star_.city;
        const auto ratio = [&](const Series ProductionCourse::*bad) {
            const double best = (courses_[s].*bad)[star_.year] / gdp_[s][star_.year];
            return best / ((courses_[i].*bad)[t] / gdp_[i][t]);
        };
        const double b = ratio(&ProductionCourse::carbon) + ratio(&ProductionCourse::particles);
        return std::min(efficiency_[i][t] * (5 - b) / 3, 0.9);
    }

    /// Capital is built up slowly; labour and energy take up the rest.
    void produceCity(std::size_t i) {
        ProductionCourse& course = courses_[i];
        Series intensity{};
        double mean = 0;
        for (std::size_t t = 0; t < intensity.size(); ++t) {
            intensity[t] = intensityFor(i, t);
            mean += intensity[t] / yearCount;
        }
        const double own = std::exp(0.16 * random_.normal());
        const double split = 0.5 + 0.07 * std::tanh(random_.normal());
        for (std::size_t t = 0; t < intensity.size(); ++t) {
            const double wanted =
                i == star_.city ? ratioOfStarCity
                                : std::min(largestRatio, own * std::sqrt(mean * intensity[t]));
            const double least = t == 0 ? 0 : 0.93 * course.capital[t - 1];
            const double most = t == 0 ? 1e300 : 1.55 * course.capital[t - 1];
            course.capital[t] = std::clamp(starCapital / wanted * gdp_[i][t], least, most);
            if (isStar(i, t)) {
                course.capital[t] = starCapital * gdp_[i][t];
            }
            course.investment[t] =
                t == 0 ? firstShare * course.capital[t]
                       : course.capital[t] - (1 - depreciation) * course.capital[t - 1];
            const double achieved = starCapital * gdp_[i][t] / course.capital[t];
            const double rest = std::max(3 * intensity[t] - achieved, 0.5 * intensity[t]);
            const double labour = isStar(i, t) ? 1 : std::min(largestRatio, split * rest);
            const double energy = isStar(i, t) ? 1 : std::min(largestRatio, (1 - split) * rest);
            course.employed[t] = starEmployed / labour * gdp_[i][t];
            course.energy[t] = starEnergy / energy * gdp_[i][t];
        }
    }

    const std::vector<Series>& gdp_;
    const std::vector<Series>& efficiency_;
    const Star& star_;
    RandomNumbers& random_;
    std::vector<ProductionCourse> courses_;
};

} // namespace

std::vector<ProductionCourse> produce(const std::vector<Series>& gdp,
                                      const std::vector<Series>& efficiency, const Star& star,
                                      RandomNumbers& random) {
    return Producer(gdp, efficiency, star, random).run();
}

} // namespace citypanel::samples

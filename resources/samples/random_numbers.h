// SPDX-License-Identifier: GPL-3.0-or-later
// RandomNumbers: the same draws on every machine, for simulated data.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>

namespace citypanel::samples {

/// The generator's sequence is fixed by the standard; the distributions of <random> are not, so
/// they are written out here.
class RandomNumbers {
public:
    explicit RandomNumbers(std::uint64_t seed) : generator_(seed) {}

    /// Uniform on (0, 1), 53 bits.
    double uniform() { return (static_cast<double>(generator_() >> 11U) + 0.5) * 0x1p-53; }

    /// Standard normal, by the polar method (Marsaglia and Bray 1964).
    double normal() {
        if (hasSpare_) {
            hasSpare_ = false;
            return spare_;
        }
        double u = 0;
        double v = 0;
        double s = 0;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            s = u * u + v * v;
        } while (s >= 1);
        const double factor = std::sqrt(-2 * std::log(s) / s);
        spare_ = v * factor;
        hasSpare_ = true;
        return u * factor;
    }

private:
    std::mt19937_64 generator_;
    double spare_ = 0;
    bool hasSpare_ = false;
};

} // namespace citypanel::samples

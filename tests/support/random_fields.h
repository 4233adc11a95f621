// SPDX-License-Identifier: GPL-3.0-or-later
// Any values in every field of a parameter struct, for properties that hold whatever is written
// there.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"
#include "core/recipe/step.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace citypanel::test {

/// Fills values of every type that fields() of steps have.
class RandomFields {
public:
    explicit RandomFields(std::mt19937_64& random) : random_(random) {}

    void fill(bool& value) { value = random_() % 2 == 0; }

    void fill(double& value) {
        constexpr std::array values{0.0,   -1.0,    0.1,  1.0 / 3.0, 9.6e-2,
                                    1e300, -1e-300, 99.5, 2012.0,    0.28237123450000003};
        value = values[random_() % values.size()] * (random_() % 2 == 0 ? 1.0 : 1.0 / 7.0);
    }

    /// Whole numbers that a double holds: so many stand in a file.
    void fill(std::int64_t& value) {
        value = static_cast<std::int64_t>(random_() % (1ULL << 52U)) - (1LL << 51U);
    }

    void fill(std::string& value) {
        const std::array<std::string, 10> texts{
            "",      "gdp", "资本 存量", "a \"b\" \\",  "two\nlines",
            "tab\t", "😀",   " blanks ",  "x = y; z, w", "ln(gdp / `per head`)"};
        value = texts[random_() % texts.size()];
    }

    template <TaggedTextType T>
    void fill(T& value) {
        fill(value.text);
    }

    template <HasEnumNames E>
    void fill(E& value) {
        const auto names = enumNames(E{});
        value = names[random_() % names.size()].value;
    }

    template <typename T>
    void fill(std::optional<T>& value) {
        value.reset();
        if (random_() % 3 != 0) {
            fill(value.emplace());
        }
    }

    template <typename T>
    void fill(std::vector<T>& values) {
        values.assign(random_() % 4, T{});
        for (T& value : values) {
            fill(value);
        }
    }

    template <typename T>
    void fill(std::map<std::string, T>& values) {
        values.clear();
        for (std::size_t i = random_() % 4; i > 0; --i) {
            std::string key;
            fill(key);
            fill(values[key]);
        }
    }

    template <HasFields T>
    void fill(T& value) {
        visitFields(value, [this](std::string_view, auto& member) { this->fill(member); });
    }

private:
    std::mt19937_64& random_;
};

/// A step of the same kind with other parameters, hardly ever valid ones.
inline recipe::Step randomised(recipe::Step step, std::mt19937_64& random) {
    std::visit(
        [&random](auto& known) {
            if constexpr (recipe::KnownStep<std::decay_t<decltype(known)>>) {
                RandomFields(random).fill(known);
            }
        },
        step);
    return step;
}

} // namespace citypanel::test

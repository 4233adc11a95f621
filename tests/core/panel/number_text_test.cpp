// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text and back; read bit for bit as the C library reads them.
#include "core/panel/number_text.h"
#include "core/panel/short_decimal.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace citypanel {
namespace {

std::uint64_t bits(double value) {
    return std::bit_cast<std::uint64_t>(value);
}

/// Up to 18 digits with a point anywhere or nowhere, some of them negative.
std::string decimal(std::mt19937_64& generator) {
    const std::size_t length = 1 + generator() % 18;
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        text += static_cast<char>('0' + generator() % 10);
    }
    const std::size_t point = generator() % (2 * length);
    if (point > 0 && point < length) {
        text.insert(point, ".");
    }
    return generator() % 3 == 0 ? "-" + text : text;
}

TEST(NumberText, ReadsBackExactly) {
    for (const double x : {0.1, 1.0 / 3, 1e300, -2.5e-310, 17892975.0, 0.2823712345}) {
        EXPECT_EQ(parseNumber(shortestText(x)), x);
        EXPECT_EQ(parseNumber(fullPrecisionText(x)), x);
    }
    EXPECT_EQ(shortestText(0.1), "0.1");
    EXPECT_EQ(shortestText(45000000), "45000000");
    EXPECT_EQ(shortestText(-0.00012), "-0.00012");
    EXPECT_EQ(shortestText(123456789012345.6), "123456789012345.6");
    EXPECT_EQ(shortestText(1e15), "1e+15");
    EXPECT_EQ(shortestText(2e-6), "2e-06");
    EXPECT_EQ(parseNumber(" +.5 "), 0.5);
    EXPECT_EQ(parseNumber("-.5e2"), -50.0);
}

TEST(NumberText, RefusesWhatIsNotANumber) {
    for (const char* text :
         {"", " ", "inf", "nan", "0x10", "1,5", "1 2", "--1", "+-1", "1.2.3", "-"}) {
        EXPECT_EQ(parseNumber(text), std::nullopt) << text;
    }
}

TEST(NumberText, DecimalsReadAsTheCLibraryReadsThem) {
    std::mt19937_64 generator(20111231);
    int shortOnes = 0;
    for (int i = 0; i < 200'000; ++i) {
        const std::string text = decimal(generator);
        const double expected = std::strtod(text.c_str(), nullptr);
        ASSERT_EQ(bits(parseNumber(text).value()), bits(expected)) << text;
        if (const auto number = shortDecimal(text)) {
            ++shortOnes;
            ASSERT_EQ(bits(*number), bits(expected)) << text;
        }
    }
    EXPECT_GT(shortOnes, 150'000);
}

TEST(NumberText, WhatIsNoShortDecimalIsLeftToTheLongWay) {
    for (const char* text :
         {"", "-", ".", "1.", ".5", "-.5", "+1", " 1", "1 ", "1e3", "1.2.3", "--1", "0x1", "1,000",
          "inf", "nan", "1234567890123456", "1.234567890123456"}) {
        EXPECT_FALSE(shortDecimal(text)) << text;
    }
    EXPECT_EQ(shortDecimal("123456789012345"), 123456789012345.0);
    EXPECT_EQ(shortDecimal("0.00000000000001"), 1e-14);
    EXPECT_EQ(bits(shortDecimal("-0").value()), bits(-0.0));
    for (const char* text : {"1.", ".5", "-.5", " 1", "1 ", "+1", "1e0"}) {
        EXPECT_EQ(std::abs(parseNumber(text).value()), std::abs(std::strtod(text, nullptr)))
            << text;
    }
}

TEST(NumberText, APointIsMovedAsOnPaper) {
    EXPECT_EQ(withPointMoved(0.101, 4), 1010); // the product is 1010.0000000000001
    EXPECT_EQ(withPointMoved(12345, -4), 1.2345);
    EXPECT_EQ(withPointMoved(-2.5e-7, 3), -2.5e-4);
    EXPECT_EQ(withPointMoved(0, 4), 0);
    EXPECT_EQ(withPointMoved(1e300, 20), 1e300); // beyond what a double holds it stays
    EXPECT_TRUE(std::isnan(withPointMoved(std::nan(""), 4)));
    for (const double x : {1.1, 0.07, 123.456, 9.81e5}) {
        EXPECT_EQ(withPointMoved(withPointMoved(x, 8), -8), x);
    }
}

} // namespace
} // namespace citypanel

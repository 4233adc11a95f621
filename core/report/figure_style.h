// SPDX-License-Identifier: GPL-3.0-or-later
// FigureStyle: size, resolution and colours of figures as they are written.
#pragma once

#include "core/base/fields.h"

#include <array>
#include <cstdint>

namespace citypanel::report {

/// Widths that journals ask for.
enum class FigureWidth : std::uint8_t {
    SingleColumn, ///< 90 mm
    OneAndAHalf,  ///< 140 mm
    DoubleColumn, ///< 190 mm
    Text,         ///< 160 mm, the text of an A4 page
};

constexpr auto enumNames(FigureWidth) {
    return std::array{EnumName{FigureWidth::SingleColumn, "single_column"},
                      EnumName{FigureWidth::OneAndAHalf, "one_and_a_half_columns"},
                      EnumName{FigureWidth::DoubleColumn, "double_column"},
                      EnumName{FigureWidth::Text, "text_width"}};
}

/// In millimetres (Elsevier, artwork sizing; the text width is that of a Word page).
[[nodiscard]] constexpr double millimetresOf(FigureWidth width) {
    switch (width) {
    case FigureWidth::SingleColumn:
        return 90;
    case FigureWidth::OneAndAHalf:
        return 140;
    case FigureWidth::DoubleColumn:
        return 190;
    case FigureWidth::Text:
        break;
    }
    return 160;
}

enum class Palette : std::uint8_t {
    Colour, ///< Okabe and Ito (2008): told apart with every kind of colour blindness
    Grey,   ///< for print in black: greys, told apart by shape and dash too
};

constexpr auto enumNames(Palette) {
    return std::array{EnumName{Palette::Colour, "colour"}, EnumName{Palette::Grey, "grey"}};
}

struct FigureStyle {
    FigureWidth width = FigureWidth::Text;
    double heightShare = 0.625; ///< of the width
    int dpi = 300;              ///< of PNG
    Palette palette = Palette::Colour;
    bool hasTitle = true; ///< inside the picture; documents have captions instead

    static constexpr auto fields() {
        return FieldList{field("width", &FigureStyle::width),
                         field("height_share", &FigureStyle::heightShare),
                         field("dpi", &FigureStyle::dpi), field("palette", &FigureStyle::palette),
                         field("has_title", &FigureStyle::hasTitle)};
    }

    [[nodiscard]] double widthMm() const { return millimetresOf(width); }

    [[nodiscard]] double heightMm() const { return millimetresOf(width) * heightShare; }

    friend bool operator==(const FigureStyle&, const FigureStyle&) = default;
};

} // namespace citypanel::report

// SPDX-License-Identifier: GPL-3.0-or-later
// SpreadsheetML styles: number formats, fonts, borders, and the cell formats made of them.
#include "core/report/xlsx_styles.h"

#include "core/report/display_width.h"
#include "core/report/text_parts.h"
#include "core/text/numbers.h"

#include <algorithm>
#include <map>

namespace citypanel::report {

namespace {

constexpr std::size_t firstOwnFormat = 164; ///< lower numbers are built in

std::string literal(std::string_view text) {
    return text.empty() ? std::string() : '"' + std::string(text) + '"';
}

std::string borderXml(const CellLook& look) {
    const auto side = [](std::string_view name, bool isThick, bool isThin) {
        const std::string tag(name);
        return isThick || isThin ? "<" + tag + " style=\"" + (isThick ? "medium" : "thin") +
                                       "\"><color auto=\"1\"/></" + tag + ">"
                                 : "<" + tag + "/>";
    };
    return "<border><left/><right/>" + side("top", look.isFirst, look.isRuledAbove) +
           side("bottom", look.isLast, look.isRuledBelow) + "<diagonal/></border>";
}

std::string alignmentXml(const CellLook& look) {
    const char* horizontal = look.align == Align::Left     ? "left"
                             : look.align == Align::Centre ? "center"
                                                           : "right";
    return std::string("<alignment horizontal=\"") + horizontal + "\" vertical=\"" +
           (look.wraps ? "top\" wrapText=\"1\"" : "center\"") + "/>";
}

std::string counted(std::string_view tag, std::size_t count, const std::string& content) {
    const std::string name(tag);
    return "<" + name + " count=\"" + std::to_string(count) + "\">" + content + "</" + name + ">";
}

std::string fontXml(bool isBold) {
    return std::string("<font>") + (isBold ? "<b/>" : "") +
           "<sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>";
}

} // namespace

std::size_t XlsxStyles::indexOf(const CellLook& look) {
    const auto at = std::find(looks_.begin(), looks_.end(), look);
    const auto index = static_cast<std::size_t>(at - looks_.begin());
    if (at == looks_.end()) {
        looks_.push_back(look);
    }
    return index;
}

std::string XlsxStyles::xml() const {
    // One border a look: duplicates are allowed and cost nothing. Number formats are kept apart,
    // since Excel takes no more than about 200 of them.
    std::string formats;
    std::string borders;
    std::string cells;
    std::map<std::string, std::size_t> formatIds;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const CellLook& look = looks_[i];
        std::size_t format = 0;
        if (!look.numberFormat.empty()) {
            const auto [known, isNew] =
                formatIds.emplace(look.numberFormat, firstOwnFormat + formatIds.size());
            format = known->second;
            if (isNew) {
                formats += "<numFmt numFmtId=\"" + std::to_string(format) + "\" formatCode=\"" +
                           escapedXml(look.numberFormat) + "\"/>";
            }
        }
        borders += borderXml(look);
        cells += "<xf numFmtId=\"" + std::to_string(format) + "\" fontId=\"" +
                 (look.isBold ? "1" : "0") + "\" fillId=\"0\" borderId=\"" + std::to_string(i) +
                 "\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" "
                 "applyAlignment=\"1\">" +
                 alignmentXml(look) + "</xf>";
    }
    return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
           (!formatIds.empty() ? counted("numFmts", formatIds.size(), formats) : std::string()) +
           counted("fonts", 2, fontXml(false) + fontXml(true)) +
           counted("fills", 2,
                   "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                   "patternType=\"gray125\"/></fill>") +
           counted("borders", looks_.size(), borders) +
           counted("cellStyleXfs", 1,
                   "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>") +
           counted("cellXfs", looks_.size(), cells) +
           counted("cellStyles", 1, "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>") +
           "</styleSheet>";
}

std::string numberFormatOf(const TypesetCell& cell, std::size_t room) {
    const ShownNumber& number = *cell.number;
    std::string digits = number.isGrouped ? "#,##0" : "0";
    if (number.digits > 0) {
        digits += '.' + std::string(static_cast<std::size_t>(number.digits), '0');
    }
    std::string after = literal(cell.tail);
    for (std::size_t width = displayWidth(cell.tail); width < room; ++width) {
        after += "_*";
    }
    const std::string before = cell.head.starts_with('(') ? "(" : "";
    const std::string positive = literal(before) + digits + after;
    // A negative number that the digits round to zero is an estimate, or printed without its sign.
    const bool isShownNegative =
        number.value >= 0 || cell.head.find(text::minusSign) != std::string::npos;
    const std::string negative =
        isShownNegative ? literal(before + std::string(text::minusSign)) + digits + after
                        : positive;
    return positive + ';' + negative + ';' + positive;
}

} // namespace citypanel::report

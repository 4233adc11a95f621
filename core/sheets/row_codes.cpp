// SPDX-License-Identifier: GPL-3.0-or-later
// The column of codes found by its heading, then checked against the names beside it.
#include "core/sheets/row_codes.h"

#include "core/sheets/key_columns.h"
#include "core/sheets/repeated_keys.h"

#include <algorithm>

namespace citypanel::sheets {

namespace {

constexpr std::size_t codeLength = 6;

std::vector<NameMatch> codesIn(const Sheet& sheet, const Layout& layout, const Gazetteer& gazetteer,
                               std::int64_t column) {
    std::vector<NameMatch> codes;
    for (const std::size_t row : keyRows(sheet, layout, column)) {
        const std::string text =
            row == noRow
                ? std::string()
                : sheet.textAt(row, static_cast<std::size_t>(column)).substr(0, codeLength);
        const bool isCode =
            text.size() == codeLength &&
            std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
        codes.push_back(isCode ? gazetteer.match(text) : NameMatch{});
    }
    return codes;
}

/// Whether most codes are known and go with the names beside them.
bool agreeWith(const std::vector<NameMatch>& codes, const std::vector<UnitRow>& rows,
               const NameMatches& matches) {
    std::size_t known = 0;
    std::size_t compared = 0;
    std::size_t same = 0;
    std::size_t units = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (rows[i].kind != UnitRow::Kind::Unit) {
            continue;
        }
        ++units;
        const auto match = matches.find(rows[i].unit);
        const bool isKnown = codes[i].kind == NameKind::Place;
        known += isKnown || codes[i].kind == NameKind::Province ? 1 : 0;
        if (isKnown && match != matches.end() && match->second.kind == NameKind::Place) {
            ++compared;
            same += match->second.place == codes[i].place ? 1 : 0;
        }
    }
    return known > 0 && 2 * known >= units && 2 * same >= compared;
}

bool maySay(const NameMatch& match, const NameMatch& code) {
    if (code.kind == NameKind::Province) {
        return match.province == code.province;
    }
    return std::any_of(match.suggestions.begin(), match.suggestions.end(),
                       [&](const Suggestion& one) { return one.place == code.place; });
}

} // namespace

std::vector<NameMatch> codesOfRows(const Sheet& sheet, const Layout& layout,
                                   const Gazetteer& gazetteer, const std::vector<UnitRow>& rows,
                                   const NameMatches& matches) {
    for (const ColumnLayout& column : layout.columns) {
        if (column.column == layout.unitColumn || column.column == layout.periodColumn ||
            !isCodeName(column.label)) {
            continue;
        }
        std::vector<NameMatch> codes = codesIn(sheet, layout, gazetteer, column.column);
        if (codes.size() == rows.size() && agreeWith(codes, rows, matches)) {
            return codes;
        }
    }
    return {};
}

NameMatch withCode(const NameMatch& found, const NameMatch& alone, const NameMatch& code) {
    const bool isPlace = code.kind == NameKind::Place;
    if (!isPlace && code.kind != NameKind::Province) {
        return found;
    }
    if (alone.kind == NameKind::Ambiguous && maySay(alone, code)) {
        return code;
    }
    if (isPlace && found.kind == NameKind::Place && found.place != code.place) {
        return {.kind = NameKind::Ambiguous,
                .suggestions = {{found.place, 1.0}, {code.place, 0.9}}};
    }
    return found;
}

} // namespace citypanel::sheets

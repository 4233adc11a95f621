// SPDX-License-Identifier: GPL-3.0-or-later
// The column of provinces found by its texts, then checked against the names beside it.
#include "core/sheets/row_provinces.h"

#include "core/sheets/repeated_keys.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <unordered_map>

namespace citypanel::sheets {

namespace {

class ProvinceColumnFinder {
public:
    ProvinceColumnFinder(const Sheet& sheet, const Layout& layout, const Gazetteer& gazetteer)
        : sheet_(sheet), layout_(layout), gazetteer_(gazetteer) {}

    std::vector<std::string> find(const std::vector<UnitRow>& rows, const NameMatches& matches) {
        for (std::size_t column = 0; column < sheet_.columnCount(); ++column) {
            const auto at = static_cast<std::int64_t>(column);
            if (at == layout_.unitColumn || at == layout_.periodColumn || !isOfTable(at) ||
                !holdsProvinces(rows, column)) {
                continue;
            }
            std::vector<std::string> provinces = provincesIn(rows, column);
            if (isHeadedSo(at) || agrees(rows, matches, provinces)) {
                return provinces;
            }
        }
        return {};
    }

private:
    /// Whether a column is one of the layout, or stands without a header between or before them:
    /// the cities of a table beside this one are no provinces of its rows.
    [[nodiscard]] bool isOfTable(std::int64_t column) const {
        const auto& columns = layout_.columns;
        return columns.empty() ||
               (column + 1 >= columns.front().column && column <= columns.back().column);
    }

    [[nodiscard]] bool isHeadedSo(std::int64_t column) const {
        static const QRegularExpression words(
            QStringLiteral("^(所[属在])?(省|省份|省市|省区|省、?市、?自治区|省级|省名|省份名称)$"
                           "|^prov(ince)?s?([_ ]?name)?$"),
            QRegularExpression::CaseInsensitiveOption);
        const auto found =
            std::find_if(layout_.columns.begin(), layout_.columns.end(),
                         [&](const ColumnLayout& one) { return one.column == column; });
        return found != layout_.columns.end() &&
               words.match(QString::fromStdString(found->label)).hasMatch();
    }

    [[nodiscard]] const std::string& provinceCalled(const std::string& text) {
        const auto known = known_.find(text);
        return known != known_.end()
                   ? known->second
                   : known_.emplace(text, gazetteer_.provinceCalled(text)).first->second;
    }

    /// Whether at least half of the first texts of a column are provinces.
    [[nodiscard]] bool holdsProvinces(const std::vector<UnitRow>& rows, std::size_t column) {
        constexpr std::size_t sampled = 100;
        constexpr std::size_t looked = 2000; // a column of hardly anything tells nothing
        std::size_t filled = 0;
        std::size_t provinces = 0;
        for (std::size_t i = 0; i < std::min(rows.size(), looked) && filled < sampled; ++i) {
            const std::size_t row = static_cast<std::size_t>(layout_.bodyBegin) + i;
            if (rows[i].kind != UnitRow::Kind::Unit) {
                continue;
            }
            if (const Cell cell = sheet_.at(row, column); cell.kind != CellKind::Empty) {
                ++filled;
                provinces += provinceCalled(sheet_.labelAt(row, column)).empty() ? 0 : 1;
            }
        }
        return provinces > 0 && 2 * provinces >= filled;
    }

    [[nodiscard]] std::vector<std::string> provincesIn(const std::vector<UnitRow>& rows,
                                                       std::size_t column) {
        const auto shown = keyRows(sheet_, layout_, static_cast<std::int64_t>(column));
        std::vector<std::string> provinces;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool isSaid = rows[i].kind == UnitRow::Kind::Unit && shown[i] != noRow;
            provinces.push_back(isSaid ? provinceCalled(sheet_.labelAt(shown[i], column))
                                       : std::string());
        }
        return provinces;
    }

    [[nodiscard]] bool agrees(const std::vector<UnitRow>& rows, const NameMatches& matches,
                              const std::vector<std::string>& provinces) const {
        std::size_t compared = 0;
        std::size_t same = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto match = matches.find(rows[i].unit);
            if (provinces[i].empty() || match == matches.end() ||
                (match->second.kind != NameKind::Place &&
                 match->second.kind != NameKind::Ambiguous)) {
                continue;
            }
            ++compared;
            same += mayLieIn(match->second, provinces[i]) ? 1 : 0;
        }
        return same > 0 && 2 * same >= compared;
    }

    [[nodiscard]] bool mayLieIn(const NameMatch& match, const std::string& province) const {
        const auto& places = gazetteer_.places();
        return match.kind == NameKind::Place
                   ? places[match.place].province == province
                   : std::any_of(match.suggestions.begin(), match.suggestions.end(),
                                 [&](const Suggestion& suggestion) {
                                     return places[suggestion.place].province == province;
                                 });
    }

    const Sheet& sheet_;
    const Layout& layout_;
    const Gazetteer& gazetteer_;
    std::unordered_map<std::string, std::string> known_;
};

} // namespace

std::vector<std::string> provincesOfRows(const Sheet& sheet, const Layout& layout,
                                         const Gazetteer& gazetteer,
                                         const std::vector<UnitRow>& rows,
                                         const NameMatches& matches) {
    return ProvinceColumnFinder(sheet, layout, gazetteer).find(rows, matches);
}

} // namespace citypanel::sheets

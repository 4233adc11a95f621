// SPDX-License-Identifier: GPL-3.0-or-later
// Names read in two passes: the first learns what the column holds, the second uses it.
#include "core/sheets/unit_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/header_rows.h"
#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/regions.h"
#include "core/sheets/repeated_keys.h"
#include "core/sheets/row_codes.h"
#include "core/sheets/row_provinces.h"
#include "core/sheets/shared_names.h"
#include "core/sheets/written_years.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace citypanel::sheets {

namespace {

using Decisions = std::unordered_map<std::string, const NameDecision*>;

class UnitColumnReader {
public:
    UnitColumnReader(const Sheet& sheet, const Layout& layout, const Gazetteer* gazetteer,
                     const std::vector<NameDecision>& decisions)
        : sheet_(sheet)
        , layout_(layout)
        , gazetteer_(gazetteer)
        , cityColumn_(cityColumnBeside(layout)) {
        for (const NameDecision& decision : decisions) {
            decisions_[decision.written] = &decision;
        }
        const auto end = std::min(layout.headerEnd, static_cast<std::int64_t>(sheet.rowCount()));
        for (std::int64_t row = std::max<std::int64_t>(layout.headerBegin, 0); row < end; ++row) {
            const auto entry = headers_.insert(nameAt(static_cast<std::size_t>(row)));
            holdsCityCodes_ = holdsCityCodes_ || isOfCities(*entry.first);
        }
    }

    UnitColumn read() {
        readNames();
        if (gazetteer_ != nullptr) {
            learnContext();
            for (std::size_t i = 0; i < column_.rows.size(); ++i) {
                matchRow(i);
            }
            resolveByNextRow();
            markSureNames();
        }
        markListedRows();
        return std::move(column_);
    }

private:
    [[nodiscard]] std::string nameAt(std::size_t row) const {
        return tidyName(sheet_.labelAt(row, static_cast<std::size_t>(layout_.unitColumn)));
    }

    void readNames() {
        const auto begin = static_cast<std::size_t>(layout_.bodyBegin);
        const auto end = std::min(static_cast<std::size_t>(layout_.bodyEnd), sheet_.rowCount());
        const bool isCountryUnit = gazetteer_ == nullptr && listsCountryAlone(begin, end);
        const std::vector<std::size_t> named = keyRows(sheet_, layout_, layout_.unitColumn);
        const std::map<std::string, std::set<std::string>> cities = citiesOfCounties(named);
        for (std::size_t row = begin; row < end; ++row) {
            UnitRow unit;
            if (isLeftOut(sheet_, layout_, row)) {
                column_.rows.push_back(std::move(unit));
                continue;
            }
            const std::size_t nameRow = named[row - begin];
            unit.written = nameRow == noRow ? std::string() : nameAt(nameRow);
            const bool repeatsHeader = headers_.contains(unit.written);
            if (!unit.written.empty()) {
                const bool isUnit = isCountryUnit && isCountryName(unit.written);
                const bool isHeading = repeatsHeader || isContinuation(unit.written) ||
                                       (isTotal(unit.written) && !isUnit) ||
                                       numbersColumns(row, unit.written);
                unit.kind = isHeading ? UnitRow::Kind::Heading : UnitRow::Kind::Unit;
            }
            const auto shared = cities.find(unit.written);
            const bool isShared = shared != cities.end() && shared->second.size() > 1;
            unit.unit = isShared ? cityAt(nameRow) + unit.written : unit.written;
            applyDecision(unit);
            column_.rows.push_back(std::move(unit));
        }
    }

    /// Whether a row below a header that stands again only numbers its columns: 甲, 1, 2.
    [[nodiscard]] bool numbersColumns(std::size_t row, const std::string& name) const {
        constexpr std::size_t longest = 5; // bytes of "(甲)"
        return name.size() <= longest && isNumberedLine(sheet_, row);
    }

    /// What the column of cities beside one of counties says of a row.
    [[nodiscard]] std::string cityAt(std::size_t row) const {
        return tidyName(sheet_.labelAt(row, static_cast<std::size_t>(cityColumn_)));
    }

    /// The cities that rows of counties lie in, by the name of the county.
    [[nodiscard]] std::map<std::string, std::set<std::string>>
    citiesOfCounties(const std::vector<std::size_t>& named) const {
        std::map<std::string, std::set<std::string>> cities;
        if (cityColumn_ < 0) {
            return cities;
        }
        for (const std::size_t row : named) {
            if (row != noRow) {
                cities[nameAt(row)].insert(cityAt(row));
            }
        }
        return cities;
    }

    [[nodiscard]] bool isTotal(const std::string& name) const {
        return isTotalName(name) &&
               (gazetteer_ == nullptr || gazetteer_->match(name).kind == NameKind::Total);
    }

    /// Whether the column names the whole of China beside names that are no places of it: a country
    /// among others, not the sum of the rows.
    [[nodiscard]] bool listsCountryAlone(std::size_t begin, std::size_t end) const {
        std::set<std::string> names;
        for (std::size_t row = begin; row < end; ++row) {
            names.insert(nameAt(row));
        }
        if (std::none_of(names.begin(), names.end(), isCountryName)) {
            return false;
        }
        return std::none_of(names.begin(), names.end(), [](const std::string& name) {
            const NameKind kind = chinaPrefectures().match(name).kind;
            return kind == NameKind::Place || kind == NameKind::Province ||
                   kind == NameKind::Ambiguous;
        });
    }

    void applyDecision(UnitRow& unit) const { applyDecision(unit, unit.written); }

    void applyDecision(UnitRow& unit, const std::string& written) const {
        const auto decision = decisions_.find(written);
        if (decision != decisions_.end() && decision->second->state == NameState::Accepted) {
            unit.kind = UnitRow::Kind::Unit;
            unit.unit = decision->second->unit;
            unit.isDecided = true;
        }
        if (decision != decisions_.end() && decision->second->state == NameState::LeftOut) {
            unit.kind = UnitRow::Kind::Heading;
            unit.isDecided = true;
        }
    }

    /// Whether rows of provinces stand among the units, and whether all is surely one level; which
    /// rows have the name of a province and a place.
    void learnContext() {
        NameMatches& alone = alone_;
        std::size_t places = 0;
        std::size_t provinces = 0;
        for (const UnitRow& row : column_.rows) {
            if (row.kind != UnitRow::Kind::Unit || alone.contains(row.unit)) {
                continue;
            }
            const NameKind kind =
                alone.emplace(row.unit, gazetteer_->match(row.unit)).first->second.kind;
            places += kind == NameKind::Place ? 1 : 0;
            provinces += kind == NameKind::Province ? 1 : 0;
        }
        context_.listsProvinces = provinces > 0;
        context_.listsOnlyPlaces = provinces == 0 && places >= 3;
        hasHeadings_ = provinces > 0;
        standInBlocks_ = hasHeadings_ || standInBlocks();
        provinces_ = provincesOfRows(sheet_, layout_, *gazetteer_, column_.rows, alone);
        for (std::size_t i = 0; i < provinces_.size(); ++i) {
            if (!provinces_[i].empty()) {
                provincesOfName_[column_.rows[i].written].insert(provinces_[i]);
            }
        }
        codes_ = codesOfRows(sheet_, layout_, *gazetteer_, column_.rows, alone);
        for (const auto& [row, kind] :
             readSharedNames(sheet_, layout_, *gazetteer_, column_.rows, alone)) {
            NameMatch match = alone.at(column_.rows[row].unit);
            match.kind = kind;
            match.place = match.suggestions[0].place;
            shared_.emplace(row, std::move(match));
        }
    }

    /// The provinces that a name may lie in; none for one that is no place.
    [[nodiscard]] std::set<std::string> provincesOfMatch(const NameMatch& match) const {
        const auto& places = gazetteer_->places();
        std::set<std::string> provinces;
        if (match.kind == NameKind::Place) {
            provinces.insert(places[match.place].province);
        } else if (match.kind == NameKind::Ambiguous) {
            for (const Suggestion& suggestion : match.suggestions) {
                provinces.insert(places[suggestion.place].province);
            }
        }
        return provinces;
    }

    /// Whether the places stand province by province: the one below another lies in the same one
    /// more often than not, municipalities apart. In a list ranked by a value, or in a sample, what
    /// stands above and below a name says nothing of it.
    [[nodiscard]] bool standInBlocks() const {
        std::set<std::string> above;
        std::string nameAbove;
        std::size_t pairs = 0;
        std::size_t within = 0;
        for (const UnitRow& row : column_.rows) {
            const auto match = alone_.find(row.unit);
            if (match == alone_.end() || row.unit == nameAbove) {
                continue;
            }
            const std::set<std::string> provinces = provincesOfMatch(match->second);
            const bool isMunicipality =
                match->second.kind == NameKind::Place &&
                gazetteer_->places()[match->second.place].rank == "municipality";
            if (provinces.empty() || isMunicipality) {
                continue;
            }
            pairs += above.empty() ? 0 : 1;
            within += std::any_of(provinces.begin(), provinces.end(),
                                  [&](const auto& one) { return above.contains(one); })
                          ? 1
                          : 0;
            above = provinces;
            nameAbove = row.unit;
        }
        return 2 * within >= pairs;
    }

    /// The province that the row itself says; "" for rows that somebody decided.
    [[nodiscard]] const std::string& provinceOf(std::size_t index) const {
        static const std::string none;
        return provinces_.empty() || column_.rows[index].isDecided ? none : provinces_[index];
    }

    /// What a row means by its name, its code, its province and the rows around it.
    [[nodiscard]] NameMatch matchOf(std::size_t index) {
        const NameMatch& found = matchByName(index);
        const auto alone = alone_.find(column_.rows[index].unit);
        if (column_.rows[index].isDecided || alone == alone_.end()) {
            return found;
        }
        if (!codes_.empty() && codes_[index].kind != NameKind::Unknown) {
            NameMatch match = withCode(found, alone->second, codes_[index]);
            if (match.kind == NameKind::Ambiguous) {
                contested_.insert(index);
            }
            return match;
        }
        return isBetweenTwo(index, found, alone->second) ? alone->second : found;
    }

    /// Whether a name of several places stands in a list without headings between a place of the
    /// one's province and a place of the other's that does not open a new block, as its provincial
    /// capital would.
    [[nodiscard]] bool isBetweenTwo(std::size_t index, const NameMatch& found,
                                    const NameMatch& alone) {
        const bool isByRowAbove = !hasHeadings_ && found.kind == NameKind::Place &&
                                  alone.kind == NameKind::Ambiguous && alone.province.empty() &&
                                  provinceOf(index).empty();
        if (!isByRowAbove || index + 1 >= column_.rows.size()) {
            return false;
        }
        const auto below = alone_.find(column_.rows[index + 1].unit);
        if (below == alone_.end() || below->second.kind != NameKind::Place) {
            return false;
        }
        const auto& places = gazetteer_->places();
        const GazetteerPlace& next = places[below->second.place];
        const bool isContested = next.province != places[found.place].province &&
                                 !next.isProvincialCapital &&
                                 std::any_of(alone.suggestions.begin(), alone.suggestions.end(),
                                             [&](const Suggestion& one) {
                                                 return places[one.place].province == next.province;
                                             });
        if (isContested) {
            contested_.insert(index);
        }
        return isContested;
    }

    /// What a row means by its name, its province and the rows around it.
    [[nodiscard]] const NameMatch& matchByName(std::size_t index) {
        const std::string& province = provinceOf(index);
        const auto shared = shared_.find(index);
        const bool isOfRows =
            shared != shared_.end() && (province.empty() || liesWithin(shared->second, province));
        return isOfRows ? shared->second : match(column_.rows[index].unit, province);
    }

    /// Whether a province and a place in it have the name: 吉林 in a row of 吉林.
    [[nodiscard]] bool liesWithin(const NameMatch& shared, const std::string& province) const {
        return shared.province == province &&
               gazetteer_->places()[shared.place].province == province;
    }

    [[nodiscard]] const NameMatch& match(const std::string& name, const std::string& given = {}) {
        NameContext context = context_;
        if (!given.empty()) {
            context.province = given;
            context.isProvinceGiven = true;
        }
        const auto key = std::tuple(name, context.province, context.isProvinceGiven);
        const auto known = matches_.find(key);
        return known != matches_.end()
                   ? known->second
                   : matches_.emplace(key, gazetteer_->match(name, context)).first->second;
    }

    void matchRow(std::size_t index) {
        UnitRow& row = column_.rows[index];
        if (row.kind != UnitRow::Kind::Unit) {
            return;
        }
        const NameMatch found = matchOf(index);
        switch (found.kind) {
        case NameKind::Place:
            take(index, found.place);
            break;
        case NameKind::Province:
            context_.province = found.province;
            row.kind = UnitRow::Kind::Heading;
            headed_.insert(found.province);
            column_.provinceCount = headed_.size();
            break;
        case NameKind::Total:
            row.kind = UnitRow::Kind::Heading;
            break;
        case NameKind::Ambiguous:
        case NameKind::Unknown:
            if (!isDecidedWithProvince(index, found.kind)) {
                noteUnmatched(index, found);
            }
            break;
        }
    }

    /// Calls a row by its name and province where a decision about the name alone would be one
    /// about other rows too; whether such a decision settles it.
    [[nodiscard]] bool isDecidedWithProvince(std::size_t index, NameKind kind) {
        UnitRow& row = column_.rows[index];
        const std::string& province = provinceOf(index);
        const bool isOneOfSeveral = !province.empty() && (kind == NameKind::Ambiguous ||
                                                          provincesOfName_[row.written].size() > 1);
        if (!isOneOfSeveral) {
            return false;
        }
        row.unit = row.written + " (" + province + ")";
        asked_.emplace(index, row.unit);
        applyDecision(row, row.unit);
        if (row.isDecided) {
            shared_.erase(index);
            matchRow(index);
        }
        return row.isDecided || row.kind == UnitRow::Kind::Heading;
    }

    void take(std::size_t index, std::size_t place) {
        UnitRow& row = column_.rows[index];
        const GazetteerPlace& found = gazetteer_->places()[place];
        row.place = place;
        row.unit = found.name;
        const bool hasCode = !codes_.empty() && codes_[index].kind == NameKind::Place &&
                             codes_[index].place == place;
        const bool isCode = hasCode || (holdsCityCodes_ && isSixDigits(row.written));
        const bool isSure = isCode || isWrittenInHan(row.written);
        column_.distinctSurePlaces += places_.insert(place).second && isSure ? 1 : 0;
        column_.distinctPlaces = places_.size();
        column_.hasLesserPlaces = column_.hasLesserPlaces || found.rank != "municipality";
        column_.hasNativeNames = column_.hasNativeNames || hasHanOrDigit(row.written) || hasCode ||
                                 provinceOf(index) == found.province;
        column_.hasFullNames = column_.hasFullNames || isCode || isWrittenInFull(row.written);
        if (!hasHeadings_ && standInBlocks_) {
            context_.province = found.province; // blocks of provinces without headings
        }
    }

    void noteUnmatched(std::size_t index, const NameMatch& found) {
        const auto asked = asked_.find(index);
        const std::string& written =
            asked != asked_.end() ? asked->second : column_.rows[index].written;
        const std::string& given = provinceOf(index);
        const auto decision = decisions_.find(written);
        const bool isRefused =
            decision != decisions_.end() && decision->second->state == NameState::Refused;
        if (isRefused || !noted_.insert(written).second) {
            return;
        }
        const std::size_t row = static_cast<std::size_t>(layout_.bodyBegin) + index;
        column_.unmatched.push_back({written, row, found.kind, found.suggestions, false,
                                     given.empty() ? context_.province : given,
                                     holdsValue(sheet_, layout_, {}, row)});
    }

    /// An ambiguous name at the head of a block is understood by the place that follows it.
    void resolveByNextRow() {
        std::set<std::string> resolved;
        for (std::size_t i = 0; standInBlocks_ && i + 1 < column_.rows.size(); ++i) {
            UnitRow& row = column_.rows[i];
            const auto next = column_.rows[i + 1].place;
            if (row.kind != UnitRow::Kind::Unit || row.place || !next || shared_.contains(i) ||
                contested_.contains(i) || !provinceOf(i).empty()) {
                continue;
            }
            context_.province = gazetteer_->places()[*next].province;
            const NameMatch& found = match(row.unit);
            if (found.kind == NameKind::Place) {
                take(i, found.place);
                resolved.insert(row.written);
            }
        }
        for (std::size_t i = column_.unmatched.size(); i-- > 0;) {
            if (resolved.contains(column_.unmatched[i].written)) {
                column_.unmatched.erase(column_.unmatched.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }

    /// In a table of many periods a unit that is no place is still one where a period lacks values.
    void markListedRows() {
        if (layout_.kind != LayoutKind::Long || layout_.periodColumn < 0) {
            return;
        }
        std::set<std::string> named;
        std::vector<std::size_t> empty;
        for (std::size_t i = 0; i < column_.rows.size(); ++i) {
            const UnitRow& row = column_.rows[i];
            if (row.kind == UnitRow::Kind::Unit && !row.place) {
                const std::size_t at = static_cast<std::size_t>(layout_.bodyBegin) + i;
                if (holdsValue(sheet_, layout_, {}, at)) {
                    named.insert(row.unit);
                } else if (readYearCell(
                               sheet_.at(at, static_cast<std::size_t>(layout_.periodColumn)))) {
                    empty.push_back(i);
                }
            }
        }
        for (const std::size_t i : empty) {
            column_.rows[i].isListed = named.contains(column_.rows[i].unit);
        }
    }

    void markSureNames() {
        for (UnmatchedName& name : column_.unmatched) {
            if (name.kind != NameKind::Unknown || name.suggestions.empty()) {
                continue;
            }
            const GazetteerPlace& best = gazetteer_->places()[name.suggestions[0].place];
            const bool isAlone = name.suggestions.size() == 1 ||
                                 name.suggestions[1].score < name.suggestions[0].score;
            name.isSure = isAlone && best.province == name.province &&
                          !gazetteer_->isCountyLevelCity(name.written, best.province) &&
                          differInOneCharacter(name.written, best.name) &&
                          isOnlyGap(name.suggestions[0].place);
        }
    }

    /// Whether the column has every other city of the place's province. A county-level city may be
    /// spelled like a prefecture (宜城 and 宣城, 宜昌), so a gap in a short list proves nothing.
    [[nodiscard]] bool isOnlyGap(std::size_t place) const {
        const auto& places = gazetteer_->places();
        bool isGap = !places_.contains(place);
        for (std::size_t other = 0; other < places.size(); ++other) {
            const bool isExpected = other != place && places[other].lastYear == 0 &&
                                    places[other].type == places[place].type &&
                                    places[other].province == places[place].province;
            isGap = isGap && (!isExpected || places_.contains(other));
        }
        return isGap;
    }

    const Sheet& sheet_;
    const Layout& layout_;
    const Gazetteer* gazetteer_;
    std::int64_t cityColumn_; ///< beside one of counties; -1: none
    Decisions decisions_;
    std::set<std::string> headers_;
    bool holdsCityCodes_ = false;
    NameContext context_;
    bool hasHeadings_ = false;
    bool standInBlocks_ = false; ///< the places, province by province
    std::map<std::tuple<std::string, std::string, bool>, NameMatch> matches_; ///< as match asks
    NameMatches alone_;                                                       ///< by name
    std::set<std::size_t> contested_;    ///< rows whose neighbours or codes say different places
    std::vector<NameMatch> codes_;       ///< codesOfRows
    std::vector<std::string> provinces_; ///< provincesOfRows
    std::map<std::string, std::set<std::string>> provincesOfName_;
    std::map<std::size_t, std::string> asked_; ///< by row: its name with its province
    std::map<std::size_t, NameMatch> shared_;  ///< by row: as readSharedNames tells
    std::set<std::size_t> places_;
    std::set<std::string> headed_; ///< provinces that have rows
    std::set<std::string> noted_;
    UnitColumn column_;
};

} // namespace

UnitColumn readUnits(const Sheet& sheet, const Layout& layout, const Gazetteer* gazetteer,
                     const std::vector<NameDecision>& decisions) {
    return UnitColumnReader(sheet, layout, gazetteer, decisions).read();
}

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Names read in two passes: the first learns what the column holds, the second uses it.
#include "core/sheets/unit_rows.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/regions.h"
#include "core/sheets/shared_names.h"

#include <QString>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace citypanel::sheets {

namespace {

using Decisions = std::unordered_map<std::string, const NameDecision*>;

bool hasHanOrDigit(const std::string& name) {
    const QString text = QString::fromStdString(name);
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.script() == QChar::Script_Han || c.isDigit(); });
}

class UnitColumnReader {
public:
    UnitColumnReader(const Sheet& sheet, const Layout& layout, const Gazetteer* gazetteer,
                     const std::vector<NameDecision>& decisions)
        : sheet_(sheet), layout_(layout), gazetteer_(gazetteer) {
        for (const NameDecision& decision : decisions) {
            decisions_[decision.written] = &decision;
        }
        const auto end = std::min(layout.headerEnd, static_cast<std::int64_t>(sheet.rowCount()));
        for (std::int64_t row = std::max<std::int64_t>(layout.headerBegin, 0); row < end; ++row) {
            headers_.insert(nameAt(static_cast<std::size_t>(row)));
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
        return std::move(column_);
    }

private:
    [[nodiscard]] std::string nameAt(std::size_t row) const {
        return tidyName(sheet_.labelAt(row, static_cast<std::size_t>(layout_.unitColumn)));
    }

    void readNames() {
        const auto begin = static_cast<std::size_t>(layout_.bodyBegin);
        const auto end = std::min(static_cast<std::size_t>(layout_.bodyEnd), sheet_.rowCount());
        for (std::size_t row = begin; row < end; ++row) {
            UnitRow unit;
            if (isLeftOut(sheet_, layout_, row)) {
                column_.rows.push_back(std::move(unit));
                continue;
            }
            unit.written = nameAt(row);
            const bool repeatsHeader = headers_.contains(unit.written);
            if (!unit.written.empty()) {
                const bool isHeading = repeatsHeader || isTotalName(unit.written);
                unit.kind = isHeading ? UnitRow::Kind::Heading : UnitRow::Kind::Unit;
            }
            unit.unit = unit.written;
            applyDecision(unit);
            column_.rows.push_back(std::move(unit));
        }
    }

    void applyDecision(UnitRow& unit) const {
        const auto decision = decisions_.find(unit.written);
        if (decision != decisions_.end() && decision->second->state == NameState::Accepted) {
            unit.kind = UnitRow::Kind::Unit;
            unit.unit = decision->second->unit;
            unit.isDecided = true;
        }
        if (decision != decisions_.end() && decision->second->state == NameState::LeftOut) {
            unit.kind = UnitRow::Kind::Heading;
        }
    }

    /// Whether rows of provinces stand among the units, and whether all is surely one level; which
    /// rows have the name of a province and a place.
    void learnContext() {
        NameMatches alone;
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
        for (const auto& [row, kind] :
             readSharedNames(sheet_, layout_, *gazetteer_, column_.rows, alone)) {
            NameMatch match = alone.at(column_.rows[row].unit);
            match.kind = kind;
            match.place = match.suggestions[0].place;
            shared_.emplace(row, std::move(match));
        }
    }

    /// What a row means by its name and the rows around it.
    [[nodiscard]] const NameMatch& matchOf(std::size_t index) {
        const auto shared = shared_.find(index);
        return shared != shared_.end() ? shared->second : match(column_.rows[index].unit);
    }

    [[nodiscard]] const NameMatch& match(const std::string& name) {
        const auto key = std::pair(name, context_.province);
        const auto known = matches_.find(key);
        return known != matches_.end()
                   ? known->second
                   : matches_.emplace(key, gazetteer_->match(name, context_)).first->second;
    }

    void matchRow(std::size_t index) {
        UnitRow& row = column_.rows[index];
        if (row.kind != UnitRow::Kind::Unit) {
            return;
        }
        const NameMatch& found = matchOf(index);
        switch (found.kind) {
        case NameKind::Place:
            take(row, found.place);
            break;
        case NameKind::Province:
            context_.province = found.province;
            row.kind = UnitRow::Kind::Heading;
            break;
        case NameKind::Total:
            row.kind = UnitRow::Kind::Heading;
            break;
        case NameKind::Ambiguous:
        case NameKind::Unknown:
            noteUnmatched(index, found);
            break;
        }
    }

    void take(UnitRow& row, std::size_t place) {
        const GazetteerPlace& found = gazetteer_->places()[place];
        row.place = place;
        row.unit = found.name;
        places_.insert(place);
        column_.distinctPlaces = places_.size();
        column_.hasNativeNames = column_.hasNativeNames || hasHanOrDigit(row.written);
        if (!hasHeadings_) {
            context_.province = found.province; // blocks of provinces without headings
        }
    }

    void noteUnmatched(std::size_t index, const NameMatch& found) {
        const std::string& written = column_.rows[index].written;
        const auto decision = decisions_.find(written);
        const bool isRefused =
            decision != decisions_.end() && decision->second->state == NameState::Refused;
        if (isRefused || !noted_.insert(written).second) {
            return;
        }
        column_.unmatched.push_back({written, static_cast<std::size_t>(layout_.bodyBegin) + index,
                                     found.kind, found.suggestions, false, context_.province});
    }

    /// An ambiguous name at the head of a block is understood by the place that follows it.
    void resolveByNextRow() {
        std::set<std::string> resolved;
        for (std::size_t i = 0; i + 1 < column_.rows.size(); ++i) {
            UnitRow& row = column_.rows[i];
            const auto next = column_.rows[i + 1].place;
            if (row.kind != UnitRow::Kind::Unit || row.place || !next || shared_.contains(i)) {
                continue;
            }
            context_.province = gazetteer_->places()[*next].province;
            const NameMatch& found = match(row.unit);
            if (found.kind == NameKind::Place) {
                take(row, found.place);
                resolved.insert(row.written);
            }
        }
        for (std::size_t i = column_.unmatched.size(); i-- > 0;) {
            if (resolved.contains(column_.unmatched[i].written)) {
                column_.unmatched.erase(column_.unmatched.begin() + static_cast<std::ptrdiff_t>(i));
            }
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
    Decisions decisions_;
    std::set<std::string> headers_;
    NameContext context_;
    bool hasHeadings_ = false;
    std::map<std::pair<std::string, std::string>, NameMatch> matches_;
    std::map<std::size_t, NameMatch> shared_; ///< by row: as readSharedNames tells
    std::set<std::size_t> places_;
    std::set<std::string> noted_;
    UnitColumn column_;
};

} // namespace

bool differInOneCharacter(const std::string& a, const std::string& b) {
    const std::u32string first = QString::fromStdString(a).toStdU32String();
    const std::u32string second = QString::fromStdString(b).toStdU32String();
    if (first.size() != second.size()) {
        return false;
    }
    std::size_t different = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        different += first[i] == second[i] ? 0 : 1;
    }
    return different == 1;
}

UnitColumn readUnits(const Sheet& sheet, const Layout& layout, const Gazetteer* gazetteer,
                     const std::vector<NameDecision>& decisions) {
    return UnitColumnReader(sheet, layout, gazetteer, decisions).read();
}

} // namespace citypanel::sheets

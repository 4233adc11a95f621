// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a unit as one run; runs read from above, by what stands before and after them.
#include "core/sheets/shared_names.h"

#include "core/sheets/regions.h"
#include "core/sheets/unit_rows.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

/// The rows of one unit that follow each other: one row, or a row a period.
struct NameRun {
    std::vector<std::size_t> rows{};
    std::string name{};
    const NameMatch* match = nullptr;
    std::set<std::string> periods{};
    std::set<std::string> provinces{}; ///< the name may be of, or lie in; empty: not known
    bool isProvince = false;           ///< the row of a province itself
    bool isShared = false;
    bool followsBreak = false; ///< a repeated header or a total stands before it
    bool holdsValue = false;
};

class SharedNameReader {
public:
    SharedNameReader(const Sheet& sheet, const Layout& layout, const Gazetteer& gazetteer,
                     const std::vector<UnitRow>& rows, const NameMatches& matches)
        : sheet_(sheet), layout_(layout), places_(gazetteer.places()) {
        collectRuns(rows, matches);
        learnProvinceRows();
    }

    std::map<std::size_t, NameKind> read() {
        std::map<std::size_t, NameKind> kinds;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            NameRun& run = runs_[i];
            const auto kind = run.isShared ? kindOf(i) : std::nullopt;
            if (!kind) {
                continue;
            }
            run.isProvince = kind == NameKind::Province;
            if (kind != NameKind::Ambiguous) {
                run.provinces = {run.isProvince ? run.match->province : placeOf(run).province};
            }
            for (const std::size_t row : run.rows) {
                kinds.emplace(row, *kind);
            }
        }
        return kinds;
    }

private:
    [[nodiscard]] std::string periodOf(std::size_t row) const {
        const bool isLong = layout_.kind == LayoutKind::Long && layout_.periodColumn >= 0;
        return isLong ? sheet_.textAt(row, static_cast<std::size_t>(layout_.periodColumn))
                      : std::string();
    }

    [[nodiscard]] const GazetteerPlace& placeOf(const NameRun& shared) const {
        return places_[shared.match->suggestions[0].place];
    }

    void collectRuns(const std::vector<UnitRow>& rows, const NameMatches& matches) {
        bool isBroken = false;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto match = matches.find(rows[i].unit);
            if (rows[i].kind != UnitRow::Kind::Unit || match == matches.end()) {
                isBroken = isBroken || rows[i].kind == UnitRow::Kind::Heading;
                continue;
            }
            const std::size_t row = static_cast<std::size_t>(layout_.bodyBegin) + i;
            const std::string period = periodOf(row);
            const bool goesOn = !runs_.empty() && !isBroken && runs_.back().name == rows[i].unit &&
                                !runs_.back().periods.contains(period);
            if (!goesOn) {
                runs_.push_back(runOf(rows[i].unit, match->second));
                runs_.back().followsBreak = std::exchange(isBroken, false);
            }
            NameRun& run = runs_.back();
            run.rows.push_back(i);
            run.periods.insert(period);
            run.holdsValue = run.holdsValue || sheets::holdsValue(sheet_, layout_, {}, row);
        }
    }

    [[nodiscard]] NameRun runOf(const std::string& name, const NameMatch& match) const {
        NameRun run;
        run.name = name;
        run.match = &match;
        run.isShared = isSharedName(match);
        run.isProvince = match.kind == NameKind::Province;
        if (match.kind == NameKind::Place) {
            run.provinces.insert(places_[match.place].province);
        } else if (match.kind == NameKind::Ambiguous) {
            for (const Suggestion& suggestion : match.suggestions) {
                run.provinces.insert(places_[suggestion.place].province);
            }
        }
        if (!match.province.empty()) {
            run.provinces.insert(match.province);
        }
        return run;
    }

    /// How the rows of the provinces whose names no place has are written, and where they stand.
    void learnProvinceRows() {
        static const std::string suffix = "省";
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t full = 0;
        std::size_t abbreviated = 0;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            const NameRun& run = runs_[i];
            const bool isPlace = run.match->kind == NameKind::Place;
            listsPlaces_ =
                listsPlaces_ || (isPlace && places_[run.match->place].rank != "municipality");
            if (!run.isProvince) {
                continue;
            }
            const std::string& province = run.match->province;
            hasProvinces_ = true;
            doProvincesHoldValues_ = doProvincesHoldValues_ || run.holdsValue;
            if (province.ends_with(suffix)) {
                ++(run.name == province ? full : abbreviated);
            }
            if (run.name == province) {
                for (const std::string& period : run.periods) {
                    writtenInFull_.emplace(province, period);
                }
            }
            if (isIn(after(i), province)) {
                ++first;
            } else {
                last += isIn(before(i), province) ? 1 : 0;
            }
        }
        areAllFull_ = full > 0 && abbreviated == 0;
        doProvincesStandLast_ = last > first;
    }

    /// The nearest runs around one whose province is known.
    [[nodiscard]] const NameRun* before(std::size_t index) const {
        while (index-- > 0) {
            if (!runs_[index].provinces.empty()) {
                return &runs_[index];
            }
        }
        return nullptr;
    }

    [[nodiscard]] const NameRun* after(std::size_t index) const {
        const std::string& name = runs_[index].name;
        while (++index < runs_.size()) {
            if (!runs_[index].provinces.empty() && runs_[index].name != name) {
                return &runs_[index];
            }
        }
        return nullptr;
    }

    [[nodiscard]] static bool isIn(const NameRun* run, const std::string& province) {
        return run != nullptr && run->provinces.contains(province);
    }

    [[nodiscard]] std::optional<NameKind> kindOf(std::size_t index) const {
        if (!listsPlaces_) {
            return hasProvinces_ ? std::optional(NameKind::Province) : std::nullopt;
        }
        const NameRun& run = runs_[index];
        return placeOf(run).province == run.match->province ? kindInside(index) : kindApart(index);
    }

    /// 吉林, which lies in the province of its name.
    [[nodiscard]] std::optional<NameKind> kindInside(std::size_t index) const {
        const NameRun& run = runs_[index];
        const std::string& province = run.match->province;
        const bool isInBlock = isIn(before(index), province);
        if (isWrittenInFull(run) || hasProvinceRowAbove(index)) {
            return NameKind::Place;
        }
        if (doProvincesStandLast_) {
            return isInBlock && isIn(after(index), province) ? NameKind::Place
                                                             : NameKind::Ambiguous;
        }
        if (isInBlock) {
            return NameKind::Place;
        }
        const NameRun* next = after(index);
        const bool opensProvince = isIn(next, province) && next->match->kind == NameKind::Place &&
                                   places_[next->match->place].isProvincialCapital;
        if (repeatsInBlock(index) && (hasProvinces_ || opensProvince)) {
            return NameKind::Province;
        }
        if (!hasProvinces_) {
            return std::nullopt;
        }
        const bool isUsual = opensProvince && !areAllFull_ && doProvincesHoldValues_;
        return isUsual || !run.holdsValue ? NameKind::Province : NameKind::Ambiguous;
    }

    /// 海南, which lies in 青海省 while there is a 海南省.
    [[nodiscard]] std::optional<NameKind> kindApart(std::size_t index) const {
        const NameRun& run = runs_[index];
        const std::string& around = placeOf(run).province;
        const bool isAmongPlaces = isIn(before(index), around) || isIn(after(index), around);
        const bool opensProvince = isIn(after(index), run.match->province);
        if (isAmongPlaces != opensProvince) {
            return isAmongPlaces ? NameKind::Place : NameKind::Province;
        }
        if (!hasProvinces_ && hasOthersIn(around)) {
            return std::nullopt; // a list of places alone
        }
        return run.holdsValue ? NameKind::Ambiguous : NameKind::Province;
    }

    /// Whether prefectures of a province other than its capital stand in the column: then the list
    /// has its lesser places too.
    [[nodiscard]] bool hasOthersIn(const std::string& province) const {
        return std::any_of(runs_.begin(), runs_.end(), [&](const NameRun& run) {
            return run.match->kind == NameKind::Place &&
                   places_[run.match->place].province == province &&
                   !places_[run.match->place].isProvincialCapital;
        });
    }

    /// Whether the province has a row in full for a period of the run.
    [[nodiscard]] bool isWrittenInFull(const NameRun& run) const {
        return std::any_of(run.periods.begin(), run.periods.end(), [&](const std::string& period) {
            return writtenInFull_.contains({run.match->province, period});
        });
    }

    /// Whether the block that a run ends has the row of the province already.
    [[nodiscard]] bool hasProvinceRowAbove(std::size_t index) const {
        const std::string& province = runs_[index].match->province;
        while (index-- > 0) {
            const NameRun& run = runs_[index];
            if (!run.provinces.empty() && !run.provinces.contains(province)) {
                return false;
            }
            if (run.isProvince && run.provinces.contains(province)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the block goes on to the same name for the same period, and no table begins anew
    /// between the two.
    [[nodiscard]] bool repeatsInBlock(std::size_t index) const {
        const NameRun& first = runs_[index];
        std::set<std::string> seen;
        for (std::size_t i = index + 1; i < runs_.size(); ++i) {
            const NameRun& run = runs_[i];
            const bool isOther =
                !run.provinces.empty() && !run.provinces.contains(first.match->province);
            if (run.followsBreak || isOther) {
                return false;
            }
            if (run.name == first.name) {
                return std::any_of(
                    run.periods.begin(), run.periods.end(),
                    [&](const std::string& period) { return first.periods.contains(period); });
            }
            if (!seen.insert(run.name).second) {
                return false;
            }
        }
        return false;
    }

    const Sheet& sheet_;
    const Layout& layout_;
    const std::vector<GazetteerPlace>& places_;
    std::vector<NameRun> runs_;
    std::set<std::pair<std::string, std::string>> writtenInFull_; ///< provinces, by period
    bool listsPlaces_ = false;                                    ///< other than municipalities
    bool hasProvinces_ = false;
    bool doProvincesHoldValues_ = false;
    bool areAllFull_ = false; ///< 省 is written wherever it may be
    bool doProvincesStandLast_ = false;
};

} // namespace

bool isSharedName(const NameMatch& alone) {
    return alone.kind == NameKind::Ambiguous && !alone.province.empty();
}

std::map<std::size_t, NameKind> readSharedNames(const Sheet& sheet, const Layout& layout,
                                                const Gazetteer& gazetteer,
                                                const std::vector<UnitRow>& rows,
                                                const NameMatches& matches) {
    const bool hasAny = std::any_of(matches.begin(), matches.end(),
                                    [](const auto& entry) { return isSharedName(entry.second); });
    return hasAny ? SharedNameReader(sheet, layout, gazetteer, rows, matches).read()
                  : std::map<std::size_t, NameKind>{};
}

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Gazetteer: places with codes, names over time, ranks and lists of membership; names matched to
// places.
#pragma once

#include "core/base/result.h"
#include "core/sheets/own_places.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace citypanel::sheets {

/// One place, known by the code and name it had last.
struct GazetteerPlace {
    std::string code{}; ///< six digits (GB/T 2260)
    std::string name{};
    std::string province{};
    std::string region{}; ///< 东部, 中部, 西部, 东北
    std::string type{};   ///< 地级市, 自治州, ...
    std::string rank{};   ///< municipality, provincial_capital, subprovincial, ordinary
    bool isProvincialCapital = false;
    std::int64_t lastYear = 0; ///< last year of a place that was dissolved; 0: still there
};

/// One spelling of a place.
struct PlaceName {
    enum class Kind : std::uint8_t {
        Official,
        Short,   ///< without 市, 地区, 自治州
        Latin,   ///< transcribed
        Misread, ///< a known slip of text recognition
        Code,    ///< of somebody's own place
    };

    std::size_t place = 0;
    Kind kind = Kind::Official;
    std::int64_t firstYear = 0; ///< 0: open
    std::int64_t lastYear = 0;  ///< 0: open
};

enum class NameKind : std::uint8_t {
    Unknown,   ///< no place of this gazetteer, perhaps with suggestions
    Place,     ///< exactly one place
    Ambiguous, ///< several places, or a province and a place
    Province,  ///< the heading of a province
    Total,     ///< the whole country, or the sum of all rows
};

/// A place that a name may mean.
struct Suggestion {
    std::size_t place = 0;
    double score = 0.0; ///< 1: the same; each differing character takes its share

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct NameMatch {
    NameKind kind = NameKind::Unknown;
    std::size_t place = 0;                 ///< NameKind::Place
    std::string province{};                ///< NameKind::Province: its full name
    std::vector<Suggestion> suggestions{}; ///< Unknown and Ambiguous: best first, at most three
};

/// What stands around a name and helps to understand it.
struct NameContext {
    std::string province{};       ///< full name of the province whose block the name stands in
    bool isProvinceGiven = false; ///< the row of the name says that province itself
    bool listsProvinces = false;  ///< the column holds rows of provinces too
    bool listsOnlyPlaces = false; ///< the column is known to hold none
};

/// "城市合计", "全国", "Total": the sum of all rows.
[[nodiscard]] bool isTotalName(const std::string& tidyName);

/// "中国", "全国": a total in a list of China's places, a unit in a list of countries.
[[nodiscard]] bool isCountryName(const std::string& tidyName);

/// Immutable; lookups are thread-safe.
class Gazetteer {
public:
    /// The tables of resources/gazetteer as csv with headers.
    struct Tables {
        QByteArray prefectures;
        QByteArray names;
        QByteArray oldCodes;
        QByteArray provinces;
        QByteArray memberships;
        QByteArray countyLevelCities;
    };

    /// Problem: FileCorrupt with the name of the table in `found`.
    [[nodiscard]] static Result<Gazetteer> parse(const Tables& tables);

    /// A gazetteer of somebody's own places, matched by code, name and alias. Where several share a
    /// name, each is called by it and its group: "长安区 (陕西省)".
    [[nodiscard]] static Gazetteer of(const std::vector<OwnPlace>& places);

    [[nodiscard]] const std::vector<GazetteerPlace>& places() const { return places_; }

    /// The place or province a name, old name, short name, transcription or code means. Codes may
    /// have four or six digits, be doubles ("1301.0") and be of earlier years; a province before
    /// the name ("安徽宿州") is understood. Names are compared as tidyName leaves them. A name
    /// whose place lies in another province than its row says is Ambiguous: that place and those of
    /// similar names are suggested, of the row's province first.
    [[nodiscard]] NameMatch match(std::string_view name, const NameContext& context = {}) const;

    /// The full name of the province that a text names, in full, short, English or pinyin
    /// ("江苏", "Jiangsu Province", "Tibet"); of somebody's own places, their group of that name.
    /// "": none.
    [[nodiscard]] std::string provinceCalled(std::string_view written) const;

    /// The province directly under which the county-level units of a code are, which belong to no
    /// prefecture: "4290", "429004", "1102" (counties of a municipality). "": no such code.
    [[nodiscard]] std::string provinceOfDirectUnits(std::string_view code) const;

    /// Whether a county-level city of that province (empty: of any) has the name, with or without
    /// 市: 天门市 in 湖北省, which is no slip for 荆门市.
    [[nodiscard]] bool isCountyLevelCity(std::string_view name,
                                         const std::string& province = {}) const;

    /// Whether a name, as tidyName leaves it, means its place by a known slip of text recognition
    /// alone: 毫州市.
    [[nodiscard]] bool isMisread(const std::string& name) const;

    /// The place of that code, now or earlier.
    [[nodiscard]] std::optional<std::size_t> placeOfCode(std::string_view code) const;

    /// The lists that places can be members of ("resource_based", ...).
    [[nodiscard]] std::vector<std::string> lists() const;
    /// What a list says of a place (a category or a year); "" for places that are not on it.
    [[nodiscard]] std::string membership(const std::string& list, std::size_t place) const;

private:
    struct Province {
        std::string name;
        std::string shortName;
        std::string codePrefix;         ///< the first two digits of its codes
        std::vector<std::string> latin; ///< as latinKey leaves them
    };

    /// A name without 市 and the like, as slips are looked for in it, and the places it means.
    struct Spelling {
        std::u32string stem;
        std::uint64_t letters = 0; ///< which letters it has, by their last bits
        std::vector<std::size_t> places;
    };

    void listSpellings();
    Status addPlaces(const QByteArray& table);
    Status addNames(const QByteArray& table);
    Status addRest(const Tables& tables);
    [[nodiscard]] NameMatch matchAnywhere(const std::string& name,
                                          const NameContext& context) const;
    [[nodiscard]] NameMatch matchInGiven(const std::string& name, const NameContext& context) const;
    /// What a name may mean in the province of its row, whose place lies elsewhere.
    [[nodiscard]] std::vector<Suggestion> suggestionsInGiven(const std::string& name,
                                                             std::size_t elsewhere,
                                                             const NameContext& context) const;
    [[nodiscard]] NameMatch matchCode(const std::string& digits) const;
    [[nodiscard]] NameMatch matchNames(const std::string& name, const NameContext& context) const;
    [[nodiscard]] std::optional<NameMatch> matchAfterProvince(const std::string& name) const;
    [[nodiscard]] const Province* provinceNamed(const std::string& name) const;
    [[nodiscard]] const Province* provinceInLatin(const std::string& name) const;
    [[nodiscard]] std::vector<Suggestion> suggestionsFor(const std::string& name,
                                                         const NameContext& context) const;

    bool hasOwnCodes_ = false; ///< codes are spellings like others, not those of GB/T 2260
    std::vector<GazetteerPlace> places_;
    std::vector<Province> provinces_;
    std::unordered_map<std::string, std::string>
        groups_; ///< of own places, as tidyName leaves them
    std::unordered_map<std::string, std::vector<PlaceName>> names_;
    std::vector<Spelling> spellings_; ///< of names_
    std::unordered_map<std::string, std::size_t> codes_;
    std::unordered_map<std::string, std::unordered_map<std::size_t, std::string>> lists_;
    std::unordered_map<std::string, std::set<std::string>> countyLevelCities_; ///< provinces
};

/// The prefectures of China, 2003 to 2024, read from the program's resources at the first call.
[[nodiscard]] const Gazetteer& chinaPrefectures();

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of places read from csv; names matched from the surest reading to the loosest.
#include "core/sheets/gazetteer.h"

#include "core/base/progress.h"
#include "core/panel/number_text.h"
#include "core/sheets/cell_text.h"
#include "core/sheets/delimited_text.h"
#include "core/sheets/name_forms.h"

#include <QFile>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <set>
#include <utility>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initialiseGazetteerResource() {
    Q_INIT_RESOURCE(citypanel_gazetteer);
}

namespace citypanel::sheets {

namespace {

using Row = std::function<std::string(std::size_t column)>;

/// Calls add for each row below the header of a csv table that has at least so many columns.
Status forEachRow(const QByteArray& table, const char* name, std::size_t columns,
                  const std::function<void(const Row&)>& add) {
    NoProgress progress;
    const auto workbook = readDelimitedText(table, name, progress);
    if (!workbook || workbook->sheets[0].columnCount() < columns) {
        return Problem{.code = ProblemCode::FileCorrupt, .found = name};
    }
    const Sheet& sheet = workbook->sheets[0];
    for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
        add([&](std::size_t column) { return sheet.textAt(row, column); });
    }
    return {};
}

std::int64_t yearOf(const std::string& text) {
    return static_cast<std::int64_t>(parseNumber(text).value_or(0));
}

/// What stands behind a province without what parts them: "山西·太原", "江苏-无锡".
std::string withoutJoint(const std::string& rest) {
    static const QRegularExpression joint(QStringLiteral("^[·•・\\-—–/_,、:]+"));
    return QString::fromStdString(rest).remove(joint).toStdString();
}

/// A name without its number in a list and marks of notes: "1.石家庄", "(4)大同", "#石家庄市",
/// "其中:唐山市", "南京市(省会)", "武汉市[1]".
std::string withoutMarksOfName(const std::string& name) {
    static const QRegularExpression before(
        QStringLiteral("^(?:\\(?\\d{1,3}[.、)]|\\d{1,3}(?=\\p{Han})|[一二三四五六七八九十]{1,3}、|"
                       "[#*·•★☆△▲●○■□◆—–-]+|其中:)\\s*"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression behind(
        QStringLiteral("(?:[*#★△]+|(?<=市)\\d\\)?|\\((?:省会|首府|注\\d*|\\d)\\)|[\\[〔]\\d+[\\]〕]"
                       "|(?<=市)注\\d*)$"));
    return QString::fromStdString(name).remove(before).remove(behind).toStdString();
}

PlaceName::Kind kindOf(const std::string& word) {
    if (word == "latin") {
        return PlaceName::Kind::Latin;
    }
    if (word == "misread") {
        return PlaceName::Kind::Misread;
    }
    return word == "short" ? PlaceName::Kind::Short : PlaceName::Kind::Official;
}

/// The whole number a cell spells as a code, "1301.0" included; "" for anything else.
/// Those of the statistics bureau have twelve digits, six of them 0 for a prefecture.
std::string codeDigits(const std::string& name) {
    constexpr double belowPrefecture = 1e6;
    auto number = parseNumber(name);
    if (number && *number >= 1e11 && *number < 1e12 && std::fmod(*number, belowPrefecture) == 0) {
        number = *number / belowPrefecture;
    }
    const bool isCode =
        number && *number >= 1000 && *number <= 999999 && *number == std::floor(*number);
    return isCode ? std::to_string(static_cast<std::int64_t>(*number)) : std::string();
}

/// Without 市, 地区 or 盟: what slips of text recognition are looked for in.
std::u32string stem(const std::string& name) {
    QString text = QString::fromStdString(name);
    for (const QString& suffix :
         {QStringLiteral("地区"), QStringLiteral("市"), QStringLiteral("盟")}) {
        if (text.size() > suffix.size() + 1 && text.endsWith(suffix)) {
            text.chop(suffix.size());
            break;
        }
    }
    return text.toStdU32String();
}

std::size_t editDistance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

std::uint64_t lettersOf(const std::u32string& text) {
    std::uint64_t letters = 0;
    for (const char32_t c : text) {
        letters |= std::uint64_t{1} << (c % 64U);
    }
    return letters;
}

/// How many letters of a text are surely not among others: as many have to be changed.
std::size_t lettersLacking(const std::u32string& text, std::uint64_t among) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [&](char32_t c) { return (among >> (c % 64U) & 1U) == 0; }));
}

} // namespace

bool isTotalName(const std::string& name) {
    static const std::array<std::string, 4> whole{"全国", "中国", "全省", "全自治区"};
    // 小计, 河北合计, 全市平均: sums and statistics of the rows, of all of them or of a group.
    static const QRegularExpression totals =
        caseless("(合计|小计|总计|平均值?|均值|最大值|最小值|中位数|标准差)$|^(sub-?)?totals?$");
    return std::find(whole.begin(), whole.end(), name) != whole.end() || matches(name, totals);
}

bool isCountryName(const std::string& name) {
    return name == "中国" || name == "全国";
}

Status Gazetteer::addPlaces(const QByteArray& table) {
    return forEachRow(table, "prefectures.csv", 7, [&](const Row& row) {
        codes_[row(0)] = places_.size();
        places_.push_back({.code = row(0),
                           .name = row(1),
                           .province = row(2),
                           .region = row(3),
                           .type = row(4),
                           .rank = row(5),
                           .isProvincialCapital = row(6) == "1",
                           .lastYear = yearOf(row(7))});
    });
}

Status Gazetteer::addNames(const QByteArray& table) {
    bool isSound = true;
    CITYPANEL_TRY_STATUS(forEachRow(table, "names.csv", 3, [&](const Row& row) {
        const auto place = codes_.find(row(1));
        isSound = isSound && place != codes_.end();
        if (isSound) {
            names_[row(0)].push_back(
                {place->second, kindOf(row(2)), yearOf(row(3)), yearOf(row(4))});
        }
    }));
    return isSound ? Status{} : Problem{.code = ProblemCode::FileCorrupt, .found = "names.csv"};
}

Status Gazetteer::addRest(const Tables& tables) {
    CITYPANEL_TRY_STATUS(forEachRow(tables.provinces, "provinces.csv", 4, [&](const Row& row) {
        std::vector<std::string> latin;
        for (const QString& name : QString::fromStdString(row(3)).split(QLatin1Char(' '))) {
            latin.push_back(name.toStdString());
        }
        provinces_.push_back({row(1), row(2), row(0).substr(0, 2), std::move(latin)});
    }));
    CITYPANEL_TRY_STATUS(forEachRow(tables.oldCodes, "old_codes.csv", 2, [&](const Row& row) {
        if (const auto place = codes_.find(row(1)); place != codes_.end()) {
            codes_.emplace(row(0), place->second);
        }
    }));
    CITYPANEL_TRY_STATUS(
        forEachRow(tables.countyLevelCities, "county_level_cities.csv", 2,
                   [&](const Row& row) { countyLevelCities_[row(0)].insert(row(1)); }));
    return forEachRow(tables.memberships, "memberships.csv", 3, [&](const Row& row) {
        if (const auto place = codes_.find(row(1)); place != codes_.end()) {
            lists_[row(0)].emplace(place->second, row(2));
        }
    });
}

Result<Gazetteer> Gazetteer::parse(const Tables& tables) {
    Gazetteer gazetteer;
    CITYPANEL_TRY_STATUS(gazetteer.addPlaces(tables.prefectures));
    CITYPANEL_TRY_STATUS(gazetteer.addNames(tables.names));
    CITYPANEL_TRY_STATUS(gazetteer.addRest(tables));
    gazetteer.listSpellings();
    return gazetteer;
}

Gazetteer Gazetteer::of(const std::vector<OwnPlace>& places) {
    Gazetteer gazetteer;
    gazetteer.hasOwnCodes_ = true;
    std::unordered_map<std::string, std::size_t> sharers;
    for (const OwnPlace& own : places) {
        ++sharers[own.name];
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const OwnPlace& own = places[i];
        // Names of units are told apart by what the places lie in.
        const std::string name =
            sharers[own.name] > 1 ? own.name + " (" + own.group + ")" : own.name;
        gazetteer.places_.push_back({.code = own.code, .name = name, .province = own.group});
        if (!own.group.empty()) {
            gazetteer.groups_.emplace(tidyName(own.group), own.group);
        }
        std::set<std::string> spellings{tidyName(own.name), latinKey(own.name), tidyName(own.code)};
        for (const std::string& alias : own.aliases) {
            spellings.insert({tidyName(alias), latinKey(alias)});
        }
        spellings.erase("");
        for (const std::string& spelling : spellings) {
            const bool isCode = spelling == own.code;
            gazetteer.names_[spelling].push_back(
                {i, isCode ? PlaceName::Kind::Code : PlaceName::Kind::Official});
        }
    }
    gazetteer.listSpellings();
    return gazetteer;
}

void Gazetteer::listSpellings() {
    for (const auto& [name, readings] : names_) {
        Spelling spelling{.stem = stem(name), .places = {}};
        spelling.letters = lettersOf(spelling.stem);
        for (const PlaceName& reading : readings) {
            spelling.places.push_back(reading.place);
        }
        spellings_.push_back(std::move(spelling));
    }
}

bool Gazetteer::isCountyLevelCity(std::string_view name, const std::string& province) const {
    const std::string tidy = tidyName(name);
    for (const std::string& full : {tidy, tidy + "市"}) {
        const auto known = countyLevelCities_.find(full);
        if (known != countyLevelCities_.end() &&
            (province.empty() || known->second.contains(province))) {
            return true;
        }
    }
    return false;
}

bool Gazetteer::isMisread(const std::string& name) const {
    const auto found = names_.find(name);
    return found != names_.end() &&
           std::all_of(found->second.begin(), found->second.end(), [](const PlaceName& reading) {
               return reading.kind == PlaceName::Kind::Misread;
           });
}

std::optional<std::size_t> Gazetteer::placeOfCode(std::string_view code) const {
    const auto found = codes_.find(std::string(code));
    return found == codes_.end() ? std::nullopt : std::optional(found->second);
}

NameMatch Gazetteer::matchCode(const std::string& digits) const {
    std::string code = digits + std::string(6 - digits.size(), '0');
    if (const auto place = placeOfCode(code)) {
        return {.kind = NameKind::Place, .place = *place};
    }
    const auto province =
        std::find_if(provinces_.begin(), provinces_.end(), [&](const Province& one) {
            return code.substr(2) == "0000" && one.codePrefix == code.substr(0, 2);
        });
    if (province != provinces_.end()) {
        return {.kind = NameKind::Province, .province = province->name};
    }
    // Municipalities are also written as the prefecture inside them: 1101 and 110100 for 110000.
    if (code.substr(2) == "0100") {
        code.replace(2, 4, "0000");
        if (const auto place = placeOfCode(code)) {
            return {.kind = NameKind::Place, .place = *place};
        }
    }
    return {};
}

const Gazetteer::Province* Gazetteer::provinceNamed(const std::string& name) const {
    const auto found =
        std::find_if(provinces_.begin(), provinces_.end(), [&](const Province& province) {
            return province.name == name || province.shortName == name;
        });
    return found == provinces_.end() ? nullptr : &*found;
}

NameMatch Gazetteer::matchNames(const std::string& name, const NameContext& context) const {
    const auto found = names_.find(name);
    if (found == names_.end()) {
        return {};
    }
    NameMatch match;
    std::size_t inProvince = 0;
    for (const PlaceName& spelling : found->second) {
        match.suggestions.push_back({spelling.place, 1.0});
        if (places_[spelling.place].province == context.province) {
            match.place = spelling.place;
            ++inProvince;
        }
    }
    if (found->second.size() == 1) {
        match.place = found->second[0].place;
    }
    const bool isSure = found->second.size() == 1 || inProvince == 1;
    match.kind = isSure ? NameKind::Place : NameKind::Ambiguous;
    if (isSure) {
        match.suggestions.clear();
    }
    return match;
}

std::optional<NameMatch> Gazetteer::matchAfterProvince(const std::string& name) const {
    for (const Province& province : provinces_) {
        for (const std::string& prefix : {province.name, province.shortName}) {
            if (!name.starts_with(prefix) || name.size() == prefix.size()) {
                continue;
            }
            const NameMatch match =
                matchNames(withoutJoint(name.substr(prefix.size())), {.province = province.name});
            if (match.kind == NameKind::Place && places_[match.place].province == province.name) {
                return match;
            }
        }
    }
    return std::nullopt;
}

NameMatch Gazetteer::match(std::string_view written, const NameContext& context) const {
    const std::string name = tidyName(written);
    if (isTotalName(name) && !names_.contains(name)) { // a firm of somebody's own may be "Total"
        return {.kind = NameKind::Total};
    }
    const bool isGiven = context.isProvinceGiven && !hasOwnCodes_ && codeDigits(name).empty();
    const auto matchOf = [&](const std::string& looked) {
        return isGiven ? matchInGiven(looked, context) : matchAnywhere(looked, context);
    };
    NameMatch match = matchOf(name);
    if (match.kind == NameKind::Unknown) {
        static const std::string autonomous = "自治州"; // 恩施自治州: 恩施州
        const std::string plain = name.ends_with(autonomous)
                                      ? name.substr(0, name.size() - autonomous.size()) + "州"
                                      : withoutMarksOfName(name);
        if (NameMatch again = plain == name ? NameMatch{} : matchOf(plain);
            again.kind == NameKind::Place) {
            return again;
        }
    }
    return match;
}

NameMatch Gazetteer::matchAnywhere(const std::string& name, const NameContext& context) const {
    if (const std::string digits = codeDigits(name); !digits.empty() && !hasOwnCodes_) {
        return matchCode(digits);
    }
    NameMatch match = matchNames(name, context);
    const Province* province = provinceNamed(name);
    if (match.kind == NameKind::Unknown && province == nullptr) {
        if (const auto prefixed = matchAfterProvince(name)) {
            return *prefixed;
        }
        match = matchNames(latinKey(name), context);
        province = provinceInLatin(name);
    }
    const bool isMunicipality =
        match.kind == NameKind::Place && places_[match.place].rank == "municipality";
    if (province != nullptr && !isMunicipality) {
        // 吉林 and 海南 are a province and a place; only what stands around tells which.
        const bool isPlace = match.kind == NameKind::Place && context.listsOnlyPlaces;
        const bool isDoubtful = match.kind == NameKind::Place && !context.listsProvinces;
        if (isDoubtful && !isPlace) {
            return {.kind = NameKind::Ambiguous,
                    .province = province->name,
                    .suggestions = {{match.place, 1.0}}};
        }
        return isPlace ? match : NameMatch{.kind = NameKind::Province, .province = province->name};
    }
    if (match.kind == NameKind::Unknown) {
        match.suggestions = suggestionsFor(name, context);
    }
    return match;
}

std::vector<Suggestion> Gazetteer::suggestionsFor(const std::string& name,
                                                  const NameContext& context) const {
    if (context.province.empty() ? isCountyLevelCity(name)
                                 : isCountyLevelCity(name, context.province)) {
        return {}; // 宜城市 is a slip for 宣城市 among the cities of 安徽 alone
    }
    const std::u32string looked = stem(name);
    const std::uint64_t letters = lettersOf(looked);
    std::vector<Suggestion> suggestions;
    for (const Spelling& spelling : spellings_) {
        const std::u32string& candidate = spelling.stem;
        const std::size_t longer = std::max(looked.size(), candidate.size());
        const std::size_t mostChanged = longer / 2; // a score of a half
        const std::size_t shorter = std::min(looked.size(), candidate.size());
        if (longer - shorter > mostChanged ||
            lettersLacking(looked, spelling.letters) > mostChanged ||
            lettersLacking(candidate, letters) > mostChanged) {
            continue;
        }
        const std::size_t changed = editDistance(looked, candidate);
        if (changed > mostChanged) {
            continue;
        }
        const double score = 1.0 - static_cast<double>(changed) /
                                       static_cast<double>(std::max<std::size_t>(1, longer));
        for (const std::size_t place : spelling.places) {
            const bool isNear = places_[place].province == context.province;
            suggestions.push_back({place, isNear ? score + 0.1 : score});
        }
    }
    std::sort(suggestions.begin(), suggestions.end(), [](const auto& a, const auto& b) {
        return std::pair(-a.score, a.place) < std::pair(-b.score, b.place);
    });
    std::vector<Suggestion> best;
    for (const Suggestion& suggestion : suggestions) {
        const bool isKnown = std::any_of(best.begin(), best.end(), [&](const Suggestion& b) {
            return b.place == suggestion.place;
        });
        if (!isKnown && best.size() < 3) {
            best.push_back({suggestion.place, std::min(1.0, suggestion.score)});
        }
    }
    return best;
}

std::vector<std::string> Gazetteer::lists() const {
    std::vector<std::string> names;
    names.reserve(lists_.size());
    for (const auto& entry : lists_) {
        names.push_back(entry.first);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string Gazetteer::membership(const std::string& list, std::size_t place) const {
    const auto members = lists_.find(list);
    if (members == lists_.end()) {
        return {};
    }
    const auto found = members->second.find(place);
    return found == members->second.end() ? std::string() : found->second;
}

const Gazetteer& chinaPrefectures() {
    static const Gazetteer gazetteer = [] {
        initialiseGazetteerResource();
        const auto table = [](const char* name) {
            QFile file(QStringLiteral(":/gazetteer/") + QLatin1String(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        auto parsed = Gazetteer::parse({.prefectures = table("prefectures.csv"),
                                        .names = table("names.csv"),
                                        .oldCodes = table("old_codes.csv"),
                                        .provinces = table("provinces.csv"),
                                        .memberships = table("memberships.csv"),
                                        .countyLevelCities = table("county_level_cities.csv")});
        // The tables are part of the program and a test reads them: failing is a bug.
        return *std::move(parsed);
    }();
    return gazetteer;
}

} // namespace citypanel::sheets

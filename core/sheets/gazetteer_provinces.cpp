// SPDX-License-Identifier: GPL-3.0-or-later
// Provinces by what tables call them and by their codes; names in rows that say theirs.
#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/name_forms.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

namespace citypanel::sheets {

namespace {

/// "Guangxi Zhuang Autonomous Region" and "Jiang Su" as the table spells them: "guangxi".
std::string latinProvinceKey(const std::string& name) {
    static const QRegularExpression rank(
        QStringLiteral("[ ,]+(province|sheng|municipality|autonomous region|zizhiqu)\\.?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression people(
        QStringLiteral("[ ]+(zhuang|zhuangzu|hui|huizu|uygur|uyghur|uighur|weiwuer)$"),
        QRegularExpression::CaseInsensitiveOption);
    QString key = QString::fromStdString(name).trimmed().remove(rank).remove(people);
    key = key.toLower().normalized(QString::NormalizationForm_D);
    key.removeIf([](QChar c) { return c < u'a' || c > u'z'; });
    return key.toStdString();
}

} // namespace

std::string Gazetteer::provinceCalled(std::string_view written) const {
    const std::string name = tidyName(written);
    if (const auto group = groups_.find(name); group != groups_.end()) {
        return group->second;
    }
    if (const Province* province = provinceNamed(name)) {
        return province->name;
    }
    const Province* province = provinceInLatin(name);
    return province == nullptr ? std::string() : province->name;
}

const Gazetteer::Province* Gazetteer::provinceInLatin(const std::string& name) const {
    const std::string latin = latinProvinceKey(name);
    const auto found = std::find_if(provinces_.begin(), provinces_.end(), [&](const auto& one) {
        return std::find(one.latin.begin(), one.latin.end(), latin) != one.latin.end();
    });
    return latin.empty() || found == provinces_.end() ? nullptr : &*found;
}

std::string Gazetteer::provinceOfDirectUnits(std::string_view code) const {
    // "4290.0" is how a program writes the number of a code that a column of doubles held.
    static const QRegularExpression codes(QStringLiteral("^(\\d\\d)(\\d\\d)(\\d\\d)?(\\.0*)?$"));
    const auto parts =
        codes.match(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())));
    const std::string prefix = parts.captured(1).toStdString();
    const auto found = std::find_if(provinces_.begin(), provinces_.end(),
                                    [&](const auto& one) { return one.codePrefix == prefix; });
    if (!parts.hasMatch() || found == provinces_.end()) {
        return {};
    }
    const bool isMunicipality = placeOfCode(prefix + "0000").has_value();
    const QString group = isMunicipality ? QStringLiteral("02") : QStringLiteral("90");
    return parts.captured(2) == group ? found->name : std::string();
}

NameMatch Gazetteer::matchInGiven(const std::string& name, const NameContext& context) const {
    NameMatch match = matchAnywhere(name, context);
    const bool isLatin = !names_.contains(name);
    const Province* named = provinceNamed(name);
    const Province* province = named == nullptr && isLatin ? provinceInLatin(name) : named;
    if (province != nullptr && match.kind != NameKind::Place) {
        // 海南 in a row of 青海 is the place there, whatever the column lists; 吉林 in one of 吉林
        // is the city unless rows of provinces stand in the column.
        const NameMatch place = matchNames(isLatin ? latinKey(name) : name, context);
        const bool isThere =
            place.kind == NameKind::Place && places_[place.place].province == context.province;
        const bool isOwn = province->name == context.province;
        if (isThere) {
            return isOwn && context.listsProvinces ? match : place;
        }
        return isOwn ? NameMatch{.kind = NameKind::Province, .province = province->name} : match;
    }
    if (match.kind != NameKind::Place || places_[match.place].province == context.province) {
        return match;
    }
    if (province != nullptr && province->name == context.province) {
        return {.kind = NameKind::Province, .province = province->name}; // no place of it
    }
    return {.kind = NameKind::Ambiguous,
            .suggestions = suggestionsInGiven(name, match.place, context)};
}

std::vector<Suggestion> Gazetteer::suggestionsInGiven(const std::string& name,
                                                      std::size_t elsewhere,
                                                      const NameContext& context) const {
    constexpr std::size_t most = 3;
    constexpr double sameSound = 0.9; // other characters, the same in Latin letters: 苏州 and 宿州
    std::vector<Suggestion> suggestions;
    const auto add = [&](std::size_t place, double score) {
        const auto isKnown = [&](const Suggestion& s) { return s.place == place; };
        const bool isThere = places_[place].province == context.province;
        if (isThere && suggestions.size() + 1 < most &&
            std::none_of(suggestions.begin(), suggestions.end(), isKnown)) {
            suggestions.push_back({place, score});
        }
    };
    for (const auto& [spelling, readings] : names_) {
        const bool isOfPlace =
            std::any_of(readings.begin(), readings.end(), [&](const PlaceName& r) {
                return r.place == elsewhere && r.kind == PlaceName::Kind::Latin;
            });
        for (const PlaceName& reading : readings) {
            if (isOfPlace) {
                add(reading.place, sameSound);
            }
        }
    }
    for (const Suggestion& near : suggestionsFor(name, context)) {
        add(near.place, near.score);
    }
    suggestions.push_back({elsewhere, 1.0});
    return suggestions;
}

} // namespace citypanel::sheets

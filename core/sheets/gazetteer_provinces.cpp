// SPDX-License-Identifier: GPL-3.0-or-later
// Provinces by what tables call them and by their codes; names in rows that say theirs.
#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"

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
    const std::string latin = latinProvinceKey(name);
    const auto found = std::find_if(provinces_.begin(), provinces_.end(), [&](const auto& one) {
        return std::find(one.latin.begin(), one.latin.end(), latin) != one.latin.end();
    });
    return latin.empty() || found == provinces_.end() ? std::string() : found->name;
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
    const Province* province = provinceNamed(name);
    if (province != nullptr && match.kind != NameKind::Place) {
        // 海南 in a row of 青海 is the place there, whatever the column lists.
        const NameMatch place = matchNames(name, context);
        const bool isThere = province->name != context.province && place.kind == NameKind::Place &&
                             places_[place.place].province == context.province;
        return isThere ? place : match;
    }
    if (match.kind != NameKind::Place || places_[match.place].province == context.province) {
        return match;
    }
    if (province != nullptr && province->name == context.province) {
        return {.kind = NameKind::Province, .province = province->name}; // no place of it
    }
    NameMatch doubt{.kind = NameKind::Ambiguous, .suggestions = suggestionsFor(name, context)};
    const auto isMeant = [&](const Suggestion& s) { return s.place == match.place; };
    if (std::none_of(doubt.suggestions.begin(), doubt.suggestions.end(), isMeant)) {
        doubt.suggestions.insert(doubt.suggestions.begin(), {match.place, 1.0});
    }
    std::stable_partition(
        doubt.suggestions.begin(), doubt.suggestions.end(),
        [&](const Suggestion& s) { return places_[s.place].province == context.province; });
    return doubt;
}

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Names of sheets and files taken for places.
#include "core/sheets/named_place.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/given_unit.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QString>

#include <initializer_list>

namespace citypanel::sheets {

namespace {

/// Whether a text has the name of a place with its rank: 吉林市, 海南州 or 海南藏族自治州.
bool namesInFull(const std::string& text, const std::string& name, const std::string& place) {
    const std::string tidied = tidyName(text);
    return tidied.find(place) != std::string::npos ||
           tidied.find(tidyName(name) + "州") != std::string::npos;
}

/// A name without the number of a copy, " (2)", and without the scope at its end, which is told.
NamedPlace partsOfName(const std::string& name) {
    static const QRegularExpression copy(QStringLiteral("\\s*\\(\\d{1,2}\\)$"));
    static const QRegularExpression scope(QStringLiteral("^(.{2,}?)[\\s_(-]*(全市|市辖区)\\)?$"));
    const QString tidied = QString::fromStdString(tidyHeader(name)).remove(copy);
    const auto scoped = scope.match(tidied);
    return scoped.hasMatch()
               ? NamedPlace{scoped.captured(1).toStdString(), scoped.captured(2).toStdString()}
               : NamedPlace{tidied.toStdString(), {}};
}

/// 石家庄市 of "石家庄市主要经济指标(2014-2015年)": a name in full before what the table is of.
std::string placeBeforeSubject(const std::string& title) {
    static const QRegularExpression subject(
        QStringLiteral(
            "^(\\p{Han}{1,12}?(?:市|自治州|地区|盟))(?:历年|各年|主要|国民|社会|经济|统计|基本|"
            "综合|各项|指标|情况|概况|数据|\\(?(?:19|20)\\d\\d)"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = subject.match(QString::fromStdString(tidyHeader(title)));
    return match.hasMatch() ? placeNamed(match.captured(1).toStdString()) : std::string();
}

} // namespace

std::string placeNamed(const std::string& name) {
    const Gazetteer& gazetteer = chinaPrefectures();
    const NameMatch match = gazetteer.match(tidyName(name), {.listsOnlyPlaces = true});
    return match.kind == NameKind::Place ? gazetteer.places()[match.place].name : std::string();
}

NamedPlace placeOfSheet(const Sheet& sheet, const std::string& fileName, const std::string& title) {
    const QFileInfo file(QString::fromStdString(fileName));
    const QString titled = QString::fromStdString(title);
    const QString afterColon = titled.mid(titled.lastIndexOf(QLatin1Char(':')) + 1);
    const std::string base = file.completeBaseName().toStdString();
    for (const std::string& name :
         std::initializer_list<std::string>{afterColon.toStdString(), sheet.name(), base}) {
        const NamedPlace parts = partsOfName(name);
        const bool isWhole = !placeNamed(name).empty();
        const std::string called = isWhole ? name : parts.place;
        const std::string place = placeNamed(called);
        if (place.empty()) {
            continue;
        }
        const bool isSure = !isAlsoProvince(chinaPrefectures(), called) ||
                            namesInFull(base, called, place) || namesInFull(title, called, place) ||
                            namesInFull(name, called, place);
        return {isSure ? place : tidyName(called), isWhole ? std::string() : parts.scope};
    }
    return {placeBeforeSubject(title), {}};
}

} // namespace citypanel::sheets

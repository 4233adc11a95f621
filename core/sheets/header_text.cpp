// SPDX-License-Identifier: GPL-3.0-or-later
// Regular expressions over tidy header text.
#include "core/sheets/header_text.h"

#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace citypanel::sheets {

namespace {

const QRegularExpression& bracketed() {
    static const QRegularExpression expression(QStringLiteral("\\(([^()]*)\\)"));
    return expression;
}

/// "万元", "%", "10 000 persons", "人/平方公里", ... but not "当年价格" and not "2".
bool isUnit(const QString& text) {
    static const QRegularExpression unit(
        QStringLiteral(
            "^(%|‰|[十百千万亿]*(元|美元|人|吨|户|册|台|辆|个|张|家|所|件|人次|公顷|平方米"
            "|平方公里|立方米|公里|千米|米|升|千瓦时|度|吨标准煤|微克/立方米|标准煤)"
            "(/[^ ]+)?|.*(yuan|person|ton|household|unit|sq\\.?m|hectare|kwh|cu\\.m).*"
            "|百分比|百分比%)$"),
        QRegularExpression::CaseInsensitiveOption);
    return unit.match(text.trimmed()).hasMatch();
}

bool hasHan(const QString& text) {
    for (const QChar c : text) {
        if (c.script() == QChar::Script_Han) {
            return true;
        }
    }
    return false;
}

/// Takes the first bracketed unit out of the text and returns it; other brackets stay.
QString takeUnit(QString& text) {
    auto matches = bracketed().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isUnit(match.captured(1))) {
            text.remove(match.capturedStart(), match.capturedLength());
            return match.captured(1).trimmed();
        }
    }
    return {};
}

/// "地区生产总值 Gross Regional Product" keeps its Chinese part; "实际GDP" stays whole.
QString withoutTranslation(const QString& text) {
    static const QRegularExpression english(QStringLiteral("\\s+[A-Za-z(].*$"));
    static const QRegularExpression numbering(QStringLiteral("^\\(\\d+\\)\\s*"));
    QString result = text;
    if (hasHan(text)) {
        const auto match = english.match(result);
        if (match.hasMatch() && hasHan(result.left(match.capturedStart())) &&
            !hasHan(match.captured())) {
            result.truncate(match.capturedStart());
        }
        result.remove(QChar(u' '));
    }
    result.remove(numbering);
    return result.trimmed();
}

/// Letters, digits and underscores of any script; all else becomes one underscore.
QString identifier(const QString& text) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}.]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    QString name = text;
    name.replace(others, QStringLiteral("_"));
    while (name.startsWith(u'_')) {
        name.remove(0, 1);
    }
    while (name.endsWith(u'_')) {
        name.chop(1);
    }
    if (!name.isEmpty() && name.front().isDigit()) {
        name.prepend(u'v');
    }
    return name;
}

} // namespace

HeaderText joinHeader(const std::vector<std::string>& cells) {
    HeaderText header;
    QStringList parts;
    for (const std::string& cell : cells) {
        QString text = QString::fromStdString(tidyHeader(cell));
        const QString unit = takeUnit(text);
        if (!unit.isEmpty()) {
            header.unitOfMeasure = unit.toStdString();
        }
        text = withoutTranslation(text);
        if (text == QStringLiteral("全市") || text == QStringLiteral("市辖区")) {
            header.scope = text.toStdString();
        } else if (!text.isEmpty() && (parts.isEmpty() || parts.last() != text)) {
            parts << text;
        }
    }
    QStringList nameParts = parts;
    if (!header.scope.empty()) {
        nameParts << QString::fromStdString(header.scope);
    }
    header.name = identifier(nameParts.join(u'_')).toStdString();
    header.label = nameParts.join(QStringLiteral(", ")).toStdString();
    return header;
}

std::string unitInLine(std::string_view line) {
    const QString text = QString::fromStdString(tidyHeader(line));
    static const QRegularExpression stated(QStringLiteral("单位\\s*:\\s*([^ )]+)"));
    if (const auto match = stated.match(text); match.hasMatch()) {
        return match.captured(1).toStdString();
    }
    return {};
}

} // namespace citypanel::sheets

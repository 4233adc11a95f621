// SPDX-License-Identifier: GPL-3.0-or-later
// Titles and names without what is no part of a variable's name.
#include "core/sheets/table_variable.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/named_year.h"
#include "core/sheets/title_scope.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QString>

#include <utility>

namespace citypanel::sheets {

namespace {

/// Without the years of the data; that of prices or of an index's base says what the variable is,
/// and 年末 of "2011年末总人口" does.
QString withoutYears(QString text) {
    static const QRegularExpression years(QStringLiteral(
        "(?<!\\d)(?:19|20)\\d\\d(?:年?\\s*(?:-|~|—|–|_|至|到)\\s*(?:(?:19|20)\\d\\d|\\d\\d))?(?!"
        "\\d)"
        "(?!年?\\s*(?:不变价|可比价|价格|为基|为100|=\\s*100))(?:年度?(?![末底]))?"));
    return text.remove(years);
}

/// Without "表2-1", "2-15" and "续表".
QString withoutTableNumber(QString text) {
    static const QRegularExpression named(
        QStringLiteral("^(?:(?:表|table|tab\\.?)\\s*\\d{1,3}|(?:附表|续表)\\s*\\d{0,3})"
                       "(?:[-–—.]\\d{1,3})*(?!\\d)[\\s:、.]*"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(
        QStringLiteral("^\\d{1,2}(?:[-–—]\\d{1,3})+(?![\\d年])[\\s:、.]*"));
    static const QRegularExpression continued(QStringLiteral("续表\\s*\\d*$|\\(续\\d*\\)"));
    static const QRegularExpression item( // 一、财政
        QStringLiteral("^\\(?[一二三四五六七八九十]{1,3}(?:\\)[、.]?|[、.])\\s*"));
    return text.remove(named).remove(bare).remove(item).remove(continued);
}

/// The file's name without its ending, or its folder's where the name says nothing: files of one
/// name are told apart as "数据 (gdp).csv" (withOwnNames).
QString tellingName(const std::string& fileName) {
    static const QRegularExpression folder(QStringLiteral("^(.+) \\(([^()]+)\\)$"));
    const QString base = QFileInfo(QString::fromStdString(fileName)).completeBaseName();
    const auto parts = folder.match(base);
    const bool isOfFolder = parts.hasMatch() && saysNothing(parts.captured(1).toStdString()) &&
                            !saysNothing(parts.captured(2).toStdString());
    return isOfFolder ? parts.captured(2) : base;
}

/// "指标：" before the variable of a table, in files of data services.
const QRegularExpression& indicatorLine() {
    static const QRegularExpression word(QStringLiteral("^指标(?:名称)?\\s*:\\s*"));
    return word;
}

/// What the name of a file, or of its folder, says of its variable.
HeaderText headerOfFile(const std::string& fileName) {
    const QString base =
        QString::fromStdString(titleWithScope(tidyHeader(tellingName(fileName).toStdString()), {}));
    HeaderText header = joinHeader({withoutYears(base).toStdString()});
    return header.name.empty() ? joinHeader({base.toStdString()}) : header;
}

/// A variable of another name, with the unit of measure that the name carries where it has none.
HeaderText renamed(HeaderText variable, const HeaderText& called) {
    variable.name = called.name;
    if (variable.unitOfMeasure.empty()) {
        variable.unitOfMeasure = called.unitOfMeasure;
    }
    return variable;
}

} // namespace

bool saysIndicator(const std::string& line) {
    return indicatorLine().match(QString::fromStdString(tidyHeader(line))).hasMatch();
}

bool saysNothing(const std::string& sheetName) {
    static const QRegularExpression plain(
        QStringLiteral(
            "^(?:(?:work)?sheet|工作表|表格?|页|(?:总|汇总|明细|统计|分城市|分地区|各城市)表"
            "|(?:原始|基础|全部|主要|汇总|面板|最终|年度|分省年度|主要城市年度|城市)?数据(?:表|源)?"
            "|面板|汇总|合并|整理|结果|导出|(?:query ?)?results?|export|output|final|panel"
            "|(?:raw ?)?data(?:set)?)?[\\s_]*[\\d\\s年._~至()–—-]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return plain.match(QString::fromStdString(tidyHeader(sheetName))).hasMatch();
}

HeaderText titleHeader(const std::string& title) {
    static const QRegularExpression note(
        QStringLiteral("^(?:数据来源|资料来源|来源|注|备注|说明|source|note)s?\\s*:"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression emptied(QStringLiteral("《\\s*》"));
    static const QRegularExpression place(QStringLiteral("^地区\\s*:"));
    QString text = QString::fromStdString(tidyHeader(title)).remove(indicatorLine());
    if (place.match(text).hasMatch() || namesYearbook(title) || note.match(text).hasMatch()) {
        return {};
    }
    const std::string scope = scopeInTitle(title);
    text = QString::fromStdString(withoutScopeInBrackets(text.toStdString()));
    text = withoutYears(withoutTableNumber(text.trimmed())).remove(emptied);
    HeaderText header = joinHeader({withoutEmptyBrackets(text.toStdString())}); // (2017年,亿元)
    header.scope = scope;
    return header;
}

std::string variableOfFile(const std::string& fileName) {
    return headerOfFile(fileName).name;
}

HeaderText variableOfTable(const std::string& sheetName, const std::string& title,
                           const std::string& fileName) {
    HeaderText variable = titleHeader(title);
    const bool isOfFile = sheetName == fileName; // a text file has no sheet with a name of its own
    const std::string sheet = isOfFile ? tellingName(fileName).toStdString() : sheetName;
    const bool isTitled = (isOfFile || saysIndicator(title)) && !variable.name.empty();
    const bool isScope = !sheet.empty() && scopeInName(sheet) == sheet;
    if (!saysNothing(sheet) && !isScope && !isTitled) {
        return renamed(std::move(variable), joinHeader({sheet}));
    }
    return variable.name.empty() ? renamed(std::move(variable), headerOfFile(fileName)) : variable;
}

} // namespace citypanel::sheets

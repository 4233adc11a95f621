// SPDX-License-Identifier: GPL-3.0-or-later
// Years told apart by the words beside them.
#include "core/sheets/named_year.h"

#include "core/sheets/cell_text.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

const QString& bookWord() {
    static const QString word =
        QStringLiteral("(?:年鉴|年鑑|年鑒|统计(?:摘要|提要)|year[\\s_-]?book)");
    return word;
}

const QString& separators() {
    static const QString set = QStringLiteral("[\\s_\\-—–·.,:《》<>()\\[\\]【】\"'“”第]*");
    return set;
}

const QString& yearWord() {
    static const QString word = QStringLiteral("(?<!\\d)(19\\d\\d|20\\d\\d|2100)(?!\\d)");
    return word;
}

QRegularExpression expressionOf(const QString& pattern) {
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

bool hasRange(const QString& text) {
    static const QRegularExpression range(QStringLiteral(
        "(?<!\\d)((?:19|20)\\d\\d)年?\\s*(?:-|~|—|–|_|至|到)\\s*((?:19|20)\\d\\d)(?!\\d)"));
    auto all = range.globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        if (match.captured(1).toInt() < match.captured(2).toInt()) {
            return true;
        }
    }
    return false;
}

/// The words before and after a year.
struct Surroundings {
    QString before;
    QString after;

    [[nodiscard]] bool endsWith(const QRegularExpression& expression) const {
        return expression.match(before).hasMatch();
    }

    [[nodiscard]] bool goesOnWith(const QRegularExpression& expression) const {
        return expression.match(after).hasMatch();
    }
};

/// "…出版社2014年1月", "2014年出版", "published 2014", "2018.6.1更新".
bool isOfPrinting(const Surroundings& year) {
    static const QRegularExpression before =
        expressionOf(QStringLiteral("(出版社|出版|印刷|press|published( in)?|"
                                    "©|copyright|来源\\s*:\\s*(?:(?!年鉴|yearbook)\\S)*|constant|"
                                    "(印刷|出版|打印|制表|填表|编制|更新|下载|导出|发布|公布|查询)"
                                    "(日期|时间|于|至))[\\s,:(]*$"));
    static const QRegularExpression after = expressionOf(
        QStringLiteral("^年?\\s*(\\d{1,2}月)?\\s*(第\\S{1,2}版|出版|印刷|发行|\\(?published)|"
                       "^(?:[年.\\-/_]\\d{1,2}){0,2}(?:月(?:\\d{1,2}日?)?|日|年)?\\s*"
                       "(?:更新(?!改造)|下载|导出|发布|公布|查询)"));
    return year.endsWith(before) || year.goesOnWith(after);
}

/// "以2000年为基期", "2010年不变价", "2000=100".
bool isOfBase(const Surroundings& year) {
    static const QRegularExpression after = expressionOf(QStringLiteral(
        "^年?\\s*(为基期|为基年|基期|=\\s*100|为100|不变价|可比价|价格|价(?!值)|prices)"));
    static const QRegularExpression before = expressionOf(QStringLiteral("(base|基期)[\\s:=]*$"));
    return year.endsWith(before) || year.goesOnWith(after);
}

/// "根据2010年第六次人口普查调整", "按2017年行政区划", "GB 3095-2012": what the data were made from
/// or by.
bool isOfBasis(const Surroundings& year) {
    static const QRegularExpression standard = // GB 3095-2012, GB/T 4754—2011
        expressionOf(QStringLiteral("\\b(?:[A-Z]{2,4}(?:/[A-Z])?|ISO)\\s*[\\d.]+\\s*[-—–:]\\s*$"));
    if (year.endsWith(standard)) {
        return true;
    }
    static const QRegularExpression before =
        expressionOf(QStringLiteral("(根据|依据|按照?|利用|基于|参照|以)[\\s《“]*(全国)?$"));
    static const QRegularExpression after =
        expressionOf(QStringLiteral("^年?\\D{0,12}?(普查|调查|区划|分类|标准|口径|汇率)"));
    return year.endsWith(before) && year.goesOnWith(after);
}

/// "年数据" behind a year.
const QString& dataWord() {
    static const QString word = QStringLiteral("年?[末底度]?[\\s_-]*的?(?:数据|data)");
    return word;
}

/// "中国城市统计年鉴2013", "2013年鉴", "2013年版", "2013年中国城市统计年鉴". A word that another
/// year follows is that year's, unless that one is said to be the data's: "2019年鉴(2018年数据)".
bool isOfBook(const Surroundings& year) {
    static const QRegularExpression before =
        expressionOf(bookWord() + separators() + QStringLiteral("$"));
    static const QString words = QStringLiteral("年?版?") + separators() +
                                 QStringLiteral("(?:(?!数据|来源|资料|年末|年底|末|data)"
                                                "(?:\\p{Han}|[a-z\\s_]))*?");
    static const QRegularExpression after = expressionOf(
        QStringLiteral("^") + words + bookWord() + QStringLiteral("(?!") + separators() +
        yearWord() + QStringLiteral("(?!") + dataWord() + QStringLiteral("))"));
    static const QRegularExpression otherYear =
        expressionOf(yearWord() + words + bookWord() + separators() + QStringLiteral("$"));
    static const QRegularExpression data = expressionOf(QStringLiteral("^") + dataWord());
    static const QRegularExpression edition = expressionOf(QStringLiteral("^年版(?!本)"));
    const bool isData = year.goesOnWith(data) && year.endsWith(otherYear);
    return (year.endsWith(before) && !isData) || year.goesOnWith(after) || year.goesOnWith(edition);
}

/// "(2012年)", "2012年数据", "2012 data".
bool isSaidOfData(const Surroundings& year) {
    static const QRegularExpression after =
        expressionOf(QStringLiteral("^年?[末底度]?[\\s_-]*的?(数据|data|数(?=[\\s,;)]|$))"));
    static const QRegularExpression bracket = expressionOf(QStringLiteral("^年[末底度]?\\s*\\)"));
    static const QRegularExpression opened =
        expressionOf(QStringLiteral("\\(\\s*((data|数据)[\\s_:-]*(of|for)?\\s*)?$"));
    return year.goesOnWith(after) || (year.endsWith(opened) && year.goesOnWith(bracket));
}

/// "(2012)", "data 2012", "数据2012": as much, where another year is the book's.
bool maySayOfData(const Surroundings& year) {
    static const QRegularExpression bracket = expressionOf(QStringLiteral("^\\s*\\)"));
    static const QRegularExpression opened = expressionOf(QStringLiteral("\\(\\s*$"));
    static const QRegularExpression before =
        expressionOf(QStringLiteral("(data|数据)[\\s_:-]*(of|for)?\\s*$"));
    return year.endsWith(before) || (year.endsWith(opened) && year.goesOnWith(bracket));
}

/// "截至2018年3月": until when the data came in. It is theirs where no other year stands beside it.
bool isUntil(const Surroundings& year) {
    static const QRegularExpression before = expressionOf(QStringLiteral("截[至止]\\s*$"));
    return year.endsWith(before);
}

/// "2017年一季度", "2017年上半年", "2017年1-6月", "2017年5月", "2017H1", "Jan-Jun 2017": a part of
/// a year, which is asked for; that to December is all of it, and what holds at the end of December
/// or of the last quarter is of the year.
bool isOfPart(const Surroundings& year) {
    static const QRegularExpression after = expressionOf(QStringLiteral(
        "^年?\\s*[\\(_-]?\\s*(?:(?:第|前)?[一二三1-3]个?季度?|第?[四4]季度(?!末|累计)|"
        "(?:[1一]\\s*[-~—–至到]\\s*[二三2-3])季度|[上下]?半年|[Qq][1-4](?!\\d)|"
        "[Hh][12](?!\\d)|前(?:\\d{1,2}|[二三四五六七八九十]{1,2})个?月|"
        "(?:1|一)?月?\\s*[-~—–至到]\\s*(?:[2-9]|1[01])月|"
        "0?(?:[1-9]|1[01])月(?!\\d))"));
    static const QRegularExpression months = expressionOf(QStringLiteral(
        "jan[a-z]*\\.?\\s*[-–—~]\\s*(?:feb|mar|apr|may|jun|jul|aug|sep|oct|nov)[a-z]*\\.?,?\\s*$"));
    return year.goesOnWith(after) || year.endsWith(months);
}

/// "2017.6", "2017/06", "2017-06" of a title, and "2017-3", the number of a table.
bool isOfMonth(const Surroundings& year) {
    static const QRegularExpression after =
        expressionOf(QStringLiteral("^\\s*[./-]\\s*0?(?:[1-9]|1[01])(?![\\d./-])"));
    return year.goesOnWith(after);
}

/// Parts of a year that need no year beside them: a quarter, a half, months from the first one.
const QString& partWord() {
    static const QString word = QStringLiteral("(?:(?:第|前)?[一二三1-3]个?季度|[上下]半年|"
                                               "(?:1|一)月?\\s*[-~—–至到]\\s*(?:[2-9]|1[01])月|"
                                               "前(?:[2-9]|1[01]|[二三四五六七八九十]|十一)个月)");
    return word;
}

/// The years of a text by what they are said to be.
struct SortedYears {
    std::set<std::int64_t> books;
    std::set<std::int64_t> said; ///< to be the data's
    std::set<std::int64_t> maybeSaid;
    std::set<std::int64_t> others;
    bool hasPart = false; ///< a part of some year is meant
};

SortedYears sortedYears(const QString& text, NamedBy by) {
    static const QRegularExpression expression(yearWord());
    SortedYears years;
    std::set<std::int64_t> until;
    auto all = expression.globalMatch(text);
    while (all.hasNext()) {
        const auto match = all.next();
        const Surroundings around{text.left(match.capturedStart()), text.mid(match.capturedEnd())};
        const std::int64_t year = match.captured(1).toLongLong();
        if (isOfPrinting(around) || isOfBase(around) || isOfBasis(around)) {
            continue;
        }
        if (isOfPart(around) || (by == NamedBy::Text && isOfMonth(around))) {
            years.hasPart = years.hasPart || (isOfPart(around) && !isUntil(around));
            continue;
        }
        if (isUntil(around)) {
            until.insert(year);
            continue;
        }
        std::set<std::int64_t>& kind = isOfBook(around)       ? years.books
                                       : isSaidOfData(around) ? years.said
                                       : maySayOfData(around) ? years.maybeSaid
                                                              : years.others;
        kind.insert(year);
    }
    const bool isAlone = years.books.size() + years.said.size() + years.maybeSaid.size() == 0;
    if (isAlone && years.others.empty()) {
        years.others = std::move(until);
    }
    return years;
}

/// The only year of a set; 0 where there is none, or several.
std::int64_t only(const std::set<std::int64_t>& years) {
    return years.size() == 1 ? *years.begin() : 0;
}

} // namespace

bool isPartAlone(const std::string& text) {
    static const QRegularExpression line(
        QStringLiteral("^[\\s(]*(?:(?:19|20)\\d\\d年?\\s*)?(?:") + partWord() +
        QStringLiteral("|(?:[1-9]|1[01])月份?)(?:累计|完成情况|数据|快报)?[\\s)]*$"));
    return line.match(QString::fromStdString(tidyHeader(text))).hasMatch();
}

bool namesYearbook(const std::string& text) {
    static const QRegularExpression word = expressionOf(bookWord());
    return word.match(QString::fromStdString(tidyHeader(text))).hasMatch();
}

NamedYear namedYear(const std::string& raw, NamedBy by) {
    const QString text = QString::fromStdString(withYearsInDigits(tidyHeader(raw)));
    if (hasRange(text)) {
        return {};
    }
    SortedYears years = sortedYears(text, by);
    static const QRegularExpression part(QStringLiteral("(?<![\\d一-十])") + partWord());
    const bool saysPart = years.hasPart || part.match(text).hasMatch();
    NamedYear named{.book = only(years.books), .isPart = saysPart || isPartAlone(raw)};
    if (years.books.empty()) { // nothing to tell it from: the only year is the data's
        years.others.merge(years.maybeSaid);
    } else {
        years.said.merge(years.maybeSaid);
    }
    const bool mayBeBooks = by == NamedBy::File && years.books.empty() && namesYearbook(raw);
    const bool isFree = by == NamedBy::Text || years.books.empty();
    if (!years.said.empty()) {
        named.data = only(years.said);
        named.isMarked = named.data != 0;
    } else if (mayBeBooks) {
        named.book = only(years.others);
    } else if (isFree) {
        named.data = only(years.others);
    }
    // The yearbooks of urban construction carry the data of the year in their name.
    static const QRegularExpression ofSameYear(
        QStringLiteral("(?:城市|城乡|县城|村镇|市政)建设(?:统计)?年[鉴鑑报]"));
    if (named.book != 0 && named.data == 0 && ofSameYear.match(text).hasMatch()) {
        named.data = std::exchange(named.book, 0);
    }
    const bool hasYears = years.books.size() + years.said.size() + years.others.size() > 0;
    const bool isOpen = named.data == 0 && (named.book == 0 || !years.others.empty());
    named.hasSeveral = hasYears && isOpen && !(mayBeBooks && named.book != 0);
    if (named.hasSeveral) {
        named.book = 0;
    }
    return named;
}

std::int64_t latestYearIn(const std::string& text) {
    static const QRegularExpression year(yearWord());
    std::int64_t latest = 0;
    auto all = year.globalMatch(QString::fromStdString(text));
    while (all.hasNext()) {
        latest = std::max<std::int64_t>(latest, all.next().captured(1).toLongLong());
    }
    return latest;
}

std::int64_t yearIn(const std::string& text) {
    static const QRegularExpression year(yearWord());
    const QString searched = QString::fromStdString(text);
    if (hasRange(searched)) {
        return 0;
    }
    std::int64_t found = 0;
    auto all = year.globalMatch(searched);
    while (all.hasNext()) {
        found = all.next().captured(1).toLongLong();
    }
    return found;
}

} // namespace citypanel::sheets

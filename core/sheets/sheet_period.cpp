// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of periods chosen and carried out.
#include "core/sheets/sheet_period.h"

#include "core/sheets/cell_text.h"
#include "core/sheets/written_years.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <set>

namespace citypanel::sheets {

namespace {

/// A line that is nothing but a year: "2012年", "(2012)", "2012年度  单位：万人".
bool isYearLine(const std::string& line) {
    static const QRegularExpression expression(
        QStringLiteral("^\\(?\\d{4}年?[度末]?\\)?\\s*(单位.*)?$"));
    return expression.match(QString::fromStdString(line)).hasMatch();
}

/// Header pairs of 全市 and 市辖区 are what editions of the city yearbook look like; others say it
/// in their name.
bool hasScopedColumns(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [](const ColumnLayout& column) { return !column.scope.empty(); });
}

/// The year by the name of the file; false where it states none, or several.
bool takeFileYear(const std::string& fileName, Layout& layout) {
    const NamedYear named = namedYear(fileName, NamedBy::File);
    if (named.ofData() == 0) {
        return false;
    }
    const bool looksLikeEdition = named.book == 0 && !named.isMarked && hasScopedColumns(layout);
    const bool isEdition = named.data == 0 || looksLikeEdition;
    layout.periodRule = isEdition ? PeriodRule::FileNameLessOne : PeriodRule::FileName;
    layout.isPeriodGuessed = looksLikeEdition;
    return true;
}

std::int64_t statedYear(const NamedYear& named) {
    return named.data != 0 ? named.data : named.book;
}

/// The year before that of the edition, be it called a yearbook or not.
std::int64_t yearBefore(const NamedYear& named) {
    const std::int64_t edition = named.book != 0 ? named.book : named.data;
    return edition == 0 ? 0 : edition - 1;
}

/// Whether the period column stands under a word for years.
bool isUnderYearWord(const Layout& layout) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [&](const ColumnLayout& column) {
                           return column.column == layout.periodColumn && isYearWord(column.name);
                       });
}

/// Whether the name of a file says another year than its title, and one that cannot be that of the
/// edition for the data of the title's.
bool contradicts(const std::string& fileName, const NamedYear& titled) {
    const NamedYear ofFile = namedYear(fileName, NamedBy::File);
    const std::int64_t data = titled.ofData();
    const std::int64_t stated = statedYear(ofFile);
    return stated != 0 && stated != data && stated != titled.book && yearBefore(ofFile) != data;
}

} // namespace

ShortYears shortYears(const Sheet& laidOut, const Layout& layout, std::size_t& firstRow) {
    constexpr double fewestDigits = 10;
    constexpr double moreDigits = 100;
    if (layout.periodRule != PeriodRule::Column || !isUnderYearWord(layout)) {
        return ShortYears::None;
    }
    static const QRegularExpression twoDigits(QStringLiteral("^'?\\d\\d$"));
    std::size_t filled = 0;
    std::size_t ofTwo = 0;
    std::size_t small = 0;
    std::set<std::int64_t> smallYears;
    const std::size_t end = std::min(static_cast<std::size_t>(layout.bodyEnd), laidOut.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        const Cell cell = laidOut.at(row, static_cast<std::size_t>(layout.periodColumn));
        const auto period = readPeriod(cell);
        if (!period) {
            continue;
        }
        ++filled;
        if (*period < 0 || *period >= moreDigits) {
            continue;
        }
        firstRow = small == 0 ? row : firstRow;
        ++small;
        smallYears.insert(static_cast<std::int64_t>(*period));
        const QString text = QString::fromStdString(tidyName(cell.text));
        ofTwo += *period >= fewestDigits || twoDigits.match(text).hasMatch() ? 1 : 0;
    }
    if (small == 0) {
        return ShortYears::None;
    }
    const bool areYears = ofTwo == filled || (small == filled && crossCenturies(smallYears));
    return areYears ? ShortYears::OfDate : ShortYears::Mixed;
}

void readTitleYear(const std::string& line, bool isFirst, NamedYear& known) {
    const NamedYear named = namedYear(line, NamedBy::Text);
    const bool saysData = named.data != 0 && (isFirst || named.isMarked || isYearLine(line));
    if (known.data == 0 && saysData) {
        known.data = named.data;
        known.isMarked = named.isMarked;
    }
    if (known.book == 0) {
        known.book = named.book;
    }
    known.isPart = known.isPart || (named.isPart && (isFirst || isPartAlone(line)));
}

void choosePeriodOfSheet(const std::string& sheetName, const std::string& fileName,
                         const NamedYear& titled, Layout& layout) {
    layout.kind = LayoutKind::OnePeriod;
    const bool isPart = titled.isPart || namedYear(sheetName, NamedBy::Text).isPart ||
                        namedYear(fileName, NamedBy::File).isPart;
    if (isPart) {
        layout.periodRule = PeriodRule::Given; // to be asked for
    } else if (titled.ofData() != 0) {
        layout.periodRule = titled.data != 0 ? PeriodRule::Title : PeriodRule::TitleLessOne;
        layout.givenPeriod = titled.ofData();
        layout.isPeriodGuessed = !titled.isMarked && contradicts(fileName, titled);
    } else if (!takeFileYear(fileName, layout)) {
        layout.periodRule = sheetYearRule(sheetName).value_or(PeriodRule::Given);
    } else if (const std::int64_t ofSheet = namedYear(sheetName, NamedBy::Text).ofData();
               ofSheet != 0 && ofSheet != statedYear(namedYear(fileName, NamedBy::File)) &&
               ofSheet != periodOfSheet(layout, fileName, sheetName)) {
        layout.periodRule = *sheetYearRule(sheetName);
        layout.isPeriodGuessed = true; // the name of the file says another
    }
}

bool statesOtherYear(const std::string& sheetName, const std::string& fileName,
                     const NamedYear& titled, const std::set<std::int64_t>& ofHeadings) {
    const NamedYear ofFile = namedYear(fileName, NamedBy::File);
    const NamedYear ofSheet = namedYear(sheetName, NamedBy::Text);
    const bool isByFile = titled.ofData() == 0 && ofFile.ofData() != 0;
    const NamedYear& stated = isByFile ? ofFile : titled.ofData() != 0 ? titled : ofSheet;
    const bool isEdition = isByFile && !ofFile.isMarked && ofHeadings.contains(yearBefore(ofFile));
    return stated.ofData() != 0 && !ofHeadings.contains(stated.ofData()) && !isEdition;
}

std::optional<PeriodRule> sheetYearRule(const std::string& sheetName) {
    const NamedYear named = namedYear(sheetName, NamedBy::Text);
    if (named.ofData() == 0) {
        return std::nullopt;
    }
    return named.data != 0 ? PeriodRule::SheetName : PeriodRule::SheetNameLessOne;
}

std::int64_t periodOfSheet(const Layout& layout, const std::string& fileName,
                           const std::string& sheetName) {
    switch (layout.periodRule) {
    case PeriodRule::Given:
    case PeriodRule::Title:
    case PeriodRule::TitleLessOne:
        return layout.givenPeriod;
    case PeriodRule::FileName:
        return statedYear(namedYear(fileName, NamedBy::File));
    case PeriodRule::FileNameLessOne:
        return yearBefore(namedYear(fileName, NamedBy::File));
    case PeriodRule::SheetName:
        return statedYear(namedYear(sheetName, NamedBy::Text));
    case PeriodRule::SheetNameLessOne:
        return yearBefore(namedYear(sheetName, NamedBy::Text));
    case PeriodRule::Column:
    case PeriodRule::Headers:
        break;
    }
    return 0;
}

} // namespace citypanel::sheets

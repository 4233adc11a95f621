// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of periods chosen and carried out.
#include "core/sheets/sheet_period.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>

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

} // namespace

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
}

void choosePeriodOfSheet(const std::string& sheetName, const std::string& fileName,
                         const NamedYear& titled, Layout& layout) {
    layout.kind = LayoutKind::OnePeriod;
    if (titled.ofData() != 0) {
        layout.periodRule = titled.data != 0 ? PeriodRule::Title : PeriodRule::TitleLessOne;
        layout.givenPeriod = titled.ofData();
    } else if (!takeFileYear(fileName, layout)) {
        layout.periodRule = sheetYearRule(sheetName).value_or(PeriodRule::Given);
    }
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

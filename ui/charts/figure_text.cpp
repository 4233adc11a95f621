// SPDX-License-Identifier: GPL-3.0-or-later
// Summary and data of a figure.
#include "ui/charts/figure_text.h"

#include "core/text/words.h"

#include <QCoreApplication>

namespace citypanel::ui {

namespace {

QString wordsOf(const study::Phrase& phrase, text::Language language) {
    return QString::fromStdString(text::sayCapitalised(phrase, language));
}

QString numberText(double value, int digits = 4) {
    return isMissing(value) ? QString() : QString::number(value, 'g', digits);
}

QString placeOf(const study::Figure& figure, const study::Point& point, text::Language language) {
    const auto at = static_cast<std::size_t>(point.x);
    if (figure.x.kind == study::AxisKind::Categories && point.x >= 0 &&
        at < figure.x.categories.size()) {
        return wordsOf(figure.x.categories[at], language);
    }
    return numberText(point.x, 6);
}

} // namespace

QString figureSummary(const study::Figure& figure, text::Language language) {
    const bool isChinese = language == text::Language::Chinese;
    QStringList sentences{wordsOf(figure.title, language)};
    for (const study::Series& series : figure.series) {
        for (const study::Point& point : series.points) {
            const QString name = wordsOf(series.name, language);
            QString line = name.isEmpty()
                               ? placeOf(figure, point, language)
                               : name + QStringLiteral(", ") + placeOf(figure, point, language);
            line += QStringLiteral(": ") + numberText(point.y);
            for (const study::Interval& interval : point.intervals) {
                line += (isChinese ? QStringLiteral("，%1% 置信区间 %2 至 %3")
                                   : QStringLiteral(", %1% interval %2 to %3"))
                            .arg(numberText(100 * interval.level), numberText(interval.low),
                                 numberText(interval.high));
            }
            sentences.append(line);
        }
    }
    return sentences.join(isChinese ? QStringLiteral("。") : QStringLiteral(". "));
}

QList<QStringList> figureData(const study::Figure& figure, text::Language language) {
    const bool isChinese = language == text::Language::Chinese;
    QList<QStringList> rows;
    QStringList header{isChinese ? QStringLiteral("系列") : QStringLiteral("series"),
                       wordsOf(figure.x.title, language), wordsOf(figure.y.title, language)};
    std::size_t intervals = 0;
    for (const study::Series& series : figure.series) {
        for (const study::Point& point : series.points) {
            intervals = std::max(intervals, point.intervals.size());
            QStringList row{wordsOf(series.name, language), placeOf(figure, point, language),
                            numberText(point.y, 17)};
            for (const study::Interval& interval : point.intervals) {
                row << numberText(interval.low, 17) << numberText(interval.high, 17);
            }
            rows.append(row);
        }
    }
    for (std::size_t i = 0; i < intervals; ++i) {
        header << (isChinese ? QStringLiteral("下限") : QStringLiteral("low"))
               << (isChinese ? QStringLiteral("上限") : QStringLiteral("high"));
    }
    rows.prepend(header);
    return rows;
}

} // namespace citypanel::ui

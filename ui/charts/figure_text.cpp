// SPDX-License-Identifier: GPL-3.0-or-later
// Summary and data of a figure.
#include "ui/charts/figure_text.h"

#include "core/text/words.h"

#include <algorithm>
#include <vector>

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

QString valueOf(const study::Figure& figure, const study::Point& point, text::Language language) {
    const auto at = static_cast<std::size_t>(std::max(point.y, 0.0));
    if (figure.y.kind == study::AxisKind::Categories && at < figure.y.categories.size()) {
        return wordsOf(figure.y.categories[at], language);
    }
    return numberText(point.y);
}

QString intervalText(double level, double low, double high, bool isChinese) {
    return (isChinese ? QStringLiteral("，%1% 置信区间 %2 至 %3")
                      : QStringLiteral(", %1% interval %2 to %3"))
        .arg(numberText(100 * level), numberText(low), numberText(high));
}

/// The estimate at a place of the plane, p-value and number of rows.
QString behindText(const study::Point& point, bool isChinese) {
    constexpr double level = 0.95; // of the intervals of estimates
    QString said;
    if (point.coefficient) {
        said += (isChinese ? QStringLiteral("，估计值 %1") : QStringLiteral(", estimate %1"))
                    .arg(numberText(point.coefficient->estimate));
        said +=
            intervalText(level, point.coefficient->confLow, point.coefficient->confHigh, isChinese);
    }
    const QString comma = isChinese ? QStringLiteral("，") : QStringLiteral(", ");
    if (!isMissing(point.pValue)) {
        said += comma + QStringLiteral("p ") +
                QString::fromStdString(
                    text::say(study::pValuePhrase(point.pValue),
                              isChinese ? text::Language::Chinese : text::Language::English));
    }
    if (!isMissing(point.count)) {
        said += comma + QStringLiteral("N = %1").arg(numberText(point.count, 10));
    }
    return said;
}

/// The columns of numbers that some point of a figure fills.
class NumberColumns {
public:
    explicit NumberColumns(const study::Figure& figure) {
        for (const study::Series& series : figure.series) {
            for (const study::Point& point : series.points) {
                hasLabels_ = hasLabels_ || !point.label.isEmpty();
                hasEstimates_ = hasEstimates_ || point.coefficient.has_value();
                hasPValues_ = hasPValues_ || !isMissing(point.pValue);
                hasCounts_ = hasCounts_ || !isMissing(point.count);
                if (point.intervals.size() > levels_.size()) {
                    levels_.clear();
                    for (const study::Interval& interval : point.intervals) {
                        levels_.push_back(interval.level);
                    }
                }
            }
        }
    }

    [[nodiscard]] QStringList header(const study::Figure& figure, text::Language language) const {
        const bool isChinese = language == text::Language::Chinese;
        const auto said = [isChinese](const char* english, const char* chinese) {
            return QString::fromUtf8(isChinese ? chinese : english);
        };
        QStringList cells{said("series", "系列")};
        if (hasLabels_) {
            cells << said("label", "名称");
        }
        cells << wordsOf(figure.x.title, language) << wordsOf(figure.y.title, language);
        const QString low = said("low %1%", "%1%下限");
        const QString high = said("high %1%", "%1%上限");
        for (const double level : levels_) {
            cells << low.arg(numberText(100 * level)) << high.arg(numberText(100 * level));
        }
        if (hasEstimates_) {
            cells << said("estimate", "估计值") << low.arg(95) << high.arg(95);
        }
        if (hasPValues_) {
            cells << QStringLiteral("p");
        }
        if (hasCounts_) {
            cells << QStringLiteral("N");
        }
        return cells;
    }

    [[nodiscard]] QStringList row(const study::Figure& figure, const study::Series& series,
                                  const study::Point& point, text::Language language) const {
        QStringList cells{wordsOf(series.name, language)};
        if (hasLabels_) {
            cells << QString::fromStdString(text::say(point.label, language));
        }
        cells << placeOf(figure, point, language) << numberText(point.y, exact);
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            const study::Interval none{};
            const study::Interval& shown = i < point.intervals.size() ? point.intervals[i] : none;
            cells << numberText(shown.low, exact) << numberText(shown.high, exact);
        }
        if (hasEstimates_) {
            const study::Coefficient shown = point.coefficient.value_or(study::Coefficient{});
            cells << numberText(shown.estimate, exact) << numberText(shown.confLow, exact)
                  << numberText(shown.confHigh, exact);
        }
        if (hasPValues_) {
            cells << numberText(point.pValue, exact);
        }
        if (hasCounts_) {
            cells << numberText(point.count, exact);
        }
        return cells;
    }

private:
    static constexpr int exact = 17;

    bool hasLabels_ = false;
    bool hasEstimates_ = false;
    bool hasPValues_ = false;
    bool hasCounts_ = false;
    std::vector<double> levels_; ///< of the intervals, widest first
};

} // namespace

QString figureSummary(const study::Figure& figure, text::Language language) {
    const bool isChinese = language == text::Language::Chinese;
    QStringList sentences{wordsOf(figure.title, language)};
    for (const study::Series& series : figure.series) {
        for (const study::Point& point : series.points) {
            const QString name = wordsOf(series.name, language);
            QStringList parts{name, QString::fromStdString(text::say(point.label, language)),
                              placeOf(figure, point, language)};
            parts.removeAll(QString());
            QString line = parts.join(QStringLiteral(", ")) + QStringLiteral(": ") +
                           valueOf(figure, point, language);
            for (const study::Interval& interval : point.intervals) {
                line += intervalText(interval.level, interval.low, interval.high, isChinese);
            }
            line += behindText(point, isChinese);
            sentences.append(line);
        }
    }
    return sentences.join(isChinese ? QStringLiteral("。") : QStringLiteral(". "));
}

QList<QStringList> figureData(const study::Figure& figure, text::Language language) {
    const NumberColumns columns(figure);
    QList<QStringList> rows{columns.header(figure, language)};
    for (const study::Series& series : figure.series) {
        for (const study::Point& point : series.points) {
            rows.append(columns.row(figure, series, point, language));
        }
    }
    return rows;
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Points of a figure, a line each.
#include "core/report/figure_csv.h"

#include "core/panel/csv_field.h"
#include "core/report/text_parts.h"
#include "core/text/numbers.h"
#include "core/text/words.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace citypanel::report {

namespace {

using study::Figure;
using study::Point;

/// The columns that the points of a figure fill.
struct Layout {
    std::vector<double> levels{}; ///< of the intervals, as they first occur
    bool hasEstimates = false;    ///< that stand at places of the plane
    bool hasPValues = false;
    bool hasCounts = false;
    bool hasLabels = false;
};

/// Adds the columns that the point fills.
void addColumnsOf(const Point& point, Layout& layout) {
    for (const study::Interval& interval : point.intervals) {
        if (std::find(layout.levels.begin(), layout.levels.end(), interval.level) ==
            layout.levels.end()) {
            layout.levels.push_back(interval.level);
        }
    }
    layout.hasEstimates = layout.hasEstimates || point.coefficient.has_value();
    layout.hasPValues = layout.hasPValues || !isMissing(point.pValue);
    layout.hasCounts = layout.hasCounts || !isMissing(point.count);
    layout.hasLabels = layout.hasLabels || !point.label.isEmpty();
}

Layout layoutOf(const Figure& figure) {
    Layout layout;
    for (const study::Series& series : figure.series) {
        for (const Point& point : series.points) {
            addColumnsOf(point, layout);
        }
    }
    return layout;
}

/// The name of the category at x, or the number.
std::string placeField(const Figure& figure, double x, text::Language language) {
    const auto index = static_cast<std::size_t>(std::max(x, 0.0));
    if (figure.x.kind == study::AxisKind::Categories && index < figure.x.categories.size()) {
        return textField(text::sayCapitalised(figure.x.categories[index], language));
    }
    return numberField(x);
}

const study::Interval* intervalOf(const Point& point, double level) {
    const auto found = std::find_if(point.intervals.begin(), point.intervals.end(),
                                    [level](const study::Interval& i) { return i.level == level; });
    return found == point.intervals.end() ? nullptr : &*found;
}

std::string estimateFields(const Point& point) {
    const study::Coefficient none{};
    const study::Coefficient& shown = point.coefficient ? *point.coefficient : none;
    return ',' + numberField(shown.estimate) + ',' + numberField(shown.stdError) + ',' +
           numberField(shown.confLow) + ',' + numberField(shown.confHigh);
}

/// A coordinate and what it is, where the figure says so: `y: GDP`.
std::string coordinate(const char* name, const study::Phrase& title, text::Language language) {
    const std::string words = text::say(title, language);
    return words.empty() ? std::string(name) : textField(std::string(name) + ": " + words);
}

std::string header(const Figure& figure, const Layout& layout, text::Language language) {
    const bool hasCategories = figure.x.kind == study::AxisKind::Categories;
    std::string line =
        "series," +
        (hasCategories ? std::string("category") : coordinate("x", figure.x.title, language)) +
        ',' + coordinate("y", figure.y.title, language);
    for (const double level : layout.levels) {
        const std::string name = text::percentage(level);
        line.append(",low ").append(name).append(",high ").append(name);
    }
    line += layout.hasEstimates ? ",estimate,std_error,conf_low,conf_high" : "";
    line += layout.hasPValues ? ",p_value" : "";
    line += layout.hasCounts ? ",count" : "";
    line += layout.hasLabels ? ",label" : "";
    return line + "\r\n";
}

/// What stands after the place of the point: its intervals, and the columns of the layout.
std::string furtherFields(const Point& point, const Layout& layout, text::Language language) {
    std::string out;
    for (const double level : layout.levels) {
        const study::Interval* interval = intervalOf(point, level);
        out += ',' + (interval != nullptr ? numberField(interval->low) : std::string());
        out += ',' + (interval != nullptr ? numberField(interval->high) : std::string());
    }
    out += layout.hasEstimates ? estimateFields(point) : std::string();
    out += layout.hasPValues ? ',' + numberField(point.pValue) : std::string();
    out += layout.hasCounts ? ',' + numberField(point.count) : std::string();
    out += layout.hasLabels ? ',' + textField(text::say(point.label, language)) : std::string();
    return out;
}

} // namespace

QByteArray figureCsv(const Figure& figure, text::Language language) {
    const Layout layout = layoutOf(figure);
    std::string out = std::string(byteOrderMark) + header(figure, layout, language);
    for (const study::Series& series : figure.series) {
        const std::string name = textField(text::sayCapitalised(series.name, language));
        for (const Point& point : series.points) {
            out += name + ',' + placeField(figure, point.x, language) + ',' + numberField(point.y) +
                   furtherFields(point, layout, language) + "\r\n";
        }
    }
    return bytesOf(out);
}

} // namespace citypanel::report

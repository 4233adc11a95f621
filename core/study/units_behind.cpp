// SPDX-License-Identifier: GPL-3.0-or-later
// A key as unit, level or column.
#include "core/study/units_behind.h"

#include "core/panel/factor.h"
#include "core/study/group_difference.h"
#include "core/study/regression_study.h"

#include <algorithm>

namespace citypanel::study {

namespace {

/// Units with a marked row.
std::vector<std::string> unitsOf(const Panel& panel, const std::vector<bool>& isMarked) {
    std::vector<std::string> units;
    for (std::size_t unit = 0; unit < panel.unitCount(); ++unit) {
        for (std::size_t row = panel.unitBegin(unit); row < panel.unitEnd(unit); ++row) {
            if (isMarked[row]) {
                units.push_back(panel.unitLabels()[unit]);
                break;
            }
        }
    }
    return units;
}

/// The rows of a level and its condition; nothing where no grouping has it.
UnitsBehind behindLevel(const HeterogeneityStudy& study, const Panel& panel,
                        const std::string& level) {
    for (const ColumnName& by : study.by) {
        const auto factor = factorOf(panel, by.text);
        if (!factor) {
            continue;
        }
        const auto found = std::find(factor->levels.begin(), factor->levels.end(), level);
        if (found == factor->levels.end()) {
            continue;
        }
        const auto code = static_cast<std::int32_t>(found - factor->levels.begin());
        std::vector<bool> rows(panel.rowCount());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[row] = factor->codes[row] == code;
        }
        return {unitsOf(panel, rows), levelCondition(panel, by.text, level)};
    }
    return {};
}

} // namespace

UnitsBehind unitsBehind(const Study& study, const StudyResult& result, const Panel& panel,
                        const std::string& key) {
    if (panel.isCrossSection()) {
        return {};
    }
    const auto labels = panel.unitLabels();
    if (std::find(labels.begin(), labels.end(), key) != labels.end()) {
        return {{key}, levelCondition(panel, panel.keys().unit, key)};
    }
    if (const auto* groups = std::get_if<HeterogeneityStudy>(&study)) {
        UnitsBehind level = behindLevel(*groups, panel, key);
        if (!level.units.empty()) {
            return level;
        }
    }
    const auto fit = result.fits.find(key);
    if (fit == result.fits.end() || fit->second == nullptr) {
        return {};
    }
    std::vector<bool> rows(panel.rowCount());
    for (const std::size_t row : fit->second->sample.rows()) {
        rows[row] = true;
    }
    const auto column = result.columns.find(key);
    return {unitsOf(panel, rows),
            column == result.columns.end() ? ExpressionText() : column->second->where};
}

} // namespace citypanel::study

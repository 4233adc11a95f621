// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing the panels before and after a step.
#include "core/recipe/step_preview.h"

#include <algorithm>
#include <cmath>

namespace citypanel::recipe {

namespace {

ChangedCell cellOf(const Panel& panel, std::size_t row, const std::string& variable, double before,
                   double after) {
    ChangedCell cell{.variable = variable, .before = before, .after = after};
    if (!panel.isCrossSection()) {
        cell.unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[row])];
        cell.period = panel.periods()[row];
    }
    return cell;
}

/// Number of cells of one column that differ; the first are listed.
std::size_t compare(const Variable& old, const Variable& changed, const Panel& panel,
                    std::vector<ChangedCell>& cells) {
    std::size_t count = 0;
    for (std::size_t row = 0; row < old.size(); ++row) {
        const double before = old.numbers()[row];
        const double after = changed.numbers()[row];
        if (isSameNumber(before, after)) {
            continue;
        }
        ++count;
        if (cells.size() < mostPreviewCells) {
            cells.push_back(cellOf(panel, row, old.name(), before, after));
        }
    }
    return count;
}

void fillHistograms(StepPreview& preview, const Variable* before, const Variable& after) {
    std::vector<double> both(after.numbers().begin(), after.numbers().end());
    if (before != nullptr) {
        both.insert(both.end(), before->numbers().begin(), before->numbers().end());
    }
    const prepare::Histogram range = prepare::histogram(both);
    const std::size_t bins = range.counts.size();
    preview.after = prepare::histogram(after.numbers(), range.from, range.to, bins);
    if (before != nullptr) {
        preview.before = prepare::histogram(before->numbers(), range.from, range.to, bins);
    }
}

void fillLevels(StepPreview& preview, const Variable& made) {
    std::vector<std::size_t> counts(made.levels().size(), 0);
    for (const std::int32_t code : made.codes()) {
        if (code != missingCode) {
            ++counts[static_cast<std::size_t>(code)];
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        preview.levels.emplace_back(made.levels()[i], counts[i]);
    }
}

void fillColumns(StepPreview& preview, const Panel& before, const Panel& after) {
    for (const Variable& column : after.columns()) {
        if (before.find(column.name()) == nullptr) {
            preview.made.push_back(column.name());
        }
    }
    for (const Variable& column : before.columns()) {
        if (after.find(column.name()) == nullptr) {
            preview.gone.push_back(column.name());
        }
    }
}

/// Values of a made column, each of which was missing before.
void listMade(StepPreview& preview, const Panel& after, const Variable& made) {
    for (std::size_t row = 0; row < made.size(); ++row) {
        if (isMissing(made.numbers()[row])) {
            continue;
        }
        ++preview.changedCount;
        if (preview.cells.size() < mostPreviewCells) {
            preview.cells.push_back(
                cellOf(after, row, made.name(), missingValue, made.numbers()[row]));
        }
    }
}

/// The variable worth drawing: the one with most changed cells, else the first made, else (rows
/// were selected) the first numeric one of those the step reads, else of all.
void chooseVariable(StepPreview& preview, const Step& step, const Panel& before,
                    const Panel& after) {
    if (preview.variable.empty() && !preview.made.empty()) {
        preview.variable = preview.made.front();
    }
    if (before.rowCount() != after.rowCount()) {
        for (const std::string& name : effectOf(step, columnsOf(before)).needs) {
            const Variable* read = after.find(name);
            const bool isKey = name == after.keys().unit || name == after.keys().period;
            if (preview.variable.empty() && read != nullptr && read->isNumeric() && !isKey) {
                preview.variable = name;
            }
        }
    }
    const bool hasOtherRows = before.rowCount() != after.rowCount();
    for (const Variable& column : after.columns()) {
        const bool isKey =
            column.name() == after.keys().unit || column.name() == after.keys().period;
        if (preview.variable.empty() && hasOtherRows && column.isNumeric() && !isKey) {
            preview.variable = column.name();
        }
    }
}

} // namespace

Result<StepPreview> previewStep(const Step& step, const Panel& before, Progress& progress) {
    CITYPANEL_TRY(StepOutcome outcome, applyStep(step, before, "preview", progress));
    StepPreview preview;
    preview.report = std::move(outcome.report);
    const Panel& after = outcome.panel;
    std::size_t most = 0;
    for (const Variable& column : after.columns()) {
        const Variable* old = before.find(column.name());
        const bool isComparable = old != nullptr && old->isNumeric() && column.isNumeric() &&
                                  old->size() == column.size() && !old->sharesValuesWith(column);
        if (progress.cancelled()) {
            return cancelledProblem();
        }
        const std::size_t changed = isComparable ? compare(*old, column, before, preview.cells) : 0;
        preview.changedCount += changed;
        if (changed > most) {
            most = changed;
            preview.variable = column.name();
        }
    }
    fillColumns(preview, before, after);
    chooseVariable(preview, step, before, after);
    const Variable* shown = after.find(preview.variable);
    if (shown != nullptr && shown->isNumeric()) {
        const Variable* old = before.find(preview.variable);
        if (old == nullptr && preview.changedCount == 0 && preview.gone.empty()) {
            listMade(preview, after, *shown);
        }
        fillHistograms(preview, old != nullptr && old->isNumeric() ? old : nullptr, *shown);
    } else if (shown != nullptr) {
        fillLevels(preview, *shown);
    }
    return preview;
}

} // namespace citypanel::recipe

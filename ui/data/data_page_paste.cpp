// SPDX-License-Identifier: GPL-3.0-or-later
// What is pasted into the table: corrections, or a word why not.
#include "core/recipe/correct_step.h"
#include "core/recipe/correction_place.h"
#include "core/recipe/recipe.h"
#include "ui/data/data_page.h"
#include "ui/data/panel_grid.h"
#include "ui/data/panel_views.h"
#include "ui/data/paste_cells.h"
#include "ui/models/panel_model.h"
#include "ui/session/project_session.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QItemSelectionModel>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::ui {

namespace {

/// Every correction is a step of the recipe, which somebody is to read.
constexpr std::size_t mostPasted = 100;
constexpr qsizetype shownOfText = 40;

struct PlacedCorrection {
    recipe::CorrectStep step{};
    std::size_t place = 0;
};

/// The first cell of what is chosen.
QModelIndex firstChosen(const PanelGrid& grid) {
    QModelIndex first = grid.currentIndex();
    for (const QItemSelectionRange& range : grid.selectionModel()->selection()) {
        first = grid.model()->index(std::min(first.row(), range.top()),
                                    std::min(first.column(), range.left()));
    }
    return first;
}

/// As one edit.
void correctAll(ProjectSession& session, std::vector<PlacedCorrection> corrections,
                const QString& words, const QString& reason) {
    // From the end: a step put in moves only those behind it.
    std::stable_sort(corrections.begin(), corrections.end(),
                     [](const auto& a, const auto& b) { return a.place > b.place; });
    session.edit(words, [&](project::Project p) {
        for (PlacedCorrection& one : corrections) {
            one.step.reason = reason.toStdString();
            p.recipe = recipe::withStep(std::move(p.recipe), one.step, one.place);
        }
        return p;
    });
}

} // namespace

void DataPage::refuseEdit(const QModelIndex& index) {
    const bool isText = !model_->variableAt(index.column()).isNumeric();
    const QString variable = index.data(PanelModel::VariableNameRole).toString();
    Q_EMIT messageRequested(
        isText ? tr("“%1” holds text: only numbers are corrected here. Change a text in its file, "
                    "or make another variable by a step of the recipe.")
                     .arg(variable)
               : tr("Values are corrected by unit and period, which these data do not have. Change "
                    "them in their file."),
        true);
}

void DataPage::paste() {
    const QModelIndex first = firstChosen(*views_->grid());
    const PastedBlock block = pastedBlock(QApplication::clipboard()->text());
    if (!first.isValid()) {
        return;
    }
    if (!block.refused.isEmpty()) {
        Q_EMIT messageRequested(
            tr("Nothing was pasted: “%1” is not a number.").arg(block.refused.left(shownOfText)),
            true);
        return;
    }
    if (first.row() + static_cast<int>(block.rows.size()) > model_->rowCount() ||
        first.column() + block.columnCount() > model_->columnCount()) {
        Q_EMIT messageRequested(tr("Nothing was pasted: %1 rows and %2 columns reach beyond the "
                                   "table from here.")
                                    .arg(block.rows.size())
                                    .arg(block.columnCount()),
                                true);
        return;
    }
    std::vector<std::pair<QModelIndex, double>> changed;
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        for (std::size_t column = 0; column < block.rows[row].size(); ++column) {
            const auto value = block.rows[row][column];
            const QModelIndex cell = model_->index(first.row() + static_cast<int>(row),
                                                   first.column() + static_cast<int>(column));
            if (value && !(cell.flags() & Qt::ItemIsEditable)) {
                refuseEdit(cell);
                return;
            }
            if (value && cell.data(Qt::EditRole).toDouble() != *value) {
                changed.emplace_back(cell, *value);
            }
        }
    }
    takePasted(changed);
}

void DataPage::takePasted(const std::vector<std::pair<QModelIndex, double>>& changed) {
    if (changed.empty()) {
        Q_EMIT messageRequested(tr("Nothing was pasted: there is no value that differs."), false);
        return;
    }
    if (changed.size() == 1) {
        const auto& [cell, value] = changed.front();
        correct(cell.row(), cell.data(PanelModel::VariableNameRole).toString(), value);
        return;
    }
    if (changed.size() > mostPasted) {
        Q_EMIT messageRequested(tr("Nothing was pasted: %1 values would become as many steps of "
                                   "the recipe; %2 are the most. Import them as a file.")
                                    .arg(changed.size())
                                    .arg(mostPasted),
                                true);
        return;
    }
    std::vector<PlacedCorrection> corrections;
    const Panel& panel = model_->panel();
    for (const auto& [cell, value] : changed) {
        const std::size_t at = model_->panelRow(cell.row());
        PlacedCorrection one;
        one.step = {.variable = ColumnName(model_->variableAt(cell.column()).name()),
                    .unit = panel.unitLabels()[static_cast<std::size_t>(panel.unitCodes()[at])],
                    .period = panel.periods()[at],
                    .value = value};
        one.place =
            recipe::correctionPlace(session_.evaluation()->recipe, shownSteps(),
                                    one.step.variable.text, one.step.unit, panel.periods()[at]);
        corrections.push_back(std::move(one));
    }
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("pasteReason"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Correct values"));
    dialog->setLabelText(tr("%1 values are replaced by what was copied; each becomes a step of the "
                            "recipe, the source file stays as it is. Reason:")
                             .arg(corrections.size()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, corrections](const QString& t) {
        const QString reason = t.trimmed().isEmpty() ? tr("pasted") : t.trimmed();
        correctAll(session_, corrections, tr("Paste %1 values").arg(corrections.size()), reason);
    });
    dialog->open();
}

} // namespace citypanel::ui

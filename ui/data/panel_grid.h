// SPDX-License-Identifier: GPL-3.0-or-later
// PanelGrid: the table of a panel: cells marked by origin, missing cells by a dot, exact copying.
#pragma once

#include "ui/widgets/number_edit.h"
#include "ui/widgets/theme.h"

#include <QTableView>

#include <optional>

namespace citypanel::ui {

class PanelModel;

/// The colour that marks cells of an origin; none for values as they were read.
[[nodiscard]] std::optional<ColourRole> originColour(int originKind);

/// Editing in full precision, and the marks.
class PanelDelegate final : public NumberDelegate {
    Q_OBJECT

public:
    using NumberDelegate::NumberDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

class PanelGrid final : public QTableView {
    Q_OBJECT

public:
    explicit PanelGrid(PanelModel* model, QWidget* parent = nullptr);

    /// Selects a cell and scrolls to it.
    void showCell(int row, int column);

Q_SIGNALS:
    void cellChosen(const QModelIndex& index);
    /// Somebody wanted to type into a cell that is not edited.
    void editRefused(const QModelIndex& index);
    void pasteRequested();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;

private:
    void fitRows();

    PanelModel* model_;
};

} // namespace citypanel::ui

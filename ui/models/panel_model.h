// SPDX-License-Identifier: GPL-3.0-or-later
// PanelModel: a panel as a table of rows and variables, with the origin of each cell.
#pragma once

#include "core/panel/panel.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace citypanel::ui {

/// A number as a cell of the data view shows it: in full where that is short, otherwise with seven
/// significant digits; empty when missing. For reading only: editing uses every digit.
[[nodiscard]] QString shownNumber(double value);

/// Rows are rows of the panel, all or some, in its order or another; the keys stand in the vertical
/// header, every other variable is a column. Copies nothing: it holds the panel, whose columns are
/// shared.
class PanelModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        OriginKindRole = Qt::UserRole + 1, ///< int of OriginKind
        IsMissingRole,
        VariableNameRole, ///< QString, of headers too
        IsMarkedRole,     ///< bool: a row of the units chosen elsewhere
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows all rows in the panel's order.
    void setPanel(const Panel& panel);
    /// Shows these rows of the panel, in this order.
    void setRows(std::vector<std::size_t> rows);
    /// Marks rows, by row of the panel; an empty vector marks none. Another panel has no marks.
    void setMarks(std::vector<bool> isMarked);

    [[nodiscard]] const std::vector<std::size_t>& rows() const { return rows_; }

    /// The panel's row behind a row shown, and the row shown behind one of the panel.
    [[nodiscard]] std::size_t panelRow(int row) const {
        return rows_[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] std::optional<int> shownRow(std::size_t panelRow) const;

    [[nodiscard]] const Panel& panel() const { return panel_; }

    [[nodiscard]] const Variable& variableAt(int column) const;
    [[nodiscard]] std::optional<int> columnOf(const std::string& name) const;
    /// Unit and period of a row, for people: "安庆 2016"; the row's number in a cross-section.
    [[nodiscard]] QString rowName(int row) const;
    [[nodiscard]] Origin originAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Changes nothing here: asks by cellEdited, and the answer comes as a new panel.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// A person typed another number (NaN: emptied the cell).
    void cellEdited(int row, const QString& variable, double value);

private:
    [[nodiscard]] bool isMarked(int row) const;

    Panel panel_;
    std::vector<std::size_t> rows_;    ///< of the panel, as shown
    std::vector<std::size_t> columns_; ///< indices of the variables that are not keys
    std::vector<bool> marks_;          ///< by row of the panel, or empty
};

} // namespace citypanel::ui

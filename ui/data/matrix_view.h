// SPDX-License-Identifier: GPL-3.0-or-later
// MatrixView: one variable as units by periods, as numbers or as a heat map.
#pragma once

#include "ui/models/matrix_model.h"

#include <QTableView>

namespace citypanel::ui {

class MatrixView final : public QTableView {
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setVariable(const citypanel::Panel& panel, const QString& name);
    /// As a heat map the rows are as low as it takes to see all units at once, and missing cells
    /// are crossed; as numbers the cells carry the marks of their origins.
    void setHeat(bool isHeat);

    [[nodiscard]] bool isHeat() const { return isHeat_; }

    [[nodiscard]] MatrixModel* matrix() const { return model_; }

    void showRow(std::size_t panelRow);

Q_SIGNALS:
    /// A cell that belongs to a row of the panel became the current one.
    void rowChosen(std::size_t panelRow);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void fit();

    MatrixModel* model_;
    bool isHeat_ = false;
};

} // namespace citypanel::ui

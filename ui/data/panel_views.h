// SPDX-License-Identifier: GPL-3.0-or-later
// PanelViews: the panel as a grid, one variable as a matrix, a heat map, lines and a histogram.
#pragma once

#include "core/panel/panel.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace citypanel::ui {

class ColourScaleBar;
class ColumnsEdit;
class EmptyState;
class FigureView;
class HistogramView;
class MatrixView;
class PanelGrid;
class PanelModel;

class PanelViews final : public QWidget {
    Q_OBJECT

public:
    enum View { Grid, Matrix, Heat, Lines, Histogram, ViewCount };

    explicit PanelViews(PanelModel* model, QWidget* parent = nullptr);

    void setPanel(const citypanel::Panel& panel);
    /// The variable that all views but the grid show.
    void setVariable(const QString& name);
    void setView(View view);
    [[nodiscard]] View view() const;

    /// Puts what chooses and finds rows above the grid, below the tabs.
    void setGridTools(QWidget* tools);

    [[nodiscard]] PanelGrid* grid() const { return grid_; }

    [[nodiscard]] MatrixView* matrix() const { return matrix_; }

Q_SIGNALS:
    /// A cell of the matrix, by the panel's row.
    void rowChosen(std::size_t panelRow);

private:
    void makeUnits();
    void showVariable();
    void showScale();
    void showLines();
    void showHistogram();
    void setTexts();

    citypanel::Panel panel_;
    QString variable_;
    QTabBar* tabs_;
    QStackedWidget* stack_;
    QWidget* gridPage_;
    PanelGrid* grid_;
    MatrixView* matrix_;
    ColourScaleBar* scale_;
    QWidget* lines_;
    FigureView* figure_;
    QWidget* unitsPane_ = nullptr;
    ColumnsEdit* units_ = nullptr;
    HistogramView* histogram_;
    EmptyState* choose_; ///< in place of a view of numbers
};

} // namespace citypanel::ui

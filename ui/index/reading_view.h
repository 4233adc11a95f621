// SPDX-License-Identifier: GPL-3.0-or-later
// ReadingView: the index over time, by group, its ends, one unit's profile.
#pragma once

#include "ui/index/live_index_ptr.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;

namespace citypanel::ui {

class FigureView;

class ReadingView final : public QWidget {
    Q_OBJECT

public:
    explicit ReadingView(QWidget* parent = nullptr);

    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class What { ByPeriod, Density, ByGroup, Ends, Profile };

    void fillChoices();
    void show();
    void setTexts();
    [[nodiscard]] What what() const;

    LiveIndexPtr live_;
    std::vector<double> score_;
    QComboBox* what_;
    QLabel* ofLabel_;
    QComboBox* of_; ///< group or unit
    FigureView* figure_;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// CompareView: the weights in use beside those of another method.
#pragma once

#include "ui/index/live_index_ptr.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace citypanel::ui {

class FigureView;

class CompareView final : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);

    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights);

private:
    void show();
    void setTexts();

    LiveIndexPtr live_;
    std::vector<double> weights_;
    QComboBox* method_;
    QLabel* methodLabel_;
    QLabel* summary_;
    FigureView* scatter_;
    QTableWidget* moves_;
};

} // namespace citypanel::ui

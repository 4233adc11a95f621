// SPDX-License-Identifier: GPL-3.0-or-later
// SensitivityView: random weights and leave-one-out, as figures and tables.
#pragma once

#include "core/study/index_sensitivity.h"
#include "ui/index/live_index_ptr.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace citypanel::ui {

class FigureView;
class ProjectSession;

class SensitivityView final : public QWidget {
    Q_OBJECT

public:
    SensitivityView(ProjectSession& session, QWidget* parent = nullptr);

    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights);

private:
    void run();
    void showResult(const Result<study::IndexSensitivity>& result);
    void showFigure();
    void setTexts();
    [[nodiscard]] study::SensitivityPlan plan() const;

    ProjectSession& session_;
    LiveIndexPtr live_;
    std::vector<double> weights_;
    std::unique_ptr<study::IndexSensitivity> result_;
    QComboBox* draw_;
    QLabel* drawLabel_;
    QSpinBox* concentration_;
    QLabel* concentrationLabel_;
    QSpinBox* draws_;
    QLabel* drawsLabel_;
    QSpinBox* seed_;
    QLabel* seedLabel_;
    QPushButton* run_;
    QComboBox* shown_;
    QProgressBar* bar_;
    QLabel* summary_;
    FigureView* figure_;
};

} // namespace citypanel::ui

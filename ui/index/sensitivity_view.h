// SPDX-License-Identifier: GPL-3.0-or-later
// SensitivityView: random weights and leave-one-out, as figures and tables.
#pragma once

#include "core/study/index_sensitivity.h"
#include "core/study/table.h"
#include "ui/index/live_index_ptr.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace citypanel::ui {

class FigureView;
class ProjectSession;
class ResultTable;

class SensitivityView final : public QWidget {
    Q_OBJECT

public:
    SensitivityView(ProjectSession& session, QWidget* parent = nullptr);

    /// What was drawn for other weights is drawn anew when it is next seen. isTuned: the weights
    /// were set by hand, which the tables say.
    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights, bool isTuned);

    /// Distribution of the coefficient, distribution of the ranks, leave one out; none before a
    /// draw.
    [[nodiscard]] std::vector<study::Table> tables() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void run();
    void runIfStale();
    [[nodiscard]] std::vector<std::string> notes() const;
    [[nodiscard]] study::Table coefficientTable() const;
    [[nodiscard]] study::Table rankTable() const;
    [[nodiscard]] study::Table leaveOneOutTable() const;
    void takeResult(const Result<study::IndexSensitivity>& result);
    void showResult();
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
    ResultTable* table_;
    bool isTuned_ = false;
    bool isStale_ = false;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// CompareView: the weights in use beside those of another method.
#pragma once

#include "core/study/table.h"
#include "ui/index/live_index_ptr.h"

#include <QString>
#include <QWidget>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace citypanel::ui {

class FigureView;
class ProjectSession;
class ResultTable;

class CompareView final : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(ProjectSession& session, QWidget* parent = nullptr);

    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights);

    /// Keeps the weights in use under a name of their own, to be compared with later ones.
    void keepWeights();

    /// Weights side by side, and the units that move; none without an index.
    [[nodiscard]] std::vector<study::Table> tables() const;

Q_SIGNALS:
    /// Kept weights are to be used again.
    void weightsChosen(const std::vector<double>& weights);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Weights somebody kept, by the indicators' names.
    struct Kept {
        QString name{};
        std::map<std::string, double> weights{};
    };

    void show();
    void setTexts();
    void fillChoices();
    /// The weights of the choice; nothing with a message where there are none.
    [[nodiscard]] std::optional<std::vector<double>> otherWeights();
    [[nodiscard]] std::optional<std::vector<double>> keptWeights(const Kept& kept) const;
    /// The weights in use are others than the computed ones.
    [[nodiscard]] bool isTuned() const;
    [[nodiscard]] QString inUse() const;
    [[nodiscard]] study::Table weightsTable() const;
    [[nodiscard]] study::Table movesTable() const;

    ProjectSession& session_;
    LiveIndexPtr live_;
    std::vector<double> weights_;
    std::vector<double> there_; ///< what is compared; empty while nothing is
    std::vector<Kept> kept_;
    int keptCount_ = 0;
    QComboBox* method_;
    QLabel* methodLabel_;
    QPushButton* use_;
    QLabel* summary_;
    FigureView* scatter_;
    ResultTable* weightsShown_;
    ResultTable* moves_;
};

} // namespace citypanel::ui

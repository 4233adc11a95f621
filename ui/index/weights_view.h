// SPDX-License-Identifier: GPL-3.0-or-later
// WeightsView: every intermediate of the weights, and a slider a weight.
#pragma once

#include "core/index/composite_index.h"

#include <QTableWidget>

#include <map>
#include <string>
#include <vector>

class QToolButton;

namespace citypanel::ui {

class WeightSlider;

class WeightsView final : public QTableWidget {
    Q_OBJECT

public:
    explicit WeightsView(QWidget* parent = nullptr);

    /// Shows the computed weights with what is behind them. Locks stay while the indicators do.
    void setWeights(const std::vector<index::Indicator>& indicators,
                    const index::WeightSet& computed, std::size_t periods);
    /// The weights in use, and their shares of the index's variance.
    void setChosen(const std::vector<double>& weights, const std::vector<double>& varianceShares);

    [[nodiscard]] const std::vector<bool>& locks() const { return locks_; }

Q_SIGNALS:
    /// The hand moved a weight; others follow.
    void weightMoved(std::size_t place, double weight);
    /// The hand let go.
    void released();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// The names take what the other columns leave, but never less than can be read.
    void fitNames();
    void fitColumns();

    enum Part { Name, Bar, Weight, Lock, Computed, Entropy, Divergence, Variance, Shares };

    void addDimension(const QString& title);
    void addIndicator(std::size_t place, const index::IndicatorWeight& weight);
    void setNumber(int row, int column, double value, int digits);
    void explainEntropy(std::size_t place, const index::WeightSet& computed, std::size_t periods);
    void toggleLock(std::size_t place, bool isLocked);
    void setTexts();

    std::vector<index::Indicator> indicators_;
    std::vector<std::string> dimensionOfRow_; ///< of heading rows; empty for indicators
    std::vector<int> rowOf_;
    std::vector<bool> locks_;
    std::vector<std::string> lockedNames_; ///< the indicators that locks_ speaks of
    std::map<std::vector<std::string>, std::vector<bool>> locksOf_; ///< of indices shown before
    std::vector<WeightSlider*> sliders_;
    std::vector<QToolButton*> lockButtons_;
    bool isFitted_ = false; ///< the columns, to the rows that are shown
};

} // namespace citypanel::ui

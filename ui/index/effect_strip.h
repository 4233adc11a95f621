// SPDX-License-Identifier: GPL-3.0-or-later
// EffectStrip: a coefficient with its interval as it moves, the computed weights' as a ghost.
#pragma once

#include "core/estimate/fit.h"

#include <QWidget>

#include <optional>

namespace citypanel::ui {

class EffectStrip final : public QWidget {
    Q_OBJECT

public:
    explicit EffectStrip(QWidget* parent = nullptr);

    /// With the computed weights: sets the scale, which then stays under the hand.
    void setComputed(const std::optional<TermEstimate>& estimate);
    void setChosen(const std::optional<TermEstimate>& estimate);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void widen(const TermEstimate& estimate);
    void describe();

    std::optional<TermEstimate> computed_;
    std::optional<TermEstimate> chosen_;
    double low_ = -1;
    double high_ = 1;
};

} // namespace citypanel::ui

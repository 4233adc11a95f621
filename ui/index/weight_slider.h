// SPDX-License-Identifier: GPL-3.0-or-later
// WeightSlider: a weight as a bar that can be dragged, with a mark at the computed weight.
#pragma once

#include <QSlider>

namespace citypanel::ui {

/// Arrows move by 0.001, Page keys by 0.01; "L" locks, "0" drops the indicator.
class WeightSlider final : public QSlider {
    Q_OBJECT

public:
    explicit WeightSlider(QWidget* parent = nullptr);

    /// The weight at the right end; the same for all sliders of an index.
    void setScale(double scale);
    void setWeight(double weight);
    [[nodiscard]] double weight() const;
    void setComputed(double weight);
    void setLocked(bool isLocked);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void weightMoved(double weight);
    void lockRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void moveTo(double x);

    double scale_ = 1;
    double computed_ = 0;
    bool isLocked_ = false;
};

} // namespace citypanel::ui

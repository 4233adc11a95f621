// SPDX-License-Identifier: GPL-3.0-or-later
// HistogramView: counts of values as bars, after a change in colour, before it as an outline.
#pragma once

#include "core/prepare/histogram.h"

#include <QWidget>

namespace citypanel::ui {

class HistogramView final : public QWidget {
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    /// `before` may be empty; else it has the same bins. `title` is said to those who cannot see.
    void setCounts(const prepare::Histogram& before, const prepare::Histogram& after,
                   const QString& title);
    void clear();

    [[nodiscard]] const prepare::Histogram& counts() const { return after_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    void paintLabels(QPainter& painter, const QRectF& area) const;
    [[nodiscard]] double highest() const;
    [[nodiscard]] QString binText(std::size_t bin) const;

    prepare::Histogram before_;
    prepare::Histogram after_;
};

} // namespace citypanel::ui

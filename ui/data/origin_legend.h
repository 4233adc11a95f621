// SPDX-License-Identifier: GPL-3.0-or-later
// OriginLegend: which colour marks which origin of a cell; only those that occur are shown.
#pragma once

#include "core/panel/panel.h"

#include <QWidget>

#include <array>
#include <vector>

namespace citypanel::ui {

class OriginLegend final : public QWidget {
    Q_OBJECT

public:
    explicit OriginLegend(QWidget* parent = nullptr);

    void setPanel(const Panel& panel);
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList texts() const;
    /// One a text; those that do not fit beside each other go to the next line.
    [[nodiscard]] std::vector<QRect> placesIn(int width) const;

    std::array<std::size_t, 8> counts_{}; ///< cells by OriginKind
};

} // namespace citypanel::ui

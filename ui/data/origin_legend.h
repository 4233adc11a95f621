// SPDX-License-Identifier: GPL-3.0-or-later
// OriginLegend: which colour marks which origin of a cell; only those that occur are shown.
#pragma once

#include "core/panel/panel.h"

#include <QWidget>

#include <array>

namespace citypanel::ui {

class OriginLegend final : public QWidget {
    Q_OBJECT

public:
    explicit OriginLegend(QWidget* parent = nullptr);

    void setPanel(const Panel& panel);
    void retranslate();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QStringList texts() const;

    std::array<std::size_t, 8> counts_{}; ///< cells by OriginKind
};

} // namespace citypanel::ui

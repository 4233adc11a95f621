// SPDX-License-Identifier: GPL-3.0-or-later
// RankingView: the units by their mean score, and how far the hand moved each.
#pragma once

#include "ui/index/live_index_ptr.h"

#include <QTableWidget>

namespace citypanel::ui {

class RankingView final : public QTableWidget {
    Q_OBJECT

public:
    explicit RankingView(QWidget* parent = nullptr);

    /// The first rows by rank; rows are reused, so that it follows a hand.
    void setScores(const study::LiveIndex& live, const study::LiveScores& scores);

private:
    void setTexts();
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// JudgementEditor: pairs of indicators or dimensions compared on Saaty's scale, with the
// consistency of the answers.
#pragma once

#include "core/index/indicator_system.h"
#include "core/index/weighting.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace citypanel::ui {

class JudgementEditor final : public QWidget {
    Q_OBJECT

public:
    explicit JudgementEditor(QWidget* parent = nullptr);

    /// What is compared and the answers so far; where some are missing all are as important.
    void setJudgements(const std::vector<index::Indicator>& indicators,
                       const std::vector<index::Judgements>& judgements);

Q_SIGNALS:
    /// An answer was given.
    void edited(const std::vector<citypanel::index::Judgements>& judgements);

private:
    void setTexts();
    void fillMatrices();
    void fillPairs();
    void addPair(std::size_t pair, const QString& one, const QString& other);
    void answer(std::size_t pair, int step);
    void showConsistency();
    [[nodiscard]] std::vector<std::string> items() const;

    std::vector<index::Indicator> indicators_;
    std::vector<index::Judgements> judgements_;
    QLabel* question_;
    QComboBox* matrix_;
    QLabel* consistency_;
    QPushButton* equal_;
    QWidget* pairsHost_ = nullptr;
    QVBoxLayout* column_;
};

} // namespace citypanel::ui

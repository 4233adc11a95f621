// SPDX-License-Identifier: GPL-3.0-or-later
// A slider a pair: to the left the one matters more, to the right the other.
#include "ui/index/judgement_editor.h"

#include "core/index/judgement_sets.h"
#include "core/index/subjective_weights.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int strongest = 8; ///< steps to either side of "equally": 2, 3, ... 9 times
constexpr double tolerated = 0.1;

/// A slider that the wheel scrolls past: an answer is never given by accident.
class PairSlider final : public QSlider {
public:
    using QSlider::QSlider;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

/// Left of the middle the first is more important: -2 is 3 times, 2 is 1/3.
double ratioOf(int step) {
    return step <= 0 ? 1.0 - step : 1.0 / (1.0 + step);
}

int stepOf(double ratio) {
    const double steps = ratio >= 1.0 ? 1.0 - ratio : 1.0 / ratio - 1.0;
    return std::clamp(static_cast<int>(std::lround(steps)), -strongest, strongest);
}

QString ratioText(int step) {
    return step == 0  ? QStringLiteral("1 : 1")
           : step < 0 ? QStringLiteral("%1 : 1").arg(1 - step)
                      : QStringLiteral("1 : %1").arg(1 + step);
}

} // namespace

JudgementEditor::JudgementEditor(QWidget* parent)
    : QWidget(parent)
    , question_(new QLabel(this))
    , matrix_(new QComboBox(this))
    , consistency_(new QLabel(this))
    , equal_(new QPushButton(this))
    , column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("judgementEditor"));
    matrix_->setObjectName(QStringLiteral("judgementMatrix"));
    matrix_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    matrix_->setMinimumContentsLength(12);
    consistency_->setObjectName(QStringLiteral("consistency"));
    equal_->setObjectName(QStringLiteral("equalJudgements"));
    for (QLabel* label : {question_, consistency_}) {
        label->setWordWrap(true);
    }
    question_->setBuddy(matrix_);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    for (QWidget* widget : {static_cast<QWidget*>(question_), static_cast<QWidget*>(matrix_),
                            static_cast<QWidget*>(consistency_), static_cast<QWidget*>(equal_)}) {
        column_->addWidget(widget);
    }
    connect(matrix_, &QComboBox::activated, this, &JudgementEditor::fillPairs);
    connect(equal_, &QPushButton::clicked, this, [this] {
        std::vector<double>& upper =
            judgements_[static_cast<std::size_t>(matrix_->currentIndex())].upper;
        std::fill(upper.begin(), upper.end(), 1.0);
        fillPairs();
        Q_EMIT edited(judgements_);
    });
    translated(this, [this] { setTexts(); });
}

void JudgementEditor::setTexts() {
    question_->setText(tr("Which of the two matters more, and how many times as much?"));
    equal_->setText(tr("All as Important"));
    matrix_->setAccessibleName(tr("What is compared"));
    fillMatrices();
}

void JudgementEditor::setJudgements(const std::vector<index::Indicator>& indicators,
                                    const std::vector<index::Judgements>& judgements) {
    std::vector<index::Judgements> completed = index::completedJudgements(indicators, judgements);
    if (indicators == indicators_ && completed == judgements_) {
        return;
    }
    indicators_ = indicators;
    judgements_ = std::move(completed);
    fillMatrices();
}

std::vector<std::string> JudgementEditor::items() const {
    const int at = matrix_->currentIndex();
    if (at < 0) {
        return {};
    }
    const std::string& of = judgements_[static_cast<std::size_t>(at)].of;
    const bool isOfDimensions = of.empty() && judgements_.size() > 1;
    if (isOfDimensions) {
        return index::dimensionsOf(indicators_);
    }
    std::vector<std::string> titles;
    for (const index::Indicator& indicator : indicators_) {
        if (of.empty() || indicator.dimension == of) {
            titles.push_back(indicator.title());
        }
    }
    return titles;
}

void JudgementEditor::fillMatrices() {
    const QSignalBlocker blocker(matrix_);
    const int before = std::max(matrix_->currentIndex(), 0);
    matrix_->clear();
    for (const index::Judgements& one : judgements_) {
        matrix_->addItem(!one.of.empty()          ? qs(one.of)
                         : judgements_.size() > 1 ? tr("The dimensions")
                                                  : tr("All indicators"));
    }
    matrix_->setVisible(judgements_.size() > 1);
    matrix_->setCurrentIndex(std::min(before, matrix_->count() - 1));
    fillPairs();
}

void JudgementEditor::fillPairs() {
    delete pairsHost_;
    pairsHost_ = new QWidget(this);
    auto* rows = new QVBoxLayout(pairsHost_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    column_->addWidget(pairsHost_);
    const std::vector<std::string> compared = items();
    std::size_t pair = 0;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        for (std::size_t j = i + 1; j < compared.size(); ++j) {
            addPair(pair++, qs(compared[i]), qs(compared[j]));
        }
    }
    equal_->setVisible(pair > 0);
    showConsistency();
}

void JudgementEditor::addPair(std::size_t pair, const QString& one, const QString& other) {
    const auto at = static_cast<std::size_t>(matrix_->currentIndex());
    const int step = stepOf(judgements_[at].upper[pair]);
    auto* row = new QWidget(pairsHost_);
    auto* lines = new QVBoxLayout(row);
    lines->setContentsMargins(0, 4, 0, 0);
    lines->setSpacing(0);
    auto* names = new QHBoxLayout;
    auto* left = new QLabel(one, row);
    auto* right = new QLabel(other, row);
    auto* ratio = new QLabel(ratioText(step), row);
    for (QLabel* label : {left, right}) {
        label->setWordWrap(true);
    }
    right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    ratio->setForegroundRole(QPalette::PlaceholderText);
    names->addWidget(left, 1);
    names->addWidget(ratio);
    names->addWidget(right, 1);
    auto* slider = new PairSlider(Qt::Horizontal, row);
    slider->setObjectName(QStringLiteral("pair_%1").arg(pair));
    slider->setRange(-strongest, strongest);
    slider->setPageStep(2);
    slider->setTickPosition(QSlider::TicksBelow);
    slider->setTickInterval(2);
    slider->setValue(step);
    slider->setAccessibleName(tr("%1 compared with %2").arg(one, other));
    lines->addLayout(names);
    lines->addWidget(slider);
    pairsHost_->layout()->addWidget(row);
    connect(slider, &QSlider::valueChanged, this, [this, pair, slider, ratio](int value) {
        ratio->setText(ratioText(value));
        answer(pair, value);
        if (!slider->isSliderDown()) {
            Q_EMIT edited(judgements_);
        }
    });
    connect(slider, &QSlider::sliderReleased, this, [this] { Q_EMIT edited(judgements_); });
}

void JudgementEditor::answer(std::size_t pair, int step) {
    judgements_[static_cast<std::size_t>(matrix_->currentIndex())].upper[pair] = ratioOf(step);
    showConsistency();
}

void JudgementEditor::showConsistency() {
    const int at = matrix_->currentIndex();
    const std::vector<std::string> compared = items();
    consistency_->clear();
    if (at < 0 || compared.size() < 2) {
        return;
    }
    const auto matrix =
        index::comparisonMatrix(judgements_[static_cast<std::size_t>(at)], compared.size());
    const auto weights =
        matrix ? index::hierarchyWeights(*matrix) : Result<index::HierarchyWeights>(matrix.error());
    if (!weights) {
        consistency_->setText(problemSentence(weights.error()));
        return;
    }
    QStringList shares;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        shares.append(QStringLiteral("%1 %2")
                          .arg(qs(compared[i]))
                          .arg(weights->weight[static_cast<Eigen::Index>(i)], 0, 'f', 3));
    }
    const bool isConsistent = weights->consistencyRatio < tolerated;
    const QString ratio = QString::number(std::max(weights->consistencyRatio, 0.0), 'f', 3);
    const QString verdict =
        compared.size() < 3
            ? QString()
            : (isConsistent ? tr("Consistency ratio %1: consistent (below 0.1).")
                            : tr("Consistency ratio %1: the answers contradict one another (0.1 or "
                                 "more). Look for A above B, B above C, C above A."))
                  .arg(ratio);
    consistency_->setText((verdict.isEmpty() ? QString() : verdict + QLatin1Char('\n')) +
                          shares.join(QStringLiteral(" · ")));
    setInk(consistency_, isConsistent ? std::nullopt : std::optional(ColourRole::Error));
}

} // namespace citypanel::ui

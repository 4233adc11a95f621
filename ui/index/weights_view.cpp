// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the weights, dimension by dimension.
#include "ui/index/weights_view.h"

#include "core/index/objective_weights.h"
#include "ui/index/weight_slider.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace citypanel::ui {

namespace {

constexpr int digits = 3;
constexpr int barWidth = 140;
constexpr int leastNameCharacters = 24;

QString numberText(double value, int decimals) {
    const bool isZero = std::abs(value) < 0.5 * std::pow(10.0, -decimals); // never "-0.000"
    return isMissing(value) ? QString() : QString::number(isZero ? 0.0 : value, 'f', decimals);
}

/// Few significant digits for the range of a column.
QString rangeText(double least, double most, int significant) {
    return QStringLiteral("%1 – %2").arg(least, 0, 'g', significant).arg(most, 0, 'g', significant);
}

QString directionMark(index::Direction direction) {
    switch (direction) {
    case index::Direction::Positive:
        return QStringLiteral("+");
    case index::Direction::Negative:
        return QStringLiteral("−");
    case index::Direction::Moderate:
    case index::Direction::Interval:
        break;
    }
    return QStringLiteral("◦");
}

} // namespace

WeightsView::WeightsView(QWidget* parent) : QTableWidget(parent) {
    setObjectName(QStringLiteral("weights"));
    setColumnCount(Shares + 1);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setShowGrid(false);
    setFocusPolicy(Qt::NoFocus);
    setTabKeyNavigation(false); // Tab goes on from slider to slider
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    followFont(this, [this] { fitColumns(); });
    followFont(this, 9); // before the columns: the filter that came last is asked first
    // Measured when rows come, not at every change of a number: a drag changes them all.
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    setColumnWidth(Bar, barWidth);
    // Keys go to the weight of the row that was clicked, wherever in the row.
    connect(this, &QTableWidget::cellClicked, this, [this](int row, int) {
        const auto found = std::find(rowOf_.begin(), rowOf_.end(), row);
        if (found != rowOf_.end()) {
            sliders_[static_cast<std::size_t>(found - rowOf_.begin())]->setFocus();
        }
    });
    translated(this, [this] { setTexts(); });
}

void WeightsView::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    fitNames();
}

void WeightsView::fitColumns() {
    for (const int column : {Weight, Lock, Computed, Entropy, Divergence, Variance, Shares}) {
        resizeColumnToContents(column);
    }
    fitNames();
}

void WeightsView::fitNames() {
    int others = 0;
    for (int column = Bar; column <= Shares; ++column) {
        others += columnWidth(column);
    }
    const int least = fontMetrics().horizontalAdvance(QStringLiteral("+  ")) +
                      leastNameCharacters * fontMetrics().averageCharWidth();
    setColumnWidth(Name, std::max(viewport()->width() - others, least));
}

void WeightsView::setTexts() {
    setHorizontalHeaderLabels({tr("Indicator"), tr("Drag to weigh"), tr("Weight"), QString(),
                               tr("Computed"), tr("Entropy e"), tr("d = 1 − e"), tr("Variance"),
                               tr("Share p")});
    const auto tip = [this](int column, const QString& text) {
        horizontalHeaderItem(column)->setToolTip(text);
    };
    tip(Shares, tr("Smallest and largest p = (z + shift) / Σ (z + shift)"));
    tip(Entropy,
        tr("e = −1/ln(n) Σ p ln p, n the rows used, not the periods T; always in [0, 1]. The cells "
           "say what 1/ln(T) would make of it."));
    tip(Variance, tr("Share of the index's variance: w cov(z, index) / var(index)"));
    tip(Bar, tr("Arrows: ±0.001, Page keys: ±0.01, L: lock, 0: drop. The orange mark is the "
                "computed weight."));
    setAccessibleName(tr("Weights of the indicators"));
    fitColumns();
}

void WeightsView::setWeights(const std::vector<index::Indicator>& indicators,
                             const index::WeightSet& computed, std::size_t periods) {
    const bool isSame = indicators.size() == indicators_.size() &&
                        std::equal(indicators.begin(), indicators.end(), indicators_.begin(),
                                   [](const auto& a, const auto& b) { return a.name == b.name; });
    indicators_ = indicators;
    if (!isSame) { // another index: its own locks, as they were left
        std::vector<std::string> names;
        for (const index::Indicator& indicator : indicators) {
            names.push_back(indicator.name);
        }
        locksOf_[std::exchange(lockedNames_, names)] = std::move(locks_);
        locks_ = locksOf_[names];
        locks_.resize(indicators.size(), false);
    }
    setRowCount(0);
    isFitted_ = false;
    dimensionOfRow_.clear();
    rowOf_.assign(indicators.size(), -1);
    sliders_.assign(indicators.size(), nullptr);
    lockButtons_.assign(indicators.size(), nullptr);
    double largest = 0;
    for (const index::IndicatorWeight& one : computed.indicators) {
        largest = std::max(largest, one.weight);
    }
    std::vector<std::string> dimensions = index::dimensionsOf(indicators);
    dimensions.emplace_back();
    for (const std::string& dimension : dimensions) {
        if (!dimension.empty()) {
            dimensionOfRow_.push_back(dimension);
            addDimension(QString::fromStdString(dimension));
        }
        for (const std::size_t place : index::membersOf(indicators, dimension)) {
            dimensionOfRow_.emplace_back();
            addIndicator(place, computed.indicators[place]);
            explainEntropy(place, computed, periods);
            sliders_[place]->setScale(std::min(1.0, std::max(0.3, 1.5 * largest)));
        }
    }
}

void WeightsView::addDimension(const QString& title) {
    const int row = rowCount();
    insertRow(row);
    auto* item = new QTableWidgetItem(title);
    QFont bold = font();
    bold.setBold(true);
    item->setFont(bold);
    setItem(row, Name, item);
    setSpan(row, Name, 1, Weight);
}

void WeightsView::addIndicator(std::size_t place, const index::IndicatorWeight& weight) {
    const int row = rowCount();
    insertRow(row);
    rowOf_[place] = row;
    const index::Indicator& indicator = indicators_[place];
    auto* name = new QTableWidgetItem(QStringLiteral("%1  %2").arg(
        directionMark(indicator.direction), QString::fromStdString(indicator.title())));
    name->setToolTip(tr("%1 = %2\nValues from %3")
                         .arg(QString::fromStdString(indicator.title()),
                              QString::fromStdString(indicator.expression),
                              rangeText(weight.least, weight.most, 4)));
    setItem(row, Name, name);
    if (!isMissing(weight.leastShare)) {
        setItem(row, Shares,
                new QTableWidgetItem(rangeText(weight.leastShare, weight.mostShare, 2)));
    }
    setNumber(row, Entropy, weight.entropy, 4);
    setNumber(row, Divergence, weight.divergence, 4);
    setNumber(row, Computed, weight.weight, digits);
    if (weight.comesFromLongTail()) {
        QTableWidgetItem* cell = item(row, Computed);
        cell->setText(QStringLiteral("%1 (%2)").arg(cell->text(),
                                                    numberText(weight.weightWithoutTop, digits)));
        cell->setIcon(icon("warning"));
        cell->setToolTip(tr("A long right tail makes this weight: without the rows of its largest "
                            "1 % it is %1. Winsorise it or take its logarithm, or say so.")
                             .arg(numberText(weight.weightWithoutTop, digits)));
    }
    if (weight.isConstant) {
        item(row, Name)->setIcon(icon("warning"));
        item(row, Name)->setToolTip(
            tr("The same value in every row: e = 1, weight 0. It tells no rows apart."));
    }
    auto* slider = new WeightSlider(this);
    slider->setComputed(weight.weight);
    slider->setLocked(locks_[place]);
    slider->setObjectName(QStringLiteral("weight_%1").arg(QString::fromStdString(indicator.name)));
    slider->setAccessibleName(tr("Weight of %1").arg(QString::fromStdString(indicator.title())));
    sliders_[place] = slider;
    setCellWidget(row, Bar, slider);
    auto* lock = new QToolButton(this);
    lock->setCheckable(true);
    lock->setAutoRaise(true);
    lock->setChecked(locks_[place]);
    lock->setIcon(icon(locks_[place] ? "lock" : "unlock"));
    lock->setToolTip(tr("Keep this weight while others move"));
    lock->setAccessibleName(
        tr("Lock the weight of %1").arg(QString::fromStdString(indicator.title())));
    lockButtons_[place] = lock;
    setCellWidget(row, Lock, lock);
    connect(slider, &WeightSlider::weightMoved, this,
            [this, place](double value) { Q_EMIT weightMoved(place, value); });
    connect(slider, &QSlider::sliderReleased, this, &WeightsView::released);
    connect(slider, &WeightSlider::lockRequested, lock, &QToolButton::toggle);
    connect(lock, &QToolButton::toggled, this,
            [this, place](bool isLocked) { toggleLock(place, isLocked); });
}

void WeightsView::explainEntropy(std::size_t place, const index::WeightSet& computed,
                                 std::size_t periods) {
    QTableWidgetItem* cell = item(rowOf_[place], Entropy);
    const double wrong =
        index::entropyPerPeriods(computed.indicators[place].entropy, computed.rows, periods);
    if (cell == nullptr || isMissing(wrong)) {
        return;
    }
    cell->setToolTip(tr("n = %1 rows. A do-file that is widely copied takes 1/ln(T) with the %2 "
                        "periods: e would be %3. Above 1 it turns the order of the weights round; "
                        "an entropy outside [0, 1] is refused here.")
                         .arg(computed.rows)
                         .arg(periods)
                         .arg(numberText(wrong, 3)));
}

void WeightsView::toggleLock(std::size_t place, bool isLocked) {
    locks_[place] = isLocked;
    sliders_[place]->setLocked(isLocked);
    lockButtons_[place]->setIcon(icon(isLocked ? "lock" : "unlock"));
}

void WeightsView::setNumber(int row, int column, double value, int decimals) {
    QTableWidgetItem* cell = item(row, column);
    if (cell == nullptr) {
        cell = new QTableWidgetItem;
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, cell);
    }
    const QString text = numberText(value, decimals);
    if (cell->text() != text) {
        cell->setText(text);
    }
}

void WeightsView::setChosen(const std::vector<double>& weights,
                            const std::vector<double>& varianceShares) {
    for (std::size_t place = 0; place < sliders_.size() && place < weights.size(); ++place) {
        if (rowOf_[place] < 0) {
            continue;
        }
        sliders_[place]->setWeight(weights[place]);
        setNumber(rowOf_[place], Weight, weights[place], digits);
        setNumber(rowOf_[place], Variance, varianceShares[place], digits);
    }
    for (std::size_t row = 0; row < dimensionOfRow_.size(); ++row) {
        if (dimensionOfRow_[row].empty()) {
            continue;
        }
        double sum = 0;
        double share = 0;
        for (const std::size_t place : index::membersOf(indicators_, dimensionOfRow_[row])) {
            sum += weights[place];
            share += varianceShares[place];
        }
        setNumber(static_cast<int>(row), Weight, sum, digits);
        setNumber(static_cast<int>(row), Variance, share, digits);
    }
    if (!isFitted_) {
        fitColumns();
        isFitted_ = true;
    }
}

} // namespace citypanel::ui

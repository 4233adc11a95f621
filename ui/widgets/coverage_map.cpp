// SPDX-License-Identifier: GPL-3.0-or-later
// Painting the map and moving in it.
#include "ui/widgets/coverage_map.h"

#include "ui/models/counts.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr double widestColumn = 64;
constexpr double leastRow = 0.25; // four units a pixel; more would show nothing
constexpr double crossedFrom = 7; // a smaller cell is left blank instead of crossed

} // namespace

QColor CoverageMap::shareColour(double share) {
    // cividis at 0, 1/4, ..., 1.
    static constexpr std::array<QRgb, 5> stops{0xff00224e, 0xff35456c, 0xff666970, 0xffa59c74,
                                               0xfffee838};
    const double at = std::clamp(share, 0.0, 1.0) * (stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double part = at - static_cast<double>(below);
    const QColor from = QColor::fromRgb(stops[below]);
    const QColor to = QColor::fromRgb(stops[below + 1]);
    const auto mixed = [part](int a, int b) {
        return static_cast<int>(std::lround(a + part * (b - a)));
    };
    return {mixed(from.red(), to.red()), mixed(from.green(), to.green()),
            mixed(from.blue(), to.blue())};
}

CoverageMap::CoverageMap(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    measureLabels();
}

void CoverageMap::setCoverage(const Coverage& coverage) {
    coverage_ = coverage;
    measureLabels();
    if (unitCount() == 0 || periodCount() == 0) {
        unit_ = -1;
        period_ = -1;
    } else {
        unit_ = std::clamp(unit_, 0, unitCount() - 1);
        period_ = std::clamp(period_, 0, periodCount() - 1);
    }
    fitScrollBars();
    tell();
    viewport()->update();
}

void CoverageMap::setFitted(bool isFitted) {
    isFitted_ = isFitted;
    fitScrollBars();
    showCurrent();
    viewport()->update();
}

void CoverageMap::setCurrent(int unit, int period) {
    if (unitCount() == 0 || periodCount() == 0) {
        return;
    }
    unit_ = std::clamp(unit, 0, unitCount() - 1);
    period_ = std::clamp(period, 0, periodCount() - 1);
    showCurrent();
    tell();
    viewport()->update();
    Q_EMIT cellChosen(unit_, period_);
}

QString CoverageMap::textOf(int unit, int period) const {
    const auto u = static_cast<std::size_t>(unit);
    const auto p = static_cast<std::size_t>(period);
    return tr("%1, %2: %3 of %n variable(s)", nullptr, static_cast<int>(coverage_.variableCount))
        .arg(QString::fromStdString(coverage_.units[u]), QString::number(coverage_.periods[p]),
             QString::number(coverage_.at(u, p)));
}

QString CoverageMap::cellText() const {
    return unit_ < 0 ? QString() : textOf(unit_, period_);
}

QString CoverageMap::summary() const {
    if (coverage_.counts.empty()) {
        return tr("No unit-periods yet.");
    }
    const QLocale locale;
    const auto number = [&](std::size_t n) { return locale.toString(static_cast<qulonglong>(n)); };
    const std::size_t cells = coverage_.counts.size();
    return tr("%1 × %2: %3 complete, %4 partly there, %5 without any value.")
        .arg(countedUnits(coverage_.units.size()), countedPeriods(coverage_.periods.size()),
             number(coverage_.completeCount()),
             number(cells - coverage_.completeCount() - coverage_.emptyCount()),
             number(coverage_.emptyCount()));
}

QSize CoverageMap::sizeHint() const {
    return {420, 320};
}

void CoverageMap::measureLabels() {
    int widest = fontMetrics().averageCharWidth() * 6;
    for (const std::string& unit : coverage_.units) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(QString::fromStdString(unit)));
    }
    labelWidth_ = std::min(widest, fontMetrics().averageCharWidth() * 18) + 12;
    leastColumn_ = fontMetrics().horizontalAdvance(QStringLiteral("0000")) + 4;
}

int CoverageMap::headerHeight() const {
    return fontMetrics().height() + 6;
}

double CoverageMap::rowHeight() const {
    const double named = fontMetrics().height() + 2;
    const double room = viewport()->height() - headerHeight();
    return isFitted_ && unitCount() > 0 ? std::min(named, std::max(leastRow, room / unitCount()))
                                        : named;
}

double CoverageMap::columnWidth() const {
    const double least = leastColumn_;
    const double room = viewport()->width() - labelWidth_;
    return periodCount() == 0 ? least : std::clamp(room / periodCount(), least, widestColumn);
}

QRectF CoverageMap::cellRect(int unit, int period) const {
    return {labelWidth_ + period * columnWidth() - horizontalScrollBar()->value(),
            headerHeight() + unit * rowHeight() - verticalScrollBar()->value(), columnWidth(),
            rowHeight()};
}

std::pair<int, int> CoverageMap::cellAt(const QPoint& point) const {
    if (point.y() < headerHeight()) {
        return {-1, -1};
    }
    const double across = point.x() - labelWidth_ + horizontalScrollBar()->value();
    const double down = point.y() - headerHeight() + verticalScrollBar()->value();
    const int unit = static_cast<int>(down / rowHeight());
    // A click on a name chooses its row.
    const int period = point.x() < labelWidth_ ? period_ : static_cast<int>(across / columnWidth());
    const bool isInside = unit < unitCount() && period >= 0 && period < periodCount();
    return isInside ? std::pair(unit, period) : std::pair(-1, -1);
}

void CoverageMap::paintCells(QPainter& painter, const QRect& area) const {
    const double gap = rowHeight() > crossedFrom ? 1.0 : 0.0;
    const int first =
        std::max(0, static_cast<int>((area.top() - headerHeight() + verticalScrollBar()->value()) /
                                     rowHeight()));
    const int last =
        std::min(unitCount(),
                 static_cast<int>((area.bottom() - headerHeight() + verticalScrollBar()->value()) /
                                  rowHeight()) +
                     1);
    for (int unit = first; unit < last; ++unit) {
        for (int period = 0; period < periodCount(); ++period) {
            const double share =
                coverage_.share(static_cast<std::size_t>(unit), static_cast<std::size_t>(period));
            const QRectF cell = cellRect(unit, period).adjusted(0, 0, -1, -gap);
            if (share > 0) {
                painter.fillRect(cell, shareColour(share));
            } else if (rowHeight() > crossedFrom) {
                painter.setPen(colour(ColourRole::Border));
                painter.drawLine(cell.topLeft(), cell.bottomRight());
                painter.drawLine(cell.bottomLeft(), cell.topRight());
            }
        }
    }
}

void CoverageMap::paintLabels(QPainter& painter) const {
    const QRect view = viewport()->rect();
    painter.fillRect(QRect(0, 0, labelWidth_, view.height()), palette().color(QPalette::Base));
    painter.fillRect(QRect(0, 0, view.width(), headerHeight()), palette().color(QPalette::Base));
    const bool isNamed = rowHeight() >= fontMetrics().height();
    for (int unit = 0; unit < unitCount(); ++unit) {
        const QRectF cell = cellRect(unit, 0);
        const bool isCurrent = unit == unit_;
        if (cell.bottom() < headerHeight() || cell.top() > view.height() ||
            (!isNamed && !isCurrent)) {
            continue;
        }
        const double height = std::max<double>(cell.height(), fontMetrics().height());
        const QRectF place(6, std::max<double>(cell.center().y() - height / 2, headerHeight()),
                           labelWidth_ - 10, height);
        painter.setPen(isCurrent ? palette().color(QPalette::Text) : colour(ColourRole::Muted));
        const QString name =
            QString::fromStdString(coverage_.units[static_cast<std::size_t>(unit)]);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(name, Qt::ElideRight, labelWidth_ - 10));
    }
    painter.setClipRect(QRect(labelWidth_, 0, view.width() - labelWidth_, headerHeight()));
    for (int period = 0; period < periodCount(); ++period) {
        const QRectF cell = cellRect(0, period);
        painter.setPen(period == period_ ? palette().color(QPalette::Text)
                                         : colour(ColourRole::Muted));
        painter.drawText(QRectF(cell.left(), 0, cell.width(), headerHeight()), Qt::AlignCenter,
                         QString::number(coverage_.periods[static_cast<std::size_t>(period)]));
    }
    painter.setClipping(false);
}

void CoverageMap::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (unitCount() == 0) {
        return;
    }
    paintCells(painter, event->rect());
    paintLabels(painter);
    const QRectF current = cellRect(unit_, period_);
    if (unit_ >= 0 && current.bottom() > headerHeight() && current.left() >= labelWidth_ - 1) {
        painter.setClipRect(
            QRect(labelWidth_ - 2, headerHeight() - 2, viewport()->width(), viewport()->height()));
        const double most = std::max(rowHeight(), 5.0);
        QRectF frame = current.adjusted(-1, -1, 0, most - rowHeight());
        painter.setPen(QPen(palette().color(QPalette::Base), 4));
        painter.drawRect(frame);
        painter.setPen(
            QPen(hasFocus() ? colour(ColourRole::Accent) : colour(ColourRole::Muted), 2));
        painter.drawRect(frame);
    }
}

void CoverageMap::fitScrollBars() {
    const int height = viewport()->height() - headerHeight();
    const int width = viewport()->width() - labelWidth_;
    const int down = static_cast<int>(std::ceil(unitCount() * rowHeight()));
    const int across = static_cast<int>(std::ceil(periodCount() * columnWidth()));
    verticalScrollBar()->setRange(0, std::max(0, down - height));
    verticalScrollBar()->setPageStep(std::max(1, height));
    verticalScrollBar()->setSingleStep(static_cast<int>(rowHeight()));
    horizontalScrollBar()->setRange(0, std::max(0, across - width));
    horizontalScrollBar()->setPageStep(std::max(1, width));
    horizontalScrollBar()->setSingleStep(static_cast<int>(columnWidth()));
}

void CoverageMap::showCurrent() {
    if (unit_ < 0) {
        return;
    }
    const auto reveal = [](QScrollBar* bar, double begin, double size, int page) {
        if (begin < bar->value()) {
            bar->setValue(static_cast<int>(begin));
        } else if (begin + size > bar->value() + page) {
            bar->setValue(static_cast<int>(std::ceil(begin + size - page)));
        }
    };
    reveal(verticalScrollBar(), unit_ * rowHeight(), rowHeight(),
           viewport()->height() - headerHeight());
    reveal(horizontalScrollBar(), period_ * columnWidth(), columnWidth(),
           viewport()->width() - labelWidth_);
}

void CoverageMap::tell() {
    setAccessibleDescription(summary() + QLatin1Char(' ') + cellText());
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void CoverageMap::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
}

void CoverageMap::keyPressEvent(QKeyEvent* event) {
    const int page = std::max(
        1,
        static_cast<int>((viewport()->height() - headerHeight()) / std::max(1.0, rowHeight())) - 1);
    const bool isWhole = (event->modifiers() & Qt::ControlModifier) != 0;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(unit_, period_ - 1);
        return;
    case Qt::Key_Right:
        setCurrent(unit_, period_ + 1);
        return;
    case Qt::Key_Up:
        setCurrent(unit_ - 1, period_);
        return;
    case Qt::Key_Down:
        setCurrent(unit_ + 1, period_);
        return;
    case Qt::Key_PageUp:
        setCurrent(unit_ - page, period_);
        return;
    case Qt::Key_PageDown:
        setCurrent(unit_ + page, period_);
        return;
    case Qt::Key_Home:
        setCurrent(isWhole ? 0 : unit_, 0);
        return;
    case Qt::Key_End:
        setCurrent(isWhole ? unitCount() - 1 : unit_, periodCount() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (unit_ >= 0) {
            Q_EMIT cellActivated(unit_, period_);
        }
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CoverageMap::mousePressEvent(QMouseEvent* event) {
    const auto [unit, period] = cellAt(event->position().toPoint());
    if (unit >= 0) {
        setCurrent(unit, period);
    }
}

void CoverageMap::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto [unit, period] = cellAt(event->position().toPoint());
    if (unit >= 0) {
        Q_EMIT cellActivated(unit, period);
    }
}

void CoverageMap::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CoverageMap::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void CoverageMap::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        tell();
    } else if (event->type() == QEvent::FontChange) {
        measureLabels();
        fitScrollBars();
    }
    QAbstractScrollArea::changeEvent(event);
}

bool CoverageMap::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto [unit, period] = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), unit < 0 ? QString() : textOf(unit, period),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The chart, its numbers, and what a pointer over a point says.
#include "ui/charts/figure_view.h"

#include "core/text/words.h"
#include "ui/charts/figure_chart.h"
#include "ui/charts/figure_text.h"
#include "ui/charts/series_item.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableWidget>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace citypanel::ui {

FigureView::FigureView(QWidget* parent)
    : QWidget(parent)
    , stack_(new QStackedLayout(this))
    , view_(new QChartView(new QChart, this))
    , scroll_(new QScrollArea(this))
    , numbers_(new QTableWidget(this))
    , nothing_(new QLabel(this)) {
    setObjectName(QStringLiteral("figureView"));
    view_->setRenderHint(QPainter::Antialiasing);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setFocusPolicy(Qt::StrongFocus);
    view_->viewport()->installEventFilter(this);
    view_->setObjectName(QStringLiteral("chartView"));
    numbers_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    numbers_->setFrameShape(QFrame::NoFrame);
    numbers_->setTabKeyNavigation(false); // Tab leaves
    numbers_->setObjectName(QStringLiteral("figureNumbers"));
    scroll_->setWidget(view_);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusProxy(view_);
    stack_->addWidget(scroll_);
    stack_->addWidget(numbers_);
    stack_->addWidget(nothing_);
    nothing_->setObjectName(QStringLiteral("figureNothing"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setMargin(20);
    setFocusProxy(view_);
    // The keys' way to what a click on a point does: a row of the numbers is a point.
    connect(numbers_, &QTableWidget::activated, this, [this](const QModelIndex& index) {
        auto row = static_cast<std::size_t>(index.row());
        for (std::size_t series = 0; figure_ && series < figure_->series.size(); ++series) {
            const std::size_t points = figure_->series[series].points.size();
            if (row < points) {
                return choosePoint(series, row);
            }
            row -= points;
        }
    });
    translated(this, [this] {
        nothing_->setText(tr("This figure has no numbers to show. Where models could not be "
                             "estimated, the message on this page says why."));
        numbers_->setAccessibleName(tr("Numbers of the figure; Enter chooses a point"));
        view_->setToolTip(QString());
        view_->setAccessibleName(tr("Figure; F2 shows its numbers"));
        if (figure_) {
            draw();
        }
    });
}

FigureView::~FigureView() = default;

void FigureView::setFigure(const study::Figure& figure, std::optional<text::Language> language,
                           std::optional<report::FigureStyle> style) {
    if (figure_ == figure && language_ == language && style_ == style) {
        return;
    }
    figure_ = figure;
    language_ = language;
    style_ = style;
    keepProportions();
    draw();
}

/// What remains of the view beside or below the figure stays empty.
void FigureView::keepProportions() {
    QMargins margins;
    if (style_ && style_->widthMm() > 0.0 && style_->heightMm() > 0.0) {
        const double shape = style_->widthMm() / style_->heightMm();
        const QSizeF whole = size();
        const QSizeF shown = whole.height() * shape > whole.width()
                                 ? QSizeF(whole.width(), whole.width() / shape)
                                 : QSizeF(whole.height() * shape, whole.height());
        const int beside = qRound((whole.width() - shown.width()) / 2);
        margins = {beside, 0, beside, qRound(whole.height() - shown.height())};
    }
    setContentsMargins(margins);
}

void FigureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    keepProportions();
}

void FigureView::clear() {
    figure_.reset();
    if (stack_->currentWidget() == nothing_) {
        stack_->setCurrentWidget(scroll_);
    }
    // setChart gives the old chart back to us; nobody else deletes it.
    QChart* old = view_->chart();
    view_->setChart(new QChart);
    delete old;
    view_->setMinimumHeight(0);
    view_->chart()->setBackgroundBrush(ChartPaper::ofTheme().background);
    numbers_->clear();
}

void FigureView::showNumbers(bool areShown) {
    stack_->setCurrentIndex(areShown ? 1 : 0);
    stack_->currentWidget()->setFocus();
}

bool FigureView::numbersAreShown() const {
    return stack_->currentIndex() == 1;
}

void FigureView::changeEvent(QEvent* event) {
    if (figure_ &&
        (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)) {
        draw();
    }
    QWidget::changeEvent(event);
}

void FigureView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2 && stack_->currentWidget() != nothing_) {
        showNumbers(!numbersAreShown());
        return;
    }
    QWidget::keyPressEvent(event);
}

bool FigureView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_->viewport() && event->type() == QEvent::ToolTip && figure_) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto hit = pointAt(help->pos());
        QToolTip::showText(help->globalPos(), hit ? pointText(hit->first, hit->second) : QString(),
                           view_);
        return true;
    }
    if (watched == view_->viewport() && event->type() == QEvent::MouseButtonRelease && figure_) {
        click(static_cast<QMouseEvent*>(event)->pos());
    }
    return QWidget::eventFilter(watched, event);
}

text::Language FigureView::shownLanguage() const {
    return language_.value_or(wordsLanguage());
}

std::optional<std::pair<int, int>> FigureView::pointAt(const QPoint& position) const {
    for (QGraphicsItem* child : view_->chart()->childItems()) {
        if (const auto* item = dynamic_cast<SeriesItem*>(child)) {
            const auto hit = item->hitAt(view_->chart()->mapFromScene(view_->mapToScene(position)));
            if (hit.point >= 0) {
                return std::pair{hit.series, hit.point};
            }
        }
    }
    return std::nullopt;
}

void FigureView::click(const QPoint& position) {
    const auto hit = pointAt(position);
    if (hit) {
        choosePoint(static_cast<std::size_t>(hit->first), static_cast<std::size_t>(hit->second));
    }
}

void FigureView::choosePoint(std::size_t seriesAt, std::size_t pointAt) {
    const study::Series& series = figure_->series[seriesAt];
    const study::Point& point = series.points[pointAt];
    const bool isPlace = figure_->x.kind == study::AxisKind::Categories && point.label.isEmpty();
    const auto place = static_cast<std::size_t>(isPlace ? point.x : 0.0);
    const study::Phrase& name = isPlace && place < figure_->x.categories.size()
                                    ? figure_->x.categories[place]
                                : point.label.isEmpty() ? series.name
                                                        : point.label;
    Q_EMIT pointClicked(QString::fromStdString(point.key),
                        QString::fromStdString(text::say(name, shownLanguage())));
}

void FigureView::setHighlighted(const QStringList& keys) {
    if (keys != highlighted_) {
        highlighted_ = keys;
        for (QGraphicsItem* child : view_->chart()->childItems()) {
            if (auto* item = dynamic_cast<SeriesItem*>(child)) {
                item->setHighlighted(keys);
            }
        }
    }
}

void FigureView::draw() {
    const bool isEmpty = std::all_of(
        figure_->series.begin(), figure_->series.end(), [](const study::Series& series) {
            return std::all_of(series.points.begin(), series.points.end(), [](const auto& point) {
                return !std::isfinite(point.y) && !point.coefficient;
            });
        });
    if (isEmpty != (stack_->currentWidget() == nothing_)) {
        stack_->setCurrentWidget(isEmpty ? static_cast<QWidget*>(nothing_) : scroll_);
    }
    // setChart gives the old chart back to us; nobody else deletes it.
    QChart* old = view_->chart();
    ChartPaper paper = ChartPaper::ofTheme();
    if (style_) {
        paper = ChartPaper::white(style_->palette);
        paper.hasTitle = style_->hasTitle;
    }
    view_->setChart(makeChart(*figure_, shownLanguage(), paper).release());
    delete old;
    view_->setMinimumHeight(leastChartHeight(*figure_, shownLanguage()));
    const QStringList highlighted = std::exchange(highlighted_, {});
    setHighlighted(highlighted);
    const QString summary = figureSummary(*figure_, shownLanguage());
    const QString title =
        QString::fromStdString(text::sayCapitalised(figure_->title, shownLanguage()));
    view_->setAccessibleName(title.isEmpty() ? tr("Figure; F2 shows its numbers") : title);
    view_->setAccessibleDescription(summary + QLatin1Char(' ') + tr("F2 shows the numbers."));
    setAccessibleDescription(summary);
    fillNumbers();
}

void FigureView::fillNumbers() {
    const QList<QStringList> rows = figureData(*figure_, shownLanguage());
    numbers_->setRowCount(static_cast<int>(rows.size()) - 1);
    numbers_->setColumnCount(static_cast<int>(rows.first().size()));
    numbers_->setHorizontalHeaderLabels(rows.first());
    for (int row = 1; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            numbers_->setItem(row - 1, column, new QTableWidgetItem(rows[row][column]));
        }
    }
    numbers_->resizeColumnsToContents();
}

QString FigureView::pointText(int series, int point) const {
    study::Figure one = *figure_;
    const study::Series chosen = one.series[static_cast<std::size_t>(series)];
    one.series = {chosen};
    one.series.front().points = {chosen.points[static_cast<std::size_t>(point)]};
    return figureSummary(one, shownLanguage());
}

} // namespace citypanel::ui

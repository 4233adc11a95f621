// SPDX-License-Identifier: GPL-3.0-or-later
// Painting, column widths and copying of a table of results.
#include "ui/widgets/result_table.h"

#include "core/report/render.h"
#include "ui/models/table_model.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <vector>

namespace citypanel::ui {

namespace {

constexpr int sidePadding = 14;
constexpr int leastPadding = 3; // before the area around the table scrolls
constexpr int tightening = 2;   // second lines stand closer to their first

/// Asks for the height of the width it may have: a layout asks by the width there is, of which a
/// label with a greatest width takes a part, on more lines.
class BoundedLabel final : public QLabel {
public:
    using QLabel::QLabel;

    [[nodiscard]] int heightForWidth(int width) const override {
        return QLabel::heightForWidth(std::min(width, maximumWidth()));
    }
};

} // namespace

// Heads end at one line of the column and tails hang after it, so that digits stand under digits.
class ResultDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    std::vector<int> headWidths; ///< widest head of each column
    std::vector<int> tailWidths;
    int padding = sidePadding;
    int markedColumn = -1;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        if (isSelected) {
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        } else if (markedColumn >= 0 && index.column() == markedColumn + 1) {
            QColor fill = colour(ColourRole::Accent);
            fill.setAlpha(22);
            painter->fillRect(option.rect, fill);
        }
        paintText(*painter, option, index, isSelected);
        paintRules(*painter, option, index);
        painter->restore();
    }

private:
    void paintText(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   bool isSelected) const {
        const QString head = index.data(TableModel::HeadRole).toString();
        const QString tail = index.data(TableModel::TailRole).toString();
        painter.setFont(option.font);
        painter.setPen(
            option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        const auto align = static_cast<report::Align>(index.data(TableModel::AlignRole).toInt());
        if (align == report::Align::Left) {
            painter.drawText(option.rect.adjusted(padding, 0, 0, 0),
                             Qt::AlignLeft | Qt::AlignVCenter, head + tail);
        } else if (align == report::Align::Centre) {
            painter.drawText(option.rect, Qt::AlignCenter, head + tail);
        } else {
            const auto column = static_cast<std::size_t>(index.column());
            const int block = headWidths[column] + tailWidths[column];
            const int line =
                option.rect.left() + (option.rect.width() - block) / 2 + headWidths[column];
            const QRect left(option.rect.left() - padding, option.rect.top(),
                             line - option.rect.left() + padding, option.rect.height());
            painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, head);
            painter.drawText(
                QRect(line, option.rect.top(), option.rect.width(), option.rect.height()),
                Qt::AlignLeft | Qt::AlignVCenter, tail);
        }
    }

    void paintRules(QPainter& painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const {
        const auto* model = qobject_cast<const TableModel*>(index.model());
        const QColor ink = option.palette.color(QPalette::Text);
        const QRect r = option.rect;
        const auto rule = [&](int y, int width) {
            painter.fillRect(QRect(r.left(), y, r.width(), width), ink);
        };
        if (index.row() == 0) {
            rule(r.top(), 2);
        }
        if (index.row() == model->headerLines() - 1) {
            rule(r.bottom(), 1);
        }
        if (index.row() == model->rowCount() - 1) {
            rule(r.bottom() - 1, 2);
        }
        if (index.data(TableModel::RuledBelowRole).toBool()) {
            painter.fillRect(QRect(r.left() + 8, r.bottom(), r.width() - 16, 1), ink);
        }
        if (index.data(TableModel::RuledAboveRole).toBool()) {
            rule(r.top(), 1);
        }
    }
};

ResultTable::ResultTable(QWidget* parent)
    : QWidget(parent)
    , model_(new TableModel(this))
    , caption_(new BoundedLabel(this))
    , view_(new QTableView(this))
    , notes_(new BoundedLabel(this))
    , delegate_(new ResultDelegate(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(6);
    column->addWidget(caption_);
    column->addWidget(view_);
    column->addWidget(notes_);
    column->addStretch(1);
    caption_->setAlignment(Qt::AlignCenter);
    caption_->setWordWrap(true);
    caption_->setObjectName(QStringLiteral("tableCaption"));
    notes_->setWordWrap(true);
    notes_->setAlignment(Qt::AlignTop);
    notes_->setObjectName(QStringLiteral("tableNotes"));
    notes_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    view_->setObjectName(QStringLiteral("resultTable"));
    view_->setTabKeyNavigation(false); // Tab leaves
    view_->setModel(model_);
    view_->setItemDelegate(delegate_);
    view_->setShowGrid(false);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->horizontalHeader()->hide();
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setMinimumSectionSize(8);
    view_->installEventFilter(this);
    setFocusProxy(view_);
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.column() > 0) {
                    Q_EMIT columnChosen(current.column() - 1);
                }
            });
    const auto chooseCell = [this](const QModelIndex& index) {
        const int row = index.data(TableModel::SourceRowRole).toInt();
        if (row >= 0 && index.column() > 0) {
            Q_EMIT cellChosen(row, index.column() - 1);
        }
    };
    connect(view_, &QTableView::clicked, this, chooseCell);
    connect(view_, &QTableView::activated, this, chooseCell);
    translated(this, [this] { view_->setAccessibleName(tr("Table of results")); });
}

void ResultTable::setTable(const study::Table& table, const report::TableStyle& style) {
    table_ = table;
    style_ = style;
    report::TypesetTable typeset = report::typeset(table, style);
    caption_->setText(QString::fromStdString(typeset.caption()));
    QString notes = QString::fromStdString(typeset.notePrefix);
    for (const std::string& note : typeset.notes) {
        notes += QString::fromStdString(note);
        notes += style.language == text::Language::English ? QStringLiteral(" ") : QString();
    }
    notes_->setText(notes);
    model_->setTable(std::move(typeset));
    view_->clearSpans();
    for (int row = 0; row < model_->rowCount(); ++row) {
        for (int column = 0; column < model_->columnCount(); ++column) {
            const int span = model_->index(row, column).data(TableModel::SpanRole).toInt();
            if (span > 1) {
                view_->setSpan(row, column, 1, span);
            }
        }
    }
    view_->setAccessibleDescription(caption_->text() + QLatin1Char(' ') + notes);
    fit();
    show();
}

void ResultTable::clear() {
    table_.reset();
    model_->setTable({});
    caption_->clear();
    notes_->clear();
}

void ResultTable::markColumn(int column) {
    delegate_->markedColumn = column;
    view_->viewport()->update();
}

void ResultTable::copy() const {
    if (!table_) {
        return;
    }
    QStringList lines;
    for (int row = 0; row < model_->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model_->columnCount(); ++column) {
            cells.append(model_->index(row, column).data().toString());
        }
        lines.append(cells.join(QLatin1Char('\t')));
    }
    auto* mime = new QMimeData;
    mime->setText(lines.join(QLatin1Char('\n')));
    mime->setHtml(QString::fromUtf8(report::renderHtmlFragment({{*table_}}, style_)));
    QApplication::clipboard()->setMimeData(mime);
}

void ResultTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

bool ResultTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_ && event->type() == QEvent::Resize) {
        spread();
    }
    if (watched == view_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ResultTable::fit() {
    const QFontMetrics metrics = view_->fontMetrics();
    const auto columns = static_cast<std::size_t>(model_->columnCount());
    delegate_->headWidths.assign(columns, 0);
    delegate_->tailWidths.assign(columns, 0);
    std::vector<int> widths(columns, 0);
    for (int row = 0; row < model_->rowCount(); ++row) {
        for (int column = 0; column < model_->columnCount(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            const QModelIndex index = model_->index(row, column);
            const int head = metrics.horizontalAdvance(index.data(TableModel::HeadRole).toString());
            const int tail = metrics.horizontalAdvance(index.data(TableModel::TailRole).toString());
            const bool isDecimal = index.data(TableModel::AlignRole).toInt() ==
                                   static_cast<int>(report::Align::Decimal);
            if (isDecimal) {
                delegate_->headWidths[at] = std::max(delegate_->headWidths[at], head);
                delegate_->tailWidths[at] = std::max(delegate_->tailWidths[at], tail);
            } else if (index.data(TableModel::SpanRole).toInt() == 1) {
                widths[at] = std::max(widths[at], head + tail);
            }
        }
    }
    blocks_.clear();
    int content = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        blocks_.push_back(std::max(widths[i], delegate_->headWidths[i] + delegate_->tailWidths[i]));
        content += blocks_.back();
    }
    const auto widthWith = [&](int padding) {
        return content + 2 * padding * static_cast<int>(columns);
    };
    const int total = widthWith(sidePadding);
    int height = 2;
    for (int row = 0; row < model_->rowCount(); ++row) {
        const bool isSecond = model_->index(row, 0).data(TableModel::IsSecondRole).toBool();
        const int line = metrics.height() + (isSecond ? tightening : 3 * tightening);
        view_->setRowHeight(row, line);
        height += line;
    }
    // The whole table is shown: columns move together first, then the area around it scrolls.
    view_->setFixedHeight(height + 4);
    view_->setMinimumWidth(widthWith(leastPadding) + 2);
    view_->setMaximumWidth(total + 2);
    spread();
    caption_->setMaximumWidth(std::max(total, 320));
    notes_->setMaximumWidth(std::max(total, 480));
}

void ResultTable::spread() {
    const auto columns = static_cast<int>(blocks_.size());
    if (columns == 0) {
        return;
    }
    const int content = std::accumulate(blocks_.begin(), blocks_.end(), 0);
    delegate_->padding =
        std::clamp((view_->width() - 2 - content) / (2 * columns), leastPadding, sidePadding);
    for (int i = 0; i < columns; ++i) {
        view_->setColumnWidth(i, blocks_[static_cast<std::size_t>(i)] + 2 * delegate_->padding);
    }
}

} // namespace citypanel::ui

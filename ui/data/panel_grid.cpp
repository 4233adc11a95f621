// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, keys and copying of the grid.
#include "ui/data/panel_grid.h"

#include "ui/data/copy_cells.h"
#include "ui/models/panel_model.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int columnCharacters = 12;
constexpr QChar missingMark(0x00B7);
constexpr float markShare = 0.18F; // of the accent in the background of a marked row

QColor mixed(const QColor& below, const QColor& above, float share) {
    const auto part = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(part(below.redF(), above.redF()), part(below.greenF(), above.greenF()),
                            part(below.blueF(), above.blueF()));
}

/// As wide as its widest name is when its row is the current one, which makes it bold.
class RowHeader final : public QHeaderView {
public:
    explicit RowHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {
        setSectionsClickable(true);
    }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override {
        const QString text = model()->headerData(section, orientation()).toString();
        QFont bold = font();
        bold.setBold(true);
        const int more = QFontMetrics(bold).horizontalAdvance(text) -
                         QFontMetrics(font()).horizontalAdvance(text);
        return QHeaderView::sectionSizeFromContents(section) + QSize(std::max(0, more), 0);
    }
};

} // namespace

std::optional<ColourRole> originColour(int originKind) {
    switch (static_cast<OriginKind>(originKind)) {
    case OriginKind::Unknown:
    case OriginKind::Observed:
        return std::nullopt;
    case OriginKind::Interpolated:
        return ColourRole::Interpolated;
    case OriginKind::Clipped:
        return ColourRole::Clipped;
    case OriginKind::Computed:
        return ColourRole::Computed;
    case OriginKind::Corrected:
        return ColourRole::Corrected;
    case OriginKind::Joined:
        return ColourRole::Joined;
    }
    return std::nullopt;
}

void PanelDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    NumberDelegate::initStyleOption(option, index);
    if (index.data(PanelModel::IsMissingRole).toBool()) {
        option->text = missingMark;
        option->palette.setColor(QPalette::Text, colour(ColourRole::Muted));
    } else if (const auto role = originColour(index.data(PanelModel::OriginKindRole).toInt())) {
        option->backgroundBrush = colour(*role);
    }
    if (index.data(PanelModel::IsMarkedRole).toBool()) {
        const QColor below = option->backgroundBrush.style() == Qt::NoBrush
                                 ? option->palette.color(QPalette::Base)
                                 : option->backgroundBrush.color();
        option->backgroundBrush = mixed(below, colour(ColourRole::Accent), markShare);
    }
}

PanelGrid::PanelGrid(PanelModel* model, QWidget* parent) : QTableView(parent), model_(model) {
    setObjectName(QStringLiteral("panelGrid"));
    setVerticalHeader(new RowHeader(this));
    setModel(model);
    setItemDelegate(new PanelDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    horizontalHeader()->setHighlightSections(true);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(true);
    fitRows();
}

void PanelGrid::showCell(int row, int column) {
    const QModelIndex index = model_->index(row, column);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
    setFocus(Qt::OtherFocusReason);
}

void PanelGrid::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
    }
}

void PanelGrid::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyCells(*this);
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

void PanelGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    Q_EMIT cellChosen(current);
}

bool PanelGrid::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    const auto* key = trigger == AnyKeyPressed ? dynamic_cast<QKeyEvent*>(event) : nullptr;
    const bool isTyped = key != nullptr && !key->text().isEmpty() && key->text().front().isPrint();
    const bool isAsked = isTyped || trigger == DoubleClicked || trigger == EditKeyPressed;
    if (isAsked && index.isValid() && !(index.flags() & Qt::ItemIsEditable)) {
        Q_EMIT editRefused(index);
        return isTyped; // the letter searches for nothing either
    }
    return QTableView::edit(index, trigger, event);
}

void PanelGrid::fitRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    horizontalHeader()->setDefaultSectionSize(
        fontMetrics().horizontalAdvance(QLatin1Char('0')) * columnCharacters + 10);
}

} // namespace citypanel::ui

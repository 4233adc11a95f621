// SPDX-License-Identifier: GPL-3.0-or-later
// Three tables of one report.
#include "ui/prepare/missing_pane.h"

#include "ui/models/missing_model.h"
#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int mostPatterns = 200;
constexpr int shareCharacters = 7;

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

/// The more is missing, the stronger the accent behind the share.
class ShareDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const double share = index.data(MissingModel::ShareRole).toDouble();
        if (share > 0) {
            QColor background = colour(ColourRole::Warning);
            // In the dark the accent is pale, as the text on it is.
            const double strongest = isDarkTheme() ? 0.3 : 0.6;
            background.setAlphaF(static_cast<float>(0.12 + strongest * std::sqrt(share)));
            option->backgroundBrush = background;
        }
    }
};

QTableWidget* makeTable(const char* name, QWidget* parent) {
    auto* table = new QTableWidget(parent);
    table->setObjectName(QLatin1String(name));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    followFont(table, 6);
    return table;
}

QTableWidgetItem* numberItem(const QString& text) {
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

MissingPane::MissingPane(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , title_(new QLabel(this))
    , state_(new QComboBox(this))
    , summary_(new QLabel(this))
    , tabs_(new QTabWidget(this))
    , model_(new MissingModel(this))
    , matrix_(new QTableView(this))
    , units_(makeTable("missingUnits", this))
    , patterns_(makeTable("missingPatterns", this))
    , fill_(new QPushButton(this))
    , drop_(new QPushButton(this)) {
    setObjectName(QStringLiteral("missingPane"));
    matrix_->setObjectName(QStringLiteral("missingMatrix"));
    matrix_->setModel(model_);
    matrix_->setItemDelegate(new ShareDelegate(matrix_));
    matrix_->setFrameShape(QFrame::NoFrame);
    matrix_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    matrix_->setTabKeyNavigation(false);
    followFont(matrix_, [this] {
        matrix_->horizontalHeader()->setDefaultSectionSize(
            matrix_->fontMetrics().horizontalAdvance(QLatin1Char('0')) * shareCharacters + 12);
        matrix_->verticalHeader()->setDefaultSectionSize(matrix_->fontMetrics().height() + 6);
    });
    tabs_->setDocumentMode(true);
    tabs_->addTab(matrix_, QString());
    tabs_->addTab(units_, QString());
    tabs_->addTab(patterns_, QString());
    summary_->setObjectName(QStringLiteral("missingSummary"));
    summary_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeTop());
    column->addWidget(summary_);
    column->addWidget(tabs_, 1);
    connect(state_, &QComboBox::activated, this, &MissingPane::showData);
    connect(matrix_, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT variableActivated(index.data(MissingModel::NameRole).toString());
    });
    connect(fill_, &QPushButton::clicked, this,
            [this] { Q_EMIT stepRequested(QStringLiteral("interpolate")); });
    connect(drop_, &QPushButton::clicked, this,
            [this] { Q_EMIT stepRequested(QStringLiteral("coverage")); });
    translated(this, [this] { setTexts(); });
}

QWidget* MissingPane::makeTop() {
    auto* top = new QWidget(this);
    auto* row = new WrappingRow(top);
    row->setContentsMargins(0, 0, 0, 0);
    state_->setObjectName(QStringLiteral("missingState"));
    fill_->setObjectName(QStringLiteral("fillGaps"));
    drop_->setObjectName(QStringLiteral("dropThin"));
    row->addTogether({title_, state_});
    row->addStretch();
    row->addWidget(fill_);
    row->addWidget(drop_);
    return top;
}

const prepare::MissingReport& MissingPane::report() const {
    return model_->report();
}

void MissingPane::showData() {
    const recipe::Evaluation& evaluation = session_.evaluation()->recipe;
    const Panel panel = state_->currentIndex() == 1 ? evaluation.result() : evaluation.source;
    session_.jobs().runLatest<prepare::MissingReport>(
        QStringLiteral("prepare.missing"),
        [panel](Progress&) { return prepare::missingReport(panel); },
        [this](const prepare::MissingReport& report) { fill(report); });
}

void MissingPane::fill(const prepare::MissingReport& report) {
    model_->setReport(report);
    std::size_t missing = 0;
    std::size_t cells = 0;
    for (const prepare::MissingCount& variable : report.variables) {
        missing += variable.missing;
        cells += variable.cells;
    }
    const QString share = missingShareText(prepare::MissingCount{{}, missing, cells}.share());
    summary_->setText(
        missing == 0
            ? tr("No value is missing.")
            : tr("%1 of %2 cells are missing (%3); %4 rows are complete; %5 unit-periods have no "
                 "row.")
                  .arg(number(missing), number(cells), share, number(report.completeRows),
                       number(report.absentRows)));
    fillUnits();
    fillPatterns();
}

void MissingPane::fillUnits() {
    std::vector<prepare::MissingCount> units = report().units;
    std::stable_sort(units.begin(), units.end(),
                     [](const auto& a, const auto& b) { return a.missing > b.missing; });
    std::erase_if(units, [](const auto& unit) { return unit.missing == 0; });
    units_->setColumnCount(3);
    units_->setHorizontalHeaderLabels({tr("Unit"), tr("Missing cells"), tr("Share")});
    units_->setRowCount(static_cast<int>(units.size()));
    for (int row = 0; row < units_->rowCount(); ++row) {
        const auto& unit = units[static_cast<std::size_t>(row)];
        units_->setItem(row, 0, new QTableWidgetItem(QString::fromStdString(unit.name)));
        units_->setItem(row, 1, numberItem(number(unit.missing)));
        units_->setItem(row, 2, numberItem(missingShareText(unit.share())));
    }
}

void MissingPane::fillPatterns() {
    const auto& patterns = report().patterns;
    patterns_->setColumnCount(2);
    patterns_->setHorizontalHeaderLabels({tr("Rows"), tr("Missing together")});
    patterns_->setRowCount(std::min(mostPatterns, static_cast<int>(patterns.size())));
    patterns_->horizontalHeader()->setStretchLastSection(true);
    for (int row = 0; row < patterns_->rowCount(); ++row) {
        const auto& pattern = patterns[static_cast<std::size_t>(row)];
        QStringList names;
        for (const std::size_t variable : pattern.variables) {
            names.append(QString::fromStdString(report().variables[variable].name));
        }
        patterns_->setItem(row, 0, numberItem(number(pattern.rows)));
        patterns_->setItem(row, 1, new QTableWidgetItem(names.join(QStringLiteral(", "))));
    }
}

void MissingPane::setTexts() {
    title_->setText(QStringLiteral("<b>%1</b>").arg(tr("What is missing").toHtmlEscaped()));
    const int before = state_->currentIndex();
    state_->clear();
    state_->addItems({tr("as read"), tr("as analysed")});
    state_->setCurrentIndex(std::max(0, before));
    state_->setAccessibleName(tr("Which state of the data is looked at"));
    tabs_->setTabText(0, tr("By variable and period"));
    tabs_->setTabText(1, tr("By unit"));
    tabs_->setTabText(2, tr("Missing together"));
    matrix_->setAccessibleName(tr("Share missing: one row a variable, one column a period"));
    units_->setAccessibleName(tr("Units by missing cells"));
    patterns_->setAccessibleName(tr("Variables missing together"));
    fill_->setText(tr("F&ill Gaps…"));
    drop_->setText(tr("&Drop Thin Units…"));
    fill(report());
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The job of the preview and its parts.
#include "ui/window/step_preview_pane.h"

#include "ui/models/changed_cells_model.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/histogram_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int rowsShown = 7;
constexpr int cellRoom = 5; // pixels of a row above and below its text
constexpr int variableCharacters = 10;
constexpr qsizetype warningsShown = 3;
constexpr qsizetype namesShown = 4;
const QString jobName = QStringLiteral("step.preview");

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString names(const std::vector<std::string>& columns) {
    QStringList list;
    for (const std::string& column : columns) {
        list.append(qs(column));
    }
    if (list.size() > namesShown + 1) {
        const auto rest = list.size() - namesShown;
        return StepPreviewPane::tr("%1 and %2 more")
            .arg(list.mid(0, namesShown).join(QStringLiteral(", ")))
            .arg(rest);
    }
    return list.join(QStringLiteral(", "));
}

QStringList figureLines(const recipe::StepReport& report) {
    QStringList lines;
    for (const recipe::StepFigure& figure : report.figures) {
        lines.append(QStringLiteral("%1: %2").arg(fieldLabel(figure.name),
                                                  QLocale().toString(figure.value, 'g', 6)));
    }
    return lines;
}

QStringList levelLines(const recipe::StepPreview& preview) {
    QStringList lines;
    for (const auto& [level, rows] : preview.levels) {
        lines.append(QStringLiteral("%1: %2").arg(qs(level), number(rows)));
    }
    return lines;
}

} // namespace

StepPreviewPane::StepPreviewPane(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , summary_(new QLabel(this))
    , details_(new QLabel(this))
    , histogramTitle_(new QLabel(this))
    , histogram_(new HistogramView(this))
    , model_(new ChangedCellsModel(this))
    , cells_(new QTableView(this)) {
    setObjectName(QStringLiteral("stepPreview"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    summary_->setObjectName(QStringLiteral("previewSummary"));
    summary_->setWordWrap(true);
    summary_->setTextFormat(Qt::RichText);
    details_->setObjectName(QStringLiteral("previewDetails"));
    details_->setWordWrap(true);
    details_->setTextFormat(Qt::PlainText);
    histogramTitle_->setWordWrap(true);
    cells_->setObjectName(QStringLiteral("previewCells"));
    cells_->setModel(model_);
    cells_->setSelectionBehavior(QAbstractItemView::SelectRows);
    cells_->setSelectionMode(QAbstractItemView::SingleSelection);
    cells_->setTabKeyNavigation(false);
    cells_->verticalHeader()->hide();
    followFont(cells_, cellRoom);
    cells_->horizontalHeader()->setMinimumSectionSize(30);
    cells_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // A long name is cut; which row it is, and both values, are read without scrolling.
    cells_->horizontalHeader()->setSectionResizeMode(ChangedCellsModel::VariableColumn,
                                                     QHeaderView::Fixed);
    cells_->setColumnWidth(ChangedCellsModel::VariableColumn,
                           fontMetrics().averageCharWidth() * variableCharacters);
    cells_->horizontalHeader()->setStretchLastSection(true);
    column->addWidget(summary_);
    column->addWidget(details_);
    column->addWidget(histogramTitle_);
    column->addWidget(histogram_);
    column->addWidget(cells_);
    // By a click or Enter: Tab and the arrows go through the rows without leaving the page.
    for (const auto signal : {&QTableView::clicked, &QTableView::activated}) {
        connect(cells_, signal, this, [this](const QModelIndex& index) {
            const recipe::ChangedCell& cell = model_->cellAt(index.row());
            Q_EMIT cellChosen(Place{.variable = cell.variable,
                                    .unit = cell.unit,
                                    .period = std::to_string(cell.period)});
        });
    }
    clear();
}

void StepPreviewPane::show(const recipe::Step& step, const Panel& before) {
    using Outcome = Result<recipe::StepPreview>;
    session_.jobs().runLatest<Outcome>(
        jobName,
        [step, before](Progress& progress) -> Outcome {
            return recipe::previewStep(step, before, progress);
        },
        [this](const Outcome& preview) { fill(preview); });
}

void StepPreviewPane::clear() {
    session_.jobs().cancel(jobName);
    model_->setCells({});
    histogram_->clear();
    for (QWidget* part :
         std::initializer_list<QWidget*>{summary_, details_, histogramTitle_, histogram_, cells_}) {
        part->hide();
    }
}

void StepPreviewPane::fill(const Result<recipe::StepPreview>& preview) {
    if (!preview) {
        clear();
        Q_EMIT failed(preview.error());
        return;
    }
    const QString changes = stepChanges(preview->report);
    QStringList parts;
    const bool isOnlyColumns = preview->report.variables.empty() &&
                               preview->report.rowsAfter == preview->report.rowsBefore &&
                               (!preview->made.empty() || !preview->gone.empty());
    if (!isOnlyColumns) {
        parts.append(changes.isEmpty() ? tr("Changes nothing.") : changes);
    }
    if (!preview->made.empty()) {
        parts.append(tr("New: %1").arg(names(preview->made)));
    }
    if (!preview->gone.empty()) {
        parts.append(tr("Gone: %1").arg(names(preview->gone)));
    }
    summary_->setText(QStringLiteral("<b>%1</b> %2")
                          .arg(tr("Preview:").toHtmlEscaped(),
                               parts.join(QStringLiteral(" · ")).toHtmlEscaped()));
    summary_->show();
    const QStringList lines = figureLines(preview->report) + levelLines(*preview) +
                              problemLines(preview->report.warnings).mid(0, warningsShown);
    details_->setText(lines.join(QLatin1Char('\n')));
    details_->setVisible(!lines.isEmpty());
    const bool hasHistogram = !preview->after.counts.empty();
    const QString variable = QString::fromStdString(preview->variable);
    histogramTitle_->setText(preview->before.counts.empty()
                                 ? tr("%1, distribution").arg(variable)
                                 : tr("%1, before (line) and after (bars)").arg(variable));
    histogram_->setCounts(preview->before, preview->after, histogramTitle_->text());
    histogramTitle_->setVisible(hasHistogram);
    histogram_->setVisible(hasHistogram);
    fillCells(*preview);
    Q_EMIT shown();
}

void StepPreviewPane::fillCells(const recipe::StepPreview& preview) {
    model_->setCells(preview.cells);
    const bool isOneVariable = std::all_of(
        preview.cells.begin(), preview.cells.end(), [&preview](const recipe::ChangedCell& cell) {
            return cell.variable == preview.cells.front().variable;
        });
    cells_->setColumnHidden(ChangedCellsModel::VariableColumn, isOneVariable);
    const int rows = std::min(rowsShown, static_cast<int>(preview.cells.size()));
    cells_->setFixedHeight(cells_->verticalHeader()->defaultSectionSize() * rows +
                           cells_->horizontalHeader()->sizeHint().height() + 6);
    cells_->setVisible(!preview.cells.empty());
    const bool isCut = preview.changedCount > preview.cells.size();
    cells_->setAccessibleName(tr("Cells the step changes"));
    cells_->setToolTip(isCut ? tr("The first %1 of %2 changed cells")
                                   .arg(number(preview.cells.size()), number(preview.changedCount))
                             : QString());
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The job of the preview and its parts.
#include "ui/window/step_preview_pane.h"

#include "ui/models/changed_cells_model.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/histogram_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int rowsShown = 7;
const QString jobName = QStringLiteral("step.preview");

QString number(std::size_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString figureLines(const recipe::StepReport& report) {
    QString text;
    for (const recipe::StepFigure& figure : report.figures) {
        text += QStringLiteral("<br>%1: %2")
                    .arg(fieldLabel(figure.name).toHtmlEscaped(),
                         QLocale().toString(figure.value, 'g', 6));
    }
    return text;
}

QString levelLines(const recipe::StepPreview& preview) {
    QString text;
    for (const auto& [level, rows] : preview.levels) {
        text += QStringLiteral("<br>%1: %2")
                    .arg(QString::fromStdString(level).toHtmlEscaped(), number(rows));
    }
    return text;
}

} // namespace

StepPreviewPane::StepPreviewPane(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , summary_(new QLabel(this))
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
    histogramTitle_->setWordWrap(true);
    cells_->setObjectName(QStringLiteral("previewCells"));
    cells_->setModel(model_);
    cells_->setSelectionBehavior(QAbstractItemView::SelectRows);
    cells_->setSelectionMode(QAbstractItemView::SingleSelection);
    cells_->setTabKeyNavigation(false);
    cells_->verticalHeader()->hide();
    cells_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    cells_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    cells_->setFixedHeight((fontMetrics().height() + 5) * rowsShown);
    column->addWidget(summary_);
    column->addWidget(histogramTitle_);
    column->addWidget(histogram_);
    column->addWidget(cells_);
    connect(cells_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) {
                    const recipe::ChangedCell& cell = model_->cellAt(index.row());
                    Q_EMIT cellChosen(Place{.variable = cell.variable,
                                            .unit = cell.unit,
                                            .period = std::to_string(cell.period)});
                }
            });
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
         std::initializer_list<QWidget*>{summary_, histogramTitle_, histogram_, cells_}) {
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
    const QString head = changes.isEmpty() ? tr("Changes nothing.") : changes;
    summary_->setText(QStringLiteral("<b>%1</b> %2%3%4%5")
                          .arg(tr("Preview:").toHtmlEscaped(), head.toHtmlEscaped(),
                               figureLines(preview->report), levelLines(*preview),
                               preview->report.warnings.empty()
                                   ? QString()
                                   : QStringLiteral("<br>") +
                                         problemLines(preview->report.warnings)
                                             .mid(0, 3)
                                             .join(QLatin1Char('\n'))
                                             .toHtmlEscaped()
                                             .replace(QLatin1Char('\n'), QLatin1String("<br>"))));
    summary_->show();
    const bool hasHistogram = !preview->after.counts.empty();
    const QString variable = QString::fromStdString(preview->variable);
    histogramTitle_->setText(preview->before.counts.empty()
                                 ? tr("%1, distribution").arg(variable)
                                 : tr("%1, before (line) and after (bars)").arg(variable));
    histogram_->setCounts(preview->before, preview->after, histogramTitle_->text());
    histogramTitle_->setVisible(hasHistogram);
    histogram_->setVisible(hasHistogram);
    model_->setCells(preview->cells);
    cells_->setVisible(!preview->cells.empty());
    const bool isCut = preview->changedCount > preview->cells.size();
    cells_->setAccessibleName(tr("Cells the step changes"));
    cells_->setToolTip(isCut
                           ? tr("The first %1 of %2 changed cells")
                                 .arg(number(preview->cells.size()), number(preview->changedCount))
                           : QString());
    Q_EMIT shown();
}

} // namespace citypanel::ui

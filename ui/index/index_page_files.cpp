// SPDX-License-Identifier: GPL-3.0-or-later
// What the index page reads and writes: presets, indicator systems, the table of weights.
#include "core/project/indicator_file.h"
#include "core/report/atomic_file.h"
#include "core/study/index_figures.h"
#include "ui/index/compare_view.h"
#include "ui/index/index_page.h"
#include "ui/index/indicator_panel.h"
#include "ui/index/reading_view.h"
#include "ui/index/sensitivity_view.h"
#include "ui/index/weights_view.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"
#include "ui/widgets/table_export.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QTabWidget>

#include <algorithm>

namespace citypanel::ui {

namespace {

QByteArray presetText(const QString& name) {
    const QString folder =
        windowLanguage() == WindowLanguage::Chinese ? QStringLiteral("zh") : QStringLiteral("en");
    QFile file(QStringLiteral(":/presets/%1/%2.json").arg(folder, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void IndexPage::addSystem(const index::IndicatorSystem& system) {
    recipe::IndexStep added;
    added.indicators =
        fitted(system.indicators, recipe::columnsOf(session_.evaluation()->recipe.result()));
    added.label = system.title;
    addIndex(std::move(added));
}

void IndexPage::addPreset(const QString& name) {
    const auto system = project::parseIndicatorSystem(presetText(name));
    if (system) {
        addSystem(*system);
    }
}

void IndexPage::addOwn() {
    addIndex({});
    leftTabs_->setCurrentWidget(indicators_);
    indicators_->add();
}

bool IndexPage::canExport() const {
    return true;
}

void IndexPage::loadFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open indicator system"), {},
                                                      tr("Indicator systems (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    const auto bytes = report::readFile(path);
    const auto system = bytes ? project::parseIndicatorSystem(*bytes)
                              : Result<index::IndicatorSystem>(bytes.error());
    if (system) {
        addSystem(*system);
    } else {
        Q_EMIT messageRequested(problemSentence(system.error()), true);
    }
}

void IndexPage::saveFile() {
    const auto current = step();
    QString path = QFileDialog::getSaveFileName(this, tr("Save indicator system"),
                                                QStringLiteral("indicators.json"),
                                                tr("Indicator systems (*.json)"));
    if (!current || path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QLatin1String(".json");
    }
    const index::IndicatorSystem system{.title = current->label, .indicators = current->indicators};
    const Status status = report::writeAtomically(path, project::indicatorSystemText(system));
    Q_EMIT messageRequested(status ? tr("Written: %1").arg(path) : problemSentence(status.error()),
                            !status);
}

QStringList IndexPage::conventions() const {
    const recipe::IndexStep& used = live_->step();
    const index::WeightSet& computed = live_->computedDetails();
    const bool isEntropy = used.method == index::WeightMethod::Entropy;
    const QString what = isEntropy ? tr("Weights: %1; normalisation: %2; %3; shift %4%5; n = %6.")
                                   : tr("Weights: %1; normalisation: %2; %3; n = %4.");
    QString note =
        what.arg(optionLabel(nameOf(used.method)), optionLabel(nameOf(used.normalisation)),
                 optionLabel(nameOf(used.scope)));
    if (isEntropy) {
        note = note.arg(used.shift).arg(used.shift > 0 ? QString() : tr(" (0 ln 0 = 0)"));
    }
    QStringList notes{note.arg(computed.rows)};
    QStringList ratios;
    for (const index::HierarchyWeights& matrix : computed.hierarchy) {
        if (matrix.randomIndex > 0) { // fewer than three items cannot contradict one another
            ratios.append(QStringLiteral("%1%2").arg(
                matrix.of.empty() ? QString() : qs(matrix.of) + QLatin1Char(' '),
                QString::number(std::max(matrix.consistencyRatio, 0.0), 'f', 3)));
        }
    }
    if (!ratios.isEmpty()) {
        notes.append(tr("Consistency ratio of the judgements: %1 (consistent below 0.1).")
                         .arg(ratios.join(QStringLiteral("; "))));
    }
    const auto current = step();
    if (current && current->tuned) {
        notes.append(tr("The weights were tuned by hand from the computed ones."));
    }
    return notes;
}

study::Table IndexPage::weightTable() const {
    study::WeightTableWords words;
    words.title = tr("Indicators and weights of %1")
                      .arg(QString::fromStdString(live_->step().name.text))
                      .toStdString();
    words.indicator = tr("Indicator").toStdString();
    words.direction = tr("Direction").toStdString();
    words.entropy = tr("Entropy e").toStdString();
    words.divergence = tr("d = 1 − e").toStdString();
    words.weight = tr("Weight").toStdString();
    for (const QString& note : conventions()) {
        words.notes.push_back(note.toStdString());
    }
    index::WeightSet used = live_->computedDetails();
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        used.indicators[j].weight = weights_[j];
    }
    return study::weightTable(live_->step().indicators, used, words);
}

std::vector<study::Table> IndexPage::shownTables() const {
    const QWidget* shown = tabs_->currentWidget();
    return shown == compare_       ? compare_->tables()
           : shown == sensitivity_ ? sensitivity_->tables()
           : shown == reading_     ? reading_->tables()
                                   : std::vector{weightTable()};
}

void IndexPage::exportShown() {
    const std::vector<study::Table> tables = live_ ? shownTables() : std::vector<study::Table>{};
    if (tables.empty()) {
        Q_EMIT messageRequested(tr("There is no table on this page to export."), false);
        return;
    }
    const QString path = chooseTableFile(this, tabs_->tabText(tabs_->currentIndex()));
    if (path.isEmpty()) {
        return;
    }
    // The words of these tables are the window's: so are those that the style adds.
    report::TableStyle style = tableStyleOf(*session_.project());
    style.language = wordsLanguage();
    const Status status = writeTables(path, tables, style);
    Q_EMIT messageRequested(status ? tr("Written: %1").arg(path) : problemSentence(status.error()),
                            !status);
}

} // namespace citypanel::ui

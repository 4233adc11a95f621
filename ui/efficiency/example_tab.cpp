// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence of the example.
#include "ui/efficiency/example_tab.h"

#include "core/study/efficiency_example.h"
#include "core/text/names.h"
#include "ui/charts/figure_view.h"
#include "ui/efficiency/efficiency_run.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"

#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace citypanel::ui {

namespace {

constexpr double leastChange = 0.0005; // of the own value

QString roleName(frontier::Role role) {
    switch (role) {
    case frontier::Role::Input:
        return ExampleTab::tr("input");
    case frontier::Role::Good:
        return ExampleTab::tr("desirable output");
    case frontier::Role::Bad:
        return ExampleTab::tr("undesirable output");
    }
    return {};
}

/// "input −38.0 %, desirable output +12.0 %".
QString movesText(const std::vector<study::ExampleMove>& moves) {
    QStringList list;
    for (const study::ExampleMove& move : moves) {
        const double change = move.to / move.from - 1.0;
        if (std::isfinite(change) && std::abs(change) >= leastChange) {
            list.append(QStringLiteral("%1 %2%3 %")
                            .arg(roleName(move.role),
                                 change < 0 ? QStringLiteral("−") : QStringLiteral("+"),
                                 QString::number(100.0 * std::abs(change), 'f', 1)));
        }
    }
    return list.isEmpty() ? ExampleTab::tr("nothing") : list.join(QStringLiteral(", "));
}

} // namespace

ExampleTab::ExampleTab(QWidget* parent)
    : QWidget(parent)
    , title_(new QLabel(this))
    , sentence_(new QLabel(this))
    , figure_(new FigureView(this)) {
    title_->setObjectName(QStringLiteral("exampleTitle"));
    sentence_->setObjectName(QStringLiteral("exampleSentence"));
    for (QLabel* label : {title_, sentence_}) {
        label->setWordWrap(true);
    }
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(title_);
    column->addWidget(sentence_);
    column->addWidget(figure_, 1);
    translated(this, [this] { showExample(); });
}

void ExampleTab::setStep(const recipe::EfficiencyStep& step) {
    step_ = step;
    showExample();
}

void ExampleTab::showExample() {
    title_->setText(tr("What %1 asks, on seven invented units").arg(modelName(step_)));
    const auto example = study::efficiencyExample(step_.efficiencyModel());
    figure_->setVisible(example.has_value());
    if (!example) {
        sentence_->setText(problemSentence(example.error()));
        return;
    }
    QStringList peers;
    for (const std::string& peer : example->peers) {
        peers.append(QString::fromStdString(peer));
    }
    const QString status = QString::fromStdString(text::name(example->status, wordsLanguage()));
    sentence_->setText(
        tr("Unit %1 scores %2 (%3). Measured against %4, this would have to change: %5.")
            .arg(QString::fromStdString(example->unit), QString::number(example->score, 'f', 3),
                 status, peers.join(QStringLiteral(", ")), movesText(example->moves)));
    figure_->setFigure(example->figure);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The page: steps and templates at the left, the report of missing values at the right.
#include "ui/prepare/prepare_page.h"

#include "core/recipe/templates.h"
#include "ui/models/step_purposes.h"
#include "ui/models/words.h"
#include "ui/prepare/missing_pane.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/language.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int stepsWidth = 250;
constexpr int idRole = Qt::UserRole;

QString templateTitle(recipe::Template chosen) {
    switch (chosen) {
    case recipe::Template::CityYearbook:
        return PreparePage::tr("City yearbook standard");
    case recipe::Template::Paper:
        return PreparePage::tr("Efficiency study: with capital and energy");
    }
    return {};
}

} // namespace

PreparePage::PreparePage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("prepare", this))
    , stepsTitle_(new QLabel(this))
    , steps_(new QTreeWidget(this))
    , templatesTitle_(new QLabel(this))
    , templates_(new QComboBox(this))
    , apply_(new QPushButton(this))
    , missing_(new MissingPane(session, this)) {
    setObjectName(QStringLiteral("preparePage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(makeSteps());
    across->addWidget(missing_);
    across->setStretchFactor(1, 1);
    keepShares(across, {stepsWidth, 3 * stepsWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("prepareImport"));
    stack_->addWidget(empty_);
    stack_->addWidget(across);
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    connect(steps_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString id = item->data(0, idRole).toString(); !id.isEmpty()) {
            Q_EMIT stepRequested(id);
        }
    });
    connect(apply_, &QPushButton::clicked, this, &PreparePage::applyTemplate);
    connect(missing_, &MissingPane::variableActivated, this, [this](const QString& name) {
        Q_EMIT placeRequested(Place{.variable = name.toStdString()});
    });
    connect(missing_, &MissingPane::stepRequested, this, &Workplace::stepRequested);
    connect(&session_, &ProjectSession::evaluationChanged, this, &PreparePage::showData);
    translated(this, [this, import] {
        empty_->setTexts(tr("No data to prepare yet"),
                         tr("Import yearbook files first; then gaps, outliers, prices and groups "
                            "are dealt with here."));
        import->setText(tr("Import Files"));
        setTexts();
    });
}

QWidget* PreparePage::makeSteps() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    steps_->setObjectName(QStringLiteral("stepsByPurpose"));
    steps_->header()->hide();
    steps_->setRootIsDecorated(false);
    steps_->setIndentation(14);
    steps_->setFrameShape(QFrame::NoFrame);
    // One click adds: the form that opens can be cancelled.
    connect(steps_, &QTreeWidget::itemClicked, steps_, &QTreeWidget::itemActivated);
    templates_->setObjectName(QStringLiteral("templates"));
    templates_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    templates_->setMinimumContentsLength(12);
    apply_->setObjectName(QStringLiteral("applyTemplate"));
    templatesTitle_->setBuddy(templates_);
    column->addWidget(stepsTitle_);
    column->addWidget(steps_, 1);
    column->addWidget(templatesTitle_);
    column->addWidget(templates_);
    column->addWidget(apply_);
    return side;
}

void PreparePage::fillSteps() {
    steps_->clear();
    for (const StepPurpose& purpose : stepPurposes()) {
        auto* group = new QTreeWidgetItem(steps_, {purpose.title});
        QFont bold = steps_->font();
        bold.setBold(true);
        group->setFont(0, bold);
        group->setFlags(Qt::ItemIsEnabled);
        for (const QString& id : purpose.stepIds) {
            auto* item = new QTreeWidgetItem(group, {stepTitle(id.toStdString())});
            item->setData(0, idRole, id);
        }
    }
    steps_->expandAll();
}

void PreparePage::applyTemplate() {
    const auto chosen = static_cast<recipe::Template>(templates_->currentData().toInt());
    const std::vector<recipe::Step> steps =
        recipe::stepsOf(chosen, session_.evaluation()->recipe.result());
    if (steps.empty()) {
        Q_EMIT messageRequested(tr("The data have no continuous variables to prepare."), false);
        return;
    }
    session_.edit(tr("Apply “%1”").arg(templateTitle(chosen)), [steps](project::Project p) {
        for (const recipe::Step& step : steps) {
            p.recipe = recipe::withStep(std::move(p.recipe), step);
        }
        return p;
    });
}

void PreparePage::showData() {
    const bool hasData = session_.evaluation()->recipe.source.rowCount() > 0;
    stack_->setCurrentIndex(hasData ? 1 : 0);
    setFocusProxy(hasData ? static_cast<QWidget*>(steps_) : empty_);
    missing_->showData();
}

void PreparePage::setTexts() {
    stepsTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("Add a step").toHtmlEscaped()));
    steps_->setAccessibleName(tr("Steps to add, by purpose"));
    templatesTitle_->setText(
        QStringLiteral("<b>%1</b>").arg(tr("Ready-made recipes").toHtmlEscaped()));
    templates_->setAccessibleName(tr("Ready-made recipes"));
    const int before = templates_->currentIndex();
    templates_->clear();
    for (const auto& entry : enumNames(recipe::Template{})) {
        templates_->addItem(templateTitle(entry.value), static_cast<int>(entry.value));
    }
    templates_->setCurrentIndex(std::max(0, before));
    apply_->setText(tr("Appl&y"));
    apply_->setToolTip(tr("Adds its steps to the recipe, fitted to these data; one undo takes them "
                          "out again"));
    fillSteps();
    showData();
}

} // namespace citypanel::ui

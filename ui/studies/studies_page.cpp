// SPDX-License-Identifier: GPL-3.0-or-later
// The list of studies, the form of the one chosen, and its results.
#include "ui/studies/studies_page.h"

#include "core/project/report_results.h"
#include "core/study/proposed_study.h"
#include "core/text/pattern.h"
#include "core/text/report_words.h"
#include "ui/models/study_edits.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/studies/study_form.h"
#include "ui/studies/study_results.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int sideWidth = 270;
constexpr int keyRole = Qt::UserRole + 1;

QString kindName(std::string_view id) {
    if (id == study::DescriptivesStudy::id) {
        return StudiesPage::tr("Descriptive statistics");
    }
    if (id == study::BaselineStudy::id) {
        return StudiesPage::tr("Baseline");
    }
    if (id == study::MechanismStudy::id) {
        return StudiesPage::tr("Mechanism");
    }
    if (id == study::RobustnessStudy::id) {
        return StudiesPage::tr("Robustness");
    }
    if (id == study::HeterogeneityStudy::id) {
        return StudiesPage::tr("Heterogeneity");
    }
    if (id == study::ModerationStudy::id) {
        return StudiesPage::tr("Moderation");
    }
    if (id == study::SpecificationStudy::id) {
        return StudiesPage::tr("Specification curve");
    }
    return qs(std::string(id));
}

/// What the tables of either language call a variable.
report::OwnLabel labelOf(const project::Project& project, const std::string& variable,
                         const std::string& label) {
    for (const std::string& key : {variable, label}) {
        const auto own = project.report.labels.find(key);
        if (own != project.report.labels.end() && !own->second.isEmpty()) {
            return own->second;
        }
    }
    return {.en = label, .zh = label};
}

/// The same of a half of its split.
report::OwnLabel halfLabel(text::ReportWord half, const report::OwnLabel& whole) {
    report::OwnLabel result;
    for (const text::Language language : {text::Language::English, text::Language::Chinese}) {
        result.set(language, text::filledInOrder(text::reportWordPattern(half), language,
                                                 {whole.in(language)}));
    }
    return result;
}

/// Tables of free models belong to the page of models.
bool isOfThisPage(const study::ProjectStudy& entry) {
    return !std::holds_alternative<study::RegressionStudy>(entry.study);
}

} // namespace

StudiesPage::StudiesPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , stack_(new QStackedLayout(this))
    , empty_(new EmptyState("studies", this))
    , none_(new EmptyState("studies", this))
    , list_(new QListWidget(this))
    , add_(new QToolButton(this))
    , duplicate_(new QToolButton(this))
    , delete_(new QToolButton(this))
    , menu_(new QMenu(this))
    , startMenu_(new QMenu(this))
    , form_(new StudyForm(this))
    , results_(new StudyResults(session, this)) {
    setObjectName(QStringLiteral("studiesPage"));
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(makeSide());
    across->addWidget(results_);
    across->setStretchFactor(1, 1);
    keepShares(across, {sideWidth, 3 * sideWidth});
    across->setHandleWidth(1);
    across->setChildrenCollapsible(false);
    empty_->followEvaluation(session_);
    QPushButton* import = empty_->addAction(QStringLiteral("studiesImport"));
    connect(import, &QPushButton::clicked, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("import")); });
    QPushButton* start = none_->addAction(QStringLiteral("firstStudy"));
    start->setMenu(startMenu_);
    stack_->addWidget(empty_);
    stack_->addWidget(none_);
    stack_->addWidget(across);
    connectParts();
    translated(this, [this, import, start] {
        empty_->setTexts(
            tr("No data to study"),
            tr("Studies need a panel. Import yearbook files or open a project first."));
        import->setText(tr("Import Files"));
        none_->setTexts(tr("No studies yet"),
                        tr("A study makes a whole table with its figures from a few choices: "
                           "descriptive statistics, baseline, mechanism, robustness, "
                           "heterogeneity, moderation, specification curve."));
        start->setText(tr("New Study"));
        setTexts();
    });
}

QWidget* StudiesPage::makeSide() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(10, 0, 8, 0);
    tools->addWidget(add_);
    tools->addStretch(1);
    tools->addWidget(duplicate_);
    tools->addWidget(delete_);
    add_->setObjectName(QStringLiteral("addStudy"));
    add_->setIcon(icon("add"));
    add_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add_->setPopupMode(QToolButton::InstantPopup);
    add_->setMenu(menu_);
    duplicate_->setObjectName(QStringLiteral("duplicateStudy"));
    duplicate_->setIcon(icon("duplicate"));
    duplicate_->setAutoRaise(true);
    delete_->setObjectName(QStringLiteral("deleteStudy"));
    delete_->setIcon(icon("delete"));
    delete_->setAutoRaise(true);
    list_->setObjectName(QStringLiteral("studyList"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    auto* down = new QSplitter(Qt::Vertical, side);
    down->addWidget(list_);
    down->addWidget(new FormArea(form_, side));
    keepShares(down, {190, 460});
    down->setStretchFactor(1, 1);
    down->setHandleWidth(1);
    down->setChildrenCollapsible(false);
    column->addLayout(tools);
    column->addWidget(down, 1);
    side->setMinimumWidth(220);
    return side;
}

void StudiesPage::connectParts() {
    connect(&session_, &ProjectSession::projectReplaced, this, [this] { key_.clear(); });
    connect(&session_, &ProjectSession::projectChanged, this, &StudiesPage::showProject);
    connect(&session_, &ProjectSession::evaluationChanged, this, &StudiesPage::showChosen);
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) {
            key_ = item->data(keyRole).toString();
            showChosen();
        }
    });
    // Later: an edit fills the list anew, which must not happen while it handles an editor.
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const int row = list_->row(item);
        QMetaObject::invokeMethod(
            this, [this, row] { rename(row); }, Qt::QueuedConnection);
    });
    connect(duplicate_, &QToolButton::clicked, this, &StudiesPage::duplicate);
    connect(delete_, &QToolButton::clicked, this, &StudiesPage::remove);
    connect(form_, &StudyForm::edited, this, [this] { applyForm({}); });
    connect(form_, &StudyForm::typed, this, [this] { applyForm(QStringLiteral("study/") + key_); });
    connect(form_, &StudyForm::typingEnded, this, [this] { session_.endMerge(); });
    // Later: a split makes the rows of the form anew, among them the box that asked for it.
    connect(form_, &StudyForm::splitRequested, this, &StudiesPage::split, Qt::QueuedConnection);
    connect(results_, &StudyResults::dataRequested, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("data")); });
    connect(results_, &StudyResults::placeRequested, this, &Workplace::placeRequested);
    connect(results_, &StudyResults::modelsRequested, this,
            [this] { Q_EMIT workplaceRequested(QStringLiteral("models")); });
}

void StudiesPage::fillMenu() {
    for (QMenu* menu : {menu_, startMenu_}) {
        menu->clear();
        for (const std::string_view id : study::studyIds()) {
            if (id == study::RegressionStudy::id) {
                continue;
            }
            const QString kind = qs(std::string(id));
            menu->addAction(kindName(id), this, [this, kind] { addStudy(kind); })
                ->setObjectName(QStringLiteral("add_") + kind);
        }
    }
}

bool StudiesPage::showPlace(const Place& place) {
    for (const study::ProjectStudy& entry : session_.project()->studies) {
        if (entry.key == place.step && isOfThisPage(entry)) {
            key_ = qs(entry.key);
            showProject();
            return true;
        }
    }
    return false;
}

void StudiesPage::exportShown() {
    const auto current = chosen();
    const ResultTable* table = results_->table();
    if (!current || !table->table()) {
        return;
    }
    const QString path = chooseTableFile(this, qs(current->name));
    if (path.isEmpty()) {
        return;
    }
    const std::vector<study::Table> tables{*table->table()};
    const Status status = writeTables(path, tables, table->style());
    Q_EMIT messageRequested(status ? tr("Written: %1").arg(path) : problemSentence(status.error()),
                            !status);
}

void StudiesPage::addStudy(const QString& kind) {
    const project::Project& project = *session_.project();
    const auto proposed = study::proposedStudy(kind.toStdString(), project.studies,
                                               session_.evaluation()->recipe.result());
    if (!proposed) {
        return;
    }
    const std::string key = freshStudyKey(project.studies);
    const std::string name = kindName(kind.toStdString()).toStdString();
    key_ = qs(key);
    session_.edit(tr("Add study"), [key, name, study = *proposed](project::Project p) {
        p.studies.push_back({key, name, study});
        return p;
    });
}

void StudiesPage::showResult(const QString& resultKey) {
    results_->choose(resultKey);
}

void StudiesPage::showProject() {
    const QSignalBlocker blocker(list_);
    list_->clear();
    QListWidgetItem* current = nullptr;
    for (const study::ProjectStudy& entry : session_.project()->studies) {
        if (!isOfThisPage(entry)) {
            continue;
        }
        auto* item = new QListWidgetItem(qs(entry.name), list_);
        item->setData(keyRole, qs(entry.key));
        item->setToolTip(kindName(study::idOf(entry.study)));
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        current = current == nullptr || qs(entry.key) == key_ ? item : current;
    }
    list_->setCurrentItem(current);
    key_ = current == nullptr ? QString() : current->data(keyRole).toString();
    showChosen();
}

void StudiesPage::showChosen() {
    const auto current = chosen();
    const Panel& panel = session_.evaluation()->recipe.result();
    stack_->setCurrentIndex(panel.rowCount() == 0 ? 0 : current ? 2 : 1);
    setFocusProxy(stack_->currentIndex() == 2 ? static_cast<QWidget*>(list_)
                                              : stack_->currentWidget());
    if (current) {
        form_->setStudy(current->study, panel);
    }
    results_->show(key_);
}

void StudiesPage::rename(int row) {
    const QListWidgetItem* item = list_->item(row);
    if (item == nullptr) {
        return;
    }
    const std::string key = item->data(keyRole).toString().toStdString();
    const std::string name = item->text().trimmed().toStdString();
    if (name.empty()) {
        return showProject();
    }
    session_.edit(tr("Rename study"), [key, name](project::Project p) {
        return withStudyName(std::move(p), key, name);
    });
}

void StudiesPage::duplicate() {
    const auto current = chosen();
    if (!current) {
        return;
    }
    study::ProjectStudy copy = *current;
    copy.key = freshStudyKey(session_.project()->studies);
    copy.name += " 2";
    const std::string after = current->key;
    key_ = qs(copy.key);
    session_.edit(tr("Duplicate study"), [copy, after](project::Project p) {
        const auto at = std::find_if(p.studies.begin(), p.studies.end(),
                                     [&](const study::ProjectStudy& s) { return s.key == after; });
        p.studies.insert(at == p.studies.end() ? at : at + 1, copy);
        return p;
    });
}

void StudiesPage::remove() {
    session_.edit(tr("Delete study"), [key = key_.toStdString()](project::Project p) {
        return withoutStudy(std::move(p), key);
    });
}

void StudiesPage::applyForm(const QString& mergeKey) {
    session_.edit(
        tr("Change study"),
        [key = key_.toStdString(), changed = form_->study()](project::Project p) {
            return withStudy(std::move(p), key, changed);
        },
        mergeKey);
}

void StudiesPage::split(const QString& variable) {
    const auto* groups = std::get_if<study::HeterogeneityStudy>(&form_->study());
    if (groups == nullptr) {
        return;
    }
    const Panel& panel = session_.evaluation()->recipe.result();
    const std::string base = variable.toStdString() + "_group";
    std::string name = base;
    for (int n = 2; panel.find(name) != nullptr; ++n) {
        name = base + std::to_string(n);
    }
    const Variable* column = panel.find(variable.toStdString());
    const std::string label =
        column == nullptr || column->label().empty() ? variable.toStdString() : column->label();
    recipe::QuantileGroupStep step{.variable = variable.toStdString(), .name = name};
    const text::Language language = project::tableStyleOf(*session_.project()).language;
    const report::OwnLabel whole = labelOf(*session_.project(), variable.toStdString(), label);
    std::vector<report::OwnLabel> halves;
    for (const text::ReportWord half : {text::ReportWord::LowGroup, text::ReportWord::HighGroup}) {
        halves.push_back(halfLabel(half, whole));
        step.labels.push_back(halves.back().in(language));
    }
    study::HeterogeneityStudy changed = *groups;
    changed.by = {ColumnName(name)};
    session_.edit(tr("Split at the median"),
                  [step, whole, halves, changed, key = key_.toStdString()](project::Project p) {
                      p.recipe = recipe::withStep(std::move(p.recipe), step);
                      p.report.labels[step.name.text] = whole; // heads the two columns
                      for (std::size_t i = 0; i < halves.size(); ++i) {
                          p.report.labels[step.labels[i]] = halves[i];
                      }
                      return withStudy(std::move(p), key, changed);
                  });
}

std::optional<study::ProjectStudy> StudiesPage::chosen() const {
    for (const study::ProjectStudy& entry : session_.project()->studies) {
        if (qs(entry.key) == key_) {
            return entry;
        }
    }
    return std::nullopt;
}

void StudiesPage::setTexts() {
    fillMenu();
    const auto name = [](QToolButton* button, const QString& text) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    };
    name(duplicate_, tr("Duplicate this study"));
    name(delete_, tr("Delete this study"));
    add_->setText(tr("New Study"));
    list_->setAccessibleName(tr("Studies; F2 renames"));
    list_->setToolTip(list_->accessibleName());
    form_->refresh();
    showProject();
}

} // namespace citypanel::ui

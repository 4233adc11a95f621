// SPDX-License-Identifier: GPL-3.0-or-later
// The mapping over all tables, changes of many names at once, conversions of units of measure.
#include "ui/import/variables_panel.h"

#include "core/sheets/plan_decisions.h"
#include "core/sheets/plan_variables.h"
#include "core/sheets/unit_of_measure.h"
#include "ui/import/import_desk.h"
#include "ui/models/plan_variables_model.h"
#include "ui/models/report_model.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

QString mappingFilter() {
    return VariablesPanel::tr("Import mappings (*.json)");
}

void prepare(QTableView* table) {
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    followFont(table, 8);
    table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace

VariablesPanel::VariablesPanel(ImportDesk& desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , filter_(new QLineEdit(this))
    , scopeLabel_(new QLabel(this))
    , scope_(new QComboBox(this))
    , table_(new QTableView(this))
    , model_(new PlanVariablesModel(this))
    , filtered_(new QSortFilterProxyModel(this))
    , findLabel_(new QLabel(this))
    , find_(new QLineEdit(this))
    , replaceLabel_(new QLabel(this))
    , replace_(new QLineEdit(this))
    , replaceNow_(new QPushButton(this))
    , tickAll_(new QPushButton(this))
    , untickAll_(new QPushButton(this))
    , saveMapping_(new QPushButton(this))
    , applyMapping_(new QPushButton(this))
    , conversions_(nullptr)
    , conversionsTitle_(new QLabel(this))
    , conversionsTable_(new QTableView(this))
    , conversionsModel_(new ReportModel(this))
    , acceptSure_(new QPushButton(this))
    , acceptConversion_(new QPushButton(this))
    , keepUnit_(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    auto* top = new QHBoxLayout;
    top->addWidget(filter_, 1);
    top->addWidget(scopeLabel_);
    top->addWidget(scope_);
    column->addLayout(top);
    column->addWidget(table_, 3);
    column->addWidget(makeBulk());
    conversions_ = makeConversions();
    column->addWidget(conversions_, 2);
    filtered_->setSourceModel(model_);
    filtered_->setFilterKeyColumn(-1);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    table_->setModel(filtered_);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    prepare(table_);
    scopeLabel_->setBuddy(scope_);
    filter_->setClearButtonEnabled(true);
    setFocusProxy(table_);
    const std::pair<QWidget*, const char*> names[] = {{filter_, "variablesFilter"},
                                                      {scope_, "planScope"},
                                                      {table_, "variablesTable"},
                                                      {find_, "findInNames"},
                                                      {replace_, "replaceInNames"},
                                                      {replaceNow_, "replaceNow"},
                                                      {tickAll_, "tickVariables"},
                                                      {untickAll_, "untickVariables"},
                                                      {saveMapping_, "saveMapping"},
                                                      {applyMapping_, "applyMapping"},
                                                      {conversionsTable_, "conversionsTable"},
                                                      {acceptSure_, "acceptSureConversions"},
                                                      {acceptConversion_, "acceptConversion"},
                                                      {keepUnit_, "keepUnit"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
    connectParts();
    translated(this, [this] { setTexts(); });
}

QWidget* VariablesPanel::makeBulk() {
    auto* bulk = new QWidget(this);
    auto* column = new QVBoxLayout(bulk);
    column->setContentsMargins(0, 0, 0, 0);
    auto* naming = new QHBoxLayout;
    for (QWidget* widget :
         std::initializer_list<QWidget*>{findLabel_, find_, replaceLabel_, replace_, replaceNow_}) {
        naming->addWidget(widget);
    }
    auto* others = new WrappingRow;
    others->addWidget(tickAll_);
    others->addWidget(untickAll_);
    others->addStretch();
    others->addWidget(saveMapping_);
    others->addWidget(applyMapping_);
    findLabel_->setBuddy(find_);
    replaceLabel_->setBuddy(replace_);
    column->addLayout(naming);
    column->addLayout(others);
    return bulk;
}

QWidget* VariablesPanel::makeConversions() {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 6, 0, 0);
    conversionsTitle_->setWordWrap(true);
    column->addWidget(conversionsTitle_);
    column->addWidget(conversionsTable_, 1);
    auto* buttons = new WrappingRow;
    for (QPushButton* button : {acceptSure_, acceptConversion_, keepUnit_}) {
        buttons->addWidget(button);
    }
    acceptSure_->setIcon(icon("check"));
    column->addLayout(buttons);
    conversionsTable_->setModel(conversionsModel_);
    conversionsTable_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    prepare(conversionsTable_);
    conversionsTitle_->setBuddy(conversionsTable_);
    return holder;
}

void VariablesPanel::connectParts() {
    connect(&desk_, &ImportDesk::draftChanged, this, &VariablesPanel::refresh);
    connect(&desk_, &ImportDesk::reviewChanged, this, &VariablesPanel::showConversions);
    connect(filter_, &QLineEdit::textChanged, filtered_,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(model_, &PlanVariablesModel::importRequested, this,
            [this](const QString& variable, bool isImported) {
                desk_.changePlan([&](sheets::ImportPlan plan) {
                    return sheets::withVariablesImported(std::move(plan), {variable.toStdString()},
                                                         isImported);
                });
            });
    connect(model_, &PlanVariablesModel::renameRequested, this,
            [this](const QString& from, const QString& to) {
                if (!mayBeNamed(to)) {
                    return;
                }
                desk_.changePlan([&](sheets::ImportPlan plan) {
                    return sheets::withVariableRenamed(std::move(plan), from.toStdString(),
                                                       to.toStdString());
                });
            });
    // After the editor has closed: it may have to ask.
    connect(model_, &PlanVariablesModel::unitRequested, this, &VariablesPanel::changeUnit,
            Qt::QueuedConnection);
    connect(model_, &PlanVariablesModel::labelRequested, this,
            [this](const QString& variable, const QString& label) {
                desk_.changePlan([&](sheets::ImportPlan plan) {
                    return sheets::withVariableLabelled(std::move(plan), variable.toStdString(),
                                                        label.toStdString());
                });
            });
    connect(scope_, &QComboBox::activated, this, [this] {
        const std::string scope = scope_->currentData().toString().toStdString();
        desk_.changePlan([&](sheets::ImportPlan plan) {
            plan.scope = scope;
            return plan;
        });
    });
    connect(replaceNow_, &QPushButton::clicked, this, &VariablesPanel::replaceInNames);
    connect(replace_, &QLineEdit::returnPressed, this, &VariablesPanel::replaceInNames);
    connect(tickAll_, &QPushButton::clicked, this, [this] { tick(true); });
    connect(untickAll_, &QPushButton::clicked, this, [this] { tick(false); });
    connect(saveMapping_, &QPushButton::clicked, this, &VariablesPanel::saveMapping);
    connect(applyMapping_, &QPushButton::clicked, this, &VariablesPanel::applyMapping);
    connect(acceptSure_, &QPushButton::clicked, this, [this] {
        decideConversions(true, true);
        conversionsTable_->setFocus(Qt::OtherFocusReason); // the next button decides the one chosen
    });
    connect(acceptConversion_, &QPushButton::clicked, this,
            [this] { decideConversions(true, false); });
    connect(keepUnit_, &QPushButton::clicked, this, [this] { decideConversions(false, false); });
}

void VariablesPanel::changeUnit(const QString& variable, const QString& unit) {
    const std::string name = variable.toStdString();
    const std::string to = unit.toStdString();
    const auto variables = sheets::planVariables(desk_.draft().chosenPlan());
    const auto same = std::find_if(variables.begin(), variables.end(),
                                   [&](const auto& known) { return known.name == name; });
    const auto differs = [&](const std::string& from) {
        const auto change = sheets::conversion(from, to);
        return change && !change->changesNothing();
    };
    QStringList from;
    for (const std::string& known :
         same == variables.end() ? std::vector<std::string>{} : same->unitsOfMeasure) {
        if (differs(known)) {
            from.append(qs(known));
        }
    }
    if (from.isEmpty()) {
        desk_.changePlan([&](sheets::ImportPlan plan) {
            return sheets::withUnitStated(std::move(plan), name, to);
        });
        return;
    }
    QMessageBox box(QMessageBox::Question, tr("Unit of measure"),
                    tr("“%1” is in %2. Convert its values to %3, or is the unit in the file wrong "
                       "and the values are in %3 already?")
                        .arg(variable, from.join(tr(", ")), unit),
                    QMessageBox::Cancel, this);
    const auto* convert = box.addButton(tr("Con&vert Values"), QMessageBox::AcceptRole);
    const auto* correct = box.addButton(tr("&Only Correct the Unit"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() == convert) {
        desk_.changePlan([&](sheets::ImportPlan plan) {
            return sheets::withUnitOfMeasure(std::move(plan), name, to);
        });
    } else if (box.clickedButton() == correct) {
        desk_.changePlan([&](sheets::ImportPlan plan) {
            return sheets::withUnitStated(std::move(plan), name, to);
        });
    }
}

bool VariablesPanel::mayBeNamed(const QString& name) {
    const sheets::ImportPlan& plan = desk_.draft().plan;
    const bool isUnits = name == qs(plan.unitName);
    if (!isUnits && name != qs(plan.periodName)) {
        return true;
    }
    Q_EMIT desk_.messageRequested(
        (isUnits ? tr("“%1” is the name of the column of cities. Give the variable another name.")
                 : tr("“%1” is the name of the column of years. Give the variable another name."))
            .arg(name),
        true);
    return false;
}

void VariablesPanel::refresh() {
    const bool wasEmpty = model_->rowCount() == 0;
    model_->setVariables(sheets::planVariables(desk_.draft().chosenPlan()));
    if (wasEmpty && model_->rowCount() > 0) {
        table_->setColumnWidth(PlanVariablesModel::NameColumn,
                               fontMetrics().averageCharWidth() * 34);
        table_->setColumnWidth(PlanVariablesModel::LabelColumn,
                               fontMetrics().averageCharWidth() * 40);
    }
    const QSignalBlocker blocker(scope_);
    scope_->setCurrentIndex(std::max(0, scope_->findData(qs(desk_.draft().plan.scope))));
}

void VariablesPanel::showConversions() {
    const auto review = desk_.review();
    const auto at = [review](int row) -> const sheets::UnitConversion& {
        return review->conversions[static_cast<std::size_t>(row)];
    };
    conversions_->setVisible(!review->conversions.empty());
    conversionsModel_->setSource(
        {.headers = {tr("Variable"), tr("Table"), tr("As written"), tr("Converted to"),
                     tr("Decision")},
         .rowCount = static_cast<int>(review->conversions.size()),
         .text = [at](int row, int column) -> QString {
             const sheets::UnitConversion& c = at(row);
             const QString decision = c.state == sheets::NameState::Accepted  ? tr("converted")
                                      : c.state == sheets::NameState::Refused ? tr("kept")
                                      : c.isSure ? tr("to decide (sure)")
                                                 : tr("to decide");
             const QString cells[] = {qs(c.variable),
                                      QStringLiteral("%1 › %2").arg(qs(c.file), qs(c.sheet)),
                                      qs(c.from), qs(c.to), decision};
             return cells[column];
         },
         .place = [at](int row) -> Place { return {.file = at(row).file, .sheet = at(row).sheet}; },
         .isOpen = [at](int row) { return at(row).state == sheets::NameState::Offered; }});
    fitColumns(conversionsTable_);
    chooseOpenConversion();
    acceptSure_->setEnabled(
        std::any_of(review->conversions.begin(), review->conversions.end(), [](const auto& c) {
            return c.isSure && c.state == sheets::NameState::Offered;
        }));
}

QStringList VariablesPanel::chosen() const {
    QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.size() < 2) {
        rows.clear();
        for (int row = 0; row < filtered_->rowCount(); ++row) {
            rows.append(filtered_->index(row, 0));
        }
    }
    QStringList names;
    for (const QModelIndex& row : rows) {
        names.append(qs(model_->at(filtered_->mapToSource(row).row()).name));
    }
    return names;
}

void VariablesPanel::replaceInNames() {
    const QString from = find_->text();
    if (from.isEmpty()) {
        return;
    }
    const QStringList names = chosen();
    desk_.changePlan([&](sheets::ImportPlan plan) {
        for (const QString& name : names) {
            QString renamed = name;
            renamed.replace(from, replace_->text());
            if (renamed != name && !renamed.isEmpty() && mayBeNamed(renamed)) {
                plan = sheets::withVariableRenamed(std::move(plan), name.toStdString(),
                                                   renamed.toStdString());
            }
        }
        return plan;
    });
}

void VariablesPanel::tick(bool isImported) {
    std::vector<std::string> names;
    for (const QString& name : chosen()) {
        names.push_back(name.toStdString());
    }
    desk_.changePlan([&](sheets::ImportPlan plan) {
        return sheets::withVariablesImported(std::move(plan), names, isImported);
    });
}

void VariablesPanel::decideConversions(bool takes, bool onlySure) {
    const auto review = desk_.review();
    std::vector<sheets::UnitConversion> decided;
    if (onlySure) {
        std::copy_if(
            review->conversions.begin(), review->conversions.end(), std::back_inserter(decided),
            [](const auto& c) { return c.isSure && c.state == sheets::NameState::Offered; });
    } else {
        for (const QModelIndex& row : conversionsTable_->selectionModel()->selectedRows()) {
            decided.push_back(review->conversions[static_cast<std::size_t>(row.row())]);
        }
    }
    for (sheets::UnitConversion& conversion : decided) {
        conversion.state = takes ? sheets::NameState::Accepted : sheets::NameState::Refused;
    }
    desk_.changePlan([&](sheets::ImportPlan plan) {
        return sheets::withConversionsDecided(std::move(plan), decided);
    });
}

void VariablesPanel::chooseOpenConversion() {
    const auto review = desk_.review();
    const QModelIndex chosen = conversionsTable_->currentIndex();
    if (!review || review->conversions.empty()) {
        return;
    }
    const auto& all = review->conversions;
    const auto isOpen = [](const sheets::UnitConversion& conversion) {
        return conversion.state == sheets::NameState::Offered;
    };
    const auto open = std::find_if(all.begin(), all.end(), isOpen);
    const auto row = static_cast<std::size_t>(std::max(chosen.row(), 0));
    const bool isChosenOpen = chosen.isValid() && row < all.size() && isOpen(all[row]);
    if (open != all.end() && !isChosenOpen) {
        conversionsTable_->selectRow(static_cast<int>(open - all.begin()));
    } else if (!chosen.isValid()) {
        conversionsTable_->selectRow(0);
    }
}

void VariablesPanel::showOpen() {
    chooseOpenConversion();
    conversionsTable_->setFocus(Qt::OtherFocusReason);
}

void VariablesPanel::saveMapping() {
    const QString proposed = QDir(Preferences::lastFolder()).filePath(tr("mapping.json"));
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save Mapping"), proposed, mappingFilter());
    if (!path.isEmpty()) {
        const QString ending = QStringLiteral(".json");
        desk_.saveMapping(path.endsWith(ending) ? path : path + ending);
    }
}

void VariablesPanel::applyMapping() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Apply Mapping"),
                                                      Preferences::lastFolder(), mappingFilter());
    if (!path.isEmpty()) {
        desk_.applyMapping(path);
    }
}

void VariablesPanel::setTexts() {
    filter_->setPlaceholderText(tr("Find a variable"));
    filter_->setAccessibleName(tr("Find a variable"));
    table_->setAccessibleName(tr("Variables of all ticked sheets; F2 changes a name"));
    scopeLabel_->setText(tr("Sc&ope"));
    scope_->setAccessibleName(tr("Which scope is read"));
    const QSignalBlocker blocker(scope_);
    scope_->clear();
    scope_->addItem(tr("all"), QString());
    // The words of the yearbooks, which a plan stores.
    scope_->addItem(tr("whole city (全市)"), QStringLiteral("全市"));
    scope_->addItem(tr("city districts (市辖区)"), QStringLiteral("市辖区"));
    findLabel_->setText(tr("In the &names, replace"));
    replaceLabel_->setText(tr("&by"));
    find_->setAccessibleName(tr("Text to be replaced in names"));
    replace_->setAccessibleName(tr("What replaces it"));
    replaceNow_->setText(tr("Re&place"));
    const QString which = tr("In the selected variables, or in all that are listed.");
    for (QPushButton* button : {replaceNow_, tickAll_, untickAll_}) {
        button->setToolTip(which);
    }
    tickAll_->setText(tr("Tick"));
    untickAll_->setText(tr("Untick"));
    saveMapping_->setText(tr("&Save Mapping…"));
    saveMapping_->setToolTip(tr("Keeps names, units, labels and decisions for next year's files."));
    applyMapping_->setText(tr("Apply &Mapping…"));
    conversionsTitle_->setText(
        QStringLiteral("<b>%1</b> %2")
            .arg(tr("Units of measure that differ."),
                 tr("These tables give a variable in another unit than the others do.")));
    conversionsTable_->setAccessibleName(tr("Units of measure that differ"));
    acceptSure_->setText(tr("Convert A&ll Sure"));
    acceptSure_->setToolTip(tr("Sure: converted, the values are as large as in the other tables; "
                               "as they stand, they are not."));
    acceptConversion_->setText(tr("&Convert"));
    keepUnit_->setText(tr("&Keep as Written"));
    model_->retranslate();
    refresh();
    showConversions();
}

} // namespace citypanel::ui

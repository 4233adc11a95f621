// SPDX-License-Identifier: GPL-3.0-or-later
// The list of doubtful names and what can be done with one.
#include "ui/import/names_panel.h"

#include "ui/import/import_desk.h"
#include "ui/models/report_model.h"
#include "ui/models/words.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/wrapping_row.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

enum Column {
    WrittenColumn,
    StateColumn, ///< in sight beside the name, however narrow the page
    SuggestionColumn,
    ScoreColumn,
    ReasonColumn,
    PlaceColumn
};

/// The places a name may mean, the first of them if there are many.
QString meantPlaces(const sheets::NameDoubt& doubt) {
    constexpr std::size_t listed = 4;
    QStringList places;
    for (std::size_t i = 0; i < std::min(listed, doubt.suggestions.size()); ++i) {
        const sheets::NameSuggestion& one = doubt.suggestions[i];
        const QString name = qs(one.province) + QLatin1Char(' ') + qs(one.unit);
        places.append(name.trimmed());
    }
    if (doubt.suggestions.size() > listed) {
        places.append(QStringLiteral("…"));
    }
    return places.join(QStringLiteral(", "));
}

} // namespace

NamesPanel::NamesPanel(ImportDesk& desk, QWidget* parent)
    : QWidget(parent)
    , desk_(desk)
    , intro_(new QLabel(this))
    , system_(new QComboBox(this))
    , systemLabel_(new QLabel(this))
    , loadPlaces_(new QPushButton(this))
    , acceptSure_(new QPushButton(this))
    , keepRest_(new QPushButton(this))
    , leaveRest_(new QPushButton(this))
    , table_(new QTableView(this))
    , model_(new ReportModel(this))
    , chosenLabel_(new QLabel(this))
    , place_(new QComboBox(this))
    , accept_(new QPushButton(this))
    , keep_(new QPushButton(this))
    , leave_(new QPushButton(this))
    , where_(new QPushButton(this)) {
    layOut();
    nameParts();
    setUpTable();
    place_->setEditable(true);
    place_->setInsertPolicy(QComboBox::NoInsert);
    place_->completer()->setFilterMode(Qt::MatchContains);
    place_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    acceptSure_->setIcon(icon("check"));
    connectParts();
    translated(this, [this] { setTexts(); });
}

void NamesPanel::layOut() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    auto* top = new WrappingRow;
    top->addTogether({systemLabel_, system_});
    top->addWidget(loadPlaces_);
    column->addLayout(top);
    intro_->setWordWrap(true);
    intro_->setObjectName(QStringLiteral("namesIntro"));
    column->addWidget(intro_);
    column->addWidget(table_, 1);
    auto* one = new WrappingRow;
    one->addTogether({chosenLabel_, place_});
    for (QPushButton* button : {accept_, keep_, leave_, where_}) {
        one->addWidget(button);
    }
    column->addLayout(one);
    auto* all = new WrappingRow;
    for (QPushButton* button : {acceptSure_, keepRest_, leaveRest_}) {
        all->addWidget(button);
    }
    column->addLayout(all);
    systemLabel_->setBuddy(system_);
    chosenLabel_->setBuddy(place_);
    setFocusProxy(table_);
}

void NamesPanel::nameParts() {
    const std::pair<QWidget*, const char*> names[] = {{system_, "unitNames"},
                                                      {acceptSure_, "acceptSureNames"},
                                                      {loadPlaces_, "loadPlaces"},
                                                      {keepRest_, "keepOtherNames"},
                                                      {leaveRest_, "leaveOtherNames"},
                                                      {table_, "namesTable"},
                                                      {place_, "namePlace"},
                                                      {accept_, "acceptName"},
                                                      {keep_, "keepName"},
                                                      {leave_, "leaveName"},
                                                      {where_, "showName"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
}

void NamesPanel::setUpTable() {
    table_->setModel(model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    followFont(table_, 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false); // bold does not fit
}

void NamesPanel::connectParts() {
    connect(&desk_, &ImportDesk::reviewChanged, this, &NamesPanel::refresh);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &NamesPanel::showChoice);
    connect(table_, &QTableView::activated, this, [this] { accept_->click(); });
    connect(accept_, &QPushButton::clicked, this, [this] {
        const int index = place_->findText(place_->currentText());
        const QString unit =
            index >= 0 ? place_->itemData(index).toString() : place_->currentText().trimmed();
        if (!unit.isEmpty()) {
            decide(sheets::NameState::Accepted, unit.toStdString());
        }
    });
    connect(keep_, &QPushButton::clicked, this, [this] { decide(sheets::NameState::Refused); });
    connect(leave_, &QPushButton::clicked, this, [this] { decide(sheets::NameState::LeftOut); });
    connect(where_, &QPushButton::clicked, this, &NamesPanel::showWhere);
    connect(acceptSure_, &QPushButton::clicked, this, [this] {
        decideAll(true, sheets::NameState::Accepted);
        table_->setFocus(Qt::OtherFocusReason); // the next button would decide the others
    });
    connect(keepRest_, &QPushButton::clicked, this,
            [this] { decideAll(false, sheets::NameState::Refused); });
    connect(place_, &QComboBox::editTextChanged, this, [this](const QString& text) {
        accept_->setEnabled(chosen() != nullptr && !text.trimmed().isEmpty());
    });
    connect(leaveRest_, &QPushButton::clicked, this,
            [this] { decideAll(false, sheets::NameState::LeftOut); });
    connect(system_, &QComboBox::activated, this, [this] {
        const auto chosenNames = static_cast<sheets::UnitNames>(system_->currentData().toInt());
        if (chosenNames == sheets::UnitNames::OwnPlaces && desk_.draft().plan.ownPlaces.empty()) {
            showDoubts(); // what holds until a list is loaded
            loadPlaces();
            return;
        }
        desk_.changePlan([chosenNames](sheets::ImportPlan plan) {
            plan.unitNames = chosenNames;
            return plan;
        });
    });
    connect(loadPlaces_, &QPushButton::clicked, this, &NamesPanel::loadPlaces);
}

void NamesPanel::loadPlaces() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Load a List of Places"), Preferences::lastFolder(),
        tr("Lists of places: code, name, group, aliases (*.csv *.xlsx *.xls *.tsv *.txt)"));
    if (!path.isEmpty()) {
        desk_.usePlaces(path);
    }
}

void NamesPanel::fillPlaces() {
    const sheets::ImportPlan& plan = desk_.draft().plan;
    const bool isFilled =
        place_->count() > 0 && filledNames_ == plan.unitNames && filledPlaces_ == plan.ownPlaces;
    if (isFilled || plan.unitNames == sheets::UnitNames::AsWritten) {
        return;
    }
    filledNames_ = plan.unitNames;
    filledPlaces_ = plan.ownPlaces;
    place_->clear();
    const auto gazetteer = sheets::gazetteerOf(plan);
    for (const sheets::GazetteerPlace& place : gazetteer->places()) {
        place_->addItem(QStringLiteral("%1  %2").arg(qs(place.name), qs(place.province)).trimmed(),
                        qs(place.name));
    }
}

const sheets::NameDoubt* NamesPanel::chosen() const {
    const int row = table_->currentIndex().row();
    return row < 0 || row >= static_cast<int>(doubts_.size())
               ? nullptr
               : &doubts_[static_cast<std::size_t>(row)];
}

QString NamesPanel::reasonText(const sheets::NameDoubt& doubt) const {
    if (!doubt.directlyUnder.empty()) {
        return tr("county-level units directly under %1: no prefecture")
            .arg(qs(doubt.directlyUnder));
    }
    if (doubt.suggestions.empty()) {
        const bool isCode = std::all_of(doubt.written.begin(), doubt.written.end(),
                                        [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
        return isCode ? tr("no place has this code") : tr("no place is spelled like it");
    }
    const sheets::NameSuggestion& best = doubt.suggestions.front();
    QStringList reasons;
    if (doubt.isAmbiguous) {
        reasons.append(tr("several places have this name: %1").arg(meantPlaces(doubt)));
    }
    if (best.isOneCharacterOff) {
        reasons.append(tr("one character differs"));
    }
    if (best.isOnlyGap) {
        reasons.append(tr("the only city that %1 lacks there").arg(qs(best.province)));
    } else if (best.isInBlock) {
        reasons.append(tr("stands among cities of %1").arg(qs(best.province)));
    }
    return reasons.isEmpty() ? tr("spelled alike") : reasons.join(QStringLiteral(" · "));
}

QString NamesPanel::stateText(const sheets::NameDoubt& doubt) const {
    switch (doubt.state) {
    case sheets::NameState::Offered:
        return doubt.isSure ? tr("to decide (sure)") : tr("to decide");
    case sheets::NameState::Accepted:
        return tr("is %1").arg(qs(doubt.unit));
    case sheets::NameState::Refused:
        return tr("kept as written");
    case sheets::NameState::LeftOut:
        return tr("left out");
    }
    return {};
}

QString NamesPanel::cellText(const sheets::NameDoubt& doubt, int column) const {
    const bool hasSuggestion = !doubt.suggestions.empty();
    switch (column) {
    case WrittenColumn:
        return qs(doubt.written);
    case SuggestionColumn:
        return hasSuggestion ? qs(doubt.suggestions.front().unit) : QString();
    case ScoreColumn:
        return hasSuggestion ? QLocale().toString(doubt.suggestions.front().score * 100, 'f', 0) +
                                   QStringLiteral(" %")
                             : QString();
    case ReasonColumn:
        return reasonText(doubt);
    case PlaceColumn: {
        const sheets::NamePlace& first = doubt.places.front();
        QStringList parts{qs(first.file), qs(first.sheet), qs(first.cell)};
        parts.removeAll(QString()); // no cell: the whole table is of the unit
        const QString place = parts.join(QStringLiteral(" › "));
        return doubt.places.size() == 1
                   ? place
                   : tr("%1 and %n more", nullptr, static_cast<int>(doubt.places.size()) - 1)
                         .arg(place);
    }
    case StateColumn:
        return stateText(doubt);
    default:
        return {};
    }
}

void NamesPanel::refresh() {
    doubts_ = desk_.review()->names;
    fillPlaces();
    showDoubts();
}

void NamesPanel::showDoubts() {
    const int before = std::max(0, table_->currentIndex().row());
    const auto doubtAt = [this](int row) -> const sheets::NameDoubt& {
        return doubts_[static_cast<std::size_t>(row)];
    };
    model_->setSource(
        {.headers = {tr("As written"), tr("Decision"), tr("May be"), tr("Score"), tr("Why"),
                     tr("Where")},
         .rowCount = static_cast<int>(doubts_.size()),
         .text = [this, doubtAt](int row, int column) { return cellText(doubtAt(row), column); },
         .place = [doubtAt](int row) -> Place {
             const sheets::NamePlace& first = doubtAt(row).places.front();
             return {.file = first.file, .sheet = first.sheet, .cell = first.cell};
         },
         .isOpen = [doubtAt](int row) { return !doubtAt(row).isDecided(); },
         .isNumber = [](int column) { return column == ScoreColumn; }});
    fitColumns(table_);
    table_->setColumnWidth(PlaceColumn, std::min(table_->columnWidth(PlaceColumn),
                                                 fontMetrics().averageCharWidth() * 34));
    const auto open = static_cast<std::size_t>(std::count_if(
        doubts_.begin(), doubts_.end(), [](const auto& doubt) { return !doubt.isDecided(); }));
    const auto sure = std::any_of(doubts_.begin(), doubts_.end(), [](const auto& doubt) {
        return doubt.isSure && !doubt.isDecided();
    });
    acceptSure_->setEnabled(sure);
    keepRest_->setEnabled(open > 0);
    leaveRest_->setEnabled(open > 0);
    intro_->setText(
        desk_.draft().plan.unitNames == sheets::UnitNames::AsWritten
            ? tr("Names are taken as they are written: sources join where they are spelled alike.")
        : doubts_.empty() ? tr("Every name is that of one known place. Nothing to decide.")
        : open == 0       ? tr("All names are decided. You may change a decision.")
                          : tr("%n name(s) match no place, or more than one. Decide what each "
                                     "stands for; the decision holds for all its tables.",
                               nullptr, static_cast<int>(open)));
    const QSignalBlocker blocker(system_);
    system_->setCurrentIndex(system_->findData(static_cast<int>(desk_.draft().plan.unitNames)));
    if (!doubts_.empty()) {
        table_->selectRow(std::min(before, static_cast<int>(doubts_.size()) - 1));
    }
    showChoice();
}

void NamesPanel::showChoice() {
    const sheets::NameDoubt* doubt = chosen();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{place_, accept_, keep_, leave_, where_}) {
        widget->setEnabled(doubt != nullptr);
    }
    if (doubt == nullptr) {
        chosenLabel_->clear();
        place_->setEditText({});
        return;
    }
    chosenLabel_->setText(tr("“%1” stan&ds for").arg(qs(doubt->written)));
    const std::string unit = doubt->state == sheets::NameState::Accepted ? doubt->unit
                             : doubt->suggestions.empty()                ? std::string()
                                                          : doubt->suggestions.front().unit;
    const int index = place_->findData(qs(unit));
    place_->setCurrentIndex(index);
    if (index < 0) {
        place_->setEditText(qs(unit));
    }
    QStringList others;
    for (const sheets::NameSuggestion& suggestion : doubt->suggestions) {
        others.append(QStringLiteral("%1 %2 (%3 %)")
                          .arg(qs(suggestion.province), qs(suggestion.unit),
                               QLocale().toString(suggestion.score * 100, 'f', 0)));
    }
    place_->setToolTip(others.join(QLatin1Char('\n')));
    accept_->setEnabled(!place_->currentText().trimmed().isEmpty());
}

void NamesPanel::decide(sheets::NameState state, const std::string& unit) {
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
        rows.push_back(static_cast<std::size_t>(index.row()));
    }
    const int last = table_->currentIndex().row();
    apply(rows, state, unit);
    if (last + 1 < model_->rowCount()) {
        table_->selectRow(last + 1);
    }
}

void NamesPanel::decideAll(bool onlySure, sheets::NameState state) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < doubts_.size(); ++row) {
        if (!doubts_[row].isDecided() && (!onlySure || doubts_[row].isSure)) {
            rows.push_back(row);
        }
    }
    apply(rows, state, {});
}

void NamesPanel::apply(const std::vector<std::size_t>& rows, sheets::NameState state,
                       const std::string& unit) {
    if (rows.empty()) {
        return;
    }
    // Shown at once; the review that follows says the same.
    for (const std::size_t row : rows) {
        sheets::NameDoubt& doubt = doubts_[row];
        doubt.state = state;
        doubt.unit = state != sheets::NameState::Accepted ? std::string()
                     : unit.empty()                       ? doubt.suggestions.front().unit
                                                          : unit;
    }
    desk_.changePlan([&](sheets::ImportPlan plan) {
        for (const std::size_t row : rows) {
            plan = sheets::withNameDecided(std::move(plan), doubts_[row], state, doubts_[row].unit);
        }
        return plan;
    });
    showDoubts();
}

void NamesPanel::showWhere() {
    desk_.showPlace(model_->placeOf(table_->currentIndex().row()));
}

void NamesPanel::showOpen() {
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->index(row, 0).data(ReportModel::IsOpenRole).toBool()) {
            table_->selectRow(row);
            break;
        }
    }
    table_->setFocus(Qt::OtherFocusReason);
}

void NamesPanel::setTexts() {
    const QSignalBlocker blocker(system_);
    system_->clear();
    system_->addItem(tr("cities of China (prefectures)"),
                     static_cast<int>(sheets::UnitNames::ChinaPrefectures));
    system_->addItem(tr("places of a list of your own"),
                     static_cast<int>(sheets::UnitNames::OwnPlaces));
    system_->addItem(tr("whatever is written"), static_cast<int>(sheets::UnitNames::AsWritten));
    systemLabel_->setText(tr("Na&mes are those of"));
    loadPlaces_->setText(tr("Load a &List…"));
    loadPlaces_->setToolTip(tr("A table of counties, firms or another country's regions, with "
                               "columns code, name, group and aliases"));
    acceptSure_->setText(tr("Accept All &Sure"));
    acceptSure_->setToolTip(tr("Sure: one character differs from the only city its whole "
                               "province lacks in that table."));
    keepRest_->setText(tr("Keep the Others as &Written"));
    leaveRest_->setText(tr("Leave the Others &Out"));
    accept_->setText(tr("A&ccept"));
    keep_->setText(tr("&Keep as Written"));
    leave_->setText(tr("Leave O&ut"));
    leave_->setToolTip(tr("Rows of this name are not read."));
    where_->setText(tr("Show o&n the Sheet"));
    table_->setAccessibleName(tr("Names that match no place, or more than one"));
    place_->setAccessibleName(tr("The place the name stands for"));
    system_->setAccessibleName(tr("Whose names the units have"));
    refresh();
}

} // namespace citypanel::ui

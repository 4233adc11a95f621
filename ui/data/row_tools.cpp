// SPDX-License-Identifier: GPL-3.0-or-later
// Two lines: a condition, and a text to find. Choosing, ordering and finding run as jobs.
#include "ui/data/row_tools.h"

#include "core/panel/expression.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/session/unit_selection.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <numeric>
#include <set>

namespace citypanel::ui {

namespace {

const QString rowsJob = QStringLiteral("data.rows");
const QString findJob = QStringLiteral("data.find");
const QString markJob = QStringLiteral("data.marks");

/// The rows of a condition; without one, the rows of the units.
Result<std::vector<bool>> markedRows(const Panel& panel, const std::string& condition,
                                     const std::set<std::string>& units) {
    if (!condition.empty()) {
        CITYPANEL_TRY(const Expression parsed, parseExpression(condition));
        return selectRows(parsed, panel);
    }
    std::vector<bool> isMarked(panel.rowCount());
    for (std::size_t row = 0; row < isMarked.size(); ++row) {
        const auto unit = static_cast<std::size_t>(panel.unitCodes()[row]);
        isMarked[row] = units.contains(panel.unitLabels()[unit]);
    }
    return isMarked;
}

Result<std::vector<std::size_t>> chosenRows(const Panel& panel, const std::string& condition,
                                            const std::string& variable, bool isAscending) {
    std::vector<std::size_t> rows(panel.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (!condition.empty()) {
        CITYPANEL_TRY(const Expression parsed, parseExpression(condition));
        CITYPANEL_TRY(const std::vector<bool> selected, selectRows(parsed, panel));
        std::erase_if(rows, [&](std::size_t row) { return !selected[row]; });
    }
    return variable.empty() ? rows : sortedRows(panel, variable, isAscending, std::move(rows));
}

} // namespace

RowTools::RowTools(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , condition_(new QLineEdit(this))
    , find_(new QLineEdit(this))
    , count_(new QLabel(this))
    , problem_(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->addWidget(condition_, 3);
    row->addWidget(count_);
    row->addWidget(find_, 2);
    column->addLayout(row);
    column->addWidget(problem_);
    problem_->setObjectName(QStringLiteral("rowProblem"));
    problem_->setWordWrap(true);
    problem_->hide();
    condition_->setObjectName(QStringLiteral("rowCondition"));
    condition_->setClearButtonEnabled(true);
    find_->setObjectName(QStringLiteral("findText"));
    find_->setClearButtonEnabled(true);
    count_->setObjectName(QStringLiteral("rowCount"));
    connect(condition_, &QLineEdit::returnPressed, this, &RowTools::choose);
    connect(condition_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty()) {
            choose();
        }
    });
    // Units chosen in a figure: their rows; a condition typed here is left alone when they go.
    const UnitSelection& selection = UnitSelection::of(session_);
    condition_->setText(selection.condition());
    connect(&selection, &UnitSelection::changed, this, [this, &selection] {
        if (!selection.condition().isEmpty()) {
            condition_->setText(selection.condition());
            choose();
        }
        mark();
    });
    connect(find_, &QLineEdit::returnPressed, this, &RowTools::find);
    connect(find_, &QLineEdit::textChanged, this, [this] { lastFound_.reset(); });
    translated(this, [this] { setTexts(); });
}

void RowTools::setPanel(const citypanel::Panel& panel) {
    panel_ = panel;
    choose();
    mark();
}

void RowTools::sortBy(const QString& variable, bool isAscending) {
    sortVariable_ = variable;
    isAscending_ = isAscending;
    choose();
}

void RowTools::focusFind() {
    find_->setFocus(Qt::ShortcutFocusReason);
    find_->selectAll();
}

void RowTools::choose() {
    using Rows = Result<std::vector<std::size_t>>;
    const std::string condition = condition_->text().trimmed().toStdString();
    if (condition.empty() && sortVariable_.isEmpty()) {
        // Nothing to calculate: at once, so that the grid does not show the rows of the panel
        // before.
        session_.jobs().cancel(rowsJob);
        problem_->hide();
        rows_.resize(panel_.rowCount());
        std::iota(rows_.begin(), rows_.end(), std::size_t{0});
        count_->clear();
        Q_EMIT rowsChanged(rows_);
        return;
    }
    session_.jobs().runLatest<Rows>(
        rowsJob,
        [panel = panel_, condition, variable = sortVariable_.toStdString(),
         ascending = isAscending_](Progress&) -> Rows {
            return chosenRows(panel, condition, variable, ascending);
        },
        [this](const Rows& rows) {
            problem_->setVisible(!rows);
            if (!rows) {
                setInk(problem_, ColourRole::Error);
                problem_->setText(problemSentence(rows.error()));
                return;
            }
            rows_ = *rows;
            lastFound_.reset();
            count_->setText(
                tr("%1 of %2 rows")
                    .arg(QLocale().toString(static_cast<qulonglong>(rows_.size())),
                         QLocale().toString(static_cast<qulonglong>(panel_.rowCount()))));
            Q_EMIT rowsChanged(rows_);
        });
}

void RowTools::mark() {
    const UnitSelection& selection = UnitSelection::of(session_);
    if (selection.units().isEmpty() || panel_.isCrossSection()) {
        session_.jobs().cancel(markJob);
        Q_EMIT marksChanged({});
        return;
    }
    std::set<std::string> units;
    for (const QString& unit : selection.units()) {
        units.insert(unit.toStdString());
    }
    using Marks = Result<std::vector<bool>>;
    session_.jobs().runLatest<Marks>(
        markJob,
        [panel = panel_, condition = selection.condition().toStdString(), units](Progress&) {
            return markedRows(panel, condition, units);
        },
        [this](const Marks& marks) {
            // The condition may name what the data before a step do not have yet.
            Q_EMIT marksChanged(marks ? *marks : std::vector<bool>());
        });
}

void RowTools::find() {
    const std::string text = find_->text().toStdString();
    if (text.empty() || rows_.empty()) {
        return;
    }
    using Found = std::optional<FoundCell>;
    session_.jobs().runLatest<Found>(
        findJob,
        [panel = panel_, rows = rows_, text, after = lastFound_](Progress&) {
            return findCell(panel, rows, text, after);
        },
        [this](const Found& cell) {
            if (cell && cell->position < rows_.size() && cell->column < panel_.columns().size()) {
                lastFound_ = cell;
                Q_EMIT found(static_cast<int>(cell->position),
                             qs(panel_.columns()[cell->column].name()));
            } else {
                count_->setText(tr("“%1” is nowhere in the rows shown").arg(find_->text()));
            }
        });
}

void RowTools::setTexts() {
    condition_->setPlaceholderText(tr("Rows where, e.g. gdp > 1000 and year >= 2015"));
    condition_->setAccessibleName(tr("Condition for the rows shown"));
    condition_->setToolTip(
        tr("Enter shows the rows that fit; only the view changes, not the data"));
    find_->setPlaceholderText(tr("Find a text or number"));
    find_->setAccessibleName(tr("Find a text or number"));
    find_->setToolTip(tr("Enter goes to the next cell that contains it"));
}

} // namespace citypanel::ui

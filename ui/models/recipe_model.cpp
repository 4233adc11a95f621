// SPDX-License-Identifier: GPL-3.0-or-later
// Steps, their sentences and their states.
#include "ui/models/recipe_model.h"

#include "ui/models/words.h"

#include <QMimeData>

namespace citypanel::ui {

namespace {

constexpr std::size_t namesOnCard = 6;

const QString& stepMime() {
    static const QString type = QStringLiteral("application/x-citypanel-step");
    return type;
}

} // namespace

void RecipeModel::show(const recipe::Recipe& recipe, const recipe::Evaluation& evaluation) {
    const bool isSameList = [&] {
        if (recipe.steps.size() != recipe_.steps.size()) {
            return false;
        }
        for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
            if (recipe.steps[i].key != recipe_.steps[i].key) {
                return false;
            }
        }
        return true;
    }();
    if (!isSameList) {
        beginResetModel();
    }
    recipe_ = recipe;
    results_.clear();
    for (const recipe::RecipeStep& step : recipe_.steps) {
        const recipe::StepResult* found = evaluation.find(step.key);
        results_.push_back(found != nullptr ? *found : recipe::StepResult{});
        results_.back().panel = {}; // the list needs the report alone
    }
    if (!isSameList) {
        endResetModel();
    } else {
        retranslate();
    }
}

void RecipeModel::retranslate() {
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

QString RecipeModel::keyOf(int row) const {
    const auto at = static_cast<std::size_t>(row);
    return at < recipe_.steps.size() ? QString::fromStdString(recipe_.steps[at].key) : QString();
}

int RecipeModel::rowOf(const QString& key) const {
    const std::size_t at = recipe_.indexOf(key.toStdString());
    return at < recipe_.steps.size() ? static_cast<int>(at) : -1;
}

int RecipeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(recipe_.steps.size());
}

QVariant RecipeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const recipe::RecipeStep& step = recipe_.steps[at];
    const recipe::StepResult& result = results_[at];
    switch (role) {
    case KeyRole:
        return QString::fromStdString(step.key);
    case TitleRole:
        return stepTitle(recipe::idOf(step.step));
    case Qt::DisplayRole:
    case SentenceRole:
        return stepSentence(step.step, namesOnCard);
    case ChangeRole:
        return changeText(result);
    case StateRole:
        return static_cast<int>(step.enabled ? result.state : recipe::StepState::Disabled);
    case ProblemRole:
        return !result.problems.empty();
    case Qt::CheckStateRole:
        return step.enabled ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole: {
        QStringList lines = problemLines(result.problems);
        if (const QString whole = stepSentence(step.step);
            whole != data(index, SentenceRole).toString()) {
            lines.prepend(whole);
        }
        // Rich, so that a long sentence wraps.
        return lines.isEmpty() ? QString()
                               : QStringLiteral("<p>%1</p>")
                                     .arg(lines.join(QLatin1Char('\n'))
                                              .toHtmlEscaped()
                                              .replace(QLatin1Char('\n'), QLatin1String("<br>")));
    }
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1. %2. %3")
            .arg(data(index, TitleRole).toString(), stepSentence(step.step),
                 data(index, ChangeRole).toString());
    default:
        return {};
    }
}

Qt::ItemFlags RecipeModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled
                           : flags | Qt::ItemIsDropEnabled;
}

bool RecipeModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid()) {
        return false;
    }
    Q_EMIT enableRequested(keyOf(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::DropActions RecipeModel::supportedDropActions() const {
    return Qt::MoveAction;
}

QStringList RecipeModel::mimeTypes() const {
    return {stepMime()};
}

QMimeData* RecipeModel::mimeData(const QModelIndexList& indexes) const {
    auto* mime = new QMimeData;
    if (!indexes.isEmpty()) {
        mime->setData(stepMime(), keyOf(indexes.first().row()).toUtf8());
    }
    return mime;
}

bool RecipeModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                               const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(stepMime())) {
        return false;
    }
    const QString key = QString::fromUtf8(data->data(stepMime()));
    const int from = rowOf(key);
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int to = before > from ? before - 1 : before;
    if (from >= 0 && to != from) {
        Q_EMIT moveRequested(key, to);
    }
    // False: the view must not remove the dragged row, the new recipe already has it elsewhere.
    return false;
}

QString RecipeModel::changeText(const recipe::StepResult& result) const {
    switch (result.state) {
    case recipe::StepState::Done:
        return stepChanges(result.report);
    case recipe::StepState::Disabled:
        return tr("Switched off");
    case recipe::StepState::Failed:
        return result.problems.empty() ? tr("Cannot run")
                                       : problemSentence(result.problems.front());
    case recipe::StepState::Waiting:
        return tr("Waits for the step above");
    }
    return {};
}

} // namespace citypanel::ui

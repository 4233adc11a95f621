// SPDX-License-Identifier: GPL-3.0-or-later
// RecipeModel: the steps of the recipe as a list, with what each did.
#pragma once

#include "core/recipe/evaluation.h"
#include "core/recipe/recipe.h"

#include <QAbstractListModel>

#include <memory>

namespace citypanel::ui {

/// Shows a recipe and the evaluation of it (which may be a little older). The model changes
/// nothing: a box ticked and a row dragged are asked for by signals.
class RecipeModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TitleRole,    ///< the kind of step
        SentenceRole, ///< what it does, in one sentence
        ChangeRole,   ///< what it changed, or why it did not run
        StateRole,    ///< int of recipe::StepState
        ProblemRole,  ///< bool: it has problems
    };

    using QAbstractListModel::QAbstractListModel;

    void show(const recipe::Recipe& recipe, const recipe::Evaluation& evaluation);
    /// Texts in the language now in use.
    void retranslate();

    [[nodiscard]] QString keyOf(int row) const;
    [[nodiscard]] int rowOf(const QString& key) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void enableRequested(const QString& key, bool enabled);
    /// The step is to stand at position `to` of the recipe without it.
    void moveRequested(const QString& key, int to);

private:
    [[nodiscard]] QString changeText(const recipe::StepResult& result) const;

    recipe::Recipe recipe_;
    std::vector<recipe::StepResult> results_; ///< one a step, in the recipe's order
};

} // namespace citypanel::ui

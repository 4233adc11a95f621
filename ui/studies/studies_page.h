// SPDX-License-Identifier: GPL-3.0-or-later
// StudiesPage: the studies of a paper, each with what it asks for, its tables and its figures.
#pragma once

#include "core/study/study.h"
#include "ui/widgets/workplace.h"

#include <optional>

class QListWidget;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace citypanel::ui {

class EmptyState;
class ProjectSession;
class StudyForm;
class StudyResults;

class StudiesPage final : public Workplace {
    Q_OBJECT

public:
    explicit StudiesPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;

    [[nodiscard]] bool canExport() const override { return true; }

    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("studies"); }

    /// Adds a study of that kind with its usual choices and shows it.
    void addStudy(const QString& kind);
    /// Shows a table or figure of the study chosen by its key.
    void showResult(const QString& resultKey);

private:
    QWidget* makeSide();
    void connectParts();
    void fillMenu();
    void showProject();
    void showChosen();
    void rename(int row);
    void duplicate();
    void remove();
    void applyForm(const QString& mergeKey);
    void split(const QString& variable);
    [[nodiscard]] std::optional<study::ProjectStudy> chosen() const;
    void setTexts();

    ProjectSession& session_;
    QString key_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    EmptyState* none_;
    QListWidget* list_;
    QToolButton* add_;
    QToolButton* duplicate_;
    QToolButton* delete_;
    QMenu* menu_;
    QMenu* startMenu_;
    StudyForm* form_;
    StudyResults* results_;
};

} // namespace citypanel::ui

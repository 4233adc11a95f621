// SPDX-License-Identifier: GPL-3.0-or-later
// EfficiencyPage: roles and model at the left, what the model found beside them; the score becomes
// a step of the recipe.
#pragma once

#include "core/base/result.h"
#include "core/frontier/influence.h"
#include "core/recipe/efficiency_step.h"
#include "ui/efficiency/efficiency_run.h"
#include "ui/widgets/workplace.h"

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace citypanel::ui {

class CityTab;
class ComparisonTab;
class EfficiencySpec;
class EmptyState;
class ExampleTab;
class FrontierTab;
class ProjectSession;
class ResultTab;
class ScoresTab;

class EfficiencyPage final : public Workplace {
    Q_OBJECT

public:
    explicit EfficiencyPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;
    [[nodiscard]] bool canExport() const override;
    bool focusSearch() override;

    /// The model in the form.
    [[nodiscard]] const recipe::EfficiencyStep& step() const;
    /// Puts a model into the form and runs it.
    void showModel(const recipe::EfficiencyStep& step);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeTools();
    QWidget* makeResults();
    void makeTabs();
    void connectParts();
    void connectJobs();
    void showRunning();

    /// Leaves what belonged to the project before.
    void forget();
    void showProject();
    void showData();
    void chooseStep(const QString& key);
    [[nodiscard]] Panel panelOfModel() const;
    void modelEdited();
    /// A model that is set up and not (or not so) in the recipe is kept for a crash.
    void keepDraft();
    /// What a crash left in the form.
    void takeDraft();
    void runModel();
    void showRun(const Result<EfficiencyRun>& run);
    /// What the last run warns of, in the language of the window.
    void tellOfRun();
    /// Leaves out one row of the frontier after the other, and warns where one sets every score.
    void findInfluence(const RunPtr& run);
    void warnOfInfluence();
    void disableResults();
    /// Shows lines above the results, or nothing.
    void tell(const QStringList& lines);
    void showRow(std::size_t row);
    void addToPanel();
    [[nodiscard]] QString freeName() const;
    void setTexts();

    ProjectSession& session_;
    QString key_;             ///< of the recipe's step that is shown; empty: a model of its own
    bool isNewModel_ = false; ///< an empty form was asked for
    recipe::EfficiencyStep begun_{}; ///< the model as the form was opened with it, or added last
    QStackedLayout* stack_;
    EmptyState* empty_;
    EfficiencySpec* spec_;
    QComboBox* models_;
    QPushButton* run_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    QPushButton* keep_;
    QLineEdit* name_;
    QLabel* nameLabel_;
    QPushButton* add_;
    QPushButton* export_;
    QLabel* hint_;
    QLabel* influence_;
    QTabWidget* tabs_;
    ExampleTab* example_;
    ScoresTab* scores_;
    CityTab* city_;
    FrontierTab* frontier_;
    ComparisonTab* comparison_;
    std::vector<ResultTab*> results_;
    QWidget* returnTo_;      ///< the results seen last, shown again when there are some
    Problems runProblems_{}; ///< of the last run
    std::size_t infeasible_ = 0;
    Problems influenceWarnings_{};
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// RegressionPage: models side by side: the specification at the left, the table beside it as it
// will stand on the page, the core coefficients as a chart below.
#pragma once

#include "core/study/regression_study.h"
#include "core/study/study.h"
#include "ui/widgets/workplace.h"

#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTabBar;
class QToolButton;

namespace citypanel::ui {

class EmptyState;
class ExplainPane;
class FigureView;
class NoResultView;
class ProjectSession;
class ResultTable;
class SpecPanel;

class RegressionPage final : public Workplace {
    Q_OBJECT

public:
    explicit RegressionPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;
    [[nodiscard]] bool canExport() const override;

    bool focusSearch() override;

    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("models"); }

    /// Puts the text into the formula line as if a person had typed it and pressed Enter.
    void enterFormula(const QString& text);

private:
    /// A formula as typed over that of a model; it goes when the model gets another one.
    struct Typed {
        QString study{}; ///< empty: none yet
        int model = 0;
        QString over{};
        QString text{};
    };

    QWidget* makeResults();
    QWidget* makeTools();
    void connectParts();
    void connectTable();

    void showProject();
    void showStudies();
    void showColumn();
    /// The formula of the model, or what is typed over it.
    void showFormula();
    /// What is typed in the formula line and not part of the project is kept for a crash.
    void keepTyped();
    /// What a crash left in the formula line.
    void takeTyped();
    void forgetTyped();
    void showResult();
    void showHint();
    /// Explains the cell chosen last, or hides the pane where that is gone.
    void showExplanation();

    [[nodiscard]] std::optional<study::ProjectStudy> chosen() const;
    [[nodiscard]] study::RegressionStudy regression() const;
    void chooseStudy(const QString& key);
    void changeStudy(const QString& text, const study::RegressionStudy& changed);
    void applySpec();
    void addTable();
    void deleteTable();
    void duplicateColumn();
    void removeColumn(int index);
    void moveColumn(int from, int to);
    void moveColumnBy(int places);
    void setTexts();

    ProjectSession& session_;
    QString key_;    ///< of the study shown; empty: none yet
    int column_ = 0; ///< the model shown in the specification
    std::optional<Typed> typed_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    SpecPanel* spec_;
    QComboBox* studies_;
    QComboBox* language_;
    QLabel* languageLabel_;
    QToolButton* addTable_;
    QToolButton* deleteTable_;
    QPushButton* export_;
    QTabBar* tabs_;
    QToolButton* addColumn_;
    QToolButton* deleteColumn_;
    QLineEdit* formula_;
    QLabel* hint_;
    QSplitter* results_;
    NoResultView* noResult_; ///< in the place of the results
    ResultTable* table_;
    FigureView* figure_;
    ExplainPane* explain_;
    std::optional<std::string> explainedRow_; ///< key of the row explained
    int explainedColumn_ = 0;
};

} // namespace citypanel::ui

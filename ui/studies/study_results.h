// SPDX-License-Identifier: GPL-3.0-or-later
// StudyResults: a study's tables above its figures, one of each shown; a click in either selects
// the units behind it.
#pragma once

#include "core/study/study_result.h"

#include <QWidget>

#include <optional>
#include <string>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;

namespace citypanel {
namespace study {
struct Figure;
} // namespace study
} // namespace citypanel

namespace citypanel::ui {

class ExplainPane;
class FigureView;
class ProjectSession;
class NoResultView;
class ResultTable;

class StudyResults final : public QWidget {
    Q_OBJECT

public:
    explicit StudyResults(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows the results of the study with this key; what was chosen stays chosen by its place.
    void show(const QString& key);
    /// Shows the table or figure with this key, if there is one.
    void choose(const QString& resultKey);

    [[nodiscard]] ResultTable* table() const { return table_; }

Q_SIGNALS:
    /// The units selected are to be shown in the data.
    void dataRequested();
    /// The model of a column was copied to the page of models.
    void modelsRequested();
    /// The step of the recipe that keeps the results away.
    void placeRequested(const citypanel::Place& place);

private:
    QWidget* makeTablePane();
    QWidget* makeFigurePane();
    void connectParts();
    void fillChoices();
    void showTable();
    void showFigure();
    void fitNotes();
    void showProblems();
    void showExplanation();
    /// In the language of the project's tables, as its table and figure are.
    [[nodiscard]] QString said(const study::Phrase& phrase) const;
    void copyToModels();
    void selectBehind(const QString& resultKey, const QString& name);
    void showSelection();
    void setTexts();

    ProjectSession& session_;
    QString key_;
    std::shared_ptr<const study::StudyResult> result_;
    QLabel* problems_;
    NoResultView* noResult_;
    QComboBox* tables_;
    ResultTable* table_;
    QComboBox* figures_;
    FigureView* figure_;
    QLabel* notes_;
    QScrollArea* notesArea_;
    QLabel* selected_;
    QPushButton* showData_;
    QPushButton* clear_;
    QSplitter* down_;
    QSplitter* across_;
    ExplainPane* explain_;
    QPushButton* toModels_;
    QWidget* explained_;                      ///< explanation and what can be done with its model
    std::optional<std::string> explainedRow_; ///< key of the row explained
    int explainedColumn_ = 0;
};

} // namespace citypanel::ui

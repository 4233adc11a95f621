// SPDX-License-Identifier: GPL-3.0-or-later
// TableEditsPanel: title, rows (shown, order, labels), headings and note of the chosen table.
#pragma once

#include "core/project/report_results.h"

#include <QWidget>

#include <optional>

class QGroupBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QTableWidget;

namespace citypanel::ui {

class ProjectSession;

class TableEditsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit TableEditsPanel(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows what can be edited about a result; a figure has a title alone.
    void setResult(const project::ReportResult& result);
    void clear();

    /// It shows this result, of whichever evaluation.
    [[nodiscard]] bool isOf(const project::ReportResult& result) const;
    /// Takes over a title or note that is still being typed.
    void commit();

    /// Moves the chosen row up (-1) or down (1).
    void moveRow(int by);
    void reset();

private:
    void fillRows(const study::Table& shown);
    void fillColumns(const study::Table& shown);

    /// The rows of the list: their order and those not ticked, of which result.
    struct Rows {
        std::string study{};
        std::string result{};
        std::vector<std::string> order{};
        std::vector<std::string> hidden{};
    };

    [[nodiscard]] Rows rowsShown() const;
    void takeRows(const Rows& rows);
    void takeLabel(QListWidgetItem* item);
    void takeColumn(int row, int column);
    void takeTitle();
    void takeNote();
    template <typename Change>
    void edit(Change change, const QString& mergeKey = {});
    /// Edits of one line of one result that follow each other are one.
    [[nodiscard]] QString lineKey(const char* line) const;
    void setTexts();

    ProjectSession& session_;
    std::optional<project::ReportResult> result_;
    report::TableEdits shownEdits_;
    report::Labels shownLabels_;
    const void* shownTable_ = nullptr;
    text::Language shownLanguage_ = text::Language::English;
    QLabel* titleLabel_;
    QLineEdit* title_;
    QLabel* rowsLabel_;
    QListWidget* rows_;
    QPushButton* up_;
    QPushButton* down_;
    QLabel* columnsLabel_;
    QTableWidget* columns_;
    QLabel* noteLabel_;
    QLineEdit* note_;
    QPushButton* reset_;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// ExplainPane: what stands behind a cell of the table, with commands to copy.
#pragma once

#include "core/study/table.h"
#include "core/text/explanation.h"

#include <QWidget>

class QLabel;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace citypanel::ui {

class ProjectSession;

class ExplainPane final : public QWidget {
    Q_OBJECT

public:
    explicit ExplainPane(QWidget* parent = nullptr);

    void setExplanation(const QString& title, std::vector<text::ExplanationPart> parts);
    /// Shows itself with what stands behind the cell of a row in a column (0 is the first model).
    void explain(const study::Row& row, int column, const study::RegressionColumn& model,
                 const Fit& fit, const ProjectSession& session);

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void render();
    void copyPart(const QUrl& link);
    void setTexts();

    std::vector<text::ExplanationPart> parts_;
    QLabel* title_;
    QToolButton* close_;
    QTextBrowser* text_;
};

/// The model behind a column (0 is the first), or nullptr where it could not be estimated.
[[nodiscard]] const Fit* fitOf(const study::StudyResult& result, int column);

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// ExplainPane: what stands behind a cell of the table, with commands to copy.
#pragma once

#include "core/text/explanation.h"

#include <QWidget>

class QLabel;
class QTextBrowser;
class QToolButton;
class QUrl;

namespace citypanel::ui {

class ExplainPane final : public QWidget {
    Q_OBJECT

public:
    explicit ExplainPane(QWidget* parent = nullptr);

    void setExplanation(const QString& title, std::vector<text::ExplanationPart> parts);

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

} // namespace citypanel::ui

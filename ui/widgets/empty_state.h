// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyState: what a page shows while it has nothing to show: why, and the next thing to do.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace citypanel::ui {

class ProjectSession;

class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(const char* iconName, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& text);
    /// Adds a button; the first one is the suggested next step and gets the focus by default.
    QPushButton* addAction(const QString& objectName);

    /// While the session computes, says that instead; what is missing may be on its way.
    void followEvaluation(ProjectSession& session);

    void changeEvent(QEvent* event) override;

private:
    void paintIcon();
    void showTexts();

    QByteArray iconName_;
    QLabel* icon_;
    QLabel* title_;
    QLabel* text_;
    QVBoxLayout* buttons_;
    QString ownTitle_;
    QString ownText_;
    bool isComputing_ = false;
    bool hidesButtons_ = false;
};

} // namespace citypanel::ui

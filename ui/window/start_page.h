// SPDX-License-Identifier: GPL-3.0-or-later
// StartPage: open a project, the sample, or files; and the projects opened last.
#pragma once

#include "ui/widgets/workplace.h"

class QLabel;
class QListWidget;

namespace citypanel::ui {

class ProjectSession;

class StartPage final : public Workplace {
    Q_OBJECT

public:
    explicit StartPage(ProjectSession& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showRecent();

    ProjectSession& session_;
    QLabel* recentTitle_;
    QListWidget* recent_;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// VariableSummary: what the chosen variable is: label, unit, type, and its statistics.
#pragma once

#include "core/panel/panel.h"

#include <QLabel>

namespace citypanel::ui {

class ProjectSession;

class VariableSummary final : public QLabel {
    Q_OBJECT

public:
    explicit VariableSummary(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows a variable of a panel; statistics are calculated off the UI thread.
    void show(const citypanel::Panel& panel, const QString& name);

private:
    ProjectSession& session_;
};

} // namespace citypanel::ui

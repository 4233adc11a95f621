// SPDX-License-Identifier: GPL-3.0-or-later
// NoResultView: what stands in the place of results that are not there: why, and what to do.
#pragma once

#include "core/base/problem.h"

#include <QString>
#include <QWidget>

class QPushButton;

namespace citypanel::ui {

class EmptyState;
class ProjectSession;

class NoResultView final : public QWidget {
    Q_OBJECT

public:
    explicit NoResultView(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows why this study (empty: any) has no results and is visible from then on; hidden and
    /// false where there is nothing to explain.
    bool explain(const QString& studyKey);

Q_SIGNALS:
    /// The step that failed is to be chosen.
    void placeRequested(const citypanel::Place& place);

private:
    ProjectSession& session_;
    EmptyState* state_;
    QPushButton* toStep_;
    QString step_;
};

} // namespace citypanel::ui

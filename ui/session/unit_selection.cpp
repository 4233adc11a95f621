// SPDX-License-Identifier: GPL-3.0-or-later
// The selection as a child of its session.
#include "ui/session/unit_selection.h"

#include "ui/session/project_session.h"

namespace citypanel::ui {

UnitSelection& UnitSelection::of(ProjectSession& session) {
    auto* selection = session.findChild<UnitSelection*>();
    if (selection == nullptr) {
        selection = new UnitSelection(&session);
        // Another project has other units.
        connect(&session, &ProjectSession::filePathChanged, selection, &UnitSelection::clear);
    }
    return *selection;
}

void UnitSelection::select(const QStringList& units, const QString& name,
                           const QString& condition) {
    if (units == units_ && name == name_ && condition == condition_) {
        return;
    }
    units_ = units;
    name_ = name;
    condition_ = condition;
    Q_EMIT changed();
}

void UnitSelection::clear() {
    select({}, {});
}

} // namespace citypanel::ui

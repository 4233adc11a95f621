// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of steps, by what a person wants to do.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace citypanel::ui {

struct StepPurpose {
    QString title;
    QStringList stepIds;
};

/// Every kind of step under one purpose, in the order of the work; kinds without a purpose of their
/// own come last. Corrections are made in the data view and stand in no list.
[[nodiscard]] std::vector<StepPurpose> stepPurposes();

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The workplaces of the window, in the order of the work. A new workplace is one line here.
#pragma once

#include "ui/widgets/workplace.h"

#include <vector>

namespace citypanel::ui {

class ProjectSession;

/// Translation context of the titles.
inline constexpr const char* workplaceContext = "citypanel::ui::Workplaces";

struct WorkplaceRow {
    const char* id;
    const char* icon;
    const char* title; ///< source text
    const char* words; ///< others the palette finds it by; source text
    Workplace* (*make)(ProjectSession& session, QWidget* parent);
};

[[nodiscard]] const std::vector<WorkplaceRow>& workplaceRows();

} // namespace citypanel::ui

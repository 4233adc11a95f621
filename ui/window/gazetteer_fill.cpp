// SPDX-License-Identifier: GPL-3.0-or-later
// Which lists fit which step.
#include "ui/window/gazetteer_fill.h"

#include "core/sheets/membership.h"

#include <variant>

namespace citypanel::ui {

QStringList listsFor(const recipe::Step& step) {
    if (std::holds_alternative<recipe::PilotStep>(step)) {
        return {QStringLiteral("low_carbon_pilot"), QStringLiteral("broadband_china")};
    }
    QStringList names;
    const auto* group = std::get_if<recipe::ListGroupStep>(&step);
    if (group != nullptr && group->variable.empty()) {
        for (const std::string& name : sheets::membershipNames(sheets::chinaPrefectures())) {
            names.append(QString::fromStdString(name));
        }
    }
    return names;
}

recipe::Step filledFrom(const QString& list, recipe::Step step,
                        std::span<const std::string> units) {
    const std::string name = list.toStdString();
    const sheets::Gazetteer& gazetteer = sheets::chinaPrefectures();
    if (auto* pilot = std::get_if<recipe::PilotStep>(&step)) {
        pilot->starts = sheets::membershipYears(gazetteer, name, units);
        pilot->name.text = pilot->name.empty() ? name : pilot->name.text;
    } else if (auto* group = std::get_if<recipe::ListGroupStep>(&step)) {
        group->lists = sheets::membershipGroups(gazetteer, name, units);
        group->name.text = group->name.empty() ? name : group->name.text;
    }
    return step;
}

} // namespace citypanel::ui

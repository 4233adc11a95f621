// SPDX-License-Identifier: GPL-3.0-or-later
// The table of purposes.
#include "ui/models/step_purposes.h"

#include "core/recipe/step.h"

#include <QCoreApplication>

#include <vector>

namespace citypanel::ui {

namespace {

struct Row {
    const char* title;
    std::vector<const char*> ids;
};

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Sample"), {"filter"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Missing values"),
         {"coverage", "interpolate", "chain_growth"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Prices, capital, energy"),
         {"deflate", "capital_stock", "standard_coal"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Outliers and scale"),
         {"winsorise", "standardise"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "New variables"), {"calculate"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Groups"),
         {"quantile_group", "value_group", "list_group", "crossing", "pilot"}},
        {QT_TRANSLATE_NOOP("citypanel::ui::StepPurposes", "Columns and tables"),
         {"rename", "drop", "merge", "reshape"}},
    };
    return all;
}

} // namespace

std::vector<StepPurpose> stepPurposes() {
    std::vector<StepPurpose> purposes;
    QStringList placed{QStringLiteral("correct")};
    for (const Row& row : rows()) {
        StepPurpose purpose{QCoreApplication::translate("citypanel::ui::StepPurposes", row.title),
                            {}};
        for (const char* id : row.ids) {
            purpose.stepIds.append(QString::fromLatin1(id));
        }
        placed.append(purpose.stepIds);
        purposes.push_back(std::move(purpose));
    }
    StepPurpose others{
        QCoreApplication::translate("citypanel::ui::StepPurposes", "Indices and efficiency"), {}};
    for (const std::string_view id : recipe::stepIds()) {
        const QString stepId = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        if (!placed.contains(stepId)) {
            others.stepIds.append(stepId);
        }
    }
    if (!others.stepIds.isEmpty()) {
        purposes.push_back(std::move(others));
    }
    return purposes;
}

} // namespace citypanel::ui

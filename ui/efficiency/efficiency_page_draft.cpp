// SPDX-License-Identifier: GPL-3.0-or-later
// The model in the form that the recipe does not have: kept for a crash, and shown again.
#include "core/project/project_json.h"
#include "ui/efficiency/efficiency_page.h"
#include "ui/efficiency/efficiency_spec.h"
#include "ui/session/project_session.h"

#include <QLineEdit>

#include <variant>

namespace citypanel::ui {

namespace {

const QString efficiencyId = QStringLiteral("efficiency");

} // namespace

void EfficiencyPage::keepDraft() {
    const recipe::EfficiencyStep& step = spec_->step();
    if (step == begun_) {
        session_.setPageDraft(efficiencyId, std::nullopt);
        return;
    }
    QJsonObject content = project::toJson(recipe::RecipeStep{
        .key = key_.isEmpty() ? std::string("new") : key_.toStdString(), .step = step});
    content.insert(QLatin1String("isNew"), key_.isEmpty());
    content.insert(QLatin1String("name"), name_->text());
    session_.setPageDraft(
        efficiencyId, project::PageDraft{.content = content,
                                         .words = tr("efficiency model %1").arg(name_->text())});
}

void EfficiencyPage::takeDraft() {
    const QJsonObject content = session_.pageDraft(efficiencyId);
    const auto read =
        content.isEmpty() ? Result<recipe::RecipeStep>(Problem{}) : project::stepFromJson(content);
    const auto* model = read ? std::get_if<recipe::EfficiencyStep>(&read->step) : nullptr;
    if (model == nullptr) {
        return;
    }
    const bool isNew = content.value(QLatin1String("isNew")).toBool();
    isNewModel_ = isNew;
    chooseStep(isNew ? QString() : QString::fromStdString(read->key));
    name_->setText(content.value(QLatin1String("name")).toString());
    showModel(*model);
}

} // namespace citypanel::ui

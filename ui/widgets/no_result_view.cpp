// SPDX-License-Identifier: GPL-3.0-or-later
// The reason in an empty state, with the way to the step.
#include "ui/widgets/no_result_view.h"

#include "ui/models/no_result.h"
#include "ui/session/project_session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/language.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace citypanel::ui {

NoResultView::NoResultView(ProjectSession& session, QWidget* parent)
    : QWidget(parent), session_(session), state_(new EmptyState("recipe", this)) {
    setObjectName(QStringLiteral("noResult"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(state_);
    toStep_ = state_->addAction(QStringLiteral("toFailedStep"));
    setFocusProxy(state_);
    connect(toStep_, &QPushButton::clicked, this,
            [this] { Q_EMIT placeRequested(Place{.step = step_.toStdString()}); });
    translated(this, [this] { toStep_->setText(tr("Show the Step")); });
    hide();
}

bool NoResultView::explain(const QString& studyKey) {
    const auto why = whyNoResult(session_, studyKey);
    setVisible(why.has_value());
    if (why) {
        step_ = why->step;
        state_->setTexts(why->title, why->text);
        toStep_->setVisible(!step_.isEmpty());
    }
    return why.has_value();
}

} // namespace citypanel::ui

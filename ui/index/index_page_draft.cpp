// SPDX-License-Identifier: GPL-3.0-or-later
// What the form of an indicator holds and the index does not: kept for a crash, and shown again.
#include "ui/index/index_page.h"
#include "ui/index/indicator_panel.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"

namespace citypanel::ui {

namespace {

const QString draftId = QStringLiteral("index");

} // namespace

void IndexPage::keepDraft() {
    const QJsonObject form = indicators_->unfinished();
    if (form.isEmpty()) {
        session_.setPageDraft(draftId, std::nullopt);
        return;
    }
    session_.setPageDraft(draftId,
                          project::PageDraft{.content = {{QStringLiteral("step"), qs(key_)},
                                                         {QStringLiteral("form"), form}},
                                             .words = indicators_->unfinishedWords()});
}

void IndexPage::takeDraft() {
    const QJsonObject content = session_.pageDraft(draftId);
    if (content.isEmpty()) {
        return;
    }
    key_ = content.value(QLatin1String("step")).toString().toStdString();
    showProject();
    indicators_->restore(content.value(QLatin1String("form")).toObject());
}

} // namespace citypanel::ui

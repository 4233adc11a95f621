// SPDX-License-Identifier: GPL-3.0-or-later
// The formula line: what is typed in it becomes the model, or is kept until it can.
#include "ui/models/words.h"
#include "ui/regression/model_spec.h"
#include "ui/regression/regression_page.h"
#include "ui/regression/spec_panel.h"
#include "ui/session/project_session.h"

#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>

namespace citypanel::ui {

namespace {

const QString formulaPage = QStringLiteral("models");

/// The formula of a model of a study; nothing where there is no such model. A study without a key
/// is one that the first model makes.
std::optional<QString> formulaIn(const project::Project& project, const QString& key, int model) {
    const auto at = static_cast<std::size_t>(model);
    bool hasStudies = false;
    for (const study::ProjectStudy& study : project.studies) {
        const auto* regression = std::get_if<study::RegressionStudy>(&study.study);
        hasStudies = hasStudies || regression != nullptr;
        if (regression == nullptr || study.key != key.toStdString()) {
            continue;
        }
        if (at < regression->columns.size()) {
            return QString::fromStdString(regression->columns[at].formula);
        }
        return at == 0 ? std::optional(QString()) : std::nullopt;
    }
    return key.isEmpty() && !hasStudies && at == 0 ? std::optional(QString()) : std::nullopt;
}

} // namespace

void RegressionPage::enterFormula(const QString& text) {
    formula_->setModified(false);
    const study::RegressionStudy study = regression();
    const auto parsed = specOf(text.toStdString(), study.core);
    if (!parsed) {
        hint_->setText(problemSentence(parsed.error()));
        if (parsed.error().place.position) {
            const auto bytes = static_cast<qsizetype>(*parsed.error().place.position);
            formula_->setCursorPosition(
                static_cast<int>(QString::fromUtf8(text.toUtf8().left(bytes)).size()));
        }
        return;
    }
    spec_->setModel(*parsed, spec_->column());
    typed_.reset();
    applySpec();
    session_.setPageDraft(formulaPage, std::nullopt);
}

void RegressionPage::showFormula() {
    if (typed_ && formulaIn(*session_.project(), typed_->study, typed_->model) != typed_->over) {
        forgetTyped();
    }
    const bool isTyped = typed_ && typed_->study == key_ && typed_->model == column_;
    formula_->setText(isTyped ? typed_->text
                              : formulaIn(*session_.project(), key_, column_).value_or(QString()));
    formula_->setModified(isTyped);
}

void RegressionPage::keepTyped() {
    const QString text = formula_->text();
    const QString over = formulaIn(*session_.project(), key_, column_).value_or(QString());
    if (text == over) {
        forgetTyped();
        return;
    }
    typed_ = Typed{.study = key_, .model = column_, .over = over, .text = text};
    session_.setPageDraft(
        formulaPage,
        project::PageDraft{.content = {{QStringLiteral("study"), key_},
                                       {QStringLiteral("model"), column_},
                                       {QStringLiteral("over"), over},
                                       {QStringLiteral("text"), text}},
                           .words = tr("formula of model %1: %2").arg(column_ + 1).arg(text)});
}

void RegressionPage::takeTyped() {
    const QJsonObject content = session_.pageDraft(formulaPage);
    if (content.isEmpty()) {
        return;
    }
    typed_ = Typed{.study = content.value(QLatin1String("study")).toString(),
                   .model = content.value(QLatin1String("model")).toInt(),
                   .over = content.value(QLatin1String("over")).toString(),
                   .text = content.value(QLatin1String("text")).toString()};
    key_ = typed_->study;
    column_ = typed_->model;
    showProject();
}

void RegressionPage::forgetTyped() {
    typed_.reset();
    session_.setPageDraft(formulaPage, std::nullopt);
}

} // namespace citypanel::ui

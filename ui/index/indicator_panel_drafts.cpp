// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in the form of an indicator before others are told, and how it comes back.
#include "core/project/json_fields.h"
#include "ui/index/indicator_panel.h"
#include "ui/models/words.h"

#include <QLineEdit>
#include <QTreeWidgetItemIterator>

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

const QString draftKey = QStringLiteral("draft");
const QString begunKey = QStringLiteral("begun");
const QString typedKey = QStringLiteral("typed");

auto namedIn(const std::vector<index::Indicator>& indicators, const std::string& name) {
    return std::find_if(indicators.begin(), indicators.end(),
                        [&](const index::Indicator& one) { return one.name == name; });
}

} // namespace

QJsonObject IndicatorPanel::unfinished() const {
    QJsonObject json;
    const auto draft = draft_.empty() ? indicators_.end() : namedIn(indicators_, draft_);
    const bool isFilled = draft != indicators_.end() && *draft != begun_;
    const bool isTypedIn = typed_ && typed_->indicator == draft_;
    if (isFilled || (draft != indicators_.end() && isTypedIn)) {
        json.insert(draftKey, project::toJson(*draft));
        json.insert(begunKey, project::toJson(begun_));
    }
    if (typed_) {
        json.insert(typedKey, QJsonObject{{QStringLiteral("indicator"), qs(typed_->indicator)},
                                          {QStringLiteral("line"), typed_->line},
                                          {QStringLiteral("text"), typed_->text}});
    }
    return json;
}

QString IndicatorPanel::unfinishedWords() const {
    const auto draft = namedIn(indicators_, typed_ ? typed_->indicator : draft_);
    const QString name = draft == indicators_.end() ? QString() : qs(draft->title());
    return typed_ ? tr("indicator %1: %2").arg(name, typed_->text) : tr("indicator %1").arg(name);
}

void IndicatorPanel::restore(const QJsonObject& unfinished) {
    index::Indicator draft;
    const QJsonValue written = unfinished.value(draftKey);
    if (written.isObject() && project::fromJson(written, draft) &&
        namedIn(indicators_, draft.name) == indicators_.end()) {
        index::Indicator begun;
        const bool isKnown = project::fromJson(unfinished.value(begunKey), begun).has_value();
        begun_ = isKnown ? begun : index::Indicator{.name = draft.name};
        begin(draft);
    }
    const QJsonObject typed = unfinished.value(typedKey).toObject();
    const std::string name = typed.isEmpty()
                                 ? draft.name
                                 : typed.value(QLatin1String("indicator")).toString().toStdString();
    const auto found = namedIn(indicators_, name);
    if (found == indicators_.end()) {
        return;
    }
    if (!typed.isEmpty()) {
        typed_ = Typed{.indicator = name,
                       .line = typed.value(QLatin1String("line")).toString(),
                       .text = typed.value(QLatin1String("text")).toString()};
    }
    choose(static_cast<std::size_t>(found - indicators_.begin()));
    showForm();
    Q_EMIT unfinishedChanged();
}

void IndicatorPanel::forget() {
    indicators_.clear();
    draft_.clear();
    typed_.reset();
    fillTree();
    showForm();
}

void IndicatorPanel::begin(index::Indicator added) {
    draft_ = added.name;
    indicators_.push_back(std::move(added));
    fillTree();
}

void IndicatorPanel::keepTyped(const QString& line, bool isSame) {
    const auto* edit = formHost_->findChild<QLineEdit*>(line);
    const int place = chosen();
    if (isSame || edit == nullptr || place < 0) {
        typed_.reset();
    } else {
        typed_ = Typed{.indicator = indicators_[static_cast<std::size_t>(place)].name,
                       .line = line,
                       .text = edit->text()};
    }
    Q_EMIT unfinishedChanged();
}

void IndicatorPanel::showTyped() {
    const int place = chosen();
    const bool isOfChosen = typed_ && place >= 0 &&
                            indicators_[static_cast<std::size_t>(place)].name == typed_->indicator;
    auto* edit = isOfChosen ? formHost_->findChild<QLineEdit*>(typed_->line) : nullptr;
    if (edit != nullptr) {
        edit->setText(QString(typed_->text)); // a copy: the line reports what it gets
    }
}

} // namespace citypanel::ui

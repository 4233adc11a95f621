// SPDX-License-Identifier: GPL-3.0-or-later
// Starting studies as jobs and keeping what they gave.
#include "ui/models/study_results.h"

#include "ui/session/project_session.h"

namespace citypanel::ui {

namespace {

QString viewOf(const std::string& key) {
    return QStringLiteral("study/") + QString::fromStdString(key);
}

} // namespace

bool isSamePanel(const Panel& a, const Panel& b) {
    if (a.keys() != b.keys() || a.rowCount() != b.rowCount() ||
        a.columnCount() != b.columnCount()) {
        return false;
    }
    for (std::size_t i = 0; i < a.columnCount(); ++i) {
        const Variable& left = a.columns()[i];
        const Variable& right = b.columns()[i];
        if (left.name() != right.name() || left.label() != right.label() ||
            !left.sharesValuesWith(right)) {
            return false;
        }
    }
    return true;
}

StudyResults& StudyResults::of(ProjectSession& session) {
    auto* found = session.findChild<StudyResults*>(QString(), Qt::FindDirectChildrenOnly);
    return found != nullptr ? *found : *new StudyResults(session);
}

StudyResults::StudyResults(ProjectSession& session) : QObject(&session), session_(session) {
    connect(&session, &ProjectSession::projectChanged, this, &StudyResults::update);
    connect(&session, &ProjectSession::evaluationChanged, this, &StudyResults::update);
    update();
}

StudyResults::ResultPtr StudyResults::result(const std::string& key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? nullptr : found->second.result;
}

std::optional<Problem> StudyResults::failure(const std::string& key) const {
    const auto found = entries_.find(key);
    return found == entries_.end() ? std::nullopt : found->second.failure;
}

bool StudyResults::isRunning(const std::string& key) const {
    const auto found = entries_.find(key);
    return found != entries_.end() && found->second.isRunning;
}

void StudyResults::update() {
    const auto project = session_.project();
    const Panel& panel = session_.evaluation()->recipe.result();
    std::map<std::string, Entry> kept;
    for (const study::ProjectStudy& wanted : project->studies) {
        const auto found = entries_.find(wanted.key);
        if (found != entries_.end()) {
            kept.insert(entries_.extract(found));
        }
    }
    for (const auto& [key, entry] : entries_) {
        session_.jobs().cancel(viewOf(key));
    }
    entries_ = std::move(kept);
    if (panel.rowCount() == 0) {
        return;
    }
    for (const study::ProjectStudy& wanted : project->studies) {
        const auto found = entries_.find(wanted.key);
        if (found == entries_.end() || found->second.study != wanted.study ||
            !isSamePanel(found->second.panel, panel)) {
            start(wanted, panel);
        }
    }
}

void StudyResults::start(const study::ProjectStudy& wanted, const Panel& panel) {
    Entry& entry = entries_[wanted.key];
    entry.study = wanted.study;
    entry.panel = panel;
    entry.isRunning = true;
    session_.jobs().runLatest<Result<study::StudyResult>>(
        viewOf(wanted.key),
        [study = wanted.study, panel](Progress& progress) {
            return study::runStudy(study, panel, progress);
        },
        [this, key = wanted.key](Result<study::StudyResult> outcome) {
            finish(key, std::move(outcome));
        });
}

void StudyResults::finish(const std::string& key, Result<study::StudyResult> outcome) {
    const auto found = entries_.find(key);
    if (found == entries_.end()) {
        return;
    }
    Entry& entry = found->second;
    entry.isRunning = false;
    entry.failure.reset();
    if (outcome) {
        entry.result = std::make_shared<const study::StudyResult>(*std::move(outcome));
    } else {
        entry.result = nullptr;
        entry.failure = outcome.error();
    }
    Q_EMIT changed(QString::fromStdString(key));
}

} // namespace citypanel::ui

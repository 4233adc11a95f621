// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs of reading and reviewing; changes and their history.
#include "ui/import/import_desk.h"

#include "core/project/mapping_file.h"
#include "core/report/atomic_file.h"
#include "core/sheets/read_workbook.h"
#include "core/sheets/regions.h"
#include "ui/models/counts.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"

#include <QFileInfo>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace citypanel::ui {

namespace {

const QString readingView = QStringLiteral("import.read");
const QString reviewView = QStringLiteral("import.review");
const QString mappingView = QStringLiteral("import.mapping");
const QString placesView = QStringLiteral("import.places");
constexpr std::size_t mostSteps = 100;
constexpr qsizetype mostSentences = 4; // in one message; the list of files has them all

/// How many columns of a mapping a plan has, under the names the mapping gives them.
int columnsFound(const sheets::ImportPlan& plan, const sheets::ImportMapping& mapping) {
    std::set<std::string> names;
    for (const sheets::SheetImport& table : plan.sheets) {
        for (const sheets::ColumnLayout& column : table.layout.columns) {
            names.insert(column.name);
        }
    }
    return static_cast<int>(std::count_if(
        mapping.columns.begin(), mapping.columns.end(),
        [&](const sheets::ColumnMapping& column) { return names.contains(column.name); }));
}

} // namespace

ImportDesk::ImportDesk(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session), review_(std::make_shared<const sheets::ImportReview>()) {
    connect(&session_, &ProjectSession::projectChanged, this, [this] {
        // Another project, not an edit of this one: its evaluation starts anew, without a history.
        const bool isReplaced =
            session_.undoStack().count() == 0 && session_.evaluatedProject() == session_.project();
        // Undoing the import leaves the files on the desk, as they lay there before it.
        const bool isTakenBack =
            !isReplaced && !draft_.isEmpty() && session_.project()->sources.empty();
        if (isTakenBack) {
            isOwn_ = true;
            keepDraft();
        } else if (!isOwn_ || isReplaced) {
            loadProject();
        }
    });
    connect(&session_.jobs(), &JobQueue::runningChanged, this, [this](const QString& view) {
        if (view == readingView || view == reviewView) {
            Q_EMIT busyChanged();
        }
        if (view == readingView && !isReading()) {
            // A result, if there is one, comes first.
            QMetaObject::invokeMethod(this, &ImportDesk::noteCancelled, Qt::QueuedConnection);
        }
        if (view == reviewView && !isBusy()) {
            QMetaObject::invokeMethod(this, &ImportDesk::dropOldReview, Qt::QueuedConnection);
        }
    });
    loadProject();
}

bool ImportDesk::isReading() const {
    return session_.jobs().isRunning(readingView);
}

bool ImportDesk::isBusy() const {
    return isReading() || session_.jobs().isRunning(reviewView);
}

void ImportDesk::noteCancelled() {
    if (!isReading() && std::exchange(awaitsFiles_, false)) {
        Q_EMIT draftChanged();
        Q_EMIT messageRequested(tr("Reading was cancelled; no file was added."), false);
    }
}

void ImportDesk::dropOldReview() {
    if (!isBusy() && !isReviewed()) {
        review_ = std::make_shared<const sheets::ImportReview>();
        Q_EMIT reviewChanged();
    }
}

void ImportDesk::read(const std::function<Result<ImportDraft>(Progress&)>& work, bool isOwn) {
    using Outcome = Result<ImportDraft>;
    session_.jobs().runLatest<Outcome>(readingView, work, [this, isOwn](Outcome outcome) {
        if (!outcome) {
            return; // cancelled
        }
        isOwn_ = isOwn;
        before_.clear();
        after_.clear();
        takeRead(*std::move(outcome));
    });
}

void ImportDesk::takeRead(ImportDraft draft) {
    awaitsFiles_ = false;
    QStringList sentences;
    for (const UnreadFile& file : draft.unread) {
        sentences.append(problemSentence(file.problem));
    }
    const QStringList renewals = renewalTexts(draft);
    setDraft(std::move(draft));
    if (const auto place = std::exchange(awaited_, std::nullopt)) {
        showPlace(*place);
    }
    if (const auto more = sentences.size() - mostSentences; more > 0) {
        sentences.resize(mostSentences);
        sentences.append(tr("%n more file(s) cannot be read: the list of files says why.", nullptr,
                            static_cast<int>(more)));
    }
    const bool isError = !sentences.isEmpty();
    sentences.append(renewals);
    if (!sentences.isEmpty()) {
        Q_EMIT messageRequested(sentences.join(QLatin1Char('\n')), isError);
    }
}

QStringList ImportDesk::renewalTexts(const ImportDraft& draft) {
    constexpr qsizetype named = 6; // of many variables; the page of variables has them all
    const auto list = [](const std::vector<std::string>& names) {
        QStringList shown;
        for (const std::string& name : names) {
            shown.append(qs(name));
        }
        return firstNames(shown, named);
    };
    QStringList texts;
    for (const RenewedFile& file : draft.renewed) {
        QString text = tr("%1 takes the place of the file of this name; what you decided stays.")
                           .arg(qs(file.name));
        if (file.isYearToConfirm) {
            text += QLatin1Char(' ') + tr("The year you typed is to be confirmed.");
        }
        if (!file.columns.added.empty()) {
            text += QLatin1Char(' ') + tr("New variables: %1.").arg(list(file.columns.added));
        }
        if (!file.columns.gone.empty()) {
            text += QLatin1Char(' ') + tr("No longer there: %1.").arg(list(file.columns.gone));
        }
        texts.append(text);
    }
    return texts;
}

void ImportDesk::takeFiles(const QStringList& paths, SameName sameName) {
    using Outcome = Result<ImportDraft>;
    // The page may be new and its project not read yet: files are added to those it has.
    session_.jobs().runLatest<Outcome>(
        readingView,
        [draft = draft_, project = session_.project(), cache = session_.evaluationCache(), paths,
         sameName](Progress& progress) -> Outcome {
            if (!draft.isEmpty() || project->sources.empty()) {
                return withFiles(draft, paths, sameName, cache->import, progress);
            }
            CITYPANEL_TRY(const ImportDraft known, draftOf(*project, cache->import, progress));
            return withFiles(known, paths, sameName, cache->import, progress);
        },
        [this, paths, sameName, version = version_](Outcome outcome) {
            if (!outcome) {
                return; // cancelled
            }
            if (version != version_) {
                takeFiles(paths, sameName); // added to what was changed meanwhile
                return;
            }
            if (asksOfNames(*outcome, paths)) {
                return;
            }
            isOwn_ = true;
            if (!draft_.isEmpty()) {
                before_.push_back(draft_);
            }
            after_.clear();
            const std::vector<project::Source> before = draft_.sources;
            takeRead(*std::move(outcome));
            chooseNewTable(before);
        });
    awaitsFiles_ = true;
}

void ImportDesk::chooseNewTable(const std::vector<project::Source>& before) {
    for (const project::Source& source : draft_.sources) {
        if (std::find(before.begin(), before.end(), source) == before.end()) {
            if (const auto table = draft_.tableOn(source.name, "")) {
                chooseTable(static_cast<int>(*table));
                return;
            }
        }
    }
}

bool ImportDesk::asksOfNames(const ImportDraft& outcome, const QStringList& paths) {
    if (outcome.asked.empty()) {
        return false;
    }
    if (draft_.isEmpty()) { // the project's files, read just now
        isOwn_ = false;
        ImportDraft known = outcome;
        known.asked.clear();
        takeRead(std::move(known));
    }
    awaitsFiles_ = false;
    QStringList names;
    for (const std::string& name : outcome.asked) {
        names.append(qs(name));
    }
    Q_EMIT sameNamesFound(paths, names);
    return true;
}

void ImportDesk::loadProject() {
    awaitsFiles_ = false;
    const auto project = session_.project();
    isOwn_ = false;
    if (const auto left = session_.importDraft()) { // restored after a crash
        // Also of a draft whose new files are still to be decided about.
        const sheets::ImportPlan& adopted = left->plan.isRuleChosen ? left->plan : project->plan;
        read(
            [left, known = sheets::sourcesOf(adopted),
             cache = session_.evaluationCache()](Progress& progress) -> Result<ImportDraft> {
                CITYPANEL_TRY(ImportDraft draft, draftOf(*left, cache->import, progress));
                draft.adopted = known;
                return draft;
            },
            true);
        return;
    }
    if (project->sources.empty()) {
        session_.jobs().cancel(readingView);
        before_.clear();
        after_.clear();
        setDraft({});
        return;
    }
    read([project, cache = session_.evaluationCache()](
             Progress& progress) { return draftOf(*project, cache->import, progress); },
         false);
}

void ImportDesk::change(const Change& change) {
    before_.push_back(draft_);
    if (before_.size() > mostSteps) {
        before_.erase(before_.begin());
    }
    after_.clear();
    isOwn_ = true;
    setDraft(change(draft_));
}

void ImportDesk::changePlan(const PlanChange& change) {
    this->change([&change](ImportDraft draft) {
        sheets::ImportPlan changed = change(draft.chosenPlan());
        return withDecisions(std::move(draft), std::move(changed));
    });
}

void ImportDesk::changeLayout(std::size_t table, const sheets::Layout& layout, bool alike) {
    change([&](ImportDraft draft) {
        const bool hadColumns = !draft.plan.sheets[table].layout.columns.empty();
        draft = withLayout(std::move(draft), table, layout, alike);
        // A table that somebody pointed out is meant to be read.
        return hadColumns ? draft : withChosen(std::move(draft), {table}, true);
    });
}

void ImportDesk::undo() {
    if (canUndo()) {
        after_.push_back(draft_);
        ImportDraft draft = std::move(before_.back());
        before_.pop_back();
        setDraft(std::move(draft));
        Q_EMIT messageRequested({}, false); // of what is undone
    }
}

void ImportDesk::redo() {
    if (canRedo()) {
        before_.push_back(draft_);
        ImportDraft draft = std::move(after_.back());
        after_.pop_back();
        setDraft(std::move(draft));
    }
}

void ImportDesk::chooseTable(int table) {
    if (table != table_ && table < static_cast<int>(draft_.plan.sheets.size())) {
        table_ = table;
        Q_EMIT tableChanged();
    }
}

bool ImportDesk::showPlace(const Place& place) {
    const auto table = draft_.tableOn(place.file, place.sheet);
    if (!table) {
        awaited_ = isReading() ? std::optional(place) : std::nullopt;
        return awaited_.has_value();
    }
    chooseTable(static_cast<int>(*table));
    if (const auto cell = sheets::cellNamed(place.cell)) {
        Q_EMIT cellRequested(cell->row, cell->column);
    }
    return true;
}

void ImportDesk::saveMapping(const QString& path) {
    using Outcome = Status;
    session_.jobs().runLatest<Outcome>(
        mappingView,
        [workbooks = draft_.workbooks, pointers = draft_.workbookPointers(),
         plan = draft_.chosenPlan(), path](Progress&) {
            const auto json = project::mappingToJson(sheets::mappingOf(pointers, plan));
            return report::writeAtomically(path, json);
        },
        [this, path](const Outcome& outcome) {
            Q_EMIT messageRequested(outcome
                                        ? tr("Mapping saved: %1").arg(QFileInfo(path).fileName())
                                        : problemSentence(outcome.error()),
                                    !outcome);
        });
}

void ImportDesk::applyMapping(const QString& path) {
    struct Applied {
        ImportDraft draft;
        int columns;             ///< of the mapping
        int found;               ///< of them in these files
        QStringList unconverted; ///< variables that give no unit of measure
    };

    using Outcome = Result<Applied>;
    session_.jobs().runLatest<Outcome>(
        mappingView,
        [draft = draft_, path](Progress&) -> Outcome {
            CITYPANEL_TRY(const QByteArray bytes, report::readFile(path));
            CITYPANEL_TRY(const sheets::ImportMapping mapping, project::mappingFromJson(bytes));
            ImportDraft mapped = withMapping(draft, mapping);
            const int found = columnsFound(mapped.plan, mapping);
            QStringList unconverted;
            for (const Problem& problem : sheets::conversionsNotMade(mapped.plan, mapping)) {
                unconverted << QString::fromStdString(problem.place.variable);
            }
            unconverted.removeDuplicates();
            return Applied{std::move(mapped), static_cast<int>(mapping.columns.size()), found,
                           unconverted};
        },
        [this](Outcome outcome) {
            if (!outcome) {
                Q_EMIT messageRequested(problemSentence(outcome.error()), true);
                return;
            }
            change([&](const ImportDraft&) { return std::move(outcome->draft); });
            QString sentence = appliedSentence(outcome->columns, outcome->found);
            if (!outcome->unconverted.isEmpty()) {
                sentence +=
                    u' ' + tr("Not converted, since these files give no unit of measure: %1")
                               .arg(outcome->unconverted.join(tr(", ")));
            }
            Q_EMIT messageRequested(sentence, !outcome->unconverted.isEmpty());
        });
}

QString ImportDesk::appliedSentence(int columns, int found) {
    if (columns == 0) {
        return tr("Mapping applied.");
    }
    if (found == 0) {
        return tr(
            "Mapping applied: it changes no column of these files, which are read as detected.");
    }
    return tr("Mapping applied: %1 of the %n column(s) it changes are in these files.", nullptr,
              columns)
        .arg(found);
}

void ImportDesk::usePlaces(const QString& path) {
    using Outcome = Result<std::vector<sheets::OwnPlace>>;
    session_.jobs().runLatest<Outcome>(
        placesView,
        [path](Progress& progress) -> Outcome {
            CITYPANEL_TRY(const sheets::Workbook workbook,
                          sheets::readWorkbookFile(path.toStdString(), progress));
            return sheets::readOwnPlaces(workbook);
        },
        [this](Outcome outcome) {
            if (!outcome) {
                Q_EMIT messageRequested(problemSentence(outcome.error()), true);
                return;
            }
            changePlan([&](sheets::ImportPlan plan) {
                plan.unitNames = sheets::UnitNames::OwnPlaces;
                plan.ownPlaces = *std::move(outcome);
                plan.names.clear();
                return plan;
            });
        });
}

void ImportDesk::import() {
    const auto sources = draft_.sources;
    auto plan = sheets::readablePart(draft_.chosenPlan(), *review_);
    if (!draft_.adopted.empty() && review_->result) {
        const auto& conflicts = review_->result->report.conflicts;
        plan.isRuleChosen = std::all_of(conflicts.begin(), conflicts.end(), [this](const auto& c) {
            return c.isDecided || sheets::isAmong(c, draft_.adopted);
        });
    }
    isOwn_ = true; // keeps the draft, with what was not ticked, while the project changes
    session_.edit(tr("Import files"), [&](project::Project project) {
        project.sources = sources;
        project.plan = plan;
        return project;
    });
    isOwn_ = false;
    keepDraft();
}

void ImportDesk::setDraft(ImportDraft draft) {
    draft_ = std::move(draft);
    ++version_;
    const int count = static_cast<int>(draft_.plan.sheets.size());
    table_ = count == 0 ? -1 : std::clamp(table_, 0, count - 1);
    keepDraft();
    Q_EMIT draftChanged();
    startReview();
}

void ImportDesk::keepDraft() {
    if (!isOwn_ || draft_.sources.empty()) {
        if (session_.importDraft()) {
            session_.setImportDraft(nullptr);
        }
        return;
    }
    auto left = std::make_shared<project::Project>(*session_.project());
    left->sources = draft_.sources;
    left->plan = draft_.chosenPlan();
    session_.setImportDraft(std::move(left));
}

void ImportDesk::startReview() {
    if (draft_.isEmpty()) {
        session_.jobs().cancel(reviewView);
        review_ = std::make_shared<const sheets::ImportReview>();
        reviewed_ = version_;
        Q_EMIT reviewChanged();
        return;
    }
    using Outcome = Result<sheets::ImportReview>;
    session_.jobs().runLatest<Outcome>(
        reviewView,
        [workbooks = draft_.workbooks, pointers = draft_.workbookPointers(),
         plan = draft_.chosenPlan(), adopted = draft_.adopted](Progress& progress) {
            return sheets::reviewImport(pointers, plan, adopted, progress);
        },
        [this](Outcome outcome) {
            if (outcome) {
                review_ = std::make_shared<const sheets::ImportReview>(*std::move(outcome));
                reviewed_ = version_;
                Q_EMIT reviewChanged();
            }
        });
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// ImportDesk: the draft in hand, what reviewing it found, and the history of what was changed.
#pragma once

#include "core/sheets/import_review.h"
#include "ui/import/import_draft.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace citypanel::ui {

class ProjectSession;

/// The views of the import page show draft() and review() and change the draft by change() alone.
/// Files are read and the draft reviewed in jobs of the session.
class ImportDesk final : public QObject {
    Q_OBJECT

public:
    using Change = std::function<ImportDraft(ImportDraft)>;
    using PlanChange = std::function<sheets::ImportPlan(sheets::ImportPlan)>;

    explicit ImportDesk(ProjectSession& session, QObject* parent = nullptr);

    [[nodiscard]] const ImportDraft& draft() const { return draft_; }

    /// Never null; of an earlier draft while isBusy(), and empty where isReviewed() is false then.
    [[nodiscard]] std::shared_ptr<const sheets::ImportReview> review() const { return review_; }

    /// The table that is looked at; -1: none.
    [[nodiscard]] int table() const { return table_; }

    /// Files are being read, or the draft is reviewed.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isReading() const;

    /// Whether review() is of the draft as it is: false while busy, and once a review was
    /// cancelled.
    [[nodiscard]] bool isReviewed() const { return reviewed_ == version_; }

    /// Reviews the draft after a review was cancelled.
    void reviewAgain() { startReview(); }

    /// Whether the draft has changes the project does not know.
    [[nodiscard]] bool isOwn() const { return isOwn_; }

    /// Files are added to the draft, as a step that can be undone; of those whose names are there
    /// with other contents sameNamesFound() asks.
    void takeFiles(const QStringList& paths, SameName sameName = SameName::Ask);
    void change(const Change& change);
    /// Changes the plan of the chosen tables, whose list stays the same.
    void changePlan(const PlanChange& change);
    void changeLayout(std::size_t table, const sheets::Layout& layout, bool alike = false);
    void chooseTable(int table);
    /// Looks at the sheet of a place and asks for its cell to be shown, as soon as the files are
    /// read; false when it has none.
    bool showPlace(const Place& place);

    [[nodiscard]] bool canUndo() const { return !before_.empty(); }

    [[nodiscard]] bool canRedo() const { return !after_.empty(); }

    void undo();
    void redo();

    /// Writes what was decided, for next year's files; says so by messageRequested.
    void saveMapping(const QString& path);
    /// Detects anew and applies a saved mapping.
    void applyMapping(const QString& path);

    /// Names of units are matched to the places listed in that file (readOwnPlaces); decisions made
    /// on other places are dropped.
    void usePlaces(const QString& path);

    /// The chosen tables that can be read, and their files, become the project's, as one edit of
    /// the session.
    void import();

Q_SIGNALS:
    void draftChanged();
    /// Another table of the same draft is looked at.
    void tableChanged();
    void reviewChanged();
    void busyChanged();
    /// A cell of the table looked at is to be brought into view.
    void cellRequested(int row, int column);
    /// Nothing was read of these paths, as files of these names are there with other contents.
    void sameNamesFound(const QStringList& paths, const QStringList& names);
    /// Something to tell: files that could not be read, a mapping saved. Empty: what was told no
    /// longer holds.
    void messageRequested(const QString& text, bool isError);

private:
    void loadProject();
    void noteCancelled();
    /// An earlier draft's review must not pass for that of this one.
    void dropOldReview();
    void read(const std::function<Result<ImportDraft>(Progress&)>& work, bool isOwn);
    void takeRead(ImportDraft draft);
    /// Looks at the first table of a file that was not there before.
    void chooseNewTable(const std::vector<project::Source>& before);
    /// Whether an outcome only asks of files of names that are there; asks it then.
    bool asksOfNames(const ImportDraft& outcome, const QStringList& paths);
    void setDraft(ImportDraft draft);
    /// What a mapping did: of the columns it changes, how many were found.
    [[nodiscard]] static QString appliedSentence(int columns, int found);
    /// A sentence for each file that took the place of another.
    [[nodiscard]] static QStringList renewalTexts(const ImportDraft& draft);
    /// Tells the session what a crash would lose, and nothing when the draft is the project's own.
    void keepDraft();
    void startReview();

    ProjectSession& session_;
    ImportDraft draft_;
    std::shared_ptr<const sheets::ImportReview> review_;
    std::vector<ImportDraft> before_;
    std::vector<ImportDraft> after_;
    int table_ = -1;
    int version_ = 0;          ///< of the draft
    int reviewed_ = 0;         ///< the version that review_ is of
    bool awaitsFiles_ = false; ///< files are being added
    bool isOwn_ = false;
    std::optional<Place> awaited_; ///< asked for while the files were being read
};

} // namespace citypanel::ui

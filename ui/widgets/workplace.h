// SPDX-License-Identifier: GPL-3.0-or-later
// Workplace: one page of the window, chosen on the rail.
#pragma once

#include "core/base/problem.h"

#include <QString>
#include <QWidget>

namespace citypanel::ui {

/// A page shows the session's project and evaluation, and changes them by session.edit() alone.
class Workplace : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Brings the place of a problem into view; false when it is not of this page.
    virtual bool showPlace(const Place&) { return false; }

    /// Takes files dropped on the window; false when the page has no use for them.
    virtual bool takeFiles(const QStringList&) { return false; }

    /// Asks where to, and writes what the page shows to a file.
    virtual void exportShown() {}

    [[nodiscard]] virtual bool canExport() const { return false; }

    /// Whether the page has changes of its own to undo or redo, before those of the project.
    [[nodiscard]] virtual bool canUndo() const { return false; }

    [[nodiscard]] virtual bool canRedo() const { return false; }

    virtual void undo() {}

    virtual void redo() {}

    /// The help topic that F1 opens on this page.
    [[nodiscard]] virtual QString helpTopic() const { return QStringLiteral("start"); }

    /// Puts the focus into the page's search line; false where it has none.
    virtual bool focusSearch() { return false; }

Q_SIGNALS:
    /// The person asked for another page ("import", "data", ...).
    void workplaceRequested(const QString& id);
    /// A file is to be opened, or imported when it is data.
    void openRequested();
    void sampleRequested();
    void importRequested(const QStringList& paths);
    void openPathRequested(const QString& path);
    /// The place is to be shown, on whichever page it belongs to.
    void placeRequested(const citypanel::Place& place);
    /// The form of a new step of this kind is to be opened.
    void stepRequested(const QString& stepId);
    /// canUndo or canRedo may say something else than before.
    void undoChanged();
    /// Something to tell in the message bar; an error stays until closed.
    /// Empty: what was told no longer holds.
    void messageRequested(const QString& text, bool isError);
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// ImportPage: files and sheets at the left; the sheet looked at, the variables, the names and the
// joined panel beside them; what is still to be decided, and the import, below.
#pragma once

#include "ui/widgets/workplace.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTabWidget;

namespace citypanel::ui {

class EmptyState;
class FilesPanel;
class ImportDesk;
class JoinPanel;
class NamesPanel;
class PeriodStrip;
class ProjectSession;
class SheetPanel;
class VariablesPanel;

class ImportPage final : public Workplace {
    Q_OBJECT

public:
    explicit ImportPage(ProjectSession& session, QWidget* parent = nullptr);

    bool takeFiles(const QStringList& paths) override;
    bool showPlace(const Place& place) override;

    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("import"); }

    /// Those of the draft.
    [[nodiscard]] bool canUndo() const override;
    [[nodiscard]] bool canRedo() const override;
    void undo() override;
    void redo() override;

    /// Files are being read or the draft is reviewed.
    [[nodiscard]] bool isBusy() const;

    [[nodiscard]] ImportDesk& desk() { return *desk_; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { SheetPage, VariablesPage, NamesPage, JoinPage };

    [[nodiscard]] QWidget* makeContents();
    [[nodiscard]] QWidget* makeBottom();
    void connectParts();
    void showDraft();
    void showReview();
    void showSummary();
    void showNext();
    /// Shows what was asked for while the draft was still being reviewed.
    void showAwaited();
    /// Asks whether files of names that are there take their places or are read beside them.
    void askOfNames(const QStringList& paths, const QStringList& names);
    void import();
    void setTexts();

    ImportDesk* desk_;
    QStackedLayout* stack_;
    EmptyState* empty_;
    FilesPanel* files_;
    PeriodStrip* periods_;
    QTabWidget* pages_;
    SheetPanel* sheet_;
    VariablesPanel* variables_;
    NamesPanel* names_;
    JoinPanel* join_;
    QLabel* summary_;
    QPushButton* next_;
    QCheckBox* anyway_;
    QPushButton* import_;
    bool isNextAwaited_ = false; ///< asked for while busy: what is open is not known yet
};

} // namespace citypanel::ui

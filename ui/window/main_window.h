// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the rail of workplaces, the view, the recipe beside it and the problems below.
#pragma once

#include "core/base/problem.h"

#include <QMainWindow>
#include <QSize>

#include <functional>
#include <vector>

class QSplitter;
class QStackedWidget;

namespace citypanel::ui {

class FittingArea;
class MessageBar;
class ProblemsPanel;
class ProjectFiles;
class ProjectSession;
class Rail;
class RecipePanel;
class StatusStrip;
class WindowActions;
class Workplace;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(ProjectSession& session, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ProjectFiles& files() { return *files_; }

    /// Opens a project, or imports data files.
    void openPaths(const QStringList& paths);

    /// Shows the workplace with this id ("start", "import", "data", "models", "tables"), making it
    /// at its first showing; nullptr when there is none.
    Workplace* showWorkplace(const QString& id);

    /// Opens these paths, or else what was left open at the last close, and offers what a crash
    /// left.
    void start(const QStringList& paths = {});

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void restoreSession();

    /// One entry of the rail, in the order of the work.
    struct Entry {
        QString id;
        const char* icon;
        const char* title; ///< source text
        const char* words; ///< others the palette finds it by; source text
        std::function<Workplace*()> make;
        Workplace* page = nullptr;
        FittingArea* area = nullptr; ///< around the page
    };

    void addWorkplaces();
    void makePanes();
    void connectActions();
    void connectThemes();
    void connectWorkplace(Workplace* page);
    void restoreLayout();
    void fitScreen();
    void saveLayout();
    [[nodiscard]] Workplace* currentPage() const;
    void showIndex(int index);
    void showRestored(bool hasImport);
    void limitPages();
    void showSidePanes();
    void showExport();
    void showPlace(const Place& place);
    /// Says which of the paths were left aside for the project that was opened.
    void tellNotOpened(const QStringList& projects, const QString& opened);
    void importPaths(const QStringList& paths);
    void showTitle();
    void showUndoTexts();
    void fillRecent();
    void showPalette();
    void focusPane(int step);
    /// Gives the focus to the pane's own choice, or to the first of its controls that is seen.
    void focusInto(QWidget* pane);
    /// Puts the focus into the page shown where nothing that is seen has it.
    void keepFocus();
    void changeTextScale(double factor);
    void switchLanguage();
    void setTexts();

    ProjectSession& session_;
    WindowActions* actions_;
    MessageBar* messages_;
    ProjectFiles* files_;
    Rail* rail_;
    QStackedWidget* pages_;
    RecipePanel* recipe_;
    ProblemsPanel* problems_;
    StatusStrip* status_;
    QSplitter* across_; ///< view | recipe
    QSplitter* down_;   ///< the above / problems
    std::vector<Entry> entries_;
    bool isStarted_ = false;
    QSize sizeBeforeScaling_; ///< that scaled text may not change; invalid a moment later
};

} // namespace citypanel::ui

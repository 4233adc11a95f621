// SPDX-License-Identifier: GPL-3.0-or-later
// Building the window and moving between its panes.
#include "ui/window/main_window.h"

#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/fitting_area.h"
#include "ui/widgets/help.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/theme.h"
#include "ui/window/problems_panel.h"
#include "ui/window/project_files.h"
#include "ui/window/rail.h"
#include "ui/window/recipe_panel.h"
#include "ui/window/script_export.h"
#include "ui/window/status_strip.h"
#include "ui/window/use_language.h"
#include "ui/window/window_actions.h"
#include "ui/window/workplaces.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace citypanel::ui {

namespace {

constexpr int recipeWidth = 300;
constexpr int problemsHeight = 120;
constexpr int splitterRoom = 20; // handles and the scroll bar of a high rail
constexpr double textStep = 1.1;
constexpr int narrowestRecipe = 220;
constexpr int widestWindow = 1280; // that the pages may ask for; they scroll where they need more
constexpr int leastHeight = 300;   // of a page and of the rail, before they scroll

} // namespace

MainWindow::MainWindow(ProjectSession& session, QWidget* parent)
    : QMainWindow(parent)
    , session_(session)
    , actions_(new WindowActions(this))
    , messages_(new MessageBar(this))
    , files_(new ProjectFiles(session, *messages_, this))
    , rail_(new Rail(this))
    , pages_(new QStackedWidget(this))
    , recipe_(new RecipePanel(session, *actions_, this))
    , problems_(new ProblemsPanel(session, this))
    , status_(new StatusStrip(session, this))
    , across_(new QSplitter(Qt::Horizontal, this))
    , down_(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/citypanel.svg")));
    setAcceptDrops(true);
    actions_->fill(menuBar());
    makePanes();
    addWorkplaces();
    connectActions();
    connectThemes();
    translated(this, [this] { setTexts(); });
    restoreLayout();
    showTitle();
    showUndoTexts();
}

MainWindow::~MainWindow() {
    // Pages take what was typed into their forms while they go.
    disconnect(&session_.undoStack(), nullptr, this, nullptr);
}

QSize MainWindow::sizeHint() const {
    return {1280, 800};
}

void MainWindow::makePanes() {
    across_->addWidget(pages_);
    across_->addWidget(recipe_);
    across_->setStretchFactor(0, 1);
    across_->setStretchFactor(1, 0);
    across_->setSizes({1280 - recipeWidth, recipeWidth});
    across_->setChildrenCollapsible(false);
    down_->addWidget(across_);
    down_->addWidget(problems_);
    down_->setStretchFactor(0, 1);
    down_->setStretchFactor(1, 0);
    down_->setSizes({800 - problemsHeight, problemsHeight});
    down_->setChildrenCollapsible(false);
    for (QSplitter* splitter : {across_, down_}) {
        splitter->setHandleWidth(1);
    }

    auto* central = new QWidget(this);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(down_, 1);
    // Below the page: what lies under the pointer stays there when a message comes or goes.
    column->addWidget(messages_);
    row->addWidget(new FittingArea(rail_, {QWIDGETSIZE_MAX, leastHeight}, this));
    row->addLayout(column, 1);
    setCentralWidget(central);
    statusBar()->addWidget(status_, 1);
    statusBar()->setSizeGripEnabled(false);
    connect(rail_, &Rail::chosenChanged, this, &MainWindow::showIndex);
    connect(problems_, &ProblemsPanel::countChanged, this, &MainWindow::showSidePanes);
    connect(problems_, &ProblemsPanel::placeRequested, this, &MainWindow::showPlace);
    connect(recipe_, &RecipePanel::placeRequested, this, &MainWindow::showPlace);
}

void MainWindow::addWorkplaces() {
    for (const WorkplaceRow& row : workplaceRows()) {
        Entry entry{.id = QString::fromLatin1(row.id),
                    .icon = row.icon,
                    .title = row.title,
                    .words = row.words,
                    .make = [this, make = row.make] { return make(session_, nullptr); }};
        rail_->addButton(entry.id, entry.icon);
        auto* go = new QAction(icon(entry.icon), QString(), this);
        const int index = static_cast<int>(entries_.size());
        go->setObjectName(QStringLiteral("go.") + entry.id);
        go->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)));
        connect(go, &QAction::triggered, this, [this, index] {
            rail_->choose(index);
            focusInto(currentPage());
        });
        actions_->menu(QStringLiteral("go"))->addAction(go);
        addAction(go);
        entries_.push_back(std::move(entry));
    }
}

void MainWindow::connectActions() {
    const WindowActions& a = *actions_;
    const auto on = [&](const char* id, auto slot) {
        connect(a[id], &QAction::triggered, this, slot);
    };
    on("file.new", [this] { files_->newProject(); });
    on("file.open", [this] {
        if (files_->open()) {
            showWorkplace(QStringLiteral("data"));
        }
    });
    on("file.sample", [this] {
        if (files_->openSample()) {
            showWorkplace(QStringLiteral("studies"));
        }
    });
    on("file.save", [this] { files_->save(); });
    on("file.saveAs", [this] { files_->saveAs(); });
    on("file.import", [this] { importPaths({}); });
    on("file.export", [this] {
        if (Workplace* page = currentPage()) {
            page->exportShown();
        }
    });
    on("file.script", [this] { exportScript(session_, *messages_, this); });
    on("file.quit", [this] { close(); });
    on("edit.undo", [this] {
        Workplace* page = currentPage();
        page != nullptr && page->canUndo() ? page->undo() : session_.undoStack().undo();
    });
    on("edit.redo", [this] {
        Workplace* page = currentPage();
        page != nullptr && page->canRedo() ? page->redo() : session_.undoStack().redo();
    });
    on("edit.find", [this] {
        Workplace* shown = currentPage();
        if (shown == nullptr || !shown->focusSearch()) {
            showWorkplace(QStringLiteral("data"))->focusSearch();
        }
    });
    on("edit.palette", [this] { showPalette(); });
    on("view.recipe", [this] { showSidePanes(); });
    on("view.problems", [this] { showSidePanes(); });
    on("view.larger", [this] { changeTextScale(textStep); });
    on("view.smaller", [this] { changeTextScale(1 / textStep); });
    on("view.normal", [this] { changeTextScale(0); });
    on("view.language", [this] { switchLanguage(); });
    on("view.nextPane", [this] { focusPane(1); });
    on("view.previousPane", [this] { focusPane(-1); });
    on("help.page", [this] {
        const Workplace* page = currentPage();
        showHelp(this, page != nullptr ? page->helpTopic() : QString());
    });
    on("help.about", [this] {
        QMessageBox::about(this, tr("About CityPanel"),
                           tr("<b>CityPanel %1</b><br>Workbench for city-year panel studies.<br>"
                              "Free software under the GNU General Public License, version 3 or "
                              "later.")
                               .arg(QCoreApplication::applicationVersion()));
    });
    connect(actions_->menu(QStringLiteral("file.recent")), &QMenu::aboutToShow, this,
            &MainWindow::fillRecent);
    connect(&session_, &ProjectSession::filePathChanged, this, &MainWindow::showTitle);
    connect(&session_, &ProjectSession::modifiedChanged, this, &MainWindow::showTitle);
    connect(files_, &ProjectFiles::restored, this, &MainWindow::showRestored);
    connect(files_, &ProjectFiles::pageRequested, this, &MainWindow::showWorkplace);
    // After the page has taken the new evaluation in.
    connect(&session_, &ProjectSession::evaluationChanged, this, &MainWindow::showExport,
            Qt::QueuedConnection);
    connect(&session_, &ProjectSession::internalError, this, [this](const QString& what) {
        messages_->showMessage(MessageBar::Kind::Error, tr("Something failed: %1").arg(what));
    });
    connect(&session_.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showUndoTexts);
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget* old, const QWidget* now) {
                const bool isLost = old != nullptr && (!old->isVisible() || !old->isEnabled());
                if (now == nullptr && isLost) {
                    QTimer::singleShot(0, this, &MainWindow::keepFocus);
                }
            });
}

void MainWindow::connectThemes() {
    for (const auto& [id, theme] :
         {std::pair{"view.themeSystem", Theme::System}, std::pair{"view.themeLight", Theme::Light},
          std::pair{"view.themeDark", Theme::Dark}}) {
        QAction* action = (*actions_)[id];
        action->setChecked(Preferences::theme() == theme);
        connect(action, &QAction::triggered, this, [chosen = theme] {
            Preferences::setTheme(chosen);
            applyTheme(chosen);
        });
    }
}

void MainWindow::connectWorkplace(Workplace* page) {
    connect(page, &Workplace::workplaceRequested, this, &MainWindow::showWorkplace);
    connect(page, &Workplace::undoChanged, this, &MainWindow::showUndoTexts);
    connect(page, &Workplace::openRequested, this, [this] { files_->open(); });
    connect(page, &Workplace::sampleRequested, this, [this] {
        if (files_->openSample()) {
            showWorkplace(QStringLiteral("studies"));
        }
    });
    connect(page, &Workplace::importRequested, this, &MainWindow::importPaths);
    connect(page, &Workplace::openPathRequested, this,
            [this](const QString& path) { openPaths({path}); });
    connect(page, &Workplace::placeRequested, this, &MainWindow::showPlace);
    connect(page, &Workplace::stepRequested, this, [this](const QString& stepId) {
        (*actions_)["view.recipe"]->setChecked(true);
        recipe_->show();
        recipe_->prepareStep(stepId);
    });
    connect(page, &Workplace::messageRequested, this, [this](const QString& text, bool isError) {
        if (text.isEmpty()) {
            messages_->takeBack();
            return;
        }
        messages_->showMessage(isError ? MessageBar::Kind::Error : MessageBar::Kind::Success, text);
    });
}

/// The page it was on; the start page shows nothing of it.
void MainWindow::showRestored(bool hasImport) {
    const QString page = session_.page();
    const bool isNone = page.isEmpty() || page == QLatin1String("start");
    const QString shown = !isNone     ? page
                          : hasImport ? QStringLiteral("import")
                                      : QStringLiteral("data");
    session_.setPage(shown);
    showWorkplace(shown);
}

Workplace* MainWindow::showWorkplace(const QString& id) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].id == id) {
            rail_->choose(static_cast<int>(i));
            return entries_[i].page;
        }
    }
    return nullptr;
}

void MainWindow::showIndex(int index) {
    Entry& entry = entries_[static_cast<std::size_t>(index)];
    if (entry.page == nullptr) {
        entry.page = entry.make();
        connectWorkplace(entry.page);
        entry.area = new FittingArea(entry.page, {0, leastHeight}, pages_);
        limitPages();
        pages_->addWidget(entry.area);
    }
    pages_->setCurrentWidget(entry.area);
    session_.setPage(entry.id);
    showSidePanes();
    showExport();
    showUndoTexts();
    keepFocus();
    if (isStarted_ && entry.id == QLatin1String("start")) {
        files_->offerOnStartPage();
    }
}

Workplace* MainWindow::currentPage() const {
    const int index = rail_->chosen();
    return index < 0 ? nullptr : entries_[static_cast<std::size_t>(index)].page;
}

/// A page gets the width it needs as long as the window stays on the screen with it.
void MainWindow::limitPages() {
    const int window = std::min(widestWindow, screen()->availableGeometry().width());
    // Measured by hand: the rail itself hears of another font later than this.
    int rail = RailButton::narrowest;
    const QFontMetrics metrics(QApplication::font());
    for (const Entry& entry : entries_) {
        const QString title = QCoreApplication::translate(workplaceContext, entry.title);
        rail = std::max(rail, metrics.horizontalAdvance(title) + RailButton::beside);
    }
    const int recipe = std::max(narrowestRecipe, recipe_->leastWidth());
    recipe_->setMinimumWidth(recipe);
    const int most = window - rail - recipe - splitterRoom;
    for (const Entry& entry : entries_) {
        if (entry.area != nullptr) {
            entry.area->setMost({most, leastHeight});
        }
    }
}

void MainWindow::showExport() {
    const Workplace* page = currentPage();
    (*actions_)["file.export"]->setEnabled(page != nullptr && page->canExport());
}

void MainWindow::showSidePanes() {
    if (rail_->chosen() < 0) {
        return;
    }
    const QString id = entries_[static_cast<std::size_t>(rail_->chosen())].id;
    // Neither belongs to the start page; without problems their pane would be empty; and while
    // files are looked at the recipe has no say yet.
    const bool isStart = id == QLatin1String("start");
    const bool isImport = id == QLatin1String("import");
    recipe_->setVisible(!isStart && !isImport && (*actions_)["view.recipe"]->isChecked());
    problems_->setVisible(!isStart && problems_->count() > 0 &&
                          (*actions_)["view.problems"]->isChecked());
}

void MainWindow::showPlace(const Place& place) {
    if (!place.step.empty()) {
        (*actions_)["view.recipe"]->setChecked(true);
        recipe_->show();
        if (recipe_->openStep(QString::fromStdString(place.step))) {
            return;
        }
    }
    // A source's cell belongs to the import, a study to the studies or models, else to the data.
    const auto order = !place.file.empty() ? QStringList{QStringLiteral("import")}
                       : !place.step.empty()
                           ? QStringList{QStringLiteral("studies"), QStringLiteral("models")}
                           : QStringList{QStringLiteral("data")};
    for (const QString& id : order) {
        Workplace* page = showWorkplace(id);
        if (page != nullptr && page->showPlace(place)) {
            return;
        }
    }
}

void MainWindow::openPaths(const QStringList& paths) {
    QStringList projects;
    QStringList dataFiles;
    for (const QString& path : paths) {
        const bool isProject = path.endsWith(QLatin1String(".citypanel"), Qt::CaseInsensitive);
        (isProject ? projects : dataFiles).append(path);
    }
    if (!projects.isEmpty()) {
        const QString path = projects.takeFirst();
        if (!files_->openPath(path)) {
            return; // nothing is read into another project than the one meant
        }
        showWorkplace(QStringLiteral("data"));
        tellNotOpened(projects, path);
    }
    if (!dataFiles.isEmpty()) {
        importPaths(dataFiles);
    }
}

void MainWindow::tellNotOpened(const QStringList& projects, const QString& opened) {
    QStringList names;
    for (const QString& path : projects) {
        names.append(QFileInfo(path).fileName());
    }
    // An offer to restore what a crash left comes first.
    if (!names.isEmpty() && !messages_->isVisible()) {
        messages_->showMessage(
            MessageBar::Kind::Warning,
            tr("A window holds one project: %1 is open, and not opened: %2. Open another project "
               "from the File menu or in a second window.")
                .arg(QFileInfo(opened).fileName(), names.join(QStringLiteral(", "))));
    }
}

void MainWindow::importPaths(const QStringList& paths) {
    const QStringList chosen = paths.isEmpty() ? files_->chooseDataFiles() : paths;
    if (chosen.isEmpty()) {
        return;
    }
    if (Workplace* page = showWorkplace(QStringLiteral("import"))) {
        page->takeFiles(chosen);
    }
}

void MainWindow::start(const QStringList& paths) {
    if (paths.isEmpty()) {
        restoreSession();
    } else {
        openPaths(paths);
    }
    // A file that was asked for has offered what is its own.
    if (paths.isEmpty() || session_.filePath().isEmpty()) {
        files_->offerRecovery(true);
    }
    isStarted_ = true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayClose()) {
        event->ignore();
        return;
    }
    saveLayout();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    event->acceptProposedAction();
    openPaths(paths);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        status_->cancelJobs();
        messages_->dismiss();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

void MainWindow::showTitle() {
    const QString name = session_.displayName().isEmpty() ? tr("Untitled") : session_.displayName();
    setWindowTitle(QStringLiteral("%1[*] — CityPanel").arg(name));
    setWindowModified(session_.isModified());
}

void MainWindow::showUndoTexts() {
    const QUndoStack& stack = session_.undoStack();
    QAction* undo = (*actions_)["edit.undo"];
    QAction* redo = (*actions_)["edit.redo"];
    const Workplace* page = currentPage();
    const bool undoesPage = page != nullptr && page->canUndo();
    const bool redoesPage = page != nullptr && page->canRedo();
    undo->setEnabled(undoesPage || stack.canUndo());
    redo->setEnabled(redoesPage || stack.canRedo());
    undo->setText(stack.canUndo() && !undoesPage ? tr("&Undo: %1").arg(stack.undoText())
                                                 : tr("&Undo"));
    redo->setText(stack.canRedo() && !redoesPage ? tr("&Redo: %1").arg(stack.redoText())
                                                 : tr("&Redo"));
}

void MainWindow::fillRecent() {
    QMenu* menu = actions_->menu(QStringLiteral("file.recent"));
    menu->clear();
    for (const QString& path : session_.recentFiles()) {
        // The folder tells files of the same name apart; an ampersand in a name is no mnemonic.
        const QFileInfo file(path);
        const QString text =
            QStringLiteral("%1    %2").arg(file.fileName(), QDir::toNativeSeparators(file.path()));
        QAction* action =
            menu->addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { openPaths({path}); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No recent projects"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Clear This List")), &QAction::triggered, &session_,
            &ProjectSession::clearRecentFiles);
}

void MainWindow::showPalette() {
    QList<PaletteEntry> entries = actions_->paletteEntries();
    for (const Entry& entry : entries_) {
        PaletteEntry go;
        go.action = findChild<QAction*>(QStringLiteral("go.") + entry.id);
        go.group = withoutMnemonic(actions_->menu(QStringLiteral("go"))->title());
        for (const auto language : {WindowLanguage::English, WindowLanguage::Chinese}) {
            go.keywords.append(textIn(language, workplaceContext, entry.title));
            go.keywords.append(asFurtherWords(textIn(language, workplaceContext, entry.words)));
        }
        entries.append(go);
    }
    auto* palette = new CommandPalette(entries, this);
    palette->show();
}

void MainWindow::changeTextScale(double factor) {
    constexpr std::chrono::milliseconds settled{500};
    if (!isMaximized() && !isFullScreen() && !sizeBeforeScaling_.isValid()) {
        sizeBeforeScaling_ = size();
        QTimer::singleShot(settled, this, [this] { sizeBeforeScaling_ = QSize(); });
    }
    applyTextScale(factor == 0.0 ? 1.0 : textScale() * factor);
    limitPages();
    Preferences::setTextScale(textScale());
}

bool MainWindow::event(QEvent* event) {
    const bool isTaken = QMainWindow::event(event);
    // While the parts hear of another font one after the other, they may ask for more together than
    // they need in the end.
    if (event->type() == QEvent::LayoutRequest && sizeBeforeScaling_.isValid()) {
        resize(sizeBeforeScaling_);
    }
    return isTaken;
}

void MainWindow::switchLanguage() {
    const WindowLanguage next = windowLanguage() == WindowLanguage::English
                                    ? WindowLanguage::Chinese
                                    : WindowLanguage::English;
    Preferences::setLanguage(next);
    useLanguage(next);
}

void MainWindow::setTexts() {
    session_.setNewSettings({.tableLanguage = std::string(nameOf(wordsLanguage()))});
    actions_->retranslate();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const QString title = QCoreApplication::translate(workplaceContext, entry.title);
        auto* button = rail_->findChild<RailButton*>(QStringLiteral("rail.") + entry.id);
        button->setText(title);
        button->setAccessibleName(title);
        button->setToolTip(QStringLiteral("%1 (Ctrl+%2)").arg(title).arg(i + 1));
        button->updateGeometry();
        findChild<QAction*>(QStringLiteral("go.") + entry.id)->setText(title);
    }
    rail_->setAccessibleName(tr("Workplaces"));
    limitPages();
    showTitle();
    showUndoTexts();
}

} // namespace citypanel::ui

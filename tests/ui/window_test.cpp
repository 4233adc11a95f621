// SPDX-License-Identifier: GPL-3.0-or-later
// The main window: pages, language, theme, recipe, problems, palette, state kept over a restart.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/recipe_model.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/preferences.h"
#include "ui/widgets/theme.h"
#include "ui/window/project_files.h"
#include "ui/window/rail.h"
#include "ui/window/recipe_panel.h"
#include "ui/window/use_language.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTreeWidget>
#include <QtTest>

#include <algorithm>
#include <cmath>

namespace citypanel::ui {

namespace {

bool hasPixel(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == colour.rgb()) {
                return true;
            }
        }
    }
    return false;
}

/// Relative luminance by WCAG 2.
double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrastOf(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class WindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void itStartsWithAnEmptyProjectOnTheStartPage() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
        QVERIFY(fixture.window().findChild<QWidget*>(QStringLiteral("dataPage")) == nullptr);
        QVERIFY(!fixture.session().isModified());
    }

    void shortcutsShowThePages() {
        testing::WindowFixture fixture;
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QTest::keyClick(&fixture.window(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(fixture.find<QWidget>("dataPage")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_7, Qt::ControlModifier);
        QVERIFY(fixture.find<QWidget>("regressionPage")->isVisible());
        auto* rail = fixture.find<Rail>("rail");
        QTest::keyClick(rail, Qt::Key_Down);
        QVERIFY(fixture.find<QWidget>("studiesPage")->isVisible());
        QTest::keyClick(rail, Qt::Key_Down);
        QVERIFY(fixture.find<QWidget>("tablesPage")->isVisible());
    }

    void everyPageFitsASmallScreen() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().resize(1280, 800);
        for (int language = 0; language < 2; ++language) {
            for (const char* id : {"start", "import", "data", "prepare", "index", "efficiency",
                                   "models", "tables"}) {
                QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
                QVERIFY(fixture.settle());
                QVERIFY2(fixture.window().minimumSizeHint().width() <= 1280 &&
                             fixture.window().minimumSizeHint().height() <= 800,
                         qPrintable(QStringLiteral("%1 needs %2 x %3")
                                        .arg(QLatin1String(id))
                                        .arg(fixture.window().minimumSizeHint().width())
                                        .arg(fixture.window().minimumSizeHint().height())));
            }
            fixture.find<QAction>("view.language")->trigger();
        }
    }

    void theLanguageSwitchesEverythingAtOnce() {
        testing::WindowFixture fixture;
        for (const char* id : {"import", "data", "index", "models", "studies", "tables"}) {
            QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
        }
        auto* open = fixture.find<QAction>("file.open");
        const QString english = open->text();
        fixture.find<QAction>("view.language")->trigger();
        QTRY_VERIFY(open->text().contains(QStringLiteral("打开项目")));
        QCOMPARE(fixture.find<RailButton>("rail.data")->text(), QStringLiteral("数据"));
        // Every label and button the window shows has changed to Chinese.
        for (const QAbstractButton* button : fixture.window().findChildren<QAbstractButton*>()) {
            const QString text = button->text();
            const bool isOwnName = text.contains(QStringLiteral("CityPanel"));
            const bool hasLetters =
                std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
            if (hasLetters && !isOwnName) {
                QVERIFY2(std::any_of(text.begin(), text.end(),
                                     [](QChar c) { return c.unicode() > 0x2E80; }),
                         qPrintable(text));
            }
        }
        fixture.find<QAction>("view.language")->trigger();
        QTRY_COMPARE(open->text(), english);
    }

    void themesChangeThePalette() {
        testing::WindowFixture fixture;
        fixture.find<QAction>("view.themeDark")->trigger();
        QVERIFY(isDarkTheme());
        QVERIFY(QApplication::palette().color(QPalette::Base).lightness() < 60);
        fixture.find<QAction>("view.themeLight")->trigger();
        QVERIFY(!isDarkTheme());
        QCOMPARE(Preferences::theme(), Theme::Light);
    }

    void tablesOfANewProjectSpeakTheLanguageOfTheWindow() {
        testing::WindowFixture fixture;
        const auto language = [&fixture] {
            return fixture.session().project()->settings.tableLanguage;
        };
        QCOMPARE(language(), std::string("en")); // before anything is done
        useLanguage(WindowLanguage::Chinese);
        QCoreApplication::processEvents();
        QCOMPARE(language(), std::string("zh"));
        QVERIFY(!fixture.session().isModified());
        QVERIFY(fixture.importSmallPanel());
        useLanguage(WindowLanguage::English);
        QCoreApplication::processEvents();
        QCOMPARE(language(), std::string("zh")); // its own from now on
        const QString path = fixture.path(QStringLiteral("kept.citypanel"));
        QVERIFY(fixture.session().saveAs(path));
        fixture.session().newProject();
        QCOMPARE(language(), std::string("en"));
        QVERIFY(fixture.session().open(path));
        QCOMPARE(language(), std::string("zh"));
    }

    void thePaletteFindsWhatCommandsAreAbout_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("theme") << QStringLiteral("theme") << QStringLiteral("Dark Colours");
        QTest::newRow("theme, Chinese") << QStringLiteral("主题") << QStringLiteral("Dark Colours");
        QTest::newRow("regression") << QStringLiteral("regression") << QStringLiteral("Models");
        QTest::newRow("回归") << QStringLiteral("回归") << QStringLiteral("Models");
        QTest::newRow("conflict") << QStringLiteral("conflict") << QStringLiteral("Import");
        QTest::newRow("冲突") << QStringLiteral("冲突") << QStringLiteral("Import");
        QTest::newRow("heat") << QStringLiteral("heat") << QStringLiteral("Data");
        QTest::newRow("热力图") << QStringLiteral("热力图") << QStringLiteral("Data");
        // A name counts more than what else a command is found by.
        QTest::newRow("data") << QStringLiteral("data") << QStringLiteral("Data");
    }

    void thePaletteFindsWhatCommandsAreAbout() {
        QFETCH(const QString, typed);
        QFETCH(const QString, found);
        testing::WindowFixture fixture;
        fixture.find<QAction>("edit.palette")->trigger();
        fixture.find<QLineEdit>("commandLine")->setText(typed);
        const auto* list = fixture.find<QListWidget>("commandList");
        QStringList all;
        for (int i = 0; i < list->count(); ++i) {
            all.append(list->item(i)->text());
        }
        const bool isThere = std::any_of(all.begin(), all.end(),
                                         [&](const QString& text) { return text.contains(found); });
        QVERIFY2(isThere, qPrintable(all.join(QStringLiteral(" | "))));
    }

    void whatIsShownChangesItsColoursToo() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("gaps.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("city,year,y,z\na,2011,1,\na,2012,2,5\nb,2011,3,\nb,2012,4,6\n");
        file.close();
        QVERIFY(fixture.importFiles({file.fileName()}));
        fixture.window().showWorkplace(QStringLiteral("data"));
        QVERIFY(fixture.settle());
        auto* grid = fixture.find<QTableView>("panelGrid");
        grid->setCurrentIndex(grid->model()->index(0, 0));
        auto* link = fixture.find<QLabel>("cellOrigin");
        const QTreeWidgetItem* sheet =
            fixture.find<QTreeWidget>("sheetsTree")->topLevelItem(0)->child(0);
        for (const char* theme : {"view.themeDark", "view.themeLight"}) {
            fixture.find<QAction>(theme)->trigger();
            QVERIFY(
                hasPixel(link->grab().toImage(), QApplication::palette().color(QPalette::Link)));
            QCOMPARE(sheet->foreground(1).color(), colour(ColourRole::Muted));
        }
    }

    void theSharesOfWhatIsMissingAreReadInTheDark() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("gaps.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("city,year,y,z\na,2011,1,\na,2012,2,5\nb,2011,3,\nb,2012,4,6\n");
        file.close();
        QVERIFY(fixture.importFiles({file.fileName()}));
        fixture.window().showWorkplace(QStringLiteral("prepare"));
        QVERIFY(fixture.settle());
        auto* matrix = fixture.find<QTableView>("missingMatrix");
        int row = 0;
        while (matrix->model()->headerData(row, Qt::Vertical).toString() != QLatin1String("z")) {
            ++row;
        }
        const QModelIndex whole = matrix->model()->index(row, 1);
        QVERIFY2(whole.data().toString().startsWith(QLatin1String("100")),
                 qPrintable(whole.data().toString()));
        for (const char* theme : {"view.themeDark", "view.themeLight"}) {
            fixture.find<QAction>(theme)->trigger();
            QCoreApplication::processEvents();
            const QImage image = fixture.window().grab().toImage();
            const QPoint corner = matrix->visualRect(whole).topLeft() + QPoint(3, 3);
            const QColor paper =
                image.pixelColor(matrix->viewport()->mapTo(&fixture.window(), corner));
            const double contrast = contrastOf(paper, matrix->palette().color(QPalette::Text));
            QVERIFY2(contrast > 4.5,
                     qPrintable(QStringLiteral("%1 %2").arg(contrast).arg(paper.name())));
        }
    }

    void textGrowsForAProjector() {
        testing::WindowFixture fixture;
        const double before = QApplication::font().pointSizeF();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        QTest::keyClick(&fixture.window(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(QApplication::font().pointSizeF() > before);
        QTest::keyClick(&fixture.window(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(QApplication::font().pointSizeF(), before);
    }

    void everyControlHasAName() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        for (const char* id : {"start", "import", "data", "index", "models", "studies", "tables"}) {
            QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
            QVERIFY(fixture.settle());
            for (QWidget* widget : fixture.window().findChildren<QWidget*>()) {
                const bool isControl = widget->isVisible() && widget->isEnabled() &&
                                       (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                                       !widget->objectName().startsWith(QLatin1String("qt_"));
                const bool isInner =
                    qobject_cast<QLineEdit*>(widget) != nullptr &&
                    qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr;
                const bool isSplitterOrScroll = widget->inherits("QScrollArea") ||
                                                widget->inherits("QSplitter") ||
                                                (widget->parentWidget() != nullptr &&
                                                 widget->parentWidget()->inherits("QComboBox"));
                if (!isControl || isInner || isSplitterOrScroll) {
                    continue;
                }
                const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(),
                         qPrintable(QStringLiteral("%1 %2 on %3")
                                        .arg(QLatin1String(widget->metaObject()->className()),
                                             widget->objectName(), QLatin1String(id))));
            }
        }
    }

    void thePaletteRunsACommandInChinese() {
        testing::WindowFixture fixture;
        fixture.find<QAction>("edit.palette")->trigger();
        auto* line = fixture.find<QLineEdit>("commandLine");
        line->setText(QStringLiteral("深色"));
        auto* list = fixture.find<QListWidget>("commandList");
        QCOMPARE(list->count(), 1);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(isDarkTheme());
        fixture.find<QAction>("view.themeLight")->trigger();
    }

    void aStepIsAddedSwitchedMovedAndDeleted() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        auto* recipe = fixture.find<RecipePanel>("recipePanel");
        recipe->prepareStep(QStringLiteral("calculate"));
        auto* add = fixture.find<QAbstractButton>("addStep");
        QVERIFY(!add->isEnabled());
        const auto type = [&](const char* field, const char* text) {
            auto* line = recipe->findChild<QLineEdit*>(QLatin1String(field));
            line->setText(QString::fromUtf8(text));
            Q_EMIT line->editingFinished();
        };
        type("name", "lx");
        type("expression", "log(x + 1)");
        QVERIFY(add->isEnabled());
        add->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().evaluation()->recipe.result().find("lx") != nullptr);
        recipe->prepareStep(QStringLiteral("winsorise"));
        QVERIFY(fixture.settle());

        auto* list = fixture.find<QListView>("recipeList");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().evaluation()->recipe.result().find("lx") == nullptr);
        fixture.find<QAction>("edit.undo")->trigger();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().evaluation()->recipe.result().find("lx") != nullptr);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(fixture.session().project()->recipe.steps.empty());
    }

    void aProblemOpensItsStep() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.session().edit(QStringLiteral("broken"), [](project::Project p) {
            p.recipe =
                recipe::withStep(std::move(p.recipe), recipe::DropStep{{ColumnName("nowhere")}});
            return p;
        });
        QVERIFY(fixture.settle());
        auto* problems = fixture.find<QAbstractItemView>("problemsList");
        QCOMPARE(problems->model()->rowCount(), 1);
        Q_EMIT problems->clicked(problems->model()->index(0, 0));
        QVERIFY(fixture.find<QWidget>("stepForm")->isVisible());
    }

    void correctingACellNeedsAReasonAndKeepsEveryDigit() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        auto* grid = fixture.find<QTableView>("panelGrid");
        grid->model()->setData(grid->model()->index(0, 0), 0.28237123450000003, Qt::EditRole);
        auto* correct = fixture.find<QAbstractButton>("correct");
        QVERIFY(!correct->isEnabled());
        fixture.find<QLineEdit>("reason")->setText(QStringLiteral("misprint"));
        QVERIFY(correct->isEnabled());
        correct->click();
        QVERIFY(fixture.settle());
        const Variable* y = fixture.session().evaluation()->recipe.result().find("y");
        QCOMPARE(y->numbers()[0], 0.28237123450000003);
        QCOMPARE(y->origins().kindAt(0), OriginKind::Corrected);
    }

    void aCorrectionReachesWhatIsCalculatedFromTheValue() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.session().edit(QStringLiteral("twice"), [](project::Project p) {
            p.recipe = recipe::withStep(
                std::move(p.recipe), recipe::CalculateStep{.name = "twice", .expression = "2 * y"});
            return p;
        });
        QVERIFY(fixture.settle());
        auto* grid = fixture.find<QTableView>("panelGrid");
        grid->setCurrentIndex(grid->model()->index(7, 0));
        grid->model()->setData(grid->model()->index(7, 0), 21.0, Qt::EditRole);
        fixture.find<QLineEdit>("reason")->setText(QStringLiteral("misprint"));
        fixture.find<QAbstractButton>("correct")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().evaluation()->recipe.result().find("twice")->numbers()[7], 42.0);
        QCOMPARE(grid->currentIndex().row(), 7); // the cell stays chosen
    }

    void aDamagedFileIsToldAndNothingIsLost() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("broken.citypanel"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PK not a zip");
        file.close();
        fixture.session().undoStack().setClean();
        QVERIFY(!fixture.window().files().openPath(path));
        auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        QVERIFY(!bar->text().isEmpty());
        QVERIFY(fixture.session().evaluation()->recipe.result().rowCount() > 0);
    }

    void droppedFilesAreImported() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("d.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("city,year,y\na,2011,1\na,2012,2\nb,2011,3\nb,2012,5\n");
        file.close();
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file.fileName())});
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject&>(fixture.window()).event(&drop);
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QWidget>("importPage")->isVisible());
        QTRY_VERIFY(fixture.find<QAbstractButton>("importNow")->isEnabled());
    }

    void filesAreAddedToThoseOfAnOpenedProject() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString project = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(project));
        QFile file(fixture.path(QStringLiteral("more.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("city,year,w\nc0,2011,1\nc0,2012,2\nc1,2011,3\nc1,2012,5\n");
        file.close();
        fixture.restart();
        fixture.window().openPaths({project});
        fixture.window().openPaths({file.fileName()});
        QVERIFY(fixture.settle());
        auto* import = fixture.find<QAbstractButton>("importNow");
        QTRY_VERIFY(import->isEnabled());
        import->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->sources.size(), std::size_t{2});
        const Panel& panel = fixture.session().evaluation()->recipe.result();
        QVERIFY(panel.find("w") != nullptr && panel.find("y") != nullptr);
        fixture.session().undoStack().setClean();
    }

    void theStateComesBackAfterARestart() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        QVERIFY(fixture.window().files().savePath(fixture.path(QStringLiteral("s.citypanel"))));
        fixture.window().resize(1100, 700);
        fixture.find<QAction>("view.problems")->trigger();
        QVERIFY(fixture.window().close());
        fixture.restart();
        QCOMPARE(fixture.window().size(), QSize(1100, 700));
        QVERIFY(!fixture.find<QAction>("view.problems")->isChecked());
        fixture.window().start();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().evaluation()->recipe.result().rowCount(), std::size_t{20});
        QVERIFY(fixture.find<QWidget>("dataPage")->isVisible());
    }

    void aProjectOpenedByItsFileOffersWhatACrashLeft() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        const auto seeded = [](project::Project p) {
            p.settings.seed = 99;
            return p;
        };
        fixture.session().edit(QStringLiteral("Edit"), seeded);
        const QString journal = path + QStringLiteral(".journal");
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(journal), 5000);
        QVERIFY(QFile::copy(journal, fixture.path(QStringLiteral("kept"))));
        fixture.session().undoStack().undo();
        fixture.restart();
        QVERIFY(QFile::rename(fixture.path(QStringLiteral("kept")), journal));
        fixture.window().start({path});
        QVERIFY(fixture.settle());
        QPushButton* restore = nullptr;
        for (QPushButton* button : fixture.window().findChildren<QPushButton*>()) {
            restore = button->text() == QLatin1String("Restore") ? button : restore;
        }
        QVERIFY(restore != nullptr);
        restore->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->settings.seed, 99);
        QVERIFY(fixture.find<QWidget>("dataPage")->isVisible());
        fixture.session().undoStack().setClean();
    }

    void theStatusLineCountsThePanel() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString text = fixture.find<QLabel>("panelSize")->text();
        QVERIFY2(text.contains(QLatin1String("4 units")) && text.contains(QLatin1String("20 rows")),
                 qPrintable(text));
    }

    void oneUnitAndOnePeriodAreCountedAsOne() {
        testing::WindowFixture fixture;
        QFile file(fixture.path(QStringLiteral("one.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("城市,年份,人口\n合肥市,2016,1\n");
        file.close();
        QVERIFY(fixture.importFiles({file.fileName()}));
        QCOMPARE(fixture.find<QLabel>("panelSize")->text(),
                 QStringLiteral("1 unit × 1 period, 1 row, 0 gaps, 3 variables"));
        QCOMPARE(fixture.find<QLabel>("importSummary")->text(),
                 QStringLiteral("1 unit × 1 period, 1 row, 1 variable, 1 value."));
    }
};

const testing::NamedTest<WindowTest> windowNamed("window");

} // namespace citypanel::ui

#include "window_test.moc"

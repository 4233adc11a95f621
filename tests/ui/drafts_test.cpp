// SPDX-License-Identifier: GPL-3.0-or-later
// What pages hold and the project does not: a crash does not lose it, closing asks about it; and
// the offers to restore what a crash left.
#include "core/recipe/calculate_step.h"
#include "core/recipe/index_step.h"
#include "core/recipe/recipe.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/efficiency/efficiency_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/variable_list.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

namespace citypanel::ui {

namespace {

/// Presses the next question's button of this role and keeps its text.
void replyTo(const QString& name, QMessageBox::ButtonRole role, QString& text) {
    QTimer::singleShot(0, qApp, [=, &text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr) {
            return;
        }
        text = box->objectName() == name ? box->text() : QStringLiteral("? ") + box->objectName();
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
                return;
            }
        }
    });
}

void changeSeed(ProjectSession& session, std::int64_t seed, const QString& words) {
    session.edit(words, [seed](project::Project project) {
        project.settings.seed = seed;
        return project;
    });
}

/// The journal as it is once it has the newest state.
bool written(const QString& path, const QString& change) {
    const QString journal = path + QStringLiteral(".journal");
    return QTest::qWaitFor(
        [&] {
            const auto head = project::journalHeadOf(journal);
            return head && head->work.change.contains(change);
        },
        5000);
}

} // namespace

class DraftsTest final : public QObject {
    Q_OBJECT

    static QString saved(testing::WindowFixture& fixture) {
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        const bool isSaved = fixture.importSmallPanel() && fixture.window().files().savePath(path);
        return isSaved ? path : QString();
    }

    static bool restore(testing::WindowFixture& fixture, const QString& path) {
        if (!fixture.crash(path)) {
            return false;
        }
        fixture.window().start({path});
        return fixture.settle() && press(fixture, QStringLiteral("Restore")) && fixture.settle();
    }

    static bool press(testing::WindowFixture& fixture, const QString& text) {
        QCoreApplication::processEvents(); // new buttons show with an event
        return pressShown(fixture, text);
    }

    static bool pressShown(testing::WindowFixture& fixture, const QString& text) {
        for (auto* button : fixture.find<MessageBar>("messageBar")->findChildren<QPushButton*>()) {
            if (!button->isHidden() && button->text() == text) {
                button->click();
                return true;
            }
        }
        return false;
    }

    static void type(QLineEdit* line, const QString& text) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

private Q_SLOTS:

    void aFormulaHalfTypedIsThereAgain() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        fixture.window().showWorkplace(QStringLiteral("models"));
        type(fixture.find<QLineEdit>("formula"), QStringLiteral("y ~ x |"));
        QVERIFY(written(path, QStringLiteral("y ~ x |")));
        QVERIFY(restore(fixture, path));
        QCOMPARE(fixture.session().page(), QStringLiteral("models")); // the page it was on
        auto* formula = fixture.find<QLineEdit>("formula");
        QVERIFY(formula->isVisible());
        QCOMPARE(formula->text(), QStringLiteral("y ~ x |"));
        QVERIFY(fixture.session().project()->studies.empty());
        QString asked;
        fixture.window().showWorkplace(QStringLiteral("data"));
        replyTo(QStringLiteral("unfinishedPage"), QMessageBox::RejectRole, asked);
        QVERIFY(!fixture.window().close());
        QVERIFY2(asked.contains(QLatin1String("y ~ x |")), qPrintable(asked));
        QVERIFY(formula->isVisible()); // where it can be gone on with
        formula->setFocus();
        QTest::keyClicks(formula, QStringLiteral(" city"));
        QTest::keyClick(formula, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->studies.size(), std::size_t{1});
        QVERIFY(fixture.session().pageDrafts().empty());
        fixture.session().undoStack().setClean();
    }

    void aFormulaTypedOverAnotherGoesWithIt() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* formula = fixture.find<QLineEdit>("formula");
        type(formula, QStringLiteral("y ~ x"));
        QTest::keyClick(formula, Qt::Key_Return);
        QVERIFY(fixture.session().pageDrafts().empty());
        type(formula, QStringLiteral("y ~ x + "));
        QCOMPARE(fixture.session().pageDrafts().size(), std::size_t{1});
        changeSeed(fixture.session(), 5, QStringLiteral("Seed")); // of no matter to the formula
        QCOMPARE(formula->text(), QStringLiteral("y ~ x + "));
        fixture.session().undoStack().undo();
        fixture.session().undoStack().undo();
        QVERIFY(fixture.session().pageDrafts().empty());
        QCOMPARE(formula->text(), QString());
        fixture.session().undoStack().setClean();
    }

    void anIndicatorHalfTypedIsThereAgain() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        fixture.window().showWorkplace(QStringLiteral("index"));
        fixture.find<QPushButton>("ownIndex")->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().pageDrafts().empty()); // begun, and nothing written
        type(fixture.find<QLineEdit>("indicator_label"), QStringLiteral("Wealth"));
        type(fixture.find<QLineEdit>("indicator_expression"), QStringLiteral("y / "));
        QVERIFY(written(path, QStringLiteral("Wealth: y / ")));
        QVERIFY(restore(fixture, path));
        QCOMPARE(fixture.session().page(), QStringLiteral("index"));
        QCOMPARE(fixture.find<QLineEdit>("indicator_label")->text(), QStringLiteral("Wealth"));
        auto* line = fixture.find<QLineEdit>("indicator_expression");
        QCOMPARE(line->text(), QStringLiteral("y / "));
        const auto indicators = [&] {
            return std::get<recipe::IndexStep>(fixture.session().project()->recipe.steps.at(0).step)
                .indicators;
        };
        QVERIFY(indicators().empty());
        QString asked;
        replyTo(QStringLiteral("unfinishedPage"), QMessageBox::RejectRole, asked);
        QVERIFY(!fixture.window().close());
        QVERIFY2(asked.contains(QLatin1String("Wealth")), qPrintable(asked));
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("x"));
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(indicators().size(), std::size_t{1});
        QCOMPARE(indicators().at(0).expression.text, std::string("y / x"));
        QCOMPARE(indicators().at(0).label, std::string("Wealth"));
        QVERIFY(fixture.session().pageDrafts().empty());
        // One of the index, typed in and not left.
        type(fixture.find<QLineEdit>("indicator_expression"), QStringLiteral("x * 3"));
        QVERIFY(written(path, QStringLiteral("x * 3")));
        QVERIFY(restore(fixture, path));
        QCOMPARE(indicators().at(0).expression.text, std::string("y / x"));
        line = fixture.find<QLineEdit>("indicator_expression");
        QCOMPARE(line->text(), QStringLiteral("x * 3"));
        line->setFocus();
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(indicators().at(0).expression.text, std::string("x * 3"));
        QVERIFY(fixture.session().pageDrafts().empty());
        fixture.session().undoStack().setClean();
    }

    void anEfficiencyModelThatIsNotAddedIsThereAgain() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        for (const auto& [name, text] : {std::pair{"p", "x + 1"}, std::pair{"q", "y + 10"}}) {
            const recipe::CalculateStep step{.name = NewColumnName(name),
                                             .expression = ExpressionText(text)};
            fixture.session().edit(QStringLiteral("Positive"), [step](project::Project project) {
                project.recipe = recipe::withStep(std::move(project.recipe), step);
                return project;
            });
        }
        QVERIFY(fixture.settle());
        auto* page = dynamic_cast<EfficiencyPage*>(
            fixture.window().showWorkplace(QStringLiteral("efficiency")));
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().pageDrafts().empty());
        auto* list = page->findChild<VariableList*>();
        for (const auto& [name, key] : {std::pair{"p", Qt::Key_I}, std::pair{"q", Qt::Key_O}}) {
            list->choose(QLatin1String(name));
            Q_EMIT list->keyPressed(QLatin1String(name), key);
        }
        QVERIFY(fixture.settle());
        const recipe::EfficiencyStep model = page->step();
        QCOMPARE(model.inputs.size(), std::size_t{1});
        type(fixture.find<QLineEdit>("scoreName"), QStringLiteral("te"));
        QVERIFY(written(path, QStringLiteral("te")));
        QVERIFY(restore(fixture, path));
        QCOMPARE(fixture.session().page(), QStringLiteral("efficiency"));
        page = fixture.find<EfficiencyPage>("efficiencyPage");
        QVERIFY(page->step() == model);
        QCOMPARE(fixture.find<QLineEdit>("scoreName")->text(), QStringLiteral("te"));
        QString asked;
        replyTo(QStringLiteral("unfinishedPage"), QMessageBox::RejectRole, asked);
        QVERIFY(!fixture.window().close());
        QVERIFY2(asked.contains(QLatin1String("te")), qPrintable(asked));
        fixture.find<QPushButton>("addScore")->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session().pageDrafts().empty());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{3});
        // Changed and not updated.
        Q_EMIT page->findChild<VariableList*>()->keyPressed(QStringLiteral("q"), Qt::Key_B);
        QCOMPARE(fixture.session().pageDrafts().size(), std::size_t{1});
        Q_EMIT page->findChild<VariableList*>()->keyPressed(QStringLiteral("q"), Qt::Key_O);
        QVERIFY(fixture.session().pageDrafts().empty());
        fixture.session().undoStack().setClean();
    }

    void anOfferThatWasClosedComesAtTheNextStart() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Seed"));
        QVERIFY(fixture.crash(path));
        fixture.window().start({path});
        QVERIFY(fixture.settle());
        auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        // A message over it is closed: that is no answer to the offer.
        bar->showMessage(MessageBar::Kind::Warning, QStringLiteral("Something else"));
        fixture.find<QToolButton>("messageClose")->click();
        QVERIFY2(bar->text().contains(QLatin1String("s.citypanel")), qPrintable(bar->text()));
        fixture.find<QToolButton>("messageClose")->click();
        QVERIFY(!bar->isVisible());
        const QString other = fixture.path(QStringLiteral("other.citypanel"));
        QVERIFY(fixture.session().saveAs(other).has_value());
        QVERIFY(fixture.window().files().openPath(other));
        QVERIFY(!bar->isVisible());
        QVERIFY(fixture.window().files().openPath(path));
        QVERIFY(!bar->isVisible());
        fixture.restart();
        fixture.window().start({other}); // another project: it would be taken for that one's
        QVERIFY(!fixture.find<MessageBar>("messageBar")->isVisible());
        fixture.restart();
        fixture.window().start({});
        bar = fixture.find<MessageBar>("messageBar");
        QVERIFY2(bar->text().contains(QLatin1String("s.citypanel")), qPrintable(bar->text()));
    }

    void whatAnotherProjectLeftIsOfferedOnTheStartPage() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Seed"));
        QVERIFY(fixture.crash(path));
        const QString other = fixture.path(QStringLiteral("other.citypanel"));
        QVERIFY(fixture.session().saveAs(other).has_value());
        fixture.window().start({other});
        fixture.window().showWorkplace(QStringLiteral("data"));
        auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(!bar->isVisible());
        fixture.window().showWorkplace(QStringLiteral("start"));
        QVERIFY2(bar->isVisible() && bar->text().contains(QLatin1String("not of the project")),
                 qPrintable(bar->text()));
    }

    void discardingAsksFirst() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Seed"));
        QVERIFY(fixture.crash(path));
        fixture.window().start({path});
        const QString journal = path + QStringLiteral(".journal");
        QString asked;
        QCoreApplication::processEvents(); // new buttons show with an event
        replyTo(QStringLiteral("discardLeft"), QMessageBox::RejectRole, asked);
        QVERIFY(pressShown(fixture, QStringLiteral("Discard")));
        QVERIFY2(asked.contains(QLatin1String("undone")), qPrintable(asked));
        QVERIFY(QFileInfo::exists(journal));
        auto* bar = fixture.find<MessageBar>("messageBar");
        QTRY_VERIFY(bar->isVisible());
        QCoreApplication::processEvents(); // new buttons show with an event
        replyTo(QStringLiteral("discardLeft"), QMessageBox::DestructiveRole, asked);
        QVERIFY(pressShown(fixture, QStringLiteral("Discard")));
        QVERIFY(!QFileInfo::exists(journal));
        QVERIFY(!bar->isVisible());
    }

    void whatIsLeftInARenamedFolderIsOffered() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QDir folder(fixture.path({}));
        QVERIFY(folder.mkpath(QStringLiteral("a")));
        const QString path = folder.filePath(QStringLiteral("a/p.citypanel"));
        const QString moved = folder.filePath(QStringLiteral("b/p.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        changeSeed(fixture.session(), 8, QStringLiteral("Before"));
        QVERIFY(written(path, QStringLiteral("Before")));
        QVERIFY(QDir().rename(folder.filePath(QStringLiteral("a")),
                              folder.filePath(QStringLiteral("b"))));
        changeSeed(fixture.session(), 9, QStringLiteral("After"));
        QVERIFY(written(moved, QStringLiteral("After")));
        QVERIFY(!folder.exists(QStringLiteral("a")));
        fixture.session().clearRecentFiles();
        QVERIFY(fixture.crash(moved));
        QCOMPARE(fixture.session().recoveriesFor(moved).size(), std::size_t{1});
        fixture.window().start({});
        QVERIFY(press(fixture, QStringLiteral("Restore")));
        QVERIFY(fixture.settle());
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 9);
        QCOMPARE(fixture.session().filePath(), moved);
        QVERIFY(fixture.session().evaluation()->recipe.result().rowCount() > 0);
        fixture.session().undoStack().setClean();
    }

    void whatIsLeftOfAFileRenamedWhileOpenIsItsOwn() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Before"));
        QVERIFY(written(path, QStringLiteral("Before")));
        const QString renamed = fixture.path(QStringLiteral("q.citypanel"));
        QVERIFY(QFile::rename(path, renamed));
        changeSeed(fixture.session(), 9, QStringLiteral("After"));
        QVERIFY(written(path, QStringLiteral("After")));
        fixture.session().clearRecentFiles();
        QVERIFY(fixture.crash(path));
        QCOMPARE(fixture.session().recoveries().size(), std::size_t{1});
        fixture.window().start({renamed});
        QVERIFY(press(fixture, QStringLiteral("Restore")));
        QVERIFY(fixture.settle());
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 9);
        QCOMPARE(fixture.session().filePath(), renamed);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral(".journal")));
        fixture.session().undoStack().setClean();
    }

    void whatIsLeftOfARenamedFileIsOffered() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Seed"));
        QVERIFY(fixture.crash(path));
        const QString renamed = fixture.path(QStringLiteral("renamed.citypanel"));
        QVERIFY(QFile::rename(path, renamed));
        // It lasts while other files are opened.
        const QString other = fixture.path(QStringLiteral("other.citypanel"));
        QVERIFY(fixture.session().saveAs(other).has_value());
        fixture.restart();
        fixture.window().start({});
        auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY2(bar->text().contains(QLatin1String("s.citypanel")) &&
                     bar->text().contains(QLatin1String("gone")),
                 qPrintable(bar->text()));
        QVERIFY(press(fixture, QStringLiteral("Restore")));
        QVERIFY(fixture.settle());
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 8);
        QVERIFY(fixture.session().filePath().isEmpty());
        QVERIFY(fixture.session().evaluation()->recipe.result().rowCount() > 0);
        QVERIFY(!QFileInfo::exists(path + QStringLiteral(".journal")));
        fixture.session().undoStack().setClean();
    }

    void whatIsLeftOfAMovedFileWaitsForIt() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("Seed"));
        QVERIFY(fixture.crash(path));
        QTemporaryDir elsewhere;
        const QString moved = elsewhere.filePath(QStringLiteral("moved.citypanel"));
        QVERIFY(QFile::rename(path, moved));
        fixture.window().start({});
        auto* bar = fixture.find<MessageBar>("messageBar");
        QVERIFY2(bar->text().contains(QLatin1String("back in its place")), qPrintable(bar->text()));
        QVERIFY(!press(fixture, QStringLiteral("Restore")));
        QVERIFY(fixture.window().files().openPath(moved));
        QVERIFY2(!bar->text().contains(QLatin1String("back in its place")),
                 qPrintable(bar->text()));
        QVERIFY(press(fixture, QStringLiteral("Restore")));
        QCOMPARE(static_cast<int>(fixture.session().project()->settings.seed), 8);
        fixture.session().undoStack().setClean();
    }

    void twoStatesOfOneProjectAreToldApart() {
        testing::WindowFixture fixture;
        const QString path = saved(fixture);
        changeSeed(fixture.session(), 8, QStringLiteral("First change"));
        QVERIFY(fixture.crash(path));
        QVERIFY(fixture.session().open(path).has_value());
        changeSeed(fixture.session(), 9, QStringLiteral("Second change"));
        const QString journals = fixture.path(QStringLiteral("data/journals"));
        QTRY_COMPARE_WITH_TIMEOUT(QDir(journals).entryList({QStringLiteral("*.journal")}).size(), 1,
                                  5000);
        const QString second = QDir(journals).entryList({QStringLiteral("*.journal")}).first();
        QVERIFY(QFile::copy(journals + u'/' + second, fixture.path(QStringLiteral("kept2"))));
        fixture.session().undoStack().setClean();
        fixture.restart();
        QVERIFY(QFile::rename(fixture.path(QStringLiteral("kept2")), journals + u'/' + second));
        const auto left = fixture.session().recoveries();
        QCOMPARE(left.size(), std::size_t{2});
        fixture.window().start({path});
        const QString offer = fixture.find<MessageBar>("messageBar")->text();
        for (const auto& one : left) {
            QVERIFY2(offer.contains(one.change), qPrintable(offer));
            QVERIFY2(offer.contains(one.written.toString(QStringLiteral("HH:mm:ss"))),
                     qPrintable(offer));
        }
        QVERIFY(left[0].change != left[1].change);
    }
};

const testing::NamedTest<DraftsTest> draftsNamed("drafts");

} // namespace citypanel::ui

#include "drafts_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a step: it follows what is typed, keeps to the recipe as it is, and is not lost.
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/step_form.h"
#include "ui/window/recipe_panel.h"
#include "ui/window/step_editor.h"
#include "ui/window/use_language.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QTimer>
#include <QtTest>

namespace citypanel::ui {

namespace {

recipe::CalculateStep product(const std::string& name) {
    return {.name = NewColumnName(name), .expression = ExpressionText("x * 2")};
}

/// The widgets hear of another language by an event.
void speak(WindowLanguage language) {
    useLanguage(language);
    QCoreApplication::processEvents();
}

/// Answers the next question with the button of this role; counts the questions.
void answerQuestion(QMessageBox::ButtonRole role, int& asked) {
    QTimer::singleShot(0, qApp, [role, &asked] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr) {
            return;
        }
        ++asked;
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
                return;
            }
        }
    });
}

} // namespace

class StepFormTest final : public QObject {
    Q_OBJECT

    static void addSteps(testing::WindowFixture& fixture, const QStringList& names) {
        for (const QString& name : names) {
            fixture.session().edit(QStringLiteral("add"), [&](project::Project p) {
                p.recipe = recipe::withStep(std::move(p.recipe), product(name.toStdString()));
                return p;
            });
        }
        QVERIFY(fixture.settle());
    }

    static void type(testing::WindowFixture& fixture, const char* field, const QString& text) {
        auto* line = fixture.find<QLineEdit>(field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }

private Q_SLOTS:

    void anotherLanguageAfterTheRecipeGotShorter_data() {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("undone") << false;
        QTest::newRow("another project") << true;
    }

    void anotherLanguageAfterTheRecipeGotShorter() {
        QFETCH(const bool, isNew);
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one"), QStringLiteral("two")});
        auto* panel = fixture.find<RecipePanel>("recipePanel");
        panel->openStep(QStringLiteral("s2"));
        panel->prepareStep(QStringLiteral("calculate"));
        type(fixture, "name", QStringLiteral("three"));
        type(fixture, "expression", QStringLiteral("x + y"));
        fixture.find<QAbstractButton>("addStep")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{3});
        if (isNew) {
            fixture.session().newProject();
        } else {
            for (int i = 0; i < 3; ++i) {
                fixture.session().undoStack().undo();
            }
        }
        QVERIFY(fixture.settle());
        speak(WindowLanguage::Chinese);
        speak(WindowLanguage::English);
        QVERIFY(fixture.session().project()->recipe.steps.empty());
    }

    void aNewStepThatIsShownStaysBehindTheLastOfAShorterRecipe() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one"), QStringLiteral("two")});
        auto* panel = fixture.find<RecipePanel>("recipePanel");
        panel->openStep(QStringLiteral("s2"));
        panel->prepareStep(QStringLiteral("calculate"));
        fixture.session().undoStack().undo();
        fixture.session().undoStack().undo();
        QVERIFY(fixture.settle());
        speak(WindowLanguage::Chinese);
        speak(WindowLanguage::English);
        type(fixture, "name", QStringLiteral("three"));
        type(fixture, "expression", QStringLiteral("x + y"));
        fixture.find<QAbstractButton>("addStep")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{1});
    }

    void whatACrashLeftInTheFormIsThereAgain() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one")});
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("calculate"));
        type(fixture, "name", QStringLiteral("three"));
        type(fixture, "expression", QStringLiteral("x + y")); // not left, not added
        QVERIFY(fixture.crash(path));
        const auto recovery = fixture.session().recoveryFor(path);
        QVERIFY(recovery.has_value());
        QVERIFY(fixture.session().recover(*recovery).has_value());
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.find<QLineEdit>("name")->text(), QStringLiteral("three"));
        QCOMPARE(fixture.find<QLineEdit>("expression")->text(), QStringLiteral("x + y"));
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{1});
        int asked = 0;
        answerQuestion(QMessageBox::RejectRole, asked);
        QVERIFY(!fixture.window().close()); // and it is asked about
        QCOMPARE(asked, 1);
        fixture.find<QAbstractButton>("addStep")->click();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{2});
        QVERIFY(!fixture.session().stepDraft());
        fixture.session().undoStack().setClean();
    }

    void aStepAddedFromItsFormSurvivesACrash() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("calculate"));
        type(fixture, "name", QStringLiteral("three"));
        type(fixture, "expression", QStringLiteral("x + y"));
        const QString journal = path + QStringLiteral(".journal");
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(journal), 5000); // it holds the form
        fixture.find<QAbstractButton>("addStep")->click();
        QVERIFY(fixture.settle());
        QVERIFY(fixture.crash(path));
        const auto recovery = fixture.session().recoveryFor(path);
        QVERIFY(recovery.has_value());
        QVERIFY(fixture.session().recover(*recovery).has_value());
        QCOMPARE(fixture.session().project()->recipe.steps.size(), std::size_t{1});
        QVERIFY(!fixture.session().stepDraft());
        fixture.session().undoStack().setClean();
    }

    void whatACrashLeftInAStepOfTheRecipeIsAnEdit() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one")});
        const QString path = fixture.path(QStringLiteral("s.citypanel"));
        QVERIFY(fixture.window().files().savePath(path));
        fixture.find<RecipePanel>("recipePanel")->openStep(QStringLiteral("s1"));
        type(fixture, "expression", QStringLiteral("x - y")); // not left
        QVERIFY(fixture.crash(path));
        const auto recovery = fixture.session().recoveryFor(path);
        QVERIFY(recovery.has_value());
        QVERIFY(fixture.session().recover(*recovery).has_value());
        const auto& step =
            std::get<recipe::CalculateStep>(fixture.session().project()->recipe.steps[0].step);
        QCOMPARE(step.expression.text, std::string("x - y"));
        QVERIFY(fixture.session().isModified());
        fixture.session().undoStack().undo();
        QVERIFY(!fixture.session().isModified());
    }

    void theFormFollowsWhatIsTyped() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("calculate"));
        type(fixture, "name", QStringLiteral("lny"));
        auto* add = fixture.find<QAbstractButton>("addStep");
        QVERIFY(!add->isEnabled());
        type(fixture, "expression", QStringLiteral("ln(x + 1)"));
        QVERIFY(add->isEnabled()); // without Enter or Tab
        QVERIFY(!fixture.find<QLabel>("stepChecks")->isVisible());
        QVERIFY(fixture.settle());
        QVERIFY(fixture.find<QLabel>("previewSummary")->text().contains(QStringLiteral("lny")));
        QTest::keyClicks(fixture.find<QLineEdit>("expression"), QStringLiteral(" +"));
        QVERIFY(!add->isEnabled());
        QTest::keyClicks(fixture.find<QLineEdit>("expression"), QStringLiteral(" 2"));
        add->click();
        QVERIFY(fixture.settle());
        const auto& steps = fixture.session().project()->recipe.steps;
        QCOMPARE(steps.size(), std::size_t{1});
        QCOMPARE(std::get<recipe::CalculateStep>(steps[0].step).expression.text,
                 std::string("ln(x + 1) + 2"));
    }

    void whatIsTypedIntoAStepOfTheRecipeWaitsForEnter() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one")});
        fixture.find<RecipePanel>("recipePanel")->openStep(QStringLiteral("s1"));
        const auto before = fixture.session().project();
        type(fixture, "expression", QStringLiteral("x *"));
        QVERIFY(fixture.find<QLabel>("stepChecks")->isVisible());
        QVERIFY(*fixture.session().project() == *before);
        QTest::keyClicks(fixture.find<QLineEdit>("expression"), QStringLiteral(" 3"));
        QVERIFY(!fixture.find<QLabel>("stepChecks")->isVisible());
        QVERIFY(fixture.find<QLabel>("stepSentence")->text().contains(QStringLiteral("x * 3")));
        QVERIFY(*fixture.session().project() == *before);
        QTest::keyClick(fixture.find<QLineEdit>("expression"), Qt::Key_Return);
        QVERIFY(fixture.settle());
        QVERIFY(*fixture.session().project() != *before);
    }

    void altWithALetterTypesNothing() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("calculate"));
        auto* line = fixture.find<QLineEdit>("expression");
        type(fixture, "expression", QStringLiteral("x"));
        QTest::keyClick(line, 'a', Qt::AltModifier);
        QCOMPARE(line->text(), QStringLiteral("x"));
    }

    void aFilledFormDoesNotGoWithoutAsking() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addSteps(fixture, {QStringLiteral("one")});
        auto* panel = fixture.find<RecipePanel>("recipePanel");
        auto* editor = panel->findChild<StepEditor*>();
        panel->prepareStep(QStringLiteral("calculate"));
        QTest::keyClick(fixture.find<QLineEdit>("name"), Qt::Key_Escape);
        QVERIFY(editor->isHidden()); // nothing to lose
        panel->prepareStep(QStringLiteral("calculate"));
        type(fixture, "name", QStringLiteral("new"));
        int asked = 0;
        answerQuestion(QMessageBox::RejectRole, asked);
        QTest::keyClick(fixture.find<QLineEdit>("name"), Qt::Key_Escape);
        QCOMPARE(asked, 1);
        QVERIFY(!editor->isHidden());
        QCOMPARE(fixture.find<QLineEdit>("name")->text(), QStringLiteral("new"));
        answerQuestion(QMessageBox::RejectRole, asked);
        auto* list = fixture.find<QListView>("recipeList");
        Q_EMIT list->activated(list->model()->index(0, 0));
        QCOMPARE(asked, 2);
        QVERIFY(editor->key().isEmpty());
        answerQuestion(QMessageBox::DestructiveRole, asked);
        Q_EMIT list->activated(list->model()->index(0, 0));
        QCOMPARE(asked, 3);
        QCOMPARE(editor->key(), QStringLiteral("s1"));
    }

    void theFormSpeaksTheLanguageOfTheWindow() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.find<RecipePanel>("recipePanel")->prepareStep(QStringLiteral("interpolate"));
        auto* form = fixture.find<StepForm>("stepForm");
        const auto texts = [form] {
            QStringList all;
            for (const QLabel* label : form->findChildren<QLabel*>()) {
                all.append(label->text());
            }
            for (const QComboBox* box : form->findChildren<QComboBox*>()) {
                all.append(box->itemText(0));
            }
            for (const QAbstractButton* button : form->findChildren<QAbstractButton*>()) {
                all.append(button->text());
            }
            all.removeAll(QString());
            return all;
        };
        const QStringList english = texts();
        QVERIFY(english.size() > 3);
        speak(WindowLanguage::Chinese);
        const QStringList chinese = texts();
        QCOMPARE(chinese.size(), english.size());
        for (qsizetype i = 0; i < english.size(); ++i) {
            QVERIFY2(chinese[i] != english[i], qPrintable(english[i]));
        }
        speak(WindowLanguage::English);
        QCOMPARE(texts(), english);
    }
};

const testing::NamedTest<StepFormTest> stepFormNamed("step_form");

} // namespace citypanel::ui

#include "step_form_test.moc"

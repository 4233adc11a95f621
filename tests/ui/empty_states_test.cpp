// SPDX-License-Identifier: GPL-3.0-or-later
// A page without results says why and what to do: a step that failed, a computation that goes on, a
// model that could not be estimated, a search that finds nothing.
#include "core/recipe/recipe.h"
#include "core/study/regression_study.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/figure_view.h"
#include "ui/models/no_result.h"
#include "ui/widgets/workplace.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QtTest>

namespace citypanel::ui {

namespace {

/// All that the labels under a widget say.
QString shownTexts(const QWidget* widget) {
    QStringList texts;
    for (const QLabel* label : widget->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(QLatin1Char('\n'));
}

/// A step that passes the check of the recipe and fails on the data: nothing is left.
void failTheSecondStep(ProjectSession& session) {
    session.edit(QStringLiteral("fail"), [](project::Project p) {
        p.recipe = recipe::withStep(std::move(p.recipe),
                                    recipe::FilterStep{.condition = ExpressionText("x > -1")});
        p.recipe = recipe::withStep(std::move(p.recipe),
                                    recipe::FilterStep{.condition = ExpressionText("nosuch > 1")});
        return p;
    });
}

void addModel(ProjectSession& session, const char* formula) {
    session.edit(QStringLiteral("add"), [formula](project::Project p) {
        study::RegressionStudy models;
        models.columns = {{.formula = FormulaText(formula), .vcov = "hc1"}};
        p.studies.push_back({"models", "Models", models});
        study::DescriptivesStudy described;
        described.variables = {ColumnName("x"), ColumnName("y")};
        p.studies.push_back({"described", "Described", described});
        return p;
    });
}

} // namespace

class EmptyStatesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void theFailedStepIsNamedOnEveryPageOfResults() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addModel(fixture.session(), "y ~ x | city + year");
        failTheSecondStep(fixture.session());
        QVERIFY(fixture.settle());
        for (const char* id : {"models", "studies", "tables"}) {
            Workplace* page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY(fixture.settle());
            const QString texts = shownTexts(page);
            QVERIFY2(texts.contains(QLatin1String("Step 2 of the recipe did not run")),
                     qPrintable(QLatin1String(id) + QLatin1String(": ") + texts));
            QVERIFY2(texts.contains(QLatin1String("nosuch")), qPrintable(texts));
            QAbstractButton* show = nullptr;
            for (auto* button :
                 page->findChildren<QAbstractButton*>(QStringLiteral("toFailedStep"))) {
                show = button->isVisible() ? button : show;
            }
            QVERIFY(show != nullptr);
            fixture.find<QAction>("view.recipe")->setChecked(false);
            show->click();
            QVERIFY(fixture.find<QWidget>("stepForm")->isVisible());
            QVERIFY(fixture.find<QLabel>("stepChecks")->text().contains(QLatin1String("nosuch")));
        }
        // Once the step is off the results are there, and nothing is explained any more.
        fixture.session().undoStack().undo();
        QVERIFY(fixture.settle());
        for (const char* id : {"models", "studies", "tables"}) {
            Workplace* page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY(fixture.settle());
            QVERIFY2(!shownTexts(page).contains(QLatin1String("did not run")), id);
        }
        fixture.session().undoStack().setClean();
    }

    void aPageSaysThatTheDataAreBeingRead() {
        testing::WindowFixture fixture;
        for (const char* id : {"studies", "models", "data", "index", "efficiency", "prepare"}) {
            QVERIFY(fixture.window().showWorkplace(QLatin1String(id)) != nullptr);
        }
        Workplace* page = fixture.window().showWorkplace(QStringLiteral("studies"));
        QVERIFY(shownTexts(page).contains(QLatin1String("No data to study")));
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(fixture.session().isEvaluating());
        for (const char* id : {"studies", "models", "data", "index", "efficiency", "prepare"}) {
            page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY2(shownTexts(page).contains(QLatin1String("Computing")), id);
            QVERIFY2(!shownTexts(page).contains(QLatin1String("No data")), id);
        }
        QVERIFY(fixture.settle());
        page = fixture.window().showWorkplace(QStringLiteral("studies"));
        QVERIFY(!shownTexts(page).contains(QLatin1String("Computing")));
        fixture.session().newProject();
        QVERIFY(fixture.settle());
        QVERIFY(shownTexts(page).contains(QLatin1String("No data to study")));
        fixture.session().undoStack().setClean();
    }

    void aModelThatCannotBeEstimatedSaysWhy() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        addModel(fixture.session(), "y ~ nosuch | city + year");
        QVERIFY(fixture.settle());
        for (const char* id : {"models", "tables"}) {
            Workplace* page = fixture.window().showWorkplace(QLatin1String(id));
            QVERIFY(fixture.settle());
            // Of the tables one belongs to the model.
            auto* list = page->findChild<QListWidget*>(QStringLiteral("tablesList"));
            bool isSaid = list == nullptr && shownTexts(page).contains(QLatin1String("nosuch"));
            for (int row = 0; list != nullptr && row < list->count(); ++row) {
                list->setCurrentRow(row);
                isSaid = isSaid || shownTexts(page).contains(QLatin1String("nosuch"));
            }
            QVERIFY2(isSaid, qPrintable(shownTexts(page)));
            for (const FigureView* view : page->findChildren<FigureView*>()) {
                QVERIFY2(!view->isVisible() || view->figure(), id);
            }
        }
        fixture.session().undoStack().setClean();
    }

    void aFigureWithoutNumbersSaysSo() {
        FigureView view;
        view.resize(400, 300);
        view.show();
        study::Figure figure{.key = "coefficients"};
        figure.series.push_back({});
        figure.series.back().points.push_back({});
        view.setFigure(figure);
        auto* nothing = view.findChild<QLabel*>(QStringLiteral("figureNothing"));
        QVERIFY(nothing->isVisible() && !nothing->text().isEmpty());
        figure.series.back().points.push_back({.x = 1, .y = 2});
        view.setFigure(figure);
        QVERIFY(!nothing->isVisible());
    }

    void thePaletteSaysThatNothingMatches() {
        testing::WindowFixture fixture;
        QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
        fixture.find<QAction>("edit.palette")->trigger();
        auto* line = fixture.find<QLineEdit>("commandLine");
        auto* nothing = fixture.find<QLabel>("commandNothing");
        QVERIFY(!nothing->isVisible());
        QTest::keyClicks(line, QStringLiteral("xyzzy"));
        QVERIFY(nothing->isVisible() && !nothing->text().isEmpty());
        QVERIFY(!fixture.find<QListWidget>("commandList")->isVisible());
        line->clear();
        QVERIFY(!nothing->isVisible());
    }
};

const testing::NamedTest<EmptyStatesTest> emptyStatesNamed("empty_states");

} // namespace citypanel::ui

#include "empty_states_test.moc"

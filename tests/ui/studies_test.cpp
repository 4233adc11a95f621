// SPDX-License-Identifier: GPL-3.0-or-later
// The studies page: a table in three clicks, a new split with its figures, a click that selects.
#include "core/study/study.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/charts/figure_view.h"
#include "ui/models/panel_model.h"
#include "ui/session/unit_selection.h"
#include "ui/studies/columns_button.h"
#include "ui/studies/studies_page.h"
#include "ui/widgets/columns_edit.h"
#include "ui/widgets/explain_pane.h"
#include "ui/widgets/result_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QTableView>
#include <QTextBrowser>
#include <QtTest>

#include <cmath>

namespace citypanel::ui {

namespace {

/// Forty cities in two regions over six years, with an effect of x that differs between them.
void importRegions(testing::WindowFixture& fixture) {
    const QString path = fixture.path(QStringLiteral("regions.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("city,year,size,x,z,y\n");
    for (int city = 0; city < 40; ++city) {
        for (int t = 0; t < 6; ++t) {
            const double x = std::sin(1.7 * city + 2.3 * t) + 0.1 * t;
            const double z = std::cos(0.9 * city - 1.1 * t);
            const bool isEast = city % 2 == 0;
            const double y =
                (isEast ? 2.0 : 0.5) * x + 0.3 * z + city + 0.4 * std::sin(3.1 * city * (t + 1));
            file.write(QStringLiteral("城%1,%2,%3,%4,%5,%6\n")
                           .arg(city, 2, 10, QLatin1Char('0'))
                           .arg(2015 + t)
                           .arg(1 + (city * 7 + t) % 10)
                           .arg(x)
                           .arg(z)
                           .arg(y)
                           .toUtf8());
        }
    }
    file.close();
    QVERIFY(fixture.session().importSources({path}));
    QVERIFY(fixture.settle());
}

/// A baseline of y on x and z, for the roles of the others, and the two regions.
void addBaseline(testing::WindowFixture& fixture) {
    fixture.session().edit(QStringLiteral("baseline"), [](project::Project p) {
        study::BaselineStudy study;
        study.model.outcome = "y";
        study.model.core = {"x"};
        study.model.controls = {"z"};
        study.model.effects = {"city", "year"};
        p.studies.push_back({"base", "Baseline", study});
        recipe::ListGroupStep regions{.name = "region", .remainder = "西部"};
        for (int city = 0; city < 40; city += 2) {
            regions.lists["东部"].push_back(
                QStringLiteral("城%1").arg(city, 2, 10, QLatin1Char('0')).toStdString());
        }
        p.recipe = recipe::withStep(std::move(p.recipe), regions);
        return p;
    });
    QVERIFY(fixture.settle());
}

const project::StudyOutcome& lastOutcome(testing::WindowFixture& fixture) {
    return fixture.session().evaluation()->studies.back();
}

} // namespace

class StudiesTest final : public QObject {
    Q_OBJECT

    testing::WindowFixture* fixture_ = nullptr;

private Q_SLOTS:

    void init() {
        fixture_ = new testing::WindowFixture;
        importRegions(*fixture_);
        addBaseline(*fixture_);
        fixture_->window().showWorkplace(QStringLiteral("studies"));
        QVERIFY(fixture_->settle());
    }

    void cleanup() { delete fixture_; }

    void everyKindIsATableFromItsMenuEntry() {
        for (const char* kind :
             {"descriptives", "baseline", "robustness", "heterogeneity", "specification_curve"}) {
            fixture_->find<QAction>(("add_" + std::string(kind)).c_str())->trigger();
            QVERIFY(fixture_->settle());
            const project::StudyOutcome& outcome = lastOutcome(*fixture_);
            QVERIFY2(outcome.result != nullptr, kind);
            QVERIFY2(outcome.problems.empty(), kind);
            QCOMPARE(fixture_->find<QComboBox>("studyTable")->count(),
                     static_cast<int>(outcome.result->tables.size()));
            QVERIFY(
                fixture_->window().findChild<StudiesPage*>()->findChild<ResultTable*>()->table());
        }
        // All of it can be undone.
        for (int i = 0; i < 5; ++i) {
            fixture_->session().undoStack().undo();
        }
        QCOMPARE(fixture_->session().project()->studies.size(), std::size_t{1});
    }

    void aCaptionIsTakenAtEveryPauseAsOneEdit() {
        const auto& stack = fixture_->session().undoStack();
        const int before = stack.count();
        const auto titleInProject = [this] {
            const study::ProjectStudy& entry = fixture_->session().project()->studies.front();
            return QString::fromStdString(std::get<study::BaselineStudy>(entry.study).title);
        };
        const QPointer<QLineEdit> caption =
            fixture_->find<QWidget>("studyForm")->findChild<QLineEdit*>(QStringLiteral("title"));
        QVERIFY(caption);
        caption->setFocus();
        QTest::keyClicks(caption, QStringLiteral("Growth"));
        QCOMPARE(titleInProject(), QString());
        QTRY_COMPARE_WITH_TIMEOUT(titleInProject(), QStringLiteral("Growth"), 4000);
        QVERIFY(fixture_->settle());
        QVERIFY(caption); // the line is still the one that is typed in
        QVERIFY(caption->hasFocus());
        QTest::keyClicks(caption, QStringLiteral(" of cities"));
        QTRY_COMPARE_WITH_TIMEOUT(titleInProject(), QStringLiteral("Growth of cities"), 4000);
        QTest::keyClicks(caption, QStringLiteral("!"));
        QTest::keyClick(caption, Qt::Key_Return);
        QCOMPARE(titleInProject(), QStringLiteral("Growth of cities!"));
        QCOMPARE(stack.count(), before + 1);
        // Typed anew it is another edit, and undone one by one without leaving the line.
        QTest::keyClicks(caption, QStringLiteral("?"));
        QTest::keyClick(caption, Qt::Key_Return);
        QCOMPARE(stack.count(), before + 2);
        QTest::keyClick(caption, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(titleInProject(), QStringLiteral("Growth of cities!"));
        fixture_->session().undoStack().undo();
        QCOMPARE(titleInProject(), QString());
    }

    void aCaptionTypedWithoutAPauseIsTakenInTime() {
        auto* caption =
            fixture_->find<QWidget>("studyForm")->findChild<QLineEdit*>(QStringLiteral("title"));
        caption->setFocus();
        QString typed;
        for (int i = 0; i < 8; ++i) { // four seconds
            QTest::keyClicks(caption, QStringLiteral("a"));
            typed += QLatin1Char('a');
            QTest::qWait(500);
        }
        const study::ProjectStudy& entry = fixture_->session().project()->studies.front();
        const QString title =
            QString::fromStdString(std::get<study::BaselineStudy>(entry.study).title);
        QVERIFY2(title.size() >= 3, qPrintable(title));
        QCOMPARE(caption->text(), typed);
    }

    void aCheckThatCannotBeReadIsToldAndNotTaken() {
        fixture_->find<QAction>("add_robustness")->trigger();
        QVERIFY(fixture_->settle());
        auto* box = fixture_->find<QCheckBox>("check_lag_regressors");
        box->setChecked(true);
        QVERIFY(fixture_->settle());
        auto* line = fixture_->find<QLineEdit>("text_lag_regressors");
        const auto before = fixture_->session().project();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("2, 3"));
        QTest::keyClick(line, Qt::Key_Return);
        auto* hint = fixture_->find<QLabel>("hint_lag_regressors");
        QVERIFY(hint->isVisible());
        QCOMPARE(*fixture_->session().project(), *before);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("2"));
        QVERIFY(!hint->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(*fixture_->session().project() != *before);
        QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier); // the project's
        QCOMPARE(*fixture_->session().project(), *before);
    }

    void whatNobodyCanGuessIsTicked() {
        fixture_->find<QAction>("add_mechanism")->trigger();
        QVERIFY(fixture_->settle());
        QVERIFY(lastOutcome(*fixture_).result == nullptr);
        QVERIFY(!fixture_->find<QLabel>("studyProblems")->text().isEmpty());
        auto* mediators = fixture_->find<ColumnsButton>("mediators");
        auto* list = mediators->findChild<QListWidget*>();
        const QList<QListWidgetItem*> found =
            list->findItems(QStringLiteral("size"), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        found.front()->setCheckState(Qt::Checked);
        QVERIFY(fixture_->settle());
        QVERIFY(lastOutcome(*fixture_).result != nullptr);
        QVERIFY(fixture_->find<QLabel>("studyProblems")->text().isEmpty());
        QCOMPARE(mediators->chosen(), QStringList{QStringLiteral("size")});
    }

    void aSplitAtTheMedianIsAStepAndAGrouping() {
        fixture_->find<QAction>("add_heterogeneity")->trigger();
        QVERIFY(fixture_->settle());
        auto* split = fixture_->find<QComboBox>("split");
        const int index = split->findText(QStringLiteral("size"));
        QVERIFY(index > 0);
        // With the mouse: the list that is clicked must outlive the click that changes the form.
        split->showPopup();
        QAbstractItemView* list = split->view();
        QTRY_VERIFY(list->isVisible());
        const QModelIndex item = split->model()->index(index, 0);
        list->scrollTo(item);
        QTest::qWait(QApplication::doubleClickInterval());
        const QPoint at = list->visualRect(item).center();
        QTest::mouseMove(list->viewport(), at);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(fixture_->settle());
        QTRY_COMPARE(fixture_->session().project()->recipe.steps.size(), std::size_t{2});
        QVERIFY(fixture_->settle());
        QCOMPARE(fixture_->session().project()->recipe.steps.size(), std::size_t{2});
        const auto& study = std::get<study::HeterogeneityStudy>(
            fixture_->session().project()->studies.back().study);
        QCOMPARE(study.by.front().text, std::string("size_group"));
        const project::StudyOutcome& outcome = lastOutcome(*fixture_);
        QVERIFY(outcome.result != nullptr);
        QCOMPARE(outcome.result->tables.front().columns.size(), std::size_t{2});
        // The p-value of the difference stands beside the chart.
        QVERIFY(fixture_->find<QLabel>("figureNotes")
                    ->text()
                    .contains(QRegularExpression(QStringLiteral("p [=<] 0"))));
        fixture_->session().undoStack().undo();
        QCOMPARE(fixture_->session().project()->recipe.steps.size(), std::size_t{1});
    }

    void halvesOfASplitAreNamedInTheLanguageOfTheTable() {
        fixture_->session().edit(QStringLiteral("language"), [](project::Project p) {
            p.settings.tableLanguage = "zh";
            p.report.labels["size"] = {.en = "City size", .zh = "城市规模"};
            return p;
        });
        fixture_->find<QAction>("add_heterogeneity")->trigger();
        QVERIFY(fixture_->settle());
        auto* split = fixture_->find<QComboBox>("split");
        const int index = split->findText(QStringLiteral("size"));
        QVERIFY(index > 0);
        split->setCurrentIndex(index);
        Q_EMIT split->activated(index);
        QTRY_COMPARE(fixture_->session().project()->recipe.steps.size(), std::size_t{2});
        QVERIFY(fixture_->settle());
        const auto headings = [this] {
            const auto* table =
                fixture_->window().findChild<StudiesPage*>()->findChild<ResultTable*>();
            QStringList titles{QString::fromStdString(table->table()->columns[0].group.own)};
            for (const study::Column& column : table->table()->columns) {
                titles.append(QString::fromStdString(column.title.own));
            }
            return titles;
        };
        QCOMPARE(headings(),
                 (QStringList{QStringLiteral("城市规模"), QStringLiteral("低：城市规模"),
                              QStringLiteral("高：城市规模")}));
        fixture_->session().edit(QStringLiteral("language"), [](project::Project p) {
            p.settings.tableLanguage = "en";
            return p;
        });
        QVERIFY(fixture_->settle());
        QCOMPARE(headings(),
                 (QStringList{QStringLiteral("City size"), QStringLiteral("Low: City size"),
                              QStringLiteral("High: City size")}));
    }

    void aTextColumnOfAFileIsAGrouping() {
        QFile file(fixture_->path(QStringLiteral("regions.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text;
        int line = 0;
        for (const QByteArray& row : file.readAll().split('\n')) {
            const QByteArray region = line == 0                   ? "coast"
                                      : ((line - 1) / 6) % 2 == 0 ? "by the sea"
                                                                  : "inland";
            text += row.isEmpty() ? row : row + ',' + region + '\n';
            ++line;
        }
        const QString path = fixture_->path(QStringLiteral("coast.csv"));
        QFile changed(path);
        QVERIFY(changed.open(QIODevice::WriteOnly));
        changed.write(text);
        changed.close();
        fixture_->session().newProject();
        QVERIFY(fixture_->session().importSources({path}));
        QVERIFY(fixture_->settle());
        addBaseline(*fixture_);
        fixture_->find<QAction>("add_heterogeneity")->trigger();
        QVERIFY(fixture_->settle());
        auto* groupings = fixture_->find<ColumnsButton>("by");
        auto* list = groupings->findChild<QListWidget*>();
        const auto found = list->findItems(QStringLiteral("coast"), Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        for (const QString& other : groupings->chosen()) {
            list->findItems(other, Qt::MatchExactly).front()->setCheckState(Qt::Unchecked);
        }
        found.front()->setCheckState(Qt::Checked);
        QVERIFY(fixture_->settle());
        const project::StudyOutcome& outcome = lastOutcome(*fixture_);
        QVERIFY(outcome.result != nullptr);
        QVERIFY(outcome.problems.empty());
        QCOMPARE(outcome.result->tables.front().columns.size(), std::size_t{2});
        QCOMPARE(outcome.result->tables.front().columns[0].title.own, std::string("by the sea"));
    }

    void aClickOnAGroupSelectsItsCities() {
        fixture_->find<QAction>("add_heterogeneity")->trigger();
        QVERIFY(fixture_->settle());
        auto* figure = fixture_->window().findChild<StudiesPage*>()->findChild<FigureView*>();
        Q_EMIT figure->pointClicked(QStringLiteral("东部"), QStringLiteral("东部"));
        const UnitSelection& selection = UnitSelection::of(fixture_->session());
        QCOMPARE(selection.units().size(), 20);
        QVERIFY(fixture_->find<QLabel>("selectedUnits")->text().contains(QStringLiteral("20")));
        // The data show the rows of the group alone.
        fixture_->find<QAbstractButton>("showSelectedUnits")->click();
        QVERIFY(fixture_->settle());
        QCOMPARE(fixture_->find<QLineEdit>("rowCondition")->text(), selection.condition());
        // Among all rows the group's are marked, at the side and in the cells.
        fixture_->find<QLineEdit>("rowCondition")->clear();
        QVERIFY(fixture_->settle());
        const auto* rows = fixture_->find<QTableView>("panelGrid")->model();
        QCOMPARE(rows->rowCount(), 240);
        int marked = 0;
        for (int row = 0; row < rows->rowCount(); ++row) {
            const bool isMarked = rows->index(row, 0).data(PanelModel::IsMarkedRole).toBool();
            marked += isMarked ? 1 : 0;
            QCOMPARE(rows->headerData(row, Qt::Vertical, Qt::FontRole).value<QFont>().bold(),
                     isMarked);
        }
        QCOMPARE(marked, 120);
        UnitSelection::of(fixture_->session()).clear();
        QVERIFY(!fixture_->find<QAbstractButton>("showSelectedUnits")->isVisible());
        QVERIFY(!rows->index(0, 0).data(PanelModel::IsMarkedRole).toBool());
    }

    void aCellIsExplainedAndItsModelCopied() {
        auto* table = fixture_->window().findChild<StudiesPage*>()->findChild<ResultTable*>();
        Q_EMIT table->cellChosen(0, 0);
        auto* page = fixture_->window().findChild<StudiesPage*>();
        QVERIFY(page->findChild<ExplainPane*>()->isVisible());
        QVERIFY(page->findChild<QTextBrowser*>(QStringLiteral("explanation"))
                    ->toPlainText()
                    .contains(QStringLiteral("reghdfe y x")));
        page->findChild<QAbstractButton*>(QStringLiteral("copyToModels"))->click();
        QVERIFY(fixture_->settle());
        const auto& copy =
            std::get<study::RegressionStudy>(fixture_->session().project()->studies.back().study);
        QCOMPARE(copy.columns.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(copy.columns.front().formula.text).remove(QLatin1Char(' ')),
                 QStringLiteral("y~x|city+year"));
    }

    void theTableOfTestsHasNoModelBehindItsCells() {
        fixture_->find<QAction>("add_heterogeneity")->trigger();
        QVERIFY(fixture_->settle());
        auto* page = fixture_->window().findChild<StudiesPage*>();
        page->showResult(QStringLiteral("tests"));
        Q_EMIT page->findChild<ResultTable*>()->cellChosen(1, 0);
        QVERIFY(!page->findChild<ExplainPane*>()->isVisible());
        QVERIFY(UnitSelection::of(fixture_->session()).units().isEmpty());
    }

    void checksAreTickedOneByOne() {
        fixture_->find<QAction>("add_robustness")->trigger();
        QVERIFY(fixture_->settle());
        const auto checks = [this] {
            return std::get<study::RobustnessStudy>(
                       fixture_->session().project()->studies.back().study)
                .checks;
        };
        const std::size_t before = checks().size();
        fixture_->find<QCheckBox>("check_drop_periods")->setChecked(true);
        auto* line = fixture_->find<QLineEdit>("text_drop_periods");
        line->setText(QStringLiteral("2019，2020"));
        Q_EMIT line->editingFinished();
        QVERIFY(fixture_->settle());
        QCOMPARE(checks().size(), before + 1);
        bool isFound = false;
        for (const study::RobustnessCheck& check : checks()) {
            isFound = isFound || check.periods == std::vector<std::int64_t>{2019, 2020};
        }
        QVERIFY(isFound);
        fixture_->find<QCheckBox>("check_drop_periods")->setChecked(false);
        QVERIFY(fixture_->settle());
        QCOMPARE(checks().size(), before);
    }

    void studiesAreRenamedDuplicatedAndDeleted() {
        auto* list = fixture_->find<QListWidget>("studyList");
        QCOMPARE(list->count(), 1);
        list->item(0)->setText(QStringLiteral("Table 4"));
        QTRY_COMPARE(fixture_->session().project()->studies.front().name, std::string("Table 4"));
        fixture_->find<QAbstractButton>("duplicateStudy")->click();
        QVERIFY(fixture_->settle());
        QCOMPARE(list->count(), 2);
        QCOMPARE(list->currentRow(), 1);
        fixture_->find<QAbstractButton>("deleteStudy")->click();
        QVERIFY(fixture_->settle());
        QCOMPARE(list->count(), 1);
    }
};

const testing::NamedTest<StudiesTest> studiesNamed("studies");

} // namespace citypanel::ui

#include "studies_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the Data table: what is pasted becomes corrections or is refused with a word, and a
// cell that is not edited says why.
#include "core/recipe/column_steps.h"
#include "core/recipe/correct_step.h"
#include "core/recipe/recipe.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/data/paste_cells.h"
#include "ui/models/recipe_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/project_files.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QTableView>
#include <QtTest>

namespace citypanel::ui {

class CorrectingTest final : public QObject {
    Q_OBJECT

    /// The cell of a variable in the row of c0 in 2011.
    static QTableView* at(testing::WindowFixture& fixture, const QString& variable) {
        auto* grid = fixture.find<QTableView>("panelGrid");
        const QAbstractItemModel& model = *grid->model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal).toString() == variable) {
                grid->setCurrentIndex(model.index(0, column));
            }
        }
        grid->setFocus();
        return grid;
    }

    static void pasteText(QTableView* grid, const QString& text) {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(grid, Qt::Key_V, Qt::ControlModifier);
    }

private Q_SLOTS:

    void readsNumbersAndNothingElse() {
        const PastedBlock block = pastedBlock(QStringLiteral("1\t2.5\r\n\t1,234.5\r\n"));
        QVERIFY(block.refused.isEmpty());
        QCOMPARE(block.rows.size(), std::size_t{2});
        QCOMPARE(block.columnCount(), 2);
        QCOMPARE(block.rows[0][1], std::optional(2.5));
        QCOMPARE(block.rows[1][0], std::optional<double>());
        QCOMPARE(block.rows[1][1], std::optional(1234.5));
        for (const char* text : {"1,5", "1 5", "n/a", "12%", "1\tx"}) {
            QVERIFY2(!pastedBlock(QLatin1String(text)).refused.isEmpty(), text);
        }
        // As copied here, with the names of columns and rows.
        const PastedBlock own = pastedBlock(QStringLiteral("\tx\ty\nc0  2011\t1\t-2e3"));
        QCOMPARE(own.rows.size(), std::size_t{1});
        QCOMPARE(own.rows[0][0], std::optional(1.0));
        QCOMPARE(own.rows[0][1], std::optional(-2000.0));
    }

    void aPastedBlockIsOneUndoStep() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        QTableView* grid = at(fixture, QStringLiteral("y"));
        const int before = fixture.session().undoStack().count();
        pasteText(grid, QStringLiteral("7.125\t8\n\t9"));
        auto* dialog = fixture.find<QInputDialog>("pasteReason");
        dialog->setTextValue(QStringLiteral("yearbook 2018"));
        dialog->accept();
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session().undoStack().count(), before + 1);
        const auto& steps = fixture.session().project()->recipe.steps;
        QCOMPARE(steps.size(), std::size_t{3});
        const Panel& panel = fixture.session().evaluation()->recipe.result();
        const Variable& y = *panel.find("y");
        const Variable& x = *panel.find("x");
        QCOMPARE(y.numbers()[0], 7.125);
        QCOMPARE(x.numbers()[0], 8.0);
        QCOMPARE(x.numbers()[1], 9.0);
        QVERIFY(y.numbers()[1] != 7.125);
        QVERIFY(y.origins().kindAt(0) == OriginKind::Corrected);
        QVERIFY(y.origins().kindAt(1) == OriginKind::Observed);
        QCOMPARE(std::get<recipe::CorrectStep>(steps[0].step).reason, std::string("yearbook 2018"));
        fixture.session().undoStack().undo();
        QVERIFY(fixture.session().project()->recipe.steps.empty());
        fixture.session().undoStack().setClean();
    }

    void oneValueIsAskedAboutAsIfTyped() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        pasteText(at(fixture, QStringLiteral("y")), QStringLiteral("7.125\n"));
        auto* dialog = fixture.find<QDialog>("correctionDialog");
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("value"))->text(),
                 QStringLiteral("7.125"));
        dialog->reject();
        fixture.session().undoStack().setClean();
    }

    void whatCannotBePastedIsSaid() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.importSmallPanel());
        fixture.window().showWorkplace(QStringLiteral("data"));
        const auto* bar = fixture.find<MessageBar>("messageBar");
        QTableView* grid = at(fixture, QStringLiteral("y"));
        const int before = fixture.session().undoStack().count();
        pasteText(grid, QStringLiteral("1\tabc"));
        QVERIFY2(bar->isVisible() && bar->text().contains(QLatin1String("abc")),
                 qPrintable(bar->text()));
        pasteText(grid, QStringLiteral("1\t2\t3\t4\t5"));
        QVERIFY2(bar->text().contains(QLatin1String("beyond")), qPrintable(bar->text()));
        QCOMPARE(fixture.session().undoStack().count(), before);
        fixture.session().undoStack().setClean();
    }

    void aCellOfTextSaysWhyItIsNotEdited() {
        testing::WindowFixture fixture;
        QVERIFY(fixture.window().files().openSample());
        QVERIFY(fixture.settle());
        fixture.window().showWorkplace(QStringLiteral("data"));
        const auto* bar = fixture.find<MessageBar>("messageBar");
        QTableView* grid = at(fixture, QStringLiteral("province"));
        const QModelIndex cell = grid->currentIndex();
        QCOMPARE(cell.data().toString(), QStringLiteral("北京市"));
        QTest::keyClick(grid, Qt::Key_O);
        QVERIFY2(bar->isVisible() && bar->text().contains(QStringLiteral("“province” holds text")),
                 qPrintable(bar->text()));
        QCOMPARE(grid->currentIndex(), cell);
        pasteText(grid, QStringLiteral("3"));
        QVERIFY2(bar->text().contains(QStringLiteral("“province” holds text")),
                 qPrintable(bar->text()));
        fixture.session().undoStack().setClean();
    }

    void aCardNamesTheFirstOfManyVariables() {
        recipe::DropStep step;
        for (int i = 1; i <= 75; ++i) {
            step.variables.emplace_back("v" + std::to_string(i));
        }
        RecipeModel model;
        model.show(recipe::withStep({}, step), {});
        const QModelIndex card = model.index(0);
        QCOMPARE(card.data(RecipeModel::SentenceRole).toString(),
                 QStringLiteral("Drops v1, v2, v3, v4, v5, v6 and 69 more."));
        QVERIFY(card.data(Qt::ToolTipRole).toString().contains(QLatin1String("v75")));
        QVERIFY(card.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("v75")));
    }
};

const testing::NamedTest<CorrectingTest> correctingNamed("correcting");

} // namespace citypanel::ui

#include "correcting_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The tables page: styles, edits of a table, order of the report, and what is written is what is
// shown.
#include "core/project/report_results.h"
#include "core/report/archive.h"
#include "core/report/atomic_file.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/table_model.h"
#include "ui/regression/regression_page.h"
#include "ui/report/style_panel.h"
#include "ui/report/table_edits_panel.h"
#include "ui/report/tables_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/table_export.h"
#include "ui/window/script_export.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QUndoStack>
#include <QtTest>

namespace citypanel::ui {

class ReportTest final : public QObject {
    Q_OBJECT

private:
    static void open(testing::WindowFixture& fixture) {
        QVERIFY(fixture.importSmallPanel());
        fixture.session().edit(QStringLiteral("studies"), [](project::Project p) {
            study::RegressionStudy regression;
            regression.columns = {{.formula = "y ~ x + z | city", .vcov = "hc1"}};
            p.studies = {{"s1", "statistics", study::DescriptivesStudy{}},
                         {"s2", "baseline", regression}};
            p.settings.tableLanguage = "en";
            return p;
        });
        QVERIFY(fixture.settle());
        fixture.window().showWorkplace(QStringLiteral("tables"));
        QCoreApplication::processEvents();
        fixture.find<QListWidget>("tablesList")->setCurrentRow(1);
    }

    static QTableView* table(testing::WindowFixture& fixture) {
        return fixture.find<TablesPage>("tablesPage")
            ->findChild<QTableView*>(QStringLiteral("resultTable"));
    }

    static QString shown(testing::WindowFixture& fixture) {
        QStringList cells;
        const QAbstractItemModel* model = table(fixture)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                cells.append(model->index(row, column).data().toString());
            }
        }
        return cells.join(QLatin1Char('|'));
    }

private Q_SLOTS:

    void aStyleEditIsShownAtOnce() {
        testing::WindowFixture fixture;
        open(fixture);
        const int before = table(fixture)->model()->rowCount();
        auto* placement = fixture.find<QComboBox>("placement");
        placement->setCurrentIndex(1);
        Q_EMIT placement->activated(1);
        QCOMPARE(fixture.session().project()->report.style.placement, report::Placement::Beside);
        QCOMPARE(table(fixture)->model()->rowCount(), before - 3);
        fixture.session().undoStack().undo();
        QCOMPARE(table(fixture)->model()->rowCount(), before);
    }

    void rowsAreRenamedLeftOutAndMoved() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* rows = fixture.find<QListWidget>("tableRows");
        QVERIFY(rows->count() > 4);
        rows->item(0)->setText(QStringLiteral("Forces"));
        QVERIFY(shown(fixture).contains(QLatin1String("Forces")));
        QCOMPARE(fixture.session().project()->report.labels.at("x").en, std::string("Forces"));
        rows->item(1)->setCheckState(Qt::Unchecked);
        const report::ReportItem* item =
            fixture.session().project()->report.find("s2", "regression");
        QVERIFY(item != nullptr);
        QCOMPARE(item->edits.hidden, (std::vector<std::string>{"term:z"}));
        rows->setCurrentRow(0);
        QTest::mouseClick(fixture.find<QPushButton>("rowDown"), Qt::LeftButton);
        item = fixture.session().project()->report.find("s2", "regression");
        QCOMPARE(item->edits.order.front(), std::string("term:z"));
        QTest::mouseClick(fixture.find<QPushButton>("resetTable"), Qt::LeftButton);
        item = fixture.session().project()->report.find("s2", "regression");
        QCOMPARE(item->edits, report::TableEdits{});
        QCOMPARE(rows->item(1)->checkState(), Qt::Checked);
    }

    void headingsAndTitleAreTheUsers() {
        testing::WindowFixture fixture;
        open(fixture);
        fixture.find<QTableWidget>("tableColumns")->item(0, 0)->setText(QStringLiteral("Coor"));
        QVERIFY(shown(fixture).contains(QLatin1String("Coor")));
        auto* title = fixture.find<QLineEdit>("tableTitle");
        title->setText(QStringLiteral("Baseline"));
        Q_EMIT title->editingFinished();
        auto* caption = fixture.find<TablesPage>("tablesPage")
                            ->findChild<QLabel*>(QStringLiteral("tableCaption"));
        QCOMPARE(caption->text(), QStringLiteral("Table 2  Baseline"));
    }

    void whatIsShownIsWhatIsWritten() {
        testing::WindowFixture fixture;
        open(fixture);
        fixture.find<QListWidget>("tableRows")->item(0)->setText(QStringLiteral("Forces"));
        fixture.find<StylePanel>("stylePanel")->apply(QStringLiteral("compact"));
        const auto tables = fixture.find<TablesPage>("tablesPage")->allTables();
        QCOMPARE(tables.size(), std::size_t{2});
        const QString path = fixture.path(QStringLiteral("tables.md"));
        QVERIFY(writeTables(path, tables, project::tableStyleOf(*fixture.session().project()))
                    .has_value());
        const QString text = QString::fromUtf8(*report::readFile(path));
        QVERIFY(text.contains(QLatin1String("Forces")));
        const QAbstractItemModel* model = table(fixture)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString cell = model->index(row, 1).data().toString();
            QVERIFY2(text.contains(QString(cell).replace(QLatin1Char('*'), QLatin1String("\\*"))),
                     qPrintable(cell));
        }
    }

    void theReportHasWhatIsTickedInItsOrder() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* list = fixture.find<QListWidget>("tablesList");
        QCOMPARE(list->count(), 3);
        list->setCurrentRow(1);
        QTest::mouseClick(fixture.find<QPushButton>("resultUp"), Qt::LeftButton);
        QTRY_COMPARE(list->item(0)->text(), QStringLiteral("Table 1  Regression results: y"));
        QCOMPARE(list->currentRow(), 0);
        QVERIFY(fixture.settle());
        list->item(1)->setCheckState(Qt::Unchecked);
        QTRY_VERIFY(!fixture.session().project()->report.items.at(1).isIncluded);
        QTest::mouseClick(fixture.find<QCheckBox>("reportMethods"), Qt::LeftButton);
        QVERIFY(!fixture.session().project()->report.hasMethods);
        const QString path = fixture.path(QStringLiteral("report.docx"));
        fixture.find<TablesPage>("tablesPage")->writeReport(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), 20000);
        const auto parts = report::unpacked(*report::readFile(path));
        QVERIFY(parts.has_value());
        const QByteArray xml = parts->at(QStringLiteral("word/document.xml"));
        QVERIFY(xml.contains("Regression results"));
        QVERIFY(!xml.contains("Descriptive statistics"));
        QVERIFY(!xml.contains("Data and methods"));
        QVERIFY(xml.contains("Data appendix"));
        QVERIFY(parts->count(QStringLiteral("word/media/image1.png")) == 1);
    }

    void whatIsTickedAndMovedWhileAnEvaluationEndsIsKept() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* list = fixture.find<QListWidget>("tablesList");
        list->item(1)->setCheckState(Qt::Unchecked);
        // The list is filled anew before the tick is taken.
        Q_EMIT fixture.session().evaluationChanged();
        QTRY_COMPARE(fixture.session().project()->report.items.size(), std::size_t{3});
        const auto included = [&fixture](const char* study, const char* result) {
            const auto* item = fixture.session().project()->report.find(study, result);
            return item == nullptr || item->isIncluded;
        };
        QVERIFY(!included("s2", "regression"));
        QVERIFY(included("s1", "descriptives"));
        QVERIFY(list->model()->moveRow({}, 2, {}, 0));
        Q_EMIT fixture.session().evaluationChanged();
        QTRY_COMPARE(fixture.session().project()->report.items.front().study, std::string("s2"));
        QVERIFY(!included("s2", "regression"));
        QVERIFY(fixture.settle());
        // And a title in the making.
        list->setCurrentRow(1);
        auto* title = fixture.find<QLineEdit>("tableTitle");
        fixture.find<QTabWidget>("tableEditors")->setCurrentIndex(1);
        title->setFocus();
        QTRY_VERIFY(title->hasFocus());
        QTest::keyClicks(title, QStringLiteral("Half"));
        fixture.session().edit(QStringLiteral("labels"), [](project::Project p) {
            p.report.labels["x"].en = "Forces";
            return p;
        });
        QVERIFY(fixture.settle());
        QCOMPARE(title->text(), QStringLiteral("Half"));
    }

    void aPauseInTypingTakesTheTitleAsOneEdit() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* title = fixture.find<QLineEdit>("tableTitle");
        fixture.find<QTabWidget>("tableEditors")->setCurrentIndex(1);
        title->setFocus();
        QTRY_VERIFY(title->hasFocus());
        const int edits = fixture.session().undoStack().index();
        const auto taken = [&fixture] {
            const auto* item = fixture.session().project()->report.find("s2", "regression");
            return item == nullptr ? std::string() : item->edits.title.en;
        };
        for (const char* word : {"Cities", " grow"}) {
            QTest::keyClicks(title, QLatin1String(word));
            QTRY_COMPARE(taken(), title->text().toStdString());
            QVERIFY(fixture.settle());
        }
        QCOMPARE(title->text(), QStringLiteral("Cities grow"));
        QCOMPARE(fixture.session().undoStack().index(), edits + 1);
    }

    void aHalfTypedTitleIsKeptWhenAnotherTableIsChosen() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* list = fixture.find<QListWidget>("tablesList");
        auto* title = fixture.find<QLineEdit>("tableTitle");
        fixture.find<QTabWidget>("tableEditors")->setCurrentIndex(1);
        title->setFocus();
        QTRY_VERIFY(title->hasFocus());
        QTest::keyClicks(title, QStringLiteral("Half"));
        list->setCurrentRow(0); // by key or program: the line keeps the focus
        const auto titleOf = [&fixture](const char* study, const char* result) {
            const auto* item = fixture.session().project()->report.find(study, result);
            return item == nullptr ? std::string() : item->edits.title.en;
        };
        QCOMPARE(titleOf("s2", "regression"), std::string("Half"));
        QCOMPARE(titleOf("s1", "descriptives"), std::string());
        QCOMPARE(title->text(), QString());
        // And a note, when the project is saved by its key.
        auto* note = fixture.find<QLineEdit>("tableNote");
        note->setFocus();
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("Draft"));
        const QString path = fixture.path(QStringLiteral("kept.citypanel"));
        QVERIFY(fixture.session().saveAs(path).has_value());
        QVERIFY(!fixture.session().isModified());
        fixture.find<QAction>("file.save")->trigger();
        QVERIFY(!fixture.session().isModified());
        const auto* item = fixture.session().project()->report.find("s1", "descriptives");
        QVERIFY(item != nullptr);
        QCOMPARE(item->edits.note.en, std::string("Draft"));
        QVERIFY(note->hasFocus());
        QVERIFY(fixture.session().open(path).has_value());
        QCOMPARE(fixture.session().project()->report.find("s1", "descriptives")->edits.note.en,
                 std::string("Draft"));
    }

    void thePageFitsASmallWindowBesideTheRecipe() {
        testing::WindowFixture fixture;
        open(fixture);
        fixture.window().resize(1280, 800);
        QVERIFY(fixture.settle());
        QVERIFY2(fixture.window().minimumSizeHint().width() <= 1280,
                 qPrintable(QString::number(fixture.window().minimumSizeHint().width())));
        QCOMPARE(fixture.window().width(), 1280);
        const auto* area = fixture.find<TablesPage>("tablesPage")->findChild<QScrollArea*>();
        QVERIFY(area != nullptr);
        QVERIFY(!table(fixture)->horizontalScrollBar()->isVisible());
        const auto* shownIn = table(fixture)->parentWidget()->parentWidget();
        QVERIFY2(table(fixture)->width() <= shownIn->width(),
                 qPrintable(QString::number(table(fixture)->width())));
    }

    void aCopiedTableIsRichTextAndText() {
        testing::WindowFixture fixture;
        open(fixture);
        table(fixture)->setFocus();
        QTest::keyClick(table(fixture), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->hasHtml());
        QVERIFY(copied->hasText());
        QTextDocument document;
        document.setHtml(copied->html());
        const auto* model = table(fixture)->model();
        const QTextTable* pasted = nullptr;
        for (const QTextFrame* frame : document.rootFrame()->childFrames()) {
            if (const auto* found = qobject_cast<const QTextTable*>(frame)) {
                pasted = found;
            }
        }
        QVERIFY(pasted != nullptr);
        QCOMPARE(pasted->columns(), model->columnCount());
        QCOMPARE(pasted->rows(), model->rowCount());
        QVERIFY(copied->html().contains(QLatin1String("Regression results")));
        const QStringList lines = copied->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), static_cast<qsizetype>(model->rowCount()));
        for (int row = 0; row < model->rowCount(); ++row) {
            const QStringList cells = lines.at(row).split(QLatin1Char('\t'));
            QCOMPARE(cells.size(), static_cast<qsizetype>(model->columnCount()));
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString cell = model->index(row, column).data().toString();
                QCOMPARE(cells.at(column), cell);
                if (pasted->cellAt(row, column).columnSpan() == 1 && column > 0) {
                    const QTextTableCell at = pasted->cellAt(row, column);
                    QString text;
                    for (auto block = at.begin(); block != at.end(); ++block) {
                        text += block.currentBlock().text();
                    }
                    QCOMPARE(text.trimmed(), cell.trimmed());
                }
            }
        }
    }

    void aKeptStyleIsThereAfterARestart() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* decimals =
            fixture.find<StylePanel>("stylePanel")->findChild<QSpinBox*>(QStringLiteral("digits"));
        QVERIFY(decimals != nullptr);
        decimals->setValue(5);
        QCOMPARE(fixture.session().project()->report.style.digits, 5);
        fixture.find<StylePanel>("stylePanel")->keepAs(QStringLiteral("five"));
        const QString path = fixture.path(QStringLiteral("styled.citypanel"));
        const QString file = fixture.path(QStringLiteral("five.json"));
        QVERIFY(fixture.session().saveAs(path).has_value());
        QVERIFY(fixture.find<StylePanel>("stylePanel")->saveFile(file).has_value());
        fixture.restart();
        QVERIFY(fixture.session().open(path).has_value());
        QVERIFY(fixture.settle());
        fixture.window().showWorkplace(QStringLiteral("tables"));
        auto* names = fixture.find<QComboBox>("styleNames");
        QCOMPARE(names->currentData().toString(), QStringLiteral("five"));
        fixture.find<StylePanel>("stylePanel")->apply(QStringLiteral("compact"));
        QCOMPARE(fixture.session().project()->report.style.digits, 3);
        const int own = names->findData(QStringLiteral("five"));
        QVERIFY(own >= 0);
        Q_EMIT names->activated(own);
        QCOMPARE(fixture.session().project()->report.style.digits, 5);
        // And in a project that never saw it, from its file.
        fixture.restart();
        open(fixture);
        QVERIFY(fixture.find<StylePanel>("stylePanel")->openFile(file).has_value());
        QCOMPARE(fixture.session().project()->report.style.digits, 5);
        QCOMPARE(fixture.find<QComboBox>("styleNames")->currentData().toString(),
                 QStringLiteral("five"));
    }

    void theProjectIsWrittenAsAScript() {
        testing::WindowFixture fixture;
        open(fixture);
        const QString path = fixture.path(QStringLiteral("script.zip"));
        auto* messages = fixture.window().findChild<MessageBar*>();
        QVERIFY(messages != nullptr);
        writeScript(fixture.session(), *messages, text::ScriptKind::Stata, path);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), 20000);
        const auto parts = report::unpacked(*report::readFile(path));
        QVERIFY(parts.has_value());
        QVERIFY(parts->at(QStringLiteral("script.do")).contains("reghdfe"));
        QVERIFY(parts->count(QStringLiteral("data.csv")) == 1);
        const QString nowhere = fixture.path(QStringLiteral("absent/script.zip"));
        writeScript(fixture.session(), *messages, text::ScriptKind::BaseR, nowhere);
        QTRY_VERIFY(messages->text().contains(QStringLiteral("script.zip")));
        QVERIFY(!QFileInfo::exists(nowhere));
    }

    void aFigureIsInTheReportsLanguage() {
        testing::WindowFixture fixture;
        open(fixture);
        fixture.session().edit(QStringLiteral("language"), [](project::Project p) {
            p.settings.tableLanguage = "zh";
            return p;
        });
        QVERIFY(fixture.settle());
        fixture.find<QListWidget>("tablesList")->setCurrentRow(2);
        const auto* chart = fixture.find<TablesPage>("tablesPage")
                                ->findChild<QWidget*>(QStringLiteral("chartView"));
        QVERIFY2(chart->accessibleName().contains(QStringLiteral("系数")),
                 qPrintable(chart->accessibleName()));
    }

    void aStyleIsKeptAndShared() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* panel = fixture.find<StylePanel>("stylePanel");
        panel->apply(QStringLiteral("aer"));
        QVERIFY(fixture.session().project()->report.style.stars.empty());
        panel->keepAs(QStringLiteral("ours"));
        const QString path = fixture.path(QStringLiteral("ours.json"));
        QVERIFY(panel->saveFile(path).has_value());
        panel->apply(QStringLiteral("three_line_en"));
        QVERIFY(!fixture.session().project()->report.style.stars.empty());
        QVERIFY(panel->openFile(path).has_value());
        QVERIFY(fixture.session().project()->report.style.stars.empty());
        QCOMPARE(fixture.session().project()->report.styles.size(), std::size_t{1});
        QVERIFY(!panel->openFile(fixture.path(QStringLiteral("absent.json"))).has_value());
    }

    void anUnwritableFileIsSaidAndTheOldOneStays() {
        testing::WindowFixture fixture;
        open(fixture);
        auto* page = fixture.find<TablesPage>("tablesPage");
        QSignalSpy said(page, &Workplace::messageRequested);
        page->writeReport(fixture.path(QStringLiteral("absent/report.docx")));
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, 20000);
        QVERIFY(said.first().at(1).toBool());
        QVERIFY(said.first().at(0).toString().contains(QLatin1String("report.docx")));
        page->writeReport(fixture.path(QStringLiteral("report.xyz")));
        QTRY_COMPARE(said.size(), 2);
    }
};

const testing::NamedTest<ReportTest> reportNamed("report");

} // namespace citypanel::ui

#include "report_test.moc"

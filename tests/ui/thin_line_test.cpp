// SPDX-License-Identifier: GPL-3.0-or-later
// The thin line through the window: yearbook workbooks to a panel, a two-way fixed-effects model,
// its table in Word, the project saved, reopened, undone and redone; and the numbers in the
// document are those of the command line.
#include "core/report/archive.h"
#include "core/report/atomic_file.h"
#include "core/text/numbers.h"
#include "tests/support/shared_data.h"
#include "tests/ui/named_test.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/panel_model.h"
#include "ui/regression/regression_page.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/table_export.h"
#include "ui/window/project_files.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>
#include <QtTest>

namespace citypanel::ui {

namespace {

struct Source {
    QStringList files;
    QString outcome;
    QString regressor;
};

// Real yearbooks where they are at hand, otherwise the workbook of the shipped sample.
Source source() {
    const QString folder = QString::fromStdString(
        (citypanel::testing::sharedData() / "data/real/yearbook_2006_2017_xlsx").string());
    if (QDir(folder).exists()) {
        QStringList files;
        for (const char* year : {"2011", "2013", "2014"}) {
            files.append(QStringLiteral("%1/Data_%2.xlsx").arg(folder, QLatin1String(year)));
        }
        return {files, QStringLiteral("年末单位从业人员数_全市"),
                QStringLiteral("年末总人口_全市")};
    }
    const QDir samples(QFileInfo(QStringLiteral(CITYPANEL_CLI)).path() +
                       QStringLiteral("/../samples"));
    return {{samples.filePath(QStringLiteral("city_panel_2011_2022/yearbook_2012.xlsx")),
             samples.filePath(QStringLiteral("city_panel_2011_2022/yearbook_2013.xlsx"))},
            QStringLiteral("地区生产总值"),
            QStringLiteral("一般公共预算支出")};
}

// All text of a Word document, paragraphs apart.
QString textOfDocx(const QString& path) {
    const auto bytes = report::readFile(path);
    const auto entries = bytes ? report::unpacked(*bytes) : Result<report::Entries>(bytes.error());
    if (!entries) {
        return {};
    }
    const auto found = entries->find(QStringLiteral("word/document.xml"));
    QString xml = found == entries->end() ? QString() : QString::fromUtf8(found->second);
    xml.replace(QLatin1String("</w:p>"), QLatin1String("\n"));
    xml.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    return xml;
}

QJsonObject estimateByCommandLine(const QString& project, const QString& formula) {
    QProcess process;
    process.start(QStringLiteral(CITYPANEL_CLI),
                  {QStringLiteral("estimate"), project, formula, QStringLiteral("--vcov"),
                   QStringLiteral("cluster:city"), QStringLiteral("--format"),
                   QStringLiteral("json")});
    process.waitForFinished(60000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QString fixed(double value) {
    return QString::fromStdString(text::fixedNumber(value, 3));
}

} // namespace

class ThinLineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void yearbookToWordAndBack() {
        const Source from = source();
        if (!QFileInfo::exists(from.files.first())) {
            QSKIP("neither real yearbooks nor the sample workbook are there");
        }
        testing::WindowFixture fixture;
        ProjectSession& session = fixture.session();

        // 1. The files are looked at, and imported.
        fixture.window().openPaths(from.files);
        QVERIFY(fixture.settle());
        auto* importNow = fixture.find<QAbstractButton>("importNow");
        // Real yearbooks have names in doubt: the sure ones are taken, the rest stay as they are.
        fixture.find<QAbstractButton>("acceptSureNames")->click();
        QVERIFY(fixture.settle());
        fixture.find<QAbstractButton>("importAnyway")->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(importNow->isEnabled(), 60000);
        QTest::mouseClick(importNow, Qt::LeftButton);
        QVERIFY(fixture.settle());
        const Panel& panel = session.evaluation()->recipe.result();
        QVERIFY(panel.unitCount() >= 200);
        QVERIFY(fixture.find<QTableView>("panelGrid")->model()->rowCount() > 0);

        // 2. A two-way fixed-effects model; without chosen standard errors nothing is estimated.
        const QString formula =
            QStringLiteral("%1 ~ %2 | city + year").arg(from.outcome, from.regressor);
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* line = fixture.find<QLineEdit>("formula");
        line->setText(formula);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QVERIFY(session.evaluation()->studies.at(0).result->tables.empty());
        auto* kind = fixture.find<QComboBox>("vcovKind");
        kind->setCurrentIndex(kind->findData(static_cast<int>(CovarianceKind::Cluster)));
        Q_EMIT kind->activated(kind->currentIndex());
        QVERIFY(fixture.settle());
        QCOMPARE(session.project()->studies.size(), std::size_t{1});
        auto* shown = fixture.find<QTableView>("resultTable");
        QTRY_VERIFY_WITH_TIMEOUT(shown->model()->rowCount() > 3, 60000);

        // 3. The table in Word; the project saved.
        const auto& outcome = session.evaluation()->studies.front();
        QVERIFY(outcome.result != nullptr);
        const QString document = fixture.path(QStringLiteral("table.docx"));
        QVERIFY(
            writeTables(document, outcome.result->tables, project::tableStyleOf(*session.project()))
                .has_value());
        const QString file = fixture.path(QStringLiteral("study.citypanel"));
        QVERIFY(fixture.window().files().savePath(file));
        QVERIFY(!session.isModified());

        // 4. The command line gives the numbers of the document.
        const QJsonObject fit = estimateByCommandLine(file, formula);
        const QJsonObject term = fit.value(QStringLiteral("terms")).toArray().at(0).toObject();
        const double estimate = term.value(QStringLiteral("estimate")).toDouble(std::nan(""));
        const double error = term.value(QStringLiteral("std_error")).toDouble(std::nan(""));
        QVERIFY(!std::isnan(estimate) && !std::isnan(error));
        const TermEstimate* here =
            outcome.result->fits.begin()->second->term(from.regressor.toStdString());
        QVERIFY(here != nullptr);
        QCOMPARE(here->estimate, estimate);
        QCOMPARE(here->stdError, error);
        const QString words = textOfDocx(document);
        QVERIFY2(words.contains(fixed(estimate)), qPrintable(words));
        QVERIFY2(words.contains(QLatin1Char('(') + fixed(error) + QLatin1Char(')')),
                 qPrintable(words));
        QVERIFY(words.contains(QString::fromStdString(
            text::wholeNumber(fit.value(QStringLiteral("nobs")).toDouble()))));

        // 5. Closed and opened again: the same table. Undo and redo.
        const study::Table before = outcome.result->tables.front();
        fixture.restart();
        fixture.window().openPaths({file});
        QVERIFY(fixture.settle());
        ProjectSession& again = fixture.session();
        QCOMPARE(again.evaluation()->studies.size(), std::size_t{1});
        QVERIFY(again.evaluation()->studies.front().result->tables.front() == before);
        fixture.window().showWorkplace(QStringLiteral("models"));
        auto* page = fixture.find<RegressionPage>("regressionPage");
        page->enterFormula(from.outcome + QStringLiteral(" ~ ") + from.regressor +
                           QStringLiteral(" | city"));
        QVERIFY(fixture.settle());
        QVERIFY(!(again.evaluation()->studies.front().result->tables.front() == before));
        fixture.find<QAction>("edit.undo")->trigger();
        QVERIFY(fixture.settle());
        QVERIFY(again.evaluation()->studies.front().result->tables.front() == before);
        QVERIFY(!again.isModified());
        fixture.find<QAction>("edit.redo")->trigger();
        QVERIFY(fixture.settle());
        QVERIFY(again.isModified());
        again.undoStack().undo();
    }
};

const testing::NamedTest<ThinLineTest> thinLineNamed("thin_line");

} // namespace citypanel::ui

#include "thin_line_test.moc"

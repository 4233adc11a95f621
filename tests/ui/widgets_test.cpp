// SPDX-License-Identifier: GPL-3.0-or-later
// Parts every page uses: numbers without rounding, models, forms, the palette, model formulas.
#include "core/text/step_text.h"
#include "tests/ui/named_test.h"
#include "ui/charts/figure_chart.h"
#include "ui/charts/figure_export.h"
#include "ui/charts/figure_text.h"
#include "ui/charts/legend_item.h"
#include "ui/models/panel_model.h"
#include "ui/models/problems_model.h"
#include "ui/models/recipe_model.h"
#include "ui/models/study_edits.h"
#include "ui/models/variables_model.h"
#include "ui/regression/column_edits.h"
#include "ui/regression/model_spec.h"
#include "ui/widgets/columns_edit.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/paper.h"
#include "ui/widgets/result_table.h"
#include "ui/widgets/step_form.h"
#include "ui/widgets/table_export.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QCategoryAxis>
#include <QChart>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolTip>
#include <QtTest>

#include <cmath>

namespace citypanel::ui {

namespace {

constexpr double manyDigits = 0.28237123450000003;

Panel panel() {
    return *Panel::create(
        {"city", "year"},
        {Variable::text("city", std::vector<std::string>{"a", "a", "b", "b"}),
         Variable::numeric("year", {2011, 2012, 2011, 2012}),
         Variable::numeric("gdp", {1.5, missingValue, manyDigits, 4e15}).withLabel("GDP"),
         Variable::numeric("fdi", {1, 2, 3, 4})});
}

study::Figure figure() {
    study::Figure figure;
    figure.key = "coefficients";
    figure.title = study::own("Coefficients");
    figure.x.kind = study::AxisKind::Categories;
    figure.x.categories = {study::own("(1) 新质生产力"), study::own("(2)")};
    figure.y.title = study::own("estimate");
    figure.y.referenceLine = 0.0;
    study::Series series{.role = study::SeriesRole::Estimates};
    series.points = {{.x = 0, .y = 0.5, .intervals = {{0.95, 0.2, 0.8}}, .pValue = 0.01},
                     {.x = 1, .y = -0.1, .intervals = {{0.95, -0.4, 0.2}}, .pValue = 0.5}};
    figure.series = {series};
    return figure;
}

} // namespace

class WidgetsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void aNumberKeepsEveryDigit() {
        for (const double value : {manyDigits, 0.1, 1e-300, 17892975.0, -3.5e20, 1.0 / 3.0}) {
            QCOMPARE(numberOf(exactText(value)).value(), value);
        }
        QCOMPARE(exactText(std::nan("")), QString());
    }

    void typedNumbersMayBeFullWidthOrGrouped() {
        QCOMPARE(numberOf(QStringLiteral("９３７９５０５")).value(), 9379505.0);
        QCOMPARE(numberOf(QStringLiteral("17,892,975")).value(), 17892975.0);
        QCOMPARE(numberOf(QStringLiteral("\u22121.5")).value(), -1.5);
        QVERIFY(!numberOf(QStringLiteral("abc")));
        QVERIFY(!numberOf(QStringLiteral("inf")));
    }

    void anEditorLeftWithoutAChangeWritesNothing() {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), manyDigits, Qt::EditRole);
        QSignalSpy changes(&model, &QStandardItemModel::itemChanged);
        QTableView view;
        view.setModel(&model);
        NumberDelegate delegate;
        view.setItemDelegate(&delegate);
        view.show();
        view.edit(model.index(0, 0));
        auto* editor = view.findChild<NumberEdit*>();
        QVERIFY(editor != nullptr);
        QCOMPARE(editor->text(), exactText(manyDigits));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(changes.count(), 0);
        QCOMPARE(model.index(0, 0).data(Qt::EditRole).toDouble(), manyDigits);
    }

    void whatIsNoNumberIsToldAndStaysToBeCorrected() {
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), manyDigits, Qt::EditRole);
        QTableView view;
        view.setModel(&model);
        NumberDelegate delegate;
        view.setItemDelegate(&delegate);
        view.show();
        view.edit(model.index(0, 0));
        auto* editor = view.findChild<NumberEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("abc"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY2(QToolTip::text().contains(QLatin1String("abc")), qPrintable(QToolTip::text()));
        QVERIFY(editor->isVisible());
        editor->setText(QStringLiteral("12"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(model.index(0, 0).data(Qt::EditRole).toDouble(), 12.0);
    }

    void thePanelModelShowsKeysInItsHeader() {
        PanelModel model;
        QAbstractItemModelTester tester(&model);
        model.setPanel(panel());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(),
                 QStringLiteral("a  2012"));
        QCOMPARE(model.index(2, 0).data(Qt::EditRole).toDouble(), manyDigits);
        QVERIFY(model.index(1, 0).data(PanelModel::IsMissingRole).toBool());
        QCOMPARE(model.index(1, 0).data().toString(), QString());
    }

    void editingACellAsksAndChangesNothing() {
        PanelModel model;
        model.setPanel(panel());
        QSignalSpy edits(&model, &PanelModel::cellEdited);
        model.setData(model.index(0, 0), 9.25, Qt::EditRole);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits.first().at(1).toString(), QStringLiteral("gdp"));
        QCOMPARE(model.index(0, 0).data(Qt::EditRole).toDouble(), 1.5);
    }

    void shownNumbersAreShortAndNeverWrong() {
        QCOMPARE(shownNumber(17892975), QStringLiteral("17892975"));
        QCOMPARE(shownNumber(0.5), QStringLiteral("0.5"));
        QCOMPARE(shownNumber(manyDigits), QStringLiteral("0.2823712"));
        QCOMPARE(shownNumber(24900574.936), QStringLiteral("24900574.9")); // no exponent
        QCOMPARE(shownNumber(missingValue), QString());
    }

    void variablesTellTheirMissingShare() {
        VariablesModel model;
        QAbstractItemModelTester tester(&model);
        model.setPanel(panel());
        const QModelIndex gdp = model.index(model.rowOf(QStringLiteral("gdp")));
        QCOMPARE(gdp.data(VariablesModel::MissingShareRole).toDouble(), 0.25);
        QCOMPARE(gdp.data(VariablesModel::LabelRole).toString(), QStringLiteral("GDP"));
    }

    void theRecipeModelAsksForMoves() {
        recipe::Recipe recipe = recipe::withStep({}, recipe::DropStep{{ColumnName("fdi")}});
        recipe = recipe::withStep(recipe, recipe::InterpolateStep{{ColumnName("gdp")}});
        RecipeModel model;
        QAbstractItemModelTester tester(&model);
        model.show(recipe, {});
        QCOMPARE(model.rowCount(), 2);
        QSignalSpy moves(&model, &RecipeModel::moveRequested);
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(1)}));
        model.dropMimeData(mime.get(), Qt::MoveAction, 0, 0, {});
        QCOMPARE(moves.count(), 1);
        QCOMPARE(moves.first().at(1).toInt(), 0);
        QSignalSpy switches(&model, &RecipeModel::enableRequested);
        model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(switches.first().at(1).toBool(), false);
    }

    void everyStepHasAForm() {
        StepForm form;
        for (const std::string_view id : recipe::stepIds()) {
            const recipe::Step step = *recipe::stepOfId(id);
            form.setStep(step, recipe::columnsOf(panel()));
            QVERIFY2(form.step() == step, std::string(id).c_str());
        }
    }

    void aFormKeepsWhatWasTyped() {
        StepForm form;
        form.setStep(recipe::WinsoriseStep{}, recipe::columnsOf(panel()));
        QSignalSpy edits(&form, &StepForm::edited);
        auto* lower = form.findChild<NumberEdit*>(QStringLiteral("lower"));
        lower->setText(QStringLiteral("2.5"));
        QTest::keyClick(lower, Qt::Key_Return);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(std::get<recipe::WinsoriseStep>(form.step()).lower, 2.5);
        auto* within = form.findChild<QComboBox*>(QStringLiteral("within"));
        within->setCurrentIndex(1);
        Q_EMIT within->activated(1);
        QCOMPARE(std::get<recipe::WinsoriseStep>(form.step()).within, prepare::Within::Period);
    }

    void columnsAreChosenByKeyboard() {
        ColumnsEdit edit({QStringLiteral("gdp"), QStringLiteral("fdi")}, {});
        auto* list = edit.findChild<QListWidget*>(QStringLiteral("columnsList"));
        edit.show();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(edit.chosen(), QStringList{QStringLiteral("fdi")});
    }

    void thePaletteFindsBothLanguages() {
        const QStringList keywords{QStringLiteral("Open Project"), QStringLiteral("打开项目")};
        QVERIFY(paletteScore(keywords, QStringLiteral("proj")) > 0);
        QVERIFY(paletteScore(keywords, QStringLiteral("打开")) > 0);
        QVERIFY(paletteScore(keywords, QStringLiteral("open")) >
                paletteScore(keywords, QStringLiteral("pen")));
        QCOMPARE(paletteScore(keywords, QStringLiteral("save")), 0);
    }

    void rolesAndFormulaSayTheSame() {
        const ModelSpec spec{.outcome = "log(y)",
                             .core = {"x"},
                             .controls = {"lag(z,1)", "w:v"},
                             .effects = {"city", "province^year"},
                             .endogenous = {"e"},
                             .instruments = {"i1", "i2"}};
        const std::string formula = formulaOf(spec);
        QCOMPARE(
            QString::fromStdString(formula),
            QStringLiteral("log(y) ~ x + lag(z,1) + w:v | city + province^year | e ~ i1 + i2"));
        const auto again = specOf(formula, {"x"});
        QVERIFY(again.has_value());
        QVERIFY(*again == spec);
    }

    void anUnfinishedModelIsAFormulaWithGaps() {
        for (const ModelSpec& spec :
             {ModelSpec{.outcome = "y"}, ModelSpec{.core = {"x"}}, ModelSpec{.effects = {"city"}},
              ModelSpec{.controls = {"`a | b`"}, .instruments = {"i"}},
              ModelSpec{.outcome = "y", .endogenous = {"lag(e, 1)"}}, ModelSpec{}}) {
            const std::string formula = formulaOf(spec);
            QVERIFY2(unfinishedSpecOf(formula, {"x"}) == spec, formula.c_str());
        }
        QCOMPARE(QString::fromStdString(formulaOf({.core = {"x"}, .effects = {"city", "year"}})),
                 QStringLiteral("~ x | city + year"));
    }

    void termsAreCutOutsideBrackets() {
        const auto terms = termsOf("lag(x + y, 1) + `a + b` + z");
        QCOMPARE(terms.size(), std::size_t{3});
        QCOMPARE(QString::fromStdString(terms[1]), QStringLiteral("`a + b`"));
        QCOMPARE(QString::fromStdString(quoted("年末 人口")), QStringLiteral("`年末 人口`"));
        QCOMPARE(QString::fromStdString(quoted("年末人口")), QStringLiteral("年末人口"));
    }

    void coreTermsOfOtherModelsStay() {
        study::RegressionStudy study;
        study.columns = {{.formula = "y ~ x + c"}, {.formula = "y ~ z + c"}};
        study.core = {"x", "z"};
        const auto changed = withColumn(study, 0, {.formula = "y ~ w + c"}, {"w"});
        QCOMPARE(changed.core, (std::vector<std::string>{"w", "z"}));
    }

    void figuresAreWrittenWholeInThreeFormats() {
        const QTemporaryDir folder;
        for (const char* name : {"f.svg", "f.pdf", "f.png"}) {
            const QString path = folder.filePath(QLatin1String(name));
            QVERIFY(exportFigure(figure(), text::Language::Chinese, path).has_value());
            QVERIFY(QFileInfo(path).size() > 1000);
        }
        QVERIFY(!exportFigure(figure(), text::Language::English,
                              folder.filePath(QStringLiteral("f.x"))));
        QVERIFY(!exportFigure(figure(), text::Language::English, QStringLiteral("/no/such/f.svg")));
    }

    void axesHaveWholeYearsAndRealMinusSigns() {
        study::Figure lines;
        study::Series series{.role = study::SeriesRole::Line};
        for (int i = 0; i < 12; ++i) {
            series.points.push_back({.x = 2011.0 + i, .y = i * 0.1 - 0.5});
        }
        lines.series = {series};
        const auto chart = makeChart(lines, text::Language::English, ChartPaper::white());
        const auto labels = [&chart](Qt::Orientation orientation) {
            return qobject_cast<QCategoryAxis*>(chart->axes(orientation).front())
                ->categoriesLabels();
        };
        QCOMPARE(
            labels(Qt::Horizontal),
            (QStringList{QStringLiteral("2012"), QStringLiteral("2014"), QStringLiteral("2016"),
                         QStringLiteral("2018"), QStringLiteral("2020"), QStringLiteral("2022")}));
        QCOMPARE(
            labels(Qt::Vertical),
            (QStringList{QStringLiteral("\u22120.50"), QStringLiteral("\u22120.25"),
                         QStringLiteral("0.00"), QStringLiteral("0.25"), QStringLiteral("0.50")}));
    }

    void anIndicatorHasTicksAtItsValuesAndRoomAroundThem() {
        study::Figure scatter;
        scatter.series = {
            {.role = study::SeriesRole::Points,
             .points = {{.x = 0.1, .y = 0.0}, {.x = 0.7, .y = 0.5}, {.x = 2, .y = 1}}}};
        const auto chart = makeChart(scatter, text::Language::English, ChartPaper::white());
        auto* axis = qobject_cast<QCategoryAxis*>(chart->axes(Qt::Vertical).front());
        QCOMPARE(
            axis->categoriesLabels(),
            (QStringList{QStringLiteral("0.0"), QStringLiteral("0.5"), QStringLiteral("1.0")}));
        QVERIFY(axis->min() < 0.0 && axis->max() > 1.0);
    }

    void exportedNamesAreNeverCutShort() {
        study::Figure lying = figure();
        lying.x.categories = {study::own("(4) City and province × year effects"),
                              study::own("(5) New productive forces up to its median"),
                              study::own("（6）新质生产力高于中位数的城市与年份")};
        lying.x.title = study::own("Model of the battery");
        lying.y.title =
            study::own("Coefficient of New productive forces in the longest model of all");
        lying.series.front().points = {{.x = 0, .y = 0.5}, {.x = 1, .y = 0.7}, {.x = 2, .y = 0.1}};
        lying.title = study::own("Coefficient of New productive forces and New productive forces, "
                                 "lagged 1 period");
        lying.series.push_back(lying.series.front());
        lying.series.back().name = study::own("New productive forces, lagged 1 period");
        study::Figure standing = lying;
        standing.series.pop_back();
        standing.x = {.title = study::own("New productive forces, residual of all the others")};
        standing.y.title = study::own("Marginal effect of New productive forces, lagged 1 period");
        standing.series.front().role = study::SeriesRole::Line;
        study::Figure matrix;
        matrix.y.kind = study::AxisKind::Categories;
        matrix.y.categories = lying.x.categories;
        for (int row = 0; row < 3; ++row) {
            matrix.series.push_back(
                {.role = study::SeriesRole::Points, .points = {{.x = 0.0 + row, .y = 0.0 + row}}});
        }
        study::Figure brief = lying; // names shorter than three dots
        brief.x.categories = {study::own("0"), study::own("1"), study::own("2")};
        brief.x.title = study::own("低碳试点");
        for (const study::Figure& drawn : {lying, standing, matrix, brief}) {
            for (const report::FigureWidth width :
                 {report::FigureWidth::SingleColumn, report::FigureWidth::OneAndAHalf,
                  report::FigureWidth::DoubleColumn, report::FigureWidth::Text}) {
                report::FigureStyle style;
                style.width = width;
                style.hasTitle = width != report::FigureWidth::Text;
                const QByteArray svg =
                    *figureBytes(drawn, text::Language::English, QStringLiteral("svg"), style);
                QVERIFY2(svg.contains("<text"), "text is written as text");
                QVERIFY2(!svg.contains("...") && !svg.contains("\u2026"),
                         qPrintable(QString::number(report::millimetresOf(width))));
            }
        }
    }

    void aFigureOfManyNamesIsTallerAndKeepsThem() {
        study::Figure many = figure();
        many.x.categories.clear();
        many.series.front().points.clear();
        for (int i = 0; i < 40; ++i) {
            many.x.categories.push_back(study::own("省份 " + std::to_string(i)));
            many.series.front().points.push_back({.x = static_cast<double>(i), .y = 0.1 * i});
        }
        const QByteArray svg = *figureBytes(many, text::Language::Chinese, QStringLiteral("svg"));
        QCOMPARE(svg.count("省份"), 40);
        QVERIFY(!svg.contains("..."));
        const auto picture = pictureOf(many, text::Language::Chinese, report::FigureStyle{});
        QVERIFY(picture.has_value());
        QVERIFY(picture->heightMm > report::FigureStyle{}.heightMm());
        QCOMPARE(pictureOf(figure(), text::Language::Chinese, report::FigureStyle{})->heightMm,
                 report::FigureStyle{}.heightMm());
    }

    void figuresHaveTheSizeAndResolutionAskedFor() {
        const report::FigureStyle style{
            .width = report::FigureWidth::SingleColumn, .heightShare = 0.5, .dpi = 600};
        const auto png =
            figureBytes(figure(), text::Language::English, QStringLiteral("png"), style);
        const QImage image = QImage::fromData(*png);
        QCOMPARE(image.size(), (QSizeF(90, 45) / 25.4 * 600).toSize());
        QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 600);
        const auto svg =
            figureBytes(figure(), text::Language::English, QStringLiteral("svg"), style);
        const auto width = svg->mid(svg->indexOf("width=\"") + 7, 8).split('m').first().toDouble();
        QVERIFY2(std::abs(width - 90) < 0.3, "to the nearest pixel of 96 dpi");
    }

    void pdfHasItsFontsAndNoTime() {
        const auto pdf = figureBytes(figure(), text::Language::Chinese, QStringLiteral("pdf"));
        QVERIFY(pdf->contains("/FontFile"));
        QVERIFY(pdf->contains("/CreationDate (D:20000101000000"));
        QCOMPARE(*figureBytes(figure(), text::Language::Chinese, QStringLiteral("pdf")), *pdf);
        QVERIFY(!pdf->contains("/Author"));
    }

    void greysAreGrey() {
        const report::FigureStyle style{.dpi = 72, .palette = report::Palette::Grey};
        const QImage image = QImage::fromData(
            *figureBytes(figure(), text::Language::English, QStringLiteral("png"), style));
        QVERIFY(!image.isNull());
        QVERIFY(image.isGrayscale() || image.allGray());
    }

    void filesAreOnWhitePaperWhateverTheWindowShows() {
        applyTheme(Theme::Light);
        const auto light = figureBytes(figure(), text::Language::English, QStringLiteral("svg"));
        applyTheme(Theme::Dark);
        const auto dark = figureBytes(figure(), text::Language::English, QStringLiteral("svg"));
        applyTheme(Theme::Light);
        QCOMPARE(*dark, *light);
    }

    void aFigureIsReadAloud() {
        const QString summary = figureSummary(figure(), text::Language::English);
        QVERIFY(summary.contains(QLatin1String("0.5")));
        QVERIFY(summary.contains(QLatin1String("95% interval 0.2 to 0.8")));
        QCOMPARE(figureData(figure(), text::Language::English).size(), 3);
    }

    void aChoiceMatrixNamesItsRowsOnTheAxis() {
        study::Figure matrix;
        matrix.y.kind = study::AxisKind::Categories;
        for (int row = 0; row < 3; ++row) {
            const std::string name = "choice " + std::to_string(row);
            matrix.y.categories.push_back(study::own(name));
            matrix.series.push_back({.role = study::SeriesRole::Points,
                                     .name = study::own(name),
                                     .points = {{.x = 0.0 + row, .y = 0.0 + row}}});
        }
        const auto chart = makeChart(matrix, text::Language::English, ChartPaper::white());
        auto* axis = qobject_cast<QCategoryAxis*>(chart->axes(Qt::Vertical).front());
        QCOMPARE(axis->categoriesLabels(),
                 (QStringList{QStringLiteral("choice 0"), QStringLiteral("choice 1"),
                              QStringLiteral("choice 2")}));
        for (const QGraphicsItem* child : chart->childItems()) {
            QVERIFY(dynamic_cast<const LegendItem*>(child) == nullptr);
        }
    }

    void aLegendTakesTheLinesItNeeds() {
        study::Figure figure;
        for (const char* name : {"Malmquist-Luenberger index", "Efficiency change",
                                 "Technical change", "Scale efficiency change"}) {
            figure.series.push_back({.role = study::SeriesRole::Line,
                                     .name = study::own(name),
                                     .points = {{.x = 0.0, .y = 1.0}, {.x = 1.0, .y = 2.0}}});
        }
        figure.series.push_back({.role = study::SeriesRole::Points, // of the line before it
                                 .points = {{.x = 0.0, .y = 1.0}}});
        const auto chart = makeChart(figure, text::Language::English, ChartPaper::white());
        const LegendItem* legend = nullptr;
        for (const QGraphicsItem* child : chart->childItems()) {
            legend = legend == nullptr ? dynamic_cast<const LegendItem*>(child) : legend;
        }
        QVERIFY(legend != nullptr);
        chart->resize(2000, 400);
        QCOMPARE(legend->lineCount(), 1);
        const int low = chart->margins().bottom();
        chart->resize(250, 400);
        QVERIFY(legend->lineCount() >= 3);
        QVERIFY(chart->margins().bottom() > low);
        QVERIFY(QRectF({0, 0}, chart->size()).contains(legend->boundingRect()));
        chart->resize(2000, 400);
        QCOMPARE(chart->margins().bottom(), low);
    }

    void lettersOfBoxesHaveTheirSizeAtEveryResolution() {
        study::Figure quadrants;
        quadrants.x.referenceLine = 0.5;
        quadrants.y.referenceLine = 0.5;
        study::Series cells{.role = study::SeriesRole::Cells};
        for (const double x : {0.0, 1.0}) {
            cells.points.push_back({.x = x,
                                    .y = x,
                                    .count = 10.0,
                                    .coefficient = study::Coefficient{.estimate = 0.123},
                                    .label = study::own("box")});
        }
        quadrants.series = {cells};
        const auto darkShare = [&quadrants](int dpi) {
            const report::FigureStyle style{.dpi = dpi};
            const QImage image = QImage::fromData(*figureBytes(quadrants, text::Language::English,
                                                               QStringLiteral("png"), style))
                                     .convertToFormat(QImage::Format_Grayscale8);
            double dark = 0.0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    dark += 255 - qGray(image.pixel(x, y));
                }
            }
            return dark / (255.0 * image.width() * image.height());
        };
        const double share = darkShare(96);
        QVERIFY2(std::abs(darkShare(384) - share) < 0.15 * share, "letters grow with the dpi");
    }

    void theNotesOfANarrowTableStandBelowIt() {
        study::Table table{.key = "narrow"};
        table.columns = {{.key = "1", .number = 1, .title = study::own("y")}};
        table.rows = {{study::RowRole::Core,
                       "x",
                       study::own("x"),
                       {study::Coefficient{1, 0.1, 10, 0, 0, 2}}}};
        table.notes = {{study::NoteKind::Convention,
                        study::own(std::string(240, 'n').replace(80, 1, " ").replace(160, 1, " ")),
                        {}}};
        ResultTable shown;
        shown.setTable(table, {});
        QScrollArea* area = onPaper(&shown);
        area->resize(1000, 500); // wider than the notes may get
        area->show();
        QVERIFY(QTest::qWaitForWindowExposed(area));
        const QRect notes = shown.findChild<QLabel*>(QStringLiteral("tableNotes"))->geometry();
        QVERIFY(notes.top() > shown.view()->geometry().bottom());
        area->takeWidget();
        delete area;
    }

    void anUnknownFormatIsAProblem() {
        const std::vector<study::Table> tables(1);
        const Status status = writeTables(QStringLiteral("/tmp/table.xyz"), tables, {});
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().code, ProblemCode::FileFormatUnknown);
    }
};

const testing::NamedTest<WidgetsTest> widgetsNamed("widgets");

} // namespace citypanel::ui

#include "widgets_test.moc"

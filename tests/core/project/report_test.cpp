// SPDX-License-Identifier: GPL-3.0-or-later
// The report of a project: order and edits of its results, its words, its file, its styles.
#include "core/project/project_json.h"
#include "core/project/report_results.h"
#include "core/project/report_text.h"
#include "core/project/style_file.h"
#include "core/text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QJsonDocument>

namespace citypanel::project {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// 6 units x 5 periods with one gap, a step that fills it, and two studies.
class Report : public ::testing::Test {
protected:
    Report() {
        std::vector<double> unit;
        std::vector<double> period;
        std::vector<double> x;
        std::vector<double> y;
        for (int i = 0; i < 30; ++i) {
            unit.push_back(i / 5);
            period.push_back(2011 + i % 5);
            x.push_back(i == 12 ? missingValue : (i * 7) % 11);
            y.push_back((i * 5) % 13);
        }
        const Panel panel = *Panel::create(
            {"city", "year"}, {Variable::numeric("city", unit), Variable::numeric("year", period),
                               Variable::numeric("x", x), Variable::numeric("y", y)});
        project_.sources.push_back(sourceOf("yearbook.csv", "city,year\n"));
        project_.recipe = recipe::withStep({}, recipe::InterpolateStep{.variables = {"x"}});
        study::RegressionStudy regression;
        regression.columns = {{.formula = "y ~ x | city", .vcov = "cluster:city"}};
        project_.studies = {{"s1", "statistics", study::DescriptivesStudy{}},
                            {"s2", "baseline", regression}};
        project_.settings.tableLanguage = "en";
        NoProgress progress;
        recipe::Cache steps;
        StudyCache studies;
        evaluation_.recipe = *recipe::evaluate(project_.recipe, panel, steps, progress);
        evaluation_.studies =
            *runStudies(project_.studies, evaluation_.recipe.result(), studies, progress);
    }

    [[nodiscard]] std::vector<std::string> order() const {
        std::vector<std::string> keys;
        for (const ReportResult& result : reportResults(project_, evaluation_.studies)) {
            keys.push_back(result.studyKey + "/" + result.key);
        }
        return keys;
    }

    Project project_;
    ProjectEvaluation evaluation_;
};

TEST_F(Report, ResultsStandInTheOrderOfTheStudiesUntilMoved) {
    EXPECT_THAT(order(), ElementsAre("s1/descriptives", "s2/regression", "s2/coefficients"));
    project_.report = withResultAt(project_, evaluation_.studies, 2, 0);
    EXPECT_THAT(order(), ElementsAre("s2/coefficients", "s1/descriptives", "s2/regression"));
    project_.report = withResultAt(project_, evaluation_.studies, 0, 1);
    EXPECT_THAT(order(), ElementsAre("s1/descriptives", "s2/coefficients", "s2/regression"));
}

TEST_F(Report, WhatOnlyListsRowsFollowsTheResultsUnderAHeading) {
    // A list behind the first study, as rows lost by groups give one.
    auto listed = std::make_shared<study::StudyResult>(*evaluation_.studies[0].result);
    study::Table list = listed->tables.front();
    list.key = "singletons";
    listed->tables.push_back(list);
    evaluation_.studies[0].result = listed;
    EXPECT_THAT(order(), ElementsAre("s1/descriptives", "s2/regression", "s2/coefficients",
                                     "s1/singletons"));
    const auto draw = [](const study::Figure&) -> Result<report::Picture> {
        return report::Picture{};
    };
    const auto document = reportDocument(project_, evaluation_, draw);
    ASSERT_TRUE(document);
    std::vector<std::string> headings;
    for (const report::Block& block : document->blocks) {
        if (const auto* heading = std::get_if<report::HeadingBlock>(&block)) {
            headings.push_back(heading->text);
        }
    }
    ASSERT_GE(headings.size(), 4U);
    EXPECT_EQ(headings[1], "Results");
    EXPECT_EQ(headings[2], "Supplementary tables");
    EXPECT_EQ(headings[3], "Data appendix");
    // A place of one's own choosing stays.
    project_.report = withResultAt(project_, evaluation_.studies, 3, 0);
    EXPECT_THAT(order().front(), "s1/singletons");
}

TEST_F(Report, FiguresHaveTheLabelsOfTheProject) {
    project_.report.labels["x"] = {.en = "Forces", .zh = "生产力"};
    const auto results = reportResults(project_, evaluation_.studies);
    const study::Figure figure = shownFigure(project_, results.at(2));
    ASSERT_FALSE(figure.title.arguments.empty());
    EXPECT_EQ(text::say(figure.title, text::Language::English).find(" x"), std::string::npos);
    EXPECT_NE(text::say(figure.title, text::Language::English).find("Forces"), std::string::npos);
}

TEST_F(Report, TablesAreShownWithTheirEdits) {
    project_.report.at("s2", "regression").edits.title = {.en = "Baseline", .zh = {}};
    project_.report.labels["x"] = {.en = "Forces", .zh = "生产力"};
    const auto results = reportResults(project_, evaluation_.studies);
    const ReportResult& regression = results.front().key == "regression" ? results[0] : results[1];
    EXPECT_EQ(shownTable(project_, regression).title.own, "Baseline");
    EXPECT_EQ(shownTable(project_, regression).rows.front().label.own, "Forces");
    project_.settings.tableLanguage = "zh";
    EXPECT_EQ(shownTable(project_, regression).rows.front().label.own, "生产力");
}

TEST_F(Report, MethodsSaySampleStepsAndModels) {
    EXPECT_THAT(
        methodsParagraphs(project_, evaluation_, text::Language::English),
        ElementsAre("The data are a balanced panel of 6 cities over 5 years, 2011 to 2015 (30 "
                    "observations). They were read from yearbook.csv.",
                    "The data were prepared in 1 step. Fills gaps of x within each unit: linear; "
                    "ends: left missing (1 gap filled).",
                    "Table 2 reports 1 model of y, estimated by ordinary least squares with city "
                    "fixed effects; inference uses standard errors clustered by city."));
    EXPECT_THAT(
        methodsParagraphs(project_, evaluation_, text::Language::Chinese),
        ElementsAre(HasSubstr("本文数据为 6 个城市 5 年（2011—2015 年）的平衡面板"),
                    HasSubstr("数据经 1 步处理。"),
                    HasSubstr("表2报告了 y 的 1 个模型，采用普通最小二乘法估计，控制城市固定"
                              "效应，")));
}

TEST_F(Report, MethodsCallVariablesByTheirLabelsAndCountManyFiles) {
    project_.report.labels["x"] = {.en = "New forces", .zh = "生产力"};
    const Source source = project_.sources.front();
    project_.sources.insert(project_.sources.end(), 4, source);
    const auto english = methodsParagraphs(project_, evaluation_, text::Language::English);
    EXPECT_THAT(english[0],
                HasSubstr("They were read from 5 files, which the data appendix lists."));
    EXPECT_THAT(english[1], HasSubstr("Fills gaps of New forces within each unit"));
    const auto chinese = methodsParagraphs(project_, evaluation_, text::Language::Chinese);
    EXPECT_THAT(chinese[0], HasSubstr("数据读自 5 个文件，清单见数据附录。"));
    EXPECT_THAT(chinese[1], HasSubstr("在各单位内插补生产力的缺失值"));
    project_.report.hasDataAppendix = false;
    EXPECT_THAT(methodsParagraphs(project_, evaluation_, text::Language::English)[0],
                HasSubstr("They were read from 5 files."));
}

TEST_F(Report, AppendixCountsValuesByOrigin) {
    const auto blocks = dataAppendix(project_, evaluation_, text::Language::English);
    const auto* table = std::get_if<report::TableBlock>(&blocks.back());
    ASSERT_NE(table, nullptr);
    const study::Row* row = table->table.find("variable:x");
    ASSERT_NE(row, nullptr);
    std::vector<double> counts;
    ASSERT_FALSE(row->cells.empty());
    EXPECT_EQ(std::get<study::Phrase>(row->cells.front()).own, "x");
    for (std::size_t i = 1; i < row->cells.size(); ++i) {
        counts.push_back(std::get<study::Number>(row->cells[i]).value);
    }
    // Values, interpolated, missing: the panel was made in memory, so nothing is "read".
    EXPECT_THAT(counts, ElementsAre(30, 1, 0));
}

TEST_F(Report, DocumentHasWhatIsIncluded) {
    int drawn = 0;
    const DrawFigure draw = [&drawn](const study::Figure&) {
        ++drawn;
        return Result<report::Picture>(report::Picture{.png = "png"});
    };
    const auto whole = reportDocument(project_, evaluation_, draw);
    ASSERT_TRUE(whole);
    EXPECT_EQ(drawn, 1);
    project_.report.hasMethods = false;
    project_.report.hasDataAppendix = false;
    project_.report.at("s2", "coefficients").isIncluded = false;
    const auto tables = reportDocument(project_, evaluation_, draw);
    ASSERT_TRUE(tables);
    EXPECT_THAT(tables->blocks, SizeIs(2));
    EXPECT_EQ(drawn, 1);
    project_.report.at("s1", "descriptives").isIncluded = false;
    project_.report.at("s2", "regression").isIncluded = false;
    EXPECT_EQ(reportDocument(project_, evaluation_, draw).error().code, ProblemCode::OptionMissing);
}

TEST_F(Report, PlanIsKeptInTheProject) {
    project_.report.style.stars = {0.05};
    project_.report.style.inference = report::Inference::Interval;
    project_.report.styles = {{"journal", project_.report.style}};
    project_.report.labels["x"] = {.en = "Forces", .zh = "生产力"};
    project_.report.at("s2", "regression").edits.order = {"nobs", "term:x"};
    project_.report.figures.palette = report::Palette::Grey;
    const auto again = projectFromJson(QJsonDocument(toJson(project_)).toJson());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->report, project_.report);
}

TEST_F(Report, OrderKeepsWhatHasNoResultAtTheMoment) {
    report::ReportItem absent{.study = "s9", .result = "regression", .isIncluded = false};
    project_.report.items = {absent};
    const report::ReportPlan moved = withResultAt(project_, evaluation_.studies, 1, 0);
    EXPECT_EQ(moved.items.back(), absent);
    const report::ReportPlan ordered =
        withOrder(project_.report, {{"s2", "regression"}, {"s1", "descriptives"}});
    ASSERT_EQ(ordered.items.size(), 3U);
    EXPECT_EQ(ordered.items[0].study, "s2");
    EXPECT_EQ(ordered.items[2], absent);
}

TEST(StyleFile, ComesBackAsItWas) {
    report::NamedStyle style{"期刊", {.digits = 2, .stars = {}}};
    const auto again = styleFromBytes(styleToBytes(style));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, style);
    EXPECT_EQ(styleToBytes(*again), styleToBytes(style));
}

TEST(StyleFile, OtherFilesAreRefused) {
    EXPECT_EQ(styleFromBytes("{}").error().code, ProblemCode::FileFormatUnknown);
    EXPECT_EQ(styleFromBytes("\x01\x02").error().code, ProblemCode::FileFormatUnknown);
    QByteArray newer = styleToBytes({});
    newer.replace("\"version\": 1", "\"version\": 9");
    EXPECT_EQ(styleFromBytes(newer).error().code, ProblemCode::FileVersionNewer);
    QByteArray damaged = styleToBytes({});
    damaged.replace("\"below\"", "\"above\"");
    EXPECT_EQ(styleFromBytes(damaged).error().code, ProblemCode::FileCorrupt);
}

} // namespace
} // namespace citypanel::project

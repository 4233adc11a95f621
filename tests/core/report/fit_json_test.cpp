// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of models, statistics and problems: names, digits, missing values.
#include "core/estimate/estimate.h"
#include "core/report/fit_json.h"
#include "core/report/json_writer.h"
#include "tests/support/grunfeld.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <numeric>

namespace citypanel::report {
namespace {

QJsonObject parsed(const QByteArray& bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << error.errorString().toStdString();
    return document.object();
}

Fit fitOf(std::string_view formula, const char* vcov) {
    NoProgress progress;
    EstimateOptions options;
    options.vcov = *parseCovariance(vcov);
    auto fit = estimate(testing::grunfeld(), formula, options, progress);
    EXPECT_TRUE(fit);
    return fit ? *std::move(fit) : Fit{};
}

TEST(JsonWriter, SeventeenDigitsAndNulls) {
    JsonWriter json;
    json.beginArray(JsonWriter::Form::Line).value(0.1).value(std::nan("")).value(1e300);
    json.value(std::size_t{7}).value(true).value("a\"\\\n\x01").endArray();
    EXPECT_EQ(json.take().toStdString(),
              "[0.10000000000000001, null, 1.0000000000000001e+300, 7, true, "
              "\"a\\\"\\\\\\n\\u0001\"]\n");
}

TEST(JsonWriter, BlocksAreIndented) {
    JsonWriter json;
    json.beginObject().member("a", 1).key("b").beginArray().value(2).endArray();
    json.key("c").beginObject().endObject().endObject();
    EXPECT_EQ(json.take().toStdString(),
              "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ],\n  \"c\": {}\n}\n");
}

TEST(FitJson, HasTheNamesOfTheCommandLine) {
    const Fit fit = fitOf("inv ~ value + capital | firm + year", "cluster:firm");
    const QJsonObject json = parsed(fitJson(fit));
    for (const auto* name :
         {"nobs", "dropped_missing", "dropped_singletons", "dropped_collinear", "terms",
          "r_squared", "adj_r_squared", "within_r_squared", "adj_within_r_squared", "rmse",
          "f_statistic", "f_p_value", "df_residual", "df_absorbed", "clusters", "vcov", "ssc"}) {
        EXPECT_TRUE(json.contains(QLatin1String(name))) << name;
    }
    const QJsonObject term = json[QStringLiteral("terms")].toArray().first().toObject();
    for (const auto* name :
         {"name", "estimate", "std_error", "statistic", "p_value", "conf_low", "conf_high"}) {
        EXPECT_TRUE(term.contains(QLatin1String(name))) << name;
    }
    EXPECT_EQ(term[QStringLiteral("estimate")].toDouble(), fit.terms.front().estimate);
    EXPECT_EQ(json[QStringLiteral("clusters")].toObject()[QStringLiteral("firm")].toInt(), 10);
    EXPECT_EQ(json[QStringLiteral("vcov")].toString(), QStringLiteral("cluster:firm"));
    EXPECT_FALSE(json.contains(QStringLiteral("iv")));
}

TEST(FitJson, InstrumentTestsHaveTheirNames) {
    const Fit fit = fitOf("inv ~ value | firm | capital ~ lag(capital,1)", "cluster:firm");
    const QJsonObject iv = parsed(fitJson(fit))[QStringLiteral("iv")].toObject();
    for (const auto* name : {"first_stage", "kp_rk_lm", "kp_rk_wald_f", "cragg_donald_f",
                             "stock_yogo", "endogeneity"}) {
        EXPECT_TRUE(iv.contains(QLatin1String(name))) << name;
    }
    EXPECT_FALSE(iv.contains(QStringLiteral("hansen_j"))); // exactly identified
    EXPECT_EQ(iv[QStringLiteral("stock_yogo")].toObject()[QStringLiteral("10%")].toDouble(), 16.38);
    const QJsonObject stage = iv[QStringLiteral("first_stage")].toArray().first().toObject();
    EXPECT_EQ(stage[QStringLiteral("endogenous")].toString(), QStringLiteral("capital"));
    EXPECT_TRUE(stage[QStringLiteral("partial_f")].isDouble());
}

TEST(FitJson, WhatIsNotDefinedIsNull) {
    const QJsonObject json = parsed(fitJson(fitOf("inv ~ value", "iid")));
    EXPECT_TRUE(json[QStringLiteral("within_r_squared")].isNull());
}

TEST(DescribeJson, WholeAndByGroup) {
    const Panel panel = testing::grunfeld();
    std::vector<std::size_t> rows(panel.rowCount());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const std::vector<std::string> names{"inv", "value"};
    Description description;
    description.groups = {*study::describe(panel, names, rows)};
    description.correlations = *study::correlate(panel, names, rows);
    QJsonObject json = parsed(describeJson(description));
    const QJsonObject first = json[QStringLiteral("variables")].toArray().first().toObject();
    for (const auto* name :
         {"name", "n", "mean", "sd", "min", "p25", "median", "p75", "max", "missing"}) {
        EXPECT_TRUE(first.contains(QLatin1String(name))) << name;
    }
    EXPECT_EQ(json[QStringLiteral("correlations")].toArray().size(), 1);
    description.by = "big";
    description.groups = *study::describeBy(panel, names, "big", rows);
    json = parsed(describeJson(description));
    EXPECT_EQ(json[QStringLiteral("groups")].toArray().size(), 2);
    EXPECT_FALSE(json.contains(QStringLiteral("variables")));
}

TEST(ProblemsJson, SaysPlaceAndSentence) {
    const Problem problem{.code = ProblemCode::VariableUnknown,
                          .place = {.variable = "valu", .position = 6},
                          .expected = "value"};
    const QJsonObject json = parsed(problemsJson({&problem, 1}, text::Language::Chinese));
    const QJsonObject first = json[QStringLiteral("problems")].toArray().first().toObject();
    EXPECT_EQ(first[QStringLiteral("code")].toString(), QStringLiteral("variable_unknown"));
    EXPECT_EQ(first[QStringLiteral("severity")].toString(), QStringLiteral("error"));
    EXPECT_EQ(first[QStringLiteral("position")].toInt(), 6);
    EXPECT_TRUE(
        first[QStringLiteral("message")].toString().startsWith(QStringLiteral("没有变量“valu”")));
    EXPECT_FALSE(first.contains(QStringLiteral("file")));
}

} // namespace
} // namespace citypanel::report

// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli compare: numbers of the reference, names of the JSON, tables in both languages.
#include "tests/cli/cli_process.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>

#include <cmath>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;
using ::testing::HasSubstr;

const QString references = QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/estimators/");

QJsonObject comparisonOf(const char* id) {
    QFile file(references + QStringLiteral("cases/tests.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonArray tests =
        QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("tests")].toArray();
    for (const QJsonValue& test : tests) {
        if (test.toObject()[QStringLiteral("id")].toString() == QLatin1String(id)) {
            return test.toObject();
        }
    }
    ADD_FAILURE() << id;
    return {};
}

QStringList callOf(const QJsonObject& entry, const QStringList& more) {
    QStringList keys;
    for (const QJsonValue& key : entry[QStringLiteral("panel")].toArray()) {
        keys.append(key.toString());
    }
    return QStringList{QStringLiteral("compare"),
                       references + entry[QStringLiteral("data")].toString(),
                       entry[QStringLiteral("formula")].toString(),
                       QStringLiteral("--panel"),
                       keys.join(QLatin1Char(',')),
                       QStringLiteral("--by"),
                       entry[QStringLiteral("by")].toString()} +
           more;
}

QJsonObject testOf(const QJsonObject& output, const char* method, const QString& term) {
    for (const QJsonValue& value : output[QStringLiteral("tests")].toArray()) {
        const QJsonObject test = value.toObject();
        if (test[QStringLiteral("method")].toString() == QLatin1String(method) &&
            test[QStringLiteral("term")].toString() == term) {
            return test;
        }
    }
    ADD_FAILURE() << method;
    return {};
}

/// tests/reference/estimators/README.md: 1e-8 relative, p values 1e-6.
TEST(CliCompare, AgreesWithTheReference) {
    for (const char* id : {"grunfeld_ge_split", "demo_city_resource", "demo_city_pilot"}) {
        SCOPED_TRACE(id);
        const QJsonObject entry = comparisonOf(id);
        const QString core = entry[QStringLiteral("core")].toString();
        const QString vcov = entry[QStringLiteral("vcov")].toString();
        const CliRun run =
            runCli(callOf(entry, {QStringLiteral("--vcov"), vcov, QStringLiteral("--test"),
                                  QStringLiteral("chow,suest"), QStringLiteral("--format"),
                                  QStringLiteral("json")}));
        ASSERT_EQ(run.status, 0) << run.errors.toStdString();
        const QJsonObject output = run.json();
        const QJsonObject suest = testOf(output, "suest", core);
        const QJsonObject want = entry[QStringLiteral("suest")].toObject();
        EXPECT_THAT(suest[QStringLiteral("statistic")].toDouble(),
                    IsNear(want[QStringLiteral("chi2")].toDouble()));
        EXPECT_THAT(suest[QStringLiteral("p_value")].toDouble(),
                    IsNear(want[QStringLiteral("p_value")].toDouble(), {1e-6, 1e-12}));
        for (const QJsonValue& value : entry[QStringLiteral("chow")].toArray()) {
            const QJsonObject chow = value.toObject();
            if (chow[QStringLiteral("vcov")].toString() != vcov) {
                continue;
            }
            const QJsonObject difference = chow[QStringLiteral("core_difference")].toObject();
            const QJsonObject test = testOf(output, "chow", core);
            EXPECT_THAT(test[QStringLiteral("std_error")].toDouble(),
                        IsNear(difference[QStringLiteral("std_error")].toDouble()));
            // Which group is subtracted from which is not the reference's choice.
            EXPECT_THAT(std::abs(test[QStringLiteral("difference")].toDouble()),
                        IsNear(std::abs(difference[QStringLiteral("estimate")].toDouble())));
            EXPECT_THAT(testOf(output, "chow", {})[QStringLiteral("statistic")].toDouble(),
                        IsNear(chow[QStringLiteral("f_statistic")].toDouble()));
        }
        const QJsonArray groups = output[QStringLiteral("groups")].toArray();
        ASSERT_EQ(groups.size(), 2);
        for (const QJsonValue& group : groups) {
            const QJsonObject fit = group.toObject()[QStringLiteral("estimate")].toObject();
            EXPECT_GT(fit[QStringLiteral("nobs")].toInt(), 0);
            EXPECT_EQ(fit[QStringLiteral("vcov")].toString(), vcov);
            EXPECT_FALSE(fit[QStringLiteral("terms")].toArray().isEmpty());
        }
    }
}

TEST(CliCompare, PermutationIsExactWhereItCanBeAndRepeatable) {
    const QJsonObject entry = comparisonOf("grunfeld_permutation_exact");
    const QStringList arguments =
        callOf(entry, {QStringLiteral("--test"), QStringLiteral("permutation"),
                       QStringLiteral("--reps"), QStringLiteral("5000"), QStringLiteral("--seed"),
                       QStringLiteral("7"), QStringLiteral("--format"), QStringLiteral("json")});
    const CliRun run = runCli(arguments);
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    const QJsonObject test =
        testOf(run.json(), "permutation", entry[QStringLiteral("core")].toString());
    EXPECT_TRUE(test[QStringLiteral("exact")].toBool());
    EXPECT_EQ(test[QStringLiteral("seed")].toInt(), 7);
    EXPECT_EQ(test[QStringLiteral("reps")].toInt(), entry[QStringLiteral("replications")].toInt());
    EXPECT_THAT(test[QStringLiteral("p_value")].toDouble(),
                IsNear(entry[QStringLiteral("p_two_sided")].toDouble()));
    EXPECT_EQ(runCli(arguments).output, run.output);
}

TEST(CliCompare, WritesTablesInBothLanguages) {
    const QJsonObject entry = comparisonOf("demo_city_resource");
    const QStringList arguments =
        callOf(entry, {QStringLiteral("--reps"), QStringLiteral("50"), QStringLiteral("--lang")});
    const CliRun english = runCli(arguments + QStringList{QStringLiteral("en")});
    const CliRun chinese = runCli(arguments + QStringList{QStringLiteral("zh")});
    ASSERT_EQ(english.status, 0) << english.errors.toStdString();
    EXPECT_THAT(english.output.toStdString(), HasSubstr("Chow test by interaction"));
    EXPECT_THAT(english.output.toStdString(), HasSubstr("50 random relabellings of\nwhole units"));
    EXPECT_THAT(english.output.toStdString(), HasSubstr("fixed effects"));
    EXPECT_THAT(chinese.output.toStdString(), HasSubstr("费舍尔组合检验"));
}

TEST(CliCompare, SaysWhatIsWrong) {
    const QJsonObject entry = comparisonOf("demo_city_pilot");
    QStringList withoutGroup = callOf(entry, {});
    withoutGroup.removeLast();
    withoutGroup.removeLast();
    EXPECT_EQ(runCli(withoutGroup).status, 2);
    EXPECT_EQ(runCli(callOf(entry, {QStringLiteral("--test"), QStringLiteral("anova")})).status, 2);
    EXPECT_EQ(runCli(callOf(entry, {QStringLiteral("--reps"), QStringLiteral("2.5")})).status, 2);
    // Cities become pilots one after another, so that labels of whole units cannot be permuted.
    const CliRun varying =
        runCli(callOf(entry, {QStringLiteral("--test"), QStringLiteral("permutation")}));
    EXPECT_EQ(varying.status, 1);
    EXPECT_THAT(varying.errors.toStdString(), HasSubstr("row"));
    // Left to itself it permutes rows, and says so.
    const CliRun fallback = runCli(callOf(entry, {QStringLiteral("--reps"), QStringLiteral("20"),
                                                  QStringLiteral("--lang"), QStringLiteral("en")}));
    EXPECT_EQ(fallback.status, 0) << fallback.errors.toStdString();
    EXPECT_THAT(fallback.errors.toStdString(), HasSubstr("--permute row"));
    EXPECT_THAT(fallback.output.toStdString(), HasSubstr("single rows"));
    QStringList byNothing = callOf(entry, {});
    byNothing.last() = QStringLiteral("nosuch");
    const CliRun unknown = runCli(byNothing);
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.errors.toStdString(), HasSubstr("nosuch"));
}

} // namespace
} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli efficiency: every option of the contract against the reference cases, and what it
// says of wrong data and wrong calls.
#include "tests/cli/efficiency_calls.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::efficiencyOf;
using citypanel::testing::fourCities;
using citypanel::testing::fourCitiesRoles;
using citypanel::testing::IsNear;
using citypanel::testing::runCli;
using citypanel::testing::written;
using ::testing::HasSubstr;
using ::testing::Not;

const QString dea = QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/dea/");

QString file(const char* name) {
    return dea + QLatin1String(name);
}

QJsonObject referenceCase(const char* name, const char* id) {
    QFile json(dea + QLatin1String(name));
    EXPECT_TRUE(json.open(QIODevice::ReadOnly));
    const QJsonObject root = QJsonDocument::fromJson(json.readAll()).object();
    for (const QJsonValue& value : root[QStringLiteral("cases")].toArray()) {
        if (value.toObject()[QStringLiteral("id")].toString() == QLatin1String(id)) {
            return value.toObject();
        }
    }
    ADD_FAILURE() << "no case " << id;
    return {};
}

std::vector<double> numbersOf(const QJsonArray& array) {
    std::vector<double> numbers;
    for (const QJsonValue& value : array) {
        numbers.push_back(value.isNull() ? std::nan("") : value.toDouble());
    }
    return numbers;
}

std::vector<double> scoresOf(const CliRun& run, const char* key = "score") {
    std::vector<double> scores;
    for (const QJsonValue& row : run.json()[QStringLiteral("scores")].toArray()) {
        const QJsonValue value = row.toObject()[QLatin1String(key)];
        scores.push_back(value.isNull() ? std::nan("") : value.toDouble());
    }
    return scores;
}

void expectNear(const std::vector<double>& actual, const std::vector<double>& expected) {
    ASSERT_EQ(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        EXPECT_THAT(actual[i], IsNear(expected[i])) << "row " << i;
    }
}

void expectScores(const char* data, const char* json, const char* id, const QString& options) {
    SCOPED_TRACE(id);
    const CliRun run = efficiencyOf(file(data), options + QStringLiteral(" --format json"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    const QJsonObject results = referenceCase(json, id)[QStringLiteral("results")].toObject();
    expectNear(scoresOf(run), numbersOf(results[QStringLiteral("score")].toArray()));
}

const QString bads = QStringLiteral("--inputs x --good good --bad bad ");

// Tone (2004), Table 2, weights 1:0.3, 1:1 and 1:3; reference/dea/tone2004_bads.json at 1e-8.
TEST(CliEfficiency, SbmWithUndesirableOutputsAndWeights) {
    expectScores("tone2004_bads.csv", "tone2004_bads.json", "sbm-none-vrs-good1-bad0.3",
                 bads + QStringLiteral("--model sbm --rts vrs --slack-weights good=1,bad=0.3"));
    expectScores("tone2004_bads.csv", "tone2004_bads.json", "sbm-none-crs-good1-bad0.3",
                 bads + QStringLiteral("--slack-weights good=1,bad=0.3"));
    expectScores("tone2004_bads.csv", "tone2004_bads.json", "sbm-none-vrs-good1-bad1",
                 bads + QStringLiteral("--rts vrs --bad-as output --orientation none"));
}

TEST(CliEfficiency, SlacksProjectionAndPeersOfEveryRow) {
    const CliRun run = efficiencyOf(
        file("tone2004_bads.csv"),
        bads + QStringLiteral("--rts vrs --slack-weights good=1,bad=0.3 --format json"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    const QJsonObject model = run.json()[QStringLiteral("model")].toObject();
    EXPECT_EQ(model[QStringLiteral("model")].toString(), QStringLiteral("sbm"));
    EXPECT_EQ(model[QStringLiteral("rts")].toString(), QStringLiteral("vrs"));
    const QJsonArray scores = run.json()[QStringLiteral("scores")].toArray();
    const QJsonObject g = scores[6].toObject();
    EXPECT_EQ(g[QStringLiteral("status")].toString(), QStringLiteral("inefficient"));
    EXPECT_NEAR(g[QStringLiteral("slacks")].toObject()[QStringLiteral("good")].toDouble(), 3.0,
                1e-7);
    EXPECT_NEAR(g[QStringLiteral("projection")].toObject()[QStringLiteral("good")].toDouble(), 7.0,
                1e-7);
    const QJsonArray peers = g[QStringLiteral("peers")].toArray();
    ASSERT_EQ(peers.size(), 2);
    EXPECT_NEAR(peers[0].toObject()[QStringLiteral("lambda")].toDouble(), 0.5, 1e-8);
    EXPECT_TRUE(peers[0].toObject().contains(QStringLiteral("unit")));
}

// Tone (2001, 2002): printed tables in the reference files.
TEST(CliEfficiency, RadialSbmAndSuperEfficiency) {
    const CliRun ccr =
        efficiencyOf(file("tone2001.csv"),
                     QStringLiteral("--inputs x1,x2 --good y1,y2 --model ccr --format json"));
    ASSERT_EQ(ccr.status, 0) << ccr.errors.toStdString();
    const CliRun radial =
        efficiencyOf(file("tone2001.csv"),
                     QStringLiteral("--inputs x1,x2 --good y1,y2 --model radial --orientation in "
                                    "--rts crs --format json"));
    EXPECT_EQ(scoresOf(ccr), scoresOf(radial));
    const CliRun bcc =
        efficiencyOf(file("tone2001.csv"),
                     QStringLiteral("--inputs x1,x2 --good y1,y2 --model bcc --format json"));
    for (std::size_t i = 0; i < scoresOf(ccr).size(); ++i) {
        EXPECT_GE(scoresOf(bcc)[i], scoresOf(ccr)[i] - 1e-12);
    }
    const CliRun super =
        efficiencyOf(file("tone2002_table1.csv"),
                     QStringLiteral("--inputs x1,x2 --good y --model sbm --super --format json"));
    ASSERT_EQ(super.status, 0) << super.errors.toStdString();
    EXPECT_THAT(super.output.toStdString(), HasSubstr("super-efficient"));
}

TEST(CliEfficiency, ReturnsAreNested) {
    std::map<std::string, std::vector<double>> scores;
    for (const char* returns : {"crs", "vrs", "nirs", "ndrs"}) {
        const CliRun run =
            efficiencyOf(file("tone2001.csv"),
                         QStringLiteral("--inputs x1,x2 --good y1,y2 --model radial --rts ") +
                             QLatin1String(returns) + QStringLiteral(" --format json"));
        ASSERT_EQ(run.status, 0) << returns << run.errors.toStdString();
        scores[returns] = scoresOf(run);
    }
    for (std::size_t i = 0; i < scores["crs"].size(); ++i) {
        EXPECT_NEAR(scores["crs"][i], std::min(scores["nirs"][i], scores["ndrs"][i]), 1e-9);
        EXPECT_NEAR(scores["vrs"][i], std::max(scores["nirs"][i], scores["ndrs"][i]), 1e-9);
    }
}

TEST(CliEfficiency, ReferenceSetsFromOnePeriodToAll) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const auto scores = [&](const char* reference) {
        const CliRun run =
            efficiencyOf(data, fourCitiesRoles + QStringLiteral("--format json --reference ") +
                                   QLatin1String(reference));
        EXPECT_EQ(run.status, 0) << run.errors.toStdString();
        return scoresOf(run);
    };
    const auto global = scores("global");
    const auto period = scores("period");
    const auto window = scores("window:2");
    const auto group = scores("group:region");
    ASSERT_EQ(global.size(), 12U);
    for (std::size_t i = 0; i < global.size(); ++i) {
        EXPECT_LE(global[i], period[i] + 1e-9);
        EXPECT_LE(global[i], window[i] + 1e-9);
        EXPECT_LE(global[i], group[i] + 1e-9);
    }
    expectNear(scores("window:1"), period);
    expectNear(scores("window:3"), global);
}

TEST(CliEfficiency, DirectionalModels) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const auto scores = [&](const QString& options) {
        const CliRun run =
            efficiencyOf(data, fourCitiesRoles + options + QStringLiteral(" --format json"));
        EXPECT_EQ(run.status, 0) << run.errors.toStdString();
        return scoresOf(run);
    };
    const auto weak = scores(QStringLiteral("--model ddf --disposability weak --direction yb"));
    expectNear(weak, scores(QStringLiteral("--model ddf")));
    const auto strong = scores(QStringLiteral("--model ddf --disposability strong"));
    const auto all = scores(QStringLiteral("--model ddf --direction xyb"));
    for (std::size_t i = 0; i < weak.size(); ++i) {
        EXPECT_LE(weak[i], strong[i] + 1e-9); // a larger technology leaves more to gain
        EXPECT_GE(all[i], -1e-9);
    }
    EXPECT_EQ(scores(QStringLiteral("--model ddf --rts vrs --disposability kuosmanen")).size(),
              12U);
}

// Zhou, Ang and Wang (2012): the indices follow from the betas.
TEST(CliEfficiency, NonRadialIndicesFollowFromTheBetas) {
    const QTemporaryDir folder;
    const CliRun run = efficiencyOf(written(folder, "panel.csv", fourCities),
                                    fourCitiesRoles + QStringLiteral("--model nddf --format json"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    for (const QJsonValue& value : run.json()[QStringLiteral("scores")].toArray()) {
        const QJsonObject row = value.toObject();
        const QJsonObject beta = row[QStringLiteral("beta")].toObject();
        const QJsonObject performance = row[QStringLiteral("performance")].toObject();
        const auto at = [&](const char* name) { return beta[QLatin1String(name)].toDouble(); };
        const double grown = 1.0 + at("y");
        EXPECT_NEAR(performance[QStringLiteral("b")].toDouble(), (1 - at("b")) / grown, 1e-12);
        EXPECT_NEAR(performance[QStringLiteral("k")].toDouble(), (1 - at("k")) / grown, 1e-12);
        EXPECT_NEAR(row[QStringLiteral("unified_efficiency")].toDouble(),
                    (1 - (at("k") + at("l") + at("b")) / 3) / grown, 1e-12);
    }
}

// Coelli's DEAP 2.1 guide, Malmquist example (reference/dea/deap_malmquist.json).
TEST(CliEfficiency, MalmquistAgreesWithDeap) {
    QFile json(dea + QStringLiteral("deap_malmquist.json"));
    ASSERT_TRUE(json.open(QIODevice::ReadOnly));
    const QJsonObject root = QJsonDocument::fromJson(json.readAll()).object();
    const QJsonObject columns = root[QStringLiteral("columns")].toObject();
    const auto names = [&](const char* role) {
        QStringList list;
        for (const QJsonValue& name : columns[QLatin1String(role)].toArray()) {
            list.append(name.toString());
        }
        return list.join(QLatin1Char(','));
    };
    const CliRun run = efficiencyOf(
        file("deap_malmquist.csv"),
        QStringLiteral("--panel %1,%2 --inputs %3 --good %4 --model radial --orientation out "
                       "--productivity malmquist --format json")
            .arg(columns[QStringLiteral("unit")].toString(),
                 columns[QStringLiteral("period")].toString(), names("inputs"), names("good")));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    std::map<std::pair<std::string, int>, QJsonObject> found;
    for (const QJsonValue& value : run.json()[QStringLiteral("indices")].toArray()) {
        const QJsonObject change = value.toObject();
        found[{change[QStringLiteral("unit")].toVariant().toString().toStdString(),
               change[QStringLiteral("period")].toInt()}] = change;
    }
    std::size_t compared = 0;
    for (const QJsonValue& value : root[QStringLiteral("cases")].toArray()) {
        const QJsonObject indices = value.toObject()[QStringLiteral("indices")].toObject();
        const QJsonArray index = indices[QStringLiteral("index")].toArray();
        for (int i = 0; i < index.size(); ++i) {
            const auto key = std::pair{
                indices[QStringLiteral("unit")].toArray()[i].toVariant().toString().toStdString(),
                indices[QStringLiteral("period")].toArray()[i].toInt()};
            ASSERT_TRUE(found.contains(key)) << key.first << " " << key.second;
            EXPECT_THAT(found[key][QStringLiteral("index")].toDouble(),
                        IsNear(index[i].toDouble()));
            ++compared;
        }
    }
    EXPECT_GT(compared, 0U);
}

TEST(CliEfficiency, EveryIndexHasItsPartsAndCountsWhatIsInfeasible) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    for (const char* index : {"malmquist", "global-malmquist", "ml", "gml", "luenberger"}) {
        const CliRun run =
            efficiencyOf(data, fourCitiesRoles + QStringLiteral("--format json --productivity ") +
                                   QLatin1String(index));
        ASSERT_EQ(run.status, 0) << index << run.errors.toStdString();
        const QJsonArray indices = run.json()[QStringLiteral("indices")].toArray();
        EXPECT_EQ(indices.size(), 8) << index;
        int infeasible = 0;
        for (const QJsonValue& value : indices) {
            const QJsonObject change = value.toObject();
            infeasible += change[QStringLiteral("index")].isNull() ? 1 : 0;
            EXPECT_TRUE(change.contains(QStringLiteral("efficiency_change")));
            EXPECT_TRUE(change.contains(QStringLiteral("technical_change")));
        }
        EXPECT_EQ(run.json()[QStringLiteral("infeasible")].toInt(), infeasible) << index;
    }
}

TEST(CliEfficiency, InfluenceNamesTheRowWithASlippedUnit) {
    const QTemporaryDir folder;
    // D 2012 was noted in another unit: inputs and emissions are a hundredth of what they are.
    QByteArray bytes = fourCities;
    bytes.replace("D,2012,3,4,2,2,west", "D,2012,0.03,0.04,2,0.02,west");
    const CliRun run = efficiencyOf(written(folder, "panel.csv", bytes),
                                    fourCitiesRoles + QStringLiteral("--influence --format json"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("D"));
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("2012"));
    const QJsonObject influence = run.json()[QStringLiteral("influence")].toObject();
    const QJsonObject first = influence[QStringLiteral("peers")].toArray()[0].toObject();
    EXPECT_TRUE(first[QStringLiteral("sets_every_score")].toBool());
    EXPECT_EQ(first[QStringLiteral("period")].toInt(), 2012);
}

TEST(CliEfficiency, EveryFormatWritesAWholeFile) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    for (const char* format : {"text", "json", "csv", "md", "tex", "html", "docx", "xlsx"}) {
        const QString out = folder.filePath(QStringLiteral("scores.") + QLatin1String(format));
        const CliRun run = efficiencyOf(
            data, fourCitiesRoles +
                      QStringLiteral("--format %1 --out %2").arg(QLatin1String(format), out));
        ASSERT_EQ(run.status, 0) << format << run.errors.toStdString();
        EXPECT_GT(QFileInfo(out).size(), 100) << format;
    }
    const CliRun csv = efficiencyOf(data, fourCitiesRoles + QStringLiteral("--format csv"));
    EXPECT_TRUE(
        csv.output.startsWith("unit,period,score,status,slack_k,slack_l,slack_y,slack_b\n"));
    EXPECT_EQ(csv.output.count('\n'), 13);
}

TEST(CliEfficiency, ConditionsRestrictTheFrontier) {
    const QTemporaryDir folder;
    QStringList arguments{QStringLiteral("efficiency"), written(folder, "panel.csv", fourCities)};
    arguments += fourCitiesRoles.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    arguments += {QStringLiteral("--where"), QStringLiteral("year >= 2012"),
                  QStringLiteral("--format"), QStringLiteral("json")};
    const CliRun run = runCli(arguments);
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_EQ(scoresOf(run).size(), 8U);
}

TEST(CliEfficiency, ZerosNegativesAndMissingValuesAreNamedWithARemedy) {
    const QTemporaryDir folder;
    const auto with = [&](const char* from, const char* to, const QString& options) {
        QByteArray bytes = fourCities;
        bytes.replace(from, to);
        return efficiencyOf(written(folder, "panel.csv", bytes), fourCitiesRoles + options);
    };
    const CliRun negative = with("B,2012,4,2,4,2", "B,2012,-4,2,4,2", {});
    EXPECT_EQ(negative.status, 1);
    EXPECT_TRUE(negative.output.isEmpty());
    EXPECT_THAT(negative.errors.toStdString(), HasSubstr("B"));
    EXPECT_THAT(negative.errors.toStdString(), HasSubstr("2012"));
    EXPECT_THAT(negative.errors.toStdString(), HasSubstr("k"));

    const CliRun noInputs = with("B,2012,4,2,4,2", "B,2012,0,0,4,2", {});
    EXPECT_EQ(noInputs.status, 1);
    EXPECT_THAT(noInputs.errors.toStdString(), HasSubstr("2012"));

    const CliRun excluded = with("B,2012,4,2,4,2", "B,2012,0,0,4,2",
                                 QStringLiteral("--unusable exclude --format json"));
    EXPECT_EQ(excluded.status, 0) << excluded.errors.toStdString();
    EXPECT_THAT(excluded.output.toStdString(), HasSubstr("excluded"));
    EXPECT_FALSE(excluded.errors.isEmpty());

    const CliRun missing = with("B,2012,4,2,4,2", "B,2012,,2,4,2", QStringLiteral("--format json"));
    EXPECT_EQ(missing.status, 0) << missing.errors.toStdString();
    EXPECT_TRUE(std::isnan(scoresOf(missing)[4]));

    const CliRun zero = with("B,2012,4,2,4,2", "B,2012,4,2,4,0", QStringLiteral("--format json"));
    EXPECT_EQ(zero.status, 0) << zero.errors.toStdString();

    // The range direction takes negative values under variable returns.
    const CliRun range = with("B,2012,4,2,4,2", "B,2012,-4,2,4,2",
                              QStringLiteral("--model ddf --rts vrs --direction range"));
    EXPECT_EQ(range.status, 0) << range.errors.toStdString();
}

TEST(CliEfficiency, InfeasibleIsAStatusNeverANumber) {
    const QTemporaryDir folder;
    // The others' undesirable output is far above A's: formula (a) has no solution under VRS.
    const QString data = written(folder, "row.csv", "unit,x,y,b\nA,1,1,0.01\nB,1,1,5\nC,1,1,6\n");
    const QString options = QStringLiteral("--inputs x --good y --bad b --rts vrs --super ");
    const CliRun run = efficiencyOf(data, options + QStringLiteral("--format json"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_TRUE(std::isnan(scoresOf(run)[0]));
    EXPECT_THAT(run.output.toStdString(), HasSubstr("infeasible"));
    const CliRun remedy =
        efficiencyOf(data, options + QStringLiteral("--bad-as input --format json"));
    ASSERT_EQ(remedy.status, 0) << remedy.errors.toStdString();
    EXPECT_GT(scoresOf(remedy)[0], 1.0);
}

TEST(CliEfficiency, TextShowsTheRowsThatTheFrontierRestsOn) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const CliRun run = efficiencyOf(data, fourCitiesRoles + QStringLiteral("--influence"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_THAT(run.output.toStdString(), HasSubstr("times_peer"));
    const CliRun chinese =
        efficiencyOf(data, fourCitiesRoles + QStringLiteral("--influence --lang zh"));
    EXPECT_THAT(chinese.output.toStdString(), HasSubstr("作为参照次数"));
    EXPECT_THAT(chinese.output.toStdString(), HasSubstr("k 的松弛量"));
    EXPECT_THAT(chinese.output.toStdString(), HasSubstr("非有效"));
    EXPECT_THAT(chinese.output.toStdString(), Not(HasSubstr("slack_")));
    EXPECT_THAT(chinese.output.toStdString(), Not(HasSubstr("-0\n")));
}

TEST(CliEfficiency, RowsWithoutAValueAreNamed) {
    const QTemporaryDir folder;
    QByteArray bytes = fourCities;
    bytes.replace("B,2012,4,2,4,2", "B,2012,,2,4,2");
    const CliRun run = efficiencyOf(written(folder, "panel.csv", bytes), fourCitiesRoles);
    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("B, 2012: 1 value of “k” is missing"));
}

TEST(CliEfficiency, JsonSaysWhereUndesirableOutputsStand) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const auto badAs = [&](const char* options) -> QJsonValue {
        const CliRun run = efficiencyOf(data, fourCitiesRoles + QLatin1String(options) +
                                                  QStringLiteral(" --format json"));
        EXPECT_EQ(run.status, 0) << run.errors.toStdString();
        return run.json()[QStringLiteral("model")].toObject()[QStringLiteral("bad_as")];
    };
    EXPECT_EQ(badAs("--model radial").toString(), QStringLiteral("input"));
    EXPECT_EQ(badAs("--model sbm").toString(), QStringLiteral("output"));
    EXPECT_TRUE(badAs("--model ddf").isNull());
}

TEST(CliEfficiency, ModelsThatDoNotExistAreProblems) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const auto expectProblem = [&](const QString& options, const char* says) {
        const CliRun run = efficiencyOf(data, options);
        EXPECT_EQ(run.status, 1) << options.toStdString() << run.errors.toStdString();
        EXPECT_TRUE(run.output.isEmpty());
        EXPECT_THAT(run.errors.toStdString(), HasSubstr(says));
    };
    expectProblem(QStringLiteral("--panel city,year --inputs kk --good y"), "kk");
    expectProblem(QStringLiteral("--panel city,year --inputs region --good y"), "region");
    expectProblem(fourCitiesRoles + QStringLiteral("--reference window:9"), "window");
    expectProblem(fourCitiesRoles + QStringLiteral("--reference group:nowhere"), "nowhere");
    const CliRun json = efficiencyOf(data, QStringLiteral("--panel city,year --inputs kk --good y "
                                                          "--format json"));
    EXPECT_EQ(json.status, 1);
    EXPECT_FALSE(QJsonDocument::fromJson(json.errors).isNull());
}

TEST(CliEfficiency, SpeaksChinese) {
    const QTemporaryDir folder;
    const CliRun run = efficiencyOf(written(folder, "panel.csv", fourCities),
                                    fourCitiesRoles + QStringLiteral("--format md --lang zh"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_THAT(run.output.toStdString(), HasSubstr("得分"));
    EXPECT_THAT(run.output.toStdString(), Not(HasSubstr("Score")));
}

} // namespace
} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli efficiency: wrong calls, options that a model would ignore, indices of productivity
// and their models, text for reading.
#include "tests/cli/efficiency_calls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>

namespace citypanel {
namespace {

using citypanel::testing::CliRun;
using citypanel::testing::efficiencyOf;
using citypanel::testing::expectWrongUsage;
using citypanel::testing::fourCities;
using citypanel::testing::fourCitiesRoles;
using citypanel::testing::written;
using ::testing::HasSubstr;

TEST(CliEfficiencyOptions, WrongCallsAreTold) {
    expectWrongUsage("--model dea", "--model");
    expectWrongUsage("--rts drs", "crs, vrs, nirs, ndrs");
    expectWrongUsage("--orientation both", "--orientation");
    expectWrongUsage("--reference city", "--reference");
    expectWrongUsage("--bad-as waste", "--bad-as");
    expectWrongUsage("--disposability free", "--disposability");
    expectWrongUsage("--direction up", "--direction");
    expectWrongUsage("--productivity growth", "--productivity");
    expectWrongUsage("--unusable ignore", "--unusable");
    expectWrongUsage("--slack-weights badd=0.3", "badd=0.3");
    expectWrongUsage("--slack-weights good", "good=1,bad=0.3");
    expectWrongUsage("--format pdf",
                     "--format must be one of text|json|csv|md|tex|html|docx|xlsx, not "
                     "“pdf”");
    expectWrongUsage("--rts drs", "not “drs”");
    expectWrongUsage("--model dea", "ccr, bcc, not “dea”");
    expectWrongUsage("--model radial --orientation none", "take in, out");
    expectWrongUsage("--model ddf --super", "--super");
    expectWrongUsage("--model ccr --rts vrs", "radial with --rts crs");
    expectWrongUsage("--reference window:0", "whole number of at least 1, not “0”");
    expectWrongUsage("--reference window:x", "not “x”");
    expectWrongUsage("--slack-weights good=-1", "good=-1");
    expectWrongUsage("--slack-weights good=0,input=0,bad=0", "all zero");
    expectWrongUsage("--model radial --slack-weights good=1", "radial has no weights");
    expectWrongUsage("--model nddf --productivity malmquist", "--model nddf would be ignored");
    expectWrongUsage("--model ddf --disposability kuosmanen", "--rts vrs");
    expectWrongUsage("--nonsense", "nonsense");
}

TEST(CliEfficiencyOptions, OptionsThatAModelWouldIgnoreAreRefused) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    expectWrongUsage("--model ddf --orientation in",
                     "--orientation in is for --model radial, sbm, ebm");
    expectWrongUsage("--model ddf --bad-as input", "--bad-as input is for --model sbm");
    expectWrongUsage("--model radial --bad-as output", "radial would ignore it");
    expectWrongUsage("--disposability strong", "is for --model ddf, nddf; sbm would ignore it");
    expectWrongUsage("--model ccr --direction xyb",
                     "is for --model ddf, nddf; ccr would ignore it");
    expectWrongUsage("--model ebm --slack-weights good=2", "ebm has no weights");
    expectWrongUsage("--productivity malmquist --orientation in",
                     "--orientation in would be ignored");
    expectWrongUsage("--productivity malmquist --rts vrs", "--rts vrs would be ignored");
    expectWrongUsage("--productivity gml --super --model sbm", "--super would be ignored");
    expectWrongUsage("--productivity ml --reference period", "--reference would be ignored");
    expectWrongUsage("--productivity ml --bad-as input", "ddf would ignore it");
    for (const char* options :
         {"--model ddf --orientation none", "--model radial --bad-as input",
          "--productivity malmquist --orientation out --rts crs", "--productivity gml --model sbm",
          "--productivity ml --direction xyb --disposability strong"}) {
        EXPECT_EQ(efficiencyOf(data, fourCitiesRoles + QLatin1String(options)).status, 0)
            << options;
    }
}

TEST(CliEfficiencyOptions, AnIndexOfProductivityBringsItsModel) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const auto modelOf = [&](const char* index) {
        const CliRun run =
            efficiencyOf(data, fourCitiesRoles + QStringLiteral("--format json --productivity ") +
                                   QLatin1String(index));
        EXPECT_EQ(run.status, 0) << run.errors.toStdString();
        const QJsonObject model = run.json()[QStringLiteral("model")].toObject();
        return model[QStringLiteral("model")].toString() + QLatin1Char(' ') +
               model[QStringLiteral("orientation")].toString();
    };
    EXPECT_EQ(modelOf("malmquist"), QStringLiteral("radial out"));
    EXPECT_EQ(modelOf("ml"), QStringLiteral("ddf none"));
    EXPECT_EQ(modelOf("gml"), QStringLiteral("ddf none"));
    EXPECT_EQ(modelOf("luenberger"), QStringLiteral("nddf none"));
    EXPECT_EQ(modelOf("gml --model sbm"), QStringLiteral("sbm none"));
    const CliRun run =
        efficiencyOf(data, fourCitiesRoles + QStringLiteral("--productivity malmquist"));
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("leave undesirable outputs out (b)"));
}

TEST(CliEfficiencyOptions, ChangesWithoutASolutionAreNamedAndCounted) {
    const QTemporaryDir folder;
    // B's undesirable output of 2012 is far below all of 2011, so that no mixture of 2011 has as
    // little of it (weak disposability takes it as an equality).
    const QString data = written(folder, "panel.csv",
                                 "city,year,k,y,b\nA,2011,1,1,1\nA,2012,1,1,1\n"
                                 "B,2011,1,1,2\nB,2012,1,9,0.1\nC,2011,2,1,3\nC,2012,2,1,3\n");
    const CliRun run =
        efficiencyOf(data, QStringLiteral("--panel city,year --inputs k --good y --bad b --rts vrs "
                                          "--productivity ml"));
    ASSERT_EQ(run.status, 0) << run.errors.toStdString();
    EXPECT_THAT(run.output.toStdString(), HasSubstr("infeasible"));
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("of 3 changes have no value"));
}

TEST(CliEfficiencyOptions, OnePeriodHasNoChange) {
    const QTemporaryDir folder;
    const QString data =
        written(folder, "panel.csv", "city,year,k,y,b\nA,2011,1,1,1\nB,2011,1,1,2\n");
    const CliRun run = efficiencyOf(data, QStringLiteral("--panel city,year --inputs k --good y "
                                                         "--bad b --productivity gml"));
    EXPECT_EQ(run.status, 1);
    EXPECT_TRUE(run.output.isEmpty());
    EXPECT_THAT(run.errors.toStdString(), HasSubstr("year"));
}

TEST(CliEfficiencyOptions, TextIsForReadingAndCsvHasEveryDigit) {
    const QTemporaryDir folder;
    const QString data = written(folder, "panel.csv", fourCities);
    const CliRun text = efficiencyOf(data, fourCitiesRoles + QStringLiteral("--model ddf"));
    const CliRun csv =
        efficiencyOf(data, fourCitiesRoles + QStringLiteral("--model ddf --format csv"));
    EXPECT_THAT(text.output.toStdString(), HasSubstr("DDF (CRS, global): mean 0."));
    EXPECT_THAT(text.output.toStdString(), HasSubstr(" inefficient"));
    for (const QByteArray& line : text.output.split('\n')) {
        for (const QByteArray& cell : line.simplified().split(' ')) {
            EXPECT_LT(cell.size(), 15) << cell.toStdString();
            EXPECT_FALSE(cell.contains("e-")) << cell.toStdString();
        }
    }
    const auto longest = [](const QByteArray& output) {
        qsizetype most = 0;
        for (const QByteArray& cell : output.split(',')) {
            most = std::max(most, cell.size());
        }
        return most;
    };
    EXPECT_GT(longest(csv.output), 15);
}

TEST(CliEfficiencyOptions, MissingOrSharedRolesAreWrongUsage) {
    expectWrongUsage("--panel city,year --good y", "--inputs is missing", {});
    expectWrongUsage("--panel city,year --inputs k", "--good is missing", {});
    expectWrongUsage("--panel city,year --inputs k,k --good y", "“k” is given twice", {});
    expectWrongUsage("--panel city,year --inputs k,l --good k", "in --inputs and --good", {});
    expectWrongUsage("--panel city,year --inputs k --good y --productivity gml", "needs --bad", {});
    expectWrongUsage("--inputs k --good y --bad b --productivity gml", "needs --panel UNIT,PERIOD",
                     {});
    expectWrongUsage("--inputs k --good y --reference period", "needs --panel UNIT,PERIOD", {});
}

} // namespace
} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of citypanel-cli efficiency on a small panel.
#pragma once

#include "tests/cli/cli_process.h"

#include <gmock/gmock.h>

namespace citypanel::testing {

/// `--inputs x --good good ...` as one string, split at blanks.
inline CliRun efficiencyOf(const QString& file, const QString& options) {
    QStringList arguments{QStringLiteral("efficiency"), file};
    arguments += options.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return runCli(arguments);
}

inline const QByteArray fourCities =
    "city,year,k,l,y,b,region\n"
    "A,2011,2,4,3,1,east\nA,2012,2,3,4,1,east\nA,2013,3,3,5,1.5,east\n"
    "B,2011,4,2,3,2,east\nB,2012,4,2,4,2,east\nB,2013,5,2,5,2,east\n"
    "C,2011,6,6,3,4,west\nC,2012,6,5,4,3,west\nC,2013,5,5,4,3,west\n"
    "D,2011,3,5,2,2,west\nD,2012,3,4,2,2,west\nD,2013,3,4,3,2,west\n";
inline const QString fourCitiesRoles =
    QStringLiteral("--panel city,year --inputs k,l --good y --bad b ");

/// Four cities under these options are wrong usage, and the message says so much.
inline void expectWrongUsage(const char* options, const char* says,
                             const QString& roles = fourCitiesRoles) {
    const QTemporaryDir folder;
    const CliRun run =
        efficiencyOf(written(folder, "panel.csv", fourCities), roles + QLatin1String(options));
    EXPECT_EQ(run.status, 2) << options;
    EXPECT_TRUE(run.output.isEmpty()) << options;
    EXPECT_THAT(run.errors.toStdString(), ::testing::HasSubstr(says)) << options;
}

} // namespace citypanel::testing

// SPDX-License-Identifier: GPL-3.0-or-later
// Files of one name in several folders, and a file named twice.
#include "core/sheets/file_names.h"
#include "core/sheets/read_workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <string>
#include <vector>

namespace citypanel::sheets {
namespace {

TEST(FileNames, OfSeveralFoldersAreToldApart) {
    const auto named =
        withOwnNames({QStringLiteral("/d/2015/g.xlsx"), QStringLiteral("/d/h.csv"),
                      QStringLiteral("/d/2016/g.xlsx"), QStringLiteral("/e/2016/g.xlsx")});
    std::vector<std::string> names;
    for (const NamedPath& file : named) {
        names.push_back(file.name);
    }
    EXPECT_THAT(names, ::testing::ElementsAre("g (2015).xlsx", "h.csv", "g (2016).xlsx",
                                              "g (2016 2).xlsx"));
}

TEST(FileNames, OfOneFileStandOnce) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.close();
    const QString same = folder.filePath(QStringLiteral("./a.csv"));
    const QString absent = folder.filePath(QStringLiteral("b.csv"));
    EXPECT_EQ(eachFileOnce({file.fileName(), same, absent, absent}),
              QStringList({file.fileName(), absent, absent}));
}

} // namespace
} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Files damaged at random: every reader and the import end with a value or a Problem.
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

/// Bytes overwritten, and in every second file taken out and doubled too, at places drawn from the
/// generator. Overwriting alone keeps containers whole, so that the damage reaches what they hold.
QByteArray damaged(QByteArray bytes, std::mt19937& generator, bool keepsLength) {
    const auto drawn = [&](qsizetype below) {
        return static_cast<qsizetype>(generator() % static_cast<std::uint32_t>(below));
    };
    const int changes = 1 + static_cast<int>(generator() % 12);
    for (int i = 0; i < changes && bytes.size() > 16; ++i) {
        const qsizetype at = drawn(bytes.size());
        switch (keepsLength ? 3 : generator() % 4) {
        case 0:
            bytes.remove(at, 1 + drawn(200));
            break;
        case 1:
            bytes.insert(at, bytes.mid(drawn(bytes.size()), 1 + drawn(200)));
            break;
        case 2:
            bytes.truncate(std::max<qsizetype>(16, at));
            break;
        default:
            bytes[at] = static_cast<char>(generator() % 256);
            break;
        }
    }
    return bytes;
}

void readAndImport(const QByteArray& bytes, const std::string& name) {
    NoProgress progress;
    auto workbook = readWorkbook(bytes, name, progress);
    if (!workbook) {
        EXPECT_EQ(workbook.error().place.file, name);
        return;
    }
    std::vector<Workbook> workbooks;
    workbooks.push_back(*std::move(workbook));
    ImportPlan plan = withSureNames(detectPlan(workbooks));
    for (SheetImport& sheet : plan.sheets) {
        sheet.layout.givenPeriod = 2000;
    }
    static_cast<void>(readPanel(workbooks, plan, true, progress));
}

void damageAndRead(const QByteArray& bytes, const std::string& name, int times) {
    for (unsigned seed = 0; seed < static_cast<unsigned>(times); ++seed) {
        SCOPED_TRACE(name + ", seed " + std::to_string(seed));
        std::mt19937 generator(seed);
        readAndImport(damaged(bytes, generator, seed % 2 == 0), name);
    }
}

TEST(DamagedFiles, OfTextAndPagesEndWell) {
    damageAndRead("城市,年份,GDP(万元)\n北京市,2005,\"1,234\"\n天津市,2005,5\n石家庄市,2005,3①\n",
                  "a.csv", 3000);
    damageAndRead(
        "<html><body><div>t</div><table><tr><td rowspan=2>城市</td><td colspan=2>x</td></tr>"
        "<tr><td>全市</td><td>市辖区</td></tr><tr><td>&nbsp;北京市</td><td>1</td><td>2</td>"
        "</tr></table></body></html>",
        "a.xls", 3000);
    damageAndRead("city,2005,2006\nWuhan,1,2\nHefei,3,4\n,,\ndust (t),2005,2006\nWuhan,1,2\n",
                  "w.csv", 3000);
}

TEST(DamagedFiles, OfEveryFormatEndWell) {
    const auto folder = citypanel::testing::realData();
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "shared data absent: damaged workbooks";
    }
    for (const char* name : {"yearbook_cnki_xls/NOx and SO2.xls", "yearbook_cnki_xls/error.xls",
                             "yearbook_2024_xlsx/section2/2-6_地区生产总值.xlsx",
                             "dea_stata_journal/cabeff.dta", "dea_stata_journal/ex1result.dta"}) {
        const auto bytes = readFileBytes((folder / name).string());
        ASSERT_TRUE(bytes);
        damageAndRead(*bytes, name, 200);
    }
}

} // namespace
} // namespace citypanel::sheets

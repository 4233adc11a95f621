// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty files of nine sources joined at once, against the join made independently of them.
#include "core/panel/number_text.h"
#include "core/sheets/import.h"
#include "core/sheets/read_workbook.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {
namespace {

using citypanel::testing::realData;
using Cells = std::map<std::pair<std::string, std::string>, double>; ///< by city and year

std::vector<std::filesystem::path> sources() {
    std::vector<std::filesystem::path> files{
        realData() / "energy/Data.xlsx", realData() / "pm25/pm25.dta",
        realData() / "digital_finance/PKU_DFIIC_city.dta",
        realData() / "gpi_sheet_per_indicator/"
                     "2022.7.8_prefecturalGPI_component_and_measurement.xlsx"};
    for (const char* folder : {"yearbook_2006_2017_xlsx", "city_indicators_xlsx"}) {
        for (const auto& entry : std::filesystem::directory_iterator(realData() / folder)) {
            const std::string name = entry.path().filename().string();
            // Two files hold other sources of variables that are in these already.
            const bool isOther = name.find("产业结构") != std::string::npos ||
                                 name.find("碳排放清单") != std::string::npos;
            if (entry.path().extension() == ".xlsx" && !isOther) {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Panel joined() {
    NoProgress progress;
    std::vector<Workbook> workbooks;
    for (const auto& file : sources()) {
        workbooks.push_back(*readWorkbookFile(file.string(), progress));
    }
    return readPanel(workbooks, withSureNames(detectPlan(workbooks)), false, progress)->panel;
}

Cells cellsOf(const Panel& panel, const std::vector<std::string>& names) {
    Cells cells;
    for (const std::string& name : names) { // the same indicator was renamed between editions
        const Variable* variable = panel.find(name);
        for (std::size_t row = 0; variable != nullptr && row < panel.rowCount(); ++row) {
            if (!variable->isMissingAt(row)) {
                const auto unit = static_cast<std::size_t>(panel.unitCodes()[row]);
                cells.try_emplace({panel.unitLabels()[unit], std::to_string(panel.periods()[row])},
                                  variable->numbers()[row]);
            }
        }
    }
    return cells;
}

struct Pair {
    std::string theirs;
    std::vector<std::string> ours;
    /// Cities of the list whose cells of these years only ours has.
    std::vector<std::string> onlyOurs{};
    std::string first{};
    std::string last{};
};

/// Prefectures that became cities and got another code, by which pm25.dta of 2016 does not know
/// them and the other join did not find them.
std::vector<std::string> recodedCities() {
    return {"毕节市", "铜仁市", "海东市", "日喀则市", "昌都市",
            "林芝市", "山南市", "那曲市", "吐鲁番市", "哈密市"};
}

// fdi: 哈密, always followed by two zero-width blanks in the file, is no name to the other join.
const std::vector<Pair>& pairs() {
    static const std::vector<Pair> list{
        {"area_km2", {"行政区域土地面积"}},
        {"pop_10k", {"插值_常住人口"}},
        {"density", {"人口密度"}},
        {"gdp_100m", {"名义GDP"}},
        {"rgdp2000_100m", {"实际GDP"}},
        {"deflator2000", {"GDP平减指数"}},
        {"co2_t", {"碳排放量"}},
        {"pm25", {"pm"}, recodedCities(), "2006", "2016"},
        {"energy_10k_tce", {"ec_city"}},
        {"emp_10k", {"employment"}},
        {"wage", {"wage_average"}},
        {"gfcf_100m", {"capital_growth_gross_fixed_capital_formation"}},
        {"so2_t", {"cost_of_air_pollution_emission_of_sulfur_dioxide"}},
        {"it_emp_10k", {"信息传输_计算机服务和软件业_全市"}},
        {"unit_emp_10k",
         {"年末单位从业人员数_全市", "从业人员期末人数_全市", "城镇单位从业人员期末人数_全市"}},
        {"loans_10k", {"年末金融机构各项贷款余额"}},
        {"deposits_10k", {"年末金融机构存款余额"}},
        {"fdi_musd", {"外商直接投资"}, {"哈密市"}, "2006", "2018"},
        {"dfi", {"index_aggregate"}}};
    return list;
}

std::set<std::pair<std::string, std::string>> explained(const Pair& pair) {
    std::set<std::pair<std::string, std::string>> cells;
    for (const std::string& city : pair.onlyOurs) {
        for (int year = std::stoi(pair.first); year <= std::stoi(pair.last); ++year) {
            cells.insert({city, std::to_string(year)});
        }
    }
    return cells;
}

/// The list is of the 298 cities of its day: what ours has besides are no prefecture-level cities
/// (prefectures, leagues, districts, county level) or such as were dissolved (巢湖, 莱芜).
void expectNoCityBeyond(const Sheet& list, const Cells& ours, const std::string& variable) {
    std::set<std::string> listed;
    for (std::size_t row = 1; row < list.rowCount(); ++row) {
        listed.insert(list.textAt(row, 1));
    }
    const Gazetteer& gazetteer = chinaPrefectures();
    for (const auto& [key, value] : ours) {
        const auto& [city, year] = key;
        const bool isOfTheseYears = year >= "2006" && year <= "2018";
        if (!isOfTheseYears || listed.contains(city)) {
            continue;
        }
        const NameMatch match = gazetteer.match(city);
        const bool isPlace = match.kind == NameKind::Place;
        const bool isOtherwise = !isPlace || gazetteer.places()[match.place].lastYear != 0 ||
                                 gazetteer.places()[match.place].type != "地级市";
        EXPECT_TRUE(isOtherwise) << variable << ' ' << city << ' ' << year;
    }
}

TEST(RealFiles, JoinOfNineSourcesEqualsTheOneMadeIndependently) {
    if (!std::filesystem::exists(realData() / "integrated")) {
        GTEST_SKIP() << "shared data absent: integrated/joined_2006_2018.csv";
    }
    NoProgress progress;
    const Workbook reference =
        *readWorkbookFile((realData() / "integrated/joined_2006_2018.csv").string(), progress);
    const Sheet& sheet = reference.sheets[0]; // code, city, province, year, values
    ASSERT_EQ(sheet.rowCount(), 3875U);
    const Panel panel = joined();
    for (const Pair& pair : pairs()) {
        std::size_t column = 4;
        while (sheet.textAt(0, column) != pair.theirs) {
            ASSERT_LT(++column, sheet.columnCount());
        }
        const Cells ours = cellsOf(panel, pair.ours);
        std::size_t compared = 0;
        std::set<std::pair<std::string, std::string>> onlyOurs;
        for (std::size_t row = 1; row < sheet.rowCount(); ++row) {
            const auto mine = ours.find({sheet.textAt(row, 1), sheet.textAt(row, 3)});
            const auto theirs = parseNumber(sheet.textAt(row, column));
            if (!theirs) {
                if (mine != ours.end()) {
                    onlyOurs.insert(mine->first);
                }
                continue;
            }
            ASSERT_NE(mine, ours.end()) << pair.theirs << " row " << row;
            // The list is written with ten digits.
            EXPECT_LE(std::abs(mine->second - *theirs), 1e-9 * std::abs(*theirs))
                << pair.theirs << " row " << row;
            ++compared;
        }
        EXPECT_EQ(onlyOurs, explained(pair)) << pair.theirs;
        expectNoCityBeyond(sheet, ours, pair.theirs);
        EXPECT_GT(compared, 2200U) << pair.theirs;
    }
}

} // namespace
} // namespace citypanel::sheets

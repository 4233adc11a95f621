// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the two sheets with libxlsxwriter.
#include "resources/samples/sample_workbook.h"

#include "core/base/problem.h"

#include <xlsxwriter.h>

#include <cmath>
#include <memory>

namespace citypanel::samples {

namespace {

constexpr lxw_row_t headerRow = 2;
constexpr const char* title =
    "城市面板 2011-2022（模拟数据） City panel 2011-2022 (simulated data)";
constexpr const char* note = "各值均为随机模拟，非统计数据。Every value is drawn at random; none "
                             "is a statistic of the city.";

struct Number {
    const char* header;
    double CityYear::*value;
};

constexpr Number statistics[] = {
    {"地区生产总值 GDP (万元)", &CityYear::gdp},
    {"年末户籍人口 Population (万人)", &CityYear::population},
    {"行政区域土地面积 Area (平方公里)", &CityYear::area},
    {"一般公共预算支出 Public expenditure (万元)", &CityYear::expenditure},
    {"实际使用外资 Foreign investment used (万元)", &CityYear::foreignInvestment},
    {"金融机构存款余额 Deposits (万元)", &CityYear::deposits},
    {"金融机构贷款余额 Loans (万元)", &CityYear::loans},
};

constexpr Number indices[] = {
    {"减污降碳协同效率 Coor", &CityYear::coor}, {"新质生产力 Nqp", &CityYear::nqp},
    {"新质劳动者 Nql", &CityYear::nql},         {"新质劳动对象 Nqo", &CityYear::nqo},
    {"新质劳动资料 Nqm", &CityYear::nqm},
};

/// Two ways in which yearbooks leave a value out, by turns.
void writeMissing(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column) {
    if ((row + column) % 2 == 0) {
        worksheet_write_string(sheet, row, column, "...", nullptr);
    }
}

template <std::size_t count>
void writeNumbers(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t first,
                  const Number (&columns)[count], const CityYear& values) {
    for (const Number& column : columns) {
        const double value = values.*column.value;
        if (std::isnan(value)) {
            writeMissing(sheet, row, first);
        } else {
            worksheet_write_number(sheet, row, first, value, nullptr);
        }
        ++first;
    }
}

void writeTexts(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& texts) {
    lxw_col_t column = 0;
    for (const std::string& text : texts) {
        worksheet_write_string(sheet, row, column++, text.c_str(), nullptr);
    }
}

template <std::size_t count>
void writeHead(lxw_worksheet* sheet, std::vector<std::string> keys,
               const Number (&columns)[count]) {
    worksheet_write_string(sheet, 0, 0, title, nullptr);
    worksheet_write_string(sheet, 1, 0, note, nullptr);
    for (const Number& column : columns) {
        keys.emplace_back(column.header);
    }
    writeTexts(sheet, headerRow, keys);
    worksheet_freeze_panes(sheet, headerRow + 1, 2);
}

void writeStatistics(lxw_worksheet* sheet, const std::vector<City>& cities,
                     const std::vector<CityYear>& rows) {
    writeHead(sheet,
              {"城市 City", "年份 Year", "省份 Province", "省会或直辖市 Capital (1/0)",
               "资源型城市 Resource-based (1/0)"},
              statistics);
    lxw_row_t row = headerRow;
    for (const CityYear& values : rows) {
        const City& city = cities[values.city];
        ++row;
        worksheet_write_string(sheet, row, 0, city.name.c_str(), nullptr);
        worksheet_write_number(sheet, row, 1, values.year, nullptr);
        worksheet_write_string(sheet, row, 2, city.province.c_str(), nullptr);
        worksheet_write_number(sheet, row, 3, city.rank == CityRank::City ? 0 : 1, nullptr);
        worksheet_write_number(sheet, row, 4, city.isResourceBased ? 1 : 0, nullptr);
        writeNumbers(sheet, row, 5, statistics, values);
    }
}

void writeIndices(lxw_worksheet* sheet, const std::vector<City>& cities,
                  const std::vector<CityYear>& rows) {
    writeHead(sheet, {"城市 City", "年份 Year"}, indices);
    lxw_row_t row = headerRow;
    for (const CityYear& values : rows) {
        ++row;
        worksheet_write_string(sheet, row, 0, cities[values.city].name.c_str(), nullptr);
        worksheet_write_number(sheet, row, 1, values.year, nullptr);
        writeNumbers(sheet, row, 2, indices, values);
    }
}

} // namespace

Status writeWorkbook(const std::string& path, const std::vector<City>& cities,
                     const std::vector<CityYear>& rows) {
    lxw_workbook* workbook = workbook_new(path.c_str());
    lxw_doc_properties properties{};
    std::string documentTitle = title;
    properties.title = documentTitle.data();
    properties.created = 1704067200; // 1 January 2024, so that the bytes do not depend on the day
    workbook_set_properties(workbook, &properties);
    writeStatistics(workbook_add_worksheet(workbook, statisticsSheet), cities, rows);
    writeIndices(workbook_add_worksheet(workbook, indicesSheet), cities, rows);
    if (workbook_close(workbook) != LXW_NO_ERROR) {
        Problem problem{ProblemCode::FileUnwritable};
        problem.place.file = path;
        return problem;
    }
    return {};
}

} // namespace citypanel::samples

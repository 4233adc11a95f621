// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the files with libxlsxwriter, the table in GB18030 with iconv.
#include "resources/samples/sample_workbook.h"

#include "core/base/problem.h"

#include <xlsxwriter.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iconv.h>
#include <memory>
#include <span>

namespace citypanel::samples {

namespace {

constexpr const char* warning =
    "模拟数据：各值均为随机生成，非统计数据。Simulated data: every value is "
    "drawn at random; none is a statistic of the city.";

struct Number {
    const char* chinese;
    const char* english;
    const char* unit;
    double CityYear::*value;
};

constexpr Number peopleColumns[] = {
    {"年末户籍人口", "Registered population", "万人", &CityYear::population},
    {"行政区域土地面积", "Area of administrative region", "平方公里", &CityYear::area},
    {"年末就业人员", "Employed persons", "万人", &CityYear::employed},
    {"城镇单位从业人员", "Employees in units", "万人", &CityYear::unitEmployees},
    {"信息传输、计算机服务和软件业从业人员", "IT employees", "万人", &CityYear::itEmployees},
    {"在岗职工平均工资", "Average wage", "元", &CityYear::wage},
    {"普通高等学校在校学生", "Students in higher education", "人", &CityYear::students},
};

constexpr Number economyColumns[] = {
    {"地区生产总值", "Gross regional product", "万元", &CityYear::gdp},
    {"一般公共预算支出", "Public expenditure", "万元", &CityYear::expenditure},
    {"科学技术支出", "Expenditure on science", "万元", &CityYear::science},
    {"实际使用外资金额", "Foreign investment used", "万元", &CityYear::foreignInvestment},
    {"金融机构存款余额", "Deposits", "万元", &CityYear::deposits},
    {"金融机构贷款余额", "Loans", "万元", &CityYear::loans},
    {"固定资本形成总额", "Fixed capital formation", "万元", &CityYear::investment},
    {"固定资产投资价格指数", "Price index of investment", "上年=100", &CityYear::priceIndex},
    {"邮政业务收入", "Postal revenue", "万元", &CityYear::postal},
    {"电信业务收入", "Telecommunication revenue", "万元", &CityYear::telecom},
};

constexpr Number citiesColumns[] = {
    {"建成区绿化覆盖率", "Green coverage", "%", &CityYear::green},
    {"生活垃圾无害化处理率", "Harmless treatment of waste", "%", &CityYear::garbage},
    {"工业二氧化硫排放量", "Industrial SO2", "吨", &CityYear::sulphur},
    {"公共图书馆图书藏量", "Books in libraries", "千册", &CityYear::books},
    {"互联网宽带接入用户", "Broadband subscribers", "万户", &CityYear::broadband},
    {"移动电话年末用户", "Mobile subscribers", "万户", &CityYear::mobile},
    {"全社会用电量", "Electricity consumption", "万千瓦时", &CityYear::electricity},
    {"天然气供气总量", "Natural gas supply", "万立方米", &CityYear::gas},
    {"液化石油气供气总量", "LPG supply", "吨", &CityYear::lpg},
};

constexpr Number digitalColumns[] = {
    {"工业机器人密度", "", "", &CityYear::robots},
    {"人工智能企业数", "", "", &CityYear::aiFirms},
    {"数字普惠金融指数", "", "", &CityYear::digitalFinance},
    {"绿色发明专利申请量", "", "", &CityYear::greenApplications},
    {"绿色发明专利授权量", "", "", &CityYear::greenGrants},
};

Problem unwritable(const std::string& path) {
    return Problem{.code = ProblemCode::FileUnwritable, .place = {.file = path}};
}

/// "北京市" as "北 京 市": yearbooks set short names wide.
std::string spaced(const std::string& name) {
    std::string wide;
    for (std::size_t i = 0; i < name.size(); i += 3) {
        wide += (wide.empty() ? "" : " ") + name.substr(i, 3);
    }
    return wide;
}

/// "1,234,567": as text, the way retyped tables have it.
std::string grouped(double value) {
    std::string digits = std::to_string(static_cast<long long>(value));
    for (std::size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

void text(lxw_worksheet* sheet, lxw_row_t row, int column, const std::string& value) {
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), value.c_str(), nullptr);
}

/// A number, now and then as text, missing ones as a mark or blank by turns.
void writeNumber(lxw_worksheet* sheet, lxw_row_t row, int column, double value, bool mayBeText) {
    if (std::isnan(value)) {
        if ((row + static_cast<lxw_row_t>(column)) % 2 == 0) {
            text(sheet, row, column, "...");
        }
    } else if (mayBeText && value >= 1000 && value == std::floor(value)) {
        text(sheet, row, column, grouped(value));
    } else {
        worksheet_write_number(sheet, row, static_cast<lxw_col_t>(column), value, nullptr);
    }
}

class Book {
public:
    Book(std::string path, const std::string& title)
        : path_(std::move(path)), book_(workbook_new(path_.c_str())) {
        lxw_doc_properties properties{};
        std::string named = title;
        properties.title = named.data();
        properties.created = 1704067200; // 1 January 2024: the bytes do not depend on the day
        workbook_set_properties(book_, &properties);
    }

    lxw_worksheet* sheet(const std::string& name) {
        return workbook_add_worksheet(book_, name.c_str());
    }

    Status close() {
        return workbook_close(book_) == LXW_NO_ERROR ? Status{} : Status{unwritable(path_)};
    }

private:
    std::string path_;
    lxw_workbook* book_;
};

struct Page {
    const char* name;
    const char* title;
    std::span<const Number> columns;
};

/// One page of an edition: cities under the headings of their provinces.
void writePage(lxw_worksheet* sheet, const Page& page, int edition, const std::vector<City>& cities,
               const std::vector<CityYear>& rows) {
    text(sheet, 0, 0, std::string(page.name) + " " + page.title + "（模拟）");
    text(sheet, 1, 0, warning);
    text(sheet, 2, 0, "城市 City");
    int column = 0;
    for (const Number& number : page.columns) {
        text(sheet, 2, ++column,
             std::string(number.chinese) + "\n" + number.english + "\n(" + number.unit + ")");
    }
    lxw_row_t at = 2;
    std::string province;
    for (const CityYear& values : rows) {
        const City& city = cities[values.city];
        if (values.year != edition - 1) {
            continue;
        }
        if (city.province != province) {
            province = city.province;
            if (city.rank != CityRank::Municipality) {
                text(sheet, ++at, 0, province);
            }
        }
        ++at;
        const bool isSpaced = city.name.size() <= 9 && at % 3 == 0;
        text(sheet, at, 0, isSpaced ? spaced(city.name) : city.name);
        column = 0;
        for (const Number& number : page.columns) {
            ++column;
            writeNumber(sheet, at, column, values.*number.value,
                        (at + static_cast<lxw_row_t>(edition)) % 7 == 0);
        }
    }
    text(sheet, at + 1, 0, "注：本表数据均为模拟。Note: all data on this page are simulated.");
}

Status writeEdition(const std::string& folder, int edition, const std::vector<City>& cities,
                    const std::vector<CityYear>& rows) {
    const std::string number = std::to_string(edition);
    Book book(folder + "/yearbook_" + number + ".xlsx", "城市统计年鉴（模拟数据）" + number);
    for (const Page& page : {Page{"2-1", "人口、土地与就业", peopleColumns},
                             Page{"2-6", "经济、财政与金融", economyColumns},
                             Page{"2-22", "城市建设、环境与能源", citiesColumns}}) {
        writePage(book.sheet(page.name), page, edition, cities, rows);
    }
    return book.close();
}

/// One variable, a column a year.
void writeWide(lxw_worksheet* sheet, const std::string& title, double CityYear::*value,
               const std::vector<City>& cities, const std::vector<CityYear>& rows) {
    text(sheet, 0, 0, title + "（模拟数据 simulated data）");
    text(sheet, 1, 0, "城市");
    for (int t = 0; t < yearCount; ++t) {
        worksheet_write_number(sheet, 1, static_cast<lxw_col_t>(t + 1), firstYear + t, nullptr);
    }
    for (const CityYear& values : rows) {
        const auto row = static_cast<lxw_row_t>(values.city + 2);
        if (values.year == firstYear) {
            text(sheet, row, 0, cities[values.city].name);
        }
        writeNumber(sheet, row, values.year - firstYear + 1, values.*value, false);
    }
}

Status writeEnvironment(const std::string& folder, const std::vector<City>& cities,
                        const std::vector<CityYear>& rows) {
    Book book(folder + "/environment.xlsx", "环境（模拟数据）");
    writeWide(book.sheet("CO2"), "二氧化碳排放量(吨)", &CityYear::carbon, cities, rows);
    writeWide(book.sheet("PM2.5"), "PM2.5年均浓度(微克/立方米)", &CityYear::particles, cities,
              rows);
    return book.close();
}

std::string inGb18030(std::string utf8) {
    const auto close = [](void* converter) { iconv_close(static_cast<iconv_t>(converter)); };
    const std::unique_ptr<void, decltype(close)> converter(iconv_open("GB18030", "UTF-8"), close);
    std::string bytes(2 * utf8.size() + 4, '\0');
    char* from = utf8.data();
    char* to = bytes.data();
    std::size_t left = utf8.size();
    std::size_t room = bytes.size();
    iconv(static_cast<iconv_t>(converter.get()), &from, &left, &to, &room);
    bytes.resize(bytes.size() - room);
    return bytes;
}

Status writeDigital(const std::string& folder, const std::vector<City>& cities,
                    const std::vector<CityYear>& rows) {
    std::string table = "城市,年份";
    for (const Number& number : digitalColumns) {
        table += std::string(",") + number.chinese + "（模拟）";
    }
    table += "\r\n";
    for (const CityYear& values : rows) {
        table += cities[values.city].name + "," + std::to_string(values.year);
        for (const Number& number : digitalColumns) {
            char written[32];
            std::snprintf(written, sizeof written, ",%.10g", values.*number.value);
            table += written;
        }
        table += "\r\n";
    }
    const std::string path = folder + "/digital.csv";
    std::ofstream stream(path, std::ios::binary);
    stream << inGb18030(std::move(table));
    stream.close();
    return stream ? Status{} : Status{unwritable(path)};
}

} // namespace

Status writeWorkbooks(const std::string& folder, const std::vector<City>& cities,
                      const std::vector<CityYear>& rows) {
    for (int t = 0; t < yearCount; ++t) {
        CITYPANEL_TRY_STATUS(writeEdition(folder, firstYear + t + 1, cities, rows));
    }
    CITYPANEL_TRY_STATUS(writeEnvironment(folder, cities, rows));
    return writeDigital(folder, cities, rows);
}

} // namespace citypanel::samples

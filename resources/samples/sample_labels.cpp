// SPDX-License-Identifier: GPL-3.0-or-later
// What the sample's variables, groups and tables are called in either language.
#include "resources/samples/sample_project.h"

#include <array>

namespace citypanel::samples {

namespace {

struct Called {
    const char* key; ///< a variable, or the text that stands in tables
    const char* english;
    const char* chinese;
};

constexpr std::array called{
    // variables by name, and by the labels that the recipe gives them
    Called{"新质生产力", "New productive forces", "新质生产力"},
    Called{"新质劳动者", "New labourers", "新质劳动者"},
    Called{"新质劳动对象", "New objects of labour", "新质劳动对象"},
    Called{"新质劳动资料", "New means of labour", "新质劳动资料"},
    Called{"数字化水平", "Digital level", "数字化水平"},
    Called{"ln(人均地区生产总值)", "ln(GDP per capita)", "ln(人均地区生产总值)"},
    Called{"财政支出占比", "Fiscal expenditure share", "财政支出占比"},
    Called{"外资占比", "Foreign investment share", "外资占比"},
    Called{"存贷款占比", "Deposits and loans to GDP", "存贷款占比"},
    Called{"ln(人口密度)", "ln(population density)", "ln(人口密度)"},
    Called{"单位产值电耗", "Electricity intensity", "单位产值电耗"},
    Called{"单位产值能耗", "Energy intensity", "单位产值能耗"},
    Called{"ln(1+绿色发明申请)", "ln(1 + green applications)", "ln(1+绿色发明申请)"},
    Called{"ln(1+绿色发明授权)", "ln(1 + green grants)", "ln(1+绿色发明授权)"},
    Called{"数字普惠金融", "Digital inclusive finance", "数字普惠金融"},
    Called{"low_carbon", "Low-carbon pilot", "低碳试点"},
    Called{"省会及直辖市", "Capitals and municipalities", "省会及直辖市"},
    Called{"资源型城市", "Resource-based", "资源型城市"},
    // what the yearbooks hold, as the data appendix lists it
    Called{"population", "Population at year end (registered)", "年末户籍人口"},
    Called{"area", "Administrative area", "行政区域土地面积"},
    Called{"employed", "Employed persons", "年末就业人员"},
    Called{"unit_employees", "Employees of urban units", "城镇单位从业人员"},
    Called{"it_employees", "Employees in information services", "信息业从业人员"},
    Called{"wage", "Average wage of employees", "在岗职工平均工资"},
    Called{"students", "Students in higher education", "普通高等学校在校学生"},
    Called{"gdp", "Gross domestic product", "地区生产总值"},
    Called{"expenditure", "General public expenditure", "一般公共预算支出"},
    Called{"science", "Science and technology expenditure", "科学技术支出"},
    Called{"foreign_investment", "Foreign investment used", "实际使用外资金额"},
    Called{"deposits", "Deposits of financial institutions", "金融机构存款余额"},
    Called{"loans", "Loans of financial institutions", "金融机构贷款余额"},
    Called{"investment", "Gross fixed capital formation", "固定资本形成总额"},
    Called{"price_index", "Price index of investment (previous year = 100)",
           "固定资产投资价格指数（上年=100）"},
    Called{"postal", "Postal revenue", "邮政业务收入"},
    Called{"telecom", "Telecommunication revenue", "电信业务收入"},
    Called{"green", "Green coverage of built-up area", "建成区绿化覆盖率"},
    Called{"garbage", "Household waste treated", "生活垃圾无害化处理率"},
    Called{"sulphur", "Industrial sulphur dioxide emissions", "工业二氧化硫排放量"},
    Called{"books", "Books in public libraries", "公共图书馆图书藏量"},
    Called{"broadband", "Broadband subscribers", "互联网宽带接入用户"},
    Called{"mobile", "Mobile telephone subscribers", "移动电话年末用户"},
    Called{"electricity", "Electricity used", "全社会用电量"},
    Called{"gas", "Natural gas supplied", "天然气供气总量"},
    Called{"lpg", "Liquefied petroleum gas supplied", "液化石油气供气总量"},
    Called{"robots", "Industrial robots (density)", "工业机器人密度"},
    Called{"ai_firms", "Firms in artificial intelligence", "人工智能企业数"},
    Called{"digital_finance", "Digital inclusive finance index", "数字普惠金融指数"},
    Called{"green_applications", "Green invention patents, applied for", "绿色发明专利申请量"},
    Called{"green_grants", "Green invention patents, granted", "绿色发明专利授权量"},
    Called{"carbon", "Carbon dioxide emissions", "二氧化碳排放量"},
    Called{"particles", "PM2.5 concentration", "PM2.5浓度"},
    Called{"capital", "Capital stock", "资本存量"},
    Called{"energy", "Energy in standard coal", "能源消费量（标准煤）"},
    Called{"capital_city", "Capital or municipality", "省会及直辖市"},
    Called{"resource_based", "Resource-based city", "资源型城市"},
    Called{"kind", "Municipality or other", "是否直辖市"},
    Called{"digital", "Digital level (two groups)", "数字化水平分组"},
    // groupings and their levels
    Called{"rank", "Rank", "城市等级"},
    Called{"resource", "Resources", "资源禀赋"},
    Called{"typology", "Typology", "类型"},
    Called{"一般城市", "Other cities", "一般城市"},
    Called{"非资源型城市", "Not resource-based", "非资源型城市"},
    Called{"直辖市", "Municipalities", "直辖市"},
    Called{"其他城市", "other cities", "其他城市"},
    Called{"高数字化", "High digital level", "高数字化"},
    Called{"低数字化", "Low digital level", "低数字化"},
    Called{"双高型", "High–high", "双高型"},
    Called{"双低型", "Low–low", "双低型"},
    Called{"数字驱动型", "Digital-driven", "数字驱动型"},
    Called{"压力倒逼型", "Pressure-driven", "压力倒逼型"},
    // tables and columns
    Called{"描述性统计（模拟数据）", "Descriptive statistics (simulated data)",
           "描述性统计（模拟数据）"},
    Called{"基准回归（模拟数据）", "Baseline (simulated data)", "基准回归（模拟数据）"},
    Called{"作用机制（模拟数据）", "Mechanism (simulated data)", "作用机制（模拟数据）"},
    Called{"稳健性检验（模拟数据）", "Robustness (simulated data)", "稳健性检验（模拟数据）"},
    Called{"异质性分析（模拟数据）", "Heterogeneity (simulated data)", "异质性分析（模拟数据）"},
    Called{"调节效应（模拟数据）", "Moderation (simulated data)", "调节效应（模拟数据）"},
    Called{"设定曲线（模拟数据）", "Specification curve (simulated data)", "设定曲线（模拟数据）"},
    Called{"剔除直辖市", "Without municipalities", "剔除直辖市"},
    Called{"聚类到城市", "Clustered by city", "聚类到城市"},
    Called{"kind == \"其他城市\"", "kind == \"other cities\"", "kind == \"其他城市\""},
};

} // namespace

report::Labels sampleLabels() {
    report::Labels labels;
    for (const Called& name : called) {
        labels[name.key] = {.en = name.english, .zh = name.chinese};
    }
    return labels;
}

} // namespace citypanel::samples

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words for steps, their parameters and the values of these, in both languages.
#include "core/text/step_text.h"

#include <array>

namespace citypanel::text {

namespace {

struct NamedWord {
    std::string_view name;
    Bilingual word;
};

constexpr std::array titles{
    NamedWord{"filter", {"Choose rows", "筛选样本"}},
    NamedWord{"coverage", {"Drop thin units", "剔除缺失过多的单位"}},
    NamedWord{"interpolate", {"Fill gaps", "插补缺失值"}},
    NamedWord{"winsorise", {"Limit outliers", "缩尾处理"}},
    NamedWord{"calculate", {"Calculate a variable", "计算变量"}},
    NamedWord{"rename", {"Rename a variable", "变量改名"}},
    NamedWord{"drop", {"Drop variables", "删除变量"}},
    NamedWord{"standardise", {"Standardise", "标准化"}},
    NamedWord{"quantile_group", {"Group by quantiles", "按分位数分组"}},
    NamedWord{"list_group", {"Group by lists", "按名单分组"}},
    NamedWord{"crossing", {"Cross two groups", "交叉分组"}},
    NamedWord{"pilot", {"Mark pilot units", "标记试点单位"}},
    NamedWord{"correct", {"Correct a value", "更正数值"}},
    NamedWord{"capital_stock", {"Capital stock", "资本存量"}},
    NamedWord{"deflate", {"Deflate", "价格平减"}},
    NamedWord{"standard_coal", {"Standard coal", "折算标准煤"}},
    NamedWord{"efficiency", {"Efficiency (DEA)", "效率测算（DEA）"}},
    NamedWord{"predict", {"Predict from a model", "模型预测值"}},
};

constexpr std::array fieldLabels{
    NamedWord{"variables", {"Variables", "变量"}},
    NamedWord{"variable", {"Variable", "变量"}},
    NamedWord{"method", {"Gaps between known values", "中间缺失值的填法"}},
    NamedWord{"ends", {"Before the first and after the last value", "首尾缺失值的处理"}},
    NamedWord{"max_gap", {"Longest gap filled (0: any)", "最长可填间隔（0 为不限）"}},
    NamedWord{"lower", {"Lower limit, per cent", "下限（%）"}},
    NamedWord{"upper", {"Upper limit, per cent", "上限（%）"}},
    NamedWord{"sides", {"Tails", "处理哪一侧"}},
    NamedWord{"treatment", {"Values beyond the limits", "超限值的处理"}},
    NamedWord{"within", {"Calculated within", "计算范围"}},
    NamedWord{"quantile", {"Quantile rule", "分位数算法"}},
    NamedWord{"name", {"Name of the new variable", "新变量名"}},
    NamedWord{"expression", {"Expression", "表达式"}},
    NamedWord{"label", {"Label", "标签"}},
    NamedWord{"unit_of_measure", {"Unit of measure", "计量单位"}},
    NamedWord{"condition", {"Keep rows where", "保留满足条件的行"}},
    NamedWord{"drop_units", {"Leave out units", "剔除的单位"}},
    NamedWord{"drop_periods", {"Leave out periods", "剔除的年份"}},
    NamedWord{"from", {"From period", "起始年份"}},
    NamedWord{"to", {"To period", "结束年份"}},
    NamedWord{"share", {"Least share of periods with a value", "有值年份的最低比例"}},
    NamedWord{"scale", {"Scale", "标准化方法"}},
    NamedWord{"suffix", {"Suffix of the new names", "新变量名后缀"}},
    NamedWord{"groups", {"Number of groups", "组数"}},
    NamedWord{"ties", {"A value equal to a limit belongs to", "等于分界点的值归入"}},
    NamedWord{"labels", {"Names of the groups", "各组名称"}},
    NamedWord{"lists", {"Lists, one a line: name = a, b, c", "名单，每行一组：组名 = 甲, 乙, 丙"}},
    NamedWord{"remainder", {"Name of the others (empty: missing)", "其余归入（空为缺失）"}},
    NamedWord{"first", {"First group", "第一个分组"}},
    NamedWord{"second", {"Second group", "第二个分组"}},
    NamedWord{"starts", {"Starts, one a line: unit = year", "起始年份，每行一个：单位 = 年份"}},
    NamedWord{"unit", {"Unit", "单位（城市）"}},
    NamedWord{"period", {"Period", "年份"}},
    NamedWord{"value", {"Value (empty: missing)", "数值（空为缺失）"}},
    NamedWord{"reason", {"Reason", "理由"}},
    NamedWord{"investment", {"Investment", "投资额"}},
    NamedWord{"price_index", {"Price index", "价格指数"}},
    NamedWord{"index_base", {"Base of the index", "指数的基期"}},
    NamedWord{"base_period", {"Base period", "基期年份"}},
    NamedWord{"depreciation", {"Depreciation rate", "折旧率"}},
    NamedWord{"depreciation_column", {"Depreciation by row", "逐行折旧率变量"}},
    NamedWord{"initial", {"Initial stock", "初始存量"}},
    NamedWord{"initial_share",
              {"Share of investment in the initial stock", "初始投资占存量的比例"}},
    NamedWord{"growth", {"Growth of investment", "投资增长率的算法"}},
    NamedWord{"growth_periods", {"Periods of growth", "计算增长率的期数"}},
    NamedWord{"output", {"Output", "产出"}},
    NamedWord{"given_stock", {"Given initial stock", "给定的初始存量"}},
    NamedWord{"carriers",
              {"Energy, one a line: variable, unit, coefficient",
               "能源品种，每行一个：变量, 单位, 折标系数"}},
    NamedWord{"result_unit", {"Unit of the result", "结果单位"}},
    NamedWord{"missing_as_zero", {"Missing counts as zero", "缺失按零计"}},
    NamedWord{"inputs", {"Inputs", "投入"}},
    NamedWord{"good", {"Desirable outputs", "期望产出"}},
    NamedWord{"bad", {"Undesirable outputs", "非期望产出"}},
    NamedWord{"model", {"Model", "模型"}},
    NamedWord{"super", {"Super-efficiency", "超效率"}},
    NamedWord{"orientation", {"Orientation", "导向"}},
    NamedWord{"rts", {"Returns to scale", "规模报酬"}},
    NamedWord{"reference", {"Compared with", "参照集"}},
    NamedWord{"window", {"Periods of a window", "窗口期数"}},
    NamedWord{"group", {"Groups of the reference sets", "参照集的分组变量"}},
    NamedWord{"bad_as", {"Undesirable outputs stand as", "非期望产出作为"}},
    NamedWord{"disposability", {"Disposability of undesirable outputs", "非期望产出的可处置性"}},
    NamedWord{"direction", {"Direction", "方向向量"}},
    NamedWord{"unusable",
              {"Rows with negative values or without activity", "含负值或无投入产出的行"}},
    NamedWord{"slacks", {"Add the slacks", "同时加入松弛量"}},
    NamedWord{"formula", {"Model", "模型公式"}},
    NamedWord{"fitted", {"Fitted values as", "拟合值变量名"}},
    NamedWord{"residual", {"Residuals as", "残差变量名"}},
    NamedWord{"within_fitted", {"Fitted values within the effects as", "组内拟合值变量名"}},
    NamedWord{"effects", {"Fixed effects as", "固定效应变量名"}},
    NamedWord{"each_effect", {"Each effect by itself too", "同时加入各项固定效应"}},
    NamedWord{"weights", {"Weights", "权重"}},
    NamedWord{"where", {"Sample: rows where", "样本限于"}},
    NamedWord{"instrument_method", {"With instruments", "工具变量估计方法"}},
};

constexpr std::array optionLabels{
    NamedWord{"linear", {"linear", "线性"}},
    NamedWord{"geometric", {"constant growth rate", "等比增长"}},
    NamedWord{"spline", {"natural cubic spline", "自然三次样条"}},
    NamedWord{"mean", {"mean of the unit", "单位均值"}},
    NamedWord{"missing", {"left missing", "保持缺失"}},
    NamedWord{"nearest", {"nearest known value", "取最近的已知值"}},
    NamedWord{"trend", {"linear trend", "线性趋势外推"}},
    NamedWord{"growth", {"mean growth rate", "平均增长率外推"}},
    NamedWord{"both", {"both", "两侧"}},
    NamedWord{"lower", {"lower", "下侧"}},
    NamedWord{"upper", {"upper", "上侧"}},
    NamedWord{"clip", {"set to the limit (winsorise)", "替换为界限值（缩尾）"}},
    NamedWord{"trim", {"set missing (trim)", "设为缺失（截尾）"}},
    NamedWord{"pooled", {"all rows", "全样本"}},
    NamedWord{"period", {"each period", "逐年"}},
    NamedWord{"unit", {"each unit", "逐单位"}},
    NamedWord{"pctile", {"Stata _pctile", "Stata _pctile"}},
    NamedWord{"altdef", {"Stata altdef", "Stata altdef"}},
    NamedWord{"zscore", {"z-score", "Z 分数"}},
    NamedWord{"centre", {"centred", "去均值"}},
    NamedWord{"unit_range", {"0 to 1", "归一化到 0–1"}},
    NamedWord{"previous", {"previous period = 100", "上年 = 100"}},
    NamedWord{"fixed", {"fixed period = 100", "固定基期 = 100"}},
    NamedWord{"share_of_investment", {"investment / share", "投资额 ÷ 比例"}},
    NamedWord{"arithmetic", {"arithmetic mean", "算术平均"}},
    NamedWord{"given", {"given", "给定"}},
    NamedWord{"output", {"from output", "由产出推算"}},
    NamedWord{"harberger", {"Harberger (1978)", "Harberger (1978)"}},
    NamedWord{"hall_jones", {"Hall and Jones (1999)", "Hall 和 Jones (1999)"}},
    NamedWord{"reinsdorf_cover", {"Reinsdorf and Cover (2005)", "Reinsdorf 和 Cover (2005)"}},
    NamedWord{"tce", {"tonnes of coal equivalent", "吨标准煤"}},
    NamedWord{"1e4_tce", {"10,000 tonnes of coal equivalent", "万吨标准煤"}},
    NamedWord{"radial", {"radial (CCR, BCC)", "径向（CCR、BCC）"}},
    NamedWord{"sbm", {"slacks-based (SBM)", "基于松弛（SBM）"}},
    NamedWord{"ddf", {"directional distance (DDF)", "方向距离函数（DDF）"}},
    NamedWord{"nddf", {"non-radial directional (NDDF)", "非径向方向距离函数（NDDF）"}},
    NamedWord{"ebm", {"epsilon-based (EBM)", "混合距离（EBM）"}},
    NamedWord{"none", {"none", "无"}},
    NamedWord{"in", {"inputs", "投入导向"}},
    NamedWord{"out", {"outputs", "产出导向"}},
    NamedWord{"off", {"no", "否"}},
    NamedWord{"efficient", {"of efficient units", "仅有效单元"}},
    NamedWord{"every", {"of every unit", "全部单元"}},
    NamedWord{"crs", {"constant (CRS)", "不变（CRS）"}},
    NamedWord{"vrs", {"variable (VRS)", "可变（VRS）"}},
    NamedWord{"nirs", {"non-increasing (NIRS)", "非递增（NIRS）"}},
    NamedWord{"ndrs", {"non-decreasing (NDRS)", "非递减（NDRS）"}},
    NamedWord{"global", {"all rows (global)", "全局"}},
    NamedWord{"window", {"a window of periods", "窗口"}},
    NamedWord{"group", {"the same group", "同组"}},
    NamedWord{"input", {"inputs", "投入"}},
    NamedWord{"weak", {"weak", "弱"}},
    NamedWord{"strong", {"strong", "强"}},
    NamedWord{"kuosmanen", {"weak, Kuosmanen (2005)", "弱，Kuosmanen (2005)"}},
    NamedWord{"usual", {"the model's usual one", "模型惯用方向"}},
    NamedWord{"yb", {"outputs (y, -b)", "产出 (y, -b)"}},
    NamedWord{"xyb", {"all (-x, y, -b)", "全部 (-x, y, -b)"}},
    NamedWord{"ones", {"ones (1, 1, 1)", "单位向量 (1, 1, 1)"}},
    NamedWord{"range", {"range to the best values", "至最优值的距离"}},
    NamedWord{"refuse", {"refuse", "报错"}},
    NamedWord{"exclude", {"leave out", "剔除"}},
    NamedWord{"2sls", {"two-stage least squares", "两阶段最小二乘"}},
    NamedWord{"liml", {"limited information maximum likelihood", "有限信息最大似然（LIML）"}},
    NamedWord{"gmm2s", {"two-step GMM", "两步GMM"}},
};

template <std::size_t N>
std::string wordOf(const std::array<NamedWord, N>& words, std::string_view name,
                   Language language) {
    for (const NamedWord& entry : words) {
        if (entry.name == name) {
            return std::string(entry.word.in(language));
        }
    }
    return std::string(name);
}

} // namespace

std::string stepTitle(std::string_view stepId, Language language) {
    return wordOf(titles, stepId, language);
}

std::string fieldLabel(std::string_view field, Language language) {
    return wordOf(fieldLabels, field, language);
}

std::string optionLabel(std::string_view option, Language language) {
    return wordOf(optionLabels, option, language);
}

} // namespace citypanel::text

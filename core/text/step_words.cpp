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
    NamedWord{"index", {"Composite index", "综合指数"}},
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
    NamedWord{"indicators", {"Indicators", "指标"}},
    NamedWord{"normalisation", {"Indicators made comparable by", "标准化方法"}},
    NamedWord{"scope", {"One set of weights for", "权重计算范围"}},
    NamedWord{"stages", {"Stages", "赋权层次"}},
    NamedWord{"shift", {"Added to normalised values before the entropy", "熵值计算前的平移量"}},
    NamedWord{"shifted_score", {"The score is of values that are", "计算得分所用的值"}},
    NamedWord{"aggregation", {"Added up by", "合成方法"}},
    NamedWord{"conflict", {"Conflict of indicators (CRITIC)", "指标冲突性（CRITIC）"}},
    NamedWord{"variation_of", {"Coefficient of variation of", "变异系数的计算对象"}},
    NamedWord{"components", {"Methods combined", "参与组合的方法"}},
    NamedWord{"combination", {"Combined by", "组合方式"}},
    NamedWord{"judgements", {"Pairwise judgements (AHP)", "判断矩阵（AHP）"}},
    NamedWord{"weights",
              {"Given weights, one a line: name = weight", "给定权重，每行一个：名称 = 权重"}},
    NamedWord{"tuned", {"Weights were tuned by hand", "权重经人工调整"}},
    NamedWord{"sub_indices", {"Indices of the dimensions", "各维度分指数"}},
    NamedWord{
        "sub_names",
        {"Their names, one a line: dimension = name", "分指数变量名，每行一个：维度 = 变量名"}},
    NamedWord{"incomplete", {"Rows that lack an indicator", "缺少指标值的行"}},
    NamedWord{"dimension", {"Dimension", "维度"}},
    NamedWord{"note", {"Note", "备注"}},
    NamedWord{"low", {"Best value, or from", "最优值（或区间下限）"}},
    NamedWord{"high", {"Best up to", "区间上限"}},
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
    NamedWord{"entropy", {"entropy", "熵值法"}},
    NamedWord{"critic", {"CRITIC", "CRITIC 法"}},
    NamedWord{"cv", {"coefficient of variation", "变异系数法"}},
    NamedWord{"sd", {"standard deviation", "标准差法"}},
    NamedWord{"pca", {"principal components", "主成分分析"}},
    NamedWord{"equal", {"equal weights", "等权重"}},
    NamedWord{"ahp", {"analytic hierarchy (AHP)", "层次分析法（AHP）"}},
    NamedWord{"combined", {"combination", "组合赋权"}},
    NamedWord{"min_max", {"min-max", "极差标准化"}},
    NamedWord{"min_max_99", {"0.01 + 0.99 min-max", "0.01 + 0.99 × 极差标准化"}},
    NamedWord{"vector", {"vector norm", "向量标准化"}},
    NamedWord{"one_stage", {"all indicators at once", "全部指标一次赋权"}},
    NamedWord{"two_stage", {"within dimensions, then among them", "先维度内、后维度间"}},
    NamedWord{"weighted_sum", {"weighted sum", "加权求和"}},
    NamedWord{"topsis", {"TOPSIS", "TOPSIS"}},
    NamedWord{"topsis_vector", {"TOPSIS, vector norm", "TOPSIS（向量标准化）"}},
    NamedWord{"unshifted", {"without the shift", "不加平移量"}},
    NamedWord{"shifted", {"with the shift", "加平移量"}},
    NamedWord{"signed_correlation", {"1 - r", "1 - r"}},
    NamedWord{"absolute_correlation", {"1 - |r|", "1 - |r|"}},
    NamedWord{"normalised_values", {"normalised values", "标准化后的值"}},
    NamedWord{"raw_values", {"values as they are", "原始值"}},
    NamedWord{"product", {"product", "乘法"}},
    NamedWord{"geometric_mean", {"geometric mean", "几何平均"}},
    NamedWord{"game", {"game theory", "博弈论"}},
    NamedWord{"renormalised", {"weights divided by the dimension's", "维度内权重归一化"}},
    NamedWord{"as_they_are", {"weights as they are", "沿用原权重"}},
    NamedWord{"positive", {"positive", "正向"}},
    NamedWord{"negative", {"negative", "负向"}},
    NamedWord{"moderate", {"moderate: best at one value", "适度（最优值）"}},
    NamedWord{"interval", {"interval: best within limits", "区间型"}},
    NamedWord{"all", {"all others", "其他全部"}},
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

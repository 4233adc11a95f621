// SPDX-License-Identifier: GPL-3.0-or-later
// The words of tables and figures (translations/glossary.md fixes the terms).
#include "core/text/words.h"

namespace citypanel::text {

// NOLINTNEXTLINE(readability-function-size): a table of words
Bilingual wordPattern(study::Word word) {
    using study::Word;
    // A line a word where it fits.
    // clang-format off
    switch (word) {
    case Word::Own:
    case Word::Number:
    case Word::Decimal:
    case Word::List:
    case Word::Group:
    case Word::Product: return {"", ""};
    // Titles
    case Word::TitleDescriptives: return {"Descriptive statistics", "描述性统计"};
    case Word::TitleDescriptivesBy: return {"Descriptive statistics by {1}", "按{1}分组的描述性统计"};
    case Word::TitleCorrelations: return {"Correlation matrix", "相关系数矩阵"};
    case Word::TitleRegression: return {"Regression results: {1}", "回归结果：{1}"};
    case Word::TitleRegressions: return {"Regression results", "回归结果"};
    case Word::TitleCoefficient: return {"Coefficient of {1}", "{1}的估计系数"};
    case Word::TitleBaseline: return {"Baseline regression: {1}", "基准回归：{1}"};
    case Word::TitleMechanism: return {"Mechanisms of {1}", "{1}的作用机制"};
    case Word::TitleRobustness: return {"Robustness of the effect of {1}", "{1}影响的稳健性检验"};
    case Word::TitleHeterogeneity: return {"Effect of {1} on {2} by group", "{1}对{2}影响的异质性"};
    case Word::TitleGroupTests:
        return {"Tests that groups have equal coefficients of {1}", "{1}系数的组间差异检验"};
    case Word::TitleSingletons:
        return {"Rows alone in a level of the fixed effects", "固定效应层级内仅有的观测值"};
    case Word::TitleModeration: return {"Effect of {1} moderated by {2}", "{2}对{1}影响的调节作用"};
    case Word::TitleModerations: return {"Moderation of the effect of {1}", "{1}影响的调节效应"};
    case Word::TitleMargins: return {"Marginal effects of {1}", "{1}的边际效应"};
    case Word::TitleMarginalEffect: return {"Marginal effect of {1} over {2}", "{1}的边际效应随{2}的变化"};
    case Word::TitlePlacebo: return {"Placebo test: {1} dealt out at random", "安慰剂检验：随机分配{1}"};
    case Word::TitleMeans: return {"Mean of {1} by {2}", "各组{1}均值（按{2}分组）"};
    case Word::TitleDensity: return {"Density of {1} by {2}", "各组{1}的核密度（按{2}分组）"};
    case Word::TitleQuadrant: return {"Effect of {1} in four groups", "{1}影响的四象限分组"};
    case Word::TitleSpecifications:
        return {"Specification curve of the effect of {1}", "{1}影响的设定曲线"};
    case Word::TitleChoices: return {"Choices of each specification", "各设定所含的选择"};
    case Word::TitleSpecificationTests:
        return {"All specifications of the effect of {1}", "{1}影响的全部设定汇总"};
    case Word::TitleInflation: return {"Variance inflation factors", "方差膨胀因子"};
    case Word::TitleBinnedScatter:
        return {"{1} against {2}, other variables taken out",
                "{1}与{2}的分箱散点图（已剔除其他变量）"};
    // Headings
    case Word::Variable: return {"Variable", "变量"};
    case Word::Model: return {"Model", "模型"};
    case Word::CoefficientOf: return {"Coefficient of {1}", "{1}的系数"};
    case Word::NumberedModel: return {"({1}) {2}", "（{1}）{2}"};
    case Word::LevelOf: return {"{1}: {2}", "{1}：{2}"};
    case Word::Unit: return {"unit", "个体"};
    case Word::PeriodHeading: return {"period", "时期"};
    case Word::GroupHeading: return {"group", "组别"};
    case Word::SingletonRows: return {"rows", "观测值"};
    case Word::AllRows: return {"full sample", "全样本"};
    case Word::MeanOf: return {"mean of {1}", "{1}均值"};
    case Word::DensityAxis: return {"density", "密度"};
    case Word::SpecificationRank: return {"specification, by its estimate", "设定（按估计值排序）"};
    case Word::StandardisedCoefficient: return {"standardised coefficient of {1}", "{1}的标准化系数"};
    case Word::MarginalEffectOf: return {"marginal effect of {1}", "{1}的边际效应"};
    case Word::ResidualOf: return {"{1}, residual", "{1}（残差）"};
    case Word::InflationFactor: return {"VIF", "VIF"};
    case Word::InflationReciprocal: return {"1/VIF", "1/VIF"};
    case Word::Difference: return {"difference", "差异"};
    case Word::StandardErrorOf: return {"standard error", "标准误"};
    case Word::InteractionP: return {"p, interaction", "p值（交互项）"};
    case Word::SuestP: return {"p, suest", "p值（suest）"};
    case Word::PermutationP: return {"p, permutation", "p值（置换）"};
    case Word::HolmInteractionP: return {"p, interaction, Holm", "p值（交互项，Holm）"};
    case Word::HolmSuestP: return {"p, suest, Holm", "p值（suest，Holm）"};
    case Word::HolmPermutationP: return {"p, permutation, Holm", "p值（置换，Holm）"};
    case Word::Verdict: return {"at the 5% level", "5%水平"};
    case Word::VerdictDiffers: return {"different", "有差异"};
    case Word::VerdictSame: return {"not distinguishable", "无法区分"};
    case Word::VerdictMixed: return {"tests disagree", "检验结论不一"};
    case Word::VerdictUntested: return {"not tested", "未检验"};
    case Word::PairOf: return {"{1} − {2}", "{1} − {2}"};
    case Word::Value: return {"value", "数值"};
    // Descriptive statistics
    case Word::SampleSize: return {"N", "样本量"};
    case Word::Mean: return {"Mean", "均值"};
    case Word::StandardDeviation: return {"SD", "标准差"};
    case Word::Minimum: return {"Min", "最小值"};
    case Word::Percentile25: return {"P25", "25%分位数"};
    case Word::Median: return {"Median", "中位数"};
    case Word::Percentile75: return {"P75", "75%分位数"};
    case Word::Maximum: return {"Max", "最大值"};
    case Word::Missing: return {"Missing", "缺失值"};
    // Efficiency
    case Word::TitleScores: return {"{1} by {2}", "按{2}统计的{1}"};
    case Word::TitleRanking: return {"Ranking by {1}", "{1}排名"};
    case Word::TitlePotential:
        return {"Potential for improvement, per cent of own values",
                "改进潜力（占自身取值的百分比）"};
    case Word::TitleSlacks: return {"Slacks and projection: {1}", "松弛量与投影：{1}"};
    case Word::TitlePeers: return {"Peers of {1}", "{1}的参照单元"};
    case Word::TitleInfluence: return {"Rows that the frontier rests on", "支撑前沿面的观测"};
    case Word::TitleProductivity: return {"{1} by period", "逐期{1}"};
    case Word::TitleScoreDensity: return {"Kernel density of {1}", "{1}的核密度"};
    case Word::TitleFrontier: return {"Frontier: {1} from {2}", "前沿面：{2}与{1}"};
    case Word::TitleIsoquant: return {"Frontier: inputs for one unit of {1}", "前沿面：单位{1}的投入"};
    case Word::TitleComparison: return {"{1} against {2}", "{1}与{2}的比较"};
    case Word::TitleDifferences:
        return {"Units that {1} and {2} rank most differently", "{1}与{2}排名差异最大的单位"};
    case Word::Status: return {"status", "状态"};
    case Word::StatusEfficient: return {"efficient", "有效"};
    case Word::StatusWeaklyEfficient: return {"weakly efficient", "弱有效"};
    case Word::StatusInefficient: return {"inefficient", "非有效"};
    case Word::StatusSuperEfficient: return {"super-efficient", "超效率"};
    case Word::StatusInfeasible: return {"no feasible solution", "无可行解"};
    case Word::StatusExcluded: return {"left out", "已剔除"};
    case Word::SlackOf: return {"slack of {1}", "{1}的松弛量"};
    case Word::Rank: return {"Rank", "名次"};
    case Word::RankOf: return {"Rank by {1}", "按{1}的名次"};
    case Word::MeanScore: return {"Mean score", "平均得分"};
    case Word::Score: return {"Score", "得分"};
    case Word::EfficientCount: return {"Efficient", "有效数"};
    case Word::InfeasibleCount: return {"Infeasible", "无可行解数"};
    case Word::ScoreIn: return {"{1}", "{1}年"};
    case Word::RankDifference: return {"Difference", "名次差"};
    case Word::OwnValue: return {"Own value", "自身取值"};
    case Word::Slack: return {"Slack", "松弛量"};
    case Word::Projection: return {"Projection", "投影值"};
    case Word::PotentialPercent: return {"Potential, %", "改进潜力（%）"};
    case Word::Intensity: return {"λ", "λ"};
    case Word::TimesPeer: return {"Times a peer", "充当参照次数"};
    case Word::ShareOfInefficient: return {"Of inefficient, %", "占非有效单元（%）"};
    case Word::MeanWith: return {"Mean of others", "其余单元均值"};
    case Word::MeanWithout: return {"Mean without it", "剔除后均值"};
    case Word::IndexMalmquist: return {"Malmquist index", "Malmquist指数"};
    case Word::IndexGlobalMalmquist: return {"global Malmquist index", "全局Malmquist指数"};
    case Word::IndexMalmquistLuenberger:
        return {"Malmquist–Luenberger index", "Malmquist–Luenberger指数"};
    case Word::IndexGlobalMalmquistLuenberger:
        return {"global Malmquist–Luenberger index", "全局Malmquist–Luenberger指数"};
    case Word::IndexLuenberger: return {"Luenberger indicator", "Luenberger指标"};
    case Word::EfficiencyChange: return {"Efficiency change", "技术效率变化"};
    case Word::TechnicalChange: return {"Technical change", "技术进步"};
    case Word::PureEfficiencyChange: return {"Pure efficiency change", "纯技术效率变化"};
    case Word::ScaleEfficiencyChange: return {"Scale efficiency change", "规模效率变化"};
    case Word::CumulativeIndex: return {"Cumulative", "累积"};
    case Word::InfeasiblePairs: return {"Infeasible", "无可行解"};
    case Word::PerOutput: return {"{1} per {2}", "单位{2}的{1}"};
    case Word::FrontierLine: return {"frontier", "前沿面"};
    case Word::EfficientUnits: return {"on the frontier", "位于前沿面"};
    case Word::InefficientUnits: return {"behind the frontier", "位于前沿面之下"};
    case Word::EveryUnit: return {"units", "单元"};
    case Word::ProjectionOf: return {"from {1} to its projection", "{1}至其投影"};
    case Word::RoleInput: return {"input", "投入"};
    case Word::RoleGood: return {"desirable output", "期望产出"};
    case Word::RoleBad: return {"undesirable output", "非期望产出"};
    case Word::NotePotential:
        return {
            "by how much inputs and undesirable outputs could shrink, and desirable outputs grow, "
            "were every row on the frontier: the sum of changes over the sum of own values.",
            "假定全部观测位于前沿面上，投入与非期望产出可缩减、期望产出可增加的比例：变动之和除以自"
            "身取值之和。"};
    case Word::NoteRank:
        return {"ranked by the mean over the periods; equal means share a rank.",
                "按各期均值排名，均值相等者名次相同。"};
    case Word::NoteGeometric: return {"geometric means over the units.", "为各单位的几何平均。"};
    case Word::NoteArithmetic:
        return {"arithmetic means over the units; above 0 is a gain.",
                "为各单位的算术平均，大于0表示提高。"};
    case Word::NoteInfeasible:
        return {"{1} {1?value is|values are} infeasible and not in the means.",
                "{1} 个值无可行解，未计入均值。"};
    case Word::NoteExcludedRows:
        return {"{1} {1?row|rows} left out: missing or unusable values.",
                "{1} 个观测因缺失或不可用的取值而剔除。"};
    case Word::NoteDensity:
        return {"Gaussian kernel, bandwidth by Silverman’s rule: {1}; not corrected at bounds.",
                "高斯核，带宽按Silverman法则：{1}；边界未作修正。"};
    case Word::BandwidthOf: return {"{1} {2}", "{1} {2}"};
    case Word::NoteInfluence:
        return {"{1} of {2} {2?row spans|rows span} the frontier.", "{2} 个观测中有 {1} 个构成前沿面。"};
    case Word::NoteSlacksNotUnique:
        return {"other slacks give the same score: one solution of several is shown.",
                "同一得分对应多组松弛量，此处仅列其一。"};
    case Word::NoteSuperExpansion:
        return {"super-efficient: slacks are what the unit could give away and still be efficient.",
                "超效率：松弛量为该单元仍保持有效时可让出的部分。"};
    case Word::NoteWindowPeers:
        return {"window models average over windows and have no single peers.",
                "窗口模型取各窗口均值，没有唯一的参照单元。"};
    case Word::NoteRankCorrelation:
        return {"Spearman’s rank correlation {1}, Pearson’s {2}, {3} {3?row|rows} with both scores.",
                "Spearman秩相关系数 {1}，Pearson相关系数 {2}，两种得分均有的观测 {3} 个。"};
    // Rows of a regression table
    case Word::Observations: return {"Observations", "观测值"};
    case Word::Constant: return {"Constant", "常数项"};
    case Word::FixedEffect: return {"{1} fixed effects", "{1}固定效应"};
    case Word::UnitSlopes: return {"{1}-specific slopes of {2}", "{1}特定的{2}斜率"};
    case Word::Controls: return {"control variables", "控制变量"};
    case Word::DroppedFilter: return {"excluded by condition", "按条件剔除"};
    case Word::DroppedMissing: return {"excluded: missing values", "因缺失值剔除"};
    case Word::DroppedLag: return {"excluded: lags", "因滞后期剔除"};
    case Word::DroppedSingletons: return {"excluded: singletons", "单例观测值剔除"};
    case Word::DroppedWeight: return {"excluded: no weight", "因无权重剔除"};
    case Word::ClusterCount: return {"clusters ({1})", "聚类数（{1}）"};
    case Word::RSquared: return {"R²", "R²"};
    case Word::AdjustedRSquared: return {"adjusted R²", "调整后R²"};
    case Word::WithinRSquared: return {"within R²", "组内R²"};
    case Word::AdjustedWithinRSquared: return {"adjusted within R²", "调整后组内R²"};
    case Word::OverallRSquared: return {"R² with fixed effects", "含固定效应的R²"};
    case Word::Rmse: return {"root MSE", "均方根误差"};
    case Word::FStatistic: return {"F statistic", "F统计量"};
    case Word::ResidualDf: return {"residual degrees of freedom", "残差自由度"};
    case Word::OutcomeMean: return {"mean of dependent variable", "被解释变量均值"};
    case Word::Underidentification: return {"Kleibergen–Paap rk LM", "Kleibergen–Paap rk LM统计量"};
    case Word::WeakIdentification:
        return {"Kleibergen–Paap rk Wald F", "Kleibergen–Paap rk Wald F统计量"};
    case Word::AndersonLm: return {"Anderson LM", "Anderson LM统计量"};
    case Word::CraggDonaldF: return {"Cragg–Donald Wald F", "Cragg–Donald Wald F统计量"};
    case Word::Overidentification: return {"Hansen J", "Hansen J统计量"};
    case Word::Sargan: return {"Sargan", "Sargan统计量"};
    case Word::Endogeneity: return {"endogeneity (C statistic)", "内生性检验（C统计量）"};
    case Word::UnitEffectSd: return {"σ of the unit effect", "个体效应标准差σ(u)"};
    case Word::IdiosyncraticSd: return {"σ of the idiosyncratic error", "特异误差标准差σ(e)"};
    case Word::UnitEffectShare: return {"share of the unit effect (ρ)", "个体效应方差占比（ρ）"};
    case Word::HausmanTest: return {"Hausman χ², against fixed effects", "Hausman χ²（对固定效应）"};
    case Word::MundlakTest: return {"Hausman χ², robust (Mundlak)", "稳健Hausman χ²（Mundlak）"};
    case Word::IndirectEffect: return {"indirect effect (a × b)", "间接效应（a×b）"};
    case Word::SobelTest: return {"Sobel z", "Sobel z"};
    case Word::AroianTest: return {"Aroian z", "Aroian z"};
    case Word::GoodmanTest: return {"Goodman z", "Goodman z"};
    case Word::BootstrapIndirect: return {"indirect effect, bootstrap", "间接效应（自助法）"};
    case Word::BootstrapLow: return {"bootstrap interval, lower limit ({1})", "自助法区间下限（{1}）"};
    case Word::BootstrapHigh: return {"bootstrap interval, upper limit ({1})", "自助法区间上限（{1}）"};
    case Word::MediatedShare: return {"share mediated (a × b / c)", "中介效应占比（a×b/c）"};
    case Word::TotalEffect: return {"total effect", "总效应"};
    case Word::MediatorEquation: return {"to the mediator", "对中介变量"};
    case Word::DirectEffect: return {"with the mediator", "加入中介变量"};
    case Word::EqualInteraction: return {"equal {1}, interaction", "{1}系数相等（交互项）"};
    case Word::EqualSuest: return {"equal {1}, suest", "{1}系数相等（suest）"};
    case Word::EqualPermutation: return {"equal {1}, permutation", "{1}系数相等（置换）"};
    case Word::CheckFirstStage: return {"IV, first stage", "工具变量第一阶段"};
    case Word::CheckSecondStage: return {"IV, second stage", "工具变量第二阶段"};
    case Word::CheckRestricted: return {"only {1}", "仅保留{1}"};
    case Word::CheckEffects: return {"{1} effects", "{1}效应"};
    case Word::CheckBelowMedian: return {"{1} up to its median", "{1}不高于中位数"};
    case Word::CheckAboveMedian: return {"{1} above its median", "{1}高于中位数"};
    case Word::CheckOutcome: return {"other outcome", "替换被解释变量"};
    case Word::CheckRegressor: return {"other regressor", "替换核心解释变量"};
    case Word::CheckLag: return {"lagged {1} {1?period|periods}", "滞后{1}期"};
    case Word::CheckClustering: return {"other standard errors", "更换标准误"};
    case Word::CheckWinsorising: return {"winsorised at {1} and {2} per cent", "{1}%与{2}%缩尾"};
    case Word::CheckPeriods: return {"without {1}", "剔除{1}"};
    case Word::PlaceboReplications: return {"replications", "重复次数"};
    case Word::PlaceboMean: return {"mean of placebo estimates", "安慰剂估计均值"};
    case Word::PlaceboSd: return {"SD of placebo estimates", "安慰剂估计标准差"};
    case Word::PlaceboLow: return {"2.5th percentile", "2.5%分位数"};
    case Word::PlaceboHigh: return {"97.5th percentile", "97.5%分位数"};
    case Word::PlaceboActual: return {"actual estimate", "实际估计值"};
    case Word::PlaceboP: return {"permutation p-value", "置换p值"};
    case Word::PlaceboShare: return {"share of replications with p < 0.05", "p < 0.05的重复占比"};
    case Word::PlaceboFailed: return {"replications without an estimate", "无估计值的重复次数"};
    case Word::SpecificationCount: return {"specifications", "设定个数"};
    case Word::SpecificationFailed: return {"specifications not estimated", "未能估计的设定个数"};
    case Word::MedianEstimate: return {"median estimate", "估计值中位数"};
    case Word::SharePositive: return {"share positive", "为正的占比"};
    case Word::ShareSignificant:
        return {"share significant in the dominant direction", "主导方向上显著的占比"};
    case Word::StoufferZ: return {"Stouffer's Z of all specifications", "全部设定的Stouffer Z"};
    case Word::MedianTest: return {"joint test: median estimate", "联合检验：估计值中位数"};
    case Word::ShareTest: return {"joint test: share significant", "联合检验：显著占比"};
    case Word::StoufferTest: return {"joint test: Stouffer's Z", "联合检验：Stouffer Z"};
    case Word::ChoiceOutcome: return {"outcome: {1}", "被解释变量：{1}"};
    case Word::ChoiceRegressor: return {"regressor: {1}", "解释变量：{1}"};
    case Word::ChoiceControls: return {"control: {1}", "控制：{1}"};
    case Word::ChoiceEffects: return {"effects: {1}", "固定效应：{1}"};
    case Word::ChoiceErrors: return {"errors: {1}", "标准误：{1}"};
    case Word::ChoiceWinsorising: return {"winsorised: {1}", "缩尾：{1}"};
    case Word::ChoiceSample: return {"sample: {1}", "样本：{1}"};
    case Word::NoneChosen: return {"none", "无"};
    case Word::PerCent: return {"{1}%", "{1}%"};
    case Word::MainSpecification: return {"main specification", "基准设定"};
    // Standard errors
    case Word::ErrorsIid: return {"standard errors under homoskedasticity", "同方差假定下的标准误"};
    case Word::ErrorsHc1:
        return {"heteroskedasticity-robust standard errors (HC1)", "异方差稳健标准误（HC1）"};
    case Word::ErrorsHc2:
        return {"heteroskedasticity-robust standard errors (HC2)", "异方差稳健标准误（HC2）"};
    case Word::ErrorsHc3:
        return {"heteroskedasticity-robust standard errors (HC3)", "异方差稳健标准误（HC3）"};
    case Word::ErrorsClustered: return {"standard errors clustered by {1}", "聚类到{1}的稳健标准误"};
    case Word::ErrorsDriscollKraay:
        return {"Driscoll–Kraay standard errors ({1} {1?lag|lags}, T = {2})",
                "Driscoll–Kraay标准误（滞后{1}期，T = {2}）"};
    case Word::ErrorsNeweyWest:
        return {"Newey–West standard errors ({1} {1?lag|lags})", "Newey–West标准误（滞后{1}期）"};
    case Word::ClusterLevel: return {"{1}", "{1}层面"};
    case Word::ClusterWithCount: return {"{1} (G = {2})", "{1}层面（G = {2}）"};
    // Notes
    case Word::NoteColumn: return {"column {1}: {2}", "第{1}列：{2}"};
    case Word::NoteColumns: return {"columns {1}: {2}", "第{1}列：{2}"};
    case Word::NoteSmallSample:
        return {"degrees of freedom and small-sample corrections follow {1}.",
                "自由度与小样本修正同 {1}。"};
    case Word::NoteSample: return {"sample: rows with {1}.", "样本限于“{1}”的观测值。"};
    case Word::NoteDropped: return {"rows not used: {1}.", "未使用的观测值：{1}。"};
    case Word::CountWithReason: return {"{1} {2}", "{2} {1} 个"};
    case Word::NoteAbsorbed: return {"{1} is omitted: it is absorbed by {2}.", "{1} 被{2}吸收，未予估计。"};
    case Word::NoteCollinear:
        return {"{1} is omitted: it is collinear with {2}.", "{1} 与{2}完全共线，已略去。"};
    case Word::NoteConstantTerm:
        return {"{1} is omitted: it is constant in the sample.", "{1} 在样本内为常数，已略去。"};
    case Word::NoteZero: return {"{1} is omitted: it is zero in the sample.", "{1} 在样本内恒为零，已略去。"};
    case Word::NoteReference: return {"Reference level of {1}: {2}.", "{1}的参照组为{2}。"};
    case Word::NoteInstruments:
        return {"two-stage least squares; {1} instrumented by {2}.",
                "两阶段最小二乘估计，{1}的工具变量为{2}。"};
    case Word::NoteStockYogo:
        return {"in braces, the Stock–Yogo critical value for {1} maximal IV size.",
                "大括号内为Stock–Yogo弱工具变量检验{1}水平的临界值。"};
    case Word::NoteLiml:
        return {"limited information maximum likelihood (k = {3}); {1} instrumented by {2}.",
                "有限信息最大似然估计（k = {3}），{1}的工具变量为{2}。"};
    case Word::NoteGmm:
        return {"two-step efficient GMM; {1} instrumented by {2}.",
                "两步有效GMM估计，{1}的工具变量为{2}。"};
    case Word::NoteRandomEffects:
        return {"random effects by GLS (Swamy–Arora); tests use the normal distribution.",
                "随机效应GLS估计（Swamy–Arora），检验采用正态分布。"};
    case Word::NoteBetween:
        return {"between estimator: least squares on the units' means.",
                "组间估计：对各个体均值作最小二乘估计。"};
    case Word::NoteFirstDifference:
        return {"first differences from the unit's previous period, without a constant.",
                "一阶差分估计（同一个体上一时期），不含常数项。"};
    case Word::NoteHausmanUnreliable:
        return {"the covariance difference of the Hausman test is not positive definite; rely on "
                "its robust form.",
                "Hausman检验的协方差之差非正定，请以稳健形式为准。"};
    case Word::NoteWeights: return {"weighted by {1} ({2}).", "以 {1} 加权（{2}）。"};
    case Word::WeightsAnalytic: return {"analytic weights", "分析权重"};
    case Word::WeightsFrequency: return {"frequency weights", "频数权重"};
    case Word::WeightsProbability: return {"probability weights", "抽样权重"};
    case Word::NotePairwise:
        return {"Pearson correlations of the rows in which both variables are observed.",
                "Pearson相关系数，按两个变量均有观测的样本计算。"};
    case Word::NoteInterval: return {"lines are {1} confidence intervals.", "线段为{1}置信区间。"};
    case Word::NoteQuantiles:
        return {"quantiles average the two middle values at steps, as Stata does.",
                "分位数算法与Stata相同，落在阶跃处时取相邻两值的平均。"};
    case Word::NoteWithoutGroup:
        return {"{2} {2?row|rows} without {1} left out.", "{2} 个观测值缺少{1}，未计入。"};
    case Word::NoteCovarianceRepaired:
        return {"negative eigenvalues of the covariance matrix were set to zero.",
                "协方差矩阵的负特征值已置零。"};
    case Word::NoteTwoSteps:
        return {"two steps: what the mediator does to the outcome rests on theory, not on this "
                "table (Jiang 2022).",
                "两步法：中介变量对被解释变量的影响依据理论，不由本表检验（江艇，2022）。"};
    case Word::NoteThreeSteps:
        return {"three steps: a × b is the indirect effect only if the mediator is exogenous given "
                "the controls (Jiang 2022).",
                "三步法：仅当给定控制变量后中介变量外生时，a×b才是间接效应（江艇，2022）。"};
    case Word::NoteBootstrapUnits:
        return {"bootstrap by whole units, {1} {1?replication|replications}, seed {2}.",
                "按个体整体重抽样，{1}次，种子{2}。"};
    case Word::NoteFirstStage:
        return {"first stage: {1} on {2} and the exogenous regressors, on the rows of the second "
                "stage.",
                "第一阶段：{1}对{2}及外生变量回归，样本与第二阶段一致。"};
    case Word::NoteWinsorised:
        return {"{1} winsorised again at the {2} and {3} per cent quantiles.",
                "{1} 再按{2}%与{3}%分位数缩尾。"};
    case Word::NotePeriodsDropped: return {"{1} left out.", "剔除{1}。"};
    case Word::NotePlacebo:
        return {
            "{1} dealt out at random among the units of each period; {2} {2?replication|replications}, "
            "seed {3}.",
            "将{1}在各期内随机分配给个体；重复{2}次，种子{3}。"};
    case Word::NotePlaceboUnits:
        return {"whole histories of {1} dealt out at random among the units; {2} "
                "{2?replication|replications}, seed {3}.",
                "将{1}的完整序列随机分配给个体；重复{2}次，种子{3}。"};
    case Word::NoteGroupTests:
        return {"interaction: every regressor and effect interacted with the group; suest: stacked "
                "models; permutation: group labels of whole units permuted, {1} "
                "{1?replication|replications}, seed {2}.",
                "交互项：全部解释变量与固定效应均与组别交互；suest：联合估计；置换：按个体整体置换"
                "组别标签，{1}次，种子{2}。"};
    case Word::NoteRowPermutation:
        return {"{1} changes within units, so its labels are permuted by row.",
                "{1}在个体内随时间变化，组别标签按观测值置换。"};
    case Word::NoteHolm:
        return {"Holm's adjustment over the pairs of groups of a grouping.",
                "Holm校正针对同一分组下的各组对。"};
    case Word::NoteNoTest:
        return {"no test of equal coefficients could be made for {1}: nothing here says that its "
                "groups differ.",
                "未能对{1}作系数相等检验：不能据此认为各组存在差异。"};
    case Word::NotePairTest: return {"{1}: {2}, p {3} (interaction).", "{1}：{2}，p {3}（交互项）。"};
    case Word::NoteMargins: return {"effect of {1} where {2} has this value.", "{2}取该值时{1}的效应。"};
    case Word::NoteKernel:
        return {"Gaussian kernel, bandwidth by Silverman's rule.", "高斯核，带宽按Silverman法则。"};
    case Word::NoteBins:
        return {"{1} {1?bin|bins} with equally many rows; the line is the regression.",
                "{1}个等频分箱，直线为回归线。"};
    case Word::NoteSpecificationTest:
        return {"joint tests: {1} dealt out at random, the same deal in all specifications, {2} "
                "{2?replication|replications}, seed {3} (Simonsohn, Simmons and Nelson 2020).",
                "联合检验：随机分配{1}，各设定用同一次分配，{2}次，种子{3}（Simonsohn等，2020）。"};
    case Word::NoteStandardised:
        return {"coefficient × SD of the regressor / SD of the outcome.",
                "系数×解释变量标准差/被解释变量标准差。"};
    case Word::NoteInflation: return {"of the regressors in the model of {1}.", "针对以{1}为被解释变量的模型的解释变量。"};
    case Word::NoteQuadrant:
        return {"dots are units at their means of {1} and {2}.", "散点为各个体{1}与{2}的均值。"};
    case Word::NoteSingletonsOf:
        return {"{2} {2?row is|rows are} the only one of {1} in a level of the fixed effects and "
                "left out.",
                "{1}中有 {2} 个观测值在固定效应某一层级内仅此一个，已剔除。"};
    case Word::NoteNotEstimated: return {"this model could not be estimated.", "该模型无法估计。"};
    case Word::EqualTo: return {"= {1}", "= {1}"};
    case Word::BelowThousandth: return {"< 0.001", "< 0.001"};
    case Word::LagOf: return {"{1}, lagged {2} {2?period|periods}", "{1}（滞后{2}期）"};
    case Word::Moderator: return {"moderator", "调节变量"};
    case Word::ModeratorValue: return {"its value", "取值"};
    case Word::TitleSurface:
        return {"{1} predicted by {2} and {3}", "{2}与{3}交互作用下的{1}预测值"};
    case Word::PredictedShift:
        return {"predicted {1}, difference from the means", "{1}预测值（与均值处之差）"};
    case Word::NoteSurface:
        return {"difference of the predicted outcome from that at the means of {1} and {2}, other "
                "variables and fixed effects held; the interval of each cell is in the figure's "
                "data.",
                "各格为预测值与{1}和{2}均值处预测值之差，其他变量与固定效应不变；各格的置信区间见图的数据。"};
    case Word::Coefficient: return {"coefficient", "系数"};
    case Word::NoteIntervals:
        return {"lines, from thick to thin: {1} confidence intervals.",
                "线段由粗到细为{1}置信区间。"};
    case Word::NoteHollow:
        return {"hollow markers: not significant at the {1} level.", "空心标记在{1}水平上不显著。"};
    case Word::ShortErrorsIid: return {"homoskedastic", "同方差"};
    case Word::ShortErrorsRobust: return {"robust ({1})", "稳健（{1}）"};
    case Word::ShortErrorsClustered: return {"clustered by {1}", "聚类到{1}"};
    case Word::ShortErrorsLagged: return {"{1} ({2} {2?lag|lags})", "{1}（滞后{2}期）"};
    // Expressions
    case Word::BothHold: return {"{1} and {2}", "{1}且{2}"};
    case Word::EitherHolds: return {"{1} or {2}", "{1}或{2}"};
    case Word::DoesNotHold: return {"not {1}", "非{1}"};
    case Word::IsEqual: return {"{1} = {2}", "{1} = {2}"};
    case Word::IsUnequal: return {"{1} ≠ {2}", "{1} ≠ {2}"};
    case Word::IsLess: return {"{1} < {2}", "{1} < {2}"};
    case Word::IsAtMost: return {"{1} ≤ {2}", "{1} ≤ {2}"};
    case Word::IsMore: return {"{1} > {2}", "{1} > {2}"};
    case Word::IsAtLeast: return {"{1} ≥ {2}", "{1} ≥ {2}"};
    case Word::IsOneOf: return {"{1} in {2}", "{1}为{2}"};
    case Word::IsNoneOf: return {"{1} other than {2}", "{1}不为{2}"};
    case Word::Sum: return {"{1} + {2}", "{1} + {2}"};
    case Word::Minus: return {"{1} − {2}", "{1} − {2}"};
    case Word::Times: return {"{1} × {2}", "{1} × {2}"};
    case Word::DividedBy: return {"{1} / {2}", "{1} / {2}"};
    case Word::Remainder: return {"{1} mod {2}", "{1} mod {2}"};
    case Word::ToThePower: return {"{1}^{2}", "{1}^{2}"};
    case Word::Negative: return {"−{1}", "−{1}"};
    case Word::InParentheses: return {"({1})", "({1})"};
    case Word::MedianOf: return {"median of {1}", "{1}的中位数"};
    case Word::IsMissing: return {"{1} missing", "{1}缺失"};
    case Word::FunctionOf: return {"{1}({2})", "{1}({2})"};
    case Word::Arguments: return {"{1}, {2}", "{1}, {2}"};
    }
    // clang-format on
    return {"", ""};
}

} // namespace citypanel::text

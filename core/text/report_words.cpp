// SPDX-License-Identifier: GPL-3.0-or-later
// The words of reports (translations/glossary.md fixes the terms).
#include "core/text/report_words.h"

namespace citypanel::text {

// NOLINTNEXTLINE(readability-function-size): a table of words
Bilingual reportWordPattern(ReportWord word) {
    switch (word) {
    case ReportWord::Methods:
        return {"Data and methods", "数据与方法"};
    case ReportWord::Results:
        return {"Results", "结果"};
    case ReportWord::DataAppendix:
        return {"Data appendix", "数据附录"};
    case ReportWord::SourcesHeading:
        return {"Sources", "数据来源"};
    case ReportWord::StepsHeading:
        return {"Preparation, step by step", "处理步骤"};
    case ReportWord::VariablesHeading:
        return {"Variables", "变量"};
    case ReportWord::BalancedPanel:
        return {"The data are a balanced panel of {1} over {2}, {3} to {4} ({5} "
                "{5?observation|observations}).",
                "本文数据为{1}{2}（{3}—{4} 年）的平衡面板，共 {5} 个观测值。"};
    case ReportWord::UnbalancedPanel:
        return {"The data are an unbalanced panel of {1} over {2}, {3} to {4} ({5} "
                "{5?observation|observations}).",
                "本文数据为{1}{2}（{3}—{4} 年）的非平衡面板，共 {5} 个观测值。"};
    case ReportWord::CrossSection:
        return {"The data are a cross-section of {1} {1?observation|observations}.",
                "本文数据为截面数据，共 {1} 个观测值。"};
    case ReportWord::Cities:
        return {"{1} {1?city|cities}", " {1} 个城市"};
    case ReportWord::Provinces:
        return {"{1} {1?province|provinces}", " {1} 个省份"};
    case ReportWord::Counties:
        return {"{1} {1?county|counties}", " {1} 个县域"};
    case ReportWord::Units:
        return {"{1} {1?unit|units}", " {1} 个单位"};
    case ReportWord::Years:
        return {"{1} {1?year|years}", " {1} 年"};
    case ReportWord::Periods:
        return {"{1} {1?period|periods}", " {1} 个时期"};
    case ReportWord::SourcesInAll:
        return {"They were read from {1} {1?file|files}.", "数据读自 {1} 个文件。"};
    case ReportWord::SourcesListed:
        return {"They were read from {1} {1?file|files}, which the data appendix lists.",
                "数据读自 {1} 个文件，清单见数据附录。"};
    case ReportWord::Sources:
        return {"They were read from {1}.", "数据读自 {1}。"};
    case ReportWord::Preparation:
        return {"The data were prepared in {1} {1?step|steps}.", "数据经 {1} 步处理。"};
    case ReportWord::StepAndChange:
        return {"{1} ({2}).", "{1}（{2}）。"};
    case ReportWord::Formula:
        return {"{1} = {2}.", "{1} = {2}。"};
    case ReportWord::Indicator:
        return {"{1} is 1 where {2}, otherwise 0.", "{1}在“{2}”时取 1，否则取 0。"};
    case ReportWord::SourceTable:
        return {"Files read", "数据文件"};
    case ReportWord::File:
        return {"File", "文件"};
    case ReportWord::Bytes:
        return {"Bytes", "字节数"};
    case ReportWord::Hash:
        return {"SHA-256", "SHA-256"};
    case ReportWord::VariableName:
        return {"Name", "变量名"};
    case ReportWord::NumberedStep:
        return {"{1}. {2}. {3} Result: {4}.", "{1}. {2}：{3}结果：{4}。"};
    case ReportWord::RowsRead:
        return {"Read: {1} {1?row|rows} of units, {2} {2?value|values}; {3} {3?cell was|cells "
                "were} empty or marked as missing.",
                "读入 {1} 行、{2} 个数值；{3} 个单元格为空或标记为缺失。"};
    case ReportWord::NoSteps:
        return {"The data are used as read.", "数据按读入原样使用。"};
    case ReportWord::Models:
        return {"{1} reports {2} {2?model|models} of {3}, estimated by {4}",
                "{1}报告了 {3} 的 {2} 个模型，采用{4}估计"};
    case ReportWord::WithEffects:
        return {" with {1}", "，控制{1}"};
    case ReportWord::WithErrors:
        return {"; inference uses {1}", "，采用{1}"};
    case ReportWord::DroppedRows:
        return {"Rows not used: {1}.", "未使用的观测值：{1}。"};
    case ReportWord::LeastSquares:
        return {"ordinary least squares", "普通最小二乘法"};
    case ReportWord::TwoStage:
        return {"two-stage least squares", "两阶段最小二乘法"};
    case ReportWord::ValuesByOrigin:
        return {"Where the values of each variable come from", "各变量取值的来源"};
    case ReportWord::Values:
        return {"Values", "有值"};
    case ReportWord::Listings:
        return {"Supplementary tables", "附表"};
    case ReportWord::LowGroup:
        return {"Low: {1}", "低：{1}"};
    case ReportWord::HighGroup:
        return {"High: {1}", "高：{1}"};
    }
    return {"", ""};
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// The words of choices and states.
#include "core/text/names.h"

#include "core/study/efficiency_tables.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>
#include <vector>

namespace citypanel::text {

Bilingual nameIn(ExclusionReason reason) {
    switch (reason) {
    case ExclusionReason::None:
        return {"in the sample", "在样本中"};
    case ExclusionReason::Filter:
        return {"left out by a condition", "按条件剔除"};
    case ExclusionReason::Missing:
        return {"missing value", "存在缺失值"};
    case ExclusionReason::Lag:
        return {"lag or lead outside the data", "滞后或前置期超出数据范围"};
    case ExclusionReason::Singleton:
        return {"singleton: alone in its fixed effect", "单例观测值：固定效应组内仅此一个"};
    case ExclusionReason::Weight:
        return {"weight is zero or missing", "权重为零或缺失"};
    }
    return {"", ""};
}

Bilingual nameIn(DropReason reason) {
    switch (reason) {
    case DropReason::AbsorbedByEffects:
        return {"absorbed by the fixed effects", "被固定效应吸收"};
    case DropReason::Collinear:
        return {"collinear", "完全共线"};
    case DropReason::Constant:
        return {"constant", "常数"};
    case DropReason::Zero:
        return {"zero in every row", "各行均为零"};
    }
    return {"", ""};
}

Bilingual nameIn(CovarianceKind kind) {
    switch (kind) {
    case CovarianceKind::Iid:
        return {"homoskedastic", "同方差"};
    case CovarianceKind::Hc1:
        return {"robust (HC1)", "异方差稳健（HC1）"};
    case CovarianceKind::Hc2:
        return {"robust (HC2)", "异方差稳健（HC2）"};
    case CovarianceKind::Hc3:
        return {"robust (HC3)", "异方差稳健（HC3）"};
    case CovarianceKind::Cluster:
        return {"cluster-robust", "聚类稳健"};
    case CovarianceKind::DriscollKraay:
        return {"Driscoll–Kraay", "Driscoll–Kraay"};
    case CovarianceKind::NeweyWest:
        return {"Newey–West", "Newey–West"};
    }
    return {"", ""};
}

Bilingual nameIn(SmallSample convention) {
    switch (convention) {
    case SmallSample::Reghdfe:
        return {"Stata reghdfe", "Stata reghdfe"};
    case SmallSample::Fixest:
        return {"R fixest", "R fixest"};
    case SmallSample::Xtreg:
        return {"Stata xtreg, fe", "Stata xtreg, fe"};
    case SmallSample::Areg:
        return {"Stata areg", "Stata areg"};
    case SmallSample::Xtscc:
        return {"Stata xtscc", "Stata xtscc"};
    }
    return {"", ""};
}

Bilingual nameIn(WeightKind kind) {
    switch (kind) {
    case WeightKind::Analytic:
        return wordPattern(study::Word::WeightsAnalytic);
    case WeightKind::Frequency:
        return wordPattern(study::Word::WeightsFrequency);
    case WeightKind::Probability:
        return wordPattern(study::Word::WeightsProbability);
    }
    return {"", ""};
}

Bilingual nameIn(VariableType type) {
    switch (type) {
    case VariableType::Numeric:
        return {"number", "数值"};
    case VariableType::Text:
        return {"text", "文本"};
    case VariableType::Category:
        return {"category", "分类"};
    case VariableType::Flag:
        return {"0/1", "0/1虚拟变量"};
    }
    return {"", ""};
}

Bilingual nameIn(OriginKind kind) {
    switch (kind) {
    case OriginKind::Unknown:
        return {"origin not recorded", "来源未记录"};
    case OriginKind::Observed:
        return {"read from a file", "读自文件"};
    case OriginKind::Interpolated:
        return {"gap filled", "插补"};
    case OriginKind::Clipped:
        return {"winsorised", "缩尾处理"};
    case OriginKind::Computed:
        return {"calculated", "计算得到"};
    case OriginKind::Corrected:
        return {"corrected by hand", "人工更正"};
    case OriginKind::Joined:
        return {"chosen among sources", "多来源取值"};
    }
    return {"", ""};
}

Bilingual nameIn(frontier::EfficiencyStatus status) {
    return wordPattern(study::statusWord(status));
}

Bilingual nameIn(frontier::ProductivityIndex index) {
    return wordPattern(study::indexWord(index));
}

Bilingual nameIn(recipe::StepState state) {
    switch (state) {
    case recipe::StepState::Done:
        return {"done", "已完成"};
    case recipe::StepState::Disabled:
        return {"switched off", "已停用"};
    case recipe::StepState::Failed:
        return {"failed", "出错"};
    case recipe::StepState::Waiting:
        return {"waiting for an earlier step", "等待前面的步骤"};
    }
    return {"", ""};
}

Bilingual nameIn(study::StatisticRow row) {
    using study::StatisticRow;
    using study::Word;
    switch (row) {
    case StatisticRow::Nobs:
        return wordPattern(Word::Observations);
    case StatisticRow::DroppedRows:
        return {"rows left out", "剔除的观测值"};
    case StatisticRow::Clusters:
        return {"number of clusters", "聚类数"};
    case StatisticRow::RSquared:
        return wordPattern(Word::RSquared);
    case StatisticRow::AdjRSquared:
        return wordPattern(Word::AdjustedRSquared);
    case StatisticRow::WithinRSquared:
        return wordPattern(Word::WithinRSquared);
    case StatisticRow::AdjWithinRSquared:
        return wordPattern(Word::AdjustedWithinRSquared);
    case StatisticRow::Rmse:
        return wordPattern(Word::Rmse);
    case StatisticRow::FStatistic:
        return wordPattern(Word::FStatistic);
    case StatisticRow::MeanOutcome:
        return wordPattern(Word::OutcomeMean);
    case StatisticRow::InstrumentTests:
        return {"tests of instruments", "工具变量检验"};
    }
    return {"", ""};
}

Bilingual nameIn(study::SummaryStatistic statistic) {
    return wordPattern(study::headingOf(statistic));
}

std::string describe(const CovarianceSpec& spec, Language language) {
    const Bilingual kind = nameIn(spec.kind);
    if (spec.kind == CovarianceKind::Cluster) {
        std::vector<std::string> clusters;
        for (const std::string& cluster : spec.clusters) {
            const study::Phrase level =
                study::phrase(study::Word::ClusterLevel,
                              {study::Phrase{.word = study::Word::Group, .own = cluster}});
            clusters.push_back(say(level, language));
        }
        return filledInOrder(wordPattern(study::Word::ErrorsClustered), language,
                             {listed(clusters, language)});
    }
    static constexpr Bilingual pattern{"{1} standard errors<< ({2} {2?lag|lags})>>",
                                       "{1}标准误<<（滞后{2}期）>>"};
    return filledInOrder(
        pattern, language,
        {std::string(kind.in(language)), spec.lags ? std::to_string(*spec.lags) : std::string()});
}

namespace {

/// The field's short name of a measure: CCR and BCC by the returns, a side where there is one.
std::string shortName(const frontier::EfficiencyModel& model) {
    using frontier::Measure;
    std::string name;
    switch (model.measure) {
    case Measure::Radial:
        name = model.technology.returns == frontier::ReturnsToScale::Constant   ? "CCR"
               : model.technology.returns == frontier::ReturnsToScale::Variable ? "BCC"
                                                                                : "Radial";
        break;
    case Measure::Sbm:
        name = "SBM";
        break;
    case Measure::Directional:
        return "DDF";
    case Measure::NonRadialDirectional:
        return "NDDF";
    case Measure::Ebm:
        name = "EBM";
        break;
    }
    return name + (model.orientation == frontier::Orientation::In    ? "-I"
                   : model.orientation == frontier::Orientation::Out ? "-O"
                                                                     : "");
}

Bilingual nameIn(frontier::Reference reference) {
    switch (reference) {
    case frontier::Reference::Global:
        return {"global", "全局"};
    case frontier::Reference::Period:
        return {"by period", "当期"};
    case frontier::Reference::Window:
        return {"window", "窗口"};
    case frontier::Reference::Group:
        return {"by group", "分组"};
    }
    return {"", ""};
}

} // namespace

std::string describe(const frontier::EfficiencyModel& model, Language language) {
    std::string returns(nameOf(model.technology.returns));
    for (char& c : returns) {
        c = static_cast<char>(c - 'a' + 'A');
    }
    const bool isSuper = model.super != frontier::SuperEfficiency::Off;
    static constexpr Bilingual plain{"{1} ({2}, {3})", "{1}（{2}，{3}）"};
    static constexpr Bilingual super{"Super-{1} ({2}, {3})", "超效率{1}（{2}，{3}）"};
    return filledInOrder(
        isSuper ? super : plain, language,
        {shortName(model), returns, std::string(nameIn(model.reference).in(language))});
}

std::string describe(const recipe::StepReport& report, Language language) {
    recipe::VariableChange total;
    for (const recipe::VariableChange& change : report.variables) {
        total.filled += change.filled;
        total.clipped += change.clipped;
        total.dropped += change.dropped;
        total.computed += change.computed;
        total.corrected += change.corrected;
        total.missing += change.missing;
    }
    std::vector<std::string> parts;
    const auto part = [&](std::size_t count, const Bilingual& pattern) {
        if (count > 0) {
            parts.push_back(
                filledInOrder(pattern, language, {wholeNumber(static_cast<double>(count))}));
        }
    };
    part(total.computed, {"{1} {1?value|values} calculated", "计算 {1} 个值"});
    part(total.corrected, {"{1} {1?value|values} corrected", "更正 {1} 个值"});
    part(total.filled, {"{1} {1?gap|gaps} filled", "插补 {1} 个缺失值"});
    part(total.clipped, {"{1} {1?value|values} winsorised", "缩尾 {1} 个值"});
    part(total.dropped, {"{1} {1?value|values} set missing", "{1} 个值设为缺失"});
    part(total.missing, {"{1} {1?result|results} missing", "{1} 个结果缺失"});
    part(report.rowsBefore - std::min(report.rowsBefore, report.rowsAfter),
         {"{1} {1?row|rows} removed", "剔除 {1} 行"});
    if (parts.empty()) {
        static constexpr Bilingual nothing{"nothing changed", "没有改动"};
        return std::string(nothing.in(language));
    }
    std::string result;
    for (const std::string& said : parts) {
        result += (result.empty() ? "" : language == Language::English ? ", " : "，") + said;
    }
    return result;
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a comparison of groups, and their words.
#include "core/text/comparison_tables.h"

#include "core/study/labels.h"
#include "core/study/regression_table.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace citypanel::text {

namespace {

using namespace study;

Bilingual wordOf(GroupTestMethod method) {
    switch (method) {
    case GroupTestMethod::Chow:
        return {"Chow test by interaction", "Chow检验（交互项）"};
    case GroupTestMethod::Suest:
        return {"Seemingly unrelated estimation", "似无相关检验（suest）"};
    case GroupTestMethod::Permutation:
        return {"Fisher's permutation test", "费舍尔组合检验"};
    }
    return {"", ""};
}

Bilingual noteOf(GroupTestMethod method) {
    switch (method) {
    case GroupTestMethod::Chow:
        return {
            "Chow: one model of both groups in which every regressor and fixed effect is "
            "interacted with the group; t of each difference, F of all at once (without fixed "
            "effects with the shift of the constant).",
            "Chow检验：将两组合并为一个模型，全部解释变量和固定效应均与组别交互；各系数差为t检验，"
            "全部系数为F检验（无固定效应时含常数项之差）。"};
    case GroupTestMethod::Suest:
        return {"Suest: chi-squared from the joint robust covariance of both models, with "
                "G/(G − 1) as the only small-sample factor.",
                "suest：基于两组模型联合稳健协方差的卡方检验，小样本修正仅为 G/(G − 1)。"};
    case GroupTestMethod::Permutation:
        return {
            "Permutation: {count} random relabellings of {what}, seed {seed}; two-sided p = "
            "(1 + count of |d*| ≥ |d|) / (1 + replications).",
            "组合检验：对{what}随机重新分组{count}次，随机种子{seed}；双侧p值 = (1 + |d*| ≥ |d| "
            "的次数) / (1 + 抽样次数)。"};
    }
    return {"", ""};
}

constexpr Bilingual exactNote{
    "Permutation: all {count} relabellings of {what}; the p-value is exact and two-sided.",
    "组合检验：穷举对{what}的全部{count}种分组，双侧精确p值。"};
constexpr Bilingual failedNote{
    "{count} {count?relabelling|relabellings} left out: a coefficient is "
    "not identified in one of the groups.",
    "有{count}次分组因某组系数无法识别而未计入。"};
constexpr Bilingual holmNote{
    "Holm's adjustment over the {count} pairs of groups, for each test and coefficient.",
    "Holm校正针对{count}对组间比较，按检验和系数分别进行。"};
constexpr Bilingual testsTitle{"Tests of equal coefficients by {by}", "按{by}分组的系数差异检验"};
constexpr Bilingual modelsTitle{"Regression results by {by}", "按{by}分组的回归结果"};
constexpr Bilingual unitsWord{"whole units", "个体（整体）"};
constexpr Bilingual rowsWord{"single rows", "单个观测值"};

Cell measure(double value) {
    return isMissing(value) ? Cell() : Cell(Number{value, NumberRole::Measure});
}

/// Degrees of freedom of t or chi-squared as they are, of F as "2, 73".
Cell degreesOfFreedom(const GroupTest& test) {
    if (isMissing(test.df)) {
        return std::monostate();
    }
    if (isMissing(test.dfDenominator)) {
        return Number{test.df, NumberRole::Count};
    }
    return own(std::to_string(static_cast<long long>(test.df)) + ", " +
               std::to_string(static_cast<long long>(test.dfDenominator)));
}

class TestsTable {
public:
    TestsTable(const GroupComparison& comparison, const CompareOptions& options, const Panel& panel,
               Language language)
        : comparison_(comparison)
        , options_(options)
        , panel_(panel)
        , language_(language)
        , isAdjusted_(comparison.groups.size() > 2) {}

    Table build() {
        table_.key = "group_tests";
        table_.title = say(testsTitle, {{"by", by()}});
        table_.rowHeading = phrase(Word::Variable);
        column("difference", {"Difference", "系数差"});
        column("std_error", {"SE", "标准误"});
        column("statistic", {"Statistic", "统计量"});
        column("df", {"df", "自由度"});
        column("p_value", {"p-value", "p值"});
        if (isAdjusted_) {
            column("p_value_holm", {"p-value (Holm)", "p值（Holm）"});
        }
        for (const GroupTest& test : comparison_.tests) {
            heading(test);
            row(test);
        }
        notes();
        return std::move(table_);
    }

private:
    void column(const char* key, const Bilingual& title) {
        table_.columns.push_back({.key = key, .title = say(title, {})});
    }

    static std::string keyOf(const GroupTest& test) {
        return std::string(nameOf(test.method)) + ":" + test.groups[1] + "-" + test.groups[0];
    }

    void heading(const GroupTest& test) {
        if (heading_ == keyOf(test)) {
            return;
        }
        heading_ = keyOf(test);
        table_.rows.push_back({.role = RowRole::Heading,
                               .key = heading_,
                               .label = own(std::string(wordOf(test.method).in(language_)) + ": " +
                                            test.groups[1] + " − " + test.groups[0])});
    }

    void row(const GroupTest& test) {
        Row row{.role = RowRole::Summary,
                .key = heading_ + "/" + test.term,
                .label = test.term.empty() ? say({"All coefficients", "全部系数"}, {})
                                           : variablePhrase(panel_, test.term),
                .cells = {measure(test.difference), measure(test.stdError), measure(test.statistic),
                          degreesOfFreedom(test), measure(test.pValue)}};
        if (isAdjusted_) {
            row.cells.push_back(measure(test.adjustedPValue));
        }
        table_.rows.push_back(std::move(row));
    }

    void notes() {
        for (const GroupTest& test : comparison_.tests) {
            if (test.method != GroupTestMethod::Permutation) {
                once(NoteKind::Other, say(noteOf(test.method), {}));
            }
        }
        for (const GroupTest& test : comparison_.tests) {
            if (test.method == GroupTestMethod::Permutation) {
                permutationNotes(test);
            }
        }
        const std::size_t groups = comparison_.groups.size();
        if (isAdjusted_) {
            const std::string pairs = std::to_string(groups * (groups - 1) / 2);
            once(NoteKind::Other, say(holmNote, {{"count", pairs}}));
        }
        if (comparison_.droppedWithoutGroup > 0) {
            once(NoteKind::Sample,
                 phrase(Word::NoteWithoutGroup, {groupPhrase(panel_, comparison_.by),
                                                 number(comparison_.droppedWithoutGroup)}));
        }
    }

    /// Pairs may be permuted by chance or exhaustively; each way is said once.
    void permutationNotes(const GroupTest& test) {
        const Bilingual& what = options_.scheme == PermutationScheme::Unit ? unitsWord : rowsWord;
        const Bilingual pattern = test.isExact ? exactNote : noteOf(test.method);
        once(NoteKind::Other, say(pattern, {{"count", std::to_string(test.reps + test.failedReps)},
                                            {"what", std::string(what.in(language_))},
                                            {"seed", std::to_string(test.seed)}}));
        if (test.failedReps > 0) {
            once(NoteKind::Other, say(failedNote, {{"count", std::to_string(test.failedReps)}}));
        }
    }

    void once(NoteKind kind, Phrase text) {
        const bool isSaid = std::any_of(table_.notes.begin(), table_.notes.end(),
                                        [&text](const Note& note) { return note.text == text; });
        if (!isSaid) {
            table_.notes.push_back({kind, std::move(text), {}});
        }
    }

    [[nodiscard]] Phrase say(const Bilingual& pattern, const Arguments& arguments) const {
        return own(filled(pattern, language_, arguments));
    }

    [[nodiscard]] std::string by() const {
        return text::say(groupPhrase(panel_, comparison_.by), language_);
    }

    const GroupComparison& comparison_;
    const CompareOptions& options_;
    const Panel& panel_;
    Language language_;
    bool isAdjusted_;
    std::string heading_;
    Table table_;
};

} // namespace

Table groupModelsTable(const GroupComparison& comparison, const RegressionColumn& specification,
                       const Panel& panel, Language language) {
    RegressionStudy study;
    std::vector<EstimatedModel> models;
    const Result<ModelFormula> formula = parseModelFormula(specification.formula.text);
    const Result<CovarianceSpec> vcov = parseCovariance(specification.vcov);
    for (const GroupFit& group : comparison.groups) {
        EstimatedModel& model = models.emplace_back();
        model.specification = specification;
        model.formula = formula ? *formula : ModelFormula{};
        model.vcov = vcov ? *vcov : CovarianceSpec{};
        model.fit = std::make_shared<const Fit>(group.fit);
    }
    Table table = regressionTable(study, models, panel);
    const std::string by = say(groupPhrase(panel, comparison.by), language);
    for (std::size_t i = 0; i < comparison.groups.size(); ++i) {
        table.columns[i].group = own(by + " = " + comparison.groups[i].level);
    }
    table.key = "groups";
    table.title = own(filled(modelsTitle, language, {{"by", by}}));
    return table;
}

Table groupTestsTable(const GroupComparison& comparison, const CompareOptions& options,
                      const Panel& panel, Language language) {
    return TestsTable(comparison, options, panel, language).build();
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Studies in Stata: regress, reghdfe, ivreghdfe and their kin; tables by esttab.
#include "core/estimate/covariance.h"
#include "core/estimate/model_formula.h"
#include "core/panel/number_text.h"
#include "core/text/expression_code.h"
#include "core/text/model_commands.h"
#include "core/text/step_code.h"
#include "core/text/study_code_writers.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace citypanel::text {

namespace {

std::string stata(std::string_view column) {
    return codeName(column, CodeLanguage::Stata);
}

/// The variable that holds the groups of a column: Stata absorbs and clusters by numbers alone, so
/// the preamble codes columns of text.
std::string groupVariable(const Panel& panel, std::string_view name) {
    const Variable* column = panel.find(name);
    return column != nullptr && !column->isNumeric() ? stata(std::string(name) + "_code")
                                                     : stata(name);
}

/// Words of "province^year".
std::vector<std::string> partsOf(std::string_view product) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t hat = product.find('^');
        parts.emplace_back(product.substr(0, hat));
        if (hat == std::string_view::npos) {
            return parts;
        }
        product.remove_prefix(hat + 1);
    }
}

std::string_view weightWord(WeightKind kind) {
    switch (kind) {
    case WeightKind::Analytic:
        return "aweight";
    case WeightKind::Frequency:
        return "fweight";
    case WeightKind::Probability:
        break;
    }
    return "pweight";
}

/// One model: variables that its terms need, then the command.
class StataModel {
public:
    StataModel(const study::RegressionColumn& column, const ModelFormula& formula,
               const StudyTask& task)
        : column_(column), formula_(formula), panel_(task.panel), style_(task.style) {
        if (const auto spec = parseCovariance(column.vcov)) {
            spec_ = *spec;
        }
    }

    std::string print(const std::string& name) {
        const std::string outcome = differenced(outcomeName());
        const std::string x = terms(formula_.regressors);
        const std::string instrumented =
            formula_.hasInstruments()
                ? " (" + terms(formula_.endogenous) + " = " + terms(formula_.instruments) + ")"
                : std::string();
        const std::string variables = outcome + (x.empty() ? x : " " + x) + instrumented;
        const std::string rows = weights() + condition();
        std::string command = commandOn(variables, rows);
        std::string drop = dropped_.empty() ? dropped_ : "drop" + dropped_ + "\n";
        return remark_ + code_ + "eststo " + name + ": " + command + "\n" + drop;
    }

    /// Patterns of the coefficients of effects, which no table shows.
    [[nodiscard]] const std::vector<std::string>& dummies() const { return dummies_; }

private:
    std::string outcomeName() {
        const std::string_view plain = formula_.outcome.plainVariable();
        return plain.empty() ? made(formula_.outcomeName, formula_.outcome.text()) : stata(plain);
    }

    /// A variable of an expression's values, named after its text.
    std::string made(const std::string& name, std::string_view expression) {
        std::string tidy;
        for (const char c : name) {
            const bool isWord = std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                                (static_cast<unsigned char>(c) & 0x80U) != 0;
            if (isWord || (!tidy.empty() && tidy.back() != '_')) {
                tidy += isWord ? c : '_';
            }
        }
        const std::string variable = stata("m_" + tidy);
        const std::string values = run(expression).value;
        code_ +=
            "capture drop " + variable + "\ngenerate double " + variable + " = " + values + "\n";
        cleanUp();
        return variable;
    }

    ExpressionCode run(std::string_view expression) {
        ExpressionCode code = expressionCode(expression, panel_.keys(), CodeLanguage::Stata);
        for (const std::string& line : code.before) {
            code_ += line + "\n";
        }
        for (const std::string& variable : code.temporary) {
            temporary_ += " " + variable;
        }
        return code;
    }

    /// Temporary variables go once what they are for is there.
    void cleanUp() {
        if (!temporary_.empty()) {
            code_ += "drop" + temporary_ + "\n";
            temporary_.clear();
        }
    }

    std::string part(const TermPart& part, const Term& term) {
        if (part.kind == TermPart::Kind::Levels) {
            return levels(part, term);
        }
        const bool isAlone = term.parts.size() == 1;
        const std::string_view plain = part.expression.plainVariable();
        const std::string variable =
            plain.empty()
                ? made(isAlone ? term.name : part.expression.text(), part.expression.text())
                : stata(plain);
        return isAlone ? variable : "c." + variable;
    }

    std::string levels(const TermPart& part, const Term& term) {
        const Variable* column = panel_.find(part.text);
        const bool isText = column != nullptr && !column->isNumeric();
        const std::optional<std::string> reference = writtenReference(panel_, term, part);
        // Products of factors span all cells in Stata by themselves.
        const bool isProduct =
            std::count_if(term.parts.begin(), term.parts.end(), [](const TermPart& other) {
                return other.kind == TermPart::Kind::Levels;
            }) > 1;
        std::string base = part.keepsAllLevels && !reference && !isProduct ? "ibn." : "i.";
        if (reference && isText) { // the code behind the label
            const std::string local = "base" + std::to_string(++bases_);
            code_ += "local " + local + " = \"" + *reference +
                     "\":" + groupVariable(panel_, part.text) + "\n";
            base = "ib`" + local + "'.";
        } else if (reference) {
            base = "ib" + *reference + ".";
        }
        return base + groupVariable(panel_, part.text);
    }

    std::string terms(const std::vector<Term>& terms) {
        std::vector<std::string> words;
        for (const Term& term : terms) {
            if (isDifferenced()) {
                words.push_back(difference(term));
                continue;
            }
            std::vector<std::string> parts;
            for (const TermPart& p : term.parts) {
                parts.push_back(part(p, term));
            }
            words.push_back(joinedBy("#", parts));
        }
        return joinedBy(" ", words);
    }

    [[nodiscard]] bool isDifferenced() const {
        return column_.estimator == Estimator::FirstDifference;
    }

    [[nodiscard]] std::string differenced(const std::string& variable) const {
        return isDifferenced() ? "D." + variable : variable;
    }

    /// A term in first differences; a product is made first.
    std::string difference(const Term& term) {
        if (term.parts.size() == 1) {
            return differenced(part(term.parts.front(), term));
        }
        std::vector<std::string> factors;
        for (const TermPart& p : term.parts) {
            factors.push_back("(" + p.expression.text() + ")");
        }
        return differenced(made(term.name, joinedBy("*", factors)));
    }

    std::string weights() {
        if (column_.weights.empty()) {
            return {};
        }
        const auto parsed = parseExpression(column_.weights.text);
        const bool isPlain = parsed && !parsed->plainVariable().empty();
        const std::string variable =
            isPlain ? stata(parsed->plainVariable()) : made("weights", column_.weights.text);
        return " [" + std::string(weightWord(column_.weightKind)) + " = " + variable + "]";
    }

    std::string condition() {
        if (column_.where.empty()) {
            return {};
        }
        const ExpressionCode code = run(column_.where.text);
        dropped_ = temporary_;
        temporary_.clear();
        return " if " + (code.isTrue.empty() ? code.value : code.isTrue);
    }

    /// Differences have taken the unit's own effect out.
    [[nodiscard]] bool isAbsorbed(const EffectTerm& effect) const {
        return !isDifferenced() || effect.name != panel_.keys().unit;
    }

    [[nodiscard]] std::string absorbed() const {
        std::vector<std::string> words;
        for (const EffectTerm& effect : formula_.effects) {
            if (!isAbsorbed(effect)) {
                continue;
            }
            std::vector<std::string> groups;
            for (const std::string& variable : effect.variables) {
                groups.push_back(groupVariable(panel_, variable));
            }
            std::string word = joinedBy("#", groups);
            for (const Expression& slope : effect.slopes) {
                word += (effect.hasLevels ? "##c." : "#c.") +
                        std::string(slope.plainVariable().empty() ? std::string_view(slope.text())
                                                                  : slope.plainVariable());
            }
            words.push_back(std::move(word));
        }
        return joinedBy(" ", words);
    }

    /// Cluster variables; a combination is made by egen.
    std::string clusters() {
        std::vector<std::string> words;
        for (const std::string& cluster : spec_.clusters) {
            const std::vector<std::string> parts = partsOf(cluster);
            if (parts.size() == 1) {
                words.push_back(groupVariable(panel_, cluster));
                continue;
            }
            std::vector<std::string> variables;
            for (const std::string& name : parts) {
                variables.push_back(stata(name));
            }
            const std::string made = stata("m_" + joinedBy("_", parts));
            code_ += "capture drop " + made + "\negen long " + made + " = group(" +
                     joinedBy(" ", variables) + ")\n";
            words.push_back(made);
        }
        return joinedBy(" ", words);
    }

    [[nodiscard]] std::string lags(int more) const {
        return spec_.lags ? std::to_string(*spec_.lags + more) : std::string("auto");
    }

    std::string vce() {
        switch (spec_.kind) {
        case CovarianceKind::Iid:
            return "";
        case CovarianceKind::Hc1:
            return "vce(robust)";
        case CovarianceKind::Hc2:
            return "vce(hc2)";
        case CovarianceKind::Hc3:
            return "vce(hc3)";
        case CovarianceKind::Cluster:
            return "vce(cluster " + clusters() + ")";
        case CovarianceKind::DriscollKraay:
        case CovarianceKind::NeweyWest:
            break;
        }
        return "";
    }

    [[nodiscard]] bool isTimeDependent() const {
        return spec_.kind == CovarianceKind::DriscollKraay ||
               spec_.kind == CovarianceKind::NeweyWest;
    }

    /// The options of ivreg2 and ivreghdfe. A bandwidth is the number of lags plus one.
    std::string ivErrors() {
        switch (spec_.kind) {
        case CovarianceKind::Iid:
            return "small";
        case CovarianceKind::Cluster:
            return "cluster(" + clusters() + ") small";
        case CovarianceKind::DriscollKraay:
            return "dkraay(" + lags(1) + ") small";
        case CovarianceKind::NeweyWest:
            return "robust bw(" + lags(1) + ") kernel(bartlett) small";
        case CovarianceKind::Hc1:
        case CovarianceKind::Hc2:
        case CovarianceKind::Hc3:
            break;
        }
        return "robust small";
    }

    void remark(const Bilingual& words) {
        remark_ += "* " + std::string(words.in(style_.language)) + "\n";
    }

    [[nodiscard]] bool hasLeverages() const {
        return spec_.kind == CovarianceKind::Hc2 || spec_.kind == CovarianceKind::Hc3;
    }

    void remarks() {
        if (hasLeverages() && formula_.hasInstruments()) {
            remark({"This command has no HC2 or HC3 errors: HC1 ones are shown.",
                    "该命令没有 HC2、HC3 标准误，此处给出 HC1。"});
            spec_.kind = CovarianceKind::Hc1;
        }
        if (column_.ssc == SmallSample::Fixest) {
            remark({"fixest's small-sample factors are not Stata's: errors may differ slightly.",
                    "fixest 的小样本修正与 Stata 不同，标准误可能略有差异。"});
        }
    }

    std::string commandOn(const std::string& variables, const std::string& rows) {
        remarks();
        if (column_.estimator == Estimator::RandomEffects ||
            column_.estimator == Estimator::Between) {
            const std::string errors = vce();
            return "xtreg " + variables + rows +
                   (column_.estimator == Estimator::Between ? ", be" : ", re ") + errors;
        }
        const std::string effects = absorbed();
        const std::string absorb = effects.empty() ? ""
                                                   : "absorb(" + effects + ") " +
                                                         (isDifferenced() ? "keepsingletons " : "");
        if (formula_.hasInstruments() || isTimeDependent()) {
            if (column_.ssc == SmallSample::Xtscc) {
                return withOthers("xtscc ", variables, rows, panel_.keys().unit) + ", fe lag(" +
                       lags(0) + ")";
            }
            return (absorb.empty() ? "ivreg2 " : "ivreghdfe ") + variables + rows + ", " + absorb +
                   method() + ivErrors() + (absorb.empty() && isDifferenced() ? " noconstant" : "");
        }
        return leastSquares(variables, rows, absorb);
    }

    /// "liml " or "gmm2s ", as ivreg2 spells them.
    [[nodiscard]] std::string method() const {
        const bool isNamed =
            column_.estimator == Estimator::Liml || column_.estimator == Estimator::Gmm;
        return isNamed ? std::string(nameOf(column_.estimator)) + " " : std::string();
    }

    std::string leastSquares(const std::string& variables, const std::string& rows,
                             const std::string& absorb) {
        const std::string errors = vce();
        if (absorb.empty() && spec_.clusters.size() < 2) {
            return "regress " + variables + rows + (errors.empty() ? errors : ", " + errors) +
                   (formula_.hasConstant && !isDifferenced() ? ""
                    : errors.empty()                         ? ", noconstant"
                                                             : " noconstant");
        }
        if (hasLeverages()) { // regress alone knows the leverages of a model with effects
            return withOthers("regress ", variables, rows, {}) + ", " + errors;
        }
        if (column_.ssc == SmallSample::Xtreg) {
            return withOthers("xtreg ", variables, rows, panel_.keys().unit) + ", fe " + errors;
        }
        if (column_.ssc == SmallSample::Areg) {
            const EffectTerm& first = formula_.effects.front();
            return withOthers("areg ", variables, rows, first.name) + ", absorb(" +
                   groupVariable(panel_, first.variables.front()) + ") " + errors;
        }
        return "reghdfe " + variables + rows + ", " + (absorb.empty() ? "noabsorb " : absorb) +
               errors;
    }

    /// Effects but the absorbed one as dummies.
    std::string withOthers(std::string_view command, const std::string& variables,
                           const std::string& rows, std::string_view absorbedName) {
        std::string text(command);
        text += variables;
        for (const EffectTerm& effect : formula_.effects) {
            if (effect.name == absorbedName || !isAbsorbed(effect)) {
                continue;
            }
            std::vector<std::string> groups;
            for (const std::string& variable : effect.variables) {
                groups.push_back("i." + groupVariable(panel_, variable));
                dummies_.push_back("*." + groupVariable(panel_, variable) + "*");
            }
            text += " " + joinedBy("#", groups);
            for (const Expression& slope : effect.slopes) {
                text += " " + joinedBy("#", groups) + "#c." + slope.text();
            }
        }
        return text + rows;
    }

    const study::RegressionColumn& column_;
    const ModelFormula& formula_;
    const Panel& panel_;
    const ScriptStyle& style_;
    CovarianceSpec spec_;
    std::string code_;
    std::string remark_;
    std::string temporary_;            ///< variables of what is being made
    std::size_t bases_ = 0;            ///< local macros of reference levels
    std::vector<std::string> dummies_; ///< patterns of effects that stand among the regressors
    std::string dropped_; ///< those of the condition, needed until the model is estimated
};

/// What stands with a coefficient: "se(3)".
std::string inferenceOption(const ScriptStyle& style) {
    const std::string digits = "(" + std::to_string(style.digits) + ")";
    if (style.inference == "statistic") {
        return "t" + digits;
    }
    if (style.inference == "p_value") {
        return "p" + digits;
    }
    if (style.inference == "interval") {
        return "ci" + digits;
    }
    return style.inference == "none" ? "not" : "se" + digits;
}

std::string starOption(const std::vector<double>& thresholds) {
    if (thresholds.empty()) {
        return "nostar";
    }
    std::vector<double> sorted = thresholds;
    std::sort(sorted.rbegin(), sorted.rend());
    std::string option = "star(";
    std::string stars;
    for (const double threshold : sorted) {
        stars += '*';
        option += (stars.size() > 1 ? " " : "") + stars + " " + shortestText(threshold);
    }
    return option + ")";
}

/// Names of tabstat and of estpost's cells.
std::string_view stataStatistic(study::SummaryStatistic statistic) {
    switch (statistic) {
    case study::SummaryStatistic::N:
        return "count";
    case study::SummaryStatistic::Mean:
        return "mean";
    case study::SummaryStatistic::Sd:
        return "sd";
    case study::SummaryStatistic::Min:
        return "min";
    case study::SummaryStatistic::P25:
        return "p25";
    case study::SummaryStatistic::Median:
        return "p50";
    case study::SummaryStatistic::P75:
        return "p75";
    case study::SummaryStatistic::Max:
        return "max";
    case study::SummaryStatistic::Missing:
        break;
    }
    return {}; // tabstat does not count missing values
}

} // namespace

std::string stataCode(const study::RegressionStudy& study, const StudyTask& task) {
    std::string code = "eststo clear\n";
    std::vector<std::string> names;
    std::set<std::string> dummies;
    for (std::size_t i = 0; i < study.columns.size(); ++i) {
        const study::RegressionColumn& column = study.columns[i];
        code += "* " + modelComment(column, i + 1, task.style.language) + "\n";
        const auto formula = parseModelFormula(column.formula.text);
        const bool isWritten =
            formula && !(column.estimator == Estimator::FirstDifference && hasLevelTerms(*formula));
        if (!isWritten && formula) {
            static constexpr Bilingual left{"left out: it has no equivalent here",
                                            "略去：此处没有对应的命令"};
            code += "* " + std::string(left.in(task.style.language)) + "\n";
        }
        if (isWritten) {
            names.push_back("m" + std::to_string(i + 1));
            StataModel model(column, *formula, task);
            code += model.print(names.back());
            dummies.insert(model.dummies().begin(), model.dummies().end());
        }
    }
    const std::string digits = std::to_string(task.style.digits);
    return code + "esttab " + joinedBy(" ", names) + " using \"" + task.name +
           ".rtf\", replace label nogaps b(" + digits + ") " + inferenceOption(task.style) + " " +
           starOption(task.style.stars) +
           (dummies.empty()
                ? std::string()
                : " drop(" + joinedBy(" ", {dummies.begin(), dummies.end()}) + ", relax)") +
           " ///\n    stats(N r2 r2_a r2_within idstat idp widstat, fmt(0 " + digits + " " +
           digits + " " + digits + " " + digits + " " + digits + " " + digits + "))\n";
}

std::string stataCode(const study::DescriptivesStudy& study, const StudyTask& task) {
    const std::string digits = std::to_string(task.style.digits);
    std::vector<std::string> variables;
    for (const std::string& name : describedVariables(study, task.panel)) {
        variables.push_back(stata(name));
    }
    std::vector<std::string> statistics;
    std::vector<std::string> cells;
    for (const study::SummaryStatistic statistic : study.statistics) {
        const std::string word(stataStatistic(statistic));
        if (!word.empty()) {
            statistics.push_back(word);
            cells.push_back(word + (word == "count" ? "(fmt(0))" : "(fmt(" + digits + "))"));
        }
    }
    std::string rows;
    std::string before;
    if (!study.where.empty()) {
        const ExpressionCode code =
            expressionCode(study.where.text, task.panel.keys(), CodeLanguage::Stata);
        for (const std::string& line : code.before) {
            before += line + "\n";
        }
        rows = " if " + (code.isTrue.empty() ? code.value : code.isTrue);
    }
    const std::string list = joinedBy(" ", variables);
    std::string code = before + "estpost tabstat " + list + rows + ", statistics(" +
                       joinedBy(" ", statistics) + ") columns(statistics)";
    code += study.by.empty() ? "\n" : " by(" + stata(study.by.text) + ")\n";
    code += "esttab using \"" + task.name + ".rtf\", replace label noobs nonumber nomtitle ///\n" +
            "    cells(\"" + joinedBy(" ", cells) + "\")\n";
    code += study.withCorrelations ? "pwcorr " + list + rows + ", sig\n" : "";
    return code;
}

std::string stataStudyPreamble(const Panel& panel) {
    std::string code =
        "* ssc install reghdfe, ftools, ivreg2, ivreghdfe, ranktest, estout, xtscc\n";
    for (const Variable& column : panel.columns()) {
        if (!column.isNumeric()) {
            code += "egen long " + stata(column.name() + "_code") + " = group(" +
                    stata(column.name()) + "), label\n";
        }
        if (!column.label().empty()) {
            std::string label = column.label();
            std::replace(label.begin(), label.end(), '"', '\'');
            code += "label variable " + stata(column.name()) + " \"" + label + "\"\n";
        }
    }
    return code;
}

} // namespace citypanel::text

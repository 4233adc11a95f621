// SPDX-License-Identifier: GPL-3.0-or-later
// Studies in R: models by fixest or by the helpers of the preamble, tables as csv.
#include "core/estimate/covariance.h"
#include "core/estimate/model_formula.h"
#include "core/panel/number_text.h"
#include "core/text/expression_code.h"
#include "core/text/model_commands.h"
#include "core/text/step_code.h"
#include "core/text/study_code_writers.h"

#include <algorithm>

namespace citypanel::text {

namespace {

std::string rList(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    quoted.reserve(names.size());
    for (const std::string& name : names) {
        quoted.push_back(inDoubleQuotes(name));
    }
    return "c(" + joinedBy(", ", quoted) + ")";
}

std::string rNumbers(const std::vector<double>& numbers) {
    std::vector<std::string> words;
    words.reserve(numbers.size());
    for (const double number : numbers) {
        words.push_back(shortestText(number));
    }
    return "c(" + joinedBy(", ", words) + ")";
}

std::string rColumn(std::string_view name) {
    return "panel[[" + inDoubleQuotes(name) + "]]";
}

std::string withPanel(const std::string& expression) {
    return "with(panel, " + expression + ")";
}

/// The rows of a condition; empty for all.
std::string whereArgument(const std::string& condition, const PanelKeys& keys,
                          std::string_view argument) {
    if (condition.empty()) {
        return {};
    }
    const ExpressionCode code = expressionCode(condition, keys, CodeLanguage::R);
    return ", " + std::string(argument) + " = " +
           withPanel(code.isTrue.empty() ? code.value : code.isTrue);
}

/// One model: columns that its terms need, then the call.
class RModel {
public:
    RModel(const study::RegressionColumn& column, const ModelFormula& formula,
           const StudyTask& task)
        : column_(column), formula_(formula), task_(task), keys_(task.panel.keys()) {}

    std::string print(const std::string& key) {
        const std::string outcome = outcomeName();
        const std::string x = terms(formula_.regressors);
        const std::string endogenous = terms(formula_.endogenous);
        const std::string instruments = terms(formula_.instruments);
        const std::string call = task_.kind == ScriptKind::Fixest
                                     ? fixest(outcome, x, endogenous, instruments)
                                     : base(outcome, x, endogenous, instruments);
        return code_ + "models[[" + inDoubleQuotes(key) + "]] <- " + call + "\n";
    }

private:
    std::string outcomeName() {
        if (!formula_.outcome.plainVariable().empty()) {
            return formula_.outcomeName;
        }
        make(formula_.outcomeName,
             expressionCode(formula_.outcome.text(), keys_, CodeLanguage::R).value);
        return formula_.outcomeName;
    }

    /// panel[["log(gdp)"]] <- with(panel, log(gdp))
    void make(const std::string& name, const std::string& value) {
        if (task_.panel.find(name) == nullptr) {
            code_ += rColumn(name) + " <- " + withPanel(value) + "\n";
        }
    }

    /// Names of the columns of terms, as R code; columns that are not there are made.
    std::string terms(const std::vector<Term>& terms) {
        std::vector<std::string> plain;
        std::vector<std::string> parts;
        const auto flush = [&] {
            if (!plain.empty()) {
                parts.push_back(plain.size() == 1 ? inDoubleQuotes(plain.front()) : rList(plain));
                plain.clear();
            }
        };
        for (const Term& term : terms) {
            const bool hasLevels =
                std::any_of(term.parts.begin(), term.parts.end(), [](const TermPart& part) {
                    return part.kind == TermPart::Kind::Levels;
                });
            if (hasLevels) {
                flush();
                parts.push_back(levels(term));
            } else {
                plain.push_back(numeric(term));
            }
        }
        flush();
        if (parts.empty()) {
            return "character()";
        }
        return parts.size() == 1 ? parts.front() : "c(" + joinedBy(", ", parts) + ")";
    }

    std::string product(const Term& term) const {
        std::vector<std::string> factors;
        for (const TermPart& part : term.parts) {
            if (part.kind == TermPart::Kind::Numeric) {
                const std::string value =
                    expressionCode(part.expression.text(), keys_, CodeLanguage::R).value;
                factors.push_back(term.parts.size() == 1 ? value : "(" + value + ")");
            }
        }
        return joinedBy(" * ", factors);
    }

    std::string numeric(const Term& term) {
        const bool isPlain =
            term.parts.size() == 1 && !term.parts.front().expression.plainVariable().empty();
        if (isPlain) {
            return std::string(term.parts.front().expression.plainVariable());
        }
        make(term.name, product(term));
        return term.name;
    }

    /// Columns of the levels of variables, times the numeric parts.
    std::string levels(const Term& term) {
        std::vector<std::string> factors;
        std::vector<std::string> whole;
        std::vector<std::string> references;
        std::string before;
        std::string after;
        for (const TermPart& part : term.parts) {
            if (part.kind == TermPart::Kind::Numeric) {
                std::string& side = factors.empty() ? before : after;
                side += (side.empty() ? "" : ":") + part.text;
                continue;
            }
            factors.push_back(part.text);
            if (part.keepsAllLevels) {
                whole.push_back(part.text);
            }
            if (const auto reference = writtenReference(task_.panel, term, part)) {
                references.push_back(codeName(part.text, CodeLanguage::R) + " = " +
                                     inDoubleQuotes(*reference));
            }
        }
        const std::string times = product(term);
        const auto argument = [](std::string_view name, const std::string& value) {
            return value.empty() ? value : ", " + std::string(name) + " = " + value;
        };
        const std::string name = "levels" + std::to_string(++levelTerms_);
        code_ +=
            name + " <- cp_dummies(panel, " + rList(factors) +
            argument("times", times.empty() ? times : withPanel(times)) +
            argument("reference", references.empty() ? std::string()
                                                     : "list(" + joinedBy(", ", references) + ")") +
            argument("all", whole.empty() ? std::string() : rList(whole)) +
            argument("cell", term.leavesOutReferenceCell ? "TRUE" : "") +
            argument("before", before.empty() ? before : inDoubleQuotes(before)) +
            argument("after", after.empty() ? after : inDoubleQuotes(after)) + ")\npanel[names(" +
            name + ")] <- " + name + "\n";
        return "names(" + name + ")";
    }

    [[nodiscard]] std::vector<std::string> effects() const {
        std::vector<std::string> names;
        for (const EffectTerm& effect : formula_.effects) {
            names.push_back(effect.name);
        }
        return names;
    }

    [[nodiscard]] std::string weights(std::string_view argument) const {
        if (column_.weights.empty()) {
            return {};
        }
        return ", " + std::string(argument) + " = " +
               withPanel(expressionCode(column_.weights.text, keys_, CodeLanguage::R).value);
    }

    [[nodiscard]] std::string base(const std::string& outcome, const std::string& x,
                                   const std::string& endogenous,
                                   const std::string& instruments) const {
        std::string call = "cp_model(panel, " + inDoubleQuotes(outcome) + ", " + x;
        if (!formula_.effects.empty()) {
            call += ", effects = " + rList(effects());
        }
        if (formula_.hasInstruments()) {
            call += ",\n  endogenous = " + endogenous + ", instruments = " + instruments;
        }
        call += ",\n  vcov = " + inDoubleQuotes(column_.vcov) +
                ", ssc = " + inDoubleQuotes(nameOf(column_.ssc)) + weights("weights") +
                whereArgument(column_.where.text, keys_, "where");
        call += formula_.hasConstant ? "" : ", constant = FALSE";
        return call + ", keys = keys)";
    }

    [[nodiscard]] std::string fixestVcov() const {
        const auto spec = parseCovariance(column_.vcov);
        const std::string lags =
            spec && spec->lags ? "(" + std::to_string(*spec->lags) + ")" : std::string();
        switch (spec ? spec->kind : CovarianceKind::Iid) {
        case CovarianceKind::Iid:
            return "\"iid\"";
        case CovarianceKind::Hc1:
            return "\"hetero\"";
        case CovarianceKind::Hc2:
            return "\"HC2\"";
        case CovarianceKind::Hc3:
            return "\"HC3\"";
        case CovarianceKind::DriscollKraay:
            return "DK" + lags;
        case CovarianceKind::NeweyWest:
            return "NW" + lags;
        case CovarianceKind::Cluster:
            break;
        }
        std::vector<std::string> clusters;
        for (const std::string& cluster : spec->clusters) {
            clusters.push_back(cluster.find('^') == std::string::npos
                                   ? codeName(cluster, CodeLanguage::R)
                                   : cluster);
        }
        return "~ " + joinedBy(" + ", clusters);
    }

    [[nodiscard]] std::string fixestEffects() const {
        std::vector<std::string> names;
        for (const EffectTerm& effect : formula_.effects) {
            std::vector<std::string> groups;
            for (const std::string& variable : effect.variables) {
                groups.push_back(codeName(variable, CodeLanguage::R));
            }
            std::vector<std::string> slopes;
            for (const Expression& slope : effect.slopes) {
                slopes.push_back(expressionCode(slope.text(), keys_, CodeLanguage::R).value);
            }
            std::string name = joinedBy("^", groups);
            if (!slopes.empty()) {
                const bool isAlone = !effect.hasLevels;
                name += (isAlone ? "[[" : "[") + joinedBy(", ", slopes) + (isAlone ? "]]" : "]");
            }
            names.push_back(std::move(name));
        }
        return joinedBy(" + ", names);
    }

    /// The formula is put together from names of columns, which may be any text.
    [[nodiscard]] std::string fixest(const std::string& outcome, const std::string& x,
                                     const std::string& endogenous,
                                     const std::string& instruments) const {
        std::string call = "feols(cp_formula(" + inDoubleQuotes(outcome) + ", " + x;
        call += formula_.effects.empty() ? std::string()
                                         : ", effects = " + inDoubleQuotes(fixestEffects());
        call += formula_.hasInstruments()
                    ? ",\n    endogenous = " + endogenous + ", instruments = " + instruments
                    : std::string();
        call += formula_.hasConstant ? "" : ", constant = FALSE";
        call += "),\n  data = panel, vcov = " + fixestVcov() + weights("weights");
        const std::string where = whereArgument(column_.where.text, keys_, "subset");
        call += where.empty() ? where : where + " %in% TRUE";
        call += column_.ssc == SmallSample::Reghdfe && !formula_.effects.empty()
                    ? ", fixef.rm = \"singleton\""
                    : "";
        call += column_.ssc == SmallSample::Areg ? ", ssc = ssc(fixef.K = \"full\")" : "";
        return call + (task_.panel.isCrossSection() ? ")" : ", panel.id = keys)");
    }

    const study::RegressionColumn& column_;
    const ModelFormula& formula_;
    const StudyTask& task_;
    PanelKeys keys_;
    std::string code_;
    int levelTerms_ = 0;
};

bool hasUnitSlopes(const ModelFormula& formula) {
    return std::any_of(formula.effects.begin(), formula.effects.end(),
                       [](const EffectTerm& effect) { return !effect.slopes.empty(); });
}

/// A model that is not in the script's table: by itself where plm has it, or else its absence.
std::string besideTable(const study::RegressionColumn& column, const StudyTask& task) {
    static constexpr Bilingual left{"left out: it has no equivalent here",
                                    "略去：此处没有对应的命令"};
    static constexpr Bilingual methods{
        "left out: LIML and two-step GMM are not in R's fixest; Stata's ivreg2 has them",
        "略去：R 的 fixest 没有 LIML 和两步 GMM；Stata 的 ivreg2 有"};
    static constexpr Bilingual beside{
        "not in the table below: by plm, whose random effects differ on unbalanced panels",
        "不在下表中：由 plm 估计，非平衡面板的随机效应与此不同"};
    const auto comment = [&](const Bilingual& words) {
        return "# " + std::string(words.in(task.style.language)) + "\n";
    };
    if (column.estimator == Estimator::Liml || column.estimator == Estimator::Gmm) {
        return comment(methods);
    }
    const CommandLines lines = column.estimator == Estimator::LeastSquares
                                   ? CommandLines{}
                                   : rCommands(column, task.panel.keys());
    if (lines.empty()) {
        return comment(left);
    }
    std::string code = comment(beside) + "if (requireNamespace(\"plm\", quietly = TRUE) && "
                                         "requireNamespace(\"lmtest\", quietly = TRUE)) {\n";
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        code += "  " + lines[i] + "\n";
    }
    return code + "  print(" + lines.back() + ")\n}\n";
}

} // namespace

std::string rCode(const study::RegressionStudy& study, const StudyTask& task) {
    std::string code = "models <- list()\n";
    for (std::size_t i = 0; i < study.columns.size(); ++i) {
        const study::RegressionColumn& column = study.columns[i];
        code += "# " + modelComment(column, i + 1, task.style.language) + "\n";
        if (column.formula.empty()) {
            continue;
        }
        const auto formula = parseModelFormula(column.formula.text);
        if (!formula || column.estimator != Estimator::LeastSquares ||
            (task.kind == ScriptKind::BaseR && hasUnitSlopes(*formula))) {
            code += besideTable(column, task);
            continue;
        }
        code += RModel(column, *formula, task).print("(" + std::to_string(i + 1) + ")");
    }
    return code + "cp_table(models, " + inDoubleQuotes(task.name + ".csv") +
           ", digits = " + std::to_string(task.style.digits) +
           ", stars = " + rNumbers(task.style.stars) +
           ", inference = " + inDoubleQuotes(task.style.inference) + ")\n";
}

std::string rCode(const study::DescriptivesStudy& study, const StudyTask& task) {
    std::string code = "cp_describe(panel, " + rList(describedVariables(study, task.panel)) + ", " +
                       inDoubleQuotes(task.name + ".csv");
    code += study.by.empty() ? std::string() : ", by = " + inDoubleQuotes(study.by.text);
    code += whereArgument(study.where.text, task.panel.keys(), "where");
    code += study.withCorrelations ? ", correlations = TRUE" : "";
    return code + ", digits = " + std::to_string(task.style.digits) + ")\n";
}

} // namespace citypanel::text

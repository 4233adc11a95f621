// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas of coefficients, standard errors, measures of fit and tests, with the numbers in
// (resources/help: covariances, conventions, instruments).
#include "core/text/explanation_values.h"

#include "core/text/names.h"
#include "core/text/numbers.h"
#include "core/text/pattern.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace citypanel::text {

namespace {

std::string whole(double value) {
    return wholeNumber(std::round(value));
}

class ValueExplainer {
public:
    ValueExplainer(const ExplainedCell& cell, Language language)
        : fit_(cell.fit), column_(cell.column), key_(cell.rowKey), language_(language) {}

    std::vector<ExplanationPart> explain() {
        if (const TermEstimate* term = termOfRow()) {
            coefficient(*term);
            standardError(*term);
        } else if (!measure() && fit_.instruments) {
            instrumentTest(*fit_.instruments);
        }
        return std::move(parts_);
    }

private:
    [[nodiscard]] const TermEstimate* termOfRow() const {
        if (key_.rfind("term:", 0) == 0) {
            return fit_.term(key_.substr(5));
        }
        if (key_ != "constant") {
            return nullptr;
        }
        const TermEstimate* own = fit_.term("(Intercept)");
        return own == nullptr && fit_.constant ? &*fit_.constant : own;
    }

    void add(const Bilingual& heading, std::vector<std::string> lines) {
        parts_.push_back(
            {std::string(heading.in(language_)), ExplanationPart::Kind::Formula, std::move(lines)});
    }

    [[nodiscard]] std::string say(const Bilingual& pattern) const {
        return std::string(pattern.in(language_));
    }

    void coefficient(const TermEstimate& term) {
        const double critical = (term.confHigh - term.estimate) / term.stdError;
        add({"Coefficient", "系数"},
            {solution() + " = " + sixDigits(term.estimate),
             "t = b / se = " + sixDigits(term.estimate) + " / " + sixDigits(term.stdError) + " = " +
                 sixDigits(term.statistic),
             "p = 2 P(" + distribution() + " > " + sixDigits(std::abs(term.statistic)) +
                 ") = " + sixDigits(term.pValue),
             sixDigits(term.estimate) + " ± " + sixDigits(critical) + " × " +
                 sixDigits(term.stdError) + " = [" + sixDigits(term.confLow) + ", " +
                 sixDigits(term.confHigh) + "]"});
        if (!fit_.effects.empty()) {
            parts_.back().lines.push_back(
                say({"X̃, ỹ: the fixed effects taken out", "X̃、ỹ：已扣除固定效应"}));
        }
    }

    /// Of the statistic: t, or the normal of random effects.
    [[nodiscard]] std::string distribution() const {
        return std::isinf(fit_.dfResidual) ? "N(0, 1)" : "T(" + sixDigits(fit_.dfResidual) + ")";
    }

    /// The coefficients as the estimator solves for them (help topics models and instruments).
    [[nodiscard]] std::string solution() const {
        switch (column_.estimator) {
        case Estimator::LeastSquares:
            break;
        case Estimator::RandomEffects:
            return "ẍ = x − θᵢ x̄ᵢ,  b = (Ẍ′Ẍ)⁻¹ Ẍ′ÿ";
        case Estimator::Between:
            return "b = (X̄′X̄)⁻¹ X̄′ȳ";
        case Estimator::FirstDifference:
            return "b = (ΔX′ΔX)⁻¹ ΔX′Δy";
        case Estimator::Liml:
            return "b = (X′(I − κM_Z)X)⁻¹ X′(I − κM_Z)y";
        case Estimator::Gmm:
            return "b = (X′Z S⁻¹ Z′X)⁻¹ X′Z S⁻¹ Z′y";
        }
        return fit_.instruments       ? "b = (X̂′X̂)⁻¹ X̂′ỹ"
               : fit_.effects.empty() ? "b = (X′X)⁻¹ X′y"
                                      : "b = (X̃′X̃)⁻¹ X̃′ỹ";
    }

    void standardError(const TermEstimate& term) {
        const double variance = term.stdError * term.stdError;
        std::vector<std::string> lines;
        const Result<CovarianceSpec> vcov = parseCovariance(column_.vcov);
        if (!vcov || vcov->kind == CovarianceKind::Iid) {
            const double divisor = fit_.rss / (fit_.rmse * fit_.rmse);
            const double s2 = fit_.ssc == SmallSample::Fixest ? missingValue : fit_.rss / divisor;
            lines.emplace_back("V = s² (X̃′X̃)⁻¹");
            if (!isMissing(s2)) {
                lines.push_back("s² = RSS / " + whole(divisor) + " = " + sixDigits(fit_.rss) +
                                " / " + whole(divisor) + " = " + sixDigits(s2));
            }
        } else {
            const std::string cross = fit_.instruments ? "(X̂′X̂)⁻¹" : "(X̃′X̃)⁻¹";
            lines.push_back("V = q · A M A,  A = " + cross + ",  M = " + middleOf(vcov->kind));
            lines.push_back(factor(vcov->kind));
        }
        lines.push_back("se = √V_jj = √" + sixDigits(variance) + " = " + sixDigits(term.stdError));
        add({"Standard error", "标准误"}, lines);
        if (vcov) {
            parts_.back().lines.insert(parts_.back().lines.begin(), describe(*vcov, language_));
        }
    }

    static std::string middleOf(CovarianceKind kind) {
        switch (kind) {
        case CovarianceKind::Iid:
            return "s² X̃′X̃";
        case CovarianceKind::Hc1:
            return "Σᵢ x̃ᵢx̃ᵢ′ eᵢ²";
        case CovarianceKind::Hc2:
            return "Σᵢ x̃ᵢx̃ᵢ′ eᵢ²/(1 − hᵢ)";
        case CovarianceKind::Hc3:
            return "Σᵢ x̃ᵢx̃ᵢ′ eᵢ²/(1 − hᵢ)²";
        case CovarianceKind::Cluster:
            return "Σ_g S_g S_g′";
        case CovarianceKind::DriscollKraay:
            return "Σ_t Σ_j w_j S_t S_{t−j}′";
        case CovarianceKind::NeweyWest:
            return "Σᵢ Σ_t Σ_j w_j s_it s_i,t−j′";
        }
        return "";
    }

    /// q as the product it is, its denominator recovered from its value.
    [[nodiscard]] std::string factor(CovarianceKind kind) const {
        const auto n = static_cast<double>(fit_.nobs);
        const std::string value = " = " + sixDigits(fit_.sscFactor);
        const double groups = groupCount();
        if (isMissing(fit_.sscFactor) || kind == CovarianceKind::Hc2 ||
            kind == CovarianceKind::Hc3) {
            return "q = 1";
        }
        if (isMissing(groups)) {
            return "q = N/(N − K) = " + whole(n) + "/" + whole(n / fit_.sscFactor) + value;
        }
        const double left = (n - 1.0) * groups / (groups - 1.0) / fit_.sscFactor;
        const char* letter = fit_.clusters.empty() ? "T" : "G";
        return std::string("q = (N − 1)/(N − K) · ") + letter + "/(" + letter +
               " − 1) = " + whole(n - 1.0) + "/" + whole(left) + " · " + whole(groups) + "/" +
               whole(groups - 1.0) + value;
    }

    [[nodiscard]] double groupCount() const {
        if (fit_.clusters.empty()) {
            return fit_.periods > 0 ? static_cast<double>(fit_.periods) : missingValue;
        }
        std::size_t fewest = fit_.clusters.front().second;
        for (const auto& [name, number] : fit_.clusters) {
            fewest = std::min(fewest, number);
        }
        return static_cast<double>(fewest);
    }

    /// The divisor u, as it stands in an adjusted measure.
    [[nodiscard]] static double divisorOf(double share, double shareAdjusted, double total) {
        return (1.0 - share) * total / (1.0 - shareAdjusted);
    }

    bool measure() {
        const auto n = static_cast<double>(fit_.nobs);
        const std::string rss = sixDigits(fit_.rss);
        if (key_ == "r_squared") {
            add({"R²", "R²"}, {"R² = 1 − RSS/TSS = 1 − " + rss + "/" + sixDigits(fit_.tss) + " = " +
                               sixDigits(1.0 - fit_.rss / fit_.tss)});
        } else if (key_ == "adj_r_squared" && !fit_.instruments) {
            const double u = divisorOf(fit_.rSquared, fit_.adjRSquared, n - 1.0);
            add({"Adjusted R²", "调整后R²"},
                {"1 − (RSS/u) / (TSS/(N − 1)) = 1 − (" + rss + "/" + whole(u) + ") / (" +
                 sixDigits(fit_.tss) + "/" + whole(n - 1.0) +
                 ") = " + sixDigits(fit_.adjRSquared)});
        } else if (key_ == "within_r_squared") {
            add({"Within R²", "组内R²"},
                {"1 − RSS/TSS̃ = 1 − " + rss + "/" + sixDigits(fit_.tssWithin) + " = " +
                     sixDigits(fit_.withinRSquared),
                 say({"TSS̃: of the outcome after all effects are taken out",
                      "TSS̃：被解释变量扣除全部固定效应后的平方和"})});
        } else if (key_ == "adj_within_r_squared") {
            add({"Adjusted within R²", "调整后组内R²"},
                {"1 − (RSS/u) / (TSS̃/(u + k)) = " + sixDigits(fit_.adjWithinRSquared)});
        } else if (key_ == "rmse") {
            add({"Root MSE", "均方根误差"},
                {"√(RSS/u) = √(" + rss + "/" + whole(fit_.rss / (fit_.rmse * fit_.rmse)) +
                 ") = " + sixDigits(fit_.rmse)});
        } else if (key_ == "f_statistic") {
            add({"F statistic", "F统计量"},
                {"F = b′V⁻¹b / k = " + sixDigits(fit_.f.statistic) + ",  F(" +
                 sixDigits(fit_.f.df) + ", " + sixDigits(fit_.f.dfDenominator) +
                 "),  p = " + sixDigits(fit_.f.pValue)});
        } else if (key_ == "mean_outcome") {
            add({"Mean of the dependent variable", "被解释变量均值"},
                {"ȳ = Σ y / N = " + sixDigits(fit_.meanOutcome)});
        } else {
            return false;
        }
        return true;
    }

    void chiSquared(const Bilingual& heading, const std::string& formula,
                    const TestStatistic& test) {
        add(heading, {formula + " = " + sixDigits(test.statistic) + ",  χ²(" + sixDigits(test.df) +
                      "),  p = " + sixDigits(test.pValue)});
    }

    void instrumentTest(const InstrumentTests& tests) {
        if (key_ == "kp_rk_lm" || key_ == "anderson_lm") {
            chiSquared({"Under-identification", "识别不足检验"},
                       key_ == "anderson_lm" ? "N r²" : "λ′ V_LM⁻¹ λ", tests.kpRkLm);
        } else if (key_ == "kp_rk_wald_f" || key_ == "cragg_donald_f") {
            const bool isIid = key_ == "cragg_donald_f";
            add({"Weak identification", "弱识别检验"},
                {(isIid ? "r²/(1 − r²) · (N − n_z − c)/L = " : "λ′ V⁻¹ λ · q / L = ") +
                 sixDigits(isIid ? tests.craggDonaldF : tests.kpRkWaldF)});
            for (const auto& [level, value] : tests.stockYogo.size) {
                parts_.back().lines.push_back("Stock–Yogo " + level + ": " + sixDigits(value));
            }
        } else if ((key_ == "hansen_j" || key_ == "sargan") && tests.hansenJ) {
            chiSquared({"Overidentification", "过度识别检验"}, "g′S⁻¹g", *tests.hansenJ);
        }
    }

    const Fit& fit_;
    const study::RegressionColumn& column_;
    std::string_view key_;
    Language language_;
    std::vector<ExplanationPart> parts_;
};

} // namespace

std::string sixDigits(double value) {
    if (isMissing(value)) {
        return "–";
    }
    if (std::isinf(value)) {
        return value > 0.0 ? "∞" : std::string(minusSign) + "∞";
    }
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.6g", std::abs(value));
    return (std::signbit(value) && value != 0.0 ? std::string(minusSign) : "") + text.data();
}

std::vector<ExplanationPart> valueParts(const ExplainedCell& cell, Language language) {
    return ValueExplainer(cell, language).explain();
}

} // namespace citypanel::text

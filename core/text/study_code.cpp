// SPDX-License-Identifier: GPL-3.0-or-later
// Choice of the writer of a study's code, and the comments that all of them have.
#include "core/text/study_code.h"

#include "core/estimate/covariance.h"
#include "core/panel/factor.h"
#include "core/text/names.h"
#include "core/text/pattern.h"
#include "core/text/study_code_writers.h"
#include "core/text/study_models.h"

#include <variant>

namespace citypanel::text {

namespace {

/// One overload a kind of study, so that a study without code does not compile.
struct Writer {
    const StudyTask& task;

    [[nodiscard]] bool isStata() const { return task.kind == ScriptKind::Stata; }

    std::optional<std::string> operator()(const study::RegressionStudy& study) const {
        return isStata() ? stataCode(study, task) : rCode(study, task);
    }

    std::optional<std::string> operator()(const study::DescriptivesStudy& study) const {
        return isStata() ? stataCode(study, task) : rCode(study, task);
    }

    /// Studies by roles are tables of models.
    template <typename S>

    requires requires(const S& study, const Panel& panel) { modelsOf(study, panel); }

    std::optional<std::string> operator()(const S& study) const {
        return (*this)(modelsOf(study, task.panel));
    }

    std::optional<std::string> operator()(const study::UnknownStudy&) const { return std::nullopt; }
};

} // namespace

std::optional<std::string> studyCode(const study::Study& study, const std::string& name,
                                     const Panel& panel, const ScriptStyle& style,
                                     ScriptKind kind) {
    const StudyTask task{name, panel, style, kind};
    return std::visit(Writer{task}, study);
}

std::string studyCodePreamble(const Panel& panel, ScriptKind kind) {
    return kind == ScriptKind::Stata ? stataStudyPreamble(panel) : rStudyPreamble(kind);
}

std::optional<std::string> writtenReference(const Panel& panel, const Term& term,
                                            const TermPart& factor) {
    const Variable* variable = panel.find(factor.text);
    const bool isCategory = variable != nullptr && variable->type() == VariableType::Category;
    const bool hasReference = !factor.keepsAllLevels || term.leavesOutReferenceCell;
    if (factor.reference || !isCategory || !hasReference) {
        return factor.reference;
    }
    const Factor levels = factorOf(*variable);
    return levels.levels.empty() ? std::nullopt : std::optional(levels.levels.front());
}

std::string modelComment(const study::RegressionColumn& column, std::size_t number,
                         Language language) {
    const auto spec = parseCovariance(column.vcov);
    static constexpr Bilingual pattern{"({1}) {2}: {3}<<; rows with {4}>>",
                                       "({1}) {2}：{3}<<；样本限于 {4}>>"};
    if (column.formula.empty()) {
        static constexpr Bilingual left{"({1}) {2}: not written as code; see CityPanel",
                                        "({1}) {2}：未写成代码，请在 CityPanel 中查看"};
        return filledInOrder(left, language, {std::to_string(number), column.group});
    }
    const bool isNamed = column.estimator != Estimator::LeastSquares;
    return filledInOrder(
        pattern, language,
        {std::to_string(number),
         column.formula.text + (isNamed ? " [" + std::string(nameOf(column.estimator)) + "]" : ""),
         spec ? describe(*spec, language) : column.vcov, column.where.text});
}

std::vector<std::string> describedVariables(const study::DescriptivesStudy& study,
                                            const Panel& panel) {
    std::vector<std::string> names;
    for (const ColumnName& name : study.variables) {
        names.push_back(name.text);
    }
    if (names.empty()) {
        for (const Variable& column : panel.columns()) {
            const bool isKey =
                column.name() == panel.keys().unit || column.name() == panel.keys().period;
            if (column.isNumeric() && !isKey) {
                names.push_back(column.name());
            }
        }
    }
    return names;
}

std::string joinedBy(std::string_view separator, const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text.append(text.empty() ? "" : separator).append(part);
    }
    return text;
}

std::string inDoubleQuotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' || c == '\\' ? "\\" : "";
        quoted += c;
    }
    return quoted + "\"";
}

} // namespace citypanel::text

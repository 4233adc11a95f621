// SPDX-License-Identifier: GPL-3.0-or-later
// DescriptivesStudy: the table of descriptive statistics, by group where asked, and correlations.
#pragma once

#include "core/base/fields.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"
#include "core/panel/panel.h"
#include "core/study/study_result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel::study {

enum class SummaryStatistic : std::uint8_t { N, Mean, Sd, Min, P25, Median, P75, Max, Missing };

constexpr auto enumNames(SummaryStatistic) {
    return std::array{EnumName{SummaryStatistic::N, "n"},
                      EnumName{SummaryStatistic::Mean, "mean"},
                      EnumName{SummaryStatistic::Sd, "sd"},
                      EnumName{SummaryStatistic::Min, "min"},
                      EnumName{SummaryStatistic::P25, "p25"},
                      EnumName{SummaryStatistic::Median, "median"},
                      EnumName{SummaryStatistic::P75, "p75"},
                      EnumName{SummaryStatistic::Max, "max"},
                      EnumName{SummaryStatistic::Missing, "missing"}};
}

/// The heading of its column.
[[nodiscard]] Word headingOf(SummaryStatistic statistic);

struct DescriptivesStudy {
    static constexpr std::string_view id = "descriptives";

    std::string title{};                 ///< caption; empty: made from the kind of table
    std::vector<ColumnName> variables{}; ///< empty: every numeric column but the keys
    ColumnName by{};                     ///< empty: all rows together
    ExpressionText where{};              ///< rows where it is not true are left out
    std::vector<SummaryStatistic> statistics{SummaryStatistic::N,      SummaryStatistic::Mean,
                                             SummaryStatistic::Sd,     SummaryStatistic::Min,
                                             SummaryStatistic::Median, SummaryStatistic::Max};
    bool withCorrelations = false;
    ColumnName andBy{};     ///< with `by`: groups by the combinations of both, e.g. with the period
    FormulaText vifModel{}; ///< whose regressors' variance inflation is shown; empty: no such table

    static constexpr auto fields() {
        return FieldList{field("title", &DescriptivesStudy::title),
                         field("variables", &DescriptivesStudy::variables),
                         field("by", &DescriptivesStudy::by),
                         field("where", &DescriptivesStudy::where),
                         field("statistics", &DescriptivesStudy::statistics),
                         field("with_correlations", &DescriptivesStudy::withCorrelations),
                         field("and_by", &DescriptivesStudy::andBy),
                         field("vif_model", &DescriptivesStudy::vifModel)};
    }

    /// "by" or "by^and_by"; empty without groups.
    [[nodiscard]] std::string grouping() const;

    /// A table of statistics ("descriptives") and, where asked, one of correlations
    /// ("correlations") and one of variance inflation factors ("vif"), effects of its model taken
    /// out. Problems: VariableUnknown, VariableNotNumeric, SampleEmpty, those of
    /// selectRows, Cancelled.
    [[nodiscard]] Result<StudyResult> run(const Panel& panel, Progress& progress) const;

    friend bool operator==(const DescriptivesStudy&, const DescriptivesStudy&) = default;
};

} // namespace citypanel::study

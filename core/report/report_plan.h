// SPDX-License-Identifier: GPL-3.0-or-later
// ReportPlan: which tables and figures a report has, in which order, and how they look.
#pragma once

#include "core/base/fields.h"
#include "core/report/figure_style.h"
#include "core/report/table_edits.h"
#include "core/report/table_style.h"

#include <string>
#include <string_view>
#include <vector>

namespace citypanel::report {

/// A table or figure of a study: its place in the report, and what was changed about it.
struct ReportItem {
    std::string study{};  ///< key of the study in the project
    std::string result{}; ///< key of the table or figure in the study
    bool isIncluded = true;
    TableEdits edits{}; ///< of a figure: the title alone

    static constexpr auto fields() {
        return FieldList{field("study", &ReportItem::study), field("result", &ReportItem::result),
                         field("included", &ReportItem::isIncluded),
                         field("edits", &ReportItem::edits)};
    }

    friend bool operator==(const ReportItem&, const ReportItem&) = default;
};

/// A style kept under a name.
struct NamedStyle {
    std::string name{};
    TableStyle style{};

    static constexpr auto fields() {
        return FieldList{field("name", &NamedStyle::name), field("style", &NamedStyle::style)};
    }

    friend bool operator==(const NamedStyle&, const NamedStyle&) = default;
};

struct ReportPlan {
    TableStyle style{};
    std::vector<NamedStyle> styles{}; ///< the user's own
    Labels labels{};                  ///< of variables and rows, in all tables
    std::vector<ReportItem> items{};  ///< results not named follow in the order of the studies
    FigureStyle figures{};
    bool hasMethods = true;
    bool hasDataAppendix = true;

    static constexpr auto fields() {
        return FieldList{field("style", &ReportPlan::style),
                         field("styles", &ReportPlan::styles),
                         field("labels", &ReportPlan::labels),
                         field("items", &ReportPlan::items),
                         field("figures", &ReportPlan::figures),
                         field("has_methods", &ReportPlan::hasMethods),
                         field("has_data_appendix", &ReportPlan::hasDataAppendix)};
    }

    /// The item of that study and result, or nullptr.
    [[nodiscard]] const ReportItem* find(std::string_view study, std::string_view result) const;
    /// The same to change; appended where there is none.
    [[nodiscard]] ReportItem& at(std::string_view study, std::string_view result);

    friend bool operator==(const ReportPlan&, const ReportPlan&) = default;
};

/// The styles everybody has, by their stable names: "three_line_zh", "three_line_en", "aer",
/// "compact". The first two have a language, the others keep that of the project.
[[nodiscard]] const std::vector<NamedStyle>& builtInStyles();

/// `style` for a table that has been in `current`: a built-in style without a language of its own
/// keeps the current one, and every style keeps the number of the first table and the own note.
[[nodiscard]] TableStyle applied(const NamedStyle& chosen, const TableStyle& current);

} // namespace citypanel::report

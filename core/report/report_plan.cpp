// SPDX-License-Identifier: GPL-3.0-or-later
// Items by their keys, and the built-in styles.
#include "core/report/report_plan.h"

#include <algorithm>

namespace citypanel::report {

const ReportItem* ReportPlan::find(std::string_view study, std::string_view result) const {
    const auto item = std::find_if(items.begin(), items.end(), [&](const ReportItem& i) {
        return i.study == study && i.result == result;
    });
    return item == items.end() ? nullptr : &*item;
}

ReportItem& ReportPlan::at(std::string_view study, std::string_view result) {
    const auto item = std::find_if(items.begin(), items.end(), [&](const ReportItem& i) {
        return i.study == study && i.result == result;
    });
    if (item != items.end()) {
        return *item;
    }
    items.push_back({.study = std::string(study), .result = std::string(result)});
    return items.back();
}

const std::vector<NamedStyle>& builtInStyles() {
    static const std::vector<NamedStyle> styles = [] {
        TableStyle chinese{.language = text::Language::Chinese};
        TableStyle english{.language = text::Language::English};
        // The American Economic Review prints no stars, light rules and a dash in captions.
        TableStyle aer{.stars = {},
                       .listsConstant = false,
                       .rules = RuleStyle::Light,
                       .captions = CaptionStyle::Dash};
        TableStyle compact{.placement = Placement::Beside,
                           .listsControls = false,
                           .listsConstant = false,
                           .marks = MarkStyle::Ticks,
                           .density = Density::Compact};
        return std::vector<NamedStyle>{{"three_line_zh", chinese},
                                       {"three_line_en", english},
                                       {"aer", aer},
                                       {"compact", compact}};
    }();
    return styles;
}

TableStyle applied(const NamedStyle& chosen, const TableStyle& current) {
    TableStyle style = chosen.style;
    if (chosen.name == "aer" || chosen.name == "compact") {
        style.language = current.language;
    }
    style.firstNumber = current.firstNumber;
    style.note = current.note;
    return style;
}

} // namespace citypanel::report

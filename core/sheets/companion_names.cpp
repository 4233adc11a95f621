// SPDX-License-Identifier: GPL-3.0-or-later
// Headings that say growth or rank, called after the variable before them.
#include "core/sheets/companion_names.h"

#include "core/sheets/key_columns.h"
#include "core/sheets/name_forms.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace citypanel::sheets {

namespace {

bool isRowNumber(const std::string& name) {
    static const QRegularExpression words = caseless("^(序号|顺序号?|no\\.?)$");
    return matches(name, words);
}

bool isRankName(const std::string& name) {
    static const QRegularExpression words =
        caseless("^((全国|全省)?(的|中)?(位次|位置|排名|名次|排序|排位|位居|序次)|rank(ing)?)$");
    return isRowNumber(name) || matches(name, words);
}

bool isKey(const Layout& layout, const ColumnLayout& column) {
    return column.column == layout.unitColumn || column.column == layout.periodColumn;
}

/// "增长" of "增长_市辖区", "增长_2" and "增长_市辖区_2".
std::string baseName(const ColumnLayout& column) {
    static const QRegularExpression number(QStringLiteral("_\\d+$"));
    const auto unnumbered = [](const std::string& name) {
        return QString::fromStdString(name).remove(number).toStdString();
    };
    const auto unscoped = [&](const std::string& name) {
        ColumnLayout named = column;
        named.name = name;
        return nameWithoutScope(named);
    };
    std::string name = unscoped(column.name);
    for (const std::string& base : {unnumbered(name), unscoped(unnumbered(column.name))}) {
        if (isCompanionName(base)) {
            return base;
        }
    }
    return name;
}

bool isVariable(const Layout& layout, const ColumnLayout& column) {
    return !isKey(layout, column) && !column.isText && !isCodeName(column.name) &&
           !isCompanionName(baseName(column));
}

/// For each column of a layout the variable beside it, should it be a companion: the one before it;
/// the one behind it where ranks stand before their variables, as the first one does. Null: none.
std::vector<const ColumnLayout*> variablesBeside(const Layout& layout) {
    const auto& columns = layout.columns;
    const auto firstValue =
        std::find_if(columns.begin(), columns.end(), [&](const ColumnLayout& column) {
            return column.column > layout.unitColumn && !isKey(layout, column) && !column.isText;
        });
    const bool doRanksLead = firstValue != columns.end() && isRankName(baseName(*firstValue));
    std::vector<const ColumnLayout*> beside(columns.size());
    const ColumnLayout* before = nullptr;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        before = isVariable(layout, columns[i]) ? &columns[i] : before;
        beside[i] = before;
    }
    const ColumnLayout* behind = nullptr;
    for (std::size_t i = columns.size(); i-- > 0;) {
        behind = isVariable(layout, columns[i]) ? &columns[i] : behind;
        const bool isOfNext = columns[i].column < layout.unitColumn ||
                              (doRanksLead && isRankName(baseName(columns[i])));
        beside[i] = isOfNext && behind != nullptr ? behind : beside[i];
    }
    return beside;
}

/// A companion and the variable it is of.
struct Companion {
    Layout* layout = nullptr;
    ColumnLayout* column = nullptr;
    std::string name{};     ///< of the companion alone
    std::string variable{}; ///< of what it stands beside
    std::string label{};    ///< the same as written
};

std::vector<Companion> companionsOf(Layout& layout) {
    std::vector<Companion> found;
    if (layout.kind == LayoutKind::WideByPeriod) {
        return found; // its columns are years
    }
    const std::vector<const ColumnLayout*> variables = variablesBeside(layout);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        ColumnLayout& column = layout.columns[i];
        const std::string name = baseName(column);
        if (!column.isImported || column.isText || isKey(layout, column) ||
            !isCompanionName(name)) {
            continue;
        }
        if (const ColumnLayout* variable = variables[i]) {
            const std::string label =
                variable->variableLabel.empty() ? variable->label : variable->variableLabel;
            found.push_back({&layout, &column, name, baseName(*variable), label});
        }
    }
    return found;
}

/// Names of the columns of each layout, so that new ones differ from them.
class TakenNames {
public:
    std::string freeName(const Layout& layout, const std::string& name) {
        auto [entry, isNew] = taken_.try_emplace(&layout);
        for (const ColumnLayout& column : layout.columns) {
            if (isNew && column.isImported) {
                entry->second.insert(column.name);
            }
        }
        int& number = numbers_[{&layout, name}];
        std::string free = name;
        while (!entry->second.insert(free).second) {
            number = std::max(number + 1, 2);
            free = name + "_" + std::to_string(number);
        }
        return free;
    }

private:
    std::map<const Layout*, std::set<std::string>> taken_;
    std::map<std::pair<const Layout*, std::string>, int> numbers_;
};

void callAfterVariable(const Companion& companion, TakenNames& names) {
    ColumnLayout& column = *companion.column;
    column.name =
        names.freeName(*companion.layout, companion.variable + "_" + companion.name +
                                              (column.scope.empty() ? "" : "_" + column.scope));
    if (column.variableLabel.empty()) {
        column.variableLabel = companion.label + ", " + column.label;
    }
}

} // namespace

bool isCompanionName(const std::string& name) {
    static const QRegularExpression words = caseless(
        "^(?:比|较|与|同|为|占|的|在|中|居|_|以上年为100|按?可比价格?|上年|去年|上期|同期|前年"
        "|本期|本年|当年|累计|年均|平均每年|实际|名义|全国|全省|(?:19|20)\\d\\d年?|(?<!^)平均"
        "|增长|增减|增加|增幅|增速|增量|升降|上升|下降|减少|变动|变化|同比|环比|发展|速度|幅度"
        "|指数|比重|占比|份额|构成|位次|位置|排名|名次|排序|排位|(?<!^)(?:率|额|量|值|数|比例)"
        "|倍数|百分比|百分点|人均|绝对[数额值量]|(?<=占)(?:gdp|国内生产总值|地区生产总值|生产总值))"
        "+$"
        "|^(?:annual |yearly )?(?:growth|change)(?: ?rate)?$|^yoy$|^share$");
    static const QRegularExpression yearsAlone = caseless("^[_\\d年上去前本当期比同]*$");
    static const QRegularExpression changes = caseless("^(同比|环比)$");
    return isRankName(name) || matches(name, changes) ||
           (matches(name, words) && !matches(name, yearsAlone));
}

bool saysRank(const std::string& heading) {
    static const QRegularExpression words =
        caseless("(位次|排名|名次|排序|排位|序号|顺序号?|\\brank(ing)?|\\bno\\.?)$");
    return matches(heading, words);
}

void nameCompanions(ImportPlan& plan) {
    std::map<std::string, std::vector<Companion>> byName; // row numbers also by sheet
    for (SheetImport& entry : plan.sheets) {
        for (Companion& companion : companionsOf(entry.layout)) {
            const std::string within =
                isRowNumber(companion.name) ? "\n" + entry.file + "\n" + entry.sheet : "";
            byName[companion.name + within].push_back(companion);
        }
    }
    TakenNames names;
    for (const auto& [key, companions] : byName) {
        std::set<std::string> variables;
        for (const Companion& companion : companions) {
            variables.insert(companion.variable);
        }
        for (const Companion& companion : companions) {
            if (variables.size() > 1) {
                callAfterVariable(companion, names);
            }
        }
    }
}

} // namespace citypanel::sheets

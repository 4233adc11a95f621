// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of a plan: conversions offered and taken, variables renamed, periods told.
#include "core/sheets/cell_text.h"
#include "core/sheets/find_sheet.h"
#include "core/sheets/import.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/plan_decisions.h"
#include "core/sheets/regions.h"
#include "core/sheets/typical_size.h"
#include "core/sheets/unit_of_measure.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace citypanel::sheets {

namespace {

/// The column of a variable in one table; of a wide table the first of its years.
struct VariableColumn {
    const SheetImport* table;
    const ColumnLayout* column;
};

using ColumnsByVariable = std::map<std::string, std::vector<VariableColumn>>;

ColumnsByVariable columnsByVariable(const ImportPlan& plan) {
    ColumnsByVariable columns;
    for (const SheetImport& table : plan.sheets) {
        std::set<std::string> seen;
        for (const ColumnLayout& column : table.layout.columns) {
            if (column.isImported && !column.isText && seen.insert(column.name).second) {
                columns[column.name].push_back({&table, &column});
            }
        }
    }
    return columns;
}

/// The median size of the numbers of a column, zeros left out; 0 where it has none.
double typicalSize(const Sheet& sheet, const Layout& layout, std::int64_t column) {
    std::vector<double> sizes;
    const auto end = std::min(static_cast<std::size_t>(layout.bodyEnd), sheet.rowCount());
    for (auto row = static_cast<std::size_t>(layout.bodyBegin); row < end; ++row) {
        if (isLeftOut(sheet, layout, row)) {
            continue;
        }
        const CellValue value = readNumber(sheet.at(row, static_cast<std::size_t>(column)));
        if (value.meaning == CellMeaning::Number && value.number != 0) {
            sizes.push_back(std::abs(value.number));
        }
    }
    return medianSize(std::move(sizes));
}

double typicalSize(std::span<const Workbook* const> workbooks, const VariableColumn& where) {
    const Sheet* sheet = findSheet(workbooks, *where.table);
    if (sheet == nullptr) {
        return 0;
    }
    const LaidOutSheet grid(*sheet, where.table->layout);
    return typicalSize(*grid, where.table->layout, where.column->column);
}

/// The same of the values as they are read.
double typicalSizeAsRead(std::span<const Workbook* const> workbooks, const ImportPlan& plan,
                         const VariableColumn& where) {
    const double size = typicalSize(workbooks, where);
    const auto* change = conversionOf(plan, *where.table, *where.column);
    return change == nullptr ? size : conversion(change->from, change->to)->operator()(size);
}

/// The most frequent of some units of measure, the first of them among equals; "" is none.
std::string mostFrequent(const std::vector<std::string>& units) {
    std::map<std::string, std::size_t> counts;
    std::string best;
    for (const std::string& unit : units) {
        ++counts[unit];
    }
    for (const std::string& unit : units) {
        if (!unit.empty() && (best.empty() || counts[unit] > counts[best])) {
            best = unit;
        }
    }
    return best;
}

/// The unit of measure that columns were converted to; where none was, the one most of them have.
std::string commonUnit(const ImportPlan& plan, const std::vector<VariableColumn>& columns) {
    std::vector<std::string> converted;
    std::vector<std::string> written;
    for (const VariableColumn& where : columns) {
        if (const auto* change = conversionOf(plan, *where.table, *where.column)) {
            converted.push_back(change->to);
        }
        written.push_back(where.column->unitOfMeasure);
    }
    return mostFrequent(converted.empty() ? written : converted);
}

bool areNear(double a, double b) {
    constexpr double factor = 5; // a decade of growth, but never 万 against 亿
    return a > 0 && b > 0 && a < factor * b && b < factor * a;
}

bool isDecided(const UnitConversion& offer, const std::vector<UnitConversion>& decided) {
    return std::any_of(decided.begin(), decided.end(), [&](const UnitConversion& known) {
        return known.file == offer.file && known.sheet == offer.sheet &&
               known.table == offer.table && known.variable == offer.variable &&
               known.from == offer.from;
    });
}

UnitConversion conversionTo(const std::string& to, const VariableColumn& where) {
    return {.file = where.table->file,
            .sheet = where.table->sheet,
            .table = where.table->table,
            .variable = where.column->name,
            .from = where.column->unitOfMeasure,
            .to = to};
}

/// Parts of one table, parted by a line that says the unit of measure of the rows below it.
bool standUnderOneHeader(const VariableColumn& a, const VariableColumn& b) {
    const Layout& first = a.table->layout;
    const Layout& second = b.table->layout;
    return a.table->file == b.table->file && a.table->sheet == b.table->sheet &&
           a.column->column == b.column->column && first.headerBegin == second.headerBegin &&
           first.headerEnd == second.headerEnd && first.bodyBegin != second.bodyBegin &&
           first.isTransposed == second.isTransposed;
}

bool lacksPeriod(const SheetImport& entry) {
    const PeriodRule rule = entry.layout.periodRule;
    const bool isAcross =
        rule == PeriodRule::Headers && entry.layout.kind == LayoutKind::WideByPeriod;
    const bool isOwn = rule == PeriodRule::Column || isAcross;
    return !isOwn && periodOfSheet(entry.layout, entry.file, entry.sheet) == 0;
}

} // namespace

std::vector<UnitConversion> conversionOffers(std::span<const Workbook* const> workbooks,
                                             const ImportPlan& plan) {
    std::vector<UnitConversion> offers;
    std::copy_if(plan.conversions.begin(), plan.conversions.end(), std::back_inserter(offers),
                 [](const UnitConversion& known) { return known.state != NameState::Offered; });
    const std::vector<UnitConversion> decided = offers;
    for (const auto& [name, columns] : columnsByVariable(plan)) {
        const std::string common = commonUnit(plan, columns);
        const auto reference =
            std::find_if(columns.begin(), columns.end(), [&](const VariableColumn& where) {
                return unitAsRead(plan, *where.table, *where.column) == common;
            });
        for (const VariableColumn& where : columns) {
            const auto change = conversion(where.column->unitOfMeasure, common);
            UnitConversion offer = conversionTo(common, where);
            if (!change || change->changesNothing() || isDecided(offer, decided)) {
                continue;
            }
            const double here = typicalSize(workbooks, where);
            const double there = typicalSizeAsRead(workbooks, plan, *reference);
            const bool isSaidWithin =
                std::any_of(columns.begin(), columns.end(), [&](const VariableColumn& other) {
                    return standUnderOneHeader(where, other) &&
                           unitAsRead(plan, *other.table, *other.column) == common;
                });
            offer.isSure =
                (isSaidWithin || areNear((*change)(here), there)) && !areNear(here, there);
            offers.push_back(std::move(offer));
        }
    }
    return offers;
}

ImportPlan withSureConversions(ImportPlan plan) {
    for (UnitConversion& offer : plan.conversions) {
        const bool isWaiting = offer.state == NameState::Offered && offer.isSure;
        offer.state = isWaiting ? NameState::Accepted : offer.state;
    }
    return plan;
}

ImportPlan withUnitOfMeasure(ImportPlan plan, const std::string& variable,
                             const std::string& unitOfMeasure) {
    std::erase_if(plan.conversions,
                  [&](const UnitConversion& known) { return known.variable == variable; });
    std::vector<UnitConversion> decided;
    for (const auto& [name, columns] : columnsByVariable(plan)) {
        for (const VariableColumn& where : columns) {
            const auto change = conversion(where.column->unitOfMeasure, unitOfMeasure);
            if (name == variable && change && where.column->unitOfMeasure != unitOfMeasure) {
                decided.push_back(conversionTo(unitOfMeasure, where));
                decided.back().state = NameState::Accepted;
            }
        }
    }
    plan.conversions.insert(plan.conversions.end(), decided.begin(), decided.end());
    return plan;
}

ImportPlan withVariableRenamed(ImportPlan plan, const std::string& from, const std::string& to) {
    for (SheetImport& entry : plan.sheets) {
        for (ColumnLayout& column : entry.layout.columns) {
            column.name = column.name == from ? to : column.name;
        }
    }
    const auto rename = [&](auto& decisions) {
        for (auto& decision : decisions) {
            decision.variable = decision.variable == from ? to : decision.variable;
        }
    };
    rename(plan.variableRules);
    rename(plan.values);
    rename(plan.conversions);
    return plan;
}

Problems missingPeriods(const ImportPlan& plan) {
    Problems problems;
    for (const SheetImport& entry : plan.sheets) {
        if (lacksPeriod(entry)) {
            problems.push_back({.code = ProblemCode::PeriodMissing,
                                .place = {.file = entry.file, .sheet = entry.sheet}});
        }
    }
    return problems;
}

ImportPlan withPeriod(ImportPlan plan, std::int64_t period, std::span<const std::string> files) {
    for (SheetImport& entry : plan.sheets) {
        const bool isMeant =
            files.empty() || std::find(files.begin(), files.end(), entry.file) != files.end();
        if (isMeant && lacksPeriod(entry)) {
            entry.layout.periodRule = PeriodRule::Given;
            entry.layout.givenPeriod = period;
            entry.layout.isPeriodGuessed = false;
        }
    }
    return plan;
}

} // namespace citypanel::sheets

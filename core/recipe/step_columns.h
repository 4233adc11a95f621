// SPDX-License-Identifier: GPL-3.0-or-later
// The columns a struct of parameters reads, found by the types of its fields.
#pragma once

#include "core/base/fields.h"
#include "core/base/tagged_text.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::recipe {

/// Old name -> new name.
using ColumnNames = std::map<std::string, std::string>;

/// The columns an expression reads; none where it does not parse.
[[nodiscard]] std::vector<std::string> columnsIn(const ExpressionText& expression);

/// The expression with all columns renamed at once (two names may be exchanged); unchanged where it
/// does not parse.
[[nodiscard]] ExpressionText renamedIn(const ExpressionText& expression, const ColumnNames& names);

/// The same of a model formula.
[[nodiscard]] std::vector<std::string> columnsIn(const FormulaText& formula);
[[nodiscard]] FormulaText renamedIn(const FormulaText& formula, const ColumnNames& names);

/// Adds a column's name once; empty names do not count.
void addNeed(std::vector<std::string>& needs, const std::string& name);

// One overload a kind of member; members of other kinds read no column.
template <typename T>
void collectColumns(const T& value, std::vector<std::string>& needs);
template <typename T>
void renameColumns(T& value, const ColumnNames& names);

inline void collectColumns(const ColumnName& name, std::vector<std::string>& needs) {
    addNeed(needs, name.text);
}

inline void collectColumns(const ExpressionText& expression, std::vector<std::string>& needs) {
    for (const std::string& name : columnsIn(expression)) {
        addNeed(needs, name);
    }
}

inline void collectColumns(const FormulaText& formula, std::vector<std::string>& needs) {
    for (const std::string& name : columnsIn(formula)) {
        addNeed(needs, name);
    }
}

template <typename T>
void collectColumns(const std::vector<T>& values, std::vector<std::string>& needs) {
    for (const T& value : values) {
        collectColumns(value, needs);
    }
}

template <typename T>
void collectColumns(const T& value, std::vector<std::string>& needs) {
    if constexpr (HasFields<T>) {
        visitFields(value,
                    [&](std::string_view, const auto& member) { collectColumns(member, needs); });
    }
}

inline void renameColumns(ColumnName& name, const ColumnNames& names) {
    if (const auto found = names.find(name.text); found != names.end()) {
        name.text = found->second;
    }
}

inline void renameColumns(ExpressionText& expression, const ColumnNames& names) {
    expression = renamedIn(expression, names);
}

inline void renameColumns(FormulaText& formula, const ColumnNames& names) {
    formula = renamedIn(formula, names);
}

template <typename T>
void renameColumns(std::vector<T>& values, const ColumnNames& names) {
    for (T& value : values) {
        renameColumns(value, names);
    }
}

template <typename T>
void renameColumns(T& value, const ColumnNames& names) {
    if constexpr (HasFields<T>) {
        visitFields(value, [&](std::string_view, auto& member) { renameColumns(member, names); });
    }
}

/// All columns that the fields of a step name or use in expressions.
template <HasFields Step>
[[nodiscard]] std::vector<std::string> columnsRead(const Step& step) {
    std::vector<std::string> needs;
    collectColumns(step, needs);
    return needs;
}

} // namespace citypanel::recipe

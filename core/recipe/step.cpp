// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatch over the variant of steps.
#include "core/recipe/step.h"

#include "core/recipe/step_columns.h"
#include "core/recipe/unknown_kind.h"

#include <type_traits>
#include <utility>

namespace citypanel::recipe {

namespace {

/// The alternatives of the variant from index I on; UnknownStep, the last, is left out.
template <std::size_t I = 0>
std::optional<Step> defaultOf(std::string_view id) {
    using Kind = std::variant_alternative_t<I, Step>;
    if constexpr (KnownStep<Kind>) {
        return Kind::id == id ? std::optional<Step>(Kind{}) : defaultOf<I + 1>(id);
    } else {
        return std::nullopt;
    }
}

template <std::size_t I = 0>
void collectIds(std::vector<std::string_view>& ids) {
    using Kind = std::variant_alternative_t<I, Step>;
    if constexpr (KnownStep<Kind>) {
        ids.push_back(Kind::id);
        collectIds<I + 1>(ids);
    }
}

} // namespace

ColumnEffect UnknownStep::effect(const Columns&) const {
    return {};
}

Problems UnknownStep::check(const Columns&) const {
    return {unknownKind(name, json, stepIds())};
}

Result<StepOutcome> UnknownStep::apply(const Panel&, const std::string&, Progress&) const {
    return unknownKind(name, json, stepIds());
}

std::string_view idOf(const Step& step) {
    return std::visit(
        [](const auto& kind) -> std::string_view {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (KnownStep<Kind>) {
                return Kind::id;
            } else {
                return kind.name;
            }
        },
        step);
}

std::optional<Step> stepOfId(std::string_view id) {
    return defaultOf(id);
}

std::vector<std::string_view> stepIds() {
    std::vector<std::string_view> ids;
    collectIds(ids);
    return ids;
}

ColumnEffect effectOf(const Step& step, const Columns& columns) {
    return std::visit([&](const auto& kind) { return kind.effect(columns); }, step);
}

Problems checkStep(const Step& step, const Columns& columns) {
    return std::visit([&](const auto& kind) { return kind.check(columns); }, step);
}

Result<StepOutcome> applyStep(const Step& step, const Panel& panel, const std::string& key,
                              Progress& progress) {
    return std::visit([&](const auto& kind) { return kind.apply(panel, key, progress); }, step);
}

Step renamed(Step step, const ColumnNames& names) {
    std::visit(
        [&](auto& kind) {
            if constexpr (KnownStep<std::decay_t<decltype(kind)>>) {
                renameColumns(kind, names);
            }
        },
        step);
    return step;
}

} // namespace citypanel::recipe

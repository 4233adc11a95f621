// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of studies and running one of them.
#include "core/study/study.h"

#include "core/recipe/unknown_kind.h"

#include <type_traits>
#include <utility>

namespace citypanel::study {

namespace {

/// Calls visit with a default value of every known kind, in order.
template <typename Visit, std::size_t... Index>
void forEachKind(Visit&& visit, std::index_sequence<Index...>) {
    const auto call = [&visit]<typename Kind>(Kind kind) {
        if constexpr (KnownStudy<Kind>) {
            visit(std::move(kind));
        }
    };
    (call(std::variant_alternative_t<Index, Study>{}), ...);
}

constexpr auto allKinds = std::make_index_sequence<std::variant_size_v<Study>>{};

} // namespace

Result<StudyResult> UnknownStudy::run(const Panel&, Progress&) const {
    return recipe::unknownKind(name, json, studyIds());
}

std::string_view idOf(const Study& study) {
    return std::visit(
        [](const auto& kind) -> std::string_view {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (KnownStudy<Kind>) {
                return Kind::id;
            } else {
                return kind.name;
            }
        },
        study);
}

std::optional<Study> studyOfId(std::string_view id) {
    std::optional<Study> result;
    forEachKind(
        [&](auto kind) {
            if (kind.id == id) {
                result = std::move(kind);
            }
        },
        allKinds);
    return result;
}

std::vector<std::string_view> studyIds() {
    std::vector<std::string_view> ids;
    forEachKind([&ids](const auto& kind) { ids.push_back(kind.id); }, allKinds);
    return ids;
}

Result<StudyResult> runStudy(const Study& study, const Panel& panel, Progress& progress) {
    return std::visit([&](const auto& kind) { return kind.run(panel, progress); }, study);
}

} // namespace citypanel::study

// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of study and their ids.
#include "core/study/study.h"

#include <type_traits>

namespace citypanel::study {

namespace {

/// The alternatives of the variant from index I on; UnknownStudy, the last, is left out.
template <std::size_t I = 0>
std::optional<Study> defaultOf(std::string_view id) {
    using Kind = std::variant_alternative_t<I, Study>;
    if constexpr (KnownStudy<Kind>) {
        return Kind::id == id ? std::optional<Study>(Kind{}) : defaultOf<I + 1>(id);
    } else {
        return std::nullopt;
    }
}

template <std::size_t I = 0>
void collectIds(std::vector<std::string_view>& ids) {
    using Kind = std::variant_alternative_t<I, Study>;
    if constexpr (KnownStudy<Kind>) {
        ids.push_back(Kind::id);
        collectIds<I + 1>(ids);
    }
}

} // namespace

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
    return defaultOf(id);
}

std::vector<std::string_view> studyIds() {
    std::vector<std::string_view> ids;
    collectIds(ids);
    return ids;
}

} // namespace citypanel::study

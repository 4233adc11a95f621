// SPDX-License-Identifier: GPL-3.0-or-later
// Fields: the one list of a parameter struct's names and members, from which its JSON, its form in
// the window, its command-line options and its content hash come.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace citypanel {

/// A name and a pointer to member. The name is at once the JSON key, the command-line option and
/// the objectName of the widget that edits it.
template <typename Struct, typename Member>
struct Field {
    std::string_view name;
    Member Struct::*member;
};

template <typename Struct, typename Member>
constexpr Field<Struct, Member> field(std::string_view name, Member Struct::*member) {
    return {name, member};
}

/// One place of a FieldList; the number tells fields of one type apart.
template <std::size_t Index, typename F>
struct FieldPlace {
    F field;
};

template <typename Indices, typename... Fields>
struct FieldPlaces;

template <std::size_t... Index, typename... Fields>
struct FieldPlaces<std::index_sequence<Index...>, Fields...> : FieldPlace<Index, Fields>... {
    constexpr explicit FieldPlaces(Fields... fields) : FieldPlace<Index, Fields>{fields}... {}

    /// Calls visit(field) for every field, in order.
    template <typename Visit>
    constexpr void each(Visit&& visit) const {
        (visit(static_cast<const FieldPlace<Index, Fields>&>(*this).field), ...);
    }
};

/// Fields in order. Not a std::tuple: the constructors that one checks for every list took a third
/// of the time of reading the headers of the recipe.
template <typename... Fields>
struct FieldList : FieldPlaces<std::index_sequence_for<Fields...>, Fields...> {
    using FieldPlaces<std::index_sequence_for<Fields...>, Fields...>::FieldPlaces;
};

template <typename... Fields>
FieldList(Fields...) -> FieldList<Fields...>;

/// A struct with `static constexpr auto fields()` returning a FieldList.
template <typename T>
concept HasFields = requires {
    T::fields();
};

/// Calls visit(name, member) for every field of a value, in order.
template <HasFields T, typename Visit>
constexpr void visitFields(T& value, Visit&& visit) {
    std::remove_const_t<T>::fields().each([&](const auto& field) {
        // The analyzer loses sight of members that a base class holds.
        visit(field.name, value.*(field.member)); // NOLINT(clang-analyzer-core.*)
    });
}

/// One value of an enumeration and its stable name.
template <typename Enum>
struct EnumName {
    Enum value;
    std::string_view name;
};

// clang 14 deduces no aggregates without it.
template <typename Enum>
EnumName(Enum, std::string_view) -> EnumName<Enum>;

/// An enumeration with a function `constexpr auto enumNames(Enum)` in its namespace that returns a
/// std::array of EnumName.
template <typename E>
concept HasEnumNames = std::is_enum_v<E> && requires(E e) {
    enumNames(e);
};

template <HasEnumNames E>
[[nodiscard]] constexpr std::string_view nameOf(E value) {
    for (const auto& entry : enumNames(value)) {
        if (entry.value == value) {
            return entry.name;
        }
    }
    return {};
}

template <HasEnumNames E>
[[nodiscard]] constexpr std::optional<E> valueOf(std::string_view name) {
    for (const auto& entry : enumNames(E{})) {
        if (entry.name == name) {
            return entry.value;
        }
    }
    return std::nullopt;
}

} // namespace citypanel

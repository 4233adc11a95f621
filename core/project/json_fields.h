// SPDX-License-Identifier: GPL-3.0-or-later
// Any struct with fields() to JSON and back: one overload a kind of member.
#pragma once

#include "core/base/fields.h"
#include "core/base/result.h"
#include "core/base/tagged_text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace citypanel::project {

[[nodiscard]] inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// Writing. Doubles are written in the shortest form that reads back (QJsonDocument), keys in the
// order of their code points (QJsonObject). Declared first, since they call one another.
template <HasFields T>
[[nodiscard]] QJsonObject toJson(const T& value);
template <typename T>
[[nodiscard]] QJsonValue toJson(const std::vector<T>& values);
template <typename T>
[[nodiscard]] QJsonValue toJson(const std::optional<T>& value);
template <typename T>
[[nodiscard]] QJsonValue toJson(const std::map<std::string, T>& values);

[[nodiscard]] inline QJsonValue toJson(const std::string& text) {
    return toQString(text);
}

template <TaggedTextType T>
[[nodiscard]] QJsonValue toJson(const T& value) {
    return toQString(value.text);
}

template <HasEnumNames E>
[[nodiscard]] QJsonValue toJson(E value) {
    return toQString(nameOf(value));
}

template <typename T>

requires(std::is_arithmetic_v<T>) [[nodiscard]] QJsonValue toJson(T value) {
    if constexpr (std::is_same_v<T, bool> || std::is_floating_point_v<T>) {
        return QJsonValue(value);
    } else {
        return QJsonValue(static_cast<qint64>(value));
    }
}

template <typename T>
QJsonValue toJson(const std::vector<T>& values) {
    QJsonArray array;
    for (const auto& value : values) {
        array.append(toJson(static_cast<const T&>(value)));
    }
    return array;
}

template <typename T>
QJsonValue toJson(const std::optional<T>& value) {
    return value ? QJsonValue(toJson(*value)) : QJsonValue(QJsonValue::Null);
}

template <typename T>
QJsonValue toJson(const std::map<std::string, T>& values) {
    QJsonObject object;
    for (const auto& [key, value] : values) {
        object.insert(toQString(key), toJson(value));
    }
    return object;
}

template <HasFields T>
QJsonObject toJson(const T& value) {
    QJsonObject object;
    visitFields(value, [&](std::string_view name, const auto& member) {
        object.insert(toQString(name), toJson(member));
    });
    return object;
}

/// FileCorrupt: what stands at a place of the JSON and what belongs there. The place ("steps[2]
/// .lower") is put together on the way out by `at`.
[[nodiscard]] Problem jsonProblem(const QJsonValue& found, std::string expected);
/// The same problem, seen from one level further out.
[[nodiscard]] Problem at(Problem problem, std::string_view step);

/// The number of a file's format under the key "version", at most `newest`. Problems: FileCorrupt
/// where it is no whole number, FileVersionNewer.
[[nodiscard]] Result<int> versionOf(const QJsonObject& json, int newest);

// Reading. A key that is absent leaves the member's default; a key that is not a field is a
// Problem, so that nothing is dropped silently.
template <HasFields T>
[[nodiscard]] Status fromJson(const QJsonValue& json, T& value);
template <typename T>
[[nodiscard]] Status fromJson(const QJsonValue& json, std::vector<T>& values);
template <typename T>
[[nodiscard]] Status fromJson(const QJsonValue& json, std::optional<T>& value);
template <typename T>
[[nodiscard]] Status fromJson(const QJsonValue& json, std::map<std::string, T>& values);

[[nodiscard]] Status fromJson(const QJsonValue& json, std::string& text);
[[nodiscard]] Status fromJson(const QJsonValue& json, bool& value);
[[nodiscard]] Status fromJson(const QJsonValue& json, double& value);

template <TaggedTextType T>
[[nodiscard]] Status fromJson(const QJsonValue& json, T& value) {
    return fromJson(json, value.text);
}

template <HasEnumNames E>
[[nodiscard]] Status fromJson(const QJsonValue& json, E& value) {
    const auto known = valueOf<E>(json.toString().toStdString());
    if (!json.isString() || !known) {
        std::string names;
        for (const auto& entry : enumNames(E{})) {
            names += (names.empty() ? "" : ", ") + std::string(entry.name);
        }
        return jsonProblem(json, names);
    }
    value = *known;
    return {};
}

template <typename T>

requires(std::is_integral_v<T>) [[nodiscard]] Status fromJson(const QJsonValue& json, T& value) {
    constexpr double largest = 9007199254740992.0; // 2^53
    const double number = json.toDouble(0.5);
    const qint64 integer = json.toInteger();
    const bool isWhole = json.isDouble() && std::abs(number) <= largest &&
                         number == std::floor(number) &&
                         static_cast<qint64>(static_cast<T>(integer)) == integer;
    if (!isWhole) {
        return jsonProblem(json, "integer");
    }
    value = static_cast<T>(integer);
    return {};
}

template <typename T>
Status fromJson(const QJsonValue& json, std::vector<T>& values) {
    if (!json.isArray()) {
        return jsonProblem(json, "array");
    }
    values.clear();
    const QJsonArray array = json.toArray();
    for (const auto& item : array) {
        T value{};
        if (Status status = fromJson(QJsonValue(item), value); !status) {
            return at(status.error(), "[" + std::to_string(values.size()) + "]");
        }
        values.push_back(std::move(value));
    }
    return {};
}

template <typename T>
Status fromJson(const QJsonValue& json, std::optional<T>& value) {
    if (json.isNull()) {
        value.reset();
        return {};
    }
    return fromJson(json, value.emplace());
}

template <typename T>
Status fromJson(const QJsonValue& json, std::map<std::string, T>& values) {
    if (!json.isObject()) {
        return jsonProblem(json, "object");
    }
    values.clear();
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const std::string key = entry.key().toStdString();
        if (Status status = fromJson(QJsonValue(entry.value()), values[key]); !status) {
            return at(status.error(), "." + key);
        }
    }
    return {};
}

template <HasFields T>
Status fromJson(const QJsonValue& json, T& value) {
    if (!json.isObject()) {
        return jsonProblem(json, "object");
    }
    QJsonObject object = json.toObject();
    Status status;
    visitFields(value, [&](std::string_view name, auto& member) {
        const QJsonValue item = object.take(toQString(name));
        if (!status || item.isUndefined()) {
            return;
        }
        if (Status read = fromJson(item, member); !read) {
            status = Status(at(read.error(), "." + std::string(name)));
        }
    });
    if (status && !object.isEmpty()) {
        const std::string key = object.begin().key().toStdString();
        return at(jsonProblem(QJsonValue(object.begin().value()), ""), "." + key);
    }
    return status;
}

} // namespace citypanel::project

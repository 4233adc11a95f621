// SPDX-License-Identifier: GPL-3.0-or-later
// JsonWriter: JSON with keys in the order written and numbers of 17 significant digits.
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace citypanel::report {

/// Writes one JSON value. A number that is NaN or infinite becomes null. Objects and arrays of
/// `Form::Line` stay on one line.
class JsonWriter {
public:
    enum class Form : std::uint8_t { Lines, Line };

    JsonWriter& beginObject(Form form = Form::Lines);
    JsonWriter& endObject();
    JsonWriter& beginArray(Form form = Form::Lines);
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(double number);
    JsonWriter& value(bool truth);
    JsonWriter& value(std::string_view text);

    JsonWriter& value(const char* text) { return value(std::string_view(text)); }

    template <typename Integer>

    requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)

        JsonWriter& value(Integer number) {
        return integer(static_cast<std::int64_t>(number));
    }

    JsonWriter& null();

    template <typename T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

    /// The text written so far, ended by a line feed; complete once everything is closed.
    [[nodiscard]] QByteArray take();

private:
    struct Level {
        Form form;
        bool isEmpty = true;
    };

    JsonWriter& integer(std::int64_t number);
    JsonWriter& open(char bracket, Form form);
    JsonWriter& close(char bracket);
    void separate();
    void startLine();
    void quoted(std::string_view text);

    QByteArray out_;
    std::vector<Level> levels_;
    bool afterKey_ = false;
};

} // namespace citypanel::report

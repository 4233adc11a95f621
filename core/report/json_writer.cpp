// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text, written from front to back.
#include "core/report/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace citypanel::report {

JsonWriter& JsonWriter::beginObject(Form form) {
    return open('{', form);
}

JsonWriter& JsonWriter::endObject() {
    return close('}');
}

JsonWriter& JsonWriter::beginArray(Form form) {
    return open('[', form);
}

JsonWriter& JsonWriter::endArray() {
    return close(']');
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    quoted(name);
    out_ += ": ";
    afterKey_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) {
        return null();
    }
    separate();
    std::array<char, 32> digits{};
    const double unsignedZero = number == 0.0 ? 0.0 : number;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), unsignedZero,
                                   std::chars_format::general, 17);
    out_.append(digits.data(), end.ptr - digits.data());
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    out_ += truth ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    quoted(text);
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

QByteArray JsonWriter::take() {
    out_ += '\n';
    return std::move(out_);
}

JsonWriter& JsonWriter::integer(std::int64_t number) {
    separate();
    out_ += QByteArray::number(static_cast<qlonglong>(number));
    return *this;
}

JsonWriter& JsonWriter::open(char bracket, Form form) {
    separate();
    out_ += bracket;
    const bool insideLine = !levels_.empty() && levels_.back().form == Form::Line;
    levels_.push_back({insideLine ? Form::Line : form});
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.form == Form::Lines && !level.isEmpty) {
        startLine();
    }
    out_ += bracket;
    return *this;
}

void JsonWriter::separate() {
    if (afterKey_) {
        afterKey_ = false;
        return;
    }
    if (levels_.empty()) {
        return;
    }
    Level& level = levels_.back();
    if (!level.isEmpty) {
        out_ += level.form == Form::Line ? ", " : ",";
    }
    level.isEmpty = false;
    if (level.form == Form::Lines) {
        startLine();
    }
}

void JsonWriter::startLine() {
    out_ += '\n';
    out_.append(2 * static_cast<qsizetype>(levels_.size()), ' ');
}

void JsonWriter::quoted(std::string_view text) {
    static constexpr std::string_view hexDigits = "0123456789abcdef";
    out_ += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += '\\';
            out_ += c;
        } else if (c == '\n') {
            out_ += "\\n";
        } else if (c == '\t') {
            out_ += "\\t";
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += hexDigits[byte >> 4U];
            out_ += hexDigits[byte & 0xFU];
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

} // namespace citypanel::report

// SPDX-License-Identifier: GPL-3.0-or-later
// Names in the other languages, and the choice of the language.
#include "core/text/step_code.h"

#include "core/text/step_code_writers.h"

#include <array>
#include <cctype>

namespace citypanel::text {

namespace {

constexpr std::size_t longestStataName = 32;

bool isPlainByte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 128 || std::isalnum(byte) != 0 || c == '_';
}

std::string stataName(std::string_view column) {
    std::string name;
    for (const char c : column) {
        name += isPlainByte(c) ? c : '_';
    }
    if (name.empty() || std::isdigit(static_cast<unsigned char>(name.front())) != 0) {
        name.insert(name.begin(), '_');
    }
    // Cut at 32 characters, which may take several bytes each.
    std::size_t characters = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool isFirstByte = (static_cast<unsigned char>(name[at]) & 0xC0U) != 0x80U;
        characters += isFirstByte ? 1U : 0U;
        if (characters > longestStataName) {
            name.resize(at);
        }
    }
    return name;
}

std::string rName(std::string_view column) {
    constexpr std::array reserved{"if",   "else",  "for",  "while", "repeat", "function", "in",
                                  "next", "break", "TRUE", "FALSE", "NULL",   "NA",       "NaN"};
    bool isPlain = !column.empty();
    for (const char c : column) {
        const auto byte = static_cast<unsigned char>(c);
        isPlain = isPlain && byte < 128 && (isPlainByte(c) || c == '.');
    }
    isPlain = isPlain && std::isalpha(static_cast<unsigned char>(column.front())) != 0;
    for (const char* word : reserved) {
        isPlain = isPlain && column != word;
    }
    return isPlain ? std::string(column) : "`" + std::string(column) + "`";
}

} // namespace

std::string codeName(std::string_view column, CodeLanguage language) {
    return language == CodeLanguage::Stata ? stataName(column) : rName(column);
}

std::string otherTableFile(const recipe::MergeStep& step) {
    const std::string& source = step.source.text;
    std::string stem = source.substr(0, source.rfind('.'));
    if (!step.sheet.empty()) {
        stem.append("_").append(step.sheet);
    }
    return stem + ".csv";
}

std::optional<std::string> stepCode(const recipe::Step& step, const recipe::Columns& before,
                                    CodeLanguage language) {
    return language == CodeLanguage::Stata ? stataStepCode(step, before) : rStepCode(step, before);
}

std::string stepCodePreamble(const PanelKeys& keys, CodeLanguage language) {
    return language == CodeLanguage::Stata ? stataPreamble(keys) : rPreamble();
}

} // namespace citypanel::text

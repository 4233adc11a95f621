// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases in a language: patterns filled, lists joined, names of common groups translated.
#include "core/text/numbers.h"
#include "core/text/pattern.h"
#include "core/text/words.h"

#include <array>

namespace citypanel::text {

namespace {

/// Names of key columns that both languages know, so that `city` gives 城市固定效应.
constexpr std::array groupNames{
    Bilingual{"city", "城市"},    Bilingual{"year", "年份"},     Bilingual{"province", "省份"},
    Bilingual{"county", "县域"},  Bilingual{"region", "地区"},   Bilingual{"country", "国家"},
    Bilingual{"firm", "企业"},    Bilingual{"industry", "行业"}, Bilingual{"month", "月份"},
    Bilingual{"quarter", "季度"}, Bilingual{"unit", "个体"},     Bilingual{"period", "时期"},
};

std::string groupName(const std::string& name, Language language) {
    for (const Bilingual& known : groupNames) {
        if (name == known.english || name == known.chinese) {
            return std::string(known.in(language));
        }
    }
    return name;
}

std::vector<std::string> saidArguments(const study::Phrase& phrase, Language language) {
    std::vector<std::string> said;
    for (const study::Phrase& argument : phrase.arguments) {
        said.push_back(say(argument, language));
    }
    return said;
}

std::string product(const std::vector<std::string>& factors, Language language) {
    std::string result;
    for (const std::string& factor : factors) {
        if (!result.empty()) {
            result += language == Language::English ? " × " : "×";
        }
        result += factor;
    }
    return result;
}

/// The text begins with a word of ours, not with a string of the user's.
bool beginsWithOurWord(const study::Phrase& phrase, Language language) {
    using study::Word;
    switch (phrase.word) {
    case Word::Own:
    case Word::Number:
    case Word::Decimal:
        return false;
    case Word::Group:
        return groupName(phrase.own, Language::English) != phrase.own ||
               groupName(phrase.own, Language::Chinese) != phrase.own;
    case Word::List:
    case Word::Product:
        return !phrase.arguments.empty() && beginsWithOurWord(phrase.arguments.front(), language);
    default:
        if (wordPattern(phrase.word).in(language).substr(0, 3) == "{1}") {
            return !phrase.arguments.empty() &&
                   beginsWithOurWord(phrase.arguments.front(), language);
        }
        return true;
    }
}

bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80U;
}

} // namespace

std::string listed(const std::vector<std::string>& items, Language language) {
    const bool isEnglish = language == Language::English;
    std::string result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isLast = i > 0 && i + 1 == items.size();
        if (isLast && !isEnglish) {
            // A blank between Latin letters and Chinese ones, as everywhere else.
            result += !result.empty() && isAscii(result.back()) ? " 和" : "和";
            result += !items[i].empty() && isAscii(items[i].front()) ? " " : "";
        } else if (i > 0) {
            result += isLast ? " and " : (isEnglish ? ", " : "、");
        }
        result += items[i];
    }
    return result;
}

std::string say(const study::Phrase& phrase, Language language) {
    using study::Word;
    switch (phrase.word) {
    case Word::Own:
        return phrase.own;
    case Word::Number:
        return wholeNumber(phrase.number);
    case Word::Decimal:
        return fixedNumber(phrase.number, 3);
    case Word::Group:
        return groupName(phrase.own, language);
    case Word::List:
        return listed(saidArguments(phrase, language), language);
    case Word::Product:
        return product(saidArguments(phrase, language), language);
    case Word::NumberedModel: {
        // The heading begins a cell but for its number.
        std::vector<std::string> arguments = saidArguments(phrase, language);
        if (arguments.size() > 1) {
            arguments[1] = sayCapitalised(phrase.arguments[1], language);
        }
        return filledInOrder(wordPattern(phrase.word), language, arguments);
    }
    default:
        break;
    }
    return filledInOrder(wordPattern(phrase.word), language, saidArguments(phrase, language));
}

std::string capitalised(std::string text) {
    // p alone is the symbol of a probability: "p, permutation", "p < 0.05", "p值".
    const bool isSymbol = text.size() > 1 && text.front() == 'p' && text[1] != '-' &&
                          !((text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z');
    if (!text.empty() && !isSymbol && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string sayCapitalised(const study::Phrase& phrase, Language language) {
    std::string said = say(phrase, language);
    return beginsWithOurWord(phrase, language) ? capitalised(std::move(said)) : said;
}

} // namespace citypanel::text

// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words for styles, in both languages.
#include "core/text/style_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace citypanel::text {

namespace {

struct NamedWord {
    std::string_view name;
    Bilingual word;
};

constexpr std::array fieldWords{
    NamedWord{"language", {"Language", "语言"}},
    NamedWord{"digits", {"Decimals", "小数位数"}},
    NamedWord{"inference", {"With each coefficient", "系数附带"}},
    NamedWord{"placement", {"Where it stands", "附带值的位置"}},
    NamedWord{"stars", {"Stars below p of (empty: none)", "星号的 p 值界限（空为不标）"}},
    NamedWord{"lists_controls", {"List control variables", "列出控制变量"}},
    NamedWord{"lists_constant", {"List the constant", "列出常数项"}},
    NamedWord{"lists_effects", {"List fixed effects", "列出固定效应"}},
    NamedWord{"lists_tests", {"List tests", "列出检验"}},
    NamedWord{"marks", {"Marks", "标记方式"}},
    NamedWord{"rules", {"Rules", "线条"}},
    NamedWord{"captions", {"Between number and title", "编号与标题之间"}},
    NamedWord{"density", {"Density", "行距与字号"}},
    NamedWord{"latex_numbers", {"Numbers in LaTeX", "LaTeX 数字对齐"}},
    NamedWord{"rules_sections", {"Rule below the coefficients", "系数下加细线"}},
    NamedWord{"numbers_models", {"Number the models", "列编号"}},
    NamedWord{"explains", {"Notes from the specification", "按模型设定写表注"}},
    NamedWord{"note", {"Note under every table", "每张表的附注"}},
    NamedWord{"first_number", {"Number of the first table (0: none)", "首表编号（0 为不编号）"}},
    NamedWord{"width", {"Width", "宽度"}},
    NamedWord{"height_share", {"Height, share of the width", "高宽比"}},
    NamedWord{"dpi", {"Dots per inch of PNG", "PNG 分辨率（dpi）"}},
    NamedWord{"palette", {"Colours", "配色"}},
    NamedWord{"has_title", {"Title inside the picture", "图内显示标题"}},
};

constexpr std::array optionWords{
    NamedWord{"en", {"English", "英文"}},
    NamedWord{"zh", {"Chinese", "中文"}},
    NamedWord{"std_error", {"standard error", "标准误"}},
    NamedWord{"statistic", {"t statistic", "t 值"}},
    NamedWord{"p_value", {"p-value", "p 值"}},
    NamedWord{"interval", {"confidence interval", "置信区间"}},
    NamedWord{"none", {"nothing", "无"}},
    NamedWord{"below", {"below", "下一行"}},
    NamedWord{"beside", {"beside", "同一行"}},
    NamedWord{"words", {"Yes and No", "是与否"}},
    NamedWord{"ticks", {"√ and ×", "√ 与 ×"}},
    NamedWord{"heavy", {"thick, thin, thick", "粗、细、粗"}},
    NamedWord{"light", {"thin", "全部细线"}},
    NamedWord{"blank", {"blank", "空格"}},
    NamedWord{"colon", {"colon", "冒号"}},
    NamedWord{"dash", {"dash", "破折号"}},
    NamedWord{"regular", {"regular", "常规"}},
    NamedWord{"compact", {"compact", "紧凑"}},
    NamedWord{"pairs", {"pairs of columns", "成对列"}},
    NamedWord{"siunitx", {"siunitx", "siunitx"}},
    NamedWord{"single_column", {"one column, 90 mm", "单栏 90 mm"}},
    NamedWord{"one_and_a_half_columns", {"one and a half, 140 mm", "一栏半 140 mm"}},
    NamedWord{"double_column", {"two columns, 190 mm", "双栏 190 mm"}},
    NamedWord{"text_width", {"A4 text, 160 mm", "A4 版心 160 mm"}},
    NamedWord{"colour", {"colour-blind safe", "色觉友好"}},
    NamedWord{"grey", {"greys", "灰度"}},
};

constexpr std::array styleWords{
    NamedWord{"three_line_zh", {"Three lines, Chinese", "中文三线表"}},
    NamedWord{"three_line_en", {"Three lines, English", "英文三线表"}},
    NamedWord{"aer", {"American Economic Review", "AER 样式"}},
    NamedWord{"compact", {"Compact", "紧凑"}},
};

std::string wordOf(std::string_view name, std::span<const NamedWord> words, Language language) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [name](const NamedWord& word) { return word.name == name; });
    return std::string(found == words.end() ? name : found->word.in(language));
}

} // namespace

std::string styleFieldLabel(std::string_view field, Language language) {
    return wordOf(field, fieldWords, language);
}

std::string styleOptionLabel(std::string_view option, Language language) {
    return wordOf(option, optionWords, language);
}

std::string styleName(std::string_view name, Language language) {
    return wordOf(name, styleWords, language);
}

} // namespace citypanel::text

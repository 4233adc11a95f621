// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a table's style decides on, in both languages.
#include "core/text/words.h"

namespace citypanel::text {

// NOLINTNEXTLINE(readability-function-size): a table of words
Bilingual tableWordPattern(TableWord word) {
    switch (word) {
    case TableWord::NotePrefix:
        return {"Notes: ", "注："};
    case TableWord::TableNumber:
        return {"Table {1}", "表{1}"};
    case TableWord::FigureNumber:
        return {"Figure {1}", "图{1}"};
    case TableWord::FullPrecision:
        return {"{1}, all digits", "{1}全精度"};
    case TableWord::Continued:
        return {"continued", "续表"};
    case TableWord::Yes:
        return {"Yes", "是"};
    case TableWord::No:
        return {"No", "否"};
    case TableWord::ErrorsInParentheses:
        return {"{1} in parentheses", "括号内为{1}"};
    case TableWord::TInParentheses:
        return {"t statistics in parentheses, from {1}", "括号内为t统计量，基于{1}"};
    case TableWord::PInParentheses:
        return {"p-values in parentheses, from {1}", "括号内为p值，基于{1}"};
    case TableWord::IntervalInBrackets:
        return {"{1} confidence intervals in brackets, from {2}", "方括号内为{1}置信区间，基于{2}"};
    case TableWord::ErrorsOnly:
        return {"inference from {1}", "统计推断基于{1}"};
    case TableWord::TestPValues:
        return {"p-values of tests in square brackets", "检验的p值列于方括号内"};
    case TableWord::StarsOne:
        return {"{1} denotes significance at the {2} level", "{1}表示在{2}的水平上显著"};
    case TableWord::StarsSeveral:
        return {"{1} denote significance at the {2} levels", "{1}分别表示在{2}的水平上显著"};
    case TableWord::End:
        return {".", "。"};
    }
    return {"", ""};
}

} // namespace citypanel::text

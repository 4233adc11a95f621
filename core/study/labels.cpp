// SPDX-License-Identifier: GPL-3.0-or-later
// Labels from the panel's columns.
#include "core/study/labels.h"

namespace citypanel::study {

namespace {

std::string labelOf(const Panel& panel, std::string_view name) {
    const Variable* column = panel.find(name);
    return column == nullptr || column->label().empty() ? std::string(name) : column->label();
}

} // namespace

Phrase variablePhrase(const Panel& panel, std::string_view name) {
    return own(labelOf(panel, name));
}

Phrase groupPhrase(const Panel& panel, std::string_view name) {
    Phrase product = phrase(Word::Product);
    while (true) {
        const std::size_t hat = name.find('^');
        product.arguments.push_back(
            Phrase{.word = Word::Group, .own = labelOf(panel, name.substr(0, hat))});
        if (hat == std::string_view::npos) {
            break;
        }
        name.remove_prefix(hat + 1);
    }
    return product.arguments.size() == 1 ? product.arguments.front() : product;
}

} // namespace citypanel::study

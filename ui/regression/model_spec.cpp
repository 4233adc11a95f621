// SPDX-License-Identifier: GPL-3.0-or-later
// From roles to a formula and back.
#include "ui/regression/model_spec.h"

#include "core/estimate/model_formula.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

namespace citypanel::ui {

namespace {

std::string joined(const std::vector<std::string>& terms) {
    std::string text;
    for (const std::string& term : terms) {
        text += text.empty() ? term : " + " + term;
    }
    return text;
}

std::string trimmed(const std::string& text) {
    const auto isBlank = [](unsigned char c) { return std::isspace(c) != 0; };
    const auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    const auto end = std::find_if_not(text.rbegin(), text.rend(), isBlank).base();
    return begin < end ? std::string(begin, end) : std::string();
}

std::vector<std::string> namesOf(const std::vector<Term>& terms) {
    std::vector<std::string> names;
    std::transform(terms.begin(), terms.end(), std::back_inserter(names),
                   [](const Term& term) { return term.name; });
    return names;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The parts between separators that stand outside brackets and backquotes.
std::vector<std::string> cutAt(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    int depth = 0;
    bool isQuoted = false;
    for (const char c : text) {
        isQuoted = c == '`' ? !isQuoted : isQuoted;
        depth += isQuoted ? 0 : (c == '(' || c == '[') ? 1 : (c == ')' || c == ']') ? -1 : 0;
        if (c == separator && depth == 0 && !isQuoted) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

} // namespace

std::string formulaOf(const ModelSpec& spec) {
    if (spec == ModelSpec()) {
        return {};
    }
    std::vector<std::string> regressors = spec.core;
    regressors.insert(regressors.end(), spec.controls.begin(), spec.controls.end());
    std::string text = spec.outcome.empty() ? "~ " : spec.outcome + " ~ ";
    text += regressors.empty() ? "1" : joined(regressors);
    if (!spec.effects.empty()) {
        text += " | " + joined(spec.effects);
    }
    if (!spec.endogenous.empty() || !spec.instruments.empty()) {
        text += " | " + joined(spec.endogenous) + " ~ " + joined(spec.instruments);
    }
    return text;
}

Result<ModelSpec> specOf(const std::string& formula, const std::vector<std::string>& core) {
    CITYPANEL_TRY(const ModelFormula parsed, parseModelFormula(formula));
    ModelSpec spec{.outcome = parsed.outcomeName};
    for (const std::string& name : namesOf(parsed.regressors)) {
        (contains(core, name) ? spec.core : spec.controls).push_back(name);
    }
    spec.endogenous = namesOf(parsed.endogenous);
    spec.instruments = namesOf(parsed.instruments);
    const bool hasCore = !spec.core.empty() || !spec.endogenous.empty();
    if (!hasCore && !spec.controls.empty()) {
        spec.core.push_back(spec.controls.front());
        spec.controls.erase(spec.controls.begin());
    }
    for (const EffectTerm& effect : parsed.effects) {
        spec.effects.push_back(effect.name);
    }
    return spec;
}

ModelSpec unfinishedSpecOf(const std::string& formula, const std::vector<std::string>& core) {
    ModelSpec spec;
    const std::vector<std::string> parts = cutAt(formula, '|');
    const std::vector<std::string> model = cutAt(parts.front(), '~');
    spec.outcome = trimmed(model.size() > 1 ? model.front() : std::string());
    for (const std::string& term : termsOf(model.back())) {
        if (term != "1") {
            (contains(core, term) ? spec.core : spec.controls).push_back(term);
        }
    }
    for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
        const std::vector<std::string> sides = cutAt(*part, '~');
        (sides.size() > 1 ? spec.endogenous : spec.effects) = termsOf(sides.front());
        if (sides.size() > 1) {
            spec.instruments = termsOf(sides.back());
        }
    }
    return spec;
}

std::vector<std::string> termsOf(const std::string& text) {
    std::vector<std::string> terms;
    for (const std::string& part : cutAt(text, '+')) {
        if (std::string term = trimmed(part); !term.empty()) {
            terms.push_back(std::move(term));
        }
    }
    return terms;
}

std::string quoted(const std::string& name) {
    // Bytes of UTF-8 characters beyond ASCII are letters to the formula language.
    const bool isPlain = !name.empty() &&
                         std::isdigit(static_cast<unsigned char>(name.front())) == 0 &&
                         std::all_of(name.begin(), name.end(), [](unsigned char c) {
                             return c >= 0x80 || std::isalnum(c) != 0 || c == '_' || c == '.';
                         });
    return isPlain ? name : '`' + name + '`';
}

} // namespace citypanel::ui

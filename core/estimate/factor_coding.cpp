// SPDX-License-Identifier: GPL-3.0-or-later
// R's rule of marginality over the terms of a formula.
#include "core/estimate/factor_coding.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace citypanel {

namespace {

/// The parts of a term without their order; the constant is the empty set.
using PartSet = std::set<std::string>;

bool isLevels(const TermPart& part) {
    return part.kind == TermPart::Kind::Levels;
}

std::string levelsKey(const std::string& variable) {
    return "i(" + variable + ")";
}

std::string partKey(const TermPart& part) {
    return isLevels(part) ? levelsKey(part.text) : part.text;
}

PartSet partsOf(const Term& term) {
    PartSet parts;
    for (const TermPart& part : term.parts) {
        parts.insert(partKey(part));
    }
    return parts;
}

/// What the columns of a model span, term by term.
class ModelSpan {
public:
    explicit ModelSpan(const ModelFormula& formula) {
        for (const EffectTerm& effect : formula.effects) {
            PartSet levels;
            for (const std::string& variable : effect.variables) {
                levels.insert(levelsKey(variable));
            }
            for (const Expression& slope : effect.slopes) {
                PartSet slopes = levels;
                slopes.insert(slope.text());
                absorbed_.push_back({levels, std::move(slopes)});
            }
            if (effect.hasLevels) {
                absorbed_.push_back({levels, levels});
            }
        }
        hasConstant_ = formula.effects.empty()
                           ? formula.hasConstant
                           : std::any_of(formula.effects.begin(), formula.effects.end(),
                                         [](const EffectTerm& effect) { return effect.hasLevels; });
        add(formula.regressors);
    }

    void add(const std::vector<Term>& terms) {
        for (const Term& term : terms) {
            terms_.push_back(partsOf(term));
        }
    }

    [[nodiscard]] bool hasConstant() const { return hasConstant_; }

    [[nodiscard]] bool contains(const PartSet& term) const {
        if (term.empty()) {
            return hasConstant_;
        }
        // Levels of a^b span those of a, and slopes by a^b those by a.
        const auto isAbsorbed = [&](const Absorbed& effect) {
            PartSet rest;
            std::set_difference(effect.parts.begin(), effect.parts.end(), effect.levels.begin(),
                                effect.levels.end(), std::inserter(rest, rest.begin()));
            return std::includes(effect.parts.begin(), effect.parts.end(), term.begin(),
                                 term.end()) &&
                   std::includes(term.begin(), term.end(), rest.begin(), rest.end());
        };
        return std::find(terms_.begin(), terms_.end(), term) != terms_.end() ||
               std::any_of(absorbed_.begin(), absorbed_.end(), isAbsorbed);
    }

private:
    struct Absorbed {
        PartSet levels; ///< the grouping
        PartSet parts;  ///< the grouping and, for slopes, their variable
    };

    std::vector<PartSet> terms_;
    std::vector<Absorbed> absorbed_;
    bool hasConstant_ = false;
};

PartSet without(PartSet parts, const std::string& key) {
    parts.erase(key);
    return parts;
}

void codeTerm(Term& term, const ModelSpan& span) {
    const PartSet parts = partsOf(term);
    PartSet rest = parts;
    std::size_t factors = 0;
    std::size_t whole = 0;
    for (TermPart& part : term.parts) {
        if (!isLevels(part)) {
            continue;
        }
        ++factors;
        const std::string key = partKey(part);
        // A single factor alone has contrasts beside another factor that spans the constant.
        part.keepsAllLevels =
            part.keepsAllLevels || (parts.size() > 1 && !span.contains(without(parts, key)));
        if (part.keepsAllLevels) {
            ++whole;
            rest.erase(key);
        }
    }
    term.leavesOutReferenceCell = factors > 1 && whole > 1 && span.contains(rest);
}

void codeTerms(std::vector<Term>& terms, const ModelSpan& span) {
    for (Term& term : terms) {
        codeTerm(term, span);
    }
}

/// Without a constant the first factor that stands alone takes its place.
void replaceConstant(std::vector<Term>& terms) {
    const auto first = std::find_if(terms.begin(), terms.end(), [](const Term& term) {
        return term.parts.size() == 1 && isLevels(term.parts.front());
    });
    if (first != terms.end()) {
        first->parts.front().keepsAllLevels = true;
    }
}

} // namespace

void codeFactors(ModelFormula& formula) {
    ModelSpan span(formula);
    if (!span.hasConstant()) {
        replaceConstant(formula.regressors);
    }
    ModelSpan withInstruments = span;
    withInstruments.add(formula.instruments);
    span.add(formula.endogenous);
    codeTerms(formula.regressors, span);
    codeTerms(formula.endogenous, span);
    codeTerms(formula.instruments, withInstruments);
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting specifications by what they share.
#include "core/estimate/specification_block.h"

#include "core/panel/expression.h"

#include <optional>
#include <tuple>
#include <utility>

namespace citypanel {

namespace {

/// Rows in which a column, a group or a condition is there.
class Presence {
public:
    explicit Presence(const SpecificationChoices& choices) : choices_(choices) {}

    /// nullptr where the text cannot be evaluated.
    const std::vector<bool>* ofTerm(std::size_t panel, const std::string& text) {
        const auto [at, isNew] = terms_.try_emplace({panel, text});
        if (isNew) {
            at->second = evaluateTerm(choices_.panels[panel], text);
        }
        return at->second ? &*at->second : nullptr;
    }

    const std::vector<bool>* ofSample(std::size_t panel, const std::string& text) {
        const auto [at, isNew] = samples_.try_emplace({panel, text});
        if (isNew) {
            const auto condition = parseExpression(text);
            auto rows = condition ? selectRows(*condition, choices_.panels[panel])
                                  : Result<std::vector<bool>>(condition.error());
            if (rows) {
                at->second = *std::move(rows);
            }
        }
        return at->second ? &*at->second : nullptr;
    }

private:
    using Rows = std::optional<std::vector<bool>>;
    using Key = std::pair<std::size_t, std::string>;

    static Rows evaluateTerm(const Panel& panel, const std::string& text) {
        const auto formula = parseModelFormula("`_` ~ " + text);
        if (!formula) {
            return std::nullopt;
        }
        const auto terms = EvaluatedTerms::evaluate(panel, formula->regressors);
        if (!terms) {
            return std::nullopt;
        }
        std::vector<bool> missing(panel.rowCount(), false);
        std::vector<bool> outside(panel.rowCount(), false);
        terms->markMissing(missing, outside);
        missing.flip();
        return missing;
    }

    const SpecificationChoices& choices_;
    std::map<Key, Rows> terms_;
    std::map<Key, Rows> samples_;
};

std::vector<std::string> termsOf(const SpecificationChoices& choices,
                                 const SpecificationPlace& place) {
    std::vector<std::string> terms{choices.outcomes[place[1]], choices.regressors[place[2]]};
    const std::vector<std::string>& controls = choices.controls[place[3]];
    terms.insert(terms.end(), controls.begin(), controls.end());
    return terms;
}

/// Rows that condition and columns leave in, or nothing when one cannot be evaluated.
std::optional<std::vector<bool>> rowsOf(const SpecificationChoices& choices,
                                        const SpecificationPlace& place, Presence& presence) {
    std::vector<bool> rows(choices.panels[place[0]].rowCount(), true);
    const auto keep = [&rows](const std::vector<bool>* present) {
        for (std::size_t row = 0; present != nullptr && row < rows.size(); ++row) {
            rows[row] = rows[row] && (*present)[row];
        }
        return present != nullptr;
    };
    const std::string& sample = choices.samples[place[6]];
    if (!sample.empty() && !keep(presence.ofSample(place[0], sample))) {
        return std::nullopt;
    }
    for (const std::string& term : termsOf(choices, place)) {
        if (!keep(presence.ofTerm(place[0], term))) {
            return std::nullopt;
        }
    }
    return rows;
}

Sample sampleOf(const std::vector<bool>& rows) {
    Sample sample(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row]) {
            sample.exclude(row, ExclusionReason::Filter);
        }
    }
    return sample;
}

} // namespace

SpecificationPlace placeOf(const SpecificationChoices& choices, std::size_t number) {
    const SpecificationPlace sizes{choices.panels.size(),     choices.outcomes.size(),
                                   choices.regressors.size(), choices.controls.size(),
                                   choices.effects.size(),    choices.vcovs.size(),
                                   choices.samples.size()};
    SpecificationPlace place{};
    for (std::size_t i = sizes.size(); i-- > 0;) {
        place[i] = number % sizes[i];
        number /= sizes[i];
    }
    return place;
}

std::vector<SpecificationBlock> blocksOf(const SpecificationChoices& choices) {
    using Key = std::tuple<std::size_t, std::size_t, std::size_t, std::vector<bool>>;
    Presence presence(choices);
    std::map<Key, std::size_t> known;
    std::vector<SpecificationBlock> blocks;
    const std::size_t count = specificationCount(choices);
    for (std::size_t number = 0; number < count; ++number) {
        const SpecificationPlace place = placeOf(choices, number);
        std::optional<std::vector<bool>> rows = rowsOf(choices, place, presence);
        if (!rows) {
            blocks.push_back({{number}, place, Sample(choices.panels[place[0]].rowCount())});
            continue;
        }
        const auto [at, isNew] =
            known.try_emplace(Key{place[0], place[4], place[5], *std::move(rows)}, blocks.size());
        if (isNew) {
            blocks.push_back({{}, place, sampleOf(std::get<3>(at->first))});
        }
        blocks[at->second].members.push_back(number);
    }
    return blocks;
}

Result<CleanBlock> cleanBlock(const SpecificationChoices& choices,
                              const SpecificationBlock& block) {
    CleanBlock clean;
    std::vector<std::string> texts;
    for (const std::size_t member : block.members) {
        for (const std::string& term : termsOf(choices, placeOf(choices, member))) {
            if (clean.columns.try_emplace(term, texts.size()).second) {
                texts.push_back(term);
            }
        }
    }
    std::string right;
    for (std::size_t i = 1; i < texts.size(); ++i) {
        right += (right.empty() ? "" : " + ") + texts[i];
    }
    std::string effects;
    for (const std::string& effect : choices.effects[block.place[4]]) {
        effects += (effects.empty() ? " | " : " + ") + effect;
    }
    CITYPANEL_TRY(const ModelFormula formula,
                  parseModelFormula(texts.front() + " ~ " + right + effects));
    clean.options.vcov = choices.vcovs[block.place[5]];
    clean.options.ssc = choices.ssc;
    clean.options.level = choices.level;
    clean.options.sample = block.sample;
    const Panel& panel = choices.panels[block.place[0]];
    CITYPANEL_TRY(ModelData data, prepareModel(panel, formula, clean.options));
    const std::size_t constant = data.hasConstantColumn ? 1 : 0;
    if (data.columns.columnCount() != texts.size() + constant) {
        // A term with levels has several columns: its specifications are estimated one by one.
        return Problem{.code = ProblemCode::ConventionUnsupported, .found = formula.text};
    }
    for (auto& [text, column] : clean.columns) {
        column += column > 0 ? constant : 0;
    }
    NoProgress quiet;
    CITYPANEL_TRY(clean.model, cleanModel(std::move(data), clean.options, quiet));
    return clean;
}

std::vector<std::size_t> columnsOf(const SpecificationChoices& choices, const CleanBlock& block,
                                   const SpecificationPlace& place) {
    std::vector<std::size_t> columns;
    for (const std::string& term : termsOf(choices, place)) {
        columns.push_back(block.columns.at(term));
    }
    if (block.model.data.hasConstantColumn) {
        columns.insert(columns.begin() + 1, 1);
    }
    return columns;
}

} // namespace citypanel

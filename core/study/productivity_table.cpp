// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of productivity by period.
#include "core/study/efficiency_tables.h"

#include <cmath>
#include <map>
#include <utility>

namespace citypanel::study {

namespace {

using frontier::ProductivityChange;
using frontier::ProductivityIndex;

using Part = double ProductivityChange::*;

/// Means over units of one part of the index.
class PartMean {
public:
    explicit PartMean(bool isGeometric) : isGeometric_(isGeometric) {}

    void add(double value) {
        if (!isMissing(value)) {
            sum_ += isGeometric_ ? std::log(value) : value;
            ++count_;
        }
    }

    [[nodiscard]] double value() const {
        if (count_ == 0) {
            return missingValue;
        }
        const double mean = sum_ / static_cast<double>(count_);
        return isGeometric_ ? std::exp(mean) : mean;
    }

private:
    bool isGeometric_;
    double sum_ = 0.0;
    std::size_t count_ = 0;
};

std::vector<std::pair<Part, Word>> partsOf(ProductivityIndex index) {
    std::vector<std::pair<Part, Word>> parts{
        {&ProductivityChange::index, indexWord(index)},
        {&ProductivityChange::efficiencyChange, Word::EfficiencyChange},
        {&ProductivityChange::technicalChange, Word::TechnicalChange}};
    if (index == ProductivityIndex::Malmquist) {
        parts.emplace_back(&ProductivityChange::pureEfficiencyChange, Word::PureEfficiencyChange);
        parts.emplace_back(&ProductivityChange::scaleEfficiencyChange, Word::ScaleEfficiencyChange);
    }
    return parts;
}

} // namespace

Word indexWord(ProductivityIndex index) {
    switch (index) {
    case ProductivityIndex::Malmquist:
        return Word::IndexMalmquist;
    case ProductivityIndex::GlobalMalmquist:
        return Word::IndexGlobalMalmquist;
    case ProductivityIndex::MalmquistLuenberger:
        return Word::IndexMalmquistLuenberger;
    case ProductivityIndex::GlobalMalmquistLuenberger:
        return Word::IndexGlobalMalmquistLuenberger;
    case ProductivityIndex::Luenberger:
        return Word::IndexLuenberger;
    }
    return Word::Own;
}

Table productivityTable(const frontier::ProductivityChanges& changes, const Panel& panel) {
    const bool isGeometric = changes.index != ProductivityIndex::Luenberger;
    const auto parts = partsOf(changes.index);
    Table table{.key = "productivity"};
    table.title = phrase(Word::TitleProductivity, {phrase(indexWord(changes.index))});
    table.rowHeading = Phrase{.word = Word::Group, .own = panel.keys().period};
    for (const auto& [part, word] : parts) {
        table.columns.push_back(
            {.key = "part:" + std::to_string(table.columns.size()), .title = phrase(word)});
    }
    table.columns.push_back({.key = "cumulative", .title = phrase(Word::CumulativeIndex)});
    table.columns.push_back({.key = "infeasible", .title = phrase(Word::InfeasiblePairs)});
    std::map<std::pair<Period, Period>, std::vector<const ProductivityChange*>> pairs;
    for (const ProductivityChange& change : changes.changes) {
        pairs[{panel.periods()[change.fromRow], panel.periods()[change.row]}].push_back(&change);
    }
    double cumulative = isGeometric ? 1.0 : 0.0;
    for (const auto& [periods, list] : pairs) {
        const std::string label =
            std::to_string(periods.first) + "–" + std::to_string(periods.second);
        Row row{.role = RowRole::Summary,
                .key = "period:" + std::to_string(periods.second),
                .label = own(label)};
        std::size_t infeasible = 0;
        for (const auto& [part, word] : parts) {
            PartMean mean(isGeometric);
            for (const ProductivityChange* change : list) {
                mean.add(change->*part);
            }
            row.cells.push_back(measureCell(mean.value()));
            if (part == &ProductivityChange::index) {
                const double value = mean.value();
                cumulative = isGeometric ? cumulative * value : cumulative + value;
                for (const ProductivityChange* change : list) {
                    infeasible += isMissing(change->index) ? 1 : 0;
                }
            }
        }
        row.cells.push_back(measureCell(cumulative));
        row.cells.push_back(Number{static_cast<double>(infeasible), NumberRole::Count});
        table.rows.push_back(std::move(row));
    }
    table.notes.push_back({NoteKind::Convention,
                           phrase(isGeometric ? Word::NoteGeometric : Word::NoteArithmetic),
                           {}});
    if (changes.infeasible > 0) {
        table.notes.push_back(
            {NoteKind::Sample, phrase(Word::NoteInfeasible, {number(changes.infeasible)}), {}});
    }
    return table;
}

} // namespace citypanel::study

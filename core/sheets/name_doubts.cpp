// SPDX-License-Identifier: GPL-3.0-or-later
// Names collected over tables, with the decisions a plan has for them.
#include "core/sheets/name_doubts.h"

#include "core/sheets/find_sheet.h"
#include "core/sheets/given_unit.h"
#include "core/sheets/laid_out_sheet.h"
#include "core/sheets/name_forms.h"
#include "core/sheets/regions.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace citypanel::sheets {

namespace {

class DoubtCollector {
public:
    DoubtCollector(const ImportPlan& plan, const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
        for (const NameDecision& decision : plan.names) {
            decisions_[keyOf(decision.file, decision.sheet, decision.written)] = &decision;
        }
    }

    void add(const SheetImport& table, const Sheet& sheet, const UnitColumn& units) {
        const bool isColumn = table.layout.unitColumn >= 0;
        for (const UnmatchedName& name : units.unmatched) {
            if (isColumn && !holdsValue(sheet, table.layout, {}, name.row)) {
                continue; // a note or a heading
            }
            const auto [entry, isNew] =
                index_.try_emplace(name.written + '\n' + decisionOn(table, name), doubts_.size());
            if (isNew) {
                doubts_.push_back(newDoubt(table, name));
            }
            NameDoubt& doubt = doubts_[entry->second];
            doubt.isSure =
                isNew ? name.isSure : doubt.isSure && name.isSure && sameFirst(doubt, name);
            doubt.places.push_back(
                {table.file, table.sheet,
                 isColumn ? cellNameInFile(table.layout, name.row,
                                           static_cast<std::size_t>(table.layout.unitColumn))
                          : std::string()});
        }
    }

    std::vector<NameDoubt> take() { return std::move(doubts_); }

private:
    static std::string keyOf(const std::string& file, const std::string& sheet,
                             const std::string& written) {
        return file + '\n' + sheet + '\n' + written;
    }

    /// What was decided about a name in that table, so that what is open is told from what is not.
    [[nodiscard]] std::string decisionOn(const SheetImport& table,
                                         const UnmatchedName& name) const {
        const auto known = decisions_.find(keyOf(table.file, table.sheet, name.written));
        const bool isDecided =
            known != decisions_.end() && known->second->state != NameState::Offered;
        return isDecided ? std::string(nameOf(known->second->state)) + known->second->unit
                         : std::string();
    }

    [[nodiscard]] bool sameFirst(const NameDoubt& doubt, const UnmatchedName& name) const {
        return !doubt.suggestions.empty() && !name.suggestions.empty() &&
               doubt.suggestions[0].unit == gazetteer_.places()[name.suggestions[0].place].name;
    }

    [[nodiscard]] NameDoubt newDoubt(const SheetImport& table, const UnmatchedName& name) const {
        NameDoubt doubt{.written = name.written,
                        .isAmbiguous = name.kind == NameKind::Ambiguous,
                        .directlyUnder = gazetteer_.provinceOfDirectUnits(name.written)};
        for (const Suggestion& suggestion : name.suggestions) {
            const GazetteerPlace& place = gazetteer_.places()[suggestion.place];
            doubt.suggestions.push_back(
                {.unit = place.name,
                 .province = place.province,
                 .score = suggestion.score,
                 .isOneCharacterOff = differInOneCharacter(name.written, place.name),
                 .isInBlock = !name.province.empty() && place.province == name.province,
                 .isOnlyGap = name.isSure && doubt.suggestions.empty()});
        }
        const auto known = decisions_.find(keyOf(table.file, table.sheet, name.written));
        if (known != decisions_.end()) {
            doubt.state = known->second->state;
            doubt.unit = known->second->unit;
        }
        return doubt;
    }

    const Gazetteer& gazetteer_;
    std::unordered_map<std::string, const NameDecision*> decisions_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<NameDoubt> doubts_;
};

} // namespace

Result<std::vector<NameDoubt>> nameDoubts(std::span<const Workbook* const> workbooks,
                                          const ImportPlan& plan, Progress& progress) {
    const auto gazetteer = gazetteerOf(plan);
    if (!gazetteer) {
        return std::vector<NameDoubt>();
    }
    DoubtCollector collector(plan, *gazetteer);
    double done = 0;
    for (const SheetImport& table : plan.sheets) {
        const Sheet* sheet = findSheet(workbooks, table);
        if (sheet != nullptr && table.layout.unitColumn >= 0) {
            const LaidOutSheet grid(*sheet, table.layout);
            collector.add(table, *grid, readUnits(*grid, table.layout, gazetteer.get(), {}));
        } else if (sheet != nullptr && !table.layout.givenUnit.empty()) {
            collector.add(table, *sheet, readGivenUnit(table.layout, gazetteer.get(), {}));
        }
        progress.report(++done / static_cast<double>(plan.sheets.size()));
        if (progress.cancelled()) {
            return cancelledProblem();
        }
    }
    return collector.take();
}

namespace {

using Tables = std::set<std::pair<std::string, std::string>>; // by file and sheet

/// Of the tables a name stands in, those that lack that unit and list its neighbours; all of them
/// where none does.
Tables tablesFitting(const ImportPlan& plan, const NameDoubt& doubt, const std::string& unit) {
    Tables all;
    Tables fitting;
    for (const NamePlace& place : doubt.places) {
        all.insert({place.file, place.sheet});
    }
    for (const NameDecision& decision : plan.names) {
        const bool fits = std::find(decision.inContext.begin(), decision.inContext.end(), unit) !=
                          decision.inContext.end();
        if (decision.written == doubt.written && fits &&
            all.contains({decision.file, decision.sheet})) {
            fitting.insert({decision.file, decision.sheet});
        }
    }
    return fitting.empty() ? all : fitting;
}

} // namespace

ImportPlan withNameDecided(ImportPlan plan, const NameDoubt& doubt, NameState state,
                           const std::string& unit) {
    const std::string meant = state == NameState::Accepted ? unit : std::string();
    Tables open = tablesFitting(plan, doubt, meant);
    const auto decide = [&](NameDecision& decision) {
        decision.state = state;
        decision.unit = unit.empty() ? decision.unit : unit;
    };
    for (NameDecision& decision : plan.names) {
        if (decision.written == doubt.written && open.erase({decision.file, decision.sheet}) > 0) {
            decide(decision);
        }
    }
    for (const auto& [file, sheet] : open) {
        NameDecision decision{.file = file, .sheet = sheet, .written = doubt.written};
        decide(decision);
        plan.names.push_back(std::move(decision));
    }
    return plan;
}

} // namespace citypanel::sheets

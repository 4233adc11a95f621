// SPDX-License-Identifier: GPL-3.0-or-later
// Name doubts: the names of units that match no place, or several, with what they may mean, once
// for all tables that write them the same.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/sheets/import.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// A place that a doubtful name may mean, and what speaks for it.
struct NameSuggestion {
    std::string unit{};
    std::string province{};
    double score = 0.0; ///< as Suggestion::score
    bool isOneCharacterOff = false;
    bool isInBlock = false; ///< the name stands among places of that province
    bool isOnlyGap = false; ///< it is the only city its province lacks in the table

    friend bool operator==(const NameSuggestion&, const NameSuggestion&) = default;
};

/// Where a name stands first in a table.
struct NamePlace {
    std::string file{};
    std::string sheet{};
    std::string cell{}; ///< empty: the whole table is of the unit

    friend bool operator==(const NamePlace&, const NamePlace&) = default;
};

struct NameDoubt {
    std::string written{};
    bool isAmbiguous = false;
    std::string directlyUnder{}; ///< Gazetteer::provinceOfDirectUnits, of a code
    std::vector<NamePlace> places{};
    std::vector<NameSuggestion> suggestions{}; ///< best first
    bool isSure = false;                       ///< in every table, for the same place
    NameState state = NameState::Offered;      ///< what was decided, the same for its tables
    std::string unit{};                        ///< NameState::Accepted: the unit it stands for

    [[nodiscard]] bool isDecided() const { return state != NameState::Offered; }
};

/// The doubtful names of a plan's tables by first appearance, decided ones included, a name that
/// was decided differently in some tables once for each decision; none where names are taken as
/// written. Problem: Cancelled.
[[nodiscard]] Result<std::vector<NameDoubt>> nameDoubts(std::span<const Workbook* const> workbooks,
                                                        const ImportPlan& plan, Progress& progress);

/// The plan with a name decided in all tables it stands in, of those where it may mean that unit if
/// there are such (NameDecision::inContext); `unit` matters to NameState::Accepted.
[[nodiscard]] ImportPlan withNameDecided(ImportPlan plan, const NameDoubt& doubt, NameState state,
                                         const std::string& unit = {});

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// The name a table was given, matched by itself: no rows around it tell more.
#include "core/sheets/given_unit.h"

#include "core/sheets/cell_text.h"

#include <utility>

namespace citypanel::sheets {

bool isAlsoProvince(const Gazetteer& gazetteer, const std::string& name) {
    const NameMatch alone = gazetteer.match(name);
    const bool isMunicipality =
        alone.kind == NameKind::Place && gazetteer.places()[alone.place].rank == "municipality";
    return !isMunicipality && !gazetteer.provinceCalled(name).empty();
}

UnitColumn readGivenUnit(const Layout& layout, const Gazetteer* gazetteer,
                         const std::vector<NameDecision>& decisions) {
    UnitRow row{.kind = UnitRow::Kind::Unit, .written = layout.givenUnit, .unit = layout.givenUnit};
    UnitColumn column;
    NameState state = NameState::Offered;
    for (const NameDecision& decision : decisions) {
        if (decision.written == row.written) {
            state = decision.state;
            row.unit = state == NameState::Accepted ? decision.unit : row.unit;
            row.isDecided = state == NameState::Accepted;
        }
    }
    NameMatch match = gazetteer == nullptr ? NameMatch{} : gazetteer->match(row.unit);
    const bool isSum =
        gazetteer == nullptr ? isTotalName(tidyName(row.unit)) : match.kind == NameKind::Total;
    const bool isTotal = isSum && state == NameState::Offered;
    if (state == NameState::LeftOut || isTotal) {
        row.kind = UnitRow::Kind::Heading;
        row.isDecided = !isTotal;
    }
    if (match.kind == NameKind::Place && !row.isDecided && isAlsoProvince(*gazetteer, row.unit)) {
        match = {.kind = NameKind::Ambiguous, .suggestions = {{match.place, 1.0}}};
    }
    if (match.kind == NameKind::Place && row.kind == UnitRow::Kind::Unit) {
        row.place = match.place;
        row.unit = gazetteer->places()[match.place].name;
        column.distinctPlaces = 1;
    }
    const bool isDoubtful = match.kind == NameKind::Ambiguous || match.kind == NameKind::Unknown;
    if (gazetteer != nullptr && isDoubtful && state == NameState::Offered && !isTotal) {
        column.unmatched.push_back(
            {.written = row.written, .kind = match.kind, .suggestions = match.suggestions});
    }
    column.rows.push_back(std::move(row));
    return column;
}

} // namespace citypanel::sheets

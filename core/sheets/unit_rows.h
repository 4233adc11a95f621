// SPDX-License-Identifier: GPL-3.0-or-later
// The names of units down a sheet: which rows are units, which place each means.
#pragma once

#include "core/base/fields.h"
#include "core/sheets/decisions.h"
#include "core/sheets/gazetteer.h"
#include "core/sheets/layout.h"
#include "core/sheets/sheet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace citypanel::sheets {

/// What a name in one file means, as somebody decided or is asked to decide.
struct NameDecision {
    std::string file{};
    std::string sheet{};
    std::string written{}; ///< as UnmatchedName::written
    std::string unit{};    ///< name of the unit meant; with a gazetteer any name or code it knows
    NameState state = NameState::Offered;
    bool isSure = false; ///< one character differs from the only city its whole province lacks
    /// Units suggested that the table lacks while it lists others of their province: those for
    /// which a decision about another table's name holds here too.
    std::vector<std::string> inContext{};

    static constexpr auto fields() {
        return FieldList{
            field("file", &NameDecision::file),           field("sheet", &NameDecision::sheet),
            field("written", &NameDecision::written),     field("unit", &NameDecision::unit),
            field("state", &NameDecision::state),         field("is_sure", &NameDecision::isSure),
            field("in_context", &NameDecision::inContext)};
    }

    friend bool operator==(const NameDecision&, const NameDecision&) = default;
};

/// One row of the body.
struct UnitRow {
    enum class Kind : std::uint8_t {
        Blank,   ///< no name
        Heading, ///< a province, a total, a repeated header
        Unit,
    };

    Kind kind = Kind::Blank;
    std::string written{};
    std::string unit{};                 ///< name in the panel
    std::optional<std::size_t> place{}; ///< in the gazetteer
    bool isDecided = false; ///< by a NameDecision, against what is written; a heading: left out
    bool isListed = false;  ///< no place, but a row of another period holds a value of it
};

/// A name that means no place, or more than one.
struct UnmatchedName {
    std::string written{}; ///< as tidyName leaves it; with the province its row says where that
                           ///< tells it from other rows: "朝阳 (北京市)"
    std::size_t row = 0;   ///< first row it stands in
    NameKind kind = NameKind::Unknown;
    std::vector<Suggestion> suggestions{};
    bool isSure = false;    ///< as NameDecision::isSure, for the first suggestion
    std::string province{}; ///< of its row or the block it stands in, if that is known
    bool hasValue = false;  ///< its first row does: a note has none
};

struct UnitColumn {
    std::vector<UnitRow> rows{}; ///< of the layout's body, in order
    std::vector<UnmatchedName> unmatched{};
    std::size_t distinctPlaces = 0;
    std::size_t distinctSurePlaces = 0; ///< of them, in Chinese, or codes under 城市代码
    bool hasNativeNames = false;   ///< some places are written in Chinese or by code, or beside the
                                   ///< province they lie in
    std::size_t provinceCount = 0; ///< distinct rows of provinces
    bool hasLesserPlaces = false;  ///< places other than municipalities, which are provinces too
    bool hasFullNames = false;     ///< some are written in full (石家庄市), or by such a code
};

/// Reads the unit column of a layout (unitColumn >= 0). Without a gazetteer every name is a unit
/// as it is written, totals and repeated headers apart; 中国 and 全国 are units among names that
/// are no places of China. With one, rows of provinces are headings, and a name that means several
/// places is understood by the province that its row says (provincesOfRows), whose block it stands
/// in or whose places stand next to it; a place of another province than the row says is not taken.
/// Decisions come first; those for other files are passed over.
[[nodiscard]] UnitColumn readUnits(const Sheet& sheet, const Layout& layout,
                                   const Gazetteer* gazetteer,
                                   const std::vector<NameDecision>& decisions);

} // namespace citypanel::sheets

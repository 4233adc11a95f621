// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: the light and dark palettes on the Fusion style, and named colours for what a cell means.
#pragma once

#include <QColor>
#include <QPalette>

#include <optional>

class QTreeWidgetItem;
class QWidget;

namespace citypanel::ui {

enum class Theme { System, Light, Dark };

/// Colours that carry a meaning. Each is used together with a word, a shape or an icon, because
/// colour alone does not reach everybody.
enum class ColourRole {
    Accent,       ///< the chosen workplace, links, the current column
    Error,        ///< problems that stop the work
    Warning,      ///< problems that do not
    Success,      ///< done
    Muted,        ///< secondary text
    Border,       ///< hairlines between panes
    Interpolated, ///< background of a cell filled by interpolation
    Clipped,      ///< background of a winsorised cell
    Computed,     ///< background of a calculated cell
    Corrected,    ///< background of a cell corrected by hand
    Joined,       ///< background of a cell chosen among sources
    Header,       ///< background of a detected header row of a sheet
    Key,          ///< background of a detected unit column of a sheet
    Body,         ///< background of the detected body of a sheet
    UnitLine,     ///< background of a detected units-of-measure line of a sheet
    Note,         ///< background of detected notes and titles of a sheet
};

/// Sets style, palette and fonts of the application. Theme::System follows the palette the
/// platform had when the program started.
void applyTheme(Theme theme);

/// True while the palette in use is dark.
[[nodiscard]] bool isDarkTheme();

/// The colour of a role in the palette in use.
[[nodiscard]] QColor colour(ColourRole role);

/// Writes the widget's text in the colour of a role, or of its surroundings; a change of theme
/// changes it.
void setInk(QWidget* widget, std::optional<ColourRole> role);
/// The same for an item of a tree.
void setInk(QTreeWidgetItem* item, int column, ColourRole role);

/// Eight colours for series that also differ by shape (Okabe and Ito, 2008, "Color Universal
/// Design"); the index wraps round.
[[nodiscard]] QColor seriesColour(int index);

/// Multiplies the size of all text; 1.0 is the platform's size. Kept within [0.7, 3].
void applyTextScale(double scale);
[[nodiscard]] double textScale();

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// WindowActions: every command of the window once: text, icon, shortcut, menu.
#pragma once

#include "ui/widgets/command_palette.h"

#include <QAction>
#include <QHash>
#include <QObject>
#include <QString>

class QMenu;
class QMenuBar;
class QWidget;

namespace citypanel::ui {

/// Owns the actions by their stable ids ("file.open") and the menus they stand in. Texts follow
/// the language of the window.
class WindowActions final : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget* window);

    /// The action of an id in the table of window_actions.cpp.
    [[nodiscard]] QAction* action(const QString& id) const;
    [[nodiscard]] QAction* operator[](const char* id) const;

    /// Fills the menu bar with the menus of the table.
    void fill(QMenuBar* bar);
    [[nodiscard]] QMenu* menu(const QString& id) const;

    /// All commands, with their names in both languages.
    [[nodiscard]] QList<PaletteEntry> paletteEntries() const;

    void retranslate();

private:
    QWidget* window_;
    QHash<QString, QAction*> actions_;
    QHash<QString, QMenu*> menus_;
};

} // namespace citypanel::ui

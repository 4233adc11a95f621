// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands.
#include "ui/window/window_actions.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <array>

namespace citypanel::ui {

namespace {

constexpr const char* context = "citypanel::ui::WindowActions";

struct MenuRow {
    const char* id;
    const char* text;
};

constexpr std::array menuRows{
    MenuRow{"file", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&File")},
    MenuRow{"edit", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Edit")},
    MenuRow{"view", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&View")},
    MenuRow{"go", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Go")},
    MenuRow{"recipe", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Recipe")},
    MenuRow{"help", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Help")},
};

struct ActionRow {
    const char* id; ///< "<menu>.<name>"; a row "<menu>.-" is a separator
    const char* icon;
    const char* text;
    QKeySequence::StandardKey standardKey;
    const char* key;             ///< used where there is no standard key
    const char* group = nullptr; ///< actions of a group exclude one another and can be checked
    const char* words = nullptr; ///< others the palette finds it by; source text
};

constexpr auto noKey = QKeySequence::UnknownKey;

constexpr std::array actionRows{
    ActionRow{"file.new", "new", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&New Project"),
              QKeySequence::New, ""},
    ActionRow{"file.open", "open",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Open Project…"),
              QKeySequence::Open, ""},
    ActionRow{"file.sample", "sample",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Open the Sam&ple Project"), noKey,
              ""},
    ActionRow{"file.recent", nullptr, nullptr, noKey, ""},
    ActionRow{"file.-1", nullptr, nullptr, noKey, ""},
    ActionRow{"file.save", "save", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Save"),
              QKeySequence::Save, ""},
    ActionRow{"file.saveAs", "save", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Save &As…"),
              noKey, "Ctrl+Shift+S"},
    ActionRow{"file.-2", nullptr, nullptr, noKey, ""},
    ActionRow{"file.import", "import",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Import Files…"), noKey, "Ctrl+I"},
    ActionRow{"file.export", "export",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Export…"), noKey, "Ctrl+E"},
    ActionRow{"file.script", "export",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Export as a S&cript…"), noKey, ""},
    ActionRow{"file.-3", nullptr, nullptr, noKey, ""},
    ActionRow{"file.quit", "close", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Quit"),
              QKeySequence::Quit, "Ctrl+Q"},
    ActionRow{"edit.undo", "undo", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Undo"),
              QKeySequence::Undo, ""},
    ActionRow{"edit.redo", "redo", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Redo"),
              noKey, "Ctrl+Y"},
    ActionRow{"edit.-1", nullptr, nullptr, noKey, ""},
    ActionRow{"edit.find", "search",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Find a Variable"),
              QKeySequence::Find, ""},
    ActionRow{"edit.palette", "search",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Find a &Command…"), noKey,
              "Ctrl+K"},
    ActionRow{"view.recipe", "recipe",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Show the &Recipe"), noKey,
              "Ctrl+Shift+R", "toggle"},
    ActionRow{"view.problems", "warning",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Show &Problems"), noKey,
              "Ctrl+Shift+M", "toggle"},
    ActionRow{"view.-1", nullptr, nullptr, noKey, ""},
    ActionRow{"view.larger", "text",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Larger Text"), noKey, "Ctrl++"},
    ActionRow{"view.smaller", "text",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Smaller Text"), noKey, "Ctrl+-"},
    ActionRow{"view.normal", "text",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Normal Text Size"), noKey,
              "Ctrl+0"},
    ActionRow{"view.-2", nullptr, nullptr, noKey, ""},
    ActionRow{
        "view.themeSystem", nullptr,
        QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Colours of the S&ystem"), noKey, "",
        "theme",
        QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "theme appearance colors automatic")},
    ActionRow{
        "view.themeLight", nullptr,
        QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "L&ight Colours"), noKey, "", "theme",
        QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "theme appearance colors bright day")},
    ActionRow{"view.themeDark", nullptr,
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Dark Colours"), noKey, "",
              "theme",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "theme appearance colors night")},
    ActionRow{"view.-3", nullptr, nullptr, noKey, ""},
    ActionRow{
        "view.language", "language",
        QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Switch Lan&guage (中文 / English)"),
        noKey, "Ctrl+Shift+L"},
    ActionRow{"view.nextPane", nullptr,
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Next P&ane"), noKey, "F6"},
    ActionRow{"view.previousPane", nullptr,
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Pre&vious Pane"), noKey,
              "Shift+F6"},
    ActionRow{"recipe.add", "add",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Add a Step…"), noKey,
              "Ctrl+Shift+N"},
    ActionRow{"recipe.edit", "edit",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Edit Step"), noKey, ""},
    ActionRow{"recipe.toggle", "eye",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Switch Step &On or Off"), noKey,
              ""},
    ActionRow{"recipe.up", "up", QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Move Step &Up"),
              noKey, ""},
    ActionRow{"recipe.down", "down",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "Move Step &Down"), noKey, ""},
    ActionRow{"recipe.delete", "delete",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "De&lete Step"), noKey, ""},
    ActionRow{"help.page", "info",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&Help on This Page"),
              QKeySequence::HelpContents, "F1"},
    ActionRow{"help.about", "info",
              QT_TRANSLATE_NOOP("citypanel::ui::WindowActions", "&About CityPanel"), noKey, ""},
};

QString menuOf(const ActionRow& row) {
    return QString::fromLatin1(row.id).section(QLatin1Char('.'), 0, 0);
}

QString shown(const char* text) {
    return QCoreApplication::translate(context, text);
}

} // namespace

WindowActions::WindowActions(QWidget* window) : QObject(window), window_(window) {
    auto* theme = new QActionGroup(this);
    for (const ActionRow& row : actionRows) {
        if (row.text == nullptr) {
            continue;
        }
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(row.id));
        if (row.icon != nullptr) {
            action->setIcon(icon(row.icon));
        }
        if (row.standardKey != noKey) {
            action->setShortcuts(row.standardKey);
        }
        if (action->shortcut().isEmpty()) {
            action->setShortcut(QKeySequence(QString::fromLatin1(row.key)));
        }
        action->setCheckable(row.group != nullptr);
        if (row.group != nullptr && qstrcmp(row.group, "theme") == 0) {
            theme->addAction(action);
        }
        window->addAction(action);
        actions_.insert(action->objectName(), action);
    }
    // "Ctrl++" needs Shift on many keyboards; "Ctrl+=" is what the finger presses.
    action(QStringLiteral("view.larger"))
        ->setShortcuts(
            {QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+="))});
    action(QStringLiteral("edit.redo"))
        ->setShortcuts(
            {QKeySequence(QStringLiteral("Ctrl+Y")), QKeySequence(QStringLiteral("Ctrl+Shift+Z"))});
    retranslate();
}

QAction* WindowActions::action(const QString& id) const {
    return actions_.value(id);
}

QAction* WindowActions::operator[](const char* id) const {
    QAction* found = actions_.value(QString::fromLatin1(id));
    Q_ASSERT_X(found != nullptr, "WindowActions", id);
    return found;
}

void WindowActions::fill(QMenuBar* bar) {
    for (const MenuRow& row : menuRows) {
        QMenu* menu = bar->addMenu(shown(row.text));
        menu->setObjectName(QString::fromLatin1(row.id));
        menus_.insert(menu->objectName(), menu);
    }
    for (const ActionRow& row : actionRows) {
        QMenu* menu = menus_.value(menuOf(row));
        if (qstrcmp(row.id, "file.recent") == 0) {
            QMenu* recent = menu->addMenu(icon("open"), QString());
            recent->setObjectName(QStringLiteral("file.recent"));
            menus_.insert(recent->objectName(), recent);
        } else if (row.text == nullptr) {
            menu->addSeparator();
        } else {
            menu->addAction(action(QString::fromLatin1(row.id)));
        }
    }
    retranslate();
}

QMenu* WindowActions::menu(const QString& id) const {
    return menus_.value(id);
}

QList<PaletteEntry> WindowActions::paletteEntries() const {
    QList<PaletteEntry> entries;
    for (const ActionRow& row : actionRows) {
        if (row.text == nullptr || qstrcmp(row.id, "edit.palette") == 0) {
            continue;
        }
        PaletteEntry entry;
        entry.action = action(QString::fromLatin1(row.id));
        QMenu* menu = menus_.value(menuOf(row));
        entry.group = menu == nullptr ? QString() : withoutMnemonic(menu->title());
        for (const auto language : {WindowLanguage::English, WindowLanguage::Chinese}) {
            entry.keywords.append(withoutMnemonic(textIn(language, context, row.text)));
            if (row.words != nullptr) {
                entry.keywords.append(asFurtherWords(textIn(language, context, row.words)));
            }
        }
        entries.append(entry);
    }
    return entries;
}

void WindowActions::retranslate() {
    for (const ActionRow& row : actionRows) {
        if (row.text != nullptr) {
            QAction* a = action(QString::fromLatin1(row.id));
            a->setText(shown(row.text));
            const QString keys = a->shortcut().toString(QKeySequence::NativeText);
            const QString plain = withoutMnemonic(a->text());
            a->setToolTip(keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys));
        }
    }
    for (const MenuRow& row : menuRows) {
        if (QMenu* menu = menus_.value(QString::fromLatin1(row.id))) {
            menu->setTitle(shown(row.text));
        }
    }
    if (QMenu* recent = menus_.value(QStringLiteral("file.recent"))) {
        recent->setTitle(tr("Open &Recent"));
    }
}

} // namespace citypanel::ui

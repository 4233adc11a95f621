// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences over QSettings.
#include "ui/widgets/preferences.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

namespace citypanel::ui {

namespace {

QString themeName(Theme theme) {
    switch (theme) {
    case Theme::System:
        break;
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    }
    return QStringLiteral("system");
}

} // namespace

Theme Preferences::theme() {
    const QString name = QSettings().value(QStringLiteral("theme")).toString();
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (name == themeName(theme)) {
            return theme;
        }
    }
    return Theme::System;
}

void Preferences::setTheme(Theme theme) {
    QSettings().setValue(QStringLiteral("theme"), themeName(theme));
}

WindowLanguage Preferences::language() {
    const QString code = QSettings().value(QStringLiteral("language")).toString();
    for (const auto language : {WindowLanguage::English, WindowLanguage::Chinese}) {
        if (code == languageCode(language)) {
            return language;
        }
    }
    return systemLanguage();
}

void Preferences::setLanguage(WindowLanguage language) {
    QSettings().setValue(QStringLiteral("language"), languageCode(language));
}

double Preferences::textScale() {
    bool isNumber = false;
    const double scale = QSettings().value(QStringLiteral("textScale"), 1.0).toDouble(&isNumber);
    return isNumber ? scale : 1.0;
}

void Preferences::setTextScale(double scale) {
    QSettings().setValue(QStringLiteral("textScale"), scale);
}

QString Preferences::lastFolder() {
    const QString folder = QSettings().value(QStringLiteral("lastFolder")).toString();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    for (const QString& known : {folder, documents}) {
        if (!known.isEmpty() && QDir(known).exists()) {
            return known;
        }
    }
    return QDir::homePath();
}

void Preferences::setLastFolder(const QString& folder) {
    QSettings().setValue(QStringLiteral("lastFolder"), folder);
}

QByteArray Preferences::layout(const QString& name) {
    return QSettings().value(QStringLiteral("layout/") + name).toByteArray();
}

void Preferences::setLayout(const QString& name, const QByteArray& state) {
    QSettings().setValue(QStringLiteral("layout/") + name, state);
}

QString Preferences::choice(const QString& name, const QString& fallback) {
    return QSettings().value(QStringLiteral("choice/") + name, fallback).toString();
}

void Preferences::setChoice(const QString& name, const QString& value) {
    QSettings().setValue(QStringLiteral("choice/") + name, value);
}

} // namespace citypanel::ui

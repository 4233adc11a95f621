// SPDX-License-Identifier: GPL-3.0-or-later
// The import page by itself, with files written for a test.
#pragma once

#include "ui/import/import_page.h"
#include "ui/session/project_session.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QFile>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QtTest>

#include <utility>
#include <vector>

namespace citypanel::ui {

/// The page on a session of its own, with data in a temporary folder.
class PageFixture {
public:
    PageFixture()
        : session_({folder_.filePath(QStringLiteral("data")),
                    folder_.filePath(QStringLiteral("settings.ini"))})
        , page_(session_) {
        applyTheme(Theme::Light);
        page_.resize(1180, 720);
        page_.show();
    }

    [[nodiscard]] ProjectSession& session() { return session_; }

    [[nodiscard]] ImportPage& page() { return page_; }

    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }

    template <typename T>
    [[nodiscard]] T* find(const char* name) {
        T* found = page_.findChild<T*>(QLatin1String(name));
        if (found == nullptr) {
            qFatal("no %s", name);
        }
        return found;
    }

    /// Waits until nothing is calculated any more; false after 60 s.
    [[nodiscard]] bool settle() {
        QCoreApplication::processEvents();
        return QTest::qWaitFor(
            [this] { return !session_.isEvaluating() && session_.jobs().isIdle(); }, 60000);
    }

private:
    QTemporaryDir folder_;
    ProjectSession session_;
    ImportPage page_;
};

/// Answers the question about files of names that are there, and waits; false when none is asked.
[[nodiscard]] inline bool answerSameNames(PageFixture& fixture, QMessageBox::ButtonRole role) {
    auto* box = fixture.page().findChild<QMessageBox*>(QStringLiteral("sameNames"));
    if (box == nullptr || !box->isVisible()) {
        return false;
    }
    for (QAbstractButton* button : box->buttons()) {
        if (box->buttonRole(button) == role) {
            button->click();
            return fixture.settle();
        }
    }
    return false;
}

inline bool write(const QString& path, const char* text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) >= 0;
}

/// The page with these files read and reviewed.
inline ImportPage* pageWith(PageFixture& fixture,
                            const std::vector<std::pair<const char*, const char*>>& files) {
    QStringList paths;
    for (const auto& [name, text] : files) {
        paths.append(fixture.path(QString::fromUtf8(name)));
        write(paths.last(), text);
    }
    fixture.page().takeFiles(paths);
    return fixture.settle() ? &fixture.page() : nullptr;
}

} // namespace citypanel::ui

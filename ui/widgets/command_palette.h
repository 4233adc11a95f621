// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: every command of the window, found by typing part of its name in either language.
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

class QLabel;
class QLineEdit;
class QListWidget;

namespace citypanel::ui {

/// A title without what marks its key: "&Open…" and "打开(&O)…" are "Open…" and "打开…".
[[nodiscard]] QString withoutMnemonic(QString title);

/// A command and the texts it may be found by.
struct PaletteEntry {
    QAction* action = nullptr;
    QString group;        ///< the menu it stands in, as shown
    QStringList keywords; ///< its name in each language, and anything else people may type
};

/// Words beside a command's name as a keyword that counts less than the name.
[[nodiscard]] QString asFurtherWords(const QString& words);

/// How well typed text fits an entry: 0 not at all, more is better. All typed words must occur in
/// one keyword; a match at the start of a keyword or of a word counts more. Case does not matter.
[[nodiscard]] int paletteScore(const QStringList& keywords, const QString& typed);

class CommandPalette final : public QDialog {
    Q_OBJECT

public:
    CommandPalette(QList<PaletteEntry> entries, QWidget* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void run();

    QList<PaletteEntry> entries_;
    QLineEdit* line_;
    QListWidget* list_;
    QLabel* nothing_; ///< in its place when nothing matches
};

} // namespace citypanel::ui

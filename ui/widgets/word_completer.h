// SPDX-License-Identifier: GPL-3.0-or-later
// WordCompleter: names offered for the word at the cursor of a line.
#pragma once

#include <QCompleter>
#include <QStringList>

class QLineEdit;

namespace citypanel::ui {

class WordCompleter final : public QCompleter {
    Q_OBJECT

public:
    WordCompleter(const QStringList& names, QLineEdit* line);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const QString& text);
    void take(const QString& name);

    QStringList names_;
    QLineEdit* line_;
    bool isTaking_ = false;
};

/// Completes the word at the cursor with one of the names, for expressions and formulas.
void completeWords(QLineEdit* line, const QStringList& names);

} // namespace citypanel::ui

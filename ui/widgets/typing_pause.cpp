// SPDX-License-Identifier: GPL-3.0-or-later
// A timer for each line.
#include "ui/widgets/typing_pause.h"

#include <QLineEdit>
#include <QTimer>

namespace citypanel::ui {

void takeAtPauses(QLineEdit* line) {
    auto* pause = new QTimer(line);
    pause->setSingleShot(true);
    pause->setInterval(typingPause);
    QObject::connect(line, &QLineEdit::textEdited, pause, qOverload<>(&QTimer::start));
    QObject::connect(line, &QLineEdit::editingFinished, pause, &QTimer::stop);
    QObject::connect(pause, &QTimer::timeout, line, &QLineEdit::editingFinished);
}

} // namespace citypanel::ui

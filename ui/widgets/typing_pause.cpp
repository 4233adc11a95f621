// SPDX-License-Identifier: GPL-3.0-or-later
// The timer that every key starts anew, up to a latest moment.
#include "ui/widgets/typing_pause.h"

#include <QLineEdit>

#include <algorithm>
#include <chrono>

namespace citypanel::ui {

namespace {

constexpr std::chrono::milliseconds pauseOfTyping{1500};
constexpr std::chrono::milliseconds latest{2500}; // after the first key

} // namespace

TypingPause::TypingPause(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &TypingPause::paused);
}

void TypingPause::typed() {
    if (!timer_.isActive()) {
        first_.start();
    }
    const std::chrono::milliseconds left = latest - std::chrono::milliseconds(first_.elapsed());
    timer_.start(std::clamp(left, std::chrono::milliseconds(0), pauseOfTyping));
}

void takeAtPauses(QLineEdit* line, const std::function<bool(const QString&)>& isWhole) {
    auto* pause = new TypingPause(line);
    QObject::connect(line, &QLineEdit::textEdited, pause, &TypingPause::typed);
    QObject::connect(line, &QLineEdit::editingFinished, pause, &TypingPause::stop);
    QObject::connect(pause, &TypingPause::paused, line, [line, isWhole] {
        if (!isWhole || isWhole(line->text())) {
            Q_EMIT line->editingFinished();
        }
    });
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// MessageBar: tells something inside the window instead of in a box over it.
#pragma once

#include "core/base/problem.h"

#include <QFrame>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace citypanel::ui {

class MessageBar final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Information, Success, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Shows a text in place of the one before; information and success go by themselves after
    /// eight seconds, warnings and errors stay until closed. What had buttons to answer it, and was
    /// not answered, is shown again afterwards.
    void showMessage(Kind kind, const QString& text);
    /// Adds a button to the message shown. Pressing it closes the bar.
    void addButton(const QString& text, std::function<void()> pressed);
    /// Runs when the message shown is closed without an answer.
    void onClosed(std::function<void()> closed);
    /// Closes the message shown.
    void dismiss();
    /// Closes it unless it waits for an answer: what it tells no longer holds.
    void takeBack();

    [[nodiscard]] QString text() const;

    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void goAway();
    void clearButtons();
    void showIcon();

    struct Button {
        QString text;
        std::function<void()> pressed;
    };

    struct Message {
        Kind kind = Kind::Information;
        QString text;
        std::vector<Button> buttons;
        std::function<void()> closed{};
    };

    std::vector<Button> asked_;      ///< buttons of the message shown
    std::function<void()> closed_{}; ///< of the message shown
    std::optional<Message> waiting_; ///< until the message shown over it goes

    Kind kind_ = Kind::Information;
    QLabel* icon_;
    QLabel* label_;
    QHBoxLayout* buttons_;
    QToolButton* close_;
    class QTimer* timer_;
};

} // namespace citypanel::ui

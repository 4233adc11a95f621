// SPDX-License-Identifier: GPL-3.0-or-later
// StartButton: a large button with an icon, a title, and a sentence under it.
#pragma once

#include <QCommandLinkButton>

namespace citypanel::ui {

/// A command link whose texts follow the window's font: Qt's own are 9 points high, always.
class StartButton final : public QCommandLinkButton {
    Q_OBJECT

public:
    explicit StartButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    /// Where the texts stand in a button that wide; as high as they need.
    [[nodiscard]] QRect titleRect(int width) const;
    [[nodiscard]] QRect descriptionRect(int width) const;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Rail: the workplaces along the left edge, in the order of the work.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace citypanel::ui {

/// One workplace's button: its icon over its name, and its number.
class RailButton final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int narrowest = 76;
    static constexpr int beside = 18; ///< room at both sides of the name

    explicit RailButton(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

/// Arrow keys move between the buttons; one is always chosen.
class Rail final : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget* parent = nullptr);

    /// Adds a button at the end and returns it; its text is set by the owner.
    RailButton* addButton(const QString& id, const char* iconName);
    void choose(int index);
    [[nodiscard]] int chosen() const;

Q_SIGNALS:
    void chosenChanged(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* group_;
    QVBoxLayout* column_;
};

} // namespace citypanel::ui

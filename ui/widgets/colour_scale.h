// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of a value between a low and a high one.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

namespace citypanel::ui {

/// Viridis (Smith and van der Walt, 2015), evenly perceived and safe for colour blindness: dark
/// violet at 0, yellow at 1. Values outside are held within.
[[nodiscard]] QColor viridis(double share);

/// Black or white, whichever can be read on the background.
[[nodiscard]] QColor textOn(const QColor& background);

/// The scale as a strip from the lowest to the highest value, and the pattern of missing cells.
class ColourScaleBar final : public QWidget {
    Q_OBJECT

public:
    explicit ColourScaleBar(QWidget* parent = nullptr);

    void setTexts(const QString& lowest, const QString& highest, const QString& missing);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString lowest_;
    QString highest_;
    QString missing_;
};

} // namespace citypanel::ui

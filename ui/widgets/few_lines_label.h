// SPDX-License-Identifier: GPL-3.0-or-later
// FewLinesLabel: a wrapped text of a few lines at most, whole in its tooltip.
#pragma once

#include <QLabel>

namespace citypanel::ui {

/// Plain text. What does not fit ends in "…", so that a long text never pushes a form away.
class FewLinesLabel final : public QLabel {
    Q_OBJECT

public:
    explicit FewLinesLabel(int mostLines, QWidget* parent = nullptr);

    void setWholeText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The lines that are shown at a width.
    [[nodiscard]] QStringList lines(int width) const;

    int mostLines_;
};

} // namespace citypanel::ui

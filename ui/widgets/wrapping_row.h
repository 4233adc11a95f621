// SPDX-License-Identifier: GPL-3.0-or-later
// WrappingRow: controls side by side, on further lines where one has no room for them all.
#pragma once

#include <QLayout>

#include <initializer_list>
#include <vector>

namespace citypanel::ui {

/// For rows of buttons above a view: no wider than its widest control, it does not hold a page
/// open when the text is large. What follows addStretch() stands at the right end of its line.
class WrappingRow final : public QLayout {
    Q_OBJECT

public:
    explicit WrappingRow(QWidget* parent = nullptr);
    ~WrappingRow() override;

    /// Controls that stay on one line, such as a label and its editor.
    void addTogether(std::initializer_list<QWidget*> widgets);
    void addStretch();

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Line {
        int from = 0; ///< items [from, to)
        int to = 0;
        int width = 0;
        int height = 0;
    };

    [[nodiscard]] std::vector<Line> linesAt(int width) const;
    void place(const Line& line, int top, const QRect& room);

    std::vector<QLayoutItem*> items_;
    int stretchAt_ = -1; ///< index of the first item at the right end
};

} // namespace citypanel::ui

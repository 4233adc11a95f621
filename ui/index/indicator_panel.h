// SPDX-License-Identifier: GPL-3.0-or-later
// IndicatorPanel: the tree of dimensions and indicators, and the form of the chosen one.
#pragma once

#include "core/index/indicator_system.h"
#include "core/recipe/step_effect.h"

#include <QTreeWidget>
#include <QWidget>

#include <vector>

class QFormLayout;
class QToolButton;

namespace citypanel::ui {

/// A tree whose leaves can be dragged to another dimension or place.
class IndicatorTree final : public QTreeWidget {
    Q_OBJECT

public:
    using QTreeWidget::QTreeWidget;

Q_SIGNALS:
    void rearranged();

protected:
    void dropEvent(QDropEvent* event) override;
};

class IndicatorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit IndicatorPanel(QWidget* parent = nullptr);

    void setIndicators(const std::vector<index::Indicator>& indicators,
                       const recipe::Columns& columns);

Q_SIGNALS:
    /// The person changed the system in this way.
    void edited(const std::vector<citypanel::index::Indicator>& indicators, const QString& what);

private:
    void fillTree();
    void showForm();
    void readTree();
    void add();
    void removeChosen();
    template <typename Member>
    void addField(const char* name, const QString& label, Member index::Indicator::*member);
    [[nodiscard]] int chosen() const;
    void setTexts();

    std::vector<index::Indicator> indicators_;
    std::vector<index::Indicator> inTree_; ///< as the tree shows them
    recipe::Columns columns_;
    IndicatorTree* tree_;
    QToolButton* add_;
    QToolButton* remove_;
    QWidget* formHost_;
    QFormLayout* form_;
    bool isFilling_ = false;
};

} // namespace citypanel::ui

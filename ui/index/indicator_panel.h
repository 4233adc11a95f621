// SPDX-License-Identifier: GPL-3.0-or-later
// IndicatorPanel: the tree of dimensions and indicators, and the form of the chosen one.
#pragma once

#include "core/index/indicator_system.h"
#include "core/recipe/step_effect.h"

#include <QTreeWidget>
#include <QWidget>

#include <string>
#include <vector>

class QFormLayout;
class QToolButton;

namespace citypanel::ui {

/// A tree whose leaves can be dragged to another dimension or place, and moved among those of their
/// dimension by Alt+Up and Alt+Down.
class IndicatorTree final : public QTreeWidget {
    Q_OBJECT

public:
    using QTreeWidget::QTreeWidget;

Q_SIGNALS:
    void rearranged();

protected:
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// False where nothing stands there.
    bool moveCurrent(int by);
};

class IndicatorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit IndicatorPanel(QWidget* parent = nullptr);

    void setIndicators(const std::vector<index::Indicator>& indicators,
                       const recipe::Columns& columns);

    /// Begins an indicator beside the chosen one and opens its form. It is a draft, which only this
    /// panel knows, until it has a formula: an index is not broken by what is still being written.
    void add();

Q_SIGNALS:
    /// The person changed the system in this way.
    void edited(const std::vector<citypanel::index::Indicator>& indicators, const QString& what);

private:
    void fillTree();
    void showForm();
    void readTree();
    void removeChosen();
    void choose(std::size_t place);
    /// Tells the others, who do not see a draft.
    void announce(const QString& what);
    void take(const std::string& name, const QString& what);
    [[nodiscard]] std::vector<index::Indicator> withoutDraft() const;
    template <typename Member>
    void addField(const char* name, const QString& label, Member index::Indicator::*member);
    [[nodiscard]] int chosen() const;
    void setTexts();

    std::vector<index::Indicator> indicators_;
    std::vector<index::Indicator> inTree_; ///< as the tree shows them
    std::string draft_;                    ///< name of the indicator without a formula, if any
    recipe::Columns columns_;
    IndicatorTree* tree_;
    QToolButton* add_;
    QToolButton* remove_;
    QWidget* formHost_;
    QFormLayout* form_;
    bool isFilling_ = false;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// IndicatorPanel: the tree of dimensions and indicators, and the form of the chosen one.
#pragma once

#include "core/index/indicator_system.h"
#include "core/recipe/step_effect.h"

#include <QJsonObject>
#include <QTreeWidget>
#include <QWidget>

#include <optional>
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

    /// What is written here and not told to others: the draft, and the line that is being typed in.
    /// Empty: nothing.
    [[nodiscard]] QJsonObject unfinished() const;
    /// The same, for a question about it.
    [[nodiscard]] QString unfinishedWords() const;
    /// Shows it again as unfinished() gave it.
    void restore(const QJsonObject& unfinished);
    /// Leaves what belonged to another project.
    void forget();

Q_SIGNALS:
    /// unfinished() is another.
    void unfinishedChanged();
    /// The person changed the system in this way.
    void edited(const std::vector<citypanel::index::Indicator>& indicators, const QString& what);

private:
    /// A line of the form as typed, before it is left.
    struct Typed {
        std::string indicator{};
        QString line{}; ///< object name
        QString text{};
    };

    void fillTree();
    void showForm();
    void readTree();
    void removeChosen();
    void begin(index::Indicator added);
    /// A line of the form that is typed in; `isSame`: what it says now is taken over already.
    void keepTyped(const QString& line, bool isSame);
    void showTyped();
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
    index::Indicator begun_;               ///< the draft as it began, with nothing filled in
    std::optional<Typed> typed_;
    recipe::Columns columns_;
    IndicatorTree* tree_;
    QToolButton* add_;
    QToolButton* remove_;
    QWidget* formHost_;
    QFormLayout* form_;
    bool isFilling_ = false;
    bool isTyping_ = false;
};

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// IndexPage: a composite index: its indicators at the left, weights that can be tuned while ranking
// and coefficient follow, comparison, sensitivity and reading at the right.
#pragma once

#include "core/index/composite_index.h"
#include "core/project/project.h"
#include "core/study/table.h"
#include "ui/index/index_edits.h"
#include "ui/index/live_index_ptr.h"
#include "ui/widgets/workplace.h"

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTabWidget;
class QToolButton;

namespace citypanel::ui {

class CompareView;
class EffectStrip;
class EmptyState;
class IndicatorPanel;
class MethodForm;
class ProjectSession;
class RankingView;
class ReadingView;
class SensitivityView;
class WeightsView;

class IndexPage final : public Workplace {
    Q_OBJECT

public:
    explicit IndexPage(ProjectSession& session, QWidget* parent = nullptr);

    bool showPlace(const Place& place) override;
    void exportShown() override;
    [[nodiscard]] bool canExport() const override;

    /// Adds an index of a preset ("new_quality_productive_forces", "digital_infrastructure").
    void addPreset(const QString& name);
    /// A weight moved as by hand; others give way.
    void moveWeight(std::size_t place, double weight);
    /// What the hand did becomes an edit of the project.
    void commitWeights();

    [[nodiscard]] const LiveIndexPtr& live() const { return live_; }

    [[nodiscard]] const std::vector<double>& weights() const { return weights_; }

private:
    QWidget* makeLeft();
    QWidget* makeWeightsTab();
    void connectParts();

    /// What stands in the form of an indicator alone is kept for a crash.
    void keepDraft();
    /// What a crash left there.
    void takeDraft();
    void showProject();
    void showChoices();
    void prepare();
    void takeLive(const LiveIndexPtr& live, const Problems& problems);
    void follow();
    void showStatus(const Problems& problems);

    [[nodiscard]] std::optional<recipe::IndexStep> step() const;
    void changeStep(const QString& text, const recipe::IndexStep& step,
                    const QString& mergeKey = {});
    void addIndex(recipe::IndexStep step);
    void addOwn();
    void addSystem(const index::IndicatorSystem& system);
    void loadFile();
    void saveFile();
    void resetWeights();
    void useWeights(const std::vector<double>& weights);
    void showCounterparts();
    void changeMethod(recipe::IndexStep changed);
    void showTuned(bool isTuned);
    [[nodiscard]] study::Table weightTable() const;
    [[nodiscard]] std::vector<study::Table> shownTables() const;
    [[nodiscard]] QStringList conventions() const;
    void setTexts();

    ProjectSession& session_;
    std::string key_;
    std::string shownKey_; ///< of the index whose numbers are on the page
    LiveIndexPtr live_;
    index::WeightSet details_;
    std::vector<double> weights_;
    std::vector<PinChoice> pins_;
    bool isMoving_ = false;
    QStackedLayout* stack_;
    EmptyState* empty_;
    EmptyState* noIndex_;
    QComboBox* indices_;
    QToolButton* file_;
    QMenu* fileMenu_;
    IndicatorPanel* indicators_;
    MethodForm* method_;
    QTabWidget* leftTabs_;
    QTabWidget* tabs_;
    QLabel* status_;
    WeightsView* weightsView_;
    QLabel* giveWayLabel_;
    QComboBox* giveWay_;
    QPushButton* reset_;
    QPushButton* keep_;
    QPushButton* export_;
    QLabel* tuned_;
    QLabel* pinLabel_;
    QComboBox* pin_;
    EffectStrip* effect_;
    QLabel* effectNote_;
    RankingView* ranking_;
    CompareView* compare_;
    SensitivityView* sensitivity_;
    ReadingView* reading_;
};

} // namespace citypanel::ui

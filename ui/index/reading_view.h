// SPDX-License-Identifier: GPL-3.0-or-later
// ReadingView: the index over time, by group, its ends, one unit's profile.
#pragma once

#include "core/study/live_index.h"
#include "core/study/table.h"
#include "ui/index/live_index_ptr.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;

namespace citypanel::ui {

class FigureView;
class ProjectSession;
class ResultTable;

class ReadingView final : public QWidget {
    Q_OBJECT

public:
    ReadingView(ProjectSession& session, QWidget* parent = nullptr);

    /// notes: how the index was made, for the table.
    void setIndex(const LiveIndexPtr& live, const std::vector<double>& weights,
                  const std::vector<std::string>& notes);

    /// The table that is shown; none without an index.
    [[nodiscard]] std::vector<study::Table> tables() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class What { ByPeriod, Density, ByGroup, Ends, Profile };

    void fillChoices();
    void show();
    void setTexts();
    [[nodiscard]] What what() const;
    [[nodiscard]] std::optional<study::Table> table() const;

    ProjectSession& session_;
    LiveIndexPtr live_;
    study::LiveScores scores_;
    std::vector<std::string> notes_;
    QComboBox* what_;
    QLabel* ofLabel_;
    QComboBox* of_; ///< group or unit
    FigureView* figure_;
    ResultTable* table_;
};

} // namespace citypanel::ui

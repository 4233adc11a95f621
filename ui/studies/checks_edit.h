// SPDX-License-Identifier: GPL-3.0-or-later
// ChecksEdit: the battery of a robustness table: a box a kind of check, and what it needs beside
// it.
#pragma once

#include "core/study/robustness_study.h"

#include <QWidget>

#include <vector>

namespace citypanel::ui {

class ChecksEdit final : public QWidget {
    Q_OBJECT

public:
    /// `proposed` holds what a check starts with when it is ticked. Checks of a kind beyond its
    /// first stay as they are, so that nothing is lost.
    ChecksEdit(std::vector<study::RobustnessCheck> checks,
               std::vector<study::RobustnessCheck> proposed, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<study::RobustnessCheck>& checks() const { return checks_; }

Q_SIGNALS:
    void edited();

private:
    void addKind(study::CheckKind kind);
    void setOn(study::CheckKind kind, bool isOn);
    void setText(study::CheckKind kind, const QString& text);
    [[nodiscard]] study::RobustnessCheck* find(study::CheckKind kind);

    std::vector<study::RobustnessCheck> checks_;
    std::vector<study::RobustnessCheck> proposed_;
};

} // namespace citypanel::ui

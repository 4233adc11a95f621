// SPDX-License-Identifier: GPL-3.0-or-later
// StudyForm: what a study asks for, to be chosen: first what its kind needs, then its model.
#pragma once

#include "core/study/study.h"
#include "ui/widgets/field_editors.h"
#include "ui/widgets/typing_pause.h"

#include <QWidget>

#include <optional>

class QFormLayout;

namespace citypanel::ui {

class StudyForm final : public QWidget {
    Q_OBJECT

public:
    explicit StudyForm(QWidget* parent = nullptr);

    /// Shows a study over the columns of a panel; what is shown already stays as it is.
    void setStudy(const study::Study& study, const Panel& panel);
    /// Makes the rows anew, in the language of the window.
    void refresh();

    [[nodiscard]] const study::Study& study() const { return study_; }

Q_SIGNALS:
    /// A row was edited; study() holds the new value.
    void edited();
    /// The same of a line that is still being typed in: typing paused.
    void typed();
    /// It is over with that line; its last value was told by typed().
    void typingEnded();
    /// The rows are to be split at the median of this variable.
    void splitRequested(const QString& variable);

private:
    /// Takes the value of a line: a typed one once typing pauses.
    template <typename T>
    void take(T& value, T changed);
    void fill();
    void fillKind(study::DescriptivesStudy& study);
    void fillKind(study::BaselineStudy& study);
    void fillKind(study::MechanismStudy& study);
    void fillKind(study::RobustnessStudy& study);
    void fillKind(study::HeterogeneityStudy& study);
    void fillKind(study::ModerationStudy& study);
    void fillKind(study::SpecificationStudy& study);
    /// Fixed effects to choose from: of every grouping, of the period, of both together.
    [[nodiscard]] QStringList offeredEffects() const;
    template <typename S>
    void addModel(S& study);
    void addRow(const char* name, const QString& label, QWidget* editor);
    void addHeading(const QString& text);
    template <typename T>
    [[nodiscard]] QWidget* termsEditor(std::vector<T>& value, const QStringList& offered);
    template <typename T>
    [[nodiscard]] QWidget* valueEditor(T& value);
    template <typename T>
    [[nodiscard]] QWidget* nameEditor(T& value, const QStringList& offered);
    template <typename E>
    [[nodiscard]] QWidget* choice(E& value, const QStringList& labels);
    [[nodiscard]] QWidget* vcovEditor(std::string& value);
    [[nodiscard]] QWidget* methodsEditor(std::vector<GroupTestMethod>& value);
    [[nodiscard]] QWidget* setsEditor(std::vector<study::TermSet>& value);
    [[nodiscard]] QWidget* conditionsEditor(std::vector<ExpressionText>& value);
    [[nodiscard]] QWidget* splitEditor();

    study::Study study_;
    Panel panel_;
    EditorContext context_;
    QStringList groupings_;
    QStringList texts_; ///< text and category columns, keys too
    bool isFilled_ = false;
    study::Study told_;          ///< as shown at first or told by the last signal
    bool isTyping_ = false;      ///< an editor reports what is being typed
    const void* line_ = nullptr; ///< the value whose line is being typed in
    TypingPause* pause_;
    QFormLayout* form_;
};

} // namespace citypanel::ui

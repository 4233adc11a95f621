// SPDX-License-Identifier: GPL-3.0-or-later
// The questions, their answers, and which answers leave which questions open.
#include "ui/efficiency/model_questions.h"

#include "ui/widgets/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace citypanel::ui {

namespace {

using frontier::Measure;
using frontier::Orientation;

struct Change {
    Measure measure;
    Orientation orientation;
};

/// What may shrink or grow, in the order of the list.
constexpr std::array changes{
    Change{Measure::Sbm, Orientation::None},
    Change{Measure::Sbm, Orientation::In},
    Change{Measure::Sbm, Orientation::Out},
    Change{Measure::Radial, Orientation::In},
    Change{Measure::Radial, Orientation::Out},
    Change{Measure::Directional, Orientation::None},
    Change{Measure::NonRadialDirectional, Orientation::None},
    Change{Measure::Ebm, Orientation::None},
    Change{Measure::Ebm, Orientation::In},
};

Change changeAt(const QComboBox* box) {
    return changes.at(static_cast<std::size_t>(std::max(0, box->currentIndex())));
}

void fill(QComboBox* box, const QStringList& texts) {
    const QSignalBlocker blocker(box);
    const int before = std::max(0, box->currentIndex());
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(before);
    for (int i = 0; i < texts.size(); ++i) {
        box->setItemData(i, texts[i], Qt::ToolTipRole);
    }
}

} // namespace

ModelQuestions::ModelQuestions(QWidget* parent)
    : QWidget(parent)
    , form_(new QVBoxLayout(this))
    , change_(new QComboBox(this))
    , reference_(new QComboBox(this))
    , window_(new QSpinBox(this))
    , group_(new QComboBox(this))
    , returns_(new QComboBox(this))
    , super_(new QCheckBox(this))
    , badAs_(new QComboBox(this))
    , disposability_(new QComboBox(this))
    , direction_(new QComboBox(this))
    , unusable_(new QComboBox(this)) {
    form_->setContentsMargins(0, 2, 0, 4);
    form_->setSpacing(3);
    addQuestion(change_, "model");
    addQuestion(reference_, "reference");
    addQuestion(window_, "window");
    addQuestion(group_, "group");
    addQuestion(returns_, "rts");
    addQuestion(super_, "super");
    addQuestion(badAs_, "bad_as");
    addQuestion(disposability_, "disposability");
    addQuestion(direction_, "direction");
    addQuestion(unusable_, "unusable");
    window_->setRange(1, 100);
    window_->setValue(3);
    const auto changed = [this] {
        showOpenQuestions();
        Q_EMIT edited();
    };
    for (QComboBox* box :
         {change_, reference_, group_, returns_, badAs_, disposability_, direction_, unusable_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        connect(box, &QComboBox::activated, this, changed);
    }
    connect(window_, &QSpinBox::valueChanged, this, changed);
    connect(super_, &QCheckBox::toggled, this, changed);
    translated(this, [this] { setTexts(); });
}

QLabel* ModelQuestions::addQuestion(QWidget* editor, const char* name) {
    auto* label = new QLabel(this);
    label->setBuddy(editor);
    label->setWordWrap(true);
    editor->setObjectName(QLatin1String(name));
    form_->addWidget(label);
    form_->addWidget(editor);
    questions_.push_back({editor, label});
    return label;
}

void ModelQuestions::setStep(const recipe::EfficiencyStep& step) {
    const QSignalBlocker blocker(this);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes.at(i).measure == step.model && changes.at(i).orientation == step.orientation) {
            change_->setCurrentIndex(static_cast<int>(i));
        }
    }
    reference_->setCurrentIndex(static_cast<int>(step.reference));
    window_->setValue(static_cast<int>(step.window));
    const QString group = QString::fromStdString(step.group);
    if (!group.isEmpty() && group_->findText(group) < 0) {
        group_->addItem(group);
    }
    group_->setCurrentIndex(std::max(0, group_->findText(group)));
    returns_->setCurrentIndex(static_cast<int>(step.returns));
    super_->setChecked(step.super != frontier::SuperEfficiency::Off);
    badAs_->setCurrentIndex(static_cast<int>(step.undesirableAs));
    disposability_->setCurrentIndex(static_cast<int>(step.disposability));
    direction_->setCurrentIndex(static_cast<int>(step.direction));
    unusable_->setCurrentIndex(static_cast<int>(step.unusable));
    hasBad_ = !step.bad.empty();
    showOpenQuestions();
}

recipe::EfficiencyStep ModelQuestions::answered(recipe::EfficiencyStep step) const {
    const Change change = changeAt(change_);
    step.model = change.measure;
    step.orientation = change.orientation;
    step.reference = static_cast<frontier::Reference>(reference_->currentIndex());
    step.window = window_->value();
    step.group = step.reference == frontier::Reference::Group
                     ? ColumnName(group_->currentText().toStdString())
                     : ColumnName();
    step.returns = static_cast<frontier::ReturnsToScale>(returns_->currentIndex());
    const bool canBeSuper = step.model == Measure::Sbm || step.model == Measure::Radial;
    step.super = super_->isChecked() && canBeSuper ? frontier::SuperEfficiency::Efficient
                                                   : frontier::SuperEfficiency::Off;
    step.undesirableAs = static_cast<frontier::UndesirableAs>(badAs_->currentIndex());
    step.disposability = static_cast<frontier::Disposability>(disposability_->currentIndex());
    step.direction = static_cast<frontier::Direction>(direction_->currentIndex());
    step.unusable = static_cast<frontier::UnusableRows>(unusable_->currentIndex());
    return step;
}

void ModelQuestions::setGroups(const QStringList& names, bool hasPeriods) {
    const QSignalBlocker blocker(group_);
    const QString before = group_->currentText();
    group_->clear();
    group_->addItems(names);
    group_->setCurrentIndex(std::max(0, group_->findText(before)));
    window_->setEnabled(hasPeriods);
}

bool ModelQuestions::isDirectional() const {
    const Measure measure = changeAt(change_).measure;
    return measure == Measure::Directional || measure == Measure::NonRadialDirectional;
}

void ModelQuestions::showOpenQuestions() {
    const auto reference = static_cast<frontier::Reference>(reference_->currentIndex());
    const Measure measure = changeAt(change_).measure;
    const bool canBeSuper = measure == Measure::Sbm || measure == Measure::Radial;
    for (const Question& question : questions_) {
        const QWidget* editor = question.editor;
        const bool isOpen = editor == window_          ? reference == frontier::Reference::Window
                            : editor == group_         ? reference == frontier::Reference::Group
                            : editor == super_         ? canBeSuper
                            : editor == badAs_         ? measure == Measure::Sbm && hasBad_
                            : editor == disposability_ ? isDirectional() && hasBad_
                            : editor == direction_     ? isDirectional()
                                                       : true;
        question.editor->setVisible(isOpen);
        question.label->setVisible(isOpen && !question.label->text().isEmpty());
    }
}

void ModelQuestions::setTexts() {
    const std::array labels{tr("What &may shrink or grow?"),
                            tr("Compared with &whom?"),
                            tr("Periods of a window"),
                            tr("Groups"),
                            tr("Can activities be &scaled?"),
                            QString(),
                            tr("Undesirable outputs stand"),
                            tr("Can undesirable outputs &be avoided for free?"),
                            tr("Direction of improvement"),
                            tr("Rows with negative values, or without input or output")};
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        questions_[i].label->setText(labels.at(i));
        QString plain = labels.at(i);
        questions_[i].editor->setAccessibleName(plain.remove(QLatin1Char('&')));
    }
    fill(change_,
         {tr("SBM: each variable by its own amount"), tr("SBM-I: inputs, each by its own amount"),
          tr("SBM-O: outputs, each by its own amount"), tr("CCR/BCC-I: all inputs by one share"),
          tr("CCR/BCC-O: all outputs by one factor"),
          tr("DDF: outputs up, undesirable ones down, by one share"),
          tr("NDDF: each variable by its own share"), tr("EBM: a common share and own amounts"),
          tr("EBM-I: a common share and own amounts, inputs")});
    fill(reference_, {tr("All units in all periods (global)"), tr("Units of the same period"),
                      tr("Units within a window of periods"), tr("Units of the same group")});
    fill(returns_, {tr("CRS: up and down alike (constant returns)"),
                    tr("VRS: no, like with like (variable returns)"),
                    tr("NIRS: down only (non-increasing returns)"),
                    tr("NDRS: up only (non-decreasing returns)")});
    super_->setText(tr("Rank the efficient units as we&ll"));
    super_->setToolTip(tr("Super-efficiency: an efficient unit is compared with the frontier of "
                          "the others."));
    super_->setAccessibleName(tr("Super-efficiency"));
    fill(badAs_, {tr("with the outputs (Tone 2004)"), tr("with the inputs")});
    fill(disposability_, {tr("No: weak disposability"), tr("Yes: strong disposability"),
                          tr("No: weak, with own abatement (Kuosmanen 2005)")});
    fill(direction_,
         {tr("Usual for the model"), tr("Outputs alone (0, y, −b)"), tr("All (−x, y, −b)"),
          tr("One unit of each (1, 1, 1)"), tr("Distance to the best value")});
    fill(unusable_, {tr("Stop and name the first"), tr("Leave them out, and count them")});
    showOpenQuestions();
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of each kind of study.
#include "ui/studies/study_form.h"

#include "core/estimate/model_formula.h"
#include "core/panel/expression.h"
#include "core/study/proposed_study.h"
#include "ui/models/words.h"
#include "ui/studies/checks_edit.h"
#include "ui/studies/columns_button.h"
#include "ui/widgets/field_editors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace citypanel::ui {

namespace {

template <typename T>
QStringList textsOf(const std::vector<T>& values) {
    QStringList texts;
    for (const T& value : values) {
        texts.append(qs(value.text));
    }
    return texts;
}

template <typename T>
std::vector<T> valuesOf(const QStringList& texts) {
    std::vector<T> values;
    for (const QString& text : texts) {
        values.emplace_back(text.toStdString());
    }
    return values;
}

/// Whether what is typed can be taken as it stands.
template <typename T>
bool isWhole(const T& value, const EditorContext& context) {
    if constexpr (std::is_same_v<T, ExpressionText>) {
        return value.empty() || parseExpression(value.text).has_value();
    } else if constexpr (std::is_same_v<T, FormulaText>) {
        return value.empty() || parseModelFormula(value.text).has_value();
    } else if constexpr (std::is_same_v<T, ColumnName>) {
        return value.empty() || context.columns.contains(qs(value.text));
    } else {
        return true;
    }
}

template <typename S>
concept StudyWithModel = requires(S study) {
    study.model.outcome;
};

} // namespace

StudyForm::StudyForm(QWidget* parent)
    : QWidget(parent)
    , study_(study::BaselineStudy{})
    , pause_(new TypingPause(this))
    , form_(new QFormLayout(this)) {
    connect(pause_, &TypingPause::paused, this, [this] {
        told_ = study_;
        Q_EMIT typed();
    });
    connect(this, &StudyForm::edited, this, [this] {
        pause_->stop();
        told_ = study_;
    });
    setObjectName(QStringLiteral("studyForm"));
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->setContentsMargins(10, 4, 10, 8);
    form_->setVerticalSpacing(3);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

void StudyForm::setStudy(const study::Study& study, const Panel& panel) {
    const bool isSamePanel = isFilled_ && panel_.columnInfo() == panel.columnInfo();
    panel_ = panel;
    const bool isShown = study_ == study || (pause_->isActive() && told_ == study);
    if (isSamePanel && isShown) {
        return; // what is being typed stays
    }
    study_ = study;
    told_ = study;
    refresh();
}

void StudyForm::refresh() {
    pause_->stop();
    line_ = nullptr;
    context_ = editorContext(recipe::columnsOf(panel_));
    context_.typing = [this](const std::function<void()>& report) {
        isTyping_ = true;
        report();
        isTyping_ = false;
    };
    groupings_.clear();
    texts_.clear();
    for (const std::string& name : study::groupingColumns(panel_)) {
        groupings_.append(qs(name));
    }
    for (const Variable& column : panel_.columns()) {
        if (!column.isNumeric() || column.name() == panel_.keys().unit) {
            texts_.append(qs(column.name()));
        }
    }
    while (form_->rowCount() > 0) {
        form_->removeRow(0);
    }
    isFilled_ = true;
    fill();
}

template <typename T>
void StudyForm::take(T& value, T changed) {
    value = std::move(changed);
    if (isTyping_) {
        line_ = &value;
        if (isWhole(value, context_)) {
            pause_->typed();
        } else {
            pause_->stop(); // half a condition would only take the results away
        }
        return;
    }
    if (line_ == &value) {
        pause_->stop();
        told_ = study_;
        line_ = nullptr;
        Q_EMIT typed();
        Q_EMIT typingEnded();
    } else {
        Q_EMIT edited();
    }
}

QStringList StudyForm::offeredEffects() const {
    QStringList effects = texts_;
    const QString period = qs(panel_.keys().period);
    if (period.isEmpty()) {
        return effects;
    }
    effects.append(period);
    for (const QString& text : texts_) {
        if (text != qs(panel_.keys().unit)) {
            effects.append(text + QLatin1Char('^') + period);
        }
    }
    return effects;
}

template <typename S>
void StudyForm::addModel(S& study) {
    if constexpr (StudyWithModel<S>) {
        study::StudyModel& model = study.model;
        addHeading(tr("Model"));
        addRow("outcome", tr("Outcome"), nameEditor(model.outcome, context_.numericColumns));
        addRow("core", tr("Core regressors"), termsEditor(model.core, context_.numericColumns));
        addRow("controls", tr("Controls"), termsEditor(model.controls, context_.numericColumns));
        addRow("effects", tr("Fixed effects"), termsEditor(model.effects, offeredEffects()));
        addRow("vcov", tr("Standard errors"), vcovEditor(model.vcov));
        addRow("where", tr("Only rows where"), valueEditor(model.where));
    }
}

void StudyForm::addRow(const char* name, const QString& label, QWidget* editor) {
    editor->setObjectName(QLatin1String(name));
    ui::nameEditor(editor, label);
    auto* text = new QLabel(label, this);
    text->setBuddy(editor);
    form_->addRow(text, editor);
}

void StudyForm::addHeading(const QString& text) {
    auto* heading = new QLabel(text, this);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, 8, 0, 0);
    form_->addRow(heading);
}

template <typename T>
QWidget* StudyForm::termsEditor(std::vector<T>& value, const QStringList& offered) {
    auto* button = new ColumnsButton(offered, textsOf(value), this);
    connect(button, &ColumnsButton::chosenChanged, this, [this, &value](const QStringList& names) {
        value = valuesOf<T>(names);
        Q_EMIT edited();
    });
    return button;
}

template <typename T>
QWidget* StudyForm::valueEditor(T& value) {
    return fieldEditor(value, context_,
                       OnChange<T>([this, &value](T changed) { take(value, std::move(changed)); }));
}

template <typename T>
QWidget* StudyForm::nameEditor(T& value, const QStringList& offered) {
    EditorContext names;
    names.columns = offered;
    names.typing = context_.typing;
    return fieldEditor(ColumnName(value.text), names,
                       OnChange<ColumnName>([this, &value](const ColumnName& changed) {
                           take(value, T(changed.text));
                       }));
}

template <typename E>
QWidget* StudyForm::choice(E& value, const QStringList& labels) {
    return choiceEditor(labels, static_cast<int>(value), [this, &value](int index) {
        value = static_cast<E>(index);
        Q_EMIT edited();
    });
}

QWidget* StudyForm::vcovEditor(std::string& value) {
    QStringList codes{QStringLiteral("hc1"), QStringLiteral("iid")};
    QStringList labels{tr("Robust (HC1)"), tr("Classical")};
    for (const QString& text : texts_) {
        codes.append(QStringLiteral("cluster:") + text);
        labels.append(tr("Clustered by %1").arg(text));
    }
    const std::string unitCode = "cluster:" + panel_.keys().unit;
    const QString shown = qs(value.empty() ? unitCode : value);
    if (!codes.contains(shown)) {
        codes.append(shown);
        labels.append(shown);
    }
    return choiceEditor(labels, static_cast<int>(codes.indexOf(shown)),
                        [this, &value, codes](int index) {
                            value = codes[index].toStdString();
                            Q_EMIT edited();
                        });
}

QWidget* StudyForm::methodsEditor(std::vector<GroupTestMethod>& value) {
    auto* boxes = new QWidget(this);
    auto* column = new QVBoxLayout(boxes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const QStringList labels{tr("Interaction"), tr("Suest"), tr("Permutation by city")};
    for (const auto& entry : enumNames(GroupTestMethod{})) {
        const GroupTestMethod method = entry.value;
        auto* box = new QCheckBox(labels[static_cast<int>(method)], boxes);
        box->setObjectName(QString::fromUtf8(nameOf(method).data()));
        box->setChecked(std::find(value.begin(), value.end(), method) != value.end());
        connect(box, &QCheckBox::toggled, this, [this, &value, method](bool isOn) {
            std::erase(value, method);
            if (isOn) {
                value.push_back(method);
                std::sort(value.begin(), value.end());
            }
            Q_EMIT edited();
        });
        column->addWidget(box);
    }
    return boxes;
}

QWidget* StudyForm::setsEditor(std::vector<study::TermSet>& value) {
    QStringList lines;
    for (const study::TermSet& set : value) {
        lines.append(textsOf(set.terms).join(QStringLiteral(", ")));
    }
    return linesEditor(lines, [this, &value](const QStringList& changed) {
        value.clear();
        for (const QString& line : changed) {
            value.push_back({.terms = valuesOf<ExpressionText>(listOf(line))});
        }
        Q_EMIT edited();
    });
}

QWidget* StudyForm::conditionsEditor(std::vector<ExpressionText>& value) {
    return linesEditor(textsOf(value), [this, &value](const QStringList& changed) {
        value = valuesOf<ExpressionText>(changed);
        Q_EMIT edited();
    });
}

QWidget* StudyForm::splitEditor() {
    auto* box = new QComboBox(this);
    box->addItem(tr("Choose a variable…"));
    box->addItems(context_.numericColumns);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        if (index > 0) {
            Q_EMIT splitRequested(box->currentText());
        }
    });
    return box;
}

void StudyForm::fillKind(study::DescriptivesStudy& study) {
    addRow("variables", tr("Variables"), termsEditor(study.variables, context_.numericColumns));
    addRow("by", tr("By group"),
           nameEditor(study.by, groupings_ + QStringList{qs(panel_.keys().period)}));
    addRow("and_by", tr("And by"),
           nameEditor(study.andBy, groupings_ + QStringList{qs(panel_.keys().period)}));
    addRow("with_correlations", tr("Correlations"), valueEditor(study.withCorrelations));
    addRow("vif_model", tr("Variance inflation of the model"), valueEditor(study.vifModel));
    addRow("where", tr("Only rows where"), valueEditor(study.where));
}

void StudyForm::fillKind(study::BaselineStudy& study) {
    addRow("columns", tr("Columns"),
           choice(study.columns, {tr("One for each core regressor"), tr("Controls stepwise"),
                                  tr("Fixed effects stepwise")}));
}

void StudyForm::fillKind(study::MechanismStudy& study) {
    addRow("mediators", tr("Mediators"), termsEditor(study.mediators, context_.numericColumns));
    addRow("steps", tr("Method"),
           choice(study.steps, {tr("Two steps (effect on the mediator)"),
                                tr("Three steps, Sobel and bootstrap")}));
    addRow("reps", tr("Bootstrap repetitions (three steps)"), valueEditor(study.reps));
}

void StudyForm::fillKind(study::RobustnessStudy& study) {
    const bool hasProvince = panel_.find("province") != nullptr;
    auto* checks =
        new ChecksEdit(study.checks, study::usualChecks(panel_, hasProvince ? "province" : ""));
    connect(checks, &ChecksEdit::edited, this, [this, checks, &study] {
        study.checks = checks->checks();
        Q_EMIT edited();
    });
    addRow("checks", tr("Checks"), checks);
}

void StudyForm::fillKind(study::HeterogeneityStudy& study) {
    addRow("by", tr("Split by"), termsEditor(study.by, groupings_));
    addRow("split", tr("New split at the median of"), splitEditor());
    addRow("with_all_rows", tr("Column of all rows"), valueEditor(study.withAllRows));
    addRow("methods", tr("Tests of the difference"), methodsEditor(study.methods));
    addRow("reps", tr("Permutations"), valueEditor(study.reps));
    addRow("quadrants", tr("Quadrants: four groups of"),
           nameEditor(study.quadrants.by, groupings_));
    addRow("quadrant_x", tr("Quadrants: across"), valueEditor(study.quadrants.x));
    addRow("quadrant_y", tr("Quadrants: up"), valueEditor(study.quadrants.y));
}

void StudyForm::fillKind(study::ModerationStudy& study) {
    addRow("moderators", tr("Moderators"), termsEditor(study.moderators, context_.numericColumns));
    addRow("percentiles", tr("Effects at the percentiles"), valueEditor(study.percentiles));
}

void StudyForm::fillKind(study::SpecificationStudy& study) {
    addRow("all_control_subsets", tr("Every subset of the controls"),
           valueEditor(study.allControlSubsets));
    addRow("regressors", tr("Other core regressors"),
           termsEditor(study.regressors, context_.numericColumns));
    addRow("outcomes", tr("Other outcomes"), termsEditor(study.outcomes, context_.numericColumns));
    addRow("effects", tr("Other fixed effects (a set a line)"), setsEditor(study.effects));
    addRow("vcovs", tr("Other standard errors"), valueEditor(study.vcovs));
    addRow("winsorising", tr("Winsorised at (%)"), valueEditor(study.winsorising));
    addRow("samples", tr("Other samples (a condition a line)"), conditionsEditor(study.samples));
    addRow("reps", tr("Repetitions of the joint tests (0: none)"), valueEditor(study.reps));
}

void StudyForm::fill() {
    std::visit(
        [this](auto& known) {
            using S = std::decay_t<decltype(known)>;
            // Tables of free models are the page of models' own.
            constexpr bool isShown =
                study::KnownStudy<S> && !std::is_same_v<S, study::RegressionStudy>;
            if constexpr (isShown) {
                addRow("title", tr("Caption"), valueEditor(known.title));
                fillKind(known);
                addModel(known);
            }
        },
        study_);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The variable list, the role lines and the conventions.
#include "ui/regression/spec_panel.h"

#include "core/panel/expression.h"
#include "ui/regression/errors_edit.h"
#include "ui/regression/role_edit.h"
#include "ui/widgets/language.h"
#include "ui/widgets/typing_pause.h"
#include "ui/widgets/variable_list.h"
#include "ui/widgets/word_completer.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace citypanel::ui {

namespace {

void removeFrom(std::vector<std::string>& terms, const std::string& term) {
    terms.erase(std::remove(terms.begin(), terms.end(), term), terms.end());
}

QString label(const QString& text, const char* key) {
    return key == nullptr ? text : QStringLiteral("%1 [%2]").arg(text, QLatin1String(key));
}

} // namespace

SpecPanel::SpecPanel(QWidget* parent)
    : RolesPanel(parent)
    , outcome_(new RoleEdit(true, this))
    , core_(new RoleEdit(false, this))
    , controls_(new RoleEdit(false, this))
    , effects_(new RoleEdit(false, this))
    , endogenous_(new RoleEdit(false, this))
    , instruments_(new RoleEdit(false, this))
    , estimator_(new QComboBox(this))
    , errors_(new ErrorsEdit(this))
    , ssc_(new QComboBox(this))
    , where_(new QLineEdit(this))
    , weights_(new QLineEdit(this))
    , form_(nullptr) {
    setForm(makeForm(), 230);

    connect(variables_, &VariableList::activated, this, &SpecPanel::giveNext);
    connect(variables_, &VariableList::keyPressed, this, &SpecPanel::giveByKey);
    for (const auto& [edit, role] :
         {std::pair{outcome_, Role::Outcome}, std::pair{core_, Role::Core},
          std::pair{controls_, Role::Control}, std::pair{effects_, Role::Effect},
          std::pair{endogenous_, Role::Endogenous}, std::pair{instruments_, Role::Instrument}}) {
        connect(edit, &RoleEdit::namesDropped, this, [this, r = role](const QStringList& names) {
            for (const QString& name : names) {
                give(name, r);
            }
        });
    }
    for (RoleEdit* edit : {outcome_, core_, controls_, effects_, endogenous_, instruments_}) {
        connect(edit, &RoleEdit::termsEdited, this, &SpecPanel::read);
    }
    connect(errors_, &ErrorsEdit::edited, this, &SpecPanel::read);
    for (QComboBox* box : {estimator_, ssc_}) {
        connect(box, &QComboBox::activated, this, &SpecPanel::read);
    }
    for (QLineEdit* line : {where_, weights_}) {
        // Half a condition would only take the results away.
        takeAtPauses(line, [](const QString& text) {
            return text.trimmed().isEmpty() || parseExpression(text.trimmed().toStdString());
        });
        connect(line, &QLineEdit::editingFinished, this, [this, line] {
            if (line->isModified()) {
                line->setModified(false);
                read();
            }
        });
    }
    translated(this, [this] { setTexts(); });
}

QWidget* SpecPanel::makeForm() {
    auto* holder = new QWidget;
    form_ = new QFormLayout(holder);
    form_->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form_->setContentsMargins(8, 4, 10, 8);
    form_->setVerticalSpacing(3);
    const auto add = [this, holder](QWidget* editor, const char* name) {
        auto* text = new QLabel(holder);
        text->setBuddy(editor);
        editor->setObjectName(QLatin1String(name));
        form_->addRow(text, editor);
    };
    add(outcome_, "outcome");
    add(core_, "core");
    add(controls_, "controls");
    add(effects_, "effects");
    add(estimator_, "estimator");
    estimator_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    estimator_->setMinimumContentsLength(14);
    add(errors_, "vcov");
    add(ssc_, "ssc");
    add(where_, "where");
    add(endogenous_, "endogenous");
    add(instruments_, "instruments");
    add(weights_, "weights");
    return holder;
}

void SpecPanel::setPanel(const Panel& panel) {
    variables_->setPanel(panel);
    QStringList names;
    for (const Variable& variable : panel.columns()) {
        names.append(QString::fromStdString(variable.name()));
    }
    for (RoleEdit* edit : {outcome_, core_, controls_, effects_, endogenous_, instruments_}) {
        edit->setNames(names);
    }
    for (QLineEdit* line : {where_, weights_}) {
        delete line->findChild<QCompleter*>();
        completeWords(line, names);
    }
    errors_->setNames(names);
    errors_->setSuggestion(QString::fromStdString(panel.keys().unit));
}

void SpecPanel::setModel(const ModelSpec& spec, const study::RegressionColumn& column) {
    spec_ = spec;
    column_ = column;
    showSpec();
}

study::RegressionColumn SpecPanel::column() const {
    study::RegressionColumn column = column_;
    column.formula = FormulaText(formulaOf(spec_));
    return column;
}

QString SpecPanel::missing() const {
    if (spec_.outcome.empty()) {
        return tr("Choose an outcome: select a variable and press Y.");
    }
    if (spec_.core.empty() && spec_.controls.empty() && spec_.endogenous.empty()) {
        return tr("Choose a regressor: select a variable and press X.");
    }
    if (column_.vcov.empty()) {
        return tr("Choose the standard errors: they are never assumed.");
    }
    return {};
}

void SpecPanel::give(const QString& name, Role role) {
    const std::string term = quoted(name.toStdString());
    auto& list = role == Role::Core         ? spec_.core
                 : role == Role::Control    ? spec_.controls
                 : role == Role::Endogenous ? spec_.endogenous
                 : role == Role::Instrument ? spec_.instruments
                                            : spec_.effects;
    const bool hadRole = role == Role::Outcome
                             ? spec_.outcome == term
                             : std::find(list.begin(), list.end(), term) != list.end();
    if (spec_.outcome == term) {
        spec_.outcome.clear();
    }
    for (auto* terms :
         {&spec_.core, &spec_.controls, &spec_.effects, &spec_.endogenous, &spec_.instruments}) {
        removeFrom(*terms, term);
    }
    // The same role again takes it away.
    if (!hadRole && role == Role::Outcome) {
        spec_.outcome = term;
    } else if (!hadRole) {
        list.push_back(term);
    }
    showSpec();
    Q_EMIT edited();
}

void SpecPanel::giveByKey(const QString& name, int key) {
    switch (key) {
    case Qt::Key_Y:
        return give(name, Role::Outcome);
    case Qt::Key_X:
        return give(name, Role::Core);
    case Qt::Key_C:
        return give(name, Role::Control);
    case Qt::Key_F:
        return give(name, Role::Effect);
    case Qt::Key_N:
        return give(name, Role::Endogenous);
    case Qt::Key_Z:
        return give(name, Role::Instrument);
    case Qt::Key_L:
        return clusterBy(name);
    default:
        break;
    }
}

void SpecPanel::clusterBy(const QString& name) {
    errors_->setVcov(covarianceText(
        {.kind = CovarianceKind::Cluster, .clusters = {name.toStdString()}, .lags = {}}));
    read();
}

void SpecPanel::giveNext(const QString& name) {
    const std::string term = quoted(name.toStdString());
    const auto holds = [&](const std::vector<std::string>& terms) {
        return std::find(terms.begin(), terms.end(), term) != terms.end();
    };
    const Role role = spec_.outcome == term || spec_.outcome.empty() ? Role::Outcome
                      : holds(spec_.core)                            ? Role::Core
                      : holds(spec_.effects)                         ? Role::Effect
                      : spec_.core.empty()                           ? Role::Core
                                                                     : Role::Control;
    give(name, role);
}

void SpecPanel::read() {
    const auto outcome = outcome_->terms();
    spec_ = ModelSpec{.outcome = outcome.empty() ? std::string() : outcome.front(),
                      .core = core_->terms(),
                      .controls = controls_->terms(),
                      .effects = effects_->terms(),
                      .endogenous = endogenous_->terms(),
                      .instruments = instruments_->terms()};
    column_.estimator = static_cast<Estimator>(estimator_->currentData().toInt());
    column_.vcov = errors_->vcov();
    column_.ssc = static_cast<SmallSample>(ssc_->currentData().toInt());
    column_.where = ExpressionText(where_->text().trimmed().toStdString());
    column_.weights = ExpressionText(weights_->text().trimmed().toStdString());
    showSpec();
    Q_EMIT edited();
}

void SpecPanel::showSpec() {
    outcome_->setTerms(spec_.outcome.empty() ? std::vector<std::string>{}
                                             : std::vector<std::string>{spec_.outcome});
    core_->setTerms(spec_.core);
    controls_->setTerms(spec_.controls);
    effects_->setTerms(spec_.effects);
    endogenous_->setTerms(spec_.endogenous);
    instruments_->setTerms(spec_.instruments);
    estimator_->setCurrentIndex(estimator_->findData(static_cast<int>(column_.estimator)));
    errors_->setVcov(column_.vcov);
    ssc_->setCurrentIndex(ssc_->findData(static_cast<int>(column_.ssc)));
    for (const auto& [line, text] :
         {std::pair{where_, &column_.where}, std::pair{weights_, &column_.weights}}) {
        const QString shown = QString::fromStdString(*text);
        if (line->text().trimmed() != shown) { // what is being typed stays, its last blank too
            line->setText(shown);
        }
    }
    QHash<QString, QString> marks;
    const auto mark = [&](const std::vector<std::string>& terms, const char* key) {
        for (const std::string& term : terms) {
            marks.insert(QString::fromStdString(term).remove(QLatin1Char('`')), QLatin1String(key));
        }
    };
    mark({spec_.outcome}, "Y");
    mark(spec_.core, "X");
    mark(spec_.controls, "C");
    mark(spec_.effects, "F");
    mark(spec_.endogenous, "N");
    mark(spec_.instruments, "Z");
    variables_->setMarks(marks);
}

void SpecPanel::setTexts() {
    hint_->setText(tr("Select a variable and press Y outcome, X core regressor, C control, "
                      "F fixed effect, N instrumented, Z instrument, L cluster; or drag it to a "
                      "line below."));
    const std::pair<QWidget*, QString> labels[] = {
        {outcome_, label(tr("&Outcome"), "Y")},
        {core_, label(tr("&Core regressors"), "X")},
        {controls_, label(tr("Contro&ls"), "C")},
        {effects_, label(tr("Fixe&d effects"), "F")},
        {estimator_, tr("Es&timator")},
        {errors_, label(tr("&Standard errors"), "L")},
        {ssc_, tr("S&mall-sample convention")},
        {where_, tr("Sam&ple: rows where")},
        {endogenous_, label(tr("&Instrumented regressors"), "N")},
        {instruments_, label(tr("I&nstruments"), "Z")},
        {weights_, tr("&Weights")}};
    for (const auto& [editor, text] : labels) {
        qobject_cast<QLabel*>(form_->labelForField(editor))->setText(text);
        QString plain = text;
        editor->setAccessibleName(plain.remove(QLatin1Char('&')));
    }
    where_->setPlaceholderText(tr("all rows; e.g. year >= 2012"));
    weights_->setPlaceholderText(tr("none"));
    effects_->setPlaceholderText(tr("e.g. city + year"));
    const QVariant before = ssc_->currentData();
    ssc_->clear();
    for (const auto& entry : enumNames(SmallSample{})) {
        static constexpr std::array programs{"Stata reghdfe", "R fixest", "Stata xtreg, fe",
                                             "Stata areg", "Stata xtscc"};
        ssc_->addItem(QLatin1String(programs[static_cast<std::size_t>(entry.value)]),
                      static_cast<int>(entry.value));
    }
    ssc_->setCurrentIndex(before.isValid() ? ssc_->findData(before) : 0);
    setEstimators();
}

void SpecPanel::setEstimators() {
    const QVariant before = estimator_->currentData();
    estimator_->clear();
    for (const auto& [estimator, name] :
         {std::pair{Estimator::LeastSquares, tr("Least squares (2SLS)")},
          std::pair{Estimator::RandomEffects, tr("Random effects")},
          std::pair{Estimator::Between, tr("Between")},
          std::pair{Estimator::FirstDifference, tr("First differences")},
          std::pair{Estimator::Liml, tr("LIML")}, std::pair{Estimator::Gmm, tr("Two-step GMM")}}) {
        estimator_->addItem(name, static_cast<int>(estimator));
    }
    estimator_->setToolTip(tr("Least squares: with fixed effects, two-stage where there are "
                              "instruments. Random effects and between: without fixed effects. "
                              "LIML and GMM: with instruments."));
    estimator_->setCurrentIndex(before.isValid() ? estimator_->findData(before) : 0);
}

} // namespace citypanel::ui

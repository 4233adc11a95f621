// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of check is called, and how its parameter is read and written.
#include "ui/studies/checks_edit.h"

#include "ui/models/words.h"
#include "ui/widgets/field_editors.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typing_pause.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

using study::CheckKind;
using study::RobustnessCheck;

QString checkTitle(CheckKind kind) {
    switch (kind) {
    case CheckKind::LaggedInstrument:
        return ChecksEdit::tr("Own lag as instrument (2SLS)");
    case CheckKind::Restrict:
        return ChecksEdit::tr("Only rows where");
    case CheckKind::Effects:
        return ChecksEdit::tr("Other fixed effects");
    case CheckKind::MedianSplit:
        return ChecksEdit::tr("Split at the median of");
    case CheckKind::ReplaceOutcome:
        return ChecksEdit::tr("Another outcome");
    case CheckKind::ReplaceRegressor:
        return ChecksEdit::tr("Another core regressor");
    case CheckKind::LagRegressors:
        return ChecksEdit::tr("Lagged core regressor");
    case CheckKind::Clustering:
        return ChecksEdit::tr("Other standard errors");
    case CheckKind::Winsorising:
        return ChecksEdit::tr("Winsorised at (%)");
    case CheckKind::DropPeriods:
        return ChecksEdit::tr("Without the periods");
    case CheckKind::Placebo:
        return ChecksEdit::tr("Placebo by permutation");
    }
    return {};
}

QString checkHint(CheckKind kind) {
    switch (kind) {
    case CheckKind::LaggedInstrument:
    case CheckKind::LagRegressors:
        return ChecksEdit::tr("periods, e.g. 1");
    case CheckKind::Restrict:
        return ChecksEdit::tr("condition, e.g. kind != \"A\"");
    case CheckKind::Effects:
        return ChecksEdit::tr("e.g. city, province^year");
    case CheckKind::MedianSplit:
        return ChecksEdit::tr("the core regressor");
    case CheckKind::ReplaceOutcome:
    case CheckKind::ReplaceRegressor:
        return ChecksEdit::tr("variable");
    case CheckKind::Clustering:
        return ChecksEdit::tr("e.g. cluster:province");
    case CheckKind::Winsorising:
        return ChecksEdit::tr("lower, upper, e.g. 5, 95");
    case CheckKind::DropPeriods:
        return ChecksEdit::tr("e.g. 2020, 2021");
    case CheckKind::Placebo:
        return ChecksEdit::tr("repetitions, e.g. 500");
    }
    return {};
}

QString checkText(const RobustnessCheck& check) {
    QStringList parts;
    switch (check.kind) {
    case CheckKind::LaggedInstrument:
    case CheckKind::LagRegressors:
        return QString::number(check.lags);
    case CheckKind::Restrict:
    case CheckKind::MedianSplit:
    case CheckKind::ReplaceOutcome:
    case CheckKind::ReplaceRegressor:
        return qs(check.expression.text);
    case CheckKind::Clustering:
        return qs(check.vcov);
    case CheckKind::Placebo:
        return QString::number(check.reps);
    case CheckKind::Winsorising:
        return QStringLiteral("%1, %2").arg(check.lower).arg(check.upper);
    case CheckKind::Effects:
        for (const ExpressionText& effect : check.effects) {
            parts.append(qs(effect.text));
        }
        break;
    case CheckKind::DropPeriods:
        for (const std::int64_t period : check.periods) {
            parts.append(QString::number(period));
        }
        break;
    }
    return parts.join(QStringLiteral(", "));
}

/// Whether a text can be what a check of that kind is made with.
bool isReadable(CheckKind kind, const QString& text) {
    const QStringList parts = listOf(text);
    const auto isInteger = [](const QString& part) {
        bool isNumber = false;
        return part.toLongLong(&isNumber) > 0 && isNumber;
    };
    switch (kind) {
    case CheckKind::LaggedInstrument:
    case CheckKind::LagRegressors:
    case CheckKind::Placebo:
        return isInteger(text.trimmed());
    case CheckKind::Winsorising:
        return parts.size() == 2 &&
               std::all_of(parts.begin(), parts.end(), [](const QString& part) {
                   bool isNumber = false;
                   part.toDouble(&isNumber);
                   return isNumber;
               });
    case CheckKind::DropPeriods:
        return std::all_of(parts.begin(), parts.end(), isInteger);
    default:
        return true;
    }
}

void readNumber(const QString& text, std::int64_t& value) {
    bool isNumber = false;
    const std::int64_t number = text.trimmed().toLongLong(&isNumber);
    value = isNumber && number > 0 ? number : value;
}

void readCheck(const QString& text, RobustnessCheck& check) {
    const QStringList parts = listOf(text);
    switch (check.kind) {
    case CheckKind::LaggedInstrument:
    case CheckKind::LagRegressors:
        readNumber(text, check.lags);
        break;
    case CheckKind::Placebo:
        readNumber(text, check.reps);
        break;
    case CheckKind::Restrict:
    case CheckKind::MedianSplit:
    case CheckKind::ReplaceOutcome:
    case CheckKind::ReplaceRegressor:
        check.expression = ExpressionText(text.trimmed().toStdString());
        break;
    case CheckKind::Clustering:
        check.vcov = text.trimmed().toStdString();
        break;
    case CheckKind::Winsorising:
        if (parts.size() == 2) {
            check.lower = parts[0].toDouble();
            check.upper = parts[1].toDouble();
        }
        break;
    case CheckKind::Effects:
        check.effects.clear();
        for (const QString& part : parts) {
            check.effects.emplace_back(part.toStdString());
        }
        break;
    case CheckKind::DropPeriods:
        check.periods.clear();
        for (const QString& part : parts) {
            check.periods.push_back(part.toLongLong());
        }
        break;
    }
}

} // namespace

ChecksEdit::ChecksEdit(std::vector<RobustnessCheck> checks, std::vector<RobustnessCheck> proposed,
                       QWidget* parent)
    : QWidget(parent), checks_(std::move(checks)), proposed_(std::move(proposed)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    for (const auto& entry : enumNames(CheckKind{})) {
        addKind(entry.value);
    }
}

void ChecksEdit::addKind(CheckKind kind) {
    const RobustnessCheck* check = find(kind);
    auto* box = new QCheckBox(checkTitle(kind), this);
    auto* line = new QLineEdit(this);
    const QString name = QString::fromUtf8(nameOf(kind).data());
    box->setObjectName(QStringLiteral("check_") + name);
    line->setObjectName(QStringLiteral("text_") + name);
    line->setPlaceholderText(checkHint(kind));
    line->setAccessibleName(checkTitle(kind));
    line->setToolTip(checkHint(kind));
    box->setChecked(check != nullptr);
    line->setEnabled(check != nullptr);
    line->setText(check == nullptr ? QString() : checkText(*check));
    layout()->addWidget(box);
    layout()->addWidget(line);
    auto* hint = new QLabel(QStringLiteral("<span style='color:%1'>%2</span>")
                                .arg(colour(ColourRole::Error).name(),
                                     tr("Not taken: %1").arg(checkHint(kind)).toHtmlEscaped()),
                            this);
    hint->setObjectName(QStringLiteral("hint_") + name);
    hint->setWordWrap(true);
    hint->hide();
    layout()->addWidget(hint);
    line->setVisible(check != nullptr);
    connect(box, &QCheckBox::toggled, this, [this, kind, line, hint](bool isOn) {
        setOn(kind, isOn);
        const RobustnessCheck* now = find(kind);
        line->setEnabled(isOn);
        line->setVisible(isOn);
        line->setText(now == nullptr ? QString() : checkText(*now));
        hint->hide();
        Q_EMIT edited();
    });
    takeAtPauses(line, [kind](const QString& text) { return isReadable(kind, text); });
    connect(line, &QLineEdit::textEdited, hint, &QLabel::hide);
    connect(line, &QLineEdit::editingFinished, this, [this, kind, line, hint] {
        line->setModified(false); // nothing typed is left to undo
        const RobustnessCheck* now = find(kind);
        hint->setVisible(now != nullptr && !isReadable(kind, line->text()));
        if (now != nullptr && hint->isHidden() && line->text() != checkText(*now)) {
            setText(kind, line->text());
            Q_EMIT edited();
        }
    });
}

void ChecksEdit::setOn(CheckKind kind, bool isOn) {
    const auto ofKind = [kind](const RobustnessCheck& check) { return check.kind == kind; };
    const auto first = std::find_if(checks_.begin(), checks_.end(), ofKind);
    if (!isOn) {
        if (first != checks_.end()) {
            checks_.erase(first);
        }
        return;
    }
    const auto known = std::find_if(proposed_.begin(), proposed_.end(), ofKind);
    const RobustnessCheck added = known == proposed_.end() ? RobustnessCheck{.kind = kind} : *known;
    // In the order of the kinds, which is the usual order of columns.
    const auto place = std::find_if(checks_.begin(), checks_.end(),
                                    [kind](const RobustnessCheck& c) { return c.kind > kind; });
    checks_.insert(place, added);
}

void ChecksEdit::setText(CheckKind kind, const QString& text) {
    if (RobustnessCheck* check = find(kind)) {
        readCheck(text, *check);
    }
}

RobustnessCheck* ChecksEdit::find(CheckKind kind) {
    const auto found = std::find_if(checks_.begin(), checks_.end(),
                                    [kind](const RobustnessCheck& c) { return c.kind == kind; });
    return found == checks_.end() ? nullptr : &*found;
}

} // namespace citypanel::ui

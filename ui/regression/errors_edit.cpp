// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of covariance and their argument: clusters or lags.
#include "ui/regression/errors_edit.h"

#include "core/estimate/covariance.h"
#include "ui/widgets/language.h"
#include "ui/widgets/word_completer.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

CovarianceKind kindOf(const QComboBox& box) {
    return static_cast<CovarianceKind>(box.currentData().toInt());
}

bool hasLags(CovarianceKind kind) {
    return kind == CovarianceKind::DriscollKraay || kind == CovarianceKind::NeweyWest;
}

constexpr int notChosen = -1;

} // namespace

ErrorsEdit::ErrorsEdit(QWidget* parent)
    : QWidget(parent), kind_(new QComboBox(this)), detail_(new QLineEdit(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(kind_);
    column->addWidget(detail_);
    kind_->setObjectName(QStringLiteral("vcovKind"));
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setMinimumContentsLength(14);
    detail_->setObjectName(QStringLiteral("vcovDetail"));
    setFocusProxy(kind_);
    setFocusPolicy(kind_->focusPolicy()); // a label's underlined letter asks for it
    translated(this, [this] { setTexts(); });
    connect(kind_, &QComboBox::activated, this, [this] {
        if (kindOf(*kind_) == CovarianceKind::Cluster && kind_->currentData() != notChosen &&
            detail_->text().isEmpty()) {
            detail_->setText(suggestion_);
        }
        showDetail();
        if (!vcov().empty()) {
            Q_EMIT edited();
        }
    });
    connect(detail_, &QLineEdit::editingFinished, this, [this] {
        if (detail_->isModified()) {
            detail_->setModified(false);
            Q_EMIT edited();
        }
    });
}

void ErrorsEdit::setVcov(const std::string& vcov) {
    const auto spec = parseCovariance(vcov);
    if (vcov == this->vcov() && !vcov.empty()) {
        return;
    }
    if (!spec) {
        kind_->setCurrentIndex(0);
        detail_->clear();
    } else {
        kind_->setCurrentIndex(kind_->findData(static_cast<int>(spec->kind)));
        QStringList clusters;
        for (const std::string& name : spec->clusters) {
            clusters.append(QString::fromStdString(name));
        }
        detail_->setText(spec->lags ? QString::number(*spec->lags)
                                    : clusters.join(QStringLiteral(", ")));
    }
    showDetail();
}

std::string ErrorsEdit::vcov() const {
    if (kind_->currentData().toInt() == notChosen) {
        return {};
    }
    CovarianceSpec spec{.kind = kindOf(*kind_)};
    if (spec.kind == CovarianceKind::Cluster) {
        for (const QString& name : detail_->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            spec.clusters.push_back(name.trimmed().toStdString());
        }
    } else if (hasLags(spec.kind)) {
        bool isNumber = false;
        const int lags = detail_->text().trimmed().toInt(&isNumber);
        spec.lags = isNumber ? std::optional<int>(lags) : std::nullopt;
    }
    return covarianceText(spec);
}

void ErrorsEdit::setNames(const QStringList& names) {
    delete detail_->findChild<QCompleter*>();
    completeWords(detail_, names);
}

void ErrorsEdit::setSuggestion(const QString& unit) {
    suggestion_ = unit;
}

void ErrorsEdit::showDetail() {
    const bool isChosen = kind_->currentData().toInt() != notChosen;
    const CovarianceKind kind = kindOf(*kind_);
    const bool isCluster = isChosen && kind == CovarianceKind::Cluster;
    const bool isLag = isChosen && hasLags(kind);
    detail_->setVisible(isCluster || isLag);
    detail_->setPlaceholderText(isCluster ? tr("clusters, e.g. city or city, province")
                                          : tr("lags; empty: by the number of periods"));
    detail_->setAccessibleName(isCluster ? tr("Cluster variables") : tr("Number of lags"));
}

void ErrorsEdit::setTexts() {
    const QVariant before = kind_->currentData();
    const QSignalBlocker blocker(kind_);
    kind_->clear();
    kind_->addItem(tr("Choose standard errors…"), notChosen);
    const auto add = [this](const QString& text, CovarianceKind kind) {
        kind_->addItem(text, static_cast<int>(kind));
    };
    add(tr("Clustered"), CovarianceKind::Cluster);
    add(tr("Robust (HC1)"), CovarianceKind::Hc1);
    add(tr("Robust (HC2)"), CovarianceKind::Hc2);
    add(tr("Robust (HC3)"), CovarianceKind::Hc3);
    add(tr("Homoskedastic (iid)"), CovarianceKind::Iid);
    add(tr("Driscoll-Kraay"), CovarianceKind::DriscollKraay);
    add(tr("Newey-West"), CovarianceKind::NeweyWest);
    kind_->setCurrentIndex(before.isValid() ? kind_->findData(before) : 0);
    kind_->setAccessibleName(tr("Standard errors"));
    showDetail();
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The list of problems with its title.
#include "ui/window/problems_panel.h"

#include "ui/models/problems_model.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

// Puts the severity's icon before the sentence, in the severity's own colour.
class SeverityDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == ProblemsModel::SentenceColumn) {
            const int severity = index.data(ProblemsModel::SeverityRole).toInt();
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = QSize(16, 16);
            option->icon =
                icon(severity == static_cast<int>(Severity::Error) ? "error" : "warning");
        }
    }
};

} // namespace

ProblemsPanel::ProblemsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , model_(new ProblemsModel(this))
    , title_(new QLabel(this))
    , list_(new QTreeView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    title_->setContentsMargins(12, 5, 8, 5);
    column->addWidget(title_);
    column->addWidget(list_);
    list_->setObjectName(QStringLiteral("problemsList"));
    list_->setModel(model_);
    list_->setItemDelegate(new SeverityDelegate(list_));
    list_->setRootIsDecorated(false);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAlternatingRowColors(true);
    list_->setUniformRowHeights(true);
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(ProblemsModel::SentenceColumn, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(ProblemsModel::PlaceColumn,
                                          QHeaderView::ResizeToContents);
    connect(list_, &QTreeView::activated, this, &ProblemsPanel::open);
    connect(list_, &QTreeView::clicked, this, &ProblemsPanel::open);
    connect(&session_, &ProjectSession::evaluationChanged, this, &ProblemsPanel::showProblems);
    translated(this, [this] {
        list_->setAccessibleName(tr("Problems"));
        list_->setToolTip(tr("Choose a problem to open its place."));
        model_->retranslate();
        showProblems();
    });
}

void ProblemsPanel::focusList() {
    list_->setFocus(Qt::ShortcutFocusReason);
}

int ProblemsPanel::count() const {
    return model_->rowCount();
}

void ProblemsPanel::showProblems() {
    model_->setProblems(session_.evaluation()->problems);
    const int count = model_->rowCount();
    title_->setText(count == 0
                        ? tr("No problems")
                        : tr("%n problem(s). Choose one to open its place.", nullptr, count));
    Q_EMIT countChanged(count, model_->errorCount());
}

void ProblemsPanel::open(const QModelIndex& index) {
    if (index.isValid()) {
        Q_EMIT placeRequested(model_->problems()[static_cast<std::size_t>(index.row())].place);
    }
}

} // namespace citypanel::ui

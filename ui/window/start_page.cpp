// SPDX-License-Identifier: GPL-3.0-or-later
// Three large buttons and the list of recent projects.
#include "ui/window/start_page.h"

#include "ui/session/project_session.h"
#include "ui/widgets/follow_font.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/window/start_button.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

constexpr int columnLetters = 76;

} // namespace

StartPage::StartPage(ProjectSession& session, QWidget* parent)
    : Workplace(parent)
    , session_(session)
    , recentTitle_(new QLabel(this))
    , recent_(new QListWidget(this)) {
    setObjectName(QStringLiteral("startPage"));
    auto* outer = new QHBoxLayout(this);
    auto* holder = new QWidget(this);
    followFont(holder, [holder] {
        holder->setMaximumWidth(holder->fontMetrics().averageCharWidth() * columnLetters);
    });
    outer->addStretch(1);
    outer->addWidget(holder, 100);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(6);
    auto* title = new QLabel(holder);
    auto* subtitle = new QLabel(holder);
    subtitle->setWordWrap(true);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(14);

    const auto addLink = [&](const char* iconName, const char* name) {
        auto* link = new StartButton(holder);
        link->setObjectName(QLatin1String(name));
        link->setIcon(icon(iconName));
        link->setIconSize(QSize(24, 24));
        link->setAutoDefault(true); // Enter presses it, as a space does
        column->addWidget(link);
        return link;
    };
    auto* import = addLink("import", "startImport");
    auto* open = addLink("open", "startOpen");
    auto* sample = addLink("sample", "startSample");
    setFocusProxy(import);
    connect(import, &QAbstractButton::clicked, this, [this] { Q_EMIT importRequested({}); });
    connect(open, &QAbstractButton::clicked, this, &Workplace::openRequested);
    connect(sample, &QAbstractButton::clicked, this, &Workplace::sampleRequested);

    column->addSpacing(14);
    column->addWidget(recentTitle_);
    column->addWidget(recent_, 2);
    column->addStretch(1);
    recent_->setObjectName(QStringLiteral("recentList"));
    recent_->setFrameShape(QFrame::NoFrame);
    recent_->setAlternatingRowColors(false);
    recent_->viewport()->setAutoFillBackground(false);
    connect(recent_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        Q_EMIT openPathRequested(item->data(Qt::UserRole).toString());
    });
    connect(recent_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        Q_EMIT openPathRequested(item->data(Qt::UserRole).toString());
    });
    connect(&session_, &ProjectSession::recentFilesChanged, this, &StartPage::showRecent);

    translated(this, [=, this] {
        title->setText(QStringLiteral("<span style='font-size:xx-large; font-weight:600'>%1</span>")
                           .arg(tr("CityPanel")));
        subtitle->setText(tr("From yearbook files to the tables of a paper: read, prepare, "
                             "estimate, export. You may also drop files anywhere in this window."));
        import->setText(tr("Import files"));
        import->setDescription(tr("Yearbook workbooks, CSV, Stata or SPSS files become one panel "
                                  "of units and periods."));
        open->setText(tr("Open a project"));
        open->setDescription(tr("A .citypanel file holds its sources, recipe and tables."));
        sample->setText(tr("Open the sample project"));
        sample->setDescription(tr("A small study that is complete: look round and change it."));
        recentTitle_->setText(QStringLiteral("<b>%1</b>").arg(tr("Recent projects")));
        recent_->setAccessibleName(tr("Recent projects"));
        showRecent();
    });
}

void StartPage::showEvent(QShowEvent* event) {
    showRecent(); // files may have gone since
    Workplace::showEvent(event);
}

void StartPage::showRecent() {
    recent_->clear();
    const QStringList paths = session_.recentFiles();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        auto* item = new QListWidgetItem(
            icon("tables"),
            QStringLiteral("%1    %2")
                .arg(file.completeBaseName(), QDir::toNativeSeparators(file.path())),
            recent_);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    recentTitle_->setVisible(!paths.isEmpty());
    recent_->setVisible(!paths.isEmpty());
}

} // namespace citypanel::ui

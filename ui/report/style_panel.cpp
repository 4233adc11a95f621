// SPDX-License-Identifier: GPL-3.0-or-later
// Forms of styles, and the list of presets.
#include "ui/report/style_panel.h"

#include "core/project/style_file.h"
#include "core/report/atomic_file.h"
#include "ui/session/project_session.h"
#include "ui/widgets/language.h"
#include "ui/widgets/preferences.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace citypanel::ui {

namespace {

/// The project in a style: its language is the project's.
project::Project withStyle(project::Project project, const report::TableStyle& style) {
    project.report.style = style;
    project.settings.tableLanguage = nameOf(style.language);
    return project;
}

std::vector<report::NamedStyle> stylesOf(const project::Project& project) {
    std::vector<report::NamedStyle> styles = report::builtInStyles();
    styles.insert(styles.end(), project.report.styles.begin(), project.report.styles.end());
    return styles;
}

} // namespace

StylePanel::StylePanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent)
    , session_(session)
    , names_(new QComboBox(this))
    , more_(new QToolButton(this))
    , tables_(new StyleForm<report::TableStyle>(
          {},
          [this](const QString& field, const report::TableStyle& style) {
              session_.edit(
                  tr("Table style"),
                  [style](project::Project p) { return withStyle(std::move(p), style); },
                  QStringLiteral("tableStyle:") + field);
          },
          this))
    , figures_(new StyleForm<report::FigureStyle>(
          {},
          [this](const QString& field, const report::FigureStyle& style) {
              session_.edit(
                  tr("Figure style"),
                  [style](project::Project p) {
                      p.report.figures = style;
                      return p;
                  },
                  QStringLiteral("figureStyle:") + field);
          },
          this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    auto* row = new QHBoxLayout;
    row->addWidget(names_, 1);
    row->addWidget(more_);
    column->addLayout(row);
    column->addWidget(tables_);
    column->addWidget(figures_);
    column->addStretch(1);
    setObjectName(QStringLiteral("stylePanel"));
    names_->setObjectName(QStringLiteral("styleNames"));
    more_->setObjectName(QStringLiteral("styleMore"));
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setText(QStringLiteral("…"));
    connect(names_, &QComboBox::activated, this,
            [this](int index) { apply(names_->itemData(index).toString()); });
    translated(this, [this] {
        isNewLanguage_ = true;
        setTexts();
        refresh(isFigure_);
        isNewLanguage_ = false;
    });
}

void StylePanel::refresh(bool isFigure) {
    isFigure_ = isFigure;
    names_->setVisible(!isFigure);
    more_->setVisible(!isFigure);
    tables_->setVisible(!isFigure);
    figures_->setVisible(isFigure);
    tables_->setStyle(project::tableStyleOf(*session_.project()), isNewLanguage_);
    figures_->setStyle(session_.project()->report.figures, isNewLanguage_);
    fillNames();
}

void StylePanel::fillNames() {
    const QSignalBlocker blocker(names_);
    names_->clear();
    const report::TableStyle current = project::tableStyleOf(*session_.project());
    int chosen = -1;
    for (const report::NamedStyle& style : stylesOf(*session_.project())) {
        if (chosen < 0 && report::applied(style, current) == current) {
            chosen = names_->count();
        }
        names_->addItem(QString::fromStdString(text::styleName(style.name, wordsLanguage())),
                        QString::fromStdString(style.name));
    }
    if (chosen < 0) {
        chosen = names_->count();
        names_->addItem(tr("Changed"), QString());
    }
    names_->setCurrentIndex(chosen);
}

void StylePanel::apply(const QString& name) {
    for (const report::NamedStyle& style : stylesOf(*session_.project())) {
        if (style.name == name.toStdString()) {
            session_.edit(tr("Table style"), [style](project::Project p) {
                const report::TableStyle current = project::tableStyleOf(p);
                return withStyle(std::move(p), report::applied(style, current));
            });
            return;
        }
    }
}

void StylePanel::keepAs(const QString& name) {
    session_.edit(tr("Keep table style"), [name = name.toStdString()](project::Project p) {
        std::erase_if(p.report.styles,
                      [&name](const report::NamedStyle& style) { return style.name == name; });
        p.report.styles.push_back({name, project::tableStyleOf(p)});
        return p;
    });
}

Status StylePanel::openFile(const QString& path) {
    CITYPANEL_TRY(const QByteArray bytes, report::readFile(path));
    auto style = project::styleFromBytes(bytes);
    if (!style) {
        return located(style.error(), {.file = path.toStdString()});
    }
    if (style->name.empty()) {
        style->name = QFileInfo(path).completeBaseName().toStdString();
    }
    session_.edit(tr("Table style"), [style = *style](project::Project p) {
        std::erase_if(p.report.styles, [&style](const report::NamedStyle& other) {
            return other.name == style.name;
        });
        p.report.styles.push_back(style);
        return withStyle(std::move(p), style.style);
    });
    return {};
}

Status StylePanel::saveFile(const QString& path) const {
    const report::NamedStyle style{QFileInfo(path).completeBaseName().toStdString(),
                                   project::tableStyleOf(*session_.project())};
    return report::writeAtomically(path, project::styleToBytes(style));
}

void StylePanel::askName() {
    const QString name =
        QInputDialog::getText(this, tr("Keep Style"), tr("Name of the style:")).trimmed();
    if (!name.isEmpty()) {
        keepAs(name);
    }
}

void StylePanel::askFileToOpen() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open Style"), Preferences::lastFolder(), tr("Table style (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    if (const Status status = openFile(path); !status) {
        Q_EMIT messageRequested(problemSentence(status.error()), true);
    }
}

void StylePanel::askFileToSave() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save Style"),
        QDir(Preferences::lastFolder()).filePath(tr("style") + QStringLiteral(".json")),
        tr("Table style (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    const Status status = saveFile(path);
    Q_EMIT messageRequested(status ? tr("Written: %1").arg(QDir::toNativeSeparators(path))
                                   : problemSentence(status.error()),
                            !status);
}

void StylePanel::forget() {
    const std::string name = names_->currentData().toString().toStdString();
    session_.edit(tr("Forget table style"), [name](project::Project p) {
        std::erase_if(p.report.styles,
                      [&name](const report::NamedStyle& style) { return style.name == name; });
        return p;
    });
}

void StylePanel::setTexts() {
    names_->setAccessibleName(tr("Table style"));
    names_->setToolTip(tr("Style of all tables"));
    more_->setAccessibleName(tr("Keep, open and save styles"));
    delete more_->menu();
    auto* menu = new QMenu(more_);
    menu->addAction(tr("&Keep in the Project…"), this, &StylePanel::askName);
    menu->addAction(tr("&Forget the Chosen One"), this, &StylePanel::forget);
    menu->addSeparator();
    menu->addAction(tr("&Open Style…"), this, &StylePanel::askFileToOpen);
    menu->addAction(tr("&Save Style…"), this, &StylePanel::askFileToSave);
    more_->setMenu(menu);
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// StylePanel: how all tables and figures of the project look; presets kept in the project or as
// files.
#pragma once

#include "core/report/report_plan.h"
#include "ui/report/style_form.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace citypanel::ui {

class ProjectSession;

class StylePanel final : public QWidget {
    Q_OBJECT

public:
    explicit StylePanel(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows the project's style, and the form of figures where a figure is chosen.
    void refresh(bool isFigure);

    /// Takes a built-in style or one of the project's by its name.
    void apply(const QString& name);
    /// Keeps the style under a name in the project; one of that name is replaced.
    void keepAs(const QString& name);
    /// Reads a style from a file, takes it and keeps it. Problems: those of readFile and
    /// styleFromBytes.
    Status openFile(const QString& path);
    /// Problem: FileUnwritable.
    Status saveFile(const QString& path) const;

Q_SIGNALS:
    void messageRequested(const QString& text, bool isError);

private:
    void fillNames();
    void askName();
    void askFileToOpen();
    void askFileToSave();
    void forget();
    void setTexts();

    ProjectSession& session_;
    QComboBox* names_;
    QToolButton* more_;
    StyleForm<report::TableStyle>* tables_;
    StyleForm<report::FigureStyle>* figures_;
    bool isFigure_ = false;
    bool isNewLanguage_ = false;
};

} // namespace citypanel::ui

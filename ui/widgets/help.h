// SPDX-License-Identifier: GPL-3.0-or-later
// HelpWindow: the help pages beside the workbench, with a list to search in.
#pragma once

#include <QDialog>
#include <QString>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QUrl;

namespace citypanel::ui {

/// Pages link to one another by "topic:name". Stays open beside the window it explains.
class HelpWindow final : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(QWidget* parent = nullptr);

    /// Shows the page of a topic; an unknown one shows the first page ("start").
    void showTopic(const QString& topic);

    [[nodiscard]] QString topic() const { return topic_; }

private:
    void fillTopics();
    void filterTopics(const QString& words);
    void followLink(const QUrl& link);

    QString topic_;
    QLineEdit* search_;
    QListWidget* topics_;
    QTextBrowser* page_;
};

/// Opens the help window of `parent`'s window at a topic ("index"), or turns the open one to it.
void showHelp(QWidget* parent, const QString& topic);

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// FilesPanel: files and their sheets, with ticks and what each is taken for.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace citypanel::sheets {
struct SheetImport;
}

namespace citypanel::ui {

class ImportDesk;

class FilesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit FilesPanel(ImportDesk& desk, QWidget* parent = nullptr);

    /// Looks at the first table whose year is a guess and goes to the button that confirms it.
    void showGuesses();

Q_SIGNALS:
    /// The button that confirmed the years goes, and had the focus.
    void guessesDecided();
    void addRequested();
    /// A sheet was double-clicked, or Enter pressed on it.
    void tableActivated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addFile(const QString& file);
    void addUnread();
    QTreeWidgetItem* addTable(QTreeWidgetItem* parent, std::size_t table);
    void markDoubts();
    void showCurrent();
    void takeChoice(QTreeWidgetItem* item);
    void removeChosen();
    [[nodiscard]] QString kindText(const sheets::SheetImport& table) const;
    [[nodiscard]] QString yearSource(const sheets::SheetImport& table) const;
    void setTexts();

    ImportDesk& desk_;
    QTreeWidget* tree_;
    QLabel* title_;
    QLabel* guess_; ///< what the question mark at a year means
    QPushButton* confirm_;
    QToolButton* add_;
    QToolButton* remove_;
};

} // namespace citypanel::ui

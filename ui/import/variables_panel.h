// SPDX-License-Identifier: GPL-3.0-or-later
// VariablesPanel: what the columns of all tables become: names, units of measure, labels, in bulk.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace citypanel::ui {

class ImportDesk;
class PlanVariablesModel;
class ReportModel;

class VariablesPanel final : public QWidget {
    Q_OBJECT

public:
    explicit VariablesPanel(ImportDesk& desk, QWidget* parent = nullptr);

    /// To the first conversion that is not decided.
    void showOpen();

private:
    [[nodiscard]] QWidget* makeBulk();
    [[nodiscard]] QWidget* makeConversions();
    void connectParts();
    /// Whether a variable may have that name; says why not where it is that of a key.
    [[nodiscard]] bool mayBeNamed(const QString& name);
    /// Converts the values of a variable, or only says in which unit they are; asks which.
    void changeUnit(const QString& variable, const QString& unit);
    void refresh();
    void showConversions();
    void replaceInNames();
    void tick(bool isImported);
    /// Chooses the first conversion that is open where the chosen one is none.
    void chooseOpenConversion();
    void decideConversions(bool takes, bool onlySure);
    void saveMapping();
    void applyMapping();
    /// Names of the selected variables; of all that are shown where fewer than two are selected.
    [[nodiscard]] QStringList chosen() const;
    void setTexts();

    ImportDesk& desk_;
    QLineEdit* filter_;
    QLabel* scopeLabel_;
    QComboBox* scope_;
    QTableView* table_;
    PlanVariablesModel* model_;
    QSortFilterProxyModel* filtered_;
    QLabel* findLabel_;
    QLineEdit* find_;
    QLabel* replaceLabel_;
    QLineEdit* replace_;
    QPushButton* replaceNow_;
    QPushButton* tickAll_;
    QPushButton* untickAll_;
    QPushButton* saveMapping_;
    QPushButton* applyMapping_;
    QWidget* conversions_;
    QLabel* conversionsTitle_;
    QTableView* conversionsTable_;
    ReportModel* conversionsModel_;
    QPushButton* acceptSure_;
    QPushButton* acceptConversion_;
    QPushButton* keepUnit_;
};

} // namespace citypanel::ui

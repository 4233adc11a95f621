// SPDX-License-Identifier: GPL-3.0-or-later
// ImportPage: files and sheets at the left, the sheet and what is read of it in the middle, what it
// means at the right.
#pragma once

#include "ui/import/import_draft.h"
#include "ui/widgets/workplace.h"

class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace citypanel::ui {

class ColumnsModel;
class EmptyState;
class LayoutForm;
class PanelModel;
class ProjectSession;
class SheetModel;

class ImportPage final : public Workplace {
    Q_OBJECT

public:
    explicit ImportPage(ProjectSession& session, QWidget* parent = nullptr);

    bool takeFiles(const QStringList& paths) override;
    bool showPlace(const Place& place) override;

    /// Files are being read or the preview is calculated.
    [[nodiscard]] bool isBusy() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFiles();
    QWidget* makeSheet();
    QWidget* makeMeaning();
    void connectParts();

    void loadProject();
    void setDraft(ImportDraft draft);
    void fillTree();
    void chooseItem();
    void showSheet();
    void showSheetTitle();
    void changeLayout(bool alike);
    void startPreview();
    void showPreview(const Result<sheets::ImportResult>& outcome);
    void removeChosen();
    void import();
    void setTexts();
    void fitRows();

    ProjectSession& session_;
    ImportDraft draft_;
    int sheet_ = -1;     ///< index into the plan's sheets
    bool isOwn_ = false; ///< the draft differs from the project
    QStackedLayout* stack_;
    EmptyState* empty_;
    QTreeWidget* tree_;
    QToolButton* add_;
    QToolButton* remove_;
    QLabel* sheetTitle_;
    QTableView* grid_;
    SheetModel* gridModel_;
    QLabel* previewTitle_;
    QTableView* preview_;
    PanelModel* previewModel_;
    LayoutForm* form_;
    QTableView* columns_;
    ColumnsModel* columnsModel_;
    QLabel* columnsTitle_;
    QLabel* summary_;
    QPushButton* import_;
};

} // namespace citypanel::ui

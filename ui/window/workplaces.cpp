// SPDX-License-Identifier: GPL-3.0-or-later
// The list of workplaces.
#include "ui/window/workplaces.h"

#include "ui/data/data_page.h"
#include "ui/efficiency/efficiency_page.h"
#include "ui/import/import_page.h"
#include "ui/index/index_page.h"
#include "ui/prepare/prepare_page.h"
#include "ui/regression/regression_page.h"
#include "ui/report/tables_page.h"
#include "ui/studies/studies_page.h"
#include "ui/window/start_page.h"

#include <QCoreApplication>

namespace citypanel::ui {

namespace {

template <typename Page>
Workplace* make(ProjectSession& session, QWidget* parent) {
    return new Page(session, parent);
}

} // namespace

const std::vector<WorkplaceRow>& workplaceRows() {
    static const std::vector<WorkplaceRow> rows{
        {"start", "start", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Start"),
         &make<StartPage>},
        {"import", "import", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Import"),
         &make<ImportPage>},
        {"data", "data", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Data"), &make<DataPage>},
        {"prepare", "prepare", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Prepare"),
         &make<PreparePage>},
        {"index", "index", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Index"),
         &make<IndexPage>},
        {"efficiency", "efficiency", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Efficiency"),
         &make<EfficiencyPage>},
        {"models", "models", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Models"),
         &make<RegressionPage>},
        {"studies", "studies", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Studies"),
         &make<StudiesPage>},
        {"tables", "tables", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Tables"),
         &make<TablesPage>},
    };
    return rows;
}

} // namespace citypanel::ui

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
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "home welcome recent"), &make<StartPage>},
        {"import", "import", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Import"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces",
                           "files Excel csv sheets names match conflicts differences"),
         &make<ImportPage>},
        {"data", "data", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Data"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces",
                           "panel grid coverage heat map lines histogram cells"),
         &make<DataPage>},
        {"prepare", "prepare", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Prepare"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces",
                           "clean missing gaps interpolate winsorise outliers deflate calculate"),
         &make<PreparePage>},
        {"index", "index", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Index"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces",
                           "indicators entropy weights composite score"),
         &make<IndexPage>},
        {"efficiency", "efficiency", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Efficiency"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "DEA SBM frontier Malmquist productivity"),
         &make<EfficiencyPage>},
        {"models", "models", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Models"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces",
                           "regression estimate fixed effects OLS instruments coefficients"),
         &make<RegressionPage>},
        {"studies", "studies", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Studies"),
         QT_TRANSLATE_NOOP(
             "citypanel::ui::Workplaces",
             "baseline mechanism mediation moderation heterogeneity robustness placebo figures"),
         &make<StudiesPage>},
        {"tables", "tables", QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "Tables"),
         QT_TRANSLATE_NOOP("citypanel::ui::Workplaces", "report results style Word LaTeX export"),
         &make<TablesPage>},
    };
    return rows;
}

} // namespace citypanel::ui

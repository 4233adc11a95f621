// SPDX-License-Identifier: GPL-3.0-or-later
// One model of a table replaced.
#include "ui/regression/column_edits.h"

#include "ui/regression/model_spec.h"

#include <algorithm>

namespace citypanel::ui {

study::RegressionStudy withColumn(study::RegressionStudy study, std::size_t column,
                                  const study::RegressionColumn& changed,
                                  const std::vector<std::string>& core) {
    std::vector<std::string> all;
    const auto take = [&](const std::vector<std::string>& terms) {
        for (const std::string& term : terms) {
            if (std::find(all.begin(), all.end(), term) == all.end()) {
                all.push_back(term);
            }
        }
    };
    // A term that is core in any model stays core in all: one row of the table has one role.
    for (std::size_t i = 0; i < study.columns.size(); ++i) {
        if (i == column) {
            take(core);
        } else {
            const auto spec = specOf(study.columns[i].formula, study.core);
            take((spec ? *spec : unfinishedSpecOf(study.columns[i].formula, study.core)).core);
        }
    }
    study.columns[column] = changed;
    study.core = std::move(all);
    return study;
}

} // namespace citypanel::ui

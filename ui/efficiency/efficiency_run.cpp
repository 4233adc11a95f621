// SPDX-License-Identifier: GPL-3.0-or-later
// Names of runs.
#include "ui/efficiency/efficiency_run.h"

#include "core/text/names.h"
#include "ui/models/words.h"

namespace citypanel::ui {

QString modelName(const recipe::EfficiencyStep& step) {
    return QString::fromStdString(text::describe(step.efficiencyModel(), wordsLanguage()));
}

study::Phrase EfficiencyRun::name() const {
    return study::own(modelName(step).toStdString());
}

} // namespace citypanel::ui

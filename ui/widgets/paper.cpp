// SPDX-License-Identifier: GPL-3.0-or-later
// The area around a table of results.
#include "ui/widgets/paper.h"

#include "ui/models/words.h"
#include "ui/widgets/result_table.h"

#include <QScrollArea>

namespace citypanel::ui {

QScrollArea* onPaper(ResultTable* table) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(table);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    table->setBackgroundRole(QPalette::Base);
    table->setAutoFillBackground(true);
    return scroll;
}

study::Table withShortLabels(study::Table table, std::size_t characters) {
    for (study::Row& row : table.rows) {
        const QString label = QString::fromStdString(row.label.own);
        if (row.label.word == study::Word::Own &&
            static_cast<std::size_t>(label.size()) > characters) {
            row.label.own =
                (label.left(static_cast<qsizetype>(characters) - 1) + QChar(0x2026)).toStdString();
        }
    }
    return table;
}

report::TableStyle screenStyle(const project::Project& project) {
    report::TableStyle style = tableStyleOf(project);
    style.language = wordsLanguage();
    style.firstNumber = 0;
    return style;
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The statistics of core/study in a small table.
#include "ui/data/variable_summary.h"

#include "core/study/describe.h"
#include "ui/models/panel_model.h"
#include "ui/session/project_session.h"

#include <QLocale>

#include <numeric>

namespace citypanel::ui {

namespace {

QString row(const QString& label, const QString& value) {
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
        .arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString headOf(const Variable& variable) {
    QString html =
        QStringLiteral("<b>%1</b>").arg(QString::fromStdString(variable.name()).toHtmlEscaped());
    for (const std::string& text : {variable.label(), variable.unitOfMeasure()}) {
        if (!text.empty() && text != variable.name()) {
            html += QStringLiteral("<br>%1").arg(QString::fromStdString(text).toHtmlEscaped());
        }
    }
    return html;
}

QString count(std::size_t n) {
    return QLocale().toString(static_cast<qulonglong>(n));
}

} // namespace

VariableSummary::VariableSummary(ProjectSession& session, QWidget* parent)
    : QLabel(parent), session_(session) {
    setObjectName(QStringLiteral("variableSummary"));
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setContentsMargins(10, 8, 10, 8);
}

void VariableSummary::show(const citypanel::Panel& panel, const QString& name) {
    const Variable* variable = panel.find(name.toStdString());
    if (variable == nullptr) {
        setText({});
        return;
    }
    const QString head = headOf(*variable);
    const std::size_t missing = variable->missingCount();
    const QString counts =
        row(tr("Values"), count(variable->size() - missing)) + row(tr("Missing"), count(missing));
    if (!variable->isNumeric()) {
        setText(head + QStringLiteral("<table>") + counts +
                row(tr("Different values"), count(variable->levels().size())) +
                QStringLiteral("</table>"));
        return;
    }
    using Summaries = Result<study::GroupSummary>;
    session_.jobs().runLatest<Summaries>(
        QStringLiteral("data.summary"),
        [panel, wanted = name.toStdString()](Progress&) -> Summaries {
            std::vector<std::size_t> rows(panel.rowCount());
            std::iota(rows.begin(), rows.end(), std::size_t{0});
            return study::describe(panel, std::vector<std::string>{wanted}, rows);
        },
        [this, head, counts](Summaries summary) {
            QString body = counts;
            if (summary) {
                const study::Summary& s = summary->variables.front();
                body += row(tr("Mean"), shownNumber(s.mean)) +
                        row(tr("Standard deviation"), shownNumber(s.sd)) +
                        row(tr("Minimum"), shownNumber(s.min)) +
                        row(tr("25th percentile"), shownNumber(s.p25)) +
                        row(tr("Median"), shownNumber(s.median)) +
                        row(tr("75th percentile"), shownNumber(s.p75)) +
                        row(tr("Maximum"), shownNumber(s.max));
            }
            setText(head + QStringLiteral("<table>") + body + QStringLiteral("</table>"));
        });
}

} // namespace citypanel::ui

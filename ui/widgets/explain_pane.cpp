// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation as rich text: headings, formulas in a fixed-width font, links that copy commands.
#include "ui/widgets/explain_pane.h"

#include "core/text/words.h"
#include "ui/models/words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace citypanel::ui {

namespace {

constexpr const char* monospace = "'DejaVu Sans Mono','Noto Sans Mono CJK SC','Noto Sans CJK SC'";

QString plain(const text::ExplanationPart& part) {
    QStringList lines;
    for (const std::string& line : part.lines) {
        lines.append(QString::fromStdString(line));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ExplainPane::ExplainPane(QWidget* parent)
    : QWidget(parent)
    , title_(new QLabel(this))
    , close_(new QToolButton(this))
    , text_(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("explainPane"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 4, 0);
    head->addWidget(title_, 1);
    head->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(text_, 1);
    title_->setObjectName(QStringLiteral("explainTitle"));
    title_->setWordWrap(true);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    close_->setObjectName(QStringLiteral("closeExplanation"));
    close_->setAutoRaise(true);
    close_->setIcon(icon("close"));
    text_->setObjectName(QStringLiteral("explanation"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->document()->setDocumentMargin(10);
    setFocusProxy(text_);
    setMinimumWidth(220);
    connect(close_, &QToolButton::clicked, this, &ExplainPane::closed);
    connect(text_, &QTextBrowser::anchorClicked, this, &ExplainPane::copyPart);
    translated(this, [this] { setTexts(); });
}

void ExplainPane::setExplanation(const QString& title, std::vector<text::ExplanationPart> parts) {
    title_->setText(title);
    parts_ = std::move(parts);
    render();
}

void ExplainPane::explain(const study::Row& row, int column, const study::RegressionColumn& model,
                          const Fit& fit, const ProjectSession& session) {
    const text::Language language = wordsLanguage();
    const QString title =
        tr("%1, model %2")
            .arg(QString::fromStdString(text::sayCapitalised(row.label, language)))
            .arg(column + 1);
    setExplanation(title,
                   text::explainCell({row.key, model, fit}, session.evaluation()->recipe.result(),
                                     session.project()->recipe, language));
    show();
}

void ExplainPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        render();
    }
}

void ExplainPane::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ExplainPane::render() {
    const QString muted = colour(ColourRole::Muted).name();
    QString html;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const text::ExplanationPart& part = parts_[i];
        const bool isCommand = part.kind == text::ExplanationPart::Kind::Command;
        html += QStringLiteral("<p style=\"color:%1; margin:10px 0 2px 0\"><b>%2</b>")
                    .arg(muted, QString::fromStdString(part.heading).toHtmlEscaped());
        if (isCommand) {
            html += QStringLiteral(" &nbsp; <a style=\"color:%1\" href=\"copy:%2\">%3</a>")
                        .arg(colour(ColourRole::Accent).name())
                        .arg(i)
                        .arg(tr("Copy"));
        }
        html += QStringLiteral("</p>");
        const QString font = part.kind == text::ExplanationPart::Kind::Text
                                 ? QString()
                                 : QStringLiteral("; font-family:%1").arg(QLatin1String(monospace));
        for (const std::string& line : part.lines) {
            html += QStringLiteral("<p style=\"margin:0 0 2px 0%1\">%2</p>")
                        .arg(font, QString::fromStdString(line).toHtmlEscaped());
        }
    }
    text_->setHtml(html);
}

void ExplainPane::copyPart(const QUrl& link) {
    const auto at = static_cast<std::size_t>(link.path().toULongLong());
    if (link.scheme() == QLatin1String("copy") && at < parts_.size()) {
        QApplication::clipboard()->setText(plain(parts_[at]));
    }
}

void ExplainPane::setTexts() {
    close_->setToolTip(tr("Close the explanation (Esc)"));
    close_->setAccessibleName(tr("Close the explanation"));
    text_->setAccessibleName(tr("Explanation of the chosen cell"));
    render();
}

const Fit* fitOf(const study::StudyResult& result, int column) {
    const auto found = result.fits.find(std::to_string(column + 1));
    return found == result.fits.end() ? nullptr : found->second.get();
}

} // namespace citypanel::ui

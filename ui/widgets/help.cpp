// SPDX-License-Identifier: GPL-3.0-or-later
// The list of topics, the search over their pages, and the page shown.
#include "ui/widgets/help.h"

#include "core/text/help_topics.h"
#include "ui/models/words.h"
#include "ui/widgets/language.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace citypanel::ui {

namespace {

constexpr int topicRole = Qt::UserRole + 1;
constexpr int pageRole = Qt::UserRole + 2;
constexpr auto firstTopic = "start";
constexpr int widestTopics = 420;
constexpr double shareOfScreen = 0.9;

QString pageOf(const QString& topic) {
    return QString::fromStdString(
        text::helpPage(topic.toStdString(), wordsLanguage()).value_or(std::string{}));
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
    , search_(new QLineEdit(this))
    , topics_(new QListWidget(this))
    , page_(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("help"));
    setAttribute(Qt::WA_DeleteOnClose);
    search_->setObjectName(QStringLiteral("helpSearch"));
    search_->setClearButtonEnabled(true);
    topics_->setObjectName(QStringLiteral("helpTopics"));
    topics_->setFixedWidth(std::min(fontMetrics().averageCharWidth() * 34, widestTopics));
    page_->setObjectName(QStringLiteral("helpPage"));
    page_->setOpenLinks(false);
    page_->document()->setDocumentMargin(16);
    auto* left = new QVBoxLayout;
    left->addWidget(search_);
    left->addWidget(topics_);
    auto* across = new QHBoxLayout(this);
    across->addLayout(left);
    across->addWidget(page_, 1);
    const QSize wanted(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 40);
    resize(wanted.boundedTo(screen()->availableGeometry().size() * shareOfScreen));
    connect(search_, &QLineEdit::textChanged, this, &HelpWindow::filterTopics);
    connect(topics_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) {
            showTopic(item->data(topicRole).toString());
        }
    });
    connect(page_, &QTextBrowser::anchorClicked, this, &HelpWindow::followLink);
    translated(this, [this] {
        setWindowTitle(tr("Help"));
        search_->setPlaceholderText(tr("Search the help"));
        search_->setAccessibleName(search_->placeholderText());
        topics_->setAccessibleName(tr("Topics"));
        page_->setAccessibleName(tr("Page"));
        fillTopics();
        showTopic(topic_.isEmpty() ? QString::fromLatin1(firstTopic) : topic_);
    });
}

void HelpWindow::fillTopics() {
    const QSignalBlocker quiet(topics_);
    topics_->clear();
    for (const std::string& name : text::helpTopics()) {
        const QString topic = QString::fromStdString(name);
        const QString page = pageOf(topic);
        auto* item =
            new QListWidgetItem(QString::fromStdString(text::helpTitle(page.toStdString())));
        item->setData(topicRole, topic);
        item->setData(pageRole, page);
        topics_->addItem(item);
    }
    topics_->sortItems();
    filterTopics(search_->text());
}

void HelpWindow::filterTopics(const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < topics_->count(); ++i) {
        const QString page = topics_->item(i)->data(pageRole).toString();
        const bool holdsAll = std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
            return page.contains(word, Qt::CaseInsensitive);
        });
        topics_->item(i)->setHidden(!holdsAll);
    }
}

void HelpWindow::showTopic(const QString& topic) {
    const QString page = pageOf(topic);
    if (page.isEmpty()) {
        if (topic != QLatin1String(firstTopic)) {
            showTopic(QString::fromLatin1(firstTopic));
        }
        return;
    }
    topic_ = topic;
    page_->setMarkdown(page);
    const QSignalBlocker quiet(topics_);
    for (int i = 0; i < topics_->count(); ++i) {
        if (topics_->item(i)->data(topicRole).toString() == topic) {
            topics_->setCurrentRow(i);
        }
    }
}

void HelpWindow::followLink(const QUrl& link) {
    if (link.scheme() == QLatin1String("topic")) {
        showTopic(link.path());
    } else {
        QDesktopServices::openUrl(link);
    }
}

void showHelp(QWidget* parent, const QString& topic) {
    QWidget* window = parent->window();
    auto* help = window->findChild<HelpWindow*>(QStringLiteral("help"));
    if (help == nullptr) {
        help = new HelpWindow(window);
    }
    help->showTopic(topic);
    help->show();
    help->raise();
    help->activateWindow();
}

} // namespace citypanel::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Help pages are compiled in; a page is found by its file name.
#include "core/text/help_topics.h"

#include <QDir>
#include <QFile>
#include <QString>

namespace citypanel::text {

namespace {

QString folderOf(Language language) {
    return language == Language::Chinese ? QStringLiteral(":/help/zh")
                                         : QStringLiteral(":/help/en");
}

} // namespace

std::vector<std::string> helpTopics() {
    std::vector<std::string> topics;
    const QStringList files =
        QDir(folderOf(Language::English)).entryList({QStringLiteral("*.md")}, QDir::Files);
    for (const QString& file : files) {
        topics.push_back(file.chopped(3).toStdString());
    }
    return topics;
}

std::optional<std::string> helpPage(std::string_view topic, Language language) {
    const QString name = QString::fromUtf8(topic.data(), static_cast<qsizetype>(topic.size())) +
                         QStringLiteral(".md");
    QFile file(folderOf(language) + QLatin1Char('/') + name);
    if (name.contains(QLatin1Char('/')) || !file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll().toStdString();
}

std::string helpTitle(std::string_view page) {
    const std::string_view line = page.substr(0, page.find('\n'));
    const std::size_t at = line.find_first_not_of("# ");
    return at == std::string_view::npos ? std::string{} : std::string(line.substr(at));
}

} // namespace citypanel::text

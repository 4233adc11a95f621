// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files told apart by their folders.
#include "core/sheets/file_names.h"

#include <QFileInfo>
#include <QHash>

namespace citypanel::sheets {

std::vector<NamedPath> withOwnNames(const QStringList& paths, const QSet<QString>& taken) {
    std::vector<NamedPath> named;
    QHash<QString, int> counts;
    for (const QString& path : paths) {
        ++counts[QFileInfo(path).fileName()];
    }
    QSet<QString> names = taken;
    for (const QString& path : paths) {
        const QFileInfo file(path);
        QString name = file.fileName();
        if (counts[name] > 1 || names.contains(name)) {
            const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
            const QString folder = QFileInfo(file.absolutePath()).fileName();
            const QString stem = file.completeBaseName();
            name = QStringLiteral("%1 (%2)%3").arg(stem, folder, suffix);
            for (int number = 2; names.contains(name); ++number) {
                name = QStringLiteral("%1 (%2 %3)%4")
                           .arg(stem, folder, QString::number(number), suffix);
            }
        }
        names.insert(name);
        named.push_back({path, name.toStdString()});
    }
    return named;
}

QStringList eachFileOnce(const QStringList& paths) {
    QStringList once;
    QSet<QString> met;
    for (const QString& path : paths) {
        const QString file = QFileInfo(path).canonicalFilePath();
        if (file.isEmpty() || !met.contains(file)) { // a file that is not there is told as such
            once.append(path);
        }
        met.insert(file);
    }
    return once;
}

} // namespace citypanel::sheets

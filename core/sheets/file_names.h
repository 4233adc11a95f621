// SPDX-License-Identifier: GPL-3.0-or-later
// File names: what the files of one import are called, so that no two have one name.
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace citypanel::sheets {

/// A file and the name that problems, plans and origins give it.
struct NamedPath {
    QString path{};
    std::string name{};
};

/// The files under names of their own: "data.xlsx" of two folders are "data (2015).xlsx" and
/// "data (2016).xlsx", and so is one whose name is among `taken`.
[[nodiscard]] std::vector<NamedPath> withOwnNames(const QStringList& paths,
                                                  const QSet<QString>& taken = {});

/// The paths without those of a file named before.
[[nodiscard]] QStringList eachFileOnce(const QStringList& paths);

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Counts with their singular and plural; the numbers are grouped as the language does it.
#include "ui/models/counts.h"

#include <QCoreApplication>

#include <algorithm>

namespace citypanel::ui {

namespace {

struct Counts {
    Q_DECLARE_TR_FUNCTIONS(citypanel::ui::Counts)
};

} // namespace

QString countedUnits(std::size_t n) {
    return Counts::tr("%Ln unit(s)", nullptr, static_cast<int>(n));
}

QString countedPeriods(std::size_t n) {
    return Counts::tr("%Ln period(s)", nullptr, static_cast<int>(n));
}

QString countedRows(std::size_t n) {
    return Counts::tr("%Ln row(s)", nullptr, static_cast<int>(n));
}

QString countedVariables(std::size_t n) {
    return Counts::tr("%Ln variable(s)", nullptr, static_cast<int>(n));
}

QString countedValues(std::size_t n) {
    return Counts::tr("%Ln value(s)", nullptr, static_cast<int>(n));
}

QString countedGaps(std::size_t n) {
    return Counts::tr("%Ln gap(s)", nullptr, static_cast<int>(n));
}

QString firstNames(const QStringList& names, qsizetype most) {
    const QString text =
        names.first(std::min(most, names.size())).join(Counts::tr(", ", "between names"));
    const auto more = static_cast<int>(names.size() - most);
    return more > 0 ? Counts::tr("%1 and %n more", nullptr, more).arg(text) : text;
}

} // namespace citypanel::ui

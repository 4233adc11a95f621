// SPDX-License-Identifier: GPL-3.0-or-later
// UnitSelection: the units a person chose in a figure or table, on every page of the window.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace citypanel::ui {

class ProjectSession;

class UnitSelection final : public QObject {
    Q_OBJECT

public:
    /// The selection of that session's window; lives as long as the session.
    [[nodiscard]] static UnitSelection& of(ProjectSession& session);

    /// Units as the panel names them, what they are called together, and the expression that is
    /// true in their rows (empty: none is known).
    void select(const QStringList& units, const QString& name, const QString& condition = {});
    void clear();

    [[nodiscard]] const QStringList& units() const { return units_; }

    [[nodiscard]] const QString& name() const { return name_; }

    [[nodiscard]] const QString& condition() const { return condition_; }

Q_SIGNALS:
    void changed();

private:
    using QObject::QObject;

    QStringList units_;
    QString name_;
    QString condition_;
};

} // namespace citypanel::ui

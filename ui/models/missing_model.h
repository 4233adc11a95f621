// SPDX-License-Identifier: GPL-3.0-or-later
// MissingModel: the share of missing cells by variable and period.
#pragma once

#include "core/prepare/missing_report.h"

#include <QAbstractTableModel>

namespace citypanel::ui {

/// One row a variable; the first column is the share over all periods, the others one a period.
class MissingModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole + 1, ///< double in [0, 1]
        NameRole,                     ///< the variable's
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(const prepare::MissingReport& report);

    [[nodiscard]] const prepare::MissingReport& report() const { return report_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    prepare::MissingReport report_;
};

/// A share as a person reads it: "12.3%", empty for none, "<0.1%" for hardly any.
[[nodiscard]] QString missingShareText(double share);

} // namespace citypanel::ui

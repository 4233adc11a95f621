// SPDX-License-Identifier: GPL-3.0-or-later
// Project: everything a person decided, as one immutable value: sources, how they are read, the
// recipe, the studies, the settings. No evaluated data.
#pragma once

#include "core/base/fields.h"
#include "core/recipe/recipe.h"
#include "core/report/report_plan.h"
#include "core/sheets/import.h"
#include "core/study/study.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace citypanel::project {

/// A file as it was imported. Its bytes are shared between versions of the project.
struct Source {
    std::string name{};        ///< file name as the user knows it, without folders
    std::string contentHash{}; ///< SHA-256 of the bytes, in hexadecimal
    QByteArray bytes{};

    static constexpr auto fields() {
        return FieldList{field("name", &Source::name), field("content_hash", &Source::contentHash)};
    }

    friend bool operator==(const Source& a, const Source& b) {
        return a.name == b.name && a.contentHash == b.contentHash;
    }
};

/// A source of these bytes, with its hash.
[[nodiscard]] Source sourceOf(std::string name, QByteArray bytes);

/// Choices that hold for the whole project.
struct Settings {
    std::string tableLanguage = "zh"; ///< language of tables and figures: "en" or "zh"
    std::string tableStyle = "default";
    std::int64_t seed = 1; ///< of everything drawn at random

    static constexpr auto fields() {
        return FieldList{field("table_language", &Settings::tableLanguage),
                         field("table_style", &Settings::tableStyle),
                         field("seed", &Settings::seed)};
    }

    friend bool operator==(const Settings&, const Settings&) = default;
};

struct Project {
    std::vector<Source> sources{};
    sheets::ImportPlan plan{}; ///< how the sources are read
    recipe::Recipe recipe{};
    std::vector<study::ProjectStudy> studies{};
    report::ReportPlan report{};
    Settings settings{};

    friend bool operator==(const Project&, const Project&) = default;
};

/// The style in which the project's tables are shown and written: that of the report, in the
/// project's language.
[[nodiscard]] report::TableStyle tableStyleOf(const Project& project);

} // namespace citypanel::project

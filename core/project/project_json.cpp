// SPDX-License-Identifier: GPL-3.0-or-later
// Project to JSON and back.
#include "core/project/project_json.h"

#include "core/project/json_fields.h"

#include <QJsonDocument>

#include <array>
#include <utility>
#include <variant>

namespace citypanel::project {

namespace {

const QString projectFormat = QStringLiteral("citypanel");

QString key(const char* name) {
    return QLatin1String(name);
}

/// The parameters of a variant's value: its fields, or what an unknown one came with.
template <typename Variant>
QJsonObject parametersOf(const Variant& variant) {
    return std::visit(
        [](const auto& kind) {
            if constexpr (HasFields<std::decay_t<decltype(kind)>>) {
                return toJson(kind);
            } else {
                return QJsonDocument::fromJson(QByteArray::fromStdString(kind.json)).object();
            }
        },
        variant);
}

/// The value of that kind with these parameters; nothing where they are not all understood.
template <typename Variant>
std::optional<Variant> withParameters(std::optional<Variant> kind, const QJsonObject& parameters) {
    if (!kind) {
        return std::nullopt;
    }
    const bool isUnderstood = std::visit(
        [&](auto& value) {
            if constexpr (HasFields<std::decay_t<decltype(value)>>) {
                return fromJson(parameters, value).has_value();
            } else {
                return false;
            }
        },
        *kind);
    return isUnderstood ? kind : std::nullopt;
}

std::string compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonObject toJson(const study::ProjectStudy& study) {
    return {{key("key"), toQString(study.key)},
            {key("name"), toQString(study.name)},
            {key("id"), toQString(study::idOf(study.study))},
            {key("parameters"), parametersOf(study.study)}};
}

/// What every entry of a list has: its key, its kind, its parameters.
struct Entry {
    std::string key{};
    std::string id{};
    std::string name{};
    bool enabled = true;
    QJsonObject parameters{};
};

Result<Entry> entryOf(const QJsonValue& json) {
    if (!json.isObject()) {
        return jsonProblem(json, "object");
    }
    const QJsonObject object = json.toObject();
    const auto read = [&](const char* name, auto& value) -> Status {
        const QJsonValue item = object.value(key(name));
        if (item.isUndefined()) {
            return {};
        }
        const Status status = fromJson(item, value);
        return status ? Status() : Status(at(status.error(), std::string(".") + name));
    };
    Entry entry;
    CITYPANEL_TRY_STATUS(read("key", entry.key));
    CITYPANEL_TRY_STATUS(read("id", entry.id));
    CITYPANEL_TRY_STATUS(read("name", entry.name));
    CITYPANEL_TRY_STATUS(read("enabled", entry.enabled));
    if (entry.key.empty() || entry.id.empty()) {
        return jsonProblem(json, "key, id");
    }
    entry.parameters = object.value(key("parameters")).toObject();
    return entry;
}

Result<study::ProjectStudy> studyFromJson(const QJsonValue& json) {
    CITYPANEL_TRY(Entry entry, entryOf(json));
    auto known = withParameters(study::studyOfId(entry.id), entry.parameters);
    study::Study value =
        known ? *std::move(known)
              : study::Study(study::UnknownStudy{entry.id, compact(entry.parameters)});
    return study::ProjectStudy{std::move(entry.key), std::move(entry.name), std::move(value)};
}

/// Reads each element of an array member; the place of a problem is "name[i]...".
template <typename Read>
Status readEach(const QJsonObject& json, const char* name, Read read) {
    const QJsonValue list = json.value(key(name));
    if (list.isUndefined()) {
        return {};
    }
    if (!list.isArray()) {
        return at(jsonProblem(list, "array"), name);
    }
    std::size_t index = 0;
    const QJsonArray array = list.toArray();
    for (const auto& item : array) {
        if (Status status = read(QJsonValue(item)); !status) {
            return at(status.error(), name + ("[" + std::to_string(index) + "]"));
        }
        ++index;
    }
    return {};
}

template <typename T>
Status readMember(const QJsonObject& json, const char* name, T& value) {
    const QJsonValue item = json.value(key(name));
    if (item.isUndefined()) {
        return {};
    }
    const Status status = fromJson(item, value);
    return status ? Status() : Status(at(status.error(), name));
}

} // namespace

std::span<const Upgrade> upgrades() {
    // Version 2 adds how names of units are understood, version 3 rules for values that differ,
    // conversions of units and lists of places, version 4 turned tables, tables of one unit and the
    // layouts of tables left out, version 5 guessed years and names decided in a context, version
    // 6 tables of some rows. Older plans have none of them, which is what the members absent there
    // default to.
    constexpr auto unchanged = [](QJsonObject json) { return Result<QJsonObject>(json); };
    static const std::array<Upgrade, 5> list{{{.from = 1, .to = 2, .apply = unchanged},
                                              {.from = 2, .to = 3, .apply = unchanged},
                                              {.from = 3, .to = 4, .apply = unchanged},
                                              {.from = 4, .to = 5, .apply = unchanged},
                                              {.from = 5, .to = 6, .apply = unchanged}}};
    return list;
}

Result<QJsonObject> upgraded(QJsonObject json, std::span<const Upgrade> list, int current) {
    CITYPANEL_TRY(int version, versionOf(json, current));
    for (const Upgrade& upgrade : list) {
        if (version == upgrade.from && upgrade.to <= current) {
            CITYPANEL_TRY(json, upgrade.apply(std::move(json)));
            version = upgrade.to;
            json.insert(key("version"), version);
        }
    }
    if (version != current) {
        return Problem{.code = ProblemCode::FileCorrupt,
                       .found = "version = " + std::to_string(version)};
    }
    return json;
}

QJsonObject toJson(const recipe::RecipeStep& step) {
    return {{key("key"), toQString(step.key)},
            {key("id"), toQString(recipe::idOf(step.step))},
            {key("enabled"), step.enabled},
            {key("parameters"), parametersOf(step.step)}};
}

Result<recipe::RecipeStep> stepFromJson(const QJsonObject& json) {
    CITYPANEL_TRY(Entry entry, entryOf(json));
    auto known = withParameters(recipe::stepOfId(entry.id), entry.parameters);
    recipe::Step step =
        known ? *std::move(known)
              : recipe::Step(recipe::UnknownStep{entry.id, compact(entry.parameters)});
    return recipe::RecipeStep{std::move(entry.key), std::move(step), entry.enabled};
}

QJsonObject toJson(const Project& project) {
    QJsonArray steps;
    for (const recipe::RecipeStep& step : project.recipe.steps) {
        steps.append(toJson(step));
    }
    QJsonArray studies;
    for (const study::ProjectStudy& study : project.studies) {
        studies.append(toJson(study));
    }
    QJsonObject json{{key("format"), projectFormat},
                     {key("version"), schemaVersion},
                     {key("sources"), toJson(project.sources)},
                     {key("plan"), toJson(project.plan)},
                     {key("recipe"), steps},
                     {key("studies"), studies},
                     {key("settings"), toJson(project.settings)}};
    // Left out where nothing was decided, so that files written before stay as they are.
    if (project.report != report::ReportPlan()) {
        json.insert(key("report"), toJson(project.report));
    }
    return json;
}

namespace {

/// The document, of the current version and with all its members.
Result<QJsonObject> projectObject(const QByteArray& text) {
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return Problem{.code = ProblemCode::FileCorrupt,
                       .found = "project.json, byte " + std::to_string(error.offset) + ": " +
                                error.errorString().toStdString()};
    }
    if (document.object().value(key("format")).toString() != projectFormat) {
        return Problem{.code = ProblemCode::FileNotProject};
    }
    CITYPANEL_TRY(const QJsonObject json, upgraded(document.object(), upgrades(), schemaVersion));
    for (const char* member : {"sources", "plan", "recipe", "studies", "settings"}) {
        if (!json.contains(key(member))) { // it is always written: an absent one was lost
            return Problem{.code = ProblemCode::FileCorrupt,
                           .found = std::string("project.json: ") + member};
        }
    }
    return json;
}

} // namespace

Result<Project> projectFromJson(const QByteArray& text) {
    CITYPANEL_TRY(const QJsonObject json, projectObject(text));
    Project project;
    CITYPANEL_TRY_STATUS(readMember(json, "sources", project.sources));
    CITYPANEL_TRY_STATUS(readMember(json, "plan", project.plan));
    CITYPANEL_TRY_STATUS(readEach(json, "recipe", [&](const QJsonValue& item) -> Status {
        CITYPANEL_TRY(auto step, stepFromJson(item.toObject()));
        project.recipe.steps.push_back(std::move(step));
        return {};
    }));
    CITYPANEL_TRY_STATUS(readEach(json, "studies", [&](const QJsonValue& item) -> Status {
        CITYPANEL_TRY(auto study, studyFromJson(item));
        project.studies.push_back(std::move(study));
        return {};
    }));
    CITYPANEL_TRY_STATUS(readMember(json, "report", project.report));
    CITYPANEL_TRY_STATUS(readMember(json, "settings", project.settings));
    return project;
}

} // namespace citypanel::project

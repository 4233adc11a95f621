// SPDX-License-Identifier: GPL-3.0-or-later
// Reading steps strictly: unlike a project of a newer version, a list of steps is somebody's
// typing.
#include "core/project/recipe_json.h"

#include "core/panel/near_names.h"
#include "core/project/json_fields.h"
#include "core/project/project_json.h"

#include <QJsonDocument>

#include <utility>
#include <variant>

namespace citypanel::project {

namespace {

QString stepKey(const char* name) {
    return QString::fromLatin1(name);
}

Result<recipe::Step> stepOf(const QString& id, const QJsonValue& parameters) {
    auto step = recipe::stepOfId(id.toStdString());
    if (!step) {
        std::vector<std::string> known;
        for (const std::string_view name : recipe::stepIds()) {
            known.emplace_back(name);
        }
        return Problem{.code = ProblemCode::StepUnknown,
                       .found = id.toStdString(),
                       .expected = nearNames(id.toStdString(), known)};
    }
    const Status read = std::visit(
        [&](auto& kind) -> Status {
            if constexpr (recipe::KnownStep<std::decay_t<decltype(kind)>>) {
                return parameters.isUndefined() ? Status{} : fromJson(parameters, kind);
            } else {
                return {};
            }
        },
        *step);
    if (!read) {
        return at(read.error(), ".parameters");
    }
    return *std::move(step);
}

Result<recipe::RecipeStep> stepEntryOf(QJsonObject entry, const recipe::Recipe& before) {
    const QString id = entry.take(stepKey("id")).toString();
    const QJsonValue enabled = entry.take(stepKey("enabled"));
    const std::string name = entry.take(stepKey("key")).toString().toStdString();
    CITYPANEL_TRY(recipe::Step step, stepOf(id, entry.take(stepKey("parameters"))));
    if (!entry.isEmpty()) {
        const std::string other = entry.begin().key().toStdString();
        return at(jsonProblem(QJsonValue(entry.begin().value()), "id, parameters, enabled, key"),
                  "." + other);
    }
    const bool isTaken = name.empty() || before.indexOf(name) < before.steps.size();
    return recipe::RecipeStep{isTaken ? recipe::freshKey(before) : name, std::move(step),
                              enabled.toBool(true)};
}

} // namespace

Result<recipe::Recipe> recipeFromJson(const QByteArray& json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return Problem{.code = ProblemCode::FileCorrupt,
                       .place = {.position = static_cast<std::size_t>(error.offset)},
                       .found = error.errorString().toStdString()};
    }
    const QJsonValue steps = document.isArray() ? QJsonValue(document.array())
                                                : document.object().value(stepKey("recipe"));
    if (!steps.isArray()) {
        return at(jsonProblem(steps, "array"), "recipe");
    }
    recipe::Recipe recipe;
    for (const QJsonValue& item : steps.toArray()) {
        std::string place("steps[");
        place.append(std::to_string(recipe.steps.size())).append("]");
        if (!item.isObject()) {
            return at(jsonProblem(item, "object"), place);
        }
        auto entry = stepEntryOf(item.toObject(), recipe);
        if (!entry) {
            return at(entry.error(), place);
        }
        recipe.steps.push_back(*std::move(entry));
    }
    return recipe;
}

QByteArray recipeToJson(const recipe::Recipe& recipe) {
    QJsonArray steps;
    for (const recipe::RecipeStep& step : recipe.steps) {
        steps.append(toJson(step));
    }
    return QJsonDocument(steps).toJson();
}

} // namespace citypanel::project

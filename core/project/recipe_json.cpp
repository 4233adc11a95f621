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

/// The names meant, then all of them: "winsorise (merge, drop, winsorise, ...)".
std::string nearFirst(const std::string& name, const std::vector<std::string>& known) {
    std::string all;
    for (const std::string& one : known) {
        all += (all.empty() ? "" : ", ") + one;
    }
    const std::string near = nearNames(name, known);
    return near.empty() ? all : near + " (" + all + ")";
}

/// "steps[0].parameters.lower = low" as the option that somebody typed.
Problem typed(Problem problem) {
    const std::size_t equals = problem.found.find(" = ");
    if (equals != std::string::npos) {
        problem.code = ProblemCode::OptionInvalid;
        problem.place.variable = problem.found.substr(0, equals);
        problem.found.erase(0, equals + 3);
    }
    return problem;
}

/// A parameter that the step does not have: its key is what was found, its own ones are expected.
template <typename Kind>
Problem withParameters(Problem problem) {
    const std::size_t equals = problem.found.find(" = ");
    const bool isUnknownKey = problem.expected.empty() && problem.found.rfind('.', equals) == 0;
    if (!isUnknownKey) {
        return problem;
    }
    const std::string key = problem.found.substr(1, equals - 1);
    std::vector<std::string> known;
    Kind kind;
    visitFields(kind, [&](std::string_view name, const auto&) { known.emplace_back(name); });
    return jsonProblem(toQString(key), nearFirst(key, known));
}

Result<recipe::Step> stepOf(const QString& id, const QJsonValue& parameters) {
    auto step = recipe::stepOfId(id.toStdString());
    if (!step) {
        std::vector<std::string> known;
        for (const std::string_view name : recipe::stepIds()) {
            known.emplace_back(name);
        }
        return at(jsonProblem(id, nearFirst(id.toStdString(), known)), ".id");
    }
    const Status read = std::visit(
        [&](auto& kind) -> Status {
            if constexpr (recipe::KnownStep<std::decay_t<decltype(kind)>>) {
                const Status known =
                    parameters.isUndefined() ? Status{} : fromJson(parameters, kind);
                return known ? Status{}
                             : withParameters<std::decay_t<decltype(kind)>>(known.error());
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
    if (!enabled.isUndefined() && !enabled.isBool()) {
        return at(jsonProblem(enabled, "true, false"), ".enabled");
    }
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
        return typed(at(jsonProblem(steps, "array"), "recipe"));
    }
    recipe::Recipe recipe;
    for (const QJsonValue& item : steps.toArray()) {
        std::string place("steps[");
        place.append(std::to_string(recipe.steps.size())).append("]");
        if (!item.isObject()) {
            return typed(at(jsonProblem(item, "object"), place));
        }
        auto entry = stepEntryOf(item.toObject(), recipe);
        if (!entry) {
            return typed(at(entry.error(), place));
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

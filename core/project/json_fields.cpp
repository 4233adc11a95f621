// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of the plain kinds of member, and the places of what is wrong in it.
#include "core/project/json_fields.h"

#include <QJsonDocument>

#include <utility>

namespace citypanel::project {

namespace {

/// A short rendering of a value, for the `found` of a Problem.
std::string brief(const QJsonValue& json) {
    constexpr qsizetype longest = 60;
    switch (json.type()) {
    case QJsonValue::Null:
        return "null";
    case QJsonValue::Array:
        return "array";
    case QJsonValue::Object:
        return "object";
    case QJsonValue::Undefined:
        return "";
    default:
        return json.toVariant().toString().left(longest).toStdString();
    }
}

} // namespace

Problem jsonProblem(const QJsonValue& found, std::string expected) {
    return Problem{.code = ProblemCode::FileCorrupt,
                   .found = " = " + brief(found),
                   .expected = std::move(expected)};
}

Problem at(Problem problem, std::string_view step) {
    problem.found.insert(0, step);
    return problem;
}

Result<int> versionOf(const QJsonObject& json, int newest) {
    const QJsonValue found = json.value(QStringLiteral("version"));
    const double version = found.toDouble();
    if (!found.isDouble() || version != std::floor(version) || version < 0) {
        return at(jsonProblem(found, "integer"), "version");
    }
    if (version > newest) {
        return Problem{.code = ProblemCode::FileVersionNewer,
                       .found = brief(found),
                       .expected = std::to_string(newest)};
    }
    return static_cast<int>(version);
}

Status fromJson(const QJsonValue& json, std::string& text) {
    if (!json.isString()) {
        return jsonProblem(json, "text");
    }
    text = json.toString().toStdString();
    return {};
}

Status fromJson(const QJsonValue& json, bool& value) {
    if (!json.isBool()) {
        return jsonProblem(json, "true, false");
    }
    value = json.toBool();
    return {};
}

Status fromJson(const QJsonValue& json, double& value) {
    if (!json.isDouble()) {
        return jsonProblem(json, "number");
    }
    value = json.toDouble();
    return {};
}

} // namespace citypanel::project

// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli prepare: steps of a recipe applied to data.
#include "app/cli/command.h"
#include "app/cli/data_argument.h"
#include "app/cli/panel_output.h"
#include "core/project/recipe_json.h"
#include "core/recipe/evaluation.h"
#include "core/recipe/tuned_weights.h"
#include "core/text/names.h"
#include "core/text/step_text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace citypanel::cli {

namespace {

constexpr text::Bilingual stepsWord{"--steps STEPS.json is needed", "需要 --steps STEPS.json"};

struct Counts {
    std::size_t filled = 0;
    std::size_t clipped = 0;
    std::size_t dropped = 0;
    std::size_t computed = 0;
};

Counts countsOf(const recipe::StepReport& report) {
    Counts counts;
    for (const recipe::VariableChange& change : report.variables) {
        counts.filled += change.filled;
        counts.clipped += change.clipped;
        counts.dropped += change.dropped;
        counts.computed += change.computed;
    }
    return counts;
}

QByteArray reportText(const recipe::Recipe& recipe, const recipe::Evaluation& evaluation,
                      text::Language language) {
    std::string lines;
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        if (evaluation.steps[i].state == recipe::StepState::Done) {
            lines.append(text::stepSentence(recipe.steps[i].step, language))
                .append(" (")
                .append(text::describe(evaluation.steps[i].report, language))
                .append(")\n");
        }
    }
    return QByteArray::fromStdString(lines);
}

QByteArray reportJson(const recipe::Recipe& recipe, const recipe::Evaluation& evaluation,
                      text::Language language) {
    QJsonArray steps;
    for (std::size_t i = 0; i < recipe.steps.size(); ++i) {
        const recipe::StepReport& report = evaluation.steps[i].report;
        const Counts counts = countsOf(report);
        const auto number = [](std::size_t n) { return static_cast<qint64>(n); };
        QJsonObject figures;
        for (const recipe::StepFigure& figure : report.figures) {
            figures.insert(QString::fromStdString(figure.name), figure.value);
        }
        const std::string_view id = recipe::idOf(recipe.steps[i].step);
        steps.append(QJsonObject{
            {QStringLiteral("id"), QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))},
            {QStringLiteral("sentence"),
             QString::fromStdString(text::stepSentence(recipe.steps[i].step, language))},
            {QStringLiteral("enabled"), recipe.steps[i].enabled},
            {QStringLiteral("filled"), number(counts.filled)},
            {QStringLiteral("clipped"), number(counts.clipped)},
            {QStringLiteral("dropped"), number(counts.dropped)},
            {QStringLiteral("computed"), number(counts.computed)},
            {QStringLiteral("rows_before"), number(report.rowsBefore)},
            {QStringLiteral("rows_after"), number(report.rowsAfter)},
            {QStringLiteral("figures"), figures}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("steps"), steps}}).toJson();
}

/// The merged tables stand beside the file of steps.
Status readTables(recipe::Recipe& recipe, const QString& stepsPath, Progress& progress) {
    for (recipe::RecipeStep& step : recipe.steps) {
        auto* merge = std::get_if<recipe::MergeStep>(&step.step);
        if (merge == nullptr || !step.enabled) {
            continue;
        }
        const QString path =
            QFileInfo(QFileInfo(stepsPath).dir(), QString::fromStdString(merge->source.text))
                .filePath();
        CITYPANEL_TRY(Panel table, sheets::readDataFile(path.toStdString(), {}, progress));
        merge->table =
            std::make_shared<const recipe::OtherTable>(recipe::OtherTable{std::move(table), 1});
    }
    return {};
}

Result<recipe::Recipe> readSteps(const QString& path, Progress& progress) {
    const Place place{.file = path.toStdString()};
    QFile file(path);
    if (!file.exists()) {
        return Problem{.code = ProblemCode::FileNotFound, .place = place, .found = place.file};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Problem{.code = ProblemCode::FileUnreadable, .place = place};
    }
    auto recipe = project::recipeFromJson(file.readAll());
    if (!recipe) {
        return located(recipe.error(), place);
    }
    CITYPANEL_TRY_STATUS(readTables(*recipe, path, progress));
    return recipe;
}

Outcome runPrepare(const Invocation& invocation) {
    const auto path = invocation.value("steps");
    if (!path) {
        return tl::unexpected(Failure::wrongUsage(std::string(stepsWord.in(invocation.language))));
    }
    if (const auto ending = checkPanelEnding(invocation); !ending) {
        return tl::unexpected(ending.error());
    }
    TerminalProgress progress;
    const auto panel = readData(invocation, invocation.arguments[0], progress);
    if (!panel) {
        return tl::unexpected(panel.error());
    }
    CITYPANEL_CLI_TRY(const recipe::Recipe recipe,
                      readSteps(QString::fromStdString(*path), progress));
    recipe::Cache cache;
    CITYPANEL_CLI_TRY(const recipe::Evaluation evaluation,
                      recipe::evaluate(recipe, *panel, cache, progress));
    if (!evaluation.isComplete()) {
        return tl::unexpected(Failure{ExitStatus::DataProblem, {}, evaluation.problems()});
    }
    Problems warnings;
    for (const recipe::StepResult& step : evaluation.steps) {
        for (const Problem& warning : step.report.warnings) {
            warnings.push_back(located(warning, {.step = step.key}));
        }
    }
    std::vector<std::string> tuned = tunedVariablesOf(invocation.arguments[0]);
    const std::vector<std::string> made = recipe::tunedVariables(recipe);
    tuned.insert(tuned.end(), made.begin(), made.end());
    CITYPANEL_CLI_TRY(QByteArray bytes, panelBytes(evaluation.result(), invocation, tuned));
    return Output{std::move(bytes), std::move(warnings),
                  invocation.format == "json"
                      ? reportJson(recipe, evaluation, invocation.language)
                      : reportText(recipe, evaluation, invocation.language)};
}

} // namespace

const Command& prepareCommand() {
    static const Command command{
        "prepare",
        "DATA",
        {"applies the steps of a recipe to data (csv; xlsx and dta by the ending of --out)",
         "对数据依次执行数据处理步骤（csv；按 --out 的后缀也可为 xlsx、dta）"},
        1,
        1,
        {{"steps",
          "STEPS.json",
          {"the steps: [{\"id\": \"winsorise\", \"parameters\": {...}}, ...]; tables to merge "
           "stand beside it",
           "步骤：[{\"id\": \"winsorise\", \"parameters\": {...}}, "
           "...]；待并入的表放在同一文件夹"}},
         panelOption()},
        "csv|json",
        "csv",
        &runPrepare};
    return command;
}

} // namespace citypanel::cli

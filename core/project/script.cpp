// SPDX-License-Identifier: GPL-3.0-or-later
// A script from its parts: reading, preparation, models.
#include "core/project/script.h"

#include "core/project/other_tables.h"
#include "core/sheets/data_file.h"
#include "core/text/pattern.h"
#include "core/text/step_code.h"
#include "core/text/step_text.h"

#include <algorithm>
#include <string>
#include <variant>

namespace citypanel::project {

namespace {

using text::CodeLanguage;
using text::ScriptKind;

class Script {
public:
    Script(const Project& project, const ProjectEvaluation& evaluation,
           const ScriptOptions& options)
        : project_(project)
        , evaluation_(evaluation)
        , panel_(evaluation.recipe.result())
        , options_(options)
        , language_(options.kind == ScriptKind::Stata ? CodeLanguage::Stata : CodeLanguage::R)
        , style_(tableStyleOf(project)) {}

    report::Entries files() {
        head();
        addData("data.csv", panel_);
        if (options_.hasRecipe) {
            addData("data_as_read.csv", evaluation_.recipe.source);
            read("data_as_read.csv", evaluation_.recipe.source);
            steps();
        } else {
            read("data.csv", panel_);
            tunedWeights();
        }
        comment({"What the models rest on.", "模型所需的设置与函数。"});
        code_ += text::studyCodePreamble(panel_, options_.kind) + "\n";
        studies();
        files_[isStata() ? QStringLiteral("script.do") : QStringLiteral("script.R")] =
            QByteArray::fromStdString(code_);
        return std::move(files_);
    }

private:
    [[nodiscard]] bool isStata() const { return options_.kind == ScriptKind::Stata; }

    void commentLine(const std::string& words) {
        code_ += std::string(isStata() ? "* " : "# ") + words + "\n";
    }

    void comment(const text::Bilingual& words) {
        commentLine(std::string(words.in(style_.language)));
    }

    void head() {
        comment({"Written by CityPanel. Run it in the folder of this file, where its data are.",
                 "由 CityPanel 生成。请在本文件所在的文件夹中运行，数据也在该文件夹内。"});
        code_ += isStata() ? "version 16\nclear all\nset more off\n\n" : "\n";
    }

    /// In Stata the columns have their names there, so that code and data agree.
    void addData(const std::string& name, Panel panel) {
        if (isStata()) {
            std::vector<std::string> names;
            for (const Variable& column : panel.columns()) {
                names.push_back(column.name());
            }
            for (const std::string& column : names) {
                const std::string renamed = text::codeName(column, CodeLanguage::Stata);
                if (panel.find(renamed) == nullptr) {
                    panel = panel.renamed(column, renamed);
                }
            }
        }
        QByteArray bytes = sheets::csvOf(panel);
        if (isStata() && bytes.startsWith("\xEF\xBB\xBF")) {
            bytes.remove(0, 3); // Stata takes the mark for a part of the first name
        }
        files_[QString::fromStdString(name)] = bytes;
    }

    void read(const std::string& name, const Panel& panel) {
        comment({"The data.", "读入数据。"});
        const PanelKeys& keys = panel.keys();
        if (isStata()) {
            code_ += "import delimited using \"" + name +
                     "\", clear encoding(\"UTF-8\") case(preserve) varnames(1) "
                     "bindquotes(strict) asdouble\n";
        } else {
            code_ += "panel <- read.csv(\"" + name +
                     "\", fileEncoding = \"UTF-8-BOM\", check.names = FALSE, na.strings = \"\")\n";
            code_ += keys.unit.empty()
                         ? std::string("keys <- character()\n")
                         : "keys <- c(\"" + keys.unit + "\", \"" + keys.period + "\")\n";
        }
        code_ += text::stepCodePreamble(keys, language_) + "\n";
    }

    /// Data that come without the steps that made them still say where weights are not computed.
    void tunedWeights() {
        for (const recipe::RecipeStep& step : project_.recipe.steps) {
            const auto* index = std::get_if<recipe::IndexStep>(&step.step);
            const recipe::StepResult* result = evaluation_.recipe.find(step.key);
            if (index != nullptr && index->tuned && result != nullptr &&
                result->state == recipe::StepState::Done) {
                commentLine(text::stepSentence(step.step, style_.language));
            }
        }
    }

    /// The table that a merge step's code reads.
    void addOtherTable(const recipe::Step& step) {
        OtherTableCache cache;
        const recipe::Step known = withTable(step, project_.sources, evaluation_.workbooks, cache);
        const auto* merge = std::get_if<recipe::MergeStep>(&known);
        if (merge != nullptr && merge->table != nullptr) {
            addData(text::otherTableFile(*merge), merge->table->table);
        }
    }

    void steps() {
        std::size_t number = 0;
        recipe::Columns before = recipe::columnsOf(evaluation_.recipe.source);
        for (const recipe::RecipeStep& step : project_.recipe.steps) {
            const recipe::StepResult* result = evaluation_.recipe.find(step.key);
            if (result == nullptr || result->state != recipe::StepState::Done) {
                continue;
            }
            ++number;
            commentLine(std::to_string(number) + ". " +
                        text::stepTitle(recipe::idOf(step.step), style_.language) + ": " +
                        text::stepSentence(step.step, style_.language));
            const auto code = text::stepCode(step.step, before, language_);
            addOtherTable(step.step);
            if (code) {
                code_ += *code + "\n\n";
            } else {
                const std::string name = "data_after_" + std::to_string(number) + ".csv";
                comment({"This program has no commands for it: the data after the step.",
                         "该程序没有对应的命令，此处读入该步之后的数据。"});
                addData(name, result->panel);
                read(name, result->panel);
            }
            before = recipe::columnsOf(result->panel);
        }
    }

    void studies() {
        const text::ScriptStyle look{.digits = style_.digits,
                                     .stars = style_.stars,
                                     .inference = nameOf(style_.inference),
                                     .language = style_.language};
        for (const study::ProjectStudy& study : project_.studies) {
            const std::string name = study.name.empty() ? study.key : study.name;
            code_ += "\n";
            commentLine("---- " + name + " ----");
            const auto code =
                text::studyCode(study.study, fileName(name), panel_, look, options_.kind);
            if (code) {
                code_ += *code;
            } else {
                comment({"This table has no equivalent in the program.",
                         "该表在此程序中没有对应的命令。"});
            }
        }
    }

    static std::string fileName(std::string name) {
        std::replace_if(
            name.begin(), name.end(),
            [](char c) {
                return std::string_view("/\\:*?\"<>|` $").find(c) != std::string_view::npos;
            },
            '_');
        return name;
    }

    const Project& project_;
    const ProjectEvaluation& evaluation_;
    const Panel& panel_;
    ScriptOptions options_;
    CodeLanguage language_;
    report::TableStyle style_;
    std::string code_;
    report::Entries files_;
};

} // namespace

Result<report::Entries> scriptFiles(const Project& project, const ProjectEvaluation& evaluation,
                                    const ScriptOptions& options) {
    if (evaluation.recipe.result().rowCount() == 0) {
        return Problem{.code = ProblemCode::SampleEmpty};
    }
    return Script(project, evaluation, options).files();
}

} // namespace citypanel::project

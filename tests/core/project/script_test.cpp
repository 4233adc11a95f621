// SPDX-License-Identifier: GPL-3.0-or-later
// The script of a project: its R code is run where R is present, and gives the numbers of the
// studies; its Stata and fixest code is read.
#include "core/project/script.h"
#include "core/report/atomic_file.h"
#include "tests/support/grunfeld.h"
#include "tests/support/near.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <map>

namespace citypanel::project {
namespace {

using citypanel::testing::IsNear;
using ::testing::HasSubstr;
using ::testing::Not;

/// Models of every kind of term, effect and error.
study::RegressionStudy models() {
    study::RegressionStudy study;
    study.columns = {
        {.formula = "inv ~ value + capital | firm + year", .vcov = "cluster:firm"},
        {.formula = "inv ~ value + capital | firm + year", .vcov = "cluster:firm,year"},
        {.formula = "inv ~ log(value) + value:capital", .vcov = "hc3"},
        {.formula = "log(inv) ~ lag(value,1) + I(capital^2) | firm", .vcov = "hc1"},
        {.formula = "inv ~ capital | firm | value ~ lag(value,1) + lag(capital,1)",
         .vcov = "cluster:firm"},
        {.formula = "inv ~ value + i(year, ref=1935) | firm", .vcov = "iid"},
        {.formula = "inv ~ value + capital | firm", .vcov = "dk:2"},
        {.formula = "inv ~ value + capital | firm",
         .vcov = "cluster:firm",
         .ssc = SmallSample::Fixest,
         .weights = "capital"},
        {.formula = "inv ~ value | firm + year",
         .vcov = "hc1",
         .where = "year > 1940 and value > 100",
         .group = "late"},
        {.formula = "inv ~ `年末 人口` | firm", .vcov = "nw:2"},
        {.formula = "inv ~ value + i(half):i(third)", .vcov = "iid"},
        {.formula = "inv ~ i(third) + value:i(third) + i(third,ref=c):i(half)", .vcov = "hc1"},
    };
    return study;
}

class ProjectScript : public ::testing::Test {
protected:
    ProjectScript() {
        Panel panel = citypanel::testing::grunfeld();
        std::vector<double> people;
        std::vector<std::string> half;
        std::vector<std::string> third;
        for (std::size_t row = 0; row < panel.rowCount(); ++row) {
            people.push_back(static_cast<double>((row * 37) % 101));
            half.emplace_back(row % 2 == 0 ? "odd" : "even");
            third.emplace_back(row % 7 < 3 ? "c" : row % 7 < 5 ? "a" : "b");
        }
        panel = *panel.withVariable(Variable::text("half", half));
        panel = *panel.withVariable(Variable::text("third", third));
        panel =
            *panel.withVariable(Variable::numeric("年末 人口", people).withLabel("People \"x\""));
        project_.recipe = recipe::withStep({}, recipe::WinsoriseStep{.variables = {"value"}});
        project_.recipe = recipe::withStep(
            std::move(project_.recipe),
            recipe::CalculateStep{.name = "growing", .expression = "growth(capital)"});
        project_.studies = {{"s1", "the models", models()},
                            {"s2", "statistics", study::DescriptivesStudy{}}};
        project_.settings.tableLanguage = "en";
        NoProgress progress;
        recipe::Cache steps;
        StudyCache studies;
        evaluation_.recipe = *recipe::evaluate(project_.recipe, panel, steps, progress);
        evaluation_.studies =
            *runStudies(project_.studies, evaluation_.recipe.result(), studies, progress);
    }

    [[nodiscard]] std::string code(text::ScriptKind kind, bool hasRecipe = false) const {
        const auto files = scriptFiles(project_, evaluation_, {kind, hasRecipe});
        EXPECT_TRUE(files);
        const QString name = kind == text::ScriptKind::Stata ? QStringLiteral("script.do")
                                                             : QStringLiteral("script.R");
        return files ? files->at(name).toStdString() : std::string();
    }

    Project project_;
    ProjectEvaluation evaluation_;
};

/// Lines of a csv file that R wrote, by their first two fields.
std::map<std::string, QStringList> linesOf(const QString& path) {
    std::map<std::string, QStringList> lines;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        QStringList fields;
        bool isQuoted = false;
        QString field;
        for (const QChar c : line) {
            if (c == QLatin1Char('"')) {
                isQuoted = !isQuoted;
            } else if (c == QLatin1Char(',') && !isQuoted) {
                fields.append(field);
                field.clear();
            } else {
                field += c;
            }
        }
        fields.append(field);
        if (fields.size() > 4) {
            lines[(fields[0] + QLatin1Char(' ') + fields[1]).toStdString()] = fields;
        }
    }
    return lines;
}

class ScriptInR : public ProjectScript, public ::testing::WithParamInterface<bool> {};

TEST_P(ScriptInR, GivesTheNumbersOfTheStudies) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("Rscript"));
    if (program.isEmpty()) {
        GTEST_SKIP() << "R is not installed";
    }
    const auto files =
        scriptFiles(project_, evaluation_, {text::ScriptKind::BaseR, /*hasRecipe=*/GetParam()});
    ASSERT_TRUE(files);
    const QTemporaryDir folder;
    for (const auto& [name, bytes] : *files) {
        ASSERT_TRUE(report::writeAtomically(folder.filePath(name), bytes));
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.start(program, {QStringLiteral("script.R")});
    ASSERT_TRUE(process.waitForFinished(100000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();

    const auto lines = linesOf(folder.filePath(QStringLiteral("the_models.csv")));
    std::size_t compared = 0;
    for (const auto& [column, fit] : evaluation_.studies.front().result->fits) {
        for (const TermEstimate& term : fit->terms) {
            const std::string key = "(" + column + ") " + term.name;
            const auto line = lines.find(key);
            ASSERT_NE(line, lines.end()) << key;
            // R writes 15 digits, and takes effects out by another decomposition.
            EXPECT_THAT(line->second[2].toDouble(), IsNear(term.estimate, {1e-8, 0})) << key;
            EXPECT_THAT(line->second[3].toDouble(), IsNear(term.stdError, {1e-8, 0})) << key;
            EXPECT_THAT(line->second[5].toDouble(), IsNear(term.pValue, {1e-7, 1e-14})) << key;
            EXPECT_EQ(line->second[6].toULongLong(), fit->nobs) << key;
            ++compared;
        }
    }
    EXPECT_GT(compared, 35U);
    const auto statistics = linesOf(folder.filePath(QStringLiteral("statistics.csv")));
    EXPECT_NE(statistics.find(" value"), statistics.end());
}

INSTANTIATE_TEST_SUITE_P(Data, ScriptInR, ::testing::Values(false, true), [](const auto& test) {
    return std::string(test.param ? "as_read_with_recipe" : "prepared");
});

TEST_F(ProjectScript, StataHasOneCommandAModel) {
    const std::string code = this->code(text::ScriptKind::Stata);
    EXPECT_THAT(code, HasSubstr("import delimited using \"data.csv\""));
    EXPECT_THAT(code, HasSubstr("eststo m1: reghdfe inv value capital, absorb(firm year) "
                                "vce(cluster firm)"));
    EXPECT_THAT(code, HasSubstr("vce(cluster firm year)"));
    EXPECT_THAT(code, HasSubstr("eststo m3: regress inv m_log_value_ c.value#c.capital, vce(hc3)"));
    EXPECT_THAT(code, HasSubstr("ivreghdfe inv capital (value = "));
    EXPECT_THAT(code, HasSubstr("cluster(firm) small"));
    EXPECT_THAT(code, HasSubstr("ib1935.year"));
    EXPECT_THAT(code, HasSubstr("dkraay(3) small"));
    EXPECT_THAT(code, HasSubstr("[aweight = capital]"));
    EXPECT_THAT(code, HasSubstr("bw(3) kernel(bartlett)"));
    EXPECT_THAT(code, HasSubstr("年末_人口"));
    EXPECT_THAT(code, HasSubstr("label variable 年末_人口 \"People 'x'\""));
    EXPECT_THAT(
        code, HasSubstr("esttab m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 using \"the_models.rtf\""));
    EXPECT_THAT(code, HasSubstr("estpost tabstat"));
    EXPECT_THAT(code, Not(HasSubstr("winsor")));
    const auto files = scriptFiles(project_, evaluation_, {text::ScriptKind::Stata, false});
    EXPECT_TRUE(files->at(QStringLiteral("data.csv")).startsWith("firm,")) << "no mark before it";
}

TEST_F(ProjectScript, StataHasTheOtherEstimators) {
    study::RegressionStudy study;
    study.columns = {{.formula = "inv ~ value + capital | firm + year", .vcov = "hc2"},
                     {.formula = "inv ~ value", .estimator = Estimator::RandomEffects},
                     {.formula = "inv ~ value", .estimator = Estimator::Between},
                     {.formula = "inv ~ value + value:capital | firm + year",
                      .estimator = Estimator::FirstDifference},
                     {.formula = "inv ~ capital | firm | value ~ lag(value,1) + lag(capital,1)",
                      .vcov = "hc1",
                      .estimator = Estimator::Gmm}};
    project_.studies = {{"s1", "the models", study}};
    const std::string code = this->code(text::ScriptKind::Stata);
    EXPECT_THAT(code, HasSubstr("eststo m1: regress inv value capital i.firm i.year, vce(hc2)"));
    EXPECT_THAT(code, HasSubstr("eststo m2: xtreg inv value, re"));
    EXPECT_THAT(code, HasSubstr("eststo m3: xtreg inv value, be"));
    EXPECT_THAT(code, HasSubstr("absorb(year) keepsingletons"));
    EXPECT_THAT(code, HasSubstr("reghdfe D.inv D.value D.m_value_capital,"));
    EXPECT_THAT(code, HasSubstr("absorb(firm) gmm2s robust small"));
    EXPECT_THAT(code, HasSubstr("drop(*.firm* *.year*, relax)"));
    EXPECT_THAT(code, HasSubstr("[re]")); // the comment names the estimator
}

TEST_F(ProjectScript, RPrintsWhatPlmHasBesideTheTable) {
    study::RegressionStudy study;
    study.columns = {
        {.formula = "inv ~ value", .vcov = "iid", .estimator = Estimator::RandomEffects},
        {.formula = "inv ~ value", .vcov = "hc1", .estimator = Estimator::FirstDifference},
        {.formula = "inv ~ capital | firm | value ~ lag(value,1) + lag(capital,1)",
         .vcov = "hc1",
         .estimator = Estimator::Gmm}};
    project_.studies = {{"s1", "the models", study}};
    for (const text::ScriptKind kind : {text::ScriptKind::BaseR, text::ScriptKind::Fixest}) {
        const std::string code = this->code(kind);
        EXPECT_THAT(code, HasSubstr("  model <- plm::plm(inv ~ value, data = panel, index = "
                                    "c(\"firm\", \"year\"), model = \"random\")\n"
                                    "  print(summary(model))\n}\n"));
        EXPECT_THAT(code, HasSubstr("plm::plm(inv ~ 0 + value, data = panel"));
        // Grunfeld: 0.01659387 of value in both; plm's own HC1 gives 0.0161694.
        EXPECT_THAT(code, HasSubstr("lmtest::coeftest(model, vcov. = plm::vcovHC(model, method = "
                                    "\"white1\", type = \"HC0\") * nobs(model) / "
                                    "df.residual(model))"));
        EXPECT_THAT(code, HasSubstr("Stata's ivreg2 has them"));
    }
}

TEST_F(ProjectScript, FixestHasTheSameModels) {
    const std::string code = this->code(text::ScriptKind::Fixest);
    EXPECT_THAT(code, HasSubstr("library(fixest)"));
    EXPECT_THAT(code, HasSubstr("effects = \"firm + year\""));
    EXPECT_THAT(code, HasSubstr("vcov = ~ firm + year"));
    EXPECT_THAT(code, HasSubstr("fixef.rm = \"singleton\""));
    EXPECT_THAT(code, HasSubstr("endogenous = \"value\""));
    EXPECT_THAT(code, HasSubstr("vcov = DK(2)"));
}

TEST_F(ProjectScript, StarsAndDigitsAreThoseOfTheStyle) {
    project_.report.style.stars.clear();
    project_.report.style.digits = 2;
    EXPECT_THAT(code(text::ScriptKind::Stata), HasSubstr("b(2) se(2) nostar"));
    EXPECT_THAT(code(text::ScriptKind::BaseR), HasSubstr("digits = 2, stars = c()"));
}

TEST_F(ProjectScript, RecipeIsWrittenAsCode) {
    const std::string r = code(text::ScriptKind::BaseR, true);
    EXPECT_THAT(r, HasSubstr("data_as_read.csv"));
    EXPECT_THAT(r, HasSubstr("# 1. Limit outliers"));
    EXPECT_THAT(code(text::ScriptKind::Stata, true), HasSubstr("* 2. Calculate a variable"));
}

TEST_F(ProjectScript, WeightsTunedByHandAreSaidWithoutTheRecipeToo) {
    EXPECT_THAT(code(text::ScriptKind::BaseR), ::testing::Not(HasSubstr("tuned by hand")));
    project_.recipe =
        recipe::withStep(std::move(project_.recipe),
                         recipe::IndexStep{.indicators = {{.name = "a", .expression = "value"},
                                                          {.name = "b", .expression = "capital"}},
                                           .name = {"strength"},
                                           .weights = {{"a", 0.75}, {"b", 0.25}},
                                           .tuned = true});
    NoProgress progress;
    recipe::Cache steps;
    evaluation_.recipe =
        *recipe::evaluate(project_.recipe, evaluation_.recipe.source, steps, progress);
    for (const text::ScriptKind kind :
         {text::ScriptKind::BaseR, text::ScriptKind::Fixest, text::ScriptKind::Stata}) {
        EXPECT_THAT(code(kind), HasSubstr("tuned by hand"));
    }
}

TEST(EmptyScript, WithoutDataIsAProblem) {
    const Project empty;
    const ProjectEvaluation nothing;
    EXPECT_EQ(scriptFiles(empty, nothing, {}).error().code, ProblemCode::SampleEmpty);
}

} // namespace
} // namespace citypanel::project

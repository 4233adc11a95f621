// SPDX-License-Identifier: GPL-3.0-or-later
// Steps as commands of Stata and R: what is written, and that R gives the same numbers.
#include "core/text/expression_code.h"
#include "core/text/step_code.h"
#include "tests/support/example_recipe.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <string>
#include <vector>

namespace citypanel::text {
namespace {

using namespace recipe;
using test::examplePanel;

/// Scores of indices and efficiency and predictions of models are taken over as data.
bool isTakenOver(const Step& step) {
    return idOf(step) == "index" || idOf(step) == "efficiency" || idOf(step) == "predict";
}

TEST(StepCode, EveryKindHasBothEquivalents) {
    const Columns columns = columnsOf(examplePanel());
    for (const Step& step : test::exampleSteps()) {
        for (const CodeLanguage language : {CodeLanguage::Stata, CodeLanguage::R}) {
            const auto code = stepCode(step, columns, language);
            EXPECT_EQ(code.has_value(), !isTakenOver(step)) << idOf(step);
            EXPECT_TRUE(!code || !code->empty()) << idOf(step);
        }
    }
    EXPECT_FALSE(stepCode(UnknownStep{}, columns, CodeLanguage::R));
}

TEST(StepCode, WritesStataThatKnowsMissingIsNotLarge) {
    const PanelKeys keys{"city", "year"};
    const auto code = expressionCode("x > 1 and not (y = 2)", keys, CodeLanguage::Stata);
    EXPECT_EQ(code.isTrue, "((x > 1 & !missing(x, 1)) & (y != 2 & !missing(y, 2)))");
    const auto lagged = expressionCode("ln(x) - lag(ln(x), 2)", keys, CodeLanguage::Stata);
    ASSERT_EQ(lagged.before.size(), 1U);
    EXPECT_EQ(lagged.before[0], "generate double __t1 = ln(x)");
    EXPECT_EQ(lagged.value, "ln(x) - L2.__t1");
    const auto grouped = expressionCode("x / sum(x, by = year)", keys, CodeLanguage::Stata);
    EXPECT_EQ(grouped.before[0], "egen double __t1 = total(x) if !missing(year), by(year) missing");
}

TEST(StepCode, MakesNamesThePrograms) {
    EXPECT_EQ(codeName("2-15 gdp", CodeLanguage::Stata), "_2_15_gdp");
    EXPECT_EQ(codeName("2-15 gdp", CodeLanguage::R), "`2-15 gdp`");
    EXPECT_EQ(codeName("人均GDP", CodeLanguage::Stata), "人均GDP");
    EXPECT_EQ(codeName("gdp.real", CodeLanguage::R), "gdp.real");
    EXPECT_EQ(codeName("if", CodeLanguage::R), "`if`");
    EXPECT_EQ(codeName(std::string(40, 'x'), CodeLanguage::Stata).size(), 32U);
}

/// Steps whose parameters take other ways through the code than the examples.
std::vector<Step> variants() {
    using namespace prepare;
    std::vector<Step> steps;
    for (const auto& gap : enumNames(GapMethod{})) {
        for (const auto& end : enumNames(EndRule{})) {
            steps.push_back(InterpolateStep{
                .variables = {"gdp", "gas"}, .method = gap.value, .ends = end.value});
        }
    }
    steps.push_back(InterpolateStep{.variables = {"gdp"}, .maxGap = 1});
    for (const auto& rule : enumNames(QuantileRule{})) {
        steps.push_back(WinsoriseStep{
            .variables = {"gdp", "inv"}, .lower = 15, .upper = 80, .quantile = rule.value});
        steps.push_back(
            QuantileGroupStep{.variable = "gdp", .name = "g", .groups = 3, .quantile = rule.value});
    }
    steps.push_back(WinsoriseStep{.variables = {"inv"},
                                  .lower = 20,
                                  .upper = 80,
                                  .sides = Sides::Upper,
                                  .treatment = TailTreatment::Trim,
                                  .within = Within::Period});
    for (const auto& initial : enumNames(InitialStock{})) {
        for (const auto& growth : enumNames(GrowthMeasure{})) {
            steps.push_back(CapitalStockStep{.investment = "inv",
                                             .name = "k",
                                             .priceIndex = "price",
                                             .indexBase = IndexBase::Fixed,
                                             .initial = initial.value,
                                             .growth = growth.value,
                                             .growthPeriods = 2,
                                             .output = "price",
                                             .givenStock = "inv"});
        }
    }
    steps.push_back(CapitalStockStep{
        .investment = "inv",
        .name = "k",
        .depreciationGroup = "province",
        .depreciationTable = {{"P", 2012, {}, 0.2}, {"P", {}, {}, 0.1}, {"", 2014, {}, 0.3}}});
    for (const auto& scale : enumNames(Scale{})) {
        steps.push_back(StandardiseStep{
            .variables = {"gdp"}, .scale = scale.value, .within = Within::Unit, .suffix = ""});
    }
    for (const auto& form : enumNames(GrowthForm{})) {
        steps.push_back(ChainGrowthStep{
            .level = "gdp", .growth = "inv", .name = "chained", .form = form.value});
    }
    for (const auto& ties : enumNames(Ties{})) {
        steps.push_back(
            ValueGroupStep{.variable = "inv", .name = "g", .limits = {3}, .ties = ties.value});
    }
    steps.push_back(CoverageStep{.share = 0.75});
    steps.push_back(CoverageStep{.variables = {"gas"}, .share = 1});
    steps.push_back(
        StandardCoalStep{.name = "e", .carriers = {{"gas"}, {"gdp"}}, .missingAsZero = true});
    for (const char* expression : {"gdp / inv - lag(gdp / inv)",
                                   "lead(inv, 2)",
                                   "growth(gas)",
                                   "diff(gas, 2)",
                                   "mean(gdp, by = province^year)",
                                   "rank(inv, by = year)",
                                   "sd(gdp)",
                                   "count(gdp, by = city)",
                                   "quantile_group(inv, 3, by = year)",
                                   "first(gas, by = city) + last(gdp, by = city)",
                                   "if(gdp > 20, ln(gdp - 30), -gas)",
                                   "round(gdp / 7, 2) + round(-2.5)",
                                   "max(gdp, gas, 7)",
                                   "not (gdp > 20) or gas < 3",
                                   "missing(gdp) and province == \"P\"",
                                   "10 % 4 + 2^-gas",
                                   "gdp / (inv - 2)",
                                   "log2(inv) * log10(inv) - exp(sqrt(inv))",
                                   "sum(inv, by = city) ^ 2",
                                   "min(gas, by = year) - median(gas)",
                                   "abs(floor(-gas / 3)) + ceil(gas / 3) + sign(-gas)",
                                   "I(pilot0 + 1) * gdp"}) {
        steps.push_back(CalculateStep{.name = "made", .expression = expression});
    }
    steps.push_back(FilterStep{.condition = "gdp > 8 or missing(gdp)", .from = 2012});
    return steps;
}

std::string csvField(const Variable& column, std::size_t row) {
    if (column.isMissingAt(row)) {
        return {};
    }
    return column.isNumeric() ? QString::number(column.numbers()[row], 'g', 17).toStdString()
                              : std::string(column.textAt(row));
}

void writeCsv(const QString& path, const Panel& panel) {
    std::string text;
    for (const Variable& column : panel.columns()) {
        text.append(text.empty() ? "" : ",").append(column.name());
    }
    text += '\n';
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        std::string line;
        for (const Variable& column : panel.columns()) {
            line.append(&column == panel.columns().data() ? "" : ",").append(csvField(column, row));
        }
        text.append(line).append("\n");
    }
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text.c_str());
}

/// The table R wrote, by column; NA is empty.
std::map<std::string, std::vector<std::string>> readCsv(const QString& path) {
    QFile file(path);
    std::map<std::string, std::vector<std::string>> columns;
    if (!file.open(QIODevice::ReadOnly)) {
        return columns;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
    const QStringList names = lines.first().split(QLatin1Char(','));
    for (const QString& name : names) {
        columns[name.toStdString()];
    }
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList fields = lines[i].split(QLatin1Char(','));
        for (qsizetype at = 0; at < names.size(); ++at) {
            columns[names[at].toStdString()].push_back(fields.value(at).toStdString());
        }
    }
    return columns;
}

void expectSame(const Variable& ours, const std::vector<std::string>& theirs,
                const std::string& what) {
    ASSERT_EQ(theirs.size(), ours.size()) << what;
    for (std::size_t row = 0; row < ours.size(); ++row) {
        if (!ours.isNumeric() || ours.isMissingAt(row) || theirs[row].empty()) {
            EXPECT_EQ(csvField(ours, row), theirs[row]) << what << " row " << row;
            continue;
        }
        const double number = std::stod(theirs[row]);
        // R's lm and splines sum in another order.
        EXPECT_NEAR(ours.numbers()[row], number, 1e-11 * std::max(1.0, std::abs(number)))
            << what << " row " << row;
    }
}

std::vector<Step> allSteps() {
    std::vector<Step> steps = test::exampleSteps();
    std::erase_if(steps, isTakenOver);
    const std::vector<Step> more = variants();
    steps.insert(steps.end(), more.begin(), more.end());
    return steps;
}

TEST(StepCode, GivesTheSameNumbersInR) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("Rscript"));
    if (program.isEmpty()) {
        GTEST_SKIP() << "R is not installed";
    }
    const QTemporaryDir folder;
    const Panel panel = examplePanel();
    writeCsv(folder.filePath(QStringLiteral("panel.csv")), panel);
    writeCsv(folder.filePath(QStringLiteral("rain.csv")), test::exampleTable()->table);
    std::string script = stepCodePreamble(panel.keys(), CodeLanguage::R);
    // Every digit: write.csv would cut at 15.
    script += "test_text <- function(x) if (!is.numeric(x)) as.character(x) else\n"
              "  ifelse(is.na(x), NA, sprintf('%.17g', x))\n"
              "test_write <- function(d, file) write.csv(as.data.frame(lapply(d, test_text),\n"
              "  check.names = FALSE), file, row.names = FALSE, quote = FALSE, na = '')\n";
    const std::vector<Step> steps = allSteps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        script += "\npanel <- read.csv(\"panel.csv\", na.strings = \"\")\n" +
                  stepCode(steps[i], columnsOf(panel), CodeLanguage::R).value() +
                  "\ntest_write(panel, \"out" + std::to_string(i) + ".csv\")\n";
    }
    QFile file(folder.filePath(QStringLiteral("steps.R")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(script.c_str());
    file.close();
    QProcess r;
    r.setWorkingDirectory(folder.path());
    r.start(program, {QStringLiteral("--vanilla"), QStringLiteral("steps.R")});
    ASSERT_TRUE(r.waitForFinished(100'000));
    ASSERT_EQ(r.exitCode(), 0) << r.readAllStandardError().toStdString();
    NoProgress progress;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto outcome = applyStep(steps[i], panel, "s1", progress);
        ASSERT_TRUE(outcome) << idOf(steps[i]);
        auto theirs = readCsv(folder.filePath(QStringLiteral("out%1.csv").arg(i)));
        const std::string code = stepCode(steps[i], columnsOf(panel), CodeLanguage::R).value();
        EXPECT_EQ(theirs.size(), outcome->panel.columnCount()) << code;
        for (const Variable& column : outcome->panel.columns()) {
            expectSame(column, theirs[column.name()], code + "\n" + column.name());
        }
    }
}

} // namespace
} // namespace citypanel::text

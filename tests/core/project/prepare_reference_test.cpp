// SPDX-License-Identifier: GPL-3.0-or-later
// Capital stock and standard coal against the reference values in tests/reference/prepare.
#include "core/panel/number_text.h"
#include "core/recipe/step.h"
#include "tests/support/near.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace citypanel::recipe {
namespace {

constexpr double tolerance = 1e-12;

QByteArray fileText(const QString& name) {
    QFile file(QStringLiteral(CITYPANEL_SOURCE_DIR "/tests/reference/prepare/") + name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    return file.readAll();
}

QJsonArray casesOf(const QString& name) {
    return QJsonDocument::fromJson(fileText(name)).object()[QStringLiteral("cases")].toArray();
}

/// city, year and numbers of a plain comma-separated file.
Panel panelOf(const QString& name) {
    const QList<QByteArray> lines = fileText(name).trimmed().split('\n');
    const QList<QByteArray> header = lines[0].trimmed().split(',');
    std::vector<std::string> cities;
    std::vector<std::vector<double>> numbers(static_cast<std::size_t>(header.size()));
    for (const QByteArray& line : lines.mid(1)) {
        const QList<QByteArray> cells = line.trimmed().split(',');
        cities.push_back(cells[0].toStdString());
        for (qsizetype i = 1; i < cells.size(); ++i) {
            numbers[static_cast<std::size_t>(i)].push_back(*parseNumber(cells[i].toStdString()));
        }
    }
    std::vector<Variable> columns{Variable::text("city", cities)};
    for (qsizetype i = 1; i < header.size(); ++i) {
        columns.push_back(
            Variable::numeric(header[i].toStdString(), numbers[static_cast<std::size_t>(i)]));
    }
    return *Panel::create({"city", "year"}, std::move(columns));
}

void expectColumn(const Panel& panel, const std::string& name, const QJsonArray& expected,
                  const std::string& caseName) {
    const auto found = panel.find(name)->numbers();
    ASSERT_EQ(static_cast<qsizetype>(found.size()), expected.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        const double value = expected[static_cast<qsizetype>(row)].toDouble();
        EXPECT_NEAR(found[row], value, tolerance * std::abs(value)) << caseName << " row " << row;
    }
}

CapitalStockStep stepOf(const QJsonObject& reference) {
    using prepare::GrowthMeasure;
    using prepare::InitialStock;
    static const std::map<QString, InitialStock> initials{
        {QStringLiteral("zhang2004"), InitialStock::ShareOfInvestment},
        {QStringLiteral("hall-jones"), InitialStock::HallJones},
        {QStringLiteral("reinsdorf-cover"), InitialStock::ReinsdorfCover},
        {QStringLiteral("harberger"), InitialStock::Harberger}};
    static const std::map<QString, GrowthMeasure> measures{
        {QStringLiteral("none"), GrowthMeasure::Geometric},
        {QStringLiteral("geometric"), GrowthMeasure::Geometric},
        {QStringLiteral("arithmetic"), GrowthMeasure::Arithmetic},
        {QStringLiteral("gdp"), GrowthMeasure::Output}};
    return {.investment = "investment",
            .name = "capital",
            .priceIndex = "price_index_prev100",
            .depreciation = reference[QStringLiteral("depreciation")].toDouble(),
            .initial = initials.at(reference[QStringLiteral("initial")].toString()),
            .growth = measures.at(reference[QStringLiteral("growth")].toString()),
            .growthPeriods = reference[QStringLiteral("growth_years")].toInt(),
            .output = "gdp_real"};
}

TEST(CapitalStock, AgreesWithTheReference) {
    const Panel panel = panelOf(QStringLiteral("capital_stock.csv"));
    const QJsonArray cases = casesOf(QStringLiteral("capital_stock.json"));
    ASSERT_EQ(cases.size(), 24);
    for (const auto& item : cases) {
        const QJsonObject reference = item.toObject();
        NoProgress progress;
        const auto outcome = stepOf(reference).apply(panel, "s1", progress);
        ASSERT_TRUE(outcome);
        expectColumn(outcome->panel, "capital", reference[QStringLiteral("capital")].toArray(),
                     reference[QStringLiteral("id")].toString().toStdString());
    }
}

TEST(StandardCoal, AgreesWithTheReference) {
    using prepare::EnergyUnit;
    const Panel panel = panelOf(QStringLiteral("standard_coal.csv"));
    for (const auto& item : casesOf(QStringLiteral("standard_coal.json"))) {
        const QJsonObject reference = item.toObject();
        const QString id = reference[QStringLiteral("id")].toString(); // gas1.33, gas1.2143
        const StandardCoalStep step{
            .name = "energy",
            .carriers = {{"gas_1e4_m3", EnergyUnit::TenThousandCubicMetres, id.mid(3).toDouble()},
                         {"lpg_t", EnergyUnit::Tonne, 1.7143},
                         {"electricity_1e4_kwh", EnergyUnit::TenThousandKilowattHours, 0.1229}}};
        NoProgress progress;
        const auto outcome = step.apply(panel, "s1", progress);
        ASSERT_TRUE(outcome);
        expectColumn(outcome->panel, "energy", reference[QStringLiteral("energy")].toArray(),
                     id.toStdString());
    }
}

} // namespace
} // namespace citypanel::recipe

// SPDX-License-Identifier: GPL-3.0-or-later
// Fields to JSON and back, and what is wrong in JSON.
#include "core/project/json_fields.h"
#include "core/project/project_json.h"
#include "core/study/regression_study.h"
#include "tests/support/example_recipe.h"

#include <gtest/gtest.h>

#include <QJsonDocument>

#include <cmath>
#include <limits>
#include <string>

namespace citypanel::project {
namespace {

enum class Colour { Red, Green };

constexpr auto enumNames(Colour) {
    return std::array{EnumName<Colour>{Colour::Red, "red"},
                      EnumName<Colour>{Colour::Green, "green"}};
}

struct Inner {
    double value = 0;

    static constexpr auto fields() { return FieldList{field("value", &Inner::value)}; }

    friend bool operator==(const Inner&, const Inner&) = default;
};

struct Outer {
    std::string text = "default";
    bool flag = false;
    std::int64_t whole = 0;
    Colour colour = Colour::Red;
    std::optional<double> maybe{};
    std::vector<Inner> list{};
    std::map<std::string, std::vector<std::string>> groups{};
    ColumnName column{};

    static constexpr auto fields() {
        return FieldList{field("text", &Outer::text),     field("flag", &Outer::flag),
                         field("whole", &Outer::whole),   field("colour", &Outer::colour),
                         field("maybe", &Outer::maybe),   field("list", &Outer::list),
                         field("groups", &Outer::groups), field("column", &Outer::column)};
    }

    friend bool operator==(const Outer&, const Outer&) = default;
};

template <typename T>
QByteArray textOf(const T& value) {
    return QJsonDocument(toJson(value)).toJson(QJsonDocument::Compact);
}

template <typename T>
Result<T> read(const QByteArray& text) {
    T value;
    const Status status = fromJson(QJsonDocument::fromJson(text).object(), value);
    return status ? Result<T>(value) : Result<T>(status.error());
}

TEST(JsonFields, ReadBackWhatTheyWrite) {
    const Outer value{.text = "“苏州” \n\t\"quoted\"",
                      .flag = true,
                      .whole = -9007199254740991,
                      .colour = Colour::Green,
                      .maybe = 0.1,
                      .list = {{1e-300}, {-2.5}},
                      .groups = {{"东部", {"上海", "a"}}, {"", {}}},
                      .column = "人均 GDP"};
    const auto again = read<Outer>(textOf(value));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, value);
    EXPECT_EQ(textOf(*again), textOf(value));
}

TEST(JsonFields, ARegressionColumnKeepsItsEstimator) {
    for (const auto& [estimator, name] : enumNames(Estimator{})) {
        const study::RegressionColumn column{.formula = "y ~ x", .estimator = estimator};
        const auto again = read<study::RegressionColumn>(textOf(column));
        ASSERT_TRUE(again) << name;
        EXPECT_EQ(*again, column);
    }
    // Columns written before there was a choice are least squares.
    EXPECT_EQ(read<study::RegressionColumn>(R"({"formula":"y ~ x"})")->estimator,
              Estimator::LeastSquares);
}

TEST(JsonFields, SortKeys) {
    EXPECT_EQ(textOf(Outer{}), R"({"colour":"red","column":"","flag":false,"groups":{},"list":[],)"
                               R"("maybe":null,"text":"default","whole":0})");
}

TEST(JsonFields, KeepEveryDouble) {
    for (const double value :
         {0.1, 1.0 / 3, 1e22, 123456789012345680.0, 5e-324, 1.7976931348623157e308, -0.0,
          17892975.0, 9007199254740993.0, 1e-7, std::nextafter(1.0, 2.0)}) {
        const auto again = read<Inner>(textOf(Inner{value}));
        ASSERT_TRUE(again);
        EXPECT_EQ(again->value, value);
        EXPECT_EQ(textOf(*again), textOf(Inner{value}));
    }
}

TEST(JsonFields, LeaveDefaultsWhereKeysAreAbsent) {
    EXPECT_EQ(*read<Outer>("{}"), Outer{});
}

struct Wrong {
    const char* json;
    const char* found;
    const char* expected;
};

class JsonFieldsRefuse : public testing::TestWithParam<Wrong> {};

TEST_P(JsonFieldsRefuse, NamesThePlace) {
    const auto result = read<Outer>(GetParam().json);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ProblemCode::FileCorrupt);
    EXPECT_EQ(result.error().found, GetParam().found);
    EXPECT_EQ(result.error().expected, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, JsonFieldsRefuse,
    testing::Values(Wrong{R"({"text":1})", ".text = 1", "text"},
                    Wrong{R"({"flag":"yes"})", ".flag = yes", "true, false"},
                    Wrong{R"({"whole":1.5})", ".whole = 1.5", "integer"},
                    Wrong{R"({"whole":1e300})", ".whole = 1e+300", "integer"},
                    Wrong{R"({"colour":"blue"})", ".colour = blue", "red, green"},
                    Wrong{R"({"maybe":[]})", ".maybe = array", "number"},
                    Wrong{R"({"list":[{"value":1},{"value":null}]})", ".list[1].value = null",
                          "number"},
                    Wrong{R"({"groups":{"a":["b",2]}})", ".groups.a[1] = 2", "text"},
                    Wrong{R"({"groups":[]})", ".groups = array", "object"},
                    Wrong{R"({"list":[{"extra":1}]})", ".list[0].extra = 1", ""}));

class StepJson : public testing::TestWithParam<recipe::Step> {};

INSTANTIATE_TEST_SUITE_P(Kinds, StepJson, testing::ValuesIn(test::exampleSteps()),
                         [](const auto& kind) { return std::string(recipe::idOf(kind.param)); });

TEST_P(StepJson, RoundTrips) {
    const recipe::RecipeStep step{"s7", GetParam(), false};
    const QJsonObject json = toJson(step);
    const auto again = stepFromJson(json);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, step);
    EXPECT_EQ(toJson(*again), json);
}

TEST_P(StepJson, OfAnotherVersionIsKeptAsItIs) {
    QJsonObject json = toJson(recipe::RecipeStep{"s7", GetParam()});
    QJsonObject parameters = json[QStringLiteral("parameters")].toObject();
    parameters.insert(QStringLiteral("from_the_future"), 1.25);
    json[QStringLiteral("parameters")] = parameters;
    const auto step = stepFromJson(json);
    ASSERT_TRUE(step);
    EXPECT_TRUE(std::holds_alternative<recipe::UnknownStep>(step->step));
    EXPECT_EQ(recipe::idOf(step->step), recipe::idOf(GetParam()));
    EXPECT_EQ(toJson(*step), json);
}

TEST(StepJson, OfAnUnknownKindIsKeptAsItIs) {
    const QJsonObject json =
        QJsonDocument::fromJson(
            R"({"key":"s1","id":"quantum_merge","enabled":true,"parameters":{"b":[1,{"c":0.1}],"a":"x"}})")
            .object();
    const auto step = stepFromJson(json);
    ASSERT_TRUE(step);
    EXPECT_EQ(toJson(*step), json);
}

TEST(StepJson, NeedsKeyAndKind) {
    EXPECT_FALSE(stepFromJson(QJsonDocument::fromJson(R"({"id":"filter"})").object()));
    EXPECT_FALSE(stepFromJson(QJsonDocument::fromJson(R"({"key":"s1"})").object()));
    EXPECT_FALSE(stepFromJson(QJsonDocument::fromJson(R"({"key":1,"id":"filter"})").object()));
}

} // namespace
} // namespace citypanel::project

// SPDX-License-Identifier: GPL-3.0-or-later
// Parsing and writing units, and their algebra along an expression.
#include "core/panel/unit_of_measure.h"

#include "core/panel/expression_tree.h"
#include "core/panel/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace citypanel {

namespace {

struct KnownUnit {
    std::string_view written;
    std::string_view base;
    double scale;
};

// Longer spellings before shorter ones that begin them.
constexpr std::array knownUnits{
    KnownUnit{"美元", "usd", 1},      KnownUnit{"US$", "usd", 1},
    KnownUnit{"USD", "usd", 1},       KnownUnit{"元", "yuan", 1},
    KnownUnit{"yuan", "yuan", 1},     KnownUnit{"RMB", "yuan", 1},
    KnownUnit{"CNY", "yuan", 1},      KnownUnit{"人次", "visit", 1},
    KnownUnit{"人", "person", 1},     KnownUnit{"persons", "person", 1},
    KnownUnit{"person", "person", 1}, KnownUnit{"people", "person", 1},
    KnownUnit{"公斤", "kg", 1},       KnownUnit{"千克", "kg", 1},
    KnownUnit{"kg", "kg", 1},         KnownUnit{"吨标准煤", "kgce", 1e3},
    KnownUnit{"吨", "kg", 1e3},       KnownUnit{"tonnes", "kg", 1e3},
    KnownUnit{"tonne", "kg", 1e3},    KnownUnit{"tons", "kg", 1e3},
    KnownUnit{"ton", "kg", 1e3},      KnownUnit{"tce", "kgce", 1e3},
    KnownUnit{"t", "kg", 1e3},        KnownUnit{"立方米", "m3", 1},
    KnownUnit{"m3", "m3", 1},         KnownUnit{"m^3", "m3", 1},
    KnownUnit{"m³", "m3", 1},         KnownUnit{"cu.m", "m3", 1},
    KnownUnit{"千瓦时", "kwh", 1},    KnownUnit{"千瓦小时", "kwh", 1},
    KnownUnit{"kWh", "kwh", 1},       KnownUnit{"kwh", "kwh", 1},
    KnownUnit{"度", "kwh", 1},        KnownUnit{"百万千焦", "mj", 1e3},
    KnownUnit{"兆焦", "mj", 1},       KnownUnit{"吉焦", "mj", 1e3},
    KnownUnit{"MJ", "mj", 1},         KnownUnit{"GJ", "mj", 1e3},
    KnownUnit{"平方公里", "m2", 1e6}, KnownUnit{"平方千米", "m2", 1e6},
    KnownUnit{"km2", "m2", 1e6},      KnownUnit{"km^2", "m2", 1e6},
    KnownUnit{"km²", "m2", 1e6},      KnownUnit{"sq.km", "m2", 1e6},
    KnownUnit{"公顷", "m2", 1e4},     KnownUnit{"hectares", "m2", 1e4},
    KnownUnit{"hectare", "m2", 1e4},  KnownUnit{"ha", "m2", 1e4},
    KnownUnit{"平方米", "m2", 1},     KnownUnit{"m2", "m2", 1},
    KnownUnit{"m^2", "m2", 1},        KnownUnit{"m²", "m2", 1},
    KnownUnit{"公里", "m", 1e3},      KnownUnit{"km", "m", 1e3},
    KnownUnit{"户", "household", 1},  KnownUnit{"households", "household", 1},
    KnownUnit{"部", "set", 1},        KnownUnit{"册", "volume", 1},
    KnownUnit{"件", "item", 1},       KnownUnit{"items", "item", 1},
    KnownUnit{"辆", "vehicle", 1},    KnownUnit{"家", "firm", 1},
    KnownUnit{"个", "piece", 1},      KnownUnit{"‰", "", 1e-3},
    KnownUnit{"%", "", 1e-2},         KnownUnit{"％", "", 1e-2},
    KnownUnit{"per cent", "", 1e-2},  KnownUnit{"percent", "", 1e-2},
};

struct Prefix {
    std::string_view written;
    double scale;
};

// Longer ones before those that begin them.
constexpr std::array prefixes{
    Prefix{"万亿", 1e12},   Prefix{"千万", 1e7},     Prefix{"百万", 1e6},
    Prefix{"十万", 1e5},    Prefix{"亿", 1e8},       Prefix{"万", 1e4},
    Prefix{"千", 1e3},      Prefix{"百", 1e2},       Prefix{"100 million", 1e8},
    Prefix{"10,000", 1e4},  Prefix{"10000", 1e4},    Prefix{"1,000", 1e3},
    Prefix{"1000", 1e3},    Prefix{"100", 1e2},      Prefix{"billion", 1e9},
    Prefix{"million", 1e6}, Prefix{"thousand", 1e3},
};

void skipBlanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) {
        return false;
    }
    text.remove_prefix(word.size());
    return true;
}

/// "10^4" or "1e4" or a word for a power of ten; 1 where there is none.
double takeScale(std::string_view& text) {
    for (const std::string_view power : {std::string_view("10^"), std::string_view("1e")}) {
        if (text.size() > power.size() && text.starts_with(power) && text[power.size()] >= '1' &&
            text[power.size()] <= '9') {
            const int exponent = text[power.size()] - '0';
            text.remove_prefix(power.size() + 1);
            if (exponent == 1 && !text.empty() && text.front() >= '0' && text.front() <= '2') {
                const int digit = text.front() - '0';
                text.remove_prefix(1);
                return std::pow(10.0, 10 + digit);
            }
            return std::pow(10.0, exponent);
        }
    }
    for (const Prefix& prefix : prefixes) {
        const std::string_view word = prefix.written;
        // 千克, 千瓦时 and 百万千焦 are units themselves.
        const bool isUnit =
            std::any_of(knownUnits.begin(), knownUnits.end(), [&](const auto& unit) {
                return unit.written.starts_with(word) && text.starts_with(unit.written);
            });
        if (!isUnit && take(text, word)) {
            return prefix.scale;
        }
    }
    return 1;
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const KnownUnit* takeUnit(std::string_view& text) {
    for (const KnownUnit& unit : knownUnits) {
        const bool fits = text.starts_with(unit.written);
        const bool isWhole =
            fits && (text.size() == unit.written.size() || !isLetter(unit.written.back()) ||
                     !isLetter(text[unit.written.size()]));
        if (isWhole) {
            text.remove_prefix(unit.written.size());
            return &unit;
        }
    }
    return nullptr;
}

void addFactor(std::vector<UnitFactor>& factors, const UnitFactor& added) {
    const auto at =
        std::lower_bound(factors.begin(), factors.end(), added,
                         [](const UnitFactor& a, const UnitFactor& b) { return a.base < b.base; });
    if (at == factors.end() || at->base != added.base) {
        factors.insert(at, added);
        return;
    }
    at->power += added.power;
    if (at->power == 0) {
        factors.erase(at);
    }
}

bool isSameScale(double a, double b) {
    constexpr double rounding = 1e-9;
    return std::abs(a - b) <= rounding * std::max(std::abs(a), std::abs(b));
}

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 128; });
}

double scaleOf(std::string_view written) {
    const auto found = std::find_if(knownUnits.begin(), knownUnits.end(),
                                    [&](const KnownUnit& u) { return u.written == written; });
    return found == knownUnits.end() ? 1 : found->scale;
}

/// A power of ten in front of a unit, in its script; nothing for 1.
std::string scaleText(double scale, bool isChinese) {
    if (isSameScale(scale, 1)) {
        return {};
    }
    if (isChinese) {
        for (const auto& [word, value] : prefixes) {
            if (!isAscii(word) && isSameScale(scale, value)) {
                return std::string(word);
            }
        }
    }
    const double exponent = std::round(std::log10(scale));
    const bool isPower = isSameScale(scale, std::pow(10.0, exponent));
    return (isPower ? std::string("10^").append(shortestText(exponent)) : shortestText(scale)) +
           " ";
}

} // namespace

bool UnitOfMeasure::isCompatible(const UnitOfMeasure& other) const {
    return factors == other.factors;
}

bool UnitOfMeasure::isSame(const UnitOfMeasure& other) const {
    return isCompatible(other) && isSameScale(scale, other.scale);
}

std::string UnitOfMeasure::text() const {
    if (factors.empty()) {
        return isSameScale(scale, 1) ? std::string() : isSameScale(scale, 1e-2) ? "%" : "";
    }
    std::string above;
    std::string below;
    double rest = scale;
    bool isChinese = false;
    for (const UnitFactor& factor : factors) {
        std::string& side = factor.power > 0 ? above : below;
        side.append(side.empty() ? "" : "·").append(factor.written);
        if (std::abs(factor.power) > 1) {
            side.append("^").append(std::to_string(std::abs(factor.power)));
        }
        rest /= std::pow(scaleOf(factor.written), factor.power);
        isChinese = isChinese || !isAscii(factor.written);
    }
    std::string text = scaleText(rest, isChinese) + (above.empty() ? std::string("1") : above);
    return below.empty() ? text : text + "/" + below;
}

std::optional<UnitOfMeasure> parseUnitOfMeasure(std::string_view text) {
    UnitOfMeasure unit;
    int power = 1;
    skipBlanks(text);
    if (text.empty()) {
        return std::nullopt;
    }
    while (!text.empty()) {
        const double scale = takeScale(text);
        skipBlanks(text);
        const KnownUnit* known = takeUnit(text);
        if (known == nullptr) {
            return std::nullopt;
        }
        unit.scale *= std::pow(scale * known->scale, power);
        if (!known->base.empty()) {
            addFactor(unit.factors, {std::string(known->base), std::string(known->written), power});
        }
        skipBlanks(text);
        if (take(text, "/") || take(text, "每") || take(text, "per ")) {
            power = -1;
        } else if (!take(text, "·") && !take(text, "*") && !text.empty()) {
            return std::nullopt;
        }
        skipBlanks(text);
    }
    return unit;
}

UnitOfMeasure multiplied(const UnitOfMeasure& a, const UnitOfMeasure& b, int power) {
    UnitOfMeasure product = a;
    product.scale *= std::pow(b.scale, power);
    for (UnitFactor factor : b.factors) {
        factor.power *= power;
        addFactor(product.factors, factor);
    }
    return product;
}

namespace {

using expression::Function;
using expression::FunctionClass;
using expression::Node;
using expression::Operator;
using MaybeUnit = std::optional<UnitOfMeasure>;

/// The walk along the tree.
class UnitWalk {
public:
    explicit UnitWalk(const std::function<std::string(const std::string&)>& unitOf)
        : unitOf_(unitOf) {}

    MaybeUnit of(const Node& node) {
        switch (node.kind) {
        case Node::Kind::Number:
            return UnitOfMeasure{};
        case Node::Kind::Text:
            return std::nullopt;
        case Node::Kind::Name:
            return parseUnitOfMeasure(unitOf_(node.text));
        case Node::Kind::Operation:
            return ofOperation(node);
        case Node::Kind::Call:
            return ofCall(node);
        }
        return std::nullopt;
    }

    std::vector<ExpressionUnit::Mismatch> mismatches;

private:
    MaybeUnit ofOperation(const Node& node) {
        const MaybeUnit left = of(*node.children[0]);
        if (node.children.size() == 1) {
            return node.operation == Operator::Negate ? left : UnitOfMeasure{};
        }
        const Node& second = *node.children[1];
        const MaybeUnit right = of(second);
        switch (node.operation) {
        case Operator::Add:
        case Operator::Subtract:
        case Operator::Modulo:
            compare(node, left, right);
            return isNumber(second) ? left : isNumber(*node.children[0]) ? right : left;
        case Operator::Multiply:
        case Operator::Divide:
            return product(node, left, right);
        case Operator::Power:
            return power(left, second);
        case Operator::And:
        case Operator::Or:
        case Operator::Not:
            return UnitOfMeasure{};
        default:
            compare(node, left, right);
            return UnitOfMeasure{};
        }
    }

    static bool isNumber(const Node& node) { return node.kind == Node::Kind::Number; }

    void compare(const Node& node, const MaybeUnit& left, const MaybeUnit& right) {
        // A plain number beside a quantity is a threshold or an offset in its unit.
        const bool isKnown =
            left && right && !isNumber(*node.children[0]) && !isNumber(*node.children[1]);
        if (isKnown && !left->isSame(*right)) {
            mismatches.push_back({node.position, left->text(), right->text()});
        }
    }

    static MaybeUnit product(const Node& node, const MaybeUnit& left, const MaybeUnit& right) {
        const int sign = node.operation == Operator::Multiply ? 1 : -1;
        if (!left || !right) {
            return std::nullopt;
        }
        UnitOfMeasure unit = multiplied(*left, *right, sign);
        for (std::size_t side : {std::size_t{0}, std::size_t{1}}) {
            const Node& child = *node.children[side];
            const double exponent =
                isNumber(child) && child.number > 0 ? std::log10(child.number) : 0.5;
            if (exponent == std::round(exponent)) {
                unit.scale /= std::pow(child.number, side == 0 ? 1 : sign);
            }
        }
        return unit;
    }

    static MaybeUnit power(const MaybeUnit& base, const Node& exponent) {
        const bool isWhole = isNumber(exponent) && exponent.number == std::floor(exponent.number) &&
                             exponent.number >= 1 && exponent.number <= 4;
        if (!base || !isWhole) {
            return base && base->factors.empty() ? base : std::nullopt;
        }
        UnitOfMeasure unit;
        for (int i = 0; i < static_cast<int>(exponent.number); ++i) {
            unit = multiplied(unit, *base, 1);
        }
        return unit;
    }

    MaybeUnit ofCall(const Node& node) {
        std::vector<MaybeUnit> units;
        for (const auto& child : node.children) {
            units.push_back(of(*child));
        }
        switch (node.function->function) {
        case Function::If:
            return units[1];
        case Function::Log:
        case Function::Log10:
        case Function::Log2:
        case Function::Exp:
        case Function::Sign:
        case Function::Missing:
        case Function::Growth:
        case Function::Count:
        case Function::Rank:
        case Function::QuantileGroup:
            return UnitOfMeasure{};
        case Function::Sqrt:
            return std::nullopt;
        default:
            return units.front();
        }
    }

    const std::function<std::string(const std::string&)>& unitOf_;
};

} // namespace

ExpressionUnit unitOfExpression(const Expression& expression,
                                const std::function<std::string(const std::string&)>& unitOf) {
    ExpressionUnit result;
    if (const Node* root = ExpressionAccess::root(expression)) {
        UnitWalk walk(unitOf);
        result.unit = walk.of(*root);
        result.mismatches = std::move(walk.mismatches);
    }
    return result;
}

} // namespace citypanel

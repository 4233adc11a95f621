// SPDX-License-Identifier: GPL-3.0-or-later
// Construction, sharing and permuting of columns.
#include "core/panel/variable.h"

#include "core/base/hash.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace citypanel {

Variable::Variable(std::string name, VariableType type)
    : name_(std::move(name))
    , type_(type)
    , origins_(std::make_shared<const Origins>())
    , hash_(std::make_shared<std::atomic<std::uint64_t>>(0)) {}

Variable Variable::numeric(std::string name, std::vector<double> values) {
    Variable variable(std::move(name), VariableType::Numeric);
    variable.numbers_ = std::make_shared<const std::vector<double>>(std::move(values));
    return variable;
}

Variable Variable::flag(std::string name, std::vector<double> values) {
    Variable variable = numeric(std::move(name), std::move(values));
    variable.type_ = VariableType::Flag;
    return variable;
}

Variable Variable::category(std::string name, std::vector<std::int32_t> codes,
                            std::vector<std::string> levels) {
    Variable variable(std::move(name), VariableType::Category);
    variable.codes_ = std::make_shared<const std::vector<std::int32_t>>(std::move(codes));
    variable.levels_ = std::make_shared<const std::vector<std::string>>(std::move(levels));
    return variable;
}

Variable Variable::text(std::string name, std::span<const std::string> values) {
    std::unordered_map<std::string_view, std::int32_t> known;
    std::vector<std::string> levels;
    std::vector<std::int32_t> codes;
    codes.reserve(values.size());
    for (const std::string& value : values) {
        if (value.empty()) {
            codes.push_back(missingCode);
            continue;
        }
        const auto [entry, isNew] =
            known.try_emplace(value, static_cast<std::int32_t>(levels.size()));
        if (isNew) {
            levels.push_back(value);
        }
        codes.push_back(entry->second);
    }
    Variable variable = category(std::move(name), std::move(codes), std::move(levels));
    variable.type_ = VariableType::Text;
    return variable;
}

std::size_t Variable::size() const {
    return numbers_ ? numbers_->size() : codes_->size();
}

std::span<const double> Variable::numbers() const {
    return numbers_ ? std::span<const double>(*numbers_) : std::span<const double>();
}

std::span<const std::int32_t> Variable::codes() const {
    return codes_ ? std::span<const std::int32_t>(*codes_) : std::span<const std::int32_t>();
}

std::span<const std::string> Variable::levels() const {
    return levels_ ? std::span<const std::string>(*levels_) : std::span<const std::string>();
}

bool Variable::isMissingAt(std::size_t row) const {
    return numbers_ ? isMissing((*numbers_)[row]) : (*codes_)[row] == missingCode;
}

std::string_view Variable::textAt(std::size_t row) const {
    if (!codes_ || (*codes_)[row] == missingCode) {
        return {};
    }
    return (*levels_)[static_cast<std::size_t>((*codes_)[row])];
}

std::size_t Variable::missingCount() const {
    const auto count = numbers_ ? std::count_if(numbers_->begin(), numbers_->end(), isMissing)
                                : std::count(codes_->begin(), codes_->end(), missingCode);
    return static_cast<std::size_t>(count);
}

Variable Variable::withName(std::string name) const {
    Variable copy = *this;
    copy.name_ = std::move(name);
    return copy;
}

Variable Variable::withLabel(std::string label) const {
    Variable copy = *this;
    copy.label_ = std::move(label);
    return copy;
}

Variable Variable::withUnitOfMeasure(std::string unit) const {
    Variable copy = *this;
    copy.unitOfMeasure_ = std::move(unit);
    return copy;
}

Variable Variable::withOrigins(Origins origins) const {
    Variable copy = *this;
    copy.origins_ = std::make_shared<const Origins>(std::move(origins));
    copy.hash_ = std::make_shared<std::atomic<std::uint64_t>>(0);
    return copy;
}

namespace {

template <typename T>
std::shared_ptr<const std::vector<T>> gathered(const std::vector<T>& values,
                                               std::span<const std::size_t> order, T missing) {
    std::vector<T> result;
    result.reserve(order.size());
    for (const std::size_t row : order) {
        result.push_back(row == Origins::npos ? missing : values[row]);
    }
    return std::make_shared<const std::vector<T>>(std::move(result));
}

} // namespace

Variable Variable::permuted(std::span<const std::size_t> order) const {
    Variable copy = *this;
    if (numbers_) {
        copy.numbers_ = gathered(*numbers_, order, missingValue);
    } else {
        copy.codes_ = gathered(*codes_, order, missingCode);
    }
    if (origins_->size() > 0) {
        copy.origins_ = std::make_shared<const Origins>(origins_->permuted(order));
    }
    copy.hash_ = std::make_shared<std::atomic<std::uint64_t>>(0);
    return copy;
}

bool Variable::sharesValuesWith(const Variable& other) const {
    return numbers_ == other.numbers_ && codes_ == other.codes_;
}

std::uint64_t Variable::contentHash() const {
    if (const std::uint64_t known = hash_->load(std::memory_order_relaxed); known != 0) {
        return known;
    }
    Hash hash = hashValue(type_);
    hash = hashSpan(numbers(), hash);
    hash = hashSpan(codes(), hash);
    for (const std::string& level : levels()) {
        hash = hashText(level, hash);
    }
    hash = hashCombine(hash, origins_->contentHash());
    hash = hash == 0 ? 1 : hash; // 0 stands for "not computed"
    hash_->store(hash, std::memory_order_relaxed);
    return hash;
}

} // namespace citypanel

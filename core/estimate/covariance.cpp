// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing the name of a covariance matrix.
#include "core/estimate/covariance.h"

#include <charconv>
#include <utility>

namespace citypanel {

namespace {

constexpr int mostLags = 10000;

Problem unknownForm(std::size_t position, std::string_view found) {
    return Problem{.code = ProblemCode::OptionInvalid,
                   .place = {.position = position},
                   .found = std::string(found),
                   .expected = "iid, hc1, hc2, hc3, cluster:a, cluster:a,b, dk:2, nw:2"};
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

Status readClusters(std::string_view list, std::size_t position, CovarianceSpec& spec) {
    while (true) {
        const std::size_t comma = list.find(',');
        const std::string_view name = trimmed(list.substr(0, comma));
        if (name.empty()) {
            return unknownForm(position, list);
        }
        spec.clusters.emplace_back(name);
        if (comma == std::string_view::npos) {
            return {};
        }
        list.remove_prefix(comma + 1);
        position += comma + 1;
    }
}

} // namespace

Result<CovarianceSpec> parseCovariance(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::optional<CovarianceKind> kind =
        valueOf<CovarianceKind>(trimmed(text.substr(0, colon)));
    if (!kind) {
        return unknownForm(0, text);
    }
    CovarianceSpec spec{.kind = *kind};
    const bool hasArgument = colon != std::string_view::npos;
    const std::string_view argument = hasArgument ? text.substr(colon + 1) : std::string_view();
    switch (*kind) {
    case CovarianceKind::Cluster:
        CITYPANEL_TRY_STATUS(readClusters(argument, hasArgument ? colon + 1 : text.size(), spec));
        return spec;
    case CovarianceKind::DriscollKraay:
    case CovarianceKind::NeweyWest:
        if (hasArgument) {
            const std::string_view digits = trimmed(argument);
            int lags = -1;
            const auto [end, error] =
                std::from_chars(digits.data(), digits.data() + digits.size(), lags);
            if (error != std::errc{} || end != digits.data() + digits.size() || lags < 0 ||
                lags > mostLags) {
                return unknownForm(colon + 1, text);
            }
            spec.lags = lags;
        }
        return spec;
    default:
        if (hasArgument) {
            return unknownForm(colon, text);
        }
        return spec;
    }
}

std::string covarianceText(const CovarianceSpec& spec) {
    std::string text(nameOf(spec.kind));
    for (std::size_t i = 0; i < spec.clusters.size(); ++i) {
        text += i == 0 ? ':' : ',';
        text += spec.clusters[i];
    }
    if (spec.lags) {
        text += ":" + std::to_string(*spec.lags);
    }
    return text;
}

} // namespace citypanel

// SPDX-License-Identifier: GPL-3.0-or-later
// Covariance: which covariance matrix of the coefficients is wanted, and by whose small-sample
// rule.
#pragma once

#include "core/base/fields.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace citypanel {

enum class CovarianceKind : std::uint8_t {
    Iid,
    Hc1,
    Hc2,
    Hc3,
    Cluster,
    DriscollKraay,
    NeweyWest,
};

constexpr auto enumNames(CovarianceKind) {
    return std::array{
        EnumName{CovarianceKind::Iid, "iid"},         EnumName{CovarianceKind::Hc1, "hc1"},
        EnumName{CovarianceKind::Hc2, "hc2"},         EnumName{CovarianceKind::Hc3, "hc3"},
        EnumName{CovarianceKind::Cluster, "cluster"}, EnumName{CovarianceKind::DriscollKraay, "dk"},
        EnumName{CovarianceKind::NeweyWest, "nw"},
    };
}

/// Whose degrees of freedom and small-sample factors are applied. Models with instruments follow
/// ivreghdfe (ivreg2, small) under Reghdfe. The factors are written out in core/estimate/README.md.
enum class SmallSample : std::uint8_t {
    Reghdfe, ///< Stata reghdfe 6
    Fixest,  ///< R fixest
    Xtreg,   ///< Stata xtreg, fe: singletons kept, other effects count as dummies
    Areg,    ///< Stata areg: every absorbed level counts, nested or not
    Xtscc,   ///< Stata xtscc (Driscoll-Kraay): no unit effects counted
};

constexpr auto enumNames(SmallSample) {
    return std::array{
        EnumName{SmallSample::Reghdfe, "reghdfe"}, EnumName{SmallSample::Fixest, "fixest"},
        EnumName{SmallSample::Xtreg, "xtreg"},     EnumName{SmallSample::Areg, "areg"},
        EnumName{SmallSample::Xtscc, "xtscc"},
    };
}

/// Kind of covariance with its arguments.
struct CovarianceSpec {
    CovarianceKind kind = CovarianceKind::Iid;
    std::vector<std::string> clusters{}; ///< Cluster: variables, or interactions "a^b"
    std::optional<int> lags{};           ///< dk, nw: lags; none = floor(4 (T/100)^(2/9))

    friend bool operator==(const CovarianceSpec&, const CovarianceSpec&) = default;
};

/// Reads `iid`, `hc1`, `hc2`, `hc3`, `cluster:a`, `cluster:a,b`, `dk:2`, `dk`, `nw:2`, `nw`.
/// Problem: OptionInvalid, with the byte position and the forms that are known.
[[nodiscard]] Result<CovarianceSpec> parseCovariance(std::string_view text);

/// The form that parseCovariance reads.
[[nodiscard]] std::string covarianceText(const CovarianceSpec& spec);

} // namespace citypanel

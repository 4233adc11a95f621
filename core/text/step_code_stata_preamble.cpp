// SPDX-License-Identifier: GPL-3.0-or-later
// The helpers that Stata code of steps rests on: Mata functions and two programs.
#include "core/text/step_code.h"
#include "core/text/step_code_writers.h"

namespace citypanel::text {

namespace {

constexpr std::string_view stataBasics = R"S(
// Helpers of the steps below: rows are sorted by unit and period.
capture program drop cp_quantile_group
program define cp_quantile_group
    syntax varname, NQuantiles(integer) GENerate(name) [by(varlist)]
    tempvar group
    if "`by'" != "" quietly egen long `group' = group(`by')
    else quietly generate long `group' = 1
    mata: cp_groups("`varlist'", "`generate'", "`group'", `nquantiles', "lower", 2)
end

capture program drop cp_edge
program define cp_edge
    syntax varname, which(string) GENerate(name) [by(varlist)]
    tempvar group order
    if "`by'" != "" quietly egen long `group' = group(`by')
    else quietly generate long `group' = 1
    quietly generate long `order' = cond("`which'" == "last", -_n, _n) if !missing(`varlist')
    quietly bysort `group' (`order'): generate double `generate' = `varlist'[1] if !missing(`group')
    sort $cp_unit $cp_period
end

mata: mata clear
mata:
void cp_store(string scalar name, real colvector x)
{
    if (_st_varindex(name) >= .) (void) st_addvar("double", name)
    st_store(., name, x)
}

// One group a distinct value; one group of all rows without a name.
real colvector cp_group(string scalar name)
{
    return(name == "" ? J(st_nobs(), 1, 1) : st_data(., name))
}

// The order statistic i of sorted values, held within them.
real scalar cp_at(real colvector sorted, real scalar i)
{
    return(sorted[max((1, min((i, rows(sorted)))))])
}

// Quantile by the nine types of Hyndman and Fan (1996).
real scalar cp_quantile(real colvector sorted, real scalar p, real scalar type)
{
    real scalar n, h, j, g
    n = rows(sorted)
    if (n == 0) return(.)
    if (type <= 2) h = n * p
    else if (type == 3) h = n * p - 0.5
    else if (type == 4) h = n * p
    else if (type == 5) h = n * p + 0.5
    else if (type == 6) h = (n + 1) * p
    else if (type == 7) h = 1 + (n - 1) * p
    else if (type == 8) h = (n + 1/3) * p + 1/3
    else h = (n + 0.25) * p + 0.375
    j = floor(h + 4 * epsilon(max((1, abs(h)))))
    g = h - j
    if (abs(g) <= 4 * epsilon(max((1, abs(h))))) g = 0
    if (type == 1) return(cp_at(sorted, j + (g > 0)))
    if (type == 2) return(g > 0 ? cp_at(sorted, j + 1) : (cp_at(sorted, j) + cp_at(sorted, j + 1)) / 2)
    if (type == 3) return(cp_at(sorted, j + !(g == 0 & mod(j, 2) == 0)))
    return(g == 0 ? cp_at(sorted, j) : cp_at(sorted, j) + g * (cp_at(sorted, j + 1) - cp_at(sorted, j)))
}

void cp_limit(string scalar name, string scalar by, real scalar lower, real scalar upper,
              string scalar sides, string scalar treatment, real scalar type)
{
    real colvector x, group, levels, known, row
    real scalar i, low, high
    x = st_data(., name)
    group = cp_group(by)
    levels = uniqrows(group)
    for (i = 1; i <= rows(levels); i++) {
        row = selectindex(group :== levels[i] :& x :< .)
        if (length(row) == 0) continue
        known = sort(x[row], 1)
        low = sides == "upper" ? mindouble() : cp_quantile(known, lower / 100, type)
        high = sides == "lower" ? maxdouble() : cp_quantile(known, upper / 100, type)
        known = x[row]
        if (treatment == "clip") {
            known = rowmax((rowmin((known, J(rows(known), 1, high))), J(rows(known), 1, low)))
        }
        else known = known :/ (known :>= low :& known :<= high)
        x[row] = known
    }
    st_store(., name, x)
}

void cp_groups(string scalar name, string scalar made, string scalar by, real scalar n,
               string scalar ties, real scalar type)
{
    real colvector x, group, levels, known, row, result
    real scalar i, k, limit
    x = st_data(., name)
    group = cp_group(by)
    levels = uniqrows(select(group, group :< .))
    result = J(rows(x), 1, .)
    for (i = 1; i <= rows(levels); i++) {
        row = selectindex(group :== levels[i] :& x :< .)
        if (length(row) == 0) continue
        known = sort(x[row], 1)
        result[row] = J(length(row), 1, 1)
        for (k = 1; k < n; k++) {
            limit = cp_quantile(known, k / n, type)
            result[row] = result[row] + (ties == "lower" ? x[row] :> limit : x[row] :>= limit)
        }
    }
    cp_store(made, result)
}

void cp_standardise(string scalar name, string scalar made, string scalar by, string scalar scale)
{
    real colvector x, group, levels, known, row, result
    real scalar i, centre, spread
    x = st_data(., name)
    group = cp_group(by)
    levels = uniqrows(group)
    result = J(rows(x), 1, .)
    for (i = 1; i <= rows(levels); i++) {
        row = selectindex(group :== levels[i] :& x :< .)
        if (length(row) == 0) continue
        known = x[row]
        centre = scale == "unit_range" ? min(known) : mean(known)
        spread = scale == "unit_range" ? max(known) - min(known) : 1
        if (scale == "zscore") spread = rows(known) > 1 ? sqrt(variance(known)) : 0
        if (spread > 0) result[row] = (known :- centre) :/ spread
    }
    cp_store(made, result)
}
)S";

constexpr std::string_view stataSeries = R"S(
real matrix cp_panels()
{
    return(panelsetup(st_data(., st_global("cp_unit")), 1))
}

// A value before the first or after the last known one (at row e of the series).
real scalar cp_end(real colvector y, real colvector t, real colvector k, real scalar i,
                   real scalar e, string scalar ends)
{
    real scalar n, slope, first, last
    n = length(k)
    first = y[k[1]]
    last = y[k[n]]
    if (ends == "nearest") return(y[e])
    if (n < 2) return(.)
    if (ends == "trend") {
        slope = cross(t[k] :- mean(t[k]), y[k] :- mean(y[k])) / cross(t[k] :- mean(t[k]), t[k] :- mean(t[k]))
        return(mean(y[k]) + slope * (t[i] - mean(t[k])))
    }
    if (ends == "growth" & first > 0 & last > 0) {
        return(y[e] * (last / first)^((t[i] - t[e]) / (t[k[n]] - t[k[1]])))
    }
    return(.)
}

real colvector cp_fill(real colvector y, real colvector t, string scalar gaps, string scalar ends,
                       real scalar maxgap)
{
    real colvector k, z
    real matrix curve
    real scalar i, j, n, a, b, share, isspline
    k = selectindex(y :< .)
    n = length(k)
    z = y
    if (n == 0) return(z)
    isspline = gaps == "spline" & n > 2
    if (isspline) curve = spline3(t[k], y[k])
    for (j = 1; j < n; j++) {
        if (maxgap > 0 & t[k[j + 1]] - t[k[j]] - 1 > maxgap) continue
        a = y[k[j]]
        b = y[k[j + 1]]
        for (i = k[j] + 1; i < k[j + 1]; i++) {
            share = (t[i] - t[k[j]]) / (t[k[j + 1]] - t[k[j]])
            z[i] = a + (b - a) * share
            if (gaps == "mean") z[i] = mean(y[k])
            if (gaps == "geometric") z[i] = a > 0 & b > 0 ? a * (b / a)^share : .
            if (isspline) z[i] = spline3eval(curve, t[i])
        }
    }
    if (maxgap <= 0 | t[k[1]] - t[1] <= maxgap) {
        for (i = 1; i < k[1]; i++) z[i] = cp_end(y, t, k, i, k[1], ends)
    }
    if (maxgap <= 0 | t[rows(t)] - t[k[n]] <= maxgap) {
        for (i = k[n] + 1; i <= rows(y); i++) z[i] = cp_end(y, t, k, i, k[n], ends)
    }
    return(z)
}

void cp_interpolate(string scalar name, string scalar gaps, string scalar ends, real scalar maxgap)
{
    real matrix info
    real colvector x, t
    real scalar i
    info = cp_panels()
    x = st_data(., name)
    t = st_data(., st_global("cp_period"))
    for (i = 1; i <= rows(info); i++) {
        x[|info[i, 1] \ info[i, 2]|] =
            cp_fill(panelsubmatrix(x, i, info), panelsubmatrix(t, i, info), gaps, ends, maxgap)
    }
    st_store(., name, x)
}

void cp_chain(string scalar level, string scalar growth, string scalar made, string scalar form,
              real scalar backward)
{
    real matrix info
    real colvector y, f, t
    real scalar i, p
    info = cp_panels()
    y = st_data(., level)
    f = st_data(., growth)
    t = st_data(., st_global("cp_period"))
    f = form == "percent" ? 1 :+ f / 100 : (form == "share" ? 1 :+ f : (form == "log" ? exp(f) : f / 100))
    f = f :/ (f :> 0)
    for (p = 1; p <= rows(info); p++) {
        for (i = info[p, 1] + 1; i <= info[p, 2]; i++) {
            if (y[i] >= . & t[i] == t[i - 1] + 1) y[i] = y[i - 1] * f[i]
        }
        if (!backward) continue
        for (i = info[p, 2]; i > info[p, 1]; i--) {
            if (y[i - 1] >= . & t[i] == t[i - 1] + 1) y[i - 1] = y[i] / f[i]
        }
    }
    cp_store(made, y)
}

real colvector cp_levels(real colvector index, real colvector t, string scalar kind,
                         real scalar base)
{
    real colvector level, at
    real scalar i, b
    level = J(rows(index), 1, .)
    at = selectindex(t :== base)
    if (length(at) == 0) return(level)
    b = at[1]
    if (kind == "fixed") return(index / index[b])
    level[b] = 1
    for (i = b + 1; i <= rows(t); i++) {
        if (t[i] != t[i - 1] + 1) break
        level[i] = level[i - 1] * index[i] / 100
    }
    for (i = b; i > 1; i--) {
        if (t[i] != t[i - 1] + 1) break
        level[i - 1] = level[i] / (index[i] / 100)
    }
    return(level)
}

void cp_price(string scalar name, string scalar made, string scalar kind, real scalar base)
{
    real matrix info
    real colvector x, t
    real scalar i
    info = cp_panels()
    x = st_data(., name)
    t = st_data(., st_global("cp_period"))
    for (i = 1; i <= rows(info); i++) {
        x[|info[i, 1] \ info[i, 2]|] =
            cp_levels(panelsubmatrix(x, i, info), panelsubmatrix(t, i, info), kind, base)
    }
    cp_store(made, x)
}

real colvector cp_stock(real colvector x, real colvector t, real colvector d,
                        string scalar initial, real scalar share, string scalar growth,
                        real scalar steps, real colvector output, real colvector given)
{
    real colvector k, stock, s
    real scalar i, f, last, n, g, steady
    stock = J(rows(x), 1, .)
    k = selectindex(x :< .)
    if (length(k) == 0) return(stock)
    f = k[1]
    last = f
    while (last < rows(x)) {
        if (x[last + 1] >= . | t[last + 1] != t[last] + 1) break
        last++
    }
    n = steps > 0 ? min((steps, last - f)) : last - f
    s = growth == "output" ? output : x
    g = .
    if (n > 0) {
        if (growth == "arithmetic") g = mean(s[|f + 1 \ f + n|] :/ s[|f \ f + n - 1|] :- 1)
        else g = (s[f + n] / s[f])^(1 / n) - 1
    }
    steady = x[f] / (g + d[f])
    if (initial == "share_of_investment") stock[f] = x[f] / share
    if (initial == "hall_jones") stock[f] = steady
    if (initial == "reinsdorf_cover") stock[f] = steady * (1 + g)
    if (initial == "harberger") stock[f] = steady * (1 - d[f]) + x[f]
    if (initial == "given") stock[f] = given[f]
    for (i = f + 1; i <= last; i++) stock[i] = stock[i - 1] * (1 - d[i]) + x[i]
    return(stock)
}

real colvector cp_optional(string scalar name)
{
    return(name == "" ? J(st_nobs(), 1, .) : st_data(., name))
}

void cp_capital(string scalar name, string scalar made, string scalar rate, string scalar initial,
                real scalar share, string scalar growth, real scalar steps, string scalar price,
                string scalar base, string scalar output, string scalar given)
{
    real matrix info
    real colvector x, t, d, p, y, k0, stock, xi, ti, k
    real scalar i
    info = cp_panels()
    x = st_data(., name)
    t = st_data(., st_global("cp_period"))
    d = st_data(., rate)
    p = cp_optional(price)
    y = cp_optional(output)
    k0 = cp_optional(given)
    stock = J(rows(x), 1, .)
    for (i = 1; i <= rows(info); i++) {
        xi = panelsubmatrix(x, i, info)
        ti = panelsubmatrix(t, i, info)
        k = selectindex(xi :< .)
        if (length(k) == 0) continue
        if (price != "") xi = xi :/ cp_levels(panelsubmatrix(p, i, info), ti, base, ti[k[1]])
        stock[|info[i, 1] \ info[i, 2]|] =
            cp_stock(xi, ti, panelsubmatrix(d, i, info), initial, share, growth, steps,
                     panelsubmatrix(y, i, info), panelsubmatrix(k0, i, info))
    }
    cp_store(made, stock)
}
end
)S";

} // namespace

std::string stataPreamble(const PanelKeys& keys) {
    std::string code = "version 14\n"
                       "quietly ds, has(type numeric)\n"
                       "recast double `r(varlist)'\n";
    if (!keys.unit.empty()) {
        const std::string unit = codeName(keys.unit, CodeLanguage::Stata);
        const std::string period = codeName(keys.period, CodeLanguage::Stata);
        code += "egen long __unit = group(" + unit + ")\nsort __unit " + period +
                "\nxtset __unit " + period + "\nglobal cp_unit __unit\nglobal cp_period " + period +
                "\n";
    }
    return code.append(stataBasics).append(stataSeries);
}

} // namespace citypanel::text

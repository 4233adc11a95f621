// SPDX-License-Identifier: GPL-3.0-or-later
// The helpers that R code of steps rests on.
#include "core/text/step_code_writers.h"

namespace citypanel::text {

namespace {

constexpr std::string_view basics = R"R(# Helpers of the steps below.
cp_finite <- function(x) { x[!is.finite(x)] <- NA; x }

cp_round <- function(x, digits = 0) {
  scale <- 10^digits
  sign(x) * floor(abs(x) * scale + 0.5) / scale
}

cp_lag <- function(x, unit, period, k = 1) {
  x[match(paste(unit, period - k, sep = "\r"), paste(unit, period, sep = "\r"))]
}

# f over the rows of each group, spread back to the rows.
cp_within <- function(x, group, f) {
  if (is.null(group)) return(f(x))
  for (rows in split(seq_along(x), as.character(group))) x[rows] <- f(x[rows])
  x
}

cp_by <- function(what, x, ...) {
  groups <- list(...)
  group <- if (length(groups) == 0) rep("", length(x)) else do.call(paste, c(groups, sep = "\r"))
  for (g in groups) group[is.na(g)] <- NA
  result <- rep(NA_real_, length(x))
  for (rows in split(seq_along(x), group)) {
    known <- x[rows][!is.na(x[rows])]
    if (what == "count") result[rows] <- length(known)
    else if (what == "rank") result[rows] <- rank(x[rows], na.last = "keep")
    else if (length(known) > 0) {
      result[rows] <- switch(what, mean = mean(known), sum = sum(known), sd = sd(known),
        min = min(known), max = max(known), median = median(known),
        first = known[1], last = known[length(known)])
    }
  }
  result
}

cp_groups <- function(x, n, group = NULL, ties = "lower", type = 2) {
  cp_within(x, group, function(v) {
    if (all(is.na(v))) return(rep(NA_real_, length(v)))
    limits <- quantile(v, seq_len(n - 1) / n, na.rm = TRUE, type = type, names = FALSE)
    findInterval(v, limits, left.open = ties == "lower") + 1
  })
}

cp_quantile_group <- function(n, x, ...) {
  groups <- list(...)
  cp_groups(x, n, if (length(groups) > 0) do.call(paste, c(groups, sep = "\r")))
}

cp_coverage <- function(panel, unit, period, variables, share) {
  periods <- length(unique(panel[[period]]))
  for (name in variables) {
    known <- tapply(!is.na(panel[[name]]), panel[[unit]], sum)
    panel <- panel[panel[[unit]] %in% names(known)[known >= share * periods], ]
  }
  panel
}

cp_limit <- function(x, group, lower, upper, sides, treatment, type) {
  cp_within(x, group, function(v) {
    limits <- quantile(v, c(lower, upper), na.rm = TRUE, type = type, names = FALSE)
    low <- sides != "upper" & !is.na(v) & v < limits[1]
    high <- sides != "lower" & !is.na(v) & v > limits[2]
    v[low] <- if (treatment == "clip") limits[1] else NA
    v[high] <- if (treatment == "clip") limits[2] else NA
    v
  })
}

cp_standardise <- function(x, group, scale) {
  cp_finite(cp_within(x, group, function(v) {
    known <- v[!is.na(v)]
    if (length(known) == 0) return(v)
    switch(scale, zscore = (v - mean(known)) / sd(known), centre = v - mean(known),
      unit_range = (v - min(known)) / (max(known) - min(known)))
  }))
}

cp_lists <- function(x, lists, remainder) {
  x <- as.character(x)
  result <- ifelse(is.na(x), NA_character_, remainder)
  for (label in names(lists)) result[x %in% lists[[label]]] <- label
  result
}

cp_cross <- function(first, second, labels) {
  level <- ifelse(is.na(first) | is.na(second), NA, paste(first, second, sep = " x "))
  known <- level %in% names(labels)
  level[known] <- labels[level[known]]
  level
}

cp_pilot <- function(unit, period, starts) {
  start <- starts[as.character(unit)]
  as.numeric(!is.na(start) & period >= start)
}
)R";

constexpr std::string_view series = R"R(
# Series of each unit over its periods; rows are sorted by unit and period.
cp_series <- function(unit, result, f) {
  for (rows in split(seq_along(unit), as.character(unit))) result[rows] <- f(rows)
  result
}

cp_fill <- function(y, t, gaps, ends, max_gap) {
  k <- which(!is.na(y)); n <- length(k); z <- y
  if (n == 0) return(y)
  fits <- function(gap) max_gap <= 0 || gap <= max_gap
  spline <- if (gaps == "spline" && n > 2) splinefun(t[k], y[k], method = "natural")
  for (j in seq_len(n - 1)) {
    inside <- seq_len(k[j + 1] - k[j] - 1) + k[j]
    if (!fits(t[k[j + 1]] - t[k[j]] - 1)) next
    a <- y[k[j]]; b <- y[k[j + 1]]; share <- (t[inside] - t[k[j]]) / (t[k[j + 1]] - t[k[j]])
    z[inside] <- switch(gaps, mean = mean(y[k]),
      geometric = if (a > 0 && b > 0) a * (b / a)^share else NA,
      spline = if (n > 2) spline(t[inside]) else a + (b - a) * share,
      a + (b - a) * share)
  }
  edge <- function(rows, at) {
    first <- y[k[1]]; last <- y[k[n]]
    switch(ends, missing = NA, nearest = y[at],
      trend = if (n > 1) unname(predict(lm(y ~ t, data.frame(y = y[k], t = t[k])),
                                        data.frame(t = t[rows]))) else NA,
      growth = if (n > 1 && first > 0 && last > 0)
        y[at] * (last / first)^((t[rows] - t[at]) / (t[k[n]] - t[k[1]])) else NA)
  }
  before <- seq_len(k[1] - 1); after <- seq_len(length(y) - k[n]) + k[n]
  if (length(before) > 0 && fits(t[k[1]] - t[1])) z[before] <- edge(before, k[1])
  if (length(after) > 0 && fits(t[length(t)] - t[k[n]])) z[after] <- edge(after, k[n])
  z
}

cp_interpolate <- function(x, unit, period, gaps, ends, max_gap) {
  cp_series(unit, x, function(r) cp_fill(x[r], period[r], gaps, ends, max_gap))
}

cp_chain <- function(level, growth, unit, period, form, backward) {
  factor <- switch(form, percent = 1 + growth / 100, previous_is_100 = growth / 100,
    share = 1 + growth, log = exp(growth))
  factor[!is.na(factor) & factor <= 0] <- NA
  cp_series(unit, level, function(r) {
    y <- level[r]; t <- period[r]; f <- factor[r]; n <- length(y)
    for (i in seq_len(n)[-1]) if (is.na(y[i]) && t[i] == t[i - 1] + 1) y[i] <- y[i - 1] * f[i]
    if (backward) for (i in rev(seq_len(n)[-1])) {
      if (is.na(y[i - 1]) && t[i] == t[i - 1] + 1) y[i - 1] <- y[i] / f[i]
    }
    y
  })
}

cp_levels <- function(index, t, kind, base) {
  at <- match(base, t); n <- length(t); level <- rep(NA_real_, n)
  if (is.na(at)) return(level)
  if (kind == "fixed") return(index / index[at])
  level[at] <- 1
  for (i in seq_len(n - at) + at) {
    if (t[i] != t[i - 1] + 1) break
    level[i] <- level[i - 1] * index[i] / 100
  }
  for (i in rev(seq_len(at))[-at]) {
    if (t[i] != t[i - 1] + 1) break
    level[i - 1] <- level[i] / (index[i] / 100)
  }
  level
}

cp_price <- function(index, unit, period, kind, base) {
  cp_series(unit, rep(NA_real_, length(index)),
            function(r) cp_levels(index[r], period[r], kind, base))
}

cp_stock <- function(x, t, d, initial, share, growth, steps, output, given) {
  stock <- rep(NA_real_, length(x)); first <- which(!is.na(x))[1]
  if (is.na(first)) return(stock)
  last <- first
  while (last < length(x) && !is.na(x[last + 1]) && t[last + 1] == t[last] + 1) last <- last + 1
  span <- first:(if (steps > 0) min(first + steps, last) else last)
  source <- if (growth == "output") output[span] else x[span]
  n <- length(span)
  g <- if (growth == "arithmetic") mean(source[-1] / source[-n] - 1)
       else (source[n] / source[1])^(1 / (n - 1)) - 1
  steady <- x[first] / (g + d[first])
  stock[first] <- switch(initial, share_of_investment = x[first] / share, hall_jones = steady,
    reinsdorf_cover = steady * (1 + g), harberger = steady * (1 - d[first]) + x[first],
    given = given[first])
  for (i in seq_len(last - first) + first) stock[i] <- stock[i - 1] * (1 - d[i]) + x[i]
  stock
}

cp_capital <- function(investment, unit, period, depreciation, initial, share, growth, steps,
                       price, base, output, given) {
  d <- rep_len(depreciation, length(investment))
  cp_series(unit, rep(NA_real_, length(investment)), function(r) {
    x <- investment[r]; t <- period[r]
    if (!is.null(price)) x <- x / cp_levels(price[r], t, base, t[which(!is.na(x))[1]])
    cp_stock(x, t, d[r], initial, share, growth, steps, output[r], given[r])
  })
}

cp_coal <- function(carriers, factors, missing_as_zero) {
  amounts <- do.call(cbind, Map(`*`, carriers, factors))
  total <- rowSums(amounts, na.rm = missing_as_zero)
  total[rowSums(!is.na(amounts)) == 0] <- NA
  total
}

cp_merge <- function(panel, file, on, keys, take, suffix) {
  table <- read.csv(file, check.names = FALSE, fileEncoding = "UTF-8-BOM", na.strings = "")
  key <- function(data, names) do.call(paste, c(lapply(names, function(n) data[[n]]), sep = "\r"))
  rows <- match(key(panel, on), key(table, keys))
  if (is.null(take)) take <- setdiff(names(table), keys)
  for (name in take) panel[[paste0(name, suffix)]] <- table[[name]][rows]
  panel
}

cp_wide <- function(panel, unit, period, variables, periods, separator) {
  units <- unique(panel[[unit]])
  result <- setNames(data.frame(units), unit)
  for (name in variables) for (p in periods) {
    at <- match(units, panel[[unit]][panel[[period]] == p])
    result[[paste0(name, separator, p)]] <- panel[[name]][panel[[period]] == p][at]
  }
  result
}

cp_long <- function(panel, unit, period, variables, periods, separator) {
  result <- data.frame(rep(panel[[unit]], each = length(periods)), rep(periods, nrow(panel)))
  names(result) <- c(unit, period)
  for (name in variables) {
    parts <- lapply(periods, function(p) {
      column <- panel[[paste0(name, separator, p)]]
      if (is.null(column)) rep(NA_real_, nrow(panel)) else column
    })
    result[[name]] <- c(t(do.call(cbind, parts)))
  }
  result
}
)R";

} // namespace

std::string rPreamble() {
    return std::string(basics).append(series);
}

} // namespace citypanel::text

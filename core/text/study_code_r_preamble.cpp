// SPDX-License-Identifier: GPL-3.0-or-later
// The helpers that R code of studies rests on.
#include "core/text/study_code_writers.h"

#include <string_view>

namespace citypanel::text {

namespace {

constexpr std::string_view modelHelpers =
    R"R(# Helpers of the models below. Every model is estimated on a data frame without packages; the
# numbers are those of CityPanel, reghdfe, ivreghdfe or fixest, as `ssc` says.

# Codes of a grouping column, or of the combinations of several: "province^year".
cp_group <- function(panel, name) {
  parts <- strsplit(name, "^", fixed = TRUE)[[1]]
  as.integer(factor(do.call(paste, c(unname(as.list(panel[parts])), sep = "\r"))))
}

# Which rows stay when those alone in a level of an effect go, again and again.
cp_without_singletons <- function(groups, rows) {
  repeat {
    alone <- rep(FALSE, length(rows))
    for (g in groups) alone <- alone | ave(rows * 0, g[rows], FUN = length) == 1
    if (!any(alone)) return(rows)
    rows <- rows[!alone]
  }
}

# Takes effects out of the columns of M (weights w): the first by group means, the others by
# regression on their dummies. Gives the rank of the effects and their leverages, too.
cp_partial_out <- function(M, groups, w) {
  if (length(groups) == 0) return(list(M = M, rank = 0, leverage = rep(0, nrow(M))))
  demean <- function(A, g) {
    means <- rowsum(A * w, g) / as.vector(rowsum(w, g))
    A - means[match(g, as.integer(rownames(means))), , drop = FALSE]
  }
  first <- groups[[1]]
  M <- demean(M, first)
  rank <- length(unique(first))
  leverage <- w / ave(w, first, FUN = sum)
  if (length(groups) > 1) {
    dummies <- do.call(cbind, lapply(groups[-1], function(g) outer(g, unique(g), "==") * 1))
    others <- qr(demean(dummies, first) * sqrt(w), tol = 1e-9)
    M <- qr.resid(others, M * sqrt(w)) / sqrt(w)
    rank <- rank + others$rank
    leverage <- leverage + rowSums(qr.Q(others)[, seq_len(others$rank), drop = FALSE]^2)
  }
  list(M = M, rank = rank, leverage = leverage)
}

# Connected components of the graph of two effects (redundant dummies of the second).
cp_components <- function(a, b) {
  label <- as.integer(factor(a))
  repeat {
    new <- ave(label, b, FUN = min)
    new <- ave(new, a, FUN = min)
    if (all(new == label)) return(length(unique(label)))
    label <- new
  }
}

# Absorbed degrees of freedom as reghdfe counts them, and what fixest counts.
cp_absorbed <- function(groups, clusters) {
  inside <- function(g, cl) all(rowSums(table(g, cl) > 0) == 1)
  nested <- vapply(groups, function(g) any(vapply(clusters, function(cl) inside(g, cl), NA)), NA)
  levels <- vapply(groups, function(g) length(unique(g)), 1)
  absorbed <- 0
  earlier <- list()
  for (i in seq_along(groups)) {
    if (nested[i]) next
    redundant <- if (length(earlier) == 0 && !any(nested)) 0 else 1
    for (other in earlier) redundant <- max(redundant, cp_components(other, groups[[i]]))
    absorbed <- absorbed + levels[i] - redundant
    earlier <- c(earlier, list(groups[[i]]))
  }
  list(absorbed = absorbed, nested_levels = sum(levels[nested]), levels = levels, nested = nested)
}

# What is subtracted from N besides the regressors, for iid and for sandwiches.
cp_counted <- function(ssc, df, rank, unit_levels, is_clustered, has_instruments) {
  if (ssc == "fixest") {
    count <- if (length(df$levels) > 0) 1 + sum(df$levels - 1) else 0
    sandwich <- count
    if (is_clustered && length(df$levels) > 0) {
      sandwich <- if (all(df$nested)) 1 else count - sum(df$levels[df$nested] - 1)
    }
    return(c(count, sandwich))
  }
  if (length(df$levels) == 0) return(c(0, 0))
  if (ssc %in% c("xtreg", "xtscc")) return(c(rank, rank - unit_levels + 1))
  if (ssc == "areg") return(c(rank, rank))
  if (has_instruments) return(rep(max(df$absorbed, 1), 2))
  c(df$absorbed, df$absorbed + (is_clustered && df$nested_levels > 0))
}

# Middle of the sandwich. S: scores (rows x regressors).
cp_meat <- function(S, kind, clusters, unit, period, lags) {
  if (kind %in% c("hc1", "hc2", "hc3")) return(crossprod(S))
  if (kind == "cluster") {
    M <- 0
    for (size in seq_along(clusters)) {
      for (chosen in combn(length(clusters), size, simplify = FALSE)) {
        g <- do.call(paste, c(unname(clusters[chosen]), sep = "\r"))
        M <- M + (-1)^(size + 1) * crossprod(rowsum(S, g))
      }
    }
    return(M)
  }
  weight <- function(l) 1 - l / (lags + 1)
  if (kind == "dk") {
    sums <- rowsum(S, period)
    T <- nrow(sums)
    M <- crossprod(sums)
    for (l in seq_len(min(lags, T - 1))) {
      cross <- crossprod(sums[seq_len(T - l), , drop = FALSE], sums[-seq_len(l), , drop = FALSE])
      M <- M + weight(l) * (cross + t(cross))
    }
    return(M)
  }
  M <- crossprod(S)
  key <- paste(unit, period, sep = "\r")
  for (l in seq_len(lags)) {
    before <- match(paste(unit, period - l, sep = "\r"), key)
    cross <- crossprod(S[!is.na(before), , drop = FALSE],
                       S[before[!is.na(before)], , drop = FALSE])
    M <- M + weight(l) * (cross + t(cross))
  }
  M
}

# One model. y, x, endogenous, instruments: names of columns; effects and the clusters of vcov:
# names, or combinations "a^b"; vcov: "iid", "hc1", "hc2", "hc3", "cluster:a,b", "dk:2", "nw:2";
# where: rows that may be used; keys: names of the panel's unit and period.
cp_model <- function(panel, y, x = character(), effects = character(), endogenous = character(),
                     instruments = character(), vcov = "iid", ssc = "reghdfe", weights = NULL,
                     where = TRUE, constant = TRUE, keys = character()) {
  kind <- sub(":.*", "", vcov)
  argument <- sub("^[^:]*:?", "", vcov)
  cluster_names <- if (kind == "cluster") strsplit(argument, ",")[[1]] else character()
  names_read <- c(y, x, endogenous, instruments,
                  unlist(strsplit(c(effects, cluster_names), "^", fixed = TRUE)))
  usable <- rep_len(where, nrow(panel)) & complete.cases(panel[unique(names_read)])
  if (!is.null(weights)) usable <- usable & !is.na(weights) & weights > 0
  rows <- which(usable)
  all_groups <- lapply(effects, function(e) cp_group(panel, e))
  if (ssc == "reghdfe") rows <- cp_without_singletons(all_groups, rows)
  d <- panel[rows, ]
  n <- length(rows)
  groups <- lapply(all_groups, function(g) g[rows])
  clusters <- lapply(cluster_names, function(name) cp_group(d, name))
  w <- if (is.null(weights)) rep(1, n) else weights[rows] * n / sum(weights[rows])

  # Effects out of every column; without effects a column of ones goes in.
  columns <- c(y, endogenous, x, instruments)
  M <- as.matrix(d[columns])
  clean <- cp_partial_out(M, groups, w)
  M <- clean$M * sqrt(w)
  exogenous <- M[, x, drop = FALSE]
  if (length(effects) == 0 && constant) exogenous <- cbind(`(Intercept)` = sqrt(w), exogenous)
  X <- cbind(M[, endogenous, drop = FALSE], exogenous)
  independent <- qr(X, tol = 1e-9)
  X <- X[, sort(independent$pivot[seq_len(independent$rank)]), drop = FALSE]
  Z <- cbind(exogenous, M[, instruments, drop = FALSE])
  fitted <- if (length(instruments) > 0) qr.fitted(qr(Z, tol = 1e-9), X) else X
  k <- ncol(X)
  bread <- chol2inv(qr.R(qr(fitted)))
  b <- as.vector(bread %*% crossprod(fitted, M[, y]))
  u <- as.vector(M[, y] - X %*% b)

  # Degrees of freedom and covariance.
  df <- cp_absorbed(groups, clusters)
  unit_levels <- if (length(groups) > 0) df$levels[max(1, match(keys[1], effects, nomatch = 1))] else 0
  has_instruments <- length(instruments) > 0
  counted <- cp_counted(ssc, df, clean$rank, unit_levels, kind == "cluster", has_instruments)
  left <- n - k - counted[2]
  units <- if (length(keys) == 2) d[[keys[1]]]
  periods <- if (length(keys) == 2) d[[keys[2]]]
  T <- length(unique(periods))
  lags <- if (argument == "" || kind == "cluster") floor(4 * (T / 100)^(2 / 9)) else as.integer(argument)
  G <- if (kind == "cluster") min(vapply(clusters, function(g) length(unique(g)), 1)) else T
  residual <- left
  if (kind == "iid") {
    left <- residual <- n - k - counted[1]
    V <- bread * sum(u^2) / left
  } else {
    s <- u
    if (kind %in% c("hc2", "hc3")) {
      rest <- 1 - clean$leverage - rowSums((fitted %*% bread) * fitted)
      s <- ifelse(rest > 1e-12, u / (if (kind == "hc2") sqrt(pmax(rest, 0)) else rest), 0)
    }
    V <- bread %*% cp_meat(fitted * s, kind, clusters, units, periods, lags) %*% bread
    if (kind == "hc1") V <- V * n / left
    if (kind %in% c("cluster", "dk", "nw")) {
      V <- V * (n - 1) / left * G / (G - 1)
      residual <- G - 1
      if (ssc == "reghdfe" && !has_instruments) residual <- min(n - k - df$absorbed, residual)
    }
    if (length(clusters) > 1) {
      e <- eigen(V, symmetric = TRUE)
      if (any(e$values < 0)) V <- e$vectors %*% (pmax(e$values, 0) * t(e$vectors))
    }
  }
  std_error <- sqrt(diag(V))
  yw <- d[[y]]
  tss <- sum(w * (yw - if (constant || length(effects) > 0) weighted.mean(yw, w) else 0)^2)
  within <- if (length(effects) > 0) sum(M[, y]^2) else tss
  r_squared <- 1 - sum(u^2) / (if (has_instruments) within else tss)
  list(terms = data.frame(term = colnames(X), estimate = b, std_error = std_error,
                          statistic = b / std_error,
                          p_value = 2 * pt(-abs(b / std_error), residual)),
       nobs = n, r_squared = r_squared, within_r_squared = 1 - sum(u^2) / within,
       df_residual = residual)
}
)R";

constexpr std::string_view tableHelpers =
    R"R(# Columns of the levels of factors, or of their products, times a number; named "g::level". A factor
# leaves out its reference, by default the first level in order, unless it is among `all`; `cell`
# leaves out the product of the references of these instead.
cp_dummies <- function(panel, factors, times = 1, reference = list(), all = character(),
                       cell = FALSE, before = "", after = "") {
  columns <- list(times)
  names(columns) <- before
  is_base <- TRUE
  for (name in factors) {
    known <- panel[[name]]
    levels <- sort(unique(known[!is.na(known)]), method = "radix")
    given <- reference[[name]]
    is_first <- as.character(levels) %in% as.character(if (is.null(given)) levels[1] else given)
    is_whole <- name %in% all
    if (!(is_whole && cell) && (!is_whole || !is.null(given))) levels <- levels[!is_first]
    is_first <- if (is_whole) is_first else rep(TRUE, length(levels))
    crossed <- list()
    flags <- logical()
    for (i in seq_along(columns)) {
      for (j in seq_along(levels)) {
        left <- names(columns)[i]
        label <- paste0(left, if (left != "") ":", name, "::", levels[j])
        crossed[[label]] <- (known == levels[j]) * columns[[i]]
        flags <- c(flags, is_base[i] && is_first[j])
      }
    }
    columns <- crossed
    is_base <- flags
  }
  if (cell) columns <- columns[!is_base]
  if (after != "") names(columns) <- paste0(names(columns), ":", after)
  as.data.frame(columns, check.names = FALSE)
}

# One decimal number the same way everywhere, with a sign and stars.
cp_shown <- function(x, digits) ifelse(is.na(x), "", formatC(x, digits = digits, format = "f"))

cp_stars <- function(p, stars) {
  vapply(p, function(v) strrep("*", sum(!is.na(v) & v < stars)), "")
}

# Prints a table of models and writes its numbers in full to a file.
cp_table <- function(models, file, digits = 3, stars = c(0.1, 0.05, 0.01), inference = "std_error") {
  numbers <- do.call(rbind, lapply(names(models), function(name) {
    m <- cp_numbers(models[[name]])
    cbind(model = name, m$terms, nobs = m$nobs, r_squared = m$r_squared,
          within_r_squared = m$within_r_squared, df_residual = m$df_residual)
  }))
  write.csv(numbers, file, row.names = FALSE, fileEncoding = "UTF-8")
  terms <- unique(numbers$term)
  shown <- sapply(names(models), function(name) {
    m <- numbers[numbers$model == name, ]
    m <- m[match(terms, m$term), ]
    below <- if (inference %in% names(m)) m[[inference]] else
      if (inference == "none") NA else m$std_error
    first <- ifelse(is.na(m$estimate), "", paste0(cp_shown(m$estimate, digits),
                                                  cp_stars(m$p_value, stars)))
    second <- ifelse(is.na(below) | is.na(m$estimate), "", paste0("(", cp_shown(below, digits), ")"))
    c(rbind(first, second), m$nobs[!is.na(m$nobs)][1],
      cp_shown(m$r_squared[!is.na(m$r_squared)][1], digits))
  })
  rownames(shown) <- c(rbind(terms, ""), "N", "R2")
  print(noquote(shown))
  invisible(numbers)
}

# Statistics of variables, by group where asked; quantiles as Stata's.
cp_describe <- function(panel, variables, file, by = NULL, where = TRUE, correlations = FALSE,
                        digits = 3) {
  d <- panel[rep_len(where, nrow(panel)) %in% TRUE, ]
  group <- if (is.null(by)) rep("", nrow(d)) else as.character(d[[by]])
  table <- do.call(rbind, lapply(unique(group[!is.na(group)]), function(g) {
    do.call(rbind, lapply(variables, function(v) {
      x <- as.numeric(d[[v]][group %in% g])
      q <- quantile(x, c(0.25, 0.5, 0.75), na.rm = TRUE, type = 2, names = FALSE)
      known <- x[!is.na(x)]
      data.frame(group = g, variable = v, n = length(known), mean = mean(known), sd = sd(known),
                 min = min(known), p25 = q[1], median = q[2], p75 = q[3], max = max(known),
                 missing = sum(is.na(x)))
    }))
  }))
  write.csv(table, file, row.names = FALSE, fileEncoding = "UTF-8")
  print(table, digits = digits)
  if (correlations) {
    print(round(cor(sapply(d[variables], as.numeric), use = "pairwise.complete.obs"), digits))
  }
  invisible(table)
}
)R";

constexpr std::string_view baseNumbers = R"R(cp_numbers <- function(model) model
)R";

constexpr std::string_view fixestHelpers = R"R(library(fixest)

# The formula of columns that may have any name.
cp_formula <- function(y, x = character(), effects = NULL, endogenous = NULL, instruments = NULL,
                       constant = TRUE) {
  quoted <- function(names) paste0("`", names, "`", collapse = " + ")
  right <- if (length(x) > 0) quoted(x) else "1"
  if (!constant) right <- paste(right, "- 1")
  text <- paste(quoted(y), "~", right)
  if (!is.null(effects)) text <- paste(text, "|", effects)
  if (!is.null(instruments)) {
    text <- paste(text, "|", quoted(endogenous), "~", quoted(instruments))
  }
  as.formula(text)
}

cp_numbers <- function(model) {
  t <- as.data.frame(coeftable(model))
  names(t) <- c("estimate", "std_error", "statistic", "p_value")
  # fixest calls fitted endogenous regressors "fit_x".
  t <- cbind(term = gsub("`", "", sub("^fit_", "", rownames(t))), t)
  list(terms = t, nobs = nobs(model), r_squared = unname(r2(model, "r2")),
       within_r_squared = unname(r2(model, "wr2")), df_residual = degrees_freedom(model, "t"))
}
)R";

} // namespace

std::string rStudyPreamble(ScriptKind kind) {
    const bool isBase = kind == ScriptKind::BaseR;
    return std::string(isBase ? modelHelpers : fixestHelpers) + "\n" + std::string(tableHelpers) +
           std::string(isBase ? baseNumbers : "");
}

} // namespace citypanel::text

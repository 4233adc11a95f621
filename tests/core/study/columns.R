# SPDX-License-Identifier: GPL-3.0-or-later
# Rscript --vanilla columns.R grunfeld.csv: the columns of r_columns_test.cpp estimated with lm,
# AER::ivreg, plm and sandwich. A line a number: column, term, estimate, standard error.
suppressPackageStartupMessages({
  library(sandwich)
  library(AER)
  library(plm)
})

data <- read.csv(commandArgs(TRUE)[1])
data$firm <- factor(data$firm)
data$yearf <- factor(data$year)
data$bigyear <- interaction(data$big, data$year, drop = TRUE)

say <- function(column, term, estimate, se) {
  cat(sprintf("%s\t%s\t%.17g\t%.17g\n", column, term, estimate, se))
}

# Sandwich of clustered scores without corrections, and reghdfe's factor: effects nested in the
# clusters are not counted, but one degree of freedom is taken for them.
clustered <- function(model, cluster, counted) {
  n <- nobs(model)
  groups <- length(unique(cluster))
  vcovCL(model, cluster = cluster, type = "HC0", cadjust = FALSE) *
    (n - 1) / (n - counted) * groups / (groups - 1)
}

pooled <- lm(inv ~ value + capital, data)
say("ols_iid", "value", coef(pooled)["value"], sqrt(vcov(pooled)["value", "value"]))
hc <- function(model, type) sqrt(diag(vcovHC(model, type = type)))
say("ols_hc1", "value", coef(pooled)["value"], hc(pooled, "HC1")["value"])
say("ols_hc2", "capital", coef(pooled)["capital"], hc(pooled, "HC2")["capital"])
say("ols_hc3", "value", coef(pooled)["value"], hc(pooled, "HC3")["value"])

# One-way effects by plm's within transformation.
panel <- pdata.frame(data, index = c("firm", "year"))
within <- plm(inv ~ value + capital, panel, model = "within")
say("firm_iid", "value", coef(within)["value"], sqrt(vcov(within)["value", "value"]))

two <- lm(inv ~ value + capital + firm + yearf, data)
say("two_way_hc1", "value", coef(two)["value"], hc(two, "HC1")["value"])
# k = 2, 19 years beside the nested firms, one for these.
say("two_way_clustered", "value", coef(two)["value"],
    sqrt(clustered(two, data$firm, 2 + 19 + 1)["value", "value"]))

cross <- lm(inv ~ value + capital + firm + bigyear, data)
say("group_by_year_hc1", "value", coef(cross)["value"], hc(cross, "HC1")["value"])

moderated <- lm(inv ~ value + capital + value:capital + firm + yearf, data)
say("interaction_hc1", "value:capital", coef(moderated)["value:capital"],
    hc(moderated, "HC1")["value:capital"])

data <- data[order(data$firm, data$year), ]
data$lagged <- ave(data$value, data$firm, FUN = function(x) c(NA, head(x, -1)))
lagged <- lm(inv ~ lagged + capital + firm + yearf, data)
say("lagged_hc1", "lag(value,1)", coef(lagged)["lagged"], hc(lagged, "HC1")["lagged"])

mediator <- lm(log(capital) ~ value + firm + yearf, data)
say("mediator_hc1", "value", coef(mediator)["value"], hc(mediator, "HC1")["value"])

subset <- data[data$big == 1, ]
group <- lm(inv ~ value + capital + firm + yearf, subset)
say("group_hc1", "value", coef(group)["value"], hc(group, "HC1")["value"])

weighted <- lm(inv ~ value + capital + firm, data, weights = data$capital)
say("weighted_iid", "value", coef(weighted)["value"], sqrt(vcov(weighted)["value", "value"]))

complete <- data[!is.na(data$lagged), ]
iv <- ivreg(inv ~ value + capital + firm + yearf | lagged + capital + firm + yearf,
            data = complete)
say("two_stage_hc1", "value", coef(iv)["value"],
    sqrt(vcovHC(iv, type = "HC1")["value", "value"]))
first <- lm(value ~ lagged + capital + firm + yearf, complete)
say("first_stage_hc1", "lag(value,1)", coef(first)["lagged"], hc(first, "HC1")["lagged"])

// SPDX-License-Identifier: GPL-3.0-or-later
// The names of cli.md's JSON and where their values come from.
#include "core/report/fit_json.h"

#include "core/report/json_writer.h"
#include "core/text/problem_text.h"

namespace citypanel::report {

namespace {

using Form = JsonWriter::Form;

void writeTerm(JsonWriter& json, const TermEstimate& term) {
    json.beginObject(Form::Line)
        .member("name", term.name)
        .member("estimate", term.estimate)
        .member("std_error", term.stdError)
        .member("statistic", term.statistic)
        .member("p_value", term.pValue)
        .member("conf_low", term.confLow)
        .member("conf_high", term.confHigh)
        .endObject();
}

void writeTerms(JsonWriter& json, const std::vector<TermEstimate>& terms) {
    json.key("terms").beginArray();
    for (const TermEstimate& term : terms) {
        writeTerm(json, term);
    }
    json.endArray();
}

void writeTest(JsonWriter& json, std::string_view name, const TestStatistic& test) {
    json.key(name).beginObject(Form::Line).member("statistic", test.statistic);
    json.member("df", test.df);
    if (!isMissing(test.dfDenominator)) {
        json.member("df_denominator", test.dfDenominator);
    }
    json.member("p_value", test.pValue).endObject();
}

void writeFirstStages(JsonWriter& json, const std::vector<FirstStage>& stages) {
    json.key("first_stage").beginArray();
    for (const FirstStage& stage : stages) {
        json.beginObject()
            .member("endogenous", stage.endogenous)
            .member("partial_f", stage.partialF.statistic)
            .member("partial_f_df1", stage.partialF.df)
            .member("partial_f_df2", stage.partialF.dfDenominator)
            .member("partial_f_p_value", stage.partialF.pValue)
            .member("partial_r_squared", stage.partialRSquared)
            .member("r_squared", stage.rSquared);
        writeTerms(json, stage.terms);
        json.endObject();
    }
    json.endArray();
}

void writeCritical(JsonWriter& json, std::string_view name,
                   const std::vector<std::pair<std::string, double>>& values) {
    json.key(name).beginObject(Form::Line);
    for (const auto& [level, value] : values) {
        json.member(level, value);
    }
    json.endObject();
}

/// null where the statistic is not defined (more moments than clusters or periods).
void writeEndogeneity(JsonWriter& json, const InstrumentTests& tests) {
    json.key("endogeneity");
    if (isMissing(tests.endogeneityC.statistic)) {
        json.null();
        return;
    }
    json.beginObject();
    writeTest(json, "c_statistic", tests.endogeneityC);
    if (tests.wuHausmanF) {
        writeTest(json, "wu_hausman_f", *tests.wuHausmanF);
    }
    json.endObject();
}

void writeInstrumentTests(JsonWriter& json, const InstrumentTests& tests) {
    json.key("iv").beginObject();
    writeFirstStages(json, tests.firstStages);
    writeTest(json, "kp_rk_lm", tests.kpRkLm);
    writeTest(json, "kp_rk_wald", tests.kpRkWald);
    json.member("kp_rk_wald_f", tests.kpRkWaldF);
    writeTest(json, "anderson_lm", tests.andersonLm);
    json.member("cragg_donald_f", tests.craggDonaldF).member("effective_f", tests.effectiveF);
    writeCritical(json, "stock_yogo", tests.stockYogo.size);
    writeCritical(json, "stock_yogo_bias", tests.stockYogo.bias);
    if (tests.hansenJ) {
        json.member("overidentification", tests.isSargan ? "sargan" : "hansen");
        writeTest(json, "hansen_j", *tests.hansenJ);
    }
    writeEndogeneity(json, tests);
    writeTest(json, "anderson_rubin_f", tests.andersonRubinF);
    json.key("anderson_rubin_set").beginArray(Form::Line);
    for (const auto& [low, high] : tests.andersonRubinSet) {
        json.beginArray(Form::Line).value(low).value(high).endArray();
    }
    json.endArray().member("r_squared_overall", tests.rSquaredOverall);
    if (!isMissing(tests.kClass)) {
        json.member("k_class", tests.kClass);
    }
    json.endObject();
}

void writeSample(JsonWriter& json, const Fit& fit) {
    json.member("nobs", fit.nobs)
        .member("dropped_missing", fit.droppedMissing)
        .member("dropped_singletons", fit.droppedSingletons);
    json.key("dropped_collinear").beginArray(Form::Line);
    for (const DroppedTerm& term : fit.droppedCollinear) {
        json.value(term.name);
    }
    json.endArray().key("reference_levels").beginArray(Form::Line);
    for (const ReferenceLevel& reference : fit.referenceLevels) {
        json.value(reference.variable + "::" + reference.level);
    }
    json.endArray();
}

void writeFitMeasures(JsonWriter& json, const Fit& fit) {
    json.member("r_squared", fit.rSquared)
        .member("adj_r_squared", fit.adjRSquared)
        .member("within_r_squared", fit.withinRSquared)
        .member("adj_within_r_squared", fit.adjWithinRSquared)
        .member("rmse", fit.rmse)
        .member("rss", fit.rss)
        .member("tss", fit.tss)
        .member("tss_within", fit.tssWithin)
        .member("f_statistic", fit.f.statistic)
        .member("f_df1", fit.f.df)
        .member("f_df2", fit.f.dfDenominator)
        .member("f_p_value", fit.f.pValue)
        .member("df_residual", fit.dfResidual)
        .member("df_absorbed", fit.dfAbsorbed)
        .member("df_absorbed_exact", fit.dfAbsorbedExact)
        .member("df_absorbed_is_exact", fit.dfAbsorbedIsExact)
        .member("mean_outcome", fit.meanOutcome);
}

void writeConventions(JsonWriter& json, const Fit& fit) {
    json.key("fixed_effects").beginObject(Form::Line);
    for (const AbsorbedEffectCount& effect : fit.effects) {
        json.member(effect.name, effect.levels);
    }
    json.endObject().key("clusters").beginObject(Form::Line);
    for (const auto& [name, count] : fit.clusters) {
        json.member(name, count);
    }
    json.endObject()
        .member("vcov", fit.vcov)
        .member("ssc", nameOf(fit.ssc))
        .member("vcov_psd_adjusted", fit.covarianceWasRepaired);
}

void writeSummary(JsonWriter& json, const study::Summary& summary) {
    json.beginObject(Form::Line)
        .member("name", summary.name)
        .member("n", summary.n)
        .member("mean", summary.mean)
        .member("sd", summary.sd)
        .member("min", summary.min)
        .member("p25", summary.p25)
        .member("median", summary.median)
        .member("p75", summary.p75)
        .member("max", summary.max)
        .member("missing", summary.missing)
        .endObject();
}

void writeVariables(JsonWriter& json, const study::GroupSummary& group) {
    json.key("variables").beginArray();
    for (const study::Summary& summary : group.variables) {
        writeSummary(json, summary);
    }
    json.endArray();
}

void writeCorrelations(JsonWriter& json, const study::CorrelationMatrix& matrix) {
    json.key("correlations").beginArray();
    for (std::size_t i = 1; i < matrix.names.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const study::Correlation& pair = matrix.at(i, j);
            json.beginObject(Form::Line)
                .member("a", matrix.names[i])
                .member("b", matrix.names[j])
                .member("r", pair.r)
                .member("p_value", pair.pValue)
                .member("n", pair.n)
                .endObject();
        }
    }
    json.endArray();
}

void writeProblem(JsonWriter& json, const Problem& problem, text::Language language) {
    const auto part = [&json](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            json.member(name, value);
        }
    };
    json.beginObject(Form::Line)
        .member("code", problemCodeName(problem.code))
        .member("severity", problem.severity == Severity::Error ? "error" : "warning")
        .member("message", text::sentence(problem, language));
    part("file", problem.place.file);
    part("sheet", problem.place.sheet);
    part("cell", problem.place.cell);
    part("variable", problem.place.variable);
    part("unit", problem.place.unit);
    part("period", problem.place.period);
    part("step", problem.place.step);
    part("study", problem.place.study);
    part("column", problem.place.column);
    if (problem.place.position) {
        json.member("position", *problem.place.position);
    }
    part("found", problem.found);
    part("expected", problem.expected);
    json.endObject();
}

void writeRandomEffects(JsonWriter& json, const RandomEffectsMeasures& measures) {
    json.key("random_effects")
        .beginObject()
        .member("sigma_u", measures.sigmaU)
        .member("sigma_e", measures.sigmaE)
        .member("rho", measures.rho)
        .member("theta_min", measures.thetaSmallest)
        .member("theta_median", measures.thetaMedian)
        .member("theta_max", measures.thetaLargest)
        .member("r_squared_within", measures.rSquaredWithin)
        .member("r_squared_between", measures.rSquaredBetween)
        .member("r_squared_overall", measures.rSquaredOverall);
    writeTest(json, "hausman", measures.hausman);
    json.member("hausman_reliable", measures.hausmanIsReliable);
    writeTest(json, "hausman_robust", measures.mundlak);
    json.endObject();
}

void writeFit(JsonWriter& json, const Fit& fit) {
    json.beginObject().member("formula", fit.formula).member("outcome", fit.outcome);
    writeSample(json, fit);
    writeTerms(json, fit.terms);
    if (fit.constant) {
        json.key("constant");
        writeTerm(json, *fit.constant);
    }
    writeFitMeasures(json, fit);
    if (fit.xtreg) {
        json.key("xtreg")
            .beginObject(Form::Line)
            .member("r_squared_within", fit.xtreg->rSquaredWithin)
            .member("adj_r_squared", fit.xtreg->adjRSquared)
            .member("rmse", fit.xtreg->rmse)
            .member("sigma_e", fit.xtreg->sigmaE)
            .endObject();
    }
    if (fit.randomEffects) {
        writeRandomEffects(json, *fit.randomEffects);
    }
    writeConventions(json, fit);
    if (fit.instruments) {
        writeInstrumentTests(json, *fit.instruments);
    }
    json.endObject();
}

/// A count or seed of the permutation, null for the other tests.
void writeOfPermutation(JsonWriter& json, const GroupTest& test, std::string_view name,
                        std::int64_t value) {
    json.key(name);
    if (test.method == GroupTestMethod::Permutation) {
        json.value(value);
    } else {
        json.null();
    }
}

void writeGroupTest(JsonWriter& json, const GroupTest& test) {
    json.beginObject(Form::Line).key("term");
    if (test.term.empty()) {
        json.null();
    } else {
        json.value(test.term);
    }
    json.key("groups").beginArray(Form::Line).value(test.groups[0]).value(test.groups[1]);
    json.endArray()
        .member("method", nameOf(test.method))
        .member("difference", test.difference)
        .member("std_error", test.stdError)
        .member("statistic", test.statistic)
        .member("df", test.df)
        .member("df_denominator", test.dfDenominator)
        .member("p_value", test.pValue)
        .member("p_value_holm", test.adjustedPValue);
    writeOfPermutation(json, test, "reps", static_cast<std::int64_t>(test.reps));
    writeOfPermutation(json, test, "seed", test.seed);
    if (test.method == GroupTestMethod::Permutation) {
        json.member("failed_reps", test.failedReps)
            .member("exact", test.isExact)
            .member("upper_share", test.upperShare);
    }
    json.endObject();
}

} // namespace

QByteArray fitJson(const Fit& fit) {
    JsonWriter json;
    writeFit(json, fit);
    return json.take();
}

QByteArray comparisonJson(const GroupComparison& comparison) {
    JsonWriter json;
    json.beginObject()
        .member("by", comparison.by)
        .member("dropped_without_group", comparison.droppedWithoutGroup)
        .key("groups")
        .beginArray();
    for (const GroupFit& group : comparison.groups) {
        json.beginObject().member("level", group.level).key("estimate");
        writeFit(json, group.fit);
        json.endObject();
    }
    json.endArray().key("tests").beginArray();
    for (const GroupTest& test : comparison.tests) {
        writeGroupTest(json, test);
    }
    return json.endArray().endObject().take();
}

QByteArray describeJson(const Description& description) {
    JsonWriter json;
    json.beginObject();
    if (description.by.empty()) {
        for (const study::GroupSummary& group : description.groups) {
            writeVariables(json, group);
        }
    } else {
        json.member("by", description.by).key("groups").beginArray();
        for (const study::GroupSummary& group : description.groups) {
            json.beginObject().member("level", group.level).member("rows", group.rows);
            writeVariables(json, group);
            json.endObject();
        }
        json.endArray();
    }
    if (description.correlations) {
        writeCorrelations(json, *description.correlations);
    }
    return json.endObject().take();
}

QByteArray problemsJson(std::span<const Problem> problems, text::Language language,
                        std::span<const std::string> notices) {
    JsonWriter json;
    json.beginObject().key("problems").beginArray();
    for (const Problem& problem : problems) {
        writeProblem(json, problem, language);
    }
    json.endArray();
    if (!notices.empty()) {
        json.key("notices").beginArray();
        for (const std::string& notice : notices) {
            json.value(notice);
        }
        json.endArray();
    }
    return json.endObject().take();
}

} // namespace citypanel::report

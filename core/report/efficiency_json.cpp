// SPDX-License-Identifier: GPL-3.0-or-later
// The names of cli.md's JSON and where their values come from.
#include "core/report/efficiency_json.h"

#include "core/panel/number_text.h"
#include "core/report/json_writer.h"
#include "core/report/panel_text.h"

namespace citypanel::report {

namespace {

using Form = JsonWriter::Form;
using frontier::EfficiencyModel;
using frontier::EfficiencyScores;
using frontier::ProductivityIndex;

void writeKeys(JsonWriter& json, const Panel& panel, std::size_t row) {
    json.member("unit", unitOf(panel, row));
    json.key("period");
    if (panel.isCrossSection()) {
        json.null();
    } else {
        json.value(panel.periods()[row]);
    }
}

void writeRole(JsonWriter& json, std::string_view name,
               const std::vector<frontier::RoleVariable>& variables) {
    json.key(name).beginArray(Form::Line);
    for (const frontier::RoleVariable& variable : variables) {
        json.value(variable.variable.text);
    }
    json.endArray();
}

/// Where undesirable outputs stand: a choice in slacks-based models alone.
void writeBadAs(JsonWriter& json, const EfficiencyModel& model) {
    using frontier::Measure;
    json.key("bad_as");
    if (model.measure == Measure::Directional || model.measure == Measure::NonRadialDirectional) {
        json.null(); // the direction says it
        return;
    }
    json.value(nameOf(model.measure == Measure::Sbm ? model.technology.undesirableAs
                                                    : frontier::UndesirableAs::Input));
}

void writeModel(JsonWriter& json, const EfficiencyScores& scores) {
    const EfficiencyModel& model = scores.model;
    json.key("model").beginObject();
    json.member("model", nameOf(model.measure));
    writeRole(json, "inputs", model.technology.inputs);
    writeRole(json, "good", model.technology.good);
    writeRole(json, "bad", model.technology.bad);
    json.member("orientation", nameOf(model.orientation))
        .member("super", nameOf(model.super))
        .member("rts", nameOf(model.technology.returns))
        .member("reference", nameOf(model.reference));
    writeBadAs(json, model);
    json.member("disposability", nameOf(model.technology.disposability))
        .member("direction", nameOf(model.technology.direction))
        .endObject();
}

/// Total-factor performance of each input and undesirable output.
void writePerformance(JsonWriter& json, const EfficiencyScores& scores, std::size_t row) {
    json.key("performance").beginObject(Form::Line);
    std::size_t input = 0;
    std::size_t bad = 0;
    for (const frontier::VariableSlacks& variable : scores.variables) {
        if (variable.role == frontier::Role::Input) {
            json.member(variable.variable, scores.directional.inputPerformance[input++][row]);
        } else if (variable.role == frontier::Role::Bad) {
            json.member(variable.variable, scores.directional.badPerformance[bad++][row]);
        }
    }
    json.endObject();
}

void writeScore(JsonWriter& json, const Panel& panel, const EfficiencyScores& scores,
                std::size_t row) {
    json.beginObject(Form::Line);
    writeKeys(json, panel, row);
    json.member("score", scores.score[row]).member("status", nameOf(scores.status[row]));
    json.key("slacks").beginObject(Form::Line);
    for (const frontier::VariableSlacks& variable : scores.variables) {
        json.member(variable.variable, variable.slack[row]);
    }
    json.endObject().member("slacks_unique", static_cast<bool>(scores.slacksUnique[row]));
    json.key("projection").beginObject(Form::Line);
    for (const frontier::VariableSlacks& variable : scores.variables) {
        json.member(variable.variable, variable.projection[row]);
    }
    json.endObject();
    if (!scores.directional.unifiedEfficiency.empty()) {
        json.key("beta").beginObject(Form::Line);
        for (const frontier::VariableSlacks& variable : scores.variables) {
            json.member(variable.variable, variable.beta[row]);
        }
        json.endObject().member("unified_efficiency", scores.directional.unifiedEfficiency[row]);
        writePerformance(json, scores, row);
    }
    json.key("peers").beginArray(Form::Line);
    for (const frontier::Peer& peer : scores.peers[row]) {
        json.beginObject(Form::Line);
        writeKeys(json, panel, peer.row);
        json.member("lambda", peer.lambda).endObject();
    }
    json.endArray().endObject();
}

void writeChanges(JsonWriter& json, const Panel& panel,
                  const frontier::ProductivityChanges& changes) {
    json.member("productivity", nameOf(changes.index)).member("infeasible", changes.infeasible);
    json.key("indices").beginArray();
    for (const frontier::ProductivityChange& change : changes.changes) {
        json.beginObject(Form::Line)
            .member("unit", unitOf(panel, change.row))
            .member("from_period", panel.periods()[change.fromRow])
            .member("period", panel.periods()[change.row])
            .member("index", change.index)
            .member("efficiency_change", change.efficiencyChange)
            .member("technical_change", change.technicalChange);
        if (changes.index == ProductivityIndex::Malmquist) {
            json.member("pure_efficiency_change", change.pureEfficiencyChange)
                .member("scale_efficiency_change", change.scaleEfficiencyChange);
        }
        json.endObject();
    }
    json.endArray();
}

void writeInfluence(JsonWriter& json, const Panel& panel,
                    const frontier::FrontierInfluence& influence) {
    json.key("influence").beginObject();
    json.member("rows", influence.rows).member("spanning", influence.spanning);
    json.key("peers").beginArray();
    for (const frontier::RowInfluence& row : influence.peers) {
        json.beginObject(Form::Line);
        writeKeys(json, panel, row.row);
        json.member("times_peer", row.timesPeer)
            .member("share_of_inefficient", row.shareOfInefficient)
            .member("mean_before", row.meanBefore)
            .member("mean_without", row.meanWithout)
            .member("sets_every_score", row.setsEveryScore)
            .endObject();
    }
    json.endArray().endObject();
}

std::vector<std::vector<std::string>> changeRows(const Panel& panel,
                                                 const frontier::ProductivityChanges& changes) {
    std::vector<std::vector<std::string>> rows{
        {"unit", "from_period", "period", "index", "efficiency_change", "technical_change"}};
    const bool isMalmquist = changes.index == ProductivityIndex::Malmquist;
    if (isMalmquist) {
        rows.front().insert(rows.front().end(),
                            {"pure_efficiency_change", "scale_efficiency_change"});
    }
    for (const frontier::ProductivityChange& change : changes.changes) {
        rows.push_back({unitOf(panel, change.row), std::to_string(panel.periods()[change.fromRow]),
                        std::to_string(panel.periods()[change.row]), numberText(change.index),
                        numberText(change.efficiencyChange), numberText(change.technicalChange)});
        if (isMalmquist) {
            rows.back().push_back(numberText(change.pureEfficiencyChange));
            rows.back().push_back(numberText(change.scaleEfficiencyChange));
        }
    }
    return rows;
}

} // namespace

QByteArray efficiencyJson(const Panel& panel, const EfficiencyReport& report) {
    JsonWriter json;
    json.beginObject();
    writeModel(json, report.scores);
    json.key("scores").beginArray();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        writeScore(json, panel, report.scores, row);
    }
    json.endArray();
    if (report.changes) {
        writeChanges(json, panel, *report.changes);
    }
    if (report.influence) {
        writeInfluence(json, panel, *report.influence);
    }
    json.endObject();
    return json.take();
}

std::vector<std::vector<std::string>> efficiencyRows(const Panel& panel,
                                                     const EfficiencyReport& report) {
    if (report.changes) {
        return changeRows(panel, *report.changes);
    }
    const EfficiencyScores& scores = report.scores;
    std::vector<std::vector<std::string>> rows{{"unit", "period", "score", "status"}};
    for (const frontier::VariableSlacks& variable : scores.variables) {
        rows.front().push_back("slack_" + variable.variable);
    }
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        std::vector<std::string> cells{
            unitOf(panel, row),
            panel.isCrossSection() ? std::string() : std::to_string(panel.periods()[row]),
            numberText(scores.score[row]), std::string(nameOf(scores.status[row]))};
        for (const frontier::VariableSlacks& variable : scores.variables) {
            cells.push_back(numberText(variable.slack[row]));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::vector<std::vector<std::string>> influenceRows(const Panel& panel,
                                                    const frontier::FrontierInfluence& influence) {
    std::vector<std::vector<std::string>> rows{
        {"unit", "period", "times_peer", "share_of_inefficient", "mean_before", "mean_without"}};
    for (const frontier::RowInfluence& row : influence.peers) {
        rows.push_back(
            {unitOf(panel, row.row),
             panel.isCrossSection() ? std::string() : std::to_string(panel.periods()[row.row]),
             std::to_string(row.timesPeer), numberText(row.shareOfInefficient),
             numberText(row.meanBefore), numberText(row.meanWithout)});
    }
    return rows;
}

} // namespace citypanel::report

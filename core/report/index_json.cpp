// SPDX-License-Identifier: GPL-3.0-or-later
// The names of the command line's JSON and where their values come from.
#include "core/report/index_json.h"

#include "core/panel/number_text.h"
#include "core/report/json_writer.h"
#include "core/report/panel_text.h"

namespace citypanel::report {

namespace {

using Form = JsonWriter::Form;
using index::CompositeIndex;
using index::WeightSet;

void writeConventions(JsonWriter& json, const index::Weighting& weighting) {
    const bool isTopsis = weighting.aggregation != index::Aggregation::Sum;
    json.member("method", isTopsis && weighting.method == index::WeightMethod::Entropy
                              ? std::string_view("topsis")
                              : nameOf(weighting.method));
    json.member("normalisation", nameOf(weighting.normalisation))
        .member("scope", nameOf(weighting.scope))
        .member("stages", nameOf(weighting.stages))
        .member("shift", weighting.shift)
        .member("shifted_score", nameOf(weighting.shiftedScore))
        .member("aggregation", nameOf(weighting.aggregation))
        .member("sub_indices", nameOf(weighting.subIndices));
}

void writeWeights(JsonWriter& json, const WeightSet& set) {
    for (const index::IndicatorWeight& one : set.indicators) {
        json.beginObject(Form::Line);
        if (set.period) {
            json.member("period", *set.period);
        }
        json.member("indicator", one.indicator)
            .member("group", one.dimension)
            .member("direction", nameOf(one.direction))
            .member("entropy", one.entropy)
            .member("divergence", one.divergence)
            .member("weight", one.weight)
            .member("weight_without_top", one.weightWithoutTop)
            .member("variance_share", one.varianceShare)
            .endObject();
    }
}

void writeGroups(JsonWriter& json, const WeightSet& set) {
    for (const index::DimensionWeight& one : set.dimensions) {
        json.beginObject(Form::Line);
        if (set.period) {
            json.member("period", *set.period);
        }
        json.member("group", one.dimension).member("weight", one.weight).endObject();
    }
}

void writeHierarchy(JsonWriter& json, const WeightSet& set) {
    json.key("hierarchy").beginArray();
    for (const index::HierarchyWeights& matrix : set.hierarchy) {
        json.beginObject(Form::Line)
            .member("of", matrix.of)
            .member("lambda_max", matrix.largestEigenvalue)
            .member("consistency_index", matrix.consistencyIndex)
            .member("random_index", matrix.randomIndex)
            .member("consistency_ratio", matrix.consistencyRatio)
            .endObject();
    }
    json.endArray();
}

void writeScores(JsonWriter& json, const Panel& panel, const CompositeIndex& index) {
    json.key("scores").beginArray();
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        json.beginObject(Form::Line).member("unit", unitOf(panel, row)).key("period");
        if (panel.isCrossSection()) {
            json.null();
        } else {
            json.value(panel.periods()[row]);
        }
        json.member("score", index.score[row]);
        for (const index::DimensionIndex& dimension : index.dimensions) {
            json.member(dimension.dimension, dimension.values[row]);
        }
        json.endObject();
    }
    json.endArray();
}

} // namespace

QByteArray indexJson(const Panel& panel, const index::Weighting& weighting,
                     const CompositeIndex& index) {
    JsonWriter json;
    json.beginObject();
    writeConventions(json, weighting);
    json.member("rows_used", index.rowsUsed);
    json.key("weights").beginArray();
    for (const WeightSet& set : index.weights) {
        writeWeights(json, set);
    }
    json.endArray().key("groups").beginArray();
    for (const WeightSet& set : index.weights) {
        writeGroups(json, set);
    }
    json.endArray();
    if (!index.weights.empty() && !index.weights[0].hierarchy.empty()) {
        writeHierarchy(json, index.weights[0]);
    }
    writeScores(json, panel, index);
    json.endObject();
    return json.take();
}

std::vector<std::vector<std::string>> weightRows(const CompositeIndex& index) {
    const bool isByPeriod = !index.weights.empty() && index.weights[0].period.has_value();
    std::vector<std::vector<std::string>> rows{
        {"indicator", "group", "direction", "entropy", "divergence", "weight", "variance_share"}};
    if (isByPeriod) {
        rows[0].insert(rows[0].begin(), "period");
    }
    for (const WeightSet& set : index.weights) {
        for (const index::IndicatorWeight& one : set.indicators) {
            std::vector<std::string> cells{one.indicator,
                                           one.dimension,
                                           std::string(nameOf(one.direction)),
                                           numberText(one.entropy),
                                           numberText(one.divergence),
                                           numberText(one.weight),
                                           numberText(one.varianceShare)};
            if (isByPeriod) {
                cells.insert(cells.begin(), std::to_string(*set.period));
            }
            rows.push_back(std::move(cells));
        }
    }
    return rows;
}

std::vector<std::vector<std::string>> scoreRows(const Panel& panel, const CompositeIndex& index) {
    std::vector<std::vector<std::string>> rows{{"unit", "period", "score"}};
    for (const index::DimensionIndex& dimension : index.dimensions) {
        rows[0].push_back(dimension.dimension);
    }
    for (std::size_t row = 0; row < panel.rowCount(); ++row) {
        std::vector<std::string> cells{
            unitOf(panel, row),
            panel.isCrossSection() ? std::string() : std::to_string(panel.periods()[row]),
            numberText(index.score[row])};
        for (const index::DimensionIndex& dimension : index.dimensions) {
            cells.push_back(numberText(dimension.values[row]));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace citypanel::report

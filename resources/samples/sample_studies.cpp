// SPDX-License-Identifier: GPL-3.0-or-later
// The studies of the sample; each title says that the data are simulated.
#include "core/study/study.h"
#include "resources/samples/sample_project.h"

namespace citypanel::samples {

namespace {

using study::CheckKind;

study::StudyModel model() {
    study::StudyModel model;
    model.outcome = "Coor";
    model.core = {"Nqp"};
    model.controls = {"Econ", "Gov", "FDI", "Finan", "lnpd"};
    model.effects = {"city", "year"};
    model.vcov = "hc1";
    return model;
}

study::DescriptivesStudy descriptives() {
    study::DescriptivesStudy study;
    study.title = "描述性统计（模拟数据）";
    study.variables = {"Coor", "Nqp", "Nql", "Nqo", "Nqm", "Econ", "Gov", "FDI", "Finan", "lnpd"};
    study.withCorrelations = true;
    study.vifModel = "Coor ~ Nqp + Econ + Gov + FDI + Finan + lnpd";
    return study;
}

study::BaselineStudy baseline() {
    study::BaselineStudy study{.title = "基准回归（模拟数据）", .model = model()};
    study.model.core = {"Nqp", "Nql", "Nqo", "Nqm"};
    return study;
}

study::MechanismStudy mechanism() {
    study::MechanismStudy study{.title = "作用机制（模拟数据）", .model = model()};
    study.mediators = {"electricity_intensity", "energy_intensity", "ln_applications", "ln_grants",
                       "inclusion"};
    return study;
}

study::RobustnessStudy robustness() {
    study::RobustnessStudy study{.title = "稳健性检验（模拟数据）", .model = model()};
    study.checks = {
        {.kind = CheckKind::LaggedInstrument},
        {.kind = CheckKind::Restrict, .label = "剔除直辖市", .expression = "kind == \"其他城市\""},
        {.kind = CheckKind::Effects, .effects = {"city", "province^year"}},
        {.kind = CheckKind::MedianSplit},
        {.kind = CheckKind::LagRegressors},
        {.kind = CheckKind::Clustering, .label = "聚类到城市", .vcov = "cluster:city"},
        {.kind = CheckKind::Winsorising},
        {.kind = CheckKind::DropPeriods, .periods = {2020, 2021, 2022}},
        {.kind = CheckKind::Placebo}};
    return study;
}

study::HeterogeneityStudy heterogeneity() {
    study::HeterogeneityStudy study{.title = "异质性分析（模拟数据）", .model = model()};
    study.by = {"rank", "resource", "typology"};
    study.reps = 500;
    study.quadrants = {.by = "typology", .x = "digital_level", .y = "low_carbon"};
    return study;
}

study::ModerationStudy moderation() {
    study::ModerationStudy study{.title = "调节效应（模拟数据）", .model = model()};
    study.moderators = {"digital_level", "low_carbon"};
    return study;
}

study::SpecificationStudy specifications() {
    study::SpecificationStudy study{.title = "设定曲线（模拟数据）", .model = model()};
    study.allControlSubsets = true;
    study.effects = {{{"city", "province^year"}}};
    study.vcovs = {"cluster:city"};
    study.samples = {"kind == \"其他城市\""};
    study.reps = 100;
    return study;
}

} // namespace

std::vector<study::ProjectStudy> sampleStudies() {
    return {{"descriptives", "table3_descriptives", descriptives()},
            {"baseline", "table4_baseline", baseline()},
            {"mechanism", "table5_mechanism", mechanism()},
            {"robustness", "table6_robustness", robustness()},
            {"heterogeneity", "table7_heterogeneity", heterogeneity()},
            {"moderation", "moderation", moderation()},
            {"specifications", "specification_curve", specifications()}};
}

} // namespace citypanel::samples

// SPDX-License-Identifier: GPL-3.0-or-later
// A small regression table with one of everything, made by hand.
#pragma once

#include "core/study/table.h"

namespace citypanel::testing {

inline study::Table sampleTable() {
    using namespace study;
    Table table{.key = "regression"};
    table.title = phrase(Word::TitleRegression, {own("Coor")});
    table.rowHeading = phrase(Word::Variable);
    table.columns = {{.key = "1", .number = 1, .title = own("Coor"), .group = own("基准")},
                     {.key = "2", .number = 2, .title = own("Coor"), .group = own("基准")}};
    const Phrase city{.word = Word::Group, .own = "city"};
    table.rows = {
        {RowRole::Core,
         "term:nqp",
         own("Nqp"),
         {Coefficient{0.56312345678901234, 0.0741, 7.6, 0.0001, 0.418, 0.708},
          Coefficient{-0.0042, 0.0291, -0.14, 0.886, -0.061, 0.053}}},
        {RowRole::Control,
         "term:econ",
         own("Econ_1"),
         {Cell(), Coefficient{0.0094, 0.0041, 2.3, 0.0218, 0.001, 0.017}}},
        {RowRole::FixedEffect,
         "fe:city",
         phrase(Word::FixedEffect, {city}),
         {Mark{true}, Mark{false}}},
        {RowRole::Count,
         "nobs",
         phrase(Word::Observations),
         {Number{2904, NumberRole::Count}, Number{2820, NumberRole::Count}}},
        {RowRole::FitMeasure,
         "within_r_squared",
         phrase(Word::WithinRSquared),
         {Number{0.762, NumberRole::Measure}, Cell()}},
        {RowRole::Test,
         "kp_rk_wald_f",
         phrase(Word::WeakIdentification),
         {Cell(), TestValue{222.65, missingValue, 16.38}}},
    };
    table.notes = {
        {NoteKind::StandardErrors,
         phrase(Word::ErrorsClustered,
                {phrase(Word::List, {phrase(Word::ClusterWithCount, {city, number(242)})})}),
         {}},
        {NoteKind::Convention, phrase(Word::NoteSmallSample, {own("reghdfe")}), {2}},
    };
    return table;
}

} // namespace citypanel::testing

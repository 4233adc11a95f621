// SPDX-License-Identifier: GPL-3.0-or-later
// Tables by groups: models, tests of pairs, rows lost.
#include "core/study/group_plan.h"
#include "core/study/labels.h"
#include "core/study/listing.h"
#include "core/study/regression_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace citypanel::study {

namespace {

constexpr double significant = 0.05;

struct MethodWords {
    GroupTestMethod method;
    Word equal;
    Word pValue;
    Word holm;
};

constexpr std::array methodWords{
    MethodWords{GroupTestMethod::Chow, Word::EqualInteraction, Word::InteractionP,
                Word::HolmInteractionP},
    MethodWords{GroupTestMethod::Suest, Word::EqualSuest, Word::SuestP, Word::HolmSuestP},
    MethodWords{GroupTestMethod::Permutation, Word::EqualPermutation, Word::PermutationP,
                Word::HolmPermutationP}};

bool uses(const HeterogeneityStudy& study, GroupTestMethod method) {
    return std::find(study.methods.begin(), study.methods.end(), method) != study.methods.end();
}

bool hasHolm(const GroupPlan& plan) {
    return std::any_of(plan.groupings.begin(), plan.groupings.end(),
                       [](const Grouped& grouped) { return grouped.levels.size() > 2; });
}

Phrase coreName(const GroupPlan& plan) {
    return variablePhrase(plan.panel, termText(plan.study.model.core.front()));
}

/// Below the models: each level against the first of its grouping.
void addTestRows(const GroupPlan& plan, Table& table) {
    for (const std::string& term : coreNames(plan.study.model)) {
        for (const MethodWords& words : methodWords) {
            if (!uses(plan.study, words.method)) {
                continue;
            }
            Row row{.role = RowRole::Test,
                    .key = "equal:" + std::string(nameOf(words.method)) + ":" + term,
                    .label = phrase(words.equal, {variablePhrase(plan.panel, term)}),
                    .cells = std::vector<Cell>(plan.models.size())};
            for (const Grouped& grouped : plan.groupings) {
                for (std::size_t i = 1; grouped.differences && i < grouped.levels.size(); ++i) {
                    const GroupTest* test = grouped.differences->find(
                        words.method, term, grouped.levels.front(), grouped.levels[i]);
                    if (test != nullptr) {
                        // A permutation has no statistic but the difference itself.
                        const double shown =
                            isMissing(test->statistic) ? test->difference : test->statistic;
                        row.cells[grouped.first + i] =
                            TestValue{shown, judgedPValue(*test), missingValue};
                    }
                }
            }
            table.rows.push_back(std::move(row));
        }
    }
}

void addTestNotes(const GroupPlan& plan, Table& table) {
    const HeterogeneityStudy& study = plan.study;
    table.notes.push_back(
        {NoteKind::Other,
         phrase(Word::NoteGroupTests,
                {number(static_cast<std::size_t>(study.reps)), own(std::to_string(study.seed))}),
         {}});
    if (hasHolm(plan)) {
        table.notes.push_back({NoteKind::Other, phrase(Word::NoteHolm), {}});
    }
    for (const Grouped& grouped : plan.groupings) {
        const Phrase name = groupPhrase(plan.panel, grouped.by);
        if (!grouped.differences) {
            table.notes.push_back({NoteKind::Other, phrase(Word::NoteNoTest, {name}), {}});
        } else if (grouped.differences->isPermutedByRow &&
                   uses(study, GroupTestMethod::Permutation)) {
            table.notes.push_back({NoteKind::Other, phrase(Word::NoteRowPermutation, {name}), {}});
        }
    }
}

/// All tests of a pair agree, or they do not; what is not tested is said to be so.
Word verdictOf(const std::vector<const GroupTest*>& tests) {
    std::size_t different = 0;
    std::size_t made = 0;
    for (const GroupTest* test : tests) {
        if (test != nullptr && !isMissing(judgedPValue(*test))) {
            ++made;
            different += judgedPValue(*test) < significant ? 1 : 0;
        }
    }
    if (made == 0) {
        return Word::VerdictUntested;
    }
    return different == made ? Word::VerdictDiffers
                             : (different == 0 ? Word::VerdictSame : Word::VerdictMixed);
}

Cell pCell(double pValue) {
    return isMissing(pValue) ? Cell() : Cell(Number{pValue, NumberRole::Measure});
}

Row pairRow(const GroupPlan& plan, const Grouped& grouped, const std::string& term, std::size_t a,
            std::size_t b) {
    Row row{.role = RowRole::Test,
            .key = "pair:" + grouped.by + ":" + term + ":" + grouped.levels[a] + ":" +
                   grouped.levels[b],
            .label =
                phrase(Word::PairOf, {levelPhrase(plan.panel, grouped.by, grouped.levels[b]),
                                      levelPhrase(plan.panel, grouped.by, grouped.levels[a])})};
    std::vector<const GroupTest*> tests;
    std::vector<Cell> plain;
    std::vector<Cell> adjusted;
    Coefficient difference;
    for (const MethodWords& words : methodWords) {
        if (!uses(plan.study, words.method)) {
            continue;
        }
        const GroupTest* test =
            grouped.differences ? grouped.differences->find(words.method, term, grouped.levels[a],
                                                            grouped.levels[b])
                                : nullptr;
        tests.push_back(test);
        plain.push_back(test == nullptr ? Cell() : pCell(test->pValue));
        adjusted.push_back(test == nullptr ? Cell() : pCell(test->adjustedPValue));
        if (test != nullptr && isMissing(difference.stdError)) {
            difference = {.estimate = test->difference,
                          .stdError = test->stdError,
                          .statistic = test->statistic,
                          .pValue = judgedPValue(*test)};
        }
    }
    row.cells.push_back(isMissing(difference.estimate) ? Cell() : Cell(difference));
    row.cells.insert(row.cells.end(), plain.begin(), plain.end());
    if (hasHolm(plan)) {
        row.cells.insert(row.cells.end(), adjusted.begin(), adjusted.end());
    }
    row.cells.emplace_back(phrase(verdictOf(tests)));
    return row;
}

} // namespace

Phrase levelPhrase(const Panel& panel, const std::string& by, const std::string& level) {
    const Variable* column = panel.find(by);
    const bool isText = column != nullptr && (column->type() == VariableType::Text ||
                                              column->type() == VariableType::Category);
    return isText ? levelName(level) : phrase(Word::LevelOf, {groupPhrase(panel, by), own(level)});
}

Table groupTable(const GroupPlan& plan) {
    const StudyModel& model = plan.study.model;
    RegressionStudy asRegression;
    asRegression.core = coreNames(model);
    asRegression.statistics = plan.study.statistics;
    Table table = regressionTable(asRegression, plan.models, plan.panel);
    table.key = HeterogeneityStudy::id;
    table.title = plan.study.title.empty()
                      ? phrase(Word::TitleHeterogeneity,
                               {coreName(plan), variablePhrase(plan.panel, model.outcome.text)})
                      : own(plan.study.title);
    if (plan.study.withAllRows) {
        table.columns.front().title = phrase(Word::AllRows);
    }
    for (const Grouped& grouped : plan.groupings) {
        for (std::size_t i = 0; i < grouped.levels.size(); ++i) {
            table.columns[grouped.first + i].title =
                levelPhrase(plan.panel, grouped.by, grouped.levels[i]);
        }
    }
    addTestRows(plan, table);
    addTestNotes(plan, table);
    return table;
}

Table pairTable(const GroupPlan& plan) {
    Table table{.key = "tests",
                .title = phrase(Word::TitleGroupTests, {coreName(plan)}),
                .rowHeading = phrase(Word::GroupHeading)};
    table.columns.push_back({.key = "difference", .title = phrase(Word::Difference)});
    for (const bool isHolm : {false, true}) {
        for (const MethodWords& words : methodWords) {
            if (uses(plan.study, words.method) && (!isHolm || hasHolm(plan))) {
                table.columns.push_back(
                    {.key = std::string(isHolm ? "holm_" : "") + std::string(nameOf(words.method)),
                     .title = phrase(isHolm ? words.holm : words.pValue)});
            }
        }
    }
    table.columns.push_back({.key = "verdict", .title = phrase(Word::Verdict)});
    for (const Grouped& grouped : plan.groupings) {
        for (const std::string& term : coreNames(plan.study.model)) {
            table.rows.push_back(
                {.role = RowRole::Heading,
                 .key = "group:" + grouped.by + ":" + term,
                 .label = phrase(Word::LevelOf, {groupPhrase(plan.panel, grouped.by),
                                                 variablePhrase(plan.panel, term)})});
            for (std::size_t a = 0; a < grouped.levels.size(); ++a) {
                for (std::size_t b = a + 1; b < grouped.levels.size(); ++b) {
                    table.rows.push_back(pairRow(plan, grouped, term, a, b));
                }
            }
        }
    }
    addTestNotes(plan, table);
    return table;
}

Table singletonTable(const GroupPlan& plan) {
    Table table{.key = std::string(singletonsKey),
                .title = phrase(Word::TitleSingletons),
                .rowHeading = phrase(Word::Unit)};
    table.columns.push_back({.key = "group", .title = phrase(Word::GroupHeading)});
    table.columns.push_back({.key = "periods", .title = phrase(Word::PeriodHeading)});
    table.columns.push_back({.key = "rows", .title = phrase(Word::SingletonRows)});
    for (const Grouped& grouped : plan.groupings) {
        for (std::size_t i = 0; i < grouped.levels.size(); ++i) {
            const auto& fit = plan.models[grouped.first + i].fit;
            std::map<std::int32_t, Phrase> periods; // by unit
            for (std::size_t row = 0; fit && row < plan.panel.rowCount(); ++row) {
                if (fit->sample.reason(row) == ExclusionReason::Singleton) {
                    Phrase& list = periods[plan.panel.unitCodes()[row]];
                    list.word = Word::List;
                    list.arguments.push_back(own(std::to_string(plan.panel.periods()[row])));
                }
            }
            for (const auto& [unit, list] : periods) {
                const std::string& name = plan.panel.unitLabels()[static_cast<std::size_t>(unit)];
                const auto count = static_cast<double>(list.arguments.size());
                table.rows.push_back(
                    {.role = RowRole::Summary,
                     .key = "singleton:" + grouped.levels[i] + ":" + name,
                     .label = own(name),
                     .cells = {levelPhrase(plan.panel, grouped.by, grouped.levels[i]), list,
                               Number{count, NumberRole::Count}}});
            }
        }
    }
    return table;
}

} // namespace citypanel::study

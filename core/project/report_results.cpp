// SPDX-License-Identifier: GPL-3.0-or-later
// Order and edits of a project's results.
#include "core/project/report_results.h"

#include "core/report/phrase_labels.h"
#include "core/study/listing.h"

#include <algorithm>
#include <utility>

namespace citypanel::project {

namespace {

std::vector<ReportResult> inOrderOfStudies(const std::vector<StudyOutcome>& outcomes) {
    std::vector<ReportResult> results;
    for (const StudyOutcome& outcome : outcomes) {
        if (outcome.result == nullptr) {
            continue;
        }
        ReportResult base{
            .studyKey = outcome.key, .studyName = outcome.name, .result = outcome.result};
        for (const study::Table& table : outcome.result->tables) {
            ReportResult result = base;
            result.key = table.key;
            result.table = &table;
            results.push_back(std::move(result));
        }
        for (const study::Figure& figure : outcome.result->figures) {
            ReportResult result = base;
            result.key = figure.key;
            result.figure = &figure;
            results.push_back(std::move(result));
        }
    }
    return results;
}

} // namespace

bool isListing(const ReportResult& result) {
    return result.table != nullptr && study::isListing(*result.table);
}

report::TableStyle tableStyleOf(const Project& project) {
    report::TableStyle style = project.report.style;
    style.language =
        valueOf<text::Language>(project.settings.tableLanguage).value_or(text::Language::Chinese);
    return style;
}

std::vector<ReportResult> reportResults(const Project& project,
                                        const std::vector<StudyOutcome>& outcomes) {
    std::vector<ReportResult> results = inOrderOfStudies(outcomes);
    const auto& items = project.report.items;
    const auto place = [&items](const ReportResult& result) {
        return std::find_if(items.begin(), items.end(),
                            [&](const report::ReportItem& item) {
                                return item.study == result.studyKey && item.result == result.key;
                            }) -
               items.begin();
    };
    for (ReportResult& result : results) {
        const report::ReportItem* item = project.report.find(result.studyKey, result.key);
        result.isIncluded = item == nullptr || item->isIncluded;
    }
    // What only lists rows follows the results, unless it was given a place.
    const auto rank = [&](const ReportResult& result) {
        const std::ptrdiff_t at = place(result);
        const bool isNamed = at < static_cast<std::ptrdiff_t>(items.size());
        return std::pair{at, !isNamed && isListing(result)};
    };
    std::stable_sort(
        results.begin(), results.end(),
        [&](const ReportResult& a, const ReportResult& b) { return rank(a) < rank(b); });
    return results;
}

study::Table shownTable(const Project& project, std::string_view studyKey, study::Table table) {
    const report::ReportItem* item = project.report.find(studyKey, table.key);
    return report::withEdits(std::move(table), item != nullptr ? item->edits : report::TableEdits{},
                             project.report.labels, tableStyleOf(project).language);
}

study::Table shownTable(const Project& project, const ReportResult& result) {
    return shownTable(project, result.studyKey, *result.table);
}

study::Figure shownFigure(const Project& project, std::string_view studyKey,
                          const study::StudyResult& result, study::Figure figure) {
    const text::Language language = tableStyleOf(project).language;
    if (!project.report.labels.empty()) {
        report::PhraseLabels words(project.report.labels, language);
        for (const study::Table& table : result.tables) {
            words.learn(table);
        }
        figure = words.of(std::move(figure));
    }
    const report::ReportItem* item = project.report.find(studyKey, figure.key);
    if (item != nullptr && !item->edits.title.isEmpty()) {
        figure.title = study::own(item->edits.title.in(language));
    }
    return figure;
}

study::Figure shownFigure(const Project& project, const ReportResult& result) {
    return shownFigure(project, result.studyKey, *result.result, *result.figure);
}

std::vector<int> captionNumbers(const Project& project, const std::vector<ReportResult>& results) {
    const int first = project.report.style.firstNumber;
    int tables = 0;
    int figures = 0;
    std::vector<int> numbers;
    for (const ReportResult& result : results) {
        int number = 0;
        if (result.isIncluded && result.figure != nullptr) {
            number = ++figures;
        } else if (result.isIncluded && first > 0) {
            number = first + tables++;
        }
        numbers.push_back(number);
    }
    return numbers;
}

report::TableStyle styleOfTable(const Project& project, const std::vector<StudyOutcome>& outcomes,
                                std::string_view studyKey, std::string_view key) {
    report::TableStyle style = tableStyleOf(project);
    const std::vector<ReportResult> results = reportResults(project, outcomes);
    const std::vector<int> numbers = captionNumbers(project, results);
    style.firstNumber = 0;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].table != nullptr && results[i].studyKey == studyKey &&
            results[i].key == key) {
            style.firstNumber = numbers[i];
        }
    }
    return style;
}

std::string fileNameOf(const Project& project, const ReportResult& result) {
    const auto study =
        std::find_if(project.studies.begin(), project.studies.end(),
                     [&](const study::ProjectStudy& s) { return s.key == result.studyKey; });
    if (study == project.studies.end()) {
        return result.key;
    }
    std::string name = study->name.empty() ? study->key : study->name;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::string_view("/\\:*?\"<>| ").find(c) != std::string_view::npos; },
        '_');
    return result.key == study::idOf(study->study) ? name : name + "_" + result.key;
}

report::ReportPlan withResultAt(const Project& project, const std::vector<StudyOutcome>& outcomes,
                                std::size_t from, std::size_t to) {
    std::vector<ReportResult> results = reportResults(project, outcomes);
    if (from >= results.size() || to >= results.size()) {
        return project.report;
    }
    ReportResult moved = results[from];
    results.erase(results.begin() + static_cast<std::ptrdiff_t>(from));
    results.insert(results.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    std::vector<std::pair<std::string, std::string>> order;
    for (const ReportResult& result : results) {
        order.emplace_back(result.studyKey, result.key);
    }
    return withOrder(project.report, order);
}

report::ReportPlan withOrder(report::ReportPlan plan,
                             const std::vector<std::pair<std::string, std::string>>& order) {
    std::vector<report::ReportItem> items;
    for (const auto& [study, result] : order) {
        const report::ReportItem* known = std::as_const(plan).find(study, result);
        items.push_back(known != nullptr ? *known
                                         : report::ReportItem{.study = study, .result = result});
    }
    for (const report::ReportItem& item : plan.items) {
        const bool isOrdered = std::any_of(order.begin(), order.end(), [&item](const auto& keys) {
            return keys.first == item.study && keys.second == item.result;
        });
        if (!isOrdered) {
            items.push_back(item);
        }
    }
    plan.items = std::move(items);
    return plan;
}

} // namespace citypanel::project

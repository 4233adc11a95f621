// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the language of the window.
#include "ui/models/words.h"

#include "core/text/problem_text.h"

namespace citypanel::ui {

namespace {

text::Language current = text::Language::English;

QString qs(const std::string& value) {
    return QString::fromStdString(value);
}

QString qs(std::string_view value) {
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

} // namespace

void setWordsLanguage(text::Language language) {
    current = language;
}

text::Language wordsLanguage() {
    return current;
}

QString problemSentence(const Problem& problem) {
    return qs(text::sentence(problem, current));
}

QStringList problemLines(const Problems& problems) {
    QStringList lines;
    for (const Problem& problem : problems) {
        lines.append(problemSentence(problem));
    }
    return lines;
}

QString placeText(const Place& place) {
    return qs(text::placeText(place, current));
}

QString stepTitle(std::string_view stepId) {
    return qs(stepId);
}

QString stepSentence(const recipe::Step& step) {
    return qs(recipe::idOf(step));
}

QString stepChanges(const recipe::StepReport& report) {
    return QString::number(report.rowsBefore);
}

QString fieldLabel(std::string_view, std::string_view field) {
    return qs(field);
}

QString originKindName(OriginKind kind) {
    return QString::number(static_cast<int>(kind));
}

QString originText(const Origin& origin) {
    return qs(origin.file) + qs(cellName(origin.row, origin.column)) + qs(origin.step);
}

QString optionLabel(std::string_view name) {
    return qs(name);
}

} // namespace citypanel::ui

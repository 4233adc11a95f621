// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the tables of allowed includes, and comparing source files with them.
#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <regex>
#include <sstream>
#include <string_view>
#include <utility>

namespace citypanel::architecture {
namespace {

constexpr int longestFile = 600;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::vector<std::string> cellsOf(const std::string& row) {
    std::vector<std::string> cells;
    std::istringstream stream(row.substr(1));
    for (std::string cell; std::getline(stream, cell, '|');)
        cells.push_back(trimmed(cell));
    return cells;
}

// Names in a cell, separated by commas or spaces; "(one file)" and "all of" are for the reader.
std::vector<std::string> namesIn(std::string cell) {
    cell = std::regex_replace(cell, std::regex(R"(\([^)]*\)|\ball of\b|\band\b)"), " ");
    std::replace(cell.begin(), cell.end(), ',', ' ');
    std::istringstream stream(cell);
    std::vector<std::string> names;
    for (std::string name; stream >> name;)
        names.push_back(name);
    return names;
}

std::string pathBelow(const std::string& top, const std::string& name) {
    const bool isTop = name == "core" || name == "ui" || name == "app";
    const bool isPath = name.find('/') != std::string::npos;
    return isTop || isPath ? name : top + "/" + name;
}

std::string codeOf(const std::string& line) {
    return line.substr(0, line.find("//"));
}

bool isHeader(const std::string& path) {
    return path.ends_with(".h");
}

std::string at(const std::string& path, int line, const std::string& sentence) {
    return path + ":" + std::to_string(line) + ": " + sentence;
}

// A rule naming a top ("core") covers every folder below it.
bool allows(const FolderRule& rule, const std::string& folder) {
    return rule.folders.contains(folder) ||
           rule.folders.contains(folder.substr(0, folder.find('/')));
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "nothing" : text;
}

// Headers that cost every includer seconds, or that one of our two compilers lacks.
std::string whyNotIn(const SourceFile& file, const std::string& header) {
    static const std::set<std::string> umbrellas = {
        "QtCore", "QtGui", "QtWidgets", "QtCharts", "QtConcurrent", "Eigen/Dense", "Eigen/Eigen"};
    static const std::set<std::string> notInBoth = {"format", "source_location", "expected"};
    if (notInBoth.contains(header))
        return "GCC 12 and clang 14 do not both have it";
    const bool isConcurrent = header.starts_with("QtConcurrent");
    if (isHeader(file.path) && (umbrellas.contains(header) || isConcurrent))
        return "it makes every file that includes this header slow to compile";
    return {};
}

// A module's own umbrella folder may stand before a class: <QtWidgets/QWidget>.
std::string qtModuleOf(const std::string& header,
                       const std::map<std::string, std::string>& qtModules) {
    const auto slash = header.find('/');
    if (slash != std::string::npos)
        return header.substr(0, slash);
    if (header.size() > 2 && header.starts_with("Qt") && !qtModules.contains(header))
        return header;
    const auto found = qtModules.find(header);
    return found == qtModules.end() ? "Qt" : found->second;
}

std::vector<std::string> checkQuoted(const SourceFile& file, const Include& include,
                                     const std::string& own, const Rules& rules) {
    const std::string& target = include.target;
    if (target.ends_with(".moc") || target.find("/ui_") != std::string::npos)
        return {};
    const std::string other = folderOf(target);
    if (other.empty())
        return {at(file.path, include.line,
                   "includes \"" + target + "\": write the path from the root")};
    if (other == own)
        return {};
    if (!rules.contains(other))
        return {at(file.path, include.line,
                   "includes " + target + ", but no README's table has a row for " + other)};
    const FolderRule& rule = rules.at(own);
    if (!allows(rule, other))
        return {at(file.path, include.line,
                   "includes " + target + ", but " + own + " may include only " +
                       joined(rule.folders) + " (" + rule.saidIn + ")")};
    return {};
}

std::vector<std::string> checkBracketed(const SourceFile& file, const Include& include,
                                        const std::string& own, const Rules& rules,
                                        const std::map<std::string, std::string>& qtModules) {
    std::vector<std::string> complaints;
    const std::string shown = "includes <" + include.target + ">";
    if (const std::string why = whyNotIn(file, include.target); !why.empty())
        complaints.push_back(at(file.path, include.line, shown + ": " + why));
    const std::string library = libraryOf(include.target, qtModules);
    if (library == "std")
        return complaints;
    if (library.empty()) {
        complaints.push_back(
            at(file.path, include.line, shown + ", a library tests/architecture does not know"));
        return complaints;
    }
    const FolderRule& rule = rules.at(own);
    const bool isQt = library.starts_with("Qt") && library != "QtCharts";
    if (!rule.libraries.contains(library) && !(isQt && rule.libraries.contains("Qt")))
        complaints.push_back(at(file.path, include.line,
                                shown + " of " + library + ", but " + own + " may use only " +
                                    joined(rule.libraries) + " (" + rule.saidIn + ")"));
    return complaints;
}

// The folders of each folder's includes.
std::map<std::string, std::set<std::string>> graphOf(const std::vector<SourceFile>& files) {
    std::map<std::string, std::set<std::string>> graph;
    for (const SourceFile& file : files)
        for (const Include& include : includesOf(file.text)) {
            const std::string from = folderOf(file.path);
            const std::string to = include.quoted ? folderOf(include.target) : std::string();
            if (!from.empty() && !to.empty() && from != to)
                graph[from].insert(to);
        }
    return graph;
}

std::vector<std::string> circlesIn(const std::map<std::string, std::set<std::string>>& graph) {
    std::vector<std::string> complaints;
    std::set<std::string> done;
    std::vector<std::string> path;
    const std::function<void(const std::string&)> visit = [&](const std::string& folder) {
        const auto seen = std::find(path.begin(), path.end(), folder);
        if (seen != path.end()) {
            std::string circle;
            for (auto step = seen; step != path.end(); ++step)
                circle += *step + " -> ";
            complaints.push_back("folders include each other: " + circle + folder);
            return;
        }
        if (done.contains(folder) || !graph.contains(folder))
            return;
        path.push_back(folder);
        for (const std::string& next : graph.at(folder))
            visit(next);
        path.pop_back();
        done.insert(folder);
    };
    for (const auto& entry : graph)
        visit(entry.first);
    return complaints;
}

} // namespace

Rules readRules(const std::string& markdown, const std::string& top, const std::string& from,
                const std::set<std::string>& defaultLibraries) {
    Rules rules;
    std::vector<std::string> headings;
    for (const std::string& line : linesOf(markdown)) {
        if (!line.starts_with('|')) {
            headings.clear();
            continue;
        }
        const std::vector<std::string> cells = cellsOf(line);
        if (headings.empty()) {
            headings = cells;
            continue;
        }
        if (headings.front() != "folder" || cells.front().starts_with("---"))
            continue;
        const auto cell = [&](const std::string& heading) -> std::string {
            const auto found = std::find(headings.begin(), headings.end(), heading);
            const auto index = static_cast<std::size_t>(found - headings.begin());
            return index < cells.size() ? cells[index] : std::string();
        };
        FolderRule rule{{}, defaultLibraries, from};
        for (const std::string& name : namesIn(cell("may include")))
            rule.folders.insert(pathBelow(top, name));
        if (std::find(headings.begin(), headings.end(), "libraries") != headings.end()) {
            const std::vector<std::string> names = namesIn(cell("libraries"));
            rule.libraries = {names.begin(), names.end()};
        }
        for (const std::string& name : namesIn(cells.front()))
            rules[pathBelow(top, name)] = rule;
    }
    return rules;
}

std::vector<std::string> unknownNames(const Rules& rules) {
    std::vector<std::string> complaints;
    for (const auto& [folder, rule] : rules)
        for (const std::string& name : rule.folders)
            if (name.find('/') != std::string::npos && !rules.contains(name))
                complaints.push_back(rule.saidIn + ": the row of " + folder + " names " + name +
                                     ", which has no row");
    return complaints;
}

std::vector<Include> includesOf(const std::string& text) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
    std::vector<Include> includes;
    int number = 0;
    for (const std::string& line : linesOf(text)) {
        ++number;
        std::smatch match;
        if (std::regex_search(line, match, pattern))
            includes.push_back({number, match[2].str(), match[1].str() == "\""});
    }
    return includes;
}

std::string folderOf(const std::string& path) {
    const auto first = path.find('/');
    const auto second = first == std::string::npos ? first : path.find('/', first + 1);
    const std::string top = path.substr(0, first);
    if (second == std::string::npos || (top != "core" && top != "ui" && top != "app"))
        return {};
    return path.substr(0, second);
}

std::string libraryOf(const std::string& header,
                      const std::map<std::string, std::string>& qtModules) {
    static const std::array<std::pair<std::string_view, std::string_view>, 12> starts{
        {{"Eigen/", "Eigen"},
         {"unsupported/Eigen/", "Eigen"},
         {"boost/", "Boost.Math"},
         {"tl/", "tl::expected"},
         {"glpk", "GLPK"},
         {"quazip", "QuaZip"},
         {"freexl", "FreeXL"},
         {"readstat", "ReadStat"},
         {"libdeflate", "libdeflate"},
         {"uchardet", "uchardet"},
         {"xlsxwriter", "libxlsxwriter"},
         {"zlib", "zlib"}}};
    for (const auto& [start, library] : starts)
        if (header.starts_with(start))
            return std::string(library);
    if (header.starts_with('Q'))
        return qtModuleOf(header, qtModules);
    static const std::regex standard(R"([a-z_0-9]+)");
    static const std::regex system(R"((sys/)?[a-z]+\.h)");
    if (std::regex_match(header, standard) || std::regex_match(header, system))
        return "std";
    return {};
}

std::map<std::string, std::string> qtModulesBelow(const std::string& includeFolder) {
    std::map<std::string, std::string> modules;
    std::error_code error;
    for (const auto& module : std::filesystem::directory_iterator(includeFolder, error)) {
        const std::string name = module.path().filename().string();
        if (!module.is_directory() || !name.starts_with("Qt"))
            continue;
        for (const auto& header : std::filesystem::directory_iterator(module.path(), error)) {
            const std::string file = header.path().filename().string();
            if (file.starts_with('Q') && file.find('.') == std::string::npos)
                modules.emplace(file, name);
        }
    }
    return modules;
}

std::vector<std::string> checkIncludes(const SourceFile& file, const Rules& rules,
                                       const std::map<std::string, std::string>& qtModules) {
    const std::string own = folderOf(file.path);
    if (own.empty() || !rules.contains(own))
        return {at(file.path, 1, "stands in a folder that no README's table has a row for")};
    std::vector<std::string> complaints;
    for (const Include& include : includesOf(file.text)) {
        const std::vector<std::string> found =
            include.quoted ? checkQuoted(file, include, own, rules)
                           : checkBracketed(file, include, own, rules, qtModules);
        complaints.insert(complaints.end(), found.begin(), found.end());
    }
    return complaints;
}

std::vector<std::string> checkText(const SourceFile& file) {
    static const std::regex threadSubclass(R"(:\s*(public\s+)?QThread\b)");
    static const std::regex processEvents(R"(\bprocessEvents\s*\()");
    std::vector<std::string> complaints;
    const std::vector<std::string> lines = linesOf(file.text);
    if (lines.empty() || lines.front() != "// SPDX-License-Identifier: GPL-3.0-or-later")
        complaints.push_back(at(file.path, 1, "the first line is not the licence identifier"));
    if (lines.size() < 2 || !lines[1].starts_with("// "))
        complaints.push_back(at(file.path, 2, "the second line does not say what the file is"));
    if (static_cast<int>(lines.size()) > longestFile)
        complaints.push_back(at(file.path, longestFile,
                                "has " + std::to_string(lines.size()) + " lines, the most is " +
                                    std::to_string(longestFile)));
    if (folderOf(file.path).empty())
        return complaints;
    int number = 0;
    for (const std::string& line : lines) {
        ++number;
        const std::string code = codeOf(line);
        if (std::regex_search(code, threadSubclass))
            complaints.push_back(at(file.path, number, "derives from QThread: use the JobQueue"));
        if (std::regex_search(code, processEvents))
            complaints.push_back(at(file.path, number, "calls processEvents: use the JobQueue"));
    }
    return complaints;
}

std::vector<std::string> checkTree(const std::vector<SourceFile>& files) {
    std::vector<std::string> complaints = circlesIn(graphOf(files));
    std::string holder;
    for (const SourceFile& file : files)
        for (const Include& include : includesOf(file.text)) {
            if (libraryOf(include.target, {}) != "GLPK" || include.quoted)
                continue;
            if (holder.empty() && file.path.starts_with("core/frontier/") && !isHeader(file.path))
                holder = file.path;
            else if (file.path != holder)
                complaints.push_back(at(file.path, include.line,
                                        "includes <" + include.target +
                                            ">: one source file of core/frontier alone may"));
        }
    return complaints;
}

} // namespace citypanel::architecture

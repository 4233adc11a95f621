// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of who may include whom, read from the tables of core/, ui/ and app/ README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace citypanel::architecture {

// What one folder may include: other folders ("core/base") and libraries ("Eigen", "QtCore").
struct FolderRule {
    std::set<std::string> folders;
    std::set<std::string> libraries;
    std::string saidIn; // the README the rule was read from
};

// Keys are folders from the root: "core/estimate", "ui/widgets", "app/cli".
using Rules = std::map<std::string, FolderRule>;

struct SourceFile {
    std::string path; // from the root, with slashes
    std::string text;
};

// One #include line.
struct Include {
    int line = 0;
    std::string target; // without quotes or brackets
    bool quoted = false;
};

// Reads the table whose first heading is "folder". Folders and the names in "may include" are below
// `top` ("core"); the words core, ui and app stand for everything there. A table without a column
// "libraries" allows `defaultLibraries`. `from` names the README in complaints.
Rules readRules(const std::string& markdown, const std::string& top, const std::string& from,
                const std::set<std::string>& defaultLibraries = {});

// Rows that name folders which no row describes; one sentence each.
std::vector<std::string> unknownNames(const Rules& rules);

std::vector<Include> includesOf(const std::string& text);

// "core/panel" of "core/panel/panel.h"; empty for files elsewhere.
std::string folderOf(const std::string& path);

// The library a <header> belongs to: "Eigen", "GLPK", "QtCore", ...; "std" for the standard library
// and the system; empty for a header nobody knows. `qtModules` maps a Qt class header to its
// module.
std::string libraryOf(const std::string& header,
                      const std::map<std::string, std::string>& qtModules);

// Class headers of the installed Qt by module ("QString" -> "QtCore"), from its include folder.
std::map<std::string, std::string> qtModulesBelow(const std::string& includeFolder);

// All complaints about one file's includes as "file:line: sentence".
std::vector<std::string> checkIncludes(const SourceFile& file, const Rules& rules,
                                       const std::map<std::string, std::string>& qtModules);

// Complaints about a file's size and first lines and, in core, ui and app, about QThread subclasses
// and processEvents.
std::vector<std::string> checkText(const SourceFile& file);

// Complaints about circles of folders that include each other, and about GLPK outside one file.
std::vector<std::string> checkTree(const std::vector<SourceFile>& files);

} // namespace citypanel::architecture

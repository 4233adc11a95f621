// SPDX-License-Identifier: GPL-3.0-or-later
// The tree as it stands keeps the rules of its README tables.
#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace citypanel::architecture {
namespace {

const std::filesystem::path root = CITYPANEL_SOURCE_DIR;

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<SourceFile> sourcesBelow(const std::vector<std::string>& tops) {
    std::vector<SourceFile> files;
    for (const std::string& top : tops)
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".h" || extension == ".cpp")
                files.push_back({std::filesystem::relative(entry.path(), root).generic_string(),
                                 textOf(entry.path())});
        }
    return files;
}

const std::vector<std::string> describedTops = {"core", "ui", "app"};

Rules rulesOfTheTree() {
    Rules rules;
    for (const std::string& top : describedTops)
        rules.merge(readRules(textOf(root / top / "README.md"), top, top + "/README.md",
                              {"Qt", "QtCharts"}));
    return rules;
}

std::string listed(const std::vector<std::string>& complaints) {
    std::string text;
    for (const std::string& complaint : complaints)
        text += complaint + "\n";
    return text;
}

TEST(Architecture, TheTablesNameOnlyFoldersTheyDescribe) {
    const Rules rules = rulesOfTheTree();
    EXPECT_GE(rules.size(), 12U + 8U + 2U);
    EXPECT_EQ(listed(unknownNames(rules)), "");
}

TEST(Architecture, EveryIncludeIsAllowed) {
    const auto qtModules = qtModulesBelow(CITYPANEL_QT_INCLUDE_DIR);
    ASSERT_TRUE(qtModules.contains("QString")) << CITYPANEL_QT_INCLUDE_DIR;
    const Rules rules = rulesOfTheTree();
    for (const SourceFile& file : sourcesBelow(describedTops))
        EXPECT_EQ(listed(checkIncludes(file, rules, qtModules)), "");
}

TEST(Architecture, FoldersDoNotIncludeEachOtherInCircles) {
    EXPECT_EQ(listed(checkTree(sourcesBelow(describedTops))), "");
}

TEST(Architecture, EveryFileIsShortAndSaysWhatItIs) {
    for (const SourceFile& file : sourcesBelow({"core", "ui", "app", "tests", "resources"}))
        EXPECT_EQ(listed(checkText(file)), "");
}

} // namespace
} // namespace citypanel::architecture

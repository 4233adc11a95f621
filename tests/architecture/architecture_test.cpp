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

Rules rulesOfTheTree() {
    Rules rules = readRules(textOf(root / "core/README.md"), "core", "core/README.md");
    rules.merge(readRules(textOf(root / "ui/README.md"), "ui", "ui/README.md"));
    rules.merge(readRules(textOf(root / "app/README.md"), "app", "app/README.md"));
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
    EXPECT_GE(rules.size(), 12U + 4U + 2U);
    EXPECT_EQ(listed(unknownNames(rules)), "");
}

TEST(Architecture, EveryIncludeIsAllowed) {
    const auto qtModules = qtModulesBelow(CITYPANEL_QT_INCLUDE_DIR);
    ASSERT_TRUE(qtModules.contains("QString")) << CITYPANEL_QT_INCLUDE_DIR;
    const Rules rules = rulesOfTheTree();
    for (const SourceFile& file : sourcesBelow({"core", "ui", "app"}))
        EXPECT_EQ(listed(checkIncludes(file, rules, qtModules)), "");
}

TEST(Architecture, FoldersDoNotIncludeEachOtherInCircles) {
    EXPECT_EQ(listed(checkTree(sourcesBelow({"core", "ui", "app"}))), "");
}

TEST(Architecture, EveryFileIsShortAndSaysWhatItIs) {
    for (const SourceFile& file : sourcesBelow({"core", "ui", "app", "tests", "resources"}))
        EXPECT_EQ(listed(checkText(file)), "");
}

} // namespace
} // namespace citypanel::architecture

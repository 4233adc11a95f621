// SPDX-License-Identifier: GPL-3.0-or-later
// Help pages: both languages, a title each, and links that lead somewhere.
#include "core/text/help_topics.h"

#include <gtest/gtest.h>

#include <QDir>

#include <algorithm>
#include <regex>

namespace citypanel::text {
namespace {

TEST(HelpTopics, EveryPageStandsInBothLanguages) {
    const auto filesOf = [](const char* folder) {
        return QDir(QString::fromLatin1(folder)).entryList({QStringLiteral("*.md")}, QDir::Files);
    };
    EXPECT_EQ(filesOf(":/help/en"), filesOf(":/help/zh"));
    EXPECT_FALSE(helpTopics().empty());
}

TEST(HelpTopics, EveryPageHasATitleAndText) {
    for (const std::string& topic : helpTopics()) {
        for (const Language language : {Language::English, Language::Chinese}) {
            const auto page = helpPage(topic, language);
            ASSERT_TRUE(page.has_value()) << topic;
            EXPECT_TRUE(page->starts_with("# ")) << topic;
            EXPECT_GT(page->size(), 200u) << topic;
            EXPECT_FALSE(helpTitle(*page).empty()) << topic;
        }
    }
}

TEST(HelpTopics, LinksLeadToTopics) {
    const std::vector<std::string> topics = helpTopics();
    const std::regex link(R"(\(topic:([^)]*)\))");
    for (const std::string& topic : topics) {
        for (const Language language : {Language::English, Language::Chinese}) {
            const std::string page = helpPage(topic, language).value_or("");
            for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at) {
                EXPECT_NE(std::find(topics.begin(), topics.end(), (*at)[1].str()), topics.end())
                    << topic << " links to " << (*at)[1];
            }
        }
    }
}

TEST(HelpTopics, UnknownTopicsAreNone) {
    EXPECT_FALSE(helpPage("no_such_topic", Language::English).has_value());
    EXPECT_FALSE(helpPage("../en/start", Language::English).has_value());
}

} // namespace
} // namespace citypanel::text

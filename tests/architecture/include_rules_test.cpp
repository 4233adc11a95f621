// SPDX-License-Identifier: GPL-3.0-or-later
// The rules themselves: each forbidden thing is seen, and named with its file and line.
#include "tests/architecture/include_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace citypanel::architecture {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

const std::string coreTable = R"(# core
Words before the table.

| folder | is | may include | libraries |
| --- | --- | --- | --- |
| base | results | | tl::expected |
| panel | columns | base | |
| frontier | efficiency | base panel | Eigen, GLPK (one file) |
| text | words | base panel | QtCore |
)";
const std::string uiTable = R"(
| folder | is | may include | libraries |
| --- | --- | --- | --- |
| session | the project in hand | core | Qt |
| charts | figures | core session | Qt, QtCharts |
| data, import | one workplace each | core session charts | Qt |
| window | the main window | core and all of ui | Qt |
)";
const std::map<std::string, std::string> qtModules = {
    {"QString", "QtCore"}, {"QColor", "QtGui"}, {"QWidget", "QtWidgets"}, {"QChart", "QtCharts"}};

Rules rules() {
    Rules all = readRules(coreTable, "core", "core/README.md");
    all.merge(readRules(uiTable, "ui", "ui/README.md"));
    return all;
}

std::vector<std::string> complaintsOf(const std::string& path, const std::string& text) {
    return checkIncludes({path, text}, rules(), qtModules);
}

TEST(IncludeRules, ReadsFoldersAndLibrariesFromTheTables) {
    const Rules all = rules();
    EXPECT_THAT(all, SizeIs(9));
    EXPECT_THAT(all.at("core/base").folders, IsEmpty());
    EXPECT_THAT(all.at("core/frontier").folders, ElementsAre("core/base", "core/panel"));
    EXPECT_THAT(all.at("core/frontier").libraries, ElementsAre("Eigen", "GLPK"));
    EXPECT_THAT(all.at("ui/import").folders, ElementsAre("core", "ui/charts", "ui/session"));
    EXPECT_THAT(all.at("ui/window").folders, ElementsAre("core", "ui"));
    EXPECT_THAT(unknownNames(all), IsEmpty());
}

TEST(IncludeRules, ComplainsOfANameWithoutARow) {
    const Rules all = readRules("| folder | may include |\n|---|---|\n| panel | bsae |\n", "core",
                                "core/README.md");
    EXPECT_THAT(unknownNames(all), ElementsAre(HasSubstr("core/bsae")));
}

TEST(IncludeRules, AllowsWhatTheTableAllows) {
    EXPECT_THAT(complaintsOf("core/panel/panel.cpp", "#include \"core/panel/panel.h\"\n"
                                                     "#include \"core/base/result.h\"\n"
                                                     "#include <vector>\n#include <unistd.h>\n"),
                IsEmpty());
    EXPECT_THAT(complaintsOf("core/frontier/a.cpp", "#include <Eigen/Dense>\n#include <glpk.h>\n"),
                IsEmpty());
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include <QString>\n"), IsEmpty());
    EXPECT_THAT(complaintsOf("ui/charts/a.cpp", "#include <QChart>\n#include <QWidget>\n"),
                IsEmpty());
    EXPECT_THAT(complaintsOf("ui/window/a.cpp", "#include \"ui/data/page.h\"\n"), IsEmpty());
}

TEST(IncludeRules, NamesFileAndLineOfAFolderThatIsNotAllowed) {
    EXPECT_THAT(complaintsOf("core/panel/panel.h", "#include <vector>\n#include "
                                                   "\"core/text/words.h\"\n"),
                ElementsAre(AllOf(StartsWith("core/panel/panel.h:2: "), HasSubstr("core/text"),
                                  HasSubstr("core/README.md"))));
}

TEST(IncludeRules, RefusesUiFromCoreAndOneWorkplaceFromAnother) {
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include \"ui/session/session.h\"\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("ui/data/a.cpp", "#include \"ui/import/page.h\"\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("ui/session/a.cpp", "#include \"ui/charts/figure.h\"\n"), SizeIs(1));
}

TEST(IncludeRules, RefusesLibrariesOfOtherFolders) {
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include <Eigen/Core>\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include <QString>\n"),
                ElementsAre(HasSubstr("QtCore")));
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include <boost/math/distributions.hpp>\n"),
                SizeIs(1));
    EXPECT_THAT(complaintsOf("ui/data/a.cpp", "#include <QChart>\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include <nobody/knows.hpp>\n"), SizeIs(1));
}

TEST(IncludeRules, RefusesWindowsInCore) {
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include <QColor>\n"),
                ElementsAre(HasSubstr("QtGui")));
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include <QtWidgets/QWidget>\n"),
                ElementsAre(HasSubstr("QtWidgets")));
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include <QChart>\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("core/text/a.cpp", "#include <QtConcurrent>\n"), SizeIs(1));
}

TEST(IncludeRules, RefusesCostlyHeadersInHeadersOnly) {
    EXPECT_THAT(complaintsOf("core/frontier/a.h", "#include <Eigen/Dense>\n"),
                ElementsAre(HasSubstr("slow to compile")));
    EXPECT_THAT(complaintsOf("core/frontier/a.h", "#include <Eigen/Core>\n"), IsEmpty());
    EXPECT_THAT(complaintsOf("ui/session/a.h", "#include <QtConcurrent/QtConcurrentRun>\n"),
                SizeIs(1));
    EXPECT_THAT(complaintsOf("ui/session/a.cpp", "#include <QtConcurrent/QtConcurrentRun>\n"),
                IsEmpty());
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include <format>\n"), SizeIs(1));
}

TEST(IncludeRules, RefusesPathsThatDoNotStartAtTheRootAndFoldersWithoutARow) {
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include \"panel.h\"\n"), SizeIs(1));
    EXPECT_THAT(complaintsOf("core/fresh/a.cpp", ""),
                ElementsAre(StartsWith("core/fresh/a.cpp:1")));
    EXPECT_THAT(complaintsOf("core/panel/a.cpp", "#include \"core/fresh/a.h\"\n"), SizeIs(1));
}

TEST(IncludeRules, SeesCirclesOfFolders) {
    const std::vector<SourceFile> files = {{"core/panel/a.h", "#include \"core/frontier/b.h\"\n"},
                                           {"core/frontier/b.h", "#include \"core/text/c.h\"\n"},
                                           {"core/text/c.h", "#include \"core/panel/a.h\"\n"},
                                           {"core/text/d.h", "#include \"core/base/e.h\"\n"}};
    EXPECT_THAT(checkTree(files), ElementsAre(HasSubstr("core/frontier -> core/text -> core/panel "
                                                        "-> core/frontier")));
}

TEST(IncludeRules, AllowsGlpkInOneSourceFileOfFrontier) {
    EXPECT_THAT(checkTree({{"core/frontier/lp.cpp", "#include <glpk.h>\n"}}), IsEmpty());
    EXPECT_THAT(checkTree({{"core/frontier/lp.cpp", "#include <glpk.h>\n"},
                           {"core/frontier/sbm.cpp", "\n#include <glpk.h>\n"}}),
                ElementsAre(StartsWith("core/frontier/sbm.cpp:2")));
    EXPECT_THAT(checkTree({{"core/frontier/lp.h", "#include <glpk.h>\n"}}), SizeIs(1));
    EXPECT_THAT(checkTree({{"core/index/a.cpp", "#include <glpk.h>\n"}}), SizeIs(1));
}

const std::string head = "// SPDX-License-Identifier: GPL-3.0-or-later\n// What it is.\n";

TEST(IncludeRules, SeesSizeAndFirstLines) {
    EXPECT_THAT(checkText({"core/a/a.h", head}), IsEmpty());
    EXPECT_THAT(checkText({"core/a/a.h", "#pragma once\n"}), SizeIs(2));
    EXPECT_THAT(checkText({"core/a/a.h", head + std::string(598, '\n')}), IsEmpty());
    EXPECT_THAT(checkText({"core/a/a.h", head + std::string(599, '\n')}),
                ElementsAre(HasSubstr("601 lines")));
}

TEST(IncludeRules, SeesThreadSubclassesAndNestedEventLoops) {
    const std::string thread = "class Job : public QThread {};\n";
    const std::string events = "QCoreApplication::processEvents();\n";
    EXPECT_THAT(checkText({"ui/a/a.h", head + thread}), ElementsAre(StartsWith("ui/a/a.h:3")));
    EXPECT_THAT(checkText({"ui/a/a.h", head + events}), ElementsAre(StartsWith("ui/a/a.h:3")));
    EXPECT_THAT(checkText({"ui/a/a.h", head + "// never " + events}), IsEmpty());
    EXPECT_THAT(checkText({"tests/ui/a.cpp", head + events}), IsEmpty());
}

} // namespace
} // namespace citypanel::architecture

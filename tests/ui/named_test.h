// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of window tests share one program, tst_ui, which is told by name which of them to
// run.
#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace citypanel::ui::testing {

using TestMaker = std::function<std::unique_ptr<QObject>()>;

/// Every class of tests by its name.
inline std::map<std::string, TestMaker>& namedTests() {
    static std::map<std::string, TestMaker> tests;
    return tests;
}

/// A static of this type makes the tests of a class known under a name.
template <typename Tests>
struct NamedTest {
    explicit NamedTest(const char* name) {
        namedTests()[name] = [] { return std::make_unique<Tests>(); };
    }
};

} // namespace citypanel::ui::testing

// SPDX-License-Identifier: GPL-3.0-or-later
// tst_ui NAME [QTest's arguments]: runs one class of window tests.
#include "tests/ui/named_test.h"

#include <QApplication>
#include <QTest>

#include <iostream>

int main(int argc, char** argv) {
    const auto& tests = citypanel::ui::testing::namedTests();
    const auto named = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (named == tests.end()) {
        std::cerr << "tst_ui takes the name of its tests first:";
        for (const auto& [name, make] : tests) {
            std::cerr << ' ' << name;
        }
        std::cerr << '\n';
        return 2;
    }
    argv[1] = argv[0];
    --argc;
    ++argv;
    const QApplication app(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    return QTest::qExec(named->second().get(), argc, argv);
}

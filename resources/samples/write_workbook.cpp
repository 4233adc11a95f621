// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-sample-workbook CITIES.csv FOLDER: writes the simulated yearbooks.
#include "resources/samples/city_simulation.h"
#include "resources/samples/sample_workbook.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace {

using namespace citypanel;

constexpr std::uint64_t seed = 20112022;

Status writeSimulated(const char* citiesFile, const char* folder) {
    std::ifstream stream(citiesFile, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    CITYPANEL_TRY(const auto cities, samples::parseCities(text.str()));
    return samples::writeWorkbooks(folder, cities, samples::simulate(cities, seed));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: citypanel-sample-workbook CITIES.csv FOLDER\n", stderr);
        return 2;
    }
    if (const Status status = writeSimulated(argv[1], argv[2]); !status) {
        const std::string name = problemCodeName(status.error().code);
        std::fputs((name + " " + status.error().found + "\n").c_str(), stderr);
        return 1;
    }
    return 0;
}

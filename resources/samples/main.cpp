// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-sample-data CITIES.csv FOLDER: writes the sample workbook into the folder.
#include "core/text/problem_text.h"
#include "resources/samples/city_simulation.h"
#include "resources/samples/sample_workbook.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace {

using namespace citypanel;

constexpr std::uint64_t seed = 20112022;

Status writeSamples(const std::string& citiesFile, const std::string& folder) {
    std::ifstream stream(citiesFile, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    CITYPANEL_TRY(const auto cities, samples::parseCities(text.str()));
    return samples::writeWorkbook(folder + "/city_panel_2011_2022.xlsx", cities,
                                  samples::simulate(cities, seed));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: citypanel-sample-data CITIES.csv FOLDER\n", stderr);
        return 2;
    }
    if (const Status status = writeSamples(argv[1], argv[2]); !status) {
        std::fputs((text::sentence(status.error(), text::Language::English) + "\n").c_str(),
                   stderr);
        return 1;
    }
    return 0;
}

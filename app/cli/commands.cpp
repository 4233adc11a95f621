// SPDX-License-Identifier: GPL-3.0-or-later
// The commands in the order of the work.
#include "app/cli/command.h"

#include <array>

namespace citypanel::cli {

std::span<const Command> commands() {
    static const std::array all{sheetsCommand(),   importCommand(),  prepareCommand(),
                                describeCommand(), indexCommand(),   efficiencyCommand(),
                                estimateCommand(), compareCommand(), runCommand(),
                                reportCommand(),   scriptCommand()};
    return all;
}

} // namespace citypanel::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test with GoogleTest reads, read once by the compiler in builds that precompile
// headers. No file may lean on it: the debug preset compiles each without it.
#pragma once

#include "core/panel/panel.h"

#include <Eigen/Core>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

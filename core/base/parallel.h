// SPDX-License-Identifier: GPL-3.0-or-later
// The only parallel loop of the house: chunks of fixed size, results kept in chunk order.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace citypanel {

/// Upper bound on the threads used by parallelChunks (at least 1). The default is the number of
/// processors; tests set 1 and 2 to prove that the bits do not depend on it.
void setParallelThreads(unsigned threads);
[[nodiscard]] unsigned parallelThreads();

/// Half-open range of indices handled by one call of a loop body.
struct Chunk {
    std::size_t index; ///< 0, 1, 2, ... in order of `begin`
    std::size_t begin;
    std::size_t end;
};

/// Calls body once for each chunk of [0, count) of the given size, on up to parallelThreads()
/// threads. The chunks depend on count and size alone, never on the number of threads, so a caller
/// that stores a result per chunk and combines them in order gets the same bits on 1 and n threads.
/// Nested calls run serially. The body must not throw; atThreadEnd (may be empty) runs once on each
/// worker thread after its last chunk, for libraries with thread-local state.
void parallelChunks(std::size_t count, std::size_t chunkSize,
                    const std::function<void(const Chunk&)>& body,
                    const std::function<void()>& atThreadEnd = {});

/// Maps every chunk to a value and returns the values in chunk order.
template <typename T, typename Body>
[[nodiscard]] std::vector<T> parallelMapChunks(std::size_t count, std::size_t chunkSize,
                                               Body body) {
    std::vector<T> results(chunkSize == 0 ? 0 : (count + chunkSize - 1) / chunkSize);
    parallelChunks(count, chunkSize,
                   [&](const Chunk& chunk) { results[chunk.index] = body(chunk); });
    return results;
}

} // namespace citypanel

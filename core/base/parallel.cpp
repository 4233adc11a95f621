// SPDX-License-Identifier: GPL-3.0-or-later
// parallelChunks on std::thread: the calling thread works too, chunks are handed out by a counter.
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace citypanel {

namespace {

std::atomic<unsigned>& threadLimit() {
    static std::atomic<unsigned> limit{std::max(1U, std::thread::hardware_concurrency())};
    return limit;
}

bool& insideParallelLoop() {
    thread_local bool inside = false;
    return inside;
}

} // namespace

void setParallelThreads(unsigned threads) {
    threadLimit() = std::max(1U, threads);
}

unsigned parallelThreads() {
    return threadLimit();
}

void parallelChunks(std::size_t count, std::size_t chunkSize,
                    const std::function<void(const Chunk&)>& body,
                    const std::function<void()>& atThreadEnd) {
    if (count == 0) {
        return;
    }
    chunkSize = std::max<std::size_t>(1, chunkSize);
    const std::size_t chunks = (count + chunkSize - 1) / chunkSize;
    std::atomic<std::size_t> next{0};
    const auto work = [&](bool isWorker) {
        const bool wasInside = insideParallelLoop();
        insideParallelLoop() = true;
        for (std::size_t i = next++; i < chunks; i = next++) {
            body(Chunk{i, i * chunkSize, std::min(count, (i + 1) * chunkSize)});
        }
        insideParallelLoop() = wasInside;
        if (isWorker && atThreadEnd) {
            atThreadEnd();
        }
    };
    const std::size_t helpers =
        insideParallelLoop() ? 0 : std::min<std::size_t>(parallelThreads(), chunks) - 1;
    std::vector<std::thread> threads;
    threads.reserve(helpers);
    for (std::size_t i = 0; i < helpers; ++i) {
        threads.emplace_back(work, true);
    }
    work(false);
    for (std::thread& thread : threads) {
        thread.join();
    }
}

} // namespace citypanel

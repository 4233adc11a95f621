// SPDX-License-Identifier: GPL-3.0-or-later
// libdeflate takes half of zlib's time but cannot be interrupted: large parts are unpacked on a
// thread of their own, which a cancel leaves behind.
#include "core/sheets/unpacking.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <libdeflate.h>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace citypanel::sheets {

namespace {

/// Owned by the thread that unpacks and the one that waits, whoever is done last.
struct Unpacking {
    QByteArray packed{};
    StatedPart stated{};
    std::optional<QByteArray> content{};
    bool isDone = false; ///< content may be read; guarded by the mutex
    std::mutex mutex{};
    std::condition_variable done{};
};

std::optional<QByteArray> unpackedHere(const QByteArray& packed, const StatedPart& stated) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>
        decompressor(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    QByteArray content(stated.size, Qt::Uninitialized);
    const auto size = static_cast<std::size_t>(content.size());
    // Without a place for the size it finds, it takes nothing but what is exactly so long.
    const bool isWhole =
        decompressor != nullptr &&
        libdeflate_deflate_decompress(decompressor.get(), packed.constData(),
                                      static_cast<std::size_t>(packed.size()), content.data(), size,
                                      nullptr) == LIBDEFLATE_SUCCESS &&
        libdeflate_crc32(0, content.constData(), size) == stated.checksum;
    return isWhole ? std::optional(std::move(content)) : std::nullopt;
}

void unpackFor(const std::shared_ptr<Unpacking>& unpacking) {
    std::optional<QByteArray> content = unpackedHere(unpacking->packed, unpacking->stated);
    const std::scoped_lock lock(unpacking->mutex);
    unpacking->content = std::move(content);
    unpacking->isDone = true;
    unpacking->done.notify_all();
}

} // namespace

Result<std::optional<QByteArray>> unpacked(QByteArray packed, const StatedPart& stated,
                                           Progress& progress) {
    constexpr qsizetype quickly = 4 << 20; // unpacked in less than 10 ms
    constexpr std::chrono::milliseconds betweenLooks{5};
    if (stated.size <= quickly) {
        return unpackedHere(packed, stated);
    }
    const auto unpacking = std::make_shared<Unpacking>();
    unpacking->packed = std::move(packed);
    unpacking->stated = stated;
    std::thread(unpackFor, unpacking).detach();
    std::unique_lock lock(unpacking->mutex);
    while (!unpacking->done.wait_for(lock, betweenLooks, [&] { return unpacking->isDone; })) {
        if (progress.cancelled()) {
            return cancelledProblem();
        }
    }
    return std::move(unpacking->content);
}

} // namespace citypanel::sheets

// SPDX-License-Identifier: GPL-3.0-or-later
// Temporary neighbour, flush, rename, flush of the folder (POSIX).
#include "core/report/atomic_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace citypanel::report {

namespace {

Problem unwritable(const QString& path, const QString& why) {
    return {.code = ProblemCode::FileUnwritable,
            .place = {.file = path.toStdString()},
            .found = why.toStdString()};
}

/// Best effort: some file systems cannot flush a folder, and the rename has happened anyway.
void flushFolder(const QString& folder) {
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

Status writeNeighbour(QFile& file, const QByteArray& bytes) {
    CITYPANEL_TRY_STATUS(writeAll(file, bytes));
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return unwritable(file.fileName(), file.errorString());
    }
    return {};
}

/// A whole neighbour that waits for the file's name; without it, it goes.
class Replacement {
public:
    static Result<Replacement> of(const QString& path, const QByteArray& bytes) {
        const QFileInfo existing(path);
        const QString target = existing.exists() ? existing.canonicalFilePath() : path;
        QFile neighbour(target + QLatin1String(".saving"));
        if (!neighbour.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
            return unwritable(target, neighbour.errorString());
        }
        Replacement replacement(neighbour.fileName(), target);
        if (Status status = writeNeighbour(neighbour, bytes); !status) {
            return located(status.error(), {.file = target.toStdString()});
        }
        if (existing.exists()) {
            neighbour.setPermissions(existing.permissions());
        }
        return replacement;
    }

    Replacement(Replacement&& other) noexcept
        : neighbour_(std::exchange(other.neighbour_, QString()))
        , target_(std::move(other.target_)) {}

    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    Replacement& operator=(Replacement&&) = delete;

    ~Replacement() {
        if (!neighbour_.isEmpty()) {
            QFile::remove(neighbour_);
        }
    }

    Status put() {
        if (std::rename(QFile::encodeName(neighbour_).constData(),
                        QFile::encodeName(target_).constData()) != 0) {
            return unwritable(target_, QString::fromLocal8Bit(std::strerror(errno)));
        }
        neighbour_.clear();
        flushFolder(QFileInfo(target_).absolutePath());
        return {};
    }

private:
    Replacement(QString neighbour, QString target)
        : neighbour_(std::move(neighbour)), target_(std::move(target)) {}

    QString neighbour_;
    QString target_;
};

bool isDevice(const QString& path) {
    const QFileInfo existing(path);
    return existing.exists() && !existing.isFile() && !existing.isDir();
}

/// Devices and pipes are written into: a file in their place would break what reads them.
Status writeInto(const QString& path, const QByteArray& bytes) {
    QFile device(path);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return unwritable(path, device.errorString());
    }
    if (Status status = writeAll(device, bytes); !status) {
        return located(status.error(), {.file = path.toStdString()});
    }
    return {};
}

Status writeDevices(std::span<const NamedBytes> files) {
    for (const NamedBytes& file : files) {
        Status written = isDevice(file.path) ? writeInto(file.path, file.bytes) : Status();
        if (!written) {
            return written;
        }
    }
    return {};
}

} // namespace

Status writeAll(QIODevice& device, const QByteArray& bytes) {
    constexpr qint64 piece = qint64{1} << 20;
    for (qint64 written = 0; written < bytes.size();) {
        const qint64 taken =
            device.write(bytes.constData() + written, std::min(piece, bytes.size() - written));
        if (taken <= 0) {
            return Problem{.code = ProblemCode::FileUnwritable,
                           .found = device.errorString().toStdString()};
        }
        written += taken;
    }
    return {};
}

Status writeAtomically(const QString& path, const QByteArray& bytes) {
    const NamedBytes file{path, bytes};
    return writeTogether({&file, 1});
}

Status writeTogether(std::span<const NamedBytes> files) {
    std::vector<Replacement> replacements;
    for (const NamedBytes& file : files) {
        if (isDevice(file.path)) {
            continue;
        }
        auto replacement = Replacement::of(file.path, file.bytes);
        if (!replacement) {
            return replacement.error(); // the destructors take back what was written
        }
        replacements.push_back(*std::move(replacement));
    }
    for (Replacement& replacement : replacements) {
        CITYPANEL_TRY_STATUS(replacement.put());
    }
    return writeDevices(files);
}

Result<QByteArray> readFile(const QString& path) {
    const Place place{.file = path.toStdString()};
    QFile file(path);
    if (!file.exists()) {
        return Problem{.code = ProblemCode::FileNotFound, .place = place};
    }
    if (QFileInfo(path).isDir()) {
        return Problem{
            .code = ProblemCode::FileUnreadable, .place = place, .found = std::strerror(EISDIR)};
    }
    constexpr qint64 largest = (qint64{2} << 30) - 1;
    if (file.size() > largest) {
        return Problem{.code = ProblemCode::FileTooLarge,
                       .place = place,
                       .found = std::to_string(file.size())};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Problem{.code = ProblemCode::FileUnreadable,
                       .place = place,
                       .found = file.errorString().toStdString()};
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return Problem{.code = ProblemCode::FileUnreadable,
                       .place = place,
                       .found = file.errorString().toStdString()};
    }
    return bytes;
}

} // namespace citypanel::report

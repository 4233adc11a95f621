// SPDX-License-Identifier: GPL-3.0-or-later
// JobQueue: work off the UI thread; the latest job of a view wins.
#pragma once

#include "core/base/progress.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace citypanel::ui {

/// Runs jobs on a thread pool. A job started for a view cancels the one before it, whose result is
/// then dropped. Lives on the UI thread; every `done` runs there.
class JobQueue final : public QObject {
    Q_OBJECT

public:
    /// What a job leaves to be done on the UI thread.
    using Continuation = std::function<void()>;
    using Work = std::function<Continuation(Progress&)>;

    explicit JobQueue(QObject* parent = nullptr);
    /// Cancels all jobs and waits for them.
    ~JobQueue() override;

    /// Runs work(progress) off the UI thread, then done(result) on it, unless a later job of the
    /// same view was started or the view cancelled meanwhile. Exceptions of the work (bugs, out of
    /// memory) end in jobFailed().
    template <typename Result>
    void runLatest(const QString& view, std::function<Result(Progress&)> work,
                   std::function<void(Result)> done) {
        start(view, [work = std::move(work), done = std::move(done)](Progress& progress) {
            auto result = std::make_shared<Result>(work(progress));
            return Continuation([result, done] { done(std::move(*result)); });
        });
    }

    void start(const QString& view, Work work);
    /// As start(), but a running job of the view has `grace` to finish, with its result, before it
    /// is cancelled and the latest one begins; so a dragged slider shows results on the way.
    void startAfter(std::chrono::milliseconds grace, const QString& view, Work work);
    void cancel(const QString& view);

    [[nodiscard]] bool isRunning(const QString& view) const;

    [[nodiscard]] bool isIdle() const { return jobs_.isEmpty(); }

Q_SIGNALS:
    /// Share of the view's job that is done, at most about 30 times a second.
    void progressed(const QString& view, double fraction);
    /// The view has a job, or none any more (it won, was cancelled, or failed).
    void runningChanged(const QString& view, bool running);
    void jobFailed(const QString& view, const QString& what);

private:
    class Job;

    void launch(const QString& view, Work work);
    void finish(const QString& view, quint64 generation, const Continuation& continuation,
                const QString& failure);

    QThreadPool pool_;
    QHash<QString, std::shared_ptr<Job>> jobs_; ///< the latest of each view
    QHash<QString, Work> pending_;              ///< waits for the view's job to end its grace
    quint64 lastGeneration_ = 0;
};

} // namespace citypanel::ui

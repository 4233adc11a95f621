// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs by view and generation.
#include "ui/session/job_queue.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <exception>

namespace citypanel::ui {

/// A job's side of Progress: cancelled from the UI thread, reporting to it.
class JobQueue::Job final : public Progress {
public:
    Job(JobQueue& queue, QString view, quint64 generation)
        : queue_(queue), view_(std::move(view)), generation_(generation) {
        sinceStart_.start();
    }

    void report(double fraction) override {
        constexpr qint64 interval = 33; // milliseconds, about 30 a second
        const qint64 now = sinceStart_.elapsed();
        qint64 last = lastReport_.load();
        if (now - last < interval || !lastReport_.compare_exchange_strong(last, now)) {
            return;
        }
        QMetaObject::invokeMethod(
            &queue_,
            [queue = &queue_, view = view_, generation = generation_, fraction] {
                const auto current = queue->jobs_.value(view);
                if (current && current->generation_ == generation) {
                    Q_EMIT queue->progressed(view, fraction);
                }
            },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool cancelled() const override { return isCancelled_; }

    void cancel() { isCancelled_ = true; }

    [[nodiscard]] quint64 generation() const { return generation_; }

    [[nodiscard]] qint64 age() const { return sinceStart_.elapsed(); }

private:
    JobQueue& queue_;
    QString view_;
    quint64 generation_;
    QElapsedTimer sinceStart_;
    std::atomic<qint64> lastReport_ = 0;
    std::atomic<bool> isCancelled_ = false;
};

JobQueue::JobQueue(QObject* parent) : QObject(parent) {
    // A cancelled job may need a moment to notice; the latest one must not wait for it.
    pool_.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
}

JobQueue::~JobQueue() {
    for (const auto& job : std::as_const(jobs_)) {
        job->cancel();
    }
    pool_.waitForDone();
}

void JobQueue::start(const QString& view, Work work) {
    pending_.remove(view);
    if (const auto running = jobs_.value(view)) {
        running->cancel();
    }
    launch(view, std::move(work));
}

void JobQueue::startAfter(std::chrono::milliseconds grace, const QString& view, Work work) {
    const auto running = jobs_.value(view);
    if (!running || running->age() >= grace.count()) {
        start(view, std::move(work));
        return;
    }
    const bool isFirst = !pending_.contains(view);
    pending_[view] = std::move(work);
    if (isFirst) {
        const auto left = std::chrono::milliseconds(grace.count() - running->age());
        QTimer::singleShot(left, this, [this, view, generation = running->generation()] {
            const auto current = jobs_.value(view);
            if (current && current->generation() == generation && pending_.contains(view)) {
                start(view, pending_.take(view));
            }
        });
    }
}

void JobQueue::launch(const QString& view, Work work) {
    const bool wasRunning = jobs_.contains(view);
    auto job = std::make_shared<Job>(*this, view, ++lastGeneration_);
    jobs_[view] = job;
    pool_.start([this, view, job, work = std::move(work)] {
        Continuation continuation;
        QString failure;
        try {
            if (!job->cancelled()) {
                continuation = work(*job);
            }
        } catch (const std::exception& error) {
            failure = QString::fromUtf8(error.what());
        } catch (...) {
            failure = QStringLiteral("unknown exception");
        }
        QMetaObject::invokeMethod(
            this,
            [this, view, generation = job->generation(), continuation, failure] {
                finish(view, generation, continuation, failure);
            },
            Qt::QueuedConnection);
    });
    if (!wasRunning) {
        Q_EMIT runningChanged(view, true);
    }
}

void JobQueue::finish(const QString& view, quint64 generation, const Continuation& continuation,
                      const QString& failure) {
    const auto current = jobs_.value(view);
    if (!current || current->generation() != generation) {
        return; // a later job has won
    }
    jobs_.remove(view);
    if (pending_.contains(view)) {
        launch(view, pending_.take(view));
    }
    if (!failure.isEmpty()) {
        Q_EMIT jobFailed(view, failure);
    } else if (continuation) {
        continuation();
    }
    if (!jobs_.contains(view)) {
        Q_EMIT runningChanged(view, false);
    }
}

void JobQueue::cancel(const QString& view) {
    pending_.remove(view);
    if (const auto running = jobs_.take(view)) {
        running->cancel();
        Q_EMIT runningChanged(view, false);
    }
}

bool JobQueue::isRunning(const QString& view) const {
    return jobs_.contains(view);
}

} // namespace citypanel::ui

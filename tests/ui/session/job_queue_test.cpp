// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: the latest of a view wins, on the UI thread, whatever the others do.
#include "tests/ui/named_test.h"
#include "ui/session/job_queue.h"

#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <stdexcept>

namespace citypanel::ui {

class JobQueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void runsOffTheThreadAndFinishesOnIt() {
        JobQueue queue;
        QSignalSpy running(&queue, &JobQueue::runningChanged);
        QThread* worker = nullptr;
        QThread* finisher = nullptr;
        int result = 0;
        queue.runLatest<int>(
            QStringLiteral("view"),
            [&](Progress&) {
                worker = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                finisher = QThread::currentThread();
                result = value;
            });
        QVERIFY(queue.isRunning(QStringLiteral("view")));
        QTRY_COMPARE(result, 42);
        QVERIFY(worker != thread());
        QCOMPARE(finisher, thread());
        QTRY_VERIFY(queue.isIdle());
        QCOMPARE(running.size(), 2);
        QCOMPARE(running[0][1].toBool(), true);
        QCOMPARE(running[1][1].toBool(), false);
    }

    void appliesTheLatestOfThree() {
        JobQueue queue;
        std::atomic<int> cancelled = 0;
        QList<int> applied;
        for (int i = 1; i <= 3; ++i) {
            queue.runLatest<int>(
                QStringLiteral("view"),
                [i, &cancelled](Progress& progress) {
                    while (i < 3 && !progress.cancelled()) {
                        QThread::msleep(1);
                    }
                    cancelled += progress.cancelled() ? 1 : 0;
                    return i;
                },
                [&](int value) { applied.append(value); });
            QTest::qWait(20);
        }
        QTRY_VERIFY(queue.isIdle());
        QTest::qWait(20);
        QCOMPARE(applied, QList<int>{3});
        QCOMPARE(cancelled.load(), 2);
    }

    void keepsViewsApart() {
        JobQueue queue;
        QStringList applied;
        for (const char* view : {"a", "b"}) {
            queue.runLatest<int>(
                QLatin1String(view), [](Progress&) { return 0; },
                [&applied, view](int) { applied.append(QLatin1String(view)); });
        }
        QTRY_COMPARE(applied.size(), 2);
    }

    void givesARunningJobItsGrace() {
        JobQueue queue;
        QList<int> applied;
        const auto job = [&applied](int value) {
            return [&applied, value](Progress& progress) {
                for (int i = 0; i < 5 && !progress.cancelled(); ++i) {
                    QThread::msleep(10);
                }
                return progress.cancelled()
                           ? JobQueue::Continuation()
                           : JobQueue::Continuation([&applied, value] { applied.append(value); });
            };
        };
        // Sixty requests, 5 ms apart, of 50 ms each: some are shown on the way, the last always.
        for (int i = 0; i < 60; ++i) {
            queue.startAfter(std::chrono::milliseconds(500), QStringLiteral("v"), job(i));
            QTest::qWait(5);
        }
        QTRY_VERIFY(queue.isIdle());
        QVERIFY(applied.size() >= 3);
        QCOMPARE(applied.last(), 59);
        QVERIFY(std::is_sorted(applied.begin(), applied.end()));
    }

    void endsTheGraceOfASlowJob() {
        JobQueue queue;
        int applied = 0;
        queue.startAfter(std::chrono::milliseconds(50), QStringLiteral("v"),
                         [](Progress& progress) {
                             while (!progress.cancelled()) {
                                 QThread::msleep(1);
                             }
                             return JobQueue::Continuation();
                         });
        queue.startAfter(std::chrono::milliseconds(50), QStringLiteral("v"),
                         [&](Progress&) { return JobQueue::Continuation([&] { applied = 1; }); });
        QTRY_COMPARE_WITH_TIMEOUT(applied, 1, 2000);
    }

    void turnsExceptionsIntoASignal() {
        JobQueue queue;
        QSignalSpy failed(&queue, &JobQueue::jobFailed);
        queue.start(QStringLiteral("view"), [](Progress&) -> JobQueue::Continuation {
            throw std::runtime_error("broken");
        });
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].toString(), QStringLiteral("broken"));
        QVERIFY(queue.isIdle());
    }

    void dropsWhatIsCancelled() {
        JobQueue queue;
        bool isApplied = false;
        queue.start(QStringLiteral("view"), [&](Progress&) {
            QThread::msleep(20);
            return JobQueue::Continuation([&] { isApplied = true; });
        });
        queue.cancel(QStringLiteral("view"));
        QVERIFY(queue.isIdle());
        QTest::qWait(60);
        QVERIFY(!isApplied);
    }

    void waitsForJobsWhenItGoes() {
        std::atomic<bool> hasEnded = false;
        {
            JobQueue queue;
            queue.start(QStringLiteral("view"), [&](Progress& progress) {
                while (!progress.cancelled()) {
                    QThread::msleep(1);
                }
                hasEnded = true;
                return JobQueue::Continuation();
            });
            QTest::qWait(10);
        }
        QVERIFY(hasEnded);
    }

    void reportsProgressNowAndThen() {
        JobQueue queue;
        QSignalSpy progressed(&queue, &JobQueue::progressed);
        queue.start(QStringLiteral("view"), [](Progress& progress) {
            for (int i = 0; i <= 200; ++i) {
                progress.report(i / 200.0);
                QThread::msleep(1);
            }
            return JobQueue::Continuation();
        });
        QTRY_VERIFY(queue.isIdle());
        QVERIFY(progressed.size() >= 2);
        QVERIFY(progressed.size() <= 20);
    }
};

const testing::NamedTest<JobQueueTest> jobQueueNamed("session.job_queue");

} // namespace citypanel::ui

#include "job_queue_test.moc"

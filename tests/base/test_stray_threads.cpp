// Protects: the end of the process. A thread that was left behind counts as ended only after its thread-local
// clean-up, what it captured is destroyed on it, and one that hangs is reported and not waited for.
#include "models/base/stray_threads.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

using namespace muniment;
using namespace std::chrono_literals;

namespace {

std::atomic<int> cleanedUp = 0;

/// What OpenSSL does with its error queue.
struct ThreadLocalState {
    bool isUsed = false;

    ~ThreadLocalState() {
        std::this_thread::sleep_for(20ms);
        cleanedUp += isUsed ? 1 : 0;
    }
};

thread_local ThreadLocalState threadLocalState;

} // namespace

class TestStrayThreads : public QObject {
    Q_OBJECT
private slots:

    void settlesAfterThreadLocalCleanUp() {
        cleanedUp = 0;
        for (int i = 0; i < 8; ++i)
            startStrayThread([] { threadLocalState.isUsed = true; });
        QVERIFY(settleStrayThreads(20s));
        QCOMPARE(cleanedUp.load(), 8);
    }

    void destroysWhatWasCapturedOnTheThread() {
        std::thread::id destroyedOn;
        std::shared_ptr<int> captured(new int(1), [&destroyedOn](const int* number) {
            destroyedOn = std::this_thread::get_id();
            std::default_delete<const int>()(number);
        });
        startStrayThread([captured = std::move(captured)] { Q_UNUSED(captured); });
        QVERIFY(settleStrayThreads(20s));
        QVERIFY(destroyedOn != std::thread::id());
        QVERIFY(destroyedOn != std::this_thread::get_id());
    }

    void reportsOneThatHangs() {
        std::promise<void> answer;
        startStrayThread([hanging = answer.get_future().share()] { hanging.wait(); });
        QVERIFY(!settleStrayThreads(10ms));
        answer.set_value();
        QVERIFY(settleStrayThreads(20s));
    }

    void startsOnesFromAStray() {
        std::atomic<int> ran = 0;
        startStrayThread([&ran] {
            startStrayThread([&ran] { ++ran; });
            ++ran;
        });
        QVERIFY(settleStrayThreads(20s));
        QCOMPARE(ran.load(), 2);
    }
};

MUNIMENT_TEST(stray_threads, TestStrayThreads);
#include "test_stray_threads.moc"

// Protects that a thread gives way alone: what it starts does, too, and the window's thread keeps its weight.
#include "models/base/thread_pace.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <sched.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace muniment;

namespace {

int niceness() {
    return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()));
}

} // namespace

class TestThreadPace : public QObject {
    Q_OBJECT

private slots:

    void onlyThatThreadGivesWay() {
        const int before = niceness();
        const int policyBefore = ::sched_getscheduler(0);
        int after = before, afterChild = before, policy = policyBefore;
        std::thread([&] {
            giveWay();
            after = niceness();
            policy = ::sched_getscheduler(0);
            std::thread([&] { afterChild = niceness(); }).join();
        }).join();
        QVERIFY(after > before || before >= 5);
        QCOMPARE(afterChild, after);
        QCOMPARE(policy, SCHED_BATCH);
        QCOMPARE(niceness(), before);
        QCOMPARE(::sched_getscheduler(0), policyBefore);
    }
};

MUNIMENT_TEST(thread_pace, TestThreadPace);
#include "test_thread_pace.moc"

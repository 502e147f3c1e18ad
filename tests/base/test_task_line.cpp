// Protects: tasks are done in the order in which they were put, finish() waits for the last one, what a task throws
// comes out where the tasks come from, and a line that is given up drops what was not begun.
#include "models/base/task_line.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

using namespace muniment;

class TestTaskLine : public QObject {
    Q_OBJECT
private slots:

    void tasksAreDoneInOrder() {
        std::vector<int> done;
        TaskLine line(2);
        for (int i = 0; i < 1'000; ++i)
            line.put([&done, i] { done.push_back(i); });
        line.finish();
        std::vector<int> expected(1'000);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(done == expected);
        line.put([&done] { done.push_back(-1); }); // it goes on after an end
        line.finish();
        QCOMPARE(done.back(), -1);
    }

    void noMoreWaitThanIsSaid() {
        std::atomic<int> put = 0, begun = 0;
        std::atomic<int> mostAhead = 0;
        TaskLine line(3);
        for (int i = 0; i < 200; ++i) {
            line.put([&] {
                mostAhead = std::max(mostAhead.load(), put - begun);
                ++begun;
            });
            ++put;
        }
        line.finish();
        QCOMPARE(begun.load(), 200);
        QVERIFY(mostAhead <= 3 + 1); // and the one in hand
    }

    void whatATaskThrowsComesOut() {
        bool isNextDone = false;
        TaskLine line(8);
        line.put([] { throw std::runtime_error("the third row"); });
        QVERIFY_EXCEPTION_THROWN(line.finish(), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(line.put([&] { isNextDone = true; }), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(line.finish(), std::runtime_error);
        QVERIFY(!isNextDone);
    }

    void nothingIsLeftOfALineThatIsGivenUp() {
        const auto held = std::make_shared<int>(0);
        for (int round = 0; round < 100; ++round) {
            TaskLine line(8);
            for (int i = 0; i < 8; ++i)
                line.put([held] { ++*held; });
        }
        QCOMPARE(held.use_count(), 1L);
        QVERIFY(*held <= 800);
    }
};

MUNIMENT_TEST(task_line, TestTaskLine);
#include "test_task_line.moc"

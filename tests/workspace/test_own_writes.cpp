// Protects: a question that must see one's own writes waits for all that was sent before it and for nothing that came
// after, is told when they are there or when its patience is over, and is forgotten with whoever asked.
#include "models/workspace/own_writes.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;
using namespace std::chrono_literals;

class TestOwnWrites : public QObject {
    Q_OBJECT

    const RegionName eu{"eu"}, us{"us"};

    static LogKey at(std::int64_t major) { return {Position{major, 0}, 1}; }

    /// Asks, and notes the answer: -1 as long as there is none.
    static void ask(OwnWrites& writes, QObject* context, int& answer, std::chrono::milliseconds wait = 60s) {
        answer = -1;
        writes.whenSettled(context, wait, [&answer](bool isSettled) { answer = isSettled ? 1 : 0; });
    }

private slots:

    void withoutWritesTheAnswerIsThereAtOnce() {
        OwnWrites writes(this);
        int answer = 0;
        ask(writes, this, answer);
        QCOMPARE(answer, 1);
        QVERIFY(writes.areSettled());
    }

    void itWaitsForTheAnswerAndThenForThePlaceInTheLog() {
        OwnWrites writes(this);
        const auto number = writes.begin();
        int answer = 0;
        ask(writes, this, answer);
        writes.takeCursor(eu, at(100)); // nothing is known of the command yet
        QCOMPARE(answer, -1);
        writes.written(number, eu, at(101));
        QVERIFY(!writes.areSettled());
        writes.takeCursor(us, at(500)); // another region's log
        QCOMPARE(answer, -1);
        writes.takeCursor(eu, at(101));
        QCOMPARE(answer, 1);
        QVERIFY(writes.areSettled());
    }

    void whatWasRefusedIsNotWaitedFor() {
        OwnWrites writes(this);
        const auto number = writes.begin();
        int answer = 0;
        ask(writes, this, answer);
        writes.end(number);
        QCOMPARE(answer, 1);
    }

    void whatIsSentLaterIsNotWaitedFor() {
        OwnWrites writes(this);
        const auto first = writes.begin();
        int answer = 0;
        ask(writes, this, answer);
        const auto second = writes.begin();
        writes.end(first);
        QCOMPARE(answer, 1);
        int later = 0;
        ask(writes, this, later);
        QCOMPARE(later, -1);
        writes.end(second);
        QCOMPARE(later, 1);
    }

    void patienceEnds() {
        OwnWrites writes(this);
        const auto number = writes.begin();
        writes.written(number, eu, at(7));
        int answer = 0;
        ask(writes, this, answer, 1ms);
        QTRY_COMPARE(answer, 0);
        writes.takeCursor(eu, at(8)); // too late, and not told twice
        QCOMPARE(answer, 0);
    }

    void whoIsGoneIsNotTold() {
        OwnWrites writes(this);
        const auto number = writes.begin();
        int answer = 0;
        {
            QObject asker;
            ask(writes, &asker, answer);
        }
        writes.end(number);
        QCOMPARE(answer, -1);
    }

    void whoIsToldMayAskAgain() {
        OwnWrites writes(this);
        const auto number = writes.begin();
        int answers = 0;
        writes.whenSettled(this, 60s, [&](bool) {
            ++answers;
            writes.whenSettled(this, 60s, [&](bool) { ++answers; });
        });
        writes.end(number);
        QCOMPARE(answers, 2);
    }
};

MUNIMENT_TEST(own_writes, TestOwnWrites);
#include "test_own_writes.moc"

// Protects: what was handed to the writer counts as on its way until it is written, so that a sync that waits for an
// idle inbox does not end before the file holds what it has told.
#include "models/workspace/writer_inbox.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <tuple>

using namespace muniment;

class TestWriterInbox : public QObject {
    Q_OBJECT
private slots:

    void aJobIsDoneWhenTheWriterComesAgain() {
        WriterInbox inbox;
        inbox.pushJob([](ReplicaWriter&) {});
        QVERIFY(!inbox.isIdle());
        QVERIFY(inbox.take(now()).has_value());
        QVERIFY(!inbox.isIdle());
        QVERIFY(!inbox.take(now()).has_value());
        QVERIFY(inbox.isIdle());
    }

    void askingForJobsDoesNotMakeAKnownThroughWritten() {
        WriterInbox inbox;
        const RegionName region("eu-west-1");
        const auto following = inbox.beginFollowing(region, {});
        QVERIFY(following.has_value());
        inbox.noteKnownThrough(region, *following, Instant{1}, true);
        QVERIFY(!inbox.isIdle());
        const auto work = inbox.take(now());
        QVERIFY(work && std::holds_alternative<KnownUntil>(*work));
        // The disk is full: the writer tries again by and by, and carries out jobs meanwhile.
        inbox.pushJob([](ReplicaWriter&) {});
        QVERIFY(inbox.takeJob(now()).has_value());
        QVERIFY(!inbox.takeJob(now()).has_value());
        QVERIFY(!inbox.isIdle());
        std::ignore = inbox.take(now());
        QVERIFY(inbox.isIdle());
    }

    void aBatchIsDoneWhenItIsSaidToBe() {
        WriterInbox inbox;
        const RegionName region("eu-west-1");
        const auto following = inbox.beginFollowing(region, {});
        QVERIFY(following.has_value());
        QVERIFY(inbox.push({region, *following, nullptr, 3}, {}).has_value());
        const auto work = inbox.take(now());
        QVERIFY(work && std::holds_alternative<QueuedBatch>(*work));
        std::ignore = inbox.takeJob(now());
        std::ignore = inbox.take(now());
        QVERIFY(!inbox.isIdle());
        inbox.finished(std::get<QueuedBatch>(*work), std::nullopt);
        QVERIFY(inbox.isIdle());
    }

private:
    [[nodiscard]] static std::chrono::steady_clock::time_point now() { return std::chrono::steady_clock::now(); }
};

MUNIMENT_TEST(writer_inbox, TestWriterInbox);
#include "test_writer_inbox.moc"

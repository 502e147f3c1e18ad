// Protects: a backlog reaches the writer whole and in order although its batches are prepared on another thread; no
// more of it than one batch waits in memory; what a region is known through never overtakes the events before it.
#include "models/workspace/batch_sink.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <future>
#include <thread>
#include <tuple>

using namespace muniment;

namespace {

const RegionName kRegion("eu-west-1");
constexpr auto kLongEnough = std::chrono::milliseconds(100); ///< for what would happen at once if it happened

Uuid uuidOf(std::int64_t number) {
    Uuid id;
    for (std::size_t i = 0; i < sizeof number; ++i)
        id.bytes[i] = static_cast<unsigned char>(number >> (8 * i));
    return id;
}

/// Events first … first + count - 1 of the log.
Batch batchOf(std::int64_t first, std::size_t count, bool reachedTail = false) {
    Batch batch;
    batch.region = kRegion;
    batch.reachedTail = reachedTail;
    for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t number = first + static_cast<std::int64_t>(i);
        RecordedEvent event;
        event.tenant = TenantId("acme");
        event.aggregate = {"user", AggregateId("u" + std::to_string(number % 100))};
        event.sequence = number;
        event.eventId = uuidOf(number);
        event.type = "user.locked";
        event.key = {{number, 0}, 0};
        batch.events.push_back(std::move(event));
    }
    return batch;
}

std::chrono::steady_clock::time_point soon() {
    return std::chrono::steady_clock::now() + std::chrono::seconds(10);
}

} // namespace

class TestBatchSink : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_inbox = std::make_shared<WriterInbox>();
        const auto following = m_inbox->beginFollowing(kRegion, {});
        QVERIFY(following.has_value());
        m_sink.emplace(m_inbox, kRegion, *following, BatchTraits::Words::LeftOut, InboxSink::Held{});
    }

    void cleanup() {
        m_inbox->close();
        m_sink.reset();
    }

    void aBacklogArrivesWholeAndInOrder() {
        constexpr std::int64_t kBatches = 4;
        constexpr auto kPage = static_cast<std::int64_t>(kBatchEvents / 4);
        constexpr std::int64_t kAll = kBatches * static_cast<std::int64_t>(kBatchEvents) + 10;
        auto reading = std::async(std::launch::async, [&] {
            for (std::int64_t read = 0; read < kAll; read += kPage) {
                const std::int64_t count = std::min(kPage, kAll - read);
                if (!m_sink->apply(batchOf(1 + read, static_cast<std::size_t>(count), count < kPage), {}))
                    return false;
            }
            return true;
        });
        std::int64_t next = 1;
        bool reachedTail = false;
        while (next <= kAll) {
            const auto work = m_inbox->take(soon());
            QVERIFY(work && std::holds_alternative<QueuedBatch>(*work));
            const auto& queued = std::get<QueuedBatch>(*work);
            const auto& events = queued.batch->batch().events;
            QCOMPARE(queued.events, std::ssize(events));
            QCOMPARE(queued.batch->batch().region, kRegion);
            for (const RecordedEvent& event : events)
                QCOMPARE(event.key.position.major, next++);
            reachedTail = queued.batch->batch().reachedTail;
            m_inbox->finished(queued, std::nullopt);
        }
        QVERIFY(reading.get());
        QVERIFY(reachedTail);
        QVERIFY(m_sink->awaitWritten({}).has_value());
        QVERIFY(m_inbox->isIdle());
    }

    void aFollowerThatIsAheadWaits() {
        QVERIFY(m_sink->apply(batchOf(1, kBatchEvents), {}).has_value());
        QVERIFY(m_sink->apply(batchOf(1 + kBatchEvents, kBatchEvents), {}).has_value());
        auto third = std::async(std::launch::async,
                                [&] { return m_sink->apply(batchOf(1 + 2 * kBatchEvents, kBatchEvents), {}); });
        QCOMPARE(third.wait_for(kLongEnough), std::future_status::timeout);
        const auto work = m_inbox->take(soon());
        QVERIFY(work && std::holds_alternative<QueuedBatch>(*work));
        QVERIFY(third.get().has_value());
    }

    void whatIsKnownDoesNotOvertakeTheEventsBeforeIt() {
        QVERIFY(m_sink->apply(batchOf(1, kBatchEvents), {}).has_value());
        Batch nothing;
        nothing.region = kRegion;
        nothing.knownThrough = Instant{42};
        QVERIFY(m_sink->apply(std::move(nothing), {}).has_value());
        const auto first = m_inbox->take(soon());
        QVERIFY(first && std::holds_alternative<QueuedBatch>(*first));
        const auto second = m_inbox->take(soon());
        QVERIFY(second && std::holds_alternative<KnownUntil>(*second));
        QCOMPARE(std::get<KnownUntil>(*second).instant, Instant{42});
    }

    void aBatchThatIsRefusedEndsTheFollowing() {
        QVERIFY(m_sink->apply(batchOf(1, kBatchEvents), {}).has_value());
        const auto work = m_inbox->take(soon());
        QVERIFY(work && std::holds_alternative<QueuedBatch>(*work));
        m_inbox->finished(std::get<QueuedBatch>(*work), Error{ErrorCode::DiskFull, {}, {}});
        std::ignore = m_sink->apply(batchOf(1 + kBatchEvents, kBatchEvents), {});
        const auto refused = m_sink->apply(batchOf(1 + 2 * kBatchEvents, kBatchEvents), {});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QVERIFY(m_sink->hasLost());
    }

    void aStopEndsTheWait() {
        QVERIFY(m_sink->apply(batchOf(1, kBatchEvents), {}).has_value());
        QVERIFY(m_sink->apply(batchOf(1 + kBatchEvents, kBatchEvents), {}).has_value());
        std::stop_source stop;
        auto third = std::async(std::launch::async, [&] {
            return m_sink->apply(batchOf(1 + 2 * kBatchEvents, kBatchEvents), stop.get_token());
        });
        QCOMPARE(third.wait_for(kLongEnough), std::future_status::timeout);
        stop.request_stop();
        const auto stopped = third.get();
        QVERIFY(!stopped.has_value());
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        m_sink.reset(); // and its preparer, whose batch nobody takes
    }

    void anInboxThatClosesIsToldToWhoeverHandsOnLater() {
        m_inbox->close();
        std::ignore = m_sink->apply(batchOf(1, kBatchEvents), {});
        const auto second = m_sink->apply(batchOf(1 + kBatchEvents, kBatchEvents), {});
        QVERIFY(!second.has_value());
        QCOMPARE(second.error().code, ErrorCode::Cancelled);
    }

private:
    std::shared_ptr<WriterInbox> m_inbox;
    std::optional<InboxSink> m_sink;
};

MUNIMENT_TEST(batch_sink, TestBatchSink);
#include "test_batch_sink.moc"

// Protects the index: whatever the batches were, wherever chunks end and whatever was rolled back, it answers what a
// look at every event answers.
#include "models/replica/index/batch_traits.h"
#include "models/replica/index/event_index.h"
#include "models/replica/prepared_batch.h"
#include "tests/replica/index_check.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

SampleLogSettings rough() {
    SampleLogSettings settings;
    settings.isRough = true;
    return settings;
}

void apply(Replica& replica, SampleLog& log, const std::vector<int>& batches) {
    for (const int size : batches)
        (void)MUST(replica.writer()->apply(*prepareBatch(log.batch(size))));
}

/// Rows of full chunks, which are a function of the log alone.
std::vector<std::string> fullChunks(const std::filesystem::path& file) {
    std::vector<std::string> rows;
    for (const char* const table : {"index_facets", "index_keys", "index_words", "index_word_containers"})
        for (std::string& row : printedQuery(file, std::string("SELECT k, hex(body) FROM ") + table + " ORDER BY k"))
            rows.push_back(table + (" " + std::move(row)));
    return rows;
}

} // namespace

class IndexTest : public QObject {
    Q_OBJECT
private slots:
    void answersWhatTheEventsAnswer_data();
    void answersWhatTheEventsAnswer();
    void manyRunsInBatchesOfAnySize();
    void aBatchThatFailsLeavesItAsItWas();
    void rebuildingGivesTheSame();
    void keepsNoWordsWhereNoneAreWanted();
};

void IndexTest::answersWhatTheEventsAnswer_data() {
    QTest::addColumn<QList<int>>("batches");
    QTest::newRow("one event") << QList<int>{1};
    QTest::newRow("a few small ones") << QList<int>{1, 3, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 2};
    QTest::newRow("just to the edge") << QList<int>{65'535};
    QTest::newRow("over the edge by one") << QList<int>{65'535, 1};
    QTest::newRow("full batches") << QList<int>{65'536, 65'536};
    QTest::newRow("halves") << QList<int>{40'000, 40'000};
}

void IndexTest::answersWhatTheEventsAnswer() {
    QFETCH(QList<int>, batches);
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLogSettings settings;
    settings.isRough = true;
    SampleLog log(settings);
    std::int64_t last = 0;
    for (const int size : batches) {
        (void)MUST(replica->writer()->apply(*prepareBatch(log.batch(size))));
        last += size;
    }
    const auto snapshot = MUST(replica->snapshot());
    for (const std::int64_t bound : {last, last / 2})
        if (bound > 0)
            QCOMPARE(indexDifference(*snapshot, 1, bound), std::string());
}

void IndexTest::manyRunsInBatchesOfAnySize() {
    const std::vector<std::string> regions{"ap-south-1", "eu-west-1", "us-east-1"};
    const ReplicaFixture fixture(regions);
    auto replica = fixture.create();
    std::vector<SampleLog> logs;
    for (const std::string& region : regions) {
        SampleLogSettings settings = rough();
        settings.region = RegionName(region);
        settings.seed = region.size();
        logs.emplace_back(settings);
    }
    std::mt19937 random(20'261'121);
    std::vector<std::int64_t> lengths(regions.size());
    for (int i = 0; i < 60; ++i) {
        const std::size_t at = random() % logs.size();
        const int size = 1 + static_cast<int>(random() % (random() % 10 == 0 ? 30'000U : 300U));
        Batch batch = logs[at].batch(size);
        if (random() % 5 == 0) { // one that fails comes first
            Batch failing = batch;
            failing.events.push_back(failing.events.front());
            QVERIFY(!replica->writer()->apply(*prepareBatch(std::move(failing))));
        }
        (void)MUST(replica->writer()->apply(*prepareBatch(std::move(batch))));
        lengths[at] += size;
        if (random() % 10 == 0) { // what memory held is read from the file
            replica.reset();
            replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        }
    }
    const auto snapshot = MUST(replica->snapshot());
    for (std::size_t at = 0; at < regions.size(); ++at)
        for (const std::int64_t bound : {lengths[at], lengths[at] * 2 / 3})
            QCOMPARE(indexDifference(*snapshot, static_cast<std::int64_t>(at) + 1, bound), std::string());
}

void IndexTest::aBatchThatFailsLeavesItAsItWas() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log(rough());
    apply(*replica, log, {700, 20});
    const Batch next = log.batch(40);
    Batch rewound = next;
    rewound.events.push_back(rewound.events.front()); // fails at its last event
    QVERIFY(!replica->writer()->apply(*prepareBatch(rewound)));
    (void)MUST(replica->writer()->apply(*prepareBatch(next)));
    QCOMPARE(indexDifference(*replica, 760), std::string());
}

void IndexTest::rebuildingGivesTheSame() {
    const ReplicaFixture fixture;
    const auto replica = fixture.create();
    SampleLog log(rough());
    apply(*replica, log, {30'000, 30'000, 7'000});
    const auto before = fullChunks(fixture.path());
    QVERIFY(before.size() > 1'000);
    std::int64_t last = 67'000;
    while (!MUST(replica->writer()->rebuildSlice("index")).isFinished) {
        apply(*replica, log, {100});
        last += 100;
    }
    QCOMPARE(fullChunks(fixture.path()), before);
    apply(*replica, log, {50});
    QCOMPARE(indexDifference(*replica, last + 50), std::string());
}

void IndexTest::keepsNoWordsWhereNoneAreWanted() {
    const ReplicaFixture fixture;
    ReplicaSettings settings = fixture.settings();
    settings.indexesWords = false;
    const auto replica = MUST(Replica::create(fixture.path(), settings));
    SampleLog log({});
    apply(*replica, log, {66'000});
    const auto wordRows = [&] {
        return printedQuery(fixture.path(), "SELECT (SELECT count(*) > 0 FROM index_words), (SELECT count(*) > 0 FROM"
                                            " index_word_containers), (SELECT count(*) > 0 FROM index_deltas WHERE"
                                            " k >> 46 = 19)")
            .front();
    };
    const auto windows = [&] {
        const auto snapshot = MUST(replica->snapshot());
        EventIndex index(*snapshot, MUST(snapshot->bounds({})));
        return std::pair(index.hasWords(), index.word(1, "windows", false).isEmpty());
    };
    QCOMPARE(wordRows(), std::string("0|0|0"));
    QCOMPARE(windows(), std::pair(false, true));
    QCOMPARE(indexFindings(*replica), std::vector<std::string>());

    // Wanted now: not before all that is there has been taken in.
    (void)MUST(replica->writer()->rebuildSlice("index"));
    MUST(replica->writer()->setWordIndex(true));
    apply(*replica, log, {10});
    QCOMPARE(windows(), std::pair(false, true));
    while (!MUST(replica->writer()->rebuildSlice("index")).isFinished) {
    }
    QCOMPARE(wordRows(), std::string("1|1|1"));
    QCOMPARE(windows(), std::pair(true, false));
    // Prepared when there was no such index yet: the writer cuts the words itself.
    (void)MUST(replica->writer()->apply(PreparedBatch(log.batch(10), BatchTraits::Words::LeftOut)));
    QCOMPARE(indexDifference(*replica, 66'020), std::string());

    MUST(replica->writer()->setWordIndex(false));
    apply(*replica, log, {10});
    QCOMPARE(wordRows(), std::string("0|0|0"));
    QCOMPARE(windows(), std::pair(false, true));
}

MUNIMENT_TEST(index, IndexTest);
#include "test_index.moc"

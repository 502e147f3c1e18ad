// Protects a backlog's shared transaction (what is staged is all there after commit(), and all gone after a failure)
// and the memory that makes it fast: a table that forgets must not be believed to hold everything.
#include "models/replica/address_codec.h"
#include "models/replica/code_table.h"
#include "models/replica/index/index_layout.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

std::int64_t eventsIn(Replica& replica) {
    return MUST(MUST(replica.snapshot())->runs()).front().lastOrdinal;
}

} // namespace

class TestStaging : public QObject {
    Q_OBJECT

private slots:

    void stagedBatchesShowTogetherAtCommit() {
        const ReplicaFixture fixture;
        const auto replica = fixture.create();
        SampleLog log(SampleLogSettings{});
        (void)MUST(replica->writer()->stage(*prepareBatch(log.batch(500))));
        (void)MUST(replica->writer()->stage(*prepareBatch(log.batch(500))));
        QCOMPARE(eventsIn(*replica), std::int64_t(0));
        MUST(replica->writer()->commit());
        QCOMPARE(eventsIn(*replica), std::int64_t(1'000));
    }

    void stagingGivesTheRowsThatApplyingGives() {
        const ReplicaFixture staged;
        const ReplicaFixture applied;
        auto stagedReplica = staged.create();
        const auto appliedReplica = applied.create();
        SampleLogSettings settings;
        settings.isRough = true;
        SampleLog log(settings);
        for (int i = 0; i < 8; ++i) {
            const auto batch = prepareBatch(log.batch(700));
            (void)MUST(stagedReplica->writer()->stage(*batch));
            (void)MUST(appliedReplica->writer()->apply(*batch));
            if (i == 3) { // from here on the writer must search for names that it has not held from the first event
                MUST(stagedReplica->writer()->commit());
                stagedReplica.reset();
                stagedReplica = MUST(Replica::open(staged.path(), ReplicaAccess::ReadWrite));
            }
        }
        MUST(stagedReplica->writer()->commit());
        QCOMPARE(printedRows(staged.path()), printedRows(applied.path()));
    }

    void stagedBatchesLeaveTheIndexThatAppliedOnesLeave() {
        const ReplicaFixture staged;
        const ReplicaFixture applied;
        const auto stagedReplica = staged.create();
        const auto appliedReplica = applied.create();
        SampleLog log(SampleLogSettings{});
        for (int i = 0; i < 21; ++i) { // past the end of the first chunk, with deltas on both sides
            const auto batch = prepareBatch(log.batch(3'500));
            (void)MUST(stagedReplica->writer()->stage(*batch));
            (void)MUST(appliedReplica->writer()->apply(*batch));
            if (i == 6) // those before are joined from the file
                MUST(stagedReplica->writer()->commit());
        }
        MUST(stagedReplica->writer()->commit());
        for (const char* const table : kIndexTables) {
            const std::string all = std::string("SELECT k, hex(body) FROM ") + table + " ORDER BY k";
            const auto rows = printedQuery(staged.path(), all);
            QVERIFY(!rows.empty());
            QVERIFY(rows == printedQuery(applied.path(), all));
        }
    }

    void aFailureTakesBackEverythingStaged() {
        const ReplicaFixture fixture;
        const auto replica = fixture.create();
        SampleLog log(SampleLogSettings{});
        const auto first = prepareBatch(log.batch(300));
        const auto second = prepareBatch(log.batch(300));
        (void)MUST(replica->writer()->apply(*first));
        (void)MUST(replica->writer()->stage(*second));
        const auto again = replica->writer()->stage(*first);
        QVERIFY(!again);
        QVERIFY(again.error().code == ErrorCode::LogRewound);
        MUST(replica->writer()->commit());
        QCOMPARE(eventsIn(*replica), std::int64_t(300));
        (void)MUST(replica->writer()->apply(*second));
        QCOMPARE(eventsIn(*replica), std::int64_t(600));
    }

    void aFullTableForgetsTheLowerCodesAndSaysSo() {
        CodeTable table(3'000);
        const auto fingerprint = [](std::int64_t i) {
            return Fingerprint{static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15U, static_cast<std::uint32_t>(i)};
        };
        std::int64_t code = 0;
        while (!table.hasForgotten()) {
            ++code;
            table.put(fingerprint(code), {code, 2 * code});
            QVERIFY(code < 100'000);
        }
        QVERIFY(code > 3'000);
        QVERIFY(!table.find(fingerprint(1)));
        for (std::int64_t i = code - 1'000; i <= code; ++i) {
            const auto found = table.find(fingerprint(i));
            QVERIFY(found);
            QCOMPARE(found->code, i);
            QCOMPARE(found->lastSequence, 2 * i);
        }
    }

    void anAddressComesBackAsItWasWritten_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bytes");
        QTest::newRow("IPv4") << QByteArray("203.0.113.9") << 4;
        QTest::newRow("IPv6") << QByteArray("2001:db8::1") << 16;
        QTest::newRow("IPv6 not as one writes it") << QByteArray("2001:0db8::1") << 0;
        QTest::newRow("leading zero") << QByteArray("203.0.113.09") << 0;
        QTest::newRow("a network") << QByteArray("203.0.113.0/24") << 0;
        QTest::newRow("nothing") << QByteArray("") << 0;
    }

    void anAddressComesBackAsItWasWritten() {
        QFETCH(QByteArray, text);
        QFETCH(int, bytes);
        const auto packed = packAddress(text.toStdString());
        QCOMPARE(packed ? int(packed->size) : 0, bytes);
        if (packed)
            QCOMPARE(unpackAddress(packed->view()), text.toStdString());
    }
};

MUNIMENT_TEST(staging, TestStaging);
#include "test_staging.moc"

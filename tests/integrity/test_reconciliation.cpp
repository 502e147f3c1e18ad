// Protects: whatever a superuser does to old events of a real PostgreSQL server is found by the rounds that follow,
// with the right event and both hashes; what is no difference gives no alarm; a round reads what its budget allows,
// goes on where the last one ended, and a difference is not forgotten when it is mended.
#include "models/base/hex.h"
#include "models/integrity/reconciliation.h"
#include "models/integrity/reconciliation_record.h"
#include "models/replica/policy_notes.h"
#include "tests/integrity/reconciled_region.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr int kAll = 2 * ReconciledRegion::kDays * ReconciledRegion::kEventsADay;
constexpr Instant kNow{1'800'000'000'000'000};

Reconciliation never() {
    Reconciliation reconciliation;
    reconciliation.region = ReconciledRegion::region();
    return reconciliation;
}

/// The hundredth event of the log.
#define HUNDREDTH "(SELECT event_id FROM muniment.events ORDER BY position, in_tx_order LIMIT 1 OFFSET 99)"

} // namespace

class ReconciliationTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ReconciledRegion> m_region;
    std::unique_ptr<Replica> m_file;

    Reconciliation reconciled(const Reconciliation& before, Instant now, ReconciliationBudget budget) {
        return MUST(reconcileAll(*m_file, *m_region->open(), ReconciliationRound(before, {}, now, budget), {}, {}));
    }

    Reconciliation reconciled(ReconciliationBudget budget = ReconciliationBudget::whole()) {
        return reconciled(never(), kNow, budget);
    }

    [[nodiscard]] std::string idOfHundredth() {
        const auto snapshot = MUST(m_file->snapshot());
        const std::int64_t run = MUST(snapshot->runs()).front().run;
        return MUST(snapshot->event(EventNumber::of(run, 100))).eventId.text();
    }

private slots:

    void initTestCase() { m_region = std::make_unique<ReconciledRegion>(); }

    void cleanupTestCase() {
        m_file.reset();
        m_region.reset();
    }

    void init() { m_file = m_region->newFile(); }

    void cleanup() { m_region->restore(); }

    void whatIsTheSameAgrees() {
        const Reconciliation same = reconciled();
        QVERIFY(same.findings.empty());
        QCOMPARE(same.events, std::int64_t{kAll});
        QCOMPARE(same.digests, std::int64_t{2 * ReconciledRegion::kDays});
        QCOMPARE(same.differing, std::int64_t{0});
        QCOMPARE(same.wholeSince, std::optional(kNow));
        QVERIFY(!same.next);
    }

    void whatASuperuserDoesIsFound_data() {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const char* statement, const char* kind) {
            QTest::newRow(name) << QString::fromLatin1(statement) << QString::fromLatin1(kind);
        };
        row("payload", "UPDATE muniment.events SET payload = '{}' WHERE event_id = " HUNDREDTH, "edited");
        row("another day",
            "UPDATE muniment.events SET recorded_at = recorded_at - interval '3 days' WHERE event_id = " HUNDREDTH,
            "edited");
        row("another organization", "UPDATE muniment.events SET tenant_id = 'third' WHERE event_id = " HUNDREDTH,
            "edited");
        row("deleted", "DELETE FROM muniment.events WHERE event_id = " HUNDREDTH, "deleted");
        row("hidden", "UPDATE muniment.events SET live = false WHERE event_id = " HUNDREDTH, "deleted");
        row("moved to the beginning",
            "UPDATE muniment.events SET in_tx_order = (SELECT min(in_tx_order) - 1 FROM muniment.events) WHERE event_id"
            " = " HUNDREDTH,
            "reordered");
    }

    void whatASuperuserDoesIsFound() {
        QFETCH(const QString, statement);
        QFETCH(const QString, kind);
        const std::string id = idOfHundredth();
        m_region->tamper(statement.toStdString());
        // In one slice, and in slices of which several have something to say.
        for (const auto budget : {ReconciliationBudget::whole(), ReconciliationBudget{32, 1'000'000}}) {
            const Reconciliation found = reconciled(budget);
            QCOMPARE(found.findings.size(), std::size_t{1});
            const TrailFinding& finding = found.findings.front();
            QCOMPARE(QString::fromUtf8(trailChangeName(finding.change).data()), kind);
            QCOMPARE(finding.eventId->text(), id);
            QCOMPARE(finding.event->ordinal(), std::int64_t{100});
            QCOMPARE(finding.against, TrailWitness::Server);
            QCOMPARE(finding.expected.size(), std::size_t{64});
            QCOMPARE(finding.found.size(), std::size_t(kind == QStringLiteral("deleted") ? 0 : 64));
            QVERIFY(finding.expected != finding.found);
            QVERIFY(found.differing > 0);
        }
    }

    void anInsertedEventIsFound() {
        m_region->tamper(
            "INSERT INTO muniment.events (region, tenant_id, epoch, aggregate_type, aggregate_id, "
            "sequence, event_type, actor_type, actor_id, recorded_at, position, in_tx_order) SELECT "
            "region, tenant_id, epoch, aggregate_type, 's2', 1, 'session.user.checked', actor_type, "
            "actor_id, recorded_at, position - 1, in_tx_order FROM muniment.events WHERE event_id = " HUNDREDTH);
        const Reconciliation found = reconciled({50, 1'000'000});
        QCOMPARE(found.findings.size(), std::size_t{1});
        QCOMPARE(found.findings.front().change, TrailChange::Inserted);
        QVERIFY(found.findings.front().expected.empty());
        QCOMPARE(found.findings.front().found.size(), std::size_t{64});
    }

    void aCutEndIsFound() {
        m_region->tamper("DELETE FROM muniment.events WHERE in_tx_order > (SELECT max(in_tx_order) - 3 FROM "
                         "muniment.events)");
        const Reconciliation found = reconciled({50, 1'000'000});
        QCOMPARE(found.findings.size(), std::size_t{3});
        for (const TrailFinding& finding : found.findings)
            QCOMPARE(finding.change, TrailChange::Cut);
    }

    void whatIsNewerThanTheFileIsNoDifference() {
        m_region->addUser("late");
        const Reconciliation same = reconciled();
        QVERIFY(same.findings.empty());
        QCOMPARE(same.events, std::int64_t{kAll});
        m_region->catchUp(*m_file);
        QCOMPARE(reconciled().events, std::int64_t{kAll + 1});
    }

    void whoHasMovedAwayIsNoDifference() {
        // Removed at the old home before this file has heard of the move.
        m_region->tamper("UPDATE muniment.tenants SET state = 'moved', moved_to = 'us-east-1' WHERE id = 'acme'");
        m_region->tamper("DELETE FROM muniment.events WHERE tenant_id = 'acme' AND sequence > 30");
        const Reconciliation same = reconciled({32, 1'000'000});
        QVERIFY(same.findings.empty());
        QVERIFY(same.elsewhere >= kAll / 2 - 30);
        QCOMPARE(same.differing, std::int64_t{0});
    }

    void whatAPolicyLeavesOutIsNoDifference_data() {
        QTest::addColumn<bool>("hasPseudonyms");
        QTest::newRow("nothing of it is held") << false;
        QTest::newRow("without its persons") << true;
    }

    void whatAPolicyLeavesOutIsNoDifference() {
        QFETCH(const bool, hasPseudonyms);
        const ReplicaPolicy policy{true, {}, {TenantId("acme")}, hasPseudonyms};
        ReplicaSettings settings;
        settings.regions = {{ReconciledRegion::region(), "postgresql://nowhere"}};
        settings.policy = PolicyNote{kNow, "ann", "because", policy, {}, 0};
        const ReplicaFixture folder;
        m_file = MUST(Replica::create(folder.path(), settings));
        auto store = m_region->open();
        auto events = MUST(store->readTail({ReconciledRegion::region(), {}, 8192, false, {}})).events;
        LeafHasher hasher;
        if (hasPseudonyms)
            for (RecordedEvent& event : events) {
                if (event.tenant != TenantId("acme"))
                    withholdPersons(hasher, event);
            }
        else
            std::erase_if(events, [](const RecordedEvent& event) { return event.tenant != TenantId("acme"); });
        applyAll(*m_file, ReconciledRegion::region(), events, 100);
        const TenantFilter only{TenantFilter::Kind::Only, {TenantId("acme")}, {}};
        for (const TenantFilter& asked : {TenantFilter{}, only}) {
            if (hasPseudonyms && asked == only)
                continue;
            const auto same =
                MUST(reconcileAll(*m_file, *store, ReconciliationRound(never(), asked, kNow, {32, 1'000'000}), {}, {}));
            QVERIFY(same.findings.empty());
            QCOMPARE(same.differing, std::int64_t{0});
            QCOMPARE(same.events, std::int64_t{hasPseudonyms ? kAll : kAll / 2});
        }
        // And it is no blind spot.
        m_region->tamper("UPDATE muniment.events SET payload = '{}' WHERE event_id = " HUNDREDTH);
        m_region->tamper("UPDATE muniment.events SET payload = '{}' WHERE tenant_id = 'acme' AND sequence = 50");
        const auto found =
            MUST(reconcileAll(*m_file, *store, ReconciliationRound(never(), {}, kNow, {32, 1'000'000}), {}, {}));
        QCOMPARE(found.findings.size(), std::size_t(hasPseudonyms ? 2 : 1));
    }

    void aRoundReadsWhatItsBudgetAllows() {
        const ReconciliationBudget small{10, 60};
        Reconciliation state = never();
        std::int64_t rounds = 0;
        for (Instant now = kNow; !state.wholeSince && rounds < 100; now = now + 1, ++rounds) {
            ReconciliationRound round(state, {}, now, small);
            auto store = m_region->open();
            std::int64_t looked = 0;
            for (auto slice = MUST(round.next(*m_file)); slice; slice = MUST(round.next(*m_file))) {
                QVERIFY(slice->size <= small.slice && std::ssize(slice->leaves) <= small.slice);
                looked += slice->size;
                round.take(*slice, MUST(compareSlice(*slice, *store)));
            }
            QVERIFY(looked <= small.round);
            state = round.state();
            QVERIFY(state.findings.empty());
        }
        // 30 of each round are the newest, which the first one needs not to go over again.
        QCOMPARE(rounds, std::int64_t{(kAll - 30 + 29) / 30});
        QCOMPARE(state.wholeSince, std::optional(kNow)); // since the first round, all has been compared
    }

    void anOldEventIsFoundWithinTheRoundsOfAPass() {
        m_region->tamper("UPDATE muniment.events SET payload = '{}' WHERE event_id = " HUNDREDTH);
        Reconciliation state = never();
        for (int round = 0; round < kAll / 30 && state.findings.empty(); ++round) {
            // Kept and read again between the rounds, as other runs of the program do it.
            MUST(noteReconciliation(m_file->file(), reconciled(state, kNow + round, {10, 60})));
            const auto kept = MUST(readReconciliations(m_file->file()));
            QCOMPARE(kept.size(), std::size_t{1});
            state = kept.front();
        }
        QCOMPARE(state.findings.size(), std::size_t{1});
        QCOMPARE(state.findings.front().change, TrailChange::Edited);
        QCOMPARE(state.findings.front().event->ordinal(), std::int64_t{100});
    }

    void anInterruptedRoundGoesOnWhereItWas() {
        Reconciliation state = never();
        ReconciliationRound first(state, {}, kNow, {10, 60});
        auto store = m_region->open();
        for (int i = 0; i < 5; ++i) { // 30 newest ones, then 20 of the older
            const auto slice = MUST(first.next(*m_file));
            first.take(*slice, MUST(compareSlice(*slice, *store)));
        }
        ReconciliationRound second(first.state(), {}, kNow + 1, {10, 60});
        std::vector<std::int64_t> firsts;
        for (auto slice = MUST(second.next(*m_file)); slice; slice = MUST(second.next(*m_file))) {
            firsts.push_back(slice->leaves.front().n.ordinal());
            second.take(*slice, MUST(compareSlice(*slice, *store)));
        }
        QCOMPARE(firsts, (std::vector<std::int64_t>{kAll - 9, kAll - 19, kAll - 29, kAll - 59, kAll - 69, kAll - 79}));
        QCOMPARE(second.state().passSince, std::optional(kNow));
    }

    void aDifferenceIsKeptOnceAndNotForgotten() {
        m_region->tamper("UPDATE muniment.events SET payload = '{}' WHERE event_id = " HUNDREDTH);
        const Reconciliation found = reconciled();
        const Reconciliation again = reconciled(found, kNow + 1, ReconciliationBudget::whole());
        QCOMPARE(again.findings.size(), std::size_t{1});
        m_region->restore();
        const Reconciliation mended = reconciled(again, kNow + 2, ReconciliationBudget::whole());
        QCOMPARE(mended.findings.size(), std::size_t{1});
        QCOMPARE(mended.differing, std::int64_t{0});
        QVERIFY(reconciled().findings.empty()); // a person has all compared anew
    }

    void aStopIsHeard() {
        std::stop_source stop;
        stop.request_stop();
        const auto stopped =
            reconcileAll(*m_file, *m_region->open(), ReconciliationRound(never(), {}, kNow), stop.get_token(), {});
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void anEmptyFileHasNothingToCompare() {
        const ReplicaFixture folder;
        m_file = folder.create();
        const Reconciliation nothing = reconciled();
        QCOMPARE(nothing.events, std::int64_t{0});
        QVERIFY(nothing.findings.empty() && !nothing.wholeSince);
    }

    void theRecordKeepsEachRegion() {
        const auto file = m_file->file();
        QVERIFY(MUST(readReconciliations(file)).empty());
        m_region->tamper("UPDATE muniment.events SET payload = '{}' WHERE event_id = " HUNDREDTH);
        Reconciliation here = reconciled(never(), kNow, {10, 60});
        here.findings = reconciled().findings;
        here.trouble = "no \"answer\"";
        Reconciliation there;
        there.region = RegionName("us-east-1");
        there.at = kNow;
        MUST(noteReconciliation(file, there));
        MUST(noteReconciliation(file, here));
        QVERIFY(MUST(readReconciliations(file)) == (std::vector{here, there}));
        there.at = kNow + 7;
        MUST(noteReconciliation(file, there));
        QVERIFY(MUST(readReconciliations(file)) == (std::vector{here, there}));
    }

    void whatIsNoRecordIsTold() {
        QFile record(QString::fromStdString(reconciliationRecordPath(m_file->file()).string()));
        for (const char* text :
             {"", "{}", R"({"format":"muniment reconciliation","version":"1","regions":[],"x":"1"})"}) {
            QVERIFY(record.open(QIODevice::WriteOnly) && record.write(text) >= 0);
            record.close();
            QCOMPARE(readReconciliations(m_file->file()).error().code, ErrorCode::FileCorrupt);
        }
        QVERIFY(record.open(QIODevice::WriteOnly));
        record.write(R"({"format":"muniment reconciliation","version":"2","regions":[]})");
        record.close();
        QCOMPARE(readReconciliations(m_file->file()).error().code, ErrorCode::FileTooNew);
        QCOMPARE(noteReconciliation(m_file->file(), never()).error().code, ErrorCode::FileTooNew);
    }
};

MUNIMENT_TEST(reconciliation, ReconciliationTest);
#include "test_reconciliation.moc"

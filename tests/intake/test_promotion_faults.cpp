// Protects: what is told of a promotion whose answer was lost is what happened; a server that fails in the middle
// leaves the rest new and says so; and somebody who writes first costs another decision, not a record.
#include "tests/intake/intake_bench.h"
#include "tests/intake/losing_store.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestPromotionFaults : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_bench = std::make_unique<IntakeBench>(BenchStore::Embedded, m_noServers);
        m_acme = m_bench->addTenant("Acme");
        m_ids.clear();
        for (const char* name : {"ann", "bob", "carl"})
            m_ids.push_back(m_bench->receive(person(m_acme, name)));
        m_unknown = 0;
        m_promotions = 0;
    }

    void aLostAnswerIsSettledAsWritten() {
        const auto report = promote([](const Promotion& promotion, Intake& intake) -> Result<Appended> {
            std::ignore = intake.promote(promotion);
            return failure(ErrorCode::OutcomeUnknown);
        });
        QVERIFY(!report.endedBy && report.newest);
        QCOMPARE(outcomes(report), QStringLiteral("done done done"));
        QCOMPARE(m_unknown, 1);
        QCOMPARE(m_bench->log(m_acme).size(), std::size_t{3});
    }

    void aLostAnswerIsSettledAsNotWritten() {
        const auto report =
            promote([](const Promotion&, Intake&) -> Result<Appended> { return failure(ErrorCode::OutcomeUnknown); });
        QVERIFY(report.endedBy.has_value());
        QCOMPARE(report.endedBy->get("written"), std::string("no"));
        QVERIFY(report.outcomes.empty());
        QCOMPARE(m_unknown, 1);
        for (const Uuid& id : m_ids)
            QCOMPARE(m_bench->record(id).state, IntakeState::New);
        QVERIFY(m_bench->log(m_acme).empty());
    }

    void aServerThatFailsLeavesTheRestNew() {
        const TenantId rival = m_bench->addTenant("Rival");
        m_ids.push_back(m_bench->receive(person(rival, "dora")));
        const auto report = promote([this](const Promotion& promotion, Intake& intake) -> Result<Appended> {
            return m_promotions == 1 ? intake.promote(promotion) : failure(ErrorCode::Unreachable);
        });
        QVERIFY(report.endedBy && report.endedBy->code == ErrorCode::Unreachable);
        QCOMPARE(outcomes(report), QStringLiteral("done done done none"));
        QCOMPARE(m_bench->record(m_ids[3]).state, IntakeState::New);
    }

    void whoeverWritesFirstCostsADecision() {
        const auto report = promote([this](const Promotion& promotion, Intake& intake) -> Result<Appended> {
            if (m_promotions == 1)
                return failure(ErrorCode::Conflict, {}, {{"aggregateId", "somebody's"}});
            return intake.promote(promotion);
        });
        QCOMPARE(outcomes(report), QStringLiteral("done done done"));
        QCOMPARE(m_promotions, 2);
    }

    void aConflictThatStaysIsTheRecordsOwn() {
        const Uuid stubborn = m_ids[1];
        const auto report = promote([&](const Promotion& promotion, Intake& intake) -> Result<Appended> {
            if (std::ranges::find(promotion.records, stubborn) != promotion.records.end())
                return failure(ErrorCode::Conflict, {}, {{"aggregateId", "somebody's"}});
            return intake.promote(promotion);
        });
        QVERIFY(!report.endedBy);
        QCOMPARE(outcomes(report), QStringLiteral("done conflict done"));
        QCOMPARE(m_bench->record(stubborn).state, IntakeState::New);
    }

    void afterAStopNothingIsBegun() {
        std::stop_source stop;
        stop.request_stop();
        const auto report = promoteRecords(m_bench->store(), {m_bench->region(), "people", "tester"},
                                           m_bench->mapped(peopleMapping(), m_ids), systemClock(), stop.get_token());
        QVERIFY(report.endedBy && report.endedBy->code == ErrorCode::Cancelled);
        QVERIFY(m_bench->log(m_acme).empty());
    }

private:
    PromotionReport promote(const LosingStore::Promoting& promoting) {
        LosingStore store(m_bench->open(), [this, promoting](const Promotion& promotion, Intake& intake) {
            ++m_promotions;
            return promoting(promotion, intake);
        });
        return promoteRecords(store, {m_bench->region(), "people", "tester"}, m_bench->mapped(peopleMapping(), m_ids),
                              systemClock(), {}, [this](const Error&) { ++m_unknown; });
    }

    /// Of each record in their order.
    [[nodiscard]] QString outcomes(const PromotionReport& report) const {
        QStringList all;
        for (const Uuid& id : m_ids)
            all << QString::fromStdString(outcomeOf(report, id));
        return all.join(QLatin1Char(' '));
    }

    RegionalServers m_noServers; ///< not started
    std::unique_ptr<IntakeBench> m_bench;
    TenantId m_acme;
    std::vector<Uuid> m_ids;
    int m_unknown = 0;
    int m_promotions = 0;
};

MUNIMENT_TEST(promotion_faults, TestPromotionFaults);
#include "test_promotion_faults.moc"

// Protects the read models of access reviews: whatever careless writers wrote and whatever the batches were, the file
// holds what a fold of the log holds, every decision among it; and a file from before there were reviews takes them.
#include "models/domain/review.h"
#include "models/replica/migrations.h"
#include "models/replica/replica_file.h"
#include "models/replica/sqlite.h"
#include "models/replica/stored_id.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <algorithm>
#include <map>
#include <random>

using namespace muniment;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
constexpr int kReviewEvents = 1'500;

/// Nobody decides here: reviews start twice, are decided on before they start and after they close.
class RoughReviews {
public:
    std::vector<RecordedEvent> events() {
        auto events = sampleEvents({}, 300);
        const RecordedEvent pattern = events.back();
        for (int i = 0; i < kReviewEvents; ++i) {
            RecordedEvent event = pattern;
            const auto number = static_cast<std::size_t>(below(20));
            event.aggregate = {
                "review", AggregateId(number % 3 == 0 ? "review " + std::to_string(number) : ids()[number].text())};
            event.sequence = ++m_sequences[event.aggregate.id];
            const NewEvent fact = encode(review(), below(3) == 0 ? "why" : "");
            event.type = fact.type;
            event.payload = fact.payload;
            event.eventId = randomUuid();
            event.key = {{events.back().key.position.major + 1, 0}, 1};
            event.recordedAt = events.back().recordedAt + 1'000;
            events.push_back(std::move(event));
        }
        return events;
    }

private:
    std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(m_random() % std::uint64_t(end)); }

    const std::vector<Uuid>& ids() {
        while (m_ids.size() < 30)
            m_ids.push_back(randomUuid());
        return m_ids;
    }

    ReviewEvent review() {
        switch (below(12)) {
        case 0: {
            ReviewStarted started{"Spring " + std::to_string(below(9)), {}, {}, "Ann", {}, {}, below(100)};
            started.scope.kind = static_cast<ReviewScope::Kind>(below(4));
            if (started.scope.kind != ReviewScope::Kind::Organization)
                started.scope.id = AggregateId(ids()[3].text());
            if (below(2) == 0)
                started.dueAt = Instant{below(1'000'000)};
            started.since = AggregateId(below(2) == 0 ? "" : ids()[4].text());
            started.pin = {2, {{below(1'000'000), 7}, below(1'000)}, {below(1'000'000)}};
            return started;
        }
        case 1:
            return ReviewClosed{below(9), below(9), below(9)};
        default:
            return ReviewItemDecided{AggregateId(below(3) == 0 ? "grant" : ids()[std::size_t(below(30))].text()),
                                     below(2) == 0 ? ReviewDecision::Keep : ReviewDecision::Revoke, below(4)};
        }
    }

    std::mt19937_64 m_random{17};
    std::vector<Uuid> m_ids;
    std::map<AggregateId, std::int64_t> m_sequences;
};

const std::vector<RecordedEvent>& roughEvents() {
    static const auto events = RoughReviews().events();
    return events;
}

std::string time(const std::optional<Instant>& instant) {
    return instant ? std::to_string(instant->micros) : "NULL";
}

std::string reviewLine(const std::string& id, const ReviewState& state) {
    const ReviewStarted& of = state.started;
    std::string text = id + "|" + of.name + "|" + std::string(reviewScopeName(of.scope.kind)) + "|" +
                       of.scope.id.text() + "|" + of.since.text() + "|" + of.reviewer + "|" + time(of.dueAt);
    for (const std::int64_t value : {of.pin.at.micros, std::int64_t(of.pin.epoch), of.pin.key.position.major,
                                     std::int64_t(of.pin.key.position.minor), of.pin.key.inTxOrder, of.items})
        text += "|" + std::to_string(value);
    text += "|" + std::string(reviewLifecycleName(state.lifecycle));
    for (const std::int64_t value : {state.counts.kept, state.counts.revoked, state.counts.undecided})
        text += "|" + std::to_string(value);
    return text;
}

std::string sorted(std::vector<std::string> lines) {
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

std::map<std::string, std::vector<RecordedEvent>> histories() {
    std::map<std::string, std::vector<RecordedEvent>> all;
    for (const RecordedEvent& event : roughEvents())
        if (event.aggregate.type == "review")
            all[event.aggregate.id.text()].push_back(event);
    return all;
}

constexpr const char* kId = "(SELECT stored_id_text(id) FROM aggregates WHERE code = entity)";

} // namespace

class ReviewProjectionsTest : public QObject {
    Q_OBJECT
private slots:

    void rowsEqualTheFold() {
        const ReplicaFixture fixture;
        applyAll(*fixture.create(), kRegion, roughEvents(), 100);
        std::vector<std::string> reviews, decisions;
        for (const auto& [id, events] : histories()) {
            const ReviewState state = foldReview(events);
            reviews.push_back(reviewLine(id, state));
            for (const auto& [grant, decided] : state.decisions)
                decisions.push_back(id + "|" + grant.text() + "|" + std::string(reviewDecisionName(decided.decision)) +
                                    "|" + std::to_string(decided.grantSequence));
        }
        // A review that nobody started is no review, but what was decided in it is told.
        std::erase_if(reviews, [](const std::string& line) { return line.find("|none|") != std::string::npos; });
        QCOMPARE(sorted(printedQuery(fixture.path(),
                                     std::string("SELECT ") + kId +
                                         ", name, scope_kind, stored_id_text(scope), stored_id_text(since_review),"
                                         " reviewer, coalesce(due_at, 'NULL'), pinned_at, pinned_epoch, pinned_major,"
                                         " pinned_minor, pinned_in_tx_order, items, state, kept, revoked, undecided"
                                         " FROM review_versions WHERE to_n IS NULL AND state <> 'none'")),
                 sorted(reviews));
        QCOMPARE(sorted(printedQuery(fixture.path(),
                                     std::string("SELECT ") + kId +
                                         ", stored_id_text(grant_id), decision, grant_sequence FROM review_decisions"
                                         " WHERE to_n IS NULL")),
                 sorted(decisions));
        QVERIFY(reviews.size() > 10 && decisions.size() > 100);
    }

    void everyDecisionIsKept() {
        const ReplicaFixture fixture;
        applyAll(*fixture.create(), kRegion, roughEvents(), 100);
        // One that says just what the one before it said, with the same reason, is no other decision.
        std::map<std::pair<std::string, std::string>, std::string> before;
        std::size_t made = 0;
        for (const RecordedEvent& event : roughEvents()) {
            const auto fact = decodeReviewEvent(event.type, event.payload);
            const auto* decided = fact ? std::get_if<ReviewItemDecided>(&*fact) : nullptr;
            if (decided == nullptr)
                continue;
            auto& last = before[{event.aggregate.id.text(), decided->grant.text()}];
            made += last == *event.payload ? 0 : 1;
            last = *event.payload;
        }
        QCOMPARE(printedQuery(fixture.path(), "SELECT count(*) FROM review_decisions").front(), std::to_string(made));
    }

    void batchSizesAndRebuildsLeaveNoTrace() {
        std::vector<std::vector<std::string>> printed;
        const ReplicaFixture fixture;
        for (const std::size_t size : {5'000U, 37U}) {
            const std::string name = std::to_string(size);
            const auto replica = fixture.create(name.c_str());
            applyAll(*replica, kRegion, roughEvents(), size);
            printed.push_back(printedRows(fixture.path(name.c_str())));
            for (const char* model : {"reviews", "reviewDecisions"})
                while (!MUST(replica->writer()->rebuildSlice(model)).isFinished) {
                }
            printed.push_back(printedRows(fixture.path(name.c_str())));
            QVERIFY(MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {})).empty());
        }
        for (const auto& rows : printed)
            QVERIFY(rows == printed.front());
    }

    void theDoctorSeesEveryDamage_data() {
        QTest::addColumn<QString>("damage");
        for (const char* damage :
             {"UPDATE review_versions SET kept = kept + 1 WHERE from_n = (SELECT max(from_n) FROM review_versions)",
              "DELETE FROM review_versions_listed WHERE from_n = (SELECT min(from_n) FROM review_versions_listed)",
              "UPDATE review_decisions SET decision = 'keep' WHERE from_n = (SELECT max(from_n) FROM review_decisions "
              "WHERE decision = 'revoke')",
              "UPDATE review_decisions SET reason = 'another' WHERE from_n = (SELECT max(from_n) FROM "
              "review_decisions)",
              "DELETE FROM review_decisions WHERE from_n = (SELECT min(from_n) FROM review_decisions)"})
            QTest::newRow(damage) << QString::fromUtf8(damage);
    }

    void theDoctorSeesEveryDamage() {
        QFETCH(QString, damage);
        const ReplicaFixture fixture;
        applyAll(*fixture.create(), kRegion, roughEvents(), 5'000);
        {
            SQLite::Database file(fixture.path().string(), SQLite::OPEN_READWRITE);
            QCOMPARE(file.exec(damage.toStdString()), 1);
        }
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
        const auto findings = MUST(examineReplica(*MUST(replica->snapshot()), 1, {}, {}));
        QVERIFY(
            std::ranges::any_of(findings, [](const Finding& finding) { return finding.kind == "file.projection"; }));
    }

    void aFileOfVersion2TakesThem() {
        const ReplicaFixture fixture;
        const auto& events = roughEvents();
        const std::vector<RecordedEvent> before(events.begin(), events.begin() + 300);
        const std::vector<RecordedEvent> after(events.begin() + 300, events.end());
        applyAll(*fixture.create(), kRegion, before, 100);
        {
            SQLite::Database file(fixture.path().string(), SQLite::OPEN_READWRITE);
            file.exec("DROP TABLE review_versions; DROP TABLE review_versions_listed; DROP TABLE review_decisions;"
                      "DELETE FROM read_models WHERE name IN ('reviews', 'reviewDecisions'); PRAGMA user_version = 2");
        }
        applyAll(*MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite)), kRegion, after, 100);
        const ReplicaFixture whole;
        applyAll(*whole.create(), kRegion, events, 100);
        QVERIFY(printedRows(fixture.path()) == printedRows(whole.path()));
    }
};

MUNIMENT_TEST(review_projections, ReviewProjectionsTest);
#include "test_review_projections.moc"

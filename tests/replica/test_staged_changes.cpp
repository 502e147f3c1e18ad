// Protects what a person has collected: lines keep their order over a restart, and which of them wait for their region,
// and since when; what a damaged or foreign mark says is passed over, and no line is lost by it.
#include "models/replica/replica_file.h"
#include "models/replica/staged_changes.h"
#include "tests/replica/replica_fixture.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace muniment;
using namespace muniment::test;

namespace {

const StagedLine kFirst{*parseUuid("11111111-1111-4111-8111-111111111111"), "{\"command\":\"user.lock\"}",
                        std::nullopt};
const StagedLine kSecond{*parseUuid("22222222-2222-4222-8222-222222222222"), "{\"command\":\"team.add\"}",
                         Instant{1'700'000'000'000'001}};

std::vector<StagedLine> kept(Replica& replica) {
    return MUST(stagedLines(*MUST(replica.snapshot())));
}

void setMark(const std::filesystem::path& file, const std::string& text) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement set(database, "UPDATE meta SET value = ? WHERE key = 'queued_changes'");
    set.bind(1, text);
    QCOMPARE(set.exec(), 1);
}

} // namespace

class TestStagedChanges : public QObject {
    Q_OBJECT
private slots:

    void whatIsQueuedIsSoAfterARestart() {
        const ReplicaFixture fixture;
        {
            const auto replica = fixture.create();
            MUST(replica->writer()->setStagedLines({kSecond, kFirst}));
        }
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        QVERIFY(kept(*replica) == (std::vector{kSecond, kFirst}));
        MUST(replica->writer()->setStagedLines({kFirst}));
        QVERIFY(kept(*replica) == std::vector{kFirst});
        MUST(replica->writer()->setStagedLines({}));
        QVERIFY(kept(*replica).empty());
    }

    void aDamagedMarkLosesNoLine() {
        const ReplicaFixture fixture;
        {
            const auto replica = fixture.create();
            MUST(replica->writer()->setStagedLines({kSecond, kFirst}));
        }
        StagedLine unmarked = kSecond;
        unmarked.queuedAt.reset();
        for (const std::string& damaged :
             {std::string(), std::string("\n\n"), std::string("no id"), kSecond.id.text(), kSecond.id.text() + " ",
              kSecond.id.text() + " soon", kSecond.id.text() + " 17x", randomUuid().text() + " 17"}) {
            setMark(fixture.path(), damaged);
            const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
            QVERIFY2(kept(*replica) == (std::vector{unmarked, kFirst}), damaged.c_str());
        }
        setMark(fixture.path(), "damaged\n" + kSecond.id.text() + " 1700000000000001");
        const auto replica = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadWrite));
        QVERIFY(kept(*replica) == (std::vector{kSecond, kFirst}));
    }
};

MUNIMENT_TEST(staged_changes, TestStagedChanges);
#include "test_staged_changes.moc"

// Protects the rules that colour rows: they are kept whole and in their order, outlive the program and a rebuild, and
// cannot be half written.
#include "models/replica/colour_rules.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

const std::vector<ColourRule> kRules{{"Locks", "type:user.locked", "orange", true},
                                     {"Failures <b>", "outcome:failure", "red", false},
                                     {"Änderungen", "type:*.changed", "a later colour", true}};

std::vector<ColourRule> kept(Replica& replica) {
    return MUST(colourRules(*MUST(replica.snapshot())));
}

} // namespace

class TestColourRules : public QObject {
    Q_OBJECT
private slots:

    void aNewFileHasNone() { QVERIFY(kept(*ReplicaFixture().create()).empty()); }

    void theyAreKeptInTheirOrder() {
        const ReplicaFixture fixture;
        {
            const auto replica = fixture.create();
            MUST(replica->writer()->setColourRules(kRules));
            QVERIFY(kept(*replica) == kRules);
            const std::vector<ColourRule> turned(kRules.rbegin(), kRules.rend());
            MUST(replica->writer()->setColourRules(turned));
            QVERIFY(kept(*replica) == turned);
            MUST(replica->writer()->setColourRules(kRules));
        }
        const auto again = MUST(Replica::open(fixture.path(), ReplicaAccess::ReadOnly));
        QVERIFY(kept(*again) == kRules);
    }

    void aNameThatOccursTwiceChangesNothing() {
        const auto fixture = ReplicaFixture();
        const auto replica = fixture.create();
        MUST(replica->writer()->setColourRules(kRules));
        auto twice = kRules;
        twice[2].name = twice[0].name;
        QVERIFY(!replica->writer()->setColourRules(twice));
        QVERIFY(kept(*replica) == kRules);
        MUST(replica->writer()->setColourRules({}));
        QVERIFY(kept(*replica).empty());
    }

    void aRebuildLeavesThem() {
        const ReplicaFixture fixture;
        const auto replica = fixture.create();
        applyAll(*replica, RegionName("eu-west-1"), sampleEvents({}, 200), 100);
        MUST(replica->writer()->setColourRules(kRules));
        for (const char* readModel : {"organizations", "users", "index"})
            while (!MUST(replica->writer()->rebuildSlice(readModel)).isFinished)
                ;
        QVERIFY(kept(*replica) == kRules);
    }
};

MUNIMENT_TEST(colour_rules, TestColourRules);
#include "test_colour_rules.moc"

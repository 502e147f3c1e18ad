// Protects: reconciling gives no alarm over an organization that moves, comes back and moves again: neither to a file
// that has heard of it nor to one that has not yet, nor to one that may hold one of the regions only.
#include "models/integrity/reconciliation.h"
#include "models/spool/departures.h"
#include "tests/residency/following_file.h"
#include "tests/residency/move_ground.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

class ReconciledMovesTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    QTemporaryDir m_directory;
    int m_files = 0;

    static void move(MoveGround& ground, const TenantId& tenant, const RegionName& from, const RegionName& to) {
        auto source = ground.open(from);
        auto target = ground.open(to);
        const auto moved =
            TenantMove(*source, *target, tenant, from, to).run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : moved.error().detail.c_str());
    }

    [[nodiscard]] std::unique_ptr<FollowingFile> file(MoveGround& ground, const ReplicaPolicy& policy = {}) {
        const QString path = m_directory.filePath(QStringLiteral("%1.muniment").arg(++m_files));
        return std::make_unique<FollowingFile>(ground, path.toStdString(),
                                               std::vector<RegionName>{ground.from(), ground.to()}, policy);
    }

    /// What is found in both regions; small slices, so that some of them hold moved organizations only.
    static void agrees(MoveGround& ground, FollowingFile& file, const ReplicaPolicy& policy = {}) {
        for (const RegionName& region : {ground.from(), ground.to()}) {
            if (policy.formOf(region) == DataForm::Nothing)
                continue;
            Reconciliation never;
            never.region = region;
            auto store = ground.open(region, "auditor");
            const auto same =
                reconcileAll(file.replica(), *store,
                             ReconciliationRound(never, tenantFilter(policy, region), {}, {16, 1'000'000}), {}, {});
            QVERIFY2(same.has_value(), same ? "" : same.error().detail.c_str());
            QCOMPARE(same->findings.size(), std::size_t{0});
            QCOMPARE(same->differing, std::int64_t{0});
        }
    }

private slots:

    void movesAreNoDifference_data() {
        QTest::addColumn<GroundKind>("kind");
        QTest::addColumn<bool>("isLimited");
        const auto row = [](const char* name, GroundKind kind) {
            QTest::newRow(name) << kind << false;
            QTest::addRow("%s, one region allowed", name) << kind << true;
        };
        row("two servers", GroundKind::TwoServers);
        row("one server", GroundKind::OneServer);
        row("embedded", GroundKind::Embedded);
    }

    void movesAreNoDifference() {
        QFETCH(const GroundKind, kind);
        QFETCH(const bool, isLimited);
        MoveGround ground(kind, m_servers.servers());
        const std::string suffix = std::to_string(static_cast<int>(kind)) + (isLimited ? "limited" : "");
        const TenantId moving = ground.addTenant("moving" + suffix, 3, 10);
        std::ignore = ground.addTenant("staying" + suffix, 3, 10);
        const ReplicaPolicy policy{isLimited, {ground.from()}, {}, false};
        const auto early = file(ground, policy);
        QCOMPARE(early->sync(), QString());
        agrees(ground, *early, policy);
        const std::vector<std::pair<RegionName, RegionName>> ways{
            {ground.from(), ground.to()}, {ground.to(), ground.from()}, {ground.from(), ground.to()}};
        for (const auto& [from, to] : ways) {
            move(ground, moving, from, to);
            agrees(ground, *early, policy); // it has not heard of it
            QCOMPARE(early->sync(), QString());
            agrees(ground, *early, policy);
            const auto late = file(ground, policy);
            QCOMPARE(late->sync(), QString());
            agrees(ground, *late, policy);
        }
    }
};

MUNIMENT_TEST(reconciled_moves, ReconciledMovesTest);
#include "test_reconciled_moves.moc"

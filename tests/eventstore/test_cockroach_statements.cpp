// What CockroachDB is sent, statement by statement, against texts in golden/: there is no CockroachDB where this is
// built, so a changed text must be a decision. Run with MUNIMENT_WRITE_GOLDEN=1 to write the texts anew, then read the
// difference against reference/cockroachdb.md.
#include "models/eventstore/postgres/append_statement.h"
#include "models/eventstore/postgres/cockroach_layout.h"
#include "models/eventstore/postgres/cockroach_restore.h"
#include "models/eventstore/postgres/cockroach_statements.h"
#include "models/eventstore/postgres/digest_statement.h"
#include "models/eventstore/postgres/evidence_log.h"
#include "models/eventstore/postgres/history_claim_statements.h"
#include "models/eventstore/postgres/intake_statements.h"
#include "models/eventstore/postgres/plan_refresh.h"
#include "models/eventstore/postgres/relocation_statements.h"
#include "tests/eventstore/contract_values.h"
#include "tests/support/test_registry.h"

#include <QFile>
#include <QTest>

using namespace muniment;
using namespace muniment::postgres;
using namespace muniment::test;

namespace {

const RegionName kRegion("eu-west-1");
constexpr Position kAt{1'786'877'563'585'252'761, 0};
const LogKey kAfter{{1'786'877'563'585'252'000, 7}, 941'573'920'145'260'545};

std::string listed(const std::vector<std::string>& statements) {
    std::string text;
    for (const std::string& statement : statements)
        text += statement + ";\n";
    return text;
}

/// The texts with the number of their values: a text and its values must not drift apart.
std::string listed(const std::vector<Statement>& statements) {
    std::string text;
    for (const Statement& statement : statements)
        text += statement.sql + ";\n-- " + std::to_string(statement.parameters.values().size()) + " values\n";
    return text;
}

HashedClaims claimsOf(const Append& append) {
    return hashClaims(append, "key");
}

/// A team is removed: a grant ends, a user gets its name, and a domain of the region is given up.
Append cascade() {
    Append append = changed(kRegion, "acme", "red", 3);
    append.aggregate.type = "team";
    append.events = {{"team.removed", 1, std::nullopt}};
    append.claims = {release("name", "red"), inRegion(release("domain", "red.example"))};
    append.following = {following("grant", "g1", 1, {"grant.removed"}),
                        following("user", "ann", 0, {"user.added", "b"})};
    append.following[1].claims = {take("name", "red")};
    return append;
}

std::vector<SchemaDifference> everyDifference() {
    using enum SchemaDifference::Change;
    return {{IsMissing, "constraint", "events_payload of muniment.events"},
            {IsMissing, "constraint", "events_payload_text of muniment.events"},
            {IsChanged, "constraint", "tenants_state of muniment.tenants"},
            {IsAdded, "constraint", "strange of muniment.tenants"},
            {IsMissing, "column", "muniment.events.salt"},
            {IsChanged, "column", "muniment.events.actor_id"},
            {IsChanged, "default", "of muniment.events.salt"},
            {IsMissing, "default", "of muniment.tenants.plan"},
            {IsAdded, "default", "of muniment.claims.owner"},
            {IsMissing, "index", "muniment.events@events_tenant"},
            {IsChanged, "index", "muniment.events@events_stream"},
            {IsAdded, "index", "muniment.events@strange"},
            {IsChanged, "view", "muniment.meta_public"},
            {IsMissing, "right", "muniment_auditor may SELECT muniment.events"},
            {IsAdded, "right", "muniment_admin may DELETE muniment.events"},
            {IsAdded, "right", "muniment_admin may CREATE in schema muniment"}};
}

MoveRecord moveRecord() {
    MoveRecord record;
    record.move = *parseUuid("0190a1b2-0000-7000-8000-000000000001");
    record.hand = *parseUuid("0190a1b2-0000-7000-8000-000000000002");
    record.from = kRegion;
    record.to = RegionName("us-east-1");
    record.epoch = 2;
    record.actor = {"operator", ActorId("olga")};
    return record;
}

/// All that a move asks of a server beside its appends.
std::vector<Statement> relocation(PositionForm form) {
    const TenantId acme("acme");
    const MoveRecord record = moveRecord();
    const TenantLogKey after{1, kAfter};
    const bool isHlc = form == PositionForm::Hlc;
    const auto events = history("acme", "ann", 1, 2);
    return {tenantsMovedAway(kRegion),
            placeOfTenant(kRegion, acme),
            countOfEvents(kRegion, acme),
            countOfClaims(kRegion, acme, {"user_name"}, form),
            tenantLog({kRegion, acme, {}, {}, 8192, false}, form, isHlc ? std::optional(kAt) : std::nullopt),
            tenantLog({kRegion, acme, after, 2, 8192, true}, form, {}),
            lastTenantKey(kRegion, acme),
            moverRights(),
            arrivingTenant(homeOf("acme"), record),
            heldTenant(record.to, record, acme, "arriving", form),
            copiedEvents(record.to, events, form),
            copiedWithin(record, acme, after, form),
            takenUpTenant(record, acme),
            fencedTenant(record, acme),
            reopenedTenant(record, acme),
            decidedTenant(record, acme),
            abandonedTenant(record, acme),
            removedEvents(kRegion, acme, 8192, form),
            removedClaims(kRegion, acme),
            cleanedTenant(kRegion, record, acme)};
}

/// `change` of a tenant's row, with the event that says so.
Append moving(const TenantChange& change) {
    Append append = changed(kRegion, "acme", "acme", 3);
    append.aggregate.type = "org";
    append.events = {{"org.region.move.started", 1, std::nullopt}};
    append.tenantChange = change;
    return append;
}

class CockroachStatements final : public QObject {
    Q_OBJECT
private slots:

    void textsAreTheGoldenOnes_data() {
        QTest::addColumn<QString>("text");
        const auto golden = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QString::fromStdString(text);
        };
        golden("cockroach_clock_now", cockroachClock(std::chrono::seconds(0)) + ";\n");
        golden("cockroach_clock_behind", cockroachClock(std::chrono::seconds(1)) + ";\n");
        golden("cockroach_tail_first", listed({cockroachTail({kRegion, {}, 8192, false}, kAt)}));
        golden("cockroach_tail_next", listed({cockroachTail({kRegion, kAfter, 8192, false}, kAt)}));
        const TenantFilter some{TenantFilter::Kind::Only, {TenantId("acme")}, {}};
        const TenantFilter stayed{TenantFilter::Kind::WithoutMovedBeyond, {TenantId("acme")}, {kRegion}};
        const TenantFilter notCome{TenantFilter::Kind::WithoutMovedTo, {TenantId("acme")}, {kRegion}};
        golden("cockroach_tail_filtered", listed({cockroachTail({kRegion, {}, 8192, false, some}, kAt),
                                                  cockroachTail({kRegion, kAfter, 8192, false, stayed}, kAt),
                                                  cockroachTail({kRegion, kAfter, 8192, false, notCome}, kAt)}));
        golden("cockroach_backlog", listed({cockroachBacklog(kRegion, kAfter, kAt, 50'000)}));
        golden("cockroach_continuity",
               listed({cockroachContinuity(
                   {kRegion, TenantId("acme"), {"user", AggregateId("ann")}, 3, Uuid{}, kAfter})}));
        golden("cockroach_identity", listed({cockroachIdentity(kRegion)}));
        const std::vector<TenantHome> tenants{homeOf("acme")};
        golden("cockroach_history_tenants", listed({cockroachTenants(kRegion, tenants)}));
        golden("cockroach_history_events", listed({cockroachHistory(kRegion, history("acme", "ann", 1, 2), "iam")}));
        const std::vector<HistoryClaim> names{inHistory("acme", "ann", release("user_name", "anna")),
                                              inHistory("acme", "ann", take("user_name", "ann"))};
        const HashedClaims hashed = hashClaims(*settleClaims(names), "key");
        golden("cockroach_history_claims", listed(cockroachHistoryClaims(kRegion, hashed)));
        golden("postgresql_history_claims", listed(postgresHistoryClaims(kRegion, hashed)));

        golden("cockroach_relocation", listed(relocation(PositionForm::Hlc)));
        golden("postgresql_relocation", listed(relocation(PositionForm::Integer)));
        std::string moves;
        for (const TenantChange& change :
             {TenantChange(StartMove{moveRecordText(moveRecord()), moveRecord().move}),
              TenantChange(CancelMove{moveRecord().move}), TenantChange(CompleteMove{moveRecord().move})}) {
            moves += listed(cockroachAppend(moving(change), {}));
            moves += listed({postgresAppend(moving(change), {})});
        }
        golden("append_moves", moves);

        golden("cockroach_append_new_tenant", listed(cockroachAppend(newTenant(kRegion, "acme", "Acme"), {})));
        golden("cockroach_append_rename", listed(cockroachAppend(renamed(kRegion, "acme", 1, "New"), {})));
        golden("cockroach_append_next", listed(cockroachAppend(changed(kRegion, "acme", "ann", 3), {})));
        Append added = newUser(kRegion, "acme", "ann");
        added.claims = {take("user_name", "ann")};
        golden("cockroach_append_take", listed(cockroachAppend(added, claimsOf(added))));
        golden("postgresql_append_take", listed({postgresAppend(added, claimsOf(added))}));
        Append exchanged = changed(kRegion, "acme", "ann", 1);
        exchanged.claims = {release("user_name", "ann"), take("user_name", "anna")};
        golden("cockroach_append_exchange", listed(cockroachAppend(exchanged, claimsOf(exchanged))));
        golden("postgresql_append_exchange", listed({postgresAppend(exchanged, claimsOf(exchanged))}));

        golden("cockroach_append_following", listed(cockroachAppend(cascade(), claimsOf(cascade()))));
        golden("postgresql_append_following", listed({postgresAppend(cascade(), claimsOf(cascade()))}));
        Append nameless = renamed(kRegion, "acme", 1, {});
        nameless.tenantChange = ReleaseTenantName{};
        golden("cockroach_append_release_name", listed(cockroachAppend(nameless, {})));
        golden("cockroach_plans", listed({offerPlan("gold", "Gold"), withdrawPlan("gold")}));

        Promotion promotion{exchanged, {*parseUuid("018f0000-0000-4000-8000-000000000001")}, "billing"};
        golden("cockroach_intake_promote",
               listed(cockroachAppend(promotion.append, claimsOf(promotion.append), &promotion)));
        golden("postgresql_intake_promote", listed({intakePromotion(promotion)}));
        golden("cockroach_intake", listed({intakeRecord(kRegion, promotion.records[0]), intakeCounts(kRegion),
                                           intakeReceipt(kRegion, {}, "{}"), intakeStates(kRegion, promotion.records),
                                           intakeRejection(kRegion, promotion.records, "why")}));
        IntakeQuery search{kRegion, IntakeState::New, "ann", IntakeKey{{1}, promotion.records[0]}, true};
        golden("cockroach_intake_list", listed({intakeList({kRegion}), intakeList(search)}));

        const SealedNote sealed{"note", "log", 12, std::string(32, 'r')};
        const CheckpointQuery further{kRegion, CheckpointPlace{{1'700'000'000'000'000}, std::string(32, 'd')}, 500};
        golden("cockroach_evidence", listed({checkpointPublication(kRegion, sealed), checkpointList({kRegion}),
                                             checkpointList(further), lastWordOf(kRegion, "holder"),
                                             copyTelling(kRegion, {"holder", "desk", "{}"}), copyList(kRegion)}));

        const LogSpan first{kRegion, {}, {kAt, 7}, {}}, next{kRegion, kAfter, {kAt, 7}, some};
        golden("cockroach_digests",
               listed({spanDigests(first, PositionForm::Hlc, kAt), spanDigests(next, PositionForm::Hlc, kAt)}));
        golden("postgresql_digests",
               listed({spanDigests(first, PositionForm::Integer), spanDigests(next, PositionForm::Integer)}));

        golden("cockroach_install_by_row",
               listed(cockroachInstallation(SchemaLayout::RegionalByRow, {"eu-west-1", "us-east-1"})));
        golden("cockroach_install_by_list",
               listed(cockroachInstallation(SchemaLayout::PartitionByList, {"eu-west-1", "us-east-1"})));
        golden("cockroach_install_single", listed(cockroachInstallation(SchemaLayout::Single, {"eu-west-1"})));
        golden("cockroach_repartition", listed(cockroachRepartitioning({"eu-west-1", "us-east-1"}, {25, 2, 0})));
        golden("cockroach_repartition_locked", listed(cockroachRepartitioning({"eu-west-1"}, {26, 1, 0})));
        golden("cockroach_describe", listed(cockroachDescription()));
        const auto installation = cockroachInstallation(SchemaLayout::PartitionByList, {"eu-west-1"});
        golden("cockroach_restore", listed(cockroachRestoration(installation, everyDifference(), {25, 4, 0})));
        golden("cockroach_restore_locked", listed(cockroachRestoration(installation, everyDifference(), {26, 1, 0})));
        golden("cockroach_zones", listed(cockroachZones({"eu-west-1", "us-east-1"})));
    }

    void textsAreTheGoldenOnes() {
        QFETCH(QString, text);
        QFile file(qEnvironmentVariable("MUNIMENT_SOURCE_DIR") + QStringLiteral("/tests/eventstore/golden/") +
                   QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".sql"));
        if (qEnvironmentVariableIsSet("MUNIMENT_WRITE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text.toUtf8());
            return;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QCOMPARE(text, QString::fromUtf8(file.readAll()));
    }

    // A literal is the one thing that reaches the text unbound: it is made of digits and one point, whatever comes in.
    void noUserTextReachesAStatement() {
        const std::string hostile = "x'); DROP TABLE muniment.events; --";
        Append append = newUser(RegionName(hostile), hostile, hostile);
        append.claims = {take(hostile, hostile)};
        append.sourceIp = hostile;
        for (const Statement& statement : cockroachAppend(append, claimsOf(append)))
            QVERIFY(statement.sql.find("DROP") == std::string::npos);
        QVERIFY(postgresAppend(append, claimsOf(append)).sql.find("DROP") == std::string::npos);
        QVERIFY(cockroachTail({RegionName(hostile), kAfter, 1, false}, kAt).sql.find("DROP") == std::string::npos);
    }

    void aDescriptionIsReadAsItWasWritten() {
        const SchemaDescription description{{{"constraint", "a of muniment.b"}, "CHECK (x <> '\"')"},
                                            {{"right", "ä may SELECT muniment.b"}, ""}};
        QCOMPARE(parseDescription(formatDescription(description)), description);
        QVERIFY(parseDescription("no JSON").empty());
        QVERIFY(differencesBetween(description, description).empty());
        QCOMPARE(comparedWith({}, description), std::vector<std::string>{"what was installed is not written down"});
    }

    void aClaimReleasedAndTakenAgainIsLeftAlone() {
        Append append = changed(kRegion, "acme", "ann", 1);
        append.claims = {release("user_name", "ann"), take("user_name", "ann"), take("email", "a@b")};
        const HashedClaims claims = claimsOf(append);
        QVERIFY(claims.released.empty());
        QCOMPARE(claims.taken.size(), std::size_t{1});
        QCOMPARE(claims.taken[0].digest.size(), std::size_t{32});
    }

    void theLayoutFollowsTheDatabase() {
        QCOMPARE(chosenLayout(SchemaLayout::Automatic, true), SchemaLayout::RegionalByRow);
        QCOMPARE(chosenLayout(SchemaLayout::Automatic, false), SchemaLayout::Single);
        QCOMPARE(chosenLayout(SchemaLayout::PartitionByList, true), SchemaLayout::PartitionByList);
    }
};

} // namespace

MUNIMENT_TEST(cockroach_statements, CockroachStatements);
#include "test_cockroach_statements.moc"

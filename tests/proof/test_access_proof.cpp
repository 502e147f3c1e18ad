// Protects: an answer about access is handed over with all that it rests on, and is believed only when the events say
// the same, none of them can have been left out, and somebody vouches for the end of the log.
#include "models/domain/org.h"
#include "models/integrity/bundle_event.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/kept_checkpoints.h"
#include "models/replica/trees/tree_prover.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/proof/proof_world.h"
#include "tests/support/test_registry.h"

#include <QFileInfo>
#include <QTest>

#include <sstream>

using namespace muniment;
using namespace muniment::test;

namespace {

template <class T>
std::string said(const Result<T>& result) {
    if (result)
        return "ok";
    const auto why = result.error().get("why");
    return why.empty() ? std::string(errorCodeName(result.error().code)) : why;
}

QStringList listed(std::initializer_list<const char*> texts) {
    QStringList all;
    for (const char* text : texts)
        all << QString::fromUtf8(text);
    return all;
}

QStringList entitiesOf(const AccessStatement& statement) {
    QStringList all;
    for (const ProvenEntity& entity : statement.entities)
        all << QString::fromStdString(entity.aggregate.type + ' ' + entity.aggregate.id.text() + ' ' +
                                      std::to_string(entity.events));
    return all;
}

std::vector<BundleEvent> eventsOf(const std::filesystem::path& bundle) {
    auto items = unpacked(bundle);
    std::istringstream lines(bytesOf(items, bundle::kEvents));
    std::vector<BundleEvent> events;
    for (std::string line; std::getline(lines, line);)
        events.push_back(MUST(parseBundleEvent(line)));
    return events;
}

} // namespace

class AccessProofTest : public QObject {
    Q_OBJECT

    std::unique_ptr<ProofWorld> m_world;
    std::unique_ptr<BundleFixture> m_scripts;

    /// What writing a plan says that somebody has had hands on; nothing is left of it.
    [[nodiscard]] std::string saidOf(const AccessProofPlan& plan) {
        const auto written = m_world->write(plan, m_world->request());
        return said(written);
    }

    [[nodiscard]] Uuid eventOf(const char* entity, const char* type) {
        const auto snapshot = MUST(m_world->replica().snapshot());
        for (const RunRecord& run : MUST(snapshot->runs()))
            for (std::int64_t i = 1; i <= run.lastOrdinal; ++i) {
                const auto event = MUST(snapshot->event(EventNumber::of(run.run, i)));
                if (event.tenant.text() == "acme" && event.aggregate.id.text() == entity && event.type == type)
                    return event.eventId;
            }
        qFatal("there is no such event");
    }

private slots:

    void init() { m_world = std::make_unique<ProofWorld>(); }

    void aYesRestsOnWhatItsWaysNeed() {
        const auto path = m_world->proof(ProofWorld::asked("ann", 60));
        const auto verdict = MUST(m_world->check(path));
        QVERIFY(verdict.statement.isAllowed);
        QCOMPARE(entitiesOf(verdict.statement),
                 listed({"grant to-staff 1", "org acme 1", "resource folder 1", "resource handbook 1", "role editor 2",
                         "team legal 2", "team staff 2", "user ann 1"}));
        QCOMPARE(QString::fromStdString(answerWords(verdict.statement)),
                 QStringLiteral("Yes: ann may contract.edit on Handbook, at ") +
                     QString::fromStdString(formatInstant(minute(60))));
        QStringList edges;
        for (const ProvenEdge& edge : verdict.statement.ways.at(0))
            edges << QString::fromStdString(edge.words);
        QCOMPARE(edges, listed({"ann is in Legal", "Legal is in Staff", "Staff has editor on Folder",
                                "editor permits contract.edit on every contract", "Handbook lies in Folder"}));
        QVERIFY(verdict.statement.ways.at(0).at(0).event == eventOf("legal", "team.member.added"));
        QVERIFY(!verdict.endSaidBy); // bob's new name stands behind the moment
    }

    void whatItDoesNotRestOnIsNotShown() {
        for (const BundleEvent& line : eventsOf(m_world->proof(ProofWorld::asked("ann", 60)))) {
            const RecordedEvent& event = line.event;
            QCOMPARE(event.tenant.text(), std::string("acme"));
            const bool isShown = event.aggregate.id.text() != "to-bob" && event.aggregate.type != "session" &&
                                 (event.aggregate.type != "user" || event.aggregate.id.text() == "ann") &&
                                 event.aggregate.id.text() != "viewer" &&
                                 (event.aggregate.type != "grant" || event.aggregate.id.text() == "to-staff");
            QCOMPARE(event.sealed.empty(), isShown);
            QVERIFY(isShown || (!event.payload && event.salt.empty() && event.actor.id.text() == "~"));
        }
    }

    void theAnswerIsThatOfTheMoment_data() {
        QTest::addColumn<QString>("user");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("before the grant") << "bob" << 19 << false;
        QTest::newRow("while it stood") << "bob" << 35 << true;
        QTest::newRow("after it was revoked") << "bob" << 60 << false;
        QTest::newRow("before its period ended") << "carla" << 49 << true;
        QTest::newRow("after its period ended") << "carla" << 51 << false;
        QTest::newRow("before the lock") << "dora" << 44 << true;
        QTest::newRow("after the lock") << "dora" << 60 << false;
        QTest::newRow("by a role that permits something else") << "emil" << 60 << false;
        QTest::newRow("of somebody nobody told of") << "nobody" << 60 << false;
        QTest::newRow("with nothing behind it") << "ann" << 90 << true;
    }

    void theAnswerIsThatOfTheMoment() {
        QFETCH(QString, user);
        QFETCH(int, minutes);
        const auto path = m_world->proof(ProofWorld::asked(user.toStdString(), minutes));
        const auto verdict = MUST(m_world->check(path));
        QTEST(verdict.statement.isAllowed, "isAllowed");
        QCOMPARE(verdict.endSaidBy.has_value(), minutes > 70);
    }

    void aNoRestsOnEveryTeamAndGrant() {
        const auto verdict = MUST(m_world->check(m_world->proof(ProofWorld::asked("bob", 60))));
        QCOMPARE(entitiesOf(verdict.statement),
                 listed({"grant to-bob 2", "grant to-carla 1", "grant to-dora 1", "grant to-emil 1", "grant to-staff 1",
                         "org acme 1", "resource folder 1", "resource handbook 1", "team legal 2", "team staff 2",
                         "user bob 1"}));
        // Whoever is locked may nothing, whatever is granted.
        QCOMPARE(entitiesOf(MUST(m_world->check(m_world->proof(ProofWorld::asked("dora", 60)))).statement),
                 listed({"org acme 1", "resource handbook 1", "user dora 2"}));
    }

    void whatIsLeftOutIsMissed() {
        auto plan = MUST(m_world->plan(ProofWorld::asked("bob", 60)));
        const auto removed = m_world->number(eventOf("to-bob", "grant.removed"));
        QCOMPARE(std::erase(plan.events, removed), std::size_t(1));
        QCOMPARE(saidOf(plan), std::string("missingLeaf"));
        // Also as the last one before the moment, with nothing behind it.
        plan = MUST(m_world->plan(ProofWorld::asked("ann", 90)));
        plan.events.pop_back();
        QCOMPARE(saidOf(plan), std::string("missingLeaf"));
    }

    void whatIsWithheldIsMissed() {
        auto plan = MUST(m_world->plan(ProofWorld::asked("bob", 60)));
        plan.closing = eventOf("to-bob", "grant.removed");
        QCOMPARE(saidOf(plan), std::string("withheldEvent"));
        plan = MUST(m_world->plan(ProofWorld::asked("bob", 60)));
        plan.shown.erase({"grant", AggregateId("to-emil")}); // it might be bob's
        QCOMPARE(saidOf(plan), std::string("withheldEvent"));
        plan = MUST(m_world->plan(ProofWorld::asked("ann", 60)));
        plan.shown.erase({"team", AggregateId("staff")});
        QCOMPARE(saidOf(plan), std::string("otherAnswer"));
    }

    void anotherAnswerOrQuestionIsRefused() {
        const auto good = MUST(m_world->plan(ProofWorld::asked("bob", 60)));
        auto plan = good;
        plan.statement.isAllowed = true;
        QCOMPARE(saidOf(plan), std::string("otherAnswer"));
        plan = good;
        plan.statement.asked.action = "contract.shred";
        QCOMPARE(saidOf(plan), std::string("otherStatement"));
        plan = good;
        plan.statement.entities.pop_back();
        QCOMPARE(saidOf(plan), std::string("otherStatement"));
        plan = MUST(m_world->plan(ProofWorld::asked("bob", 35)));
        plan.statement.asked.at = minute(60); // the log goes on between them
        QCOMPARE(saidOf(plan), std::string("missingLeaf"));
        plan = good;
        plan.statement.asked.tenant = TenantId("bolt");
        QCOMPARE(saidOf(plan), std::string("otherLogs"));
        QCOMPARE(saidOf(good), std::string("ok"));
    }

    void whatDoesNotHoldIsNotLeftBehind() {
        auto plan = MUST(m_world->plan(ProofWorld::asked("bob", 60)));
        plan.statement.isAllowed = true;
        const auto path = m_world->newPath();
        const auto snapshot = MUST(m_world->replica().snapshot());
        QVERIFY(!writeAccessProof(*snapshot, plan, m_world->request(), m_world->maker(), path, {}, {}));
        QVERIFY(!std::filesystem::exists(path));
    }

    void anAlteredBundleIsRefused() {
        const auto path = m_world->proof(ProofWorld::asked("ann", 60));
        const auto saidWith = [&](const std::function<void(std::vector<ZipItem>&)>& change, const SigningKey& key) {
            auto items = unpacked(path);
            change(items);
            BundleFixture::sealAgain(items, key);
            const auto altered = m_world->newPath();
            pack(items, altered);
            return said(m_world->check(altered));
        };
        const auto replaced = [](std::string_view entry, std::string_view what, std::string_view by) {
            return [=](std::vector<ZipItem>& items) {
                std::string& bytes = bytesOf(items, entry);
                const auto at = bytes.find(what);
                if (at == std::string::npos)
                    qFatal("there is no %s", std::string(what).c_str());
                bytes.replace(at, what.size(), by);
            };
        };
        QCOMPARE(saidWith([](std::vector<ZipItem>&) {}, m_world->maker()), std::string("ok"));
        QCOMPARE(saidWith([](std::vector<ZipItem>&) {}, bundleKey("other", 9)), std::string("unknownKey"));
        QCOMPARE(saidWith(replaced(bundle::kEvents, "contract.edit", "contract.exit"), m_world->maker()),
                 std::string("leaf"));
        QCOMPARE(saidWith(replaced(bundle::kAccess, "\"allowed\": true", "\"allowed\": false"), m_world->maker()),
                 std::string("otherAnswer"));
        QCOMPARE(saidWith(replaced(bundle::kAccess, "\"allowed\": true", "\"allowed\": maybe"), m_world->maker()),
                 std::string("statement"));
        QCOMPARE(saidWith(replaced(bundle::kAccess, "ann is in Legal", "ann is in Staff"), m_world->maker()),
                 std::string("otherStatement"));
        QCOMPARE(saidWith(replaced(bundle::kAccess, "\"version\": 1", "\"version\": 2"), m_world->maker()),
                 std::string("fileTooNew"));
    }

    void aBundleWithoutAClaimProvesNone() {
        BundleRequest request = m_world->request();
        request.events = MUST(m_world->plan(ProofWorld::asked("ann", 60))).events;
        const auto path = m_world->newPath();
        const auto snapshot = MUST(m_world->replica().snapshot());
        std::ignore = MUST(writeBundle(*snapshot, request, m_world->maker(), path, {}, {}));
        QCOMPARE(said(m_world->check(path)), std::string("noStatement"));
    }

    void whatCannotBeProvedIsNotWritten() {
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 0))), std::string("nothingThen"));
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 101))), std::string("notKnown"));
        auto elsewhere = ProofWorld::asked("ann", 60);
        elsewhere.tenant = TenantId("nowhere");
        QCOMPARE(said(m_world->plan(elsewhere)), std::string("notFound"));
        ProofWorld withheld("ann");
        const auto refused = withheld.plan(ProofWorld::asked("ann", 60));
        QCOMPARE(said(refused), std::string("withheldEvent"));
        QCOMPARE(refused.error().get("type") + " " + refused.error().get("id"), std::string("user ann"));
        QCOMPARE(said(withheld.plan(ProofWorld::asked("bob", 35))), std::string("ok"));
    }

    void whatComesBehindALaterClockDoesNotCount() {
        m_world->orgEvent(encode(OrgEvent(OrgRenamed{"Acme Inc"})), 150);
        m_world->orgEvent(encode(OrgEvent(OrgRenamed{"Acme Ltd"})), 149);
        const auto plan = MUST(m_world->plan(ProofWorld::asked("ann", 149)));
        QCOMPARE(MUST(m_world->check(MUST(m_world->write(plan, m_world->request())))).counted,
                 std::uint64_t(plan.events.size() - 1));
        // Where the later clock was another organization's, its own events do not show it.
        m_world->orgEvent(encode(OrgEvent(OrgRenamed{"Bolt Inc"})), 180, "bolt");
        m_world->orgEvent(encode(OrgEvent(OrgRenamed{"Acme"})), 170);
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 175))), std::string("outOfOrder"));
    }

    void theEndOfTheLogIsVouchedFor() {
        const auto plan = MUST(m_world->plan(ProofWorld::asked("ann", 90)));
        BundleRequest request = m_world->request();
        request.madeAt = minute(89);
        QCOMPARE(said(m_world->write(plan, request)), std::string("notCovered"));
        // A checkpoint that was kept before the moment says nothing of it, one that was signed since does.
        const SigningKey witness = bundleKey("witness", 2);
        request = m_world->request();
        request.keys = {witness.verifierKey()};
        auto kept = MUST(KeptCheckpoints::open(m_world->newPath(), request.keys));
        request.kept = &kept;
        const auto first = MUST(m_world->write(plan, request));
        const auto tree = MUST(checkBundle(first, std::vector{m_world->maker().verifierKey()}, {}, {})).trees.front();
        QVERIFY(tree.tree.proof == BundleProof::Now);
        const auto signedAt = [&](Instant at) {
            const Checkpoint checkpoint{originOf(tree.tree), tree.tree.head.size, tree.tree.head.root};
            return MUST(writeNote(MUST(witness.cosign({MUST(printCheckpoint(checkpoint)), {}}, at))));
        };
        const auto proofOf = [&](const std::filesystem::path& path) {
            const std::vector known{m_world->maker().verifierKey(), witness.verifierKey()};
            const auto info = MUST(checkBundle(path, known, {}, {}));
            return std::pair(info.trees.front().tree.proof,
                             MUST(checkAccessProof(path, info, {}, {})).endSaidBy.value().name);
        };
        std::ignore = MUST(kept.append(signedAt(minute(80))));
        QVERIFY(proofOf(MUST(m_world->write(plan, request))).first == BundleProof::Now);
        std::ignore = MUST(kept.append(signedAt(minute(95))));
        const auto [proof, who] = proofOf(MUST(m_world->write(plan, request)));
        QVERIFY(proof == BundleProof::Kept);
        QCOMPARE(who, witness.verifierKey().name);
    }

    void anOrganizationThatMovedIsProvedInAllItsHomes() {
        m_world->move();
        const auto path = m_world->proof(ProofWorld::asked("ann", 115));
        QCOMPARE(MUST(m_world->check(path)).statement.isAllowed, true);
        QCOMPARE(MUST(m_world->check(m_world->proof(ProofWorld::asked("ann", 150)))).statement.isAllowed, false);
        QCOMPARE(MUST(m_world->check(m_world->proof(ProofWorld::asked("ann", 60)))).statement.isAllowed, true);
        // What stands behind the moment stands in the new home.
        QCOMPARE(MUST(m_world->check(m_world->proof(ProofWorld::asked("ann", 107)))).endSaidBy.has_value(), false);
        auto plan = MUST(m_world->plan(ProofWorld::asked("ann", 115)));
        std::erase(plan.events, m_world->number(eventOf("acme", "org.region.move.started")));
        QCOMPARE(saidOf(plan), std::string("missingLeaf"));
    }

    void anEpochEndsAsTheNextOneSays() {
        m_world->move();
        const auto plan = MUST(m_world->plan(ProofWorld::asked("ann", 115)));
        // Sealed by the maker without its last event, the first epoch looks whole.
        auto cheat = plan;
        std::erase(cheat.events, m_world->number(eventOf("acme", "org.region.move.started")));
        const auto snapshot = MUST(m_world->replica().snapshot());
        const auto trees = MUST(treeRecords(*snapshot));
        const auto first = std::ranges::find_if(
            trees, [](const TreeRecord& tree) { return tree.tenant.text() == "acme" && tree.epoch == 1; });
        const auto head = MUST(MUST(TreeProver::make(*snapshot, *first))->headAt(first->range.size() - 1));
        BundleRequest request = m_world->request();
        request.keys = {m_world->maker().verifierKey()};
        auto kept = MUST(KeptCheckpoints::open(m_world->newPath(), request.keys));
        const Checkpoint checkpoint{originOf(TenantLog{first->region, first->tenant, 1}), head.size, head.root};
        std::ignore = MUST(kept.append(
            MUST(writeNote(MUST(m_world->maker().cosign({MUST(printCheckpoint(checkpoint)), {}}, minute(900)))))));
        request.kept = &kept;
        QCOMPARE(said(m_world->write(cheat, request)), std::string("epochEnd"));
        QCOMPARE(said(m_world->write(plan, request)), std::string("ok"));
    }

    void onItsWayNothingIsSaidOfTheEnd() {
        m_world->orgEvent(encode(OrgEvent(OrgMoveStarted{"m", kHome.text(), kNewHome.text()})), 105);
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 105))), std::string("moving"));
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 104))), std::string("ok"));
        m_world->orgEvent(encode(OrgEvent(OrgMoveCancelled{"m", kHome.text(), kNewHome.text()})), 106);
        QCOMPARE(said(m_world->plan(ProofWorld::asked("ann", 106))), std::string("ok"));
    }

    void theScriptAndThePageKnowIt() {
        BundleFixture scripts(50, 1);
        auto items = unpacked(m_world->proof(ProofWorld::asked("ann", 60)));
        const auto run = scripts.runScript(items, {printVerifierKey(m_world->maker().verifierKey())});
        QVERIFY2(run.exitCode == 0, run.output.c_str());
        const std::string& page = bytesOf(items, bundle::kPage);
        QVERIFY(page.find("<p>Yes: ann may contract.edit on Handbook, at ") != std::string::npos);
        QVERIFY(page.find("This is what the maker says") != std::string::npos);
    }
};

MUNIMENT_TEST(access_proof, AccessProofTest);
#include "test_access_proof.moc"

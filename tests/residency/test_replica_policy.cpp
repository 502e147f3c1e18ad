// Protects what a policy promises of a workspace file: it holds what it may and nothing else, whatever it saw of moves;
// what became forbidden leaves no trace in any of its files; a change is whole or did not happen.
#include "models/directory/directory.h"
#include "models/replica/annotations.h"
#include "models/replica/held_tenants.h"
#include "models/replica/kept_texts.h"
#include "models/replica/policy_notes.h"
#include "models/replica/saved_views.h"
#include "models/replica/sqlite.h"
#include "models/workspace/policy_run.h"
#include "tests/residency/following_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <SQLiteCpp/Database.h>
#include <fstream>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

namespace {

ReplicaPolicy only(std::set<RegionName> regions, bool keepsPseudonyms = false, std::set<TenantId> tenants = {}) {
    return {true, std::move(regions), std::move(tenants), keepsPseudonyms};
}

class ReplicaPolicyTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    QTemporaryDir m_directory;
    int m_files = 0;

    static void grounds() {
        QTest::addColumn<GroundKind>("kind");
        QTest::newRow("two servers") << GroundKind::TwoServers;
        QTest::newRow("one server") << GroundKind::OneServer;
        QTest::newRow("embedded") << GroundKind::Embedded;
    }

    std::unique_ptr<FollowingFile> file(MoveGround& ground, const ReplicaPolicy& policy) {
        const QString path = m_directory.filePath(QStringLiteral("%1.muniment").arg(++m_files));
        return std::make_unique<FollowingFile>(ground, path.toStdString(),
                                               std::vector<RegionName>{ground.from(), ground.to()}, policy);
    }

    static void move(MoveGround& ground, const TenantId& tenant, bool isBack = false) {
        const RegionName from = isBack ? ground.to() : ground.from();
        const RegionName to = isBack ? ground.from() : ground.to();
        auto source = ground.open(from);
        auto target = ground.open(to);
        const auto moved =
            TenantMove(*source, *target, tenant, from, to).run({{"operator", ActorId("olga")}, {}}, {}, {});
        QVERIFY2(moved.has_value(), moved ? "" : moved.error().detail.c_str());
    }

    /// The files that lie in the folder and hold the bytes, in whatever case, as they are or with a byte between.
    [[nodiscard]] QStringList filesWith(const FollowingFile& file, const std::string& canary) const {
        QStringList found;
        const auto name = file.path().filename().string();
        for (const auto& entry : std::filesystem::directory_iterator(file.path().parent_path())) {
            if (!entry.path().filename().string().starts_with(name))
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            std::string bytes((std::istreambuf_iterator<char>(stream)), {});
            std::ranges::transform(bytes, bytes.begin(), [](unsigned char c) { return std::tolower(c); });
            if (bytes.find(canary) != std::string::npos)
                found << QString::fromStdString(entry.path().filename().string());
        }
        return found;
    }

    static std::int64_t eventsOf(FollowingFile& file, const TenantId& tenant) {
        const auto snapshot = file.replica().snapshot().value();
        const auto tenants = heldTenants(*snapshot).value();
        for (const auto& [code, held] : tenants)
            if (held.id == tenant)
                return held.count;
        return 0;
    }

    static std::vector<PolicyNote> notesOf(FollowingFile& file) {
        return policyNotes(*file.replica().snapshot().value()).value();
    }

    static QStringList userNames(FollowingFile& file, const TenantId& tenant) {
        UserQuery query;
        query.tenant = tenant;
        query.limit = 100;
        const auto rows = listUsers(*file.replica().snapshot().value(), query).value();
        QStringList names;
        for (const UserRow& row : rows)
            names << QString::fromStdString(row.userName);
        return names;
    }

    /// As a person changes it: the file is open nowhere else.
    static Result<PolicyNote> change(FollowingFile& file, const ReplicaPolicy& policy) {
        file.close();
        auto note = changePolicy(file.path(), {policy, {}, "Contract 12"}, {}, {}, {});
        file.open();
        return note;
    }

private slots:

    void filesAgreeWheneverTheyWereMade_data() { grounds(); }

    /// "Before, during or after the moves": one tenant leaves, one comes, one goes and comes back, one stays.
    void filesAgreeWheneverTheyWereMade() {
        QFETCH(const GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const auto tag = std::to_string(m_files);
        const TenantId stays = ground.addTenant("stays" + tag, 12, 3);
        const TenantId leaves = ground.addTenant("kanarienvogel" + tag, 12, 3);
        const TenantId comes = ground.addTenant("comes" + tag, 12, 3);
        const TenantId roams = ground.addTenant("roams" + tag, 12, 3);
        move(ground, comes);
        const ReplicaPolicy policy = only({ground.from()});
        const auto before = file(ground, policy);
        const auto lagging = file(ground, policy);
        QCOMPARE(before->sync(), QString());
        QCOMPARE(lagging->sync(), QString());
        QCOMPARE(eventsOf(*before, comes), std::int64_t(0)); // it lives where nothing may be fetched
        QVERIFY(eventsOf(*before, leaves) > 0);
        QVERIFY(!filesWith(*before, "kanarienvogel" + tag).isEmpty());

        move(ground, leaves);
        move(ground, comes, true);
        move(ground, roams);
        QCOMPARE(before->sync(), QString());
        QCOMPARE(eventsOf(*before, roams), std::int64_t(0));
        const auto during = file(ground, policy);
        QCOMPARE(during->sync(), QString());
        move(ground, roams, true);

        const auto after = file(ground, policy);
        for (const auto* each : {before.get(), lagging.get(), during.get(), after.get()})
            QCOMPARE(const_cast<FollowingFile*>(each)->sync(), QString());
        for (const auto& [other, what] : {std::pair(before.get(), "before"), std::pair(lagging.get(), "lagging"),
                                          std::pair(during.get(), "during")})
            for (const TenantId& tenant : {stays, leaves, comes, roams})
                QVERIFY2(firstDifference(after->lines(tenant), other->lines(tenant)).isEmpty(),
                         qPrintable(QString::fromLatin1(what) + QLatin1Char('\n') +
                                    firstDifference(after->lines(tenant), other->lines(tenant))));
        for (const TenantId& tenant : {stays, comes, roams})
            QCOMPARE(eventsOf(*after, tenant), std::ssize(ground.log(ground.from(), tenant)));
        for (auto* each : {before.get(), lagging.get(), during.get(), after.get()}) {
            QCOMPARE(eventsOf(*each, leaves), std::int64_t(0));
            QCOMPARE(each->findings(), QStringList());
        }

        // Receipts name whom and how much; who never held it has none.
        const auto notes = notesOf(*before);
        QVERIFY(std::ranges::any_of(notes, [&](const PolicyNote& note) {
            return std::ranges::any_of(note.purged, [&](const Purged& purged) {
                return purged.tenant == leaves && purged.was == DataForm::Whole && purged.is == DataForm::Nothing &&
                       purged.events > 0 && purged.home == ground.from();
            });
        }));
        QVERIFY(notes.front().author.empty()); // a move was the cause
        QCOMPARE(notesOf(*after).size(), std::size_t(1));
        for (auto* each : {before.get(), lagging.get()}) {
            QCOMPARE(filesWith(*each, "kanarienvogel" + tag), QStringList());
            each->close();
            QCOMPARE(filesWith(*each, "kanarienvogel" + tag), QStringList());
        }
    }

    void aNarrowerPolicyTakesOutAndKeepsTheRest_data() { grounds(); }

    void aNarrowerPolicyTakesOutAndKeepsTheRest() {
        QFETCH(const GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const auto tag = std::to_string(m_files);
        const TenantId stays = ground.addTenant("rests" + tag, 12, 3);
        const TenantId abroad = ground.addTenant("zaunkoenig" + tag, 12, 3);
        move(ground, abroad);
        const auto everything = file(ground, {});
        QCOMPARE(everything->sync(), QString());
        const std::int64_t held = eventsOf(*everything, abroad);
        QVERIFY(held > 0);
        annotate(*everything, stays, "a note that stays");
        annotate(*everything, abroad, "a note on zaunkoenig" + tag);
        QVERIFY(everything->replica().writer()->setSavedViews({{"Mine", "type:user.*", ""}}));
        for (const KeptText which : {KeptText::Residency, KeptText::Places, KeptText::Placement})
            QVERIFY(everything->replica().writer()->setKeptText(which, R"({"zaunkoenig":"x"})"));

        const ReplicaPolicy policy = only({ground.from()});
        const auto outlook = previewPolicy(*everything->replica().snapshot().value(), policy);
        QVERIFY(outlook.has_value());
        const auto note = change(*everything, policy);
        QVERIFY2(note.has_value(), note ? "" : note.error().detail.c_str());
        QCOMPARE(note->purged, outlook->purged);
        QCOMPARE(note->annotations, outlook->annotations);
        QCOMPARE(note->annotations, std::int64_t(1));
        QVERIFY(std::ranges::find(note->purged, Purged{abroad, ground.to(), DataForm::Whole, DataForm::Nothing,
                                                       held}) != note->purged.end());
        QCOMPARE(notesOf(*everything).front(), *note);
        QVERIFY(!note->author.empty());

        const auto fresh = file(ground, policy);
        QCOMPARE(fresh->sync(), QString());
        QCOMPARE(everything->sync(), QString());
        QCOMPARE(firstDifference(fresh->lines(stays), everything->lines(stays)), QString());
        QCOMPARE(everything->lines(abroad).size(), std::size_t(0));
        QCOMPARE(everything->findings(), QStringList());
        const auto snapshot = everything->replica().snapshot().value();
        const auto annotated = allAnnotations(*snapshot).value();
        QCOMPARE(annotated.size(), std::size_t(1));
        QCOMPARE(annotated.front().annotation.note, std::string("a note that stays"));
        QCOMPARE(snapshot->event(annotated.front().number).value().tenant, stays);
        QCOMPARE(savedViews(*snapshot).value().size(), std::size_t(1));
        // What a person decided stays; what servers told of data goes with them.
        for (const KeptText which : {KeptText::Residency, KeptText::Places})
            QCOMPARE(keptText(*snapshot, which).value(), std::string(R"({"zaunkoenig":"x"})"));
        QCOMPARE(keptText(*snapshot, KeptText::Placement).value(), std::string());
        QCOMPARE(filesWith(*everything, "zaunkoenig" + tag), QStringList());
    }

    void aWiderPolicyFetchesWhatItAllows_data() { grounds(); }

    void aWiderPolicyFetchesWhatItAllows() {
        QFETCH(const GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const auto tag = std::to_string(m_files);
        const TenantId stays = ground.addTenant("home" + tag, 6, 3);
        const TenantId abroad = ground.addTenant("abroad" + tag, 6, 3);
        const TenantId alsoAbroad = ground.addTenant("faraway" + tag, 6, 3);
        move(ground, abroad);
        move(ground, alsoAbroad);
        const auto narrow = file(ground, only({ground.from()}));
        QCOMPARE(narrow->sync(), QString());
        annotate(*narrow, stays, "kept");

        // One organization, wherever it lives.
        QVERIFY(change(*narrow, only({ground.from()}, false, {abroad})).has_value());
        QCOMPARE(narrow->sync(), QString());
        QCOMPARE(eventsOf(*narrow, alsoAbroad), std::int64_t(0));
        QCOMPARE(eventsOf(*narrow, abroad), std::ssize(ground.log(ground.to(), abroad)));

        // And then everybody.
        QVERIFY(change(*narrow, {}).has_value());
        const auto whole = file(ground, {});
        for (auto* each : {narrow.get(), whole.get()})
            QCOMPARE(each->sync(), QString());
        for (const TenantId& tenant : {stays, abroad, alsoAbroad})
            QCOMPARE(firstDifference(whole->lines(tenant), narrow->lines(tenant)), QString());
        QCOMPARE(narrow->findings(), QStringList());
        QCOMPARE(allAnnotations(*narrow->replica().snapshot().value()).value().size(), std::size_t(1));
        QCOMPARE(notesOf(*narrow).size(), std::size_t(3));
    }

    void ofTheRestOnlyPseudonyms_data() { grounds(); }

    void ofTheRestOnlyPseudonyms() {
        QFETCH(const GroundKind, kind);
        MoveGround ground(kind, m_servers.servers());
        const auto tag = std::to_string(m_files);
        const TenantId stays = ground.addTenant("inland" + tag, 6, 3);
        const TenantId abroad = ground.addTenant("pirol" + tag, 6, 3);
        move(ground, abroad);
        const ReplicaPolicy policy = only({ground.from()}, true);
        const auto fetched = file(ground, policy);
        QCOMPARE(fetched->sync(), QString());
        const auto narrowed = file(ground, {});
        QCOMPARE(narrowed->sync(), QString());
        QVERIFY(userNames(*narrowed, abroad).contains(QString::fromStdString("pirol" + tag + "-user-0")));
        const auto note = change(*narrowed, policy);
        QVERIFY2(note.has_value(), note ? "" : note.error().detail.c_str());
        QCOMPARE(narrowed->sync(), QString());

        for (auto* each : {fetched.get(), narrowed.get()}) {
            QCOMPARE(eventsOf(*each, abroad), std::ssize(ground.log(ground.to(), abroad)));
            const QStringList names = userNames(*each, abroad);
            QCOMPARE(names.size(), 6);
            for (const QString& name : names)
                QVERIFY2(name.startsWith(QLatin1Char('~')), qPrintable(name));
            QCOMPARE(userNames(*each, stays).filter(QStringLiteral("-user-")).size(), 6);
            QCOMPARE(filesWith(*each, "pirol" + tag + "-user"), QStringList());
            QCOMPARE(each->findings(), QStringList());
        }
        QCOMPARE(firstDifference(fetched->lines(abroad), narrowed->lines(abroad)), QString());

        // It comes to where it may be held whole, and who lived here goes where it may not.
        move(ground, abroad, true);
        move(ground, stays);
        const auto late = file(ground, policy);
        for (auto* each : {late.get(), fetched.get(), narrowed.get()}) {
            QCOMPARE(each->sync(), QString());
            QVERIFY(userNames(*each, abroad).contains(QString::fromStdString("pirol" + tag + "-user-0")));
            QVERIFY(userNames(*each, stays).filter(QStringLiteral("-user-")).isEmpty());
            QCOMPARE(userNames(*each, stays).size(), 6);
            QCOMPARE(filesWith(*each, "inland" + tag + "-user"), QStringList());
            QCOMPARE(firstDifference(late->lines(abroad), each->lines(abroad)), QString());
            QCOMPARE(firstDifference(late->lines(stays), each->lines(stays)), QString());
        }
    }

    void aChangeThatCannotBeFinishedChangesNothing() {
        MoveGround ground(GroundKind::Embedded, m_servers.servers());
        const TenantId stays = ground.addTenant("bleibt", 12, 3);
        const TenantId abroad = ground.addTenant("reist", 12, 3);
        move(ground, abroad);
        const auto narrow = file(ground, only({ground.from()}));
        QCOMPARE(narrow->sync(), QString());
        const auto lines = narrow->lines(stays);
        const auto isAsBefore = [&] {
            const bool hasNothingBeside = !std::filesystem::exists(narrow->path().string() + ".sifted") &&
                                          !std::filesystem::exists(narrow->path().string() + ".sifted-wal");
            return hasNothingBeside && narrow->lines(stays) == lines && notesOf(*narrow).size() == 1;
        };

        // The same policy is no change.
        const auto same = change(*narrow, only({ground.from()}));
        QVERIFY(!same && same.error().code == ErrorCode::InvalidInput);

        // Stopped by a person while the file is written anew.
        narrow->close();
        std::stop_source stop;
        const auto stopped = changePolicy(
            narrow->path(), {only({ground.to()}), {}, {}}, {}, [&](const PolicyProgress&) { stop.request_stop(); },
            stop.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        narrow->open();
        QVERIFY(isAsBefore());

        // A region whose log is to be read does not answer.
        auto regions = narrow->replica().snapshot().value()->regions().value();
        std::vector<WorkspaceRegion> endpoints;
        for (const RegionRecord& region : regions)
            endpoints.push_back({region.region, region.region == ground.to()
                                                    ? "postgresql://nobody@127.0.0.1:1/x?connect_timeout=1"
                                                    : region.endpoint});
        QVERIFY(narrow->replica().writer()->setRegions(endpoints));
        const auto unreachable = change(*narrow, {});
        QVERIFY(!unreachable);
        QCOMPARE(unreachable.error().get("region"), ground.to().text());
        QVERIFY(isAsBefore());

        // Somebody reads the file: it is not taken from under them.
        narrow->close();
        {
            const auto reader = Replica::open(narrow->path(), ReplicaAccess::ReadOnly).value();
            const auto snapshot = reader->snapshot().value();
            const auto held = changePolicy(narrow->path(), {only({}), {}, {}}, {}, {}, {});
            QVERIFY(!held && held.error().code == ErrorCode::FileInUse);
        }
        // What a killed one left does not disturb the next.
        std::ofstream(narrow->path().string() + ".sifted") << "half a file";
        const auto done = changePolicy(narrow->path(), {only({}), {}, {}}, {}, {}, {});
        QVERIFY2(done.has_value(), done ? "" : done.error().detail.c_str());
        narrow->open();
        QCOMPARE(eventsOf(*narrow, stays), std::int64_t(0));
        QVERIFY(!std::filesystem::exists(narrow->path().string() + ".sifted"));
    }

    void aPolicyThatCannotBeReadAllowsNothing() {
        MoveGround ground(GroundKind::Embedded, m_servers.servers());
        std::ignore = ground.addTenant("unlesbar", 3, 1);
        const auto damaged = file(ground, only({ground.from()}));
        damaged->close();
        {
            SQLite::Database database(damaged->path().string(), SQLite::OPEN_READWRITE);
            database.exec("UPDATE policy_notes SET policy = '{\"isLimited\":\"perhaps\"}'");
        }
        damaged->open();
        QVERIFY(!replicaPolicy(*damaged->replica().snapshot().value()));
        std::ignore = damaged->sync();
        const auto runs = damaged->replica().snapshot().value()->runs().value();
        for (const RunRecord& run : runs)
            QCOMPARE(run.lastOrdinal, std::int64_t(0));
    }

private:
    static void annotate(FollowingFile& file, const TenantId& tenant, const std::string& text) {
        const auto snapshot = file.replica().snapshot().value();
        const auto runs = snapshot->runs().value();
        for (const RunRecord& run : runs)
            for (std::int64_t ordinal = run.lastOrdinal; ordinal > 0; --ordinal) {
                const EventNumber n = EventNumber::of(run.run, ordinal);
                if (snapshot->event(n).value().tenant != tenant)
                    continue;
                QVERIFY(file.replica().writer()->setAnnotations({{n, {true, {}, text}, "olga", Instant{1}}}));
                return;
            }
        QFAIL("the file has no event of it");
    }
};

} // namespace

MUNIMENT_TEST(replica_policy, ReplicaPolicyTest);

#include "test_replica_policy.moc"

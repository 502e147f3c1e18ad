// Protects a tenant whose mover, writers or servers die while it moves: whoever comes next goes on or takes the move
// back, and afterwards everything that was acknowledged is there once, in one home, in order, with its names; files
// that followed all the while are equal to one that begins at the end. MUNIMENT_ROUNDS sets how often, MUNIMENT_SEED
// how.
#include "models/workspace/sync_run.h"
#include "tests/residency/following_file.h"
#include "tests/residency/move_ground.h"
#include "tests/residency/mover_process.h"
#include "tests/support/plain_sql.h"
#include "tests/support/test_registry.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <random>
#include <set>

using namespace muniment;
using namespace muniment::test;

Q_DECLARE_METATYPE(muniment::test::GroundKind)

namespace {

constexpr int kUsers = 6;
constexpr int kNames = kUsers * 2 + 3;
constexpr int kWriters = 8;
constexpr int kDefaultRounds = 8;

enum class Fault {
    Mover,          ///< kill -9
    Source,         ///< kill -9 of the server
    Target,         ///< the same of the other
    SourceStopped,  ///< shut down: every session is ended
    MoverAndTarget, ///< both
    Writers,        ///< their sessions are ended
    MoverSessions,  ///< the mover's sessions are ended
    Stopped,        ///< the mover stands still while another goes on, and comes back afterwards
};
constexpr std::array kFaults{Fault::Mover,          Fault::Source,  Fault::Target,        Fault::SourceStopped,
                             Fault::MoverAndTarget, Fault::Writers, Fault::MoverSessions, Fault::Stopped};
constexpr std::array kFaultNames{"kill the mover",           "kill the source",           "kill the target",
                                 "stop the source",          "kill mover and target",     "end the writers' sessions",
                                 "end the mover's sessions", "stop the mover for a while"};

/// Where a mover may stand, and how often it comes there at least, or about.
constexpr std::array<std::pair<MoveStep, int>, 7> kSteps{{{MoveStep::Preflight, 1},
                                                          {MoveStep::Starting, 2},
                                                          {MoveStep::Copying, 8},
                                                          {MoveStep::Verifying, 2},
                                                          {MoveStep::CuttingOver, 6},
                                                          {MoveStep::Activating, 1},
                                                          {MoveStep::CleaningUp, 7}}};

int wanted(const char* variable, int otherwise) {
    bool isSet = false;
    const int value = qEnvironmentVariableIntValue(variable, &isSet);
    return isSet ? std::max(1, value) : otherwise;
}

QString told(const Error& error) {
    QString text = QString::fromStdString(std::string(errorCodeName(error.code)) + " " + error.detail);
    for (const auto& [key, value] : error.context)
        text += QString::fromStdString(" " + key + "=" + value);
    return text;
}

/// Each event once, in the order of its aggregate, in epochs that only grow.
QString findDisorder(const std::vector<RecordedEvent>& log) {
    std::map<AggregateKey, std::int64_t> sequences;
    std::set<Uuid> ids;
    std::int32_t epoch = 0;
    for (const RecordedEvent& event : log) {
        if (++sequences[event.aggregate] != event.sequence || !ids.insert(event.eventId).second || event.epoch < epoch)
            return QString::fromStdString(event.aggregate.type + "/" + event.aggregate.id.text() + " " +
                                          std::to_string(event.sequence) + " in epoch " + std::to_string(event.epoch));
        epoch = event.epoch;
    }
    return {};
}

/// What the writers wrote, by command.
std::map<std::string, int> writtenIn(const std::vector<RecordedEvent>& log) {
    std::map<std::string, int> found;
    for (const RecordedEvent& event : log)
        if (event.type == "session.user.checked")
            ++found[event.commandId->text()];
    return found;
}

/// A workspace file that is followed on a thread of its own.
class Follower {
public:
    Follower(MoveGround& ground, const std::filesystem::path& path)
        : m_file(ground, path, {ground.from(), ground.to()}),
          m_thread([this](const std::stop_token& stop) {
              if (const auto followed = syncFollow(m_file.replica(), {}, {}, stop); !followed)
                  m_error = told(followed.error());
          }) {}

    /// Empty, or why it could not go on.
    QString stop() {
        m_thread.request_stop();
        m_thread.join();
        return m_error;
    }

    [[nodiscard]] FollowingFile& file() { return m_file; }

private:
    FollowingFile m_file;
    QString m_error;
    std::jthread m_thread;
};

/// One tenant that goes to and fro between two regions.
class Course {
public:
    Course(MoveGround& ground, TenantId tenant, unsigned seed)
        : m_ground(ground),
          m_tenant(std::move(tenant)),
          m_home(ground.from()),
          m_dice(seed) {}

    [[nodiscard]] RegionName home() const { return m_home; }

    [[nodiscard]] RegionName away() const { return m_home == m_ground.from() ? m_ground.to() : m_ground.from(); }

    void run(int round) {
        const std::size_t fault = faultOf(round);
        const int events = static_cast<int>(m_ground.log(m_home, m_tenant).size());
        const int page = std::max(20, events / 6);
        const auto [step, most] = kSteps.at(pick(0, std::ssize(kSteps) - 1));
        MoverProcess mover(m_ground, m_tenant, m_home, away(), page, step, static_cast<int>(pick(1, most)));
        mover.waitUntilStopped();
        if (pick(0, 1) == 1 && kFaults[fault] != Fault::Stopped) { // in the midst of the step
            mover.goOn();
            QTest::qSleep(static_cast<int>(pick(0, 15)));
        }
        inflict(kFaults[fault], mover);
        const bool isTakenBack = pick(0, 2) == 0;
        const QString ended = finish(isTakenBack);
        QVERIFY2(ended.isEmpty(), qPrintable(ended));
        mover.end(); // which stood still until now, or found its way by itself
        const QString complaint = QString::fromUtf8(mover.complaint());
        const QString after = finish(isTakenBack); // what it may have begun
        QVERIFY2(after.isEmpty(), qPrintable(after));
        qInfo("round %d: %s before %s, then %s; lives in %s, %d events; %s", round, kFaultNames.at(fault),
              mover.stoppedBefore().isEmpty() ? "nothing" : mover.stoppedBefore().constData(),
              isTakenBack ? "cancelled" : "resumed", m_home.text().c_str(), events, qPrintable(complaint));
    }

    /// Acknowledged writes are all there, at one place, and nothing is left at the other.
    void check(const std::map<std::string, int>& acknowledged) {
        auto here = m_ground.open(m_home);
        auto there = m_ground.open(away());
        const auto place = here->relocation().place(m_home, m_tenant);
        QVERIFY(place && *place);
        QCOMPARE((*place)->home.state, std::string("active"));
        const auto left = there->relocation().place(away(), m_tenant);
        QVERIFY(left.has_value());
        QVERIFY(!*left || ((*left)->home.state == "moved" && (*left)->move->isCleaned));
        QCOMPARE(there->relocation().countEvents(away(), m_tenant).value(), 0);
        QCOMPARE(there->relocation().countClaims(away(), m_tenant).value(), 0);
        QCOMPARE(here->relocation().countClaims(m_home, m_tenant).value(), kNames);
        const auto log = m_ground.log(m_home, m_tenant);
        QCOMPARE(findDisorder(log), QString());
        const auto found = writtenIn(log);
        for (const auto& [command, times] : acknowledged) {
            QCOMPARE(times, 1);
            QVERIFY2(found.contains(command), ("lost: " + command).c_str());
        }
        for (const auto& [command, times] : found)
            QVERIFY2(times == 1, ("twice: " + command).c_str());
    }

private:
    /// Each of them once before any comes again.
    std::size_t faultOf(int round) {
        const std::size_t at = static_cast<std::size_t>(round - 1) % m_faults.size();
        if (at == 0)
            std::ranges::shuffle(m_faults, m_dice);
        return m_faults.at(at);
    }

    std::size_t pick(std::int64_t least, std::int64_t most) {
        return static_cast<std::size_t>(std::uniform_int_distribution<std::int64_t>(least, most)(m_dice));
    }

    [[nodiscard]] int serverOf(const RegionName& region) const {
        return m_ground.kind() == GroundKind::TwoServers && region == m_ground.to() ? 1 : 0;
    }

    void endSessions(const std::string& user) {
        for (int i = 0; i < m_ground.servers().count(); ++i)
            if (PlainSql sql(m_ground.servers().superuserEndpoint(i));
                !sql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1", {user}))
                qFatal("%s", sql.error().c_str());
    }

    void inflict(Fault fault, MoverProcess& mover) {
        RegionalServers& servers = m_ground.servers();
        const int source = serverOf(m_home), target = serverOf(away());
        switch (fault) {
        case Fault::Mover:
            return mover.kill();
        case Fault::Source:
            servers.kill9(source);
            break;
        case Fault::MoverAndTarget:
            mover.kill();
            servers.kill9(target);
            break;
        case Fault::Target:
            servers.kill9(target);
            break;
        case Fault::SourceStopped:
            servers.stop(source);
            break;
        case Fault::Writers:
            endSessions("admin");
            return mover.end();
        case Fault::MoverSessions:
            endSessions("mover");
            return mover.end();
        case Fault::Stopped:
            return;
        }
        mover.goOn();
        QTest::qSleep(static_cast<int>(pick(0, 500)));
        servers.startAgain(fault == Fault::Source || fault == Fault::SourceStopped ? source : target);
        mover.end(); // it gives up, or has waited to hear what became of what it wrote
    }

    /// By another mover: on to the end or back, whatever is still to be done; then where it lives. Empty, or what was
    /// wrong for longer than patience.
    [[nodiscard]] QString finish(bool isTakenBack) {
        QElapsedTimer waited;
        waited.start();
        for (QString wrong;;) {
            if (waited.hasExpired(5 * kPatienceMs))
                return wrong;
            auto source = m_ground.open(m_home);
            auto target = m_ground.open(away());
            MoveSettings settings;
            settings.closeBehind = 40;
            TenantMove move(*source, *target, m_tenant, m_home, away(), systemClock(), settings);
            const MoveWish wish{{"operator", ActorId("otto")}, {}};
            const auto place = source->relocation().place(m_home, m_tenant);
            if (!place) {
                wrong = told(place.error());
                continue;
            }
            const bool isBegun = *place && (*place)->home.state != "active";
            const bool isDecided = isBegun && (*place)->home.state == "moved";
            if (isDecided || (isBegun && !isTakenBack)) {
                const auto moved = move.run(wish, {}, {});
                if (moved) {
                    m_home = away();
                    return {};
                }
                wrong = told(moved.error());
                continue;
            }
            const auto cancelled = move.cancel(wish, {}, {});
            if (cancelled)
                return {};
            wrong = told(cancelled.error());
        }
    }

    MoveGround& m_ground;
    TenantId m_tenant;
    RegionName m_home;
    std::mt19937 m_dice;
    std::array<std::size_t, kFaults.size()> m_faults{0, 1, 2, 3, 4, 5, 6, 7};
};

class MoveKillsTest : public QObject {
    Q_OBJECT

    MoveServers m_servers;
    QTemporaryDir m_directory;

private slots:

    void whatDiesIsFollowedAndNothingIsLost_data() {
        QTest::addColumn<GroundKind>("kind");
        QTest::newRow("two servers") << GroundKind::TwoServers;
        QTest::newRow("one server") << GroundKind::OneServer;
    }

    void whatDiesIsFollowedAndNothingIsLost() {
        QFETCH(GroundKind, kind);
        const auto seed = static_cast<unsigned>(wanted("MUNIMENT_SEED", 20'261'122));
        const int rounds = wanted("MUNIMENT_ROUNDS", kDefaultRounds);
        qInfo("%d rounds, seed %u", rounds, seed);
        MoveGround ground(kind, m_servers.servers());
        const TenantId tenant = ground.addTenant("kills" + std::to_string(static_cast<int>(kind)), kUsers, 20);
        const auto path = [&](const char* name) {
            return std::filesystem::path(
                m_directory.filePath(QStringLiteral("%1-%2").arg(static_cast<int>(kind)).arg(QLatin1String(name)))
                    .toStdString());
        };
        Follower first(ground, path("first.muniment"));
        Follower second(ground, path("second.muniment"));
        FollowingWriters writers(ground, tenant, kWriters, std::chrono::milliseconds(200));
        QTRY_VERIFY(writers.written() > kWriters);
        Course course(ground, tenant, seed);
        for (int round = 1; round <= rounds; ++round) {
            course.run(round);
            if (QTest::currentTestFailed())
                return;
            course.check(writers.acknowledged());
            if (QTest::currentTestFailed())
                return;
            const int written = writers.written();
            QTRY_VERIFY(writers.written() > written + kWriters);
        }
        writers.stop();
        course.check(writers.acknowledged());
        const auto log = ground.log(course.home(), tenant);
        QVERIFY(writtenIn(log) == writers.acknowledged());
        for (Follower* follower : {&first, &second}) {
            QCOMPARE(follower->stop(), QString());
            QCOMPARE(follower->file().sync(), QString());
        }
        FollowingFile fold(ground, path("fold.muniment"), {ground.from(), ground.to()});
        QCOMPARE(fold.sync(), QString());
        const auto expected = fold.lines(tenant);
        QVERIFY(std::ssize(expected) > std::ssize(log));
        QCOMPARE(firstDifference(expected, first.file().lines(tenant)), QString());
        QCOMPARE(firstDifference(expected, second.file().lines(tenant)), QString());
        for (FollowingFile* file : {&fold, &first.file(), &second.file()})
            QCOMPARE(file->findings().join(QLatin1Char('\n')), QString());
        qInfo("%d written, %d refused, %d answers lost, %zd events", writers.written(), writers.refusals(),
              writers.lostAnswers(), log.size());
    }
};

} // namespace

MUNIMENT_TEST(move_kills, MoveKillsTest);
#include "test_move_kills.moc"

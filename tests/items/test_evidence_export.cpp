// Protects: what the timeline's question matches is what a bundle holds, and says which question it was; a courier's
// bundle goes on where the one before ended and nowhere else; the window's work on bundles opens, makes and takes them
// in on a thread of its own, and leaves nothing behind when it is cancelled or looked at no more.
#include "models/base/clock.h"
#include "models/integrity/known_keys.h"
#include "models/items/evidence_job.h"
#include "tests/replica/replica_fixture.h"
#include "tests/replica/sample_log.h"
#include "tests/support/test_registry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

namespace {

constexpr Instant kNow{1'800'000'000'000'000};
constexpr int kEvents = 400;
const RegionName kRegion("eu-west-1");

} // namespace

class TestEvidenceExport : public QObject {
    Q_OBJECT

    QTemporaryDir m_temporary;
    ReplicaFixture m_files;
    SampleLog m_log{SampleLogSettings{}};
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<SigningKey> m_maker;
    int m_paths = 0;

    [[nodiscard]] EvidenceOrder order() {
        return {m_replica->file(), m_files.path(("bundle" + std::to_string(++m_paths) + ".zip").c_str()), kNow};
    }

    [[nodiscard]] std::vector<VerifierKey> makers() const { return {m_maker->verifierKey()}; }

    [[nodiscard]] static TimelineQuestion asked(const char* filter) {
        TimelineQuestion question;
        question.filter = *parseFilter(filter).filter;
        question.now = kNow;
        return question;
    }

    std::filesystem::path exported(const TimelineQuestion& question) {
        const auto snapshot = MUST(m_replica->snapshot());
        const auto matches = MUST(evaluate(*snapshot, question));
        const EvidenceOrder wish = order();
        const auto manifest = MUST(exportEvidence(*snapshot, question, *matches, wish, *m_maker, {}, {}));
        if (manifest.events != static_cast<std::uint64_t>(matches->count()))
            qFatal("not every match is in the bundle");
        return wish.target;
    }

    Result<WrittenCourier> carry(const EvidenceOrder& wish, const std::optional<std::filesystem::path>& after) {
        const auto snapshot = MUST(m_replica->snapshot());
        return exportCourier(*snapshot, {wish, after, {}}, *m_maker, {}, [](double) {});
    }

    /// What the job ends with; absent: it has failed, and `error` says why.
    std::optional<EvidenceOutcome> outcomeOf(EvidenceJob& job, std::optional<Error>& error) {
        std::optional<EvidenceOutcome> outcome;
        connect(&job, &EvidenceJob::finished, this, [&](const EvidenceOutcome& told) { outcome = told; });
        connect(&job, &EvidenceJob::failed, this, [&](const Error& told) { error = told; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome || error, 30'000); }();
        return outcome;
    }

    [[nodiscard]] QStringList leftBehind() const {
        return QDir(m_temporary.path()).entryList({QStringLiteral("muniment-evidence-*")}, QDir::Dirs);
    }

private slots:

    void initTestCase() {
        qputenv("TMPDIR", m_temporary.path().toUtf8());
        m_maker = std::make_unique<SigningKey>(MUST(SigningKey::generate("desk")));
        m_replica = m_files.create();
        applyAll(*m_replica, kRegion, m_log.take(kEvents), 100);
    }

    void theQuestionIsWhatGoesIn() {
        const auto all = MUST(checkBundle(exported(asked("")), makers(), {}, {}));
        QCOMPARE(all.manifest.events, std::uint64_t(kEvents));
        QCOMPARE(all.manifest.workspace, m_replica->file().filename().string());
        const auto some = MUST(checkBundle(exported(asked("type:org.*")), makers(), {}, {}));
        QVERIFY(some.manifest.events > 0 && some.manifest.events < kEvents);
        QCOMPARE(some.manifest.filterText, std::string("type:org.*"));
        QVERIFY(!some.courier);
        TimelineQuestion past = asked("");
        past.asOf = Moment(Instant{1'700'000'100'000'000});
        const auto then = MUST(checkBundle(exported(past), makers(), {}, {}));
        QVERIFY(then.manifest.events < kEvents);
        QVERIFY2(then.manifest.filterWords.find("As of 2023-11-14") != std::string::npos,
                 then.manifest.filterWords.c_str());
    }

    void couriersFollowOneAnother() {
        const EvidenceOrder first = order(), second = order();
        QCOMPARE(MUST(carry(first, {})).number, std::uint64_t(1));
        const auto nothing = carry(second, first.target);
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().get("why"), std::string("nothingNew"));
        QVERIFY(!std::filesystem::exists(second.target));
        applyAll(*m_replica, kRegion, m_log.take(50), 50);
        const WrittenCourier next = MUST(carry(second, first.target));
        QCOMPARE(next.number, std::uint64_t(2));
        QCOMPARE(next.manifest.events, std::uint64_t(50));
        const auto chosen = carry(order(), exported(asked("type:org.*")));
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().get("why"), std::string("noCourier"));
        // Of somebody whom neither the file nor this key vouches for.
        const SigningKey other = MUST(SigningKey::generate("other"));
        const auto snapshot = MUST(m_replica->snapshot());
        const auto stranger = exportCourier(*snapshot, {order(), first.target, {}}, other, {}, [](double) {});
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().get("why"), std::string("unknownKey"));
        QVERIFY(exportCourier(*snapshot, {order(), first.target, makers()}, other, {}, [](double) {}));

        const auto site = m_files.path("site.muniment");
        for (const auto& bundle : {first.target, second.target}) {
            std::optional<Error> error;
            EvidenceJob job(importOf(bundle, site, makers()), nullptr);
            const auto outcome = outcomeOf(job, error);
            QVERIFY2(outcome, error ? error->detail.c_str() : "");
            QVERIFY(std::holds_alternative<CourierImport>(*outcome));
        }
        const auto carried = MUST(Replica::open(site, ReplicaAccess::ReadOnly));
        const auto there = MUST(carried->snapshot());
        QCOMPARE(MUST(there->runs()).front().lastOrdinal, std::int64_t(kEvents + 50));
    }

    void aBundleIsOpenedWhileItIsLookedAt() {
        const auto bundle = exported(asked("type:org.*"));
        QString folder;
        {
            std::optional<Error> error;
            EvidenceJob job(openingOf(bundle, {}, {}), nullptr);
            const auto outcome = outcomeOf(job, error);
            QVERIFY2(outcome, error ? error->detail.c_str() : "");
            const auto opened = std::get<OpenedBundlePointer>(*outcome);
            QVERIFY(opened->standing() == KeyStanding::BroughtAlong);
            QVERIFY(opened->maker() == m_maker->verifierKey());
            QCOMPARE(leftBehind().size(), 1);
            const auto file = opened->file();
            for (const auto& place : {file, file.parent_path()})
                QCOMPARE(static_cast<int>(std::filesystem::status(place).permissions()) & 077, 0);
            QVERIFY(Replica::open(file, ReplicaAccess::ReadOnly));
        }
        QTRY_COMPARE(leftBehind(), QStringList());
    }

    void whoseKeyItIsIsTold() {
        const auto bundle = exported(asked("type:org.*"));
        const auto standing = [&](const std::vector<VerifierKey>& trusted, const std::vector<VerifierKey>& known) {
            const auto opened = OpenedBundle::open(bundle, trusted, known, {}, {});
            return opened ? std::optional((*opened)->standing()) : std::nullopt;
        };
        const std::vector stranger{MUST(SigningKey::generate("desk")).verifierKey()};
        QVERIFY(standing({}, {}) == KeyStanding::BroughtAlong);
        QVERIFY(standing({}, stranger) == KeyStanding::BroughtAlong);
        QVERIFY(standing({}, makers()) == KeyStanding::Known);
        QVERIFY(standing(makers(), {}) == KeyStanding::Trusted);
        QVERIFY(!standing(stranger, makers())); // only who is trusted counts
        QCOMPARE(leftBehind(), QStringList());
    }

    void whatIsCancelledLeavesNothing() {
        const auto bundle = exported(asked(""));
        std::optional<Error> error;
        EvidenceJob job(openingOf(bundle, {}, {}), nullptr);
        job.cancel();
        QVERIFY(!outcomeOf(job, error));
        QVERIFY(error->code == ErrorCode::Cancelled);
        QCOMPARE(leftBehind(), QStringList());
    }

    void aBundleIsMadeWithTheKeyOfThisWorkstation() {
        const EvidenceOrder wish = order();
        WorkstationKeyPlace place;
        place.file = m_files.path("workstation.key");
        place.usesKeychain = false;
        place.passphrase = [](bool) { return std::optional<std::string>("correct horse"); };
        std::optional<Error> error;
        EvidenceJob without(writingOf({wish, asked("type:org.*"), place, false}), nullptr);
        QVERIFY(!outcomeOf(without, error));
        QVERIFY(error->code == ErrorCode::NotFound);
        error.reset();
        EvidenceJob job(writingOf({wish, asked("type:org.*"), place, true}), nullptr);
        const auto outcome = outcomeOf(job, error);
        QVERIFY2(outcome, error ? error->detail.c_str() : "");
        const auto& written = std::get<WrittenEvidence>(*outcome);
        const std::vector known{written.maker};
        QCOMPARE(MUST(checkBundle(written.file, known, {}, {})).manifest.events, written.manifest.events);
    }
};

MUNIMENT_TEST(evidence_export, TestEvidenceExport);
#include "test_evidence_export.moc"

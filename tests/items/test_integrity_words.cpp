// Protects what is said of the trail's proof: the whole sentence and never a bare word, each kind of finding by its
// name, the model of the trees, and the certificate that is handed to people who have no program.
#include "models/items/integrity_words.h"
#include "models/items/trail_model.h"
#include "models/items/verification_certificate.h"
#include "tests/support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace muniment;

namespace {

constexpr Instant kSealedAt{1'772'460'200'000'000}; // 2026-03-02 14:03:20
const RegionName kEurope("eu-west-1");

TreeState treeOf(const char* tenant, std::int64_t events, std::int64_t sealed) {
    TreeState tree{kEurope, TenantId(tenant), 1, events, {}, sealed};
    tree.root.fill(0x4f);
    if (sealed > 0)
        tree.sealedAt = kSealedAt;
    return tree;
}

/// 1,204,332 events sealed, 17 newer ones.
IntegrityPicture sealedPicture() {
    IntegrityPicture picture;
    picture.workspace = "/srv/acme group.muniment";
    picture.trail.trees = {treeOf("nordwind", 1'204'000, 1'203'990), treeOf("alpenbank", 349, 342)};
    RegionTrail region{kEurope, {2, {}}, LogKey{{70, 0}, 1}, 1'204'349, 1'204'332, kSealedAt};
    region.head.root.fill(0xd2);
    picture.trail.regions = {region};
    picture.trail.events = 1'204'349;
    picture.trail.sealed = 1'204'332;
    picture.trail.sealedAt = kSealedAt;
    picture.names[{TenantId("nordwind"), AggregateId("nordwind")}] = "Nordwind AG";
    picture.ranges = {{kEurope, 1'204'349, Instant{1'700'000'000'000'000}, kSealedAt}};
    auto kept = std::make_shared<KeptTrail>();
    kept->history.own = 412;
    kept->history.sealed.regions.push_back({kEurope, {}, {}, {1'772'409'600'000'000}, 1, true});
    kept->keys.own = kept->keys.all = {
        makeVerifierKey("muniment.workstation/desk", NoteKeyType::Cosignature, Ed25519PublicKey{}).value()};
    picture.kept = kept;
    VerificationRecord record{{1'772'460'260'000'000}, "petra", "Muniment 1.0", {}, {}};
    record.regions = {{kEurope, LogKey{{70, 0}, 1}, region.head}};
    record.verification = {.events = 1'204'349,
                           .withheld = 3,
                           .trees = 2,
                           .checkpoints = 412,
                           .sealed = 1'204'332,
                           .sealedAt = kSealedAt,
                           .keptSince = Instant{1'772'409'600'000'000}};
    picture.record = record;
    return picture;
}

IntegrityPicture alteredPicture() {
    IntegrityPicture picture = sealedPicture();
    TrailFinding finding;
    finding.region = kEurope;
    finding.tenant = TenantId("nordwind");
    finding.epoch = 1;
    finding.leaf = 700'000;
    finding.event = EventNumber::of(1, 700'001);
    finding.expected = "4fda0011";
    finding.found = "00aa1122";
    picture.record->verification.findings.push_back(finding);
    finding.change = TrailChange::Cut;
    finding.tenant = {};
    finding.found.clear();
    finding.against = TrailWitness::Checkpoint;
    picture.record->verification.findings.push_back(finding);
    picture.record->forged = {12};
    picture.events = {EventNumber::of(1, 700'001), std::nullopt};
    return picture;
}

} // namespace

#define VERIFY_TOLD(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

class IntegrityWordsTest : public QObject {
    Q_OBJECT
private slots:

    void theSentenceIsWhole() {
        const QString sentence = trailSentence(sealedPicture(), {});
        VERIFY_TOLD(sentence, "1,204,332");
        VERIFY_TOLD(sentence, "2026-03-02 14:03:20.000 UTC");
        VERIFY_TOLD(sentence, "412");
        VERIFY_TOLD(sentence, "kept since 2026-03-02");
        VERIFY_TOLD(sentence, "17 newer");
        IntegrityPicture picture = sealedPicture();
        picture.trail.sealed = picture.trail.events;
        VERIFY_TOLD(trailSentence(picture, {}), "no newer event is waiting");
        picture.trail.sealedAt.reset();
        picture.trail.sealed = 0;
        picture.record.reset();
        VERIFY_TOLD(trailSentence(picture, {}), "No kept checkpoint agrees with this file");
        picture.kept = std::make_shared<const KeptTrail>();
        VERIFY_TOLD(trailSentence(picture, {}), "only its own trees say how it was, never verified here");
        VERIFY_TOLD(trailSentence(alteredPicture(), {}), "3 thing");
        VERIFY_TOLD(trailSentence(alteredPicture(), {}), "contradicted here by what is kept");
    }

    void theStandingIsTheWorst() {
        QCOMPARE(standingOf(alteredPicture()), TrailStanding::Findings);
        VERIFY_TOLD(standingWord(alteredPicture()), "3 finding");
        IntegrityPicture picture = sealedPicture();
        QCOMPARE(standingOf(picture), TrailStanding::NotSealed);
        QCOMPARE(standingWord(picture), QStringLiteral("17 not sealed"));
        picture.trail.sealed = picture.trail.events;
        QCOMPARE(standingOf(picture), TrailStanding::Sealed);
        QCOMPARE(standingWord(picture), QStringLiteral("Sealed"));
        picture.record.reset();
        QCOMPARE(standingOf(picture), TrailStanding::NeverVerified);
        // What a checkpoint contradicts is a finding before anybody has verified.
        picture.trail.contradicted = 1;
        QCOMPARE(standingOf(picture), TrailStanding::Findings);
    }

    void whatIsKeptIsToldByWhom() {
        KeptTrail kept;
        QCOMPARE(keptSentence(kept, {}), QStringLiteral("None yet"));
        kept.history.own = 400;
        kept.history.believed = 12;
        kept.history.unknown = 3;
        kept.history.forged = {9};
        QCOMPARE(keptSentence(kept, {}),
                 QStringLiteral("416: 400 signed here, 12 by witnesses you believe, 3 by nobody you have said to "
                                "believe, and counted for nothing, 1 not what their signers signed"));
    }

    void findingsAreToldInWords() {
        const TextTable table = findingTable(alteredPicture());
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(table.rows[0].mid(0, 4),
                 (QStringList{QStringLiteral("An event was altered"), QStringLiteral("its tree"),
                              QStringLiteral("Nordwind AG"), QStringLiteral("700,000")}));
        QCOMPARE(table.rows[0].mid(5, 2), (QStringList{QStringLiteral("4fda0011"), QStringLiteral("00aa1122")}));
        QCOMPARE(table.rows[1].mid(0, 3),
                 (QStringList{QStringLiteral("The end was cut off"), QStringLiteral("a kept checkpoint"),
                              QStringLiteral("all of eu-west-1")}));
        QCOMPARE(table.rows[1].value(6), QStringLiteral("not there"));
        QCOMPARE(table.rows[2].value(0), QStringLiteral("A kept checkpoint was altered"));
        for (const QStringList& row : table.rows)
            QCOMPARE(row.size(), table.header.size());
        QSet<QString> kinds;
        for (const TrailChange change : {TrailChange::Edited, TrailChange::Deleted, TrailChange::Inserted,
                                         TrailChange::Reordered, TrailChange::Cut, TrailChange::Rewritten})
            kinds.insert(changeSentence(change));
        QCOMPARE(kinds.size(), 6);
    }

    void reconcilingIsToldWithItsGaps() {
        Reconciliation region;
        region.region = kEurope;
        region.at = kSealedAt;
        region.digests = 1'204;
        QCOMPARE(reconciliationSentence(region, {}),
                 QStringLiteral("2026-03-02 14:03 UTC: 1,204 of 1,204 days of organizations agree; older ones follow "
                                "hour by hour; next at 2026-03-02 15:03 UTC while the region is followed."));
        region.differing = 2;
        region.wholeSince = kSealedAt;
        region.elsewhere = 17;
        region.trouble = "timeout";
        const QString sentence = reconciliationSentence(region, {});
        VERIFY_TOLD(sentence, "1,202 of 1,204");
        VERIFY_TOLD(sentence, "everything up to 2026-03-02 14:03 UTC has been compared");
        VERIFY_TOLD(sentence, "17 event");
        VERIFY_TOLD(sentence, "it ended early (timeout)");
    }

    void aDifferenceFromTheServerIsAFinding() {
        IntegrityPicture picture = alteredPicture();
        Reconciliation region;
        region.region = kEurope;
        TrailFinding finding = picture.record->verification.findings.front();
        finding.against = TrailWitness::Server;
        finding.change = TrailChange::Deleted;
        region.findings = {finding};
        picture.reconciliations = {region};
        QCOMPARE(picture.findings(), std::int64_t{4});
        VERIFY_TOLD(trailSentence(picture, {}), "3 thing");
        VERIFY_TOLD(trailSentence(picture, {}), "not the same here and at the server");
        const TextTable table = findingTable(picture);
        QCOMPARE(table.rows.size(), std::size_t{4});
        QCOMPARE(table.rows[3].mid(0, 4), (QStringList{QStringLiteral("An event was deleted"),
                                                       QStringLiteral("the server"),
                                                       QStringLiteral("Nordwind AG"),
                                                       {}}));
        // Also where nobody has ever verified.
        picture.record.reset();
        QCOMPARE(standingOf(picture), TrailStanding::Findings);
        QCOMPARE(findingTable(picture).rows.size(), std::size_t{1});
    }

    void theCommandCanBePasted() {
        QCOMPARE(verifyCommand("/srv/acme.muniment"), QStringLiteral("muniment verify /srv/acme.muniment"));
        QCOMPARE(verifyCommand("/srv/it's $(x).muniment"),
                 QStringLiteral("muniment verify '/srv/it'\\''s $(x).muniment'"));
    }

    void theTreesStandUnderTheirRegion() {
        TrailModel model(nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPicture(std::make_shared<const IntegrityPicture>(sealedPicture()));
        QCOMPARE(model.rowCount(), 3);
        const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, TrailModel::Events), QStringLiteral("1,204,349"));
        QCOMPARE(cell(0, TrailModel::NotSealed), QStringLiteral("17"));
        QVERIFY(cell(0, TrailModel::Root).startsWith(QStringLiteral("d2d2d2")));
        QCOMPARE(cell(1, TrailModel::Organization), QStringLiteral("Nordwind AG"));
        QCOMPARE(cell(1, TrailModel::SealedTo), QStringLiteral("1,203,990"));
        QCOMPARE(cell(1, TrailModel::SealedAt), QStringLiteral("2026-03-02 14:03"));
        QCOMPARE(cell(2, TrailModel::Organization), QStringLiteral("alpenbank"));
        QCOMPARE(model.tenantAt(0), std::optional<TenantId>());
        QCOMPARE(model.tenantAt(2), std::optional(TenantId("alpenbank")));
        QVERIFY(model.json(1).contains(QStringLiteral("\"sealed\":1203990")));

        // The same trees keep their rows; others do not.
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        IntegrityPicture picture = sealedPicture();
        picture.trail.trees[1].isContradicted = true;
        picture.trail.trees[1].sealed = 0;
        model.setPicture(std::make_shared<const IntegrityPicture>(picture));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cell(2, TrailModel::SealedTo), QStringLiteral("contradicted"));
        picture.trail.trees.pop_back();
        model.setPicture(std::make_shared<const IntegrityPicture>(picture));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 2);
    }

    void theCertificateSaysItAll() {
        const QString text = certificateDocument(sealedPicture(), {})->toPlainText();
        VERIFY_TOLD(text, "Certificate of verification");
        VERIFY_TOLD(text, "Nothing was found that is not as it was.");
        VERIFY_TOLD(text, "acme group.muniment");
        VERIFY_TOLD(text, "2026-03-02 14:04:20.000 UTC");
        VERIFY_TOLD(text, "petra");
        VERIFY_TOLD(text, "Muniment 1.0");
        VERIFY_TOLD(text, "eu-west-1");
        VERIFY_TOLD(text, "1,204,349");
        VERIFY_TOLD(text, "d2d2d2d2d2d2d2d2 d2d2d2d2d2d2d2d2 d2d2d2d2d2d2d2d2 d2d2d2d2d2d2d2d2");
        VERIFY_TOLD(text, "2023-11-14 22:13 UTC");
        VERIFY_TOLD(text, "412");
        VERIFY_TOLD(text, "muniment.workstation/desk+");
        VERIFY_TOLD(text, "Events with withheld fields");
        VERIFY_TOLD(text, "muniment verify '/srv/acme group.muniment'");
        QVERIFY(!text.contains(QStringLiteral("Findings")));
        const QString altered = certificateDocument(alteredPicture(), {})->toPlainText();
        VERIFY_TOLD(altered, "Not everything is as it was: see the findings.");
        VERIFY_TOLD(altered, "An event was altered");
        VERIFY_TOLD(altered, "checkpoint 12 is not what its signer signed");
    }

    void theCertificateIsAPdf() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("certificate.pdf"));
        IntegrityPicture picture = alteredPicture();
        for (int i = 0; i < 90; ++i)
            picture.record->verification.findings.push_back(picture.record->verification.findings.front());
        QVERIFY(writeCertificate(picture, {}, path.toStdString()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-1."));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        const QByteArray pages = "/Type /Page\n";
        QVERIFY2(bytes.count(pages) >= 2, qPrintable(QString::number(bytes.count(pages))));
        // The table of contents stands where the end of the file says.
        const auto at = bytes.lastIndexOf("startxref");
        const auto table = bytes.mid(at + 10).trimmed().split('\n').front().toLongLong();
        QVERIFY(bytes.mid(table).startsWith("xref"));

        const auto nowhere = writeCertificate(picture, {}, folder.filePath(QStringLiteral("gone/x.pdf")).toStdString());
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::FileError);
    }
};

MUNIMENT_TEST(integrity_words, IntegrityWordsTest);
#include "test_integrity_words.moc"

// Protects: rules, places and what placement checks found come back from a file as they were kept, a check of some
// organizations leaves what is known of others, and a text that nobody wrote says nothing rather than something wrong.
#include "models/regions/residency_settings.h"
#include "models/replica/kept_texts.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace muniment;
using Code = PlacementFinding::Code;

namespace {

const TenantId kAcme("acme"), kBlue("blue");
const RegionName kEu("eu"), kUs("us");

PlacementReport reportOf(std::vector<PlacementFinding> findings) {
    PlacementReport report;
    report.findings = std::move(findings);
    return report;
}

} // namespace

class TestResidencySettings : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        auto replica = Replica::create(m_folder->filePath(QStringLiteral("a.muniment")).toStdString(), {});
        QVERIFY(replica.has_value());
        m_replica = std::move(*replica);
    }

    void rulesComeBack() {
        QVERIFY(rules().empty());
        const ResidencyRules kept{{kAcme, {kEu, kUs}}, {kBlue, {RegionName("a \"quoted\" one")}}};
        QVERIFY(keepRules(*m_replica->writer(), kept).has_value());
        QVERIFY(rules() == kept);
        QVERIFY(keepRules(*m_replica->writer(), {{kAcme, {}}}).has_value());
        QVERIFY(rules().empty());
    }

    void placesComeBack() {
        const RegionPlaces kept{{kEu, {50.1, 8.7, "Head office, \"1st\" floor"}}, {kUs, {-33.875, 151.25, ""}}};
        QVERIFY(m_replica->writer()->setKeptText(KeptText::Places, printPlaces(kept)).has_value());
        const auto snapshot = m_replica->snapshot();
        QVERIFY(keptPlaces(**snapshot).value() == kept);
    }

    void whatNobodyWroteSaysNothing() {
        for (const char* text : {"", "{", "[]", R"({"eu":7})", R"({"eu":"nowhere"})", R"({"eu":{"a":1}})"}) {
            QVERIFY(m_replica->writer()->setKeptText(KeptText::Residency, text).has_value());
            QVERIFY(m_replica->writer()->setKeptText(KeptText::Places, text).has_value());
            QVERIFY(m_replica->writer()->setKeptText(KeptText::Placement, text).has_value());
            const auto snapshot = m_replica->snapshot();
            QVERIFY(keptRules(**snapshot).value().empty());
            QVERIFY(keptPlaces(**snapshot).value().empty());
            QVERIFY(!keptPlacement(**snapshot).value().askedAt(kAcme));
        }
    }

    void whatWasFoundComesBack() {
        KeptPlacement placement;
        placement.take(reportOf({{Code::LeftBehind, kAcme, kUs, {{"home", "eu"}, {"events", "3"}}},
                                 {Code::RegionNotAsked, {}, kUs, {{"why", "down"}}},
                                 {Code::OutsideRule, kBlue, kUs, {}}}),
                       {}, Instant{1'000});
        QVERIFY(keepPlacement(*m_replica->writer(), placement).has_value());
        const auto snapshot = m_replica->snapshot();
        const auto read = keptPlacement(**snapshot).value();
        QVERIFY(read.askedAt(kAcme) == Instant{1'000});
        QVERIFY(read.findingsOf(kAcme, kEu) ==
                (std::vector<PlacementFinding>{{Code::LeftBehind, kAcme, kUs, {{"home", "eu"}, {"events", "3"}}}}));
        // What could not be asked of its region counts for whoever lives there.
        QCOMPARE(read.findingsOf(kBlue, kUs).size(), std::size_t{2});
        QCOMPARE(read.findingsOf(kBlue, kUs).front().code, Code::OutsideRule);
    }

    void aCheckOfSomeLeavesTheOthers() {
        KeptPlacement placement;
        placement.take(reportOf({{Code::OutsideRule, kAcme, kUs, {}}, {Code::OutsideRule, kBlue, kUs, {}}}), {},
                       Instant{1'000});
        placement.take(reportOf({}), {kAcme}, Instant{2'000});
        const KeptPlacement read = KeptPlacement::parse(placement.print());
        QVERIFY(read.askedAt(kAcme) == Instant{2'000});
        QVERIFY(read.findingsOf(kAcme, kEu).empty());
        QVERIFY(read.askedAt(kBlue) == Instant{1'000});
        QCOMPARE(read.findingsOf(kBlue, kEu).size(), std::size_t{1});
        placement.take(reportOf({}), {}, Instant{3'000});
        QVERIFY(placement.askedAt(kAcme) == Instant{3'000});
        QVERIFY(placement.findingsOf(kBlue, kEu).empty());
    }

private:
    [[nodiscard]] ResidencyRules rules() const {
        const auto snapshot = m_replica->snapshot();
        return keptRules(**snapshot).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Replica> m_replica;
};

MUNIMENT_TEST(residency_settings, TestResidencySettings);
#include "test_residency_settings.moc"

// Protects: of those who told a region's server of a copy, the ones that may hold a tenant's data are listed, in the
// form in which they may, and a holder whose words cannot be read is never left out.
#include "models/regions/told_copies.h"
#include "tests/support/test_registry.h"

#include <QStringList>
#include <QTest>

using namespace muniment;

namespace {

const RegionName kHome("eu-west-1");
const TenantId kAcme("acme");

KnownCopy told(const char* holder, const std::string& policy, std::int64_t since, bool hasEnded = false) {
    return {{holder, std::string(holder) + "'s desk", policy, {}, hasEnded}, "ann", {since}, {since + 5}};
}

std::string limited(std::set<RegionName> regions, std::set<TenantId> tenants, bool keepsPseudonyms) {
    return policyText({true, std::move(regions), std::move(tenants), keepsPseudonyms});
}

QStringList listed(const std::vector<KnownCopy>& known) {
    QStringList lines;
    for (const CopyOfTenant& copy : copiesOf(known, kHome, kAcme))
        lines << QString::fromStdString(copy.workstation + " " + std::string(dataFormName(copy.form)) +
                                        (copy.hasEnded ? " ended " : " ") + std::to_string(copy.since.micros) + " " +
                                        std::to_string(copy.toldAt.micros));
    return lines;
}

} // namespace

class ToldCopies : public QObject {
    Q_OBJECT
private slots:

    void whoMayHoldItIsListed_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("form");
        const auto row = [](const char* name, const std::string& policy, const char* form) {
            QTest::newRow(name) << QString::fromStdString(policy) << QString::fromLatin1(form);
        };
        row("everything", policyText({}), "whole");
        row("its region", limited({kHome}, {}, false), "whole");
        row("itself", limited({}, {kAcme}, false), "whole");
        row("others, and pseudonyms", limited({}, {TenantId("other")}, true), "pseudonyms");
        row("others", limited({RegionName("us-east-1")}, {TenantId("other")}, false), "");
        row("words that cannot be read", "no policy", "whole");
    }

    void whoMayHoldItIsListed() {
        QFETCH(QString, policy);
        QFETCH(QString, form);
        const QStringList lines = listed({told("a", policy.toStdString(), 1)});
        QCOMPARE(lines, form.isEmpty() ? QStringList()
                                       : QStringList{QStringLiteral("a's desk ") + form + QStringLiteral(" 1 6")});
    }

    void theLongestKnownComesFirstAndTheEndedLast() {
        const std::string all = policyText({});
        QCOMPARE(listed({told("a", all, 3), told("b", all, 1, true), told("c", all, 2), told("d", all, 4)}),
                 (QStringList{QStringLiteral("c's desk whole 2 7"), QStringLiteral("a's desk whole 3 8"),
                              QStringLiteral("d's desk whole 4 9"), QStringLiteral("b's desk whole ended 1 6")}));
        // Whoever ended a copy that never held it is nobody's concern here.
        QCOMPARE(listed({told("b", limited({}, {TenantId("other")}, false), 1, true)}), QStringList());
    }
};

MUNIMENT_TEST(told_copies, ToldCopies);
#include "test_told_copies.moc"

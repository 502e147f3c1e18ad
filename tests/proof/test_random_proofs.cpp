// Protects: what a proof rests on is enough for its answer, and the answer is right, whatever histories organizations
// have: against a replay of their events.
#include "tests/access/access_histories.h"
#include "tests/integrity/bundle_fixture.h"
#include "tests/proof/proof_world.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class RandomProofsTest : public QObject {
    Q_OBJECT
private slots:

    void everyAnswerIsProved() {
        constexpr int kHistories = 60;
        AccessHistories histories(4'711, kHistories, 80);
        const ProofWorld world;
        const QTemporaryDir folder;
        int yes = 0;
        int no = 0;
        for (std::size_t history = 0; history < histories.size(); ++history) {
            Case drawn = histories.draw(history);
            const auto& facts = histories.facts(history);
            while (drawn.count < facts.size() && facts[drawn.count].loggedAt <= drawn.at)
                ++drawn.count;
            if (drawn.count == facts.size())
                continue; // nothing stands behind it, and the file does not know how far it goes
            const bool expected = histories.worldOf(drawn).check(drawn.subject, drawn.action, drawn.resource);
            const AskedAccess asked{histories.tenant(history),
                                    {drawn.subject.kind == TeamMember::Kind::Team ? "team" : "user", drawn.subject.id},
                                    drawn.action,
                                    AggregateId(drawn.resource),
                                    drawn.at};
            const auto plan = planAccessProof(histories.snapshot(), asked, {});
            if (!plan)
                QFAIL((plan.error().get("why") + " " + histories.printed(drawn)).c_str());
            const auto path = folder.filePath(QString::number(history)).toStdString();
            const auto written =
                writeAccessProof(histories.snapshot(), *plan, world.request(), world.maker(), path, {}, {});
            if (!written || plan->statement.isAllowed != expected)
                QFAIL(((written ? std::string("another answer") : written.error().get("why")) + " " +
                       histories.printed(drawn))
                          .c_str());
            ++(expected ? yes : no);
        }
        QVERIFY2(yes > 5 && no > 5, qPrintable(QStringLiteral("%1 yes, %2 no").arg(yes).arg(no)));
    }
};

MUNIMENT_TEST(random_proofs, RandomProofsTest);
#include "test_random_proofs.moc"

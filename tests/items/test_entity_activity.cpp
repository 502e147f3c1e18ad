// Protects: the activity of an entity is what it did and what was done to it, by events of its own and of others, and
// is asked in a way that need not read the whole log: by the index first, then among the tenant's few events of the
// kinds that can name it.
#include "models/items/entity_activity.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;

class TestEntityActivity : public QObject {
    Q_OBJECT
private slots:

    void everyKindIsAskedAboutByTheIndexAndWhereItIsNamed_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("filter");
        const auto row = [](const char* name, const char* type, const char* filter) {
            QTest::newRow(name) << QString::fromLatin1(type) << QString::fromLatin1(filter);
        };
        row("an organization: all in it", "org", "tenant:acme");
        row("a user", "user", "user:x1 or tenant:acme aggregate:(grant team) payload.userId:x1");
        row("a team", "team", "subject:x1 or tenant:acme aggregate:(grant team) payload.teamId:x1");
        row("a role", "role", "subject:x1 or tenant:acme aggregate:grant payload.roleId:x1");
        row("a resource", "resource", "subject:x1 or tenant:acme aggregate:(grant role) payload.resourceId:x1");
        row("a session: its own", "session", "subject:x1");
    }

    void everyKindIsAskedAboutByTheIndexAndWhereItIsNamed() {
        QFETCH(QString, type);
        QFETCH(QString, filter);
        const EntityRef entity{TenantId("acme"), {type.toStdString(), AggregateId("x1")}};
        QCOMPARE(QString::fromStdString(printFilter(activityFilter(entity))), filter);
        // It can stand in the timeline's filter as it is.
        const auto parsed = parseFilter(filter.toStdString());
        QVERIFY(parsed.filter);
        QCOMPARE(printFilter(*parsed.filter), filter.toStdString());
    }
};

MUNIMENT_TEST(entity_activity, TestEntityActivity);
#include "test_entity_activity.moc"

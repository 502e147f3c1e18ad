// Protects: access check, why, whynot, who, what and diff: exit codes, words and JSON, now and in the past, over one
// file that is administered by the same program; and what is said of questions that cannot be asked.
#include "models/base/clock.h"
#include "tests/cli/administered_file.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestAccess : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_file = std::make_unique<AdministeredFile>();
        const Arguments tenant{"--tenant", "Acme Ltd"};
        const auto add = [&](const Arguments& words, Arguments options) {
            options.insert(options.end(), tenant.begin(), tenant.end());
            return m_file->added(words, options);
        };
        m_ann = add({"user", "add"}, {"--user-name", "ann"});
        add({"user", "add"}, {"--user-name", "bob"});
        add({"team", "add"}, {"--name", "Legal"});
        add({"team", "add"}, {"--name", "Contracts"});
        add({"role", "add"}, {"--key", "editor"});
        add({"resource", "add"}, {"--type", "project", "--name", "Alder"});
        add({"resource", "add"}, {"--type", "contract", "--name", "Lease", "--parent", "Alder"});
        m_file->done({"role", "permission", "add"},
                     {"editor", "--action", "contract.*", "--resource-type", "contract"});
        m_file->done({"team", "member", "add"}, {"Contracts", "--user", "ann"});
        m_file->done({"team", "member", "add"}, {"Legal", "--team", "Contracts"});
        m_before = now();
        m_file->done({"grant", "add"}, {"--tenant", "Acme Ltd", "--role", "editor", "--team", "Legal", "--resource",
                                        "Alder", "--until", "2090-01-01"});
        m_granted = now();
    }

    void cleanupTestCase() { m_file.reset(); }

    void checkAnswersWithItsExitCode() {
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease"}).exit, 0);
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease"}).out.trimmed(), QByteArray("yes"));
        QCOMPARE(ask("check", {"bob", "contract.edit", "Lease"}).exit, 1);
        QCOMPARE(ask("check", {"ann", "contract.edit", "Alder"}).exit, 1); // the role is about contracts
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease", "--at", m_before}).exit, 1);
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease", "--at", "2095-01-01"}).exit, 1); // it has ended by then
        QCOMPARE(ask("check", {"Contracts", "contract.edit", "Lease"}).exit, 0);
        QVERIFY(ask("check", {"ann", "contract.edit", "Lease", "--json"}).object()[QStringLiteral("allowed")].toBool());
    }

    void aTimeThatIsNotKnownYetIsSaid() {
        const Answer answer = ask("check", {"ann", "contract.edit", "Lease", "--at", "2095-01-01"});
        QVERIFY2(answer.err.contains("Incomplete: eu is known through"), answer.err.constData());
    }

    void whyTellsTheWayAndWhoMadeIt() {
        const Answer answer = ask("why", {"ann", "contract.edit", "Lease"});
        QCOMPARE(answer.exit, 0);
        const QString told = QString::fromUtf8(answer.out);
        for (const char* line :
             {"1. ann is in Contracts, since ", "Contracts is in Legal, since ",
              "Legal has editor on Alder until 2090-01-01T00:00:00Z, since ", "(grant.added by root)",
              "editor permits contract.* on every contract, since ", "Lease lies in Alder, since ", "so from "})
            QVERIFY2(told.contains(QLatin1String(line)), answer.out.constData());
        const auto paths =
            ask("why", {"ann", "contract.edit", "Lease", "--json"}).object()[QStringLiteral("paths")].toArray();
        QCOMPARE(paths.size(), 1);
        const auto edges = paths[0].toObject()[QStringLiteral("edges")].toArray();
        QCOMPARE(edges.size(), 5);
        QCOMPARE(edges[2].toObject()[QStringLiteral("event")].toObject()[QStringLiteral("type")].toString(),
                 QStringLiteral("grant.added"));
    }

    void whyNotNamesWhatIsMissing() {
        const Answer never = ask("whynot", {"bob", "contract.edit", "Lease"});
        QCOMPARE(never.exit, 1);
        QVERIFY2(never.out.contains("- bob is in Legal: never so"), never.out.constData());
        QCOMPARE(ask("whynot", {"ann", "contract.edit", "Lease"}).exit, 0);
        QVERIFY(ask("why", {"bob", "contract.edit", "Lease"}).out.startsWith("no: "));
    }

    void whatEndedItIsNamed() {
        m_file->done({"user", "lock"}, {"ann"});
        const Answer locked = ask("whynot", {"ann", "contract.edit", "Lease"});
        QVERIFY2(locked.out.contains("- ann is active: no longer, since ") &&
                     locked.out.contains("(user.locked by root)"),
                 locked.out.constData());
        QVERIFY(locked.out.contains("so from ") && locked.out.contains(" until "));
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease", "--at", m_granted}).exit, 0);
        m_file->done({"user", "unlock"}, {"ann"});
        QCOMPARE(ask("check", {"ann", "contract.edit", "Lease"}).exit, 0);
    }

    void whoAndWhatListEverybodyAndEverything() {
        QStringList names;
        for (const auto& row : ask("who", {"contract.edit", "Lease", "--json"}).objects())
            names << row[QStringLiteral("name")].toString();
        names.sort();
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral("Contracts Legal ann"));
        QVERIFY(ask("who", {"contract.edit", "Lease", "--json", "--at", m_before}).objects().empty());
        const auto rights = ask("what", {"ann", "--json"}).objects();
        QCOMPARE(rights.size(), 1);
        QCOMPARE(rights[0][QStringLiteral("action")].toString(), QStringLiteral("contract.*"));
        QCOMPARE(rights[0][QStringLiteral("role")].toString(), QStringLiteral("editor"));
        QVERIFY(ask("what", {"ann"}).out.contains("contract.* on every contract  Alder   editor  Legal"));
    }

    void whatNobodyUsedIsListed() {
        const Answer answer = ask("unused", {"--tenant", "Acme Ltd", "--json"});
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.objects().size(), std::size_t(1));
        QVERIFY2(answer.err.contains("Nothing in this file tells of the use"), answer.err.constData());
    }

    void diffTellsWhatWasGained() {
        const auto gained =
            ask("diff", {"--from", m_before, "--to", m_granted, "--tenant", "Acme Ltd", "--json"}).objects();
        QCOMPARE(gained.size(), 1);
        QCOMPARE(gained[0][QStringLiteral("subject")].toString().toStdString(), m_ann);
        QCOMPARE(gained[0][QStringLiteral("change")].toString(), QStringLiteral("gained"));
        const auto lost = ask("diff", {"--from", m_granted, "--to", m_before, "--subject", "ann", "--json"}).objects();
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0][QStringLiteral("change")].toString(), QStringLiteral("lost"));
        for (const auto* change : {&gained[0], &lost[0]}) // going back, the same event is what it takes
            QVERIFY((*change)[QStringLiteral("cause")].toString().contains(QStringLiteral("(grant.added by root)")));
    }

    void diffTellsTwoUsersRolesAndOrganizationsApart() {
        const auto users = ask("diff", {"--subject", "bob", "--against", "ann", "--json"}).objects();
        QCOMPARE(users.size(), 1);
        QCOMPARE(users[0][QStringLiteral("name")].toString(), QStringLiteral("ann"));
        QCOMPARE(users[0][QStringLiteral("change")].toString(), QStringLiteral("gained"));
        QVERIFY(ask("diff", {"--subject", "bob", "--against", "ann", "--at", m_before, "--json"}).objects().empty());

        m_file->done({"role", "add"}, {"--tenant", "Acme Ltd", "--key", "reader"});
        m_file->done({"role", "permission", "add"},
                     {"reader", "--action", "contract.read", "--resource-type", "contract"});
        const auto roles = ask("diff", {"--role", "editor", "--against", "reader", "--json"}).objects();
        QCOMPARE(roles.size(), 2);
        QCOMPARE(roles[0][QStringLiteral("permission")].toString(), QStringLiteral("contract.read on every contract"));
        QCOMPARE(roles[1][QStringLiteral("change")].toString(), QStringLiteral("lost"));

        m_file->added({"org", "add"}, {"--name", "Zeta", "--region", "us"});
        m_file->done({"role", "add"}, {"--tenant", "Zeta", "--key", "editor"});
        const auto organizations = ask("diff", {"--tenant", "Acme Ltd", "--against", "Zeta", "--json"}).objects();
        QCOMPARE(organizations.size(), 2); // what editor and reader permit here
        for (const auto& row : organizations)
            QCOMPARE(row[QStringLiteral("change")].toString(), QStringLiteral("lost"));
    }

    void whatIsOddIsListed() {
        const Answer none = ask("findings", {"--tenant", "Acme Ltd"});
        QCOMPARE(none.exit, 0);
        QCOMPARE(none.out.count('\n'), 1); // the header
        QCOMPARE(ask("findings", {"--tenant", "Nowhere"}).exit, 2);
    }

    void whatCannotBeAskedIsSaid_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nobody") << QByteArray("check zoe contract.edit Lease");
        QTest::newRow("nothing") << QByteArray("check ann contract.edit Nowhere");
        QTest::newRow("no time") << QByteArray("check ann contract.edit Lease --at soon");
        QTest::newRow("no organization") << QByteArray("who contract.edit *");
        QTest::newRow("nobody's difference") << QByteArray("diff --from -1d --to now");
        QTest::newRow("a difference between no moments") << QByteArray("diff --subject ann");
        QTest::newRow("two differences at once") << QByteArray("diff --subject ann --against bob --from -1d");
    }

    void whatCannotBeAskedIsSaid() {
        QFETCH(QByteArray, words);
        Arguments options;
        for (const QByteArray& word : words.split(' '))
            options.push_back(word.toStdString());
        const std::string question = options.front();
        options.erase(options.begin());
        const Answer answer = ask(question, options);
        QVERIFY2(answer.exit == 2, told(answer).c_str());
        QVERIFY(answer.out.isEmpty());
        QCOMPARE(answer.err.count('\n'), 1);
    }

private:
    [[nodiscard]] Answer ask(const std::string& question, const Arguments& options) const {
        return m_file->on({"access", question}, options);
    }

    /// An instant between what was written before and what is written next.
    [[nodiscard]] static std::string now() {
        return formatInstant(systemClock().now()); // a program starts and ends between any two
    }

    std::unique_ptr<AdministeredFile> m_file;
    std::string m_ann, m_before, m_granted;
};

MUNIMENT_TEST(access, TestAccess);
#include "test_access.moc"

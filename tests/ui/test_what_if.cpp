// Protects: before staged changes are sent, the page says on a scratch copy who would gain and who would lose what,
// which organization would lose its last administrator, and which rule of separation of duties would break; and that
// nobody's access is another while it is only staged.
#include "models/commands/command_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/changes/changes_page.h"
#include "ui/changes/effect_card.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestWhatIf : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_mia = m_window->addHuman(m_org, "Mia", "Chen");
        m_ola = m_window->addHuman(m_org, "Ola", "Berg");
        const auto role = [&](const char* key, const char* action) {
            const auto id = m_window->tell(m_org, RoleCommand(AddRole{key, {}, {}}));
            m_window->tell(m_org, RoleCommand(AddPermission{{action, "*", {}}}), id);
            return id;
        };
        m_clerk = role("clerk", "invoice.create");
        m_approver = role("approver", "invoice.approve");
        m_admin = role("admin", "*");
        m_adminGrant = grant(m_admin, m_mia);
        grant(m_clerk, m_ola);
        m_window->tell(m_org, SeparationCommand(AddSeparation{
                                  "Four eyes", {"invoice.create", "*", {}}, {"invoice.approve", "*", {}}}));
        m_window->open();
        QTRY_VERIFY(view()->users()->model()->total() == 2);
        m_window->trigger(ActionId::GoChanges);
    }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup() {
        m_window->trigger(ActionId::DiscardChanges);
        QTRY_COMPARE(page()->model()->rowCount(), 0);
        QTRY_VERIFY(page()->effect()->isHidden());
    }

    void whoGainsAndWhichRuleBreaksIsSaid() {
        stage(GrantCommand(AddGrant{m_approver, user(m_ola), {}, {}, {}}));
        QTRY_VERIFY2(page()->summary().contains(QStringLiteral("1 person would gain 1 right.")),
                     qPrintable(page()->summary()));
        QVERIFY2(page()->summary().contains(QStringLiteral("1 rule of separation of duties would be broken.")),
                 qPrintable(page()->summary()));
        const QString text = plain(page()->effect()->text());
        QVERIFY2(text.contains(QStringLiteral("ola.berg would break the rule Four eyes")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("+ invoice.approve on everything (role approver, granted to ola.berg)")),
                 qPrintable(text));
        QVERIFY(page()->effect()->isVisible());
        QVERIFY2(findings(page()).isEmpty(), qPrintable(findings(page()).join(QLatin1Char('\n'))));
        m_window->pictures(QStringLiteral("what-if-gains"));
    }

    void theLastAdministratorIsNotLostWithoutAWord() {
        stage(GrantCommand(RemoveGrant{}), m_adminGrant);
        QTRY_VERIFY2(page()->summary().contains(QStringLiteral("would lose its last administrator")),
                     qPrintable(page()->summary()));
        QVERIFY(page()->summary().contains(QStringLiteral("1 person would lose 1 right.")));
        m_window->pictures(QStringLiteral("what-if-last-admin"));
    }

    void whatIsStagedTogetherIsLookedAtTogether() {
        // Another administrator first, so the one who goes is not the last.
        stage(GrantCommand(AddGrant{m_admin, user(m_ola), {}, {}, {}}));
        stage(GrantCommand(RemoveGrant{}), m_adminGrant);
        QTRY_VERIFY2(page()->summary().contains(QStringLiteral("1 person would lose 1 right.")),
                     qPrintable(page()->summary()));
        QVERIFY2(!page()->summary().contains(QStringLiteral("last administrator")), qPrintable(page()->summary()));
    }

    void whatChangesNobodysAccessShowsNoCard() {
        stage(UserCommand(ChangeEmail{"ola@new.example"}), m_ola);
        QTRY_VERIFY(page()->summary().contains(QStringLiteral("1 user touched")));
        QVERIFY(page()->effect()->isHidden());
        QVERIFY2(!page()->summary().contains(QStringLiteral("would gain")), qPrintable(page()->summary()));
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] ChangesPage* page() const { return view()->changes(); }

    static TeamMember user(const AggregateId& id) { return {TeamMember::Kind::User, id}; }

    AggregateId grant(const AggregateId& role, const AggregateId& to) {
        return m_window->tell(m_org, GrantCommand(AddGrant{role, user(to), {}, {}, {}}));
    }

    /// Without the marks that keep names apart from the text around them.
    static QString plain(QString text) { return text.remove(QChar(0x2068)).remove(QChar(0x2069)); }

    void stage(const AnyCommand& command, const AggregateId& id = {}) {
        CommandRequest request;
        request.region = RegionName("eu-west-1");
        request.tenant = m_org;
        request.id = id;
        request.command = command;
        view()->changes()->staged().stage(request);
        m_window->trigger(ActionId::PreviewChanges);
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_mia, m_ola, m_admin, m_clerk, m_approver, m_adminGrant;
};

MUNIMENT_TEST(what_if, TestWhatIf);
#include "test_what_if.moc"

// Protects: a secret is seen only after its reason is in the file, only where it was asked for, and only until another
// event is chosen; where no reason can be noted, none is shown.
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/staged_details.h"
#include "ui/details/changes_tab.h"
#include "ui/details/event_details_pane.h"
#include "ui/details/payload_tab.h"
#include "ui/details/secret_disclosure.h"
#include "ui/details/summary_tab.h"
#include "ui/details/value_table.h"
#include "ui/filter/filter_edit.h"
#include "ui/pages/timeline_page.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestDisclosure : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() { m_stage = std::make_unique<StagedDetails>(); }

    void cleanupTestCase() { m_stage.reset(); }

    void aSecretWantsAReasonAndIsMaskedAgain() {
        m_stage->choose("user.human.password.changed");
        QVERIFY(pane()->secretButton()->isVisible());
        verifyMasked();
        pane()->secretButton()->click();
        auto* form = fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        form->submitButton()->click();
        QVERIFY(!form->errorText().isEmpty());
        fixture().picture(QStringLiteral("details-secret-form-light"), form);
        verifyMasked();
        fixture().type(form, QStringLiteral("reason"), QStringLiteral("Ticket 4711"));
        form->submitButton()->click();
        QTRY_VERIFY(pane()->payload()->bytes()->toPlainText().contains(QLatin1String(kStagedSecret)));
        QTRY_VERIFY(QApplication::activeModalWidget() == nullptr);
        QVERIFY(textOf(pane()->changes()->table()).contains(QLatin1String(kStagedSecret)));
        QTRY_VERIFY2(pane()->summary()->disclosures().contains(QStringLiteral("Ticket 4711")),
                     qPrintable(pane()->summary()->disclosures()));
        QVERIFY(withoutIsolates(pane()->summary()->disclosures()).contains(QStringLiteral("petra looked at")));
        QVERIFY(!pane()->secretButton()->isVisible());
        QVERIFY(!page()->chosenJson().contains(QLatin1String(kStagedSecret))); // the row is copied masked all the same
        fixture().picture(QStringLiteral("details-secret-shown-light"));

        m_stage->go(pane()->changes()->table(), QStringLiteral("payload.encodedHash"), 1);
        m_stage->trigger(ActionId::FilterAnd);
        QVERIFY(edit()->text().isEmpty());
        QVERIFY2(m_stage->view()->messages()->text().contains(QStringLiteral("secret")),
                 qPrintable(m_stage->view()->messages()->text()));

        m_stage->choose("grant.added");
        m_stage->choose("user.human.password.changed");
        verifyMasked();
        QTRY_VERIFY(pane()->summary()->disclosures().contains(QStringLiteral("Ticket 4711")));
    }

    void aFileThatCannotBeWrittenShowsNoSecret() {
        WorkspaceOptions options;
        options.access = ReplicaAccess::ReadOnly;
        const auto opened = Workspace::open(fixture().file().toStdString(), options);
        QVERIFY(opened.has_value());
        SecretDisclosure disclosure(**opened, fixture().window.get());
        QSignalSpy said(&disclosure, &SecretDisclosure::said);
        const QSignalSpy noted(&disclosure, &SecretDisclosure::noted);
        disclosure.ask(page()->model()->rowAt(0)->number, {"encodedHash"});
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().first().value<Message>().text.contains(QStringLiteral("reading only")));
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(noted.size(), 0);
    }

private:
    void verifyMasked() {
        QVERIFY(!pane()->payload()->bytes()->toPlainText().contains(QLatin1String(kStagedSecret)));
        for (const auto* table : {pane()->summary()->table(), pane()->changes()->table(), pane()->payload()->table()})
            QVERIFY(!textOf(table).contains(QLatin1String(kStagedSecret)));
        QVERIFY(textOf(pane()->payload()->table()).contains(QStringLiteral("\"encodedHash\": \"••••••\"")));
    }

    [[nodiscard]] WindowFixture& fixture() { return m_stage->fixture(); }

    [[nodiscard]] TimelinePage* page() const { return m_stage->page(); }

    [[nodiscard]] EventDetailsPane* pane() const { return m_stage->pane(); }

    [[nodiscard]] FilterEdit* edit() const { return m_stage->edit(); }

    std::unique_ptr<StagedDetails> m_stage;
};

MUNIMENT_TEST(disclosure, TestDisclosure);
#include "test_disclosure.moc"

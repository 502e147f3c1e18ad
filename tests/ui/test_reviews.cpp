// Protects: an access review in the real window, by keys alone: started, decided grant by grant, signed off; what
// changed meanwhile is shown, what changes afterwards is counted, and what waits among the staged changes and went
// stale holds nothing else up.
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/export/export_dialog.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/reviews_page.h"
#include "ui/reviews/review_forms.h"
#include "ui/reviews/review_items_tab.h"
#include "ui/shell/command_desk.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/workspace_view.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace muniment;
using namespace muniment::test;

class TestReviews : public QObject {
    Q_OBJECT
private slots:

    void init() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        const auto mia = m_window->addHuman(m_org, "Mia", "Chen");
        const auto ola = m_window->addHuman(m_org, "Ola", "Berg");
        m_editor = m_window->tell(m_org, RoleCommand(AddRole{"editor", "Editor", {}}));
        const auto payroll = m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        for (const auto& user : {mia, ola})
            m_window->tell(m_org, TeamCommand(AddTeamMember{{TeamMember::Kind::User, user}}), payroll);
        m_mias = grant({TeamMember::Kind::User, mia});
        grant({TeamMember::Kind::User, ola});
        grant({TeamMember::Kind::Team, payroll});
        m_window->open();
        m_window->trigger(ActionId::GoOrganizations);
        QTRY_VERIFY(view()->organizations()->model()->total() == 1);
        view()->organizations()->choose(QString::fromStdString(m_org.text())); // offered to what is made new
        QTRY_VERIFY(view()->organizations()->chosenOrg());
        m_window->trigger(ActionId::GoReviews);
        QCOMPARE(view()->currentPage(), Page::Reviews);
    }

    void cleanup() { m_window.reset(); }

    void aReviewIsDecidedByKeys() {
        m_window->pictures(QStringLiteral("reviews-empty"));
        start();
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(items()->model()->rowCount(), 3);
        QVERIFY2(items()->contextText().contains(QStringLiteral("Granted by")), qPrintable(items()->contextText()));
        const auto found = findings(m_window->fixture().window.get()).join(QLatin1Char('\n'));
        QVERIFY2(found.isEmpty(), qPrintable(found));

        key(Qt::Key_K);
        QTRY_COMPARE(decision(0), QStringLiteral("Keep"));
        QTRY_COMPARE(line(), 1); // on to the next
        key(Qt::Key_R);
        auto* form = m_window->fixture().form();
        m_window->fixture().picture(QStringLiteral("reviews-revoke-light"), form);
        form->submitButton()->click();
        QVERIFY(form->isVisible()); // not without a reason
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("has left"));
        form->submitButton()->click();
        QTRY_COMPARE(decision(1), QStringLiteral("Revoke"));
        QTRY_COMPARE(line(), 2);
        m_window->pictures(QStringLiteral("reviews-items"));
        key(Qt::Key_K);
        QTRY_COMPARE(decision(2), QStringLiteral("Keep"));
        QTRY_COMPARE(page()->chosenReview()->decided(), 3);

        m_window->trigger(ActionId::CloseReview);
        form = m_window->fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        m_window->fixture().picture(QStringLiteral("reviews-close-light"), form);
        form->submitButton()->click();
        QTRY_VERIFY(page()->chosenReview()->lifecycle == ReviewLifecycle::Closed);
        QTRY_VERIFY(!m_window->action(ActionId::KeepReviewed)->isEnabled());
        QCOMPARE(page()->chosenReview()->drift.value().total(), 0); // what it revoked is no drift

        m_window->tell(m_org, RoleCommand(AddRole{"reader", "Reader", {}}));
        m_editor = m_window->tell(m_org, RoleCommand(AddRole{"auditor", "Auditor", {}}));
        grant({TeamMember::Kind::User, m_window->addHuman(m_org, "Pia", "Roth")});
        QTRY_COMPARE(page()->chosenReview()->drift.value().began, 1);
        m_window->pictures(QStringLiteral("reviews-drift"));
    }

    void whatChangedMeanwhileIsShownAndDecidedOnAsItIs() {
        start();
        if (QTest::currentTestFailed())
            return;
        m_window->tell(m_org, GrantCommand(ChangeGrant{{}, std::optional<Instant>(Instant{4'000'000'000'000'000})}),
                       m_mias);
        QTRY_VERIFY(items()->contextText().contains(QStringLiteral("Changed since the review began")) ||
                    chooseChanged());
        QTRY_VERIFY2(items()->contextText().contains(QStringLiteral("Changed since the review began")),
                     qPrintable(items()->contextText()));
        const int changed = line();
        key(Qt::Key_K);
        QTRY_COMPARE(decision(changed), QStringLiteral("Keep"));
        QCOMPARE(items()->model()->rowAt(changed)->decision->grantSequence, 2);
    }

    void aStaleDecisionAmongTheStagedHoldsNothingUp() {
        start();
        if (QTest::currentTestFailed())
            return;
        auto& desk = *view()->findChild<CommandDesk*>();
        for (int row = 0; row < 3; ++row)
            desk.stage(reviewOrder(desk.workspace(), *page()->chosenReview(), *items()->model()->rowAt(row),
                                   ReviewDecision::Keep));
        QTRY_COMPARE(decision(0), QStringLiteral("Keep (staged)"));
        m_window->pictures(QStringLiteral("reviews-staged"));
        m_window->tell(m_org, GrantCommand(ChangeGrant{{}, std::optional<Instant>(Instant{4'000'000'000'000'000})}),
                       m_mias);
        desk.changes().send({});
        QTRY_VERIFY(!desk.changes().isBusy());
        int done = 0;
        const StagedChange* stale = nullptr;
        for (const StagedChange& change : desk.changes().changes()) {
            done += change.state == StagedChange::State::Done ? 1 : 0;
            if (change.state == StagedChange::State::Stale)
                stale = &change;
        }
        QCOMPARE(done, 2);
        QVERIFY(stale != nullptr);
        QTRY_VERIFY(stale->ways.has_value()); // what was seen, what it is, what is wanted
        QCOMPARE(stale->ways->is, 2);
        desk.changes().accept(stale->id);
        desk.changes().send({});
        QTRY_COMPARE(page()->chosenReview()->decided(), 3);
    }

    void theEvidenceLeavesAsAFile() {
        start();
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE(line(), 0);
        key(Qt::Key_K);
        QTRY_COMPARE(decision(0), QStringLiteral("Keep"));
        key(Qt::Key_R);
        auto* form = m_window->fixture().form();
        m_window->fixture().type(form, QStringLiteral("reason"), QStringLiteral("has left"));
        form->submitButton()->click();
        QTRY_COMPARE(decision(1), QStringLiteral("Revoke"));

        const auto rows = exported(QStringLiteral("csv"));
        QVERIFY2(rows[0].contains("\"\"what\"\":\"\"review\"\"") && rows[0].contains("Spring 2026"),
                 rows[0].constData());
        QVERIFY2(rows[1].startsWith("grantId,") && rows[1].trimmed().endsWith(",decidedBy"), rows[1].constData());
        QCOMPARE(rows.size(), 6); // what it is, the columns, three grants, the last line's end
        const auto revoked = std::ranges::find_if(rows, [](const QByteArray& row) { return row.contains("has left"); });
        QVERIFY(revoked != rows.end());
        QVERIFY2(revoked->contains(",revoke,has left,"), revoked->constData());
        QVERIFY(!revoked->trimmed().endsWith(',')); // it says who

        const auto lines = exported(QStringLiteral("jsonl"));
        QCOMPARE(lines.size(), 3);
        const auto whole = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(whole[QStringLiteral("name")].toString(), QStringLiteral("Spring 2026"));
        QCOMPARE(whole[QStringLiteral("grants")].toArray().size(), 3);
        QCOMPARE(whole[QStringLiteral("decisions")].toArray().size(), 2);
        QCOMPARE(whole[QStringLiteral("decisions")].toArray()[1].toObject()[QStringLiteral("reason")].toString(),
                 QStringLiteral("has left"));
        QVERIFY(whole[QStringLiteral("drift")].isObject());
    }

private:
    /// The lines of the chosen review's evidence.
    QList<QByteArray> exported(const QString& format) {
        m_window->trigger(ActionId::ExportReview);
        auto* dialog = qobject_cast<ExportDialog*>(m_window->fixture().form());
        m_window->fixture().type(dialog, QStringLiteral("format"), format);
        const auto path =
            QString::fromStdString((m_window->fixture().folder() / "evidence").string()) + QLatin1Char('.') + format;
        dialog->pathField()->setText(path);
        m_window->fixture().picture(QStringLiteral("reviews-export-light"), dialog);
        dialog->submitButton()->click();
        QFile file(path);
        [&] { QTRY_VERIFY(view()->messages()->text().contains(format)); }();
        view()->messages()->dismiss();
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    }

    AggregateId grant(const TeamMember& subject) {
        return m_window->tell(m_org, GrantCommand(AddGrant{m_editor, subject, {}, {}, {}}));
    }

    void start() {
        m_window->trigger(ActionId::StartReview);
        auto* form = m_window->fixture().form();
        QVERIFY2(findings(form).isEmpty(), qPrintable(findings(form).join(QLatin1Char('\n'))));
        m_window->fixture().type(form, QStringLiteral("name"), QStringLiteral("Spring 2026"));
        m_window->fixture().type(form, QStringLiteral("reviewer"), QStringLiteral("Petra Vogel"));
        m_window->fixture().picture(QStringLiteral("reviews-start-light"), form);
        const QPointer<FormDialog> open(form);
        form->submitButton()->click();
        QTRY_VERIFY2(!open || !open->isVisible(), open ? qPrintable(open->errorText()) : "");
        QTRY_COMPARE(page()->title(), QStringLiteral("Spring 2026"));
        page()->detailTabs()->setCurrentWidget(items());
        QTRY_COMPARE(items()->model()->rowCount(), 3);
        items()->table()->setFocus();
        items()->table()->setCurrentIndex(items()->model()->index(0, 0));
    }

    bool chooseChanged() {
        for (int row = 0; row < items()->model()->rowCount(); ++row)
            if (items()->model()->rowAt(row)->now)
                items()->table()->setCurrentIndex(items()->model()->index(row, 0));
        return false;
    }

    void key(Qt::Key key) {
        auto* window = m_window->fixture().window.get();
        window->activateWindow(); // a dialog may have been before it
        QTRY_VERIFY(window->isActiveWindow());
        items()->table()->setFocus();
        QTRY_VERIFY(m_window->action(ActionId::KeepReviewed)->isEnabled());
        QTest::keyClick(items()->table(), key);
    }

    [[nodiscard]] int line() const { return items()->table()->currentIndex().row(); }

    [[nodiscard]] QString decision(int row) const {
        return items()->model()->index(row, ReviewItemListModel::Decision).data().toString();
    }

    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] ReviewsPage* page() const { return view()->reviews(); }

    [[nodiscard]] ReviewItemsTab* items() const { return page()->items(); }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_editor, m_mias;
};

MUNIMENT_TEST(reviews, TestReviews);
#include "test_reviews.moc"

// Protects: a form goes by the keyboard from field to field and then along its buttons; a picker that cannot ask says
// so and asks again; the plans on offer are those that exist, and another can be typed; a name that could be taken for
// another one is marked while it is typed, and in the list.
#include "models/items/column_roles.h"
#include "models/items/plain_text.h"
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/forms/entity_picker.h"
#include "ui/pages/organizations_page.h"
#include "ui/pages/plans_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestForms : public QObject {
    Q_OBJECT
private slots:

    void initTestCase() {
        m_window = std::make_unique<EmbeddedDirectory>();
        m_org = m_window->addOrg("Nordwind AG");
        m_paul = m_window->addHuman(m_org, "Paul", "Ilmer");
        m_window->tell(m_org, UserCommand(AddMachine{"p\u0430ul", {}, {}})); // a Cyrillic letter among Latin ones
        m_window->tell(m_org, TeamCommand(AddTeam{"Payroll", {}}));
        m_window->open();
        QTRY_VERIFY(users()->model()->total() == 2);
        m_window->trigger(ActionId::GoOrganizations);
        view()->organizations()->choose(QString::fromStdString(m_org.text())); // offered to what is made new
        QTRY_VERIFY(view()->organizations()->chosenOrg());
    }

    void cleanupTestCase() { m_window.reset(); }

    void theKeyboardGoesDownTheForm() {
        auto* form = open(ActionId::CreateOrganization);
        QCOMPARE(form->focusWidget(), form->editor(QStringLiteral("name")));
        for (const char* key : {"region", "plan", "reason"}) {
            QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
            QCOMPARE(form->focusWidget(), form->editor(QLatin1String(key)));
        }
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
        QCOMPARE(form->focusWidget(), form->stageButton());
        QTest::keyClick(form->focusWidget(), Qt::Key_Tab);
        QCOMPARE(form->focusWidget(), form->submitButton());
        form->reject();
    }

    void aPickerThatCannotAskSaysSoAndAsksAgain() {
        int asked = 0;
        const AskOptions ask = [&asked](QObject* context, const OptionsRequest& request, const auto& done) {
            ++asked;
            Result<std::vector<EntityOption>> answer = failure(ErrorCode::FileCorrupt, "page 7");
            if (asked > 1)
                answer = std::vector<EntityOption>{{{}, {}, request.text, {}, QStringLiteral("ops · here")}};
            QMetaObject::invokeMethod(
                context, [done, answer] { done(answer); }, Qt::QueuedConnection);
            return Workspace::Ticket();
        };
        FormDialog form(QStringLiteral("Form"), {}, QStringLiteral("Send"), nullptr);
        auto* picker = new EntityPicker(ask, {OptionKind::Team}, &form);
        form.addWidgetField(QStringLiteral("team"), QStringLiteral("Team"), picker);
        form.show();
        picker->setText(QStringLiteral("ops"));
        QTRY_VERIFY(!form.errorText().isEmpty());
        auto* retry = buttonOf(form, QStringLiteral("Try Again"));
        QVERIFY(retry != nullptr && retry->isVisible());
        m_window->fixture().picture(QStringLiteral("picker-in-trouble-light"), &form);
        retry->click();
        QTRY_VERIFY(picker->chosen().has_value());
        QVERIFY(form.errorText().isEmpty());
        QVERIFY(!retry->isVisible());
        QCOMPARE(asked, 2);
    }

    void thePlansOnOfferAreThoseThatExist() {
        auto* form = open(ActionId::CreateOrganization);
        auto* box = qobject_cast<QComboBox*>(form->editor(QStringLiteral("plan")));
        QCOMPARE(box->count(), 4); // what an installation begins with
        QCOMPARE(form->value(QStringLiteral("plan")), std::string("standard"));
        form->reject();
        CommandRequest plan;
        plan.id = AggregateId("team-50");
        plan.command = PlanCommand(AddPlan{"team-50", "Team, 50 seats"});
        m_window->write(plan);
        QTRY_COMPARE(view()->plans()->model()->total(), 1);
        form = open(ActionId::ChangePlan);
        box = qobject_cast<QComboBox*>(form->editor(QStringLiteral("plan")));
        QTRY_COMPARE(box->count(), 1);
        QCOMPARE(form->value(QStringLiteral("plan")), std::string("standard")); // as it is, though not on the list
        box->setEditText(QStringLiteral("team-50 · Team, 50 seats"));
        QCOMPARE(form->value(QStringLiteral("plan")), std::string("team-50"));
        box->setEditText(QStringLiteral(" gold "));
        QCOMPARE(form->value(QStringLiteral("plan")), std::string("gold"));
        m_window->fixture().picture(QStringLiteral("change-plan-light"), form);
        form->reject();
    }

    void aNameLikeAnotherIsMarkedWhileItIsTyped() {
        auto* form = open(ActionId::AddUser);
        m_window->fixture().type(form, QStringLiteral("userName"), QStringLiteral("paul.i1mer"));
        QTRY_VERIFY(mark(form, "userName").contains(QStringLiteral("paul.ilmer")));
        m_window->fixture().type(form, QStringLiteral("email"), QStringLiteral("p\u0430ul@nordwind.example"));
        QTRY_VERIFY(mark(form, "email").contains(QStringLiteral("alphabets")));
        QVERIFY(form->submitButton()->isEnabled()); // it is marked, not refused
        m_window->fixture().picture(QStringLiteral("look-alike-light"), form);
        m_window->fixture().type(form, QStringLiteral("userName"), QStringLiteral("somebody.else"));
        QTRY_VERIFY(mark(form, "userName").isEmpty());
        form->reject();

        form = open(ActionId::CreateTeam);
        m_window->fixture().type(form, QStringLiteral("name"), QStringLiteral("PayroI1"));
        QTRY_VERIFY(mark(form, "name").contains(QStringLiteral("Payroll")));
        form->reject();
    }

    void aNameThatMixesAlphabetsIsMarkedInTheList() {
        m_window->trigger(ActionId::GoUsers);
        QVERIFY(users()->model()->rowOfId(QString::fromStdString(m_org.text() + "/" + m_paul.text())) >= 0);
        int marked = 0;
        for (int row = 0; row < users()->model()->rowCount(); ++row) {
            const auto cell = users()->model()->index(row, UserListModel::UserName);
            if (cell.data(kNameMarkRole).toString().isEmpty())
                continue;
            ++marked;
            QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("alphabets")));
            users()->table()->setCurrentIndex(cell);
        }
        QCOMPARE(marked, 1);
        m_window->pictures(QStringLiteral("users-marked"));
    }

private:
    [[nodiscard]] WorkspaceView* view() const { return m_window->view(); }

    [[nodiscard]] UsersPage* users() const { return view()->users(); }

    FormDialog* open(ActionId id) {
        m_window->trigger(id);
        return m_window->fixture().form();
    }

    static QString mark(const FormDialog* form, const char* key) {
        return withoutIsolates(form->markText(QLatin1String(key)));
    }

    static QPushButton* buttonOf(const FormDialog& form, const QString& text) {
        for (auto* button : form.findChildren<QPushButton*>())
            if (button->accessibleName() == text)
                return button;
        return nullptr;
    }

    std::unique_ptr<EmbeddedDirectory> m_window;
    TenantId m_org;
    AggregateId m_paul;
};

MUNIMENT_TEST(forms, TestForms);
#include "test_forms.moc"

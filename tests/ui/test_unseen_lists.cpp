// Protects: what was written while nobody looked at a list is there when somebody does, also when they look at once.
#include "tests/support/test_registry.h"
#include "tests/ui/embedded_directory.h"
#include "ui/pages/timeline_page.h"
#include "ui/pages/users_page.h"
#include "ui/shell/workspace_view.h"

#include <QTableView>
#include <QTest>

using namespace muniment;
using namespace muniment::test;

class TestUnseenLists : public QObject {
    Q_OBJECT
private slots:

    void whatCameUnseenIsShownWhenItIsLookedAt() {
        EmbeddedDirectory window;
        const TenantId org = window.addOrg("Nordwind AG");
        const AggregateId mia = window.addHuman(org, "Mia", "Chen");
        window.open();
        auto* users = window.view()->users();
        QTRY_COMPARE(users->model()->rowCount(), 1);
        window.trigger(ActionId::GoUsers);
        users->focusList();
        QTRY_VERIFY(users->chosenUser().has_value());
        for (const bool isLocked : {true, false, true}) {
            window.trigger(ActionId::GoTimeline);
            const auto known = window.view()->timeline()->model()->events();
            window.tell(org, isLocked ? UserCommand(LockUser{}) : UserCommand(UnlockUser{}), mia);
            QTRY_VERIFY(window.view()->timeline()->model()->events() > known);
            window.trigger(ActionId::GoUsers);
            QTRY_COMPARE(users->chosenUser()->lifecycle, isLocked ? UserLifecycle::Locked : UserLifecycle::Active);
        }
    }
};

MUNIMENT_TEST(unseen_lists, TestUnseenLists);
#include "test_unseen_lists.moc"

#include "ui/forms/session_orders.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionOrders)
};

} // namespace

Order sessionEnd(const Workspace& workspace, const SessionRow& session) {
    const QString user =
        isolated(session.userName.empty() ? shortId(session.user.text()) : plainText(session.userName));
    Order order{requestFor(workspace, session), Words::tr("The session of %1 was ended.").arg(user), {}};
    order.request.command = SessionCommand(TerminateSession{});
    return order;
}

} // namespace muniment

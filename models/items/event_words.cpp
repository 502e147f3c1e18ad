#include "models/items/event_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

QString nameOrId(const std::string& name, const std::string& id) {
    if (!name.empty())
        return plainText(name);
    return id.empty() ? QStringLiteral("—") : shortId(id);
}

bool has(std::uint8_t marks, EventMark mark) {
    return (marks & static_cast<std::uint8_t>(mark)) != 0;
}

} // namespace

QString actorText(const TimelineRow& row) {
    return nameOrId(row.actorName, row.event.actor.id.text());
}

QString subjectText(const TimelineRow& row) {
    return nameOrId(row.subjectName, row.event.aggregate.id.text());
}

QString tenantText(const TimelineRow& row) {
    return nameOrId(row.tenantName, row.event.tenant.text());
}

bool isFailure(const std::string& outcome) {
    return outcome == "failure" || outcome == "denied";
}

QString outcomeText(const std::string& outcome) {
    if (outcome == "success")
        return Words::tr("success");
    if (outcome == "failure")
        return Words::tr("failure");
    if (outcome == "denied")
        return Words::tr("denied");
    return plainText(outcome);
}

QString marksText(std::uint8_t marks) {
    QStringList found;
    if (has(marks, EventMark::TimeInversion))
        found << Words::tr("Recorded earlier than an event that stands before it in the log.");
    if (has(marks, EventMark::SequenceHole))
        found << Words::tr("Its predecessor is not in the log before it.");
    if (has(marks, EventMark::SequenceInversion))
        found << Words::tr("A later event of the same entity came first.");
    if (has(marks, EventMark::RepeatedId))
        found << Words::tr("An earlier event has the same id.");
    if (has(marks, EventMark::PayloadFault))
        found << Words::tr("The payload is not canonical JSON; it is kept as it came.");
    if (has(marks, EventMark::ForgedPosition))
        found << Words::tr("Its writer has given it another place in the log than the database would have.");
    return found.join(QLatin1Char(' '));
}

QString orgStateText(OrgLifecycle lifecycle) {
    switch (lifecycle) {
    case OrgLifecycle::Active:
        return Words::tr("active");
    case OrgLifecycle::Inactive:
        return Words::tr("inactive");
    case OrgLifecycle::Removed:
        return Words::tr("removed");
    case OrgLifecycle::None:
        break;
    }
    return QStringLiteral("—");
}

QString userStateText(UserLifecycle lifecycle) {
    switch (lifecycle) {
    case UserLifecycle::Active:
        return Words::tr("active");
    case UserLifecycle::Locked:
        return Words::tr("locked");
    case UserLifecycle::Inactive:
        return Words::tr("inactive");
    case UserLifecycle::Removed:
        return Words::tr("removed");
    case UserLifecycle::None:
        break;
    }
    return QStringLiteral("—");
}

QString userKindText(UserKind kind) {
    return kind == UserKind::Human ? Words::tr("person") : Words::tr("machine");
}

QString fieldText(const std::string& field) {
    if (field == "name")
        return Words::tr("Name");
    if (field == "userName")
        return Words::tr("User name");
    if (field == "firstName")
        return Words::tr("First name");
    if (field == "lastName")
        return Words::tr("Last name");
    if (field == "displayName")
        return Words::tr("Display name");
    if (field == "email")
        return Words::tr("E-mail");
    if (field == "isEmailVerified" || field == "emailVerified")
        return Words::tr("E-mail verified");
    if (field == "phone")
        return Words::tr("Phone");
    if (field == "plan")
        return Words::tr("Plan");
    if (field == "region")
        return Words::tr("Region");
    if (field == "state" || field == "lifecycle")
        return Words::tr("State");
    if (field == "kind")
        return Words::tr("Kind");
    if (field == "description")
        return Words::tr("Description");
    if (field == "reason")
        return Words::tr("Reason");
    if (field == "epoch")
        return Words::tr("Epoch");
    return plainText(field);
}

} // namespace muniment

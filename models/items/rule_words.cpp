#include "models/items/rule_words.h"

#include "models/items/access_sentence.h"
#include "models/items/access_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};

/// So many are named where there are more.
constexpr std::size_t kMostNames = 5;

int counted(std::int64_t count) {
    return static_cast<int>(std::min<std::int64_t>(count, 1'000'000'000));
}

bool isWholeOrganization(const AccessParty& place) {
    return place.isNone() || place.entity.aggregate.type == "org";
}

} // namespace

QString ruleStateText(SeparationState::Lifecycle lifecycle) {
    return presenceText(lifecycle == SeparationState::Lifecycle::Removed);
}

QString dutyText(const Permission& permission, const std::string& resourceName) {
    return Words::tr("%1 on %2", "an action on resources")
        .arg(plainText(permission.action), permissionPlaceText(permission, resourceName));
}

QString breachCountText(const ShownRule& rule) {
    if (!rule.breaches)
        return {};
    return *rule.breaches == 0 ? Words::tr("nobody") : Words::tr("%n user(s)", nullptr, counted(*rule.breaches));
}

QString heldRightText(const AccessRightRow& right) {
    const QString action = plainText(right.action);
    const QString target = targetText(right.target, right.resourceType);
    if (isWholeOrganization(right.place))
        return Words::tr("%1 on %2", "an action on resources").arg(action, target);
    return Words::tr("%1 on %2 in %3", "an action on resources in another").arg(action, target, partyText(right.place));
}

QString heldByText(const AccessRightRow& right, const AccessParty& user) {
    if (right.via.entity == user.entity)
        return partyText(right.role);
    return Words::tr("%1 via %2", "a role by way of a team").arg(partyText(right.role), partyText(right.via));
}

QString draftedBreachesText(const std::vector<AccessParty>& users) {
    if (users.empty())
        return Words::tr("Nobody would break it now.");
    QStringList names;
    for (std::size_t i = 0; i < std::min(users.size(), kMostNames); ++i)
        names << isolated(partyText(users[i]));
    const QString listed = names.join(QStringLiteral(", "));
    if (users.size() > kMostNames)
        return Words::tr("%n user(s) would break it now: %1 and others.", nullptr, counted(std::ssize(users)))
            .arg(listed);
    return Words::tr("%n user(s) would break it now: %1.", nullptr, counted(std::ssize(users))).arg(listed);
}

} // namespace muniment

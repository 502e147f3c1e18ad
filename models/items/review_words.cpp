#include "models/items/review_words.h"

#include "models/items/access_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

QString shown(const std::string& name, const std::string& id) {
    return isolated(name.empty() ? shortId(id) : plainText(name));
}

QString timeText(Instant t, const ReviewItem& item, const ClockZone& zone) {
    return formatTimeToMinuteWithZone(t, zone.of(item.grant.tenant));
}

QString grantedText(const ReviewItem& item, const ClockZone& zone) {
    const QString who = shown(item.granterName, item.granterId);
    const QString when = timeText(item.grantedAt, item, zone);
    return item.grantReason.empty()
               ? Words::tr("Granted by %1, %2, without a reason.").arg(who, when)
               : Words::tr("Granted by %1, %2: %3.").arg(who, when, isolated(plainText(item.grantReason)));
}

QString changeText(const ReviewItem& item, const ClockZone& zone) {
    if (!item.signOff)
        return Words::tr("Never signed off.");
    const QString where = isolated(plainText(item.signOff->reviewName));
    const QString when = timeText(item.signOff->at, item, zone);
    switch (item.change) {
    case ReviewChange::GrantChanged:
        return Words::tr("Changed since it was signed off in %1, %2.").arg(where, when);
    case ReviewChange::AroundChanged:
        return Words::tr("Signed off in %1, %2; since then its team or its role changed.").arg(where, when);
    default:
        return Words::tr("Signed off in %1, %2; unchanged since.").arg(where, when);
    }
}

} // namespace

QString reviewStateText(ReviewLifecycle lifecycle) {
    return lifecycle == ReviewLifecycle::Closed ? Words::tr("Signed off") : Words::tr("Open", "a review");
}

QString reviewScopeText(const ReviewRow& review) {
    const QString name = shown(review.scopeName, review.scope.id.text());
    switch (review.scope.kind) {
    case ReviewScope::Kind::Role:
        return Words::tr("Role %1").arg(name);
    case ReviewScope::Kind::Team:
        return Words::tr("Team %1").arg(name);
    case ReviewScope::Kind::Resource:
        return Words::tr("Resource %1").arg(name);
    case ReviewScope::Kind::Organization:
        break;
    }
    return Words::tr("All grants");
}

QString reviewProgressText(const ReviewRow& review) {
    return Words::tr("%1 of %2").arg(formatCount(review.decided()), formatCount(review.items));
}

QString reviewDriftText(const std::optional<ReviewDrift>& drift) {
    if (!drift)
        return {};
    QStringList parts;
    if (drift->began > 0)
        parts << Words::tr("%n began", nullptr, static_cast<int>(drift->began));
    if (drift->changed > 0)
        parts << Words::tr("%n changed", nullptr, static_cast<int>(drift->changed));
    if (drift->ended > 0)
        parts << Words::tr("%n ended", nullptr, static_cast<int>(drift->ended));
    return parts.isEmpty() ? Words::tr("Nothing") : parts.join(QStringLiteral(", "));
}

QString reviewDecisionText(ReviewDecision decision) {
    return decision == ReviewDecision::Keep ? Words::tr("Keep") : Words::tr("Revoke");
}

QString reviewChangeText(ReviewChange change) {
    switch (change) {
    case ReviewChange::NeverSignedOff:
        return Words::tr("Never signed off");
    case ReviewChange::GrantChanged:
        return Words::tr("Grant changed");
    case ReviewChange::AroundChanged:
        return Words::tr("Team or role changed");
    case ReviewChange::Unchanged:
        return Words::tr("Signed off");
    }
    return {};
}

QString reviewPeersText(const ReviewPeers& peers) {
    if (peers.mates > 0)
        return Words::tr("%1 of %2 team mates").arg(formatCount(peers.matesHolding), formatCount(peers.mates));
    return Words::tr("%n other(s)", nullptr, static_cast<int>(peers.holders));
}

QString reviewNowText(const ReviewItem& item, const ClockZone& zone) {
    if (!item.now)
        return {};
    const QString standing = grantStandingText(item.now->standing);
    if (item.now->standing == GrantStanding::Removed || !item.now->until)
        return standing;
    return Words::tr("%1 until %2").arg(standing, timeText(*item.now->until, item, zone));
}

QString reviewContextText(const ReviewItem& item, const ClockZone& zone) {
    QStringList lines{grantedText(item, zone),
                      item.lastUse ? Words::tr("Last used %1.").arg(timeText(*item.lastUse, item, zone))
                                   : Words::tr("Nobody is known to have used it."),
                      Words::tr("Also have the role: %1.").arg(reviewPeersText(item.peers)), changeText(item, zone)};
    if (item.now)
        lines << Words::tr("Changed since the review began: %1.").arg(reviewNowText(item, zone));
    if (item.decision && !item.decision->reason.empty())
        lines << Words::tr("Decided: %1, because: %2.")
                     .arg(reviewDecisionText(item.decision->decision), isolated(plainText(item.decision->reason)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace muniment

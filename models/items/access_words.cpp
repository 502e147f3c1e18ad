#include "models/items/access_words.h"

#include "models/items/event_words.h"
#include "models/items/plain_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccessWords)
};

} // namespace

QString presenceText(bool isRemoved) {
    return userStateText(isRemoved ? UserLifecycle::Removed : UserLifecycle::Active);
}

QString grantStandingText(GrantStanding standing) {
    switch (standing) {
    case GrantStanding::Pending:
        return Words::tr("Not yet", "a grant that begins later");
    case GrantStanding::InForce:
        return Words::tr("In force", "a grant");
    case GrantStanding::Expired:
        return Words::tr("Expired", "a grant");
    case GrantStanding::Removed:
        return Words::tr("Revoked", "a grant");
    }
    return {};
}

QString sessionStateText(const SessionRow& session) {
    if (session.ended)
        return Words::tr("Ended", "a session");
    return session.isAuthenticated ? Words::tr("Signed in", "a session") : Words::tr("Signing in", "a session");
}

QString memberKindText(TeamMember::Kind kind) {
    return kind == TeamMember::Kind::Team ? Words::tr("Team") : Words::tr("User");
}

QString credentialKindText(CredentialKind kind) {
    switch (kind) {
    case CredentialKind::Token:
        return Words::tr("Access token");
    case CredentialKind::Key:
        return Words::tr("Key");
    case CredentialKind::Otp:
        return Words::tr("One-time password");
    case CredentialKind::Passkey:
        return Words::tr("Passkey");
    }
    return {};
}

QString permissionPlaceText(const Permission& permission, const std::string& resourceName) {
    if (permission.resourceType == "*")
        return Words::tr("everything");
    if (!permission.resourceType.empty())
        return Words::tr("every %1", "a type of resource").arg(isolated(plainText(permission.resourceType)));
    return resourceName.empty() ? shortId(permission.resource.text()) : plainText(resourceName);
}

QString resourcePathText(const ResourceRow& row) {
    QStringList names;
    for (const auto& name : row.path)
        names << plainText(name);
    names << plainText(row.name);
    return names.join(QStringLiteral(" / "));
}

} // namespace muniment

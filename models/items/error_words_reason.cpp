// Why a rule of the domain says no, in words.
#include "models/items/error_sentence.h"

#include <QCoreApplication>

namespace muniment {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ErrorSentence)
};

} // namespace

QString reasonSentence(Reason reason) {
    switch (reason) {
    case Reason::AlreadyExists:
        return Words::tr("It exists already.");
    case Reason::DoesNotExist:
        return Words::tr("It does not exist.");
    case Reason::AlreadyRemoved:
        return Words::tr("It has been removed.");
    case Reason::AlreadyLocked:
        return Words::tr("The user is locked already.");
    case Reason::NotLocked:
        return Words::tr("The user is not locked.");
    case Reason::AlreadyInactive:
        return Words::tr("It is deactivated already.");
    case Reason::AlreadyActive:
        return Words::tr("It is active already.");
    case Reason::OrganizationInactive:
        return Words::tr("The organization is deactivated; reactivate it first.");
    case Reason::NothingChanges:
        return Words::tr("This is how it is already; there is nothing to change.");
    case Reason::NameMissing:
        return Words::tr("A name is needed.");
    case Reason::NameTooLong:
        return Words::tr("The name is too long; at most 200 characters are allowed.");
    case Reason::NameNotPrintable:
        return Words::tr("The name holds characters that cannot be seen, or nothing but blanks.");
    case Reason::KeyInvalid:
        return Words::tr("A key is made of letters, digits, \"-\", \"_\" and \".\", without blanks; that of a resource "
                         "type of small letters.");
    case Reason::EmailInvalid:
        return Words::tr("This is not an e-mail address.");
    case Reason::EmailMissing:
        return Words::tr("There is no e-mail address.");
    case Reason::PhoneInvalid:
        return Words::tr("This is not a telephone number.");
    case Reason::PhoneMissing:
        return Words::tr("There is no telephone number.");
    case Reason::AlreadyVerified:
        return Words::tr("It is verified already.");
    case Reason::NotAHuman:
        return Words::tr("This is possible for people only, and this user is a machine.");
    case Reason::NotAMachine:
        return Words::tr("This is possible for machines only, and this user is a person.");
    case Reason::PlanUnknown:
        return Words::tr("There is no such plan.");
    case Reason::DomainInvalid:
        return Words::tr("This is not an internet domain.");
    case Reason::DomainExists:
        return Words::tr("The organization has this domain already.");
    case Reason::DomainUnknown:
        return Words::tr("The organization does not have this domain.");
    case Reason::UserUnknown:
        return Words::tr("There is no such user in this organization.");
    case Reason::TeamUnknown:
        return Words::tr("There is no such team in this organization.");
    case Reason::RoleUnknown:
        return Words::tr("There is no such role in this organization.");
    case Reason::ResourceUnknown:
        return Words::tr("There is no such resource in this organization.");
    case Reason::AlreadyMember:
        return Words::tr("It is a member of the team already.");
    case Reason::NotMember:
        return Words::tr("It is not a member of the team.");
    case Reason::WouldCycle:
        return Words::tr("It would come to lie below itself.");
    case Reason::PermissionInvalid:
        return Words::tr("A permission is an action such as \"documents.read\" or \"documents.*\", on one resource or "
                         "on one type of resources.");
    case Reason::PermissionExists:
        return Words::tr("The role has this permission already.");
    case Reason::PermissionMissing:
        return Words::tr("The role does not have this permission.");
    case Reason::PeriodInvalid:
        return Words::tr("It would end before it begins.");
    case Reason::AlreadyExpired:
        return Words::tr("It would have ended already.");
    case Reason::CredentialInvalid:
        return Words::tr("This is not a token or key that can be used.");
    case Reason::CredentialExists:
        return Words::tr("The user has this token, key or factor already.");
    case Reason::CredentialUnknown:
        return Words::tr("The user does not have this token, key or factor.");
    case Reason::GrantUnknown:
        return Words::tr("There is no such grant in this organization.");
    case Reason::NotInReview:
        return Words::tr("The grant is not part of this review.");
    case Reason::ReviewEnded:
        return Words::tr("The review has been signed off; nothing in it can be decided any more.");
    case Reason::ItemsUndecided:
        return Words::tr("Some items are not decided yet; say with a reason why the review is closed without them.");
    case Reason::NothingToReview:
        return Words::tr(
            "There is nothing to review: no grant in this scope, or none that changed since the last sign-off.");
    case Reason::ReasonMissing:
        return Words::tr("A reason is needed.");
    case Reason::SessionEnded:
        return Words::tr("The session has ended already.");
    }
    return Words::tr("The change was refused.");
}

} // namespace muniment

#include "models/domain/reason.h"

#include <string>

namespace muniment {

std::string_view reasonName(Reason reason) {
    switch (reason) {
    case Reason::AlreadyExists:
        return "alreadyExists";
    case Reason::DoesNotExist:
        return "doesNotExist";
    case Reason::AlreadyRemoved:
        return "alreadyRemoved";
    case Reason::AlreadyLocked:
        return "alreadyLocked";
    case Reason::NotLocked:
        return "notLocked";
    case Reason::AlreadyInactive:
        return "alreadyInactive";
    case Reason::AlreadyActive:
        return "alreadyActive";
    case Reason::OrganizationInactive:
        return "organizationInactive";
    case Reason::NothingChanges:
        return "nothingChanges";
    case Reason::NameMissing:
        return "nameMissing";
    case Reason::NameTooLong:
        return "nameTooLong";
    case Reason::NameNotPrintable:
        return "nameNotPrintable";
    case Reason::KeyInvalid:
        return "keyInvalid";
    case Reason::EmailInvalid:
        return "emailInvalid";
    case Reason::EmailMissing:
        return "emailMissing";
    case Reason::PhoneInvalid:
        return "phoneInvalid";
    case Reason::PhoneMissing:
        return "phoneMissing";
    case Reason::AlreadyVerified:
        return "alreadyVerified";
    case Reason::NotAHuman:
        return "notAHuman";
    case Reason::NotAMachine:
        return "notAMachine";
    case Reason::PlanUnknown:
        return "planUnknown";
    case Reason::DomainInvalid:
        return "domainInvalid";
    case Reason::DomainExists:
        return "domainExists";
    case Reason::DomainUnknown:
        return "domainUnknown";
    case Reason::UserUnknown:
        return "userUnknown";
    case Reason::TeamUnknown:
        return "teamUnknown";
    case Reason::RoleUnknown:
        return "roleUnknown";
    case Reason::ResourceUnknown:
        return "resourceUnknown";
    case Reason::AlreadyMember:
        return "alreadyMember";
    case Reason::NotMember:
        return "notMember";
    case Reason::WouldCycle:
        return "wouldCycle";
    case Reason::PermissionInvalid:
        return "permissionInvalid";
    case Reason::PermissionExists:
        return "permissionExists";
    case Reason::PermissionMissing:
        return "permissionMissing";
    case Reason::PeriodInvalid:
        return "periodInvalid";
    case Reason::AlreadyExpired:
        return "alreadyExpired";
    case Reason::CredentialInvalid:
        return "credentialInvalid";
    case Reason::CredentialExists:
        return "credentialExists";
    case Reason::CredentialUnknown:
        return "credentialUnknown";
    case Reason::GrantUnknown:
        return "grantUnknown";
    case Reason::NotInReview:
        return "notInReview";
    case Reason::ReviewEnded:
        return "reviewEnded";
    case Reason::ItemsUndecided:
        return "itemsUndecided";
    case Reason::NothingToReview:
        return "nothingToReview";
    case Reason::ReasonMissing:
        return "reasonMissing";
    case Reason::SessionEnded:
        return "sessionEnded";
    }
    return "doesNotExist";
}

std::optional<Reason> reasonNamed(std::string_view name) {
    for (int i = 0; i < kReasonCount; ++i) {
        const auto reason = static_cast<Reason>(i);
        if (reasonName(reason) == name)
            return reason;
    }
    return std::nullopt;
}

tl::unexpected<Error> refused(Reason reason, std::string field) {
    const std::string name(reasonName(reason));
    std::map<std::string, std::string> context{{"reason", name}};
    if (!field.empty())
        context.emplace("field", std::move(field));
    return failure(ErrorCode::Refused, name, std::move(context));
}

} // namespace muniment

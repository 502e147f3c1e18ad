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
    case Reason::EmailInvalid:
        return "emailInvalid";
    case Reason::NotAHuman:
        return "notAHuman";
    case Reason::NotAMachine:
        return "notAMachine";
    case Reason::PlanUnknown:
        return "planUnknown";
    }
    return "doesNotExist";
}

tl::unexpected<Error> refused(Reason reason, std::string field) {
    const std::string name(reasonName(reason));
    std::map<std::string, std::string> context{{"reason", name}};
    if (!field.empty())
        context.emplace("field", std::move(field));
    return failure(ErrorCode::Refused, name, std::move(context));
}

} // namespace muniment

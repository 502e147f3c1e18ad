#include "models/base/result.h"

namespace muniment {

std::string_view errorCodeName(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidInput:
        return "invalidInput";
    case ErrorCode::NotFound:
        return "notFound";
    case ErrorCode::Ambiguous:
        return "ambiguous";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Unreachable:
        return "unreachable";
    case ErrorCode::TlsRejected:
        return "tlsRejected";
    case ErrorCode::AuthenticationFailed:
        return "authenticationFailed";
    case ErrorCode::NotADatabase:
        return "notADatabase";
    case ErrorCode::DatabaseMissing:
        return "databaseMissing";
    case ErrorCode::SchemaMissing:
        return "schemaMissing";
    case ErrorCode::SchemaTooNew:
        return "schemaTooNew";
    case ErrorCode::SchemaTooOld:
        return "schemaTooOld";
    case ErrorCode::RegionMissing:
        return "regionMissing";
    case ErrorCode::PermissionDenied:
        return "permissionDenied";
    case ErrorCode::RegionUnavailable:
        return "regionUnavailable";
    case ErrorCode::Timeout:
        return "timeout";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::NameTaken:
        return "nameTaken";
    case ErrorCode::TenantNotHere:
        return "tenantNotHere";
    case ErrorCode::OutcomeUnknown:
        return "outcomeUnknown";
    case ErrorCode::LogRewound:
        return "logRewound";
    case ErrorCode::DatabaseReplaced:
        return "databaseReplaced";
    case ErrorCode::PurgeDue:
        return "purgeDue";
    case ErrorCode::NeedsRepair:
        return "needsRepair";
    case ErrorCode::ServerError:
        return "serverError";
    case ErrorCode::FileMissing:
        return "fileMissing";
    case ErrorCode::FileExists:
        return "fileExists";
    case ErrorCode::NotAWorkspace:
        return "notAWorkspace";
    case ErrorCode::FileCorrupt:
        return "fileCorrupt";
    case ErrorCode::FileTooNew:
        return "fileTooNew";
    case ErrorCode::FileInUse:
        return "fileInUse";
    case ErrorCode::FileReadOnly:
        return "fileReadOnly";
    case ErrorCode::DiskFull:
        return "diskFull";
    case ErrorCode::FileError:
        return "fileError";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

} // namespace muniment

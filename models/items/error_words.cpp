#include "models/items/error_words.h"

#include "models/items/plain_text.h"

#include <QCoreApplication>

namespace muniment {

ErrorWords wordsOf(const Error& error) {
    if (error.get("work") == "table" || error.get("field") == "csv")
        return tableWords(error);
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
    case ErrorCode::Refused:
    case ErrorCode::Conflict:
    case ErrorCode::NameTaken:
    case ErrorCode::TenantNotHere:
        return inputWords(error);
    case ErrorCode::FileMissing:
    case ErrorCode::FileExists:
    case ErrorCode::NotAWorkspace:
    case ErrorCode::FileCorrupt:
    case ErrorCode::FileTooNew:
    case ErrorCode::FileInUse:
    case ErrorCode::FileReadOnly:
    case ErrorCode::DiskFull:
    case ErrorCode::FileError:
        return error.get("work") == "export" ? exportWords(error) : fileWords(error);
    case ErrorCode::Internal:
        return {QCoreApplication::translate("ErrorSentence", "Muniment met a situation it does not know: %1.")
                    .arg(plainText(error.detail.empty() ? std::string("-") : error.detail)),
                QCoreApplication::translate("ErrorSentence", "Nothing was changed. Please report it with the details."),
                {}};
    default:
        return serverWords(error);
    }
}

} // namespace muniment

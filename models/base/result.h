// Errors as values: a code the caller can act on, the facts, and answers. Sentences for people are made in
// models/items.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace muniment {

enum class ErrorCode {
    // what the user gave
    InvalidInput, ///< unusable value; context "field" names it, detail says why
    NotFound,     ///< context "what" (org, user, event …) and "id"
    Ambiguous,    ///< a prefix or name that fits several; context "what", "id", "candidates"
    Refused,      ///< a rule of the domain says no; context "reason" holds the name of a domain Reason
    // the server
    Unreachable, ///< name, network, refused, timed out while connecting
    TlsRejected, ///< certificate, host name or protocol not acceptable
    AuthenticationFailed,
    NotADatabase,      ///< something answered, but not with the PostgreSQL protocol
    DatabaseMissing,   ///< the server has no such database
    SchemaMissing,     ///< no muniment schema in the database
    SchemaTooNew,      ///< context "found", "known"
    SchemaTooOld,      ///< context "found", "known"
    RegionMissing,     ///< the schema is there, but not for this region
    PermissionDenied,  ///< context "privilege" where known
    RegionUnavailable, ///< the server answers, the region's data do not
    Timeout,
    Cancelled,
    Busy,             ///< serialization failure or deadlock: repeat the transaction (40001, 40P01)
    Conflict,         ///< somebody wrote first; context "actual" holds the sequence where known
    NameTaken,        ///< a claim is held by somebody else; context "kind"
    TenantNotHere,    ///< fenced, moved or unknown in this region; context "movedTo" where known
    OutcomeUnknown,   ///< connection lost at COMMIT or 40003: settle, never repeat
    LogRewound,       ///< the log no longer holds what the replica holds; context "why"
    DatabaseReplaced, ///< another installation or system identifier than the replica followed
    PurgeDue,         ///< a tenant has moved to where this file may hold less of it; context "tenant", "from", "to"
    NeedsRepair,      ///< restored or copied database: `schema repair` first
    ServerError,      ///< anything else; context "sqlstate"
    // the local file
    FileMissing,
    FileExists,
    NotAWorkspace,
    FileCorrupt,
    FileTooNew, ///< context "found", "known"
    FileInUse,  ///< another process writes it; context "pid" where known
    FileReadOnly,
    DiskFull,
    FileError,
    // ourselves
    Internal,
};

/// Name of the code as written in JSON and logs, e.g. "tlsRejected".
[[nodiscard]] std::string_view errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;                         ///< technical words; may hold server text, never a secret
    std::map<std::string, std::string> context; ///< facts the sentence needs: "region", "stage", "file", "field" …

    [[nodiscard]] Error with(std::string key, std::string value) const& {
        Error copy = *this;
        copy.context[std::move(key)] = std::move(value);
        return copy;
    }

    [[nodiscard]] std::string get(const std::string& key) const {
        const auto found = context.find(key);
        return found == context.end() ? std::string() : found->second;
    }

    /// The same transaction, run again from its beginning, may succeed.
    [[nodiscard]] bool isRetryable() const { return code == ErrorCode::Busy; }

    /// The server could not be asked or did not answer in time; the same request may work later.
    [[nodiscard]] bool isTransient() const {
        return code == ErrorCode::Unreachable || code == ErrorCode::RegionUnavailable || code == ErrorCode::Timeout ||
               code == ErrorCode::Busy;
    }

    [[nodiscard]] bool isOutcomeUnknown() const { return code == ErrorCode::OutcomeUnknown; }
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, std::string detail = {},
                                                   std::map<std::string, std::string> context = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(context)});
}

} // namespace muniment

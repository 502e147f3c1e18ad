#include "models/eventstore/postgres/sqlstate.h"

#include <array>
#include <utility>

namespace muniment::postgres {

namespace {

using Meaning = std::pair<std::string_view, ErrorCode>;

constexpr std::array kStates{
    Meaning{"22021", ErrorCode::InvalidInput},      // bytes that are not UTF-8, or NUL
    Meaning{"22P05", ErrorCode::InvalidInput},      // a character the database's encoding lacks
    Meaning{"22001", ErrorCode::InvalidInput},      // too long
    Meaning{"22003", ErrorCode::InvalidInput},      // number out of range
    Meaning{"22008", ErrorCode::InvalidInput},      // time out of range
    Meaning{"22P02", ErrorCode::InvalidInput},      // not a value of the type (CockroachDB: an unknown region)
    Meaning{"23514", ErrorCode::InvalidInput},      // a CHECK says no
    Meaning{"23502", ErrorCode::InvalidInput},      // NULL where none may be
    Meaning{"23505", ErrorCode::Conflict},          // somebody was first
    Meaning{"25006", ErrorCode::RegionUnavailable}, // read-only: a standby, or a region in maintenance
    Meaning{"28000", ErrorCode::AuthenticationFailed},
    Meaning{"28P01", ErrorCode::AuthenticationFailed},
    Meaning{"3D000", ErrorCode::DatabaseMissing},
    Meaning{"3F000", ErrorCode::SchemaMissing},
    Meaning{"40001", ErrorCode::Busy},
    Meaning{"40P01", ErrorCode::Busy},
    Meaning{"40003", ErrorCode::OutcomeUnknown},
    Meaning{"42501", ErrorCode::PermissionDenied},
    Meaning{"42P01", ErrorCode::SchemaMissing}, // undefined table
    Meaning{"42883", ErrorCode::SchemaMissing}, // undefined function: muniment.horizon()
    Meaning{"53300", ErrorCode::Unreachable},   // too many connections
    Meaning{"54000", ErrorCode::InvalidInput},  // larger than an index entry may be
    Meaning{"55P03", ErrorCode::Timeout},       // lock_timeout
    Meaning{"57014", ErrorCode::Timeout},
    Meaning{"57P01", ErrorCode::Unreachable},       // the server shuts down
    Meaning{"57P02", ErrorCode::Unreachable},       // another backend crashed
    Meaning{"57P03", ErrorCode::Unreachable},       // starting up or recovering
    Meaning{"57P05", ErrorCode::Unreachable},       // idle for too long
    Meaning{"58C00", ErrorCode::RegionUnavailable}, // CockroachDB: range unavailable
    Meaning{"58C01", ErrorCode::RegionUnavailable}, // CockroachDB: a node cannot be reached
    Meaning{kStalePredecessor, ErrorCode::Conflict},
    Meaning{kCopiedDatabase, ErrorCode::NeedsRepair},
    Meaning{kTenantNotHere, ErrorCode::TenantNotHere},
};

constexpr std::array kClasses{
    Meaning{"08", ErrorCode::Unreachable},       // connection exception
    Meaning{"53", ErrorCode::RegionUnavailable}, // disk full, out of memory
};

ErrorCode lookUp(const auto& table, std::string_view key, ErrorCode otherwise) {
    for (const auto& [state, code] : table)
        if (state == key)
            return code;
    return otherwise;
}

} // namespace

ErrorCode meaningOf(std::string_view sqlstate) {
    return lookUp(kStates, sqlstate, lookUp(kClasses, sqlstate.substr(0, 2), ErrorCode::ServerError));
}

bool endsSession(std::string_view sqlstate) {
    return sqlstate.starts_with("08") || sqlstate.starts_with("57P");
}

} // namespace muniment::postgres

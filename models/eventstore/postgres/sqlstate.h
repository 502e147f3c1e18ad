// What a SQLSTATE means to us: one table for both engines.
#pragma once

#include "models/base/result.h"

#include <string_view>

namespace muniment::postgres {

/// The guard's own states (resources/schema): class MU.
inline constexpr std::string_view kStalePredecessor = "MU001";
inline constexpr std::string_view kWrongIsolation = "MU002";
inline constexpr std::string_view kAsynchronousCommit = "MU003";
inline constexpr std::string_view kCopiedDatabase = "MU004";
inline constexpr std::string_view kTenantNotHere = "MU005";

inline constexpr std::string_view kQueryCancelled = "57014";
inline constexpr std::string_view kUniqueViolation = "23505";
inline constexpr std::string_view kCheckViolation = "23514";

/// The meaning of a state, by its full code, else by its class; ServerError for what is in neither table.
/// 57014 is Timeout here: whether it was ourselves who cancelled, only the caller knows.
[[nodiscard]] ErrorCode meaningOf(std::string_view sqlstate);

/// The state says that the server ended the session: nothing more will come over this connection.
[[nodiscard]] bool endsSession(std::string_view sqlstate);

} // namespace muniment::postgres

// Sessions: begun and carried on by the identity system itself; an admin can only end one.
#pragma once

#include "models/domain/event.h"
#include "models/domain/reason.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace muniment {

struct SessionAdded {
    std::string os, browser, country;
    bool operator==(const SessionAdded&) const = default;
};

struct SessionUserChecked { ///< session.user.checked: userID
    AggregateId user;
    bool operator==(const SessionUserChecked&) const = default;
};

struct SessionPasswordChecked {
    bool operator==(const SessionPasswordChecked&) const = default;
};

struct SessionTerminated {
    bool operator==(const SessionTerminated&) const = default;
};

using SessionEvent = std::variant<SessionAdded, SessionUserChecked, SessionPasswordChecked, SessionTerminated>;

struct TerminateSession {
    bool operator==(const TerminateSession&) const = default;
};

using SessionCommand = std::variant<TerminateSession>;

enum class SessionLifecycle { None, Active, Terminated };
/// "active", "terminated"; "none" for a session that never was.
[[nodiscard]] std::string_view sessionLifecycleName(SessionLifecycle lifecycle);

struct SessionState {
    SessionLifecycle lifecycle = SessionLifecycle::None;
    AggregateId user; ///< empty until somebody has said who they are
    bool isAuthenticated = false;
    std::string os, browser, country;
};

[[nodiscard]] Result<std::vector<SessionEvent>> decide(const SessionState& state, const SessionCommand& command);
[[nodiscard]] SessionState evolve(SessionState state, const SessionEvent& event);

[[nodiscard]] NewEvent encode(const SessionEvent& event, const std::string& reason = {});
/// Absent for a type that is not a session's, or a payload that lacks what the type needs. Lenient otherwise.
[[nodiscard]] std::optional<SessionEvent> decodeSessionEvent(std::string_view type,
                                                             const std::optional<std::string>& payload);
[[nodiscard]] SessionState foldSession(const std::vector<RecordedEvent>& events);

} // namespace muniment

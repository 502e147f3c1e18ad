#include "models/domain/session.h"

#include "models/domain/fold.h"
#include "models/domain/overloaded.h"

namespace muniment {

std::string_view sessionLifecycleName(SessionLifecycle lifecycle) {
    switch (lifecycle) {
    case SessionLifecycle::None:
        return "none";
    case SessionLifecycle::Active:
        return "active";
    case SessionLifecycle::Terminated:
        return "terminated";
    }
    return "none";
}

Result<std::vector<SessionEvent>> decide(const SessionState& state, const SessionCommand&) {
    if (state.lifecycle == SessionLifecycle::None)
        return refused(Reason::DoesNotExist);
    if (state.lifecycle == SessionLifecycle::Terminated)
        return refused(Reason::SessionEnded);
    return std::vector<SessionEvent>{SessionTerminated{}};
}

SessionState evolve(SessionState state, const SessionEvent& event) {
    // A session that has ended stays so, whatever a careless writer adds behind it.
    if (state.lifecycle == SessionLifecycle::Terminated && !std::holds_alternative<SessionAdded>(event))
        return state;
    std::visit(Overloaded{
                   [&](const SessionAdded& added) {
                       state = {SessionLifecycle::Active, {}, false, added.os, added.browser, added.country};
                   },
                   [&](const SessionUserChecked& checked) { state.user = checked.user; },
                   [&](const SessionPasswordChecked&) { state.isAuthenticated = true; },
                   [&](const SessionTerminated&) { state.lifecycle = SessionLifecycle::Terminated; },
               },
               event);
    return state;
}

SessionState foldSession(const std::vector<RecordedEvent>& events) {
    return fold<SessionState>(events, decodeSessionEvent);
}

} // namespace muniment

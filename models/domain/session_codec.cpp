// Session events to and from the log's rows. Types and members are ZITADEL's.
#include "models/domain/overloaded.h"
#include "models/domain/payload_fields.h"
#include "models/domain/session.h"

namespace muniment {

NewEvent encode(const SessionEvent& event, const std::string& reason) {
    PayloadBuilder payload;
    const auto type = std::visit(Overloaded{
                                     [&](const SessionAdded& added) {
                                         putUnlessEmpty(payload, "os", added.os);
                                         putUnlessEmpty(payload, "browser", added.browser);
                                         putUnlessEmpty(payload, "country", added.country);
                                         return "session.added";
                                     },
                                     [&](const SessionUserChecked& checked) {
                                         payload.text("userID", checked.user.text());
                                         return "session.user.checked";
                                     },
                                     [](const SessionPasswordChecked&) { return "session.password.checked"; },
                                     [](const SessionTerminated&) { return "session.terminated"; },
                                 },
                                 event);
    return eventOf(type, std::move(payload), reason);
}

std::optional<SessionEvent> decodeSessionEvent(std::string_view type, const std::optional<std::string>& payload) {
    if (type == "session.password.checked")
        return SessionPasswordChecked{};
    if (type == "session.terminated")
        return SessionTerminated{};
    if (type == "session.added") {
        const PayloadFields fields(payload);
        return SessionAdded{fields.textOrEmpty("os"), fields.textOrEmpty("browser"), fields.textOrEmpty("country")};
    }
    if (type != "session.user.checked")
        return std::nullopt;
    auto user = PayloadFields(payload).id("userID");
    if (user.isEmpty())
        return std::nullopt;
    return SessionUserChecked{std::move(user)};
}

} // namespace muniment

#include "models/regions/server_questions.h"

namespace muniment {

bool Inquiry::miss(const char* fact, const char* privilege, const Error& error) {
    // From 26.1 on some answers are withheld from every user unless the session asks for them (reference §4.9).
    const bool isUnsafe = (error.detail + error.get("hint")).find("allow_unsafe_internals") != std::string::npos;
    const bool isRefused = error.code == ErrorCode::PermissionDenied;
    // One refusal of a question that is asked for each tenant says it all.
    for (const UnknownFact& known : m_unknown)
        if (known.fact == fact && known.error.code == error.code)
            return false;
    m_unknown.push_back({fact, !isRefused ? "" : isUnsafe ? "allow_unsafe_internals" : privilege, error});
    return false;
}

} // namespace muniment

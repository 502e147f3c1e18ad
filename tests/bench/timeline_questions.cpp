#include "tests/bench/timeline_questions.h"

#include <chrono>

namespace muniment::bench {

namespace {

/// The file's code of a text.
std::string code(const std::string& table, const std::string& column, const std::string& text) {
    return "(SELECT code FROM " + table + " WHERE " + column + " = '" + text + "')";
}

/// Events of these kinds: type and outcome lie in the small table of kinds, which SQL asks once for its codes.
std::string ofKinds(const std::string& condition) {
    return "kind IN (SELECT code FROM kinds WHERE " + condition + ")";
}

} // namespace

std::vector<AskedQuestion> askedQuestions(const std::string& tenant) {
    const std::string ofType = ofKinds("type = " + code("words", "text", "session.added"));
    const std::string ofTenant = "tenant = " + code("tenants", "id", tenant);
    const std::string succeeded = ofKinds("outcome = " + code("words", "text", "success"));
    const std::string types = ofKinds("type IN (SELECT code FROM words WHERE text GLOB 'session.*')");
    const std::string lastYear = "logged_at >= 1735689600000000";
    const std::string serverTypes = "event_type LIKE 'session.%'";
    const std::string serverTenant = "tenant_id = '" + tenant + "'";
    return {
        {"single", "type:session.added", ofType, "event_type = 'session.added'"},
        {"dense", "outcome:success", succeeded, "outcome = 'success'"},
        {"fourfold", "type:session.* outcome:success actortype:human tenant:\"" + tenant + '"',
         types + " AND " + succeeded + " AND " + ofTenant +
             " AND actor IN (SELECT code FROM actors WHERE type = " + code("words", "text", "human") + ")",
         serverTypes + " AND outcome = 'success' AND actor_type = 'human' AND " + serverTenant},
        {"negation", "-type:session.*", "NOT " + types, "event_type NOT LIKE 'session.%'"},
        {"oneYear", "type:session.* -tenant:\"" + tenant + "\" after:2025-01-01",
         types + " AND NOT " + ofTenant + " AND " + lastYear,
         serverTypes + " AND tenant_id <> '" + tenant + "' AND recorded_at >= '2025-01-01Z'"},
        {"words", "chrome windows", {}, {}, 50},
    };
}

double millisecondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace muniment::bench

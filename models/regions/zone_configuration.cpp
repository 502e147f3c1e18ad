#include "models/regions/zone_configuration.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace muniment {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

tl::unexpected<Error> damaged(std::string_view what, std::string_view text) {
    return failure(ErrorCode::ServerError, "not " + std::string(what) + ": " + std::string(text.substr(0, 80)));
}

/// Parts between commas that stand in no quote and no bracket.
std::vector<std::string_view> parts(std::string_view text) {
    std::vector<std::string_view> found;
    int depth = 0;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '[' || c == '{')
            ++depth;
        else if (c == ']' || c == '}')
            --depth;
        else if (c == ',' && depth == 0) {
            found.push_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (const auto last = trimmed(text.substr(begin)); !last.empty())
        found.push_back(last);
    return found;
}

std::string_view unquoted(std::string_view text) {
    const bool isQuoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return isQuoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

/// The inside of brackets; absent when they are not there.
std::optional<std::string_view> inside(std::string_view text, char open, char close) {
    text = trimmed(text);
    if (text.size() < 2 || text.front() != open || text.back() != close)
        return std::nullopt;
    return trimmed(text.substr(1, text.size() - 2));
}

std::optional<ZoneConstraint> constraintOf(std::string_view text) {
    text = unquoted(trimmed(text));
    if (text.size() < 2 || (text.front() != '+' && text.front() != '-'))
        return std::nullopt;
    ZoneConstraint constraint;
    constraint.isRequired = text.front() == '+';
    text.remove_prefix(1);
    const std::size_t equals = text.find('=');
    if (equals != std::string_view::npos)
        constraint.key = std::string(text.substr(0, equals));
    constraint.value = std::string(equals == std::string_view::npos ? text : text.substr(equals + 1));
    return constraint;
}

std::optional<std::vector<ZoneConstraint>> constraintsOf(std::string_view list) {
    std::vector<ZoneConstraint> constraints;
    for (const std::string_view part : parts(list)) {
        const auto constraint = constraintOf(part);
        if (!constraint)
            return std::nullopt;
        constraints.push_back(*constraint);
    }
    return constraints;
}

template <class Number>
std::optional<Number> numberOf(std::string_view text) {
    Number number{};
    const auto [stopped, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && stopped == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "+region=a: 1" of the map form. A colon may stand in a tier's value: the last one counts.
std::optional<ConstrainedReplicas> countedOf(std::string_view entry) {
    const std::size_t colon = entry.rfind(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    auto constraints = constraintsOf(unquoted(trimmed(entry.substr(0, colon))));
    const auto count = numberOf<int>(trimmed(entry.substr(colon + 1)));
    if (!constraints || constraints->empty() || !count)
        return std::nullopt;
    return ConstrainedReplicas{std::move(*constraints), count};
}

std::string formatOne(const ZoneConstraint& constraint) {
    return (constraint.isRequired ? "+" : "-") + constraint.key + (constraint.key.empty() ? "" : "=") +
           constraint.value;
}

/// The settings behind USING, by name; texts without their quotes.
std::map<std::string, std::string> settingsOf(std::string_view sql) {
    std::map<std::string, std::string> settings;
    const std::size_t listBegin = sql.find("USING");
    if (listBegin == std::string_view::npos)
        return settings;
    sql.remove_prefix(listBegin + 5);
    for (const std::string_view part : parts(sql))
        if (const std::size_t equals = part.find('='); equals != std::string_view::npos)
            settings[std::string(trimmed(part.substr(0, equals)))] = unquoted(trimmed(part.substr(equals + 1)));
    return settings;
}

Result<void> readPlaces(ZoneConfiguration& zone, const std::map<std::string, std::string>& settings) {
    const auto find = [&settings](const char* name) {
        const auto found = settings.find(name);
        return found == settings.end() ? std::string("[]") : found->second;
    };
    auto constraints = parseConstraints(find("constraints"));
    auto voters = parseConstraints(find("voter_constraints"));
    auto preferences = parseLeasePreferences(find("lease_preferences"));
    if (!constraints || !voters)
        return tl::unexpected((constraints ? voters : constraints).error());
    if (!preferences)
        return tl::unexpected(preferences.error());
    zone.constraints = std::move(*constraints);
    zone.voterConstraints = std::move(*voters);
    zone.leasePreferences = std::move(*preferences);
    return {};
}

} // namespace

Result<std::vector<ConstrainedReplicas>> parseConstraints(std::string_view text) {
    std::vector<ConstrainedReplicas> all;
    if (const auto list = inside(text, '[', ']')) {
        auto constraints = constraintsOf(*list);
        if (!constraints)
            return damaged("constraints", text);
        if (!constraints->empty())
            all.push_back({std::move(*constraints), std::nullopt});
        return all;
    }
    const auto map = inside(text, '{', '}');
    if (!map)
        return damaged("constraints", text);
    for (const std::string_view entry : parts(*map)) {
        auto counted = countedOf(entry);
        if (!counted)
            return damaged("constraints", text);
        all.push_back(std::move(*counted));
    }
    return all;
}

Result<std::vector<std::vector<ZoneConstraint>>> parseLeasePreferences(std::string_view text) {
    const auto list = inside(text, '[', ']');
    if (!list)
        return damaged("lease preferences", text);
    std::vector<std::vector<ZoneConstraint>> preferences;
    for (const std::string_view entry : parts(*list)) {
        const auto one = inside(entry, '[', ']');
        auto constraints = one ? constraintsOf(*one) : std::nullopt;
        if (!constraints)
            return damaged("lease preferences", text);
        preferences.push_back(std::move(*constraints));
    }
    return preferences;
}

Result<ZoneConfiguration> parseZoneConfiguration(const AnswerTable& answer) {
    if (auto complete = answer.needs({"target", "raw_config_sql"}); !complete)
        return tl::unexpected(complete.error());
    const auto sql = answer.at(0, "raw_config_sql");
    if (!sql)
        return damaged("a zone configuration", "no row");
    const auto settings = settingsOf(*sql);
    if (settings.empty())
        return damaged("a zone configuration", *sql);
    const auto setting = [&settings](const char* name) {
        const auto found = settings.find(name);
        return found == settings.end() ? std::string() : found->second;
    };
    ZoneConfiguration zone;
    zone.target = answer.text(0, "target");
    zone.replicas = numberOf<int>(setting("num_replicas"));
    zone.voters = numberOf<int>(setting("num_voters"));
    zone.gcSeconds = numberOf<std::int64_t>(setting("gc.ttlseconds"));
    if (const std::string global = setting("global_reads"); !global.empty())
        zone.isReadGlobally = global == "true";
    if (auto read = readPlaces(zone, settings); !read)
        return tl::unexpected(read.error());
    return zone;
}

std::string formatConstraints(const std::vector<ConstrainedReplicas>& constraints) {
    const bool isList = constraints.empty() || !constraints.front().replicas;
    std::string text;
    for (const ConstrainedReplicas& entry : constraints) {
        std::string one;
        for (const ZoneConstraint& constraint : entry.constraints)
            one += (one.empty() ? "" : isList ? ", " : ",") + formatOne(constraint);
        if (entry.replicas)
            one = (entry.constraints.size() > 1 ? "\"" + one + "\"" : one) + ": " + std::to_string(*entry.replicas);
        text += (text.empty() ? "" : ", ") + one;
    }
    return isList ? "[" + text + "]" : "{" + text + "}";
}

std::optional<std::set<std::string>> regionsAllowedBy(const ZoneConfiguration& zone) {
    // How many replicas each region must hold. What is beyond their sum, the server may put anywhere.
    std::map<std::string, int> atLeast;
    const int every = zone.replicas.value_or(1);
    for (const auto* list : {&zone.constraints, &zone.voterConstraints})
        for (const ConstrainedReplicas& entry : *list)
            for (const ZoneConstraint& constraint : entry.constraints)
                if (constraint.isRequired && constraint.key == "region") {
                    const int all = list == &zone.constraints ? every : zone.voters.value_or(every);
                    int& least = atLeast[constraint.value];
                    least = std::max(least, entry.replicas.value_or(all));
                }
    int bound = 0;
    std::set<std::string> regions;
    for (const auto& [region, replicas] : atLeast) {
        bound += replicas;
        regions.insert(region);
    }
    return bound < every || !zone.replicas ? std::nullopt : std::optional(regions);
}

} // namespace muniment

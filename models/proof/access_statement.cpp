#include "models/proof/access_statement.h"

#include "models/integrity/json_text.h"

#include <map>

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment access proof";
constexpr int kAccessVersion = 1;
constexpr std::size_t kNamedEntities = 40; ///< of more only the numbers are told in words

tl::unexpected<Error> refused() {
    return failure(ErrorCode::InvalidInput, "not a statement about access", {{"field", "access"}});
}

std::string member(const char* name, const std::string& json) {
    return quotedJson(name) + ":" + json;
}

std::string printed(std::size_t way, const ProvenEdge& edge) {
    return "{" + member("way", std::to_string(way)) + "," + member("words", quotedJson(edge.words)) +
           (edge.event ? "," + member("event", quotedJson(edge.event->text())) : std::string()) + "}";
}

std::string printed(const ProvenEntity& entity) {
    return "{" + member("type", quotedJson(entity.aggregate.type)) + "," +
           member("id", quotedJson(entity.aggregate.id.text())) + "," + member("name", quotedJson(entity.name)) + "," +
           member("events", std::to_string(entity.events)) + "}";
}

std::vector<std::string> printedWays(const AccessStatement& statement) {
    std::vector<std::string> lines;
    for (std::size_t way = 0; way < statement.ways.size(); ++way)
        for (const ProvenEdge& edge : statement.ways[way])
            lines.push_back(printed(way + 1, edge));
    return lines;
}

ProvenEdge edgeOf(const JsonMembers& members) {
    const auto event = parseUuid(members.value("event"));
    return {members.value("words"), event ? std::optional(*event) : std::nullopt};
}

ProvenEntity entityOf(const JsonMembers& members) {
    return {{members.value("type"), AggregateId(members.value("id"))},
            members.value("name"),
            members.number<std::int64_t>("events")};
}

/// "2 teams", for many.
std::string countWords(const AccessStatement& statement) {
    std::map<std::string, std::pair<std::size_t, std::int64_t>> counts; // by type: how many, and their events
    for (const ProvenEntity& entity : statement.entities) {
        ++counts[entity.aggregate.type].first;
        counts[entity.aggregate.type].second += entity.events;
    }
    std::string words;
    for (const auto& [type, count] : counts)
        words += (words.empty() ? "" : ", ") + std::to_string(count.first) + " of type " + type + " with " +
                 std::to_string(count.second) + " events";
    return words;
}

} // namespace

std::string printAccessStatement(const AccessStatement& statement) {
    const AskedAccess& asked = statement.asked;
    const auto line = [](const char* name, const std::string& json) {
        return "  " + quotedJson(name) + ": " + json + ",\n";
    };
    return "{\n" + line("format", quotedJson(kFormatName)) + line("version", std::to_string(kAccessVersion)) +
           line("tenant", quotedJson(asked.tenant.text())) + line("subjectType", quotedJson(asked.subject.type)) +
           line("subject", quotedJson(asked.subject.id.text())) + line("action", quotedJson(asked.action)) +
           line("resource", quotedJson(asked.resource.text())) + line("at", quotedJson(formatInstant(asked.at))) +
           line("question", quotedJson(statement.question)) + line("allowed", statement.isAllowed ? "true" : "false") +
           line("ways", jsonList(printedWays(statement))) + line("waysCut", statement.isCut ? "true" : "false") +
           "  \"entities\": " +
           jsonList(statement.entities, [](const ProvenEntity& entity) { return printed(entity); }) + "\n}\n";
}

Result<AccessStatement> parseAccessStatement(std::string_view json) {
    const JsonMembers members(json);
    if (members.value("format") != kFormatName)
        return refused();
    if (const int version = members.number<int>("version"); version > kAccessVersion)
        return failure(ErrorCode::FileTooNew, "a statement of a later version",
                       {{"found", std::to_string(version)}, {"known", std::to_string(kAccessVersion)}});
    const auto at = parseInstant(members.value("at"));
    if (!at)
        return refused();
    AccessStatement statement;
    statement.asked = {TenantId(members.value("tenant")),
                       {members.value("subjectType"), AggregateId(members.value("subject"))},
                       members.value("action"),
                       AggregateId(members.value("resource")),
                       *at};
    statement.question = members.value("question");
    statement.isAllowed = members.value("allowed") == "true";
    statement.isCut = members.value("waysCut") == "true";
    members.each("ways", [&](const std::string& element) {
        const JsonMembers edge(element);
        // What is numbered otherwise is seen when it is printed again.
        if (edge.number<std::size_t>("way") > statement.ways.size())
            statement.ways.emplace_back();
        if (!statement.ways.empty())
            statement.ways.back().push_back(edgeOf(edge));
    });
    members.each("entities",
                 [&](const std::string& element) { statement.entities.push_back(entityOf(JsonMembers(element))); });
    const auto& type = statement.asked.subject.type;
    if ((type != "user" && type != "team") || printAccessStatement(statement) != json)
        return refused();
    return statement;
}

std::string answerWords(const AccessStatement& statement) {
    return (statement.isAllowed ? "Yes: " : "No: it is not so that ") + statement.question + ", at " +
           formatInstant(statement.asked.at);
}

std::vector<std::string> statementWords(const AccessStatement& statement) {
    std::vector<std::string> lines{answerWords(statement)};
    for (std::size_t way = 0; way < statement.ways.size(); ++way) {
        std::string words;
        for (const ProvenEdge& edge : statement.ways[way])
            words += (words.empty() ? "" : "; ") + edge.words;
        lines.push_back(std::to_string(way + 1) + ". " + words);
    }
    if (statement.entities.size() > kNamedEntities) {
        lines.push_back("It rests on all events up to then: " + countWords(statement));
        return lines;
    }
    lines.emplace_back("It rests on all events up to then of");
    for (const ProvenEntity& entity : statement.entities)
        lines.push_back("- " + entity.aggregate.type + " " + entity.name +
                        (entity.name == entity.aggregate.id.text() ? "" : " (" + entity.aggregate.id.text() + ")") +
                        ": " + std::to_string(entity.events));
    return lines;
}

} // namespace muniment

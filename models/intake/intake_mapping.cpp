#include "models/intake/intake_mapping.h"

#include "models/base/canonical_json.h"
#include "models/commands/command_fields.h"
#include "models/commands/command_text.h"
#include "models/eventstore/append_check.h"
#include "models/intake/json_pointer.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace muniment {

namespace {

constexpr std::size_t kMaxNameBytes = 255; // as the server's column has it
constexpr std::size_t kMaxPointerBytes = 1'024;
constexpr std::size_t kMaxDefaultBytes = 16 * 1'024;

tl::unexpected<Error> wrong(const std::string& field, std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", field}});
}

tl::unexpected<Error> wrongMember(const std::string& member, std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", member}, {"member", member}});
}

/// What a service may ask for. What a reviewer decides, nobody else says.
bool isMappable(const CommandShape& shape) {
    constexpr std::string_view kDomains = "org.domain.";
    return shape.aggregateType != "plan" && shape.aggregateType != "review" &&
           (shape.aggregateType != "org" || shape.name.starts_with(kDomains));
}

bool hasControls(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

Result<void> checkPointer(const std::string& member, const std::string& pointer) {
    if (pointer.size() > kMaxPointerBytes)
        return wrongMember(member, "the pointer is longer than " + std::to_string(kMaxPointerBytes) + " bytes");
    const auto tokens = parsePointer(pointer);
    if (!tokens)
        return wrongMember(member, tokens.error().detail);
    if (tokens->empty() || (tokens->front() != "headers" && tokens->front() != "body"))
        return wrongMember(member, "a pointer begins with /headers or /body");
    return {};
}

/// An object of texts.
Result<std::map<std::string, std::string>> readTexts(const std::string& field, const PayloadMember& member) {
    std::map<std::string, std::string> texts;
    if (member.kind != PayloadMember::Kind::Object)
        return wrong(field, "it is to be an object");
    const auto values = readMembers(member.value);
    if (!values)
        return tl::unexpected(values.error());
    for (const PayloadMember& value : *values) {
        if (value.kind != PayloadMember::Kind::Text)
            return wrongMember(value.key, "it is to be a text");
        texts[value.key] = value.value;
    }
    return texts;
}

void appendTexts(std::string& json, const std::map<std::string, std::string>& texts) {
    json += '{';
    const char* comma = "";
    for (const auto& [key, value] : texts) {
        json += comma;
        appendCanonicalString(json, key);
        json += ':';
        appendCanonicalString(json, value);
        comma = ",";
    }
    json += '}';
}

/// One mapping each.
Result<std::vector<std::string>> mappingTexts(std::string_view json) {
    const auto first = json.find_first_not_of(" \t\r\n");
    std::vector<std::string> texts;
    if (first != std::string_view::npos && json[first] == '[') {
        const auto elements = readElements(json);
        if (!elements)
            return wrong("mapping", "not a JSON array: " + elements.error().detail);
        for (const PayloadMember& element : *elements)
            texts.push_back(element.value);
        return texts;
    }
    if (canonicalise(json))
        return std::vector<std::string>{std::string(json)};
    std::istringstream lines{std::string(json)};
    for (std::string line; std::getline(lines, line);)
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            texts.push_back(line);
    // Spread over lines, and wrong somewhere: what is said is about the whole.
    const bool isOneALine = texts.size() > 1 && canonicalise(texts.front());
    return isOneALine ? texts : std::vector<std::string>{std::string(json)};
}

} // namespace

const std::vector<std::string>& mappableCommands() {
    static const std::vector<std::string> commands = [] {
        std::vector<std::string> names;
        for (const std::string_view name : commandNames())
            if (isMappable(*commandShape(name)))
                names.emplace_back(name);
        return names;
    }();
    return commands;
}

std::vector<MappingField> mappingFields(std::string_view command) {
    const auto shape = commandShape(command);
    if (!shape || !isMappable(*shape))
        return {};
    std::vector<MappingField> fields{{"tenant", true, false}};
    if (shape->aggregateType != "org")
        fields.push_back({"id", !shape->isAddition, false});
    for (const CommandField& field : shape->fields)
        fields.push_back({field.name, field.isRequired, field.isList});
    fields.push_back({"reason", false, false});
    return fields;
}

Result<void> checkMapping(const IntakeMapping& mapping) {
    if (mapping.name.empty() || mapping.name.size() > kMaxNameBytes || !isStorableText(mapping.name) ||
        hasControls(mapping.name))
        return wrong("name", "it is a line of at most " + std::to_string(kMaxNameBytes) + " bytes");
    const auto fields = mappingFields(mapping.command);
    if (fields.empty())
        return wrong("command", "records cannot become '" + mapping.command + "'");
    const auto isKnown = [&](const std::string& name) {
        return std::ranges::find(fields, name, &MappingField::name) != fields.end();
    };
    for (const auto& [member, pointer] : mapping.fields) {
        if (!isKnown(member))
            return wrongMember(member, "this command has no such member");
        if (auto checked = checkPointer(member, pointer); !checked)
            return checked;
    }
    for (const auto& [member, value] : mapping.defaults) {
        if (!isKnown(member))
            return wrongMember(member, "this command has no such member");
        if (!isStorableText(value) || value.size() > kMaxDefaultBytes)
            return wrongMember(member, "its default is not UTF-8, or too long");
    }
    for (const MappingField& field : fields)
        if (field.isRequired && !mapping.fields.contains(field.name) && !mapping.defaults.contains(field.name))
            return wrongMember(field.name, "it needs a pointer or a default");
    return {};
}

std::string printMapping(const IntakeMapping& mapping) {
    std::string json = "{\"name\":";
    appendCanonicalString(json, mapping.name);
    json += ",\"command\":";
    appendCanonicalString(json, mapping.command);
    json += ",\"fields\":";
    appendTexts(json, mapping.fields);
    json += ",\"defaults\":";
    appendTexts(json, mapping.defaults);
    return json + '}';
}

std::string printMappings(const std::vector<IntakeMapping>& mappings) {
    std::string json = "[";
    for (const IntakeMapping& mapping : mappings)
        json += (json.size() > 1 ? "," : "") + printMapping(mapping);
    return json + ']';
}

Result<IntakeMapping> parseMapping(std::string_view json) {
    // Strict first: readMembers() takes what it can get.
    if (const auto canonical = canonicalise(json); !canonical)
        return wrong("mapping", "not a JSON object: " + canonical.error().get("fault"));
    const auto members = readMembers(json);
    if (!members)
        return tl::unexpected(members.error());
    IntakeMapping mapping;
    for (const PayloadMember& member : *members) {
        if (member.key == "fields" || member.key == "defaults") {
            auto texts = readTexts(member.key, member);
            if (!texts)
                return tl::unexpected(texts.error());
            (member.key == "fields" ? mapping.fields : mapping.defaults) = std::move(*texts);
        } else if (member.key != "name" && member.key != "command") {
            return wrong(member.key, "a mapping has no such member");
        } else if (member.kind != PayloadMember::Kind::Text) {
            return wrong(member.key, "it is to be a text");
        } else {
            (member.key == "name" ? mapping.name : mapping.command) = member.value;
        }
    }
    if (auto checked = checkMapping(mapping); !checked)
        return tl::unexpected(checked.error());
    return mapping;
}

Result<std::vector<IntakeMapping>> parseMappings(std::string_view json) {
    const auto texts = mappingTexts(json);
    if (!texts)
        return tl::unexpected(texts.error());
    std::vector<IntakeMapping> mappings;
    std::set<std::string> names;
    for (const std::string& text : *texts) {
        auto mapping = parseMapping(text);
        if (!mapping)
            return tl::unexpected(mapping.error());
        if (!names.insert(mapping->name).second)
            return wrong("name", "two mappings are called '" + mapping->name + "'");
        mappings.push_back(std::move(*mapping));
    }
    return mappings;
}

Result<IntakeMapping> mappingNamed(const std::vector<IntakeMapping>& mappings, const std::string& name) {
    const auto found = std::ranges::find(mappings, name, &IntakeMapping::name);
    if (found == mappings.end())
        return failure(ErrorCode::NotFound, {}, {{"what", "mapping"}, {"id", name}});
    return *found;
}

} // namespace muniment

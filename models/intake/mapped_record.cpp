#include "models/intake/mapped_record.h"

#include "models/changes/named_targets.h"
#include "models/commands/command_text.h"
#include "models/eventstore/append_check.h"
#include "models/intake/json_pointer.h"

#include <algorithm>
#include <deque>
#include <variant>

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;
/// A member's value: one text, or a list of them.
using Value = std::variant<std::string, std::vector<std::string>>;

tl::unexpected<Error> wrong(const std::string& member, const std::string& pointer, std::string detail) {
    Error error{ErrorCode::InvalidInput, std::move(detail), {{"field", member}}};
    if (!pointer.empty())
        error.context["pointer"] = pointer;
    return tl::unexpected(std::move(error));
}

bool isPlain(const PayloadMember& value) {
    return value.kind == Kind::Text || value.kind == Kind::Number;
}

/// Reads the members that a mapping names out of one record.
class Reading {
public:
    Reading(const IntakeMapping& mapping, const IntakeRecord& record) : m_mapping(mapping), m_record(record) {}

    /// Absent: there is none, and none is needed.
    Result<std::optional<Value>> valueOf(const MappingField& field) const {
        const auto pointed = m_mapping.fields.find(field.name);
        const std::string pointer = pointed == m_mapping.fields.end() ? std::string() : pointed->second;
        if (!pointer.empty()) {
            const auto found = lookUp(pointer);
            if (!found)
                return wrong(field.name, pointer, found.error().detail);
            if (*found && (*found)->kind != Kind::Null)
                return taken(field, pointer, **found);
        }
        const auto otherwise = m_mapping.defaults.find(field.name);
        if (otherwise != m_mapping.defaults.end())
            return shaped(field, {otherwise->second});
        if (field.isRequired)
            return wrong(field.name, pointer, "nothing stands there");
        return std::nullopt;
    }

private:
    Result<std::optional<PayloadMember>> lookUp(const std::string& pointer) const {
        const auto tokens = parsePointer(pointer);
        if (!tokens || tokens->empty())
            return failure(ErrorCode::InvalidInput, "not a pointer");
        const std::string& json = tokens->front() == "headers" ? m_record.headers : m_record.body;
        if (json.empty())
            return std::nullopt;
        return findValue(json, std::span(*tokens).subspan(1));
    }

    static Result<std::optional<Value>> taken(const MappingField& field, const std::string& pointer,
                                              const PayloadMember& value) {
        std::vector<std::string> texts;
        if (isPlain(value)) {
            texts.push_back(value.value);
        } else if (field.isList && value.kind == Kind::Array) {
            const auto elements = readElements(value.value);
            if (!elements || !std::ranges::all_of(*elements, isPlain))
                return wrong(field.name, pointer, "a list of texts is needed");
            for (const PayloadMember& element : *elements)
                texts.push_back(element.value);
        } else {
            return wrong(field.name, pointer, field.isList ? "a list of texts is needed" : "a text is needed");
        }
        if (!std::ranges::all_of(texts, [](const std::string& text) { return isStorableText(text); }))
            return wrong(field.name, pointer, "not UTF-8, or holds NUL");
        return shaped(field, std::move(texts));
    }

    static std::optional<Value> shaped(const MappingField& field, std::vector<std::string> texts) {
        return field.isList ? Value(std::move(texts)) : Value(std::move(texts.front()));
    }

    const IntakeMapping& m_mapping;
    const IntakeRecord& m_record;
};

/// Tells of an error which place in the record it is about.
Error withPointer(Error error, const IntakeMapping& mapping) {
    const auto pointed = mapping.fields.find(error.get("field"));
    if (pointed != mapping.fields.end())
        error.context["pointer"] = pointed->second;
    return error;
}

} // namespace

Result<CommandRequest> mapRecord(const IntakeMapping& mapping, const RegionName& region, const IntakeRecord& record) {
    const Reading reading(mapping, record);
    PayloadBuilder line;
    line.text("command", mapping.command).text("region", region.text());
    for (const MappingField& field : mappingFields(mapping.command)) {
        const auto value = reading.valueOf(field);
        if (!value)
            return tl::unexpected(value.error());
        if (!*value)
            continue;
        if (const auto* text = std::get_if<std::string>(&**value))
            line.text(field.name, *text);
        else
            line.texts(field.name, std::get<std::vector<std::string>>(**value));
    }
    auto request = parseCommand(line.build());
    if (!request)
        return tl::unexpected(withPointer(request.error(), mapping));
    if (request->tenant.isEmpty())
        return tl::unexpected(
            withPointer({ErrorCode::InvalidInput, "it names no organization", {{"field", "tenant"}}}, mapping));
    return request;
}

std::vector<MappedRecord> mapRecords(Snapshot& snapshot, const IntakeMapping& mapping, const RegionName& region,
                                     std::span<const IntakeRecord> records, const std::stop_token& stop) {
    std::vector<MappedRecord> mapped;
    mapped.reserve(records.size());
    for (const IntakeRecord& record : records) {
        auto request = stop.stop_requested() ? Result<CommandRequest>(failure(ErrorCode::Cancelled))
                                             : mapRecord(mapping, region, record);
        if (request)
            request = withTargetsFound(snapshot, std::move(*request), {});
        mapped.push_back({record.key.id, std::move(request)});
    }
    return mapped;
}

std::vector<PointedValue> valuesIn(const IntakeRecord& record, std::size_t most) {
    struct Place {
        std::vector<std::string> tokens;
        PayloadMember value;
    };

    constexpr std::size_t kDeepest = 12;
    std::vector<PointedValue> values;
    std::deque<Place> open;
    for (const auto& [name, json] : {std::pair("headers", &record.headers), std::pair("body", &record.body)})
        if (const auto root = json->empty() ? Result<std::optional<PayloadMember>>() : findValue(*json, {});
            root && *root)
            open.push_back({{name}, **root});
    // Every value looked at is one more in the queue, so the work is bounded by how many are wanted and how wide they
    // are.
    while (!open.empty() && values.size() < most) {
        const Place place = std::move(open.front());
        open.pop_front();
        if (isPlain(place.value))
            values.push_back({printPointer(place.tokens), place.value.value});
        const bool isArray = place.value.kind == Kind::Array;
        if ((!isArray && place.value.kind != Kind::Object) || place.tokens.size() > kDeepest)
            continue;
        const auto inner = isArray ? readElements(place.value.value) : readMembers(place.value.value);
        for (std::size_t i = 0; inner && i < std::min(inner->size(), most); ++i) {
            Place next{place.tokens, (*inner)[i]};
            next.tokens.push_back(isArray ? std::to_string(i) : next.value.key);
            open.push_back(std::move(next));
        }
    }
    return values;
}

} // namespace muniment

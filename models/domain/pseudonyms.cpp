#include "models/domain/pseudonyms.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"

#include <algorithm>
#include <array>

namespace muniment {

namespace {

constexpr std::size_t kPseudonymLength = 8;

/// What a person typed or a person's program says of itself, in events of every type.
constexpr std::array<std::string_view, 6> kFreeWords{"acceptLanguage", "description", "reason",
                                                     "userAgent",      "user_agent",  "webAuthNTokenName"};

bool isFreeWord(const CatalogueEntry& entry, std::string_view field) {
    if (std::ranges::find(kFreeWords, field) != kFreeWords.end())
        return true;
    // "Ann's phone": people name their own credentials; a machine's name is its own.
    return field == "name" && entry.aggregate == "user" && !entry.type.starts_with("user.machine.");
}

/// nullptr for a field that the catalogue does not list.
const CatalogueField* fieldOf(const CatalogueEntry& entry, std::string_view name) {
    const auto found = std::ranges::find(entry.fields, name, &CatalogueField::name);
    return found == entry.fields.end() ? nullptr : &*found;
}

void appendMember(std::string& json, std::string_view key, std::string_view value) {
    json += json.size() > 1 ? "," : "";
    appendCanonicalString(json, key);
    json += ':';
    json += value;
}

std::string quoted(std::string_view text) {
    std::string json;
    appendCanonicalString(json, text);
    return json;
}

/// Members come in canonical order and stay in it.
std::optional<std::string> stripped(const RecordedEvent& event) {
    const CatalogueEntry* entry = EventCatalogue::instance().find(event.type);
    if (entry == nullptr || !event.payload)
        return std::nullopt;
    const auto members = readMembers(*event.payload);
    if (!members)
        return std::nullopt;
    std::string json = "{";
    for (const PayloadMember& member : *members) {
        const CatalogueField* field = fieldOf(*entry, member.key);
        if (field == nullptr || field->isSecret || isFreeWord(*entry, member.key))
            continue;
        const bool isText = member.kind == PayloadMember::Kind::Text;
        if (!field->isPersonal)
            appendMember(json, member.key, isText ? quoted(member.value) : member.value);
        else if (isText && !member.value.empty())
            appendMember(json, member.key, quoted(pseudonymOf(event.aggregate.id)));
    }
    return json + "}";
}

bool isUuid(const std::string& text) {
    return parseUuid(text).has_value();
}

} // namespace

std::string pseudonymOf(const AggregateId& aggregate) {
    return "~" + aggregate.text().substr(0, kPseudonymLength);
}

void pseudonymise(RecordedEvent& event) {
    event.payload = stripped(event);
    event.sourceIp.reset();
    if (!isUuid(event.actor.id.text()))
        event.actor.id = nobody();
}

ActorId nobody() {
    return ActorId("~");
}

} // namespace muniment

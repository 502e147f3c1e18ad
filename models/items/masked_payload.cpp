#include "models/items/masked_payload.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/plain_text.h"

#include <algorithm>

namespace muniment {

namespace {

bool mayHoldSecrets(const RecordedEvent& event) {
    const auto* entry = EventCatalogue::instance().find(event.type);
    return entry != nullptr && std::ranges::any_of(entry->fields, &CatalogueField::isSecret);
}

bool isMasked(const RecordedEvent& event, const std::string& member, const ShownSecrets& shown) {
    return EventCatalogue::instance().isSecretPath(event.type, member) && !shown.contains(member);
}

} // namespace

QString maskedSecret() {
    return QStringLiteral("••••••");
}

std::vector<std::string> secretsOf(const RecordedEvent& event) {
    if (!event.payload || !mayHoldSecrets(event))
        return {};
    const auto members = readMembers(*event.payload);
    if (!members)
        return {kWholePayload};
    std::vector<std::string> secrets;
    for (const auto& member : *members)
        if (EventCatalogue::instance().isSecretPath(event.type, member.key))
            secrets.push_back(member.key);
    return secrets;
}

std::string maskedPayload(const RecordedEvent& event, const ShownSecrets& shown) {
    std::string bytes = event.payload.value_or(std::string());
    const auto secrets = secretsOf(event);
    if (std::ranges::all_of(secrets, [&](const auto& secret) { return shown.contains(secret); }))
        return bytes;
    const auto members = readMembers(bytes);
    if (!members)
        return "\"" + maskedSecret().toStdString() + "\"";
    std::string out = "{";
    for (const auto& member : *members) {
        out += out.size() > 1 ? "," : "";
        appendCanonicalString(out, member.key);
        out += ":";
        if (isMasked(event, member.key, shown))
            appendCanonicalString(out, maskedSecret().toStdString());
        else if (member.kind == PayloadMember::Kind::Text)
            appendCanonicalString(out, member.value);
        else
            out += member.value;
    }
    return out + "}";
}

QString exactPayload(const RecordedEvent& event, const ShownSecrets& shown) {
    return event.payload ? plainText(maskedPayload(event, shown)) : QString();
}

std::vector<FieldChange> payloadFields(const RecordedEvent& event, const ShownSecrets& shown) {
    const auto members = event.payload ? readMembers(*event.payload) : Result<std::vector<PayloadMember>>();
    std::vector<FieldChange> fields;
    if (!members)
        return fields;
    for (const auto& member : *members)
        fields.push_back(
            {member.key, {}, isMasked(event, member.key, shown) ? maskedSecret().toStdString() : member.value});
    return fields;
}

} // namespace muniment

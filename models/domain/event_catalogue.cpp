#include "models/domain/event_catalogue.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue_data.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;

tl::unexpected<Error> broken(const std::string& what) {
    return failure(ErrorCode::InvalidInput, "event catalogue: " + what);
}

Result<CatalogueField> parseField(const std::string& json) {
    const auto members = readMembers(json);
    if (!members)
        return broken("a field is not an object");
    CatalogueField field;
    for (const auto& member : *members) {
        if (member.key == "name" && member.kind == Kind::Text)
            field.name = member.value;
        else if (member.key == "personal" && member.kind == Kind::Boolean)
            field.isPersonal = member.value == "true";
        else if (member.key == "secret" && member.kind == Kind::Boolean)
            field.isSecret = member.value == "true";
        else
            return broken("unexpected member " + member.key + " in a field");
    }
    if (field.name.empty())
        return broken("a field has no name");
    return field;
}

Result<std::vector<CatalogueField>> parseFields(const std::string& json) {
    const auto elements = readElements(json);
    if (!elements)
        return broken("fields are not an array");
    std::vector<CatalogueField> fields;
    for (const auto& element : *elements) {
        auto field = parseField(element.value);
        if (!field)
            return tl::unexpected(field.error());
        fields.push_back(std::move(*field));
    }
    return fields;
}

Result<CatalogueEntry> parseEntry(const std::string& json) {
    const auto members = readMembers(json);
    if (!members)
        return broken("an event is not an object");
    CatalogueEntry entry;
    for (const auto& member : *members) {
        if (member.key == "type" && member.kind == Kind::Text) {
            entry.type = member.value;
        } else if (member.key == "aggregate" && member.kind == Kind::Text) {
            entry.aggregate = member.value;
        } else if (member.key == "sentence" && member.kind == Kind::Text) {
            entry.sentence = member.value;
        } else if (member.key == "fields" && member.kind == Kind::Array) {
            auto fields = parseFields(member.value);
            if (!fields)
                return tl::unexpected(fields.error());
            entry.fields = std::move(*fields);
        } else {
            return broken("unexpected member " + member.key + " in " + entry.type);
        }
    }
    if (entry.type.empty() || entry.aggregate.empty() || entry.sentence.empty())
        return broken("an event lacks type, aggregate or sentence");
    return entry;
}

} // namespace

const EventCatalogue& EventCatalogue::instance() {
    static const EventCatalogue catalogue = [] {
        auto parsed = parse(kEventCatalogueJson);
        if (!parsed) {
            std::fprintf(stderr, "muniment: %s\n", parsed.error().detail.c_str());
            std::abort();
        }
        return std::move(*parsed);
    }();
    return catalogue;
}

Result<EventCatalogue> EventCatalogue::parse(std::string_view json) {
    const auto members = readMembers(json);
    if (!members || members->size() != 1 || members->front().key != "events")
        return broken("not an object with one member, events");
    const auto elements = readElements(members->front().value);
    if (!elements)
        return broken("events are not an array");
    EventCatalogue catalogue;
    for (const auto& element : *elements) {
        auto entry = parseEntry(element.value);
        if (!entry)
            return tl::unexpected(entry.error());
        catalogue.m_entries.push_back(std::move(*entry));
    }
    std::sort(catalogue.m_entries.begin(), catalogue.m_entries.end(),
              [](const auto& a, const auto& b) { return a.type < b.type; });
    const auto twin = std::adjacent_find(catalogue.m_entries.begin(), catalogue.m_entries.end(),
                                         [](const auto& a, const auto& b) { return a.type == b.type; });
    if (twin != catalogue.m_entries.end())
        return broken("the type " + twin->type + " is there twice");
    return catalogue;
}

const CatalogueEntry* EventCatalogue::find(std::string_view type) const {
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), type,
                                        [](const auto& entry, std::string_view wanted) { return entry.type < wanted; });
    return found != m_entries.end() && found->type == type ? &*found : nullptr;
}

bool EventCatalogue::isSecret(std::string_view type, std::string_view field) const {
    const auto* entry = find(type);
    return entry != nullptr && std::any_of(entry->fields.begin(), entry->fields.end(),
                                           [&](const auto& known) { return known.name == field && known.isSecret; });
}

bool EventCatalogue::isSecretPath(std::string_view type, std::string_view path) const {
    const auto leadsInto = [path](const CatalogueField& field) {
        const bool isInside = path.size() > field.name.size() && path[field.name.size()] == '.';
        return field.isSecret && path.starts_with(field.name) && (isInside || path.size() == field.name.size());
    };
    const auto* entry = find(type);
    return entry != nullptr && std::any_of(entry->fields.begin(), entry->fields.end(), leadsInto);
}

} // namespace muniment

#include "models/items/payload_column.h"

#include "models/base/canonical_json.h"
#include "models/domain/event_catalogue.h"
#include "models/items/masked_payload.h"
#include "models/items/plain_text.h"
#include "models/timeline/filter/filter_fields.h"

#include <set>
#include <vector>

namespace muniment {

namespace {

using Kind = PayloadMember::Kind;

void findInObject(std::string_view object, std::string_view path, std::vector<PayloadMember>& found);

/// `path` is what is left of it behind `member`; absent at its end.
void findBehind(PayloadMember member, std::optional<std::string_view> path, std::vector<PayloadMember>& found) {
    if (member.kind == Kind::Array) {
        auto elements = readElements(member.value);
        for (PayloadMember& element : elements ? *elements : std::vector<PayloadMember>())
            findBehind(std::move(element), path, found);
    } else if (!path) {
        found.push_back(std::move(member));
    } else if (member.kind == Kind::Object) {
        findInObject(member.value, *path, found);
    }
}

void findInObject(std::string_view object, std::string_view path, std::vector<PayloadMember>& found) {
    auto members = readMembers(object);
    for (PayloadMember& member : members ? *members : std::vector<PayloadMember>()) {
        const std::size_t length = member.key.size();
        if (path == member.key)
            findBehind(std::move(member), std::nullopt, found);
        else if (path.size() > length && path.starts_with(member.key) && path[length] == '.')
            findBehind(std::move(member), path.substr(length + 1), found);
    }
}

/// The member of the payload that `path` begins with is a secret.
bool isSecret(const RecordedEvent& event, std::string_view path) {
    const auto* entry = EventCatalogue::instance().find(event.type);
    return entry != nullptr && std::ranges::any_of(entry->fields, [path](const CatalogueField& field) {
               const std::size_t length = field.name.size();
               return field.isSecret && path.starts_with(field.name) && (path.size() == length || path[length] == '.');
           });
}

std::vector<PayloadMember> valuesAt(const RecordedEvent& event, std::string_view path) {
    std::vector<PayloadMember> found;
    if (event.payload)
        findInObject(*event.payload, path, found);
    return found;
}

} // namespace

QString payloadText(const RecordedEvent& event, std::string_view path) {
    const auto found = valuesAt(event, path);
    if (!found.empty() && isSecret(event, path))
        return maskedSecret();
    QStringList texts;
    for (const PayloadMember& value : found)
        texts << plainText(value.value);
    return texts.join(QStringLiteral(", "));
}

std::optional<FilterTerm> payloadTerm(const RecordedEvent& event, std::string_view path) {
    const auto found = valuesAt(event, path);
    if (found.empty() || found.front().kind == Kind::Object || isSecret(event, path))
        return {};
    FilterTerm term = termOf(FilterField::Payload, found.front().value, path);
    if (found.front().kind != Kind::Text) // quoted it would be a string of these characters
        term.values.front().isQuoted = false;
    return term;
}

QStringList cataloguePaths() {
    std::set<std::string> names;
    for (const CatalogueEntry& entry : EventCatalogue::instance().entries())
        for (const CatalogueField& field : entry.fields)
            if (!field.isSecret)
                names.insert(field.name);
    QStringList paths;
    for (const std::string& name : names)
        paths << QString::fromStdString(name);
    return paths;
}

std::string payloadPathOf(const QString& typed) {
    std::string path = typed.trimmed().toStdString();
    if (path.starts_with(kPayloadPrefix))
        path.erase(0, kPayloadPrefix.size());
    return path;
}

} // namespace muniment

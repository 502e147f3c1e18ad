#include "models/integrity/bundle_manifest.h"

#include "models/base/canonical_json.h"
#include "models/base/hex.h"
#include "models/integrity/bundle_format.h"
#include "models/merkle/sha256.h"

#include <charconv>
#include <map>

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment evidence bundle";

tl::unexpected<Error> refused(const std::string& why) {
    return failure(ErrorCode::InvalidInput, "not a manifest: " + why, {{"field", "manifest"}});
}

std::string quoted(std::string_view text) {
    std::string out;
    appendCanonicalString(out, text);
    return out;
}

std::string listOf(const std::vector<std::string>& elements) {
    std::string out = "[";
    for (std::size_t i = 0; i < elements.size(); ++i)
        out += (i == 0 ? "\n    " : ",\n    ") + elements[i];
    return out + (elements.empty() ? "]" : "\n  ]");
}

template <class T, class Print>
std::string listOf(const std::vector<T>& values, Print print) {
    std::vector<std::string> elements;
    for (const T& value : values)
        elements.push_back(print(value));
    return listOf(elements);
}

std::string printed(const BundlePlace& place) {
    return "{\"region\":" + quoted(place.region.text()) + ",\"major\":\"" + std::to_string(place.at.position.major) +
           "\",\"minor\":\"" + std::to_string(place.at.position.minor) + "\",\"inTxOrder\":\"" +
           std::to_string(place.at.inTxOrder) + "\"}";
}

std::string printed(const BundleEntry& entry) {
    return "{\"name\":" + quoted(entry.name) + ",\"sha256\":\"" + toHex(bytesOf(entry.sha256)) +
           "\",\"size\":" + std::to_string(entry.size) + "}";
}

/// Members of an object by name. That none is said twice or too many is seen when it is printed again.
class Members {
public:
    explicit Members(std::string_view json) {
        if (const auto members = readMembers(json))
            for (const PayloadMember& member : *members)
                m_members.emplace(member.key, member);
    }

    [[nodiscard]] std::string value(const char* key) const {
        const auto found = m_members.find(key);
        return found == m_members.end() ? std::string() : found->second.value;
    }

    template <class Number>
    [[nodiscard]] Number number(const char* key) const {
        const std::string text = value(key);
        Number number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    template <class Visit>
    void each(const char* key, Visit visit) const {
        const std::string json = value(key);
        if (const auto elements = json.empty() ? Result<std::vector<PayloadMember>>() : readElements(json))
            for (const PayloadMember& element : *elements)
                visit(element.value);
    }

private:
    std::map<std::string, PayloadMember> m_members;
};

BundleEntry entryOf(const Members& members) {
    BundleEntry entry{members.value("name"), {}, members.number<std::uint64_t>("size")};
    if (const auto hash = fromHex(members.value("sha256")); hash && hash->size() == entry.sha256.size())
        std::copy(hash->begin(), hash->end(), entry.sha256.begin());
    return entry;
}

} // namespace

std::string printManifest(const BundleManifest& manifest) {
    std::string out = "{\n";
    const auto member = [&](const char* name, const std::string& json, bool isLast = false) {
        out += "  \"" + std::string(name) + "\": " + json + (isLast ? "\n" : ",\n");
    };
    member("format", quoted(kFormatName));
    member("version", std::to_string(manifest.version));
    member("id", quoted(manifest.id));
    member("tool", quoted(manifest.tool));
    member("madeAt", quoted(formatInstant(manifest.madeAt)));
    member("madeBy", quoted(manifest.madeBy));
    member("workspace", quoted(manifest.workspace));
    member("filterWords", quoted(manifest.filterWords));
    member("filterText", quoted(manifest.filterText));
    member("asOf", listOf(manifest.asOf, [](const BundlePlace& place) { return printed(place); }));
    member("tenants", listOf(manifest.tenants, [](const TenantId& tenant) { return quoted(tenant.text()); }));
    member("events", std::to_string(manifest.events));
    member("withheld", std::to_string(manifest.withheld));
    member("trees", std::to_string(manifest.trees));
    member("sealedNow", std::to_string(manifest.sealedNow));
    member("entries", listOf(manifest.entries, [](const BundleEntry& entry) { return printed(entry); }), true);
    return out + "}\n";
}

Result<BundleManifest> parseManifest(std::string_view json) {
    const Members members(json);
    if (members.value("format") != kFormatName)
        return refused("of another format");
    BundleManifest manifest;
    manifest.version = members.number<int>("version");
    if (manifest.version > kBundleVersion)
        return failure(ErrorCode::FileTooNew, "a bundle of a later version",
                       {{"found", std::to_string(manifest.version)}, {"known", std::to_string(kBundleVersion)}});
    const auto madeAt = parseInstant(members.value("madeAt"));
    if (!madeAt)
        return refused("without the time at which it was made");
    manifest.id = members.value("id");
    manifest.tool = members.value("tool");
    manifest.madeAt = *madeAt;
    manifest.madeBy = members.value("madeBy");
    manifest.workspace = members.value("workspace");
    manifest.filterWords = members.value("filterWords");
    manifest.filterText = members.value("filterText");
    members.each("asOf", [&](const std::string& element) {
        const Members place(element);
        manifest.asOf.push_back({RegionName(place.value("region")),
                                 {{place.number<std::int64_t>("major"), place.number<std::int32_t>("minor")},
                                  place.number<std::int64_t>("inTxOrder")}});
    });
    members.each("tenants", [&](const std::string& tenant) { manifest.tenants.emplace_back(tenant); });
    manifest.events = members.number<std::uint64_t>("events");
    manifest.withheld = members.number<std::uint64_t>("withheld");
    manifest.trees = members.number<std::uint64_t>("trees");
    manifest.sealedNow = members.number<std::uint64_t>("sealedNow");
    members.each("entries", [&](const std::string& element) { manifest.entries.push_back(entryOf(Members(element))); });
    if (printManifest(manifest) != json)
        return refused("in another form than a bundle's maker writes");
    return manifest;
}

} // namespace muniment

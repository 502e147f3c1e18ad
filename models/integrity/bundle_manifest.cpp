#include "models/integrity/bundle_manifest.h"

#include "models/base/hex.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/json_text.h"
#include "models/merkle/sha256.h"

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment evidence bundle";

tl::unexpected<Error> refused(const std::string& why) {
    return failure(ErrorCode::InvalidInput, "not a manifest: " + why, {{"field", "manifest"}});
}

std::string printed(const BundlePlace& place) {
    return "{\"region\":" + quotedJson(place.region.text()) + ",\"major\":\"" +
           std::to_string(place.at.position.major) + "\",\"minor\":\"" + std::to_string(place.at.position.minor) +
           "\",\"inTxOrder\":\"" + std::to_string(place.at.inTxOrder) + "\"}";
}

std::string printed(const BundleEntry& entry) {
    return "{\"name\":" + quotedJson(entry.name) + ",\"sha256\":\"" + toHex(bytesOf(entry.sha256)) +
           "\",\"size\":" + std::to_string(entry.size) + "}";
}

BundleEntry entryOf(const JsonMembers& members) {
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
    member("format", quotedJson(kFormatName));
    member("version", std::to_string(manifest.version));
    member("id", quotedJson(manifest.id));
    member("tool", quotedJson(manifest.tool));
    member("madeAt", quotedJson(formatInstant(manifest.madeAt)));
    member("madeBy", quotedJson(manifest.madeBy));
    member("workspace", quotedJson(manifest.workspace));
    member("filterWords", quotedJson(manifest.filterWords));
    member("filterText", quotedJson(manifest.filterText));
    member("asOf", jsonList(manifest.asOf, [](const BundlePlace& place) { return printed(place); }));
    member("tenants", jsonList(manifest.tenants, [](const TenantId& tenant) { return quotedJson(tenant.text()); }));
    member("events", std::to_string(manifest.events));
    member("withheld", std::to_string(manifest.withheld));
    member("trees", std::to_string(manifest.trees));
    member("sealedNow", std::to_string(manifest.sealedNow));
    member("entries", jsonList(manifest.entries, [](const BundleEntry& entry) { return printed(entry); }), true);
    return out + "}\n";
}

Result<BundleManifest> parseManifest(std::string_view json) {
    const JsonMembers members(json);
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
        const JsonMembers place(element);
        manifest.asOf.push_back({RegionName(place.value("region")),
                                 {{place.number<std::int64_t>("major"), place.number<std::int32_t>("minor")},
                                  place.number<std::int64_t>("inTxOrder")}});
    });
    members.each("tenants", [&](const std::string& tenant) { manifest.tenants.emplace_back(tenant); });
    manifest.events = members.number<std::uint64_t>("events");
    manifest.withheld = members.number<std::uint64_t>("withheld");
    manifest.trees = members.number<std::uint64_t>("trees");
    manifest.sealedNow = members.number<std::uint64_t>("sealedNow");
    members.each("entries",
                 [&](const std::string& element) { manifest.entries.push_back(entryOf(JsonMembers(element))); });
    if (printManifest(manifest) != json)
        return refused("in another form than a bundle's maker writes");
    return manifest;
}

} // namespace muniment

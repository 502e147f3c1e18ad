#include "models/simulation/intake_feed.h"

#include "models/base/canonical_json.h"
#include "models/eventstore/intake.h"
#include "models/simulation/names.h"
#include "models/simulation/random.h"

#include <array>

namespace muniment {

namespace {

constexpr int kRecordsPerRegion = 16;
constexpr std::uint64_t kFeedSeed = 0x696e'7461'6b65; // apart from the history's own draws

constexpr std::array kDocuments{"Annual report",    "Floor plan",     "Incident log",   "Price list",
                                "Service contract", "Shift handbook", "Supplier audit", "Travel policy"};

struct Record {
    std::string headers;
    std::string body;
};

std::string quoted(std::string_view text) {
    std::string json;
    appendCanonicalString(json, text);
    return json;
}

std::string headersOf(std::string_view source, std::string_view kind, const TenantHome& tenant, Random& random) {
    return "{\"company\":" + quoted(tenant.name) + ",\"delivery\":" + quoted(random.uuid().text()) +
           ",\"kind\":" + quoted(kind) + ",\"source\":" + quoted(source) + "}";
}

Record joiner(const TenantHome& tenant, const Culture& culture, Random& random) {
    const PersonName& first = random.pick(culture.firstNames);
    const PersonName& last = random.pick(culture.lastNames);
    const std::string login = std::string(first.plain) + "." + last.plain + std::to_string(random.between(100, 999));
    const std::string mail = login + "@" + domainLabel(tenant.name) + ".example";
    // The personnel system leaves the login out where the person has none yet.
    const bool hasLogin = !random.chance(0.15);
    return {headersOf("people-feed", "joiner", tenant, random),
            "{\"person\":{\"first\":" + quoted(first.written) + ",\"last\":" + quoted(last.written) +
                (hasLogin ? ",\"login\":" + quoted(login) : std::string()) + ",\"mail\":" + quoted(mail) +
                "},\"personnelNumber\":" + std::to_string(random.between(10'000, 99'999)) +
                ",\"starts\":" + quoted("2027-0" + std::to_string(random.between(1, 9)) + "-01") + "}"};
}

Record filedDocument(const TenantHome& tenant, Random& random) {
    const std::string name = std::string(random.pick(kDocuments)) + " " + std::to_string(random.between(2019, 2026));
    return {headersOf("document-vault", "filed", tenant, random),
            "{\"document\":{\"name\":" + quoted(name) + ",\"pages\":" + std::to_string(random.between(1, 240)) +
                ",\"type\":\"document\"},\"labels\":[\"filed\",\"vault-" + std::to_string(random.between(1, 4)) +
                "\"]}"};
}

} // namespace

Result<std::int64_t> feedIntake(const Simulation& simulation, StoresByRegion& stores, std::stop_token stop) {
    std::int64_t records = 0;
    Random random(simulation.plan().seed ^ kFeedSeed);
    for (const RegionName& region : simulation.plan().regions) {
        std::vector<TenantHome> tenants = simulation.tenantsOf(region);
        std::erase_if(tenants,
                      [](const TenantHome& tenant) { return tenant.state != "active" || tenant.name.empty(); });
        const Culture& culture = cultureOf(region.text());
        for (int i = 0; i < kRecordsPerRegion && !tenants.empty(); ++i) {
            if (stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            const TenantHome& tenant = random.pick(tenants);
            const Record record = random.chance(0.6) ? joiner(tenant, culture, random) : filedDocument(tenant, random);
            const auto received = stores.at(region)->intake().receive(region, record.headers, record.body);
            if (!received)
                return tl::unexpected(received.error());
            ++records;
        }
    }
    return records;
}

} // namespace muniment

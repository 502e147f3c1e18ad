#include "models/integrity/reconciliation_record.h"

#include "models/integrity/finding_json.h"
#include "models/integrity/json_record.h"

#include <QLockFile>

#include <algorithm>

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment reconciliation";
constexpr int kVersion = 1;
constexpr int kPatienceMillis = 2'000;

std::string printed(const Reconciliation& region) {
    return "{" + textMember("region", region.region.text()) + "," + timeMember("at", region.at) +
           keyMembers(region.next) + "," + timeMember("passSince", region.passSince) + "," +
           timeMember("wholeSince", region.wholeSince) + "," + numberMember("events", region.events) + "," +
           numberMember("digests", region.digests) + "," + numberMember("differing", region.differing) + "," +
           numberMember("elsewhere", region.elsewhere) + "," + numberMember("notHeld", region.notHeld) + "," +
           textMember("trouble", region.trouble) + "," + quotedJson("findings") + ":" +
           jsonList(region.findings, findingJson) + "}";
}

std::string printed(const std::vector<Reconciliation>& regions) {
    return "{\n  " + textMember("format", kFormatName) + ",\n  " + numberMember("version", kVersion) + ",\n  " +
           quotedJson("regions") + ":" +
           jsonList(regions, [](const Reconciliation& region) { return printed(region); }) + "\n}\n";
}

Reconciliation regionOf(const JsonMembers& members) {
    Reconciliation region;
    region.region = RegionName(members.value("region"));
    region.at = timeIn(members, "at").value_or(Instant{});
    region.next = keyIn(members);
    region.passSince = timeIn(members, "passSince");
    region.wholeSince = timeIn(members, "wholeSince");
    region.events = members.number<std::int64_t>("events");
    region.digests = members.number<std::int64_t>("digests");
    region.differing = members.number<std::int64_t>("differing");
    region.elsewhere = members.number<std::int64_t>("elsewhere");
    region.notHeld = members.number<std::int64_t>("notHeld");
    region.trouble = members.value("trouble");
    members.each("findings", [&](const std::string& finding) {
        if (auto read = parseFinding(finding))
            region.findings.push_back(std::move(*read));
    });
    return region;
}

tl::unexpected<Error> corrupt(const std::filesystem::path& path) {
    return failure(ErrorCode::FileCorrupt, "it is no record of a reconciliation", {{"file", path.string()}});
}

Result<std::vector<Reconciliation>> parsed(std::string_view json, const std::filesystem::path& path) {
    const JsonMembers members(json);
    if (members.value("format") != kFormatName)
        return corrupt(path);
    if (const int version = members.number<int>("version"); version > kVersion)
        return failure(
            ErrorCode::FileTooNew, "a record of a later version",
            {{"file", path.string()}, {"found", std::to_string(version)}, {"known", std::to_string(kVersion)}});
    std::vector<Reconciliation> regions;
    members.each("regions", [&](const std::string& region) { regions.push_back(regionOf(JsonMembers(region))); });
    // A finding that was not understood must not be lost without a word.
    return printed(regions) == json ? Result<std::vector<Reconciliation>>(std::move(regions)) : corrupt(path);
}

} // namespace

std::filesystem::path reconciliationRecordPath(const std::filesystem::path& workspace) {
    return std::filesystem::path(workspace).concat(".reconciled");
}

Result<std::vector<Reconciliation>> readReconciliations(const std::filesystem::path& workspace) {
    const auto path = reconciliationRecordPath(workspace);
    const auto text = readRecordFile(path);
    if (!text)
        return tl::unexpected(text.error());
    return *text ? parsed(**text, path) : Result<std::vector<Reconciliation>>();
}

Result<void> noteReconciliation(const std::filesystem::path& workspace, const Reconciliation& reconciliation) {
    const auto path = reconciliationRecordPath(workspace);
    QLockFile lock(QString::fromStdString(path.string() + ".lock"));
    if (!lock.tryLock(kPatienceMillis))
        return failure(ErrorCode::FileInUse, {}, {{"file", path.string()}});
    auto regions = readReconciliations(workspace);
    if (!regions && regions.error().code == ErrorCode::FileCorrupt)
        regions = std::vector<Reconciliation>();
    if (!regions)
        return tl::unexpected(regions.error());
    const auto place = std::ranges::lower_bound(*regions, reconciliation.region, {}, &Reconciliation::region);
    if (place != regions->end() && place->region == reconciliation.region)
        *place = reconciliation;
    else
        regions->insert(place, reconciliation);
    return writeRecordFile(path, printed(*regions));
}

} // namespace muniment

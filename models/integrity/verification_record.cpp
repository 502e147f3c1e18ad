#include "models/integrity/verification_record.h"

#include "models/base/hex.h"
#include "models/integrity/finding_json.h"
#include "models/integrity/json_record.h"

#include <algorithm>

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment verification";
constexpr int kVersion = 1;

std::string printed(const VerifiedRegion& region) {
    return "{" + textMember("region", region.region.text()) + keyMembers(region.cursor) + "," +
           numberMember("heads", region.head.size) + "," + textMember("root", toHex(bytesOf(region.head.root))) + "}";
}

std::string printed(const VerificationRecord& record) {
    const Verification& verification = record.verification;
    std::string out = "{\n";
    const auto member = [&](const std::string& line) { out += (out.size() > 2 ? ",\n  " : "  ") + line; };
    member(textMember("format", kFormatName));
    member(numberMember("version", kVersion));
    member(textMember("at", formatInstant(record.at)));
    member(textMember("by", record.by));
    member(textMember("tool", record.tool));
    member(quotedJson("regions") + ":" + jsonList(record.regions, [](const auto& region) { return printed(region); }));
    member(numberMember("events", verification.events));
    member(numberMember("withheld", verification.withheld));
    member(numberMember("trees", verification.trees));
    member(numberMember("checkpoints", verification.checkpoints));
    member(numberMember("uncheckable", verification.uncheckable));
    member(numberMember("sealed", verification.sealed));
    member(timeMember("sealedAt", verification.sealedAt));
    member(timeMember("keptSince", verification.keptSince));
    member(numberMember("unknownSigners", record.unknown));
    member(quotedJson("forged") + ":" +
           jsonList(record.forged, [](std::uint64_t entry) { return quotedJson(std::to_string(entry)); }));
    member(quotedJson("findings") + ":" + jsonList(verification.findings, findingJson));
    return out + "\n}\n";
}

VerifiedRegion regionOf(const JsonMembers& members) {
    VerifiedRegion region{RegionName(members.value("region")), {}, {members.number<std::uint64_t>("heads")}};
    region.cursor = keyIn(members);
    if (const auto root = fromHex(members.value("root")); root && root->size() == region.head.root.size())
        std::ranges::copy(*root, region.head.root.begin());
    return region;
}

tl::unexpected<Error> corrupt(const std::filesystem::path& path) {
    return failure(ErrorCode::FileCorrupt, "it is no record of a verification", {{"file", path.string()}});
}

Result<VerificationRecord> parsed(std::string_view json, const std::filesystem::path& path) {
    const JsonMembers members(json);
    if (members.value("format") != kFormatName)
        return corrupt(path);
    if (const int version = members.number<int>("version"); version > kVersion)
        return failure(
            ErrorCode::FileTooNew, "a record of a later version",
            {{"file", path.string()}, {"found", std::to_string(version)}, {"known", std::to_string(kVersion)}});
    const auto at = timeIn(members, "at");
    if (!at)
        return corrupt(path);
    VerificationRecord record{*at, members.value("by"), members.value("tool"), {}, {}};
    members.each("regions",
                 [&](const std::string& region) { record.regions.push_back(regionOf(JsonMembers(region))); });
    Verification& verification = record.verification;
    verification.events = members.number<std::int64_t>("events");
    verification.withheld = members.number<std::int64_t>("withheld");
    verification.trees = members.number<std::int64_t>("trees");
    verification.checkpoints = members.number<std::int64_t>("checkpoints");
    verification.uncheckable = members.number<std::int64_t>("uncheckable");
    verification.sealed = members.number<std::int64_t>("sealed");
    verification.sealedAt = timeIn(members, "sealedAt");
    verification.keptSince = timeIn(members, "keptSince");
    record.unknown = members.number<std::uint64_t>("unknownSigners");
    members.each("forged", [&](const std::string& entry) {
        std::from_chars(entry.data(), entry.data() + entry.size(), record.forged.emplace_back());
    });
    members.each("findings", [&](const std::string& finding) {
        if (auto read = parseFinding(finding))
            verification.findings.push_back(std::move(*read));
    });
    // What it says is all that counts: a finding that was not understood must not be lost without a word.
    return printed(record) == json ? Result<VerificationRecord>(std::move(record)) : corrupt(path);
}

} // namespace

std::filesystem::path verificationRecordPath(const std::filesystem::path& workspace) {
    return std::filesystem::path(workspace).concat(".verified");
}

Result<std::optional<VerificationRecord>> readVerificationRecord(const std::filesystem::path& workspace) {
    const auto path = verificationRecordPath(workspace);
    const auto text = readRecordFile(path);
    if (!text)
        return tl::unexpected(text.error());
    if (!*text)
        return std::nullopt;
    auto record = parsed(**text, path);
    if (!record)
        return tl::unexpected(record.error());
    return std::move(*record);
}

Result<void> writeVerificationRecord(const std::filesystem::path& workspace, const VerificationRecord& record) {
    return writeRecordFile(verificationRecordPath(workspace), printed(record));
}

} // namespace muniment

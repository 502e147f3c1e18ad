#include "models/integrity/verification_record.h"

#include "models/base/hex.h"
#include "models/integrity/json_text.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace muniment {

namespace {

constexpr const char* kFormatName = "muniment verification";
constexpr int kVersion = 1;
constexpr qint64 kMostBytes = 4 * 1024 * 1024;

constexpr TrailChange kChanges[]{TrailChange::Edited,    TrailChange::Deleted, TrailChange::Inserted,
                                 TrailChange::Reordered, TrailChange::Cut,     TrailChange::Rewritten};
constexpr TrailWitness kWitnesses[]{TrailWitness::Tree, TrailWitness::Checkpoint, TrailWitness::Server};

std::string text(std::string_view name, std::string_view value) {
    return quotedJson(name) + ":" + quotedJson(value);
}

/// As a text, whatever its size: other programs take numbers for doubles.
template <class Number>
std::string number(std::string_view name, Number value) {
    return text(name, std::to_string(value));
}

std::string optionalTime(std::string_view name, const std::optional<Instant>& at) {
    return text(name, at ? formatInstant(*at) : std::string());
}

std::string optionalNumber(std::string_view name, const std::optional<EventNumber>& n) {
    return text(name, n ? std::to_string(n->value) : std::string());
}

std::string printed(const VerifiedRegion& region) {
    std::string out = "{" + text("region", region.region.text());
    if (region.cursor)
        out += "," + number("major", region.cursor->position.major) + "," +
               number("minor", region.cursor->position.minor) + "," + number("inTxOrder", region.cursor->inTxOrder);
    return out + "," + number("heads", region.head.size) + "," + text("root", toHex(bytesOf(region.head.root))) + "}";
}

std::string printed(const TrailFinding& finding) {
    return "{" + text("kind", trailChangeName(finding.change)) + "," +
           text("against", trailWitnessName(finding.against)) + "," + text("region", finding.region.text()) + "," +
           text("tenant", finding.tenant.text()) + "," + number("epoch", finding.epoch) + "," +
           number("leaf", finding.leaf) + "," + optionalNumber("event", finding.event) + "," +
           text("eventId", finding.eventId ? finding.eventId->text() : std::string()) + "," +
           optionalNumber("before", finding.before) + "," + optionalNumber("after", finding.after) + "," +
           text("expected", finding.expected) + "," + text("found", finding.found) + "," +
           text("detail", finding.detail) + "}";
}

std::string printed(const VerificationRecord& record) {
    const Verification& verification = record.verification;
    std::string out = "{\n";
    const auto member = [&](const std::string& line) { out += (out.size() > 2 ? ",\n  " : "  ") + line; };
    member(text("format", kFormatName));
    member(number("version", kVersion));
    member(text("at", formatInstant(record.at)));
    member(text("by", record.by));
    member(text("tool", record.tool));
    member(quotedJson("regions") + ":" + jsonList(record.regions, [](const auto& region) { return printed(region); }));
    member(number("events", verification.events));
    member(number("withheld", verification.withheld));
    member(number("trees", verification.trees));
    member(number("checkpoints", verification.checkpoints));
    member(number("uncheckable", verification.uncheckable));
    member(number("sealed", verification.sealed));
    member(optionalTime("sealedAt", verification.sealedAt));
    member(optionalTime("keptSince", verification.keptSince));
    member(number("unknownSigners", record.unknown));
    member(quotedJson("forged") + ":" +
           jsonList(record.forged, [](std::uint64_t entry) { return quotedJson(std::to_string(entry)); }));
    member(quotedJson("findings") + ":" +
           jsonList(verification.findings, [](const TrailFinding& finding) { return printed(finding); }));
    return out + "\n}\n";
}

std::optional<Instant> timeOf(const std::string& text) {
    const auto at = parseInstant(text);
    return at ? std::optional(*at) : std::nullopt;
}

std::optional<EventNumber> eventOf(const JsonMembers& members, const char* key) {
    return members.value(key).empty() ? std::nullopt : std::optional(EventNumber{members.number<std::int64_t>(key)});
}

VerifiedRegion regionOf(const JsonMembers& members) {
    VerifiedRegion region{RegionName(members.value("region")), {}, {members.number<std::uint64_t>("heads")}};
    if (!members.value("major").empty())
        region.cursor = LogKey{{members.number<std::int64_t>("major"), members.number<std::int32_t>("minor")},
                               members.number<std::int64_t>("inTxOrder")};
    if (const auto root = fromHex(members.value("root")); root && root->size() == region.head.root.size())
        std::ranges::copy(*root, region.head.root.begin());
    return region;
}

/// Absent: of a kind that there is not.
std::optional<TrailFinding> findingOf(const JsonMembers& members) {
    const auto change = std::ranges::find(kChanges, members.value("kind"), &trailChangeName);
    const auto against = std::ranges::find(kWitnesses, members.value("against"), &trailWitnessName);
    if (change == std::end(kChanges) || against == std::end(kWitnesses))
        return std::nullopt;
    TrailFinding finding;
    finding.change = *change;
    finding.against = *against;
    finding.region = RegionName(members.value("region"));
    finding.tenant = TenantId(members.value("tenant"));
    finding.epoch = members.number<std::int32_t>("epoch");
    finding.leaf = members.number<std::uint64_t>("leaf");
    finding.event = eventOf(members, "event");
    if (const auto id = parseUuid(members.value("eventId")))
        finding.eventId = *id;
    finding.before = eventOf(members, "before");
    finding.after = eventOf(members, "after");
    finding.expected = members.value("expected");
    finding.found = members.value("found");
    finding.detail = members.value("detail");
    return finding;
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
    const auto at = timeOf(members.value("at"));
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
    verification.sealedAt = timeOf(members.value("sealedAt"));
    verification.keptSince = timeOf(members.value("keptSince"));
    record.unknown = members.number<std::uint64_t>("unknownSigners");
    members.each("forged", [&](const std::string& entry) {
        std::from_chars(entry.data(), entry.data() + entry.size(), record.forged.emplace_back());
    });
    members.each("findings", [&](const std::string& finding) {
        if (auto read = findingOf(JsonMembers(finding)))
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
    QFile file(QString::fromStdString(path.string()));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    auto record = parsed(file.read(kMostBytes).toStdString(), path);
    if (!record)
        return tl::unexpected(record.error());
    return std::move(*record);
}

Result<void> writeVerificationRecord(const std::filesystem::path& workspace, const VerificationRecord& record) {
    const auto path = verificationRecordPath(workspace);
    const QByteArray bytes = QByteArray::fromStdString(printed(record));
    QSaveFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    return {};
}

} // namespace muniment

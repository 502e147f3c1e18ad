// workspace policy: what of the servers' data this file may hold, how that changed, and what was taken out.
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/directory/organizations.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/items/policy_words.h"
#include "models/replica/held_tenants.h"
#include "models/replica/policy_notes.h"
#include "models/workspace/policy_run.h"

#include <algorithm>

namespace muniment::cli {

namespace {

tl::unexpected<Error> unusable(const std::string& option, const std::string& why) {
    return failure(ErrorCode::InvalidInput, why, {{"field", option}});
}

/// A region of the workspace, an organization that the file knows, or a whole id of one it does not know yet.
Result<void> allow(const std::string& word, Snapshot& snapshot, ReplicaPolicy& policy) {
    const auto regions = snapshot.regions();
    if (!regions)
        return tl::unexpected(regions.error());
    if (std::ranges::find(*regions, RegionName(word), &RegionRecord::region) != regions->end()) {
        policy.regions.insert(RegionName(word));
        return {};
    }
    const auto org = findOrganization(snapshot, word);
    if (org)
        policy.tenants.insert(org->id);
    else if (org.error().code == ErrorCode::NotFound && parseUuid(word))
        policy.tenants.insert(TenantId(word));
    else
        return tl::unexpected(org.error());
    return {};
}

/// Absent: nothing was said of the policy.
Result<std::optional<ReplicaPolicy>> wantedPolicy(const Invocation& invocation, Snapshot& snapshot) {
    const auto allowed = invocation.texts("--allow");
    const auto rest = invocation.text("--pseudonyms");
    auto present = replicaPolicy(snapshot);
    if (!present)
        return tl::unexpected(present.error());
    if (allowed.empty() && !rest)
        return std::nullopt;
    if (rest && *rest != "rest" && *rest != "none")
        return unusable("--pseudonyms", "it is 'rest' or 'none'");
    ReplicaPolicy policy = *present;
    if (!allowed.empty()) {
        const bool isEverything = std::ranges::find(allowed, "everything") != allowed.end();
        if (isEverything && (allowed.size() > 1 || rest))
            return unusable("--allow", "'everything' stands alone");
        policy = {!isEverything, {}, {}, present->isLimited && present->keepsPseudonyms};
        for (const std::string& word : isEverything ? std::vector<std::string>() : allowed)
            if (auto known = allow(word, snapshot, policy); !known)
                return tl::unexpected(known.error());
    }
    if (rest && !policy.isLimited)
        return unusable("--pseudonyms", "everything is allowed: say with --allow what is not the rest");
    if (rest)
        policy.keepsPseudonyms = *rest == "rest";
    if (!policy.isLimited)
        policy = {};
    return policy;
}

JsonObject purgedJson(const Purged& purged) {
    return JsonObject()
        .text("tenant", purged.tenant.text())
        .text("home", purged.home.text())
        .text("was", dataFormName(purged.was))
        .text("is", dataFormName(purged.is))
        .integer("events", purged.events);
}

std::vector<JsonObject> purgedJson(const std::vector<Purged>& purged) {
    std::vector<JsonObject> json;
    for (const Purged& each : purged)
        json.push_back(purgedJson(each));
    return json;
}

template <class Id>
std::vector<std::string> textsOf(const std::set<Id>& ids) {
    std::vector<std::string> texts;
    for (const Id& id : ids)
        texts.push_back(id.text());
    return texts;
}

JsonObject noteJson(const PolicyNote& note) {
    return JsonObject()
        .instant("at", note.at)
        .text("author", note.author)
        .text("reason", note.reason)
        .boolean("limited", note.policy.isLimited)
        .texts("regions", textsOf(note.policy.regions))
        .texts("tenants", textsOf(note.policy.tenants))
        .boolean("pseudonyms", note.policy.keepsPseudonyms)
        .integer("annotations", note.annotations)
        .objects("purged", purgedJson(note.purged));
}

void printPurged(const std::vector<Purged>& purged, Output& output) {
    Table table({{"ORGANIZATION"}, {"LIVED IN"}, {"WAS"}, {"IS"}, {"EVENTS", true}});
    for (const Purged& each : purged)
        table.add({each.tenant.text(), each.home.text(), std::string(dataFormName(each.was)),
                   std::string(dataFormName(each.is)), std::to_string(each.events)});
    for (const auto& line : table.lines())
        output.line(line);
}

void printNote(const PolicyNote& note, Output& output) {
    output.line(formatInstant(note.at) + "  " + (note.author.empty() ? "" : escaped(note.author) + ": ") +
                withoutIsolates(policyNoteText(note)).toStdString());
    if (!note.purged.empty())
        printPurged(note.purged, output);
}

Result<Exit> show(const Invocation& invocation, Output& output) {
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto policy = replicaPolicy(*file->snapshot);
    if (!policy)
        return tl::unexpected(policy.error());
    const auto notes = policyNotes(*file->snapshot);
    if (!notes)
        return tl::unexpected(notes.error());
    const auto held = heldTenants(*file->snapshot);
    if (!held)
        return tl::unexpected(held.error());
    const auto onDisk = dataOnDisk(*policy, *held);
    if (output.wantsJson()) {
        std::vector<JsonObject> regions, told;
        for (const RegionOnDisk& region : onDisk)
            regions.push_back(JsonObject()
                                  .text("region", region.region.text())
                                  .text("form", dataFormName(region.form))
                                  .integer("tenants", region.tenants)
                                  .integer("events", region.events));
        for (const PolicyNote& note : *notes)
            told.push_back(noteJson(note));
        output.object(JsonObject()
                          .boolean("limited", policy->isLimited)
                          .texts("regions", textsOf(policy->regions))
                          .texts("tenants", textsOf(policy->tenants))
                          .boolean("pseudonyms", policy->keepsPseudonyms)
                          .objects("onDisk", regions)
                          .objects("notes", told));
        return Exit::Done;
    }
    output.line(withoutIsolates(policyText(*policy, {})).toStdString());
    output.line("");
    Table table({{"ON THIS DISK"}, {"AS"}, {"ORGANIZATIONS", true}, {"EVENTS", true}});
    for (const RegionOnDisk& region : onDisk)
        table.add({region.region.text(), std::string(dataFormName(region.form)), std::to_string(region.tenants),
                   std::to_string(region.events)});
    for (const auto& line : table.lines())
        output.line(line);
    if (!notes->empty())
        output.line("");
    for (const PolicyNote& note : *notes)
        printNote(note, output);
    return Exit::Done;
}

std::string progressText(const PolicyProgress& progress) {
    return std::string(progress.step == PolicyProgress::Step::Sifting ? "writing the file anew: " : "fetching: ") +
           formatCount(progress.done).toStdString() + " of about " + formatCount(progress.total).toStdString() +
           " events";
}

Result<Exit> preview(const Invocation& invocation, const ReplicaPolicy& policy, Output& output) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto outlook = previewPolicy(*file->snapshot, policy);
    if (!outlook)
        return tl::unexpected(outlook.error());
    std::vector<std::string> refetched;
    for (const RegionName& region : outlook->refetched)
        refetched.push_back(region.text());
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .boolean("dryRun", true)
                          .objects("purged", purgedJson(outlook->purged))
                          .texts("refetched", refetched)
                          .integer("annotations", outlook->annotations));
        return Exit::Done;
    }
    printPurged(outlook->purged, output);
    for (const std::string& region : refetched)
        output.line(escaped(region) + " would be read from its beginning");
    if (outlook->annotations > 0)
        output.line(std::to_string(outlook->annotations) + " notes on events would go with them");
    return Exit::Done;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    std::optional<ReplicaPolicy> wanted;
    {
        const auto file = openToRead(invocation.file());
        if (!file)
            return tl::unexpected(file.error());
        const auto policy = wantedPolicy(invocation, *file->snapshot);
        if (!policy)
            return tl::unexpected(policy.error());
        wanted = *policy;
    }
    if (!wanted)
        return show(invocation, output);
    if (invocation.has("--dry-run"))
        return preview(invocation, *wanted, output);
    const Interrupt interrupt;
    const Passwords passwords;
    SyncOptions options;
    options.secrets = passwords.source();
    options.patience = std::chrono::seconds(10);
    const auto note = changePolicy(
        invocation.file(), {*wanted, {}, invocation.text("--reason").value_or(std::string())}, options,
        [&](const PolicyProgress& progress) { output.progress(progressText(progress)); }, interrupt.token());
    if (!note)
        return tl::unexpected(note.error());
    if (output.wantsJson())
        output.object(noteJson(*note));
    else
        printNote(*note, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(
    policy, {.name = "workspace policy",
             .summary = "Shows what this file may hold and what was taken out of it, or changes that: what may not be "
                        "held any more goes at once, what may be held from now on is fetched",
             .positionals = {filePositional()},
             .options = {{"--allow", "REGION|TENANT",
                          "may be held whole: all regions and organizations that are named, and nothing else; "
                          "'everything' takes the limit away",
                          Option::Kind::Texts},
                         {"--pseudonyms", "rest|none",
                          "of everybody else, keep what tells of no person, or nothing (as it is at first)"},
                         {"--reason", "TEXT", "noted with the change"},
                         {"--dry-run", "", "only shows what would go and what would be fetched", Option::Kind::Flag}},
             .example = "muniment workspace policy acme.muniment --allow eu-central-1 --reason 'Contract 12'",
             .run = run,
             .opensWindow = {}});

} // namespace

} // namespace muniment::cli

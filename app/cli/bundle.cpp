// bundle info, export --format bundle: evidence for somebody who has neither the servers nor this program.
#include "app/cli/bundle.h"

#include "app/cli/access_proof.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "app/cli/timeline_question.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/directory/organizations.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_format.h"
#include "models/integrity/bundle_writer.h"
#include "models/integrity/bundle_zip_reader.h"
#include "models/items/filter_words.h"
#include "models/items/formats.h"
#include "models/items/plain_text.h"
#include "models/timeline/run_matches.h"

#include <QCoreApplication>
#include <QFile>

#include <map>

namespace muniment::cli {

namespace {

std::vector<EventNumber> numbersOf(const AskedTimeline& asked, Result<std::vector<RunRecord>> runs) {
    std::vector<EventNumber> numbers;
    if (!runs)
        return numbers;
    for (const RunRecord& run : *runs) {
        if (asked.matches->isEverything) {
            const auto last = asked.matches->bounds.lastOrdinal.find(run.run);
            for (std::int64_t i = 1; last != asked.matches->bounds.lastOrdinal.end() && i <= last->second; ++i)
                numbers.push_back(EventNumber::of(run.run, i));
            continue;
        }
        if (const auto found = asked.matches->ordinals.find(run.run); found != asked.matches->ordinals.end())
            for (const std::uint32_t ordinal : found->second)
                numbers.push_back(EventNumber::of(run.run, ordinal));
    }
    return numbers;
}

/// Names of organizations as they are now, looked up once.
class OrganizationNames {
public:
    explicit OrganizationNames(Snapshot& snapshot) : m_snapshot(snapshot) {}

    [[nodiscard]] std::string of(const TenantId& tenant) {
        const auto known = m_names.find(tenant);
        if (known != m_names.end())
            return known->second;
        const auto org = findOrganization(m_snapshot, tenant.text());
        return m_names.emplace(tenant, org ? org->name : std::string()).first->second;
    }

private:
    Snapshot& m_snapshot;
    std::map<TenantId, std::string> m_names;
};

/// The keys that a bundle brings along; none where it cannot be read.
std::vector<VerifierKey> keysIn(const std::filesystem::path& file) {
    std::vector<VerifierKey> keys;
    auto stream = BundleEntryStream::open(file, bundle::kKeys);
    while (stream) {
        const auto line = stream->line("keys");
        if (!line || !*line)
            break;
        if (auto key = parseVerifierKey(**line))
            keys.push_back(std::move(*key));
    }
    return keys;
}

const char* proofWord(BundleProof proof) {
    switch (proof) {
    case BundleProof::Kept:
        return "kept";
    case BundleProof::Now:
        return "now";
    case BundleProof::State:
        return "state";
    }
    return "unknown";
}

void tell(const BundleInfo& info, const std::optional<AccessVerdict>& verdict, Output& output) {
    const BundleManifest& manifest = info.manifest;
    if (output.wantsJson()) {
        std::vector<JsonObject> trees;
        for (const CheckedTree& tree : info.trees)
            trees.push_back(JsonObject()
                                .text("origin", originOf(tree.tree))
                                .integer("size", static_cast<std::int64_t>(tree.tree.head.size))
                                .text("proof", proofWord(tree.tree.proof)));
        JsonObject json;
        json.text("id", manifest.id)
            .text("tool", manifest.tool)
            .instant("madeAt", manifest.madeAt)
            .text("madeBy", manifest.madeBy)
            .text("signer", info.maker.name)
            .text("workspace", manifest.workspace)
            .text("filter", manifest.filterText)
            .integer("events", static_cast<std::int64_t>(manifest.events))
            .integer("withheld", static_cast<std::int64_t>(manifest.withheld))
            .integer("sealedNow", static_cast<std::int64_t>(manifest.sealedNow))
            .objects("trees", trees);
        if (verdict)
            json.raw("access", verdictJson(*verdict).build());
        output.object(json);
        return;
    }
    output.line(formatCount(static_cast<std::int64_t>(manifest.events)).toStdString() + " events of " +
                escaped(manifest.workspace) + ", made at " + formatInstant(manifest.madeAt) + " by " +
                escaped(manifest.madeBy) + ", signed by " + escaped(info.maker.name));
    if (verdict)
        tellVerdict(*verdict, output);
    else
        output.line(escaped(manifest.filterWords));
    for (const CheckedTree& tree : info.trees)
        output.line(escaped(originOf(tree.tree) + "  " + std::to_string(tree.tree.head.size) + " leaves") +
                    (tree.tree.proof == BundleProof::Now ? "  sealed only when the bundle was made" : ""));
}

Result<Exit> info(const Invocation& invocation, Output& output) {
    return checkBundleFile(invocation, invocation.text("PATH").value_or(std::string()), output);
}

MUNIMENT_COMMAND(bundle, {.name = "bundle info",
                          .summary = "Checks an evidence bundle, all of it, and says what it holds; exit 1 when it is "
                                     "not to be believed",
                          .positionals = {{"PATH", "the bundle"}},
                          .options = {trustOption()},
                          .example = "muniment bundle info evidence.zip",
                          .run = info,
                          .opensWindow = {}});

} // namespace

Option trustOption() {
    return {"--trust", "VKEY", "only this witness, as its owner told you its key by another way", Option::Kind::Texts};
}

bool isBundle(const std::filesystem::path& file) {
    QFile opened(QString::fromStdString(file.string()));
    return opened.open(QIODevice::ReadOnly) && opened.read(2) == "PK";
}

Result<Exit> checkBundleFile(const Invocation& invocation, const std::filesystem::path& file, Output& output) {
    const Interrupt interrupt;
    std::vector<VerifierKey> keys;
    for (const std::string& text : invocation.texts("--trust")) {
        const auto key = parseVerifierKey(text);
        if (!key)
            return tl::unexpected(key.error().with("field", "--trust"));
        keys.push_back(*key);
    }
    const bool isTrusting = !keys.empty();
    if (!isTrusting)
        keys = keysIn(file);
    const auto info = checkBundle(file, keys, interrupt.token(), [&](double done) {
        output.progress("checking: " + std::to_string(static_cast<int>(done * 100)) + " %");
    });
    if (!info)
        return tl::unexpected(info.error());
    std::optional<AccessVerdict> verdict;
    if (info->access) {
        auto checked = checkAccessProof(file, *info, interrupt.token(), {});
        if (!checked)
            return tl::unexpected(checked.error());
        verdict = std::move(*checked);
    }
    tell(*info, verdict, output);
    if (!isTrusting)
        for (const VerifierKey& key : keys)
            output.message("It is signed with a key that it brings along itself. Compare " +
                           escaped(printVerifierKey(key)) + " with what its owner tells you, or give it as --trust.");
    if (info->manifest.sealedNow > 0)
        output.message("Some of it was sealed only when the bundle was made: that shows no alteration since then.");
    return Exit::Done;
}

BundleRequest bundleRequest(const Invocation& invocation, Snapshot& snapshot, const Keeping& keeping) {
    BundleRequest request;
    request.tool = "Muniment " + QCoreApplication::applicationVersion().toStdString();
    request.madeAt = systemClock().now();
    request.madeBy = snapshot.operatorName().value_or(std::string());
    request.workspace = invocation.file().filename().string();
    request.kept = &keeping.kept;
    request.keys = keeping.keys.all;
    const auto names = std::make_shared<OrganizationNames>(snapshot);
    request.organizationName = [names](const TenantId& tenant) { return names->of(tenant); };
    return request;
}

Result<Exit> exportBundle(const Invocation& invocation, Output& output) {
    const auto key = workstationKey(keyPlace(invocation));
    if (!key)
        return tl::unexpected(key.error());
    auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    return askTimeline(invocation, [&](const AskedTimeline& asked) -> Result<Exit> {
        BundleRequest request = bundleRequest(invocation, asked.snapshot, *keeping);
        request.events = numbersOf(asked, asked.snapshot.runs());
        request.filterWords =
            withoutIsolates(filterWords(asked.question.filter, request.madeAt, ClockZone())).toStdString();
        request.filterText = printFilter(asked.question.filter);
        const std::filesystem::path target = *invocation.text("--out");
        return writeBundle(asked.snapshot, request, *key, target, asked.stop,
                           [&](double done) {
                               output.progress("writing: " + std::to_string(static_cast<int>(done * 100)) + " %");
                           })
            .map([&](const BundleManifest& manifest) {
                const auto events = static_cast<std::int64_t>(manifest.events);
                if (output.wantsJson())
                    output.object(JsonObject()
                                      .text("file", target.string())
                                      .integer("events", events)
                                      .text("signer", printVerifierKey(key->verifierKey())));
                else
                    output.message(formatCount(events).toStdString() + " events are in " + target.string() +
                                   ", signed as " + printVerifierKey(key->verifierKey()) +
                                   ". Tell this key to whoever gets the bundle, by another way.");
                return Exit::Done;
            });
    });
}

} // namespace muniment::cli

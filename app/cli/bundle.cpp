// bundle info: what a bundle is, and whether it is to be believed.
#include "app/cli/bundle.h"

#include "app/cli/access_proof.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_trust.h"
#include "models/items/formats.h"

namespace muniment::cli {

namespace {

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
        JsonObject answer;
        if (info.courier)
            answer.integer("courier", static_cast<std::int64_t>(info.courier->number));
        answer.text("id", manifest.id)
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
            answer.raw("access", verdictJson(*verdict).build());
        output.object(answer);
        return;
    }
    output.line(formatCount(static_cast<std::int64_t>(manifest.events)).toStdString() + " events of " +
                escaped(manifest.workspace) + ", made at " + formatInstant(manifest.madeAt) + " by " +
                escaped(manifest.madeBy) + ", signed by " + escaped(info.maker.name));
    if (verdict)
        tellVerdict(*verdict, output);
    else
        output.line(info.courier ? "courier bundle " + std::to_string(info.courier->number)
                                 : escaped(manifest.filterWords));
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

Result<std::vector<VerifierKey>> trustedKeys(const Invocation& invocation) {
    std::vector<VerifierKey> keys;
    for (const std::string& text : invocation.texts("--trust")) {
        auto key = parseVerifierKey(text);
        if (!key)
            return tl::unexpected(key.error().with("field", "--trust"));
        keys.push_back(std::move(*key));
    }
    return keys;
}

Result<Exit> checkBundleFile(const Invocation& invocation, const std::filesystem::path& file, Output& output) {
    const Interrupt interrupt;
    const auto trusted = trustedKeys(invocation);
    if (!trusted)
        return tl::unexpected(trusted.error());
    const BundleTrust trust = trustIn(file, *trusted, {});
    const auto info = checkBundle(file, trust.keys, interrupt.token(), [&](double done) {
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
    if (trust.standing == KeyStanding::BroughtAlong)
        for (const VerifierKey& key : trust.keys)
            output.message("It is signed with a key that it brings along itself. Compare " +
                           escaped(printVerifierKey(key)) + " with what its owner tells you, or give it as --trust.");
    if (info->manifest.sealedNow > 0)
        output.message("Some of it was sealed only when the bundle was made: that shows no alteration since then.");
    return Exit::Done;
}

} // namespace muniment::cli

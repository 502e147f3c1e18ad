// export --format bundle: evidence for somebody who has neither the servers nor this program, and what a courier
// carries to a site without a network.
#include "app/cli/bundle.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "app/cli/timeline_question.h"
#include "app/cli/workspace_file.h"
#include "models/base/clock.h"
#include "models/items/evidence_export.h"
#include "models/items/formats.h"

namespace muniment::cli {

namespace {

EvidenceOrder orderOf(const Invocation& invocation) {
    return {invocation.file(), *invocation.text("--out"), systemClock().now()};
}

BundleProgress progressOn(Output& output) {
    return
        [&output](double done) { output.progress("writing: " + std::to_string(static_cast<int>(done * 100)) + " %"); };
}

JsonObject jsonOf(const EvidenceOrder& order, const BundleManifest& manifest, const SigningKey& key) {
    return JsonObject()
        .text("file", order.target.string())
        .integer("events", static_cast<std::int64_t>(manifest.events))
        .text("signer", printVerifierKey(key.verifierKey()));
}

std::string countedEvents(const BundleManifest& manifest) {
    return formatCount(static_cast<std::int64_t>(manifest.events)).toStdString() +
           (manifest.events == 1 ? " event is" : " events are");
}

Result<Exit> exportChosen(const Invocation& invocation, const SigningKey& key, Output& output) {
    const EvidenceOrder order = orderOf(invocation);
    return askTimeline(invocation, [&](const AskedTimeline& asked) -> Result<Exit> {
        return exportEvidence(asked.snapshot, asked.question, *asked.matches, order, key, asked.stop,
                              progressOn(output))
            .map([&](const BundleManifest& manifest) {
                if (output.wantsJson())
                    output.object(jsonOf(order, manifest, key));
                else
                    output.message(countedEvents(manifest) + " in " + escaped(order.target.string()) + ", signed as " +
                                   printVerifierKey(key.verifierKey()) +
                                   ". Tell this key to whoever gets the bundle, by another way.");
                return Exit::Done;
            });
    });
}

Result<Exit> exportNext(const Invocation& invocation, const SigningKey& key, Output& output) {
    auto trusted = trustedKeys(invocation);
    if (!trusted)
        return tl::unexpected(trusted.error());
    CourierOrder courier{orderOf(invocation), {}, std::move(*trusted)};
    if (const auto after = invocation.text("--after"))
        courier.after = *after;
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const Interrupt interrupt;
    const auto guard = file->snapshot->interruptOn(interrupt.token());
    const auto written = exportCourier(*file->snapshot, courier, key, interrupt.token(), progressOn(output));
    if (!written)
        return tl::unexpected(written.error());
    if (output.wantsJson())
        output.object(jsonOf(courier.order, written->manifest, key)
                          .integer("courier", static_cast<std::int64_t>(written->number)));
    else
        output.message(countedEvents(written->manifest) + " in " + escaped(courier.order.target.string()) +
                       ", courier bundle " + std::to_string(written->number) + ", signed as " +
                       printVerifierKey(key.verifierKey()) +
                       ". Keep the bundle: the next one goes on from it. Tell the key to the site by another way.");
    return Exit::Done;
}

/// What the command line says beside --courier that does not go with it.
std::optional<std::string> misplaced(const Invocation& invocation) {
    if (!invocation.has("--courier"))
        return invocation.has("--after") ? std::optional<std::string>("--after") : std::nullopt;
    for (const char* narrowing : {"FILTER", "--as-of", "--region", "--tenant", "--type"})
        if (invocation.has(narrowing))
            return narrowing;
    return std::nullopt;
}

} // namespace

std::vector<Option> courierOptions() {
    return {{"--courier", "", "bundle: everything since the bundle before, for a file at a site without a network",
             Option::Kind::Flag},
            {"--after", "PATH", "courier: the bundle that was carried there last; without it this is the first"}};
}

Result<Exit> exportBundle(const Invocation& invocation, Output& output) {
    if (const auto name = misplaced(invocation))
        return failure(ErrorCode::InvalidInput,
                       invocation.has("--courier") ? "a courier carries everything since the bundle before"
                                                   : "it goes with --courier",
                       {{"field", *name}});
    const auto key = workstationKey(keyPlace(invocation));
    if (!key)
        return tl::unexpected(key.error());
    return invocation.has("--courier") ? exportNext(invocation, *key, output) : exportChosen(invocation, *key, output);
}

} // namespace muniment::cli

// bundle import: what a courier has brought, into the file of a site without a network.
#include "app/cli/bundle.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/courier_import.h"
#include "models/items/formats.h"

namespace muniment::cli {

namespace {

/// So that the person has something to compare with what the maker tells.
void tellKeys(const std::filesystem::path& bundle, Output& output) {
    for (const VerifierKey& key : bundleKeys(bundle))
        output.message("The bundle brings along the key " + escaped(printVerifierKey(key)) + ".");
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const std::filesystem::path bundle = *invocation.text("PATH");
    const auto trusted = trustedKeys(invocation);
    if (!trusted)
        return tl::unexpected(trusted.error());
    const Interrupt interrupt;
    const auto imported = importCourier(bundle, invocation.file(), *trusted, interrupt.token(), [&](double done) {
        output.progress("importing: " + std::to_string(static_cast<int>(done * 100)) + " %");
    });
    if (!imported) {
        if (imported.error().get("why") == "unknownKey")
            tellKeys(bundle, output);
        return tl::unexpected(imported.error());
    }
    if (output.wantsJson())
        output.object(JsonObject()
                          .text("file", invocation.file().string())
                          .integer("courier", static_cast<std::int64_t>(imported->number))
                          .integer("events", imported->events)
                          .text("signer", imported->maker.name));
    else
        output.message("Courier bundle " + std::to_string(imported->number) + ": " +
                       formatCount(imported->events).toStdString() + (imported->events == 1 ? " event" : " events") +
                       ", signed by " + escaped(imported->maker.name) + ", came into " +
                       escaped(invocation.file().string()) + ".");
    return Exit::Done;
}

Positional target() {
    auto positional = filePositional();
    positional.help = "the file that couriers fill; made when it is missing";
    return positional;
}

MUNIMENT_COMMAND(import,
                 {.name = "bundle import",
                  .summary = "Takes a courier bundle into a file that has no network; exit 1, and nothing "
                             "written, when it does not go on where the file ends",
                  .positionals = {{"PATH", "the bundle, as 'export --format bundle --courier' made it"}, target()},
                  .options = {{"--trust", "VKEY",
                               "believe this maker from now on; compare the key with what the maker tells you",
                               Option::Kind::Texts}},
                  .example = "muniment bundle import courier-2.zip site.muniment",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli

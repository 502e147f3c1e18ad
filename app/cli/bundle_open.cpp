// bundle open: an evidence bundle in a window.
#include "app/cli/bundle.h"
#include "models/integrity/bundle_check.h"
#include "models/integrity/bundle_zip_reader.h"
#include "ui/run_window.h"

namespace muniment::cli {

namespace {

Result<Exit> run(const Invocation& invocation, Output&) {
    const std::filesystem::path bundle = *invocation.text("PATH");
    const auto trusted = trustedKeys(invocation);
    if (!trusted)
        return tl::unexpected(trusted.error());
    // A window that only says what could be said without one is none.
    if (const auto zip = BundleZipReader::open(bundle); !zip)
        return tl::unexpected(zip.error());
    if (!isBundle(bundle))
        return refusedBundle("notZip", "it is no zip file");
    return runWindowOnBundle(bundle, *trusted) == 0 ? Exit::Done : Exit::Failed;
}

MUNIMENT_COMMAND(open, {.name = "bundle open",
                        .summary = "Checks an evidence bundle, all of it, and opens it in a window, for reading only",
                        .positionals = {{"PATH", "the bundle"}},
                        .options = {trustOption()},
                        .example = "muniment bundle open evidence.zip",
                        .run = run,
                        .opensWindow = [](const Invocation&) { return true; }});

} // namespace

} // namespace muniment::cli

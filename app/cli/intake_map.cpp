// intake map: the workspace's mappings from records to commands, kept, shown and tried.
#include "app/cli/intake.h"
#include "app/cli/interrupt.h"
#include "app/cli/text.h"
#include "models/base/canonical_json.h"
#include "models/workspace/intake_settings.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultTried = 20;

Result<std::string> readAll(const std::string& path) {
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(ErrorCode::FileMissing, {}, {{"file", path}});
    return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<std::vector<IntakeMapping>> keptMappings(const Invocation& invocation) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    return intakeMappingsOf(*file->snapshot);
}

using Change = std::function<Result<void>(std::vector<IntakeMapping>&)>;

Result<void> changeMappings(const Invocation& invocation, const Change& change) {
    const auto replica = Replica::open(invocation.file(), ReplicaAccess::ReadWrite);
    if (!replica)
        return tl::unexpected(replica.error());
    const auto snapshot = (*replica)->snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    auto mappings = intakeMappingsOf(**snapshot);
    if (!mappings)
        return tl::unexpected(mappings.error());
    return change(*mappings).and_then([&] { return setIntakeMappings(*(*replica)->writer(), *mappings); });
}

Result<Exit> listMappings(const Invocation& invocation, Output& output) {
    const auto mappings = keptMappings(invocation);
    if (!mappings)
        return tl::unexpected(mappings.error());
    if (output.wantsJson()) {
        for (const IntakeMapping& mapping : *mappings)
            output.line(printMapping(mapping));
        return Exit::Done;
    }
    Table table({{"NAME"}, {"COMMAND"}, {"FIELDS", true}, {"DEFAULTS", true}});
    for (const IntakeMapping& mapping : *mappings)
        table.add({mapping.name, mapping.command, std::to_string(mapping.fields.size()),
                   std::to_string(mapping.defaults.size())});
    for (const auto& line : table.lines())
        output.line(line);
    return Exit::Done;
}

Result<Exit> showMapping(const Invocation& invocation, const std::string& name, Output& output) {
    const auto mapping = keptMappings(invocation).and_then([&](const std::vector<IntakeMapping>& mappings) {
        return mappingNamed(mappings, name);
    });
    if (!mapping)
        return tl::unexpected(mapping.error());
    if (output.wantsJson()) {
        output.line(printMapping(*mapping));
        return Exit::Done;
    }
    std::istringstream lines(prettyJson(printMapping(*mapping)));
    for (std::string line; std::getline(lines, line);)
        output.line(escaped(line));
    return Exit::Done;
}

Result<Exit> addMappings(const Invocation& invocation, Output& output) {
    const auto text = readAll(*invocation.text("--from"));
    if (!text)
        return tl::unexpected(text.error());
    auto added = parseMappings(*text);
    if (!added)
        return tl::unexpected(added.error());
    if (const auto name = invocation.text("NAME")) {
        if (added->size() != 1)
            return failure(ErrorCode::InvalidInput, "only one mapping can be given a name", {{"field", "NAME"}});
        added->front().name = *name;
    }
    const auto changed = changeMappings(invocation, [&](std::vector<IntakeMapping>& mappings) -> Result<void> {
        for (const IntakeMapping& mapping : *added) {
            std::erase_if(mappings, [&](const IntakeMapping& old) { return old.name == mapping.name; });
            mappings.push_back(mapping);
        }
        return {};
    });
    if (!changed)
        return tl::unexpected(changed.error());
    for (const IntakeMapping& mapping : *added)
        output.line(output.wantsJson() ? printMapping(mapping) : escaped(mapping.name));
    return Exit::Done;
}

Result<Exit> removeMapping(const Invocation& invocation, const std::string& name, Output& output) {
    const auto changed = changeMappings(invocation, [&](std::vector<IntakeMapping>& mappings) -> Result<void> {
        const auto named = mappingNamed(mappings, name);
        if (!named)
            return tl::unexpected(named.error());
        std::erase(mappings, *named);
        return {};
    });
    if (!changed)
        return tl::unexpected(changed.error());
    if (output.wantsJson())
        output.object(JsonObject().text("name", name).boolean("removed", true));
    return Exit::Done;
}

/// What the mapping would make of new records, region by region; nothing is kept or written.
Result<Exit> tryMapping(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    Result<IntakeMapping> tried = failure(ErrorCode::InvalidInput, "which mapping?", {{"field", "NAME"}});
    if (const auto path = invocation.text("--from"))
        tried = readAll(*path).and_then([](const std::string& text) { return parseMapping(text); });
    else if (const auto name = invocation.text("NAME"))
        tried = intakeMappingsOf(*file->snapshot).and_then([&](const std::vector<IntakeMapping>& mappings) {
            return mappingNamed(mappings, *name);
        });
    if (!tried)
        return tl::unexpected(tried.error());
    const Passwords passwords;
    IntakeRegions regions(std::move(*file), passwords.source());
    const auto chosen = regions.chosen(invocation);
    if (!chosen)
        return tl::unexpected(chosen.error());
    bool isRefused = false;
    for (const RegionName& region : *chosen) {
        const auto store = regions.at(region);
        if (!store)
            return tl::unexpected(store.error());
        RecordChoice choice{region};
        choice.text = invocation.text("--text").value_or("");
        choice.most =
            static_cast<std::size_t>(std::max<std::int64_t>(1, invocation.whole("--limit").value_or(kDefaultTried)));
        const auto batch = gatherRecords(**store, choice, interrupt.token());
        if (!batch)
            return tl::unexpected(batch.error().with("region", region.text()));
        auto mapped = mapRecords(regions.snapshot(), *tried, region, batch->records, interrupt.token());
        const auto report = promoteRecords(**store, {region, tried->name, {}, {}, true}, std::move(mapped),
                                           systemClock(), interrupt.token());
        if (report.endedBy)
            return tl::unexpected(report.endedBy->with("region", region.text()));
        for (const RecordOutcome& outcome : report.outcomes) {
            isRefused = isRefused || !outcome.made;
            tellOutcome(region, outcome, true, output);
        }
    }
    output.message("Nothing was written.");
    return isRefused ? Exit::No : Exit::Done;
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const auto name = invocation.text("NAME");
    if (invocation.has("--dry-run"))
        return tryMapping(invocation, output);
    if (invocation.has("--from"))
        return addMappings(invocation, output);
    if (!name)
        return listMappings(invocation, output);
    return invocation.has("--remove") ? removeMapping(invocation, *name, output)
                                      : showMapping(invocation, *name, output);
}

MUNIMENT_COMMAND(
    map, {.name = "intake map",
          .summary = "Lists the mappings from records to commands, shows one, adds, removes or tries them",
          .positionals = {filePositional(), {"NAME", "a mapping", true}},
          .options = {{"--from", "PATH",
                       "add mappings from a file of JSON, or replace those of the same name; - reads "
                       "standard input"},
                      {"--remove", "", "remove the mapping; records keep what was made of them", Option::Kind::Flag},
                      {"--dry-run", "", "show what it would make of new records", Option::Kind::Flag},
                      regionOption(),
                      textOption(),
                      {"--limit", "N", "try at most N records of each region; default 20", Option::Kind::Whole}},
          .example = "muniment intake map acme.muniment --json",
          .run = run,
          .opensWindow = {}});

} // namespace

} // namespace muniment::cli

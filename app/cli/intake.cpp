// intake list, intake show: what services have put into the regions and what could be made of it.
#include "app/cli/intake.h"

#include "app/cli/interrupt.h"
#include "app/cli/listing.h"
#include "app/cli/showing.h"
#include "app/cli/text.h"
#include "models/base/canonical_json.h"
#include "models/intake/record_words.h"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultLimit = 100;
constexpr int kPageRecords = 200;

JsonObject recordJson(const RegionName& region, const IntakeRecord& record) {
    JsonObject json;
    json.text("id", record.key.id.text()).text("region", region.text());
    json.instant("receivedAt", record.key.receivedAt).text("state", intakeStateName(record.state));
    json.raw("headers", record.headers.empty() ? "null" : record.headers);
    json.raw("body", record.body.empty() ? "null" : record.body);
    if (!record.reason.empty())
        json.text("reason", record.reason);
    if (!record.mapping.empty())
        json.text("mapping", record.mapping);
    if (record.commandId)
        json.text("commandId", record.commandId->text());
    return json;
}

Result<std::vector<IntakeRecord>> recordsOf(EventStore& store, IntakeQuery query, std::int64_t limit,
                                            const std::stop_token& stop) {
    std::vector<IntakeRecord> all;
    do {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        query.limit = static_cast<int>(std::min<std::int64_t>(kPageRecords, limit - std::ssize(all)));
        if (query.limit <= 0)
            break;
        auto page = store.intake().listRecords(query);
        if (!page)
            return tl::unexpected(page.error());
        std::ranges::move(page->records, std::back_inserter(all));
        query.after = page->next;
    } while (query.after);
    return all;
}

Result<Exit> list(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto state =
        oneOf(invocation, "--state", {IntakeState::New, IntakeState::Promoted, IntakeState::Rejected}, intakeStateName);
    if (!state)
        return tl::unexpected(state.error());
    const Passwords passwords;
    IntakeRegions regions(std::move(*file), passwords.source());
    const auto chosen = regions.chosen(invocation);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const std::int64_t limit = invocation.whole("--limit").value_or(kDefaultLimit);
    Table table({{"RECEIVED"}, {"REGION"}, {"STATE"}, {"ID"}, {"RECORD"}});
    for (const RegionName& region : *chosen) {
        const auto store = regions.at(region);
        if (!store)
            return tl::unexpected(store.error());
        IntakeQuery query{region};
        query.state = *state;
        query.text = invocation.text("--text").value_or("");
        query.isNewestFirst = true;
        const auto records = recordsOf(**store, query, limit, interrupt.token());
        if (!records)
            return tl::unexpected(records.error().with("region", region.text()));
        for (const IntakeRecord& record : *records) {
            if (output.wantsJson())
                output.object(recordJson(region, record));
            else
                table.add({formatInstant(record.key.receivedAt), region.text(),
                           std::string(intakeStateName(record.state)), record.key.id.text(), firstWords(record)});
        }
    }
    if (!output.wantsJson())
        for (const auto& line : table.lines())
            output.line(line);
    return Exit::Done;
}

void printJson(const std::string& title, const std::string& json, Output& output) {
    output.line(title);
    std::istringstream lines(json.empty() ? std::string("none") : prettyJson(json));
    for (std::string line; std::getline(lines, line);)
        output.line("  " + escaped(line));
}

void printRecord(const FoundRecord& found, Output& output) {
    const IntakeRecord& record = found.record;
    std::vector<std::pair<std::string, RecordValue>> values{
        {"id", RecordValue::ofText(record.key.id.text())},
        {"region", RecordValue::ofText(found.region.text())},
        {"received", RecordValue::ofText(formatInstant(record.key.receivedAt))},
        {"state", RecordValue::ofText(std::string(intakeStateName(record.state)))}};
    if (!record.reason.empty())
        values.emplace_back("reason", RecordValue::ofText(record.reason));
    if (!record.mapping.empty())
        values.emplace_back("mapping", RecordValue::ofText(record.mapping));
    if (record.commandId)
        values.emplace_back("commandId", RecordValue::ofText(record.commandId->text()));
    printFields(values, output);
    printJson("headers", record.headers, output);
    printJson("body", record.body, output);
}

Result<Exit> show(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const Passwords passwords;
    IntakeRegions regions(std::move(*file), passwords.source());
    const auto chosen = regions.chosen(invocation);
    if (!chosen)
        return tl::unexpected(chosen.error());
    const auto found = findRecord(regions, *chosen, *invocation.text("ID"));
    if (!found)
        return tl::unexpected(found.error());
    if (output.wantsJson())
        output.object(recordJson(found->region, found->record));
    else
        printRecord(*found, output);
    if (!invocation.text("--mapping"))
        return Exit::Done;
    const auto mapping = typedMapping(invocation, regions.snapshot());
    if (!mapping)
        return tl::unexpected(mapping.error());
    const auto store = regions.at(found->region);
    if (!store)
        return tl::unexpected(store.error());
    auto mapped =
        mapRecords(regions.snapshot(), *mapping, found->region, std::span(&found->record, 1), interrupt.token());
    PromotionOrder order{found->region, mapping->name, {}, {}, true};
    const auto report = promoteRecords(**store, order, std::move(mapped), systemClock(), interrupt.token());
    if (report.endedBy)
        return tl::unexpected(*report.endedBy);
    for (const RecordOutcome& outcome : report.outcomes)
        tellOutcome(found->region, outcome, true, output);
    return report.outcomes.empty() || report.outcomes.front().made ? Exit::Done : Exit::No;
}

MUNIMENT_COMMAND(list, {.name = "intake list",
                        .summary = "Lists records that services have put into intake, newest first",
                        .positionals = {filePositional()},
                        .options = {regionOption(),
                                    {"--state", "S", "new, promoted or rejected; else all"},
                                    textOption(),
                                    {"--limit", "N", "of each region at most N; default 100", Option::Kind::Whole}},
                        .example = "muniment intake list acme.muniment --state new --text joiner",
                        .run = list,
                        .opensWindow = {}});
MUNIMENT_COMMAND(show, {.name = "intake show",
                        .summary = "Shows a record, and what a mapping would make of it",
                        .positionals = {filePositional(), {"ID", "the record's id, or the beginning of one"}},
                        .options = {regionOption(), {"--mapping", "NAME", "show what this mapping would make of it"}},
                        .example = "muniment intake show acme.muniment 7c1f --mapping 'HR joiners'",
                        .run = show,
                        .opensWindow = {}});

} // namespace

} // namespace muniment::cli

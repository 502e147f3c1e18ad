// intake promote, intake reject: what becomes of records.
#include "app/cli/catch_up.h"
#include "app/cli/intake.h"
#include "app/cli/interrupt.h"
#include "app/cli/text.h"
#include "models/items/error_sentence.h"

#include <algorithm>

namespace muniment::cli {

namespace {

constexpr std::int64_t kDefaultWaitSeconds = 5;

/// The records that were typed, by region; of each region all that match where none were.
Result<std::map<RegionName, std::vector<Uuid>>>
typedRecords(IntakeRegions& regions, const std::vector<RegionName>& among, const std::vector<std::string>& typed) {
    std::map<RegionName, std::vector<Uuid>> records;
    for (const std::string& id : typed) {
        const auto found = findRecord(regions, among, id);
        if (!found)
            return tl::unexpected(found.error());
        auto& ids = records[found->region];
        if (std::ranges::find(ids, found->record.key.id) == ids.end())
            ids.push_back(found->record.key.id);
    }
    return records;
}

class Promoting {
public:
    Promoting(const Invocation& invocation, Output& output) : m_invocation(invocation), m_output(output) {}

    Result<Exit> run() {
        auto file = openToRead(m_invocation.file());
        if (!file)
            return tl::unexpected(file.error());
        const auto operatorName = file->snapshot->operatorName();
        if (!operatorName)
            return tl::unexpected(operatorName.error());
        auto mapping = typedMapping(m_invocation, *file->snapshot);
        if (!mapping)
            return tl::unexpected(mapping.error());
        m_mapping = std::move(*mapping);
        if (const auto reason = m_invocation.text("--reason"))
            m_mapping.defaults["reason"] = *reason;
        m_order = {{}, m_mapping.name, *operatorName, randomUuid(), m_invocation.has("--dry-run")};
        IntakeRegions regions(std::move(*file), m_passwords.source());
        const auto among = regions.chosen(m_invocation);
        if (!among)
            return tl::unexpected(among.error());
        const auto typed = typedIds(m_invocation);
        const auto records = typedRecords(regions, *among, typed);
        if (!records)
            return tl::unexpected(records.error());
        for (const RegionName& region : *among) {
            const auto ids = records->find(region);
            if (!typed.empty() && ids == records->end())
                continue;
            if (auto done = promote(regions, region, typed.empty() ? std::vector<Uuid>() : ids->second); !done)
                return tl::unexpected(ended(done.error().with("region", region.text())));
        }
        sayTotals();
        return m_refused > 0 ? Exit::No : Exit::Done;
    }

private:
    Result<void> promote(IntakeRegions& regions, const RegionName& region, std::vector<Uuid> ids) {
        const auto store = regions.at(region);
        if (!store)
            return tl::unexpected(store.error());
        RecordChoice choice{region, std::move(ids), m_invocation.text("--text").value_or("")};
        m_order.region = region;
        std::optional<LogKey> newest;
        std::optional<Error> end;
        do {
            const auto batch = gatherRecords(**store, choice, m_interrupt.token());
            if (!batch) {
                end = batch.error();
                break;
            }
            for (const RecordOutcome& other : batch->others)
                tell(region, other);
            auto mapped = mapRecords(regions.snapshot(), m_mapping, region, batch->records, m_interrupt.token());
            const auto report = promoteRecords(
                **store, m_order, std::move(mapped), systemClock(), m_interrupt.token(),
                [&](const Error& why) { m_output.progress(notKnownYetSentence(region.text(), why).toStdString()); });
            for (const RecordOutcome& outcome : report.outcomes)
                tell(region, outcome);
            if (report.newest)
                newest = report.newest;
            end = report.endedBy;
            choice.after = batch->next;
            m_output.progress(std::to_string(m_promoted + m_refused) + " records");
        } while (choice.after && !end);
        if (newest)
            catchUpWith(region, *newest);
        return end ? Result<void>(tl::unexpected(*end)) : Result<void>();
    }

    void tell(const RegionName& region, const RecordOutcome& outcome) {
        (outcome.made ? m_promoted : m_refused) += 1;
        tellOutcome(region, outcome, m_order.isDryRun, m_output);
    }

    void catchUpWith(const RegionName& region, const LogKey& newest) {
        const std::chrono::seconds wait(m_invocation.whole("--wait").value_or(kDefaultWaitSeconds));
        if (!catchUp(m_invocation.file(), region, newest, wait, m_passwords.source(), m_interrupt.token()))
            m_output.message("Written at " + region.text() +
                             "; the file does not have it yet and gets it with the next sync.");
    }

    Error ended(Error error) {
        sayTotals();
        m_output.message("What was not promoted is new as before; the same command goes on with it.");
        return error;
    }

    void sayTotals() {
        const std::string promoted = std::to_string(m_promoted);
        m_output.message(m_order.isDryRun ? promoted + " would be promoted, " + std::to_string(m_refused) +
                                                " refused. Nothing was written."
                                          : promoted + " promoted, " + std::to_string(m_refused) + " refused.");
    }

    const Invocation& m_invocation;
    Output& m_output;
    const Interrupt m_interrupt;
    const Passwords m_passwords;
    IntakeMapping m_mapping;
    PromotionOrder m_order;
    std::size_t m_promoted = 0;
    std::size_t m_refused = 0;
};

Result<Exit> promote(const Invocation& invocation, Output& output) {
    return Promoting(invocation, output).run();
}

Result<Exit> reject(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    const auto typed = typedIds(invocation);
    if (typed.empty())
        return failure(ErrorCode::InvalidInput, "which records?", {{"field", "ID"}});
    auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const Passwords passwords;
    IntakeRegions regions(std::move(*file), passwords.source());
    const auto among = regions.chosen(invocation);
    if (!among)
        return tl::unexpected(among.error());
    const auto records = typedRecords(regions, *among, typed);
    if (!records)
        return tl::unexpected(records.error());
    std::int64_t rejected = 0;
    std::int64_t asked = 0;
    for (const auto& [region, ids] : *records) {
        const auto store = regions.at(region);
        if (!store)
            return tl::unexpected(store.error());
        const auto done = (*store)->intake().reject(region, ids, *invocation.text("--reason"));
        if (!done)
            return tl::unexpected(done.error().with("region", region.text()));
        rejected += *done;
        asked += std::ssize(ids);
    }
    if (output.wantsJson())
        output.object(JsonObject().integer("rejected", rejected).integer("notNew", asked - rejected));
    if (rejected < asked)
        output.message(std::to_string(asked - rejected) + " of " + std::to_string(asked) +
                       " records were not new any more and stay as they are.");
    return rejected < asked ? Exit::No : Exit::Done;
}

MUNIMENT_COMMAND(
    promote,
    {.name = "intake promote",
     .summary = "Makes events of records by a mapping, each with its record's state in one transaction",
     .positionals = {filePositional(), {"ID", "records, by id or the beginning of one; else all new ones", true, true}},
     .options = {{"--mapping", "NAME", "by this mapping", Option::Kind::Text, true},
                 regionOption(),
                 textOption(),
                 {"--reason", "TEXT", "why, where the mapping finds no reason; kept with the events"},
                 {"--dry-run", "", "decide, and show what would be written", Option::Kind::Flag},
                 {"--wait", "S", "wait until the file has it, at most S seconds; default 5", Option::Kind::Whole}},
     .example = "muniment intake promote acme.muniment --mapping 'HR joiners' --text joiner --dry-run",
     .run = promote,
     .opensWindow = {}});
MUNIMENT_COMMAND(reject, {.name = "intake reject",
                          .summary = "Sets records aside for good, with a reason",
                          .positionals = {filePositional(),
                                          {"ID", "records, by id or the beginning of one; at least one", true, true}},
                          .options = {regionOption(),
                                      {"--reason", "TEXT", "why; kept with the record", Option::Kind::Text, true}},
                          .example = "muniment intake reject acme.muniment 7c1f --reason 'sent twice'",
                          .run = reject,
                          .opensWindow = {}});

} // namespace

} // namespace muniment::cli

// region add | drop | primary | secondary | survive | placement | super | locality | partition: the regions of a
// CockroachDB database, step by step: what is asked first, the SQL, the jobs, and what the server shows afterwards.
#include "app/cli/interrupt.h"
#include "app/cli/listing.h"
#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/region_facts.h"
#include "app/cli/text.h"
#include "app/cli/workspace_file.h"
#include "models/items/plain_text.h"
#include "models/items/region_change_words.h"
#include "models/regions/server_change.h"

#include <algorithm>

namespace muniment::cli {

namespace {

using MakeChange = Result<RegionChange> (*)(const Invocation&);

std::string words(const QString& text) {
    return withoutIsolates(text).toStdString();
}

/// The endpoint that --via names; else the only one, or any when all lead to one database.
Result<WorkspaceRegion> endpointFor(const Invocation& invocation) {
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto records = file->snapshot->regions();
    if (!records)
        return tl::unexpected(records.error());
    const auto via = invocation.text("--via");
    for (const RegionRecord& record : *records) {
        if (via && record.region.text() == *via)
            return WorkspaceRegion{record.region, record.endpoint};
        const bool isOther =
            record.endpoint != records->front().endpoint && (!record.mark || record.mark != records->front().mark);
        if (!via && isOther)
            return failure(ErrorCode::InvalidInput,
                           "the workspace has endpoints of several databases, or has not synced yet; name one of them",
                           {{"field", "--via"}});
    }
    if (via)
        return failure(ErrorCode::NotFound, "no region '" + *via + "'", {{"what", "region"}, {"id", *via}});
    if (records->empty())
        return failure(ErrorCode::NotFound, "the workspace has no region", {{"what", "region"}, {"id", ""}});
    return WorkspaceRegion{records->front().region, records->front().endpoint};
}

JsonObject planJson(const RegionPlan& plan, const DatabaseFacts& facts) {
    std::vector<JsonObject> preconditions;
    for (const Precondition& condition : plan.preconditions)
        preconditions.push_back(JsonObject()
                                    .text("precondition", preconditionName(condition.code))
                                    .boolean("met", condition.isMet)
                                    .text("subject", condition.subject)
                                    .text("sentence", words(preconditionText(condition))));
    std::vector<std::string> warnings;
    for (const ChangeWarning warning : plan.warnings)
        warnings.emplace_back(changeWarningName(warning));
    return JsonObject()
        .text("database", facts.name)
        .texts("statements", plan.statements)
        .objects("preconditions", preconditions)
        .texts("warnings", warnings);
}

void printPlan(const RegionPlan& plan, Output& output) {
    for (const Precondition& condition : plan.preconditions)
        output.message((condition.isMet ? "  holds: " : "  NOT SO: ") + words(preconditionText(condition)));
    for (const ChangeWarning warning : plan.warnings)
        output.message("  note: " + words(changeWarningText(warning)));
    for (const std::string& statement : plan.statements)
        output.line(escaped(statement) + ";");
}

std::string progressLine(const RegionPlan& plan, const ChangeProgress& progress) {
    std::string line = std::to_string(progress.statement + 1) + "/" + std::to_string(plan.statements.size()) + " " +
                       escaped(plan.statements[progress.statement]);
    for (const SchemaJob& job : progress.jobs) {
        line += ", job " + std::to_string(job.id) + " " + std::string(schemaJobStateName(job.state));
        if (job.fraction)
            line += " " + std::to_string(static_cast<int>(*job.fraction * 100)) + " %";
    }
    return line;
}

void tellOutcome(const ChangeOutcome& outcome, Output& output) {
    using State = ChangeOutcome::State;
    if (outcome.error)
        output.message(sentence(*outcome.error));
    if (const QString meaning = regionRefusalText(outcome.refusal); !meaning.isEmpty())
        output.message(words(meaning));
    if (outcome.state == State::NotShown)
        output.message("The server took it, and does not show it yet; 'region list' tells when it does.");
    if (outcome.state == State::NotKnown)
        output.message("Whether it takes effect is not known; the cluster may go on with it. Look with 'region list' "
                       "before trying again.");
}

Exit exitOf(ChangeOutcome::State state) {
    using State = ChangeOutcome::State;
    return state == State::Done ? Exit::Done : state == State::Refused ? Exit::No : Exit::Failed;
}

/// Somebody asks for what only CockroachDB has.
Exit refuse(const Error& error, Output& output) {
    output.message(
        escaped(error.get("region")) + " is " +
        (error.get("flavour") == storeFlavourName(StoreFlavour::PostgreSql) ? "PostgreSQL" : "an embedded store") +
        ", and this is CockroachDB's: on PostgreSQL a region is added with 'muniment schema install --region', "
        "and each region has a server of its own. Nothing was changed.");
    return Exit::No;
}

Result<Exit> carryOut(const RegionChange& change, const Invocation& invocation, Output& output) {
    const auto region = endpointFor(invocation);
    if (!region)
        return tl::unexpected(region.error());
    const Interrupt interrupt;
    const Passwords passwords;
    const auto sessions = ServerChange::open(*region, passwords.source());
    if (!sessions && sessions.error().get("reason") == "notCockroach")
        return refuse(sessions.error(), output);
    if (!sessions)
        return tl::unexpected(sessions.error());
    const auto facts = readFactsFor(change, (*sessions)->questions(), (*sessions)->version());
    if (!facts)
        return tl::unexpected(facts.error());
    const RegionPlan plan = planChange(change, *facts);
    JsonObject json = planJson(plan, *facts);
    if (!output.wantsJson())
        printPlan(plan, output);
    const auto end = [&](std::string_view state, Exit exit) {
        if (output.wantsJson())
            output.object(json.text("state", state));
        return exit;
    };
    if (!plan.isPossible())
        return end("refused", Exit::No);
    if (invocation.has("--dry-run"))
        return end("planned", Exit::Done);
    const auto outcome = runChange(
        change, plan, *facts, *sessions,
        [&](const ChangeProgress& progress) { output.progress(progressLine(plan, progress)); }, interrupt.token());
    tellOutcome(outcome, output);
    json.text("refusal", regionRefusalName(outcome.refusal));
    return end(changeStateName(outcome.state), exitOf(outcome.state));
}

std::vector<std::string> splitNames(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        const std::size_t stop = std::min(text.find(',', begin), text.size());
        if (stop > begin)
            names.push_back(text.substr(begin, stop - begin));
        begin = stop + 1;
    }
    return names;
}

std::string typed(const Invocation& invocation, const char* name) {
    return invocation.text(name).value_or(std::string());
}

template <class T>
Result<RegionChange> choice(const std::string& word, const char* field,
                            std::initializer_list<std::pair<std::string_view, T>> choices) {
    std::string names;
    for (const auto& [name, change] : choices) {
        if (name == word)
            return RegionChange(change);
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return failure(ErrorCode::InvalidInput, "it is one of " + names, {{"field", field}});
}

Result<RegionChange> add(const Invocation& invocation) {
    return AddDatabaseRegion{typed(invocation, "REGION")};
}

/// The name is to be typed twice: what was dropped by mistake is a job to add again.
Result<RegionChange> drop(const Invocation& invocation) {
    const std::string region = typed(invocation, "REGION");
    if (!invocation.has("--dry-run") && typed(invocation, "--confirm") != region)
        return failure(ErrorCode::InvalidInput, "to drop the region, give its name again: --confirm " + region,
                       {{"field", "--confirm"}});
    return DropDatabaseRegion{region};
}

Result<RegionChange> primary(const Invocation& invocation) {
    return SetPrimaryRegion{typed(invocation, "REGION")};
}

Result<RegionChange> secondary(const Invocation& invocation) {
    return SetSecondaryRegion{typed(invocation, "REGION")};
}

Result<RegionChange> survive(const Invocation& invocation) {
    return choice<RegionChange>(
        typed(invocation, "GOAL"), "GOAL",
        {{"zone", SetSurvivalGoal{SurvivalGoal::Zone}}, {"region", SetSurvivalGoal{SurvivalGoal::Region}}});
}

Result<RegionChange> placement(const Invocation& invocation) {
    return choice<RegionChange>(typed(invocation, "POLICY"), "POLICY",
                                {{"default", SetPlacement{PlacementPolicy::Default}},
                                 {"restricted", SetPlacement{PlacementPolicy::Restricted}},
                                 {"voters-only", DropNonVoters{}}});
}

Result<RegionChange> super(const Invocation& invocation) {
    return SetSuperRegion{typed(invocation, "NAME"), splitNames(typed(invocation, "--regions"))};
}

Result<RegionChange> locality(const Invocation& invocation) {
    using Kind = SetTableLocality::Kind;
    const std::string table = typed(invocation, "TABLE");
    return choice<RegionChange>(typed(invocation, "LOCALITY"), "LOCALITY",
                                {{"by-row", SetTableLocality{table, Kind::ByRow}},
                                 {"by-table", SetTableLocality{table, Kind::ByTable}},
                                 {"global", SetTableLocality{table, Kind::Global}}});
}

Result<RegionChange> partition(const Invocation& invocation) {
    return PartitionByRegion{splitNames(typed(invocation, "REGIONS"))};
}

Command changing(const std::string& name, const std::string& summary, std::vector<Positional> positionals,
                 std::vector<Option> options, const std::string& example, MakeChange make) {
    positionals.insert(positionals.begin(), filePositional());
    options.push_back({"--via", "REGION", "the workspace's endpoint to send it to, where there are several databases"});
    options.push_back({"--dry-run", "", "show the SQL and what has to hold, change nothing", Option::Kind::Flag});
    const auto run = [make](const Invocation& invocation, Output& output) -> Result<Exit> {
        const auto change = make(invocation);
        if (!change)
            return tl::unexpected(change.error());
        return carryOut(*change, invocation, output);
    };
    return {.name = "region " + name,
            .summary = summary + " (CockroachDB)",
            .positionals = std::move(positionals),
            .options = std::move(options),
            .example = "muniment region " + name + " acme.muniment " + example + " --dry-run",
            .run = run,
            .opensWindow = {}};
}

const Positional kRegion{"REGION", "a region's name as the cluster's nodes have it"};

MUNIMENT_COMMAND(addRegion, changing("add", "Adds a region to the database", {kRegion}, {}, "eu-central-1", add));
MUNIMENT_COMMAND(dropRegion, changing("drop", "Takes a region without rows out of the database", {kRegion},
                                      {{"--confirm", "REGION", "its name again, without which nothing is sent"}},
                                      "eu-central-1", drop));
MUNIMENT_COMMAND(primaryRegion, changing("primary",
                                         "Makes a region the primary one; the first makes the database a "
                                         "multi-region one",
                                         {kRegion}, {}, "eu-west-1", primary));
MUNIMENT_COMMAND(secondaryRegion,
                 changing("secondary",
                          "Says which region follows the primary one, or none. It does not serve REGIONAL "
                          "BY ROW tables",
                          {{"REGION", "a region of the database; none: no secondary region any more", true}}, {},
                          "us-east-1", secondary));
MUNIMENT_COMMAND(survivalGoal, changing("survive", "Says what the database survives the failure of",
                                        {{"GOAL", "zone or region"}}, {}, "region", survive));
MUNIMENT_COMMAND(placementPolicy, changing("placement", "Says whether copies are kept outside a home",
                                           {{"POLICY", "default, restricted, or voters-only (26.1 and later)"}}, {},
                                           "restricted", placement));
MUNIMENT_COMMAND(superRegion,
                 changing("super",
                          "Makes or changes a super region, beyond which no copies go; without regions it goes",
                          {{"NAME", "of the super region"}}, {{"--regions", "R,R", "its regions"}},
                          "europe --regions eu-west-1,eu-central-1", super));
MUNIMENT_COMMAND(tableLocality, changing("locality", "Says how a table lies in the regions",
                                         {{"TABLE", "of schema muniment"}, {"LOCALITY", "by-row, by-table or global"}},
                                         {}, "plans global", locality));
MUNIMENT_COMMAND(partitions,
                 changing("partition",
                          "Partitions the tables by hand, each region's rows pinned by a zone configuration",
                          {{"REGIONS", "all of them: R,R"}}, {}, "eu-west-1,us-east-1", partition));

} // namespace

} // namespace muniment::cli

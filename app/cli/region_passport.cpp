// region passport: where an organization lived at every date, who moved it, and how long that took.
#include "app/cli/interrupt.h"
#include "app/cli/listing.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "models/items/passport_words.h"
#include "models/items/plain_text.h"
#include "models/regions/passport_fields.h"
#include "models/regions/told_copies.h"
#include "models/spool/call_canceller.h"

namespace muniment::cli {

namespace {

std::string timeText(const std::optional<Instant>& t) {
    return t ? formatInstant(*t) : std::string();
}

std::string lengthText(const std::optional<std::int64_t>& micros) {
    return micros ? formatMicros(*micros).toStdString() : std::string();
}

std::string nameOf(const std::optional<MoveWord>& word) {
    return word ? word->name() : std::string();
}

void print(const Table& table, Output& output) {
    for (const auto& line : table.lines())
        output.line(line);
    output.line("");
}

void printStays(const std::vector<Stay>& stays, Output& output) {
    Table table(
        {{"HOME", true}, {"REGION"}, {"FROM"}, {"UNTIL"}, {"BY"}, {"COPYING", true}, {"REFUSED", true}, {"REASON"}});
    for (const Stay& stay : stays)
        table.add({std::to_string(stay.epoch), stay.region, timeText(stay.from),
                   timeText(stay.until) + (stay.isEnd ? " (removed)" : ""), nameOf(stay.begun),
                   lengthText(lengthOf(stay, MoveStep::Copying)), lengthText(stay.refusedMicros),
                   stay.begun ? stay.begun->reason : std::string()});
    print(table, output);
}

void printMoves(const std::vector<OpenMove>& moves, Output& output) {
    if (moves.empty())
        return;
    Table table({{"MOVE"}, {"FROM"}, {"TO"}, {"STATE"}, {"STARTED"}, {"BY"}, {"REASON"}});
    for (const OpenMove& move : moves)
        table.add({move.moveId, move.from, move.to, moveStateText(move.state).toStdString(),
                   formatInstant(move.started.at), move.started.name(), move.started.reason});
    print(table, output);
}

template <class Row>
std::vector<JsonObject> jsonRows(const std::vector<Row>& rows, const std::vector<RecordField<Row>>& fields) {
    std::vector<JsonObject> json;
    for (const Row& row : rows)
        json.push_back(jsonOf(row, fields));
    return json;
}

std::vector<JsonObject> findingsJson(const std::vector<PassportFinding>& findings) {
    std::vector<JsonObject> json;
    for (const auto& finding : findings)
        json.push_back(JsonObject()
                           .text("kind", passportDoubtName(finding.doubt))
                           .text("said", finding.said)
                           .text("found", finding.found)
                           .optionalText("at", finding.at ? std::optional(formatInstant(*finding.at)) : std::nullopt));
    return json;
}

std::string placementJson(const Passport& passport) {
    if (!passport.placement)
        return "null";
    std::vector<JsonObject> findings;
    for (const PlacementFinding& finding : passport.placement->findings)
        findings.push_back(JsonObject()
                               .text("finding", placementFindingName(finding.code))
                               .text("severity", severityName(severityOf(finding.code)))
                               .text("region", finding.region.text()));
    return JsonObject().text("checkedAt", formatInstant(passport.placement->at)).objects("findings", findings).build();
}

std::string sentenceOf(const PassportFinding& finding) {
    const std::string at = finding.at ? formatInstant(*finding.at) + "  " : std::string();
    return at + withoutIsolates(passportFindingText(finding)).toStdString();
}

/// What the server of the region was told; it can be asked only where it is.
Result<std::vector<CopyOfTenant>> askItsServer(Snapshot& snapshot, const RegionName& region, const TenantId& org,
                                               const std::stop_token& stop) {
    const Passwords passwords;
    const auto record = regionNamed(snapshot, region);
    auto opened = record ? openEventStore(record->endpoint, passwords.source()) : tl::unexpected(record.error());
    if (!opened)
        return tl::unexpected(opened.error());
    const std::shared_ptr<EventStore> store = std::move(*opened);
    const CallCanceller canceller(store, stop);
    return askForCopies(*store, region, org);
}

std::vector<JsonObject> copiesJson(const std::vector<CopyOfTenant>& copies) {
    std::vector<JsonObject> json;
    for (const CopyOfTenant& copy : copies)
        json.push_back(JsonObject()
                           .text("workstation", copy.workstation)
                           .text("toldBy", copy.toldBy)
                           .text("form", dataFormName(copy.form))
                           .instant("since", copy.since)
                           .instant("toldAt", copy.toldAt)
                           .optionalText("asOf", cursorText(copy.asOf))
                           .boolean("hasEnded", copy.hasEnded));
    return json;
}

void printCopies(const std::vector<CopyOfTenant>& copies, Output& output) {
    Table table({{"WORKSTATION"}, {"TOLD BY"}, {"COPY"}, {"SINCE"}, {"LAST TOLD"}, {"AS OF"}});
    for (const CopyOfTenant& copy : copies)
        table.add({copy.workstation, copy.toldBy, copy.hasEnded ? "ended" : std::string(dataFormName(copy.form)),
                   formatInstant(copy.since), formatInstant(copy.toldAt), cursorText(copy.asOf).value_or("")});
    print(table, output);
    output.message(withoutIsolates(copiesLimitText()).toStdString());
}

Result<Exit> run(const Invocation& invocation, Output& output) {
    const Interrupt interrupt;
    const auto file = openToRead(invocation.file());
    if (!file)
        return tl::unexpected(file.error());
    const auto asOf = instantOption(invocation, "--as-of");
    if (!asOf)
        return tl::unexpected(asOf.error());
    const auto org = findOrganization(*file->snapshot, *invocation.text("ORG"), *asOf);
    if (!org)
        return tl::unexpected(org.error());
    const auto passport = readPassport(*file->snapshot, org->id, *asOf);
    if (!passport)
        return tl::unexpected(passport.error());
    const bool isHome = !*asOf && !passport->stays.empty() && !passport->stays.back().until;
    const auto copies =
        isHome ? askItsServer(*file->snapshot, RegionName(passport->stays.back().region), org->id, interrupt.token())
               : Result<std::vector<CopyOfTenant>>();
    if (!copies)
        output.message("Who holds a copy is not known now. " + sentence(copies.error()));
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .text("id", org->id.text())
                          .text("name", org->name)
                          .objects("stays", jsonRows(passport->stays, stayFields()))
                          .objects("moves", jsonRows(passport->openMoves, openMoveFields()))
                          .objects("findings", findingsJson(passport->findings))
                          .raw("placement", placementJson(*passport))
                          .boolean("copiesKnown", isHome && copies)
                          .objects("copies", copiesJson(copies.value_or(std::vector<CopyOfTenant>()))));
        return Exit::Done;
    }
    output.line("id        " + escaped(org->id.text()));
    output.line("name      " + escaped(org->name));
    output.line("");
    printStays(passport->stays, output);
    printMoves(passport->openMoves, output);
    for (const auto& finding : passport->findings)
        output.line(sentenceOf(finding));
    if (!*asOf)
        for (const QString& line : passportPlacementText(*passport, org->name, ClockZone()))
            output.line(escaped(withoutIsolates(line).toStdString()));
    if (isHome && copies)
        printCopies(*copies, output);
    return Exit::Done;
}

MUNIMENT_COMMAND(passport,
                 {.name = "region passport",
                  .summary = "Shows where an organization lived at every date, who moved it, and how long that took. "
                             "REFUSED is how long nobody could write. Asks the server of its home which workstations "
                             "told it that they hold a copy",
                  .positionals = {filePositional(), {"ORG", "id, beginning of an id, or name"}},
                  .options = {asOfOption()},
                  .example = "muniment region passport acme.muniment 'Acme Ltd'",
                  .run = run,
                  .opensWindow = {}});

} // namespace

} // namespace muniment::cli

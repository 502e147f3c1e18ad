#include "app/cli/access_proof.h"

#include "app/cli/interrupt.h"
#include "app/cli/sealing.h"
#include "app/cli/text.h"
#include "models/base/clock.h"
#include "models/items/evidence_export.h"
#include "models/items/formats.h"
#include "models/proof/access_proof.h"

namespace muniment::cli {

namespace {

AskedAccess askedOf(AccessFile& file, const TypedQuestion& typed) {
    const AccessQuestion& question = typed.question;
    const AccessEntity subject = file.entities().entityOf(question.subject);
    const bool isWhole = file.graph().isRoot(question.resource);
    return {subject.tenant, subject.aggregate, question.action,
            isWhole ? AggregateId() : file.entities().entityOf(question.resource).aggregate.id, *file.asOf()};
}

} // namespace

std::vector<Option> proofOptions() {
    std::vector<Option> all{
        {"--proof", "PATH", "write the answer with all that it rests on, as a bundle that proves itself; needs --at"}};
    for (Option& option : keyOptions()) {
        option.help = "proof: " + option.help;
        all.push_back(std::move(option));
    }
    return all;
}

Result<WrittenProof> writeProof(const Invocation& invocation, AccessFile& file, const TypedQuestion& typed,
                                Output& output) {
    if (!file.asOf())
        return failure(ErrorCode::InvalidInput, "a proof is of a moment: say of which", {{"field", "--at"}});
    const auto key = workstationKey(keyPlace(invocation));
    if (!key)
        return tl::unexpected(key.error());
    const auto keeping = openKeeping(invocation.file());
    if (!keeping)
        return tl::unexpected(keeping.error());
    const Interrupt interrupt;
    const auto plan = planAccessProof(file.snapshot(), askedOf(file, typed), interrupt.token());
    if (!plan)
        return tl::unexpected(plan.error());
    const std::filesystem::path target = *invocation.text("--proof");
    BundleRequest request = evidenceRequest(file.snapshot(), {invocation.file(), target, systemClock().now()});
    request.kept = &keeping->kept;
    request.keys = keeping->keys.all;
    return writeAccessProof(
               file.snapshot(), *plan, std::move(request), *key, target, interrupt.token(),
               [&](double done) { output.progress("writing: " + std::to_string(static_cast<int>(done * 100)) + " %"); })
        .map([&](const BundleManifest& manifest) {
            return WrittenProof{target, static_cast<std::int64_t>(manifest.events),
                                static_cast<std::int64_t>(manifest.withheld), printVerifierKey(key->verifierKey())};
        });
}

JsonObject proofJson(const WrittenProof& proof) {
    return JsonObject()
        .text("file", proof.file.string())
        .integer("events", proof.events)
        .integer("withheld", proof.withheld)
        .text("signer", proof.signer);
}

std::string proofWords(const WrittenProof& proof) {
    return "The proof is in " + proof.file.string() + ", signed as " + proof.signer + ": " +
           formatCount(proof.events).toStdString() + " events, of " + formatCount(proof.withheld).toStdString() +
           " of them only what and when they are. Tell this key to whoever gets it, by another way.";
}

JsonObject verdictJson(const AccessVerdict& verdict) {
    const AccessStatement& statement = verdict.statement;
    std::vector<JsonObject> ways;
    for (const ProvenWay& way : statement.ways) {
        std::vector<JsonObject> edges;
        for (const ProvenEdge& edge : way)
            edges.push_back(
                JsonObject()
                    .text("words", edge.words)
                    .optionalText("eventId", edge.event ? std::optional(edge.event->text()) : std::nullopt));
        ways.push_back(JsonObject().objects("edges", edges));
    }
    std::vector<JsonObject> entities;
    for (const ProvenEntity& entity : statement.entities)
        entities.push_back(JsonObject()
                               .text("type", entity.aggregate.type)
                               .text("id", entity.aggregate.id.text())
                               .text("name", entity.name)
                               .integer("events", entity.events));
    return JsonObject()
        .text("tenant", statement.asked.tenant.text())
        .text("subject", statement.asked.subject.id.text())
        .text("action", statement.asked.action)
        .text("resource", statement.asked.resource.text())
        .instant("at", statement.asked.at)
        .text("question", statement.question)
        .boolean("allowed", statement.isAllowed)
        .boolean("proved", true)
        .objects("paths", ways)
        .boolean("isCut", statement.isCut)
        .objects("entities", entities)
        .integer("counted", static_cast<std::int64_t>(verdict.counted))
        .optionalText("endSaidBy",
                      verdict.endSaidBy ? std::optional(verdict.endSaidBy->name) : std::optional<std::string>());
}

void tellVerdict(const AccessVerdict& verdict, Output& output) {
    for (const std::string& line : statementWords(verdict.statement))
        output.line(escaped(line));
    output.line("Proved: the " + formatCount(static_cast<std::int64_t>(verdict.counted)).toStdString() +
                " events of the organization up to then are all here, and these say so.");
    if (verdict.endSaidBy)
        output.line(
            "That there were no more of them, " + escaped(verdict.endSaidBy->name) + " says" +
            (verdict.endSaidBy->at ? ", who signed at " + formatInstant(*verdict.endSaidBy->at) : std::string()) + ".");
    else
        output.line("That there were no more of them, an event behind them shows.");
}

} // namespace muniment::cli

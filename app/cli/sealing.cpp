#include "app/cli/sealing.h"

#include "app/cli/output.h"
#include "app/cli/passwords.h"
#include "app/cli/text.h"
#include "models/base/hex.h"
#include "models/integrity/known_keys.h"

#include <QFile>

#include <algorithm>

namespace muniment::cli {

namespace {

constexpr qint64 kMostBytes = 64 * 1024 * 1024;

std::optional<std::string> eventIdOf(const TrailFinding& finding, Snapshot& snapshot) {
    if (finding.eventId)
        return finding.eventId->text();
    if (!finding.event)
        return std::nullopt;
    const auto event = snapshot.event(*finding.event);
    return event ? std::optional(event->eventId.text()) : std::nullopt;
}

std::optional<std::string> idOf(const std::optional<EventNumber>& n, Snapshot& snapshot) {
    if (!n)
        return std::nullopt;
    const auto event = snapshot.event(*n);
    return event ? std::optional(event->eventId.text()) : std::nullopt;
}

std::optional<std::string> passphraseFrom(const std::string& path) {
    auto text = readText(path);
    if (!text)
        return std::nullopt;
    const auto end = text->find_first_of("\r\n");
    return end == std::string::npos ? *text : text->substr(0, end);
}

std::optional<std::string> askPassphrase(bool isNew) {
    if (!isNew)
        return promptWithoutEcho("Passphrase of this workstation's key: ");
    const auto first = promptWithoutEcho("A passphrase for this workstation's new key: ");
    const auto again = first ? promptWithoutEcho("The same again: ") : std::nullopt;
    return first == again ? first : std::nullopt;
}

} // namespace

Result<std::string> readText(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.exists())
        return failure(ErrorCode::FileMissing, {}, {{"file", path.string()}});
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileError, file.errorString().toStdString(), {{"file", path.string()}});
    if (file.size() > kMostBytes)
        return failure(ErrorCode::InvalidInput, "the file is too long", {{"field", "PATH"}});
    return file.readAll().toStdString();
}

WorkstationKeyPlace keyPlace(const Invocation& invocation) {
    WorkstationKeyPlace place;
    place.file = invocation.text("--key").value_or(std::string());
    if (const auto path = invocation.text("--passphrase-file"))
        place.passphrase = [path](bool) { return passphraseFrom(*path); };
    else
        place.passphrase = askPassphrase;
    return place;
}

std::vector<Option> keyOptions() {
    return {{"--key", "PATH", "the file of this workstation's key, instead of the keychain"},
            {"--passphrase-file", "PATH", "its first line is the key's passphrase; otherwise you are asked"}};
}

JsonObject checkpointJson(std::uint64_t entry, const Checkpoint& checkpoint, const std::vector<NoteSigner>& signers) {
    std::vector<JsonObject> who;
    for (const NoteSigner& signer : signers) {
        JsonObject one;
        one.text("name", signer.name);
        if (signer.at)
            one.instant("at", *signer.at);
        who.push_back(std::move(one));
    }
    return JsonObject()
        .integer("entry", static_cast<std::int64_t>(entry))
        .text("origin", checkpoint.origin)
        .integer("size", static_cast<std::int64_t>(checkpoint.size))
        .text("root", toHex(bytesOf(checkpoint.root)))
        .objects("signers", who);
}

std::string checkpointLine(std::uint64_t entry, const Checkpoint& checkpoint, const std::vector<NoteSigner>& signers) {
    std::string line = std::to_string(entry) + "  " + checkpoint.origin + "  " + std::to_string(checkpoint.size) +
                       "  " + toHex(bytesOf(checkpoint.root)).substr(0, 16) + "…";
    for (const NoteSigner& signer : signers)
        line += "  " + signer.name + (signer.at ? " at " + formatInstant(*signer.at) : std::string());
    return escaped(line);
}

void printFinding(const TrailFinding& finding, Snapshot& snapshot, Output& output) {
    const auto event = eventIdOf(finding, snapshot);
    const auto before = idOf(finding.before, snapshot), after = idOf(finding.after, snapshot);
    if (output.wantsJson()) {
        output.object(JsonObject()
                          .text("kind", trailChangeName(finding.change))
                          .text("against", trailWitnessName(finding.against))
                          .text("region", finding.region.text())
                          .text("tenant", finding.tenant.text())
                          .integer("epoch", finding.epoch)
                          .integer("leaf", static_cast<std::int64_t>(finding.leaf))
                          .optionalText("eventId", event)
                          .optionalText("before", before)
                          .optionalText("after", after)
                          .text("expected", finding.expected)
                          .text("found", finding.found)
                          .text("detail", finding.detail));
        return;
    }
    std::string line = std::string(trailChangeName(finding.change)) + "  " + finding.region.text();
    if (!finding.tenant.isEmpty())
        line += "  organization " + finding.tenant.text() + " epoch " + std::to_string(finding.epoch) + " leaf " +
                std::to_string(finding.leaf);
    if (event)
        line += "  event " + *event;
    if (before)
        line += "  after " + *before;
    if (after)
        line += "  before " + *after;
    if (!finding.expected.empty() || !finding.found.empty())
        line += "  was " + (finding.expected.empty() ? "not there" : finding.expected) + ", is " +
                (finding.found.empty() ? "not there" : finding.found);
    if (!finding.detail.empty())
        line += "  (" + finding.detail + ")";
    output.line(escaped(line));
}

} // namespace muniment::cli

#include "app/cli/published.h"

#include "app/cli/output.h"
#include "app/cli/text.h"
#include "models/base/clock.h"
#include "models/base/hex.h"
#include "models/eventstore/evidence_check.h"

#include <algorithm>

namespace muniment::cli {

namespace {

constexpr std::size_t kMostWaiting = 1'000;
constexpr std::chrono::seconds kBetweenComparisons{10}; ///< of those that wait

} // namespace

Result<void> PublishedNotes::compare(std::vector<std::string> notes) {
    std::set<std::string> all(m_waiting.begin(), m_waiting.end());
    for (std::string& note : notes)
        if (!m_told.contains(note) && !m_agreed.contains(noteDigest(note)) && all.insert(note).second)
            m_waiting.push_back(std::move(note));
    const auto now = std::chrono::steady_clock::now();
    if (m_waiting.empty() || (notes.empty() && m_comparedAt && now - *m_comparedAt < kBetweenComparisons))
        return {};
    m_comparedAt = now;
    const auto snapshot = m_replica.snapshot();
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto compared =
        comparePublished(**snapshot, m_keeping.kept, m_waiting, m_keeping.keys.all, systemClock().now());
    if (!compared)
        return tl::unexpected(compared.error());
    std::vector<std::string> waiting;
    for (const ComparedPublication& one : *compared) {
        switch (one.verdict) {
        case PublishedVerdict::Ahead:
        case PublishedVerdict::InFuture:
            waiting.push_back(one.note);
            break;
        case PublishedVerdict::Agrees:
            if (m_key != nullptr && !one.isKept)
                if (const auto kept = m_keeping.kept.append(one.note); !kept)
                    return tl::unexpected(kept.error());
            m_agreed.insert(noteDigest(one.note));
            m_others += isOurs(one) ? 0 : 1;
            break;
        case PublishedVerdict::Contradicts:
        case PublishedVerdict::Forged:
            if (auto done = found(one); !done)
                return done;
            break;
        case PublishedVerdict::Unreadable:
        case PublishedVerdict::UnknownSigner:
            m_strangers.insert(one.names.begin(), one.names.end());
            break;
        case PublishedVerdict::Elsewhere:
            break;
        }
    }
    if (waiting.size() > kMostWaiting)
        waiting.erase(waiting.begin(), waiting.end() - kMostWaiting);
    m_waiting = std::move(waiting);
    return {};
}

Result<void> PublishedNotes::compareKeptContradictions() {
    const auto text = readText(contradictionsPath(m_file));
    if (!text && text.error().code == ErrorCode::FileMissing)
        return {};
    auto notes = text ? parseExchange(*text) : tl::unexpected(text.error());
    return notes ? compare(std::move(*notes)) : tl::unexpected(notes.error());
}

bool PublishedNotes::isOurs(const ComparedPublication& compared) const {
    return std::ranges::all_of(compared.signers, [&](const NoteSigner& signer) {
        return std::ranges::any_of(m_keeping.keys.own, [&](const VerifierKey& key) {
            return key.name == signer.name && key.id == signer.keyId;
        });
    });
}

/// A note of ours for what it contradicts: the kept one, else the trees' word, signed now.
Result<std::string> PublishedNotes::ownWord(const ComparedPublication& compared) const {
    if (compared.other)
        return *compared.other;
    Checkpoint own = compared.checkpoint;
    own.root = *compared.contradicted;
    const auto text = printCheckpoint(own);
    const auto note = text ? m_key->cosign({*text, {}}, systemClock().now()) : tl::unexpected(text.error());
    return note ? writeNote(*note) : tl::unexpected(note.error());
}

Result<void> PublishedNotes::found(const ComparedPublication& compared) {
    if (!m_told.insert(compared.note).second)
        return {};
    ++m_contradictions;
    const bool isForged = compared.verdict == PublishedVerdict::Forged;
    if (m_output.wantsJson()) {
        JsonObject json = checkpointJson(0, compared.checkpoint, compared.signers);
        json.text("kind", publishedVerdictName(compared.verdict))
            .text("against", "published")
            .text("note", compared.note);
        if (compared.contradicted)
            json.text("expected", toHex(bytesOf(*compared.contradicted)));
        if (compared.other)
            json.text("other", *compared.other);
        m_output.object(json);
    } else if (isForged) {
        m_output.line(escaped("forged  published  " + compared.checkpoint.origin + "  " +
                              std::to_string(compared.checkpoint.size)));
    } else {
        std::string line = "contradicts  " + compared.checkpoint.origin + "  " +
                           std::to_string(compared.checkpoint.size) + "  published root " +
                           toHex(bytesOf(compared.checkpoint.root));
        for (const NoteSigner& signer : compared.signers)
            line += "  " + signer.name + (signer.at ? " at " + formatInstant(*signer.at) : std::string());
        line += compared.other ? "  another checkpoint has " : "  this file has ";
        m_output.line(escaped(line + toHex(bytesOf(*compared.contradicted))));
    }
    if (m_key == nullptr || isForged)
        return {};
    const auto ours = ownWord(compared);
    if (!ours)
        return tl::unexpected(ours.error());
    return keepContradiction(contradictionsPath(m_file), compared.note, *ours);
}

void PublishedNotes::tell() {
    if (m_others > 0)
        m_output.message(std::to_string(m_others) +
                         " published checkpoints of others agree with what this file holds.");
    if (!m_waiting.empty())
        m_output.message(std::to_string(m_waiting.size()) +
                         " published checkpoints speak of what this file does not hold yet.");
    std::string names;
    for (const std::string& name : m_strangers)
        names += (names.empty() ? "" : ", ") + name;
    if (!names.empty())
        m_output.message("Published by nobody you have said to believe, and counted for nothing: " + escaped(names) +
                         ". `muniment checkpoint import --trust` says whom you believe.");
}

} // namespace muniment::cli

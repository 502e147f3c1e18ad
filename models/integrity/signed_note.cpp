#include "models/integrity/signed_note.h"

#include "models/base/utf8.h"
#include "models/integrity/base64.h"

#include <algorithm>
#include <limits>

namespace muniment {

namespace {

constexpr std::string_view kBlankLine = "\n\n"; ///< with the end of the line above it
constexpr std::string_view kSignaturePrefix = "\u2014 ";
constexpr std::size_t kTimeBytes = 8;
constexpr std::size_t kCosignatureBytes = kTimeBytes + Ed25519Signature().size();

tl::unexpected<Error> refused(const char* why, std::string detail) {
    return failure(ErrorCode::InvalidInput, std::move(detail), {{"field", "note"}, {"why", why}});
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n';
}

Result<NoteSignature> parseLine(std::string_view line) {
    const auto malformed = [&] { return refused("signature", "not a signature: " + std::string(line.substr(0, 200))); };
    if (!line.starts_with(kSignaturePrefix))
        return malformed();
    line.remove_prefix(kSignaturePrefix.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !isKeyName(line.substr(0, space)))
        return malformed();
    NoteSignature signature;
    const auto bytes = fromBase64(line.substr(space + 1));
    if (!bytes || bytes->size() <= signature.keyId.size())
        return malformed();
    signature.name = line.substr(0, space);
    std::copy_n(bytes->begin(), signature.keyId.size(), signature.keyId.begin());
    signature.bytes = bytes->substr(signature.keyId.size());
    return signature;
}

bool verifies(const NoteSignature& signature, const VerifierKey& key, std::string_view text) {
    if (key.type == NoteKeyType::Ed25519)
        return ed25519Verifies(key.publicKey, text, signature.bytes);
    const auto seconds = cosignatureSeconds(signature);
    return seconds && ed25519Verifies(key.publicKey, cosignedMessage(*seconds, text),
                                      std::string_view(signature.bytes).substr(kTimeBytes));
}

NoteSigner signerOf(const NoteSignature& signature, const VerifierKey& key) {
    NoteSigner signer{key.name, key.id, key.type, std::nullopt};
    if (key.type == NoteKeyType::Cosignature)
        signer.at = instantOfSeconds(cosignatureSeconds(signature).value_or(0));
    return signer;
}

void list(std::vector<NoteSigner>& signers, const NoteSigner& signer) {
    const auto same = std::find_if(signers.begin(), signers.end(), [&](const NoteSigner& listed) {
        return listed.name == signer.name && listed.keyId == signer.keyId && listed.type == signer.type;
    });
    if (same == signers.end())
        signers.push_back(signer);
    else
        same->at = std::max(same->at, signer.at);
}

} // namespace

bool isNoteText(std::string_view text) {
    return text.ends_with('\n') && std::none_of(text.begin(), text.end(), isControl) &&
           validUtf8Length(text) == text.size();
}

Result<SignedNote> parseNote(std::string_view bytes) {
    if (bytes.size() > kMaxNoteBytes)
        return refused("size", std::to_string(bytes.size()) + " bytes");
    if (!isNoteText(bytes))
        return refused("text", "not UTF-8, a control character, or no newline at the end");
    const auto split = bytes.rfind(kBlankLine);
    if (split == std::string_view::npos || split + kBlankLine.size() == bytes.size())
        return refused("form", "no signatures behind a blank line");
    SignedNote note{std::string(bytes.substr(0, split + 1)), {}};
    auto lines = bytes.substr(split + kBlankLine.size());
    while (!lines.empty()) {
        if (note.signatures.size() == kMaxNoteSignatures)
            return refused("signatures", "too many signatures");
        const auto end = lines.find('\n');
        auto signature = parseLine(lines.substr(0, end));
        if (!signature)
            return tl::unexpected(std::move(signature.error()));
        note.signatures.push_back(std::move(*signature));
        lines.remove_prefix(end + 1);
    }
    return note;
}

Result<std::string> writeNote(const SignedNote& note) {
    if (!isNoteText(note.text))
        return refused("text", "not UTF-8, a control character, or no newline at the end");
    if (note.signatures.empty() || note.signatures.size() > kMaxNoteSignatures)
        return refused("signatures", std::to_string(note.signatures.size()) + " signatures");
    std::string bytes = note.text + '\n';
    for (const auto& signature : note.signatures) {
        if (!isKeyName(signature.name) || signature.bytes.empty())
            return refused("signature", "a signature without a name or without bytes");
        std::string keyed(signature.keyId.begin(), signature.keyId.end());
        keyed += signature.bytes;
        bytes.append(kSignaturePrefix).append(signature.name).append(" ").append(toBase64(keyed)).append("\n");
    }
    if (bytes.size() > kMaxNoteBytes)
        return refused("size", std::to_string(bytes.size()) + " bytes");
    return bytes;
}

Result<std::vector<NoteSigner>> verifyNote(const SignedNote& note, std::span<const VerifierKey> keys) {
    std::vector<NoteSigner> signers;
    for (const auto& signature : note.signatures) {
        bool isKnown = false;
        bool isGood = false;
        // Two keys may share a name and an id, by accident or by somebody's work; the line is of the one it fits.
        for (const auto& key : keys) {
            if (key.name != signature.name || key.id != signature.keyId)
                continue;
            isKnown = true;
            if (verifies(signature, key, note.text)) {
                isGood = true;
                list(signers, signerOf(signature, key));
            }
        }
        if (isKnown && !isGood)
            return failure(ErrorCode::Refused, "a signature does not verify",
                           {{"why", "badSignature"}, {"signer", signature.name}});
    }
    return signers;
}

std::string cosignedMessage(std::uint64_t posixSeconds, std::string_view text) {
    std::string message = "cosignature/v1\ntime " + std::to_string(posixSeconds) + "\n";
    message += text;
    return message;
}

std::optional<std::uint64_t> cosignatureSeconds(const NoteSignature& signature) {
    if (signature.bytes.size() != kCosignatureBytes)
        return std::nullopt;
    std::uint64_t seconds = 0;
    for (std::size_t i = 0; i < kTimeBytes; ++i)
        seconds = seconds << 8U | static_cast<unsigned char>(signature.bytes[i]);
    if (seconds > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt; // the specification's limit
    return seconds;
}

Instant instantOfSeconds(std::uint64_t posixSeconds) {
    constexpr std::int64_t kLatest = std::numeric_limits<std::int64_t>::max();
    if (posixSeconds > static_cast<std::uint64_t>(kLatest / kMicrosPerSecond))
        return Instant{kLatest};
    return Instant{static_cast<std::int64_t>(posixSeconds) * kMicrosPerSecond};
}

} // namespace muniment

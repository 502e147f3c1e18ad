#include "models/integrity/signing_key.h"

#include "models/integrity/checkpoint.h"
#include "models/integrity/ed25519.h"

#include <algorithm>
#include <openssl/rand.h>
#include <string>
#include <utility>

namespace muniment {

namespace {

constexpr std::string_view kNamePrefix = "muniment.workstation/";
constexpr std::size_t kMaxLabel = 64;

bool isLabel(std::string_view label) {
    return !label.empty() && label.size() <= kMaxLabel && std::all_of(label.begin(), label.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    });
}

std::string bigEndian(std::uint64_t value) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> static_cast<unsigned int>(shift) & 0xFFU);
    return bytes;
}

} // namespace

SigningKey::SigningKey(PrivateBytes bytes, VerifierKey verifierKey)
    : m_private(std::move(bytes)),
      m_verifierKey(std::move(verifierKey)) {}

Result<SigningKey> SigningKey::generate(std::string_view label) {
    PrivateBytes bytes;
    if (RAND_priv_bytes(bytes.fill().data(), static_cast<int>(bytes.fill().size())) != 1)
        return openSslFailure("random bytes");
    return fromPrivateBytes(label, std::move(bytes));
}

Result<SigningKey> SigningKey::fromPrivateBytes(std::string_view label, PrivateBytes bytes) {
    if (!isLabel(label))
        return failure(ErrorCode::InvalidInput, "not a label: " + std::string(label.substr(0, kMaxLabel)),
                       {{"field", "label"}});
    const auto publicKey = ed25519PublicKey(bytes.reveal());
    if (!publicKey)
        return tl::unexpected(publicKey.error());
    auto verifierKey = makeVerifierKey(std::string(kNamePrefix).append(label), NoteKeyType::Cosignature, *publicKey);
    if (!verifierKey)
        return tl::unexpected(std::move(verifierKey.error()));
    return SigningKey(std::move(bytes), std::move(*verifierKey));
}

std::string_view SigningKey::label() const {
    return std::string_view(m_verifierKey.name).substr(kNamePrefix.size());
}

Result<SignedNote> SigningKey::cosign(SignedNote note, Instant at) const {
    if (const auto checkpoint = parseCheckpoint(note.text); !checkpoint)
        return tl::unexpected(checkpoint.error());
    if (at.micros < 0)
        return failure(ErrorCode::InvalidInput, "a time before 1970", {{"field", "at"}});
    const auto seconds = static_cast<std::uint64_t>(at.micros / kMicrosPerSecond);
    const auto signature = ed25519Sign(m_private.reveal(), cosignedMessage(seconds, note.text));
    if (!signature)
        return tl::unexpected(signature.error());
    std::erase_if(note.signatures, [this](const NoteSignature& line) {
        return line.name == m_verifierKey.name && line.keyId == m_verifierKey.id;
    });
    NoteSignature line{m_verifierKey.name, m_verifierKey.id, bigEndian(seconds)};
    line.bytes.append(signature->begin(), signature->end());
    note.signatures.push_back(std::move(line));
    if (const auto written = writeNote(note); !written)
        return tl::unexpected(written.error());
    return note;
}

} // namespace muniment

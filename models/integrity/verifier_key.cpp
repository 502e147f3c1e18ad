#include "models/integrity/verifier_key.h"

#include "models/base/utf8.h"
#include "models/integrity/base64.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace muniment {

namespace {

tl::unexpected<Error> refused(const char* why, std::string_view text) {
    return failure(ErrorCode::InvalidInput, "not a verifier key: " + std::string(text),
                   {{"field", "verifierKey"}, {"why", why}});
}

/// Type and public key, as ids and texts have them.
std::string encoded(NoteKeyType type, const Ed25519PublicKey& publicKey) {
    std::string bytes(1, static_cast<char>(type));
    bytes.append(publicKey.begin(), publicKey.end());
    return bytes;
}

NoteKeyId idOf(const std::string& name, NoteKeyType type, const Ed25519PublicKey& publicKey) {
    const auto digest = QCryptographicHash::hash(QByteArray::fromStdString(name + '\n' + encoded(type, publicKey)),
                                                 QCryptographicHash::Sha256);
    NoteKeyId id{};
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

std::string hexOf(const NoteKeyId& id) {
    return QByteArray(reinterpret_cast<const char*>(id.data()), id.size()).toHex().toStdString();
}

} // namespace

bool isKeyName(std::string_view name) {
    if (name.empty() || validUtf8Length(name) != name.size())
        return false;
    const auto text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isSpace() || c < QLatin1Char(' ') || c == QLatin1Char('+'); });
}

Result<VerifierKey> makeVerifierKey(std::string name, NoteKeyType type, const Ed25519PublicKey& publicKey) {
    if (!isKeyName(name))
        return refused("name", name);
    const auto id = idOf(name, type, publicKey);
    return VerifierKey{std::move(name), type, publicKey, id};
}

Result<VerifierKey> parseVerifierKey(std::string_view text) {
    constexpr std::size_t kMaxText = 4096;
    // Base64 has a plus of its own; names have none.
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos || text.size() > kMaxText)
        return refused("form", text.substr(0, kMaxText));
    const auto bytes = fromBase64(text.substr(second + 1));
    if (!bytes || bytes->empty())
        return refused("form", text);
    const auto type = static_cast<NoteKeyType>(bytes->front());
    if (type != NoteKeyType::Ed25519 && type != NoteKeyType::Cosignature)
        return refused("type", text);
    Ed25519PublicKey publicKey{};
    if (bytes->size() != 1 + publicKey.size())
        return refused("form", text);
    std::copy(bytes->begin() + 1, bytes->end(), publicKey.begin());
    auto key = makeVerifierKey(std::string(text.substr(0, first)), type, publicKey);
    if (key && hexOf(key->id) != text.substr(first + 1, second - first - 1))
        return refused("id", text);
    return key;
}

std::string printVerifierKey(const VerifierKey& key) {
    return key.name + '+' + hexOf(key.id) + '+' + toBase64(encoded(key.type, key.publicKey));
}

} // namespace muniment
